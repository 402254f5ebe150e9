# SPDX-License-Identifier: GPL-2.0-or-later
"""Which findings are looked at: a layer of the project, and the findings store that keeps their states."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsMapLayer, QgsMapLayerProxyModel, QgsProject, QgsVectorLayer
from qgis.gui import QgsFileWidget, QgsMapLayerComboBox
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QFormLayout, QLabel, QWidget

from ...gis.finding_layers import is_finding_layer, store_behind
from ...i18n import tr

#: Where a project keeps the store that was chosen.
SCOPE, STORE_ENTRY = "dualcarbon", "findings_store"


class FindingChooser(QWidget):
    """Layer and store; ``chosen`` is sent when either changes."""

    chosen = pyqtSignal()

    def __init__(self) -> None:
        super().__init__()
        self.layers = QgsMapLayerComboBox()
        self.layers.setFilters(QgsMapLayerProxyModel.Filter.VectorLayer)
        self.layers.setAllowEmptyLayer(True)
        self.layers.setMinimumContentsLength(12)
        self.store_file = QgsFileWidget()
        self.store_file.setFilter(tr("Findings store (*.gpkg)"))
        self.store_file.setToolTip(
            tr("GeoPackage that keeps the states of findings from check to check (parameter STORE).")
        )
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        for text, field in ((tr("Findin&gs"), self.layers), (tr("St&ore"), self.store_file)):
            label = QLabel(text)
            label.setBuddy(field)
            form.addRow(label, field)
        self.hide_other_layers()
        self.layers.setLayer(None)
        self.layers.layerChanged.connect(self._take_layer)
        self.store_file.fileChanged.connect(self._take_store)
        project = QgsProject.instance()
        project.layersAdded.connect(self.hide_other_layers)
        project.readProject.connect(self.hide_other_layers)

    def release(self) -> None:
        """Let go of the project."""
        project = QgsProject.instance()
        project.layersAdded.disconnect(self.hide_other_layers)
        project.readProject.disconnect(self.hide_other_layers)

    @property
    def layer(self) -> QgsVectorLayer | None:
        """The layer of findings that is chosen."""
        layer = self.layers.currentLayer()
        return layer if is_finding_layer(layer) else None

    @property
    def store(self) -> Path | None:
        """The findings store: the layer itself, or the file that was chosen."""
        own = None if self.layer is None else store_behind(self.layer)
        text = self.store_file.filePath().strip()
        return own or (Path(text) if text else None)

    def choose(self, layer: QgsMapLayer) -> bool:
        """Choose a layer; False when it holds no findings."""
        if not is_finding_layer(layer):
            return False
        self.hide_other_layers()
        self.layers.setLayer(layer)
        return True

    def hide_other_layers(self, *_changed: object) -> None:
        """Offer only layers of findings."""
        layers = QgsProject.instance().mapLayers().values()
        self.layers.setExceptedLayerList([layer for layer in layers if not is_finding_layer(layer)])

    def _take_layer(self, _layer: QgsMapLayer | None) -> None:
        own = None if self.layer is None else store_behind(self.layer)
        self.store_file.setEnabled(own is None)
        self.store_file.blockSignals(True)
        self.store_file.setFilePath(str(own) if own is not None else _remembered_store())
        self.store_file.blockSignals(False)
        self.chosen.emit()

    def _take_store(self, path: str) -> None:
        QgsProject.instance().writeEntry(SCOPE, STORE_ENTRY, path)
        self.chosen.emit()


def _remembered_store() -> str:
    text, _is_known = QgsProject.instance().readEntry(SCOPE, STORE_ENTRY, "")
    return str(text)
