# SPDX-License-Identifier: GPL-2.0-or-later
"""The codes of a layer with the class of each, which can be chosen; every choice can be undone."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd
from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt
from qgis.PyQt.QtWidgets import QComboBox, QStyledItemDelegate, QWidget

from ...gis.compat import QUndoStack, number_of
from ...i18n import tr
from ..figure_style import FigureStyle
from ..icons import plugin_icon
from .cells import Change

CLASS = 2


@dataclass(frozen=True)
class CodeRow:
    """One code: how many features of a layer have it, on how much ground, and its class ("" = none)."""

    raw: str | None
    name: str
    carbon_class: str
    how: str
    count: int
    area_ha: float


def rows_of(survey: pd.DataFrame, name_column: str) -> list[CodeRow]:
    """The rows of a survey of codes (``gis.code_survey``)."""
    return [
        CodeRow(row.raw, getattr(row, name_column), row.carbon_class or "", row.how, row.count_, row.area_ha)
        for row in survey.rename(columns={"count": "count_"}).itertuples()
    ]


class CodeTable(QAbstractTableModel):
    """The codes of a layer. Choosing a class goes over ``undo``."""

    def __init__(
        self, undo: QUndoStack, words: Mapping[str, str], style: FigureStyle, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.undo = undo
        self._style = style
        style.changed.connect(self._rewrite)
        self.words = words
        self.rows: list[CodeRow] = []
        self._icon = plugin_icon("severity_error")
        self._readings = readings()

    def show(self, rows: list[CodeRow]) -> None:
        """Show other codes; what could be undone is gone."""
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()
        self.undo.clear()

    def unmapped(self) -> list[CodeRow]:
        """The codes without a class."""
        return [row for row in self.rows if not row.carbon_class]

    def crosswalk(self) -> pd.DataFrame:
        """The classes as a crosswalk table; NULL is no code and stays out."""
        known = [(row.raw, row.carbon_class, row.name) for row in self.rows if row.raw is not None]
        return pd.DataFrame(known, columns=["code", "carbon_class", "name_zh"], dtype=object)

    def columns(self) -> list[tuple[str, Callable[[CodeRow], str]]]:
        """Headers and what cells show."""
        return [
            (tr("Code"), lambda row: tr("(NULL)") if row.raw is None else row.raw),
            (tr("Name"), lambda row: row.name),
            (tr("Carbon class"), lambda row: self.words.get(row.carbon_class, tr("no class"))),
            (tr("Read as"), lambda row: self._readings.get(row.how, row.how)),
            (tr("Features"), lambda row: f"{row.count:,}" if row.count else ""),
            (self._area_header(), lambda row: self._area_text(row.area_ha) if row.count else ""),
        ]

    def _rewrite(self) -> None:
        """Areas are written with another unit or other decimals."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, self.columnCount() - 1))

    def _area_header(self) -> str:
        return tr("Area ({unit})").format(unit=self._style.unit_of("parcel_area"))

    def _area_text(self, area_ha: float) -> str:
        return self._style.profile.quantity("parcel_area").format(area_ha)

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: QModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.columns())

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.columns()[section][0]
        return None

    def flags(self, index: QModelIndex) -> Qt.ItemFlags:
        is_code = self.rows[index.row()].raw is not None
        editable = index.column() == CLASS and is_code
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable if editable else super().flags(index)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns()[index.column()][1](row)
        if role == Qt.ItemDataRole.EditRole:
            return row.carbon_class
        if role == Qt.ItemDataRole.DecorationRole and index.column() == 0 and not row.carbon_class:
            return self._icon
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() > CLASS + 1:
            return number_of(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def setData(self, index: QModelIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        before, number = self.rows[index.row()], index.row()
        if role != Qt.ItemDataRole.EditRole or str(value) == before.carbon_class:
            return False
        after = replace(before, carbon_class=str(value))
        self.undo.push(
            Change(
                tr("Class of {code}").format(code=before.raw),
                lambda: self._put(number, after),
                lambda: self._put(number, before),
            )
        )
        return True

    def _put(self, number: int, row: CodeRow) -> None:
        self.rows[number] = row
        self.dataChanged.emit(self.index(number, 0), self.index(number, self.columnCount() - 1))

    def in_words(self) -> str:
        """How many codes have no class, with features and area."""
        without = self.unmapped()
        if not without:
            return tr("{count} codes, all with a class.").format(count=len(self.rows))
        return tr("{unmapped} of {count} codes have no class: {features} features, {area} {unit}.").format(
            unmapped=len(without),
            count=len(self.rows),
            features=f"{sum(row.count for row in without):,}",
            area=self._area_text(math.fsum(row.area_ha for row in without)),
            unit=self._style.unit_of("parcel_area"),
        )


class ClassDelegate(QStyledItemDelegate):
    """Offers the carbon classes by name."""

    def __init__(self, words: Mapping[str, str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words

    def createEditor(self, parent: QWidget, _option: Any, _index: QModelIndex) -> QWidget:
        box = QComboBox(parent)
        box.addItem(tr("no class"), "")
        for key, name in self._words.items():
            box.addItem(f"{name} [{key}]", key)
        return box

    def setEditorData(self, editor: QWidget, index: QModelIndex) -> None:
        editor.setCurrentIndex(max(0, editor.findData(index.data(Qt.ItemDataRole.EditRole))))

    def setModelData(self, editor: QWidget, model: CodeTable, index: QModelIndex) -> None:
        model.setData(index, editor.currentData())


def readings() -> dict[str, str]:
    """How a code was read, in words."""
    return {
        "exact": tr("as it is"),
        "padded": tr("leading zero added"),
        "named": tr("code with its name"),
        "prefix": tr("class of the code above"),
        "grid": tr("raster number"),
        "unknown": tr("not known"),
        "null": tr("empty"),
    }
