# SPDX-License-Identifier: GPL-2.0-or-later
"""A combo box for string and enum parameters: translated labels, stable values, paths allowed."""

from __future__ import annotations

from processing.gui.wrappers import WidgetWrapper
from qgis.PyQt.QtWidgets import QComboBox

from .choices import labels_of

#: Lists in which a user may also type an id or a path.
OPEN = ("classification", "factor_set", "forest_parameters", "rules", "target")


class ChoiceWidgetWrapper(WidgetWrapper):
    """Shows ``value – label``; hands the value to history, models and batch."""

    def createWidget(self, choices: str = "", **_others: object) -> QComboBox:
        box = QComboBox()
        box.setEditable(choices in OPEN)
        # Long labels must not push the dialog's panel into a scroll bar.
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(24)
        for value, label in labels_of(choices).items():
            box.addItem(label if value == label else f"{value} – {label}", value)
        if box.isEditable():
            # Without a default nothing is chosen: the first of a list must not slip in.
            box.setCurrentIndex(-1)
        return box

    def setValue(self, value: object) -> None:
        text = "" if value is None else str(value)
        position = self.widget.findData(text)
        if position >= 0:
            self.widget.setCurrentIndex(position)
        elif self.widget.isEditable():
            self.widget.setCurrentIndex(-1)
            self.widget.setEditText(text)

    def value(self) -> str:
        position = self.widget.currentIndex()
        if position >= 0 and self.widget.currentText() == self.widget.itemText(position):
            return str(self.widget.itemData(position))
        return self.widget.currentText().strip()
