# SPDX-License-Identifier: GPL-2.0-or-later
"""Keys of a dock hold while the focus is in it, though the main window has the same ones."""

from __future__ import annotations

import pytest
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAction


def press_ctrl(widget, key):
    """Press a key with Ctrl, and let go of both: Qt keeps in mind what is held."""
    QTest.keyClick(widget, key, Qt.KeyboardModifier.ControlModifier)
    QTest.keyRelease(widget, Qt.Key.Key_Control)


@pytest.fixture
def rivals(desktop):
    """Actions of the main window with keys that docks have too, and what was done by them."""
    done = []
    for letter in "SZLBC":
        action = QAction(letter, desktop.window)
        action.setShortcut(QKeySequence(f"Ctrl+{letter}"))
        action.triggered.connect(lambda _checked, letter=letter: done.append(letter))
        desktop.window.addAction(action)
    return done


@pytest.fixture
def edit(plugin, desktop, rivals):
    """The table of a factor set with one row, which has the focus."""
    dock = plugin.frame.show("carbon_factors")
    dock.tabs.setCurrentWidget(dock.edit)
    dock.edit.table.put_rows(0, [[""] * dock.edit.table.columnCount()])
    desktop.window.activateWindow()
    dock.edit.view.setFocus()
    QgsApplication.processEvents()
    assert QgsApplication.focusWidget() is dock.edit.view
    return dock.edit


def test_undo_in_a_dock_undoes_there(edit, rivals):
    edit.table.setData(edit.table.index(0, 0), "甲")
    press_ctrl(edit.view, Qt.Key.Key_Z)
    assert edit.table.rows[0][0] == ""
    assert rivals == []


def test_save_in_a_dock_saves_its_table(edit, rivals, tmp_path):
    edit.file = tmp_path / "own.csv"
    press_ctrl(edit.view, Qt.Key.Key_S)
    assert edit.file.exists()
    assert rivals == []


def test_copy_in_the_tree_copies_the_table_not_the_cell(dock, desktop, rivals):
    tree = dock.panel.tree
    desktop.window.activateWindow()
    tree.setFocus()
    QgsApplication.processEvents()
    press_ctrl(tree, Qt.Key.Key_C)
    assert QgsApplication.clipboard().text().startswith("Finding\t")
    assert rivals == []


def test_elsewhere_the_keys_are_those_of_the_main_window(edit, desktop, rivals):
    desktop.canvas.setFocus()
    press_ctrl(desktop.canvas, Qt.Key.Key_S)
    assert rivals == ["S"]


#: Function keys of QGIS 3.22 itself, by its actions and shortcuts.
KEYS_OF_QGIS = {"F1", "F3", "Ctrl+F3", "F5", "F6", "Shift+F6", "Ctrl+F6", "F7", "F11", "F12"}


def test_keys_of_docks_hold_in_the_dock_alone_and_leave_function_keys_to_qgis(plugin):
    for dock_id in ("data", "carbon_factors", "carbon_account", "plan_check", "live_balance"):
        dock = plugin.frame.show(dock_id)
        keyed = [action for action in dock.findChildren(QAction) if not action.shortcut().isEmpty()]
        for action in keyed:
            assert action.shortcutContext() == Qt.ShortcutContext.WidgetWithChildrenShortcut, action.text()
        keys = [action.shortcut().toString() for action in keyed]
        assert not KEYS_OF_QGIS & set(keys)


def test_the_live_balance_starts_by_a_key_of_its_own(plugin, desktop):
    dock = plugin.frame.show("live_balance")
    shown = []
    styling = QAction("Layer Styling", desktop.window)
    styling.setShortcut(QKeySequence("F7"))
    styling.triggered.connect(shown.append)
    desktop.window.addAction(styling)
    desktop.window.activateWindow()
    dock.panel.conflict_table.setFocus()
    QgsApplication.processEvents()
    QTest.keyClick(QgsApplication.focusWidget(), Qt.Key.Key_F9)
    assert desktop.messages.texts() == ["Choose the plan layer of the project that you edit."]
    QTest.keyClick(QgsApplication.focusWidget(), Qt.Key.Key_F7)
    assert shown == [False]
