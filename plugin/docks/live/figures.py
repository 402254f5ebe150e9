# SPDX-License-Identifier: GPL-2.0-or-later
"""The carbon figures of a live balance, large enough to be seen beside the map."""

from __future__ import annotations

import math
from collections.abc import Sequence

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QGridLayout, QLabel, QWidget

from ...domain.profiles import Quantity
from ...i18n import tr
from ..table_copy import all_digits
from .rows import Bounded, CarbonLine, change_text

#: Size of the plan's figures and of intervals, beside that of other text.
LARGE, SMALL = 1.3, 0.85


class CarbonFigures(QWidget):
    """A line per figure: the plan as it is, since the editing began, and against the baseline."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[CarbonLine] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(0)
        self._rows: list[list[tuple[QLabel, QLabel]]] = []
        self._header = [tr("Plan"), tr("Since editing began"), tr("Against the baseline")]
        for column, text in enumerate(self._header, 1):
            head = QLabel(text)
            head.setAlignment(Qt.AlignmentFlag.AlignRight)
            self._grid.addWidget(head, 0, column)
            self._grid.setColumnStretch(column, 1)

    def show_lines(self, lines: Sequence[CarbonLine]) -> None:
        """Show figures, or none."""
        self.lines = list(lines)
        self.setVisible(bool(lines))
        while len(self._rows) < len(lines):
            self._add_row()
        for line, labels in zip(lines, self._rows):
            texts = _texts(line)
            for (main, small), (text, below) in zip(labels, texts):
                main.setText(text)
                small.setText(below)
            for head, (main, small) in zip(self._header, labels[1:]):
                main.setAccessibleName(f"{line.name}, {head}: {main.text()} {small.text()}")

    def as_table(self) -> list[list[str]]:
        """Header and rows for the clipboard: all digits, bounds in columns of their own, base units."""
        low, high = tr(", low"), tr(", high")
        plan, since, baseline = self._header
        header = [tr("Carbon"), tr("Unit"), plan, plan + low, plan + high, since]
        header += [baseline, baseline + low, baseline + high]
        rows = []
        for line in self.lines:
            figures = (*line.plan, line.since, *line.baseline)
            rows.append([line.name, line.base_unit, *(all_digits(figure) for figure in figures)])
        return [header, *rows]

    def _add_row(self) -> None:
        place = 2 * len(self._rows) + 1
        labels = [(QLabel(), QLabel()) for _column in range(len(self._header) + 1)]
        for column, (main, small) in enumerate(labels):
            _resize(small, SMALL)
            side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
            main.setAlignment(side | Qt.AlignmentFlag.AlignBottom)
            small.setAlignment(side | Qt.AlignmentFlag.AlignTop)
            main.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._grid.addWidget(main, place, column)
            self._grid.addWidget(small, place + 1, column)
        _resize(labels[1][0], LARGE, is_bold=True)
        self._rows.append(labels)


def _texts(line: CarbonLine) -> list[tuple[str, str]]:
    """What stands in each column, and below it: units and intervals."""
    plan = "" if math.isnan(line.plan[0]) else line.total.format(line.plan[0])
    return [
        (line.name, line.unit),
        (plan, _interval(line.total, line.plan)),
        (_change(line, line.since), ""),
        (_change(line, line.baseline[0]), _interval(line.change, line.baseline)),
    ]


def _change(line: CarbonLine, value: float) -> str:
    return change_text(value, line.change.format(abs(value)))


def _interval(quantity: Quantity, figure: Bounded) -> str:
    _value, low, high = figure
    if math.isnan(low) or math.isnan(high):
        return ""
    return tr("{low} to {high}").format(low=quantity.format(low), high=quantity.format(high))


def _resize(label: QLabel, factor: float, *, is_bold: bool = False) -> None:
    font = label.font()
    font.setPointSizeF(factor * font.pointSizeF())
    font.setBold(is_bold)
    label.setFont(font)
