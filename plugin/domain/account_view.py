# SPDX-License-Identifier: GPL-2.0-or-later
"""Accounts as a person asks for them: one quantity by unit, by its parts, or along the years.

Works on entries (``account_book.ENTRY_COLUMNS``), whether they come out of the account book or out of
the table of one run. Nothing is added up here: every figure shown is an entry.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from .account_book.items import SEPARATOR, breakdown_of, parent_of

Floats = npt.NDArray[np.float64]
FIGURES = ("value", "low", "high")


@dataclass(frozen=True, order=True)
class Quantity:
    """An account item in one scope, with its unit of measure."""

    item: str
    scope: str
    measure: str


@dataclass(frozen=True)
class View:
    """Figures in a grid: rows and columns by name; ``low`` and ``high`` are NaN where not known."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    value: Floats
    low: Floats
    high: Floats
    measure: str


def quantities(entries: pd.DataFrame) -> list[Quantity]:
    """What the entries are of, sorted; a part stands for its whole, also where that has no entry itself."""
    keys = entries[["item", "scope", "measure"]].drop_duplicates()
    return sorted({Quantity(_whole_of(row.item), row.scope, row.measure) for row in keys.itertuples()})


def has_whole(entries: pd.DataFrame, quantity: Quantity) -> bool:
    """Whether a quantity has entries of its own, and not only of its parts."""
    return len(_of(entries, quantity)) > 0


def ways_down(entries: pd.DataFrame, quantity: Quantity) -> list[str]:
    """The ways in which a quantity is broken down: ``pool``, ``class``; "" for plain parts (sectors)."""
    parts = _parts(entries, quantity)
    return sorted({breakdown_of(item) for item in parts["item"].unique()})


def years_of(entries: pd.DataFrame, quantity: Quantity) -> list[int]:
    """The years of a quantity and of its parts, the first first."""
    both = {*_of(entries, quantity)["year"], *_parts(entries, quantity)["year"]}
    return sorted(int(year) for year in both)


def by_unit(entries: pd.DataFrame, quantity: Quantity, year: int) -> View:
    """One row per unit, one column: the quantity in a year; the largest first."""
    rows = _of(entries, quantity)
    rows = rows[rows["year"] == year].sort_values(["value", "unit"], ascending=[False, True])
    return _grid(rows.assign(column=quantity.item), tuple(rows["unit"]), (quantity.item,), quantity.measure)


def by_part(entries: pd.DataFrame, quantity: Quantity, way: str, year: int) -> View:
    """One row per unit, one column per part of the quantity in a year; units as in ``by_unit``."""
    parts = _parts(entries, quantity)
    parts = parts[(parts["year"] == year) & (parts["item"].map(breakdown_of) == way)]
    order = by_unit(entries, quantity, year).rows
    units = [*order, *sorted(set(parts["unit"]) - set(order))]
    kept = tuple(unit for unit in units if unit in set(parts["unit"]))
    sizes = parts.assign(size=parts["value"].abs()).groupby("item")["size"].sum()
    columns = tuple(sizes.sort_values(ascending=False, kind="stable").index)
    return _grid(parts.assign(column=parts["item"]), kept, columns, quantity.measure)


def by_year(entries: pd.DataFrame, quantity: Quantity, units: tuple[str, ...] = ()) -> View:
    """One row per year, one column per unit (all, or those named)."""
    rows = _of(entries, quantity)
    columns = tuple(unit for unit in sorted(rows["unit"].unique()) if not units or unit in units)
    rows = rows[rows["unit"].isin(columns)]
    years = tuple(str(year) for year in sorted(rows["year"].unique()))
    grid = rows.assign(column=rows["unit"], unit=rows["year"].astype(str))
    return _grid(grid, years, columns, quantity.measure)


def transitions(frame: pd.DataFrame, figure: str, units: tuple[str, ...] = ()) -> View:
    """From class (rows) to class (columns): the sum of ``figure`` over units (all, or those named)."""
    chosen = frame[frame["unit"].isin(units)] if units else frame
    sums = chosen.groupby(["from_class", "to_class"], sort=True)[figure].sum(min_count=1).unstack()
    names = sorted({*sums.index, *sums.columns})
    value = sums.reindex(index=names, columns=names).to_numpy(float)
    nothing = np.full(value.shape, np.nan)
    return View(tuple(names), tuple(names), value, nothing, nothing, "")


def _whole_of(item: str) -> str:
    parent = parent_of(item)
    return item if parent is None else _whole_of(parent)


def _of(entries: pd.DataFrame, quantity: Quantity) -> pd.DataFrame:
    return entries[(entries["item"] == quantity.item) & (entries["scope"] == quantity.scope)]


def _parts(entries: pd.DataFrame, quantity: Quantity) -> pd.DataFrame:
    """The entries of the parts one level below a quantity."""
    below = entries["item"].str.startswith(quantity.item + SEPARATOR)
    level = entries["item"].str.count(SEPARATOR) == quantity.item.count(SEPARATOR) + 1
    same = (entries["scope"] == quantity.scope) & (entries["measure"] == quantity.measure)
    return entries[below & level & same]


def _grid(rows: pd.DataFrame, names: tuple[str, ...], columns: tuple[str, ...], measure: str) -> View:
    figures = {
        figure: rows.pivot(index="unit", columns="column", values=figure)
        .reindex(index=list(names), columns=list(columns))
        .to_numpy(float)
        for figure in FIGURES
    }
    return View(names, columns, figures["value"], figures["low"], figures["high"], measure)
