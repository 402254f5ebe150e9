# SPDX-License-Identifier: GPL-2.0-or-later
"""A county cancelled and writes that fail: answered at once, and nothing of the run remains."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from impatience import Impatient
from layers_by_hand import ROOT, control_line, make_layer, square
from qgis.core import QgsProcessingAlgorithm, QgsProcessingException, QgsVectorLayer

X, Y = 500_000.0, 3_300_000.0
CODES = ("0101", "0301", "0401", "0103")
SIDE = 12


def grid(field="DLBM", codes=CODES):
    return make_layer(
        [
            (square(X + 50 * i, Y + 50 * j, 50), {field: codes[(i + j) % len(codes)]})
            for i in range(SIDE)
            for j in range(SIDE)
        ],
        name="grid",
    )


def jobs(folder):
    """Parameters of the algorithms with all their outputs as files in a folder."""
    land = {"INPUT": grid(), "CLASS_FIELD": "DLBM"}
    return {
        "attachfactors": {**land, "OUTPUT": f"{folder}/land.gpkg"},
        "translatecodes": {**land, "CLASSIFICATION": "cn_third_survey", "OUTPUT": f"{folder}/codes.gpkg"},
        "checkplan": {
            "PLAN": grid("YDYHFLDM", ("0703", "1001", "0101", "0201")),
            "PLAN_FIELD": "YDYHFLDM",
            "PLAN_CLASSIFICATION": "cn_landsea_2023",
            "FARMLAND": control_line((square(X + 30, Y + 30, 400), {})),
            "BASE": grid(),
            "BASE_FIELD": "DLBM",
            "BASE_CLASSIFICATION": "cn_third_survey",
            "OUTPUT": f"{folder}/findings.gpkg",
            "OUTPUT_PARCELS": f"{folder}/parcels.gpkg",
            "OUTPUT_SUMMARY": f"{folder}/summary.gpkg",
        },
    }


@pytest.fixture
def start(provider, monkeypatch):
    """Run an algorithm and count its steps; small batches, so that writing reports progress."""
    import processing
    from dualcarbon.plugin.gis import land_use, raw_features, sinks, translation

    for module in (land_use, sinks, translation):
        monkeypatch.setattr(module, "BATCH", 20)
    for module in (raw_features, translation):
        monkeypatch.setattr(module, "CHECK_EVERY", 20)

    def call(name, parameters):
        feedback = Impatient()
        return processing.run(f"dualcarbon:{name}", parameters, feedback=feedback), feedback

    return call


def cancel(name, parameters, moment):
    """Cancel a run at a moment; seconds from the cancel to the answer."""
    import processing

    feedback = Impatient(moment)
    with pytest.raises(QgsProcessingException, match="cancelled"):
        processing.run(f"dualcarbon:{name}", parameters, feedback=feedback)
    return time.perf_counter() - feedback.due_at


@pytest.mark.parametrize("name", ["sinkbaseline", "checkplan"])
def test_a_county_answers_a_cancel_within_a_second(start, tmp_path, name):
    file = ROOT / "resources" / "sample" / "county" / "county.gpkg"
    layers = {
        "sinkbaseline": {"INPUT": "DLTB", "UNITS": "XZQ"},
        "checkplan": {"PLAN": "GHYDYH", "FARMLAND": "YJJBNTBHTB", "BOUNDARY": "CZKFBJ", "BASE": "DLTB"},
    }[name]
    fields = {
        "sinkbaseline": {"CLASS_FIELD": "DLBM", "UNIT_FIELD": "XZQMC", "CLASSIFICATION": "cn_third_survey"},
        "checkplan": {
            "PLAN_FIELD": "YDYHFLDM",
            "BASE_FIELD": "DLBM",
            "BASE_CLASSIFICATION": "cn_third_survey",
        },
    }[name]
    sources = {
        key: QgsVectorLayer(f"{file}|layername={table}", table, "ogr") for key, table in layers.items()
    }
    parameters = {**sources, **fields, "OUTPUT": str(tmp_path / "out.gpkg")}
    _, feedback = start(name, {**parameters, "OUTPUT": "memory:"})
    for part in (0.3, 0.5, 0.7, 0.9):
        assert cancel(name, parameters, max(1, round(feedback.steps * part))) < 1.0
    assert list(tmp_path.iterdir()) == []


# Failure while writing -----------------------------------------------------------------------


class FullDisk:
    """A sink that refuses its second batch."""

    def __init__(self, sink):
        self.sink = sink
        self.batches = 0

    def addFeatures(self, features, flags):
        self.batches += 1
        return self.batches == 1 and self.sink.addFeatures(features, flags)

    def lastError(self):
        return "no space left"

    def flushBuffer(self):
        return self.sink.flushBuffer()


@pytest.fixture
def full_disk(monkeypatch):
    from dualcarbon.plugin.algorithms.base import DualCarbonAlgorithm

    def open_sink(self, *arguments):
        sink, destination = QgsProcessingAlgorithm.parameterAsSink(self, *arguments)
        return (None if sink is None else FullDisk(sink)), destination

    monkeypatch.setattr(DualCarbonAlgorithm, "parameterAsSink", open_sink, raising=False)


@pytest.mark.parametrize("name", ["attachfactors", "translatecodes", "checkplan"])
@pytest.mark.parametrize("end", ["gpkg", "shp"])
def test_a_disk_that_fills_up_leaves_nothing_and_says_why(start, full_disk, tmp_path, name, end):
    parameters = {
        key: value.replace(".gpkg", f".{end}") if key.startswith("OUTPUT") else value
        for key, value in jobs(tmp_path)[name].items()
    }
    with pytest.raises(QgsProcessingException, match="no space left"):
        start(name, parameters)
    assert list(tmp_path.iterdir()) == []


def test_the_sink_is_closed_before_its_file_is_removed(start, full_disk, tmp_path, monkeypatch):
    """Windows removes no open file."""
    from dualcarbon.plugin.gis import outputs

    handles = Path("/proc/self/fd")
    if not handles.exists():
        pytest.skip("open files can only be listed under Linux")
    seen, remove = [], outputs._remove

    def watch(destination, **options):
        seen.extend(str(link.readlink()) for link in handles.iterdir() if link.is_symlink())
        remove(destination, **options)

    monkeypatch.setattr(outputs, "_remove", watch)
    with pytest.raises(QgsProcessingException):
        start("attachfactors", jobs(tmp_path)["attachfactors"])
    assert seen
    assert [path for path in seen if str(tmp_path) in path] == []


def test_a_failed_overwrite_leaves_no_manifest_of_the_old_result(start, tmp_path, request):
    parameters = jobs(tmp_path)["attachfactors"]
    result, _ = start("attachfactors", parameters)
    assert json.loads(Path(result["MANIFEST"]).read_text(encoding="utf-8"))["outputs"]
    request.getfixturevalue("full_disk")
    with pytest.raises(QgsProcessingException):
        start("attachfactors", parameters)
    assert list(tmp_path.iterdir()) == []
