# SPDX-License-Identifier: GPL-2.0-or-later
"""The tab with the codes of a layer: which have no class, on how much ground; classes chosen and saved."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pandas as pd
from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QAction, QFileDialog, QVBoxLayout, QWidget

from ...domain.classes import load_classification
from ...domain.classes.matching import AUTO
from ...domain.errors import DualCarbonError
from ...gis.code_survey import code_source, survey_codes
from ...gis.compat import QUndoStack
from ...gis.table_files import write_table_file
from ...i18n import speaks_chinese, tr
from ..background import Background
from ..host import Host
from ..icons import theme_icon
from ..plain_text import plain_label
from ..small_bar import small_bar
from ..table_view import fit_columns, make_table
from ..undo_actions import undo_actions
from .code_table import ClassDelegate, CodeTable, rows_of
from .lines import class_words


class CodesTab(QWidget):
    """Codes with counts and areas; ``saved`` sends the path of the crosswalk that was written."""

    saved = pyqtSignal(str)

    def __init__(self, host: Host, works: Background) -> None:
        super().__init__()
        self.host = host
        self.works = works
        words = class_words()
        self.undo = QUndoStack(self)
        self.table = CodeTable(self.undo, words, host.style, self)
        self.view = make_table(self.table, tr("Codes of the layer"))
        self.view.setItemDelegate(ClassDelegate(words, self.view))
        self.view.verticalHeader().hide()
        self.summary = plain_label(tr("Choose a layer and its field of land-use codes above."))
        self.save_action = QAction(theme_icon("mActionFileSaveAs"), tr("Save as crosswalk (CSV)"), self)
        self.save_action.triggered.connect(self._save_as)
        layout = QVBoxLayout(self)
        layout.addWidget(small_bar(self, [*undo_actions(self.undo, self), None, self.save_action]))
        layout.addWidget(self.view, 1)
        layout.addWidget(self.summary)
        self.table.dataChanged.connect(self._sum_up)

    def survey(self, layer: QgsVectorLayer | None, field: str, classification: str) -> None:
        """Read and show the codes of a layer; without a layer those of the classification."""
        self.works.cancel("codes")
        if layer is None or not field:
            self.show_classification(classification)
            return
        try:
            source = code_source(layer, field)
        except DualCarbonError as error:
            self.host.refuse(error)
            return
        self.summary.setText(tr("Reading {layer} …").format(layer=layer.name()))
        self.works.start(
            "codes",
            tr("Read the codes of {layer}").format(layer=layer.name()),
            partial(survey_codes, source, classification),
            self.show_survey,
        )

    def show_classification(self, name: str) -> None:
        """Show all codes of a classification; nothing for “auto”, which is none."""
        try:
            codes = None if name == AUTO else load_classification(name).codes
        except DualCarbonError as error:
            self.host.refuse(error)
            return
        rows = [] if codes is None else rows_of(_as_survey(codes), _name_column())
        self.table.show(rows)
        fit_columns(self.view)
        self._sum_up()

    def show_survey(self, survey: pd.DataFrame) -> None:
        """Show the codes of a survey, those without class first."""
        self.table.show(rows_of(survey, _name_column()))
        fit_columns(self.view)
        self._sum_up()

    def _sum_up(self, *_changed: object) -> None:
        empty = tr("Choose a layer and its field of land-use codes above.")
        self.summary.setText(self.table.in_words() if self.table.rows else empty)
        self.save_action.setEnabled(bool(self.table.rows))

    def _save_as(self) -> None:
        path, _kind = QFileDialog.getSaveFileName(self, self.save_action.text(), "", "CSV (*.csv)")
        if path:
            self.save(Path(path if Path(path).suffix else f"{path}.csv"))

    def save(self, path: Path) -> None:
        """Write the classes as a crosswalk, which every tool takes as CLASSIFICATION."""
        try:
            write_table_file(path, self.table.crosswalk())
        except DualCarbonError as error:
            self.host.refuse(error)
            return
        self.undo.setClean()
        self.host.tell(tr("“{file}” was saved; it is the classification now.").format(file=path.name))
        self.saved.emit(str(path))


def _name_column() -> str:
    return "name_zh" if speaks_chinese() else "name_en"


def _as_survey(codes: pd.DataFrame) -> pd.DataFrame:
    """The codes of a classification in the columns of a survey, on no ground."""
    table = codes.rename_axis("raw").reset_index()
    return table.assign(how="exact", count=0, area_ha=0.0)
