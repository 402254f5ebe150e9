# SPDX-License-Identifier: GPL-2.0-or-later
"""Where the items of a map sheet lie on each paper, in millimetres."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

#: Left, top, width, height.
Box = tuple[float, float, float, float]
#: Ids of the items of a template, as a person finds them in the layout designer.
MAP, TITLE, LEGEND, SCALE_BAR, NORTH_ARROW = "map", "title", "legend", "scale_bar", "north_arrow"
NORTH_LETTER, TABLE, FIGURE, IMPRINT = "north_letter", "table", "figure", "imprint"
ITEMS = (TITLE, MAP, LEGEND, SCALE_BAR, NORTH_ARROW, NORTH_LETTER, TABLE, FIGURE, IMPRINT)
#: Paper → width and height.
SIZES: Mapping[str, tuple[float, float]] = {
    "a4_landscape": (297.0, 210.0),
    "a4_portrait": (210.0, 297.0),
    "a3_landscape": (420.0, 297.0),
    "a3_portrait": (297.0, 420.0),
}
#: Heights of the bands at the top and the foot, and the gap between items.
TITLE_MM, FOOT_MM, GAP_MM = 14.0, 13.0, 3.0
SCALE_BAR_MM = 62.0


@dataclass(frozen=True)
class Paper:
    """A paper with the boxes of the items of a sheet; ``unit`` is its size against A4."""

    width: float
    height: float
    boxes: Mapping[str, Box]
    unit: float


def paper(name: str) -> Paper:
    """The arrangement on a paper of ``SIZES``: beside the map on landscape, below it on portrait."""
    width, height = SIZES[name]
    unit = min(width, height) / 210.0
    margin = 9.0 * unit
    top, foot = margin + TITLE_MM * unit, height - margin - FOOT_MM * unit
    across = width - 2 * margin
    arrange = _beside if width > height else _below
    boxes = arrange((margin, top, across, foot - GAP_MM - top), unit)
    left, above, wide, _high = boxes[MAP]
    bar = SCALE_BAR_MM * unit
    boxes |= {
        TITLE: (margin, margin - 2.0, across, TITLE_MM * unit),
        NORTH_ARROW: (left + wide - 13.0 * unit, above + 3.0 * unit, 9.0 * unit, 12.0 * unit),
        NORTH_LETTER: (left + wide - 13.0 * unit, above + 15.0 * unit, 9.0 * unit, 5.0 * unit),
        IMPRINT: (margin, foot, across - bar - GAP_MM, FOOT_MM * unit),
        SCALE_BAR: (margin + across - bar, foot, bar, FOOT_MM * unit),
    }
    return Paper(width, height, boxes, unit)


def _beside(body: Box, unit: float) -> dict[str, Box]:
    left, top, across, high = body
    side = 72.0 * unit
    x, step = left + across - side, (high - 2 * GAP_MM) / 4
    return {
        MAP: (left, top, across - side - GAP_MM, high),
        LEGEND: (x, top, side, 2 * step),
        TABLE: (x, top + 2 * step + GAP_MM, side, step),
        FIGURE: (x, top + 3 * step + 2 * GAP_MM, side, step),
    }


def _below(body: Box, unit: float) -> dict[str, Box]:
    left, top, across, high = body
    band = 78.0 * unit
    y, half = top + high - band, (across - GAP_MM) / 2
    part = (band - GAP_MM) / 2
    return {
        MAP: (left, top, across, high - band - GAP_MM),
        LEGEND: (left, y, half, band),
        TABLE: (left + half + GAP_MM, y, half, part),
        FIGURE: (left + half + GAP_MM, y + part + GAP_MM, half, part),
    }
