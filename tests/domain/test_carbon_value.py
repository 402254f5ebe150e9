# SPDX-License-Identifier: GPL-2.0-or-later
"""Values of carbon rights: WE-l of the methods, intervals, ranges, and what holds for all figures."""

from __future__ import annotations

import math

import pytest
from carbon_value_cases import basis, curve, price, segment, sinks
from dualcarbon.plugin.domain.carbon_value import (
    Credits,
    Figure,
    Flow,
    Span,
    currency_of,
    range_of,
    sinks_of,
    totals,
    value_units,
)
from dualcarbon.plugin.domain.errors import InputError
from dualcarbon.plugin.domain.notes import NoteBook
from dualcarbon.plugin.domain.valuation_methods import Deductions
from hypothesis import given
from hypothesis import strategies as st

TONNES = st.floats(-1e6, 1e6)
#: 80 CNY, +3 % a year, 5 % discount, ten years: WE-l of the methods.
TEN_YEARS = Span(years=10, price_growth=3.0, discount_rate=5.0, cost=0.0)


def values(rows, given_basis, notes=None):
    found = value_units(rows, given_basis, NoteBook() if notes is None else notes)
    return {(value.unit, value.method): value for value in found}


def test_a_thousand_certified_tonnes_by_market_planting_and_abatement():
    """WE-l: market 90 → 90 000; afforestation at 260.9 per t C → 71 154.55; MC = 0.02q → 10 000 and 20."""
    prices = {"market": price(), "replacement": price(kind="planting", value=260.9, unit="CNY/t C")}
    how = basis("market", "replacement", "abatement", prices=prices, curve=curve())
    found = values([sinks(certified=1_000.0)], how)
    assert found["A", "market"].figure.value == pytest.approx(90_000.0)
    assert found["A", "replacement"].figure.value == pytest.approx(71_154.55, abs=0.005)
    assert found["A", "abatement"].figure.value == pytest.approx(10_000.0)
    assert found["A", "abatement"].marginal == pytest.approx(20.0)


@pytest.mark.parametrize(("buffer", "value"), [(0.0, 72_080.19), (20.0, 57_664.15)])
def test_ten_years_of_a_hundred_tonnes(buffer, value):
    """WE-l: 100 t/a → 72 080.19, with a buffer of 20 % → 57 664.15."""
    rows = [sinks(certified=100.0 * (1 - buffer / 100))]
    found = values(rows, basis("npv", prices={"npv": price(value=80)}, span=TEN_YEARS))
    assert found["A", "npv"].figure.value == pytest.approx(value, abs=0.005)


def test_the_cost_of_projects_is_shared_by_tonne():
    """Two years, no growth, no discount: 2·(90·10 − 30) and 2·(90·20 − 60)."""
    span = Span(years=2, price_growth=0.0, discount_rate=0.0, cost=90.0)
    how = basis("npv", prices={"npv": price()}, span=span)
    notes = NoteBook()
    found = values([sinks(certified=10.0), sinks(certified=20.0, unit="B")], how, notes)
    assert not notes.of_kind("cost_without_tonnes")
    assert found["A", "npv"].figure.value == pytest.approx(1_740.0)
    assert found["B", "npv"].figure.value == pytest.approx(3_480.0)


def test_a_present_value_that_is_no_number_is_refused():
    span = Span(years=1_000, price_growth=1_000.0, discount_rate=-99.0, cost=0.0)
    with pytest.raises(InputError, match="1000 years at a growth of 1000"):
        values([sinks(certified=1.0)], basis("npv", prices={"npv": price()}, span=span))


def test_a_cost_without_tonnes_is_told():
    notes = NoteBook()
    span = Span(years=2, price_growth=0.0, discount_rate=0.0, cost=90.0)
    found = values([sinks()], basis("npv", prices={"npv": price()}, span=span), notes)
    assert found["A", "npv"].figure.value == 0.0
    assert notes.of_kind("cost_without_tonnes")


def test_units_share_the_curve_of_all_their_tonnes():
    """MC = 0.02q over 400 t costs 1 600, 4 a tonne: each unit on its own would seem cheaper."""
    rows = [sinks(100.0), sinks(300.0, unit="B")]
    found = values(rows, basis("abatement", sink="net_removal", curve=curve()))
    assert found["A", "abatement"].figure.value == pytest.approx(400.0)
    assert found["B", "abatement"].figure.value == pytest.approx(1_200.0)
    assert [value.marginal for value in found.values()] == pytest.approx([8.0, 8.0])


def test_market_values_what_can_be_sold_and_tax_the_net_flow_after_deductions():
    """1 000 t net with 100 t tradable: 90 · 100 and 50 · 1 000 · 0.9 · 0.8."""
    prices = {"market": price(), "tax": price(kind="charge", value=50)}
    how = basis(
        "market", "tax", sink="net_removal", prices=prices, deductions=Deductions(20.0, leakage_percent=10.0)
    )
    found = values([sinks(certified=100.0)], how)
    assert (found["A", "market"].tonnes.value, found["A", "market"].figure.value) == (100.0, 9_000.0)
    assert found["A", "tax"].figure.value == pytest.approx(36_000.0)


def test_bounds_of_price_and_tonnes_add_in_quadrature():
    """100 ± 30 t at 10 ± 4: 1 000 ± √(300² + 400²) = 500."""
    flow = Flow.of("A", Figure(100.0, 70.0, 130.0), Figure.exact(0.0))
    rows = sinks_of([flow], {}, None, NoteBook())
    charge = price(kind="charge", value=10, low=6, high=14)
    found = values(rows, basis("tax", sink="net_removal", prices={"tax": charge}))["A", "tax"].figure
    assert (found.low, found.value, found.high) == pytest.approx((500.0, 1_000.0, 1_500.0))


def test_a_difference_turns_the_bounds_of_what_is_taken_off():
    """100 (80 to 150) − 20 (15 to 40): 80 − √(20² + 20²) and 80 + √(50² + 5²)."""
    net = Flow.of("A", Figure(100.0, 80.0, 150.0), Figure(20.0, 15.0, 40.0)).net_removal
    assert (net.low, net.value, net.high) == pytest.approx((80 - 800**0.5, 80.0, 80 + 2_525**0.5))


def test_a_source_at_a_wide_price_costs_more_at_the_higher_price():
    """−100 t exactly at 10 (6 to 12): −1 200 to −600."""
    flow = Flow.of("A", Figure.exact(0.0), Figure.exact(100.0))
    charge = price(kind="charge", value=10, low=6, high=12)
    rows = sinks_of([flow], {}, None, NoteBook())
    found = values(rows, basis("tax", sink="net_removal", prices={"tax": charge}))["A", "tax"].figure
    assert (found.low, found.value, found.high) == pytest.approx((-1_200.0, -1_000.0, -600.0))


def test_nothing_is_worth_nothing_for_certain():
    """0 t at a price whose bounds nobody knows."""
    found = values([sinks()], basis("market", prices={"market": price()}))["A", "market"].figure
    assert (found.low, found.value, found.high) == (0.0, 0.0, 0.0)


def test_tonnes_that_are_sold_have_left_every_sink():
    """1 000 t net, 20 % buffer, 300 t of them certified and sold: 500 t, and half of them managed: 100 t."""
    flow = Flow.of("A", Figure(1_000.0, 900.0, 1_100.0), Figure.exact(0.0))
    rows = sinks_of([flow], {"A": Credits(375.0, 0.0, 75.0, 300.0)}, 50.0, NoteBook())
    prices = {"tax": price(kind="charge", value=10), "market": price()}
    for sink, tonnes in (("net_removal", 500.0), ("inventory", 100.0), ("tradable", 0.0)):
        how = basis("market", "tax", sink=sink, prices=prices, deductions=Deductions(20.0))
        found = values(rows, how)
        assert found["A", "tax"].tonnes.value == pytest.approx(tonnes)
        assert found["A", "tax"].figure.value == pytest.approx(10 * tonnes)
        assert found["A", "market"].figure.value == 0.0


def test_present_values_are_of_what_can_be_sold_whatever_the_sink():
    span = Span(years=1, price_growth=0.0, discount_rate=0.0, cost=0.0)
    how = basis("npv", sink="net_removal", prices={"npv": price()}, span=span)
    found = values([sinks(1_000.0, certified=10.0)], how)["A", "npv"]
    assert (found.sink, found.tonnes.value, found.figure.value) == ("tradable", 10.0, 900.0)


def test_a_source_costs_what_avoiding_it_would():
    """−100 t on MC = 0.02q: 100 t cost 100, the last one 2."""
    flow = Flow.of("A", Figure.exact(0.0), Figure.exact(100.0))
    rows = sinks_of([flow], {}, None, NoteBook())
    found = values(rows, basis("abatement", sink="net_removal", curve=curve()))["A", "abatement"]
    assert (found.figure.value, found.marginal) == (pytest.approx(-100.0), pytest.approx(2.0))


def test_bounds_are_unknown_where_price_or_tonnes_have_none():
    flow = Flow.of("A", Figure(100.0, 70.0, 130.0), Figure(10.0))
    (row,) = sinks_of([flow], {}, None, NoteBook())
    assert (row.net_removal.value, math.isnan(row.net_removal.low)) == (90.0, True)
    charge = price(kind="charge", value=10, low=6, high=14)
    found = values([row], basis("tax", sink="net_removal", prices={"tax": charge}))
    assert math.isnan(found["A", "tax"].figure.high)
    counted = values([sinks(certified=10.0)], basis("market", prices={"market": price()}))
    assert math.isnan(counted["A", "market"].figure.low)


def test_a_net_flow_that_is_not_known_has_no_value():
    flows = [Flow.of("A", Figure(100.0), Figure(math.nan)), Flow.of("B", Figure(50.0), Figure(0.0))]
    rows = sinks_of(flows, {}, None, NoteBook())
    charge = {"tax": price(kind="charge", value=10)}
    found = value_units(rows, basis("tax", sink="net_removal", prices=charge), NoteBook())
    assert math.isnan(found[0].figure.value)
    assert totals(found) == {"tax": 500.0}
    assert math.isnan(totals(found[:1])["tax"])


def test_the_range_is_of_yearly_methods_and_never_a_sum():
    by_method = {"market": 3.0, "tax": 7.0, "replacement": math.nan, "npv": 90.0}
    found = range_of(by_method)
    assert (found.low, found.high, found.methods) == (3.0, 7.0, ("market", "tax"))
    assert (range_of({"npv": 90.0}).low, range_of({"npv": 90.0}).high) == (90.0, 90.0)
    assert math.isnan(range_of({"tax": math.nan}).low)


def test_currencies_make_no_common_range():
    dollars = price(kind="charge", unit="USD/t CO2")
    with pytest.raises(InputError, match="market CNY, tax USD"):
        currency_of({"market": price(), "tax": dollars}, None)
    with pytest.raises(InputError, match="abatement CNY, tax USD"):
        currency_of({"tax": dollars}, curve())
    assert currency_of({}, None) is None


@given(st.lists(TONNES, min_size=1, max_size=5), st.floats(0, 1e3), st.floats(0, 1e3))
def test_the_range_holds_every_method(tonnes, planting, charge):
    rows = [sinks(number, unit=str(n)) for n, number in enumerate(tonnes)]
    prices = {
        "replacement": price(kind="planting", value=planting),
        "tax": price(kind="charge", value=charge),
    }
    by_method = totals(
        value_units(rows, basis("replacement", "tax", sink="net_removal", prices=prices), NoteBook())
    )
    found = range_of(by_method)
    assert all(found.low <= value <= found.high for value in by_method.values())
    assert found.high == max(by_method.values())


@given(st.floats(0, 1e6), st.floats(0, 100), st.integers(1, 40), st.floats(0, 50), st.floats(-5, 20))
def test_values_are_linear_in_the_tonnes(tonnes, factor, years, growth, discount):
    prices = {"market": price(), "npv": price(), "tax": price(kind="charge", value=12)}
    span = Span(years, growth, discount, 0.0)
    how = basis("market", "tax", "npv", prices=prices, span=span)
    one, many = (values([sinks(certified=amount)], how) for amount in (tonnes, tonnes * factor))
    for key, value in one.items():
        assert many[key].figure.value == pytest.approx(value.figure.value * factor, rel=1e-9, abs=1e-6)


@given(st.floats(0, 1e5), st.floats(0, 1e5))
def test_the_last_tonne_of_a_curve_costs_most(first, second):
    """The area under the curve lies under its height at the end, and grows with the tonnes."""
    found = curve(segment(0, 100, 5, 5), segment(100, 1e5, 10, 60))
    few, many = sorted((first, second))
    assert found.cost(few) <= found.cost(many) * (1 + 1e-12)
    assert found.cost(many) <= many * found.marginal(many) * (1 + 1e-12) + 1e-9


@given(st.floats(-1e6, 1e6), st.floats(0, 100), st.floats(0, 100))
def test_deductions_never_make_a_gain_larger_or_a_loss_smaller(tonnes, buffer, leakage):
    charge = {"tax": price(kind="charge", value=1)}
    how = basis("tax", sink="net_removal", prices=charge, deductions=Deductions(buffer, leakage))
    found = values([sinks(tonnes)], how)["A", "tax"].figure.value
    assert found == tonnes if tonnes < 0 else 0 <= found <= tonnes


def test_projects_in_units_that_the_account_does_not_have_are_refused():
    flow = Flow.of("A", Figure.exact(1.0), Figure.exact(0.0))
    with pytest.raises(InputError, match=r"unit “B”.*as the account does: A"):
        sinks_of([flow], {"B": Credits(1.0)}, None, NoteBook())


def test_more_certified_tonnes_than_the_land_removes_are_told():
    notes = NoteBook()
    flows = [Flow.of(unit, Figure.exact(10.0), Figure.exact(10.0)) for unit in "AB"]
    sinks_of(flows, {"A": Credits(11.0), "B": Credits(10.0)}, 100.0, notes)
    assert [(note.kind, note.ids) for note in notes] == [("certified_above_physical", ("A",))]
