# SPDX-License-Identifier: GPL-2.0-or-later
"""Tables of the account book: 碳账户表 per unit, its change, all years and entries, and the double entry."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from ..domain.profiles import Profile, Quantity
from .account_content import unlike, unlike_note
from .account_figures import figure_of
from .account_rows import both_years, rows_of_year, single_rows, whole_rows
from .baseline_tables import quantity_column
from .model import ReportData
from .table import COUNT, Column, Table, make_table
from .texts import Texts

#: Years of the account of a unit on the page, the last ones.
YEARS_ON_PAGE = 8
#: Sources that the foot of the account table spells out.
SOURCES_NAMED = 6
#: What the table of changes holds.
_CHANGES = (
    ("stock_tc", "stock_change", "carbon"),
    ("removal_tco2e_a", "removal_change", "flux"),
    ("land_tco2e_a", "land_change", "flux"),
    ("emission_tco2e", "emission_change", "flux"),
    ("co2_t", "co2_change", "co2"),
    ("net_tco2e", "net_change", "flux"),
)
#: The columns of an account: what the frame calls them, their text, quantity, and whether bounds are known.
_FIGURES = (
    ("stock_tc", "stock_one_off", "carbon", True),
    ("removal_tco2e_a", "removal", "flux", True),
    ("land_tco2e_a", "land_emission", "flux", True),
    ("scope_1_tco2e", "scope_1", "flux", False),
    ("scope_2_tco2e", "scope_2", "flux", False),
    ("emission_tco2e", "emission_both_scopes", "flux", True),
    ("co2_t", "co2_alone", "co2", True),
    ("net_tco2e", "net_account", "flux", False),
)


def book_tables(data: ReportData, profile: Profile, texts: Texts) -> Iterator[Table]:
    """The tables of the chapter of the book, each made when it is asked for."""
    rows = rows_of_year(data, data.book.year)
    yield account_table("account", single_rows(data, rows), data, profile, texts)
    yield account_table("account_wholes", whole_rows(data, rows), data, profile, texts)
    for make in (change_table, checks_table, apart_table, years_table, entries_table):
        yield make(data, profile, texts)


def figure_columns(
    frame: pd.DataFrame, profile: Profile, texts: Texts, *, additive: bool = False, bounds: bool = True
) -> list[Column]:
    """Columns of an account; those of which the frame knows nothing are left out, and so are its bounds."""
    columns = [
        quantity_column(
            key,
            text,
            quantity,
            profile,
            texts,
            interval=bounds and bounded and bool(frame[f"{key}_low"].notna().any()),
            additive=additive,
        )
        for key, text, quantity, bounded in _FIGURES
        if frame[key].notna().any()
    ]
    beside = quantity_column("scope_3_tco2e", "scope_3", "flux", profile, texts, additive=additive)
    return [*columns, *([beside] if frame["scope_3_tco2e"].notna().any() else [])]


def account_table(name: str, rows: pd.DataFrame, data: ReportData, profile: Profile, texts: Texts) -> Table:
    """One row per unit: stock (one-off), removal and emissions of the year (per year), net."""
    rows = rows.assign(part_of=rows["unit"].map(dict(data.book.parents)))
    adds_up = name == "account"
    columns = [
        Column("unit", texts("col_unit"), layout="name"),
        Column("part_of", texts("col_part_of"), workbook_only=True),
        *figure_columns(rows, profile, texts, additive=adds_up),
        *([Column("tiers", texts("col_tiers"), layout="short")] if rows["tiers"].notna().any() else []),
        Column("sources", texts("col_source"), workbook_only=True),
    ]
    book = data.accounts["book"]
    notes = [
        texts("foot_account"),
        texts("foot_interval_of_units"),
        _sources_note(rows, texts),
        texts("foot_in_workbook", years=book["year"].nunique(), entries=len(book)) if adds_up else "",
    ]
    return make_table(
        name,
        columns,
        rows,
        profile,
        texts,
        total_label=texts("total") if adds_up else "",
        notes=[note for note in notes if note],
    )


def _sources_note(rows: pd.DataFrame, texts: Texts) -> str:
    sources = sorted({part for text in rows["sources"].dropna() for part in text.split("; ")})
    named = "; ".join(sources[:SOURCES_NAMED]) + (" …" if len(sources) > SOURCES_NAMED else "")
    return texts("foot_sources", sources=named) if sources else ""


def change_table(data: ReportData, profile: Profile, texts: Texts) -> Table:
    """What the account of each unit changed since the year before: closing − opening, gain positive.

    A figure that does not hold the same in both years has no change; the foot tells why.
    """
    now, before = data.book.year, data.book.year_before
    frame = both_years(data)
    columns = [Column("unit", texts("col_unit"), layout="name")]
    reasons: list[str] = []
    for key, text, quantity in _CHANGES:
        apart = unlike(frame, key)
        frame[f"{key}_change"] = (frame[key] - frame[f"{key}_before"]).mask(apart)
        reasons.append(unlike_note(frame[apart], key, texts(f"col_{text}"), (now, before), texts))
        if frame[f"{key}_change"].notna().any():
            columns.append(quantity_column(f"{key}_change", text, quantity, profile, texts, additive=True))
    if len(columns) == 1:
        frame = frame.head(0)
    size = frame[["net_tco2e_change", "emission_tco2e_change"]].abs().max(axis=1).fillna(-1.0)
    return make_table(
        "account_change",
        columns,
        frame,
        profile,
        texts,
        total_label=texts("total"),
        notes=[texts("foot_account_change", before=before, year=now), *filter(None, reasons)],
        priority=tuple(size.sort_values(ascending=False, kind="stable").index),
    )


def years_table(data: ReportData, profile: Profile, texts: Texts) -> Table:
    """The accounts of all units and years, for the workbook."""
    rows = data.accounts["accounts"]
    columns = [
        Column("unit", texts("col_unit")),
        Column("year", texts("year"), _YEAR),
        *figure_columns(rows, profile, texts),
        Column("tiers", texts("col_tiers")),
        Column("sources", texts("col_source")),
    ]
    return make_table("account_years", columns, rows, profile, texts, notes=[texts("foot_account")])


def unit_table(rows: pd.DataFrame, profile: Profile, texts: Texts) -> Table:
    """The account of one unit, its last years as rows; intervals and tiers stand in the workbook."""
    columns = [
        Column("shown_year", texts("year"), layout="short"),
        *figure_columns(rows, profile, texts, bounds=False),
    ]
    last = rows.tail(YEARS_ON_PAGE).reset_index(drop=True)
    frame = last.assign(shown_year=[str(int(year)) for year in last["year"]])
    return make_table("unit_account", columns, frame, profile, texts)


def entries_table(data: ReportData, profile: Profile, texts: Texts) -> Table:
    """Every entry that stands, in the unit of measure of its item, for the workbook."""
    columns = [
        Column("unit", texts("col_unit")),
        Column("year", texts("year"), _YEAR),
        Column("item", texts("col_item")),
        Column("scope", texts("col_scope")),
        Column("value", texts("col_value"), _AS_BOOKED, low="low", high="high"),
        Column("measure", texts("col_factor_unit")),
        Column("tier", texts("col_tiers")),
        Column("source", texts("col_source")),
        Column("version", texts("col_version"), COUNT),
    ]
    return make_table("account_entries", columns, data.accounts["book"], profile, texts)


_YEAR = Quantity("year", 1.0, 0, {"en": "", "zh": ""})
#: Entries keep the digits of a posting.
_AS_BOOKED = Quantity("as_booked", 1.0, 6, {"en": "", "zh": ""})


def checks_table(data: ReportData, profile: Profile, texts: Texts) -> Table:
    """复式校核: how many sums of each kind were tested and how many do not hold."""
    frame = pd.DataFrame() if data.book.checks is None else data.book.checks.reset_index(drop=True)
    kinds = frame.get("kind", [])
    frame = frame.assign(
        shown=[texts.label("sums", str(kind).replace(" ", "_")) for kind in kinds],
        result=[
            texts(_result_of(tested, apart))
            for tested, apart in zip(frame.get("tested", []), frame.get("apart", []))
        ],
    )
    columns = [
        Column("shown", texts("col_sums"), layout="wide"),
        Column("tested", texts("col_tested"), COUNT, additive=True),
        Column("apart", texts("col_apart"), COUNT, additive=True),
        Column("largest", texts("col_largest"), figure_of(frame.get("largest", []))),
        Column("result", texts("col_result"), layout="short"),
    ]
    facts = {"name": data.book.name, "entries": data.book.entries, "postings": data.book.postings}
    versions = {"superseded": data.book.superseded, "withdrawn": data.book.withdrawn}
    return make_table(
        "book_checks",
        columns,
        frame,
        profile,
        texts,
        notes=[texts("foot_checks"), texts("foot_versions", **facts, **versions)],
    )


def _result_of(tested: int, apart: int) -> str:
    if not tested:
        return "sums_none"
    return "sums_apart" if apart else "sums_hold"


def apart_table(data: ReportData, profile: Profile, texts: Texts) -> Table:
    """The sums that do not hold."""
    frame = pd.DataFrame() if data.book.apart is None else data.book.apart.reset_index(drop=True)
    kinds = frame.get("kind", [])
    frame = frame.assign(shown=[texts.label("sums", str(kind).replace(" ", "_")) for kind in kinds])
    columns = [
        Column("unit", texts("col_unit"), layout="name"),
        Column("year", texts("year"), _YEAR),
        Column("item", texts("col_item")),
        Column("scope", texts("col_scope"), layout="short"),
        Column("shown", texts("col_sums")),
        Column("whole", texts("col_whole"), _AS_BOOKED),
        Column("parts", texts("col_parts"), _AS_BOOKED),
        Column("difference", texts("col_difference"), _AS_BOOKED),
    ]
    return make_table("book_apart", columns, frame, profile, texts)
