# SPDX-License-Identifier: GPL-2.0-or-later
"""Tools as tasks whose layers the project gives up meanwhile: ``removing_layers.py FOLDER``.

A process of its own, since QGIS may end by a fault. The project is read from a file each time, as planners
open theirs. It tells in ``told.json`` how the runs ended and what is left of what kept their layers.
"""

from __future__ import annotations

import faulthandler
import json
import os
import random
import sys
from pathlib import Path
from typing import Any

# As a script it is started without the paths of pytest.
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from prepared_qgis import start_qgis

#: Runs of each tool, the first of them left alone; in most the layers go while they are being opened.
RUNS, SOON_S = 10, 0.2
SIDE, GROUND = 8, ("0101", "0301", "0701")
CODES = {"CLASS_FIELD": "DLBM", "CLASSIFICATION": "cn_third_survey"}
PLAN = {"PLAN_FIELD": "DLBM", "PLAN_CLASSIFICATION": "cn_third_survey"}
BASE = {"BASE_FIELD": "DLBM", "BASE_CLASSIFICATION": "cn_third_survey"}


def write_project(folder: Path) -> str:
    """A project file with parcels and a line, each in a GeoPackage."""
    from layers_by_hand import make_layer, square
    from qgis.core import QgsProject, QgsVectorFileWriter, QgsVectorLayer

    rows = [
        (
            square(500_000.0 + 100 * east, 3_300_000.0 + 100 * north),
            {"DLBM": ("0101", "0301", "0701")[east % 3]},
        )
        for east in range(SIDE)
        for north in range(SIDE)
    ]
    layers = {
        "parcels": make_layer(rows),
        "line": make_layer([(square(500_050.0, 3_300_050.0, 400.0), {"BSM": "L1"})]),
    }
    project = QgsProject.instance()
    for name, layer in layers.items():
        options = QgsVectorFileWriter.SaveVectorOptions()
        path = str(folder / f"{name}.gpkg")
        QgsVectorFileWriter.writeAsVectorFormatV3(layer, path, project.transformContext(), options)
        project.addMapLayer(QgsVectorLayer(path, name, "ogr"))
    project.write(str(folder / "project.qgs"))
    return str(folder / "project.qgs")


def run(tool: str, given: dict[str, Any], going: list[str], delay_s: float | None) -> dict[str, Any]:
    """Run a tool as a task of the toolbox; its layers go from the project after the delay."""
    from qgis.core import (
        QgsApplication,
        QgsProcessingAlgRunnerTask,
        QgsProcessingContext,
        QgsProcessingFeedback,
        QgsProject,
    )
    from qgis.PyQt.QtCore import QTimer

    context, feedback = QgsProcessingContext(), QgsProcessingFeedback(False)
    context.setProject(QgsProject.instance())
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"dualcarbon:{tool}")
    task = QgsProcessingAlgRunnerTask(algorithm, given, context, feedback)
    ended: list[dict[str, Any]] = []
    task.executed.connect(lambda sound, results: ended.append({"sound": sound, **results}))
    QgsApplication.taskManager().addTask(task)
    timer = QTimer()
    timer.setSingleShot(True)
    timer.timeout.connect(lambda: QgsProject.instance().removeMapLayers(going))
    if delay_s is not None:
        timer.start(int(1000 * delay_s))
    while not ended or timer.isActive():
        QgsApplication.processEvents()
    (results,) = ended
    return {"log": feedback.textLog(), **{name: str(value) for name, value in results.items()}}


def main(folder: Path) -> None:
    faulthandler.enable()
    application, _plugin = start_qgis(windows=True)
    from dualcarbon.plugin.gis.kept_layers import LayerKeeper
    from qgis.core import QgsProject
    from qgis.PyQt.QtCore import QCoreApplication, QEvent

    project, chance = write_project(folder), random.Random(7)
    told: dict[str, Any] = {"sinkbaseline": [], "checkplan": []}
    for tool, ends in told.items():
        for number in range(RUNS):
            QgsProject.instance().read(project)
            ids = {layer.name(): layer_id for layer_id, layer in QgsProject.instance().mapLayers().items()}
            parcels, line = ids["parcels"], ids["line"]
            given = {
                "sinkbaseline": {"INPUT": parcels, **CODES, "UNITS": line, "UNIT_FIELD": "BSM"},
                "checkplan": {"PLAN": parcels, **PLAN, "FARMLAND": line, "BASE": parcels, **BASE},
            }[tool]
            going = [[line], [parcels], [line, parcels]][number % 3]
            delay_s = None if number == 0 else chance.uniform(0.0, SOON_S)
            ends.append(run(tool, {**given, "OUTPUT": "TEMPORARY_OUTPUT"}, going, delay_s))
            QgsProject.instance().clear()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    told["keepers"] = len(application.findChildren(LayerKeeper))
    (folder / "told.json").write_text(json.dumps(told), encoding="utf-8")
    os._exit(0)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
