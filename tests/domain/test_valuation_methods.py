# SPDX-License-Identifier: GPL-2.0-or-later
"""Methods side by side: WE-l of the methods, deductions, losses, and what is refused."""

from __future__ import annotations

import math

import pytest
from dualcarbon.plugin.domain.errors import InputError
from dualcarbon.plugin.domain.notes import NoteBook
from dualcarbon.plugin.domain.valuation import value_change
from dualcarbon.plugin.domain.valuation_methods import (
    Deductions,
    Prices,
    YearlyAmount,
    value_range,
    value_side_by_side,
)
from hypothesis import given
from hypothesis import strategies as st

C_PER_CO2 = 12 / 44
YEARS = (2025, 2035)


def prices(price=90.0, unit="per_tco2", discount_rate=0.0, rate_change=0.0, **more):
    return Prices(price, unit, discount_rate, rate_change, **more)


def values(quantity_tco2, given_prices, deductions=None, notes=None, series=()):
    found = value_side_by_side(
        quantity_tco2 * C_PER_CO2,
        YEARS,
        given_prices,
        deductions or Deductions(),
        series=series,
        notes=NoteBook() if notes is None else notes,
    )
    return {value.method: value for value in found}


def test_a_thousand_tonnes_by_market_planting_and_abatement():
    """WE-l: 1 000 t at 90 → 90 000; planting at 260.9 per t C → 71 154.55; MC = 0.02q → 10 000 and 20."""
    found = values(1_000.0, prices(afforestation_cost=260.9, abatement_slope=0.02))
    assert found["market"].value == pytest.approx(90_000.0)
    assert found["replacement"].value == pytest.approx(71_154.55, abs=0.005)
    assert found["abatement"].value == pytest.approx(10_000.0)
    assert found["abatement"].marginal == pytest.approx(20.0)


def test_ten_years_of_a_hundred_tonnes_and_their_buffer():
    """WE-l: 100 t/a, 80, +3 %/a, 5 %, t = 1…10 → 72 080.19; buffer 20 % → 57 664.15."""
    yearly = prices(80.0, discount_rate=5.0, rate_change=3.0)
    series = [YearlyAmount(year, 100.0) for year in range(1, 11)]
    found = values(1_000.0, yearly, series=series)
    assert found["annual_npv"].value == pytest.approx(72_080.19, abs=0.005)
    assert found["series_npv"].value == pytest.approx(72_080.19, abs=0.005)
    kept = values(1_000.0, yearly, Deductions(buffer_percent=20.0), series=series)
    assert kept["annual_npv"].value == pytest.approx(57_664.15, abs=0.005)
    assert kept["series_npv"].value == pytest.approx(57_664.15, abs=0.005)


def test_costs_of_a_series_are_discounted_with_its_years():
    """Costs of 1 000 at once and of 500 after two years at 10 %: 1 000 + 413.22 less."""
    series = [YearlyAmount(0, 0.0, 1_000.0), YearlyAmount(2, 10.0, 500.0)]
    found = values(10.0, prices(100.0, discount_rate=10.0), series=series)
    assert found["series_npv"].value == pytest.approx(-1_000.0 + (1_000.0 - 500.0) / 1.21)


def test_a_series_of_other_tonnes_is_left_out_of_the_range():
    """100 000 t in the series against 1 000 of the change: 9 000 000 is no upper end of 90 000."""
    notes = NoteBook()
    found = values(1_000.0, prices(), notes=notes, series=[YearlyAmount(0, 100_000.0)])
    assert found["series_npv"].value == pytest.approx(9_000_000.0)
    assert value_range(list(found.values())) == pytest.approx((90_000.0, 90_000.0))
    assert notes.of_kind("series_other_tonnes")[0].values["change"] == pytest.approx(1_000.0)


def test_leakage_is_taken_before_the_buffer():
    """1 000 t less 10 % leakage, of 900 a fifth kept back: 720."""
    found = values(1_000.0, prices(), Deductions(buffer_percent=20.0, leakage_percent=10.0))
    assert found["market"].quantity_tco2 == pytest.approx(720.0)
    assert found["market"].value == pytest.approx(64_800.0)


def test_a_loss_is_a_negative_value_that_no_deduction_makes_smaller():
    notes = NoteBook()
    given_prices = prices(afforestation_cost=260.9, abatement_slope=0.02, abatement_intercept=5.0)
    found = values(-1_000.0, given_prices, Deductions(buffer_percent=20.0), notes)
    assert found["market"].value == pytest.approx(-90_000.0)
    assert found["replacement"].value == pytest.approx(-71_154.55, abs=0.005)
    assert found["abatement"].value == pytest.approx(-15_000.0)
    assert found["abatement"].marginal == pytest.approx(25.0)
    assert [note.kind for note in notes] == ["deductions_of_loss"]


def test_methods_without_a_price_are_left_out_and_told():
    notes = NoteBook()
    found = values(1.0, prices(), notes=notes)
    assert set(found) == {"invest_npv", "annual_npv", "market"}
    (note,) = notes.of_kind("methods_without_price")
    assert note.values["methods"] == "replacement, abatement"


def test_a_price_per_tonne_of_carbon_is_the_same_price():
    """330 per t C are 90 per t CO2."""
    assert values(1_000.0, prices(330.0, "per_tc"))["market"].value == pytest.approx(90_000.0)


@pytest.mark.parametrize(
    ("how", "part"),
    [
        ({"deductions": Deductions(buffer_percent=120.0)}, "BUFFER_PERCENT"),
        ({"deductions": Deductions(leakage_percent=-1.0)}, "LEAKAGE_PERCENT"),
        ({"deductions": Deductions(leakage_percent=math.nan)}, "LEAKAGE_PERCENT"),
        ({"given_prices": prices(abatement_slope=-0.1)}, "ABATEMENT_SLOPE"),
        ({"given_prices": prices(afforestation_cost=-1.0)}, "AFFORESTATION_COST"),
        (
            {"given_prices": prices(discount_rate=5.0), "series": [YearlyAmount(10**8, 1.0)]},
            "a value that is no number",
        ),
    ],
)
def test_shares_and_costs_without_meaning_are_refused(how, part):
    with pytest.raises(InputError, match=part):
        values(1.0, **{"given_prices": prices(), **how})


@given(st.floats(-1e6, 1e6), st.floats(0, 100), st.floats(0, 20), st.floats(0, 8))
def test_present_values_are_those_of_the_tool_alone_and_the_range_holds_all(quantity, price, rate, change):
    """Without deductions each NPV row is what ``value_change`` gives; the range is no sum."""
    given_prices = prices(price, discount_rate=rate, rate_change=change, afforestation_cost=100.0)
    found = values(quantity, given_prices)
    for name in ("invest", "annual"):
        alone = value_change(
            quantity * C_PER_CO2,
            *YEARS,
            price,
            price_unit="per_tco2",
            discount_rate=rate,
            rate_change=change,
            method=name,
        )
        assert found[f"{name}_npv"].value == alone.npv
    lowest, highest = value_range(list(found.values()))
    assert lowest in [value.value for value in found.values()]
    assert all(lowest <= value.value <= highest for value in found.values())
