# SPDX-License-Identifier: GPL-2.0-or-later
"""Hands the plugin's pages to the options of QGIS and to the properties of the project."""

from __future__ import annotations

from collections.abc import Callable

from qgis.gui import QgsOptionsPageWidget, QgsOptionsWidgetFactory
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QWidget

from ..i18n import tr
from .figure_style import FigureStyle
from .icons import plugin_icon

Page = Callable[[FigureStyle, "QWidget | None"], QgsOptionsPageWidget]


class PageFactory(QgsOptionsWidgetFactory):
    """Makes a page when QGIS asks for it; registered on load, unregistered on unload."""

    def __init__(self, page: Page, style: FigureStyle) -> None:
        super().__init__()
        self._page = page
        self._style = style
        self.setTitle(tr("Dual Carbon Planner"))

    def icon(self) -> QIcon:
        return plugin_icon("plugin")

    def createWidget(self, parent: QWidget | None = None) -> QgsOptionsPageWidget:
        return self._page(self._style, parent)
