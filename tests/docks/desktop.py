# SPDX-License-Identifier: GPL-2.0-or-later
"""A small desktop: the parts of QGIS's interface that the plugin touches, with real widgets."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from qgis.core import Qgis, QgsApplication, QgsProject
from qgis.gui import QgsMapCanvas, QgsOptionsWidgetFactory
from qgis.PyQt.QtCore import QCoreApplication, QElapsedTimer, QEvent, Qt
from qgis.PyQt.QtWidgets import QDockWidget, QMainWindow, QMenu, QTabBar, QToolBar, QWidget


class Messages:
    """A message bar that keeps what was said, newest last."""

    def __init__(self) -> None:
        self.said: list[tuple[Qgis.MessageLevel, str]] = []

    def pushMessage(self, _title: str, text: str, level: Qgis.MessageLevel, _seconds: int) -> None:
        self.said.append((level, text))

    def texts(self, level: Qgis.MessageLevel | None = None) -> list[str]:
        """What was said, at one level or at all."""
        return [text for said, text in self.said if level in (None, said)]


class Desktop:
    """What ``iface`` is to the plugin; keeps what was registered, so that a test can ask."""

    def __init__(self) -> None:
        self.window = QMainWindow()
        self.canvas = QgsMapCanvas(self.window)
        self.window.setCentralWidget(self.canvas)
        self.messages = Messages()
        self.plugins = QMenu("Plugins", self.window)
        self.factories: list[QgsOptionsWidgetFactory] = []
        self.project_factories: list[QgsOptionsWidgetFactory] = []
        self.shown_options: list[str] = []
        #: Dock → docks that it was to share a place with.
        self.tabs: dict[str, list[str]] = {}
        #: What the user answers when asked whether to save the project; False cancels.
        self.may_close_project = True

    def mainWindow(self) -> QMainWindow:
        return self.window

    def mapCanvas(self) -> QgsMapCanvas:
        return self.canvas

    def messageBar(self) -> Messages:
        return self.messages

    def pluginMenu(self) -> QMenu:
        return self.plugins

    def addToolBar(self, title: str) -> QToolBar:
        return self.window.addToolBar(title)

    def addTabifiedDockWidget(
        self, area: Qt.DockWidgetArea, dock: QDockWidget, others: list[str], _is_raised: bool
    ) -> None:
        self.window.addDockWidget(area, dock)
        self.tabs[dock.objectName()] = list(others)

    def removeDockWidget(self, dock: QDockWidget) -> None:
        self.window.removeDockWidget(dock)

    def registerOptionsWidgetFactory(self, factory: QgsOptionsWidgetFactory) -> None:
        self.factories.append(factory)

    def unregisterOptionsWidgetFactory(self, factory: QgsOptionsWidgetFactory) -> None:
        self.factories.remove(factory)

    def registerProjectPropertiesWidgetFactory(self, factory: QgsOptionsWidgetFactory) -> None:
        self.project_factories.append(factory)

    def unregisterProjectPropertiesWidgetFactory(self, factory: QgsOptionsWidgetFactory) -> None:
        self.project_factories.remove(factory)

    def newProject(self, _asks_to_save: bool) -> bool:
        if self.may_close_project:
            QgsProject.instance().clear()
        return self.may_close_project

    def addProject(self, path: str) -> bool:
        return QgsProject.instance().read(path)

    def showOptionsDialog(self, _parent: QWidget | None, page: str) -> None:
        self.shown_options.append(page)


def settle() -> None:
    """Let Qt do what it has put off, deletions included."""
    for _round in range(3):
        QgsApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def wait_for(is_reached: Callable[[], bool], seconds: float = 20.0) -> None:
    """Let Qt work until something is reached; fails after a while."""
    clock = QElapsedTimer()
    clock.start()
    while not is_reached():
        assert clock.elapsed() < 1000 * seconds, "waited in vain"
        QgsApplication.processEvents()


@contextmanager
def widgets_kept() -> Iterator[Callable[[], list[str]]]:
    """Names of the widgets that came to be inside the block and are still there."""
    before = set(QgsApplication.allWidgets())
    yield lambda: [
        f"{type(widget).__name__} {widget.objectName()}"
        for widget in QgsApplication.allWidgets()
        if widget not in before and not _is_of_the_window(widget)
    ]


def _is_of_the_window(widget: QWidget) -> bool:
    """Whether a widget is the bar of tabs that a main window keeps for the next docks that share a place."""
    bar = widget if isinstance(widget, QTabBar) else widget.parentWidget()
    return isinstance(bar, QTabBar) and isinstance(bar.parentWidget(), QMainWindow)
