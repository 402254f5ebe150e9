# SPDX-License-Identifier: GPL-2.0-or-later
"""The units of an atlas: one page for each, in the order of their names."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.core import (
    QgsFeature,
    QgsFeatureRequest,
    QgsFillSymbol,
    QgsGeometry,
    QgsRuleBasedRenderer,
    QgsVectorLayer,
)

from ...domain.errors import InputError
from ...gis.compat import TEXT, field, is_null
from ...gis.crs import require_crs
from ...gis.run import Run

#: The field of the coverage layer that names the unit.
UNIT = "unit"
#: Rows between two looks at a cancel.
CHECK_EVERY = 500


@dataclass(frozen=True)
class SheetUnits:
    """The units as a layer of their own: one feature for each, named by the field ``unit``."""

    layer: QgsVectorLayer
    names: tuple[str, ...]


def read_units(run: Run) -> SheetUnits | None:
    """The units of ``UNITS``; features of one name are one unit. None where none are given.

    Raises ``InputError`` where a layer has no units, no names or no CRS.
    """
    if not run.given("UNITS"):
        return None
    given = run.open("UNITS")
    source, name_field = given.source, run.text("UNIT_FIELD")
    require_crs(source.sourceCrs(), given.name)
    position = source.fields().lookupField(name_field)
    if position < 0:
        raise InputError(
            "An atlas needs the field that names the units of layer “{layer}”. Choose it in UNIT_FIELD; "
            "the layer has: {fields}.",
            layer=given.name,
            fields=", ".join(given.field_names),
        )
    parts: dict[str, list[QgsGeometry]] = {}
    nameless, progress = [], run.progress(0, 2)
    for number, feature in enumerate(source.getFeatures(QgsFeatureRequest())):
        if number % CHECK_EVERY == 0:
            progress(0.5)
        value = feature.attribute(position)
        if is_null(value) or not str(value).strip() or feature.geometry().isEmpty():
            nameless.append(str(feature.id()))
        else:
            parts.setdefault(str(value).strip(), []).append(feature.geometry())
    if nameless:
        run.notes.add(
            "no_page",
            "Layer “{layer}”: features without a name or a shape, which get no page: {count}.",
            count=len(nameless),
            ids=nameless,
            layer=given.name,
        )
    if not parts:
        raise InputError(
            "Layer “{layer}” has no features (or none is selected). Check the filter, the selection "
            "and the file.",
            layer=given.name,
        )
    run.manifest.add_input("UNITS", layer=given.name, source=given.described, features=len(parts))
    return SheetUnits(_coverage(source.sourceCrs(), parts), tuple(sorted(parts)))


def _coverage(crs: object, parts: dict[str, list[QgsGeometry]]) -> QgsVectorLayer:
    layer = QgsVectorLayer("MultiPolygon", "units", "memory")
    layer.setCrs(crs)
    provider = layer.dataProvider()
    provider.addAttributes([field(UNIT, TEXT)])
    layer.updateFields()
    for name in sorted(parts):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([name])
        shapes = parts[name]
        feature.setGeometry(shapes[0] if len(shapes) == 1 else QgsGeometry.unaryUnion(shapes))
        provider.addFeatures([feature])
    layer.updateExtents()
    _outline(layer)
    return layer


def _outline(layer: QgsVectorLayer) -> None:
    """The unit of the page in a strong border, the others in a thin one."""
    root = QgsRuleBasedRenderer.Rule(None)
    for condition, width in (("$id = @atlas_featureid", "0.7"), ("ELSE", "0.2")):
        symbol = QgsFillSymbol.createSimple(
            {"style": "no", "outline_color": "28,36,39,255", "outline_width": width}
        )
        root.appendChild(QgsRuleBasedRenderer.Rule(symbol, filterExp=condition))
    layer.setRenderer(QgsRuleBasedRenderer(root))
