# SPDX-License-Identifier: GPL-2.0-or-later
"""Posting an account: new versions of what changed, in one transaction, and balanced or not at all."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np
import pandas as pd

from ..progress import Progress, part, silent
from .balance import require_balance
from .checks import checked_entries
from .database import Book, Session
from .model import ENTRY_COLUMNS, FACTS, FIGURES, KEY, Posted, Posting
from .read import NUMBERED, last_entries, parents_in, standing
from .words import Words

_HEAD = """INSERT INTO postings (posting_id, posted_at, algorithm, plugin_version, manifest, entries, sha256)
    VALUES (?, ?, ?, ?, ?, ?, ?)"""
_NUMBER = "SELECT posting_no FROM postings WHERE posting_id = ?"
_YEAR_BEFORE = "SELECT MAX(year) FROM entries WHERE year < ?"
_YEAR_AFTER = "SELECT MIN(year) FROM entries WHERE year > ?"
_FORGET_UNIT = "DELETE FROM account_units WHERE unit = ?"
_KNOW_UNIT = "INSERT INTO account_units (unit, parent) VALUES (?, ?)"
_STORED = (
    *("posting_no", "account", "unit", "year", "item", "scope", "version", "withdrawn"),
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
    progress(0.1)
    with book.writing(part(progress, 0.4, 0.9)) as session:
        _book_units(session, posting)
        words = Words(session)
        last = last_entries(session, words, _years_around(session, entries["year"]))
        progress(0.2)
        new, done = _new_rows(entries, last)
        parents = parents_in(session)
        progress(0.3)
        require_balance(standing(_after(last, new)), parents)
        progress(0.4)
        session.run(_HEAD, _head(posting, entries))
        new["posting_no"] = session.run(_NUMBER, (posting.posting_id,))[0][0]
        session.load("entries", _rows(new, words))
        yield done


def _years_around(session: Session, years: pd.Series) -> tuple[int, int]:
    """The years of a posting with the booked ones next to them, from and to which stocks are carried."""
    first, last = int(years.min()), int(years.max())
    before = session.run(_YEAR_BEFORE, (first,))[0][0]
    after = session.run(_YEAR_AFTER, (last,))[0][0]
    return (first if before is None else int(before)), (last if after is None else int(after))


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


def _rows(new: pd.DataFrame, words: Words) -> list[tuple[object, ...]]:
    """Plain values in the order of the table, None for missing ones."""
    words.learn(text for name in NUMBERED for text in pd.unique(new[name]))
    ordered = new.sort_values(["year", "unit", "item", "scope"], kind="stable")
    columns = []
    for name in _STORED:
        values = words.numbers(ordered[name]) if name in NUMBERED else ordered[name].to_numpy()
        plain = values.tolist()
        columns.append([None if value != value else value for value in plain] if name in FIGURES else plain)
    return list(zip(*columns))


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
