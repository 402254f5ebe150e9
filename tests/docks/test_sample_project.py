# SPDX-License-Identifier: GPL-2.0-or-later
"""The sample project: opens whole in both languages, from a copy that the user may change."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import pytest
from dualcarbon.plugin.docks import sample
from dualcarbon.plugin.paths import RESOURCES
from qgis.core import Qgis, QgsApplication, QgsProject
from qgis.PyQt.QtGui import QDesktopServices

TABLES = {"XZQ": 10, "CZKFBJ": 15, "STBHHX": 16, "YJJBNTBHTB": 300, "GHYDYH": 5084, "DLTB": 5056}
GROUPS = {
    "en": ["Units", "Control lines (stand-ins)", "Plan draft", "Present land use"],
    "zh": ["统计单元", "控制线（替代数据，非法定）", "规划草案", "现状"],
}


@pytest.fixture
def profile(monkeypatch, tmp_path) -> Path:
    """A profile folder of its own."""
    monkeypatch.setattr(QgsApplication, "qgisSettingsDirPath", lambda: f"{tmp_path}/profile/")
    return tmp_path / "profile"


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_layer_is_there_and_found_beside_the_project(qgis_app, tmp_path, language):
    for file in (RESOURCES / "sample" / "county").iterdir():
        shutil.copy(file, tmp_path)
    project = QgsProject()
    assert project.read(str(tmp_path / f"county_{language}.qgz"))
    layers = {layer.source().rsplit("=", 1)[1]: layer for layer in project.mapLayers().values()}
    assert {table: layer.featureCount() for table, layer in layers.items()} == TABLES
    assert all(layer.isValid() for layer in layers.values())
    assert all(layer.source().startswith(str(tmp_path)) for layer in layers.values())
    assert [group.name() for group in project.layerTreeRoot().children()] == GROUPS[language]
    assert {layer.name().split(" ")[0] for layer in layers.values()} == set(TABLES)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_code_of_the_land_has_a_colour(qgis_app, language):
    project = QgsProject()
    assert project.read(str(sample.SOURCE / f"county_{language}.qgz"))
    for table, field in (("DLTB", "DLBM"), ("GHYDYH", "YDYHFLDM")):
        (layer,) = (one for one in project.mapLayers().values() if one.source().endswith(f"={table}"))
        coloured = {code for part in layer.renderer().categories() for code in part.value()}
        assert layer.uniqueValues(layer.fields().lookupField(field)) <= coloured


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_project_tells_nothing_of_who_made_it(language):
    with zipfile.ZipFile(sample.SOURCE / f"county_{language}.qgz") as packed:
        (name,) = (name for name in packed.namelist() if name.endswith(".qgs"))
        text = packed.read(name).decode()
    assert "saveUser" not in text
    assert "<author></author>" in text
    assert str(RESOURCES.parent) not in text


def test_the_action_opens_a_copy_that_keeps_changes(plugin, desktop, profile):
    (action,) = (one for one in plugin.frame._rest if one.text() == "Open sample project")
    action.trigger()
    project = QgsProject.instance()
    assert Path(project.fileName()).parent == profile / "dualcarbon" / "sample"
    assert len(project.mapLayers()) == len(TABLES)
    assert str(profile) in desktop.messages.texts(Qgis.MessageLevel.Success)[-1]
    project.setTitle("mine")
    project.write()
    action.trigger()
    assert QgsProject.instance().title() == "mine"


def test_a_project_that_the_user_keeps_open_stays(plugin, desktop, profile):
    QgsProject.instance().setTitle("unsaved work")
    desktop.may_close_project = False
    sample.open_sample(plugin.frame.host)
    assert QgsProject.instance().title() == "unsaved work"
    assert desktop.messages.said == []


def test_a_profile_that_cannot_be_written_is_named(plugin, desktop, profile):
    profile.write_text("a file in the place of the folder", encoding="utf-8")
    sample.open_sample(plugin.frame.host)
    (told,) = desktop.messages.texts(Qgis.MessageLevel.Critical)
    assert str(profile / "dualcarbon" / "sample") in told


def test_the_help_action_opens_the_guide(plugin, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    plugin.frame._rest[-1].trigger()
    (page,) = opened
    assert page == (RESOURCES / "help" / "en" / "index.html").as_posix()
