# SPDX-License-Identifier: GPL-2.0-or-later
"""The tab in which a factor set of one's own is edited: as its file has it, with every problem told."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QTimer, pyqtSignal
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import (
    QAction,
    QFileDialog,
    QToolBar,
    QVBoxLayout,
    QWidget,
)

from ...domain.errors import DualCarbonError
from ...domain.factors import FactorSet, table_of, validate_factor_frame
from ...gis.compat import QUndoStack
from ...gis.table_files import write_table_file
from ...gis.tables import read_file
from ...i18n import sentence, tr
from ...paths import RESOURCES
from ..host import Host
from ..icons import theme_icon
from ..plain_text import plain_label
from ..small_bar import small_bar
from ..table_view import fit_columns, make_table
from ..undo_actions import undo_actions
from .cells import CellTable

TEMPLATE = RESOURCES / "factors" / "template.csv"
#: Milliseconds after the last change until the table is checked.
PAUSE_MS = 300
#: Problems that are told below the table; the others stand at their cells.
TOLD = 4


class EditTab(QWidget):
    """A table of factors with undo, checks, import and export; ``saved`` sends the path of a sound set."""

    saved = pyqtSignal(str)

    def __init__(self, host: Host) -> None:
        super().__init__()
        self.host = host
        self.file: Path | None = None
        self.undo = QUndoStack(self)
        self.table = CellTable(self.undo, self)
        self.view = make_table(self.table, tr("Cells of the factor table"))
        self.summary = plain_label()
        self.bar = self._make_bar()
        layout = QVBoxLayout(self)
        layout.addWidget(self.bar)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.summary)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.check)
        self.table.rowsInserted.connect(self._pause.start)
        self.table.rowsRemoved.connect(self._pause.start)
        self.undo.indexChanged.connect(self._pause.start)
        self.begin(read_file(TEMPLATE), None)

    def _make_bar(self) -> QToolBar:
        keys = QKeySequence.StandardKey
        return small_bar(
            self,
            [
                self._action("mActionFileNew", tr("Blank table"), self._blank),
                self._action("mActionFileOpen", tr("Import a table (CSV, XLSX)"), self._import),
                self._action("mActionFileSave", tr("Save"), self._save, keys.Save),
                self._action("mActionFileSaveAs", tr("Save as (CSV, XLSX)"), self._save_as),
                None,
                *undo_actions(self.undo, self),
                None,
                self._action("mActionNewTableRow", tr("Insert a row like the current one"), self._insert),
                self._action("mActionDeleteSelected", tr("Delete the selected rows"), self._delete),
                self._action("mActionEditPaste", tr("Paste cells"), self._paste, keys.Paste),
            ],
        )

    def _action(
        self, icon: str, text: str, triggered: object, key: QKeySequence.StandardKey | None = None
    ) -> QAction:
        action = QAction(theme_icon(icon), text, self)
        action.triggered.connect(triggered)
        if key is not None:
            action.setShortcut(key)
        return action

    # Content --------------------------------------------------------------------------------

    def begin(self, frame: pd.DataFrame, file: Path | None) -> None:
        """Edit a table; ``file`` is where it is saved, None for a new one."""
        self.file = file
        self.table.load(frame)
        fit_columns(self.view)
        self.check()

    def begin_copy(self, factors: FactorSet) -> bool:
        """Edit a copy of a set; False, with a message, for one that has a schema of its own."""
        try:
            self.begin(table_of(factors, f"{factors.id.replace('/', '_')}_copy"), None)
        except DualCarbonError as error:
            self.host.refuse(error)
            return False
        return True

    def check(self) -> int:
        """Check the table and tell its problems; their number."""
        name = self.file.name if self.file else tr("new table")
        problems = validate_factor_frame(self.table.frame(), name) if self.table.rows else []
        self.table.tell_problems(
            {(problem.row - 2, problem.column): sentence(problem) for problem in problems}
        )
        told = [sentence(problem.told()) for problem in problems[:TOLD]]
        state = (
            tr("{file}: {count} rows, no problem.")
            if not problems
            else tr("{file}: {count} rows, {problems} problems:")
        ).format(file=name, count=len(self.table.rows), problems=len(problems))
        self.summary.setText("\n".join([state, *told]))
        return len(problems)

    # Deeds ----------------------------------------------------------------------------------

    def _blank(self) -> None:
        self.begin(read_file(TEMPLATE).iloc[:0], None)
        self.table.put_rows(0, [[""] * self.table.columnCount()])

    def _import(self) -> None:
        path, _kind = QFileDialog.getOpenFileName(
            self, tr("Import a factor table"), "", tr("Tables (*.csv *.xlsx *.txt)")
        )
        if path:
            self.open(path)

    def open(self, path: str) -> None:
        """Edit the table of a file."""
        try:
            self.begin(read_file(path), Path(path))
        except DualCarbonError as error:
            self.host.refuse(error)

    def _save(self) -> None:
        if self.file is None:
            self._save_as()
        else:
            self.save(self.file)

    def _save_as(self) -> None:
        path, _kind = QFileDialog.getSaveFileName(
            self, tr("Save the factor table"), "", tr("CSV (*.csv);;Workbook (*.xlsx)")
        )
        if path:
            self.save(Path(path if Path(path).suffix else f"{path}.csv"))

    def save(self, path: Path) -> None:
        """Write the table; one with problems is written too, as work in progress, and said to be so."""
        try:
            write_table_file(path, self.table.frame())
        except DualCarbonError as error:
            self.host.refuse(error)
            return
        self.file = path
        self.undo.setClean()
        problems = self.check()
        if problems:
            self.host.warn(
                tr(
                    "“{file}” was saved with {count} problems: no tool takes it before they are mended."
                ).format(file=path.name, count=problems)
            )
        else:
            self.host.tell(tr("“{file}” was saved.").format(file=path.name))
            self.saved.emit(str(path))

    def _insert(self) -> None:
        row = self.view.currentIndex().row()
        cells = list(self.table.rows[row]) if row >= 0 else [""] * self.table.columnCount()
        if "row_id" in self.table.names:
            cells[self.table.names.index("row_id")] = ""
        self.table.insert(row + 1, [cells])

    def _delete(self) -> None:
        rows = sorted({index.row() for index in self.view.selectionModel().selectedIndexes()}, reverse=True)
        if not rows:
            return
        self.undo.beginMacro(tr("Delete rows"))
        for row in rows:
            self.table.remove(row, 1)
        self.undo.endMacro()

    def _paste(self) -> None:
        text = QgsApplication.clipboard().text().rstrip("\n")
        index = self.view.currentIndex()
        if not index.isValid() or not text:
            return
        block = [line.split("\t") for line in text.split("\n")]
        self.table.fill(index, block)
        left_out = index.column() + max(map(len, block)) - self.table.columnCount()
        if left_out > 0:
            self.host.warn(
                tr("The table ends before what was pasted: {count} column(s) were left out.").format(
                    count=left_out
                )
            )
