# SPDX-License-Identifier: GPL-2.0-or-later
"""The widgets of the plan check dock and how they stand; what they do is the dock's."""

from __future__ import annotations

from qgis.core import QgsSettings
from qgis.PyQt.QtCore import QByteArray, QSize, Qt
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSplitter,
    QTextBrowser,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from ...i18n import speaks_chinese, tr
from ..figure_style import FigureStyle
from ..plain_text import plain_label
from ..settings import GROUP
from .actions import make_actions, make_toolbar
from .chooser import FindingChooser
from .filters import FilterRow
from .model import COLUMNS, FindingModel

HEADER_KEY = f"{GROUP}/docks/plan_check/header"
#: Width of the columns in characters, by which the first layout goes.
WIDTHS = {"plan_id": 32, "count": 7, "area_m2": 14}
OTHER_WIDTH = 14
#: Size of the dock when it is first shown, in characters and lines.
WIDTH, HEIGHT = 62, 40


class CheckPanel(QWidget):
    """Chooser, toolbar, filter, tree, and the chosen finding in words."""

    def __init__(self, style: FigureStyle) -> None:
        super().__init__()
        self.chooser = FindingChooser()
        self.filters = FilterRow()
        self.actions_by_name = make_actions(self)
        self.model = FindingModel(style.profile, "zh" if speaks_chinese() else "en", self)
        self.model.arrange_by(self.filters.grouping)
        self.tree = self._make_tree()
        self.details = QTextBrowser()
        self.details.setOpenExternalLinks(True)
        self.details.setAccessibleName(tr("The finding in words"))
        self.summary = plain_label()
        self._lay_out()

    def _make_tree(self) -> QTreeView:
        tree = QTreeView()
        tree.setModel(self.model)
        # Without it the view measures every row.
        tree.setUniformRowHeights(True)
        tree.setAlternatingRowColors(True)
        tree.setIndentation(tree.fontMetrics().averageCharWidth() * 2)
        # The last digits of an id tell parcels apart.
        tree.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        tree.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        # Not by setSortingEnabled, which would lose the place: the dock sorts when the header asks.
        tree.header().setSectionsClickable(True)
        tree.header().setSortIndicatorShown(True)
        tree.header().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        tree.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        tree.setAccessibleName(tr("Findings"))
        letter = tree.fontMetrics().averageCharWidth()
        for number, name in enumerate(COLUMNS):
            tree.setColumnWidth(number, letter * WIDTHS.get(name, OTHER_WIDTH))
        kept = QgsSettings().value(HEADER_KEY)
        # A file of settings can be edited by hand.
        if isinstance(kept, QByteArray):
            tree.header().restoreState(kept)
        return tree

    def _lay_out(self) -> None:
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.addWidget(self.tree)
        parts.addWidget(self.details)
        parts.setStretchFactor(0, 3)
        parts.setStretchFactor(1, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.setSpacing(4)
        layout.addWidget(self.chooser)
        layout.addWidget(make_toolbar(self, self.actions_by_name))
        layout.addWidget(self.filters)
        layout.addWidget(parts, 1)
        layout.addWidget(self.summary)
        order = (self.chooser.layers, self.chooser.store_file, self.filters.group_box, self.filters.text)
        for first, second in zip(order, (*order[1:], self.tree)):
            QWidget.setTabOrder(first, second)

    def sizeHint(self) -> QSize:
        letter = self.fontMetrics()
        return QSize(letter.averageCharWidth() * WIDTH, letter.height() * HEIGHT)

    def keep_widths(self) -> None:
        """Remember how wide the columns are."""
        QgsSettings().setValue(HEADER_KEY, self.tree.header().saveState())
