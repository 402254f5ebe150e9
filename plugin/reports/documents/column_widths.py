# SPDX-License-Identifier: GPL-2.0-or-later
"""How wide the columns of a table must be, in ems, and how many lines its rows take then."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from ..table import Cell, Column, Table

#: Tells the width of a text in one line.
Measure = Callable[[str], float]

#: Widths of characters where the fonts of the reader are not known: Chinese ones, others.
WIDE_EM, NARROW_EM = 1.02, 0.62
#: Size of an interval beneath a figure, of the figure's.
INTERVAL_SIZE = 0.86
#: Space at both sides of a cell's text.
PADDING_EM = 1.1
#: Least and largest widths of text columns by their layout.
TEXT_EM = {"name": (5.6, 14.0), "middle": (7.0, 18.0), "wide": (13.0, 42.0), "": (4.0, 30.0)}
#: A header over narrow figures may take so many lines.
HEADER_LINES = 3
#: An unbroken piece of text (path, digest) may be broken beyond this width.
LONGEST_PIECE_EM = 9.0
_LAST_WIDE = 0x2E7F
#: What stays on one line: words of letters that are not Chinese with the brackets and stops at their
#: ends. A hard space is no place to break.
_PIECE = re.compile("[（“《]?[^ \\u2e80-\\uffff]+[）”》，。；]?")


@dataclass(frozen=True)
class Width:
    """The width that a column cannot do without and the one at which nothing more is gained."""

    least: float
    wished: float


def estimated_ems(text: str) -> float:
    """The width of a text in common fonts."""
    return math.fsum(WIDE_EM if ord(character) > _LAST_WIDE else NARROW_EM for character in text)


def widths_of(table: Table, measure: Measure) -> list[Width]:
    """The widths of the page columns of ``table`` with their padding."""
    rows = [*table.page_rows(), *([table.page_total()] if table.total else [])]
    return [
        _width_of(column, [row[number] for row in rows], measure)
        for number, column in enumerate(table.page_columns)
    ]


def share_out(widths: Sequence[Width], room: float) -> list[float]:
    """Widths that fill ``room``: the least ones, then what each still wishes, then all alike."""
    least, wished = math.fsum(w.least for w in widths), math.fsum(w.wished for w in widths)
    if wished <= room:
        return [width.wished * room / wished for width in widths]
    if least >= room:
        return [width.least * room / least for width in widths]
    share = (room - least) / (wished - least)
    return [width.least + share * (width.wished - width.least) for width in widths]


def mean_lines(table: Table, ems: Sequence[float], measure: Measure) -> float:
    """How many lines of text a row of the table takes on average in columns of these widths."""
    rows = table.page_rows()
    lines = [
        max(
            math.ceil(measure(cell.text) / (width - PADDING_EM)) + bool(cell.interval)
            for cell, width in zip(row, ems)
        )
        for row in rows
    ]
    return math.fsum(lines) / max(len(rows), 1)


def _width_of(column: Column, cells: Sequence[Cell], measure: Measure) -> Width:
    header_piece, header = _longest_piece([column.page_header], measure), measure(column.page_header)
    texts = [cell.text for cell in cells]
    longest = max(map(measure, texts), default=0.0)
    if column.kind in ("number", "short"):
        intervals = [INTERVAL_SIZE * measure(cell.interval) for cell in cells]
        least = max([header_piece, longest, *intervals])
        return Width(max(least, header / HEADER_LINES) + PADDING_EM, max(least, header / 2) + PADDING_EM)
    low, high = TEXT_EM[column.kind]
    piece = min(_longest_piece(texts, measure), LONGEST_PIECE_EM)
    least = max(header_piece, piece, min(longest, low))
    return Width(least + PADDING_EM, max(least, min(longest, high)) + PADDING_EM)


def _longest_piece(texts: Iterable[str], measure: Measure) -> float:
    """The widest piece between two places where a line may break: a word, or one Chinese character."""
    pieces = {piece for text in texts for piece in _PIECE.findall(text)}
    return max([WIDE_EM, *map(measure, pieces)])
