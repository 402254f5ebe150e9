# SPDX-License-Identifier: GPL-2.0-or-later
"""Reading an account book: what stands, what stood before, and as a table of units × items × years."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..errors import InputError
from .database import Book, Session
from .model import ENTRY_COLUMNS, FIGURES
from .words import Words

#: Columns of the entries that stand, and what the history has besides.
CURRENT_COLUMNS = ("posting_no", "account", *ENTRY_COLUMNS, "version", "withdrawn")
POSTING_COLUMNS = ("posting_id", "posted_at", "algorithm", "plugin_version")
#: Columns of texts that the book keeps by number.
NUMBERED = ("account", "unit", "item", "scope", "measure", "tier", "source")
_STORED = (
    *("posting_no", "account", "unit", "year", "item", "scope"),
    *("value", "low", "high", "measure", "tier", "source", "version", "withdrawn"),
)
_LAST = """SELECT posting_no, account_no, unit_no, year, item_no, scope_no, value, low, high, measure_no,
        tier_no, source_no, version, withdrawn
    FROM last_entries ORDER BY year, unit_no, item_no, scope_no"""
_LAST_OF_YEARS = """SELECT posting_no, account_no, unit_no, year, item_no, scope_no, value, low, high,
        measure_no, tier_no, source_no, version, withdrawn
    FROM last_entries WHERE year BETWEEN ? AND ? ORDER BY year, unit_no, item_no, scope_no"""
_HISTORY = """SELECT posting_no, account_no, unit_no, year, item_no, scope_no, value, low, high, measure_no,
        tier_no, source_no, version, withdrawn
    FROM entries ORDER BY year, unit_no, item_no, scope_no, version"""
_VALUES = "SELECT unit_no, year, item_no, scope_no, value FROM last_entries WHERE withdrawn = 0"
_POSTINGS = "SELECT posting_no, posting_id, posted_at, algorithm, plugin_version FROM postings"


@dataclass(frozen=True)
class Filter:
    """Which entries: every set that is not empty must hold the entry's value; ``item`` is a beginning."""

    units: frozenset[str] = frozenset()
    years: frozenset[int] = frozenset()
    item: str = ""
    scopes: frozenset[str] = frozenset()

    def of(self, frame: pd.DataFrame) -> pd.DataFrame:
        """The rows that pass."""
        kept = np.ones(len(frame), dtype=bool)
        for column, wanted in (("unit", self.units), ("year", self.years), ("scope", self.scopes)):
            if wanted:
                kept &= frame[column].isin(wanted).to_numpy()
        if self.item:
            item, below = frame["item"], f"{self.item.rstrip('/')}/"
            kept &= ((item == self.item) | item.str.startswith(below)).to_numpy()
        return frame if kept.all() else frame[kept].reset_index(drop=True)


def read_entries(book: Book, wanted: Filter | None = None, *, history: bool = False) -> pd.DataFrame:
    """The entries that stand (``CURRENT_COLUMNS``), or with ``history`` all versions with their postings.

    Sorted by unit, year, item, scope and version. Raises ``InputError`` for a book that does not exist.
    """
    with book.reading() as session:
        if session is None:
            raise _no_book(book)
        frame = _frame(session.run(_HISTORY if history else _LAST), Words(session))
        postings = pd.DataFrame.from_records(session.run(_POSTINGS), columns=["posting_no", *POSTING_COLUMNS])
    frame = (wanted or Filter()).of(frame if history else standing(frame))
    order = ["unit", "year", "item", "scope", "version"]
    frame = frame.sort_values(order, kind="stable", ignore_index=True)
    return frame.merge(postings, on="posting_no", how="left") if history else frame


def read_pivot(book: Book, wanted: Filter | None = None) -> pd.DataFrame:
    """Standing values, one row per unit and year, one column per item (and scope, where it is not empty).

    Raises ``InputError`` for a book that does not exist.
    """
    if wanted is not None:
        return pivot(read_entries(book, wanted))
    with book.reading() as session:
        if session is None:
            raise _no_book(book)
        rows, words = session.run(_VALUES), Words(session)
    # By number, and named at the end: there are far fewer names than entries.
    names = ["unit", "year", "item", "scope", "value"]
    columns = [np.array(column) for column in zip(*rows)] or [np.empty(0)] * len(names)
    frame = pd.DataFrame(dict(zip(names, columns))).astype({"value": float})
    table = frame.set_index(["unit", "year", "item", "scope"])["value"].unstack(["item", "scope"])
    return _named(table, words)


def _named(table: pd.DataFrame, words: Words) -> pd.DataFrame:
    items, scopes = (words.texts(table.columns.get_level_values(level).to_series()) for level in (0, 1))
    units = words.texts(table.index.get_level_values(0).to_series())
    years = table.index.get_level_values(1)
    table = table.set_axis([_column(*pair) for pair in zip(items, scopes)], axis=1)
    table = table.set_axis(pd.MultiIndex.from_arrays([units, years], names=["unit", "year"]), axis=0)
    return table.sort_index(axis=0).sort_index(axis=1).rename_axis("column", axis=1)


def pivot(entries: pd.DataFrame) -> pd.DataFrame:
    """The values of entries in the shape of ``read_pivot``."""
    names = [_column(item, scope) for item, scope in zip(entries["item"], entries["scope"])]
    return entries.assign(column=names).set_index(["unit", "year", "column"])["value"].unstack("column")


def _column(item: str, scope: str) -> str:
    return f"{item} | {scope}" if scope else item


def last_entries(session: Session, words: Words, years: Collection[int] | None = None) -> pd.DataFrame:
    """The last version of every entry (also withdrawn ones), of some years where given."""
    if years is None:
        return _frame(session.run(_LAST), words)
    return _frame(session.run(_LAST_OF_YEARS, (min(years), max(years))), words)


def standing(frame: pd.DataFrame) -> pd.DataFrame:
    """The entries that are not withdrawn."""
    return frame[frame["withdrawn"] == 0].reset_index(drop=True)


def parents_in(session: Session) -> dict[str, str]:
    """Which unit is part of which."""
    return dict(session.run("SELECT unit, parent FROM account_units"))


def _no_book(book: Book) -> InputError:
    return InputError(
        "There is no account book at “{name}”. Post an account first, or choose another STORE.",
        name=book.name,
    )


def _frame(rows: list[tuple[object, ...]], words: Words) -> pd.DataFrame:
    frame = pd.DataFrame.from_records(rows, columns=list(_STORED))
    for name in FIGURES:
        frame[name] = frame[name].astype(float)
    for name in NUMBERED:
        frame[name] = words.texts(frame[name])
    return frame[list(CURRENT_COLUMNS)]
