# SPDX-License-Identifier: GPL-2.0-or-later
"""Tables and figures of the uncertainty of a baseline: intervals per unit, and what to improve first."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pandas as pd

from ..domain.profiles import Profile, Quantity
from ..domain.uncertainty.ranking import AREA, METHOD
from .bars import draw_bars, name_bars, numbers
from .baseline_tables import quantity_column
from .change_rows import class_name, numeric, with_unit_names
from .change_tables import stated_bounds
from .charts import Chart
from .method_table import method_name
from .model import ReportData
from .table import Column, Table, is_missing, make_table
from .texts import Texts

if TYPE_CHECKING:
    from matplotlib.axes import Axes

#: Causes that a chart shows.
TOP = 10
_STEMS = ("stock_tc", "removal_tco2e_a", "emission_tco2e_a", "net_tco2e_a")
_FIGURES = tuple(f"{name}{end}" for name in _STEMS for end in ("", "_low", "_high"))
_RANKED = ("contribution", "cumulative", "value", "low", "high")
_VALUE = Quantity("factor", 1.0, 4, {"en": "", "zh": ""})
#: Colours of the quantities, those of the other charts.
COLOURS = {"stock": "#01665e", "removal": "#35978f", "emission": "#bf812d"}
_UNITS = {"stock": "t C/ha", "removal": "t CO2e/(ha·a)", "emission": "t CO2e/(ha·a)"}


def uncertainty_tables(data: ReportData, profile: Profile, texts: Texts) -> list[Table]:
    """Intervals per unit, then the ranking of the causes."""
    tables = []
    if "uncertainty" in data.sink:
        tables.append(intervals_table(data, profile, texts))
    if "ranking" in data.sink:
        tables.append(ranking_table(data, profile, texts))
    return tables


def intervals_table(data: ReportData, profile: Profile, texts: Texts) -> Table:
    """Stock, removal, emission and net emission per unit with their 95 % intervals."""
    frame = with_unit_names(numeric(data.sink["uncertainty"], _FIGURES), texts)
    frame["half_width"] = [
        (high - low) / (2.0 * value) if value else math.nan
        for value, low, high in zip(frame["stock_tc"], frame["stock_tc_low"], frame["stock_tc_high"])
    ]
    columns = [
        Column("unit", texts("col_unit"), layout="name"),
        quantity_column("stock_tc", "stock", "carbon", profile, texts, interval=True, additive=True),
        quantity_column("half_width", "half_width", "share", profile, texts),
        *(
            quantity_column(f"{name}_tco2e_a", name, "flux", profile, texts, interval=True, additive=True)
            for name in ("removal", "emission", "net")
        ),
    ]
    known = data.stated.get("uncertainty", {})
    total = stated_bounds(data, "uncertainty", *_STEMS)
    low, high = total["stock_tc_low"], total["stock_tc_high"]
    total["half_width"] = (high - low) / (2.0 * known.get("stock_tc", math.nan))
    return make_table(
        "uncertainty",
        columns,
        frame,
        profile,
        texts,
        total=total,
        total_label=texts("sum_of_units"),
        notes=[texts("foot_half_width"), texts("foot_interval")],
    )


def ranking_rows(data: ReportData, texts: Texts) -> pd.DataFrame:
    """The causes with a share in the variance, the largest of each quantity first, in words."""
    if "ranking" not in data.sink:
        return pd.DataFrame(columns=["quantity", "cause", "contribution"])
    frame = numeric(data.sink["ranking"], _RANKED)
    frame = frame[frame["contribution"] > 0.0]
    place = {name: number for number, name in enumerate(COLOURS)}
    keys = frame.assign(place=frame["quantity"].map(place), share=-frame["contribution"])
    frame = frame.loc[keys.sort_values(["place", "share"], kind="stable").index].reset_index(drop=True)
    frame["class"] = [
        method_name(str(name), texts) if term == METHOD else class_name(str(name), data, texts)
        for name, term in zip(frame["carbon_class"], frame["term"])
    ]
    frame["term_shown"] = [texts.label("term", term) for term in frame["term"]]
    frame["cause"] = [
        texts("cause_of_variance", carbon_class=name, term=term)
        for name, term in zip(frame["class"], frame["term_shown"])
    ]
    return frame


def ranking_table(data: ReportData, profile: Profile, texts: Texts) -> Table:
    """Every factor and class area with its share in the variance of stock, removal and emission."""
    frame = ranking_rows(data, texts)
    frame["quantity_shown"] = [texts.label("ranked", name) for name in frame["quantity"]]
    frame["unit"] = [
        _unit_of(str(term), str(quantity), texts) for term, quantity in zip(frame["term"], frame["quantity"])
    ]
    frame["grade"] = [
        None if is_missing(grade) else texts.label("grade", grade)
        for grade in frame.get("evidence", [None] * len(frame))
    ]
    share = profile.quantity("share")
    columns = [
        Column("quantity_shown", texts("col_ranked"), layout="short"),
        Column("class", texts("col_class"), layout="name"),
        Column("term_shown", texts("col_term"), layout="name"),
        Column("contribution", profile.header(texts("col_contribution"), "share", texts.language), share),
        Column("cumulative", profile.header(texts("col_cumulative"), "share", texts.language), share),
        Column("value", texts("col_value"), _VALUE, low="low", high="high"),
        Column("unit", texts("col_factor_unit"), layout="short"),
        Column("grade", texts("col_evidence"), layout="short"),
        Column("source", texts("col_source"), workbook_only=True),
    ]
    # The page shows the first of each quantity.
    first = frame.groupby("quantity", sort=False).cumcount()
    priority = tuple(first[first < TOP].index)
    return make_table(
        "ranking", columns, frame, profile, texts, notes=[texts("foot_ranking")], priority=priority
    )


def _unit_of(term: str, quantity: str, texts: Texts) -> str:
    """Factors are per hectare, areas multiples of those mapped, figures of methods amounts."""
    if term == AREA:
        return texts("of_mapped_area")
    if term == METHOD:
        return texts("whole_ground", unit="t C" if quantity == "stock" else "t CO2e/a")
    return _UNITS.get(quantity, "")


def uncertainty_charts(data: ReportData, profile: Profile, texts: Texts) -> list[Chart]:
    """The largest causes of the variance of each quantity as bars."""
    rows = ranking_rows(data, texts)
    return [
        _ranking_chart(quantity, part.head(TOP).reset_index(drop=True), profile, texts)
        for quantity in COLOURS
        if len(part := rows[rows["quantity"] == quantity])
    ]


def _ranking_chart(quantity: str, frame: pd.DataFrame, profile: Profile, texts: Texts) -> Chart:
    share = profile.quantity("share")

    def draw(axes: Axes) -> None:
        widths = numbers(frame, "contribution", share.per_base)
        axes.barh(range(len(frame)), widths, height=0.66, color=COLOURS[quantity])
        for row, value in enumerate(frame["contribution"]):
            axes.annotate(
                f"{share.format(value)} %",
                (widths[row], row),
                xytext=(4, 0),
                textcoords="offset points",
                va="center",
                fontsize=8,
            )
        axes.margins(x=0.12)
        name_bars(axes, frame["cause"], texts("chart_ranking_axis"))

    named = texts.label("ranked", quantity)
    top = frame.iloc[0]
    alt = texts(
        "chart_ranking_alt", quantity=named, largest=top["cause"], value=share.format(top["contribution"])
    )
    return Chart(draw_bars(draw, len(frame)), texts("chart_ranking", quantity=named), alt)


def improve_first(data: ReportData, profile: Profile, texts: Texts) -> str:
    """Which factor or area to improve first for each quantity, in one sentence."""
    rows = ranking_rows(data, texts)
    share = profile.quantity("share")
    parts = []
    for quantity, part in rows.groupby("quantity", sort=False):
        top = part.iloc[0]
        parts.append(
            texts(
                "improve_part",
                quantity=texts.label("ranked", quantity),
                cause=top["cause"],
                share=f"{share.format(top['contribution'])} %",
            )
        )
    separator = "；" if texts.language == "zh" else "; "
    return texts("improve_first", parts=separator.join(parts)) if parts else ""
