# SPDX-License-Identifier: GPL-2.0-or-later
"""Account tables of the tools as entries: which column is which item (resources/accounts/columns.csv)."""

from __future__ import annotations

import math
from functools import lru_cache

import numpy as np
import pandas as pd

from ...paths import RESOURCES
from ..errors import InputError
from .items import PREFIX, SEPARATOR
from .model import ENTRY_COLUMNS, KEY

LONG, BASELINE, CHANGE, EMISSION = "entries", "baseline", "change", "emission"
#: What a table must have to be of a shape; the first that fits is taken.
_MARKS = {
    LONG: ("unit", "item", "value", "measure"),
    CHANGE: ("unit", "stock_before_tc", "stock_after_tc", "year_after"),
    EMISSION: ("unit", "sector", "co2_t", "emission_tco2e"),
    BASELINE: ("unit", "area_ha", "stock_tc"),
}
_CLASS = "carbon_class"
#: Items of a class table that add up over classes; net follows from the others.
_BY_CLASS = ("baseline/area", "baseline/stock", "baseline/removal", "baseline/emission")
_ALL_SECTORS = ("sector", "item")


@lru_cache(maxsize=1)
def known_columns() -> pd.DataFrame:
    """Columns, items, units of measure and names of the account tables."""
    return pd.read_csv(RESOURCES / "accounts" / "columns.csv", dtype=str, keep_default_na=False)


def shape_of(columns: list[str], table: str) -> str:
    """Which kind of account a table is. Raises ``InputError`` for none of them."""
    for shape, marks in _MARKS.items():
        if set(marks) <= set(columns):
            return shape
    raise InputError(
        "Table “{table}” is no account: it has neither the fields of “Sink baseline”, “Change of carbon "
        "stock” or “Emission inventory”, nor unit, year, item, value and measure.",
        table=table,
    )


def entries_of_table(
    frame: pd.DataFrame, table: str, *, year: int | None = None, tier: str = "", source: str = ""
) -> pd.DataFrame:
    """The entries (``ENTRY_COLUMNS``) of an account table.

    The year is that of the row (``year``, ``year_after``), else the one given; ``InputError`` where
    there is neither.
    """
    shape = shape_of(list(frame.columns), table)
    years = _years(frame, shape, year, table)
    if shape == LONG:
        return _long(frame, years, tier, source)
    parts = [
        _column(frame, years, row.column, _item(frame, row.item, shape), row.measure, shape)
        for row in known_columns().itertuples()
        if row.shape == shape and row.column in frame.columns and not _left_out(frame, row.item, shape)
    ]
    entries = pd.concat(parts, ignore_index=True).assign(tier=tier, source=source)
    if shape == EMISSION:
        entries = pd.concat([entries, _sector_sums(entries)], ignore_index=True)
    return _summed(entries)[list(ENTRY_COLUMNS)]


def _years(frame: pd.DataFrame, shape: str, year: int | None, table: str) -> pd.Series:
    name = "year_after" if shape == CHANGE else "year"
    own = pd.to_numeric(frame[name], errors="coerce") if name in frame else pd.Series(np.nan, frame.index)
    years = own if year is None else own.fillna(year)
    if years.isna().any():
        raise InputError(
            "Table “{table}” does not tell the year of its account. Give YEAR, or make the account with a "
            "year.",
            table=table,
        )
    return years.astype(int)


def _long(frame: pd.DataFrame, years: pd.Series, tier: str, source: str) -> pd.DataFrame:
    blank = pd.Series("", index=frame.index)
    columns = {name: frame.get(name, blank) for name in ENTRY_COLUMNS}
    made = pd.DataFrame({**columns, "year": years})
    for name, text in (("tier", tier), ("source", source)):
        made[name] = [value or text for value in made[name].fillna("")]
    for name in ("value", "low", "high"):
        made[name] = _numbers(made[name], name)
    return made[list(ENTRY_COLUMNS)]


def _numbers(values: pd.Series, name: str) -> pd.Series:
    numbers = pd.to_numeric(values.replace("", None), errors="coerce")
    wrong = numbers.isna() & values.notna() & (values.astype(str).str.strip() != "")
    if wrong.any():
        raise InputError(
            "Column “{column}” holds “{value}”, which is no number. Correct the table.",
            column=name,
            value=values[wrong].iloc[0],
        )
    return numbers.astype(float)


def _item(frame: pd.DataFrame, item: str, shape: str) -> pd.Series:
    items = pd.Series(item, index=frame.index)
    if shape == BASELINE and _CLASS in frame:
        return items + SEPARATOR + "class" + PREFIX + frame[_CLASS].astype(str)
    if shape == EMISSION:
        for column in _ALL_SECTORS:
            if column in frame:
                items = items + SEPARATOR + frame[column].astype(str).str.replace(SEPARATOR, "-", regex=False)
    return items


def _left_out(frame: pd.DataFrame, item: str, shape: str) -> bool:
    return shape == BASELINE and _CLASS in frame and item not in _BY_CLASS


def _column(
    frame: pd.DataFrame, years: pd.Series, column: str, items: pd.Series, measure: str, shape: str
) -> pd.DataFrame:
    blank = pd.Series(math.nan, index=frame.index)
    scopes = frame["scope"].fillna("").astype(str) if shape == EMISSION and "scope" in frame else ""
    return pd.DataFrame(
        {
            "unit": frame["unit"].astype(str),
            "year": years,
            "item": items,
            "scope": scopes,
            "value": pd.to_numeric(frame[column], errors="coerce"),
            "low": pd.to_numeric(frame.get(f"{column}_low", blank), errors="coerce"),
            "high": pd.to_numeric(frame.get(f"{column}_high", blank), errors="coerce"),
            "measure": measure,
        }
    )


def _sector_sums(entries: pd.DataFrame) -> pd.DataFrame:
    """The wholes of an inventory: every sector and all sectors, of which intervals are not sums."""
    sums = []
    level = entries
    while (deeper := level["item"].str.count(SEPARATOR) > 1).any():
        level = level[deeper].assign(item=level.loc[deeper, "item"].str.rsplit(SEPARATOR, n=1).str[0])
        sums.append(level.assign(low=math.nan, high=math.nan))
    return pd.concat(sums, ignore_index=True)


def _summed(entries: pd.DataFrame) -> pd.DataFrame:
    """Rows of one key as one entry: methods of a class, activities of an item."""
    keys = [*KEY, "measure", "tier", "source"]
    doubled = entries.duplicated(keys, keep=False)
    if not doubled.any():
        return entries
    sums = entries[doubled].groupby(keys, sort=False)["value"].agg(lambda part: part.sum(min_count=1))
    merged = sums.reset_index().assign(low=math.nan, high=math.nan)
    return pd.concat([entries[~doubled], merged], ignore_index=True)
