# SPDX-License-Identifier: GPL-2.0-or-later
"""Settings prefill dialogs and docks; what the tools themselves take by default never changes."""

from __future__ import annotations

import pytest
import qgis.utils
from desktop import settle
from qgis.core import Qgis, QgsApplication, QgsSettings
from qgis.gui import QgsBrowserGuiModel
from qgis.PyQt.QtWidgets import QApplication, QComboBox


def algorithm(name):
    return QgsApplication.processingRegistry().algorithmById(f"dualcarbon:{name}")


@pytest.fixture
def page(plugin, desktop):
    (factory,) = desktop.factories
    made = factory.createWidget()
    yield made
    made.deleteLater()
    settle()


def box(page, value):
    """The combo box that offers a value."""
    return next(found for found in page.findChildren(QComboBox) if found.findData(value) >= 0)


def choose(page, value):
    box(page, value).setCurrentIndex(box(page, value).findData(value))
    page.apply()


def test_a_choice_prefills_the_tools_that_have_the_parameter(page):
    from dualcarbon.plugin.docks.settings import prefill

    assert prefill(algorithm("checkplan")) == {}
    choose(page, "planar")
    choose(page, "cn_guangdong")
    assert prefill(algorithm("checkplan")) == {"AREA_RULE": "planar", "RULES": "cn_guangdong"}
    assert prefill(algorithm("sinkbaseline")) == {"AREA_RULE": "planar"}
    assert algorithm("checkplan").parameterDefinition("AREA_RULE").defaultValue() == "ellipsoidal"


def test_the_default_is_not_stored(page):
    choose(page, "planar")
    choose(page, "ellipsoidal")
    settings = QgsSettings()
    settings.beginGroup("plugins/dualcarbon")
    assert settings.allKeys() == []


def test_the_page_shows_what_was_chosen(page, desktop):
    choose(page, "cn_county")
    again = desktop.factories[0].createWidget()
    assert box(again, "cn_county").currentData() == "cn_county"
    again.deleteLater()


def test_areas_are_written_as_the_chosen_profile_writes_them(page, plugin):
    choose(page, "cn_county")
    dock = plugin.frame.show("plan_check")
    assert dock.model.headers()["area_m2"] == "Area (mu)"


def test_the_dialog_of_a_tool_is_opened_with_the_choices_and_does_not_block(page, plugin, monkeypatch):
    # The dialogs of Processing ask an interface of their own, which is a mock here.
    browser = QgsBrowserGuiModel()
    monkeypatch.setattr(qgis.utils.iface, "browserModel", lambda: browser, raising=False)
    choose(page, "planar")
    action = next(a for a in plugin.frame.toolbar.tool_menu.actions() if a.text().startswith("Check plan"))
    action.trigger()
    dialogs = [w for w in QApplication.topLevelWidgets() if type(w).__name__ == "AlgorithmDialog"]
    (dialog,) = [found for found in dialogs if found.isVisible()]
    assert not dialog.isModal()
    assert dialog.mainWidget().wrappers["AREA_RULE"].parameterValue() == "planar"
    dialog.close()


def test_settings_open_at_the_page_of_the_plugin(plugin, desktop):
    action = next(a for a in plugin.frame.toolbar.menu.actions() if a.text() == "Settings…")
    action.trigger()
    assert desktop.shown_options == ["Dual Carbon Planner"]


def test_diagnostics_hold_versions_and_settings_and_no_place(page, plugin, desktop, tmp_path):
    choose(page, "planar")
    QgsSettings().setValue("plugins/dualcarbon/factor_set", str(tmp_path / "own.csv"))
    plugin.frame.show("plan_check").panel.keep_widths()
    action = next(a for a in plugin.frame.toolbar.menu.actions() if a.text() == "Copy diagnostics")
    action.trigger()
    text = QgsApplication.clipboard().text()
    facts = dict(line.split(": ", 1) for line in text.splitlines())
    assert facts["qgis"] == Qgis.QGIS_VERSION
    assert facts["setting area_rule"] == "planar"
    assert facts["setting factor_set"] == "own.csv"
    assert str(tmp_path) not in text
    assert not [name for name in facts if "header" in name]
    assert {"dualcarbon", "numpy", "shapely", "scipy", "platform", "theme"} <= facts.keys()


def test_a_missing_package_is_one_line_with_the_way_to_install_it(plugin, desktop, monkeypatch):
    from dualcarbon.plugin.docks import packages

    monkeypatch.setattr(packages, "trouble_with", lambda name: name if name == "shapely" else "")
    assert plugin.frame.show("plan_check") is None
    assert not plugin.frame.dock_actions["plan_check"].isChecked()
    (line,) = desktop.messages.texts(Qgis.MessageLevel.Warning)
    assert line.startswith("Python packages are missing (shapely): install them with")
    monkeypatch.undo()
    assert plugin.frame.show("plan_check").isVisible()


def test_a_dock_comes_back_where_it_was_open(desktop):
    from dualcarbon import classFactory

    for shown in (True, False):
        plugin = classFactory(desktop)
        plugin.initGui()
        plugin.frame.dock_actions["plan_check"].setChecked(shown)
        settle()
        plugin.unload()
        again = classFactory(desktop)
        again.initGui()
        assert ("plan_check" in again.frame.docks) == shown
        again.unload()
        settle()
