# SPDX-License-Identifier: GPL-2.0-or-later
"""Tables of the monitoring (监测预警): levels, standings and their reasons, what changed, breaches."""

from __future__ import annotations

import pandas as pd

from ..domain.monitoring import GREEN, RED, YELLOW
from ..domain.profiles import Profile, Quantity
from .account_figures import figure_of
from .account_rows import carrier_names, sector_names
from .baseline_tables import quantity_column
from .change_rows import NO_CLASS, class_name, numeric
from .check_labels import line_names
from .model import ReportData
from .table import COUNT, Column, Table, is_missing, make_table
from .texts import Texts

#: The worst first.
LEVELS = (RED, YELLOW, GREEN)
FIGURES = ("actual", "planned", "progress", "use", "slope", "expected", "target", "years_left", "p_value")
_SHARE = Quantity("percent", 100.0, 1, {"en": "%", "zh": "%"})
_YEARS = Quantity("years", 1.0, 1, {"en": "a", "zh": "年"})
_P = Quantity("p", 1.0, 3, {"en": "", "zh": ""})


def monitor_tables(data: ReportData, profile: Profile, texts: Texts) -> list[Table]:
    """The tables of the chapter of the monitoring."""
    return [
        levels_table(data, profile, texts),
        standings_table(data, profile, texts),
        trends_table(data, profile, texts),
        level_changes_table(data, profile, texts),
        breaches_table(data, profile, texts),
        *([line_changes_table(data, profile, texts)] if "line_changes" in data.accounts else []),
    ]


def standing_rows(data: ReportData) -> pd.DataFrame:
    """The standings, the worst first, with the words of item, level and reasons."""
    frame = data.accounts.get("monitoring")
    if frame is None:
        return pd.DataFrame(columns=["unit", "item", "scope", "level", "rank", *FIGURES])
    rows = numeric(frame, (*FIGURES, "target_year", "breach_ha"))
    rank = [LEVELS.index(level) if level in LEVELS else len(LEVELS) for level in rows["level"]]
    rows = rows.assign(
        rank=rank, scope=["" if is_missing(scope) else str(scope) for scope in rows.get("scope", "")]
    )
    return rows.sort_values(["rank", "unit", "item", "scope"], kind="stable", ignore_index=True)


def item_label(item: str, scope: str, texts: Texts) -> str:
    """An item in words where it is a known one, with its sector, its part and its scope."""
    account, part, *below = [*item.split("/"), "", ""][: max(2, item.count("/") + 1)]
    whole = texts.label("item", f"{account}_{part}")
    if whole == f"{account}_{part}":
        name = item
    else:
        names = {**carrier_names(texts.language), **sector_names(texts.language)}
        name = " · ".join([whole, *(names.get(step, step) for step in below)])
    return texts("item_of_scope", item=name, scope=scope) if scope else name


def reasons_in_words(reasons: object, texts: Texts) -> str:
    """What decided a level."""
    names = [] if is_missing(reasons) else str(reasons).split(",")
    separator = "；" if texts.language == "zh" else "; "
    return separator.join(texts.label("reason", name) for name in names if name)


def levels_table(data: ReportData, profile: Profile, texts: Texts) -> Table:
    """预警等级汇总表: units by item and level."""
    rows = standing_rows(data)
    counts = [
        {
            "item": item_label(item, scope, texts),
            "measure": data.book.measures.get(item),
            **{level: int((part["level"] == level).sum()) for level in LEVELS},
            "none": int(part["actual"].isna().sum()),
            "units": len(part),
        }
        for (item, scope), part in rows.groupby(["item", "scope"], sort=True)
    ]
    frame = pd.DataFrame(counts, columns=["item", "measure", *LEVELS, "none", "units"])
    columns = [
        Column("item", texts("col_item"), layout="name"),
        Column("measure", texts("col_factor_unit"), layout="short"),
        *(Column(level, texts.label("level", level), COUNT, additive=True) for level in LEVELS),
        Column("units", texts("col_units"), COUNT, additive=True),
        Column("none", texts("col_no_entry"), COUNT, additive=True),
    ]
    return make_table(
        "levels",
        columns,
        frame,
        profile,
        texts,
        total_label=texts("total"),
        notes=[texts("foot_levels")],
    )


def standings_table(data: ReportData, profile: Profile, texts: Texts) -> Table:
    """监测预警表: level and reasons of every indicator, actual and planned, progress, budget, exhaustion."""
    rows = _worded(data, texts)
    amounts = figure_of([*rows["actual"], *rows["planned"]])
    columns = [
        *_head(texts),
        Column("shown_level", texts("col_level"), layout="short"),
        Column("why", texts("col_reason"), layout="name"),
        Column("actual", texts("col_actual"), amounts),
        Column("planned", texts("col_planned"), amounts),
        Column("measure", texts("col_factor_unit"), layout="short"),
        Column("progress", texts("col_progress"), _SHARE),
        Column("use", texts("col_budget_use"), _SHARE),
        Column("years_left", texts("col_years_left"), _YEARS),
    ]
    return make_table(
        "standings",
        columns,
        rows,
        profile,
        texts,
        notes=[texts("foot_standings"), texts("foot_missing")],
        priority=tuple(range(len(rows))),
    )


def trends_table(data: ReportData, profile: Profile, texts: Texts) -> Table:
    """趋势表: trend per year, where it leads in the target year, and the target."""
    rows = _worded(data, texts)
    rows = rows[rows["slope"].notna()].reset_index(drop=True)
    amounts = figure_of([*rows["expected"], *rows["target"]])
    rows = rows.assign(
        year_shown=[None if is_missing(year) else str(int(year)) for year in rows["target_year"]],
        gap=rows["expected"] - rows["target"],
    )
    columns = [
        *_head(texts),
        Column("slope", texts("col_slope"), figure_of(rows["slope"])),
        Column("p_value", texts("col_p_value"), _P),
        Column("year_shown", texts("col_target_year"), layout="short"),
        Column("expected", texts("col_expected"), amounts),
        Column("target", texts("col_target"), amounts),
        Column("gap", texts("col_gap"), amounts),
        Column("measure", texts("col_factor_unit"), layout="short"),
    ]
    return make_table(
        "trends",
        columns,
        rows,
        profile,
        texts,
        notes=[texts("foot_trend")],
        priority=tuple(range(len(rows))),
    )


def _head(texts: Texts) -> list[Column]:
    return [
        Column("unit", texts("col_unit"), layout="name"),
        Column("shown_item", texts("col_item"), layout="wide"),
    ]


def _worded(data: ReportData, texts: Texts) -> pd.DataFrame:
    rows = standing_rows(data)
    return rows.assign(
        shown_item=[item_label(item, scope, texts) for item, scope in zip(rows["item"], rows["scope"])],
        shown_level=[texts.label("level", level) for level in rows["level"]],
        why=[reasons_in_words(reasons, texts) for reasons in rows.get("reasons", [])],
        measure=[data.book.measures.get(item) for item in rows["item"]],
    )


def series_rows(data: ReportData) -> pd.DataFrame:
    """The series by year; without one nothing."""
    frame = data.accounts.get("series")
    if frame is None:
        return pd.DataFrame(columns=["unit", "item", "scope", "year", "actual", "planned", "level"])
    rows = numeric(frame, ("year", "actual", "planned"))
    scopes = ["" if is_missing(scope) else str(scope) for scope in rows.get("scope", "")]
    return rows.assign(year=rows["year"].astype(int), scope=scopes)


def level_changes(data: ReportData) -> pd.DataFrame:
    """Indicators whose level differs from that of the year ``before``, and which of them are ``worse``."""
    now = standing_rows(data)
    columns = ["unit", "item", "scope", "before", "level", "worse"]
    if data.book.year is None or now.empty:
        return pd.DataFrame(columns=columns)
    rows = series_rows(data)
    last = rows[(rows["year"] == data.book.year - 1) & rows["level"].isin(LEVELS)]
    keys = ["unit", "item", "scope"]
    both = now.merge(last[[*keys, "level"]].rename(columns={"level": "before"}), on=keys)
    both = both.assign(worse=both["rank"] < both["before"].map(LEVELS.index))
    return both.loc[both["before"] != both["level"], columns].reset_index(drop=True)


def level_changes_table(data: ReportData, profile: Profile, texts: Texts) -> Table:
    """与上年相比等级变化表."""
    rows = level_changes(data)
    rows = rows.assign(
        shown_item=[item_label(item, scope, texts) for item, scope in zip(rows["item"], rows["scope"])],
        shown_before=[texts.label("level", level) for level in rows["before"]],
        shown_level=[texts.label("level", level) for level in rows["level"]],
        turn=[texts("turn_worse" if worse else "turn_better") for worse in rows["worse"]],
    )
    columns = [
        *_head(texts),
        Column("shown_before", texts("col_level_before"), layout="short"),
        Column("shown_level", texts("col_level"), layout="short"),
        Column("turn", texts("col_turn"), layout="short"),
    ]
    return make_table("level_changes", columns, rows, profile, texts, priority=tuple(range(len(rows))))


def breaches_table(data: ReportData, profile: Profile, texts: Texts) -> Table:
    """控制线内违法占用面积表: open errors inside strict control lines by unit."""
    rows = standing_rows(data)
    empty = rows.empty or "breach_ha" not in rows
    frame = rows.head(0) if empty else rows[rows["breach_ha"] > 0.0].drop_duplicates("unit")
    columns = [
        Column("unit", texts("col_unit"), layout="name"),
        Column(
            "breach_ha",
            profile.header(texts("col_breach"), "parcel_area", texts.language),
            profile.quantity("parcel_area"),
            additive=True,
        ),
    ]
    frame = frame.reset_index(drop=True)
    if "breach_ha" not in frame:
        frame = frame.assign(breach_ha=[])
    return make_table(
        "breaches",
        columns,
        frame,
        profile,
        texts,
        total_label=texts("total"),
        notes=[texts("foot_breaches")],
    )


#: What a rule says of a change, that with most weight first.
RULINGS = ("yes", "undecided", "no")


def line_changes_table(data: ReportData, profile: Profile, texts: Texts) -> Table:
    """控制线内地类变化表: changes between two surveys inside control lines, the forbidden ones first."""
    rows = numeric(data.accounts["line_changes"], ("area_ha", "change_tc"))
    rank = [RULINGS.index(ruling) if ruling in RULINGS else len(RULINGS) for ruling in rows["illegal"]]
    rows = rows.assign(rank=rank, size=-rows["area_ha"]).sort_values(
        ["rank", "size", "unit", "line_id"], kind="stable", ignore_index=True
    )
    classes = {
        column: [
            class_name(NO_CLASS if is_missing(name) else str(name), data, texts) for name in rows[column]
        ]
        for column in ("from_class", "to_class")
    }
    rows = rows.assign(
        **classes,
        shown_line=line_names(rows["line_type"], data, texts),
        ruling=[texts.label("illegal", ruling) for ruling in rows["illegal"]],
    )
    columns = [
        Column("unit", texts("col_unit"), layout="name"),
        Column("shown_line", texts("col_line"), layout="name"),
        Column("line_id", texts("col_line_feature"), layout="middle"),
        Column("from_class", texts("col_from_class"), layout="name"),
        Column("to_class", texts("col_to_class"), layout="name"),
        quantity_column("area_ha", "area", "parcel_area", profile, texts),
        quantity_column("change_tc", "stock_change", "carbon", profile, texts),
        Column("ruling", texts("col_illegal"), layout="short"),
        Column("rules", texts("col_rule"), layout="name"),
    ]
    note = texts("foot_line_changes", unit=profile.unit("carbon", texts.language))
    return make_table(
        "line_changes", columns, rows, profile, texts, notes=[note], priority=tuple(range(len(rows)))
    )
