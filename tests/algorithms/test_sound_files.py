# SPDX-License-Identifier: GPL-2.0-or-later
"""Sound files that look damaged or garbled at first sight are read as they are, to the last feature."""

from __future__ import annotations

import shutil
import sqlite3
import struct
import zipfile
from contextlib import closing
from pathlib import Path

import processing
import pytest
from formats import write
from layers_by_hand import make_layer, notes_of, rows_of, square
from qgis.core import QgsProcessingException

X, Y = 500_000.0, 3_300_000.0
COUNT = 10


def hectares(folder: Path, driver: str, name: str) -> Path:
    rows = [(square(X + 100 * n, Y), {"DLBM": "0301", "DLMC": "x" * 250}) for n in range(COUNT)]
    return Path(write(make_layer(rows, name="land"), folder / name, driver).split("|")[0])


def rewrite_records(table: Path, offset: int, texts: dict[int, bytes]) -> None:
    """Write bytes into records of a dBASE table, at an offset from their beginning."""
    content = bytearray(table.read_bytes())
    head, width = struct.unpack("<HH", content[8:12])
    for record, text in texts.items():
        start = head + record * width + offset
        content[start : start + len(text)] = text
    table.write_bytes(content)


def as_it_is(file: Path) -> str:
    return str(file)


def in_capitals(file: Path) -> str:
    folder = file.parent / "capitals"
    folder.mkdir()
    for part in file.parent.glob("land.*"):
        shutil.copy(part, folder / part.name.upper())
    return str(folder / "LAND.SHP")


def zipped(file: Path) -> str:
    archive = file.with_suffix(".zip")
    parts = sorted(file.parent.glob("land.*"))
    with zipfile.ZipFile(archive, "w") as packed:
        for part in parts:
            packed.write(part, part.name)
    return str(archive)


def by_its_folder(file: Path) -> str:
    return f"{file.parent}|layername=land"


def attach(source: str, output: str = "TEMPORARY_OUTPUT") -> dict:
    return processing.run(
        "dualcarbon:attachfactors",
        {
            "INPUT": source,
            "CLASS_FIELD": "DLBM",
            "CLASSIFICATION": "cn_third_survey",
            "AREA_RULE": "planar",
            "OUTPUT": output,
        },
    )


@pytest.mark.parametrize("form", [as_it_is, in_capitals, zipped, by_its_folder])
def test_records_marked_as_deleted_are_rightly_not_read(provider, tmp_path, form):
    file = hectares(tmp_path, "ESRI Shapefile", "land.shp")
    rewrite_records(file.with_suffix(".dbf"), 0, {2: b"*", 7: b"*"})
    assert attach(form(file))["TOTAL_AREA_HA"] == pytest.approx(COUNT - 2, rel=1e-9)


@pytest.mark.parametrize("kept", [COUNT - 2, COUNT + 2])
def test_a_number_of_features_that_is_out_of_date_stops_no_run(provider, tmp_path, kept):
    """GDAL keeps the number of features beside a table; programs that leave out its triggers do not."""
    file = hectares(tmp_path, "GPKG", "land.gpkg")
    with closing(sqlite3.connect(file)) as database, database:
        database.execute("UPDATE gpkg_ogr_contents SET feature_count = ?", (kept,))
    assert attach(str(file))["TOTAL_AREA_HA"] == pytest.approx(COUNT, rel=1e-9)


@pytest.mark.parametrize("driver", ["GPKG", "ESRI Shapefile"])
@pytest.mark.parametrize("subset", ["fid > 3", "SELECT * FROM land WHERE fid > 3"])
def test_a_filter_in_the_source_leaves_out_what_it_says(provider, tmp_path, driver, subset):
    """QGIS 3.22 announces all features of such a layer all the same."""
    name, first = ("land.gpkg", "fid") if driver == "GPKG" else ("land.shp", "fid + 1")
    file = hectares(tmp_path, driver, name)
    source = f"{file}|layername=land|subset={subset.replace('fid', first)}"
    assert attach(source)["TOTAL_AREA_HA"] == pytest.approx(COUNT - 3, rel=1e-9)


@pytest.mark.parametrize("declared", ["UTF-8", None])
def test_a_text_cut_within_a_character_leaves_the_others_readable(provider, tmp_path, declared):
    """UTF-8 has three bytes for a Chinese character: a field of 254 bytes ends within one of them."""
    file = hectares(tmp_path, "ESRI Shapefile", "land.shp")
    texts = dict.fromkeys(range(COUNT - 1), "水田".encode().ljust(250))
    texts[COUNT - 1] = ("永久基本农田" * 20).encode()[:250]
    table = file.with_suffix(".dbf")
    width = struct.unpack("<HH", table.read_bytes()[8:12])[1]
    rewrite_records(table, width - 254, texts)
    file.with_suffix(".cpg").unlink(missing_ok=True)
    if declared:
        file.with_suffix(".cpg").write_text(declared, encoding="ascii")
    result = attach(str(file), str(tmp_path / "out.gpkg"))
    names = [row["DLMC"] for row in rows_of(result["OUTPUT"])]
    assert names[:-1] == ["水田"] * (COUNT - 1)
    assert names[-1].startswith("永久基本农田" * 13)
    assert not {"read_as_gbk", "encoding_corrected", "garbled_text"} & notes_of(result).keys()


def test_a_torn_workbook_in_the_place_of_an_output_is_replaced(provider, tmp_path):
    torn = tmp_path / "baseline.xlsx"
    torn.write_bytes(b"PK\x03\x04 torn")
    units = make_layer([(square(X, Y), {"XZQMC": "town"})])
    land = {"INPUT": str(hectares(tmp_path, "GPKG", "land.gpkg")), "CLASS_FIELD": "DLBM"}
    asked = {"UNITS": units, "CLASSIFICATION": "cn_third_survey", "OUTPUT_TABLE": str(torn)}
    processing.run("dualcarbon:sinkbaseline", {**land, **asked, "OUTPUT": "TEMPORARY_OUTPUT"})
    assert zipfile.is_zipfile(torn)


def test_a_torn_workbook_as_an_input_is_refused_by_name(provider, tmp_path):
    torn = tmp_path / "targets.xlsx"
    torn.write_bytes(b"PK\x03\x04 torn")
    with pytest.raises(QgsProcessingException, match=r"targets\.xlsx” is a damaged workbook"):
        processing.run("dualcarbon:validaterules", {"INPUT": str(torn), "OUTPUT": "TEMPORARY_OUTPUT"})


def test_a_workbook_that_cannot_be_opened_is_told_by_its_name(provider, tmp_path):
    """Another program may hold it, or a drive has gone since the dialog was filled in."""
    from dualcarbon.plugin.domain.errors import InputError
    from dualcarbon.plugin.gis.workbooks import check_workbook

    with pytest.raises(InputError, match=r"targets\.xlsx” cannot be read"):
        check_workbook(str(tmp_path / "targets.xlsx"))


def test_a_workbook_is_unpacked_once_for_a_run_and_anew_when_it_was_changed(provider, tmp_path, monkeypatch):
    from dualcarbon.plugin.gis import workbooks

    unpacked = []

    class Watched(zipfile.ZipFile):
        def __init__(self, file, *more, **options) -> None:
            unpacked.append(str(file))
            super().__init__(file, *more, **options)

    shipped = Path(workbooks.__file__).parents[2] / "resources" / "factors" / "template.xlsx"
    table = shutil.copy(shipped, tmp_path / "factors.xlsx")
    monkeypatch.setattr(workbooks.zipfile, "ZipFile", Watched)
    asked = {"INPUT": str(table), "OUTPUT": "TEMPORARY_OUTPUT"}
    processing.run("dualcarbon:validatefactors", asked)
    assert unpacked == [str(table)]
    table.write_bytes(table.read_bytes()[:-30])
    with pytest.raises(QgsProcessingException, match=r"factors\.xlsx” is a damaged workbook"):
        processing.run("dualcarbon:validatefactors", asked)
