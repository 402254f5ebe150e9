# SPDX-License-Identifier: GPL-2.0-or-later
"""Undo and redo of a table in a dock, with the icons and keys that they have everywhere."""

from __future__ import annotations

from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import QAction, QWidget

from ..gis.compat import QUndoStack
from ..i18n import tr
from .icons import theme_icon


def undo_actions(stack: QUndoStack, owner: QWidget) -> tuple[QAction, QAction]:
    """The actions undo and redo of a stack.

    Not made by the stack: newer PyQt deletes actions of its making together with their Python side.
    """
    undo = QAction(theme_icon("mActionUndo"), tr("Undo"), owner)
    redo = QAction(theme_icon("mActionRedo"), tr("Redo"), owner)
    undo.setShortcut(QKeySequence.StandardKey.Undo)
    redo.setShortcut(QKeySequence.StandardKey.Redo)
    undo.setEnabled(stack.canUndo())
    redo.setEnabled(stack.canRedo())
    stack.canUndoChanged.connect(undo.setEnabled)
    stack.canRedoChanged.connect(redo.setEnabled)
    undo.triggered.connect(stack.undo)
    redo.triggered.connect(stack.redo)
    return undo, redo
