# SPDX-License-Identifier: GPL-2.0-or-later
"""Control lines, land cover and files that change under a live balance: said at once, never passed over."""

from __future__ import annotations

import pytest
from desktop import settle, wait_for
from layers_by_hand import square
from live_county import X, Y, county_in, move_one
from qgis.core import QgsGeometry
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QPalette
from qgis.PyQt.QtWidgets import QApplication

ERRORS = "Error · Permanent basic farmland"


@pytest.fixture
def county(desktop, tmp_path):
    return county_in(tmp_path)


@pytest.fixture
def live(plugin, county):
    """The dock that follows the homestead."""
    made = plugin.frame.show("live_balance")
    made.panel.setup.fill(
        {
            **{name: layer.id() for name, layer in county.items()},
            "PLAN_FIELD": "YDYHFLDM",
            "PLAN_ID_FIELD": "BSM",
            "PLAN_CLASSIFICATION": "cn_landsea_2023",
            "BASE_FIELD": "DLBM",
            "BASE_CLASSIFICATION": "cn_third_survey",
            "UNIT_FIELD": "XZQMC",
            "AS_OF": "2026-04-01",
            "AREA_RULE": "planar",
        }
    )
    made.panel.start.trigger()
    wait_for(lambda: stage(made) == "waiting")
    return made


def stage(dock):
    return dock.session.stage.value


def conflicts(dock):
    return [(row.name, *row.cells) for row in dock.panel.conflicts.rows]


def test_figures_that_are_out_of_date_cannot_be_taken_for_others(live, county):
    move_one(county["FARMLAND"])
    assert stage(live) == "outdated"
    assert live.panel.stage.text().startswith("Out of date: “YJJBNTBHTB” was edited.")
    assert live.panel.again.isVisible()
    assert live.panel.warning.isVisible()
    grey = QApplication.palette().brush(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
    assert live.panel.conflicts.index(0, 1).data(Qt.ItemDataRole.ForegroundRole) == grey
    assert not live.panel.carbon.isEnabled()
    live.panel.copy.trigger()
    assert live.panel.stage.text() in QApplication.clipboard().text()


def test_one_click_starts_again_with_what_the_line_is_now(live, county):
    assert conflicts(live) == [(ERRORS, "2", "1.0000 ha", "no change")]
    move_one(county["FARMLAND"])
    live.panel.again.click()
    wait_for(lambda: stage(live) == "waiting")
    assert conflicts(live) == [(ERRORS, "2", "0.5000 ha", "no change")]
    assert not live.panel.again.isVisible()
    assert live.panel.carbon.isEnabled()
    assert live.panel.conflicts.index(0, 1).data(Qt.ItemDataRole.ForegroundRole) is None
    # The edits of the plan are followed as before, those of the line too.
    county["PLAN"].startEditing()
    county["PLAN"].changeGeometry(1, QgsGeometry.fromWkt(square(X, Y, 75, 100)))
    wait_for(lambda: stage(live) == "current")
    assert conflicts(live)[0][2] == "0.2500 ha"
    county["FARMLAND"].undoStack().undo()
    assert stage(live) == "outdated"


def test_a_line_edited_while_the_balance_is_prepared(live, county):
    live.panel.stop.trigger()
    assert live.panel.stage.text() == "Not followed any more. The figures are those of before."
    live.panel.start.trigger()
    assert stage(live) == "preparing"
    move_one(county["FARMLAND"])
    assert stage(live) == "outdated"
    settle()
    assert live.session.plan is None


def test_edits_and_commits_of_the_plan_in_the_same_file_change_no_neighbour(live, county):
    plan = county["PLAN"]
    for code in ("0101", "0703"):
        plan.startEditing()
        plan.changeAttributeValue(1, plan.fields().lookupField("YDYHFLDM"), code)
        wait_for(lambda: stage(live) == "current")
        assert plan.commitChanges()
        wait_for(lambda: stage(live) == "waiting")
    for layer in (county["FARMLAND"], county["BASE"]):
        layer.startEditing()
        assert layer.rollBack()
        layer.triggerRepaint()
        layer.setName("other")
    assert stage(live) == "waiting"


def test_a_factor_set_that_is_written_again(live, tmp_path):
    from dualcarbon.plugin.paths import RESOURCES

    live.panel.stop.trigger()
    factors = tmp_path / "own.csv"
    factors.write_bytes((RESOURCES / "factors" / "cn_default.csv").read_bytes())
    live.panel.setup.fill({**live.panel.setup.values(), "FACTOR_SET": str(factors)})
    live.panel.start.trigger()
    wait_for(lambda: stage(live) == "waiting")
    factors.write_bytes(factors.read_bytes() + b"\n")
    wait_for(lambda: stage(live) == "outdated")
    assert "The file “own.csv” was changed." in live.panel.stage.text()


def test_stopping_leaves_no_connection_to_a_neighbour(live, county):
    line = county["FARMLAND"]
    signals = (line.featureAdded, line.geometryChanged, line.dataChanged, line.willBeDeleted)
    heard = [line.receivers(signal) for signal in signals]
    live.panel.stop.trigger()
    assert [before - line.receivers(signal) for before, signal in zip(heard, signals)] == [1, 1, 1, 1]
