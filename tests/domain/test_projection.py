# SPDX-License-Identifier: GPL-2.0-or-later
"""The path at constant rates: computed by hand, by brute force, and with its intervals."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest
from dualcarbon.plugin.domain.errors import Cancelled, InputError
from dualcarbon.plugin.domain.factors import factor_set_from_frame, load_factor_set
from dualcarbon.plugin.domain.intervals import linear_bounds
from dualcarbon.plugin.domain.notes import NoteBook
from dualcarbon.plugin.domain.projection import PATH_COLUMNS, ProjectionSettings, baseline_rows, project
from dualcarbon.plugin.domain.projection.bounds import Amount, bounded_sums
from dualcarbon.plugin.domain.stocks import account
from hypothesis import given, settings
from hypothesis import strategies as st
from projection_cases import CO2, HAND, at, baseline, cells, factors, walk

TOWN = cells(("甲", "mixed_forest", 2.0), ("甲", "paddy", 1.0), ("乙", "mixed_forest", 3.0))


def test_each_process_changes_its_pool():
    """After ten years: growth 5 t C/ha as 4 + 1, litter 0.5, soil 1; paddy soil −20; CH4 changes nothing."""
    path = walk(baseline(TOWN), (2035,))
    forest = at(path.by_class, 2035, unit="甲", carbon_class="mixed_forest")
    pools = [forest[f"{pool}_tc"] for pool in ("agb", "bgb", "dom", "soc")]
    assert pools == pytest.approx([88.0, 22.0, 11.0, 202.0])
    assert at(path.by_class, 2035, carbon_class="paddy")["soc_tc"] == pytest.approx(20.0)
    unit = at(path.by_unit, 2035, unit="甲")
    assert unit["stock_tc"] == pytest.approx(sum(pools) + 20.0)
    assert unit["removal_tco2e_a"] == pytest.approx(2 * 0.65 * CO2)
    assert unit["emission_tco2e_a"] == pytest.approx(2.0 * CO2 + 7.0)
    assert unit["net_tco2e_a"] == pytest.approx(unit["emission_tco2e_a"] - unit["removal_tco2e_a"])
    assert unit["cumulative_removal_tco2e"] == pytest.approx(10 * 2 * 0.65 * CO2)


def test_the_interval_of_a_later_stock_joins_stock_and_growth_in_quadrature():
    """3 ha of forest after ten years; one factor moves all its years: its half-width counts ten times."""
    unit = at(walk(baseline(TOWN), (2035,)).by_unit, 2035, unit="乙")
    value = 3 * (155.0 + 6.5)
    down = 3 * math.sqrt(10**2 + 2**2 + 3**2 + 20**2 + (10 * 0.3) ** 2 + (10 * 0.05) ** 2 + (10 * 0.2) ** 2)
    up = 3 * math.sqrt(10**2 + 2**2 + 4**2 + 20**2 + (10 * 0.4) ** 2 + (10 * 0.15) ** 2 + (10 * 0.2) ** 2)
    assert unit["stock_tc"] == pytest.approx(value)
    assert unit["stock_tc_low"] == pytest.approx(value - down)
    assert unit["stock_tc_high"] == pytest.approx(value + up)


def test_what_a_unit_has_none_of_has_no_interval():
    """Forest alone emits 0 without bounds, as the baseline says; so does its later path."""
    for year in (2025, 2035):
        unit = at(walk(baseline(TOWN), (2025, 2035)).by_unit, year, unit="乙")
        assert unit["emission_tco2e_a"] == 0.0
        assert math.isnan(unit["emission_tco2e_a_low"])
        assert math.isnan(unit["emission_tco2e_a_high"])


def test_a_class_in_two_units_moves_together():
    """5 ha of forest in two towns vary as 5 ha, not as 2 and 3 apart."""
    path = walk(baseline(TOWN), (2035,))
    apart = walk(baseline(cells(("*", "mixed_forest", 5.0), ("*", "paddy", 1.0))), (2035,))
    for name in PATH_COLUMNS:
        assert path.totals[name].iloc[-1] == pytest.approx(apart.by_unit[name].iloc[-1])


@pytest.mark.parametrize("name", ["cn_default", "ipcc_default/warm_temperate_moist", "cn_33"])
def test_the_first_year_repeats_the_baseline(name):
    """Figure by figure, for every class of a shipped set, per unit, per class and in total."""
    shipped = load_factor_set(name)
    names = sorted(set(shipped.terms["key"]))
    table = cells(*((f"u{n % 3}", name, 1.5 + n) for n, name in enumerate(names)))
    result = account(table, shipped, NoteBook())
    path = walk(result.by_class, (2025,), factor_set=shipped)
    columns = [column for column in PATH_COLUMNS if not column.startswith("cumulative")]
    left = path.by_unit.set_index("unit")[columns]
    right = result.by_unit.set_index("unit").loc[left.index, columns]
    np.testing.assert_allclose(left.to_numpy(float), right.to_numpy(float), rtol=1e-12)
    stocks = path.by_class.set_index(["unit", "carbon_class"])["stock_tc"]
    expected = result.by_class.set_index(["unit", "carbon_class"])["stock_tc"]
    np.testing.assert_allclose(stocks.to_numpy(), expected.loc[stocks.index].to_numpy(float), rtol=1e-12)
    for column in columns:
        assert path.totals[column].iloc[0] == pytest.approx(result.total[column], rel=1e-12, nan_ok=True)


def test_a_loss_stops_at_the_bottom_of_its_pool():
    """40 t C/ha less 2 a year: 20 years; in the 21st nothing is lost. The stock is never below 0."""
    notes = NoteBook()
    path = walk(baseline(TOWN), tuple(range(2040, 2050)), notes=notes)
    paddy = path.by_class[path.by_class["carbon_class"] == "paddy"].set_index("year")
    assert paddy.loc[2045, "stock_tc"] == pytest.approx(0.0, abs=1e-12)
    assert paddy.loc[2045, "emission_tco2e_a"] == pytest.approx(2 * CO2 + 7.0)
    assert paddy.loc[2046, "emission_tco2e_a"] == pytest.approx(7.0)
    assert (paddy["stock_tc"] >= 0.0).all()
    (note,) = notes.of_kind("path_exhausted")
    assert (note.count, note.area_ha, note.values["classes"]) == (1, 1.0, "paddy")


def test_the_last_year_of_a_pool_loses_what_is_left():
    """5 t C/ha less 2 a year: 2, 2 and 1."""
    short = factors(("paddy", "soc", 5, 4, 6), ("paddy", "soil", -2, -3, -1))
    path = walk(baseline(cells(("甲", "paddy", 1.0)), short), (2027, 2028, 2029), factor_set=short)
    assert path.by_unit["emission_tco2e_a"].tolist() == pytest.approx([2 * CO2, CO2, 0.0])


def test_what_is_not_known_stays_unknown_and_is_told():
    """Growth into biomass of unknown stock is a removal; the stock, soil alone, does not follow it."""
    bare = factors(("shrubland", "soc", 50, 40, 60), ("shrubland", "biomass_growth", 0.2, 0.1, 0.3))
    notes = NoteBook()
    path = walk(baseline(cells(("甲", "shrubland", 4.0)), bare), (2035,), factor_set=bare, notes=notes)
    unit = at(path.by_unit, 2035)
    assert unit["removal_tco2e_a"] == pytest.approx(4 * 0.2 * CO2)
    assert unit["stock_tc"] == pytest.approx(200.0)
    (note,) = notes.of_kind("path_pool_unknown")
    assert note.area_ha == 4.0


def test_a_set_without_fluxes_gives_stocks_alone():
    stocks = factors(("shrubland", "soc", 50, 40, 60), ("bamboo", "agb", 20, 10, 30))
    notes, table = NoteBook(), baseline(cells(("甲", "bamboo", 1.0)), stocks)
    unit = at(walk(table, (2030,), factor_set=stocks, notes=notes).by_unit, 2030)
    assert unit["stock_tc"] == pytest.approx(20.0)
    assert math.isnan(unit["removal_tco2e_a"])
    assert math.isnan(unit["net_tco2e_a"])
    (note,) = notes.of_kind("path_no_flux")
    assert (note.count, note.area_ha, note.values["classes"]) == (1, 1.0, "bamboo")


def test_another_factor_set_than_that_of_the_baseline_is_refused():
    with pytest.raises(InputError, match="FACTOR_SET with which it was made"):
        walk(baseline(TOWN), (2030,), factor_set=load_factor_set("cn_default"))


def test_net_balances_are_refused():
    record = {"kind": "flux", "class": "paddy", "process": "net_balance", "value": "-0.4", "depth_cm": ""}
    more = {"pool": "", "unit": "t C/(ha·a)", "source": "hand", "evidence": "primary"}
    balance = factor_set_from_frame(pd.DataFrame([{**record, **more}]), file="net.csv")
    with pytest.raises(InputError, match="net balances"):
        baseline_rows(cells(("甲", "paddy", 1.0)), balance)


def test_cancel_is_heard_between_the_years():
    asked = []

    def stop(share: float) -> None:
        asked.append(share)
        if len(asked) == 3:
            raise Cancelled

    rows = baseline_rows(baseline(TOWN), HAND)
    with pytest.raises(Cancelled):
        project(rows, HAND, ProjectionSettings(2025, (2100,)), notes=NoteBook(), progress=stop)
    assert asked == sorted(asked)


areas = st.floats(0.01, 1e4)
rates = st.floats(-5.0, 5.0)


def by_brute_force(area_ha, pools, growth, soil, gas, years):
    """One hectare at a time and year by year, in plain Python."""
    agb, bgb, soc = pools
    removed = 0.0
    for _year in range(years):
        lost = max(soil, -soc)
        grown = max(growth, -(agb + bgb))
        share = agb / (agb + bgb) if agb + bgb > 0.0 else 1.0
        agb, bgb, soc = agb + share * grown, bgb + (1.0 - share) * grown, soc + lost
        removal = max(grown, 0.0) + max(lost, 0.0)
        emission = max(-grown, 0.0) + max(-lost, 0.0)
        removed += removal * CO2
    last = (removal * CO2 * area_ha, (emission * CO2 + gas) * area_ha)
    return area_ha * (agb + bgb + soc), *last, removed * area_ha


@settings(max_examples=15)
@given(areas, st.tuples(*[st.floats(0.0, 50.0)] * 3), rates, rates, st.floats(0.0, 9.0), st.integers(1, 30))
def test_the_path_agrees_with_brute_force(area_ha, pools, growth, soil, gas, years):
    agb, bgb, soc = pools
    made = factors(
        ("shrubland", "agb", agb, None, None),
        ("shrubland", "bgb", bgb, None, None),
        ("shrubland", "soc", soc, None, None),
        ("shrubland", "biomass_growth", growth, None, None),
        ("shrubland", "soil", soil, None, None),
        ("shrubland", "ch4", -gas, None, None),
    )
    path = walk(baseline(cells(("甲", "shrubland", area_ha)), made), (2025 + years,), factor_set=made)
    unit = at(path.by_unit, 2025 + years)
    found = [unit["stock_tc"], unit["removal_tco2e_a"], unit["emission_tco2e_a"]]
    expected = by_brute_force(area_ha, pools, growth, soil, gas, years)
    assert [*found, unit["cumulative_removal_tco2e"]] == pytest.approx(expected, rel=1e-9, abs=1e-6 * area_ha)


@settings(max_examples=12)
@given(st.lists(st.tuples(areas, areas), min_size=1, max_size=4), st.integers(0, 12), st.randoms())
def test_figures_do_not_know_the_order_of_the_rows(extents, years, order):
    table = cells(
        *(
            (f"u{n}", name, area_ha)
            for n, pair in enumerate(extents)
            for name, area_ha in zip(("mixed_forest", "paddy"), pair)
        )
    )
    shuffled = baseline(table).sample(frac=1.0, random_state=order.randrange(2**31))
    paths = [walk(frame, (2025 + years,)) for frame in (baseline(table), shuffled)]
    first, second = (path.by_unit.set_index("unit").sort_index() for path in paths)
    pd.testing.assert_frame_equal(first, second, check_exact=True)
    pd.testing.assert_frame_equal(paths[0].totals, paths[1].totals, check_exact=True)


bounds = st.tuples(st.floats(-50, 50), st.floats(0, 50), st.floats(0, 50), st.booleans())


@given(st.lists(st.tuples(st.floats(-100, 100), bounds), min_size=1, max_size=8))
def test_bounds_of_groups_are_those_of_linear_bounds(terms):
    """One draw per term; a negative coefficient is a loss."""
    amounts, columns = [], []
    for number, (coefficient, (value, down, up, known)) in enumerate(terms):
        low, high = (value - down, value + up) if known else (math.nan, math.nan)
        columns.append((coefficient, value, low, high))
        scaled = (np.array([coefficient * item]) for item in (value, low, high))
        amounts.append(Amount(np.array([0]), ("term", str(number)), *scaled))
    found = bounded_sums(amounts, np.array([0]), 1)
    expected = linear_bounds(*(np.array(column) for column in zip(*columns)))
    if any(coefficient != 0.0 and known for coefficient, (_value, _down, _up, known) in terms):
        assert (found[1][0], found[2][0]) == pytest.approx(expected, rel=1e-9, abs=1e-7)
    assert found[0][0] == pytest.approx(math.fsum(c * v for c, v, _low, _high in columns), abs=1e-9)
