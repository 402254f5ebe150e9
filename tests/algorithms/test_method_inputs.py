# SPDX-License-Identifier: GPL-2.0-or-later
"""Inputs of the method tools that look like figures and are none: refused, told, never computed with."""

from __future__ import annotations

import pytest
from layers_by_hand import make_layer, notes_of, rows_of, square

X, Y = 500_000.0, 3_300_000.0
FOREST = {
    "SPECIES_FIELD": "S",
    "VOLUME_FIELD": "V",
    "FOREST_PARAMETERS": "ipcc/temperate",
    "AREA_RULE": "planar",
}
SOIL = {
    "FROM_FIELD": "A",
    "TO_FIELD": "B",
    "YEAR_FIELD": "NF",
    "YEAR": 2025,
    "CLASSIFICATION": "carbon_class",
    "CLIMATE": "warm_temperate_moist",
    "SOIL_GROUP": "high_activity_clay_soils",
    "AREA_RULE": "planar",
}
BLUE = {"HABITAT_FIELD": "LX", "STATUS": "existing", "AREA_RULE": "planar"}


def layer(*rows, name="图斑", crs="EPSG:4547"):
    """Hectares in a row with the given attributes."""
    return make_layer([(square(X + 100 * n, Y), row) for n, row in enumerate(rows)], name=name, crs=crs)


def changed(**more):
    return {"A": "rainfed_cropland", "B": "mixed_forest", "NF": 2020, **more}


def facility(**more):
    row = {
        "facility_id": "厂一",
        "year": 2025,
        "type": "DAC",
        "captured_tco2_a": "100",
        "transport_loss": 0.0,
        "storage_loss_a": 0.0,
        "energy_penalty_tco2_a": 1.0,
    }
    return {**row, **more}


# Forest --------------------------------------------------------------------------------------


def test_stands_drawn_twice_are_told(run, tmp_path):
    twice = make_layer([(square(X, Y), {"S": "杉木", "V": 90.0})] * 2, name="小班")
    result = run("forestcarbon", INPUT=twice, **FOREST, OUTPUT="memory:", MANIFEST=str(tmp_path / "run.json"))
    assert notes_of(result)["duplicate_geometries"]["area_ha"] == pytest.approx(1.0)


@pytest.mark.parametrize("share", [0.15, 1.0])
def test_a_share_of_bark_is_not_taken_for_per_cent(refused, share):
    sentence = refused(
        "forestcarbon",
        INPUT=layer({"S": "杉木", "V": 90.0, "NL": 15.0, "H": 5.0}),
        **FOREST,
        METHOD="gain_loss",
        AGE_FIELD="NL",
        HARVEST_FIELD="H",
        BARK_SHARE=share,
        OUTPUT="memory:",
    )
    assert f"BARK_SHARE is {share:g} %" in sentence
    assert "15" in sentence


# Soil ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("row", "more", "parts"),
    [
        ({"NF": 0}, {}, ("1900", "first: 1 with 0")),
        ({"s0": -5.0}, {}, ("“s0”", "-5 t C/ha")),
        ({"s1": 64_000.0}, {}, ("“s1”", "64000 t C/ha")),
        ({"s0": "nan", "s1": "nan"}, {}, ("“s0”", "value “nan”")),
        ({}, {"SOC_DEPTH_CM": "30"}, ("“30”", "0-30")),
        ({}, {"SOC_DEPTH_CM": "100-30"}, ("“100-30”", "from-to")),
    ],
)
def test_soil_that_cannot_be(refused, row, more, parts):
    land = layer(changed(**{"s0": 60.0, "s1": 80.0, **row}))
    stocks = {"SOC_BEFORE_FIELD": "s0", "SOC_AFTER_FIELD": "s1", "OUTPUT": "memory:"}
    sentence = refused("soilcarbon", INPUT=land, **SOIL, **stocks, **more)
    for part in parts:
        assert part in sentence


def test_a_depth_in_any_writing_is_one_depth(run):
    land = layer(changed(s0=60.0, s1=80.0))
    how = {"SOC_BEFORE_FIELD": "s0", "SOC_AFTER_FIELD": "s1", "SOC_DEPTH_CM": "0–100 cm", "OUTPUT": "memory:"}
    (row,) = rows_of(run("soilcarbon", INPUT=land, **SOIL, **how)["OUTPUT"])
    assert row["soil_depth_cm"] == "0-100"


@pytest.mark.parametrize("word", ["no_tillage", "No tillage", " no-tillage ", "ＮＯ＿ＴＩＬＬＡＧＥ"])
def test_words_of_management_as_people_write_them(run, word):
    """F_MG of no tillage is 1.10: 44.16 → 48.576 t C/ha."""
    land = layer(changed(B="rainfed_cropland", GL=word))
    result = run("soilcarbon", INPUT=land, **SOIL, MANAGEMENT_AFTER_FIELD="GL", OUTPUT="memory:")
    assert result["CHANGE_TC_A"] == pytest.approx(4.416 / 20)


@pytest.mark.parametrize(("year", "left", "removes"), [(2025, 20, True), (2006, 1, True), (2005, 0, False)])
def test_the_first_and_the_last_year_of_a_transition(run, year, left, removes):
    """Twenty years with a release: that of the conversion is the first, the twentieth the last."""
    result = run("soilcarbon", INPUT=layer(changed(NF=year)), **SOIL, OUTPUT="memory:", OUTPUT_PATH="memory:")
    assert result["TOTAL_REMOVAL_TCO2E_A"] == pytest.approx(removes * 64 * 0.31 / 20 * 44 / 12)
    (row,) = rows_of(result["OUTPUT"])
    assert row["years_left"] == left
    assert row["stock_tc"] == pytest.approx(64 * (0.69 + 0.31 * (20 - left) / 20))
    assert len(rows_of(result["OUTPUT_PATH"])) == max(left, 1)


# Blue carbon ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("row", "parts"),
    [
        ({"YD": 35_000.0}, ("“YD”", "35000", "ppt")),
        ({"YD": "nan"}, ("“YD”", "value “nan”")),
        ({"MZ": 180.0}, ("“MZ”", "180", "g C/(m²·a)")),
    ],
)
def test_blue_carbon_in_another_unit(refused, row, parts):
    fields = {"SALINITY_FIELD": "YD", "BURIAL_FIELD": "MZ", "OUTPUT": "memory:"}
    coast = layer({"LX": "mangrove", "YD": 30.0, "MZ": 1.8, **row}, crs="EPSG:4549")
    sentence = refused("bluecarbon", INPUT=coast, **BLUE, **fields)
    for part in parts:
        assert part in sentence


def test_a_stated_salinity_comes_before_that_for_all(run):
    """One hectare at 30 ppt emits nothing; only the one that states none takes the 5 ppt for all."""
    coast = layer({"LX": "mangrove", "YD": "30"}, {"LX": "mangrove", "YD": ""}, crs="EPSG:4549")
    how = {"STATUS": "created", "SALINITY_FIELD": "YD", "SALINITY_PPT": 5, "OUTPUT": "memory:"}
    result = run("bluecarbon", INPUT=coast, **{**BLUE, **how})
    assert result["TOTAL_EMISSION_TCO2E_A"] == pytest.approx(0.1937 * 28)


# Facilities ----------------------------------------------------------------------------------


def test_a_facility_without_a_point_counts_and_is_told(run, tmp_path):
    rows = [("POINT(114 30)", facility()), (None, facility(facility_id="厂二"))]
    points = make_layer(rows, crs="EPSG:4490", name="设施", kind="Point")
    how = {"OUTPUT": "memory:", "MANIFEST": str(tmp_path / "run.json")}
    result = run("ccusinventory", FACILITIES=points, YEAR=2025, **how)
    assert result["REMOVAL_TCO2E_A"] == 200.0
    assert notes_of(result)["facility_without_point"]["ids"] == ["2"]


def test_a_decimal_comma_is_not_taken_for_thousands(refused):
    points = make_layer([("POINT(114 30)", facility(captured_tco2_a="1,5"))], crs="EPSG:4490", kind="Point")
    sentence = refused("ccusinventory", FACILITIES=points, YEAR=2025, OUTPUT="memory:")
    assert "厂一" in sentence
    assert "“1,5” is no number" in sentence
