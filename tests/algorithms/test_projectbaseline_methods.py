# SPDX-License-Identifier: GPL-2.0-or-later
"""The path of a baseline in which stands of a method layer stand beside factors, tool after tool."""

from __future__ import annotations

import math

import pytest
from layers_by_hand import make_layer, rows_of, square
from method_layers_by_hand import CO2, FACTORS, method_layer, stand

X, Y = 500_000.0, 3_300_000.0


@pytest.fixture
def chain(run, tmp_path):
    """Baseline and path of two hectares of forest and one of grassland, a stand on the second hectare."""
    factors = tmp_path / "factors.csv"
    factors.write_text(FACTORS, encoding="utf-8")
    land = make_layer(
        [
            (square(X, Y, 200, 100), {"DLBM": "mixed_forest"}),
            (square(X + 200, Y), {"DLBM": "natural_grassland"}),
        ]
    )
    towns = make_layer([(square(X, Y, 150, 100), {"N": "甲"}), (square(X + 150, Y, 150, 100), {"N": "乙"})])

    def run_both(*stands, **more):
        baseline = run(
            "sinkbaseline",
            INPUT=land,
            CLASS_FIELD="DLBM",
            CLASSIFICATION="carbon_class",
            FACTOR_SET=str(factors),
            UNITS=towns,
            UNIT_FIELD="N",
            AREA_RULE="planar",
            YEAR=2025,
            METHOD_LAYERS=[method_layer(*stands)],
            OUTPUT="memory:",
            OUTPUT_TABLE=str(tmp_path / "table.gpkg"),
        )
        path = run(
            "projectbaseline",
            BASELINE=baseline["OUTPUT_TABLE"],
            YEARS="2025,2035",
            FACTOR_SET=str(factors),
            OUTPUT="memory:",
            OUTPUT_CLASSES="memory:",
            **more,
        )
        return baseline, path

    return run_both


def by_unit_and_year(layer):
    return {(row["unit"], row["year"]): row for row in rows_of(layer)}


def test_a_measured_stand_grows_at_its_own_rate(chain):
    """The stand removes 8 (6–10) t CO2e/a, half of it in each town; the other forest 3 t C/(ha·a)."""
    figures = {"agb": 80.0, "bgb": 20.0, "stock": (100.0, 90.0, 115.0), "removal": (8.0, 6.0, 10.0)}
    baseline, path = chain(stand(square(X + 100, Y), "agb,bgb,biomass_growth", **figures))
    rows = by_unit_and_year(path["OUTPUT"])
    for unit in rows_of(baseline["OUTPUT"]):
        first = rows[unit["unit"], 2025]
        for name in ("stock_tc", "removal_tco2e_a", "emission_tco2e_a"):
            for bound in ("", "_low", "_high"):
                stated = unit[f"{name}{bound}"]
                assert first[f"{name}{bound}"] == (None if stated is None else pytest.approx(stated))
    # 甲: a hectare of 175 by factors that grows 30, half the stand (100 + 100 of soil) that grows 40 t CO2e.
    later = rows["甲", 2035]
    assert later["stock_tc"] == pytest.approx(175 + 30 + 50 + 50 + 40 / CO2)
    # Soil of 1.5 ha, biomass and growth of 1 ha, the stand's half and its growth: one draw each.
    down = (30.0, 12.0, 3.0, 10.0, 5.0, 10 * 1 / CO2)
    assert later["stock_tc"] - later["stock_tc_low"] == pytest.approx(math.sqrt(sum(x**2 for x in down)))
    assert later["removal_tco2e_a"] == pytest.approx(3 * CO2 + 4.0)
    # 乙: the other half of the stand, and grassland whose methane changes no stock.
    assert rows["乙", 2035]["stock_tc"] == pytest.approx(100 + 40 / CO2 + 80)
    assert rows["乙", 2035]["emission_tco2e_a"] == pytest.approx(7.0)
    assert path["STOCK_END_TC"] == pytest.approx(baseline["TOTAL_STOCK_TC"] + 30 + 80 / CO2)
    # The stand is one input of the whole: its two halves move together.
    side = (40.0, 12.0, 3.0, 10.0, 10.0, 10 * 2 / CO2, 10.0)
    apart = path["STOCK_END_TC"] - path["STOCK_END_TC_LOW"]
    assert apart == pytest.approx(math.sqrt(sum(x**2 for x in side)))


def test_a_stand_that_knows_only_its_stock_grows_by_the_factors(chain):
    _baseline, path = chain(stand(square(X + 100, Y), "agb,bgb", agb=80.0, bgb=20.0))
    classes = {
        (row["unit"], row["method"], row["year"]): row
        for row in rows_of(path["OUTPUT_CLASSES"])
        if row["carbon_class"] == "mixed_forest"
    }
    stand_row = classes["乙", "forest_volume", 2035]
    # Half a hectare gains 15 t C, in the stand's own proportion of 80 to 20.
    assert (stand_row["agb_tc"], stand_row["bgb_tc"]) == (pytest.approx(52.0), pytest.approx(13.0))
    assert stand_row["accounts_for"] == "agb,bgb"
