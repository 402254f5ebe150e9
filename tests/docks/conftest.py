# SPDX-License-Identifier: GPL-2.0-or-later
"""The plugin loaded in a small desktop, offscreen."""

from __future__ import annotations

import gc
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

# The layers made by hand are used here too.
sys.path.append(str(Path(__file__).resolve().parents[1] / "algorithms"))

from desktop import Desktop, settle
from qgis.core import Qgis, QgsApplication, QgsMapLayer, QgsProject, QgsSettings
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QSettings
from registered import registered, unregistered


@pytest.fixture(scope="session")
def own_settings(tmp_path_factory) -> None:
    """Settings that no other run of the tests writes at the same time."""
    folder = str(tmp_path_factory.mktemp("settings"))
    QSettings.setPath(QSettings.defaultFormat(), QSettings.Scope.UserScope, folder)


@pytest.fixture
def desktop(qgis_app, qgis_processing, own_settings, monkeypatch) -> Iterator[Desktop]:
    """An empty desktop without settings of the plugin."""
    from processing.gui import Postprocessing

    # Newer versions hand the layer tree of the application on, which a stand-in does not have.
    monkeypatch.setattr(Postprocessing, "iface", None, raising=False)
    QgsSettings().remove("plugins/dualcarbon")
    # What tests before have left in it.
    QgsProject.instance().clear()
    QgsProject.instance().setDirty(False)
    made = Desktop()
    made.window.resize(1200, 800)
    made.window.show()
    with unregistered():
        yield made
    QgsProject.instance().clear()
    QgsSettings().remove("plugins/dualcarbon")
    made.window.close()
    sip.delete(made.window)
    settle()


@pytest.fixture
def plugin(desktop):
    """The plugin, loaded and unloaded as QGIS does it."""
    from dualcarbon import classFactory

    made = classFactory(desktop)
    try:
        made.initGui()
        yield made
    finally:
        # A plugin that cannot start must not leave its algorithms to the tests that follow.
        made.unload()
        settle()


@pytest.fixture(autouse=True)
def _no_defect_is_only_logged(qgis_app) -> Iterator[None]:
    """What comes out of a finished task is kept from Qt and logged: no test may pass over it."""
    from dualcarbon.plugin.docks.background import LOG

    said: list[str] = []

    def hear(text: str, tag: str, level: Qgis.MessageLevel) -> None:
        if tag == LOG and level == Qgis.MessageLevel.Critical:
            said.append(text)

    QgsApplication.messageLog().messageReceived.connect(hear)
    yield
    QgsApplication.messageLog().messageReceived.disconnect(hear)
    assert said == []


@pytest.fixture(autouse=True, scope="session")
def _no_layer_outlives_the_application(qgis_app) -> Iterator[None]:
    yield
    for thing in gc.get_objects():
        if isinstance(thing, QgsMapLayer) and not sip.isdeleted(thing):
            sip.delete(thing)


@pytest.fixture(scope="session")
def checked_once(qgis_app, qgis_processing, tmp_path_factory) -> Path:
    """A folder with the findings of the small draft and its store."""
    from checked_draft import check_into

    folder = tmp_path_factory.mktemp("checked")
    with unregistered():
        check_into(folder)
    return folder


@pytest.fixture
def checked(plugin, checked_once, tmp_path):
    """The plan and the findings of a checked draft, with a findings store beside them."""
    from checked_draft import open_in_project

    shutil.copytree(checked_once, tmp_path, dirs_exist_ok=True)
    return open_in_project(tmp_path)


@pytest.fixture
def dock(plugin, checked, tmp_path):
    """The plan check dock, showing the findings of the draft."""
    from checked_draft import STORE
    from desktop import wait_for

    shown = plugin.frame.show("plan_check")
    assert shown.choose_layer(checked[1])
    shown.panel.chooser.store_file.setFilePath(str(tmp_path / STORE))
    wait_for(lambda: shown.model.findings is not None)
    return shown


@pytest.fixture(scope="module")
def provider(qgis_app, qgis_processing):
    """The algorithms of the plugin, whoever registered them."""
    with registered() as found:
        yield found


@pytest.fixture
def algorithms(provider):
    """The algorithms, and a project that is empty again afterwards."""
    yield provider
    QgsProject.instance().clear()


@pytest.fixture
def bench(algorithms):
    """A layer in edit mode with a draft of three parcels of a hectare each, followed by a tracker."""
    from layers_by_hand import draft_layer
    from live_bench import ROWS, Bench, parameters

    layer = draft_layer(ROWS)
    QgsProject.instance().addMapLayer(layer)
    made = Bench(layer, parameters())
    yield made
    made.tracker.close()
