# SPDX-License-Identifier: GPL-2.0-or-later
"""Uncertainty of accounts: quadrature by hand, draws against it, published areas of a sampled map."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest
from dualcarbon.plugin.domain.errors import InputError
from dualcarbon.plugin.domain.factors import factor_set_from_frame
from dualcarbon.plugin.domain.uncertainty import (
    DISTRIBUTIONS,
    UncertaintySettings,
    areas_from_samples,
    assess,
    draw,
    parse_confusion,
)
from hypothesis import given, settings
from hypothesis import strategies as st

COLUMNS = [
    *("kind", "class", "pool", "process", "depth_cm", "value", "low", "high"),
    *("unit", "source", "evidence", "verified"),
]
#: Value, low and high in t C/ha: forest 100 ± 20 and 50 ± 10, grassland 40 ± 30.
FOREST_AGB, FOREST_SOC, GRASS_SOC = (100, 80, 120), (50, 40, 60), (40, 10, 70)


def factor_set(*extra):
    rows = [
        ("mixed_forest", "agb", "", FOREST_AGB),
        ("mixed_forest", "soc", "0-100", FOREST_SOC),
        ("natural_grassland", "soc", "0-100", GRASS_SOC),
        *extra,
    ]
    cells = [
        ["stock", name, pool, "", depth, *map(str, figures), "t C/ha", "hand", "secondary", "yes"]
        for name, pool, depth, figures in rows
    ]
    return factor_set_from_frame(pd.DataFrame(cells, columns=COLUMNS), file="hand.csv")


def cells(*rows):
    return pd.DataFrame(rows, columns=["unit", "carbon_class", "area_ha"])


TWO_TOWNS = cells(
    ("甲", "mixed_forest", 10.0), ("甲", "natural_grassland", 5.0), ("乙", "mixed_forest", 30.0)
)


def test_intervals_propagate_in_quadrature_and_units_share_a_class():
    """甲: 1500 + 200 t C, ± √(200² + 100² + 150²); all: forest of both towns is one draw."""
    result = assess(TWO_TOWNS, factor_set(), UncertaintySettings())
    one = result.by_unit.set_index("unit").loc["甲"]
    half = math.sqrt(200**2 + 100**2 + 150**2)
    assert (one["stock_tc"], one["stock_tc_low"], one["stock_tc_high"]) == pytest.approx(
        (1_700.0, 1_700.0 - half, 1_700.0 + half)
    )
    assert one["agb_tc_high"] == pytest.approx(1_200.0)
    # 40 ha of forest move together: ± 800 and ± 400; the grassland ± 150.
    whole = math.sqrt(800**2 + 400**2 + 150**2)
    assert result.total["stock_tc_high"] - result.total["stock_tc"] == pytest.approx(whole)


def test_a_wide_upper_side_of_removal_lowers_the_net():
    """1 ha: emission 3 (2 … 7) less removal 10 (8 … 14): what removal may have more, net has less."""
    fluxes = [
        ["flux", "mixed_forest", "", process, "", *figures, "t CO2e/(ha·a)", "hand", "secondary", "yes"]
        for process, figures in (("biomass_growth", ("10", "8", "14")), ("ch4", ("-3", "-7", "-2")))
    ]
    factors = factor_set_from_frame(pd.DataFrame(fluxes, columns=COLUMNS), file="hand.csv")
    total = assess(cells(("甲", "mixed_forest", 1.0)), factors, UncertaintySettings()).total
    bounds = -7.0 - math.hypot(4.0, 1.0), -7.0 + math.hypot(2.0, 4.0)
    assert (total["net_tco2e_a_low"], total["net_tco2e_a_high"]) == pytest.approx(bounds)
    assert (total["removal_tco2e_a_high"], total["emission_tco2e_a_low"]) == pytest.approx((14.0, 2.0))


def test_what_is_ranked_first_moves_the_total_most():
    """Variances 800² : 400² : 150² of the whole."""
    ranking = assess(TWO_TOWNS, factor_set(), UncertaintySettings()).ranking
    stock = ranking[ranking["quantity"] == "stock"]
    assert list(zip(stock["carbon_class"], stock["term"])) == [
        ("mixed_forest", "agb"),
        ("mixed_forest", "soc"),
        ("natural_grassland", "soc"),
    ]
    variance = [800**2, 400**2, 150**2]
    assert stock["contribution"].tolist() == pytest.approx([v / sum(variance) for v in variance])
    assert stock["cumulative"].iloc[-1] == pytest.approx(1.0)


def test_draws_of_normals_agree_with_propagation():
    """Independent normals add up to a normal: both approaches give the same interval, to sampling error."""
    by_draws = assess(TWO_TOWNS, factor_set(), UncertaintySettings("montecarlo", draws=40_000, seed=7))
    by_sums = assess(TWO_TOWNS, factor_set(), UncertaintySettings())
    for column in ("stock_tc_low", "stock_tc_high"):
        width = by_sums.total["stock_tc_high"] - by_sums.total["stock_tc"]
        assert by_draws.total[column] == pytest.approx(by_sums.total[column], abs=0.02 * width)
    assert by_draws.total["stock_tc"] == by_sums.total["stock_tc"]


def test_the_same_seed_gives_the_same_digits_whatever_the_order_of_rows():
    how = UncertaintySettings("montecarlo", draws=500, seed=3, distribution="lognormal")
    one = assess(TWO_TOWNS, factor_set(), how)
    other = assess(TWO_TOWNS.iloc[::-1], factor_set(), how)
    assert repr(one.total) == repr(other.total)
    again = assess(TWO_TOWNS, factor_set(), UncertaintySettings("montecarlo", 500, 4, "lognormal"))
    assert again.total["stock_tc_low"] != one.total["stock_tc_low"]


def test_terms_without_an_interval_stay_at_their_value():
    plain = factor_set(("shrubland", "soc", "0-100", (90, "", "")))
    table = cells(("甲", "shrubland", 2.0))
    for method in ("propagation", "montecarlo"):
        result = assess(table, plain, UncertaintySettings(method, draws=100))
        assert result.total["stock_tc"] == pytest.approx(180.0)
        assert math.isnan(result.total["stock_tc_low"])


@pytest.mark.parametrize("distribution", DISTRIBUTIONS)
@pytest.mark.parametrize("figures", [(10.0, 6.0, 14.0), (10.0, 8.0, 25.0), (10.0, 2.0, 11.0)])
def test_every_distribution_leaves_two_and_a_half_percent_beyond_each_bound(distribution, figures):
    value, low, high = figures
    drawn = draw("x", value, low, high, draws=200_000, seed=1, distribution=distribution)
    # Three standard errors of a share of 2.5 % in 200 000 draws are 0.1 %.
    assert np.mean(drawn < low) == pytest.approx(0.025, abs=0.0011)
    assert np.mean(drawn > high) == pytest.approx(0.025, abs=0.0011)
    if distribution != "triangular":
        assert np.median(drawn) == pytest.approx(value, rel=0.01)


def test_a_lognormal_that_reaches_zero_is_drawn_as_a_normal():
    drawn = draw("x", 1.0, -1.0, 3.0, draws=20_000, seed=1, distribution="lognormal")
    assert np.mean(drawn < 0.0) == pytest.approx(0.164, abs=0.01)


@settings(max_examples=25)
@given(
    st.lists(st.floats(0.1, 500.0), min_size=1, max_size=5), st.sampled_from(["propagation", "montecarlo"])
)
def test_bounds_enclose_the_value_and_grow_with_the_area(areas, method):
    table = cells(*((f"u{n}", "mixed_forest", area) for n, area in enumerate(areas)))
    result = assess(table, factor_set(), UncertaintySettings(method, draws=400))
    total = result.total
    assert total["stock_tc_low"] < total["stock_tc"] < total["stock_tc_high"]
    # One class is one draw: widths of the units add up to the width of all.
    widths = (result.by_unit["stock_tc_high"] - result.by_unit["stock_tc_low"]).sum()
    assert total["stock_tc_high"] - total["stock_tc_low"] == pytest.approx(widths)


# Areas of a sampled map ----------------------------------------------------------------------

CHANGE = ["deforestation", "gain", "forest", "other"]
SAMPLES = [[66, 0, 5, 4], [0, 55, 8, 12], [1, 0, 153, 11], [2, 1, 9, 313]]


def published():
    rows = [[name, *map(str, counts)] for name, counts in zip(CHANGE, SAMPLES)]
    matrix = parse_confusion(pd.DataFrame(rows, columns=["map", *CHANGE]))
    pixels = pd.Series([200_000.0, 150_000.0, 3_200_000.0, 6_450_000.0], index=CHANGE)
    return areas_from_samples(matrix, pixels * 0.09)


def test_the_published_map_of_deforestation():
    """Olofsson et al. 2014, section 5: 21 158 ha ± 6 158 ha of deforestation, 18 000 ha mapped."""
    row = published().loc["deforestation"]
    assert row["area_ha"] == pytest.approx(21_158, abs=1.0)
    assert row["high_ha"] - row["area_ha"] == pytest.approx(6_158, abs=1.0)
    assert published()["area_ha"].sum() == pytest.approx(900_000.0)


def test_unsure_areas_widen_the_account():
    """Forest 100 ± 10 % by its samples, density ± 20 %: ± √(20² + 10²) % of the above-ground stock."""
    areas = pd.DataFrame(
        {"mapped_ha": 10.0, "area_ha": 11.0, "low_ha": 9.9, "high_ha": 12.1}, index=["mixed_forest"]
    )
    result = assess(cells(("甲", "mixed_forest", 10.0)), factor_set(), UncertaintySettings(), areas=areas)
    row = result.by_unit.iloc[0]
    assert row["agb_tc"] == pytest.approx(1_100.0)
    assert row["agb_tc_high"] == pytest.approx(1_100.0 * (1 + math.hypot(0.2, 0.1)))
    # Half-widths of the stock: 20 % of 1100 and of 550, and 10 % of all for the area.
    stock = result.ranking[result.ranking["quantity"] == "stock"]
    share = stock.set_index("term")["contribution"]
    variance = {"agb": 220.0**2, "soc": 110.0**2, "area": 165.0**2}
    assert {name: share[name] for name in variance} == pytest.approx(
        {name: part / sum(variance.values()) for name, part in variance.items()}
    )
    assert (row["area_ha"], row["area_ha_low"], row["area_ha_high"]) == pytest.approx((11.0, 9.9, 12.1))
    drawn = assess(
        cells(("甲", "mixed_forest", 10.0)),
        factor_set(),
        UncertaintySettings("montecarlo", draws=20_000),
        areas=areas,
    )
    assert drawn.total["area_ha_low"] == pytest.approx(9.9, rel=0.01)
    # Products of two normals: a little wider above than the sum of squares tells.
    assert drawn.total["agb_tc_high"] == pytest.approx(1_100.0 * (1 + math.hypot(0.2, 0.1)), rel=0.01)
    assert drawn.total["agb_tc_low"] == pytest.approx(1_100.0 * (1 - math.hypot(0.2, 0.1)), rel=0.01)


@pytest.mark.parametrize("method", ["propagation", "montecarlo"])
def test_unsure_areas_bound_a_factor_without_an_interval(method):
    """Bamboo 100 t C/ha, nothing known of it but the area: 10 ± 1 ha."""
    areas = pd.DataFrame(
        {"mapped_ha": 10.0, "area_ha": 10.0, "low_ha": 9.0, "high_ha": 11.0}, index=["bamboo"]
    )
    factors = factor_set(("bamboo", "agb", "", (100, "", "")))
    how = UncertaintySettings(method, draws=20_000)
    total = assess(cells(("甲", "bamboo", 10.0)), factors, how, areas=areas).total
    assert (total["stock_tc_low"], total["stock_tc_high"]) == pytest.approx((900.0, 1_100.0), rel=0.01)


def test_areas_without_an_error_matrix_are_exact():
    row = assess(TWO_TOWNS, factor_set(), UncertaintySettings()).by_unit.set_index("unit").loc["甲"]
    assert row["area_ha"] == pytest.approx(15.0)
    assert math.isnan(row["area_ha_low"])
    assert math.isnan(row["area_ha_high"])


@pytest.mark.parametrize(
    ("rows", "part"),
    [
        ([["forest", "5", "x"]], "row 0, column “other”: “x”"),
        ([["forest", "nan", "1"]], "row 0, column “forest”: “nan”"),
        ([["forest", "inf", "1"]], "row 0, column “forest”: “inf”"),
        ([["forest", "5", "1"]], "check other"),
        ([["forest", "1", "0"], ["other", "0", "9"]], "fewer than two samples of forest"),
    ],
)
def test_matrices_that_say_nothing_are_refused(rows, part):
    table, mapped = pd.DataFrame(rows, columns=["map", "forest", "other"]), {"forest": 1.0, "other": 2.0}
    with pytest.raises(InputError, match=part):
        areas_from_samples(parse_confusion(table), pd.Series(mapped))
