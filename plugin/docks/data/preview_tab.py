# SPDX-License-Identifier: GPL-2.0-or-later
"""The tab that looks over the layers of the project before a run: what does not fit the first one."""

from __future__ import annotations

from qgis.core import QgsMapLayer, QgsProject, QgsRasterLayer, QgsVectorLayer
from qgis.gui import QgsMapLayerComboBox
from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt
from qgis.PyQt.QtWidgets import QFormLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ...gis.compat import number_of
from ...gis.layer_preview import ERROR, FINE, NOTE, WARNING, LayerFacts, preview
from ...i18n import tr
from ..icons import plugin_icon, theme_icon
from ..table_view import fit_columns, make_table

FEATURES = 3


class PreviewTable(QAbstractTableModel):
    """One row per layer, the worst first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.facts: list[LayerFacts] = []
        self._words = {FINE: tr("fits"), NOTE: tr("note"), WARNING: tr("warning"), ERROR: tr("stops a run")}
        self._icons = {
            FINE: plugin_icon("state_fixed"),
            NOTE: plugin_icon("severity_info"),
            WARNING: plugin_icon("severity_warning"),
            ERROR: plugin_icon("severity_error"),
        }

    def show(self, facts: list[LayerFacts]) -> None:
        """Show the facts of layers; the one that they are held against stays first."""
        levels = (ERROR, WARNING, NOTE, FINE)
        self.beginResetModel()
        self.facts = [*facts[:1], *sorted(facts[1:], key=lambda one: levels.index(one.level))]
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.facts)

    def columnCount(self, parent: QModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._titles())

    def _titles(self) -> tuple[str, ...]:
        return tr("Layer"), tr("State"), tr("Coordinate reference system"), tr("Features"), tr("Remarks")

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._titles()[section]
        return None

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        one = self.facts[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            count = "" if one.features < 0 else f"{one.features:,}"
            cells = (one.layer, self._words[one.level], one.crs, count, " ".join(one.remarks))
            return cells[index.column()]
        if role == Qt.ItemDataRole.DecorationRole and index.column() == 1:
            return self._icons[one.level]
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(one.remarks)
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == FEATURES:
            return number_of(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None


class PreviewTab(QWidget):
    """All layers of the project held against one of them."""

    def __init__(self) -> None:
        super().__init__()
        self.first = QgsMapLayerComboBox()
        self.first.setMinimumContentsLength(12)
        self.button = QPushButton(theme_icon("mActionRefresh"), tr("&Look over"))
        self.table = PreviewTable(self)
        self.view = make_table(self.table, tr("Layers looked over"))
        self.view.verticalHeader().hide()
        self.view.setWordWrap(True)
        self.view.horizontalHeader().setStretchLastSection(True)
        self.summary = QLabel()
        self.summary.setWordWrap(True)
        label = QLabel(tr("&Against"))
        label.setBuddy(self.first)
        self.first.setToolTip(tr("A run works in the coordinate reference system of its first layer."))
        form = QFormLayout()
        form.addRow(label, self.first)
        form.addRow("", self.button)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.summary)
        self.button.clicked.connect(self.look)
        self.first.layerChanged.connect(self.look)

    def look(self, *_changed: object) -> None:
        """Look over all layers of the project."""
        first = self.first.currentLayer()
        others = [layer for layer in _layers() if first is None or layer.id() != first.id()]
        facts = [] if first is None else preview([first, *others], QgsProject.instance())
        self.table.show(facts)
        fit_columns(self.view)
        self.view.resizeRowsToContents()
        stopped = sum(one.level == ERROR for one in facts)
        warned = sum(one.level == WARNING for one in facts)
        self.summary.setText(
            tr("{count} layers: {stopped} would stop a run, {warned} call for a look.").format(
                count=len(facts), stopped=stopped, warned=warned
            )
        )


def _layers() -> list[QgsMapLayer]:
    """Vector layers and rasters of the project, by name."""
    layers = QgsProject.instance().mapLayers().values()
    return sorted(
        (layer for layer in layers if isinstance(layer, (QgsVectorLayer, QgsRasterLayer))),
        key=lambda layer: (layer.name(), layer.id()),
    )
