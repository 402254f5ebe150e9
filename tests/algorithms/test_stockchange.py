# SPDX-License-Identifier: GPL-2.0-or-later
"""Stock change of polygons: transitions, stocks, bounds and maps, all computed by hand."""

from __future__ import annotations

import math

import pytest
from change_runs import (
    FOREST,
    INDUSTRY,
    PADDY,
    ROAD,
    WATER,
    X,
    Y,
    change,
    plots,
    sums_by,
    towns,
    transitions_of,
    units_of,
)
from layers_by_hand import make_layer, manifest_of, notes_of, rows_of, square

INVEST = "lucode,lulc_name,c_above,c_below,c_soil,c_dead\n1,forest,15,10,60,1\n2,field,5,3,20,0\n"
SCHEMA = "kind,class,pool,process,depth_cm,value,low,high,unit,source,evidence,verified\n"
CO2 = 44 / 12
#: Rows of cn_default: value, low, high of agb, bgb, dom, soc in t C/ha.
PADDY_STOCK = ((3, 0.75, 5.25), (0.68, 0.17, 1.19), (0.07, 0.02, 0.12), (111.4, 94.58, 128.2))
FOREST_STOCK = ((36.67, 28.75, 44.6), (9.127, 7.154, 11.1), (1.9, 0.9, 2.9), (106.1, 95.51, 116.7))


def write(path, text):
    path.write_text(text, encoding="utf-8")
    return str(path)


def densities(path, **classes):
    """A table of total densities, all in the pool agb, t C/ha."""
    rows = [f"stock,{name},agb,,,{value},,,t C/ha,by hand,primary,yes\n" for name, value in classes.items()]
    return write(path, SCHEMA + "".join(rows))


# Published cases ------------------------------------------------------------------------------


def test_invest_storage_and_change_of_one_hectare_and_of_one_small_field(run, tmp_path):
    """InVEST's regression tests (natcap/invest tests/test_carbon.py): 86 and 28 t C/ha, change −58.

    On 100 m² these are 0.86, 0.28 and −0.58 t C; with V 43, r −7.1 %, c 2.8 %, 2016–2030 worth −34.2208.
    """
    table = write(tmp_path / "pools.csv", INVEST)
    how = {"BEFORE_FIELD": "lucode", "AFTER_FIELD": "lucode", "FACTOR_SET": table, "OUTPUT_CATEGORIES": None}
    for side, area_ha in ((100, 1.0), (10, 0.01)):
        before, after = (make_layer([(square(X, Y, side), {"lucode": code})]) for code in (1, 2))
        result = change(run, tmp_path, before, after, **how, YEAR_BEFORE=2016, YEAR_AFTER=2030)
        stocks = [result[name] for name in ("STOCK_BEFORE_TC", "STOCK_AFTER_TC", "CHANGE_TC")]
        assert stocks == pytest.approx([86 * area_ha, 28 * area_ha, -58 * area_ha])
        (row,) = rows_of(result["OUTPUT_MAP"])
        assert (row["from_class"], row["to_class"], row["change_tc_ha"]) == ("1", "2", pytest.approx(-58))
        # An InVEST table knows no interval: NULL, not 0.
        assert result["CHANGE_TC_LOW"] is None
    worth = {"PRICE": 43, "PRICE_UNIT": "per_tc", "DISCOUNT_RATE": -7.1, "RATE_CHANGE": 2.8}
    npv = run("valuechange", CHANGE_TC=result["CHANGE_TC"], YEAR_BEFORE=2016, YEAR_AFTER=2030, **worth)["NPV"]
    assert npv == pytest.approx(-34.2208, abs=1e-4)


def test_worked_example_a_in_two_towns(run, tmp_path):
    """WE-a: 100 ha forest and 40 ha grassland hold 19 020 t C; 400 t C more after five years."""
    table = SCHEMA + "".join(
        f"stock,{name},{pool},,{depth},{value},,,t C/ha,methods.md WE-a,secondary,yes\n"
        for name, values in (("mixed_forest", (50, 12, 3, 90)), ("natural_grassland", (2, 6, 0, 80)))
        for pool, depth, value in zip(("agb", "bgb", "dom", "soc"), ("", "", "", "0-100"), values)
    )
    won_m = 400 / (155 - 88) * 10
    before = make_layer(
        [(square(X, Y, 1000, 1000), {"DLBM": FOREST}), (square(X + 1000, Y, 400, 1000), {"DLBM": "0401"})]
    )
    after = make_layer(
        [
            (square(X, Y, 1000 + won_m, 1000), {"DLBM": FOREST}),
            (square(X + 1000 + won_m, Y, 400 - won_m, 1000), {"DLBM": "0401"}),
        ]
    )
    units = make_layer([(square(X, Y, 1400, h), {"XZQMC": n}) for n, h in (("县", 1000), ("半", 500))])
    result = change(run, tmp_path, before, after, UNITS=units, UNIT_FIELD="XZQMC",
                    FACTOR_SET=write(tmp_path / "we_a.csv", table))  # fmt: skip
    assert result["STOCK_BEFORE_TC"] == pytest.approx(19_020)
    assert result["STOCK_BEFORE_TC"] * CO2 == pytest.approx(69_740)
    assert result["STOCK_AFTER_TC"] == pytest.approx(19_420)
    assert result["CHANGE_TC"] / 5 == pytest.approx(80)
    assert result["CHANGE_TCO2E_A"] == pytest.approx(293.33, abs=0.005)
    # The half of the county lies in it: both have their figures, totals count the ground once.
    rows = units_of(result)
    assert (rows["县"]["change_tc"], rows["半"]["change_tc"]) == pytest.approx((400, 200))
    assert result["TOTAL_AREA_HA"] == pytest.approx(140)
    assert notes_of(result)["overlapping_units"]["count"] == 2


# The account by hand --------------------------------------------------------------------------


def test_a_bound_takes_a_class_as_one_draw_at_both_dates(run, tmp_path):
    """1 ha of forest becomes paddy, 4 ha stay: only the 1 ha moves the bounds (cn_default)."""
    result = change(
        run,
        tmp_path,
        plots((0, 300, FOREST), (300, 200, PADDY)),
        plots((0, 200, FOREST), (200, 300, PADDY)),
    )
    value = sum(p[0] for p in PADDY_STOCK) - sum(f[0] for f in FOREST_STOCK)
    down = math.sqrt(
        sum((p[0] - p[1]) ** 2 for p in PADDY_STOCK) + sum((f[2] - f[0]) ** 2 for f in FOREST_STOCK)
    )
    up = math.sqrt(
        sum((p[2] - p[0]) ** 2 for p in PADDY_STOCK) + sum((f[0] - f[1]) ** 2 for f in FOREST_STOCK)
    )
    found = [result[f"CHANGE_TC{bound}"] for bound in ("", "_LOW", "_HIGH")]
    assert found == pytest.approx([value, value - down, value + up])
    row = units_of(result)["*"]
    assert [row[f"change_tco2e_a{bound}"] for bound in ("", "_low", "_high")] == pytest.approx(
        [figure * CO2 / 5 for figure in found]
    )
    assert (row["year_before"], row["year_after"]) == (2020, 2025)
    assert (row["gain_tc"], row["loss_tc"]) == pytest.approx((0, -value))
    assert (result["CHANGED_HA"], result["TOTAL_AREA_HA"]) == pytest.approx((1, 5))


def test_every_table_tells_the_same_story(run, tmp_path):
    """Town A loses a hectare of forest to industry, town B gains one from a reservoir."""
    factors = densities(
        tmp_path / "own.csv", mixed_forest=60, industrial_mining=4, open_water=1, paddy=10, transport=2
    )
    before = plots((0, 100, FOREST), (100, 100, PADDY), (200, 100, WATER), (300, 50, FOREST))
    after = plots((0, 100, INDUSTRY), (100, 100, PADDY), (200, 100, FOREST), (300, 50, FOREST))
    units = towns(("甲", 0, 200), ("乙", 200, 150))
    result = change(run, tmp_path, before, after, UNITS=units, UNIT_FIELD="XZQMC", FACTOR_SET=factors)
    rows = units_of(result)
    assert rows["甲"]["change_tc"] == pytest.approx(4 - 60)
    assert rows["乙"]["change_tc"] == pytest.approx(60 - 1)
    assert rows["乙"]["stock_after_tc"] == pytest.approx(60 * 1.5)
    assert (rows["甲"]["covered_share"], rows["甲"]["unit_area_ha"]) == pytest.approx((1, 2))
    assert result["CHANGE_TC"] == pytest.approx(3)
    assert transitions_of(result) == pytest.approx(
        {
            ("甲", "mixed_forest", "industrial_mining"): 1.0,
            ("甲", "paddy", "paddy"): 1.0,
            ("乙", "open_water", "mixed_forest"): 1.0,
            ("乙", "mixed_forest", "mixed_forest"): 0.5,
        }
    )
    categories = sums_by(rows_of(result["OUTPUT_CATEGORIES"]), ("from_category", "to_category"), "change_tc")
    assert categories == pytest.approx(
        {
            ("forest_land", "settlements"): -56,
            ("cropland", "cropland"): 0,
            ("wetlands", "forest_land"): 59,
            ("forest_land", "forest_land"): 0,
        }
    )
    accounts = {(row["unit"], row["carbon_class"]): row for row in rows_of(result["OUTPUT_BALANCE"])}
    forest = accounts["乙", "mixed_forest"]
    assert [forest[f"{entry}_ha"] for entry in ("opening", "additions", "reductions", "closing")] == (
        pytest.approx([0.5, 1.0, 0.0, 1.5])
    )
    assert accounts["甲", "mixed_forest"]["reductions_tc"] == pytest.approx(60)
    ground = {(row["id_before"], row["id_after"]): row["change_tc"] for row in rows_of(result["OUTPUT_MAP"])}
    assert ground == pytest.approx({("1", "1"): -56, ("3", "3"): 59})
    assert manifest_of(result)["unchanged_geometries"] == 4


def test_a_change_of_exactly_minus_one_tonne_per_hectare_is_on_the_map(run, tmp_path):
    factors = densities(tmp_path / "own.csv", mixed_forest=51, paddy=50)
    result = change(run, tmp_path, plots((0, 100, FOREST)), plots((0, 100, PADDY)), FACTOR_SET=factors)
    (row,) = rows_of(result["OUTPUT_MAP"])
    assert (row["change_tc_ha"], row["change_tc"]) == (-1.0, pytest.approx(-1.0))
    assert result["CHANGE_TC"] == pytest.approx(-1.0)


@pytest.mark.parametrize("rule", ["ellipsoidal", "planar", "attribute"])
def test_the_margins_are_what_the_sink_baseline_says_of_each_date(run, tmp_path, rule):
    """Classes of a unit at each date as ``sinkbaseline`` counts them, official areas and ridges included."""

    def survey(*rows):
        return make_layer(
            [
                (square(X + x, Y, w, 100), {"DLBM": code, "TBMJ": 100.5 * w, "KCMJ": ridge})
                for x, w, code, ridge in rows
            ],
            name="DLTB",
        )

    before = survey((0, 130, PADDY, 900.0), (130, 170, FOREST, 0.0), (300, 100, PADDY, 500.0))
    after = survey((0, 130, PADDY, 700.0), (130, 170, ROAD, 0.0), (300, 100, FOREST, 0.0))
    units = {"UNITS": towns(("甲", 0, 180), ("乙", 180, 220)), "UNIT_FIELD": "XZQMC", "AREA_RULE": rule}
    areas = {"AREA_FIELD": "TBMJ"} if rule == "attribute" else {}
    result = change(run, tmp_path, before, after, **units, **areas)
    table = rows_of(result["OUTPUT_TRANSITIONS"])
    for layer, column in ((before, "from_class"), (after, "to_class")):
        account = run(
            "sinkbaseline", INPUT=layer, CLASS_FIELD="DLBM", **units, **areas, OUTPUT="memory:",
            OUTPUT_TABLE="memory:",
        )  # fmt: skip
        classes = {
            (row["unit"], row["carbon_class"]): row["area_ha"] for row in rows_of(account["OUTPUT_TABLE"])
        }
        assert sums_by(table, ("unit", column), "area_ha") == pytest.approx(classes, rel=1e-9)
        stock = "STOCK_BEFORE_TC" if layer is before else "STOCK_AFTER_TC"
        for bound in ("", "_LOW", "_HIGH"):
            assert result[f"{stock}{bound}"] == pytest.approx(account[f"TOTAL_STOCK_TC{bound}"], rel=1e-9)


def test_feature_order_changes_no_digit(run, tmp_path):
    rows = [
        (square(X + 7.3 * n, Y, 7.3, 100), {"DLBM": code}) for n, code in enumerate([PADDY, FOREST, ROAD] * 8)
    ]
    later = [
        (square(X + 9.1 * n, Y, 9.1, 100), {"DLBM": code})
        for n, code in enumerate([FOREST, PADDY, WATER] * 7)
    ]
    units = [(square(X - 1, Y - 1, 91.11, 102), {"N": "甲"}), (square(X + 90.11, Y - 1, 111), {"N": "乙"})]
    results = [
        change(run, tmp_path, make_layer(one), make_layer(two), UNITS=make_layer(of), UNIT_FIELD="N")
        for one, two, of in ((rows, later, units), (rows[::-1], later[::-1], units[::-1]))
    ]
    first, second = ({k: v for k, v in of.items() if isinstance(v, float)} for of in results)
    assert first == second
    assert transitions_of(results[0]) == transitions_of(results[1])
    assert units_of(results[0]) == units_of(results[1])
