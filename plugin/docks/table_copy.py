# SPDX-License-Identifier: GPL-2.0-or-later
"""Tables for the clipboard: text for spreadsheets, HTML for documents."""

from __future__ import annotations

import html
from collections.abc import Sequence

from qgis.PyQt.QtCore import QMimeData


def as_mime(table: Sequence[Sequence[str]]) -> QMimeData:
    """The table for pasting into a spreadsheet or a document."""
    made = QMimeData()
    made.setText("\n".join("\t".join(cell.replace("\t", " ") for cell in row) for row in table))
    rows = ("".join(f"<td>{html.escape(cell)}</td>" for cell in row) for row in table)
    made.setHtml("<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>")
    return made
