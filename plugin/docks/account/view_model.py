# SPDX-License-Identifier: GPL-2.0-or-later
"""A view of accounts as a table: a row per unit or year, a column per part, figures with intervals."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np
from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from ...domain.account_view import View
from ...domain.profiles import format_rounded
from ...gis.compat import number_of
from ...i18n import tr
from ..figure_style import USUAL_DECIMALS
from ..table_copy import all_digits

Name = Callable[[str], str]
EMPTY = View((), (), np.empty((0, 0)), np.empty((0, 0)), np.empty((0, 0)), "")


class ViewTable(QAbstractTableModel):
    """The first column names the row; the others hold ``value [low – high]``."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.view = EMPTY
        self.decimals = USUAL_DECIMALS
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
        value_text, low_text, high_text = (format_rounded(one, self.decimals) for one in (value, low, high))
        is_bounded = not (math.isnan(low) or math.isnan(high))
        return f"{value_text} [{low_text} – {high_text}]" if is_bounded else value_text

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
                    *(all_digits(part[row, column]) for column in range(len(names)) for part in figures),
                ]
                for row, name in enumerate(self.view.rows)
            ),
        ]
