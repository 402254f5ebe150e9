# SPDX-License-Identifier: GPL-2.0-or-later
"""Units and decimals of figures: the project's before the user's, the same in every dock, never in a copy."""

from __future__ import annotations

import pytest
from desktop import settle
from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtWidgets import QComboBox, QLabel


def choose(page, text, value):
    """Choose in the box behind a label, and accept the page."""
    (label,) = [one for one in page.findChildren(QLabel) if one.text() == text]
    box = label.buddy()
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findData(value))
    page.apply()


@pytest.fixture
def pages(plugin, desktop):
    """The page in the options of QGIS, and the one in the properties of the project."""
    factories = [*desktop.factories, *desktop.project_factories]
    made = [factory.createWidget() for factory in factories]
    yield made
    for page in made:
        page.deleteLater()
    settle()


AREAS, CARBON = "Decimals of areas in docks", "Decimals of carbon figures in docks"


def area_texts(dock):
    return {dock.model.text_of(row, "area_m2") for row in dock.model.tree.leaves}


def test_a_dock_that_is_open_writes_what_is_chosen_at_once(pages, dock):
    options, _project = pages
    assert area_texts(dock) == {"1.0000", "0.2500"}
    choose(options, AREAS, "1")
    assert area_texts(dock) == {"1.0", "0.3"}
    assert dock.panel.summary.text().endswith("sum of their areas 4.5 ha.")
    dock.deeds.step(1)
    assert "1.0 ha" in dock.panel.details.toPlainText()


def test_the_project_goes_before_the_user_and_is_kept_in_it(pages, dock, tmp_path):
    options, project_page = pages
    choose(options, AREAS, "1")
    choose(project_page, AREAS, "3")
    choose(project_page, "Output profile", "cn_county")
    assert dock.model.headers()["area_m2"] == "Area (mu)"
    assert area_texts(dock) == {"15.000", "3.750"}
    project = QgsProject.instance()
    assert project.write(str(tmp_path / "county.qgz"))
    project.clear()
    assert dock.model.headers()["area_m2"] == "Area (ha)"
    assert project.read(str(tmp_path / "county.qgz"))
    assert dock.model.headers()["area_m2"] == "Area (mu)"
    choose(project_page, AREAS, "")
    assert dock.host.style.profile.quantity("parcel_area").decimals == 1


def test_what_is_copied_and_stored_keeps_all_digits(pages, dock):
    options, _project = pages
    choose(options, AREAS, "0")
    assert area_texts(dock) == {"1", "< 1"}
    dock.panel.tree.clearSelection()
    dock.panel.actions_by_name["copy"].trigger()
    lines = [line.split("\t") for line in QgsApplication.clipboard().text().splitlines()]
    assert {line[1] for line in lines[1:]} == {"1.0", "0.25"}


def test_figures_of_accounts_and_targets_follow_their_kind(pages, plugin):
    options, _project = pages
    style = plugin.frame.host.style
    assert [style.decimals_of(measure) for measure in ("ha", "t C", "t CO2e/a")] == [2, 2, 2]
    choose(options, CARBON, "0")
    choose(options, AREAS, "5")
    assert [style.decimals_of(measure) for measure in ("ha", "t C", "t CO2e/a")] == [5, 0, 0]
    assert style.write(0.75, "hm²") == "0.75000"
    assert style.write(80.0, "%") == "80"
    carbon = ("carbon", "flux", "parcel_co2")
    assert [style.profile.quantity(name).decimals for name in carbon] == [0, 0, 0]
    assert style.profile.quantity("share").decimals == 1


@pytest.mark.parametrize("value", ["many", "-1", "7", "1.5"])
def test_what_a_project_file_says_wrongly_is_passed_over(plugin, value):
    QgsProject.instance().writeEntry("dualcarbon", "figures/area_decimals", value)
    QgsProject.instance().writeEntry("dualcarbon", "figures/profile", "none")
    style = plugin.frame.host.style
    style.refresh()
    assert style.profile.id == "si"
    assert style.profile.quantity("parcel_area").decimals == 4


def test_both_pages_go_with_the_plugin(desktop):
    from dualcarbon import classFactory

    plugin = classFactory(desktop)
    plugin.initGui()
    assert (len(desktop.factories), len(desktop.project_factories)) == (1, 1)
    plugin.unload()
    assert (desktop.factories, desktop.project_factories) == ([], [])
