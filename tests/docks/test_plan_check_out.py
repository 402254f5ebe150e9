# SPDX-License-Identifier: GPL-2.0-or-later
"""The list that the dock shows, taken out: as a table for the clipboard, and as a file."""

from __future__ import annotations

import pytest
from desktop import wait_for
from layers_by_hand import rows_of
from qgis.core import Qgis, QgsApplication, QgsVectorLayer
from qgis.PyQt.QtCore import Qt


@pytest.fixture
def filtered(dock):
    """The dock with the two findings of p3 left, the smaller key last."""
    dock.panel.filters.text.setText("p3")
    wait_for(lambda: len(dock.model.tree.leaves) == 2)
    return dock


def export(dock, path):
    dock.deeds.export(path)
    wait_for(lambda: not dock.works.is_busy)
    return path


def test_what_is_shown_is_copied_as_text_and_html(filtered):
    filtered.panel.tree.clearSelection()
    filtered.panel.actions_by_name["copy"].trigger()
    data = QgsApplication.clipboard().mimeData()
    lines = [line.split("\t") for line in data.text().split("\n")]
    assert lines[0][:4] == ["Finding", "Area (ha)", "Severity", "State"]
    assert [line[:4] for line in lines[1:]] == [["p3", "0.25", "Error", "Open"]] * 2
    assert data.html().count("<tr>") == 3


def test_a_selection_is_copied_alone(filtered):
    filtered.deeds.step(1)
    filtered.panel.actions_by_name["copy"].trigger()
    assert len(QgsApplication.clipboard().text().split("\n")) == 2


@pytest.mark.parametrize("ending", ["csv", "xlsx", "gpkg"])
def test_the_filtered_list_is_exported(filtered, tmp_path, ending):
    path = export(filtered, tmp_path / f"冲突.{ending}")
    rows = rows_of(str(path))
    assert [row["plan_id"] for row in rows] == ["p3", "p3"]
    assert {row["rule_id"] for row in rows} == {"PBF-01", "PBF-06"}
    assert [float(row["area_m2"]) for row in rows] == pytest.approx([2500.0, 2500.0])
    assert not list(tmp_path.glob("*.part.*"))


def test_an_exported_geopackage_has_the_findings_where_they_lie(filtered, tmp_path):
    layer = QgsVectorLayer(str(export(filtered, tmp_path / "f.gpkg")), "f", "ogr")
    assert layer.crs().authid() == "EPSG:4547"
    assert [feature.geometry().area() for feature in layer.getFeatures()] == pytest.approx([2500.0] * 2)


def test_states_of_the_store_are_exported(filtered, tmp_path):
    filtered.deeds.step(1)
    filtered.panel.actions_by_name["fix"].trigger()
    wait_for(lambda: not filtered.works.is_busy)
    rows = rows_of(str(export(filtered, tmp_path / "f.csv")))
    assert sorted(row["state"] for row in rows) == ["fixed", "open"]


def test_the_order_of_the_view_is_the_order_of_the_file(dock, tmp_path):
    dock.panel.filters.group_box.setCurrentIndex(dock.panel.filters.group_box.count() - 1)
    dock.panel.tree.header().setSortIndicator(0, Qt.SortOrder.DescendingOrder)
    rows = rows_of(str(export(dock, tmp_path / "f.csv")))
    assert [row["plan_id"] for row in rows] == ["p3", "p3", "p2", "p2", "p1", "p1"]


def test_another_ending_is_refused_with_those_that_can_be_had(filtered, tmp_path, desktop):
    export(filtered, tmp_path / "f.pdf")
    (refusal,) = desktop.messages.texts(Qgis.MessageLevel.Critical)
    assert ".csv, .xlsx, .gpkg" in refusal
    assert not (tmp_path / "f.pdf").exists()


def test_a_place_that_cannot_be_written_is_told(filtered, tmp_path, desktop):
    export(filtered, tmp_path / "missing" / "f.gpkg")
    (refusal,) = desktop.messages.texts(Qgis.MessageLevel.Critical)
    assert "cannot be written" in refusal
