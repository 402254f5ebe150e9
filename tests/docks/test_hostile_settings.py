# SPDX-License-Identifier: GPL-2.0-or-later
"""Settings and projects that somebody edited by hand: every dock opens, whatever they say."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from desktop import settle
from qgis.core import Qgis, QgsProject, QgsSettings, QgsVectorLayer
from qgis.PyQt.QtCore import QByteArray

# The list of texts stands with the hostile cases.
sys.path.append(str(Path(__file__).resolve().parents[1]))

from hostile.wicked import TEXTS

SETTINGS = (
    *("area_rule", "factor_set", "rules", "profile", "area_decimals", "carbon_decimals"),
    *("docks/live_balance/parts", "docks/plan_check/header"),
    *(f"docks/{dock}/shown" for dock in ("data", "carbon_factors", "carbon_account", "plan_check")),
)
KINDS = {"list": ["a", "b"], "mapping": {"a": 1}, "bytes": QByteArray(b"\x00\xff" * 50), "number": 1e300}
REMOTE = {
    "WFS": "url='http://127.0.0.1:1/wfs' typename='a:b' version='auto'",
    "postgres": "dbname='x' host=127.0.0.1 port=1 user='u' password='secret1' key='id' table=\"a\" (geom)",
    "wms": "url=http://127.0.0.1:1/wms&layers=a&styles=&format=image/png&crs=EPSG:4326",
}


@pytest.fixture
def set_to(desktop):
    """Put a value into every setting of the plugin, before it is loaded."""

    def put(value: object) -> None:
        for key in SETTINGS:
            QgsSettings().setValue(f"plugins/dualcarbon/{key}", value)
        if isinstance(value, str):
            for key in project_entries():
                QgsProject.instance().writeEntry("dualcarbon", key, value)

    return put


def project_entries() -> list[str]:
    """Everything that the plugin keeps in projects."""
    from dualcarbon.plugin.docks.account.dock import BOOK_ENTRY
    from dualcarbon.plugin.docks.check.chooser import STORE_ENTRY
    from dualcarbon.plugin.docks.factors.dock import KEPT
    from dualcarbon.plugin.docks.live.dock import ENTRY
    from dualcarbon.plugin.docks.settings import OF_PROJECT

    figures = [f"figures/{name.lower()}" for name in OF_PROJECT]
    return [*figures, *(f"factors/{name}" for name in KEPT), BOOK_ENTRY, STORE_ENTRY, ENTRY]


def open_all(plugin) -> None:
    """Show every dock and the pages of the options and of the project; no slot may raise."""
    raised: list[object] = []
    before, sys.excepthook = sys.excepthook, lambda *error: raised.append(error)
    try:
        for dock_id in plugin.frame.dock_actions:
            assert plugin.frame.show(dock_id).isVisible()
            settle()
    finally:
        sys.excepthook = before
    assert not raised, raised


@pytest.mark.parametrize("name", TEXTS)
def test_docks_open_whatever_the_settings_say(set_to, request, desktop, name):
    set_to(TEXTS[name].replace("\0", ""))
    open_all(request.getfixturevalue("plugin"))
    for factory in (*desktop.factories, *desktop.project_factories):
        factory.createWidget(desktop.window).apply()


@pytest.mark.parametrize("kind", KINDS)
def test_docks_open_whatever_kind_the_settings_are_of(set_to, request, kind):
    set_to(KINDS[kind])
    open_all(request.getfixturevalue("plugin"))


def test_docks_open_on_a_project_with_layers_that_do_not_answer(plugin, desktop):
    layers = [QgsVectorLayer(source, "甲 <b>", provider) for provider, source in REMOTE.items()]
    QgsProject.instance().addMapLayers(layers)
    open_all(plugin)
    for dock_id in ("plan_check", "carbon_factors", "carbon_account"):
        for layer in layers[:2]:
            assert not plugin.frame.show(dock_id).choose_layer(layer)
    settle()
    assert not [text for text in desktop.messages.texts(Qgis.MessageLevel.Critical) if "secret1" in text]
