# SPDX-License-Identifier: GPL-2.0-or-later
"""A toolbar inside a dock, of the size that QGIS's own panels have."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtWidgets import QAction, QToolBar, QWidget


def small_bar(owner: QWidget, actions: Sequence[QAction | None]) -> QToolBar:
    """The actions (None = a gap), which work by key wherever the focus is in ``owner``."""
    bar = QToolBar()
    # As large as the letters beside them, where these are large.
    side = max(16, bar.fontMetrics().height())
    bar.setIconSize(QSize(side, side))
    bar.setMovable(False)
    for action in actions:
        if action is None:
            bar.addSeparator()
            continue
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        owner.addAction(action)
        bar.addAction(action)
        button = bar.widgetForAction(action)
        button.setAccessibleName(action.text())
        # Buttons of a tool bar are left out by Tab, and not every action has a key.
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return bar
