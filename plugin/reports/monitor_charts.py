# SPDX-License-Identifier: GPL-2.0-or-later
"""Charts of the monitoring: levels by item, and the path of each indicator against plan and trend."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from ..domain.monitoring import GREEN, RED, YELLOW
from ..domain.profiles import Profile
from .bars import GRID_COLOUR, LINE_COLOUR, draw_bars, draw_panels, name_bars
from .charts import Chart
from .model import ReportData
from .monitor_tables import LEVELS, item_label, series_rows, standing_rows
from .table import is_missing
from .texts import Texts

if TYPE_CHECKING:
    from matplotlib.axes import Axes

#: Colours and hatches of the map style; the words of the legend carry a shape too.
LEVEL_LOOKS = {GREEN: ("#2a9d78", ""), YELLOW: ("#e0b030", "..."), RED: ("#c0392b", "xxx")}
LEVEL_MARKS = {GREEN: "o", YELLOW: "^", RED: "s"}
PLAN_COLOUR, TREND_COLOUR = "#3b82c4", "#7f8c93"
#: Indicators of one unit in one figure; the others stand in the tables.
PANELS = 4
PANEL_IN = 1.1
LEGEND_COLUMNS = 4


def monitor_charts(data: ReportData, _profile: Profile, texts: Texts) -> list[Chart]:
    """How many indicators of each item stand at which level."""
    rows = standing_rows(data)
    if rows.empty:
        return []
    counts = rows.groupby(["item", "scope", "level"]).size().unstack("level", fill_value=0)
    labels = [item_label(str(item), str(scope), texts) for item, scope in counts.index]

    def draw(axes: Axes) -> None:
        left = pd.Series(0, index=counts.index)
        for level in LEVELS:
            if level not in counts:
                continue
            colour, hatch = LEVEL_LOOKS[level]
            axes.barh(
                range(len(counts)),
                counts[level].to_numpy(),
                left=left.to_numpy(),
                height=0.62,
                color=colour,
                hatch=hatch,
                edgecolor="white",
                linewidth=0.5,
                label=texts.label("level", level),
            )
            for bar, (start, width) in enumerate(zip(left, counts[level])):
                if width:
                    axes.text(
                        start + width / 2,
                        bar,
                        str(width),
                        ha="center",
                        va="center",
                        bbox={"facecolor": "white", "edgecolor": "none", "pad": 1.0},
                    )
            left = left + counts[level]
        axes.xaxis.get_major_locator().set_params(integer=True)
        name_bars(axes, labels, texts("chart_levels_axis"))

    red = int((rows["level"] == RED).sum())
    alt = texts("chart_levels_alt", red=red, total=len(rows))
    return [Chart(draw_bars(draw, len(counts)), texts("chart_levels"), alt)]


def indicator_chart(unit: str, data: ReportData, texts: Texts) -> Chart | None:
    """Actual against planned values of the indicators of a unit, with the trend to the target year."""
    series = series_rows(data)
    series = series[series["unit"].map(str) == unit]
    standings = standing_rows(data)
    standings = standings[standings["unit"].map(str) == unit]
    found = [
        (standing, part)
        for _row, standing in standings.iterrows()
        for part in [series[(series["item"] == standing["item"]) & (series["scope"] == standing["scope"])]]
        if part[["actual", "planned"]].notna().any().any()
    ]
    if not found:
        return None
    shown = found[:PANELS]

    def draw(panels: list[Axes]) -> None:
        for axes, (standing, part) in zip(panels, shown):
            _draw_indicator(axes, standing, part.sort_values("year"), data, texts)
        panels[-1].set_xlabel(texts("year"))
        _legend(panels[0], texts)

    note = texts("chart_indicators_rest", shown=PANELS, total=len(found)) if len(found) > PANELS else ""
    first = shown[0][0]
    alt = texts(
        "chart_indicators_alt",
        unit=unit,
        item=item_label(first["item"], first["scope"], texts),
        level=texts.label("level", first["level"]),
    )
    drawing = draw_panels(draw, len(shown), 0.85 + PANEL_IN * len(shown))
    return Chart(drawing, texts("chart_indicators", unit=unit), alt, note)


def _draw_indicator(
    axes: Axes, standing: pd.Series, part: pd.DataFrame, data: ReportData, texts: Texts
) -> None:
    planned, actual = part[part["planned"].notna()], part[part["actual"].notna()]
    axes.plot(planned["year"].to_numpy(), planned["planned"].to_numpy(), "--", color=PLAN_COLOUR)
    axes.plot(actual["year"].to_numpy(), actual["actual"].to_numpy(), "-", color=LINE_COLOUR, linewidth=1.2)
    for level, group in actual.groupby(actual["level"].fillna("")):
        axes.plot(group["year"].to_numpy(), group["actual"].to_numpy(), **_mark(str(level)))
    target_year = standing["target_year"]
    if not is_missing(target_year):
        axes.plot([target_year], [standing["target"]], **_TARGET)
        if len(actual) and not is_missing(standing["expected"]):
            last = actual.iloc[-1]
            axes.plot([last["year"], target_year], [last["actual"], standing["expected"]], **_TREND)
    axes.set_ylabel(data.book.measures.get(standing["item"]) or texts("chart_own_measure"))
    item = item_label(standing["item"], standing["scope"], texts)
    title = texts("unit_level", item=item, level=texts.label("level", standing["level"]))
    axes.set_title(title, loc="left", fontsize=8.5, fontweight="bold")
    _dress(axes)


#: How the trend continued and the target are drawn.
_TREND = {"linestyle": ":", "color": TREND_COLOUR, "linewidth": 1.8}
_TARGET = {
    "linestyle": "none",
    "marker": "*",
    "color": PLAN_COLOUR,
    "markeredgecolor": LINE_COLOUR,
    "markersize": 11,
}


def _mark(level: str) -> dict[str, object]:
    """How the actual value of a year is drawn."""
    return {
        "linestyle": "none",
        "marker": LEVEL_MARKS.get(level, "o"),
        "color": LEVEL_LOOKS.get(level, ("white", ""))[0],
        "markeredgecolor": LINE_COLOUR,
        "markersize": 6.5,
    }


def _dress(axes: Axes) -> None:
    axes.margins(x=0.03, y=0.16)
    first, last = axes.dataLim.intervalx
    if first == last:
        # Matplotlib would widen the axis around a single year to two centuries.
        axes.set_xlim(first - 1.0, last + 1.0)
    axes.xaxis.get_major_locator().set_params(integer=True)
    axes.yaxis.set_major_formatter(lambda value, _position: f"{value:,.10g}".replace("-", "−"))
    axes.grid(axis="y", color=GRID_COLOUR, linewidth=0.6)
    axes.set_axisbelow(True)
    axes.tick_params(length=0)
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)


def _legend(axes: Axes, texts: Texts) -> None:
    """One legend for all panels, above the first."""
    entries = {
        texts("col_planned"): {"linestyle": "--", "color": PLAN_COLOUR},
        texts("col_actual"): {"linestyle": "-", "color": LINE_COLOUR, "linewidth": 1.2},
        **{texts.label("level", level).split(" ")[-1]: _mark(level) for level in LEVELS},
        texts("chart_trend"): _TREND,
        texts("col_target"): _TARGET,
    }
    handles = [axes.plot([], [], label=label, **look)[0] for label, look in entries.items()]
    axes.legend(
        handles=handles,
        loc="lower left",
        bbox_to_anchor=(0.0, 1.22),
        borderaxespad=0.0,
        ncol=LEGEND_COLUMNS,
        frameon=False,
        columnspacing=1.3,
    )
