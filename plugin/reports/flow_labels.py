# SPDX-License-Identifier: GPL-2.0-or-later
"""Names and areas in a flow figure: how much room they take, and where they stand beside bars and bands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..domain.profiles import Profile
from .bars import LINE_COLOUR, WIDTH_IN, short_name
from .flow_layout import Flows
from .fonts import FONT_PT

if TYPE_CHECKING:
    from matplotlib.axes import Axes

#: Height of a line of text, and of all ground, in inches.
LINE_IN, GROUND_IN = 0.165, 3.2
#: Width of Latin and of Chinese characters in heights of the letters.
_LATIN_EM, _WIDE_EM = 0.54, 1.0
#: Labels wider than this (letter heights) stand in two lines.
_ONE_LINE_EM = 19.0
#: Between bar and label, and around the figure (inches).
_GAP_IN, _EDGE_IN = 0.07, 0.08
#: The least room for a label, which heads need, and for the bands.
_LEAST_LABEL_IN, _LEAST_BANDS_IN = 0.9, 1.8


@dataclass(frozen=True)
class Labels:
    """Texts of the bars of both sides; ``lines`` each, ``left_in`` and ``right_in`` wide with their gap."""

    left: tuple[str, ...]
    right: tuple[str, ...]
    lines: int
    left_in: float
    right_in: float

    @property
    def pitch(self) -> float:
        """The least distance between labels as a share of the height of all ground."""
        return 1.08 * self.lines * LINE_IN / GROUND_IN

    @property
    def bands_in(self) -> float:
        """Width of the bands, which is 1 on the horizontal axis."""
        return max(WIDTH_IN - 2 * _EDGE_IN - self.left_in - self.right_in, _LEAST_BANDS_IN)

    @property
    def limits(self) -> tuple[float, float]:
        """Limits of the horizontal axis."""
        return -self.left_in / self.bands_in, 1.0 + self.right_in / self.bands_in


def labels_of(flows: Flows, name_of: Callable[[str], str], profile: Profile) -> Labels:
    """Names with areas, in one line where all have room for that, else in two."""
    sides = [
        [(short_name(name_of(bar.name)), profile.format_area(bar.area_ha)) for bar in bars]
        for bars in (flows.left, flows.right)
    ]
    widest = max(_width_em(f"{name}  {area}") for side in sides for name, area in side)
    between = "  " if widest <= _ONE_LINE_EM else "\n"
    left, right = (tuple(f"{name}{between}{area}" for name, area in side) for side in sides)
    widths = [max(_width_in(text) for text in side) + _GAP_IN for side in (left, right)]
    left_in, right_in = (max(width, _LEAST_LABEL_IN) for width in widths)
    return Labels(left, right, 1 if between == "  " else 2, left_in, right_in)


def rise_of(flows: Flows, labels: Labels) -> float:
    """How far the label of a thin first bar stands above the bars, as a share of the height of all ground."""
    middles = [(bars[0].low + bars[0].high) / 2 for bars in (flows.left, flows.right)]
    return max(0.0, 0.5 * labels.lines * LINE_IN / GROUND_IN - min(middles))


def _width_in(text: str) -> float:
    return max(map(_width_em, text.split("\n"))) * FONT_PT / 72.0


def _width_em(text: str) -> float:
    return sum(_WIDE_EM if ord(character) > 0x2E80 else _LATIN_EM for character in text)


def label_bars(axes: Axes, flows: Flows, labels: Labels) -> None:
    """Write the labels beside their bars."""
    gap = _GAP_IN / labels.bands_in
    for bars, texts, x, side in (
        (flows.left, labels.left, -gap, "right"),
        (flows.right, labels.right, 1.0 + gap, "left"),
    ):
        for bar, text in zip(bars, texts):
            middle = (bar.low + bar.high) / 2
            axes.text(x, middle, text, ha=side, va="center", linespacing=1.05, color=LINE_COLOUR)


def label_bands(axes: Axes, flows: Flows, line: float, start: float, profile: Profile) -> None:
    """Write the areas of changed bands that are a ``line`` high, at ``start`` where they are stacked."""
    for band in flows.bands:
        top, bottom = band.left
        if band.changed and bottom - top >= 0.8 * line:
            axes.text(
                start,
                (top + bottom) / 2,
                profile.format_area(band.area_ha),
                ha="left",
                va="center",
                fontsize=FONT_PT - 1.0,
                color=LINE_COLOUR,
                bbox={"facecolor": "white", "edgecolor": "none", "alpha": 0.75, "pad": 0.8},
                zorder=5,
            )
