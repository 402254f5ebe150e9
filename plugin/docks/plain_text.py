# SPDX-License-Identifier: GPL-2.0-or-later
"""Texts of data in widgets that would take ``<`` for the start of markup."""

from __future__ import annotations

import html

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QLabel


def plain_label(text: str = "") -> QLabel:
    """A label over several lines that shows text as it is, names of layers included."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


def plain_tip(text: str) -> str:
    """A tool tip that shows text as it is, in lines of a readable length."""
    return f"<qt>{html.escape(text, quote=False).replace(chr(10), '<br>')}</qt>" if text else ""
