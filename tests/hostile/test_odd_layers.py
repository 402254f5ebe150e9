# SPDX-License-Identifier: GPL-2.0-or-later
"""Layers that a GIS opens without a word though they are not what they seem, and formats that lose values."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest
from layers_by_hand import control_line, draft_layer, make_layer, rows_of, square
from osgeo import ogr
from qgis.PyQt.QtCore import QDate, QVariant
from rasters_by_hand import write_raster

from hostile.generator import Expect, Outcome, attempt, judge
from hostile.raster_cases import CELLS, alpha
from hostile.raw_layers import multi, point, polygon, write_gpkg
from hostile.roles import PADDY_TC_HA, attributes, sound_row
from hostile.shapes import box

X, Y = 500_000, 3_300_000
HECTARE = square(X, Y)
LAND = {"CLASS_FIELD": "DLBM", "CLASSIFICATION": "cn_third_survey"}
PLANAR = {"AREA_RULE": "planar"}
PLAN = {"PLAN_FIELD": "YDYHFLDM", "PLAN_CLASSIFICATION": "cn_landsea_2023", **PLANAR}


@pytest.fixture
def run(provider, tmp_path):
    """A tool with its manifest in the folder of the test; outputs are in memory unless they are named."""

    def call(tool: str, **given: Any) -> Outcome:
        return attempt(tool, {"OUTPUT": "memory:", "MANIFEST": str(tmp_path / "run.json"), **given})

    return call


def parcels(wkt: str = HECTARE, crs: str = "EPSG:4547", kind: str = "MultiPolygon", **more: Any) -> Any:
    return make_layer([(wkt, {"DLBM": "0101", **more})], crs=crs, kind=kind)


def told(outcome: Outcome) -> dict[str, dict[str, Any]]:
    """The notes of a run that succeeded, by kind."""
    assert outcome.results is not None, outcome.refusal
    return {note["kind"]: note for note in outcome.manifest["notes"]}


@pytest.mark.parametrize(
    ("corner", "crs", "is_far"),
    [
        ((X, Y), "EPSG:4547", False),
        # The next zone but one, in the CRS of this one.
        ((X + 580_000, Y), "EPSG:4547", False),
        ((Y, X), "EPSG:4547", True),
        # The number of the zone before the eastings, in the CRS without it.
        ((38_000_000 + X, Y), "EPSG:4547", True),
        ((38_000_000 + X, Y), "EPSG:4526", False),
        ((Y, X), "EPSG:3857", False),
    ],
)
def test_coordinates_far_from_the_area_of_their_crs_are_told(run, corner, crs, is_far):
    notes = told(run("attachfactors", INPUT=parcels(square(*corner), crs), **LAND, **PLANAR))
    assert ("far_from_area" in notes) is is_far
    if is_far:
        assert "“parcels”" in notes["far_from_area"]["text"]
        assert "112.5–115.5°" in notes["far_from_area"]["text"]


def test_a_raster_far_from_the_area_of_its_crs_is_told(run, tmp_path):
    raster = write_raster(tmp_path / "a.tif", CELLS, transform=(Y, 10.0, 0.0, X, 0.0, -20.0))
    given = {"INPUT": raster, "CLASSIFICATION": "clcd", "OUTPUT": str(tmp_path / "out.tif")}
    assert "far_from_area" in told(run("attachfactorsraster", **given, **PLANAR))


@pytest.mark.parametrize("tool", ["checkplan", "checkquantities", "repairplan"])
@pytest.mark.parametrize(("corner", "away"), [((X + 50, Y), None), ((X + 3_100, Y), "(3.0 km)")])
def test_control_lines_beside_the_plan_do_not_make_it_look_sound(run, tool, corner, away):
    lines = control_line((square(*corner), {}), name="YJJBNTBHTB")
    plan = draft_layer([(HECTARE, "0703")])
    note = told(run(tool, PLAN=plan, FARMLAND=lines, **PLAN)).get("lines_elsewhere")
    assert (note is None) is (away is None)
    assert away is None or f"YJJBNTBHTB {away}" in note["text"]


@pytest.mark.parametrize("kind", ["CurvePolygon", "MultiSurface"])
def test_a_circle_has_the_area_of_a_circle_and_is_told(run, kind):
    ring = f"{X} {Y},{X + 50} {Y + 50},{X + 100} {Y},{X + 50} {Y - 50},{X} {Y}"
    circle = f"CURVEPOLYGON(CIRCULARSTRING({ring}))"
    wkt = circle if kind == "CurvePolygon" else f"MULTISURFACE({circle})"
    outcome = run("attachfactors", INPUT=parcels(wkt, kind=kind), **LAND, **PLANAR)
    # 0.01 m², to which surveys state areas, of π · 50² m².
    assert outcome.results["TOTAL_AREA_HA"] == pytest.approx(math.pi * 50**2 / 1e4, abs=1e-6)
    assert told(outcome)["rings_mended"]["ids"] == ["1"]


def test_a_mapinfo_table_that_makes_numbers_of_what_is_not_known_says_so(run, tmp_path):
    layer = make_layer([(HECTARE, {"DLBM": "0301"}), (square(X, Y + 200), {"DLBM": "0301"})])
    # Forest has no bounds of its emission: two fields of two features.
    unknown = {"emission_tco2e_a_low", "emission_tco2e_a_high"}
    for ending, count in ((".tab", 4), (".gpkg", 0)):
        file = str(tmp_path / f"out{ending}")
        note = told(run("attachfactors", INPUT=layer, **LAND, OUTPUT=file)).get("missing_as_zero")
        assert (0 if note is None else note["count"]) == count
        assert {row[name] for row in rows_of(file) for name in unknown} == ({0.0} if count else {None})


@pytest.mark.parametrize(("letters", "cut"), [(84, 0), (85, 1)])
def test_texts_that_a_shapefile_cuts_are_told(run, tmp_path, letters, cut):
    # 3 bytes for a character; 254 are the most.
    layer = parcels(SHUOMING="耕" * letters)
    note = told(run("attachfactors", INPUT=layer, **LAND, OUTPUT=str(tmp_path / "out.shp"))).get("texts_cut")
    assert (0 if note is None else note["count"]) == cut
    assert cut == 0 or "SHUOMING: 1" in note["text"]


def test_fields_that_differ_in_capitals_are_both_kept_in_a_geopackage(run, tmp_path):
    file = str(tmp_path / "out.gpkg")
    outcome = run("attachfactors", INPUT=parcels(dlbm="0301"), **LAND, OUTPUT=file)
    assert outcome.results["TOTAL_STOCK_TC"] == pytest.approx(PADDY_TC_HA)
    (row,) = rows_of(file)
    assert (row["DLBM"], row["dlbm_in"]) == ("0101", "0301")
    assert "dlbm_in" in told(outcome)["field_renamed"]["text"]


def test_a_date_as_the_name_of_a_unit_is_written_as_a_date(run):
    units = make_layer([(HECTARE, {"day": QDate(2026, 4, 1)})], types={"day": QVariant.Date})
    outcome = run("sinkbaseline", INPUT=parcels(), **LAND, UNITS=units, UNIT_FIELD="day")
    assert [row["unit"] for row in rows_of(outcome.results["OUTPUT"])] == ["2026-04-01"]
    refused = run("attachfactors", INPUT=units, CLASS_FIELD="day", CLASSIFICATION="cn_third_survey")
    judge(Expect(True, names=("2026-04-01",)), refused)


def test_of_a_file_with_several_layers_the_first_is_read_and_that_is_told(run, tmp_path):
    file = tmp_path / "县.gpkg"
    named = write_gpkg(file, [sound_row()], "DLTB_2020")
    write_gpkg(file, [sound_row(), (polygon(box(0, 0)), attributes(2))], "DLTB_2025")
    first = run("attachfactors", INPUT=str(file), **LAND, **PLANAR)
    assert first.results["TOTAL_AREA_HA"] == pytest.approx(1.0)
    assert "(DLTB_2020, DLTB_2025)" in told(first)["first_of_several"]["text"]
    assert "first_of_several" not in told(run("attachfactors", INPUT=named, **LAND, **PLANAR))


@pytest.mark.parametrize(
    ("form", "fid"),
    [(point(X, Y), "2"), (multi(polygon(box(0, 0)), point(X, Y), kind=7), "2")],
    ids=["point", "collection"],
)
def test_a_geometry_that_the_output_does_not_take_is_named(run, tmp_path, form, fid):
    layer = write_gpkg(tmp_path / "in.gpkg", [sound_row(), (form, attributes(2))])
    outcome = run("attachfactors", INPUT=layer, **LAND)
    judge(Expect(True, names=(f"Features {fid} ",)), outcome)


def test_a_layer_of_empty_geometries_is_refused_by_its_name(run, tmp_path):
    layer = write_gpkg(tmp_path / "in.gpkg", [(multi(), attributes())], kind=ogr.wkbMultiPolygon)
    judge(Expect(True, names=("“DLTB”",)), run("attachfactors", INPUT=layer, **LAND))


@pytest.mark.parametrize("name", ["sub/", "out.SHP", "table.shp", "table.dbf"])
def test_an_output_that_cannot_be_made_leaves_nothing(run, tmp_path, name):
    folder = tmp_path / "out"
    (folder / "sub").mkdir(parents=True)
    output = "OUTPUT_TABLE" if name.startswith("table") else "OUTPUT"
    units = {"UNITS": parcels(), "UNIT_FIELD": "DLBM"}
    outcome = run("sinkbaseline", INPUT=parcels(), **LAND, **units, **{output: f"{folder}/{name}"})
    judge(Expect(True, names=(output,)), outcome)
    assert [path.name for path in folder.rglob("*")] == ["sub"]


def test_a_raster_on_a_folder_is_refused_without_the_words_of_the_system(run, tmp_path):
    (tmp_path / "out.tif").mkdir()
    raster = write_raster(tmp_path / "a.tif", CELLS)
    given = {"INPUT": raster, "CLASSIFICATION": "clcd", "OUTPUT": str(tmp_path / "out.tif")}
    judge(Expect(True, names=("OUTPUT",)), run("attachfactorsraster", **given))


def test_two_tables_that_differ_in_capitals_are_one_place(run, tmp_path):
    file = tmp_path / "book.gpkg"
    layer = write_gpkg(file, [sound_row()], "DLTB")
    before = file.read_bytes()
    outcome = run("attachfactors", INPUT=layer, **LAND, OUTPUT=f"ogr:dbname='{file}' table=\"dltb\" (geom)")
    judge(Expect(True, names=("OUTPUT",)), outcome)
    assert file.read_bytes() == before


def test_cells_that_an_alpha_band_hides_stay_hidden_on_another_grid(run, tmp_path):
    around = np.pad(np.where(CELLS == 0, 1, CELLS).astype("uint8"), ((0, 0), (0, 1)))
    before = write_raster(tmp_path / "before.tif", around)
    years = {"YEAR_BEFORE": 2010, "YEAR_AFTER": 2020, "ALIGN": "to_before", "CLASSIFICATION": "clcd"}
    outcome = run("stockchange", BEFORE=before, AFTER=alpha(tmp_path), **years, **PLANAR)
    # The hidden cell of 0.02 ha has a class at the first date only.
    assert "0.0200 ha at the first and 0.0000 ha at the second" in told(outcome)["one_date_only"]["text"]


def test_weights_that_an_alpha_band_hides_are_not_known(run, tmp_path):
    source = make_layer([(square(X, Y - 60, 40, 60), {"id": "a", "people": 100.0})])
    halves = [(square(X + 20 * n, Y - 60, 20, 60), {"unit": name}) for n, name in enumerate("WE")]
    given = {"SOURCE": source, "SOURCE_FIELD": "id", "EXTENSIVE_FIELDS": ["people"], "METHOD": "dasymetric"}
    outcome = run(
        "unifyunits",
        **given,
        TARGET=make_layer(halves),
        TARGET_FIELD="unit",
        WEIGHTS=alpha(tmp_path),
        **PLANAR,
    )
    # Cells west: 1 1, 1 5, 1 1 = 10; east: 2 2, 2 –, 1 2 = 9.
    shares = {row["unit"]: row["people"] for row in rows_of(outcome.results["OUTPUT"])}
    assert shares == pytest.approx({"W": 1000 / 19, "E": 900 / 19})


@pytest.mark.parametrize(
    ("place", "is_far"),
    [("117.001,29.825", False), ("29.825,117.001", True), ("39500000,3300000", True)],
)
@pytest.mark.parametrize("crs", ["EPSG:4490", "EPSG:4326"])
def test_entries_of_a_register_with_longitude_and_latitude_exchanged_are_told(
    run, tmp_path, place, is_far, crs
):
    activity, register = tmp_path / "activity.csv", tmp_path / "register.csv"
    activity.write_text(
        "unit,year,sector,item,carrier,amount,amount_unit,scope\n北镇,2025,transport,cars,diesel,1,t,\n",
        encoding="utf-8",
    )
    head = "id,name,sector,unit,year,scope,co2_t,x,y"
    register.write_text(f"{head}\nE1,水泥厂,industry_energy,北镇,2025,1,200,{place}\n", encoding="utf-8")
    files = {"ACTIVITY": str(activity), "REGISTER": str(register), "OUTPUT_REGISTER": "memory:"}
    notes = told(run("emissioninventory", **files, REGISTER_CRS=crs, YEAR=2025))
    assert ("register_far" in notes) is is_far
    assert not is_far or notes["register_far"]["ids"] == ["E1"]


def test_a_manifest_asked_of_a_tool_without_that_parameter_is_no_defect(run, tmp_path):
    units = {"UNITS": parcels(), "UNIT_FIELD": "DLBM"}
    made = run("sinkbaseline", INPUT=parcels(), **LAND, **units, OUTPUT=str(tmp_path / "units.gpkg"))
    page = tmp_path / "page.html"
    outcome = run("report", BASELINE=made.results["OUTPUT"], OUTPUT=str(page))
    assert outcome.results is not None, outcome.refusal
    assert page.stat().st_size > 0


def test_a_band_that_does_not_exist_is_refused_with_what_to_do(run, tmp_path):
    raster = write_raster(tmp_path / "a.tif", CELLS)
    given = {"INPUT": raster, "BAND": 2, "CLASSIFICATION": "clcd", "OUTPUT": str(tmp_path / "out.tif")}
    judge(Expect(True, names=("band 2",)), run("attachfactorsraster", **given))
