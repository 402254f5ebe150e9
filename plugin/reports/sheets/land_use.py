# SPDX-License-Identifier: GPL-2.0-or-later
"""Land use in the colours of the land-and-sea guide."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from operator import attrgetter

import numpy as np
from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsDistanceArea,
    QgsExpression,
    QgsFeatureRequest,
    QgsFillSymbol,
    QgsPalLayerSettings,
    QgsRendererCategory,
    QgsTextFormat,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtGui import QColor

from ...domain.classes import match_codes
from ...domain.errors import InputError
from ...domain.land_colours import ColouredCodes, colour_codes
from ...gis.compat import is_null
from ...gis.run import Run
from ..texts import Texts

#: Rows between two looks at a cancel.
CHECK_EVERY = 5_000
SQUARE_METRES_PER_HA = 10_000.0
CODE_PT = 4.5


@dataclass(frozen=True)
class LandUseColours:
    """The field with the codes, its codes by colour, and whether every feature has one."""

    field: str
    codes: ColouredCodes
    complete: bool


def read_land_use_colours(run: Run, layer: QgsVectorLayer, name: str) -> LandUseColours:
    """Match the codes of ``CLASS_FIELD`` to colours; note those that have none or several possible ones."""
    field = run.text("CLASS_FIELD")
    position = layer.fields().lookupField(field)
    if position < 0:
        raise InputError(
            "Layer “{layer}” has no field “{field}”. It has: {fields}.",
            layer=name,
            field=field,
            fields=", ".join(layer.fields().names()),
        )
    values = layer.uniqueValues(position)
    raw = sorted(str(value) for value in values if not is_null(value))
    match = match_codes(
        np.array(raw, dtype=object), field=field, layer=name, classification=run.text("CLASSIFICATION")
    )
    codes = colour_codes(raw, list(match.codes()), match.classification.id)
    run.record(classification={"id": match.classification.id, "version": match.classification.version})
    if codes.by_default:
        run.notes.add(
            "coloured_by_default",
            "Codes of layer “{layer}” that stand for several classes of the guide take the colour of the "
            "usual one: {codes}.",
            layer=name,
            codes=", ".join(codes.by_default),
        )
    return LandUseColours(field, codes, _note_uncoloured(run, layer, name, field, codes) == 0)


def _note_uncoloured(run: Run, layer: QgsVectorLayer, name: str, field: str, codes: ColouredCodes) -> int:
    column = QgsExpression.quotedColumnRef(field)
    conditions = [f"{column} is null"]
    if codes.uncoloured:
        listed = ", ".join(map(QgsExpression.quotedString, codes.uncoloured))
        conditions.append(f"to_string({column}) in ({listed})")
    measure = QgsDistanceArea()
    measure.setSourceCrs(layer.crs(), run.context.transformContext())
    measure.setEllipsoid(layer.crs().ellipsoidAcronym())
    progress, ids, areas_m2 = run.progress(2, 5), [], []
    request = QgsFeatureRequest(QgsExpression(" or ".join(conditions)))
    for number, feature in enumerate(layer.getFeatures(request)):
        if number % CHECK_EVERY == 0:
            progress(0.5)
        ids.append(str(feature.id()))
        areas_m2.append(measure.measureArea(feature.geometry()))
    if ids:
        run.notes.add(
            "no_colour",
            "Layer “{layer}”: features without a class of the guide, drawn hatched: {count} ({area_ha:.4f} "
            "ha); codes: {codes}.",
            count=len(ids),
            area_ha=math.fsum(areas_m2) / SQUARE_METRES_PER_HA,
            ids=ids,
            layer=name,
            codes=", ".join(codes.uncoloured) or "NULL",
        )
    return len(ids)


def colour_land_use(layer: QgsVectorLayer, colours: LandUseColours, strength: float, texts: Texts) -> None:
    """Draw polygons by the colour of their code, mixed with white where ``strength`` is below 1."""
    named = attrgetter("name_zh" if texts.language == "zh" else "name_en")
    categories = [
        QgsRendererCategory(list(raw), _fill(colour.colour, strength), f"{colour.code} {named(colour)}")
        for colour, raw in colours.codes.groups
    ]
    if not colours.complete:
        hatched = _fill("#9a9a9a", 1.0, "b_diagonal")
        categories.append(QgsRendererCategory("", hatched, texts("sheet_no_class")))
    column = QgsExpression.quotedColumnRef(colours.field)
    layer.setRenderer(QgsCategorizedSymbolRenderer(f"to_string({column})", categories))
    layer.setLabelsEnabled(False)


def write_codes(layer: QgsVectorLayer, colours: LandUseColours) -> None:
    """Write the code of the legend into every parcel that has room: colours alone are too many to tell."""
    codes = {text: colour.code for colour, raw in colours.codes.groups for text in raw}
    written = QgsTextFormat()
    written.setSize(CODE_PT)
    written.setColor(QColor("#404040"))
    settings = QgsPalLayerSettings()
    settings.fieldName = map_expression(colours.field, codes)
    settings.isExpression = True
    settings.fitInPolygonOnly = True
    settings.setFormat(written)
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)


def map_expression(field: str, names: Mapping[str, str]) -> str:
    """An expression that gives the name of a field's value."""
    pairs = ", ".join(
        f"{QgsExpression.quotedString(value)}, {QgsExpression.quotedString(name)}"
        for value, name in names.items()
    )
    return f"map_get(map({pairs}), to_string({QgsExpression.quotedColumnRef(field)}))"


def _fill(colour: str, strength: float, style: str = "solid") -> QgsFillSymbol:
    mixed = QColor(colour)
    paler = [round(255 - (255 - part) * strength) for part in mixed.getRgb()[:3]]
    return QgsFillSymbol.createSimple(
        {
            "color": ",".join(map(str, paler)),
            "style": style,
            "outline_color": "120,120,120,255",
            "outline_width": "0.05",
        }
    )
