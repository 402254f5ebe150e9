# SPDX-License-Identifier: GPL-2.0-or-later
"""The plugin's part of the desktop: actions, toolbar, docks and options page, and their end."""

from __future__ import annotations

from functools import partial

from qgis.core import QgsApplication
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import Qt, QUrl
from qgis.PyQt.QtGui import QDesktopServices, QIcon
from qgis.PyQt.QtWidgets import QAction

from ..gis.guide import help_page
from ..i18n import tr
from .diagnostics import diagnostics
from .dialogs import open_tool
from .dock import PlannerDock
from .host import Host
from .icons import plugin_icon, theme_icon
from .options import OptionsPage
from .packages import missing_line
from .page_factory import PageFactory
from .project_options import ProjectPage
from .registry import DOCKS, DockEntry
from .sample import open_sample
from .settings import was_shown
from .toolbar import Toolbar

#: Tools that toolbar and menu offer; all of them are in the Processing toolbox.
TOOLS = ("checkplan", "comparedrafts", "attachfactors", "sinkbaseline", "stockchange", "report")


class Frame:
    """Built when QGIS loads the plugin; ``remove`` leaves nothing behind."""

    def __init__(self, iface: QgisInterface) -> None:
        self.iface = iface
        self.host = Host(iface)
        self.docks: dict[str, PlannerDock] = {}
        self.dock_actions = {entry.id: self._dock_action(entry) for entry in DOCKS}
        self._tools = [self._tool_action(name) for name in TOOLS]
        self._rest = [
            self._action(tr("Open sample project"), theme_icon("mActionFileOpen"), self._open_sample),
            self._action(tr("Settings…"), theme_icon("mActionOptions"), self._open_options),
            self._action(tr("Copy diagnostics"), theme_icon("mActionEditCopy"), self._copy_diagnostics),
            self._action(tr("Help"), theme_icon("mActionHelpContents"), _open_help),
        ]
        self.toolbar = Toolbar(iface, list(self.dock_actions.values()), self._tools, self._rest)
        self._options = PageFactory(OptionsPage, self.host.style)
        iface.registerOptionsWidgetFactory(self._options)
        self._project_options = PageFactory(ProjectPage, self.host.style)
        iface.registerProjectPropertiesWidgetFactory(self._project_options)
        for entry in DOCKS:
            if was_shown(entry.id):
                self.dock_actions[entry.id].setChecked(True)

    def show(self, dock_id: str) -> PlannerDock | None:
        """Bring a dock to the front, made if need be; None where packages that it needs are missing."""
        self.dock_actions[dock_id].setChecked(True)
        return self.docks.get(dock_id)

    def remove(self) -> None:
        """Undo what the constructor did, and delete the docks that were made since."""
        self.host.runner.close()
        self.iface.unregisterOptionsWidgetFactory(self._options)
        self.iface.unregisterProjectPropertiesWidgetFactory(self._project_options)
        for dock in self.docks.values():
            dock.release()
            self.iface.removeDockWidget(dock)
            dock.leave()
        self.docks.clear()
        self.host.style.release()
        self.toolbar.remove()
        for action in (*self.dock_actions.values(), *self._tools, *self._rest):
            action.deleteLater()

    # Actions -------------------------------------------------------------------------------

    def _action(self, text: str, icon: QIcon, triggered: object) -> QAction:
        action = QAction(icon, text, self.iface.mainWindow())
        action.triggered.connect(triggered)
        return action

    def _dock_action(self, entry: DockEntry) -> QAction:
        action = QAction(plugin_icon(entry.icon), entry.title(), self.iface.mainWindow())
        action.setObjectName(f"DualCarbon_show_{entry.id}")
        action.setCheckable(True)
        action.toggled.connect(partial(self._make_dock, entry))
        return action

    def _make_dock(self, entry: DockEntry, is_wanted: bool) -> None:
        """Make a dock when its action is first switched on; from then on the dock minds its action."""
        if not is_wanted or entry.id in self.docks:
            return
        action = self.dock_actions[entry.id]
        missing = missing_line(entry.needs)
        if missing:
            action.setChecked(False)
            self.host.warn(missing)
            return
        dock = entry.load()(self.host, entry.id, entry.title())
        others = [other.objectName() for other in self.docks.values()]
        self.docks[entry.id] = dock
        # One above the other, three docks would leave none of them room.
        self.iface.addTabifiedDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock, others, True)
        self._share_place(dock)
        dock.setToggleVisibilityAction(action)
        dock.setUserVisible(True)
        self.iface.mainWindow().resizeDocks([dock], [dock.sizeHint().width()], Qt.Orientation.Horizontal)

    def _share_place(self, dock: PlannerDock) -> None:
        """Behind docks that are closed, too: QGIS looks at open ones only, and would stack them later."""
        window = self.iface.mainWindow()
        place = window.dockWidgetArea(dock)
        for other in self.docks.values():
            if other is not dock and not other.isFloating() and window.dockWidgetArea(other) == place:
                window.tabifyDockWidget(other, dock)
                return

    def _tool_action(self, name: str) -> QAction:
        algorithm = QgsApplication.processingRegistry().algorithmById(f"dualcarbon:{name}")
        text = tr("{tool}…").format(tool=algorithm.displayName())
        return self._action(text, algorithm.icon(), lambda _is_checked=False: open_tool(name))

    def _open_sample(self) -> None:
        open_sample(self.host)

    def _open_options(self) -> None:
        self.iface.showOptionsDialog(self.iface.mainWindow(), self._options.title())

    def _copy_diagnostics(self) -> None:
        QgsApplication.clipboard().setText(diagnostics())
        self.host.tell(tr("Versions and settings were copied to the clipboard."))


def _open_help() -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(help_page("index"))))
