# SPDX-License-Identifier: GPL-2.0-or-later
"""A view of accounts as a table: a row per unit or year, a column per part, figures with intervals."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np
from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from ...domain.account_view import View
from ...gis.compat import number_of
from ...i18n import tr

Name = Callable[[str], str]
EMPTY = View((), (), np.empty((0, 0)), np.empty((0, 0)), np.empty((0, 0)), "")


class ViewTable(QAbstractTableModel):
    """The first column names the row; the others hold ``value [low – high]``."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.view = EMPTY
        self.corner = ""
        self._name: Name = str
        self._row_name: Name = str

    def show(self, view: View, corner: str, name: Name, row_name: Name = str) -> None:
        """Show a view; ``corner`` heads the rows, ``name`` and ``row_name`` write columns and rows."""
        self.beginResetModel()
        self.view, self.corner, self._name, self._row_name = view, corner, name, row_name
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.view.rows)

    def columnCount(self, parent: QModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else 1 + len(self.view.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return self.corner if section == 0 else self._name(self.view.columns[section - 1])

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text_of(index.row(), index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() > 0:
            return number_of(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def text_of(self, row: int, column: int) -> str:
        """What a cell shows; nothing where there is no entry."""
        if column == 0:
            return self._row_name(self.view.rows[row])
        value, low, high = (
            float(figures[row, column - 1]) for figures in (self.view.value, self.view.low, self.view.high)
        )
        if math.isnan(value):
            return ""
        bounds = "" if math.isnan(low) or math.isnan(high) else f" [{_number(low)} – {_number(high)}]"
        return f"{_number(value)}{bounds}"

    def as_table(self) -> list[list[str]]:
        """Header and rows for the clipboard; value and bounds in columns of their own, with all digits."""
        names = [self._name(column) for column in self.view.columns]
        ends = (f" ({self.view.measure})", tr(", low"), tr(", high"))
        header = [self.corner, *(f"{name}{end}" for name in names for end in ends)]
        figures = (self.view.value, self.view.low, self.view.high)
        return [
            header,
            *(
                [
                    self._row_name(name),
                    *(_plain(part[row, column]) for column in range(len(names)) for part in figures),
                ]
                for row, name in enumerate(self.view.rows)
            ),
        ]


def _number(value: float) -> str:
    return f"{value:,.2f}"


def _plain(value: float) -> str:
    return "" if math.isnan(value) else repr(float(value))
