# SPDX-License-Identifier: GPL-2.0-or-later
"""Account tables of the tools as entries: which column is which item (resources/accounts/columns.csv)."""

from __future__ import annotations

import math
from functools import lru_cache

import numpy as np
import pandas as pd

from ...paths import RESOURCES
from ..errors import InputError
from ..plausible import CALENDAR_YEARS
from .items import PREFIX, SEPARATOR
from .model import ENTRY_COLUMNS, FIGURES, KEY

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
#: Columns that name what a row is of; none of them may be empty.
_NAMED = ("unit", _CLASS, *_ALL_SECTORS, "measure")


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

    The year is that of the row (``year``, ``year_after``), else the one given. The index of the frame
    numbers its rows. Raises ``InputError`` with the row where year or unit is missing, and for
    texts in place of numbers.
    """
    shape = shape_of(list(frame.columns), table)
    if frame.empty:
        raise InputError("Table “{table}” has no rows: there is nothing to book.", table=table)
    years = _years(frame, shape, year, table)
    named = {name: _names(frame, name, table) for name in _NAMED if name in frame}
    frame = frame.assign(**named)
    if shape == LONG:
        return _long(frame, years, table, tier, source)
    parts = [
        _column(frame, years, row.column, _item(frame, row.item, shape), row.measure, shape, table)
        for row in known_columns().itertuples()
        if row.shape == shape and row.column in frame.columns and not _left_out(frame, row.item, shape)
    ]
    entries = pd.concat(parts, ignore_index=True).assign(tier=tier, source=source)
    if shape == EMISSION:
        entries = pd.concat([entries, _sector_sums(entries)], ignore_index=True)
    # A unit that a table has twice is no sum, but a mistake: the checks of the posting refuse it.
    adds_up = shape == EMISSION or _CLASS in frame
    return (_summed(entries) if adds_up else entries)[list(ENTRY_COLUMNS)]


def _years(frame: pd.DataFrame, shape: str, year: int | None, table: str) -> pd.Series:
    name = "year_after" if shape == CHANGE else "year"
    years = _numbers(frame, name, table) if name in frame else pd.Series(math.nan, index=frame.index)
    broken = years.notna() & ((years % 1 != 0) | ~years.between(*CALENDAR_YEARS))
    if broken.any():
        raise InputError(
            "Table “{table}”, row {row}: {value} in column {column} is no year. Write whole years such as "
            "2023.",
            table=table,
            row=frame.index[broken][0],
            value=float(years[broken].iloc[0]),
            column=name,
        )
    years = years if year is None else years.fillna(year)
    if years.isna().any():
        raise InputError(
            "Table “{table}” does not tell the year of its account. Give YEAR, or make the account with a "
            "year.",
            table=table,
        )
    return years.astype(int)


def _names(frame: pd.DataFrame, column: str, table: str) -> pd.Series:
    """A column as text; a code that a field of decimals holds is still a code."""
    codes, distinct = pd.factorize(frame[column])
    texts = np.array([*map(_text_of, distinct), ""], dtype=object)
    names = pd.Series(texts[codes], index=frame.index, dtype=object)
    if (names == "").any():
        raise InputError(
            "Table “{table}”, row {row}: column {column} is empty. Fill it in, or leave the row out.",
            table=table,
            row=frame.index[names == ""][0],
            column=column,
        )
    return names


def _text_of(value: object) -> str:
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value).strip()


def _long(frame: pd.DataFrame, years: pd.Series, table: str, tier: str, source: str) -> pd.DataFrame:
    blank = pd.Series("", index=frame.index)
    columns = {name: frame.get(name, blank) for name in ENTRY_COLUMNS}
    made = pd.DataFrame({**columns, "year": years})
    for name, text in (("tier", tier), ("source", source)):
        made[name] = [value or text for value in made[name].fillna("")]
    for name in FIGURES:
        made[name] = _numbers(made, name, table)
    return made[list(ENTRY_COLUMNS)]


def _numbers(frame: pd.DataFrame, column: str, table: str) -> pd.Series:
    values = frame[column]
    numbers = pd.to_numeric(values, errors="coerce").astype(float)
    stated = values.notna() & (values.astype(str).str.strip() != "")
    wrong = stated & ~np.isfinite(numbers)
    if wrong.any():
        raise InputError(
            "Table “{table}”, row {row}: “{value}” in column {column} is no number. Write it with digits and "
            "a decimal point, without separators of thousands.",
            table=table,
            row=frame.index[wrong][0],
            value=values[wrong].iloc[0],
            column=column,
        )
    return numbers


def _item(frame: pd.DataFrame, item: str, shape: str) -> pd.Series:
    items = pd.Series(item, index=frame.index)
    if shape == BASELINE and _CLASS in frame:
        return items + SEPARATOR + "class" + PREFIX + frame[_CLASS]
    if shape == EMISSION:
        for column in _ALL_SECTORS:
            if column in frame:
                items = items + SEPARATOR + frame[column].str.replace(SEPARATOR, "-", regex=False)
    return items


def _left_out(frame: pd.DataFrame, item: str, shape: str) -> bool:
    return shape == BASELINE and _CLASS in frame and item not in _BY_CLASS


def _column(
    frame: pd.DataFrame,
    years: pd.Series,
    column: str,
    items: pd.Series,
    measure: str,
    shape: str,
    table: str,
) -> pd.DataFrame:
    blank = pd.Series(math.nan, index=frame.index)
    scopes = frame["scope"].fillna("").map(_text_of) if shape == EMISSION and "scope" in frame else ""
    low, high = (
        _numbers(frame, f"{column}_{end}", table) if f"{column}_{end}" in frame else blank
        for end in ("low", "high")
    )
    return pd.DataFrame(
        {
            "unit": frame["unit"],
            "year": years,
            "item": items,
            "scope": scopes,
            "value": _numbers(frame, column, table),
            "low": low,
            "high": high,
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


def refuse_parts_of_others(wholes: pd.DataFrame, parts: pd.DataFrame, table: str) -> None:
    """Refuse parts (entries of ``table``) of units and years that the account itself does not have."""
    keys = ["unit", "year"]
    both = (
        parts[keys]
        .drop_duplicates()
        .merge(wholes[keys].drop_duplicates(), on=keys, how="left", indicator=True)
    )
    strange = both[both["_merge"] == "left_only"]
    if len(strange):
        raise InputError(
            "Table “{table}” has unit “{unit}” in {year}, the account has not ({count} in all). Give the "
            "tables of one run.",
            table=table,
            unit=strange["unit"].iloc[0],
            year=int(strange["year"].iloc[0]),
            count=len(strange),
        )
