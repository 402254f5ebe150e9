# SPDX-License-Identifier: GPL-2.0-or-later
"""Legends in the language of the report: the labels of styles speak one language, or two at once."""

from __future__ import annotations

from qgis.core import QgsGraduatedSymbolRenderer, QgsRendererRange, QgsVectorLayer

from ..domain.rules import load_rule_pack
from ..gis.report_inputs import NATIONAL, MapLine
from .texts import Texts

#: How the styles mark what is not known.
_UNKNOWN = "未知"
#: Bounds of ranges that mean "and more".
_OPEN_END = 10_000.0
#: The colour of control lines of no known type.
_OTHER_LINE = "#566573"


def name_unknown(layer: QgsVectorLayer, texts: Texts) -> None:
    """Name the range of unknown figures in the report's language; the others are figures."""
    for number, part in enumerate(_ranges(layer)):
        if _UNKNOWN in part.label():
            layer.renderer().updateRangeLabel(number, texts("map_unknown"))


def name_ranges(layer: QgsVectorLayer, scale: float, texts: Texts) -> None:
    """Name every range by its bounds, multiplied by ``scale``."""
    name_unknown(layer, texts)
    for number, part in enumerate(_ranges(layer)):
        if part.label() != texts("map_unknown"):
            layer.renderer().updateRangeLabel(number, _bounds(part, scale, texts))


def _ranges(layer: QgsVectorLayer) -> list[QgsRendererRange]:
    renderer = layer.renderer()
    return list(renderer.ranges()) if isinstance(renderer, QgsGraduatedSymbolRenderer) else []


def _bounds(part: QgsRendererRange, scale: float, texts: Texts) -> str:
    low, high = (
        f"{round(bound * scale, 1):g}".replace("-", "−") for bound in (part.lowerValue(), part.upperValue())
    )
    if part.lowerValue() <= -_OPEN_END:
        return f"< {high}"
    return f"≥ {low}" if part.upperValue() >= _OPEN_END else texts("map_range", low=low, high=high)


def line_look(line: MapLine, texts: Texts) -> tuple[str, str]:
    """The colour of a control line, and its name with its status where that is not legal."""
    types = load_rule_pack(NATIONAL).line_types
    known = line.line_type in types.index
    colour = str(types.at[line.line_type, "colour"]) if known else _OTHER_LINE
    names = types["name_zh" if texts.language == "zh" else "name_en"]
    name = str(names[line.line_type] if known else line.name)
    if line.status in ("", "legal"):
        return colour, name
    return colour, texts("legend_status", name=name, status=texts.label("line_status", line.status))
