# SPDX-License-Identifier: GPL-2.0-or-later
"""The flow figure (Sankey) of land-use change: bands as wide as the area that goes from class to class.

Ground that stays is pale; ground that changes is coloured by what the change does to its carbon
stock, told apart by ColorBrewer's BrBG, which readers with a colour vision deficiency can tell
apart, and by a hatch; classes and bands carry their names and areas.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from ..domain.profiles import Profile
from .bars import draw_on
from .drawing import Drawing
from .flow_labels import GROUND_IN, LINE_IN, Labels, label_bands, label_bars, rise_of
from .flow_layout import Band, Flows
from .texts import Texts

if TYPE_CHECKING:
    from matplotlib.axes import Axes

BAR_WIDTH = 0.018
#: Fills and hatches of bands: stays, gains, loses, changes without a known or any change of its stock.
LOOKS = {
    "stays": ("#e6eaec", ""),
    "gains": ("#35978f", ""),
    "loses": ("#bf812d", "////"),
    "level": ("#9aa5ab", "...."),
}
_EDGES = {"stays": "#e6eaec", "gains": "#01665e", "loses": "#8c510a", "level": "#6b777d"}
#: Bands below the first (points) are drawn as lines, none thinner than the second, which still shows.
THIN_PT, HAIRLINE_PT = 2.0, 0.3
_BAR_COLOUR = "#4d5a61"
#: Height of the legend in inches.
_LEGEND_IN = 0.4


def draw_flows(
    flows: Flows, labels: Labels, heads: tuple[str, str], profile: Profile, texts: Texts
) -> Drawing:
    """The figure; ``heads`` stand above the bars of both dates."""
    line = LINE_IN / GROUND_IN
    end = 0.5 * labels.lines * line
    top = 1.8 * line + rise_of(flows, labels)

    def draw(axes: Axes) -> None:
        # Stacking order: what changes lies over what stays, small bands over large ones.
        for number, band in enumerate(sorted(flows.bands, key=lambda band: (band.changed, -band.area_ha))):
            _draw_band(axes, band, number)
        _draw_bars(axes, flows)
        label_bars(axes, flows, labels)
        label_bands(axes, flows, line, BAR_WIDTH + 0.012, profile)
        unit = profile.unit("area", texts.language)
        for x, head in zip((0.0, 1.0), heads):
            text = texts("chart_flows_head", head=head, unit=unit)
            axes.text(x, 0.7 * line - top, text, ha="center", va="center", fontweight="bold")
        _legend(axes, flows, texts)
        axes.set_xlim(*labels.limits)
        axes.set_ylim(flows.height + end, -top)
        axes.set_axis_off()

    return draw_on(draw, GROUND_IN * (flows.height + end + top) + _LEGEND_IN)


def look_of(band: Band) -> str:
    """How a band is drawn: by what happens to the stock of its ground."""
    if not band.changed:
        return "stays"
    if math.isnan(band.change_tc) or band.change_tc == 0.0:
        return "level"
    return "gains" if band.change_tc > 0.0 else "loses"


def _draw_band(axes: Axes, band: Band, number: int) -> None:
    from matplotlib.patches import PathPatch
    from matplotlib.path import Path

    x0, x1, middle = BAR_WIDTH, 1.0 - BAR_WIDTH, 0.5
    (top, bottom), (top_right, bottom_right) = band.left, band.right
    curve = [Path.CURVE4] * 3
    look = look_of(band)
    colour, hatch = LOOKS[look]
    order = {"zorder": 2.0 + 0.001 * number, "alpha": 0.85 if band.changed else 1.0}
    thickness = (bottom - top) * GROUND_IN * 72.0
    if thickness < THIN_PT:
        # As a line of its width: an area so thin would break up where it is steep.
        start, end = (top + bottom) / 2, (top_right + bottom_right) / 2
        line = Path([(x0, start), (middle, start), (middle, end), (x1, end)], [Path.MOVETO, *curve])
        width = max(thickness, HAIRLINE_PT)
        axes.add_patch(PathPatch(line, facecolor="none", edgecolor=colour, linewidth=width, **order))
        return
    vertices = [
        (x0, top),
        *((middle, top), (middle, top_right), (x1, top_right)),
        (x1, bottom_right),
        *((middle, bottom_right), (middle, bottom), (x0, bottom)),
        (x0, top),
    ]
    shape = Path(vertices, [Path.MOVETO, *curve, Path.LINETO, *curve, Path.CLOSEPOLY])
    outline = 0.4 if band.changed else 0.0
    axes.add_patch(
        PathPatch(shape, facecolor=colour, edgecolor=_EDGES[look], hatch=hatch, linewidth=outline, **order)
    )


def _draw_bars(axes: Axes, flows: Flows) -> None:
    from matplotlib.patches import Rectangle

    for bars, x in ((flows.left, 0.0), (flows.right, 1.0 - BAR_WIDTH)):
        for bar in bars:
            axes.add_patch(
                Rectangle(
                    (x, bar.low),
                    BAR_WIDTH,
                    bar.high - bar.low,
                    facecolor=_BAR_COLOUR,
                    edgecolor=_BAR_COLOUR,
                    linewidth=0.6,
                    zorder=4,
                )
            )


def _legend(axes: Axes, flows: Flows, texts: Texts) -> None:
    from matplotlib.patches import Patch

    there = {look_of(band) for band in flows.bands}
    handles = [
        Patch(
            facecolor=colour,
            hatch=hatch,
            edgecolor=_EDGES[look],
            linewidth=0.4,
            label=texts(f"chart_flows_{look}"),
        )
        for look, (colour, hatch) in LOOKS.items()
        if look in there
    ]
    axes.legend(
        handles=handles,
        loc="upper center",
        bbox_to_anchor=(0.5, 0.0),
        ncol=2 if len(handles) > 3 else len(handles),
        frameon=False,
        borderaxespad=0.4,
        columnspacing=1.6,
    )
