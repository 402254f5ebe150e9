# SPDX-License-Identifier: GPL-2.0-or-later
"""Keys of a dock's actions: while the focus is in the dock they go before the same keys of QGIS.

Qt calls a key that both have ambiguous and does neither, so that Ctrl+S would save nothing at all.
"""

from __future__ import annotations

from qgis.PyQt.QtCore import QEvent, QObject
from qgis.PyQt.QtGui import QKeyEvent, QKeySequence
from qgis.PyQt.QtWidgets import QAbstractItemView, QAction, QApplication, QWidget

from ..gis.compat import number_of

KEY_EVENTS = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)


class DockKeys(QObject):
    """Listens to the keys that reach a dock, and to those that its tables would take for themselves."""

    def __init__(self, dock: QWidget) -> None:
        super().__init__(dock)
        self._dock = dock
        for watched in (dock, *dock.findChildren(QAbstractItemView)):
            watched.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() not in KEY_EVENTS:
            return False
        action = self._action_of(event)
        if action is None:
            return False
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            action.trigger()
        return True

    def _action_of(self, event: QKeyEvent) -> QAction | None:
        """The enabled action with the pressed key that is nearest to the focus."""
        pressed = QKeySequence(number_of(event.modifiers()) | event.key())
        widget = QApplication.focusWidget()
        while widget is not None and self._dock.isAncestorOf(widget):
            for action in widget.actions():
                if action.isEnabled() and pressed in action.shortcuts():
                    return action
            widget = widget.parentWidget()
        return None
