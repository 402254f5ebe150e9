# SPDX-License-Identifier: GPL-2.0-or-later
"""Layers for the maps of reports: arrays as memory layers, and control lines in colours of their own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import shapely
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFields,
    QgsFillSymbol,
    QgsGeometry,
    QgsLinePatternFillSymbolLayer,
    QgsLineSymbol,
    QgsSimpleLineSymbolLayer,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtGui import QColor

from ..domain.progress import Progress, silent
from .compat import TEXT, field
from .sinks import BATCH, flush

#: Dashes of control lines beside each other (mm, line and gap in turn), so that colour alone tells nothing.
DASHES = ("", "3;1.2", "1.2;0.8", "4;1;1;1", "0.6;0.9", "6;1.5", "2.5;0.7;0.6;0.7;0.6;0.7")
WIDTH_MM = "0.32"
#: Distance between the strokes of a hatched area.
HATCH_MM = 1.4


def memory_layer(
    name: str,
    crs: QgsCoordinateReferenceSystem,
    geometries: Sequence[Any],
    columns: Mapping[str, Sequence[Any]],
    progress: Progress = silent,
) -> QgsVectorLayer:
    """A memory layer of shapely polygons (or lines) with text columns; rows without geometry are left out."""
    shapes = np.empty(len(geometries), dtype=object)
    shapes[:] = list(geometries)
    kind = "MultiLineString" if _are_lines(shapes) else "MultiPolygon"
    layer = QgsVectorLayer(kind, name, "memory")
    layer.setCrs(crs)
    provider = layer.dataProvider()
    provider.addAttributes([field(column, TEXT) for column in columns])
    layer.updateFields()
    _fill(provider, layer.fields(), shapes, list(zip(*columns.values())), progress)
    layer.updateExtents()
    return layer


def _fill(
    provider: Any,
    fields: QgsFields,
    shapes: np.ndarray,
    rows: Sequence[Sequence[Any]],
    progress: Progress,
) -> None:
    batch: list[QgsFeature] = []
    for row in np.flatnonzero(~shapely.is_missing(shapes)):
        feature = QgsFeature(fields)
        geometry = QgsGeometry()
        geometry.fromWkb(shapes[row].wkb)
        feature.setGeometry(geometry)
        if rows:
            feature.setAttributes(list(rows[row]))
        batch.append(feature)
        if len(batch) == BATCH:
            flush(provider, batch)
            progress(row / len(shapes))
    flush(provider, batch)


def _are_lines(shapes: np.ndarray) -> bool:
    kinds = shapely.get_dimensions(shapes[~shapely.is_missing(shapes)])
    return len(kinds) > 0 and bool((kinds == 1).all())


def style_control_line(layer: QgsVectorLayer, colour: str, number: int) -> None:
    """Draw a control line as a border in its colour, with the dashes of its number among the lines."""
    dash = DASHES[number % len(DASHES)]
    pen = {
        "color": colour,
        "line_color": colour,
        "width": WIDTH_MM,
        "line_width": WIDTH_MM,
        "use_custom_dash": "1" if dash else "0",
        "customdash": dash or "5;2",
        "customdash_unit": "MM",
    }
    if layer.geometryType() == QgsWkbTypes.GeometryType.LineGeometry:
        symbol = QgsLineSymbol.createSimple(pen)
    else:
        symbol = QgsFillSymbol.createSimple({})
        symbol.changeSymbolLayer(0, QgsSimpleLineSymbolLayer.create(pen))
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))


def hatch_control_area(layer: QgsVectorLayer, colour: str, angle: float) -> None:
    """Draw a control area as strokes at an angle (degrees) inside a border, so that what lies below shows."""
    strokes = QgsLinePatternFillSymbolLayer()
    strokes.setLineAngle(angle)
    strokes.setDistance(HATCH_MM)
    strokes.setColor(QColor(colour))
    strokes.setLineWidth(0.18)
    border = {"line_color": colour, "line_width": "0.2"}
    symbol = QgsFillSymbol.createSimple({})
    symbol.changeSymbolLayer(0, strokes)
    symbol.appendSymbolLayer(QgsSimpleLineSymbolLayer.create(border))
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))
