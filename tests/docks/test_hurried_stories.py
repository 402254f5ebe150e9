# SPDX-License-Identifier: GPL-2.0-or-later
"""Stories in random order with threads that change places all the time: what once ends a process must not.

A fault here ends the process of the tests. Each story is told by its seed, so that it can be told again.
"""

from __future__ import annotations

import gc
import sys

import numpy as np
import pytest
from desktop import settle, wait_for
from layers_by_hand import control_line, draft_layer, make_layer, square
from live_bench import ROWS, X, Y
from qgis.core import QgsApplication, QgsGeometry, QgsProject

STEPS = 40
CODES = ("0101", "0703", "1202", "1001")
DOCKS = ("data", "carbon_factors", "plan_check", "live_balance")


@pytest.fixture
def hurry():
    """Threads change places after each few instructions, and garbage is collected all the time."""
    interval, thresholds = sys.getswitchinterval(), gc.get_threshold()
    sys.setswitchinterval(1e-6)
    gc.set_threshold(300, 3, 20)
    yield
    gc.set_threshold(*thresholds)
    sys.setswitchinterval(interval)


class Story:
    """A user in a hurry: a plan in the project, the live balance, and whatever comes to mind."""

    def __init__(self, plugin, seed: int) -> None:
        self.plugin = plugin
        self.chance = np.random.default_rng(seed)
        self.deeds = (
            *(self.start, self.start, self.stop, self.reshape, self.reshape, self.recode, self.delete),
            *(
                self.undo,
                self.redo,
                self.roll_back,
                self.commit,
                self.edit_a_neighbour,
                self.forget_neighbour,
            ),
            *(self.new_project, self.forget_plan, self.unload, self.wait, self.wait),
        )
        self.new_project()

    def go_on(self) -> None:
        self.deeds[self.chance.integers(len(self.deeds))]()
        for _round in range(self.chance.integers(3)):
            QgsApplication.processEvents()

    @property
    def dock(self):
        return self.plugin.frame.show("live_balance")

    def layer(self, name: str):
        return next(iter(QgsProject.instance().mapLayersByName(name)), None)

    def plan(self):
        """The plan in edit mode; a new project where it is gone."""
        if self.layer("GHYDYH") is None:
            self.new_project()
        layer = self.layer("GHYDYH")
        if not layer.isEditable():
            layer.startEditing()
        return layer

    def parcel(self, layer) -> int:
        found = sorted(layer.allFeatureIds())
        return found[self.chance.integers(len(found))] if found else 0

    def new_project(self) -> None:
        QgsProject.instance().clear()
        base = make_layer([(square(X, Y, 300, 100), {"DLBM": "0101"})], name="DLTB")
        farmland = control_line((square(X, Y, 150, 100), {}))
        QgsProject.instance().addMapLayers([draft_layer(ROWS), farmland, base])

    def start(self) -> None:
        if self.layer("GHYDYH") is None or self.layer("YJJBNTBHTB") is None:
            self.new_project()
        base = self.layer("DLTB")
        chosen = {
            "PLAN": self.layer("GHYDYH").id(),
            "PLAN_FIELD": "YDYHFLDM",
            "PLAN_ID_FIELD": "BSM",
            "PLAN_CLASSIFICATION": "cn_landsea_2023",
            "FARMLAND": self.layer("YJJBNTBHTB").id(),
            "LINE_ID_FIELD": "BSM",
            "AS_OF": "2026-04-01",
            "AREA_RULE": "planar",
        }
        if base is not None:
            chosen.update(BASE=base.id(), BASE_FIELD="DLBM", BASE_CLASSIFICATION="cn_third_survey")
        self.dock.panel.setup.fill(chosen)
        self.dock.panel.start.trigger()

    def stop(self) -> None:
        self.dock.stop()

    def reshape(self) -> None:
        layer, width = self.plan(), int(self.chance.integers(10, 100))
        layer.changeGeometry(self.parcel(layer), QgsGeometry.fromWkt(square(X, Y, width, 100)))

    def recode(self) -> None:
        layer, code = self.plan(), CODES[self.chance.integers(len(CODES))]
        layer.changeAttributeValue(self.parcel(layer), layer.fields().lookupField("YDYHFLDM"), code)

    def delete(self) -> None:
        layer = self.plan()
        if layer.featureCount() > 1:
            layer.deleteFeature(self.parcel(layer))

    def undo(self) -> None:
        self.plan().undoStack().undo()

    def redo(self) -> None:
        self.plan().undoStack().redo()

    def roll_back(self) -> None:
        self.plan().rollBack()

    def commit(self) -> None:
        self.plan().commitChanges()

    def edit_a_neighbour(self) -> None:
        layer = self.layer("YJJBNTBHTB")
        if layer is not None:
            layer.startEditing()
            layer.changeGeometry(1, QgsGeometry.fromWkt(square(X, Y, 120, 100)))

    def forget_neighbour(self) -> None:
        layer = self.layer("DLTB")
        if layer is not None:
            QgsProject.instance().removeMapLayer(layer.id())

    def forget_plan(self) -> None:
        QgsProject.instance().removeMapLayer(self.plan().id())

    def unload(self) -> None:
        """Off and on again, whatever runs; other docks come back with it."""
        self.plugin.unload()
        self.plugin.initGui()
        self.plugin.frame.show(DOCKS[self.chance.integers(len(DOCKS))])

    def wait(self) -> None:
        for _round in range(20):
            QgsApplication.processEvents()


def idle() -> bool:
    from dualcarbon.plugin.docks.background import BackgroundWork

    return not BackgroundWork._under_way and QgsApplication.taskManager().countActiveTasks() == 0


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_live_balance_survives_whatever_is_done_and_is_right_in_the_end(plugin, hurry, seed):
    story = Story(plugin, seed)
    for _step in range(STEPS):
        story.go_on()
    story.stop()
    story.new_project()
    story.start()
    wait_for(lambda: story.dock.session.stage.value == "waiting", 60.0)
    assert story.dock.session.state.totals["error_area_ha"] == pytest.approx(1.0)
    story.plan().changeGeometry(1, QgsGeometry.fromWkt(square(X, Y, 50, 100)))
    wait_for(lambda: story.dock.session.stage.value == "current", 60.0)
    assert story.dock.session.state.totals["error_area_ha"] == pytest.approx(0.5)
    story.stop()
    wait_for(idle, 60.0)
    assert gc.isenabled()


def test_docks_go_while_their_works_begin_run_and_end(desktop, hurry):
    """Every dock with a work of its own, the plugin unloaded at any moment of it."""
    from dualcarbon import classFactory

    layer = draft_layer(ROWS)
    QgsProject.instance().addMapLayer(layer)
    plugin = classFactory(desktop)
    for moment in range(6):
        plugin.initGui()
        dock = plugin.frame.show("carbon_factors")
        dock.tabs.setCurrentWidget(dock.codes)
        dock.choose_layer(layer)
        for _round in range(3 * moment):
            QgsApplication.processEvents()
        # Another one takes the place of the first.
        dock.fields.setField("BSM")
        plugin.unload()
        settle()
    wait_for(idle, 60.0)
    assert gc.isenabled()
