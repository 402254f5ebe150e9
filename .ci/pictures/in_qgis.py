# SPDX-License-Identifier: GPL-2.0-or-later
"""Run inside the real QGIS by ``python -m pictures``: work through the tutorial and grab what is shown.

The story is a generator; what it yields is waited for. The last thing done is to end the process.
"""

from __future__ import annotations

import os
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import processing
from processing.gui.AlgorithmDialog import AlgorithmDialog
from qgis.core import QgsApplication, QgsProject, QgsVectorLayer
from qgis.gui import QgsFilterLineEdit
from qgis.PyQt.QtCore import QPoint, Qt, QTimer
from qgis.PyQt.QtWidgets import QApplication, QDockWidget, QTreeView, QWidget
from qgis.utils import iface, plugins

LANGUAGE = os.environ["PICTURES_LANGUAGE"]
WORK = Path(os.environ["PICTURES_WORK"])
TAKEN = Path(os.environ["PICTURES_TAKEN"])
WINDOW = (1240, 800)
DOCK_WIDTH = 520
STEP_MS = 100
#: Steps after which the story is stuck.
MOST_WAITED = 600
#: Layers of the sample project by the table they show.
tables: dict[str, QgsVectorLayer] = {}
FARMLAND_PARCEL, HOUSING = "\"YDYHFLDM\" = '0101'", "0701"

Reached = Callable[[], bool]


def story() -> Iterator[Reached]:
    """Every picture in turn."""
    yield lambda: "dualcarbon" in plugins and iface.mainWindow().isVisible()
    yield from open_sample()
    yield from data_dock()
    yield from tool_dialogs()
    yield from baseline()
    yield from factors_dock()
    yield from account_dock()
    yield from check_dock()
    yield from live_dock()
    yield from menu_and_options()
    make_report()


def open_sample() -> Iterator[Reached]:
    window = iface.mainWindow()
    window.resize(*WINDOW)
    iface.addProject(str(WORK / f"county_{LANGUAGE}.qgz"))
    for layer in QgsProject.instance().mapLayers().values():
        tables[layer.source().rsplit("=", 1)[1]] = layer
    show_smooth(False)
    for dock in window.findChildren(QDockWidget):
        if dock.objectName() not in ("Layers", "ProcessingToolbox"):
            dock.close()
    toolbox = window.findChild(QDockWidget, "ProcessingToolbox")
    toolbox.show()
    search = toolbox.findChild(QgsFilterLineEdit)
    search.setText("dualcarbon")
    yield from drawn()
    expand_provider(toolbox)
    yield pause(500)
    grab(window, "main")
    toolbox.close()


def show_smooth(is_smooth: bool) -> None:
    """Draw with smooth edges and names, or without: a map of all parcels has too many colours with them."""
    iface.mapCanvas().enableAntiAliasing(is_smooth)
    tables["XZQ"].setLabelsEnabled(is_smooth)


def expand_provider(toolbox: QDockWidget) -> None:
    toolbox.findChild(QTreeView).expandAll()


def data_dock() -> Iterator[Reached]:
    dock = show_dock("data")
    dock.preview.first.setLayer(tables["GHYDYH"])
    yield pause(1000)
    grab(dock, "dock_data")
    dock.setUserVisible(False)


def tool_dialogs() -> Iterator[Reached]:
    land = {"INPUT": tables["DLTB"], "CLASS_FIELD": "DLBM"}
    yield from dialog("attachfactors", land)
    yield from dialog("checkplan", {**check_parameters(), "OUTPUT": "TEMPORARY_OUTPUT"}, height=860)


def dialog(name: str, parameters: dict[str, Any], height: int = 640) -> Iterator[Reached]:
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"dualcarbon:{name}")
    shown = AlgorithmDialog(algorithm, False, iface.mainWindow())
    shown.setParameters(parameters)
    shown.show()
    # A dialog takes up the size of the last one when it is shown.
    shown.resize(1000, height)
    yield pause(800)
    grab(shown, f"dialog_{name}")
    shown.close()


def check_parameters() -> dict[str, Any]:
    return {
        "PLAN": tables["GHYDYH"],
        "PLAN_FIELD": "YDYHFLDM",
        "PLAN_ID_FIELD": "BSM",
        "FARMLAND": tables["YJJBNTBHTB"],
        "REDLINE": tables["STBHHX"],
        "REDLINE_ZONE_FIELD": "GKFQ",
        "BOUNDARY": tables["CZKFBJ"],
        "BOUNDARY_ZONE_FIELD": "GKFQ",
        "LINE_STATUS": "standin",
        "BASE": tables["DLTB"],
        "BASE_FIELD": "DLBM",
        "UNITS": tables["XZQ"],
        "UNIT_FIELD": "XZQMC",
        "AS_OF": "2026-01-01",
    }


def run(name: str, parameters: dict[str, Any]) -> QgsVectorLayer:
    """Run a tool as the toolbox does, outputs loaded; its first output."""
    processing.runAndLoadResults(f"dualcarbon:{name}", dict(parameters))
    outputs = {str(value): parameter for parameter, value in parameters.items() if "OUTPUT" in parameter}
    algorithm = QgsApplication.processingRegistry().algorithmById(f"dualcarbon:{name}")
    made = {}
    for layer in QgsProject.instance().mapLayers().values():
        parameter = outputs.get(layer.source().split("|")[0])
        if parameter is not None:
            # As the toolbox names it unless the user wants names of files.
            layer.setName(algorithm.parameterDefinition(parameter).description())
            made[parameter] = layer
    return made["OUTPUT"]


def baseline() -> Iterator[Reached]:
    land = {"INPUT": tables["DLTB"], "CLASS_FIELD": "DLBM"}
    run("attachfactors", {**land, "OUTPUT": str(WORK / "land_use.gpkg")})
    yield from drawn()
    grab(iface.mainWindow(), "land_use")
    show_smooth(True)
    units = {"UNITS": tables["XZQ"], "UNIT_FIELD": "XZQMC", "YEAR": 2025}
    table = {"OUTPUT_TABLE": str(WORK / "baseline_table.gpkg")}
    towns = run("sinkbaseline", {**land, **units, **table, "OUTPUT": str(WORK / "baseline.gpkg")})
    yield from drawn()
    tables["baseline"] = towns


def factors_dock() -> Iterator[Reached]:
    dock = show_dock("carbon_factors")
    dock.choose_layer(tables["DLTB"])
    yield pause(1500)
    grab(dock, "dock_factors")
    dock.tabs.setCurrentWidget(dock.codes)
    yield pause(2500)
    grab(dock, "dock_factors_codes")
    dock.setUserVisible(False)


def account_dock() -> Iterator[Reached]:
    dock = show_dock("carbon_account")
    dock.choose_layer(tables["baseline"])
    yield lambda: dock.panel.quantities.count() > 0
    names = [dock.panel.quantities.itemText(place) for place in range(dock.panel.quantities.count())]
    dock.panel.quantities.setCurrentIndex(next(n for n, name in enumerate(names) if name.endswith("(t C)")))
    yield from drawn()
    grab(iface.mainWindow(), "dock_account")
    dock.setUserVisible(False)


def check_dock() -> Iterator[Reached]:
    findings = run(
        "checkplan",
        {
            **check_parameters(),
            "OUTPUT": str(WORK / "findings.gpkg"),
            "OUTPUT_PARCELS": str(WORK / "parcels.gpkg"),
            "OUTPUT_SUMMARY": str(WORK / "summary.gpkg"),
        },
    )
    for group in QgsProject.instance().layerTreeRoot().findLayers():
        group.setItemVisibilityChecked(group.layer() in (findings, *lines(), tables["DLTB"]))
    dock = show_dock("plan_check")
    dock.choose_layer(findings)
    yield lambda: dock.model.findings is not None
    dock.panel.tree.expandAll()
    dock.deeds.step(1)
    dock.deeds.step(1)
    yield from drawn()
    grab(iface.mainWindow(), "dock_check")
    dock.setUserVisible(False)


def live_dock() -> Iterator[Reached]:
    """The balance after one parcel of farmland was given to housing."""
    plan, dock = tables["GHYDYH"], show_dock("live_balance")
    dock.take_from_last_check()
    dock.start()
    yield lambda: dock.session.stage.value == "waiting"
    plan.startEditing()
    parcel = next(plan.getFeatures(FARMLAND_PARCEL))
    plan.changeAttributeValue(parcel.id(), plan.fields().lookupField("YDYHFLDM"), HOUSING)
    yield pause(1000)
    yield lambda: dock.session.stage.value == "current"
    grab(dock, "dock_live")
    dock.stop()
    plan.rollBack()
    dock.setUserVisible(False)


def lines() -> tuple[QgsVectorLayer, ...]:
    return tables["YJJBNTBHTB"], tables["STBHHX"], tables["CZKFBJ"]


def show_dock(name: str) -> Any:
    dock = plugins["dualcarbon"].frame.show(name)
    QApplication.processEvents()
    iface.mainWindow().resizeDocks([dock], [DOCK_WIDTH], Qt.Orientation.Horizontal)
    return dock


def menu_and_options() -> Iterator[Reached]:
    frame = plugins["dualcarbon"].frame
    frame.toolbar.menu.popup(iface.mainWindow().pos() + QPoint(40, 60))
    yield pause(400)
    grab(frame.toolbar.menu, "menu")
    frame.toolbar.menu.hide()
    page = frame._options.createWidget()
    page.resize(700, 380)
    page.show()
    yield pause(500)
    grab(page, "options")
    page.close()


def make_report() -> None:
    files = {
        "BASELINE": "baseline.gpkg",
        "BASELINE_TABLE": "baseline_table.gpkg",
        "LANDUSE": "land_use.gpkg",
        "FINDINGS": "findings.gpkg",
        "PARCELS": "parcels.gpkg",
        "SUMMARY": "summary.gpkg",
        "OUTPUT": "report.html",
    }
    parameters = {name: str(WORK / file) for name, file in files.items()}
    processing.run("dualcarbon:report", {**parameters, "LANGUAGE": LANGUAGE})


def pause(milliseconds: int) -> Reached:
    """True once so much time has gone by."""
    left = [milliseconds // STEP_MS]

    def reached() -> bool:
        left[0] -= 1
        return left[0] < 0

    return reached


def drawn() -> Iterator[Reached]:
    """Until the map is drawn."""
    yield pause(300)
    iface.mapCanvas().refresh()
    yield pause(600)
    yield lambda: not iface.mapCanvas().isDrawing()
    yield pause(300)


def grab(widget: QWidget, name: str) -> None:
    QApplication.processEvents()
    widget.grab().save(str(TAKEN / f"{name}.png"))


def tell(steps: Iterator[Reached], reached: Reached, waited: int = 0) -> None:
    """Go on with the story once what it waits for is reached."""
    try:
        if reached():
            reached, waited = next(steps), 0
        elif waited > MOST_WAITED:
            iface.mainWindow().grab().save(str(TAKEN.parent / "stuck.png"))
            message = iface.messageBar().currentItem()
            raise TimeoutError(message.text() if message else "")
    except StopIteration:
        (TAKEN / "done").touch()
        os._exit(0)
    except Exception:
        traceback.print_exc()
        os._exit(1)
    QTimer.singleShot(STEP_MS, lambda: tell(steps, reached, waited + 1))


tell(story(), lambda: True)
