# SPDX-License-Identifier: GPL-2.0-or-later
"""Which run stands behind the layers of a report."""

from __future__ import annotations

import json

import pytest
from layers_by_hand import check_draft, control_line, make_layer, manifest_of, square
from qgis.core import QgsVectorLayer
from report_pages import first_page

X, Y = 500_000.0, 3_300_000.0


@pytest.fixture
def report(run, tmp_path):
    def call(**parameters):
        path = tmp_path / "报告.html"
        result = run("report", **{"OUTPUT": str(path), "LANGUAGE": "en", **parameters})
        return result, path.read_text(encoding="utf-8")

    return call


@pytest.fixture
def baseline(run):
    """The baseline of one parcel with a code and a width (100 m deep), with its manifest where asked."""

    def call(code, width, output, **more):
        return run(
            "sinkbaseline",
            INPUT=make_layer([(square(X, Y, width, 100), {"DLBM": code})]),
            CLASS_FIELD="DLBM",
            CLASSIFICATION="cn_third_survey",
            AREA_RULE="planar",
            UNITS=make_layer([(square(X, Y, width, 100), {"XZQMC": "甲"})]),
            UNIT_FIELD="XZQMC",
            OUTPUT=str(output),
            **more,
        )

    return call


def rewrite(path, change):
    """Change a manifest file in place."""
    manifest = json.loads(path.read_text(encoding="utf-8"))
    change(manifest)
    path.write_text(json.dumps(manifest, ensure_ascii=False), encoding="utf-8")


@pytest.mark.parametrize("same_second", [False, True])
def test_key_figures_are_those_of_the_layer_shown(baseline, report, tmp_path, log, same_second):
    """1 ha of paddy holds 115.15 t C, 2 ha of forest 307.594; the manifest of the paddy is handed in."""
    other, shown = tmp_path / "paddy.json", tmp_path / "forest.gpkg"
    baseline("0101", 100, tmp_path / "paddy.gpkg", MANIFEST=str(other))
    made = manifest_of(baseline("0301", 200, shown))
    if same_second:
        rewrite(other, lambda manifest: manifest.update(started=made["started"]))
    _, html = report(BASELINE=str(shown), MANIFESTS=[str(other)])
    first = first_page(html)
    assert "Carbon stock 308 t C 95 %:" in first
    assert "115 t C" not in first
    assert "“paddy.json” belongs to another run" in first
    assert not log.said("no run manifest")


def test_layers_of_different_runs_are_refused(run, refused, tmp_path):
    """The same draft on two farmland layers: findings of the one, summary of the other."""
    for name, width in (("a", 50), ("b", 80)):
        check_draft(
            run,
            tmp_path / f"{name}.json",
            [(square(X, Y), "0703")],
            FARMLAND=control_line((square(X, Y, width, 100), {})),
            OUTPUT=str(tmp_path / f"findings_{name}.gpkg"),
            OUTPUT_SUMMARY=str(tmp_path / f"summary_{name}.gpkg"),
        )
    sentence = refused(
        "report",
        FINDINGS=str(tmp_path / "findings_a.gpkg"),
        SUMMARY=str(tmp_path / "summary_b.gpkg"),
        OUTPUT=str(tmp_path / "r.html"),
    )
    assert "FINDINGS, SUMMARY come from different runs" in sentence
    assert not (tmp_path / "r.html").exists()


def test_baseline_and_table_of_different_runs_are_refused(baseline, refused, tmp_path):
    baseline("0101", 100, tmp_path / "a.gpkg", OUTPUT_TABLE=str(tmp_path / "ta.csv"))
    handed = tmp_path / "b.json"
    baseline("0301", 100, tmp_path / "b.gpkg", OUTPUT_TABLE=str(tmp_path / "tb.csv"), MANIFEST=str(handed))
    sentence = refused(
        "report",
        BASELINE=str(tmp_path / "a.gpkg"),
        BASELINE_TABLE=str(tmp_path / "tb.csv"),
        MANIFESTS=[str(handed)],
        OUTPUT=str(tmp_path / "r.html"),
    )
    assert "BASELINE, BASELINE_TABLE come from different runs" in sentence


def test_two_runs_into_one_geopackage_keep_their_manifests(baseline, report, tmp_path, log):
    """The file beside is that of the second run; each table knows its own."""
    file = tmp_path / "x.gpkg"
    for table, code in (("aa", "0101"), ("bb", "0301")):
        baseline(code, 100, f"ogr:dbname='{file}' table=\"{table}\" (geom)")
    for table, stock in (("aa", "115"), ("bb", "154")):
        _, html = report(BASELINE=f"{file}|layername={table}")
        assert f"Carbon stock {stock} t C 95 %:" in first_page(html)
    assert not log.said("no run manifest")


def test_the_manifest_beside_counts_only_for_tables_of_its_run(baseline, tmp_path):
    from dualcarbon.plugin.gis.manifests import manifest_of as manifest_of_layer
    from osgeo import gdal

    file = tmp_path / "x.gpkg"
    for table in ("aa", "bb"):
        baseline("0101", 100, f"ogr:dbname='{file}' table=\"{table}\" (geom)")
    dataset = gdal.OpenEx(str(file), gdal.OF_VECTOR | gdal.OF_UPDATE)
    for table in ("aa", "bb"):
        dataset.GetLayerByName(table).SetMetadata({}, "dualcarbon")
    del dataset
    found = [manifest_of_layer(QgsVectorLayer(f"{file}|layername={table}")) for table in ("aa", "bb")]
    assert found[0] is None
    assert found[1]["algorithm"] == "dualcarbon:sinkbaseline"


def test_a_csv_as_it_was_written_is_vouched_for(baseline, report, tmp_path, log):
    """Thirds of a metre have more digits than the 15 that a CSV keeps."""
    table = tmp_path / "table.csv"
    made = baseline("0101", 100 / 3, "memory:", OUTPUT_TABLE=str(table))
    report(BASELINE_TABLE=str(table), MANIFESTS=[made["MANIFEST"]])
    assert not log.said("no run manifest")
    table.write_text(table.read_text(encoding="utf-8").replace("paddy", "rainfed_cropland"), encoding="utf-8")
    report(BASELINE_TABLE=str(table), MANIFESTS=[made["MANIFEST"]])
    assert log.said("no run manifest")


def test_the_manifest_beside_the_first_output_speaks_for_the_second(baseline, report, tmp_path, log):
    """Other JSON files in the folder, torn or of other runs, do not get in the way."""
    units, table = tmp_path / "units.csv", tmp_path / "table.csv"
    baseline("0301", 100 / 3, tmp_path / "other.csv", OUTPUT_TABLE=str(tmp_path / "rows.csv"))
    baseline("0101", 100 / 3, units, OUTPUT_TABLE=str(table))
    (tmp_path / "torn.manifest.json").write_text('{"plugin": "dualcarbon", "out', encoding="utf-8")
    report(BASELINE=str(units), BASELINE_TABLE=str(table))
    assert not log.said("no run manifest")
    table.write_text(table.read_text(encoding="utf-8").replace("paddy", "rainfed_cropland"), encoding="utf-8")
    report(BASELINE_TABLE=str(table))
    assert log.said("no run manifest")
