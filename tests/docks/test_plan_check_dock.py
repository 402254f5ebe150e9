# SPDX-License-Identifier: GPL-2.0-or-later
"""The plan check dock as a person uses it: choose, group, filter, walk, look at the law, drop a layer."""

from __future__ import annotations

import pytest
from desktop import settle, wait_for
from layers_by_hand import make_layer, square
from qgis.core import Qgis, QgsCoordinateReferenceSystem, QgsMimeDataUtils, QgsProject
from qgis.gui import QgsRubberBand
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtGui import QDropEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QLabel, QToolBar

X, Y = 500_000.0, 3_300_000.0


def cells(model, parent=None):
    """Text of the first three columns of the rows below an index."""
    from qgis.PyQt.QtCore import QModelIndex

    parent = QModelIndex() if parent is None else parent
    return [
        tuple(model.data(model.index(row, column, parent)) for column in range(3))
        for row in range(model.rowCount(parent))
    ]


def group(dock, *columns):
    boxes = dock.panel.filters.group_box
    boxes.setCurrentIndex([tuple(boxes.itemData(n)) for n in range(boxes.count())].index(columns))


def bands(desktop):
    return [item for item in desktop.canvas.scene().items() if isinstance(item, QgsRubberBand)]


def chosen_parcels(dock):
    findings = dock.model.findings
    return [findings.columns["plan_id"][row] for row in dock.deeds.chosen_rows()]


def test_findings_stand_in_groups_with_count_and_area(dock):
    group(dock, "line_type", "rule_id")
    assert cells(dock.model) == [("Permanent basic farmland", "6", "4.5000")]
    below = cells(dock.model, dock.model.index(0, 0))
    assert [(name.split()[0], count, area) for name, count, area in below] == [
        ("PBF-01", "3", "2.2500"),
        ("PBF-06", "3", "2.2500"),
    ]
    rule = dock.model.index(0, 0, dock.model.index(0, 0))
    assert [area for _, _, area in cells(dock.model, rule)] == ["1.0000", "1.0000", "0.2500"]
    group(dock, "severity")
    assert cells(dock.model) == [("Error", "6", "4.5000")]
    group(dock)
    assert sorted(name for name, _, _ in cells(dock.model)) == ["p1", "p1", "p2", "p2", "p3", "p3"]
    assert "6 of 6" in dock.panel.summary.text()


def test_filter_and_switches_leave_what_they_name(dock):
    group(dock)
    dock.panel.filters.text.setText("PBF-06 p3")
    wait_for(lambda: dock.model.rowCount() == 1)
    assert cells(dock.model) == [("p3", "", "0.2500")]
    assert "1 of 6" in dock.panel.summary.text()
    dock.panel.filters.switches["severity", "error"].trigger()
    assert dock.model.rowCount() == 0
    dock.panel.filters.switches["severity", "error"].trigger()
    dock.panel.filters.text.clear()
    wait_for(lambda: dock.model.rowCount() == 6)


def test_a_click_on_a_header_sorts(dock):
    group(dock)
    dock.panel.tree.sortByColumn(2, Qt.SortOrder.AscendingOrder)
    assert [area for _, _, area in cells(dock.model)] == ["0.2500"] * 2 + ["1.0000"] * 4
    dock.panel.tree.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    assert [name for name, _, _ in cells(dock.model)] == ["p3", "p3", "p2", "p2", "p1", "p1"]


def test_one_walks_from_finding_to_finding_by_key_and_the_map_follows(dock, desktop):
    group(dock)
    dock.panel.tree.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    dock.activateWindow()
    dock.panel.tree.setFocus()
    settle()
    walked = []
    for _step in range(7):
        QTest.keyClick(dock.panel.tree, Qt.Key.Key_F8)
        walked += chosen_parcels(dock)
    assert walked == ["p1", "p1", "p2", "p2", "p3", "p3", "p3"]
    extent = desktop.canvas.extent()
    assert (extent.center().x(), extent.center().y()) == pytest.approx((X + 225, Y + 25))
    QTest.keyClick(dock.panel.tree, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(dock.panel.tree, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert chosen_parcels(dock) == ["p2"]


def test_the_chosen_finding_is_marked_until_the_dock_is_closed(dock, desktop, plugin):
    assert bands(desktop) == []
    dock.panel.tree.setCurrentIndex(dock.model.index_of(0))
    assert len(bands(desktop)) == 2
    for band in bands(desktop):
        assert band.asGeometry().boundingBox().width() == pytest.approx(100.0)
    plugin.frame.dock_actions["plan_check"].trigger()
    assert bands(desktop) == []
    plugin.frame.dock_actions["plan_check"].trigger()
    assert len(bands(desktop)) == 2
    dock.close()
    assert bands(desktop) == []


def test_a_group_stands_for_its_findings(dock):
    group(dock, "rule_id")
    dock.panel.tree.setCurrentIndex(dock.model.index(0, 0))
    assert sorted(chosen_parcels(dock)) == ["p1", "p2", "p3"]
    dock.deeds.step(1)
    findings = dock.model.findings
    assert [findings.columns["rule_id"][row] for row in dock.deeds.chosen_rows()] == ["PBF-01"]


def test_the_finding_is_told_with_its_rule_and_where_the_law_was_read(dock):
    dock.deeds.step(1)
    dock.panel.actions_by_name["legal"].trigger()
    text = dock.panel.details.toPlainText()
    assert "Error · Open" in text
    assert "1.0000 ha" in text
    assert "中华人民共和国土地管理法" in text
    assert "Source S01: 土地管理法 (2019)" in text
    assert dock.panel.details.verticalScrollBar().value() > 0


def test_the_current_finding_stays_current_when_the_grouping_changes(dock):
    dock.deeds.step(1)
    before = dock.model.row_of(dock.panel.tree.currentIndex())
    for columns in ((), ("state",), ("line_type", "rule_id")):
        group(dock, *columns)
        assert dock.model.row_of(dock.panel.tree.currentIndex()) == before


def drop(dock, layer):
    data = QgsMimeDataUtils.encodeUriList([QgsMimeDataUtils.Uri(layer)])
    event = QDropEvent(
        QPoint(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    dock.dropEvent(event)
    return event.isAccepted()


def test_a_layer_dragged_onto_the_dock_is_chosen(plugin, checked, desktop):
    dock = plugin.frame.show("plan_check")
    plan, findings = checked
    assert drop(dock, findings)
    assert dock.panel.chooser.layer is findings
    wait_for(lambda: dock.model.findings is not None)
    assert not drop(dock, plan)
    assert dock.panel.chooser.layer is findings
    assert desktop.messages.texts(Qgis.MessageLevel.Warning) == [
        "“GHYDYH” holds no findings. Drop an output of the plan check or a findings store."
    ]


def test_every_button_and_field_has_a_name_and_can_be_reached_by_key(dock):
    bar = dock.panel.findChild(QToolBar)
    buttons = [bar.widgetForAction(action) for action in dock.panel.actions_by_name.values()]
    assert [button.accessibleName() for button in buttons if not button.accessibleName()] == []
    for widget in (dock.panel.tree, dock.panel.details, dock.panel.filters.text):
        assert widget.accessibleName()
    buddies = {label.buddy() for label in dock.panel.findChildren(QLabel)}
    chooser = dock.panel.chooser
    assert {chooser.layers, chooser.store_file, dock.panel.filters.group_box} <= buddies
    keys = [action.shortcut().toString() for action in dock.panel.actions_by_name.values()]
    given = [key for key in keys if key]
    assert len(set(given)) == len(given) >= 7


def test_only_layers_of_findings_are_offered(dock):
    QgsProject.instance().addMapLayer(make_layer([(square(X, Y), {"BSM": "a"})], name="other"))
    offered = [dock.panel.chooser.layers.layer(n) for n in range(dock.panel.chooser.layers.count())]
    assert [layer.name() for layer in offered if layer is not None] == ["findings"]


def test_a_layer_that_leaves_the_project_leaves_the_dock(dock, desktop):
    dock.panel.tree.setCurrentIndex(dock.model.index_of(0))
    QgsProject.instance().removeMapLayer(dock.panel.chooser.layer.id())
    settle()
    assert dock.model.rowCount() == 0
    assert bands(desktop) == []
    assert not any(action.isEnabled() for action in dock.panel.actions_by_name.values())


def test_showing_the_dock_does_not_make_the_project_a_changed_one(plugin, desktop, tmp_path):
    from dualcarbon.plugin.docks.check.chooser import SCOPE, STORE_ENTRY

    QgsProject.instance().writeEntry(SCOPE, STORE_ENTRY, str(tmp_path / "store.gpkg"))
    assert QgsProject.instance().write(str(tmp_path / "p.qgz"))
    dock = plugin.frame.show("plan_check")
    assert QgsProject.instance().read(str(tmp_path / "p.qgz"))
    assert not QgsProject.instance().isDirty()
    dock.panel.chooser.store_file.setFilePath(str(tmp_path / "other.gpkg"))
    assert QgsProject.instance().isDirty()


def test_a_finding_where_the_map_cannot_show_it_is_no_error(dock, desktop):
    other_side = QgsCoordinateReferenceSystem.fromProj("+proj=gnom +lat_0=-30 +lon_0=-66")
    desktop.canvas.setDestinationCrs(other_side)
    dock.deeds.step(1)
    assert dock.deeds.chosen_rows()
