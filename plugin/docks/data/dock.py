# SPDX-License-Identifier: GPL-2.0-or-later
"""The data dock: what to look at before a run."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsMapLayer, QgsVectorLayer
from qgis.PyQt.QtWidgets import QTabWidget

from ...i18n import tr
from ..dialogs import open_tool
from ..dock import PlannerDock
from ..host import Host
from .list_tab import ListTab
from .preview_tab import PreviewTab


class DataDock(PlannerDock):
    """Layers looked over, parcels found by list."""

    def __init__(self, host: Host, dock_id: str, title: str) -> None:
        super().__init__(host, dock_id, title)
        self.preview, self.list = PreviewTab(), ListTab(host)
        self.tabs = QTabWidget()
        self.tabs.addTab(self.preview, tr("Layers before a run"))
        self.tabs.addTab(self.list, tr("Parcels by list"))
        self.setWidget(self.tabs)
        self.list.check_wanted.connect(self._check)
        self.preview.look()

    def choose_layer(self, layer: QgsMapLayer) -> bool:
        """Take a layer that was dropped onto the dock."""
        if self.tabs.currentWidget() is self.preview:
            self.preview.first.setLayer(layer)
            return True
        if isinstance(layer, QgsVectorLayer):
            self.list.choose(layer)
            return True
        return False

    def _check(self, parameters: dict[str, Any]) -> None:
        open_tool("checkplan", parameters)
