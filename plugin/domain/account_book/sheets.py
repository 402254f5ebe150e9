# SPDX-License-Identifier: GPL-2.0-or-later
"""Sheets (账页): all standing values of a unit and year in one row, from which pivots are read.

A posting adds a new sheet for every unit and year in which it changes something; the last one counts.
``headings`` are the numbers of item, scope and unit of measure of each value (three little-endian
32-bit integers), ``figures`` the values (little-endian 64-bit floats, NaN where missing).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from .read import Filter
from .session import Columns, Session
from .words import Numbers, Words

Table = npt.NDArray[np.float64]
Known = npt.NDArray[np.bool_]

HEADING = ("item", "scope", "measure")
_NUMBER, _FIGURE = np.dtype("<i4"), np.dtype("<f8")
#: More than any number of a unit.
_UNITS = 1 << 40
_LAST = """SELECT unit_no, year, headings, figures FROM sheets s WHERE NOT EXISTS (
        SELECT 1 FROM sheets n WHERE n.unit_no = s.unit_no AND n.year = s.year
            AND n.posting_no > s.posting_no)
    ORDER BY year, unit_no"""


@dataclass(frozen=True)
class Sheets:
    """``values`` has a row for each of ``rows`` (unit, year) and a column for each of ``headings``
    (``HEADING``); ``booked`` tells where an entry stands, also one without a value."""

    rows: pd.DataFrame
    headings: pd.DataFrame
    values: Table
    booked: Known


def add_sheets(
    session: Session, words: Words, last: pd.DataFrame, new: pd.DataFrame, posting_no: int
) -> None:
    """Add the sheets of the units and years of ``new`` rows; ``last`` are all last versions of them."""
    if new.empty:
        return
    touched = np.unique(_page(words.numbers(new["unit"]), new["year"].to_numpy()))
    page = _page(words.numbers(last["unit"]), last["year"].to_numpy())
    stands = np.isin(page, touched) & (last["withdrawn"].to_numpy() == 0)
    numbers = np.column_stack([words.numbers(last[name])[stands] for name in HEADING]).astype(_NUMBER)
    order = np.lexsort((numbers[:, 1], numbers[:, 0], page[stands]))
    ends = np.searchsorted(page[stands][order], touched, side="right")
    headings = _slices(numbers[order], ends)
    figures = _slices(last["value"].to_numpy()[stands][order].astype(_FIGURE), ends)
    columns: Columns = [
        np.full(len(touched), posting_no),
        touched % _UNITS,
        touched // _UNITS,
        headings,
        figures,
    ]
    session.load("sheets", columns)


def _slices(rows: npt.NDArray[Any], ends: Numbers) -> list[bytes]:
    """The rows in pieces, each up to one of the ends, as bytes."""
    packed, wide = rows.tobytes(), rows.itemsize * (rows.size // max(len(rows), 1))
    stops = (ends * wide).tolist()
    return [packed[start:stop] for start, stop in zip([0, *stops], stops)]


def _page(units: Numbers, years: npt.NDArray[np.int64]) -> Numbers:
    """One number for a unit and year."""
    return np.asarray(years.astype(np.int64) * _UNITS + units, dtype=np.int64)


def read_sheets(session: Session, words: Words, wanted: Filter) -> Sheets:
    """What stands in the book of the units and years that are wanted, with all items."""
    pages = [page for page in session.run(_LAST) if len(page[2])]
    rows = pd.DataFrame([page[:2] for page in pages], columns=["unit", "year"])
    rows = rows.assign(unit=words.texts(rows["unit"]))
    kept = wanted.holds(rows)
    pages, rows = [page for page, keep in zip(pages, kept) if keep], rows[kept].reset_index(drop=True)
    # Most sheets have the same headings: each distinct list is read once, and its sheets as one block.
    alike: dict[bytes, list[int]] = {}
    for number, page in enumerate(pages):
        alike.setdefault(bytes(page[2]), []).append(number)
    lists = [np.frombuffer(listed, _NUMBER).reshape(-1, len(HEADING)) for listed in alike]
    stacked = pd.DataFrame(
        np.concatenate([np.empty((0, len(HEADING)), _NUMBER), *lists]), columns=list(HEADING)
    )
    place = stacked.groupby(list(HEADING)).ngroup().to_numpy()
    headings = stacked.drop_duplicates().sort_values(list(HEADING), ignore_index=True)
    values = np.full((len(pages), len(headings)), np.nan)
    booked = np.zeros(values.shape, dtype=bool)
    start = 0
    for listed, numbers in zip(lists, alike.values()):
        columns = place[start : start + len(listed)]
        start += len(listed)
        block = np.frombuffer(b"".join(bytes(pages[number][3]) for number in numbers), _FIGURE)
        cells = np.ix_(numbers, columns)
        values[cells], booked[cells] = block.reshape(len(numbers), len(columns)), True
    return Sheets(rows, headings.apply(words.texts) if len(headings) else headings, values, booked)
