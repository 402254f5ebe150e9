# SPDX-License-Identifier: GPL-2.0-or-later
"""What the map of a sheet shows: layers in the look of their theme, the first on top."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsMapLayer,
    QgsRuleBasedRenderer,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ...domain.errors import InputError
from ...domain.monitoring import GREEN, RED, YELLOW
from ...gis.compat import is_null
from ...gis.map_layers import hatch_control_area, style_control_line
from ...gis.report_inputs import MapLine
from ...gis.styles import style_layer
from ..account_maps import UNKNOWN, name_units, net_bounds, net_ladder, unit_fill
from ..legends import line_look, name_unknown
from ..texts import Texts
from .land_use import LandUseColours, colour_land_use, write_codes

LAND_USE, LINES, DENSITY, NET, WARNING = THEMES = ("land_use", "lines", "density", "net", "warning")
#: Strokes of the areas that lie over each other on the map of the three lines, in degrees.
HATCHED: Mapping[str, float] = {"pbf": 45.0, "erl": 135.0}
#: How much of the colours of land use is left below control lines.
UNDER_LINES = 0.55
NET_FIELD = "net_tco2e_a"


@dataclass(frozen=True)
class ThemeInputs:
    """What a theme is made of: the layer as the user has it, its colours of land use, control lines."""

    layer: QgsMapLayer
    name: str
    land_use: LandUseColours | None
    lines: tuple[MapLine, ...]


def theme_layers(theme: str, inputs: ThemeInputs, texts: Texts) -> list[QgsMapLayer]:
    """The layers of a theme on clones, the first on top, named as the legend calls them.

    Raises ``InputError`` for a layer of another kind.
    """
    makers: Mapping[str, Callable[[ThemeInputs, Texts], list[QgsMapLayer]]] = {
        LAND_USE: _land_use,
        LINES: _lines_over_land_use,
        DENSITY: _density,
        NET: _net,
        WARNING: _warning,
    }
    over = [] if theme == LINES else _lines(inputs.lines, texts)
    return [*over, *makers[theme](inputs, texts)]


def _land_use(inputs: ThemeInputs, texts: Texts) -> list[QgsMapLayer]:
    layer = inputs.layer.clone()
    colour_land_use(layer, inputs.land_use, 1.0, texts)
    write_codes(layer, inputs.land_use)
    return [_named(layer, texts("sheet_layer_land_use"))]


def _lines_over_land_use(inputs: ThemeInputs, texts: Texts) -> list[QgsMapLayer]:
    layer = inputs.layer.clone()
    colour_land_use(layer, inputs.land_use, UNDER_LINES, texts)
    return [*_lines(inputs.lines, texts), _named(layer, texts("sheet_layer_land_use"))]


def _lines(lines: Sequence[MapLine], texts: Texts) -> list[QgsMapLayer]:
    """Borders above hatched areas, so that no stroke hides a border."""
    shown = []
    for number, line in enumerate(lines):
        layer = line.layer.clone()
        colour, name = line_look(line, texts)
        if line.line_type in HATCHED and _is_polygon(layer):
            hatch_control_area(layer, colour, HATCHED[line.line_type])
        else:
            style_control_line(layer, colour, number)
        layer.setLabelsEnabled(False)
        shown.append((line.line_type in HATCHED, _named(layer, name)))
    return [layer for _hatched, layer in sorted(shown, key=lambda pair: pair[0])]


def _is_polygon(layer: QgsVectorLayer) -> bool:
    return layer.geometryType() == QgsWkbTypes.GeometryType.PolygonGeometry


def _density(inputs: ThemeInputs, texts: Texts) -> list[QgsMapLayer]:
    layer = inputs.layer.clone()
    if not isinstance(layer, QgsVectorLayer):
        style_layer(layer, "density")
        return [_named(layer, texts("layer_attachfactors"))]
    names = set(layer.fields().names())
    if "density_tc_ha" in names:
        style = "attachfactors"
    elif {"stock_tc", "area_ha"} <= names:
        style = "sinkbaseline"
    else:
        raise _wrong_layer(inputs.name, "density_tc_ha", "attachfactors, sinkbaseline")
    style_layer(layer, style)
    name_unknown(layer, texts)
    return [_named(layer, texts(f"layer_{style}"))]


def _net(inputs: ThemeInputs, texts: Texts) -> list[QgsMapLayer]:
    layer = _with_fields(inputs, (NET_FIELD,), "sinkbaseline, attachfactors, readaccount")
    root = QgsRuleBasedRenderer.Rule(None)
    position = layer.fields().lookupField(NET_FIELD)
    values = layer.uniqueValues(position)
    known = [float(value) for value in values if not is_null(value)]
    bounds = net_bounds(sorted(map(abs, known)))
    edges = [None, *(-bound for bound in reversed(bounds)), 0.0, *bounds, None]
    for low, high, (label, colour) in zip(edges, edges[1:], net_ladder(bounds, texts)):
        if any(_holds(value, low, high) for value in known):
            root.appendChild(_rule(unit_fill(colour), label, _between(low, high)))
    if len(known) < len(values):
        root.appendChild(_rule(unit_fill(UNKNOWN, True), texts("map_no_account"), f'"{NET_FIELD}" is null'))
    layer.setRenderer(QgsRuleBasedRenderer(root))
    _label_units(layer)
    return [_named(layer, texts("sheet_layer_net"))]


def _rule(symbol: object, label: str, condition: str) -> QgsRuleBasedRenderer.Rule:
    return QgsRuleBasedRenderer.Rule(symbol, filterExp=condition, label=label)


def _holds(value: float, low: float | None, high: float | None) -> bool:
    """Whether a class holds a net emission: bounds belong to the class nearer to 0, and 0 is a source."""
    if high is not None and high <= 0.0:
        return (low is None or value >= low) and value < high
    return (value > low or value == low == 0.0) and (high is None or value <= high)


def _between(low: float | None, high: float | None) -> str:
    """The same as an expression."""
    sink = high is not None and high <= 0.0
    from_low = ">=" if sink or low == 0.0 else ">"
    to_high = "<" if sink else "<="
    parts = [f'"{NET_FIELD}" {from_low} {low!r}'] if low is not None else []
    parts += [f'"{NET_FIELD}" {to_high} {high!r}'] if high is not None else []
    return " and ".join(parts)


def _warning(inputs: ThemeInputs, texts: Texts) -> list[QgsMapLayer]:
    """Units by the worst level of their indicators, of which the layer has one feature each."""
    layer = _with_fields(inputs, ("level", "unit"), "monitoraccount")
    style_layer(layer, "monitoraccount")
    renderer = layer.renderer()
    ranks = f"case when \"level\" = '{RED}' then 3 when \"level\" = '{YELLOW}' then 2 "
    ranks += f"when \"level\" = '{GREEN}' then 1 else 0 end"
    worst = f"array_get(array('', '{GREEN}', '{YELLOW}', '{RED}'), maximum({ranks}, \"unit\"))"
    if isinstance(renderer, QgsCategorizedSymbolRenderer):
        renderer.setClassAttribute(worst)
        for number, category in enumerate(renderer.categories()):
            name = str(category.value())
            renderer.updateCategoryLabel(
                number, texts.label("level", name) if name else texts("map_no_indicator")
            )
    _label_units(layer)
    return [_named(layer, texts("layer_levels"))]


def _named(layer: QgsMapLayer, name: str) -> QgsMapLayer:
    """A layer under the name that the legend shows."""
    layer.setName(name)
    return layer


def _label_units(layer: QgsVectorLayer) -> None:
    position = layer.fields().lookupField("unit")
    if position >= 0:
        name_units(layer, [str(value) for value in layer.uniqueValues(position)])


def _with_fields(inputs: ThemeInputs, fields: Sequence[str], tools: str) -> QgsVectorLayer:
    """A clone of the layer, which must have the fields that ``tools`` write."""
    layer = inputs.layer.clone()
    names = layer.fields().names() if isinstance(layer, QgsVectorLayer) else []
    for field in fields:
        if field not in names:
            raise _wrong_layer(inputs.name, field, tools)
    return layer


def _wrong_layer(layer: str, field: str, tools: str) -> InputError:
    return InputError(
        "Layer “{layer}” has no field “{field}”, which the theme of this map shows. Choose an output "
        "of {tools}, or another theme.",
        layer=layer,
        field=field,
        tools=tools,
    )
