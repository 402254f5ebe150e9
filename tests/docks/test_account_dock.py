# SPDX-License-Identifier: GPL-2.0-or-later
"""The carbon account dock: figures of layers and books by unit, part, year; chosen alike everywhere."""

from __future__ import annotations

import math

import pytest
from desktop import wait_for
from layers_by_hand import make_layer, square
from qgis.core import Qgis, QgsApplication, QgsProject
from qgis.PyQt.QtCore import QItemSelectionModel

X, Y = 500_000.0, 3_300_000.0
pytest.importorskip("matplotlib")


def account(unit, east, stock, **more):
    """A unit of a baseline as “Sink baseline” writes it."""
    figures = {"area_ha": 1.0, "stock_tc": stock, "stock_tc_low": stock - 5, "stock_tc_high": stock + 5}
    pools = {"agb_tc": 0.25 * stock, "soc_tc": 0.75 * stock}
    fluxes = {"removal_tco2e_a": 2.0, "emission_tco2e_a": 7.0, "net_tco2e_a": 5.0}
    return (square(X + east, Y), {"unit": unit, "year": 2025, **figures, **pools, **fluxes, **more})


@pytest.fixture
def dock(plugin):
    return plugin.frame.show("carbon_account")


@pytest.fixture
def towns(desktop):
    rows = [account("甲镇", 0, 100.0), account("乙镇", 100, 300.0), account("丙镇", 200, math.nan)]
    layer = make_layer(rows, name="碳汇本底")
    QgsProject.instance().addMapLayer(layer)
    return layer


def show(dock, layer, quantity, figure):
    assert dock.choose_layer(layer)
    wait_for(lambda: dock.panel.quantities.count() > 0)
    ask(dock, quantity, figure)


def ask(dock, quantity, figure):
    for box, text in ((dock.panel.quantities, quantity), (dock.panel.figures, figure)):
        (place,) = (n for n in range(box.count()) if text in box.itemText(n))
        box.setCurrentIndex(place)


def rows_shown(dock):
    model = dock.panel.model
    return [[model.text_of(r, c) for c in range(model.columnCount())] for r in range(model.rowCount())]


def axes(dock):
    (found,) = dock.panel.figure.figure.axes
    return found


def test_showing_the_dock_does_not_make_the_project_a_changed_one(dock):
    assert not QgsProject.instance().isDirty()


def test_units_stand_by_size_with_interval_in_table_and_figure(dock, towns):
    show(dock, towns, "Carbon stock", "Bars")
    assert rows_shown(dock)[:2] == [["乙镇", "300.00 [295.00 – 305.00]"], ["甲镇", "100.00 [95.00 – 105.00]"]]
    bars = {bar.get_gid(): bar.get_width() for bar in axes(dock).patches}
    assert bars["乙镇"] == 300.0
    assert bars["甲镇"] == 100.0
    assert "t C" in axes(dock).get_xlabel()


def test_a_unit_without_figure_has_an_empty_cell_and_no_bar_of_length(dock, towns):
    show(dock, towns, "Carbon stock", "Bars")
    assert ["丙镇", ""] in rows_shown(dock)


def test_parts_are_stacked_to_the_whole(dock, towns):
    show(dock, towns, "Carbon stock", "pool")
    second = [row for row in rows_shown(dock) if row[0] == "乙镇"]
    assert second == [["乙镇", "225.00", "75.00"]]
    widths = [bar.get_width() for bar in axes(dock).patches if bar.get_gid() == "乙镇"]
    assert sorted(widths) == [75.0, 225.0]


def test_choosing_in_table_figure_and_map_is_one(dock, towns):
    show(dock, towns, "Carbon stock", "Bars")
    flag = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
    dock.panel.table.selectionModel().select(dock.panel.model.index(0, 0), flag)
    assert dock.chosen == {"乙镇"}
    assert [feature["unit"] for feature in towns.selectedFeatures()] == ["乙镇"]
    dock.panel.figure.picked.emit("甲镇")
    assert [feature["unit"] for feature in towns.selectedFeatures()] == ["甲镇"]
    assert [i.row() for i in dock.panel.table.selectionModel().selectedRows()] == [1]
    towns.selectAll()
    assert dock.chosen == {"甲镇", "乙镇", "丙镇"}
    assert len(dock.panel.table.selectionModel().selectedRows()) == 3
    framed = {bar.get_gid() for bar in axes(dock).patches if bar.get_linewidth() > 1.5}
    assert framed == {"甲镇", "乙镇", "丙镇"}
    towns.removeSelection()
    assert dock.chosen == frozenset()


def test_a_path_over_the_years_from_the_account_book(dock, plugin, tmp_path, run_tool):
    book = str(tmp_path / "碳账户.gpkg")
    for year, stock in ((2020, 100.0), (2025, 120.0)):
        layer = make_layer([account("甲镇", 0, stock, year=year)], name=f"本底{year}")
        run_tool("postaccount", STORE=book, ACCOUNT=layer)
    dock.panel.book.setFilePath(book)
    wait_for(lambda: dock.panel.quantities.count() > 0)
    ask(dock, "Carbon stock", "Path")
    assert rows_shown(dock) == [["2020", "100.00 [95.00 – 105.00]"], ["2025", "120.00 [115.00 – 125.00]"]]
    (line,) = [line for line in axes(dock).lines if line.get_gid() == "甲镇"]
    assert line.get_ydata().tolist() == [100.0, 120.0]


@pytest.fixture
def run_tool(plugin):
    import processing

    return lambda name, **parameters: processing.run(f"dualcarbon:{name}", parameters)


def test_transitions_of_a_stock_change_as_a_matrix(dock, desktop):
    rows = [
        (
            square(X, Y),
            {"unit": "甲", "from_class": "paddy", "to_class": "natural_grassland", "area_ha": 2.0},
        ),
        (square(X, Y), {"unit": "乙", "from_class": "paddy", "to_class": "paddy", "area_ha": 3.0}),
    ]
    layer = make_layer(rows, name="转移")
    QgsProject.instance().addMapLayer(layer)
    show(dock, layer, "ha", "matrix")
    assert rows_shown(dock) == [["Natural grassland", "", ""], ["Paddy field", "2.00", "3.00"]]
    dock.choose_units(frozenset({"乙"}))
    assert [row[1:] for row in rows_shown(dock)] == [["3.00"]]


def test_a_double_click_on_a_class_tells_its_factors_with_their_sources(dock, desktop):
    layer = make_layer([account("甲镇", 0, 100.0, carbon_class="paddy")], name="明细")
    QgsProject.instance().addMapLayer(layer)
    show(dock, layer, "Carbon stock", "class")
    assert len(rows_shown(dock)) == 1
    dock.panel.table.doubleClicked.emit(dock.panel.model.index(0, 1))
    told = dock.panel.details.toPlainText()
    assert not dock.panel.details.isHidden()
    for part in ("cn_default", "111.4 t C/ha", "94.58 – 128.2", "1490 paddy profiles", "CN-paddy-soc"):
        assert part in told
    # Four pools make the stock; its yearly fluxes are no part of it.
    assert told.count("CN-paddy-") == 4


def test_a_double_click_elsewhere_says_where_to_click(dock, towns, desktop):
    show(dock, towns, "Carbon stock", "Bars")
    dock.panel.table.doubleClicked.emit(dock.panel.model.index(0, 1))
    assert dock.panel.details.isHidden()
    assert "by land class" in desktop.messages.texts()[-1]


def test_the_table_is_copied_with_bounds_in_their_own_columns(dock, towns):
    show(dock, towns, "Carbon stock", "Bars")
    dock.panel.copy.trigger()
    lines = [line.split("\t") for line in QgsApplication.clipboard().text().splitlines()]
    assert len(lines[0]) == 4
    assert lines[1] == ["乙镇", "300.0", "295.0", "305.0"]


@pytest.mark.parametrize(
    ("name", "head"), [("图.png", b"\x89PNG"), ("图.svg", b"<?xml"), ("图.pdf", b"%PDF")]
)
def test_the_figure_is_saved(dock, towns, tmp_path, name, head):
    show(dock, towns, "Carbon stock", "Bars")
    dock.save_figure(tmp_path / name)
    assert (tmp_path / name).read_bytes().startswith(head)


def test_a_figure_that_cannot_be_saved_is_told(dock, towns, tmp_path, desktop):
    show(dock, towns, "Carbon stock", "Bars")
    dock.save_figure(tmp_path / "nowhere" / "a.png")
    assert "a.png" in desktop.messages.texts(Qgis.MessageLevel.Critical)[-1]


def test_a_layer_that_holds_no_account_is_not_taken(dock, desktop):
    layer = make_layer([(square(X, Y), {"DLBM": "0101"})], name="图斑")
    QgsProject.instance().addMapLayer(layer)
    assert not dock.choose_layer(layer)
    assert "图斑" in desktop.messages.texts(Qgis.MessageLevel.Warning)[-1]


def test_a_removed_layer_leaves_an_empty_dock(dock, towns):
    show(dock, towns, "Carbon stock", "Bars")
    QgsProject.instance().removeMapLayer(towns.id())
    assert dock.panel.model.rowCount() == 0
    assert dock.link.layer is None


def test_a_figure_without_room_is_drawn_when_it_has_some(dock, towns):
    show(dock, towns, "Carbon stock", "Bars")
    view = dock.panel.figure
    view.canvas.figure.set_size_inches(0, 0)
    ask(dock, "Yearly removal", "Bars")
    assert axes(dock).get_xlabel().startswith("Sink baseline · Carbon stock")
    view.canvas.figure.set_size_inches(4, 3)
    view._catch_up()
    assert "Yearly removal" in axes(dock).get_xlabel()


def test_the_book_of_a_project_does_not_stay_for_the_next_one(dock, tmp_path, desktop):
    from dualcarbon.plugin.docks.account.dock import BOOK_ENTRY, SCOPE

    QgsProject.instance().writeEntry(SCOPE, BOOK_ENTRY, str(tmp_path / "book.gpkg"))
    assert QgsProject.instance().write(str(tmp_path / "with.qgz"))
    QgsProject.instance().clear()
    assert QgsProject.instance().write(str(tmp_path / "without.qgz"))
    assert QgsProject.instance().read(str(tmp_path / "with.qgz"))
    assert dock.panel.book.filePath() == str(tmp_path / "book.gpkg")
    assert QgsProject.instance().read(str(tmp_path / "without.qgz"))
    assert dock.panel.book.filePath() == ""
    assert not QgsProject.instance().isDirty()
