# SPDX-License-Identifier: GPL-2.0-or-later
"""Tables for the clipboard: text for spreadsheets, HTML for documents.

A spreadsheet calculates what is pasted into it as soon as it begins like a formula, so that texts
of a layer go as ``domain.spreadsheet_text`` says.
"""

from __future__ import annotations

import html
import math
from collections.abc import Sequence

from qgis.PyQt.QtCore import QMimeData

from ..domain.spreadsheet_text import inert

#: Digits that a number in double precision really has.
DIGITS = 15


def all_digits(value: float) -> str:
    """A figure as it is copied: unrounded, without separators; blank where it is not known."""
    return "" if math.isnan(value) else repr(float(f"{value:.{DIGITS}g}"))


def as_mime(table: Sequence[Sequence[str]]) -> QMimeData:
    """The table for pasting into a spreadsheet or a document."""
    made = QMimeData()
    cells = [[inert(" ".join(cell.split())) for cell in row] for row in table]
    made.setText("\n".join("\t".join(row) for row in cells))
    rows = ("".join(f"<td>{html.escape(cell)}</td>" for cell in row) for row in cells)
    made.setHtml("<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>")
    return made
