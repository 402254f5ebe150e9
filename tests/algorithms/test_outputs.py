# SPDX-License-Identifier: GPL-2.0-or-later
"""Outputs: replaced, side by side in one file, in other formats, and refused where nothing can be written."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest
from layers_by_hand import make_layer, rows_of, square
from qgis.core import QgsVectorLayer

X, Y = 500_000.0, 3_300_000.0


def land(*codes):
    return make_layer([(square(X + 100 * n, Y), {"DLBM": code}) for n, code in enumerate(codes)], name="DLTB")


def towns():
    return make_layer([(square(X, Y, 200, 100), {"XZQMC": "甲"})], name="XZQ")


@pytest.fixture
def attach(run):
    return lambda layer, output, **more: run(
        "attachfactors", **{"INPUT": layer, "CLASS_FIELD": "DLBM", "OUTPUT": str(output), **more}
    )


@pytest.fixture
def baseline(run):
    def call(output, table, **more):
        given = {
            "INPUT": land("0101", "0301"),
            "CLASS_FIELD": "DLBM",
            "UNITS": towns(),
            "UNIT_FIELD": "XZQMC",
        }
        return run("sinkbaseline", **given, OUTPUT=output, OUTPUT_TABLE=table, **more)

    return call


def tables_of(path):
    database = sqlite3.connect(path)
    names = {name for (name,) in database.execute("SELECT table_name FROM gpkg_contents")}
    database.close()
    return names


# Places that cannot be written ---------------------------------------------------------------


@pytest.mark.parametrize("end", ["out.gpkg", "out.shp", "out.csv"])
def test_below_a_file_nothing_can_be_written(refused, tmp_path, end):
    """A read-only folder does not bind root, but nobody can write below a file."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    target = tmp_path / "file" / end
    sentence = refused("attachfactors", INPUT=land("0101"), CLASS_FIELD="DLBM", OUTPUT=str(target))
    assert str(tmp_path / "file") in sentence
    assert "defect" not in sentence


@pytest.mark.parametrize(
    ("tool", "output", "file"),
    [
        ("report", "OUTPUT", "page.gpkg"),
        ("report", "OUTPUT_PDF", "sheet.html"),
        ("report", "OUTPUT_XLSX", "book.pdf"),
        ("attachfactors", "MANIFEST", "run.gpkg"),
    ],
)
def test_a_file_is_not_called_like_one_of_another_kind(refused, tmp_path, tool, output, file):
    (tmp_path / file).write_bytes(b"of somebody")
    given = {"INPUT": land("0101"), "CLASS_FIELD": "DLBM", "OUTPUT": "memory:"}
    if tool == "report":
        given = {"BASELINE": land("0101"), "OUTPUT": str(tmp_path / "r.html")}
    sentence = refused(tool, **{**given, output: str(tmp_path / file)})
    assert file in sentence
    assert "Let its name end in" in sentence
    assert (tmp_path / file).read_bytes() == b"of somebody"


def test_a_place_that_cannot_be_written_stops_before_anything_is_computed(refused, tmp_path, log):
    refused("attachfactors", INPUT=land("0101"), CLASS_FIELD="DLBM", OUTPUT=str(tmp_path / "no" / "out.gpkg"))
    assert log.infos == []


def test_a_folder_in_the_way_is_one_sentence(refused, tmp_path):
    (tmp_path / "out.gpkg").mkdir()
    sentence = refused(
        "attachfactors", INPUT=land("0101"), CLASS_FIELD="DLBM", OUTPUT=str(tmp_path / "out.gpkg")
    )
    assert "out.gpkg" in sentence
    assert "defect" not in sentence


def test_a_second_output_that_cannot_be_written_takes_the_first_with_it(refused, tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    first = tmp_path / "units.gpkg"
    refused(
        "sinkbaseline",
        INPUT=land("0101"),
        CLASS_FIELD="DLBM",
        UNITS=towns(),
        OUTPUT=str(first),
        OUTPUT_TABLE=str(tmp_path / "file" / "table.gpkg"),
    )
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file"]


def test_a_manifest_that_cannot_be_written_is_one_sentence_and_leaves_nothing(refused, tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    sentence = refused(
        "attachfactors",
        INPUT=land("0101"),
        CLASS_FIELD="DLBM",
        OUTPUT=str(tmp_path / "out.gpkg"),
        MANIFEST=str(tmp_path / "file" / "run.json"),
    )
    assert "MANIFEST" in sentence
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file"]


# Files that are there already ----------------------------------------------------------------


@pytest.mark.parametrize("end", ["gpkg", "shp", "csv"])
def test_an_existing_file_is_replaced(attach, tmp_path, end):
    out = tmp_path / f"out.{end}"
    attach(land("0101", "0301", "0401"), out)
    result = attach(land("0103"), out)
    assert [row["carbon_cla" if end == "shp" else "carbon_class"] for row in rows_of(str(out))] == [
        "rainfed_cropland"
    ]
    manifest = json.loads(Path(result["MANIFEST"]).read_text(encoding="utf-8"))
    assert manifest["outputs"][0]["features"] == 1


def test_an_output_over_its_own_input_is_refused_and_the_input_stays(refused, attach, tmp_path):
    """Writing over what is being read would eat the input; a new table beside it is welcome."""
    from formats import write

    file = tmp_path / "land.gpkg"
    source = write(land("0101", "0301"), file, "GPKG")
    for target in (str(file), f"ogr:dbname='{file}' table=\"DLTB\" (geom)"):
        sentence = refused("attachfactors", INPUT=source, CLASS_FIELD="DLBM", OUTPUT=target)
        assert "overwrite" in sentence
        assert "INPUT" in sentence
        assert len(rows_of(source)) == 2
    attach(source, f"ogr:dbname='{file}' table=\"with_factors\" (geom)")
    assert len(rows_of(source)) == len(rows_of(f"{file}|layername=with_factors")) == 2


def test_two_outputs_into_one_file_are_refused(refused, tmp_path):
    target = str(tmp_path / "x.gpkg")
    sentence = refused(
        "sinkbaseline",
        INPUT=land("0101"),
        CLASS_FIELD="DLBM",
        UNITS=towns(),
        OUTPUT=target,
        OUTPUT_TABLE=target,
    )
    assert "OUTPUT_TABLE would overwrite what OUTPUT stands for" in sentence
    assert list(tmp_path.iterdir()) == []


# Several outputs in one GeoPackage -----------------------------------------------------------


def test_two_outputs_as_tables_of_one_geopackage(baseline, tmp_path):
    file = tmp_path / "x.gpkg"
    result = baseline(f"ogr:dbname='{file}' table=\"aa\" (geom)", f"ogr:dbname='{file}' table=\"bb\"")
    assert tables_of(file) == {"aa", "bb"}
    assert [row["unit"] for row in rows_of(f"{file}|layername=aa")] == ["甲"]
    assert {row["carbon_class"] for row in rows_of(f"{file}|layername=bb")} == {"paddy", "mixed_forest"}
    manifest = json.loads(Path(result["MANIFEST"]).read_text(encoding="utf-8"))
    assert {output["parameter"] for output in manifest["outputs"]} == {"OUTPUT", "OUTPUT_TABLE"}


def test_a_table_is_replaced_and_its_neighbours_stay(attach, tmp_path):
    file = tmp_path / "x.gpkg"
    attach(land("0101", "0301"), f"ogr:dbname='{file}' table=\"aa\" (geom)")
    attach(land("0401"), f"ogr:dbname='{file}' table=\"bb\" (geom)")
    attach(land("0103"), f"ogr:dbname='{file}' table=\"aa\" (geom)")
    assert tables_of(file) == {"aa", "bb"}
    assert [row["carbon_class"] for row in rows_of(f"{file}|layername=aa")] == ["rainfed_cropland"]
    assert [row["carbon_class"] for row in rows_of(f"{file}|layername=bb")] == ["natural_grassland"]


def test_a_failed_run_leaves_the_neighbours_of_its_table(attach, tmp_path, monkeypatch):
    from dualcarbon.plugin.gis import outputs
    from qgis.core import QgsProcessingException

    file = tmp_path / "x.gpkg"
    attach(land("0401"), f"ogr:dbname='{file}' table=\"bb\" (geom)")
    monkeypatch.setattr(outputs, "_count", lambda *_: -1)
    with pytest.raises(QgsProcessingException, match="-1 of 1 features"):
        attach(land("0101"), f"ogr:dbname='{file}' table=\"aa\" (geom)")
    assert tables_of(file) == {"bb"}
    assert [row["carbon_class"] for row in rows_of(f"{file}|layername=bb")] == ["natural_grassland"]


# Other formats -------------------------------------------------------------------------------


def test_a_csv_holds_the_same_figures(baseline, tmp_path):
    import csv

    result = baseline("memory:", str(tmp_path / "table.csv"))
    with (tmp_path / "table.csv").open(encoding="utf-8-sig") as stream:
        rows = {row["carbon_class"]: row for row in csv.DictReader(stream)}
    assert float(rows["paddy"]["stock_tc"]) + float(rows["mixed_forest"]["stock_tc"]) == pytest.approx(
        result["TOTAL_STOCK_TC"], rel=1e-12
    )
    assert rows["paddy"]["unit"] == "甲"


def test_a_shapefile_opens_with_readable_text(baseline, tmp_path):
    baseline(str(tmp_path / "units.shp"), str(tmp_path / "table.csv"))
    layer = QgsVectorLayer(str(tmp_path / "units.shp"), "units", "ogr")
    assert layer.isValid()
    assert next(layer.getFeatures())["unit"] == "甲"
    assert layer.crs().authid() == "EPSG:4547"


def test_null_figures_are_null_in_a_geopackage(attach, tmp_path):
    """A code that is left out has no figures: NULL, never 0."""
    attach(land("0101", "9999"), tmp_path / "out.gpkg", UNMAPPED="exclude")
    rows = rows_of(str(tmp_path / "out.gpkg"))
    assert rows[1]["stock_tc"] is None
    assert rows[1]["carbon_class"] is None
    assert rows[1]["area_ha"] == pytest.approx(1.0, rel=1e-3)


@pytest.mark.parametrize("ending", ["ods", "xlsx"])
def test_no_sheet_is_added_to_a_workbook(attach, refused, tmp_path, ending):
    """GDAL would write it anew, without the formulas that somebody keeps in the other sheets."""
    book = tmp_path / f"账.{ending}"
    attach(land("0101"), book)
    before = book.read_bytes()
    target = f"ogr:dbname='{book}' table=\"new\""
    said = refused("attachfactors", INPUT=land("0301"), CLASS_FIELD="DLBM", OUTPUT=target)
    assert f"a sheet of the workbook “{book.name}”" in said
    assert book.read_bytes() == before
