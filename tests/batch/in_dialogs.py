# SPDX-License-Identifier: GPL-2.0-or-later
"""Run inside the real QGIS by ``test_same_figures``: fill the dialog of every tool, run it, keep its results.

The environment names the file of the settings and the folder of the tests as a place of modules; the last
thing done is to write what came of it and to end the process.
"""

from __future__ import annotations

import json
import os
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import processing
from qgis.core import QgsApplication, QgsProject, QgsRasterLayer, QgsVectorLayer
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QApplication, QMessageBox
from qgis.utils import iface, plugins

SETTINGS = json.loads(Path(os.environ["DUALCARBON_SETTINGS"]).read_text(encoding="utf-8"))
INPUTS, OUTPUTS = Path(SETTINGS["inputs"]), Path(SETTINGS["outputs"])
STEP_MS = 50
#: Types of parameters that take one layer.
LAYERS = ("source", "layer", "raster", "vector")
told: dict[str, Any] = {"results": {}, "failed": {}}
Reached = Callable[[], bool]


def story() -> Iterator[Reached]:
    """Every call in turn; what is yielded is waited for."""
    yield lambda: "dualcarbon" in plugins and iface.mainWindow().isVisible()
    from every_tool.calls import calls

    for name, call in calls(INPUTS).items():
        yield from fill_and_run(name, call)
        QgsProject.instance().removeAllMapLayers()


def opened(tool: str, given: dict[str, Any]) -> dict[str, Any]:
    """The parameters with every layer opened in the project, as planners choose layers."""
    algorithm = QgsApplication.processingRegistry().algorithmById(f"dualcarbon:{tool}")
    chosen = dict(given)
    for definition in algorithm.parameterDefinitions():
        path = given.get(definition.name())
        if definition.type() in LAYERS and path is not None:
            kind = QgsRasterLayer if path.endswith(".tif") else QgsVectorLayer
            layer = kind(path, path.partition("|layername=")[2] or Path(path).stem)
            chosen[definition.name()] = QgsProject.instance().addMapLayer(layer).id()
    return chosen


def fill_and_run(name: str, call: Any) -> Iterator[Reached]:
    given = opened(call.tool, call.into(OUTPUTS / name))
    dialog = processing.createAlgorithmDialog(f"dualcarbon:{call.tool}", given)
    ended: list[tuple[bool, dict[str, Any]]] = []
    dialog.algorithmFinished.connect(lambda sound, results: ended.append((sound, dict(results))))
    dialog.show()
    yield dialog.isVisible
    dialog.runButton().click()
    yield lambda: bool(ended) or stopped_by(name)
    if ended and ended[0][0]:
        told["results"][name] = {key: str(value) for key, value in ended[0][1].items()}
    else:
        told["failed"].setdefault(name, (dialog.messageBar().currentItem() and "refused") or "failed")
    dialog.close()
    dialog.deleteLater()


def stopped_by(name: str) -> bool:
    """Whether a box asks something; it is answered and its words are kept."""
    box = QApplication.activeModalWidget()
    if not isinstance(box, QMessageBox):
        return False
    told["failed"][name] = box.text()
    box.reject()
    return True


def finish() -> None:
    (OUTPUTS / "told.json").write_text(json.dumps(told), encoding="utf-8")
    # QGIS would ask whether to save the project.
    os._exit(0)


def go_on(steps: Iterator[Reached], reached: Reached) -> None:
    try:
        if reached():
            reached = next(steps)
        QTimer.singleShot(STEP_MS, lambda: go_on(steps, reached))
    except StopIteration:
        finish()
    except Exception:
        told["failed"]["all"] = traceback.format_exc()
        finish()


go_on(story(), lambda: True)
