# SPDX-License-Identifier: GPL-2.0-or-later
"""Reading the entries of an account book: what stands, and what stood before."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from ..errors import InputError
from .model import ENTRY_COLUMNS, FIGURES
from .session import Book, Session
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
        kept = self.holds(frame)
        return frame if kept.all() else frame[kept].reset_index(drop=True)

    def holds(self, frame: pd.DataFrame) -> npt.NDArray[np.bool_]:
        """Which rows pass, by those columns of an entry that the frame has."""
        kept = np.ones(len(frame), dtype=bool)
        for column, wanted in (("unit", self.units), ("year", self.years), ("scope", self.scopes)):
            if wanted and column in frame:
                kept &= frame[column].isin(wanted).to_numpy()
        if self.item and "item" in frame:
            item, below = frame["item"], f"{self.item.rstrip('/')}/"
            kept &= ((item == self.item) | item.str.startswith(below)).to_numpy(dtype=bool)
        return kept


def read_entries(book: Book, wanted: Filter | None = None, *, history: bool = False) -> pd.DataFrame:
    """The entries that stand (``CURRENT_COLUMNS``), or with ``history`` all versions with their postings.

    Sorted by unit, year, item, scope and version. Raises ``InputError`` for a book that does not exist.
    """
    with book.reading() as session:
        session = require_book(session, book)
        frame = _frame(session.run(_HISTORY if history else _LAST), Words(session))
        postings = pd.DataFrame.from_records(session.run(_POSTINGS), columns=["posting_no", *POSTING_COLUMNS])
    frame = (wanted or Filter()).of(frame if history else standing(frame))
    order = ["unit", "year", "item", "scope", "version"]
    frame = frame.sort_values(order, kind="stable", ignore_index=True)
    return frame.merge(postings, on="posting_no", how="left") if history else frame


def last_entries(session: Session, words: Words, years: Collection[int] | None = None) -> pd.DataFrame:
    """The last version of every entry (also withdrawn ones), of some years where given."""
    if years is None:
        return _frame(session.run(_LAST), words)
    return _frame(session.run(_LAST_OF_YEARS, (min(years), max(years))), words)


def standing(frame: pd.DataFrame) -> pd.DataFrame:
    """The entries that are not withdrawn."""
    stands = frame["withdrawn"].to_numpy() == 0
    return frame if stands.all() else frame[stands].reset_index(drop=True)


def parents_in(session: Session) -> dict[str, str]:
    """Which unit is part of which."""
    return dict(session.run("SELECT unit, parent FROM account_units"))


def require_book(session: Session | None, book: Book) -> Session:
    """The session of a book that exists; ``InputError`` where it does not."""
    if session is None:
        raise InputError(
            "There is no account book at “{name}”. Post an account first, or choose another STORE.",
            name=book.name,
        )
    return session


def _frame(rows: list[tuple[object, ...]], words: Words) -> pd.DataFrame:
    frame = pd.DataFrame.from_records(rows, columns=list(_STORED))
    for name in FIGURES:
        frame[name] = frame[name].astype(float)
    for name in NUMBERED:
        frame[name] = words.texts(frame[name])
    return frame[list(CURRENT_COLUMNS)]
