# SPDX-License-Identifier: GPL-2.0-or-later
"""Drawing of horizontal bar charts with Matplotlib's figures, without its global state of figures."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

import pandas as pd

from ..domain.profiles import Profile
from ..domain.stocks import known_sum
from .drawing import Drawing
from .fonts import chart_settings
from .texts import Texts

if TYPE_CHECKING:
    from matplotlib.axes import Axes

#: Bars that a chart holds at most; the rest is stated in its caption.
TOP = 20

#: Characters of a name beside its bar.
NAME_LENGTH = 36

#: Share of its row that a bar fills.
BAR_HEIGHT = 0.7

#: Width of a figure in inches.
WIDTH_IN = 7.2
LINE_COLOUR = "#1a1a1a"
GRID_COLOUR = "#d9dee1"


def largest(frame: pd.DataFrame, key: str, profile: Profile, texts: Texts) -> tuple[pd.DataFrame, str]:
    """The rows with the ``TOP`` largest known values of ``key``, and a sentence on what is left out."""
    ordered = (
        frame[frame[key].notna()].sort_values(key, ascending=False, kind="stable").reset_index(drop=True)
    )
    if len(ordered) <= TOP:
        return ordered, ""
    share = known_sum(ordered[key][TOP:]) / known_sum(ordered[key]) if known_sum(ordered[key]) else math.nan
    percent = profile.quantity("share").format(share)
    note = texts("chart_rest", shown=TOP, total=len(ordered), rest=len(ordered) - TOP, share=f"{percent} %")
    return ordered.head(TOP), note


def numbers(frame: pd.DataFrame, key: str, scale: float) -> Any:
    """A column in the output unit as an array; what is not known draws nothing."""
    values = frame[key] if key in frame else pd.Series([math.nan] * len(frame))
    return values.astype(float).fillna(0.0).to_numpy() * scale


def draw_whiskers(
    axes: Axes,
    frame: pd.DataFrame,
    key: str,
    scale: float,
    shift: float,
    *,
    sign: float = 1.0,
    label: str = "",
) -> None:
    """Draw the known 95 % intervals of ``key``, ``shift`` bars beside the middle of each bar."""
    if f"{key}_low" not in frame or f"{key}_high" not in frame:
        return
    known = frame[[key, f"{key}_low", f"{key}_high"]].notna().all(axis=1).to_numpy()
    rows = frame.index.to_numpy()[known] + shift
    low = numbers(frame, f"{key}_low", scale)[known] * sign
    high = numbers(frame, f"{key}_high", scale)[known] * sign
    if len(rows):
        # A white casing keeps the whisker readable on dark bars.
        axes.hlines(rows, low, high, color="white", linewidth=2.6)
        axes.hlines(rows, low, high, color=LINE_COLOUR, linewidth=1.0, label=label or None)
        axes.plot([*low, *high], [*rows, *rows], "|", color=LINE_COLOUR, markersize=5)


def draw_stacks(
    axes: Axes, parts: Iterable[tuple[Any, tuple[str, str], str]], height: float = BAR_HEIGHT
) -> None:
    """Draw bars of parts end to end: lengths (one for each bar), colour with hatch, and label of a part."""
    left: Any = 0.0
    for widths, (colour, hatch), label in parts:
        axes.barh(
            range(len(widths)),
            widths,
            left=left,
            height=height,
            color=colour,
            hatch=hatch,
            edgecolor="white",
            linewidth=0.4,
            label=label,
        )
        left = left + widths


def draw_net(axes: Axes, frame: pd.DataFrame, key: str, scale: float, unit: str, texts: Texts) -> None:
    """Mark the known net flux of each bar, and name the bars of removal (left) and emission (right)."""
    known = frame[key].notna().to_numpy()
    axes.plot(
        numbers(frame, key, scale)[known],
        frame.index.to_numpy()[known],
        "D",
        color="white",
        markeredgecolor=LINE_COLOUR,
        markersize=4.5,
        label=texts("col_net"),
    )
    axes.axvline(0, color=LINE_COLOUR, linewidth=0.8)
    sides = (texts("chart_removal_side"), unit, texts("chart_emission_side"))
    name_bars(axes, frame["unit"], (" " * 6).join(sides))


def name_bars(axes: Axes, names: Sequence[str], axis_label: str) -> None:
    """Name the bars from top to bottom and label the axis of values with its unit."""
    axes.set_yticks(range(len(names)))
    axes.set_yticklabels([short_name(str(name)) for name in names])
    axes.invert_yaxis()
    axes.set_xlabel(axis_label)
    # Both sides of a diverging chart are positive figures.
    axes.xaxis.set_major_formatter(lambda value, _position: f"{abs(value):,.10g}")


def draw_bars(draw: Callable[[Axes], None], bars: int) -> Drawing:
    """Call ``draw`` on the axes of a figure that fits ``bars`` horizontal bars."""

    def draw_with_grid(axes: Axes) -> None:
        draw(axes)
        axes.set_axisbelow(True)
        axes.grid(axis="x", color=GRID_COLOUR, linewidth=0.6)
        axes.tick_params(length=0)
        for side in ("top", "right", "left"):
            axes.spines[side].set_visible(False)
        legend_above(axes)

    return draw_on(draw_with_grid, 0.95 + 0.185 * max(bars, 3))


def draw_on(draw: Callable[[Axes], None], height_in: float) -> Drawing:
    """Call ``draw`` on the axes of a figure as wide as the page and of a height in inches."""
    return draw_panels(lambda panels: draw(panels[0]), 1, height_in)


def draw_panels(draw: Callable[[list[Axes]], None], count: int, height_in: float) -> Drawing:
    """Call ``draw`` on ``count`` axes, one above the other, which share their horizontal axis."""
    import matplotlib as mpl
    from matplotlib.figure import Figure

    settings = chart_settings()
    with mpl.rc_context(settings):
        figure = Figure(figsize=(WIDTH_IN, height_in), constrained_layout=True)
        draw(list(figure.subplots(count, 1, sharex=True, squeeze=False)[:, 0]))
    return Drawing(figure, settings)


def legend_above(axes: Axes) -> None:
    """A legend above the chart where there is more than one thing to tell apart."""
    handles, labels = axes.get_legend_handles_labels()
    # Bars before lines and marks, whatever order Matplotlib collects them in.
    order = sorted(range(len(handles)), key=lambda k: not hasattr(handles[k], "patches"))
    handles, labels = [handles[k] for k in order], [labels[k] for k in order]
    if len(handles) > 1:
        axes.legend(
            handles,
            labels,
            loc="lower left",
            bbox_to_anchor=(0.0, 1.0),
            borderaxespad=0.2,
            ncol=_legend_columns(labels),
            frameon=False,
            columnspacing=1.4,
        )


def _legend_columns(labels: Sequence[str]) -> int:
    # Chinese characters are twice as wide as Latin ones; about 90 Latin ones fit the chart's width.
    width = 6 * len(labels) + sum(
        2 if ord(character) > 0x2E80 else 1 for label in labels for character in label
    )
    return len(labels) if width <= 90 else min(len(labels), 3)


def short_name(name: str) -> str:
    """A name as it stands in a chart: cut where it is long."""
    cut = name if len(name) <= NAME_LENGTH else name[: NAME_LENGTH - 1] + "…"
    # A dollar sign in a name would start mathematical typesetting.
    return cut.replace("$", r"\$")
