# SPDX-License-Identifier: GPL-2.0-or-later
"""Cancelled and failed runs: answered at once, and nothing of them remains."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from layers_by_hand import ROOT, Log, control_line, make_layer, rows_of, square
from qgis.core import QgsProcessingAlgorithm, QgsProcessingException, QgsProcessingFeedback, QgsVectorLayer

X, Y = 500_000.0, 3_300_000.0
CODES = ("0101", "0301", "0401", "0103")
SIDE = 12


class Impatient(Log):
    """Feedback that cancels at the n-th step of progress (never for 0) and notes the moment.

    How often a slow machine repeats one figure while it works is no step.
    """

    def __init__(self, moment: int = 0) -> None:
        super().__init__()
        self.moment = moment
        self.reports = 0
        self.cancelled_at = 0.0
        self.last = -1.0

    def setProgress(self, progress: float) -> None:
        fresh, self.last = progress != self.last, progress
        self.reports += fresh
        if fresh and self.reports == self.moment:
            self.cancelled_at = time.perf_counter()
            self.cancel()
        QgsProcessingFeedback.setProgress(self, progress)


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
    towns = make_layer([(square(X, Y, 250, 600), {"N": "甲"}), (square(X + 250, Y, 350, 600), {"N": "乙"})])
    land = {"INPUT": grid(), "CLASS_FIELD": "DLBM"}
    units = {"UNITS": towns, "UNIT_FIELD": "N"}
    return {
        "attachfactors": {**land, "OUTPUT": f"{folder}/land.gpkg"},
        "translatecodes": {**land, "CLASSIFICATION": "cn_third_survey", "OUTPUT": f"{folder}/codes.gpkg"},
        "sinkbaseline": {
            **land,
            **units,
            "OUTPUT": f"{folder}/units.gpkg",
            "OUTPUT_TABLE": f"{folder}/table.gpkg",
        },
        "checkplan": {
            "PLAN": grid("YDYHFLDM", ("0703", "1001", "0101", "0201")),
            "PLAN_FIELD": "YDYHFLDM",
            "PLAN_CLASSIFICATION": "cn_landsea_2023",
            "FARMLAND": control_line((square(X + 30, Y + 30, 400), {})),
            "BASE": grid(),
            "BASE_FIELD": "DLBM",
            "BASE_CLASSIFICATION": "cn_third_survey",
            **units,
            "OUTPUT": f"{folder}/findings.gpkg",
            "OUTPUT_PARCELS": f"{folder}/parcels.gpkg",
            "OUTPUT_SUMMARY": f"{folder}/summary.gpkg",
        },
    }


NAMES = ("attachfactors", "translatecodes", "sinkbaseline", "checkplan")


@pytest.fixture
def start(provider, monkeypatch):
    """Run an algorithm under an impatient feedback; small batches, so that writing reports progress."""
    import processing
    from dualcarbon.plugin.gis import land_use, maps, raw_features, sinks, translation

    # A map that is being drawn reports by the clock.
    monkeypatch.setattr(maps, "WATCH_S", 60.0)
    for module in (land_use, sinks, translation):
        monkeypatch.setattr(module, "BATCH", 20)
    for module in (raw_features, translation):
        monkeypatch.setattr(module, "CHECK_EVERY", 20)

    def call(name, parameters, moment=0):
        feedback = Impatient(moment)
        return processing.run(f"dualcarbon:{name}", parameters, feedback=feedback), feedback

    return call


def cancel(start, name, parameters, moment):
    """Cancel a run at a moment; seconds from the cancel to the answer."""
    import processing

    feedback = Impatient(moment)
    with pytest.raises(QgsProcessingException, match="cancelled"):
        processing.run(f"dualcarbon:{name}", parameters, feedback=feedback)
    return time.perf_counter() - feedback.cancelled_at


@pytest.mark.parametrize("name", NAMES)
def test_a_cancelled_run_ends_at_once_and_leaves_nothing(start, tmp_path, name):
    (tmp_path / "whole").mkdir()
    (tmp_path / "cut").mkdir()
    _, feedback = start(name, jobs(tmp_path / "whole")[name])
    assert feedback.reports >= 10
    # With the last report the outputs are complete; a cancel in the one before still counts.
    last = feedback.reports - 1
    moments = sorted({1, *(round(last * part / 6) for part in range(1, 6)), last})
    for moment in moments:
        assert cancel(start, name, jobs(tmp_path / "cut")[name], moment) < 1.0
        assert list((tmp_path / "cut").iterdir()) == [], moment
    result, _ = start(name, jobs(tmp_path / "cut")[name])
    names = {path.name for path in (tmp_path / "whole").iterdir()}
    assert {path.name for path in (tmp_path / "cut").iterdir()} == names
    assert Path(result["MANIFEST"]).exists()


@pytest.mark.parametrize("name", NAMES)
def test_a_cancelled_overwrite_leaves_the_old_result_or_none(start, tmp_path, name):
    """Whatever is left vouches for itself: the old layer with its old manifest, or neither."""
    parameters = jobs(tmp_path)[name]
    _, feedback = start(name, parameters)
    out = Path(parameters["OUTPUT"])
    manifest = out.with_name(out.name + ".manifest.json")
    before = (rows_of(str(out)), manifest.read_text(encoding="utf-8"))
    for moment in (feedback.reports // 2, feedback.reports - 1):
        cancel(start, name, parameters, moment)
        assert out.exists() == manifest.exists()
        if out.exists():
            assert (rows_of(str(out)), manifest.read_text(encoding="utf-8")) == before


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
        assert cancel(start, name, parameters, max(1, round(feedback.reports * part))) < 1.0
    assert list(tmp_path.iterdir()) == []


def test_a_cancelled_report_leaves_nothing(start, tmp_path):
    result, _ = start("sinkbaseline", jobs(tmp_path)["sinkbaseline"])
    parameters = {"BASELINE": result["OUTPUT"], "BASELINE_TABLE": result["OUTPUT_TABLE"]}
    parameters.update(OUTPUT=str(tmp_path / "r.html"), OUTPUT_XLSX=str(tmp_path / "r.xlsx"))
    before = {path.name for path in tmp_path.iterdir()}
    _, feedback = start("report", {**parameters, "OUTPUT": str(tmp_path / "x.html"), "OUTPUT_XLSX": None})
    for path in tmp_path.glob("x.html*"):
        path.unlink()
    for moment in range(1, feedback.reports + 1):
        cancel(start, "report", parameters, moment)
        assert {path.name for path in tmp_path.iterdir()} == before


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
