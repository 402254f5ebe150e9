# SPDX-License-Identifier: GPL-2.0-or-later
"""Layers that the user removes from the project while a tool reads them in the background."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from desktop import settle
from layers_by_hand import make_layer, rows_of, square
from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingFeedback,
    QgsProject,
)
from qgis.PyQt import sip

X, Y = 500_000.0, 3_300_000.0
#: What a run tells that belongs to it alone.
OF_THE_RUN = ("log", "OUTPUT")


def land():
    """Two fields of a hectare."""
    rows = [(square(X + 100 * number, Y), {"DLBM": "0101"}) for number in range(2)]
    return make_layer(rows, name="DLTB")


def run_in_a_thread(tool: str, given: dict, meanwhile) -> tuple[dict, QgsProcessingContext]:
    """Prepare a tool here, do something, and run it in another thread, as a task of QGIS does."""
    from qgis.core import QgsApplication

    context, feedback = QgsProcessingContext(), QgsProcessingFeedback(False)
    context.setProject(QgsProject.instance())
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"dualcarbon:{tool}").create()
    assert algorithm.prepare(given, context, feedback)
    meanwhile()
    ended: list[dict] = []
    thread = threading.Thread(target=lambda: ended.append(algorithm.runPrepared(given, context, feedback)))
    thread.start()
    thread.join()
    return ended[0], context


def test_a_removed_layer_is_read_as_it_stood_and_goes_when_the_run_ends(algorithms, tmp_path):
    layer, project = land(), QgsProject.instance()
    project.addMapLayer(layer)
    given = {
        **{"INPUT": layer.id(), "CLASS_FIELD": "DLBM", "CLASSIFICATION": "cn_third_survey"},
        **{"AREA_RULE": "planar", "OUTPUT": str(tmp_path / "out.gpkg")},
    }
    results, _context = run_in_a_thread("attachfactors", given, lambda: project.removeMapLayer(layer.id()))
    settle()
    assert [row["area_ha"] for row in rows_of(results["OUTPUT"])] == [pytest.approx(1.0)] * 2
    told = json.loads(Path(results["MANIFEST"]).read_text(encoding="utf-8"))
    assert told["inputs"][0]["layer"] == "DLTB"
    assert sip.isdeleted(layer)


def test_layers_that_stay_in_the_project_stay_its_own(algorithms, tmp_path):
    """Also where only selected features are asked for, which the id of the layer alone can name."""
    layer, project = land(), QgsProject.instance()
    project.addMapLayer(layer)
    layer.selectByIds([2])
    given = {
        "INPUT": QgsProcessingFeatureSourceDefinition(layer.id(), selectedFeaturesOnly=True),
        **{"CLASS_FIELD": "DLBM", "CLASSIFICATION": "cn_third_survey", "AREA_RULE": "planar"},
        "OUTPUT": str(tmp_path / "out.gpkg"),
    }
    results, context = run_in_a_thread("attachfactors", given, lambda: None)
    settle()
    assert len(rows_of(results["OUTPUT"])) == 1
    assert project.mapLayer(layer.id()) is layer
    assert sip.unwrapinstance(layer.parent()) == sip.unwrapinstance(project.layerStore())
    assert context.temporaryLayerStore().mapLayers() == {}


def test_runs_end_as_ever_whenever_their_layers_go(tmp_path):
    """In another process, so that a fault of QGIS is seen as one."""
    script = Path(__file__).with_name("removing_layers.py")
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QGIS_CUSTOM_CONFIG_PATH": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, str(script), str(tmp_path)],
        env=environment,
        capture_output=True,
        encoding="utf-8",
        timeout=180,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    told = json.loads((tmp_path / "told.json").read_text(encoding="utf-8"))
    assert told.pop("keepers") == 0
    for ends in told.values():
        undisturbed, *others = ends
        assert undisturbed["sound"] == "True", undisturbed["log"]
        plain = [{name: end.get(name) for name in undisturbed if name not in OF_THE_RUN} for end in ends]
        assert plain == [plain[0]] * len(plain), [end["log"] for end in others if end["sound"] != "True"]
