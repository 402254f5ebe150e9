# SPDX-License-Identifier: GPL-2.0-or-later
"""The cells of a table of one's own: edited as text, undone, checked, with each problem at its cell."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pandas as pd
from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from ...gis.compat import QUndoCommand, QUndoStack
from ...i18n import tr
from ..icons import plugin_icon
from ..plain_text import plain_tip

Cells = list[list[str]]
#: Problems by row of the table (−1 for the whole) and column name, each a sentence.
Problems = Mapping[tuple[int, str], str]


class CellTable(QAbstractTableModel):
    """Rows of text under fixed columns. Every change goes over ``undo``."""

    def __init__(self, undo: QUndoStack, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.undo = undo
        self.names: list[str] = []
        self.rows: Cells = []
        self.problems: Problems = {}
        self._icon = plugin_icon("severity_error")

    # Content --------------------------------------------------------------------------------

    def load(self, frame: pd.DataFrame) -> None:
        """Begin with another table; what could be undone is gone."""
        self.beginResetModel()
        self.names = [str(name) for name in frame.columns]
        self.rows = [[str(cell) for cell in row] for row in frame.itertuples(index=False, name=None)]
        self.problems = {}
        self.endResetModel()
        self.undo.clear()

    def frame(self) -> pd.DataFrame:
        """The table with every cell text."""
        return pd.DataFrame(self.rows, columns=self.names, dtype=object)

    def tell_problems(self, problems: Problems) -> None:
        """Show problems at their cells."""
        self.problems = problems
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, len(self.names) - 1))

    # Editing --------------------------------------------------------------------------------

    def setData(self, index: QModelIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        text = str(value).strip()
        if role != Qt.ItemDataRole.EditRole or self.rows[index.row()][index.column()] == text:
            return False
        self._change(
            tr("Edit {column}").format(column=self.names[index.column()]),
            {(index.row(), index.column()): text},
        )
        return True

    def fill(self, first: QModelIndex, block: Sequence[Sequence[str]]) -> None:
        """Write a block of cells from ``first`` to the right, as far as the table goes, and down, with new
        rows where they end."""
        cells = {
            (first.row() + down, first.column() + right): cell.strip()
            for down, row in enumerate(block)
            for right, cell in enumerate(row[: len(self.names) - first.column()])
        }
        lacking = first.row() + len(block) - len(self.rows)
        self.undo.beginMacro(tr("Paste"))
        if lacking > 0:
            self.insert(len(self.rows), [[""] * len(self.names) for _row in range(lacking)])
        self._change(tr("Paste"), cells)
        self.undo.endMacro()

    def insert(self, at: int, rows: Cells) -> None:
        """Insert rows."""
        self.undo.push(_Rows(self, tr("Insert rows"), at, rows, is_insertion=True))

    def remove(self, at: int, count: int) -> None:
        """Remove rows that follow each other."""
        rows = [list(row) for row in self.rows[at : at + count]]
        self.undo.push(_Rows(self, tr("Delete rows"), at, rows, is_insertion=False))

    def _change(self, text: str, cells: Mapping[tuple[int, int], str]) -> None:
        before = {(row, column): self.rows[row][column] for row, column in cells}
        self.undo.push(Change(text, lambda: self._write(cells), lambda: self._write(before)))

    def _write(self, cells: Mapping[tuple[int, int], str]) -> None:
        for (row, column), text in cells.items():
            self.rows[row][column] = text
            self.dataChanged.emit(self.index(row, column), self.index(row, column))

    def put_rows(self, at: int, rows: Cells) -> None:
        """Insert rows, without undo: for the commands."""
        self.beginInsertRows(QModelIndex(), at, at + len(rows) - 1)
        self.rows[at:at] = [list(row) for row in rows]
        self.endInsertRows()

    def take_rows(self, at: int, count: int) -> None:
        """Remove rows, without undo: for the commands."""
        self.beginRemoveRows(QModelIndex(), at, at + count - 1)
        del self.rows[at : at + count]
        self.endRemoveRows()

    # For the view ---------------------------------------------------------------------------

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: QModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.names)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        # As in the file, whose first line is the header.
        return self.names[section] if orientation == Qt.Orientation.Horizontal else section + 2

    def flags(self, index: QModelIndex) -> Qt.ItemFlags:
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self.rows[index.row()][index.column()]
        problem = self.problems.get((index.row(), self.names[index.column()]))
        if problem and role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(problem)
        if problem and role == Qt.ItemDataRole.DecorationRole:
            return self._icon
        return None


class Change(QUndoCommand):
    """Cells that are written and written back."""

    def __init__(self, text: str, do: Callable[[], None], undo: Callable[[], None]) -> None:
        super().__init__(text)
        self._do, self._undo = do, undo

    def redo(self) -> None:
        self._do()

    def undo(self) -> None:
        self._undo()


class _Rows(QUndoCommand):
    """Rows that come or go."""

    def __init__(self, table: CellTable, text: str, at: int, rows: Cells, *, is_insertion: bool) -> None:
        super().__init__(text)
        self._table, self._at, self._rows, self._is_insertion = table, at, rows, is_insertion

    def redo(self) -> None:
        self._move(self._is_insertion)

    def undo(self) -> None:
        self._move(not self._is_insertion)

    def _move(self, is_insertion: bool) -> None:
        if is_insertion:
            self._table.put_rows(self._at, self._rows)
        else:
            self._table.take_rows(self._at, len(self._rows))
