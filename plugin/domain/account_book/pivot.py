# SPDX-License-Identifier: GPL-2.0-or-later
"""The standing values of a book as a table: units × years × items, with items or years across."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from .read import Filter, require_book
from .session import Book
from .sheets import HEADING, Sheets, read_sheets
from .words import Words

BY_ITEM, BY_YEAR = "by_item", "by_year"
#: What a row is of that has years across.
_BY_YEAR = ("unit", *HEADING)


@dataclass(frozen=True)
class Pivot:
    """``table`` is indexed by what its rows are of and has NaN where no value stands; ``measures`` are the
    units of measure of its columns, empty where the rows tell them; ``entries`` counts what stands."""

    table: pd.DataFrame
    measures: list[str]
    entries: int


def read_pivot(book: Book, wanted: Filter | None = None, layout: str = BY_ITEM) -> Pivot:
    """Standing values as a table, rows and columns in the order of their names.

    ``by_item``: one row per unit and year, one column per item, named with its scope, and with its
    unit of measure where one item has several. ``by_year``: one row per unit, item, scope and unit of
    measure, one column per year (``y2023``: a bare number is no name of a field in a CSV file). Raises
    ``InputError`` for a book that does not exist.
    """
    with book.reading() as session:
        sheets = read_sheets(require_book(session, book), Words(session), wanted or Filter())
    if wanted is not None:
        sheets = _of_items(sheets, wanted)
    return _by_year(sheets) if layout == BY_YEAR else _by_item(sheets)


def _of_items(sheets: Sheets, wanted: Filter) -> Sheets:
    """The items that are wanted, without rows in which none of them stands."""
    columns = wanted.holds(sheets.headings) & sheets.booked.any(axis=0)
    rows = sheets.booked[:, columns].any(axis=1)
    cells = np.ix_(rows, columns)
    return Sheets(
        sheets.rows[rows].reset_index(drop=True),
        sheets.headings[columns].reset_index(drop=True),
        sheets.values[cells],
        sheets.booked[cells],
    )


def _by_item(sheets: Sheets) -> Pivot:
    names = np.array(_column_names(sheets.headings), dtype=object)
    across = np.argsort(names, kind="stable")
    down = sheets.rows.sort_values(["unit", "year"]).index.to_numpy()
    index = pd.MultiIndex.from_frame(sheets.rows.iloc[down])
    table = pd.DataFrame(sheets.values[np.ix_(down, across)], index=index, columns=names[across])
    measures = sheets.headings["measure"].iloc[across].tolist()
    return Pivot(table, measures, int(sheets.booked.sum()))


def _column_names(headings: pd.DataFrame) -> list[str]:
    several = headings.duplicated(["item", "scope"], keep=False)
    return [
        " | ".join(filter(None, (item, scope, measure if ambiguous else "")))
        for item, scope, measure, ambiguous in zip(*(headings[name] for name in HEADING), several)
    ]


def _by_year(sheets: Sheets) -> Pivot:
    units, unit_names = pd.factorize(sheets.rows["unit"], sort=True)
    years, year_names = pd.factorize(sheets.rows["year"], sort=True)
    order = sheets.headings.sort_values(list(HEADING)).index.to_numpy()
    booked, wide = sheets.booked[:, order], max(len(order), 1)
    row, column = np.nonzero(booked)
    line = units[row] * wide + column
    # Numbered by a table of flags in place of a sort: of most units all items stand.
    used = np.zeros(len(unit_names) * wide, dtype=bool)
    used[line] = True
    lines = np.flatnonzero(used)
    values = np.full((len(lines), len(year_names)), np.nan)
    values[(np.cumsum(used) - 1)[line], years[row]] = sheets.values[:, order][booked]
    named = sheets.headings.iloc[order[lines % wide]].reset_index(drop=True)
    named.insert(0, "unit", np.asarray(unit_names, dtype=object)[lines // wide])
    index = pd.MultiIndex.from_frame(named[list(_BY_YEAR)])
    table = pd.DataFrame(values, index=index, columns=[f"y{year}" for year in year_names])
    return Pivot(table, [""] * len(year_names), len(row))
