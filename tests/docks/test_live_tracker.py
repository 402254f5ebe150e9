# SPDX-License-Identifier: GPL-2.0-or-later
"""A plan layer in edit mode with the live balance beside it: drawn, split, recoded, undone, rolled back."""

from __future__ import annotations

import pytest
from layers_by_hand import draft_layer, make_layer, square
from live_bench import ROWS, Bench, X, Y, parameters
from qgis.core import (
    QgsFeature,
    QgsField,
    QgsGeometry,
    QgsLineString,
    QgsPoint,
    QgsProject,
)
from qgis.PyQt.QtCore import QCoreApplication, QVariant


def test_a_recoded_parcel_changes_the_figures(bench):
    """The first parcel, a homestead on farmland, becomes the field that it is: its error is gone."""
    assert bench.state.totals["error_area_ha"] == pytest.approx(1.0)
    bench.layer.changeAttributeValue(1, bench.layer.fields().lookupField("YDYHFLDM"), "0101")
    assert bench.state.totals["error_area_ha"] == pytest.approx(0.0, abs=1e-9)
    assert [one.plan_id for one in bench.changes[-1].gone] == ["p1", "p1"]
    bench.assert_like_full_check()


def test_undo_and_redo_take_the_figures_along(bench):
    before = bench.state
    bench.layer.beginEditCommand("draw")
    drawn = QgsFeature(bench.layer.fields())
    drawn.setAttributes(["p9", "1001"])
    drawn.setGeometry(QgsGeometry.fromWkt(square(X + 110, Y + 10, 30, 30)))
    bench.layer.addFeature(drawn)
    bench.layer.endEditCommand()
    after = bench.state
    assert after.parcels == 4
    assert after.totals["error_area_ha"] == pytest.approx(before.totals["error_area_ha"] + 0.09)
    bench.assert_like_full_check()
    bench.layer.undoStack().undo()
    assert bench.state.totals == pytest.approx(before.totals, rel=1e-9, abs=1e-9, nan_ok=True)
    bench.layer.undoStack().redo()
    assert bench.state.totals == pytest.approx(after.totals, rel=1e-9, abs=1e-9, nan_ok=True)
    bench.assert_like_full_check()


def test_a_split_is_one_recomputation(bench):
    bench.layer.beginEditCommand("split")
    cut = QgsLineString([QgsPoint(X - 10, Y + 30), QgsPoint(X + 90, Y + 60), QgsPoint(X + 90, Y - 10)])
    bench.layer.splitFeatures(cut, preserveCircular=False)
    bench.layer.endEditCommand()
    assert bench.state.parcels == 4
    assert len(bench.changes) == 1
    assert bench.state.totals["error_area_ha"] == pytest.approx(1.0)
    bench.assert_like_full_check()


def test_rolling_back_brings_the_plan_of_the_file_back(bench):
    before = bench.state
    bench.layer.deleteFeature(1)
    bench.layer.changeGeometry(3, QgsGeometry.fromWkt(square(X + 20, Y, 100)))
    assert bench.state.totals != before.totals
    bench.assert_like_full_check()
    bench.layer.rollBack()
    assert bench.state.totals == pytest.approx(before.totals, rel=1e-9, abs=1e-9, nan_ok=True)
    bench.assert_like_full_check()


def test_saving_renames_parcels_and_changes_nothing_else(bench):
    drawn = QgsFeature(bench.layer.fields())
    drawn.setAttributes([None, "1001"])
    drawn.setGeometry(QgsGeometry.fromWkt(square(X, Y + 100, 50)))
    bench.layer.addFeature(drawn)
    before = bench.state
    assert bench.layer.commitChanges()
    assert bench.state.totals == pytest.approx(before.totals, rel=1e-9, abs=1e-9, nan_ok=True)
    assert bench.state.parcels == 4


def test_an_id_given_anew_names_its_findings_anew(bench):
    bench.layer.changeAttributeValue(1, bench.layer.fields().lookupField("BSM"), "q1")
    assert bench.state.parcels == 3
    assert {one.plan_id for one in bench.changes[-1].appeared} == {"q1"}
    bench.assert_like_full_check()


def test_fields_that_no_check_reads_cause_no_work(bench):
    bench.layer.addAttribute(QgsField("note", QVariant.String))
    bench.layer.changeAttributeValue(1, bench.layer.fields().lookupField("note"), "seen")
    assert bench.state.parcels == 3
    assert bench.changes == []


def test_a_code_that_cannot_be_read_is_told_and_mended(bench):
    """The figures stay until the code is one of the classification again."""
    before = bench.state
    position = bench.layer.fields().lookupField("YDYHFLDM")
    bench.layer.changeAttributeValue(1, position, "0703 or so")
    assert bench.state is before
    assert bench.tracker.is_behind
    assert "0703 or so" in bench.failures[-1]
    bench.layer.changeAttributeValue(1, position, "0703")
    assert bench.state.totals == pytest.approx(before.totals, rel=1e-9, abs=1e-9, nan_ok=True)
    assert not bench.tracker.is_behind


def test_a_parcel_just_drawn_needs_no_id_yet(bench):
    drawn = QgsFeature(bench.layer.fields())
    drawn.setAttributes([None, "1001"])
    drawn.setGeometry(QgsGeometry.fromWkt(square(X, Y + 100, 50)))
    bench.layer.addFeature(drawn)
    assert bench.state.parcels == 4
    assert bench.failures == []


def test_a_crossed_outline_is_repaired_and_told(bench):
    """Two triangles of 0.25 ha each remain of the homestead."""
    x, y = X, Y
    bow = f"POLYGON(({x} {y},{x + 100} {y + 100},{x + 100} {y},{x} {y + 100},{x} {y}))"
    bench.layer.changeGeometry(1, QgsGeometry.fromWkt(bow))
    assert bench.state.totals["error_area_ha"] == pytest.approx(0.5)
    assert "invalid_geometry" in [note.kind for note in bench.changes[-1].notes]
    bench.assert_like_full_check()


def test_the_quantities_move_with_the_plan(algorithms):
    """Half a hectare of the planned field is built upon: 1 ha of cultivated land becomes 0.5 ha."""
    layer = draft_layer(ROWS)
    rows = [("cultivated_area", "≥0.8", "hm²")]
    targets = make_layer(
        [(None, dict(zip(("indicator", "target", "unit"), row))) for row in rows], name="targets"
    )
    base = make_layer([(square(X, Y, 300, 100), {"DLBM": "0101"})], name="JQDLTB")
    given = parameters(BASE_PLAN=base, BASE_PLAN_FIELD="DLBM", BASE_PLAN_CLASSIFICATION="cn_landsea_2023")
    QgsProject.instance().addMapLayer(layer)
    bench = Bench(layer, given, targets)
    cultivated = bench.state.quantities[0]
    assert (cultivated.indicator, cultivated.measured, cultivated.target) == (
        "cultivated_area",
        pytest.approx(1.0),
        0.8,
    )
    layer.changeGeometry(2, QgsGeometry.fromWkt(square(X + 100, Y, 50, 100)))
    assert bench.state.quantities[0].measured == pytest.approx(0.5)
    assert bench.state.quantities[0].result == "fail"
    bench.tracker.close()


def test_areas_of_a_layer_in_degrees_follow_the_ellipsoid(algorithms):
    """0.001° × 0.001° at 40° N on CGCS2000: arcs of 111.035 m (meridian) and 85.394 m (parallel)."""
    degree = "POLYGON((120 40,120.001 40,120.001 40.001,120 40.001,120 40))"
    half = "POLYGON((120 40,120.0005 40,120.0005 40.001,120 40.001,120 40))"
    layer = make_layer([(degree, {"BSM": "p1", "YDYHFLDM": "0703"})], crs="EPSG:4490", name="GHYDYH")
    QgsProject.instance().addMapLayer(layer)
    farmland = make_layer([(degree, {"BSM": "L1"})], crs="EPSG:4490", name="YJJBNTBHTB")
    bench = Bench(layer, parameters(FARMLAND=farmland, BASE=None, AREA_RULE="ellipsoidal"))
    whole = bench.state.totals["error_area_ha"]
    assert whole == pytest.approx(111.035 * 85.394 / 1e4, rel=1e-4)
    layer.changeGeometry(1, QgsGeometry.fromWkt(half))
    # An edge along a parallel is straight in the plane of the check: two halves are not quite the whole.
    assert bench.state.totals["error_area_ha"] == pytest.approx(whole / 2, rel=1e-6)
    bench.tracker.close()


def test_a_command_on_many_parcels_is_worked_off_in_portions(bench, monkeypatch):
    from dualcarbon.plugin.gis.live_balance import tracker

    monkeypatch.setattr(tracker, "PORTION", 2)
    position = bench.layer.fields().lookupField("YDYHFLDM")
    bench.layer.beginEditCommand("recode")
    for fid in (1, 2, 3):
        bench.layer.changeAttributeValue(fid, position, "0703")
    QCoreApplication.processEvents()
    assert bench.changes == []
    bench.layer.endEditCommand()
    assert bench.state.totals["error_area_ha"] == pytest.approx(1.5)
    assert len(bench.changes) == 2
    bench.assert_like_full_check()


def test_edits_older_than_the_tracker_are_rolled_back_as_well(algorithms):
    layer = draft_layer(ROWS)
    QgsProject.instance().addMapLayer(layer)
    layer.startEditing()
    layer.changeGeometry(1, QgsGeometry.fromWkt(square(X, Y, 50, 100)))
    layer.deleteFeature(3)
    bench = Bench(layer, parameters())
    assert (bench.state.parcels, bench.state.totals["error_area_ha"]) == (2, pytest.approx(0.5))
    layer.rollBack()
    assert (bench.state.parcels, bench.state.totals["error_area_ha"]) == (3, pytest.approx(1.0))
    bench.assert_like_full_check()
    bench.tracker.close()
