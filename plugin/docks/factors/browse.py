# SPDX-License-Identifier: GPL-2.0-or-later
"""The tab that shows the rows of a factor set: filtered, compared with a second one, each explained."""

from __future__ import annotations

import html
import math

from qgis.core import QgsApplication
from qgis.gui import QgsFilterLineEdit
from qgis.PyQt.QtCore import QModelIndex, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QSplitter,
    QTableView,
    QTextBrowser,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ...domain.errors import DualCarbonError
from ...domain.factors import FactorSet, factor_set_titles
from ...gis.tables import load_factors
from ...i18n import speaks_chinese, tr
from ..host import Host
from ..icons import theme_icon
from ..plain_text import plain_label
from ..table_copy import as_mime
from ..table_view import fit_columns, make_table
from .boxes import FileOrShipped
from .line_model import KEY_MARK, FactorTable, LineFilter
from .lines import FactorLine, lines_of, quantity_words, term_words


class BrowseTab(QWidget):
    """Rows of ``factors`` with value, interval and source; ``edit_wanted`` asks for a copy to edit."""

    edit_wanted = pyqtSignal()

    def __init__(self, host: Host) -> None:
        super().__init__()
        self.host = host
        self.factors: FactorSet | None = None
        self.compared: FactorSet | None = None
        self.table = FactorTable(self)
        self.filter = LineFilter(self)
        self.filter.setSourceModel(self.table)
        titles = factor_set_titles("zh" if speaks_chinese() else "en")
        self.second = FileOrShipped(titles, table_kinds(), tr("Second factor set"), tr("(none)"))
        self.text = QgsFilterLineEdit()
        self.text.setShowSearchIcon(True)
        self.text.setPlaceholderText(tr("Filter: class, pool, source, region …; =paddy for one class"))
        self.text.setAccessibleName(tr("Filter factors"))
        self.weak = QCheckBox(tr("&Weak only"))
        self.weak.setToolTip(tr("Only factors below evidence grade “secondary”"))
        self.view = self._make_view()
        self.details = QTextBrowser()
        self.details.setAccessibleName(tr("The factor in words"))
        self.summary = plain_label()
        self._lay_out()
        self.second.changed.connect(self._compare)
        self.text.textChanged.connect(self._filter)
        self.weak.toggled.connect(self._filter)
        self.view.selectionModel().currentChanged.connect(self._explain)

    def _make_view(self) -> QTableView:
        view = make_table(self.filter, tr("Factors"))
        view.setSortingEnabled(True)
        view.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        view.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        view.verticalHeader().hide()
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        return view

    def _lay_out(self) -> None:
        label = QLabel(tr("Com&pare with"))
        label.setBuddy(self.second)
        top = QHBoxLayout()
        top.addWidget(label)
        top.addWidget(self.second, 1)
        middle = QHBoxLayout()
        middle.addWidget(self.text, 1)
        middle.addWidget(self.weak)
        middle.addWidget(_button("mActionEditCopy", tr("Copy the rows shown as a table"), self._copy))
        middle.addWidget(
            _button("mActionToggleEditing", tr("Edit a copy of this set"), self.edit_wanted.emit)
        )
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.addWidget(self.view)
        parts.addWidget(self.details)
        parts.setStretchFactor(0, 3)
        parts.setStretchFactor(1, 1)
        layout = QVBoxLayout(self)
        layout.addLayout(top)
        layout.addLayout(middle)
        layout.addWidget(parts, 1)
        layout.addWidget(self.summary)

    def show_set(self, name: str) -> bool:
        """Show a set by id or path; False, with a message, where it cannot be read."""
        factors = self._load(name)
        if factors is None:
            return False
        self.factors = factors
        self._refresh()
        return True

    def show_class(self, key: str) -> None:
        """Show the rows of one class, the first one in words."""
        self.weak.setChecked(False)
        self.text.setText(f"{KEY_MARK}{key}")
        self.view.selectRow(0)

    def _compare(self, name: str) -> None:
        self.compared = self._load(name) if name else None
        self._refresh()

    def _load(self, name: str) -> FactorSet | None:
        try:
            return load_factors(name)
        except DualCarbonError as error:
            self.host.refuse(error)
            return None

    def _refresh(self) -> None:
        lines = [] if self.factors is None else lines_of(self.factors, self.compared)
        self.table.show(lines, self.compared is not None)
        fit_columns(self.view)
        self._filter()

    def _filter(self) -> None:
        self.filter.filter_by(self.text.text(), self.weak.isChecked())
        weak = sum(line.weak for line in self.table.lines)
        self.summary.setText(
            tr("{shown} of {count} rows; {weak} below grade “secondary”. Version {version}, {hash}.").format(
                shown=self.filter.rowCount(),
                count=len(self.table.lines),
                weak=weak,
                version=(self.factors.version or "–") if self.factors else "–",
                hash=self.factors.sha256[:12] if self.factors else "–",
            )
        )

    def _explain(self, index: QModelIndex, _before: QModelIndex) -> None:
        line = self.filter.line_of(index)
        self.details.setHtml("" if line is None else describe(line))

    def _copy(self) -> None:
        QgsApplication.clipboard().setMimeData(as_mime(self.filter.shown()))
        self.host.tell(tr("{count} rows were copied.").format(count=self.filter.rowCount()))


def describe(line: FactorLine) -> str:
    """A factor in words: the figure, where it comes from, how well it is known."""
    bounds = tr("95 % interval not known") if math.isnan(line.low) else f"{line.low:.6g} – {line.high:.6g}"
    head = f"{line.name} · {quantity_words()[line.quantity]} · {term_words().get(line.term, line.term)}"
    depth = tr("soil depth {depth} cm").format(depth=line.depth_cm) if line.depth_cm else ""
    facts = [
        (tr("Value"), "" if math.isnan(line.value) else f"{line.value:.6g} {line.unit}"),
        (tr("95 % interval"), bounds),
        (tr("Source"), "; ".join(part for part in (line.source, line.locator) if part)),
        (tr("Year and region"), " · ".join(part for part in (line.year, line.region, depth) if part)),
        (tr("Evidence"), f"{line.evidence}; {tr('verified: {state}').format(state=line.verified)}"),
        (tr("Note"), line.note),
        (tr("Row"), line.row_id),
    ]
    rows = "".join(
        f"<tr><td><b>{html.escape(name)}</b>&nbsp;</td><td>{html.escape(text)}</td></tr>"
        for name, text in facts
        if text
    )
    return f"<h4>{html.escape(head)}</h4><table>{rows}</table>"


def table_kinds() -> str:
    """The files that a factor set or a crosswalk may be."""
    return tr("Tables (*.csv *.xlsx *.txt)")


def _button(icon: str, text: str, clicked: object) -> QToolButton:
    button = QToolButton()
    button.setIcon(theme_icon(icon))
    button.setToolTip(text)
    button.setAccessibleName(text)
    button.clicked.connect(clicked)
    return button
