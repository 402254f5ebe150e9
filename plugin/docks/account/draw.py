# SPDX-License-Identifier: GPL-2.0-or-later
"""Figures of a view on Matplotlib axes: bars, stacked bars, paths over the years, a transition matrix.

Colours are those of Okabe and Ito, and every series has a hatch or a marker of its own, so that nothing
depends on colour alone.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING

import numpy as np
from matplotlib import rcParams

from ...domain.account_view import View
from ...reports.bars import short_name

if TYPE_CHECKING:
    from matplotlib.axes import Axes

COLOURS = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#F0E442", "#999999")
HATCHES = ("", "///", "...", "xxx", "\\\\\\", "+++", "ooo", "---")
MARKERS = ("o", "s", "^", "D", "v", "P", "X", "*")
#: Rows and series that a figure shows; the table has all.
MOST_ROWS, MOST_SERIES = 30, 8
Name = Callable[[str], str]


def draw_bars(axes: Axes, view: View, label: str, chosen: Collection[str]) -> None:
    """One bar per row with its interval; chosen rows are framed."""
    rows = view.rows[:MOST_ROWS]
    values = view.value[: len(rows), 0]
    bars = axes.barh(range(len(rows)), values, height=0.7, color=COLOURS[0], picker=True)
    low, high = view.low[: len(rows), 0], view.high[: len(rows), 0]
    known = np.flatnonzero(np.isfinite(low) & np.isfinite(high))
    spans = np.array([values[known] - low[known], high[known] - values[known]])
    axes.errorbar(
        values[known], known, xerr=spans, fmt="none", ecolor=rcParams["text.color"], capsize=2, linewidth=1
    )
    for bar, row in zip(bars, rows):
        bar.set_gid(row)
        _frame(bar, row in chosen)
    _name_rows(axes, rows, label)


def draw_stacked(axes: Axes, view: View, label: str, chosen: Collection[str], name: Name) -> None:
    """One bar per row, its parts beside each other; the smallest parts make up the last series."""
    rows, columns = view.rows[:MOST_ROWS], view.columns
    parts = [np.nan_to_num(view.value[: len(rows), number]) for number in range(len(columns))]
    names = [short_name(name(column)) for column in columns]
    if len(parts) > MOST_SERIES:
        parts = [*parts[: MOST_SERIES - 1], np.sum(parts[MOST_SERIES - 1 :], axis=0)]
        names = [*names[: MOST_SERIES - 1], "…"]
    above, below = np.zeros(len(rows)), np.zeros(len(rows))
    for number, (part, text) in enumerate(zip(parts, names)):
        left = np.where(part >= 0, above, below)
        bars = axes.barh(
            range(len(rows)),
            part,
            left=left,
            height=0.7,
            color=COLOURS[number],
            hatch=HATCHES[number],
            edgecolor=rcParams["axes.facecolor"],
            linewidth=0.3,
            label=text,
            picker=True,
        )
        above, below = above + np.maximum(part, 0), below + np.minimum(part, 0)
        for bar, row in zip(bars, rows):
            bar.set_gid(row)
            if row in chosen:
                _frame(bar, True)
    _name_rows(axes, rows, label)
    _name_series(axes)


def draw_paths(axes: Axes, view: View, label: str, chosen: Collection[str]) -> None:
    """One line per column over the years; the chosen ones first where there are too many."""
    order = [column for column in view.columns if column in chosen]
    order += [column for column in view.columns if column not in chosen]
    years = [int(year) for year in view.rows]
    for number, column in enumerate(order[:MOST_SERIES]):
        place = view.columns.index(column)
        low, high = view.low[:, place], view.high[:, place]
        colour = COLOURS[number]
        (line,) = axes.plot(
            years,
            view.value[:, place],
            color=colour,
            marker=MARKERS[number],
            linewidth=2.6 if column in chosen else 1.4,
            label=short_name(column),
            picker=5,
        )
        line.set_gid(column)
        axes.fill_between(years, low, high, color=colour, alpha=0.15, linewidth=0)
    axes.set_xticks(years)
    axes.set_ylabel(label)
    axes.grid(True, linewidth=0.3)
    _name_series(axes)


def draw_matrix(axes: Axes, view: View, label: str, name: Name) -> None:
    """From class (down) to class (across): the darker the more, with the figure in each cell."""
    shown = np.where(view.value == 0, np.nan, view.value)
    image = axes.imshow(np.log10(np.abs(shown)), cmap="Greys", aspect="auto", alpha=0.6)
    image.set_gid("matrix")
    for row, column in np.argwhere(np.isfinite(shown)):
        axes.text(column, row, f"{shown[row, column]:,.4g}", ha="center", va="center", fontsize=7)
    axes.set_xticks(
        range(len(view.columns)), [short_name(name(c)) for c in view.columns], rotation=45, ha="right"
    )
    axes.set_yticks(range(len(view.rows)), [short_name(name(r)) for r in view.rows])
    axes.set_title(label, fontsize="medium")


def _frame(bar: object, is_chosen: bool) -> None:
    if is_chosen:
        bar.set(edgecolor=rcParams["text.color"], linewidth=1.8)


def _name_series(axes: Axes) -> None:
    """Above the figure, where no bar is covered."""
    axes.legend(fontsize="small", loc="lower center", bbox_to_anchor=(0.5, 1.0), ncol=3, frameon=False)


def _name_rows(axes: Axes, rows: tuple[str, ...], label: str) -> None:
    axes.set_yticks(range(len(rows)), [short_name(row) for row in rows])
    axes.invert_yaxis()
    axes.axvline(0.0, color=rcParams["text.color"], linewidth=0.6)
    axes.set_xlabel(label)
