# SPDX-License-Identifier: GPL-2.0-or-later
"""The tab for a pasted list of parcel ids (BSM): selected on the map, copied, checked and reported."""

from __future__ import annotations

from qgis.core import (
    QgsApplication,
    QgsFeatureRequest,
    QgsMapLayerProxyModel,
    QgsProcessingFeatureSourceDefinition,
    QgsVectorLayer,
)
from qgis.gui import QgsFieldComboBox, QgsMapLayerComboBox
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QFormLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from ...domain.id_list import FoundIds, find_ids, parse_ids
from ...gis.compat import is_null
from ...gis.layers import text_of
from ...i18n import tr
from ..host import Host
from ..icons import plugin_icon, theme_icon
from ..table_copy import as_mime

#: Fields that name parcels in data by the standards, the likeliest first.
ID_FIELDS = ("BSM", "plan_id", "parcel_id", "TBBH", "id")
#: Ids that the summary names.
TOLD = 8


class ListTab(QWidget):
    """A layer, its id field and a pasted text; ``check_wanted`` sends what to check."""

    check_wanted = pyqtSignal(object)

    def __init__(self, host: Host) -> None:
        super().__init__()
        self.host = host
        self.layers = QgsMapLayerComboBox()
        self.layers.setFilters(QgsMapLayerProxyModel.Filter.VectorLayer)
        self.layers.setAllowEmptyLayer(True)
        self.layers.setMinimumContentsLength(12)
        self.fields = QgsFieldComboBox()
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.text.setPlaceholderText(tr("Paste ids here, one per line or with commas between them."))
        self.text.setAccessibleName(tr("List of ids"))
        self.select_button = QPushButton(theme_icon("mActionZoomToSelected"), tr("&Select and zoom"))
        self.copy_button = QPushButton(theme_icon("mActionEditCopy"), tr("C&opy their table"))
        self.check_button = QPushButton(plugin_icon("checkplan"), tr("Check and &report these…"))
        self.summary = QLabel()
        self.summary.setWordWrap(True)
        self._lay_out()
        self.layers.layerChanged.connect(self._take_layer)
        self.select_button.clicked.connect(self.select)
        self.copy_button.clicked.connect(self.copy)
        self.check_button.clicked.connect(self._check)
        self._take_layer(self.layers.currentLayer())

    def _lay_out(self) -> None:
        form = QFormLayout()
        for text, widget in ((tr("&Layer"), self.layers), (tr("&Id field"), self.fields)):
            label = QLabel(text)
            label.setBuddy(widget)
            form.addRow(label, widget)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self.text, 1)
        for button in (self.select_button, self.copy_button, self.check_button):
            layout.addWidget(button)
        layout.addWidget(self.summary)

    @property
    def layer(self) -> QgsVectorLayer | None:
        """The layer that is chosen."""
        return self.layers.currentLayer()

    def choose(self, layer: QgsVectorLayer) -> None:
        """Choose a layer."""
        self.layers.setLayer(layer)

    def _take_layer(self, layer: QgsVectorLayer | None) -> None:
        self.fields.setLayer(layer)
        if layer is not None:
            names = {name.lower(): name for name in layer.fields().names()}
            self.fields.setField(next((names[n.lower()] for n in ID_FIELDS if n.lower() in names), ""))
        for button in (self.select_button, self.copy_button, self.check_button):
            button.setEnabled(layer is not None)

    def find(self) -> FoundIds | None:
        """The features of the pasted ids; None, with a message, where nothing can be looked for."""
        layer, wanted = self.layer, parse_ids(self.text.toPlainText())
        position = -1 if layer is None else layer.fields().lookupField(self.fields.currentField())
        if position < 0 or not wanted:
            self.host.warn(tr("Choose a layer and its id field, and paste a list of ids."))
            return None
        request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
        ids, fids = [], []
        for feature in layer.getFeatures(request.setSubsetOfAttributes([position])):
            value = feature.attribute(position)
            ids.append("" if is_null(value) else text_of(value))
            fids.append(feature.id())
        found = find_ids(wanted, ids, fids)
        self._tell(found)
        return found

    def select(self) -> bool:
        """Select the features of the list and zoom to them; whether there are any."""
        found = self.find()
        if found is None:
            return False
        self.layer.selectByIds(found.fids)
        if found.fids and self.layer.isSpatial():
            self.host.iface.mapCanvas().zoomToSelected(self.layer)
        return bool(found.fids)

    def copy(self) -> None:
        """Copy the attributes of the features, in the order of the list."""
        found = self.find()
        if found is None or not found.fids:
            return
        request = QgsFeatureRequest().setFilterFids(found.fids).setFlags(QgsFeatureRequest.Flag.NoGeometry)
        rows = {feature.id(): feature.attributes() for feature in self.layer.getFeatures(request)}
        fields = self.layer.fields()
        table = [[field.alias() or field.name() for field in fields]]
        table += [["" if is_null(cell) else text_of(cell) for cell in rows[fid]] for fid in found.fids]
        QgsApplication.clipboard().setMimeData(as_mime(table))
        self.host.tell(tr("{count} rows were copied.").format(count=len(found.fids)))

    def _check(self) -> None:
        if self.select():
            self.check_wanted.emit(
                {
                    "PLAN": QgsProcessingFeatureSourceDefinition(self.layer.id(), True),
                    "PLAN_ID_FIELD": self.fields.currentField(),
                }
            )

    def _tell(self, found: FoundIds) -> None:
        texts = [
            tr("{count} ids found, {missing} not.").format(
                count=len(found.features), missing=len(found.missing)
            )
        ]
        for ids, text in (
            (found.missing, tr("Not in the layer: {ids}")),
            (found.repeated, tr("With several features each: {ids}")),
        ):
            if ids:
                more = "" if len(ids) <= TOLD else f" … ({len(ids)})"
                texts.append(text.format(ids=", ".join(ids[:TOLD]) + more))
        self.summary.setText("\n".join(texts))
