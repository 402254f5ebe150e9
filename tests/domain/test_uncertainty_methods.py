# SPDX-License-Identifier: GPL-2.0-or-later
"""Uncertainty of accounts with method layers, and digits that depend on nothing but the seed."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest
from dualcarbon.plugin.domain.errors import InputError
from dualcarbon.plugin.domain.stocks import ACCOUNT_COLUMNS
from dualcarbon.plugin.domain.uncertainty import UncertaintySettings, assess
from dualcarbon.plugin.domain.uncertainty.percentiles import percentiles
from hypothesis import given, settings
from hypothesis import strategies as st
from method_cases import land, layers, stand, units
from plan_cases import box
from test_method_layers import baseline
from test_stocks import HAND, factors

DRAWS = UncertaintySettings("montecarlo", draws=20_000, seed=11)


@pytest.fixture(scope="module")
def account():
    """Two towns of a hectare each, paddy and bamboo; forest over the border, soil in the second."""
    forest = stand(
        box(50, 0, 100, 100),
        "agb,biomass_growth",
        agb=70.0,
        stock=(70.0, 60.0, 85.0),
        removal=(4.0, 3.0, 6.0),
    )
    soil = stand(
        box(120, 0, 80, 100),
        "soc,soil",
        method="mineral_soil",
        soc=90.0,
        stock=(72.0, 60.0, 80.0),
        emission=(1.0, 0.5, 2.0),
        soil_depth_cm="0-100",
    )
    towns = units(a=box(0, 0, 100, 100), b=box(100, 0, 100, 100))
    parcels = land(("bamboo", box(0, 0, 80, 100)), ("paddy", box(80, 0, 120, 100)))
    return baseline(parcels, towns, layers(stands=[forest], soils=[soil]))


def test_propagation_gives_the_intervals_of_the_baseline(account):
    """The table alone, with the factor set, tells what the methods themselves add."""
    result = assess(account.by_class, HAND, UncertaintySettings())
    of_unit = result.by_unit.set_index("unit")
    for row in account.by_unit.to_dict("records"):
        # The border cuts the joint ground of two methods out of what each of them has: one row of it.
        for column in ("stock_tc", "removal_tco2e_a", "emission_tco2e_a", "agb_tc", "soc_tc", "net_tco2e_a"):
            assert of_unit.loc[row["unit"], column] == pytest.approx(row[column], rel=1e-9), column
    one = account.by_unit.set_index("unit").loc["a"]
    for bound in ("stock_tc_low", "stock_tc_high", "removal_tco2e_a_low", "emission_tco2e_a_high"):
        assert of_unit.loc["a", bound] == pytest.approx(one[bound], rel=1e-9), bound
    for column in ("stock_tc", "removal_tco2e_a", "emission_tco2e_a"):
        assert result.total[column] == pytest.approx(account.account.total[column], rel=1e-9)


def test_a_method_is_ranked_beside_the_factors():
    """0.5 ha of bamboo at 60 −8/+15 and a stand of 40 −10/+20 t C: half-widths of 5.75 and 15."""
    forest = stand(box(50, 0, 50, 100), "agb", agb=80.0, stock=(40.0, 30.0, 60.0))
    made = baseline(land(("bamboo", box(0, 0, 100, 100))), units(a=box(0, 0, 100, 100)), layers(s=[forest]))
    ranking = assess(made.by_class, HAND, UncertaintySettings()).ranking
    stock = ranking[ranking["quantity"] == "stock"]
    assert list(zip(stock["carbon_class"], stock["term"])) == [("forest_volume", "method"), ("bamboo", "agb")]
    first = stock.iloc[0]
    assert (first["value"], first["low"], first["high"]) == pytest.approx((40.0, 30.0, 60.0))
    assert list(stock["contribution"]) == pytest.approx(
        [15**2 / (15**2 + 5.75**2), 5.75**2 / (15**2 + 5.75**2)]
    )


def test_draws_of_methods_agree_with_propagation(account):
    by_draws, by_sums = (assess(account.by_class, HAND, how) for how in (DRAWS, UncertaintySettings()))
    for name in ("stock_tc", "removal_tco2e_a", "emission_tco2e_a"):
        width = by_sums.total[f"{name}_high"] - by_sums.total[f"{name}_low"]
        for bound in ("_low", "_high"):
            # Halves of different width are no normal: quadrature is an approximation of the draws.
            assert by_draws.total[name + bound] == pytest.approx(
                by_sums.total[name + bound], abs=0.08 * width
            )
        assert by_draws.total[name] == by_sums.total[name]


@pytest.mark.parametrize("how", [DRAWS, UncertaintySettings()])
def test_what_a_method_may_remove_more_lowers_the_net(how):
    """1 ha: emission 1 (0.5 … 2) less removal 4 (3 … 6)."""
    forest = stand(
        box(0, 0, 100, 100), "biomass_growth,ch4,n2o", removal=(4.0, 3.0, 6.0), emission=(1.0, 0.5, 2.0)
    )
    town = units(a=box(0, 0, 100, 100))
    made = baseline(land(("bamboo", box(0, 0, 100, 100))), town, layers(s=[forest]))
    total = assess(made.by_class, HAND, how).total
    bounds = -3.0 - math.hypot(2.0, 0.5), -3.0 + math.hypot(1.0, 1.0)
    # Draws of two crooked distributions do not add up in quadrature.
    exact = 0.1 if how is DRAWS else 1e-9
    assert (total["net_tco2e_a_low"], total["net_tco2e_a_high"]) == pytest.approx(bounds, rel=exact)


def test_parcels_of_a_method_move_together():
    """One stand in two towns: what is 10 wide in each is 20 wide in both."""
    forest = stand(box(0, 0, 200, 100), "agb", agb=50.0, stock=(100.0, 90.0, 110.0))
    towns = units(a=box(0, 0, 100, 100), b=box(100, 0, 100, 100))
    made = baseline(land(("bamboo", box(0, 0, 200, 100))), towns, layers(s=[forest]))
    for how in (DRAWS, UncertaintySettings()):
        result = assess(made.by_class, HAND, how)
        assert list(result.by_unit["stock_tc_low"]) == pytest.approx([45.0, 45.0], rel=0.01)
        assert result.total["stock_tc_low"] == pytest.approx(result.by_unit["stock_tc_low"].sum(), rel=1e-9)


def test_a_method_without_an_interval_is_stated_as_a_share():
    """40 of 70 t C of the stand have no interval; the bounds are those of half a hectare of bamboo."""
    forest = stand(box(50, 0, 50, 100), "agb", agb=80.0)
    made = baseline(land(("bamboo", box(0, 0, 100, 100))), units(a=box(0, 0, 100, 100)), layers(s=[forest]))
    for method in ("propagation", "montecarlo"):
        result = assess(made.by_class, HAND, UncertaintySettings(method, draws=500))
        assert result.shares.loc["stock", "no_interval_share"] == pytest.approx(40 / 70)
        assert result.total["stock_tc"] == pytest.approx(70.0)
        assert result.total["stock_tc_high"] > 74.0
    assert made.account.shares.loc["stock", "no_interval_share"] == pytest.approx(40 / 70)


def test_another_factor_set_than_that_of_the_table_is_refused():
    forest = stand(box(50, 0, 50, 100), "bgb", bgb=20.0)
    made = baseline(land(("bamboo", box(0, 0, 100, 100))), units(a=box(0, 0, 100, 100)), layers(s=[forest]))
    other = factors(("stock", "bamboo", "agb", 61, 52, 75, "primary"))
    with pytest.raises(InputError, match=r"Unit a, class bamboo, method forest_volume: agb_tc"):
        assess(made.by_class, other, UncertaintySettings())


def test_a_table_of_factors_alone_is_the_same_with_and_without_the_columns_of_methods():
    plain = pd.DataFrame(
        [("a", "paddy", 2.0), ("b", "bamboo", 3.0)], columns=["unit", "carbon_class", "area_ha"]
    )
    full = plain.assign(method="factors", accounts_for="", **dict.fromkeys(ACCOUNT_COLUMNS[1:], math.nan))
    for how in (UncertaintySettings(), UncertaintySettings("montecarlo", draws=300)):
        first, second = assess(plain, HAND, how), assess(full, HAND, how)
        pd.testing.assert_frame_equal(first.by_unit, second.by_unit, check_exact=True)
        pd.testing.assert_frame_equal(first.ranking, second.ranking, check_exact=True)


def test_no_digit_depends_on_the_order_or_the_number_of_units():
    """Libraries of linear algebra add up in blocks: rows of a matrix then differ in their last digits."""
    generator = np.random.default_rng(5)
    rows = [
        (f"u{unit}", name, float(area))
        for unit in range(97)
        for name, area in zip(("paddy", "bamboo"), generator.uniform(1, 500, 2))
    ]
    table = pd.DataFrame(rows, columns=["unit", "carbon_class", "area_ha"])
    how = UncertaintySettings("montecarlo", draws=700, seed=3)
    whole = assess(table, HAND, how).by_unit.set_index("unit")
    mixed = assess(table.sample(frac=1.0, random_state=1), HAND, how).by_unit.set_index("unit")
    pd.testing.assert_frame_equal(whole, mixed.loc[whole.index], check_exact=True)
    few = assess(table[table["unit"].isin(["u3", "u50"])], HAND, how).by_unit.set_index("unit")
    pd.testing.assert_frame_equal(whole.loc[["u3", "u50"]], few, check_exact=True)


@settings(max_examples=25)
@given(
    st.integers(1, 40),
    st.lists(st.floats(0, 1e6), min_size=3, max_size=3),
    st.integers(0, 2**31),
    st.sampled_from([1, 2, 39, 40, 41, 5_000]),
)
def test_percentiles_are_those_of_the_sums(count, scale, seed, draws):
    generator = np.random.default_rng(seed)
    weights = generator.uniform(0, 1, (count, 3)) * scale
    drawn = [generator.standard_normal(draws) for _ in range(3)]
    low, high = percentiles(weights, drawn, (0.025, 0.975))
    expected = np.percentile(weights @ np.array(drawn), (2.5, 97.5), axis=1)
    assert low == pytest.approx(expected[0], rel=1e-9, abs=1e-9 * max(scale))
    assert high == pytest.approx(expected[1], rel=1e-9, abs=1e-9 * max(scale))
