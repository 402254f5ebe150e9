# SPDX-License-Identifier: GPL-2.0-or-later
"""Sink baseline: stocks, fluxes and intervals of units, all computed by hand."""

from __future__ import annotations

import math

import pytest
from layers_by_hand import make_layer, manifest_of, notes_of, rows_of, square

X, Y = 500_000.0, 3_300_000.0
INVEST = "lucode,lulc_name,c_above,c_below,c_soil,c_dead\n1,forest,15,10,60,1\n2,field,5,3,20,0\n"
SCHEMA = "kind,class,pool,process,depth_cm,value,low,high,unit,source,evidence,verified\n"
#: WE-a of methods.md: forest 50+12+3+90, grassland 2+6+0+80 t C/ha.
WE_A = SCHEMA + "".join(
    f"stock,{name},{pool},,{depth},{value},,,t C/ha,methods.md WE-a,secondary,yes\n"
    for name, values in (("mixed_forest", (50, 12, 3, 90)), ("natural_grassland", (2, 6, 0, 80)))
    for pool, depth, value in zip(("agb", "bgb", "dom", "soc"), ("", "", "", "0-100"), values)
)

# Rows of cn_default: value, low, high of agb, bgb, dom, soc in t C/ha …
PADDY = ((3, 0.75, 5.25), (0.68, 0.17, 1.19), (0.07, 0.02, 0.12), (111.4, 94.58, 128.2))
FOREST = ((36.67, 28.75, 44.6), (9.127, 7.154, 11.1), (1.9, 0.9, 2.9), (106.1, 95.51, 116.7))
# … and of the yearly fluxes: growth and soil in t C/(ha·a), CH4 and N2O in t CO2e/(ha·a).
PADDY_SOIL, FOREST_GROWTH, FOREST_SOIL = (
    (0.2031, 0.03469, 0.3716),
    (0.889, 0.44, 1.33),
    (0.42, 0.127, 0.908),
)
PADDY_CH4, PADDY_N2O = (6.842, 5.191, 8.536), (0.4736, 0.2368, 0.7104)
CO2 = 44 / 12


def write(path, text):
    path.write_text(text, encoding="utf-8")
    return str(path)


def two_towns():
    """Town A is 100 m × 100 m, town B lies east of it."""
    return make_layer(
        [(square(X, Y), {"XZQMC": "甲镇"}), (square(X + 100, Y), {"XZQMC": "乙镇"})], name="XZQ"
    )


def quadrature(*terms):
    """Value, low and high of Σ area × (value, low, high), independent terms (IPCC 2006 V1 eq. 3.2)."""
    value = sum(area * v for area, (v, _, _) in terms)
    down = math.sqrt(sum((area * (v - low)) ** 2 for area, (v, low, _) in terms))
    up = math.sqrt(sum((area * (high - v)) ** 2 for area, (v, _, high) in terms))
    return value, value - down, value + up


def baseline(run, tmp_path, layer, units, **more):
    """A planar baseline with manifest and table in memory."""
    settings = {
        "INPUT": layer,
        "CLASS_FIELD": "DLBM",
        "UNITS": units,
        "UNIT_FIELD": "XZQMC",
        "AREA_RULE": "planar",
        "MANIFEST": str(tmp_path / "run.json"),
        "OUTPUT": "memory:",
        "OUTPUT_TABLE": "memory:",
    }
    result = run("sinkbaseline", **{**settings, **more})
    return result, {row["unit"]: row for row in rows_of(result["OUTPUT"])}


def test_a_parcel_cut_in_half_counts_half_in_each_town(run, tmp_path):
    """86 t C/ha (15+10+60+1) on 2 ha across both towns, InVEST table as it is."""
    layer = make_layer([(square(X, Y, 200, 100), {"lucode": 1})])
    result, units = baseline(
        run,
        tmp_path,
        layer,
        two_towns(),
        CLASS_FIELD="lucode",
        FACTOR_SET=write(tmp_path / "pools.csv", INVEST),
    )
    for row in units.values():
        assert row["area_ha"] == pytest.approx(1.0, abs=1e-12)
        assert (row["agb_tc"], row["bgb_tc"], row["soc_tc"], row["dom_tc"]) == pytest.approx((15, 10, 60, 1))
        assert row["stock_tc"] == pytest.approx(86.0)
        assert row["covered_share"] == pytest.approx(1.0)
        # An InVEST table knows no interval and no flux: NULL, not 0.
        assert [row[name] for name in ("stock_tc_low", "removal_tco2e_a", "emission_tco2e_a")] == [None] * 3
    assert result["TOTAL_STOCK_TC"] == pytest.approx(172.0)
    assert result["TOTAL_REMOVAL_TCO2E_A"] is None
    assert result["RESIDUAL_HA"] == pytest.approx(0.0, abs=1e-9)


def test_two_codes_of_an_invest_table_in_two_towns(run, tmp_path):
    """A: 1 ha of 86; B: 0.5 ha of 86 and 0.5 ha of 28 t C/ha."""
    layer = make_layer(
        [(square(X, Y, 150, 100), {"lucode": 1}), (square(X + 150, Y, 50, 100), {"lucode": 2})]
    )
    _, units = baseline(
        run,
        tmp_path,
        layer,
        two_towns(),
        CLASS_FIELD="lucode",
        FACTOR_SET=write(tmp_path / "pools.csv", INVEST),
    )
    assert units["甲镇"]["stock_tc"] == pytest.approx(86.0)
    assert units["乙镇"]["stock_tc"] == pytest.approx(43.0 + 14.0)


def test_default_factors_with_the_interval_of_a_unit(run, tmp_path):
    """B holds 1 ha paddy and 2 ha forest, A 1 ha paddy: quadrature over class and pool."""
    layer = make_layer(
        [
            (square(X, Y, 200, 100), {"DLBM": "0101"}),
            (square(X + 200, Y, 200, 100), {"DLBM": "0301"}),
        ]
    )
    units = make_layer([(square(X, Y), {"XZQMC": "甲"}), (square(X + 100, Y, 300, 100), {"XZQMC": "乙"})])
    result, rows = baseline(run, tmp_path, layer, units)
    stock = quadrature(*((1, pool) for pool in PADDY), *((2, pool) for pool in FOREST))
    removal = quadrature((CO2, PADDY_SOIL), (2 * CO2, FOREST_GROWTH), (2 * CO2, FOREST_SOIL))
    emission = quadrature((1, PADDY_CH4), (1, PADDY_N2O))
    row = rows["乙"]
    for name, expected in (
        ("stock_tc", stock),
        ("removal_tco2e_a", removal),
        ("emission_tco2e_a", emission),
    ):
        assert (row[name], row[f"{name}_low"], row[f"{name}_high"]) == pytest.approx(expected), name
    assert row["net_tco2e_a"] == pytest.approx(emission[0] - removal[0])
    # A class is one draw, however many units it lies in: its areas add up before quadrature.
    whole = quadrature(*((2, pool) for pool in PADDY), *((2, pool) for pool in FOREST))
    names = ("TOTAL_STOCK_TC", "TOTAL_STOCK_TC_LOW", "TOTAL_STOCK_TC_HIGH")
    assert [result[name] for name in names] == pytest.approx(whole)


def test_worked_example_a1_through_a_table_of_the_user(run, tmp_path):
    """WE-a a1 of methods.md: 100 ha forest and 40 ha grassland store 19 020 t C = 69 740 t CO2."""
    layer = make_layer(
        [
            (square(X, Y, 1000, 1000), {"DLBM": "0301"}),
            (square(X + 1000, Y, 400, 1000), {"DLBM": "0401"}),
        ]
    )
    units = make_layer([(square(X, Y, 1400, 1000), {"XZQMC": "县"})])
    result, rows = baseline(run, tmp_path, layer, units, FACTOR_SET=write(tmp_path / "we_a.csv", WE_A))
    assert result["TOTAL_STOCK_TC"] == pytest.approx(19_020.0)
    assert result["TOTAL_STOCK_TC"] * CO2 == pytest.approx(69_740.0)
    assert rows["县"]["dom_tc"] == pytest.approx(300.0)
    # The user's rows are secondary and verified: nothing is weak.
    assert result["WEAK_SHARE"] == 0.0
    assert manifest_of(result)["factor_set"]["soil_depth_cm"] == "0-100"


def test_weak_share_is_the_share_of_stock_on_weak_rows(run, tmp_path):
    """Soil 90 of 155 t C/ha is from memory; the grassland rows are secondary."""
    table = WE_A.replace("90,,,t C/ha,methods.md WE-a,secondary", "90,,,t C/ha,methods.md WE-a,memory")
    layer = make_layer([(square(X, Y), {"DLBM": "0301"}), (square(X + 100, Y), {"DLBM": "0401"})])
    result, _ = baseline(run, tmp_path, layer, two_towns(), FACTOR_SET=write(tmp_path / "weak.csv", table))
    assert result["WEAK_SHARE"] == pytest.approx(90 / (155 + 88))


def test_a_missing_pool_is_null_and_listed_with_its_area(run, tmp_path):
    table = "".join(line for line in WE_A.splitlines(True) if "natural_grassland,dom" not in line)
    layer = make_layer([(square(X, Y), {"DLBM": "0301"}), (square(X + 100, Y), {"DLBM": "0401"})])
    result, rows = baseline(run, tmp_path, layer, two_towns(), FACTOR_SET=write(tmp_path / "gap.csv", table))
    assert rows["乙镇"]["dom_tc"] is None
    assert rows["乙镇"]["stock_tc"] == pytest.approx(88.0)
    assert rows["甲镇"]["dom_tc"] == pytest.approx(3.0)
    note = notes_of(result)["missing_pool"]
    assert note["values"]["pool"] == "dom"
    assert note["values"]["classes"] == "natural_grassland"
    assert note["area_ha"] == pytest.approx(1.0)


def test_a_class_without_any_factor_stops(refused, tmp_path):
    layer = make_layer([(square(X, Y), {"DLBM": "0101"})])
    sentence = refused(
        "sinkbaseline",
        INPUT=layer,
        CLASS_FIELD="DLBM",
        UNITS=two_towns(),
        FACTOR_SET=write(tmp_path / "we_a.csv", WE_A),
        OUTPUT="memory:",
    )
    assert "paddy" in sentence
    assert "FACTOR_SET" in sentence


def test_the_table_by_class_adds_up_to_the_layer_by_unit(run, tmp_path):
    layer = make_layer(
        [
            (square(X, Y, 120, 50), {"DLBM": "0101"}),
            (square(X, Y + 50, 90, 50), {"DLBM": "0301"}),
            (square(X + 120, Y, 80, 100), {"DLBM": "0401"}),
        ]
    )
    result, units = baseline(run, tmp_path, layer, two_towns(), YEAR=2023)
    table = rows_of(result["OUTPUT_TABLE"])
    sums = ("area_ha", "agb_tc", "bgb_tc", "soc_tc", "dom_tc", "stock_tc", "removal_tco2e_a")
    for name, row in units.items():
        of_unit = [line for line in table if line["unit"] == name]
        for column in (*sums, "emission_tco2e_a"):
            known = [line[column] for line in of_unit if line[column] is not None]
            assert math.fsum(known) == pytest.approx(row[column]), column
    assert {(line["unit"], line["carbon_class"]) for line in table} == {
        ("甲镇", "paddy"),
        ("甲镇", "mixed_forest"),
        ("乙镇", "paddy"),
        ("乙镇", "natural_grassland"),
    }
    for total, column in (("TOTAL_AREA_HA", "area_ha"), ("TOTAL_STOCK_TC", "stock_tc")):
        assert result[total] == pytest.approx(math.fsum(line[column] for line in table))
    assert {line["year"] for line in [*table, *units.values()]} == {2023}


def test_feature_order_changes_no_digit(run, tmp_path):
    rows = [
        (square(X + 7.3 * n, Y, 7.3, 100), {"DLBM": code})
        for n, code in enumerate(["0101", "0301", "0401", "0103", "0701"] * 6)
    ]
    units = [
        (square(X - 1, Y - 1, 111.11, 102), {"XZQMC": "甲"}),
        (square(X + 110.11, Y - 1, 111), {"XZQMC": "乙"}),
    ]
    first, by_unit = baseline(run, tmp_path, make_layer(rows), make_layer(units))
    second, again = baseline(run, tmp_path, make_layer(rows[::-1]), make_layer(units[::-1]))
    assert by_unit == again
    numbers = [name for name in first if name.startswith(("TOTAL", "RESIDUAL", "WEAK"))]
    assert {name: first[name] for name in numbers} == {name: second[name] for name in numbers}


def test_selected_features_only(run, tmp_path):
    from qgis.core import QgsProcessingFeatureSourceDefinition, QgsProject

    layer = make_layer([(square(X, Y), {"DLBM": "0101"}), (square(X + 100, Y), {"DLBM": "0301"})])
    units = two_towns()
    QgsProject.instance().addMapLayers([layer, units])
    layer.selectByExpression("DLBM = '0301'")
    units.selectByExpression("XZQMC = '乙镇'")
    result, rows = baseline(
        run,
        tmp_path,
        QgsProcessingFeatureSourceDefinition(layer.id(), True),
        QgsProcessingFeatureSourceDefinition(units.id(), True),
    )
    QgsProject.instance().removeMapLayers([layer.id(), units.id()])
    assert set(rows) == {"乙镇"}
    assert result["TOTAL_AREA_HA"] == pytest.approx(1.0)
    assert "outside_units" not in notes_of(result)
