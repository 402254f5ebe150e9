# SPDX-License-Identifier: GPL-2.0-or-later
"""The form of an exemption: the document that grants it, who, why, from when till when."""

from __future__ import annotations

from datetime import date

from qgis.gui import QgsDateEdit
from qgis.PyQt.QtCore import QDate, Qt
from qgis.PyQt.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from ...domain.exemptions import Exemption
from ...i18n import tr


class ExemptionForm(QDialog):
    """Asks for an exemption of ``count`` findings; ``exemption`` is what was filled in."""

    def __init__(self, parent: QWidget, count: int) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Exempt {count} finding(s)").format(count=count))
        self.document = QLineEdit()
        self.approver = QLineEdit()
        self.reason = QLineEdit()
        self.start = _optional_day()
        self.end = _optional_day()
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        form = QFormLayout()
        for label, field in (
            (tr("&Document number (needed)"), self.document),
            (tr("&Approved by"), self.approver),
            (tr("&Reason"), self.reason),
            (tr("Valid &from"), self.start),
            (tr("Valid &to"), self.end),
        ):
            name = QLabel(label)
            name.setBuddy(field)
            form.addRow(name, field)
        self.hint = QLabel()
        self.hint.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self.hint)
        layout.addWidget(self.buttons)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.document.textChanged.connect(self._judge)
        for edit in (self.start, self.end):
            # Queued: the edit tells of a day before it knows itself that it has one.
            edit.dateTimeChanged.connect(self._judge, Qt.ConnectionType.QueuedConnection)
        self._judge()

    def exemption(self) -> Exemption:
        """The approval as the findings store keeps it."""
        return Exemption(
            document_no=self.document.text().strip(),
            approver=self.approver.text().strip(),
            reason=self.reason.text().strip(),
            date=_day(self.start),
            expiry=_day(self.end),
        )

    def _judge(self, *_changed: object) -> None:
        start, end = _day(self.start), _day(self.end)
        trouble = ""
        if not self.document.text().strip():
            trouble = tr("Only a document (批准文号) exempts a finding; fill in its number.")
        elif start is not None and end is not None and end < start:
            trouble = tr("The exemption ends before it starts.")
        self.hint.setText(trouble)
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(not trouble)


def _optional_day() -> QgsDateEdit:
    edit = QgsDateEdit()
    edit.setAllowNull(True)
    edit.setDisplayFormat("yyyy-MM-dd")
    edit.setNullRepresentation(tr("no limit"))
    edit.clear()
    return edit


def _day(edit: QgsDateEdit) -> date | None:
    if edit.isNull():
        return None
    day: QDate = edit.date()
    return date(day.year(), day.month(), day.day())
