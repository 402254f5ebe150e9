# SPDX-License-Identifier: GPL-2.0-or-later
"""Maps of the carbon accounts: net emission of the units, and the worst warning level of each."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsFillSymbol,
    QgsPalLayerSettings,
    QgsRendererCategory,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtGui import QColor

from ..domain.monitoring import GREEN, RED, YELLOW
from ..gis.map_layers import memory_layer
from ..gis.map_units import UnitShapes
from ..gis.maps import MapLayer
from ..gis.report_inputs import ReportInputs
from ..gis.styles import style_layer
from .texts import Texts

#: Names of the layers among the inputs of a report.
NET_LAYER, LEVEL_LAYER = "ACCOUNT_MAP", "LEVEL_MAP"
#: ColorBrewer BrBG: sinks green, sources brown, the stronger the darker; hatched where nothing is known.
_SINKS, _SOURCES, UNKNOWN = (
    ("#80cdc1", "#35978f", "#01665e"),
    ("#f0dcae", "#bf812d", "#8c510a"),
    "#d9d9d9",
)
_OUTLINE = "70,70,70,255"
#: Units with room for their names.
UNITS_NAMED = 60
_CLASSES = 3


def net_layer(
    units: UnitShapes, net_tco2e: Mapping[str, float], scale: float, name: str, texts: Texts
) -> QgsVectorLayer:
    """Polygons of units by their net emission in the output unit, classed by thirds of its size.

    ``name`` tells what is shown, with unit and year.
    """
    sizes = sorted(
        abs(value) * scale
        for value in (net_tco2e.get(name, math.nan) for name in units.names)
        if value == value
    )
    bounds = net_bounds(sizes)
    labels = [_class_of(net_tco2e.get(name, math.nan) * scale, bounds, texts) for name in units.names]
    layer = _layer(units, {"net": [label for label, _colour in labels]})
    layer.setName(name)
    looks = dict(labels)
    order = [*net_ladder(bounds, texts), (texts("map_no_account"), UNKNOWN)]
    categories = [
        QgsRendererCategory(label, unit_fill(colour, label == texts("map_no_account")), label)
        for label, colour in order
        if label in looks
    ]
    layer.setRenderer(QgsCategorizedSymbolRenderer("net", categories))
    return layer


def net_bounds(sizes: Sequence[float]) -> tuple[float, ...]:
    """Upper bounds of the classes of sorted sizes (thirds, two digits each); the last class is open."""
    if not sizes:
        return ()
    thirds = [sizes[min(len(sizes) * k // _CLASSES, len(sizes) - 1)] for k in range(1, _CLASSES)]
    return tuple(sorted({float(f"{bound:.2g}") for bound in thirds if bound > 0.0}))


def _class_of(net: float, bounds: tuple[float, ...], texts: Texts) -> tuple[str, str]:
    if math.isnan(net):
        return texts("map_no_account"), UNKNOWN
    return _step(net < 0.0, int(np.searchsorted(bounds, abs(net), side="left")), bounds, texts)


def _step(sink: bool, step: int, bounds: tuple[float, ...], texts: Texts) -> tuple[str, str]:
    side = "sink" if sink else "source"
    edges = [f"{bound:,.10g}" for bound in (0.0, *bounds)]
    colour = (_SINKS if sink else _SOURCES)[min(step, _CLASSES - 1)]
    if step >= len(bounds):
        return texts(f"map_{side}", low=edges[-1]), colour
    return texts(f"map_{side}_range", low=edges[step], high=edges[step + 1]), colour


def net_ladder(bounds: tuple[float, ...], texts: Texts) -> list[tuple[str, str]]:
    """Label and colour of all classes from the strongest sink to the strongest source."""
    steps = range(len(bounds) + 1)
    sinks = [_step(True, step, bounds, texts) for step in reversed(steps)]
    return [*sinks, *(_step(False, step, bounds, texts) for step in steps)]


def unit_fill(colour: str, hatched: bool = False) -> QgsFillSymbol:
    """The fill of a unit; hatched where nothing is known of it."""
    return QgsFillSymbol.createSimple(
        {
            "color": colour,
            "style": "b_diagonal" if hatched else "solid",
            "outline_color": _OUTLINE,
            "outline_width": "0.2",
        }
    )


def levels_layer(units: UnitShapes, levels: Mapping[str, str]) -> QgsVectorLayer:
    """Polygons of units by the worst level of their indicators; empty where they have none."""
    layer = _layer(units, {"level": [levels.get(name, "") for name in units.names]})
    style_layer(layer, "monitoraccount")
    name_units(layer, units.names)
    return layer


def _layer(units: UnitShapes, columns: Mapping[str, list[str]]) -> QgsVectorLayer:
    layer = memory_layer("units", units.crs, list(units.shapes), {"unit": list(units.names), **columns})
    name_units(layer, units.names)
    return layer


def name_units(layer: QgsVectorLayer, names: Sequence[str], field: str = "unit") -> None:
    """Write the names of the units, those of ``field``, into their polygons where there is room."""
    if len(names) > UNITS_NAMED:
        return
    written = QgsTextFormat()
    written.setSize(7.0)
    written.setColor(QColor("#1c2427"))
    halo = QgsTextBufferSettings()
    halo.setEnabled(True)
    halo.setSize(0.7)
    written.setBuffer(halo)
    settings = QgsPalLayerSettings()
    settings.fieldName = field
    settings.setFormat(written)
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)


def account_layers(inputs: ReportInputs) -> list[MapLayer]:
    """Units by their net emission; the legend is headed by the name of the layer."""
    layer = inputs.layers.get(NET_LAYER)
    return [] if layer is None else [MapLayer(layer, layer.name())]


def level_layers(inputs: ReportInputs, texts: Texts) -> list[MapLayer]:
    """Units by their worst level, with the number of units at each."""
    layer = inputs.layers.get(LEVEL_LAYER)
    if layer is None:
        return []
    counts = Counter(feature["level"] for feature in layer.getFeatures())
    shown = {
        level: texts("legend_count", name=texts.label("level", level), count=counts[level])
        for level in (RED, YELLOW, GREEN)
        if counts[level]
    }
    if counts[""]:
        shown[""] = texts("legend_count", name=texts("map_no_indicator"), count=counts[""])
    return [MapLayer(layer, texts("layer_levels"), shown)]
