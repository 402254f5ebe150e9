# SPDX-License-Identifier: GPL-2.0-or-later
"""Rows of text for a view, and the bar that a share of a target is drawn as."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, QObject, QRect, Qt
from qgis.PyQt.QtGui import QPainter, QPalette
from qgis.PyQt.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ...gis.compat import number_of
from ..icons import plugin_icon
from ..plain_text import plain_tip
from .rows import Row

#: The share of a target that a bar's cell holds; above 1 the bar goes on beyond the mark of the target.
BAR_ROLE = Qt.ItemDataRole.UserRole
#: Where the target stands in the cell, so that there is room for what exceeds it.
MARK = 0.8


class RowModel(QAbstractTableModel):
    """A name and its cells; ``bar`` is the column that is drawn as a bar."""

    def __init__(self, header: Sequence[str], parent: QObject, bar: int = -1) -> None:
        super().__init__(parent)
        self.header = list(header)
        self.rows: list[Row] = []
        self._copied: Sequence[str] = ()
        self._bar = bar
        self._is_current = True

    def show(self, rows: list[Row], copied: Sequence[str] = ()) -> None:
        """Show rows; where there are as many as before, the view keeps its place.

        ``copied`` are the headers of what is copied of them.
        """
        self._copied = copied
        if len(rows) == len(self.rows):
            self.rows = rows
            if rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(self.header) - 1))
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def show_current(self, is_current: bool) -> None:
        """Whether the rows are as things stand; they are grey where not."""
        self._is_current = is_current
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, len(self.header) - 1))

    def as_table(self) -> list[list[str]]:
        """Header and rows for the clipboard; no header where nothing is shown."""
        return [list(self._copied), *([row.name, *row.copied] for row in self.rows)]

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: QModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.header)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return self.header[section]

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = self.rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name if column == 0 else row.cells[column - 1]
        if role == Qt.ItemDataRole.DecorationRole and column == 0 and row.icon:
            return plugin_icon(row.icon)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(row.tip or self.data(index))
        if role == Qt.ItemDataRole.TextAlignmentRole and column > 0:
            return number_of(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.ForegroundRole and not self._is_current:
            return QApplication.palette().brush(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
        if role == BAR_ROLE and column == self._bar:
            return row.bar
        return None


class BarDelegate(QStyledItemDelegate):
    """Draws a share as a bar behind the text, and a mark where the target is met."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        super().paint(painter, option, index)
        share = index.data(BAR_ROLE)
        if share is None or math.isnan(share):
            return
        cell: QRect = option.rect.adjusted(2, 2, -2, -2)
        foot = QRect(cell.left(), cell.bottom() - 3, int(cell.width() * min(share * MARK, 1.0)), 4)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        colour = QPalette.ColorRole.HighlightedText if is_chosen else QPalette.ColorRole.Highlight
        painter.fillRect(foot, option.palette.color(colour))
        ink = QPalette.ColorRole.HighlightedText if is_chosen else QPalette.ColorRole.Text
        mark = cell.left() + int(cell.width() * MARK)
        painter.fillRect(QRect(mark, cell.bottom() - 5, 2, 7), option.palette.color(ink))
