# SPDX-License-Identifier: GPL-2.0-or-later
"""Accounts of layers with doubtful contents: nothing doubtful is counted, or counted twice, in silence."""

from __future__ import annotations

import pytest
from layers_by_hand import make_layer, manifest_of, notes_of, rows_of, square

X, Y = 500_000.0, 3_300_000.0
PADDY, FOREST = "0101", "0301"
UNIT = [(square(X, Y, 200, 100), {"XZQMC": "甲"})]
#: cn_default: stock of paddy, t C/ha.
PADDY_TC_HA = 115.15


@pytest.fixture
def account(run, tmp_path):
    """Run an account on (WKT, attributes) rows; result and notes."""

    def call(name, land, units=UNIT, **more):
        settings = {
            "INPUT": make_layer(land, name="DLTB"),
            "CLASS_FIELD": "DLBM",
            "AREA_RULE": "planar",
            "MANIFEST": str(tmp_path / "run.json"),
            "OUTPUT": "memory:",
        }
        if name == "sinkbaseline":
            settings.update(UNITS=make_layer(units, name="XZQ"), UNIT_FIELD="XZQMC")
        result = run(name, **{**settings, **more})
        return result, notes_of(result)

    return call


ACCOUNTS = pytest.mark.parametrize("name", ["attachfactors", "sinkbaseline"])


# Survey areas --------------------------------------------------------------------------------


@ACCOUNTS
def test_the_survey_area_of_a_feature_without_geometry_is_in_no_figure(account, name):
    land = [
        (square(X, Y), {"DLBM": PADDY, "TBMJ": 10_000.0}),
        (None, {"DLBM": FOREST, "TBMJ": 50_000.0}),
    ]
    result, notes = account(name, land, AREA_RULE="attribute", AREA_FIELD="TBMJ")
    assert result["TOTAL_AREA_HA"] == pytest.approx(1.0)
    assert result["TOTAL_STOCK_TC"] == pytest.approx(PADDY_TC_HA)
    note = notes["area_without_geometry"]
    assert (note["ids"], note["area_ha"]) == (["2"], pytest.approx(5.0))
    assert notes["null_geometry"]["count"] == 1


@pytest.mark.parametrize("name", ["attachfactors", "sinkbaseline", "checkplan"])
def test_survey_areas_in_another_unit_are_refused(refused, name):
    """1 ha written as 1.0 in a field that is read as m²."""
    land = make_layer([(square(X, Y), {"DLBM": PADDY, "TBMJ": 1.0})])
    settings = {"AREA_RULE": "attribute", "AREA_FIELD": "TBMJ", "OUTPUT": "memory:"}
    if name == "checkplan":
        settings.update(PLAN=land, PLAN_FIELD="DLBM", FARMLAND=make_layer(UNIT))
    else:
        settings.update(INPUT=land, CLASS_FIELD="DLBM")
    if name == "sinkbaseline":
        settings.update(UNITS=make_layer(UNIT))
    sentence = refused(name, **settings)
    assert "“TBMJ”" in sentence
    assert "AREA_UNIT" in sentence


# Counted more than once ----------------------------------------------------------------------


def test_features_drawn_twice_are_listed(account):
    """Two of three features are the same hectare: 3 ha are booked, 1 ha of them once too often."""
    rows = [(square(X, Y), {"DLBM": PADDY}), (square(X + 100, Y), {"DLBM": FOREST})]
    result, notes = account(
        "attachfactors", [*rows, rows[0], (None, {"DLBM": PADDY}), (None, {"DLBM": PADDY})]
    )
    assert result["TOTAL_AREA_HA"] == pytest.approx(3.0)
    note = notes["duplicate_geometries"]
    assert (note["count"], note["ids"], note["area_ha"]) == (1, ["3"], pytest.approx(1.0))


def test_totals_count_the_ground_of_overlapping_units_once(account):
    """2 ha of paddy in two units that share all of it, and 1 ha without class."""
    units = [(square(X, Y, 300, 100), {"XZQMC": name}) for name in ("甲", "乙")]
    land = [(square(X, Y, 200, 100), {"DLBM": PADDY}), (square(X + 200, Y), {"DLBM": "ZZ"})]
    result, notes = account("sinkbaseline", land, units, UNMAPPED="exclude", CLASSIFICATION="cn_third_survey")
    assert result["TOTAL_AREA_HA"] == pytest.approx(2.0)
    assert result["TOTAL_STOCK_TC"] == pytest.approx(2 * PADDY_TC_HA)
    assert result["UNMAPPED_AREA_HA"] == pytest.approx(1.0)
    assert [row["area_ha"] for row in rows_of(result["OUTPUT"])] == pytest.approx([2.0, 2.0])
    manifest = manifest_of(result)
    assert manifest["units_overlap_ha"] == pytest.approx(3.0)
    assert manifest["totals"]["stock_tc"] == pytest.approx(2 * PADDY_TC_HA)
    assert notes["overlapping_units"]["count"] == 2


def test_units_side_by_side_overlap_nowhere(account):
    units = [(square(X + 100 * n, Y), {"XZQMC": str(n)}) for n in range(2)]
    result, _ = account("sinkbaseline", [(square(X, Y, 200, 100), {"DLBM": PADDY})], units)
    assert manifest_of(result)["units_overlap_ha"] == 0.0
    assert result["TOTAL_AREA_HA"] == pytest.approx(2.0)


# Without class, without unit -----------------------------------------------------------------


def test_unmapped_area_is_that_inside_the_units(account):
    land = [
        (square(X, Y), {"DLBM": PADDY}),
        (square(X + 150, Y), {"DLBM": "ZZ"}),
        (square(X + 5_000, Y, 1_000), {"DLBM": "ZZ"}),
    ]
    result, notes = account("sinkbaseline", land, UNMAPPED="exclude", CLASSIFICATION="cn_third_survey")
    assert result["UNMAPPED_AREA_HA"] == pytest.approx(0.5)
    assert notes["unmapped"]["area_ha"] == pytest.approx(101.0)
    assert "101.0000 ha in the whole layer" in notes["unmapped"]["text"]


@ACCOUNTS
def test_nothing_but_excluded_land_is_refused(refused, name):
    settings = {
        "INPUT": make_layer([(square(X, Y), {"DLBM": "ZZ"})], name="DLTB"),
        "CLASS_FIELD": "DLBM",
        "CLASSIFICATION": "cn_third_survey",
        "UNMAPPED": "exclude",
        "OUTPUT": "memory:",
    }
    if name == "sinkbaseline":
        settings.update(UNITS=make_layer(UNIT))
    assert "No feature of layer “DLTB” has a code with a carbon class" in refused(name, **settings)


def test_units_with_excluded_land_only_are_refused(refused):
    land = [(square(X, Y), {"DLBM": "ZZ"}), (square(X + 5_000, Y), {"DLBM": PADDY})]
    sentence = refused(
        "sinkbaseline",
        INPUT=make_layer(land),
        CLASS_FIELD="DLBM",
        CLASSIFICATION="cn_third_survey",
        UNMAPPED="exclude",
        AREA_RULE="planar",
        UNITS=make_layer(UNIT),
        OUTPUT="memory:",
    )
    assert "All the land use inside the units (1.0000 ha) has no carbon class" in sentence


def test_a_unit_layer_without_names_is_refused(refused):
    units = make_layer([(square(X, Y), {"XZQMC": ""})], name="XZQ")
    sentence = refused(
        "sinkbaseline",
        INPUT=make_layer([(square(X, Y), {"DLBM": PADDY})]),
        CLASS_FIELD="DLBM",
        UNITS=units,
        UNIT_FIELD="XZQMC",
        OUTPUT="memory:",
    )
    assert "“XZQ”" in sentence
    assert "UNIT_FIELD" in sentence


# Factors that lack something -----------------------------------------------------------------

FLUX_FOR_FOREST_ONLY = (
    "kind,class,pool,process,value,low,high,unit,depth_cm,source,evidence\n"
    "stock,mixed_forest,agb,,50,40,60,t C/ha,,x,primary\n"
    "stock,paddy,agb,,5,,,t C/ha,,x,primary\n"
    "flux,mixed_forest,,biomass_growth,1,0.5,1.5,t C/(ha·a),,x,primary\n"
)


@ACCOUNTS
def test_missing_fluxes_and_intervals_are_noted_and_recorded(account, tmp_path, name):
    """1 ha of either: 50 t C with interval, 5 without: 5/55 = 9.1 %; no flux is known for 1 ha of paddy."""
    table = tmp_path / "factors.csv"
    table.write_text(FLUX_FOR_FOREST_ONLY, encoding="utf-8")
    land = [(square(X, Y), {"DLBM": PADDY}), (square(X + 100, Y), {"DLBM": FOREST})]
    result, _ = account(name, land, FACTOR_SET=str(table))
    manifest = manifest_of(result)
    missing = [note for note in manifest["notes"] if note["kind"] == "missing_factor"]
    assert [note["values"]["quantity"] for note in missing] == ["removal", "emission"]
    assert all(note["values"]["classes"] == "paddy" for note in missing)
    assert [note["area_ha"] for note in missing] == pytest.approx([1.0, 1.0])
    (interval,) = [note for note in manifest["notes"] if note["kind"] == "no_interval"]
    assert interval["values"]["quantity"] == "stock"
    assert interval["values"]["percent"] == pytest.approx(100 * 5 / 55)
    assert manifest["shares"]["stock"]["no_interval_share"] == pytest.approx(5 / 55)
    assert manifest["shares"]["removal"]["no_interval_share"] == 0.0
