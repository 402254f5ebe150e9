# SPDX-License-Identifier: GPL-2.0-or-later
"""The carbon factors dock as a person uses it: browse, compare, edit with undo, map codes, attach."""

from __future__ import annotations

import math

import pytest
from desktop import wait_for
from dualcarbon.plugin.domain.classes import load_classification
from dualcarbon.plugin.domain.factors import load_factor_set
from dualcarbon.plugin.gis.tables import read_file
from layers_by_hand import make_layer, square
from qgis.core import Qgis, QgsApplication, QgsProject
from qgis.PyQt.QtCore import Qt

X, Y = 500_000.0, 3_300_000.0


@pytest.fixture
def dock(plugin):
    return plugin.frame.show("carbon_factors")


@pytest.fixture
def land(desktop):
    """Three parcels of 1 ha and one of 0.25 ha; 9999 is no code of any classification."""
    rows = [
        (square(X, Y), {"DLBM": "0101"}),
        (square(X + 100, Y), {"DLBM": "0101"}),
        (square(X + 200, Y), {"DLBM": "9999"}),
        (square(X + 300, Y, 50), {"DLBM": None}),
    ]
    layer = make_layer(rows, name="图斑")
    QgsProject.instance().addMapLayer(layer)
    return layer


def row_of(dock, row_id):
    return next(line for line in dock.browse.table.lines if line.row_id == row_id)


def survey(dock, land):
    """The codes of the land by the third survey."""
    dock.tabs.setCurrentWidget(dock.codes)
    assert dock.choose_layer(land)
    dock.classification.choose("cn_third_survey")
    wait_for(lambda: len(dock.codes.table.rows) == 3 and not dock.works._works)
    return dock.codes.table


def test_a_set_is_shown_row_by_row_with_interval_and_source(dock):
    dock.factor_set.choose("cn_default")
    assert len(dock.browse.table.lines) == len(load_factor_set("cn_default").terms)
    soil = row_of(dock, "CN-paddy-soc")
    assert (soil.value, soil.low, soil.high, soil.unit) == (111.4, 94.58, 128.2, "t C/ha")
    # Methane stands in the file as a negative removal, here as an emission.
    methane = row_of(dock, "CN-paddy-ch4")
    assert (methane.quantity, methane.value) == ("emission", 6.842)


def test_the_filter_takes_words_in_any_order_and_weak_rows_alone(dock):
    dock.browse.text.setText("profiles 1490")
    shown = [line.row_id for line in lines_shown(dock)]
    assert "CN-paddy-soc" in shown
    assert all("1490" in line.source for line in lines_shown(dock))
    dock.browse.text.clear()
    dock.browse.weak.setChecked(True)
    assert [line.weak for line in lines_shown(dock)] == [True] * dock.browse.filter.rowCount()
    assert 0 < dock.browse.filter.rowCount() < len(dock.browse.table.lines)


def lines_shown(dock):
    proxy = dock.browse.filter
    return [proxy.line_of(proxy.index(row, 0)) for row in range(proxy.rowCount())]


def test_two_sets_stand_side_by_side_with_their_difference(dock):
    dock.factor_set.choose("ipcc_default/tropical_wet")
    dock.browse.second.choose("cn_default")
    first, second = (load_factor_set(name).terms for name in ("ipcc_default/tropical_wet", "cn_default"))
    places = {(row.key, row.quantity, row.term) for row in [*first.itertuples(), *second.itertuples()]}
    assert len(dock.browse.table.lines) == len(places)
    both = next(line for line in dock.browse.table.lines if not math.isnan(line.difference))
    assert both.difference == both.value - both.other
    assert any(math.isnan(line.value) and not math.isnan(line.other) for line in dock.browse.table.lines)


def test_numbers_are_sorted_as_numbers(dock):
    dock.browse.view.sortByColumn(3, Qt.SortOrder.DescendingOrder)
    values = [line.value for line in lines_shown(dock)]
    assert values == sorted(values, reverse=True)


def test_rows_are_copied_as_a_table(dock):
    dock.browse.text.setText("CN-paddy-soc")
    dock.browse._copy()
    header, row = (line.split("\t") for line in QgsApplication.clipboard().text().splitlines())
    assert len(header) == len(row)
    assert "111.4" in row


def test_a_set_that_cannot_be_read_is_told_and_the_shown_one_stays(dock, desktop, tmp_path):
    broken = tmp_path / "坏.csv"
    broken.write_text("kind,class\nstock,paddy\n", encoding="utf-8")
    before = list(dock.browse.table.lines)
    dock.factor_set.choose(str(broken))
    assert "坏.csv" in desktop.messages.texts(Qgis.MessageLevel.Critical)[-1]
    assert dock.browse.table.lines == before


def test_a_copy_is_edited_checked_undone_saved_and_taken(dock, desktop, tmp_path):
    dock.browse.edit_wanted.emit()
    table, undo = dock.edit.table, dock.edit.undo
    assert dock.tabs.currentWidget() is dock.edit
    row, value = 0, table.names.index("value")
    before = table.rows[row][value]
    table.setData(table.index(row, value), "twelve")
    assert dock.edit.check() == 1
    assert table.data(table.index(row, value), Qt.ItemDataRole.ToolTipRole)
    assert table.data(table.index(row, value), Qt.ItemDataRole.DecorationRole) is not None
    undo.undo()
    assert table.rows[row][value] == before
    assert dock.edit.check() == 0
    undo.redo()
    table.setData(table.index(row, value), "12.5")
    table.setData(table.index(row, table.names.index("low")), "")
    table.setData(table.index(row, table.names.index("high")), "")
    path = tmp_path / "我的系数.csv"
    dock.edit.save(path)
    assert dock.factor_set.value == str(path)
    line = row_of(dock, table.rows[row][table.names.index("row_id")])
    assert abs(line.value) == 12.5


def test_a_table_with_problems_is_saved_but_not_taken(dock, desktop, tmp_path):
    dock.browse.edit_wanted.emit()
    table = dock.edit.table
    table.setData(table.index(0, table.names.index("unit")), "stones")
    chosen_before = dock.factor_set.value
    dock.edit.save(tmp_path / "unfinished.xlsx")
    assert (tmp_path / "unfinished.xlsx").exists()
    assert dock.factor_set.value == chosen_before
    assert "1 problems" in desktop.messages.texts(Qgis.MessageLevel.Warning)[-1]


def test_rows_come_and_go_and_blocks_are_pasted(dock):
    dock.browse.edit_wanted.emit()
    edit, table = dock.edit, dock.edit.table
    count, first = len(table.rows), [list(row) for row in table.rows[:2]]
    edit.view.setCurrentIndex(table.index(0, 0))
    edit._insert()
    assert len(table.rows) == count + 1
    assert table.rows[1][1:] == first[0][1:]
    edit.view.selectRow(1)
    edit._delete()
    assert [list(row) for row in table.rows[:2]] == first
    QgsApplication.clipboard().setText("1\t2\n3\t4\n")
    edit.view.setCurrentIndex(table.index(0, table.names.index("value")))
    edit._paste()
    start = table.names.index("value")
    assert [row[start : start + 2] for row in table.rows[:2]] == [["1", "2"], ["3", "4"]]
    while edit.undo.canUndo():
        edit.undo.undo()
    assert [list(row) for row in table.rows[:2]] == first
    assert len(table.rows) == count


def test_without_a_layer_the_codes_of_the_classification_are_shown(dock):
    dock.tabs.setCurrentWidget(dock.codes)
    assert dock.codes.table.rows == []
    dock.classification.choose("cn_landsea_2023")
    table = dock.codes.table
    assert len(table.rows) == len(load_classification("cn_landsea_2023").codes)
    paddy = next(n for n, row in enumerate(table.rows) if row.raw == "0101")
    shown = [table.data(table.index(paddy, column)) for column in range(table.columnCount())]
    assert shown == ["0101", "Paddy field", "Paddy field", "as it is", "", ""]
    dock.classification.choose("auto")
    assert dock.codes.table.rows == []


def test_codes_without_class_come_first_with_count_and_area(dock, land):
    table = survey(dock, land)
    assert [(row.raw, row.carbon_class, row.count) for row in table.rows] == [
        ("9999", "", 1),
        (None, "", 1),
        ("0101", "paddy", 2),
    ]
    # Planar squares of 1, 0.25 and 2 ha near the middle meridian; the ellipsoid differs by less than 1 ‰.
    assert [row.area_ha for row in table.rows] == pytest.approx([1.0, 0.25, 2.0], rel=1e-3)
    assert dock.codes.summary.text().startswith("2 of 3 codes have no class: 2 features, 1.2")


def test_a_code_is_given_a_class_undone_and_the_crosswalk_becomes_the_classification(dock, land, tmp_path):
    table = survey(dock, land)
    place = table.index(0, 2)
    assert table.flags(place) & Qt.ItemFlag.ItemIsEditable
    assert not table.flags(table.index(1, 2)) & Qt.ItemFlag.ItemIsEditable
    table.setData(place, "paddy")
    assert dock.codes.summary.text().startswith("1 of 3")
    dock.codes.undo.undo()
    assert dock.codes.summary.text().startswith("2 of 3")
    dock.codes.undo.redo()
    path = tmp_path / "对照.csv"
    dock.codes.save(path)
    assert read_file(path).to_dict("list")["code"] == ["9999", "0101"]
    assert dock.classification.value == str(path)
    wait_for(lambda: [row.carbon_class for row in dock.codes.table.rows] == ["", "paddy", "paddy"])


def test_the_selected_parcel_is_explained_by_the_factors_of_its_class(dock, land, desktop):
    dock.choose_layer(land)
    dock.classification.choose("cn_third_survey")
    dock.factor_set.choose("cn_default")
    dock.tabs.setCurrentWidget(dock.edit)
    dock.explain.click()
    assert "Select a parcel" in desktop.messages.texts(Qgis.MessageLevel.Warning)[-1]
    land.selectByIds([1])
    dock.explain.click()
    assert dock.tabs.currentWidget() is dock.browse
    assert {line.key for line in lines_shown(dock)} == {"paddy"}
    assert "CN-paddy-" in dock.browse.details.toPlainText()
    land.selectByIds([3])
    dock.explain.click()
    assert "9999" in desktop.messages.texts(Qgis.MessageLevel.Warning)[-1]


def test_attaching_runs_the_tool_in_the_background_and_loads_its_output(dock, land, desktop):
    land.dataProvider().deleteFeatures([3, 4])
    dock.choose_layer(land)
    dock.classification.choose("cn_third_survey")
    dock.factor_set.choose("cn_default")
    assert dock.attach.isEnabled()
    dock.attach.click()
    wait_for(lambda: not dock.host.runner.is_busy)
    assert desktop.messages.texts(Qgis.MessageLevel.Critical) == []
    (made,) = [layer for layer in QgsProject.instance().mapLayers().values() if layer is not land]
    stock = sum(feature["stock_tc"] for feature in made.getFeatures())
    # 2 ha of paddy: 3 + 0.68 + 0.07 + 111.4 t C/ha.
    assert stock == pytest.approx(2 * 115.15, rel=1e-3)


def test_showing_the_dock_does_not_make_the_project_a_changed_one(dock, tmp_path):
    # QGIS would ask at its start whether to save it.
    assert not QgsProject.instance().isDirty()
    for tab in (dock.codes, dock.edit, dock.browse):
        dock.tabs.setCurrentWidget(tab)
    assert not QgsProject.instance().isDirty()
    dock.factor_set.choose("ipcc_default/tropical_wet")
    assert QgsProject.instance().isDirty()


def test_choices_are_kept_in_the_project(dock, land, tmp_path):
    dock.choose_layer(land)
    dock.factor_set.choose("ipcc_default/tropical_wet")
    dock.classification.choose("cn_third_survey")
    file = str(tmp_path / "p.qgz")
    assert QgsProject.instance().write(file)
    dock.factor_set.choose("cn_default")
    dock.classification.choose("auto")
    assert QgsProject.instance().read(file)
    assert dock.factor_set.value == "ipcc_default/tropical_wet"
    assert dock.classification.value == "cn_third_survey"


def test_a_layer_without_polygons_is_not_taken(dock, desktop):
    points = make_layer([("POINT(500000 3300000)", {"DLBM": "0101"})], name="点", kind="Point")
    QgsProject.instance().addMapLayer(points)
    assert not dock.choose_layer(points)
    assert "点" in desktop.messages.texts(Qgis.MessageLevel.Warning)[-1]


def test_what_is_pasted_beyond_the_last_row_makes_rows_and_is_undone_at_once(dock, desktop):
    edit = dock.edit
    edit.table.put_rows(0, [[""] * edit.table.columnCount()])
    width = edit.table.columnCount()
    edit.view.setCurrentIndex(edit.table.index(0, width - 2))
    QgsApplication.clipboard().setText("a\tb\tc\r\nd\te\r\nf\n")
    edit._paste()
    assert [row[-2:] for row in edit.table.rows] == [["a", "b"], ["d", "e"], ["f", ""]]
    assert "1 column(s) were left out" in desktop.messages.texts(Qgis.MessageLevel.Warning)[-1]
    edit.undo.undo()
    assert edit.table.rows == [[""] * width]


def test_deleting_nothing_leaves_nothing_to_undo(dock):
    dock.edit.view.clearSelection()
    dock.edit._delete()
    assert not dock.edit.undo.canUndo()
