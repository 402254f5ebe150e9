# SPDX-License-Identifier: GPL-2.0-or-later
"""Sink baseline: areas by rule, survey totals, and land that lies twice, nowhere or outside."""

from __future__ import annotations

import math
from collections import defaultdict

import pyproj
import pytest
from layers_by_hand import ROOT, make_layer, manifest_of, notes_of, rows_of, square
from qgis.core import QgsVectorLayer
from test_sinkbaseline import baseline as run_baseline

X, Y = 500_000.0, 3_300_000.0
TOWNS = [(square(X, Y, 200, 100), {"XZQMC": "甲"}), (square(X + 200, Y, 200, 100), {"XZQMC": "乙"})]


@pytest.fixture
def baseline(run, tmp_path):
    """Run a baseline of (WKT, attributes) rows or layers; result and rows by unit."""

    def call(land, units=TOWNS, **more):
        land = make_layer(land) if isinstance(land, list) else land
        units = make_layer(units) if isinstance(units, list) else units
        return run_baseline(run, tmp_path, land, units, **more)

    return call


def classes_of(result, unit):
    return {row["carbon_class"]: row for row in rows_of(result["OUTPUT_TABLE"]) if row["unit"] == unit}


# The survey's areas --------------------------------------------------------------------------


def test_survey_areas_with_ridges_of_a_parcel_in_two_towns(baseline):
    """TBMJ 20 040, KCMJ 1 000 m²: half of both in each town; paddy 9 520, ridges (1203) 500 m²."""
    land = [(square(X + 100, Y, 200, 100), {"DLBM": "0101", "TBMJ": 20_040.0, "KCMJ": 1_000.0})]
    result, units = baseline(land, AREA_RULE="attribute", AREA_FIELD="TBMJ")
    assert result["TOTAL_AREA_HA"] == pytest.approx(2.004, abs=1e-12)
    for name in ("甲", "乙"):
        # The two halves differ by less than 1e-6 on the ellipsoid.
        assert units[name]["area_ha"] == pytest.approx(1.002, rel=1e-6)
        cells = classes_of(result, name)
        assert cells["paddy"]["area_ha"] == pytest.approx(0.952, rel=1e-6)
        assert cells["rainfed_cropland"]["area_ha"] == pytest.approx(0.05, rel=1e-6)
        assert units[name]["stock_tc"] == pytest.approx(0.952 * 115.15 + 0.05 * 82.47, rel=1e-6)
    note = notes_of(result)["attribute_area_differs"]
    assert note["count"] == 1
    assert note["area_ha"] == pytest.approx(0.004, rel=1e-3)


def test_survey_areas_in_mu_and_without_ridges(baseline):
    """15 mu are one hectare."""
    land = [(square(X, Y), {"DLBM": "0101", "MJ_MU": 15.0})]
    result, _ = baseline(land, AREA_RULE="attribute", AREA_FIELD="MJ_MU", AREA_UNIT="mu")
    assert result["TOTAL_AREA_HA"] == pytest.approx(1.0, abs=1e-12)


def test_sample_county_totals_are_those_of_the_survey(baseline):
    """Per town and in all: Σ TBMJ, Σ TBDLMJ by land class and Σ KCMJ of the parcels of the town."""
    file = ROOT / "resources" / "sample" / "county" / "county.gpkg"
    land = QgsVectorLayer(f"{file}|layername=DLTB", "DLTB", "ogr")
    towns = QgsVectorLayer(f"{file}|layername=XZQ", "XZQ", "ogr")
    names = {f["XZQDM"]: f["XZQMC"] for f in towns.getFeatures()}
    gross, paddy, deducted = defaultdict(list), defaultdict(list), defaultdict(list)
    for parcel in land.getFeatures():
        town = names[parcel["ZLDWDM"][:9]]
        gross[town].append(parcel["TBMJ"])
        deducted[town].append(parcel["KCMJ"])
        if parcel["DLBM"] == "0101":
            paddy[town].append(parcel["TBDLMJ"])
    result, units = baseline(
        land, towns, AREA_RULE="attribute", AREA_FIELD="TBMJ", CLASSIFICATION="cn_third_survey"
    )
    assert set(units) == set(gross)
    for town, areas in gross.items():
        assert units[town]["area_ha"] == pytest.approx(math.fsum(areas) / 1e4, abs=0.01)
        assert classes_of(result, town)["paddy"]["area_ha"] == pytest.approx(
            math.fsum(paddy[town]) / 1e4, abs=0.01
        )
    everything = [area for areas in gross.values() for area in areas]
    assert result["TOTAL_AREA_HA"] == pytest.approx(math.fsum(everything) / 1e4, abs=0.01)
    ridges = math.fsum(area for areas in deducted.values() for area in areas)
    assert notes_of(result)["field_ridges"]["area_ha"] == pytest.approx(ridges / 1e4, abs=1e-6)
    assert ridges > 0
    assert result["RESIDUAL_HA"] < 1e-6 * result["TOTAL_AREA_HA"]


# Twice, nowhere, outside ---------------------------------------------------------------------


def test_overlapping_land_use_counts_twice_and_is_listed(baseline):
    """1 ha and 1 ha that share 0.5 ha: both count, 0.5 ha are counted twice, 1.5 ha are covered."""
    land = [(square(X, Y), {"DLBM": "0101"}), (square(X + 50, Y), {"DLBM": "0301"})]
    result, units = baseline(land)
    row = units["甲"]
    assert row["area_ha"] == pytest.approx(2.0)
    assert row["twice_ha"] == pytest.approx(0.5)
    assert row["uncovered_ha"] == pytest.approx(0.5)
    assert row["covered_share"] == pytest.approx(0.75)
    note = notes_of(result)["overlapping_land_use"]
    assert (note["count"], note["ids"]) == (2, ["1", "2"])
    assert note["area_ha"] == pytest.approx(0.5)


def test_a_gap_is_uncovered_and_a_unit_without_land_use_stays_in_the_layer(baseline):
    result, units = baseline([(square(X, Y), {"DLBM": "0101"})])
    assert (units["甲"]["uncovered_ha"], units["乙"]["uncovered_ha"]) == pytest.approx((1.0, 2.0))
    assert units["乙"]["covered_share"] == 0.0
    assert units["乙"]["area_ha"] == 0.0
    assert units["乙"]["stock_tc"] is None or units["乙"]["stock_tc"] == 0.0
    note = notes_of(result)["uncovered_units"]
    assert note["ids"] == ["甲", "乙"]
    assert note["area_ha"] == pytest.approx(3.0)


def test_land_outside_the_units_is_listed_with_its_area(baseline):
    """0.25 ha of the first parcel and all of the second lie outside."""
    land = [
        (square(X - 25, Y), {"DLBM": "0101"}),
        (square(X, Y + 500), {"DLBM": "0301"}),
        (square(X + 200, Y), {"DLBM": "0401"}),
    ]
    result, _ = baseline(land)
    note = notes_of(result)["outside_units"]
    assert (note["count"], note["ids"]) == (2, ["1", "2"])
    assert note["area_ha"] == pytest.approx(1.25)
    assert manifest_of(result)["outside_ha"] == pytest.approx(1.25)
    assert result["TOTAL_AREA_HA"] == pytest.approx(1.75)


def test_excluded_codes_are_excluded_area_not_a_gap(baseline):
    land = [(square(X, Y), {"DLBM": "0101"}), (square(X + 100, Y), {"DLBM": "9999"})]
    result, units = baseline(land, UNMAPPED="exclude")
    assert units["甲"]["excluded_ha"] == pytest.approx(1.0)
    assert units["甲"]["uncovered_ha"] == pytest.approx(0.0, abs=1e-9)
    assert result["UNMAPPED_AREA_HA"] == pytest.approx(1.0)
    assert result["TOTAL_AREA_HA"] == pytest.approx(1.0)
    assert "9999 (1, 1.0000 ha)" in notes_of(result)["unmapped"]["text"]


# Units ---------------------------------------------------------------------------------------


def test_units_of_one_name_are_one_and_nameless_ones_are_left_out(baseline):
    units = [
        (square(X, Y), {"XZQMC": "甲"}),
        (square(X + 200, Y), {"XZQMC": " 甲 "}),
        (square(X + 100, Y), {"XZQMC": ""}),
        (square(X + 300, Y), {"XZQMC": None}),
        (None, {"XZQMC": "丙"}),
    ]
    result, rows = baseline([(square(X, Y, 400, 100), {"DLBM": "0101"})], units)
    assert set(rows) == {"甲"}
    assert rows["甲"]["area_ha"] == pytest.approx(2.0)
    notes = notes_of(result)
    assert notes["units_merged"]["ids"] == ["甲"]
    assert (notes["unit_left_out"]["count"], notes["unit_left_out"]["ids"]) == (3, ["3", "4", "5"])
    assert notes["outside_units"]["area_ha"] == pytest.approx(2.0)


def test_without_a_name_field_units_are_named_by_feature_id(baseline):
    _, rows = baseline([(square(X, Y, 400, 100), {"DLBM": "0101"})], UNIT_FIELD=None)
    assert set(rows) == {"1", "2"}


def test_overlapping_units_count_their_ground_each(baseline):
    """A parcel of 2 ha in two units of 1.5 ha that share 1 ha."""
    units = [(square(X, Y, 150, 100), {"XZQMC": "甲"}), (square(X + 50, Y, 150, 100), {"XZQMC": "乙"})]
    result, rows = baseline([(square(X, Y, 200, 100), {"DLBM": "0101"})], units)
    assert [rows[name]["area_ha"] for name in ("甲", "乙")] == pytest.approx([1.5, 1.5])
    note = notes_of(result)["overlapping_units"]
    assert note["area_ha"] == pytest.approx(1.0)
    assert note["ids"] == ["甲", "乙"]
    assert "outside_units" not in notes_of(result)


def test_units_in_degrees_are_transformed_and_it_is_said(baseline, log):
    """The corners of 甲 taken to EPSG:4490 by pyproj come back to the same hectare within 0.01 m²."""
    to_degrees = pyproj.Transformer.from_crs(4547, 4490, always_xy=True)
    corners = [(X, Y), (X + 100, Y), (X + 100, Y + 100), (X, Y + 100), (X, Y)]
    ring = ",".join("{:.12f} {:.12f}".format(*to_degrees.transform(*corner)) for corner in corners)
    units = make_layer([(f"POLYGON(({ring}))", {"XZQMC": "甲"})], crs="EPSG:4490", name="XZQ")
    result, rows = baseline([(square(X, Y, 200, 100), {"DLBM": "0101"})], units)
    assert rows["甲"]["area_ha"] == pytest.approx(1.0, abs=1e-6)
    assert notes_of(result)["reprojected"]["values"]["layer"] == "XZQ"
    assert log.said("EPSG:4490")
    assert result["OUTPUT"].crs().authid() == "EPSG:4547"


def test_land_use_in_degrees_is_measured_on_the_ellipsoid(baseline):
    """The cell of control-lines.md section 7, 1 069 521.173 m², halved along a meridian.

    Parallels are curves on the ground: cell and halves follow theirs with different vertices, which
    leaves slivers well below the conservation limit of 1e-6.
    """
    cell = "POLYGON((114 30,114.01 30,114.01 30.01,114 30.01,114 30))"
    west = "POLYGON((114 30,114.005 30,114.005 30.01,114 30.01,114 30))"
    east = "POLYGON((114.005 30,114.01 30,114.01 30.01,114.005 30.01,114.005 30))"
    result, rows = baseline(
        make_layer([(cell, {"DLBM": "0101"})], crs="EPSG:4490"),
        make_layer([(west, {"XZQMC": "甲"}), (east, {"XZQMC": "乙"})], crs="EPSG:4490"),
        AREA_RULE="ellipsoidal",
    )
    assert result["TOTAL_AREA_HA"] * 1e4 == pytest.approx(1_069_521.173, rel=5e-7)
    for row in rows.values():
        assert row["unit_area_ha"] * 1e4 == pytest.approx(1_069_521.173 / 2, rel=1e-7)
        assert row["area_ha"] * 1e4 == pytest.approx(1_069_521.173 / 2, rel=5e-7)
        assert row["covered_share"] == pytest.approx(1.0)


def test_unit_layers_that_cannot_be_used(refused):
    land = make_layer([(square(X, Y), {"DLBM": "0101"})])
    given = {"INPUT": land, "CLASS_FIELD": "DLBM", "OUTPUT": "memory:"}
    assert "no field “XZQMC”" in refused(
        "sinkbaseline", **given, UNITS=make_layer([(square(X, Y), {"NAME": "x"})]), UNIT_FIELD="XZQMC"
    )
    assert "no features" in refused("sinkbaseline", **given, UNITS=make_layer([], types={"XZQMC": 10}))
    assert "coordinate reference system" in refused(
        "sinkbaseline", **given, UNITS=make_layer([(square(X, Y), {"XZQMC": "甲"})], crs="")
    )


def test_an_invest_table_has_no_class_for_ridges_so_they_stay_in_the_parcel(run, tmp_path):
    """TBMJ 10 000 m² at 86 t C/ha; KCMJ is not told apart, and that is said."""
    pools = tmp_path / "pools.csv"
    pools.write_text("lucode,c_above,c_below,c_soil,c_dead\n1,15,10,60,1\n", encoding="utf-8")
    result = run(
        "attachfactors",
        INPUT=make_layer([(square(X, Y), {"lucode": 1, "TBMJ": 10_000.0, "KCMJ": 500.0})]),
        CLASS_FIELD="lucode",
        FACTOR_SET=str(pools),
        AREA_RULE="attribute",
        AREA_FIELD="TBMJ",
        MANIFEST=str(tmp_path / "run.json"),
        OUTPUT="memory:",
    )
    assert result["TOTAL_STOCK_TC"] == pytest.approx(86.0)
    assert notes_of(result)["ridges_not_booked"]["values"]["field"] == "KCMJ"
