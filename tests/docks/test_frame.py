# SPDX-License-Identifier: GPL-2.0-or-later
"""Toolbar, menu, docks and options page come with the plugin and go with it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from desktop import settle, widgets_kept
from qgis.core import QgsApplication, QgsExpression, QgsProject

TESTS = Path(__file__).resolve().parents[1]


def test_toolbar_and_menu_offer_the_same_actions_once(plugin, desktop):
    frame = plugin.frame
    (menu,) = [action.menu() for action in desktop.plugins.actions()]
    assert menu is frame.toolbar.menu
    docks = list(frame.dock_actions.values())
    assert "Plan check" in [action.text() for action in docks]
    assert [action for action in frame.toolbar.bar.actions() if action.text()] == docks
    in_menu = [action for action in menu.actions() if not action.isSeparator()]
    assert in_menu[: len(docks)] == docks
    assert [action.text() for action in in_menu[len(docks) :]] == [
        "Tools",
        "Open sample project",
        "Settings…",
        "Copy diagnostics",
        "Help",
    ]
    names = [tool.text() for tool in frame.toolbar.tool_menu.actions()]
    assert "Check plan against control lines…" in names
    assert len(set(names)) == len(names)


def test_a_dock_is_made_when_it_is_first_shown(plugin, desktop):
    assert plugin.frame.docks == {}
    dock = plugin.frame.show("plan_check")
    assert dock.objectName() == "DualCarbon_plan_check"
    assert dock.isVisible()
    plugin.frame.dock_actions["plan_check"].trigger()
    assert not dock.isVisible()
    assert plugin.frame.show("plan_check") is dock


def test_docks_share_one_place(plugin, desktop):
    for dock_id in ("plan_check", "carbon_factors"):
        plugin.frame.show(dock_id)
    assert desktop.tabs == {
        "DualCarbon_plan_check": [],
        "DualCarbon_carbon_factors": ["DualCarbon_plan_check"],
    }


def test_docks_opened_one_after_another_share_one_place_when_all_are_open(plugin, desktop):
    ids = ("data", "carbon_factors", "plan_check")
    for dock_id in ids:
        plugin.frame.show(dock_id).setUserVisible(False)
    shown = [plugin.frame.show(dock_id) for dock_id in ids]
    for dock in shown:
        dock.setUserVisible(True)
    settle()
    assert set(desktop.window.tabifiedDockWidgets(shown[0])) == set(shown[1:])


def listeners():
    """How many slots listen to the signals of the project that docks use."""
    project = QgsProject.instance()
    signals = (
        project.layersAdded,
        project.layersRemoved,
        project.layersWillBeRemoved,
        project.readProject,
        project.cleared,
    )
    return [project.receivers(signal) for signal in signals]


def test_loading_and_unloading_leaves_nothing_behind(desktop):
    from dualcarbon import classFactory

    registry = QgsApplication.processingRegistry()
    actions, heard = len(desktop.window.actions()), listeners()
    functions, drawn = QgsExpression.functionCount(), desktop.canvas.scene().items()
    with widgets_kept() as kept:
        for _round in range(5):
            plugin = classFactory(desktop)
            plugin.initGui()
            for dock_id in plugin.frame.dock_actions:
                plugin.frame.show(dock_id)
            assert registry.providerById("dualcarbon") is not None
            plugin.unload()
            plugin.unload()
            settle()
            assert registry.providerById("dualcarbon") is None
    assert kept() == []
    assert desktop.factories == []
    assert desktop.plugins.actions() == []
    assert len(desktop.window.actions()) == actions
    assert listeners() == heard
    assert QgsExpression.functionCount() == functions
    assert desktop.canvas.scene().items() == drawn


def test_toolbar_and_menu_need_none_of_the_computing_packages():
    """Where numpy is missing the plugin still loads, and a dock says what to install."""
    code = (
        "import sys\n"
        "sys.modules.update(dict.fromkeys(('numpy', 'pandas', 'shapely', 'pyproj', 'scipy', 'matplotlib')))\n"
        f"sys.path.insert(0, {str(TESTS)!r})\n"
        "import conftest\n"
        "from dualcarbon.plugin.docks import frame\n"
        "assert frame.DOCKS\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
