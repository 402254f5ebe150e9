# SPDX-License-Identifier: GPL-2.0-or-later
"""The account book as rows: one account per unit and year, and emissions by sector, item and scope."""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import lru_cache

import pandas as pd

from ..domain.account_book.items import SEPARATOR
from ..domain.factors.library import FACTORS
from ..domain.progress import Progress, part, silent
from ..domain.stocks import known_sum
from ..domain.text_tables import read_text_table
from .change_rows import numeric
from .model import ReportData

CO2, CO2E = "emission/co2", "emission/co2e"
#: Items of an account beside the emissions, the column that holds each, and its units of measure.
ITEMS = (
    ("baseline/area", "area_ha", ("ha",)),
    ("baseline/stock", "stock_tc", ("t C",)),
    ("baseline/removal", "removal_tco2e_a", ("t CO2e/a",)),
    ("baseline/emission", "land_tco2e_a", ("t CO2e/a",)),
)
#: The gases: item, column of the total, end of the columns of scopes, units of measure.
GASES = (
    (CO2E, "emission_tco2e", "tco2e", ("t CO2e", "t CO2e/a")),
    (CO2, "co2_t", "co2_t", ("t CO2", "t CO2/a")),
)
#: Scopes of the total; scope 3 stands beside it. Without a scope: of entries that tell none.
COUNTED, BESIDE, NO_SCOPE = ("1", "2"), "3", ""
_KEYS = ["unit", "year"]
FIGURES = (
    *("area_ha", "stock_tc", "removal_tco2e_a", "land_tco2e_a"),
    *("scope_1_tco2e", "scope_2_tco2e", "scope_3_tco2e", "emission_tco2e", "co2_t", "net_tco2e"),
)
BOUNDED = ("stock_tc", "removal_tco2e_a", "land_tco2e_a", "emission_tco2e", "co2_t")


@lru_cache(maxsize=2)
def sector_names(language: str) -> dict[str, str]:
    """Names of the shipped sectors; one of the user has only its id."""
    table = read_text_table(FACTORS / "sectors.csv")
    return dict(zip(table["sector"], table["name_zh" if language == "zh" else "name_en"]))


@lru_cache(maxsize=2)
def carrier_names(language: str) -> dict[str, str]:
    """Chinese names of the shipped carriers; in English their ids are words."""
    table = read_text_table(FACTORS / "emission_carriers.csv")
    if language != "zh":
        return {carrier: carrier.replace("_", " ") for carrier in table["carrier"]}
    return {
        carrier: next((name for name in names.split(";") if not name.isascii()), carrier)
        for carrier, names in zip(table["carrier"], table["names"])
    }


def item_name(item: str, language: str) -> str:
    """An item of an inventory in words: the carrier that it is, else its id."""
    return carrier_names(language).get(item, item)


def book_frames(entries: pd.DataFrame, progress: Progress = silent) -> dict[str, pd.DataFrame]:
    """What a report shows of the entries of a book, by the names of ``ReportData.accounts``."""
    accounts = account_rows(entries, part(progress, 0.0, 0.8))
    progress(0.8)
    return {"book": entries, "accounts": accounts, "sectors": sector_rows(entries)}


def account_rows(entries: pd.DataFrame, progress: Progress = silent) -> pd.DataFrame:
    """One row per unit and year: ``FIGURES`` with bounds of ``BOUNDED``, ``tiers`` and ``sources``.

    Emission is the sum of scope 1 and 2. Net = emission + emission of land − removal, known where every
    one of them that the book has for any unit and year is known for this one, so that nets compare.
    """
    base = entries[_KEYS].drop_duplicates().sort_values(_KEYS, kind="stable").reset_index(drop=True)
    for number, (item, column, measures) in enumerate(ITEMS):
        progress(number / (len(ITEMS) + len(GASES)))
        found = _of_item(entries, item, measures)
        named = {"value": column, "low": f"{column}_low", "high": f"{column}_high"}
        base = base.merge(found.rename(columns=named)[[*_KEYS, *named.values()]], on=_KEYS, how="left")
    for number, (item, total, prefix, measures) in enumerate(GASES, start=len(ITEMS)):
        progress(number / (len(ITEMS) + len(GASES)))
        base = base.merge(_scopes(_of_item(entries, item, measures), total, prefix), on=_KEYS, how="left")
    bounds = [f"{name}{end}" for name in BOUNDED for end in ("_low", "_high")]
    base = numeric(base, [*FIGURES[:-1], *bounds])
    base["net_tco2e"] = _net(base)
    for name in ("tier", "source"):
        base = base.merge(_told(entries, name), on=_KEYS, how="left")
    return base


def _of_item(entries: pd.DataFrame, item: str, measures: tuple[str, ...]) -> pd.DataFrame:
    return entries[(entries["item"] == item) & entries["measure"].isin(measures)]


def _scopes(found: pd.DataFrame, total: str, prefix: str) -> pd.DataFrame:
    """Scopes side by side, and the sum of those that count; its bounds where one scope alone makes it."""
    wide = {
        name: found.pivot_table(index=_KEYS, columns="scope", values=name, aggfunc="first").reindex(
            columns=[*COUNTED, BESIDE, NO_SCOPE]
        )
        for name in ("value", "low", "high")
        if len(found)
    }
    if not wide:
        return pd.DataFrame(columns=_KEYS)
    counted = wide["value"][list(COUNTED)]
    count = counted.notna().sum(axis=1)
    made = pd.DataFrame({f"scope_{scope}_{prefix}": wide["value"][scope] for scope in (*COUNTED, BESIDE)})
    made[total] = counted.sum(axis=1, min_count=1).where(count > 0, wide["value"][NO_SCOPE])
    for end in ("low", "high"):
        # The frames of bounds lack the rows that have none.
        bounds = wide[end].reindex(made.index)
        one = bounds[list(COUNTED)].sum(axis=1, min_count=1).where(count == 1)
        made[f"{total}_{end}"] = one.where(count > 0, bounds[NO_SCOPE])
    return made.reset_index()


#: What a net emission is made of, with the sign of each.
_SIGNS = (("emission_tco2e", 1.0), ("land_tco2e_a", 1.0), ("removal_tco2e_a", -1.0))


def _net(rows: pd.DataFrame) -> pd.Series:
    parts = [sign * rows[column] for column, sign in _SIGNS if rows[column].notna().any()]
    return sum(parts[1:], parts[0]) if parts else pd.Series(math.nan, index=rows.index)


def _told(entries: pd.DataFrame, name: str) -> pd.DataFrame:
    """Every text of a column once, by unit and year."""
    texts = entries.loc[entries[name] != "", [*_KEYS, name]].drop_duplicates().sort_values([*_KEYS, name])
    return texts.groupby(_KEYS)[name].agg("; ".join).reset_index(name=f"{name}s")


def sector_rows(entries: pd.DataFrame) -> pd.DataFrame:
    """Emissions by unit, year, sector and scope, t CO2e: the entries of whole sectors."""
    parts = {item: item.split(SEPARATOR) for item in entries["item"].unique()}
    sectors = {
        item: names[2] for item, names in parts.items() if len(names) == 3 and item.startswith(f"{CO2E}/")
    }
    kept = entries[entries["item"].isin(sectors) & entries["measure"].isin(GASES[0][3])]
    columns = [*_KEYS, "sector", "scope", "value"]
    return kept.assign(sector=kept["item"].map(sectors))[columns].reset_index(drop=True)


def in_other_measures(entries: pd.DataFrame) -> pd.DataFrame:
    """Entries of account items whose unit of measure is not one that the account table holds."""
    known = {row[0]: row[-1] for row in (*ITEMS, *GASES)}
    other = [
        item in known and measure not in known[item]
        for item, measure in zip(entries["item"], entries["measure"])
    ]
    return entries[other]


def rows_of_year(data: ReportData, year: int | None) -> pd.DataFrame:
    """The accounts of one year."""
    rows = data.accounts["accounts"]
    return rows[rows["year"] == year].reset_index(drop=True)


def both_years(data: ReportData) -> pd.DataFrame:
    """The accounts of the year shown and of the one before (``_before``) of units that add up."""
    now, before = (rows_of_year(data, year) for year in (data.book.year, data.book.year_before))
    return single_rows(data, now.merge(before, on="unit", suffixes=("", "_before")))


def wholes(data: ReportData, units: Iterable[str]) -> set[str]:
    """The units that are made of others among ``units``; they are left out of sums."""
    return {data.book.parents[unit] for unit in units if unit in data.book.parents}


def single_rows(data: ReportData, rows: pd.DataFrame) -> pd.DataFrame:
    """The rows of units that are made of no others: these add up."""
    return rows[~rows["unit"].isin(wholes(data, rows["unit"]))].reset_index(drop=True)


def whole_rows(data: ReportData, rows: pd.DataFrame) -> pd.DataFrame:
    """The rows of units that are made of others."""
    return rows[rows["unit"].isin(wholes(data, rows["unit"]))].reset_index(drop=True)


def total_by_year(data: ReportData) -> pd.DataFrame:
    """The accounts of all units that add up, by year; a net is known where that of every unit is.

    ``net_units`` are the units that it holds.
    """
    rows = single_rows(data, data.accounts["accounts"])
    sums = []
    for year, of_year in rows.groupby("year", sort=True):
        flows = of_year[of_year[[column for column, _sign in _SIGNS]].notna().any(axis=1)]
        net = known_sum(of_year["net_tco2e"]) if flows["net_tco2e"].notna().all() else math.nan
        figures = {**{name: known_sum(of_year[name]) for name in FIGURES}, "net_tco2e": net}
        sums.append({"year": int(year), **figures, "net_units": frozenset(flows["unit"])})
    return pd.DataFrame(sums, columns=["year", *FIGURES, "net_units"])
