# SPDX-License-Identifier: GPL-2.0-or-later
"""The data dock: layers looked over before a run, parcels found by a pasted list."""

from __future__ import annotations

import pytest
from layers_by_hand import make_layer, square
from qgis.core import Qgis, QgsApplication, QgsCoordinateReferenceSystem, QgsProject

X, Y = 500_000.0, 3_300_000.0


@pytest.fixture
def dock(plugin):
    return plugin.frame.show("data")


def add(name, east=0.0, crs="EPSG:4547", **fields):
    layer = make_layer([(square(X + east, Y), {"BSM": "3301", **fields})], name=name, crs=crs)
    QgsProject.instance().addMapLayer(layer)
    return layer


def states(dock):
    return {one.layer: one.level for one in dock.preview.table.facts}


def remarks(dock, name):
    return " ".join(next(one.remarks for one in dock.preview.table.facts if one.layer == name))


def test_layers_are_held_against_the_first(dock):
    plan = add("规划")
    add("同处")
    add("远处", east=500_000.0)
    add("无坐标系").setCrs(QgsCoordinateReferenceSystem())
    table = make_layer([(None, {"BSM": "1"})], name="表", kind="None")
    QgsProject.instance().addMapLayer(table)
    dock.preview.first.setLayer(plan)
    dock.preview.look()
    assert states(dock) == {
        "规划": "fine",
        "同处": "fine",
        "表": "fine",
        "远处": "warning",
        "无坐标系": "error",
    }
    assert [one.layer for one in dock.preview.table.facts][:3] == ["规划", "无坐标系", "远处"]
    assert "does not overlap “规划”" in remarks(dock, "远处")
    assert dock.preview.summary.text() == "5 layers: 1 would stop a run, 1 call for a look."


def test_another_crs_of_the_same_datum_is_noted_and_an_unknown_datum_stops(dock):
    plan = add("规划", crs="EPSG:4547")
    # The same ground in degrees of CGCS2000, and a layer in Xian 1980, to which no parameters are public.
    degrees = make_layer([("POLYGON((114 29.8,114.01 29.8,114.01 29.81,114 29.8))", {"BSM": "1"})], name="度")
    degrees.setCrs(QgsCoordinateReferenceSystem("EPSG:4490"))
    QgsProject.instance().addMapLayer(degrees)
    add("西安80", crs="EPSG:2382")
    dock.preview.first.setLayer(plan)
    dock.preview.look()
    assert "Would be transformed" in remarks(dock, "度")
    assert states(dock)["西安80"] == "error"
    assert "no parameters are known" in remarks(dock, "西安80")


def test_empty_filtered_selected_and_edited_layers_are_told(dock):
    plan = add("规划")
    empty = add("空")
    empty.dataProvider().truncate()
    busy = add("编辑")
    busy.startEditing()
    busy.selectAll()
    dock.preview.first.setLayer(plan)
    dock.preview.look()
    assert states(dock)["空"] == "error"
    assert "being edited" in remarks(dock, "编辑")
    assert "Selected features: 1;" in remarks(dock, "编辑")
    busy.rollBack()


@pytest.fixture
def parcels(desktop):
    rows = [(square(X + 100 * n, Y), {"BSM": bsm, "DLBM": code}) for n, (bsm, code) in enumerate(ROWS)]
    layer = make_layer(rows, name="图斑")
    QgsProject.instance().addMapLayer(layer)
    return layer


ROWS = [("3301", "0101"), ("3302", "0301"), ("3303", None), ("3302", "0702")]


def test_a_pasted_list_is_selected_and_what_is_missing_is_named(dock, parcels):
    dock.tabs.setCurrentWidget(dock.list)
    assert dock.choose_layer(parcels)
    assert dock.list.fields.currentField() == "BSM"
    dock.list.text.setPlainText("3303，3302、9999")
    assert dock.list.select()
    assert sorted(feature["BSM"] for feature in parcels.selectedFeatures()) == ["3302", "3302", "3303"]
    told = dock.list.summary.text().splitlines()
    assert told == ["2 ids found, 1 not.", "Not in the layer: 9999", "With several features each: 3302"]


def test_their_table_is_copied_in_the_order_of_the_list(dock, parcels):
    dock.list.choose(parcels)
    dock.list.text.setPlainText("3303 3301")
    dock.list.copy_button.click()
    lines = [line.split("\t") for line in QgsApplication.clipboard().text().split("\n")]
    assert lines == [["BSM", "DLBM"], ["3303", ""], ["3301", "0101"]]


def test_checking_opens_the_tool_with_these_parcels_alone(dock, parcels, monkeypatch):
    from dualcarbon.plugin.docks.data import dock as data_dock

    opened = []
    monkeypatch.setattr(data_dock, "open_tool", lambda *call: opened.append(call))
    dock.list.choose(parcels)
    dock.list.text.setPlainText("3301")
    dock.list.check_button.click()
    ((tool, given),) = opened
    assert (tool, given["PLAN_ID_FIELD"]) == ("checkplan", "BSM")
    assert given["PLAN"].selectedFeaturesOnly
    assert [feature["BSM"] for feature in parcels.selectedFeatures()] == ["3301"]
    dock.list.text.setPlainText("9999")
    dock.list.check_button.click()
    assert len(opened) == 1


def test_nothing_to_look_for_is_told(dock, parcels, desktop):
    dock.list.choose(parcels)
    dock.list.text.setPlainText(" ，")
    assert not dock.list.select()
    assert "paste a list" in desktop.messages.texts(Qgis.MessageLevel.Warning)[-1]
