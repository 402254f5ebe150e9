# SPDX-License-Identifier: GPL-2.0-or-later
"""The tree of findings for a view. Grouping, filter and order are worked out in arrays, not row by row.

A sort-filter proxy of Qt would ask Python about every row and every comparison: seconds with 100 000
findings, during which the window stands still. Rows of a large group come in portions as one scrolls.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from qgis.PyQt.QtCore import QAbstractItemModel, QItemSelection, QModelIndex, QObject, Qt
from qgis.PyQt.QtGui import QIcon

from ...domain.profiles import Profile
from ...gis.compat import number_of
from ...i18n import tr
from ..icons import plugin_icon
from ..plain_text import plain_tip
from .arrange import Group, Sorting, arrange, empty_tree
from .findings import Findings

#: Columns of the view; the first shows the group or the parcel.
COLUMNS = (
    "plan_id",
    "count",
    "area_m2",
    "severity",
    "state",
    "line_type",
    "rule_id",
    "line_id",
    "unit",
    "plan_code",
)
NUMBERS = ("count", "area_m2")
#: Rows of a group that are handed to the view at a time.
PORTION = 1_000
#: The row of a finding; None for a group.
ROW_ROLE = Qt.ItemDataRole.UserRole


class FindingModel(QAbstractItemModel):
    """Groups with counts and areas, findings below them; see the module docstring.

    The internal id of an index is the number of the group in which it stands.
    """

    def __init__(self, profile: Profile, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.profile = profile
        self.language = language
        self._icons = _icons()
        self.findings: Findings | None = None
        self.grouping: tuple[str, ...] = ()
        self.sorting = Sorting()
        self._text = ""
        self._hidden: Mapping[str, frozenset[str]] = {}
        self.tree = empty_tree()
        self._handed = [0]

    # What is shown --------------------------------------------------------------------------

    def show(self, findings: Findings | None) -> None:
        """Show other findings, with grouping, filter and order as they are."""
        self.findings = findings
        self._arrange()

    def arrange_by(
        self, grouping: Sequence[str], text: str = "", hidden: Mapping[str, frozenset[str]] | None = None
    ) -> None:
        """Group by columns from the outside in; show findings with every word of ``text``, none hidden."""
        self.grouping = tuple(grouping)
        self._text, self._hidden = text, dict(hidden or {})
        self._arrange()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order the rows by a column; groups keep theirs, except by count and area."""
        self.sorting = Sorting(COLUMNS[column], order == Qt.SortOrder.DescendingOrder)
        self._arrange()

    def write_as(self, profile: Profile) -> None:
        """Write areas as another profile does."""
        self.profile = profile
        self._arrange()

    def _arrange(self) -> None:
        self.beginResetModel()
        if self.findings is None:
            self.tree = empty_tree()
        else:
            keep = self.findings.matching(self._text, self._hidden)
            self.tree = arrange(self.findings, self.grouping, keep, self.sorting)
        self._handed = [min(PORTION, self._size(group)) for group in self.tree.groups]
        self.endResetModel()

    # Finding one's way ----------------------------------------------------------------------

    def row_of(self, index: QModelIndex) -> int | None:
        """The row of the finding at an index; None for a group."""
        if not index.isValid() or self._child_group(index) is not None:
            return None
        return int(self.tree.groups[index.internalId()].rows[index.row()])

    def rows_in(self, selection: QItemSelection) -> list[int]:
        """The rows of selected findings and of all findings of selected groups, from top to bottom."""
        parts = [np.empty(0, dtype=np.intp)]
        for span in selection:
            group, places = self._group_at(span.parent()), slice(span.top(), span.bottom() + 1)
            parts += [self.tree.groups[child].rows for child in group.children[places]]
            parts += [] if group.children else [group.rows[places]]
        return self.tree.leaves[np.isin(self.tree.leaves, np.concatenate(parts))].tolist()

    def index_of(self, row: int) -> QModelIndex:
        """Where a finding stands; invalid when it is filtered out. Hands its portion to the view."""
        places = np.flatnonzero(self.tree.leaves == row)
        if not len(places):
            return QModelIndex()
        group = self.tree.groups[self.tree.leaf_group[places[0]]]
        position = int(np.flatnonzero(group.rows == row)[0])
        self._hand_over(group, position + 1)
        return self.createIndex(position, 0, group.number)

    def neighbour(self, index: QModelIndex, step: int) -> QModelIndex:
        """The finding after or before an index from top to bottom; at an end the last one stays."""
        if not len(self.tree.leaves):
            return QModelIndex()
        row = self.row_of(index)
        if row is None:
            # Groups are numbered downward, so the first finding of a group is that of a number not lower.
            first = int(np.searchsorted(self.tree.leaf_group, self._group_at(index).number))
            place = first if step > 0 else first - 1
        else:
            place = int(np.flatnonzero(self.tree.leaves == row)[0]) + step
        place = min(max(place, 0), len(self.tree.leaves) - 1)
        return self.index_of(int(self.tree.leaves[place]))

    def group_value(self, index: QModelIndex) -> tuple[str, Any] | None:
        """Column and value of the group at an index; None for a finding."""
        group = self._child_group(index)
        return None if group is None else (group.column, group.value)

    def _group_at(self, index: QModelIndex) -> Group:
        """The group that an index is; the root for an invalid one."""
        found = self._child_group(index) if index.isValid() else self.tree.groups[0]
        return self.tree.groups[index.internalId()] if found is None else found

    def _child_group(self, index: QModelIndex) -> Group | None:
        children = self.tree.groups[index.internalId()].children
        return self.tree.groups[children[index.row()]] if children else None

    def _size(self, group: Group) -> int:
        return len(group.children) or len(group.rows)

    def _index_of_group(self, group: Group) -> QModelIndex:
        return self.createIndex(group.position, 0, group.parent) if group.number else QModelIndex()

    # Portions -------------------------------------------------------------------------------

    def canFetchMore(self, parent: QModelIndex) -> bool:
        if parent.isValid() and self.row_of(parent) is not None:
            return False
        group = self._group_at(parent)
        return self._handed[group.number] < self._size(group)

    def fetchMore(self, parent: QModelIndex) -> None:
        group = self._group_at(parent)
        self._hand_over(group, self._handed[group.number] + PORTION)

    def _hand_over(self, group: Group, count: int) -> None:
        handed, wanted = self._handed[group.number], min(count, self._size(group))
        if wanted > handed:
            self.beginInsertRows(self._index_of_group(group), handed, wanted - 1)
            self._handed[group.number] = wanted
            self.endInsertRows()

    # What a view asks -----------------------------------------------------------------------

    def index(self, row: int, column: int, parent: QModelIndex | None = None) -> QModelIndex:
        parent = QModelIndex() if parent is None else parent
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, self._group_at(parent).number)

    def parent(self, index: QModelIndex) -> QModelIndex:
        return (
            self._index_of_group(self.tree.groups[index.internalId()]) if index.isValid() else QModelIndex()
        )

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        if parent is not None and parent.column() > 0:
            return 0
        if parent is None or not parent.isValid():
            return self._handed[0]
        group = self._child_group(parent)
        return 0 if group is None else self._handed[group.number]

    def columnCount(self, parent: QModelIndex | None = None) -> int:
        return len(COLUMNS)

    def flags(self, index: QModelIndex) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags if self._child_group(index) else flags | Qt.ItemFlag.ItemNeverHasChildren

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.headers()[COLUMNS[section]]
        if role == Qt.ItemDataRole.ToolTipRole and COLUMNS[section] == "area_m2":
            return tr("Sum over the findings: ground that several findings hit counts in each of them.")
        return None

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        column = COLUMNS[index.column()]
        row = self.row_of(index)
        if role == ROW_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            group = self._group_at(index)
            text = self._group_text(group, column) if row is None else self.text_of(row, column)
            return text if role == Qt.ItemDataRole.DisplayRole else plain_tip(text)
        if role == Qt.ItemDataRole.DecorationRole:
            return self._group_icon(self._group_at(index), column) if row is None else self._icon(row, column)
        if role == Qt.ItemDataRole.TextAlignmentRole and column in NUMBERS:
            return number_of(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def text_of(self, row: int, column: str) -> str:
        """A cell of a finding as it is shown."""
        if column == "count":
            return ""
        if column == "area_m2":
            return self.area_text(float(self.findings.area_ha[row]))
        return self.findings.words.of(column, self.findings.columns[column][row])

    def headers(self) -> dict[str, str]:
        """Column → header, the area with the unit of the profile."""
        return {
            "plan_id": tr("Finding"),
            "count": tr("Count"),
            "area_m2": self.profile.header(tr("Area"), "parcel_area", self.language),
            "severity": tr("Severity"),
            "state": tr("State"),
            "line_type": tr("Control line"),
            "rule_id": tr("Rule"),
            "line_id": tr("Line feature"),
            "unit": tr("Unit"),
            "plan_code": tr("Planned use"),
        }

    def area_text(self, area_ha: float) -> str:
        """An area as the profile of the settings writes areas of parcels, without its unit."""
        return self.profile.quantity("parcel_area").format(area_ha)

    def area_of(self, row: int) -> float:
        """The area of a finding in the unit of ``area_text``, unrounded."""
        return self.profile.quantity("parcel_area").scaled(float(self.findings.area_ha[row]))

    def area_unit(self) -> str:
        """The unit of ``area_text``."""
        return self.profile.unit("parcel_area", self.language)

    def _group_text(self, group: Group, column: str) -> str:
        texts = {"count": f"{len(group.rows):,}", "area_m2": self.area_text(group.area_ha)}
        if column == "plan_id":
            return self.findings.words.of_group(group.column, group.value)
        return texts.get(column, "")

    def _icon(self, row: int, column: str) -> QIcon | None:
        if column == "plan_id":
            return self._icons.get(("severity", self.findings.columns["severity"][row]))
        return self._icons.get((column, self.findings.columns[column][row])) if column == "state" else None

    def _group_icon(self, group: Group, column: str) -> QIcon | None:
        return self._icons.get((group.column, group.value)) if column == "plan_id" else None


def _icons() -> dict[tuple[str, str], QIcon]:
    shown = [("severity", name) for name in ("error", "warning", "info", "noise")]
    shown += [("state", name) for name in ("open", "exempted", "fixed")]
    return {(column, name): plugin_icon(f"{column}_{name}") for column, name in shown}
