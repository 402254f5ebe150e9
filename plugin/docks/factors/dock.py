# SPDX-License-Identifier: GPL-2.0-or-later
"""The carbon factors dock: a factor set, a layer, and what the one makes of the other."""

from __future__ import annotations

from qgis.core import QgsMapLayer, QgsMapLayerProxyModel, QgsProject, QgsVectorLayer
from qgis.gui import QgsFieldComboBox, QgsMapLayerComboBox
from qgis.PyQt.QtWidgets import QFormLayout, QLabel, QPushButton, QTabWidget, QVBoxLayout, QWidget

from ...domain.classes import classification_ids, load_classification
from ...domain.errors import DualCarbonError
from ...domain.factors import factor_set_titles
from ...gis.codes import key_of_code, read_with
from ...gis.compat import is_null
from ...i18n import speaks_chinese, tr
from ..background import Background
from ..dock import PlannerDock
from ..host import Host
from ..icons import plugin_icon, theme_icon
from ..settings import chosen
from .boxes import FileOrShipped
from .browse import BrowseTab, table_kinds
from .codes import CodesTab
from .edit import EditTab

#: Where a project keeps what was chosen.
SCOPE = "dualcarbon"
KEPT = ("factor_set", "classification", "layer", "field")
#: Fields that hold land-use codes in data by the standards, the likeliest first.
CODE_FIELDS = ("DLBM", "YDYHFLDM", "GHFLDM", "GHDLBM", "code", "lucode", "carbon_class")


class FactorsDock(PlannerDock):
    """Factors browsed, compared and edited; codes of a layer mapped; factors attached."""

    def __init__(self, host: Host, dock_id: str, title: str) -> None:
        super().__init__(host, dock_id, title)
        language = "zh" if speaks_chinese() else "en"
        self.works = Background(host)
        self._kept: dict[str, str] = {}
        self._is_restoring = False
        self.factor_set = FileOrShipped(factor_set_titles(language), table_kinds(), tr("Factor set"))
        self.layers = QgsMapLayerComboBox()
        self.layers.setFilters(QgsMapLayerProxyModel.Filter.PolygonLayer)
        self.layers.setAllowEmptyLayer(True)
        self.layers.setMinimumContentsLength(12)
        self.fields = QgsFieldComboBox()
        kinds = {"auto": tr("by field name and codes"), **_classifications(language)}
        self.classification = FileOrShipped(kinds, table_kinds(), tr("Classification"))
        self.attach = QPushButton(plugin_icon("attachfactors"), tr("&Attach to layer"))
        self.explain = QPushButton(theme_icon("mActionIdentify"), tr("E&xplain the selected parcel"))
        self.browse, self.codes, self.edit = BrowseTab(host), CodesTab(host, self.works), EditTab(host)
        self.tabs = QTabWidget()
        self.tabs.addTab(self.browse, tr("Factors"))
        self.tabs.addTab(self.codes, tr("Codes of the layer"))
        self.tabs.addTab(self.edit, tr("Own set"))
        self._lay_out()
        self._connect()
        self._restore()

    def _lay_out(self) -> None:
        panel = QWidget()
        form = QFormLayout()
        form.setContentsMargins(0, 0, 0, 0)
        for text, widget in (
            (tr("&Factor set"), self.factor_set),
            (tr("&Layer"), self.layers),
            (tr("F&ield"), self.fields),
            (tr("&Classification"), self.classification),
        ):
            label = QLabel(text)
            label.setBuddy(widget)
            form.addRow(label, widget)
        form.addRow("", self.attach)
        form.addRow("", self.explain)
        layout = QVBoxLayout(panel)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.addLayout(form)
        layout.addWidget(self.tabs, 1)
        self.setWidget(panel)

    def _connect(self) -> None:
        self.factor_set.changed.connect(self._take_set)
        self.layers.layerChanged.connect(self._take_layer)
        self.fields.fieldChanged.connect(self._survey)
        self.classification.changed.connect(self._survey)
        self.attach.clicked.connect(self.attach_to_layer)
        self.explain.clicked.connect(self.explain_parcel)
        self.browse.edit_wanted.connect(self._edit_copy)
        self.edit.saved.connect(self.factor_set.choose)
        self.codes.saved.connect(self.classification.choose)
        self.tabs.currentChanged.connect(self._survey)
        QgsProject.instance().readProject.connect(self._restore)

    def release(self) -> None:
        super().release()
        self.works.close()
        QgsProject.instance().readProject.disconnect(self._restore)

    # Choices --------------------------------------------------------------------------------

    def choose_layer(self, layer: QgsMapLayer) -> bool:
        """Take a layer that was dropped onto the dock."""
        self.layers.setLayer(layer)
        if self.layer is not None and self.layer.id() == layer.id():
            return True
        self.host.warn(tr("“{layer}” holds no polygons.").format(layer=layer.name()))
        return False

    @property
    def layer(self) -> QgsVectorLayer | None:
        """The layer that is chosen."""
        return self.layers.currentLayer()

    def _restore(self, *_read: object) -> None:
        """Take up what the project has kept, else what the settings say."""
        project = QgsProject.instance()
        kept = {name: str(project.readEntry(SCOPE, f"factors/{name}", "")[0]) for name in KEPT}
        self._is_restoring = True
        self.factor_set.choose(kept["factor_set"] or chosen("FACTOR_SET"))
        self.browse.show_set(self.factor_set.value)
        self.classification.choose(kept["classification"] or "auto")
        self.layers.setLayer(project.mapLayer(kept["layer"]) if kept["layer"] else None)
        self._take_layer(self.layer)
        if kept["field"]:
            self.fields.setField(kept["field"])
        self._is_restoring = False
        self._kept = self._choices()

    def _choices(self) -> dict[str, str]:
        layer = self.layer
        return {
            "factor_set": self.factor_set.value,
            "classification": self.classification.value,
            "layer": "" if layer is None else layer.id(),
            "field": self.fields.currentField(),
        }

    def _keep(self) -> None:
        """Keep in the project what the user has changed; nothing else may make the project a changed one."""
        if self._is_restoring:
            return
        for name, value in self._choices().items():
            if value != self._kept.get(name):
                QgsProject.instance().writeEntry(SCOPE, f"factors/{name}", value)
        self._kept = self._choices()

    def _take_set(self, name: str) -> None:
        if self.browse.show_set(name):
            self._keep()

    def _take_layer(self, layer: QgsVectorLayer | None) -> None:
        self.fields.setLayer(layer)
        if layer is not None:
            names = {name.lower(): name for name in layer.fields().names()}
            likely = next((names[name.lower()] for name in CODE_FIELDS if name.lower() in names), "")
            self.fields.setField(likely)
        self._survey()

    def _survey(self, *_changed: object) -> None:
        """Read the codes, but only where they are looked at: that takes a while on a county."""
        for button in (self.attach, self.explain):
            button.setEnabled(self.layer is not None and bool(self.fields.currentField()))
        self._keep()
        if self.tabs.currentWidget() is self.codes:
            self.codes.survey(self.layer, self.fields.currentField(), self.classification.value)

    # Deeds ----------------------------------------------------------------------------------

    def _edit_copy(self) -> None:
        factors = self.browse.factors
        if factors is not None and self.edit.begin_copy(factors):
            self.tabs.setCurrentWidget(self.edit)

    def attach_to_layer(self) -> None:
        """Run “Attach carbon factors” on the layer as a background task."""
        self.host.runner.run(
            "dualcarbon:attachfactors",
            {
                "INPUT": self.layer,
                "CLASS_FIELD": self.fields.currentField(),
                "CLASSIFICATION": self.classification.value,
                "FACTOR_SET": self.factor_set.value,
                "AREA_RULE": chosen("AREA_RULE"),
                "OUTPUT": "TEMPORARY_OUTPUT",
            },
        )

    def explain_parcel(self) -> None:
        """Show the factors of the first selected parcel of the layer, with their sources."""
        parcel = next(iter(self.layer.selectedFeatures()), None)
        field = self.fields.currentField()
        if parcel is None or is_null(parcel[field]):
            self.host.warn(tr("Select a parcel of the layer that has a code."))
            return
        try:
            key = self._key_of(parcel[field])
        except DualCarbonError as error:
            self.host.refuse(error)
            return
        if not key:
            self.host.warn(tr("Code “{code}” has no carbon class.").format(code=parcel[field]))
            return
        self.tabs.setCurrentWidget(self.browse)
        self.browse.show_class(key)

    def _key_of(self, code: object) -> str:
        """The key of a code in the factor set: its carbon class, or itself for a table by own codes."""
        factors, name = self.browse.factors, self.classification.value
        read = name if factors is None else read_with(factors, name)
        return key_of_code(code, read, field=self.fields.currentField(), layer=self.layer.name()) or ""


def _classifications(language: str) -> dict[str, str]:
    loaded = [load_classification(name) for name in (*classification_ids(), "carbon_class")]
    return {found.id: found.title_zh if language == "zh" else found.title_en for found in loaded}
