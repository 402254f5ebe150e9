# SPDX-License-Identifier: GPL-2.0-or-later
"""What may happen to a plan layer and its neighbours while its edits are followed, and how that ends."""

from __future__ import annotations

import threading

from layers_by_hand import draft_layer, make_layer, square
from live_bench import ROWS, Bench, X, Y, parameters
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsField,
    QgsGeometry,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsVectorLayerJoinInfo,
)
from qgis.PyQt.QtCore import QCoreApplication, QVariant


def test_a_layer_that_shows_other_features_ends_the_tracker(algorithms, tmp_path):
    path = str(tmp_path / "draft.gpkg")
    options = QgsVectorFileWriter.SaveVectorOptions()
    QgsVectorFileWriter.writeAsVectorFormatV3(
        draft_layer(ROWS), path, QgsProject.instance().transformContext(), options
    )
    layer = QgsVectorLayer(path, "GHYDYH", "ogr")
    bench = Bench(layer, parameters())
    layer.rollBack()
    assert bench.state.parcels == 3
    layer.setSubsetString("BSM = 'p1'")
    assert bench.tracker.plan is None


def test_closing_leaves_no_connection(bench):
    layer = bench.layer
    watched = (layer.featureAdded, layer.geometryChanged, layer.attributeValueChanged, layer.willBeDeleted)
    linked = [layer.receivers(signal) for signal in watched]
    bench.tracker.close()
    assert [before - layer.receivers(signal) for before, signal in zip(linked, watched)] == [1, 1, 1, 1]


def test_a_deleted_layer_ends_the_tracker(bench):
    ended = []
    bench.tracker.ended.connect(lambda: ended.append(True))
    QgsProject.instance().removeMapLayer(bench.layer.id())
    assert ended == [True]
    assert bench.tracker.plan is None


def test_another_crs_ends_the_tracker(bench):
    """The figures were measured in the plane of the old one."""
    ended = []
    bench.tracker.ended.connect(lambda: ended.append(True))
    bench.layer.setCrs(QgsCoordinateReferenceSystem("EPSG:4549"))
    assert ended == [True]
    assert bench.tracker.plan is None


def test_a_line_removed_from_the_project_keeps_its_force(algorithms):
    """The farmland was read when the balance was opened; edits go on being read without its layer."""
    layer = draft_layer(ROWS)
    given = parameters()
    QgsProject.instance().addMapLayers([layer, given["FARMLAND"], given["BASE"]])
    bench = Bench(layer, given)
    QgsProject.instance().removeMapLayers([given["FARMLAND"].id(), given["BASE"].id()])
    layer.changeGeometry(1, QgsGeometry.fromWkt(square(X, Y, 50, 100)))
    assert bench.state.totals["error_area_ha"] == 0.5
    assert bench.failures == []
    bench.tracker.close()


def test_a_virtual_code_follows_the_field_that_it_is_made_of(algorithms):
    """The code of the check is computed from a field that no check reads."""
    rows = [(wkt, {"BSM": f"p{n}", "plan": code}) for n, (wkt, code) in enumerate(ROWS, 1)]
    layer = make_layer(rows, name="GHYDYH")
    layer.addExpressionField('"plan"', QgsField("YDYHFLDM", QVariant.String))
    QgsProject.instance().addMapLayer(layer)
    bench = Bench(layer, parameters())
    assert bench.state.totals["error_area_ha"] == 1.0
    layer.changeAttributeValue(1, layer.fields().lookupField("plan"), "0101")
    assert bench.state.totals["error_area_ha"] == 0.0
    bench.assert_like_full_check()
    bench.tracker.close()


def test_a_joined_code_follows_the_field_that_joins_it(algorithms):
    """Another key brings the code of another row of the joined table."""
    rows = [(wkt, {"BSM": f"p{n}", "key": f"k{n}"}) for n, (wkt, _) in enumerate(ROWS, 1)]
    layer = make_layer(rows, name="GHYDYH")
    table = make_layer(
        [(None, {"key": f"k{n}", "code": code}) for n, (_, code) in enumerate(ROWS, 1)], name="codes"
    )
    QgsProject.instance().addMapLayers([layer, table])
    join = QgsVectorLayerJoinInfo()
    join.setJoinLayer(table)
    join.setJoinFieldName("key")
    join.setTargetFieldName("key")
    join.setPrefix("of_")
    join.setUsingMemoryCache(True)
    assert layer.addJoin(join)
    bench = Bench(layer, parameters(PLAN_FIELD="of_code"))
    assert bench.state.totals["error_area_ha"] == 1.0
    layer.changeAttributeValue(1, layer.fields().lookupField("key"), "k2")
    assert bench.state.totals["error_area_ha"] == 0.0
    bench.tracker.close()


def test_a_field_that_was_deleted_is_named_and_comes_back(bench):
    before = bench.state
    bench.layer.deleteAttribute(bench.layer.fields().lookupField("YDYHFLDM"))
    bench.layer.changeGeometry(3, QgsGeometry.fromWkt(square(X + 200, Y + 200)))
    assert bench.state is before
    assert "“YDYHFLDM”" in bench.failures[-1]
    bench.layer.undoStack().undo()
    bench.layer.undoStack().undo()
    assert bench.state.totals["error_area_ha"] == before.totals["error_area_ha"]
    assert not bench.tracker.is_behind
    bench.assert_like_full_check()


def hold(bench, monkeypatch):
    """Let the worker wait with the next edit until it is told to go on."""
    go_on, apply = threading.Event(), bench.tracker.plan.balance.apply

    def wait_and_apply(edits):
        assert go_on.wait(20.0)
        return apply(edits)

    monkeypatch.setattr(bench.tracker.plan.balance, "apply", wait_and_apply)
    return go_on


def test_edits_made_while_others_are_computed_come_next(bench, monkeypatch):
    go_on = hold(bench, monkeypatch)
    bench.layer.changeGeometry(1, QgsGeometry.fromWkt(square(X, Y, 50, 100)))
    QCoreApplication.processEvents()
    assert bench.tracker.is_busy
    bench.layer.changeGeometry(1, QgsGeometry.fromWkt(square(X, Y, 25, 100)))
    bench.layer.deleteFeature(3)
    go_on.set()
    assert bench.state.parcels == 2
    assert bench.state.totals["error_area_ha"] == 0.25
    assert len(bench.changes) == 2
    bench.assert_like_full_check()


def test_a_layer_removed_while_its_edit_is_computed_ends_quietly(bench, monkeypatch):
    go_on, ended = hold(bench, monkeypatch), []
    bench.tracker.ended.connect(lambda: ended.append(True))
    bench.layer.changeGeometry(1, QgsGeometry.fromWkt(square(X, Y, 50, 100)))
    QCoreApplication.processEvents()
    QgsProject.instance().removeMapLayer(bench.layer.id())
    go_on.set()
    while bench.tracker.is_busy:
        QCoreApplication.processEvents()
    assert ended == [True]
    assert (bench.changes, bench.failures) == ([], [])


def test_an_error_that_nobody_foresaw_is_told_in_the_window(bench, monkeypatch):
    def stumble(_layer, _fids):
        raise RuntimeError("out of luck")

    monkeypatch.setattr(bench.tracker.plan.reader, "snapshot", stumble)
    bench.layer.deleteFeature(1)
    assert bench.tracker.plan is not None
    QCoreApplication.processEvents()
    assert "out of luck" in bench.failures[-1]
    assert bench.tracker.is_behind
