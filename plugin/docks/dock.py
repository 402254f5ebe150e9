# SPDX-License-Identifier: GPL-2.0-or-later
"""What every dock of the plugin shares: a name, a host, layers dropped onto it, and a clean end."""

from __future__ import annotations

from functools import partial

from qgis.core import QgsMapLayer, QgsMimeDataUtils, QgsProject
from qgis.gui import QgsDockWidget
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtGui import QDragEnterEvent, QDropEvent
from qgis.PyQt.QtWidgets import QWidget

from .host import Host
from .keys import DockKeys
from .settings import remember_shown

#: Docks on their way out. What their Python side holds, such as definitions of parameters, is used by
#: their widgets to the last; Python's collector does not know that, nor in which thread they live.
_leaving: set[PlannerDock] = set()


class PlannerDock(QgsDockWidget):
    """Base of the docks; made when first shown, deleted when the plugin is unloaded."""

    def __init__(self, host: Host, dock_id: str, title: str) -> None:
        super().__init__(title, host.iface.mainWindow())
        self.host = host
        self.dock_id = dock_id
        # QGIS keeps the place of a dock by this name.
        self.setObjectName(f"DualCarbon_{dock_id}")
        self.setAcceptDrops(True)
        self.visibilityChanged.connect(self._remember)

    def setWidget(self, panel: QWidget) -> None:
        """Fill the dock; the keys of its actions hold from now on."""
        super().setWidget(panel)
        self._keys = DockKeys(self)

    def choose_layer(self, layer: QgsMapLayer) -> bool:
        """Take a layer that was dropped onto the dock; False when it is of no use here."""
        return False

    def release(self) -> None:
        """Let go of everything outside the dock; called once, before it is deleted."""
        self.visibilityChanged.disconnect(self._remember)

    def leave(self) -> None:
        """Be deleted when Qt finds the time; the Python side goes after the widgets."""
        _leaving.add(self)
        self.destroyed.connect(partial(_forget_later, self))
        self.deleteLater()

    def _remember(self, _is_visible: bool) -> None:
        # Behind another tab a dock is not visible, but not hidden either.
        remember_shown(self.dock_id, not self.isHidden())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if QgsMimeDataUtils.isUriList(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        for uri in QgsMimeDataUtils.decodeUriList(event.mimeData()):
            layer = _layer_of(uri)
            if layer is not None and self.choose_layer(layer):
                event.acceptProposedAction()
                return


def _forget_later(dock: PlannerDock, *_gone: object) -> None:
    # A dock tells of its end before its widgets go.
    QTimer.singleShot(0, partial(_leaving.discard, dock))


def _layer_of(uri: QgsMimeDataUtils.Uri) -> QgsMapLayer | None:
    """The layer of the project that is dragged, or one that the browser offers, added to the project."""
    project = QgsProject.instance()
    known = project.mapLayer(uri.layerId) if uri.layerId else None
    if known is not None or uri.layerType != "vector":
        return known
    layer, _is_owner, _error = uri.vectorLayer("")
    return project.addMapLayer(layer) if layer is not None and layer.isValid() else None
