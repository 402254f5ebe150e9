# SPDX-License-Identifier: GPL-2.0-or-later
"""Texts that a spreadsheet would take for formulas: a layer from elsewhere must not make it calculate.

For tables that people open (a list of findings as CSV, the clipboard); a workbook says of each cell that
it is text. Tables that the tools read back, factor sets and
crosswalks, keep every cell as it is: there a code with a mark before it would be another code.
Source: OWASP, CSV Injection.
"""

from __future__ import annotations

#: Characters with which a formula begins.
FORMULA_MARKS = ("=", "+", "-", "@", "\t", "\r")


def is_formula(text: str) -> bool:
    """Whether a spreadsheet would calculate a text; numbers such as ``-1`` are none."""
    return len(text) > 1 and text.startswith(FORMULA_MARKS) and not _is_number(text)


def inert(text: str) -> str:
    """The text with an apostrophe before what would be a formula."""
    return f"'{text}" if is_formula(text) else text


def _is_number(text: str) -> bool:
    try:
        float(text.replace(",", ""))
    except ValueError:
        return False
    return True
