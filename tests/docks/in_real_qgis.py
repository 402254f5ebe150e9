# SPDX-License-Identifier: GPL-2.0-or-later
"""Run inside the real QGIS by ``test_real_qgis``: what a person would do, and what came of it.

The environment names the sample and where to write; the last thing done is to write the facts
and to end the process.
"""

from __future__ import annotations

import json
import os
import traceback
from collections.abc import Callable
from pathlib import Path

import processing
from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QDockWidget, QToolBar
from qgis.utils import iface, plugins, unloadPlugin

SAMPLE = os.environ["DUALCARBON_SAMPLE"]
FOLDER = Path(os.environ["DUALCARBON_FOLDER"])
#: How long all of it may take.
SECONDS = 100
facts: dict[str, object] = {}


def give_up() -> None:
    facts["error"] = f"not done after {SECONDS} s; plugins: {sorted(plugins)}"
    finish()


def finish() -> None:
    (FOLDER / "facts.json").write_text(json.dumps(facts), encoding="utf-8")
    # QGIS would ask whether to save the project.
    os._exit(0)


def guarded(step: Callable[[], None]) -> Callable[[], None]:
    def run() -> None:
        try:
            step()
        except Exception:
            facts["error"] = traceback.format_exc()
            finish()

    return run


def wait(is_reached: Callable[[], bool], then: Callable[[], None]) -> None:
    if is_reached():
        guarded(then)()
    else:
        QTimer.singleShot(100, lambda: wait(is_reached, then))


def layer(name: str) -> QgsVectorLayer:
    made = QgsVectorLayer(f"{SAMPLE}|layername={name}", name, "ogr")
    QgsProject.instance().addMapLayer(made)
    return made


def start() -> None:
    frame = plugins["dualcarbon"].frame
    facts["toolbar"] = iface.mainWindow().findChild(QToolBar, "DualCarbonToolbar").isVisible()
    facts["menus"] = [a.text() for a in iface.pluginMenu().actions() if a.menu() is frame.toolbar.menu]
    dialog = processing.createAlgorithmDialog("dualcarbon:checkplan", {"AREA_RULE": "planar"})
    facts["dialog"] = dialog.windowTitle()
    dialog.close()
    frame.host.runner.run(
        "dualcarbon:checkplan",
        {
            "PLAN": layer("GHYDYH"),
            "PLAN_FIELD": "YDYHFLDM",
            "PLAN_ID_FIELD": "BSM",
            "FARMLAND": layer("YJJBNTBHTB"),
            "REDLINE": layer("STBHHX"),
            "BASE": layer("DLTB"),
            "BASE_FIELD": "DLBM",
            "LINE_STATUS": "standin",
            "AS_OF": "2026-01-01",
            "STORE": str(FOLDER / "store.gpkg"),
            "OUTPUT": str(FOLDER / "findings.gpkg"),
        },
        done=lambda results: guarded(lambda: look(results))(),
    )


def look(results: dict[str, object]) -> None:
    facts["infos"] = results["INFOS"]
    dock = plugins["dualcarbon"].frame.show("plan_check")
    dock.choose_layer(QgsProject.instance().mapLayersByName("Findings")[0])

    def walk() -> None:
        facts["findings"] = len(dock.model.findings)
        before = iface.mapCanvas().extent()
        dock.deeds.step(1)
        facts["map_moved"] = iface.mapCanvas().extent() != before
        facts["told"] = dock.panel.details.toPlainText()
        facts["dock_width"] = dock.width()
        follow(results)

    def search() -> None:
        dock.panel.filters.text.setText("PBF-01")
        wait(lambda: 0 < len(dock.model.tree.leaves) < len(dock.model.findings), walk)

    wait(lambda: dock.model.findings is not None, search)


def follow(checked: dict[str, object]) -> None:
    """Follow the plan with what the check was asked with, and give a field on farmland to housing."""
    dock = plugins["dualcarbon"].frame.show("live_balance")
    dock.panel.take.trigger()
    dock.panel.start.trigger()
    plan = QgsProject.instance().mapLayersByName("GHYDYH")[0]

    def edit() -> None:
        facts["opened_like_check"] = dock.session.state.totals["infos"] == checked["INFOS"]
        facts["stock"] = [line.plan[0] for line in dock.panel.carbon.lines]
        field = next(plan.getFeatures("YDYHFLDM = '0101'"))
        plan.startEditing()
        plan.changeAttributeValue(field.id(), plan.fields().lookupField("YDYHFLDM"), "0703")
        wait(lambda: dock.session.stage.value == "current", read)

    def read() -> None:
        facts["changed"] = [line.since for line in dock.panel.carbon.lines]
        facts["footer"] = dock.panel.footer.text()
        facts["conflicts"] = [[row.name, *row.cells] for row in dock.panel.conflicts.rows]
        plan.rollBack()
        wait(lambda: not dock.panel.carbon.lines[0].since, close)

    def close() -> None:
        unloadPlugin("dualcarbon")
        QTimer.singleShot(500, guarded(leave))

    wait(lambda: dock.session.stage.value == "waiting", edit)


def leave() -> None:
    window = iface.mainWindow()
    left = [*window.findChildren(QDockWidget), *window.findChildren(QToolBar)]
    facts["left"] = [thing.objectName() for thing in left if "DualCarbon" in thing.objectName()]
    finish()


QTimer.singleShot(1000 * SECONDS, give_up)
wait(lambda: "dualcarbon" in plugins, start)
