# SPDX-License-Identifier: GPL-2.0-or-later
"""How findings are grouped and which are shown: two boxes and a menu of severities and states."""

from __future__ import annotations

from qgis.gui import QgsFilterLineEdit
from qgis.PyQt.QtCore import QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import QAction, QComboBox, QHBoxLayout, QLabel, QMenu, QToolButton, QWidget

from ...i18n import tr
from ..icons import plugin_icon, theme_icon
from .words import severity_words, state_words

#: Milliseconds after the last key until the filter is applied.
PAUSE_MS = 250


def groupings() -> dict[tuple[str, ...], str]:
    """Columns from the outside in → what the box says."""
    return {
        ("line_type", "rule_id"): tr("Control line, rule"),
        ("line_type",): tr("Control line"),
        ("rule_id",): tr("Rule"),
        ("severity",): tr("Severity"),
        ("state",): tr("State"),
        ("unit",): tr("Unit"),
        ("state", "severity", "line_type", "rule_id"): tr("State, severity, control line, rule"),
        (): tr("Not grouped"),
    }


class FilterRow(QWidget):
    """Grouping and filter; ``regrouped`` and ``filtered`` tell of changes."""

    regrouped = pyqtSignal()
    filtered = pyqtSignal()

    def __init__(self) -> None:
        super().__init__()
        self.group_box = QComboBox()
        for columns, text in groupings().items():
            self.group_box.addItem(text, columns)
        self.group_box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.group_box.setMinimumContentsLength(8)
        self.text = QgsFilterLineEdit()
        self.text.setShowSearchIcon(True)
        self.text.setPlaceholderText(tr("Filter: parcel, rule, code, document …"))
        self.text.setAccessibleName(tr("Filter findings"))
        self.menu = QMenu(self)
        words = {"severity": severity_words(), "state": state_words()}
        self.switches = {
            (column, name): self._switch((column, name), word)
            for column, names in words.items()
            for name, word in names.items()
        }
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._lay_out()
        self._pause.timeout.connect(self.filtered)
        self.text.textChanged.connect(self._pause.start)
        self.group_box.currentIndexChanged.connect(self.regrouped)

    def _lay_out(self) -> None:
        button = QToolButton()
        button.setIcon(theme_icon("mActionFilter2"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setMenu(self.menu)
        button.setToolTip(tr("Severities and states to show"))
        button.setAccessibleName(button.toolTip())
        label = QLabel(tr("Group &by"))
        label.setBuddy(self.group_box)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for widget, stretch in ((label, 0), (self.group_box, 2), (self.text, 3), (button, 0)):
            layout.addWidget(widget, stretch)

    def _switch(self, key: tuple[str, str], word: str) -> QAction:
        if key == ("state", "open"):
            self.menu.addSeparator()
        action = self.menu.addAction(plugin_icon("_".join(key)), word)
        action.setCheckable(True)
        action.setChecked(True)
        action.toggled.connect(self.filtered)
        return action

    @property
    def grouping(self) -> tuple[str, ...]:
        """The columns by which findings are grouped."""
        # Qt hands a tuple back as a list.
        return tuple(self.group_box.currentData() or ())

    @property
    def hidden(self) -> dict[str, frozenset[str]]:
        """Column → values that are not shown."""
        hidden: dict[str, set[str]] = {}
        for (column, name), action in self.switches.items():
            if not action.isChecked():
                hidden.setdefault(column, set()).add(name)
        return {column: frozenset(names) for column, names in hidden.items()}
