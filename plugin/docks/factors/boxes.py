# SPDX-License-Identifier: GPL-2.0-or-later
"""Boxes that offer what is shipped and take the path of a file of one's own."""

from __future__ import annotations

from collections.abc import Mapping

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QToolButton, QWidget

from ...i18n import tr
from ..icons import theme_icon


class FileOrShipped(QWidget):
    """A box of shipped ids with titles and a button for a file; ``changed`` sends the id or path."""

    changed = pyqtSignal(str)

    def __init__(self, titles: Mapping[str, str], kinds: str, name: str, blank: str = "") -> None:
        super().__init__()
        self._kinds = kinds
        self.box = QComboBox()
        self.box.setAccessibleName(name)
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.setMinimumContentsLength(12)
        if blank:
            self.box.addItem(blank, "")
        for value, title in titles.items():
            self.box.addItem(title if title == value else f"{title} [{value}]", value)
        self.button = QToolButton()
        self.button.setIcon(theme_icon("mActionFileOpen"))
        self.button.setToolTip(tr("Choose a file of your own"))
        self.button.setAccessibleName(f"{name}: {self.button.toolTip()}")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.box, 1)
        layout.addWidget(self.button)
        self.setFocusProxy(self.box)
        self.box.currentIndexChanged.connect(lambda _row: self.changed.emit(self.value))
        self.button.clicked.connect(self._ask)

    @property
    def value(self) -> str:
        """The id or path that is chosen."""
        return str(self.box.currentData() or "")

    def choose(self, value: str) -> None:
        """Choose an id, or a file that is added to the box."""
        if self.box.findData(value) < 0:
            self.box.addItem(value, value)
        self.box.setCurrentIndex(self.box.findData(value))

    def _ask(self) -> None:
        path, _kind = QFileDialog.getOpenFileName(self, self.button.toolTip(), "", self._kinds)
        if path:
            self.choose(path)
