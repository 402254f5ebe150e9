# SPDX-License-Identifier: GPL-2.0-or-later
"""Posting an account: new versions of what changed, in one transaction, and balanced or not at all."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from ..errors import InputError
from ..progress import Progress, part, silent
from ..total_rows import is_total
from .balance import require_balance
from .checks import checked_entries
from .model import ENTRY_COLUMNS, FACTS, FIGURES, KEY, Posted, Posting
from .read import NUMBERED, last_entries, parents_in, standing
from .session import Book, Session
from .sheets import add_sheets
from .text_limit import refuse_long_units
from .words import Words
from .years_around import years_around

_HEAD = """INSERT INTO postings (posting_id, posted_at, algorithm, plugin_version, manifest, entries, sha256)
    VALUES (?, ?, ?, ?, ?, ?, ?)"""
_NUMBER = "SELECT posting_no FROM postings WHERE posting_id = ?"
_FORGET_UNIT = "DELETE FROM account_units WHERE unit = ?"
_KNOW_UNIT = "INSERT INTO account_units (unit, parent) VALUES (?, ?)"
#: The order in which books keep the columns of an entry, after the number of its posting.
_STORED = (
    *("account", "unit", "year", "item", "scope", "version", "withdrawn"),
    *(*FIGURES, "measure", "tier", "source"),
)


def post(book: Book, posting: Posting, progress: Progress = silent) -> Posted:
    """Book a posting: all of it, balanced, or nothing.

    A posting states its accounts (the first part of an item) as a whole for every unit and year in
    it: an entry that changed gets a new version, one that the new account no longer has is withdrawn,
    and nothing is overwritten. Raises ``InputError`` for entries that are no entries,
    ``ConservationError`` where the book would not balance, ``OutputError`` and ``Cancelled``; then
    the book stands as it did.
    """
    with posting_in(book, posting, progress) as done:
        return done


@contextmanager
def posting_in(book: Book, posting: Posting, progress: Progress = silent) -> Iterator[Posted]:
    """A posting as ``post`` makes it, which stands in the book once the context ends without an error."""
    entries = checked_entries(posting.entries)
    refuse_long_units(posting.parents)
    progress(0.1)
    with book.writing(part(progress, 0.4, 0.9)) as session:
        _book_units(session, posting)
        words = Words(session)
        last = last_entries(session, words, years_around(session, entries))
        progress(0.2)
        new, done = _new_rows(entries, last)
        parents = parents_in(session)
        progress(0.3)
        after = _after(last, new)
        _refuse_totals(entries, parents)
        require_balance(standing(after), parents)
        progress(0.4)
        session.run(_HEAD, _head(posting, entries))
        posting_no = int(session.run(_NUMBER, (posting.posting_id,))[0][0])
        add_sheets(session, words, after, new, posting_no)
        session.load("entries", _columns(new, words, posting_no))
        yield done


def _refuse_totals(entries: pd.DataFrame, parents: Mapping[str, str]) -> None:
    wholes = set(parents.values())
    for unit in entries["unit"].unique():
        if unit not in wholes and is_total(unit):
            raise InputError(
                "The account has a unit “{unit}”: it is the total of others and would count them twice. "
                "Delete its rows, or say in UNIT_TABLE which units are part of it.",
                unit=unit,
            )


def _new_rows(entries: pd.DataFrame, last: pd.DataFrame) -> tuple[pd.DataFrame, Posted]:
    """The rows to add, and what they are: first versions, superseding ones, withdrawals."""
    if last.empty:
        return entries.assign(version=1, withdrawn=0), Posted(len(entries), 0, 0, 0)
    both = entries.merge(last, on=list(KEY), how="left", suffixes=("", "_last"))
    known = both["version"].notna()
    same = known & (both["withdrawn"] == 0)
    for name in (*FIGURES, *FACTS):
        one, other = both[name], both[f"{name}_last"]
        same &= (one == other) | (one.isna() & other.isna())
    changed = both[~same]
    added = changed[["account", *ENTRY_COLUMNS]].assign(
        version=changed["version"].fillna(0).astype(int) + 1, withdrawn=0
    )
    gone = _withdrawn(entries, last)
    first = int((~known).sum())
    done = Posted(first, len(added) - first, len(gone), int(same.sum()))
    return (pd.concat([added, gone], ignore_index=True) if len(gone) else added), done


def _withdrawn(entries: pd.DataFrame, last: pd.DataFrame) -> pd.DataFrame:
    """Entries of the accounts, units and years of a posting that it no longer has."""
    covered = ["unit", "year", "account"]
    stood = last[last["withdrawn"] == 0].merge(entries[covered].drop_duplicates(), on=covered)
    both = stood.merge(entries[list(KEY)], on=list(KEY), how="left", indicator=True)
    gone = both[both["_merge"] == "left_only"]
    figures = dict.fromkeys(FIGURES, np.nan)
    columns = ["account", *ENTRY_COLUMNS, "version", "withdrawn"]
    return gone.assign(**figures, version=gone["version"] + 1, withdrawn=1)[columns]


def _after(last: pd.DataFrame, new: pd.DataFrame) -> pd.DataFrame:
    """The last versions once the new rows are in the book."""
    if last.empty:
        return new
    columns = ["account", *ENTRY_COLUMNS, "version", "withdrawn"]
    if new.empty:
        return last[columns]
    together = pd.concat([last[columns], new[columns]], ignore_index=True)
    return together.drop_duplicates(list(KEY), keep="last").reset_index(drop=True)


def _columns(new: pd.DataFrame, words: Words, posting_no: int) -> list[npt.NDArray[Any]]:
    """The columns of the table, texts by their numbers."""
    columns = {
        name: words.numbers(new[name]) if name in NUMBERED else new[name].to_numpy() for name in _STORED
    }
    # In the order of the index by which entries are found: it grows at its end.
    order = np.lexsort([columns[name] for name in ("scope", "item", "unit", "year")])
    return [np.full(len(new), posting_no), *(columns[name][order] for name in _STORED)]


def _head(posting: Posting, entries: pd.DataFrame) -> tuple[object, ...]:
    digest = hashlib.sha256()
    for name in ENTRY_COLUMNS:
        column = entries[name]
        whole = column.to_numpy().tobytes() if name in (*FIGURES, "year") else "\x1f".join(column).encode()
        digest.update(whole)
    return (
        posting.posting_id,
        posting.posted_at,
        posting.algorithm,
        posting.plugin_version,
        posting.manifest,
        len(entries),
        digest.hexdigest(),
    )


def _book_units(session: Session, posting: Posting) -> None:
    for unit, parent in sorted(posting.parents.items()):
        session.run(_FORGET_UNIT, (unit,))
        session.run(_KNOW_UNIT, (unit, parent))
