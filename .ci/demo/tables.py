# SPDX-License-Identifier: GPL-2.0-or-later
"""Plain tables for a terminal, aligned also where Chinese characters take two columns."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

MISSING = "–"


def text_width(text: str) -> int:
    """Columns that ``text`` takes on a terminal: two for wide and full-width characters."""
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1
        for char in text
    )


def format_number(value: float | None, decimals: int = 1) -> str:
    """``1234.56`` as ``1,234.6``; a missing value as a dash."""
    return MISSING if value is None else f"{value:,.{decimals}f}"


def format_interval(low: float | None, high: float | None, decimals: int = 1) -> str:
    """``low – high``, or a dash where no interval is known."""
    if low is None or high is None:
        return MISSING
    return f"{format_number(low, decimals)} – {format_number(high, decimals)}"


def format_table(header: Sequence[str], rows: Sequence[Sequence[str]], left: int = 1) -> str:
    """A table with a rule under its header; the first ``left`` columns left-aligned, the rest right."""
    widths = [max(text_width(row[i]) for row in (header, *rows)) for i in range(len(header))]
    rule = ["─" * width for width in widths]
    return "\n".join(_format_row(row, widths, left) for row in (header, rule, *rows))


def _format_row(row: Sequence[str], widths: Sequence[int], left: int) -> str:
    cells = []
    for i, (text, width) in enumerate(zip(row, widths)):
        blank = " " * (width - text_width(text))
        cells.append(text + blank if i < left else blank + text)
    return ("  " + "  ".join(cells)).rstrip()
