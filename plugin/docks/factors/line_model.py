# SPDX-License-Identifier: GPL-2.0-or-later
"""Factor rows for a table view, and the filter over them."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, QObject, QSortFilterProxyModel, Qt

from ...gis.compat import number_of
from ...i18n import tr
from ..icons import plugin_icon
from ..plain_text import plain_tip
from .lines import FactorLine, quantity_words, term_words

#: What rows are ordered by: numbers as numbers.
SORT_ROLE = Qt.ItemDataRole.UserRole
#: A word of the filter that begins so has to be the class itself.
KEY_MARK = "="


@dataclass(frozen=True)
class LineColumn:
    """A column: its header, what it shows of a line, and whether that is a number."""

    title: str
    value: Callable[[FactorLine], Any]
    is_number: bool = False


def line_columns(is_compared: bool) -> list[LineColumn]:
    """The columns of the table; with a second set also its value and the difference."""
    quantities, terms = quantity_words(), term_words()
    compared = [
        LineColumn(tr("Second set"), lambda line: line.other, True),
        LineColumn(tr("Difference"), lambda line: line.difference, True),
    ]
    return [
        LineColumn(tr("Class"), lambda line: line.name),
        LineColumn(tr("Quantity"), lambda line: quantities[line.quantity]),
        LineColumn(tr("Pool or process"), lambda line: terms.get(line.term, line.term)),
        LineColumn(tr("Value"), lambda line: line.value, True),
        LineColumn(tr("Low"), lambda line: line.low, True),
        LineColumn(tr("High"), lambda line: line.high, True),
        *(compared if is_compared else []),
        LineColumn(tr("Unit of measure"), lambda line: line.unit),
        LineColumn(tr("Evidence"), lambda line: line.evidence),
        LineColumn(tr("Verified"), lambda line: line.verified),
        LineColumn(tr("Year"), lambda line: line.year),
        LineColumn(tr("Region"), lambda line: line.region),
        LineColumn(tr("Source"), lambda line: line.source),
        LineColumn(tr("Row"), lambda line: line.row_id),
    ]


class FactorTable(QAbstractTableModel):
    """The lines of a factor set."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: list[FactorLine] = []
        self.columns = line_columns(False)
        self._weak_icon = plugin_icon("severity_warning")

    def show(self, lines: Sequence[FactorLine], is_compared: bool) -> None:
        """Show other lines."""
        self.beginResetModel()
        self.lines, self.columns = list(lines), line_columns(is_compared)
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    def columnCount(self, parent: QModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        return None

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line, column = self.lines[index.row()], self.columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text_of(line, column)
        if role == SORT_ROLE:
            value = column.value(line)
            return -math.inf if column.is_number and math.isnan(value) else value
        if role == Qt.ItemDataRole.TextAlignmentRole and column.is_number:
            return number_of(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.ToolTipRole:
            return _hint(line)
        if role == Qt.ItemDataRole.DecorationRole and index.column() == 0 and line.weak:
            return self._weak_icon
        return None

    def text_of(self, line: FactorLine, column: LineColumn) -> str:
        """What a cell shows; nothing where no figure is known."""
        value = column.value(line)
        if column.is_number:
            return "" if math.isnan(value) else f"{value:.6g}"
        return str(value)


def _hint(line: FactorLine) -> str:
    parts = [line.source, line.locator, line.note]
    if line.weak:
        parts.append(tr("Below grade “secondary”: counts as weak in every result."))
    return plain_tip("\n".join(part for part in parts if part))


class LineFilter(QSortFilterProxyModel):
    """Lines that hold every word of a text, weak ones only if so wished."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words: list[str] = []
        self._is_weak_only = False
        self.setSortRole(SORT_ROLE)

    def filter_by(self, text: str, is_weak_only: bool) -> None:
        """Show the lines with every word of ``text``."""
        self._words, self._is_weak_only = text.casefold().split(), is_weak_only
        self.invalidateFilter()

    def filterAcceptsRow(self, row: int, _parent: QModelIndex) -> bool:
        table: FactorTable = self.sourceModel()
        line = table.lines[row]
        if self._is_weak_only and not line.weak:
            return False
        if any(word[1:] != line.key.casefold() for word in self._words if word.startswith(KEY_MARK)):
            return False
        texts = [table.text_of(line, column) for column in table.columns]
        searched = " ".join([*texts, line.key, line.term, line.locator, line.note]).casefold()
        return all(word in searched for word in self._words if not word.startswith(KEY_MARK))

    def line_of(self, index: QModelIndex) -> FactorLine | None:
        """The line at an index of the view."""
        if not index.isValid():
            return None
        table: FactorTable = self.sourceModel()
        return table.lines[self.mapToSource(index).row()]

    def shown(self) -> list[list[str]]:
        """Header and rows as they are shown, for the clipboard."""
        table: FactorTable = self.sourceModel()
        lines = [self.line_of(self.index(row, 0)) for row in range(self.rowCount())]
        header = [column.title for column in table.columns]
        return [header, *([table.text_of(line, c) for c in table.columns] for line in lines if line)]
