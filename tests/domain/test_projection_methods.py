# SPDX-License-Identifier: GPL-2.0-or-later
"""Paths of ground that method layers answer for: their figures stay, factors do the rest."""

from __future__ import annotations

import math

import pandas as pd
import pytest
from dualcarbon.plugin.domain.notes import NoteBook
from projection_cases import CO2, HAND, at, baseline, cells, curve_rows, factors, walk

#: Two hectares of forest of which a layer knows biomass (60 ± 8 t C) and growth (4 ± 1 t CO2e/a).
#: Litter (10) and soil (200) are those of the factors, as are their removals 0.1 and 0.2 t C/a.
STOCK_WIDTH = math.sqrt(8**2 + 8**2 + 40**2)  # what the layer, litter upward and soil have
FOREST_LAYER = {
    "unit": "甲",
    "carbon_class": "mixed_forest",
    "method": "forest_volume",
    "accounts_for": "agb,bgb,biomass_growth",
    "area_ha": 2.0,
    "agb_tc": 48.0,
    "bgb_tc": 12.0,
    "soc_tc": 200.0,
    "dom_tc": 10.0,
    "stock_tc": 270.0,
    "stock_tc_low": 270.0 - math.sqrt(8**2 + 6**2 + 40**2),
    "stock_tc_high": 270.0 + STOCK_WIDTH,
    "removal_tco2e_a": 4.0 + 0.3 * CO2,
    "removal_tco2e_a_low": 4.0 + 0.3 * CO2 - math.sqrt(1 + (0.1 * CO2) ** 2 + (0.4 * CO2) ** 2),
    "removal_tco2e_a_high": 4.0 + 0.3 * CO2 + math.sqrt(1 + (0.3 * CO2) ** 2 + (0.4 * CO2) ** 2),
    "emission_tco2e_a": 0.0,
    "emission_tco2e_a_low": None,
    "emission_tco2e_a_high": None,
}


def table(*rows):
    return pd.DataFrame(list(rows))


def test_the_layer_keeps_its_growth_and_the_factors_theirs():
    path = walk(table(FOREST_LAYER), (2025, 2035))
    first, last = at(path.by_class, 2025), at(path.by_class, 2035)
    assert first["stock_tc"] == pytest.approx(270.0)
    assert first["removal_tco2e_a"] == pytest.approx(4.0 + 0.3 * CO2)
    grown = 10 * 4.0 / CO2
    assert last["agb_tc"] == pytest.approx(48.0 + 0.8 * grown)
    assert last["bgb_tc"] == pytest.approx(12.0 + 0.2 * grown)
    assert (last["soc_tc"], last["dom_tc"]) == (pytest.approx(202.0), pytest.approx(11.0))
    assert last["stock_tc"] == pytest.approx(270.0 + grown + 3.0)


def test_its_intervals_start_as_stated_and_grow_with_the_years():
    path = walk(table(FOREST_LAYER), (2025, 2035))
    first, last = at(path.by_unit, 2025), at(path.by_unit, 2035)
    for name in ("stock_tc", "removal_tco2e_a"):
        for bound in ("_low", "_high"):
            assert first[f"{name}{bound}"] == pytest.approx(FOREST_LAYER[f"{name}{bound}"])
    grown = math.sqrt((10 * 1.0 / CO2) ** 2 + (10 * 0.3) ** 2 + (10 * 0.4) ** 2)
    assert last["stock_tc_high"] - last["stock_tc"] == pytest.approx(math.hypot(STOCK_WIDTH, grown))


def test_parcels_of_a_layer_move_together():
    """The layer in two units: its half-widths add up, as do those of the factors."""
    both = walk(table(FOREST_LAYER, {**FOREST_LAYER, "unit": "乙"}), (2035,))
    one = at(both.by_unit, 2035, unit="甲")
    total = both.totals.iloc[-1]
    for side in ("_low", "_high"):
        apart = one[f"stock_tc{side}"] - one["stock_tc"]
        assert total[f"stock_tc{side}"] - total["stock_tc"] == pytest.approx(2 * apart)


def test_a_growth_curve_leaves_the_ground_of_the_layer_alone():
    """Beside 2 ha of the layer 1 ha by factors, which the curve has at its end."""
    beside = baseline(cells(("甲", "mixed_forest", 1.0)))
    rows = table(FOREST_LAYER, *beside.to_dict("records"))
    curve = curve_rows({"kind": "logistic", "w": 50, "k": 9, "a": 0.1})
    by_method = walk(rows, (2030,), curves=curve).by_class
    layer = at(by_method, 2030, method="forest_volume")
    plain = at(by_method, 2030, method="factors")
    assert layer["removal_tco2e_a"] == pytest.approx(4.0 + 0.3 * CO2)
    assert plain["removal_tco2e_a"] == pytest.approx(0.15 * CO2)


def test_methane_of_a_layer_changes_no_stock():
    """A layer that answers for burial and CH4: 3 t CO2e buried, 5 emitted as gas."""
    blue = {
        **FOREST_LAYER,
        "method": "blue_carbon",
        "accounts_for": "soc,burial,soil,ch4,agb,bgb,dom,biomass_growth,dead_organic_matter",
        "removal_tco2e_a": 3.0,
        "emission_tco2e_a": 5.0,
    }
    last = at(walk(table(blue), (2035,)).by_class, 2035)
    assert last["emission_tco2e_a"] == pytest.approx(5.0)
    assert last["stock_tc"] == pytest.approx(270.0 + 30.0 / CO2)
    # Several pools share the removal, and nothing tells how.
    assert math.isnan(last["agb_tc"])


def test_soil_that_a_layer_loses_comes_out_of_the_soil():
    """40 t CO2e a year out of 200 t C: empty after 18.3 years."""
    notes = NoteBook()
    drained = {
        **FOREST_LAYER,
        "method": "mineral_soil",
        "accounts_for": "soc,soil",
        "removal_tco2e_a": 2 * 0.55 * CO2,
        "emission_tco2e_a": 40.0,
        **{f"{name}_tc": 2 * value for name, value in (("agb", 40), ("bgb", 10), ("dom", 5))},
        "stock_tc": 310.0,
    }
    path = walk(table(drained), (2026, 2044), notes=notes)
    assert at(path.by_class, 2026)["soc_tc"] == pytest.approx(200.0 - 40.0 / CO2)
    assert at(path.by_class, 2044)["soc_tc"] == pytest.approx(0.0, abs=1e-9)
    assert at(path.by_class, 2044)["emission_tco2e_a"] == pytest.approx(200.0 * CO2 - 18 * 40.0)
    assert notes.of_kind("path_exhausted")[0].area_ha == 2.0


def test_a_table_that_names_no_claims_answers_for_all():
    row = {name: value for name, value in FOREST_LAYER.items() if name != "accounts_for"}
    path = walk(table(row), (2025, 2035))
    assert at(path.by_unit, 2025)["removal_tco2e_a"] == pytest.approx(FOREST_LAYER["removal_tco2e_a"])
    grown = 10 * FOREST_LAYER["removal_tco2e_a"] / CO2
    assert at(path.by_unit, 2035)["stock_tc"] == pytest.approx(270.0 + grown)


def test_rows_by_factors_beside_it_claim_nothing():
    """Such a table may hold both: forest by factors beside the layer's row keeps its factors."""
    row = {name: value for name, value in FOREST_LAYER.items() if name != "accounts_for"}
    plain = baseline(cells(("甲", "mixed_forest", 1.0))).drop(columns="accounts_for")
    path = walk(table(row, *plain.to_dict("records")), (2035,))
    beside = at(path.by_class, 2035, method="factors")
    assert (beside["agb_tc"], beside["soc_tc"]) == (pytest.approx(44.0), pytest.approx(101.0))


def test_a_layer_knows_fluxes_that_the_set_does_not():
    stocks = factors(("mixed_forest", "soc", 100, 80, 120), ("mixed_forest", "dom", 5, 2, 9))
    row = {**FOREST_LAYER, "removal_tco2e_a": 4.0, "removal_tco2e_a_low": 3.0, "removal_tco2e_a_high": 5.0}
    unit = at(walk(table(row), (2035,), factor_set=stocks).by_unit, 2035)
    assert (unit["removal_tco2e_a"], unit["removal_tco2e_a_low"]) == (pytest.approx(4.0), pytest.approx(3.0))
    assert unit["stock_tc"] == pytest.approx(270.0 + 40.0 / CO2)


def test_without_a_column_method_all_is_by_factors():
    plain = baseline(cells(("甲", "mixed_forest", 2.0)))
    bare = plain.drop(columns=["method", "accounts_for"])
    found, expected = (walk(rows, (2040,), factor_set=HAND) for rows in (bare, plain))
    pd.testing.assert_frame_equal(found.by_unit, expected.by_unit, check_exact=True)
