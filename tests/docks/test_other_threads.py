# SPDX-License-Identifier: GPL-2.0-or-later
"""Between the threads go values and snapshots: layers, widgets and signals stay in the main one, and so
does the end of everything that was handed over."""

from __future__ import annotations

import gc
import threading
import time
import weakref
from types import SimpleNamespace

import pytest
from desktop import settle, wait_for
from layers_by_hand import draft_layer, square
from live_bench import ROWS, X, Y, parameters
from other_threads import Mortal, watched
from qgis.core import QgsGeometry, QgsProject, QgsVectorLayer
from qgis.PyQt import sip

MAIN = threading.main_thread().name


@pytest.fixture
def asked(monkeypatch) -> set[str]:
    """What the works of docks and the worker of the live balance ask of objects of the main thread."""
    from dualcarbon.plugin.docks.background import BackgroundWork
    from dualcarbon.plugin.gis.live_balance import tracker

    found: set[str] = set()
    monkeypatch.setattr(BackgroundWork, "run", watched(BackgroundWork.run, found))
    monkeypatch.setattr(tracker, "_apply", watched(tracker._apply, found))
    return found


@pytest.fixture
def works(qgis_app):
    """Background works, and what was told of them."""
    from dualcarbon.plugin.docks.background import Background

    made = Background(SimpleNamespace(refuse=pytest.fail, fail=pytest.fail))
    yield made
    made.close()
    wait_for(lambda: under_way() == 0)


def under_way() -> int:
    from dualcarbon.plugin.docks.background import BackgroundWork

    return len(BackgroundWork._under_way)


def test_the_watch_sees_what_is_asked(qgis_app):
    """Else the tests below would hold for anything."""
    found: set[str] = set()
    layer = QgsVectorLayer("Polygon?crs=EPSG:4547", "x", "memory")
    watched(lambda: (layer.name(), layer.nameChanged.emit(), QgsProject.instance().mapLayers()), found)()
    assert found == {"QgsVectorLayer.name", "pyqtBoundSignal.emit", "QgsProject.mapLayers"}


def test_findings_are_read_decided_and_exported_without_their_layer(asked, dock, tmp_path):
    from dualcarbon.plugin.domain.findings_store import FIXED

    wait_for(lambda: not dock.works.is_busy)
    dock.panel.tree.selectAll()
    dock.deeds.set_state(FIXED)
    wait_for(lambda: not dock.works.is_busy)
    dock.deeds.export(tmp_path / "list.gpkg")
    wait_for(lambda: not dock.works.is_busy)
    assert (tmp_path / "list.gpkg").exists()
    dock.load()
    wait_for(lambda: not dock.works.is_busy)
    assert asked == set()


def test_codes_are_surveyed_without_their_layer(asked, plugin):
    layer = draft_layer(ROWS)
    QgsProject.instance().addMapLayer(layer)
    dock = plugin.frame.show("carbon_factors")
    dock.tabs.setCurrentWidget(dock.codes)
    assert dock.choose_layer(layer)
    wait_for(lambda: not dock.works.is_busy)
    assert len(dock.codes.table.rows) == 3
    assert asked == set()


def test_a_plan_is_opened_and_followed_without_its_layers(asked, algorithms):
    """Also where the parameters name the layers of the project, as the dock does."""
    from dualcarbon.plugin.gis.live_balance import PlanTracker, prepare_opening

    layer, given = draft_layer(ROWS), parameters()
    QgsProject.instance().addMapLayers([layer, given["FARMLAND"], given["BASE"]])
    given.update({name: given[name].id() for name in ("FARMLAND", "BASE")}, OTHER_LINES=[])
    opening = prepare_opening(layer, given)
    tracker = PlanTracker(layer)
    tracker.take(watched(opening.work, asked)(lambda _share: None))
    layer.startEditing()
    layer.changeGeometry(1, QgsGeometry.fromWkt(square(X, Y, 50, 100)))
    wait_for(lambda: not tracker.is_busy)
    assert tracker.plan.balance.state().totals["error_area_ha"] == pytest.approx(0.5)
    tracker.close()
    assert asked == set()


def test_a_plan_is_opened_as_it_stood_whatever_becomes_of_its_layers(algorithms):
    """Edited, rolled back and deleted between the start in the main thread and the reading in a task."""
    from dualcarbon.plugin.gis.live_balance import prepare_opening

    layer, given = draft_layer(ROWS), parameters()
    QgsProject.instance().addMapLayers([layer, given["FARMLAND"], given["BASE"]])
    layer.startEditing()
    layer.changeGeometry(1, QgsGeometry.fromWkt(square(X, Y, 50, 100)))
    opening = prepare_opening(layer, given)
    layer.deleteFeature(2)
    layer.rollBack()
    QgsProject.instance().removeMapLayers([layer.id(), given["FARMLAND"].id(), given["BASE"].id()])
    plans = []
    reading = threading.Thread(target=lambda: plans.append(opening.work(lambda _share: None)))
    reading.start()
    reading.join()
    state = plans[0].balance.state()
    assert (state.parcels, state.totals["error_area_ha"]) == (3, pytest.approx(0.5))


def test_a_tracker_may_be_deleted_while_its_worker_computes(bench, monkeypatch):
    """The plan outlives it until the worker has let go of it, and ends in the main thread."""
    begun, go_on, ends = threading.Event(), threading.Event(), []
    apply = bench.tracker.plan.balance.apply

    def wait_and_apply(edits):
        begun.set()
        assert go_on.wait(20.0)
        return apply(edits)

    monkeypatch.setattr(bench.tracker.plan.balance, "apply", wait_and_apply)
    weakref.finalize(bench.tracker.plan, lambda: ends.append(threading.current_thread().name))
    bench.layer.changeGeometry(1, QgsGeometry.fromWkt(square(X, Y, 50, 100)))
    wait_for(begun.is_set)
    bench.tracker.close()
    sip.delete(bench.tracker)
    settle()
    assert ends == []
    go_on.set()
    wait_for(lambda: bool(ends))
    assert ends == [MAIN]
    bench.tracker = SimpleNamespace(close=lambda: None)


def test_what_a_dropped_work_holds_ends_in_the_main_thread(works):
    """Dropped before it begins, while it runs, and when it is done but not handed back."""
    ends: list[str] = []
    for moment in ("before", "during", "after"):
        begun, go_on = threading.Event(), threading.Event()
        held = Mortal(ends)

        def work(progress, held=held, begun=begun, go_on=go_on):
            begun.set()
            go_on.wait(20.0)
            progress(0.5)
            return held, Mortal(ends)

        del held
        works.start("kind", moment, work, pytest.fail)
        del work
        if moment != "before":
            assert begun.wait(20.0)
        if moment == "after":
            go_on.set()
            # Nothing comes from the thread meanwhile: no event is handled here.
            time.sleep(0.2)
        works.cancel("kind")
        go_on.set()
        wait_for(lambda: under_way() == 0)
        settle()
    assert set(ends) == {MAIN}
    assert len(ends) >= 4


def test_the_frames_of_an_error_are_let_go_of(works, monkeypatch):
    ends: list[str] = []

    def stumble(_progress):
        held = Mortal(ends)
        raise RuntimeError(f"out of luck with {type(held).__name__}")

    told = []
    monkeypatch.setattr(works, "_tell", lambda task: told.append((task.error, task.trace)))
    works.start("kind", "stumble", stumble, pytest.fail)
    wait_for(lambda: under_way() == 0)
    ((error, trace),) = told
    assert error.__traceback__ is None
    assert "in stumble" in trace
    assert len(ends) == 1


def test_garbage_of_the_main_thread_is_collected_there_alone(works):
    """The collector would run in the thread that makes most objects, which is the one that works."""
    ends: list[str] = []
    busy, stop = threading.Event(), threading.Event()

    def work(progress):
        made = []
        while not stop.is_set():
            made.append([])
            if len(made) % 1_000 == 0:
                progress(0.5)
                busy.set()
        return len(made)

    done: list[int] = []
    thresholds = gc.get_threshold()
    gc.set_threshold(50, 2, 2)
    try:
        works.start("kind", "make objects", work, done.append)
        wait_for(busy.is_set)
        for _number in range(200):
            Mortal(ends, in_a_cycle=True)
            settle()
        assert set(ends) <= {MAIN}
        stop.set()
        wait_for(lambda: under_way() == 0)
    finally:
        gc.set_threshold(*thresholds)
        stop.set()
    assert done[0] >= 1_000
    assert gc.isenabled()
    gc.collect()
    assert ends == [MAIN] * 200
