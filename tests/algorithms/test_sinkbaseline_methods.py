# SPDX-License-Identifier: GPL-2.0-or-later
"""Sink baselines with method layers: figures of stands beside factors, all computed by hand."""

from __future__ import annotations

import math

import pytest
from layers_by_hand import make_layer, manifest_of, notes_of, rows_of, square
from method_layers_by_hand import CO2, FACTORS, method_layer, stand

X, Y = 500_000.0, 3_300_000.0


@pytest.fixture
def factors(tmp_path):
    path = tmp_path / "factors.csv"
    path.write_text(FACTORS, encoding="utf-8")
    return str(path)


@pytest.fixture
def baseline(run, tmp_path, factors):
    """Two hectares of forest (x 0–200) and one of grassland (200–300), in two towns (border at x = 150)."""
    land = make_layer(
        [
            (square(X, Y, 200, 100), {"DLBM": "mixed_forest"}),
            (square(X + 200, Y), {"DLBM": "natural_grassland"}),
        ]
    )
    towns = make_layer([(square(X, Y, 150, 100), {"N": "甲"}), (square(X + 150, Y, 150, 100), {"N": "乙"})])
    settings = {
        "INPUT": land,
        "CLASS_FIELD": "DLBM",
        "CLASSIFICATION": "carbon_class",
        "FACTOR_SET": factors,
        "UNITS": towns,
        "UNIT_FIELD": "N",
        "AREA_RULE": "planar",
        "OUTPUT": "memory:",
        "OUTPUT_TABLE": "memory:",
        "MANIFEST": str(tmp_path / "run.json"),
    }
    return lambda *layers, **more: run("sinkbaseline", **{**settings, "METHOD_LAYERS": list(layers), **more})


def table_of(result):
    return {(row["unit"], row["carbon_class"], row["method"]): row for row in rows_of(result["OUTPUT_TABLE"])}


def test_a_stand_inside_a_parcel_gives_its_biomass_and_the_factors_give_the_rest(baseline):
    """A stand of 1 ha (x 100–200) with 80 + 20 t C/ha lies half in each town."""
    layer = method_layer(stand(square(X + 100, Y), "agb,bgb", agb=80.0, bgb=20.0, stock=(100.0, 90.0, 115.0)))
    result = baseline(layer)
    rows = table_of(result)
    assert set(rows) == {
        ("甲", "mixed_forest", "factors"),
        ("甲", "mixed_forest", "forest_volume"),
        ("乙", "mixed_forest", "forest_volume"),
        ("乙", "natural_grassland", "factors"),
    }
    row = rows["甲", "mixed_forest", "forest_volume"]
    assert (row["area_ha"], row["agb_tc"], row["bgb_tc"]) == pytest.approx((0.5, 40.0, 10.0))
    # Soil is not claimed: half a hectare of 100 ± 20 t C/ha; the stand's half is 50 −5/+7.5.
    assert row["soc_tc"] == pytest.approx(50.0)
    assert row["stock_tc"] == pytest.approx(100.0)
    assert row["stock_tc_low"] == pytest.approx(100 - math.hypot(10, 5))
    assert row["stock_tc_high"] == pytest.approx(100 + math.hypot(10, 7.5))
    assert row["accounts_for"] == "agb,bgb"
    # Growth and CH4 are not claimed either.
    assert row["removal_tco2e_a"] == pytest.approx(0.5 * 3 * CO2)
    # 甲: 1 ha of 60 + 15 + 100 by factors, and the row above.
    unit = {row["unit"]: row for row in rows_of(result["OUTPUT"])}["甲"]
    assert unit["area_ha"] == pytest.approx(1.5)
    assert unit["stock_tc"] == pytest.approx(175 + 100)
    # Soil of both is one draw: 1.5 ha × 20; biomass of the hectare beside the stand ± 12 and ± 3.
    down = math.sqrt(30**2 + 12**2 + 3**2 + 5**2)
    assert unit["stock_tc_low"] == pytest.approx(275 - down)
    # Both towns: the stand is one input with −10/+15; soil of 2 ha of forest, 1 ha of grassland ± 10.
    assert result["TOTAL_STOCK_TC"] == pytest.approx(175 + 200 + 80)
    assert result["TOTAL_STOCK_TC_HIGH"] == pytest.approx(
        455 + math.sqrt(40**2 + 12**2 + 3**2 + 15**2 + 10**2)
    )
    # The stand itself states 100 of the 455 t C; the rest comes from the factors.
    manifest = manifest_of(result)
    assert manifest["by_method"]["forest_volume"]["stock_tc"] == pytest.approx(100.0)
    assert manifest["by_method"]["factors"]["stock_tc_share"] == pytest.approx(355 / 455)
    assert manifest["method_layers"] == [
        {"layer": "stands", "method": "forest_volume", "accounts_for": "agb,bgb", "features": 1}
    ]
    assert "METHOD_LAYERS" in {given["parameter"] for given in manifest["inputs"]}
    assert "method_outside" not in notes_of(result)


def test_growth_of_a_stand_replaces_that_of_the_factors(baseline):
    """The stand removes 8 (6–10) t CO2e/a on its hectare; the other hectare of forest 3 t C."""
    layer = method_layer(
        stand(square(X + 100, Y), "agb,bgb,biomass_growth", agb=80.0, bgb=20.0, removal=(8.0, 6.0, 10.0))
    )
    result = baseline(layer)
    assert result["TOTAL_REMOVAL_TCO2E_A"] == pytest.approx(3 * CO2 + 8)
    assert result["TOTAL_REMOVAL_TCO2E_A_LOW"] == pytest.approx(3 * CO2 + 8 - math.hypot(CO2, 2))
    # Methane of the grassland is nobody else's.
    assert result["TOTAL_EMISSION_TCO2E_A"] == pytest.approx(7.0)
    # 200 t C of biomass state no interval: 175 + 200 + 80 are the whole.
    assert notes_of(result)["no_interval"]["values"]["percent"] == pytest.approx(100 * 100 / 455)


def test_without_method_layers_every_row_is_that_of_the_factors(baseline):
    result = baseline()
    assert {(row["method"], row["accounts_for"]) for row in rows_of(result["OUTPUT_TABLE"])} == {
        ("factors", None)
    }
    assert "method_layers" not in manifest_of(result)


def test_a_stand_half_outside_the_towns_counts_half(baseline):
    """The stand reaches from the grassland 100 m beyond the towns: 40 of its 80 t C/ha × 2 ha."""
    layer = method_layer(
        stand(square(X + 200, Y, 200, 100), "agb", area_ha=2.0, agb=80.0, carbon_class="natural_grassland")
    )
    result = baseline(layer)
    row = table_of(result)["乙", "natural_grassland", "forest_volume"]
    assert (row["area_ha"], row["agb_tc"], row["soc_tc"]) == pytest.approx((1.0, 80.0, 80.0))
    note = notes_of(result)["method_outside"]
    assert (note["count"], note["area_ha"]) == (1, pytest.approx(1.0))


def test_ellipsoidal_parts_share_a_stand_exactly(baseline):
    """On the ellipsoid as well the two towns' parts of the stand add up to it, and classes to units."""
    layer = method_layer(stand(square(X + 100, Y), "agb", agb=80.0))
    result = baseline(layer, AREA_RULE="ellipsoidal")
    rows = table_of(result)
    stands = [rows[town, "mixed_forest", "forest_volume"]["agb_tc"] for town in ("甲", "乙")]
    assert math.fsum(stands) == pytest.approx(80.0, rel=1e-9)
    for unit in rows_of(result["OUTPUT"]):
        area = math.fsum(row["area_ha"] for (name, _, _), row in rows.items() if name == unit["unit"])
        assert area == pytest.approx(unit["unit_area_ha"], rel=1e-9)


def test_official_areas_stay_those_of_the_survey(baseline):
    """By attribute the forest is 3 ha where 2 are measured: the stand's ground is 1.5 ha of them."""
    land = make_layer([(square(X, Y, 200, 100), {"DLBM": "mixed_forest", "TBMJ": 30_000.0})])
    layer = method_layer(stand(square(X + 100, Y), "agb", agb=80.0))
    result = baseline(layer, INPUT=land, AREA_RULE="attribute", AREA_FIELD="TBMJ")
    rows = table_of(result)
    assert math.fsum(row["area_ha"] for row in rows.values()) == pytest.approx(3.0)
    own = [row for (_, _, method), row in rows.items() if method == "forest_volume"]
    assert math.fsum(row["area_ha"] for row in own) == pytest.approx(1.5)
    assert math.fsum(row["agb_tc"] for row in own) == pytest.approx(80.0)


def test_order_of_layers_and_stands_changes_no_digit(baseline):
    stands = [
        stand(square(X + 7.3 * n, Y + 3.1, 7.3, 41.7), "agb", area_ha=0.030441, agb=60.0 + n / 7, stock=())
        for n in range(20)
    ]
    soils = [
        stand(
            square(X + 11.9 * n, Y, 11.9, 77.7),
            "soc",
            area_ha=0.1,
            method="mineral_soil",
            soc=50.0 + n,
            depth="0-30",
        )
        for n in range(12)
    ]
    first = baseline(method_layer(*stands), method_layer(*soils, name="soils"))
    second = baseline(method_layer(*soils[::-1], name="soils"), method_layer(*stands[::-1]))
    assert rows_of(first["OUTPUT_TABLE"]) == rows_of(second["OUTPUT_TABLE"])
    numbers = [name for name in first if name.startswith(("TOTAL", "WEAK"))]
    assert {name: first[name] for name in numbers} == {name: second[name] for name in numbers}


def test_worked_example_a_by_methods(baseline, tmp_path):
    """WE-a of methods.md: 140 ha store 19 020 t C; forest gains 185.9132 t C/a (a3), its soil 24 (a4)."""
    forest, grass = {"agb": 50, "bgb": 12, "dom": 3, "soc": 90}, {"agb": 2, "bgb": 6, "dom": 0, "soc": 80}
    table = FACTORS.splitlines()[0] + "\n"
    for name, pools in (("mixed_forest", forest), ("natural_grassland", grass)):
        for pool, value in pools.items():
            depth = "0-30" if pool == "soc" else ""
            table += f"stock,{name},{pool},,{depth},{value},,,t C/ha,methods.md WE-a,secondary,yes\n"
    (tmp_path / "we_a.csv").write_text(table, encoding="utf-8")
    where = square(X, Y, 1000, 1000)
    land = make_layer(
        [(where, {"DLBM": "mixed_forest"}), (square(X + 1000, Y, 400, 1000), {"DLBM": "natural_grassland"})]
    )
    county = make_layer([(square(X, Y, 1400, 1000), {"N": "县"})])
    gain_loss = method_layer(
        stand(where, "biomass_growth", area_ha=100.0, method="gain_loss", removal=(185.9132 * CO2,)),
        name="gains",
    )
    new_forest = method_layer(
        stand(
            square(X, Y, 300, 1000),
            "soc,soil",
            area_ha=30.0,
            method="mineral_soil",
            soc=90.0,
            depth="0-30",
            removal=(24.0 * CO2,),
        ),
        name="soils",
    )
    result = baseline(gain_loss, new_forest, INPUT=land, UNITS=county, FACTOR_SET=str(tmp_path / "we_a.csv"))
    assert result["TOTAL_STOCK_TC"] == pytest.approx(19_020.0)
    assert result["TOTAL_REMOVAL_TCO2E_A"] == pytest.approx(681.682 + 88.0, abs=0.001)


# Refusals ------------------------------------------------------------------------------------


@pytest.fixture
def refusal(baseline):
    from qgis.core import QgsProcessingException

    def sentence(*layers, **more):
        with pytest.raises(QgsProcessingException) as caught:
            baseline(*layers, **more)
        return str(caught.value)

    return sentence


def test_soil_of_another_depth_is_refused(refusal):
    layer = method_layer(
        stand(square(X, Y), "soc,soil", soc=70.0, depth="0-100", method="mineral_soil"), name="soils"
    )
    said = refusal(layer)
    assert "“soils” answers for soil of 0-100 cm on 1.0000 ha" in said
    assert "0-30 cm" in said


def test_two_methods_for_one_pool_are_refused(refusal):
    """The survey's stand (x 150–250) takes half a hectare of the first one's biomass."""
    first = method_layer(stand(square(X + 100, Y), "agb,bgb", agb=80.0, bgb=20.0))
    second = method_layer(
        stand(square(X + 150, Y), "bgb,dom", bgb=20.0, dom=2.0, method="gain_loss"), name="survey"
    )
    said = refusal(first, second)
    assert "Two methods answer for bgb" in said
    assert "0.5000 ha" in said
    assert "1 (stands)" in said
    assert "1 (survey)" in said


def test_a_layer_without_the_fields_of_a_method_is_refused(refusal):
    said = refusal(make_layer([(square(X, Y), {"agb_tc_ha": 80.0})], name="plots"))
    assert "“plots” of METHOD_LAYERS is no method layer" in said
    assert "accounts_for" in said
    assert "agb_tc_ha" not in said
