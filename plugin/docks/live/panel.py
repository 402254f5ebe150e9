# SPDX-License-Identifier: GPL-2.0-or-later
"""The widgets of the live balance dock and how they stand; what they do is the dock's."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import QgsSettings
from qgis.PyQt.QtCore import QByteArray, QSize, Qt
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QAction,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QSplitter,
    QTableView,
    QTabWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from ...i18n import tr
from ..icons import plugin_icon, theme_icon
from ..plain_text import plain_label
from ..settings import GROUP
from ..small_bar import small_bar
from ..table_view import make_table
from .figures import CarbonFigures
from .row_model import BarDelegate, RowModel
from .setup import SetupForm

PARTS_KEY = f"{GROUP}/docks/live_balance/parts"
#: Size of the dock when it is first shown, in characters and lines.
WIDTH, HEIGHT = 62, 46
#: Least width of a column in characters.
NAME_LETTERS = 6
#: Column of the quantities that holds the bar.
USE = 1


class LivePanel(QWidget):
    """State, toolbar, and two pages: the figures, and what they are asked with."""

    def __init__(self) -> None:
        super().__init__()
        self.start = _action(self, "mActionStart", tr("Start the live balance"), "F9")
        self.stop = _action(self, "mActionStop", tr("Stop the live balance"), "Shift+F9")
        self.take = _action(self, "mActionHistory", tr("Take from the last check"), "")
        self.zoom = _action(self, "mActionZoomToSelected", tr("Zoom to the finding and flash"), "Ctrl+Return")
        self.again = QPushButton(theme_icon("mActionRefresh"), tr("Start &again"))
        self.again.setToolTip(tr("Read all layers again and go on with their present state"))
        self.warning = QLabel()
        self.copy = _action(self, "mActionEditCopy", tr("Copy as table"), "Ctrl+C")
        self.stage = plain_label()
        self.stage.setAccessibleName(tr("State of the live balance"))
        self.progress = QProgressBar()
        self.progress.hide()
        self.carbon = CarbonFigures()
        self.unknown = plain_label()
        self.unknown.hide()
        self.conflicts = RowModel(_conflict_columns(), self)
        self.quantities = RowModel(_quantity_columns(), self, bar=USE)
        self.findings = RowModel(_finding_columns(), self)
        self.conflict_table = _table(self.conflicts, tr("Conflicts with lines"))
        self.quantity_table = _table(self.quantities, tr("Use of the quantities"))
        self.quantity_table.setItemDelegateForColumn(USE, BarDelegate(self.quantity_table))
        self.finding_table = _table(self.findings, tr("Findings of the parcel just edited"))
        self.remedy = QTextBrowser()
        self.remedy.setAccessibleName(tr("The finding in words"))
        self.footer = plain_label()
        self.setup = SetupForm()
        self.pages = QTabWidget()
        self._lay_out()

    def _lay_out(self) -> None:
        self.parts = QSplitter(Qt.Orientation.Vertical)
        for title, views in (
            (tr("Conflicts with lines"), [self.conflict_table]),
            (tr("Use of the quantities"), [self.quantity_table]),
            (tr("The parcel just edited"), [self.finding_table, self.remedy]),
        ):
            self.parts.addWidget(_titled(title, views))
        kept = QgsSettings().value(PARTS_KEY)
        # A file of settings can be edited by hand.
        if isinstance(kept, QByteArray):
            self.parts.restoreState(kept)
        page = QWidget()
        below = QVBoxLayout(page)
        below.setContentsMargins(4, 4, 4, 4)
        self.carbon.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        below.addWidget(self.carbon)
        below.addWidget(self.unknown)
        below.addWidget(self.parts, 1)
        below.addWidget(self.footer)
        self.pages.addTab(page, plugin_icon("livebalance"), tr("&Balance"))
        self.pages.addTab(self.setup, theme_icon("mActionOptions"), tr("&Layers and rules"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.setSpacing(4)
        layout.addWidget(
            small_bar(self, [self.start, self.stop, self.take, None, self.zoom, None, self.copy])
        )
        layout.addLayout(self._stage_row())
        layout.addWidget(self.progress)
        layout.addWidget(self.pages, 1)

    def _stage_row(self) -> QHBoxLayout:
        side = self.fontMetrics().height()
        self.warning.setPixmap(theme_icon("mIconWarning").pixmap(side, side))
        row = QHBoxLayout()
        row.addWidget(self.warning)
        row.addWidget(self.stage, 1)
        row.addWidget(self.again)
        return row

    def show_current(self, is_current: bool, is_warned: bool) -> None:
        """Write figures that are not followed any more in grey, and offer to start again."""
        self.carbon.setEnabled(is_current)
        for model in (self.conflicts, self.quantities, self.findings):
            model.show_current(is_current)
        for label in (self.unknown, self.footer):
            label.setEnabled(is_current)
        for widget in (self.warning, self.again):
            widget.setVisible(is_warned)

    def sizeHint(self) -> QSize:
        letter = self.fontMetrics()
        return QSize(letter.averageCharWidth() * WIDTH, letter.height() * HEIGHT)

    def keep_parts(self) -> None:
        """Remember how the tables share the room."""
        QgsSettings().setValue(PARTS_KEY, self.parts.saveState())

    def tables(self) -> list[tuple[str, list[list[str]]]]:
        """Everything that is shown, with a title each; first whether it still holds."""
        return [
            (tr("State of the live balance"), [[self.stage.text()]]),
            (tr("Carbon balance"), self.carbon.as_table()),
            (tr("Conflicts with lines"), self.conflicts.as_table()),
            (tr("Use of the quantities"), self.quantities.as_table()),
            (tr("Findings of the parcel just edited"), self.findings.as_table()),
        ]


def _action(owner: QWidget, icon: str, text: str, key: str) -> QAction:
    action = QAction(theme_icon(icon), text, owner)
    action.setShortcut(QKeySequence(key))
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    action.setToolTip(f"{text} ({keys})" if keys else text)
    return action


def _table(model: RowModel, name: str) -> QTableView:
    view = make_table(model, name)
    view.verticalHeader().hide()
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setWordWrap(False)
    header = view.horizontalHeader()
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    # Names give way to figures, and are told in full by their tool tips.
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    header.setMinimumSectionSize(NAME_LETTERS * view.fontMetrics().averageCharWidth())
    return view


def _titled(title: str, views: Sequence[QWidget]) -> QWidget:
    part = QWidget()
    layout = QVBoxLayout(part)
    layout.setContentsMargins(0, 2, 0, 0)
    layout.setSpacing(2)
    head = QLabel(title)
    font = head.font()
    font.setBold(True)
    head.setFont(font)
    head.setBuddy(views[0])
    layout.addWidget(head)
    for view in views:
        layout.addWidget(view, 1)
    return part


def _conflict_columns() -> list[str]:
    return [
        tr("Severity and line"),
        tr("Findings"),
        tr("Ground"),
        tr("Change"),
    ]


def _quantity_columns() -> list[str]:
    return [tr("Indicator"), tr("Used / allowed"), tr("Result"), tr("Change")]


def _finding_columns() -> list[str]:
    return [tr("Parcel"), tr("Rule"), tr("Severity"), tr("Line"), tr("Area")]
