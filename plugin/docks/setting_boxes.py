# SPDX-License-Identifier: GPL-2.0-or-later
"""Boxes for settings that are no parameters of a tool: decimals, and what a project says for itself."""

from __future__ import annotations

from collections.abc import Iterable

from qgis.PyQt.QtWidgets import QComboBox, QFormLayout, QLabel

from ..i18n import tr
from .settings import DECIMALS, MOST_DECIMALS


class SettingBox(QComboBox):
    """A choice of values by label; the first one, blank, leaves it to something else."""

    def __init__(self, blank: str, offered: Iterable[tuple[str, str]], value: str) -> None:
        super().__init__()
        self.addItem(blank, "")
        for text, data in offered:
            self.addItem(text, data)
        self.setCurrentIndex(max(0, self.findData(value)))

    @property
    def value(self) -> str:
        """The chosen value; blank for the first choice."""
        return str(self.currentData())


def add_decimals(form: QFormLayout, blank: str, values: dict[str, str]) -> dict[str, SettingBox]:
    """Rows for the decimals of figures; ``blank`` names what holds where none is chosen."""
    numbers = [(str(count), str(count)) for count in range(MOST_DECIMALS + 1)]
    boxes = {name: SettingBox(blank, numbers, values[name]) for name in DECIMALS}
    texts = (tr("Decimals of areas in docks"), tr("Decimals of carbon figures in docks"))
    for text, box in zip(texts, boxes.values()):
        add_row(form, text, box, decimals_help())
    return boxes


def add_row(form: QFormLayout, text: str, box: QComboBox, told: str) -> None:
    """A row with its label and tool tip."""
    label = QLabel(text)
    label.setBuddy(box)
    for widget in (label, box):
        widget.setToolTip(told)
    form.addRow(label, box)


def decimals_help() -> str:
    """What the decimals are of, and what they are not of."""
    return tr(
        "Only what the docks show is rounded. Copied tables, exported files and stored figures keep all "
        "digits; reports go by their output profile."
    )
