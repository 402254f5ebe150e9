# SPDX-License-Identifier: GPL-2.0-or-later
"""Which years of a book a posting has to balance with: those from and to which its stocks are carried."""

from __future__ import annotations

import pandas as pd

from .balance import OPENING
from .items import SEPARATOR
from .session import Session

_BEFORE = "SELECT MAX(year) FROM entries WHERE year < ?"
_AFTER = "SELECT MIN(year) FROM entries WHERE year > ?"
_OPENINGS = "SELECT word_no, word FROM words WHERE word LIKE ?"
_ITEM = "SELECT word_no, word FROM words WHERE word = ?"
_LAST_BOOKED = """SELECT unit.word, MAX(e.year) FROM last_entries e
    JOIN words unit ON unit.word_no = e.unit_no
    WHERE e.item_no = ? AND e.year < ? AND e.withdrawn = 0 AND e.value IS NOT NULL GROUP BY unit.word"""
_NEXT_OPENED = """SELECT unit.word, MIN(e.year) FROM last_entries e
    JOIN words unit ON unit.word_no = e.unit_no
    WHERE e.item_no = ? AND e.year > ? AND e.withdrawn = 0 GROUP BY unit.word"""
_END = f"{SEPARATOR}{OPENING}"


def years_around(session: Session, entries: pd.DataFrame) -> tuple[int, int]:
    """The first and the last year that the balance of a posting needs.

    These are the booked years next to its own, or farther ones where an opening of the posting goes back to
    an older year of its unit, or a later opening of a unit goes back to the posting.
    """
    first, last = int(entries["year"].min()), int(entries["year"].max())
    before = [year for (year,) in session.run(_BEFORE, (first,)) if year is not None]
    after = [year for (year,) in session.run(_AFTER, (last,)) if year is not None]
    opened = entries[entries["item"].str.endswith(_END)]
    for item, rows in opened.groupby("item"):
        for number, _whole in session.run(_ITEM, (str(item)[: -len(_END)],)):
            before += _years(session, _LAST_BOOKED, number, first, rows)
    for number, item in session.run(_OPENINGS, (f"%{_END}",)):
        whole = entries[entries["item"] == item[: -len(_END)]]
        if len(whole):
            after += _years(session, _NEXT_OPENED, number, last, whole)
    return min([first, *before]), max([last, *after])


def _years(session: Session, statement: str, item_no: int, year: int, rows: pd.DataFrame) -> list[int]:
    units = set(rows["unit"])
    return [int(found) for unit, found in session.run(statement, (item_no, year)) if unit in units]
