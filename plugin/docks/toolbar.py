# SPDX-License-Identifier: GPL-2.0-or-later
"""The plugin's one toolbar and its one menu, which hold the same actions."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.gui import QgisInterface
from qgis.PyQt.QtWidgets import QAction, QMenu, QToolBar, QToolButton

from ..i18n import tr
from .icons import plugin_icon, theme_icon


class Toolbar:
    """Toolbar and menu; ``remove`` takes both away again."""

    def __init__(
        self,
        iface: QgisInterface,
        docks: Sequence[QAction],
        tools: Sequence[QAction],
        rest: Sequence[QAction],
    ) -> None:
        self.iface = iface
        title = tr("Dual Carbon Planner")
        self.tool_menu = _menu(tr("Tools"), tools, "DualCarbonTools")
        self.tool_menu.setIcon(theme_icon("processingAlgorithm"))
        self.menu = _menu(title, docks, "DualCarbonMenu")
        self.menu.setIcon(plugin_icon("plugin"))
        self.menu.addMenu(self.tool_menu)
        self.menu.addSeparator()
        self.menu.addActions(list(rest))
        self.bar: QToolBar = iface.addToolBar(title)
        self.bar.setObjectName("DualCarbonToolbar")
        self.bar.addActions(list(docks))
        self.bar.addWidget(self._tool_button())
        iface.pluginMenu().addMenu(self.menu)

    def _tool_button(self) -> QToolButton:
        button = QToolButton()
        button.setMenu(self.tool_menu)
        button.setIcon(theme_icon("processingAlgorithm"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setToolTip(tr("Tools of the Dual Carbon Planner"))
        button.setAccessibleName(button.toolTip())
        return button

    def remove(self) -> None:
        """Undo what the constructor did."""
        self.iface.pluginMenu().removeAction(self.menu.menuAction())
        self.iface.mainWindow().removeToolBar(self.bar)
        for thing in (self.bar, self.tool_menu, self.menu):
            thing.deleteLater()


def _menu(title: str, actions: Sequence[QAction], name: str) -> QMenu:
    menu = QMenu(title)
    menu.setObjectName(name)
    menu.addActions(list(actions))
    return menu
