# SPDX-License-Identifier: GPL-2.0-or-later
"""Tables inside a dock: rows as low as their text, columns as wide as theirs up to a limit."""

from __future__ import annotations

from qgis.PyQt.QtCore import QAbstractItemModel
from qgis.PyQt.QtWidgets import QTableView

#: Widest column in characters.
WIDEST = 34


def make_table(model: QAbstractItemModel, name: str) -> QTableView:
    """A view of a table model; ``name`` is what a screen reader says."""
    view = QTableView()
    view.setModel(model)
    view.setAlternatingRowColors(True)
    view.setAccessibleName(name)
    # Tab leaves the table; the arrows move within it.
    view.setTabKeyNavigation(False)
    view.verticalHeader().setDefaultSectionSize(view.fontMetrics().height() + 8)
    return view


def fit_columns(view: QTableView, widest_letters: int = WIDEST) -> None:
    """Make columns as wide as what they hold, within a limit in characters."""
    view.resizeColumnsToContents()
    widest = widest_letters * view.fontMetrics().averageCharWidth()
    for number in range(view.model().columnCount()):
        view.setColumnWidth(number, min(view.columnWidth(number), widest))
