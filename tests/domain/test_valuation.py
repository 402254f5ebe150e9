# SPDX-License-Identifier: GPL-2.0-or-later
"""NPV: InVEST's published regression cases, WE-l of the methods, and the limits of the formula."""

from __future__ import annotations

import pytest
from dualcarbon.plugin.domain.errors import InputError
from dualcarbon.plugin.domain.valuation import value_change
from hypothesis import given
from hypothesis import strategies as st

#: natcap/invest, tests/test_carbon.py: V = 43, r = −7.1 %, c = 2.8 %, 2016 to 2030.
INVEST_CASE = {
    "year_before": 2016,
    "year_after": 2030,
    "price": 43.0,
    "discount_rate": -7.1,
    "rate_change": 2.8,
}


def test_invest_regression_values():
    """WE-INV-04 and 05: −58 t C/ha; the constant has 14 terms."""
    value = value_change(-58.0, **INVEST_CASE)
    assert value.npv == pytest.approx(-3422.079, abs=5e-4)
    assert value.constant == pytest.approx(59.00136, abs=5e-6)


@pytest.mark.parametrize(("change", "npv"), [(-58.0, -0.34220789207450353), (-78.0, -0.4602106134795047)])
def test_invest_pixels_of_one_square_metre(change, npv):
    """WE-INV-07 and 08, to the last printed digit."""
    assert value_change(change * 1e-4, **INVEST_CASE).npv == pytest.approx(npv, rel=1e-12)


def test_zero_rates_give_price_times_change():
    """WE-INV-06: −58 · 43 = −2494."""
    plain = {**INVEST_CASE, "discount_rate": 0.0, "rate_change": 0.0}
    assert value_change(-58.0, **plain).npv == pytest.approx(-2494.0)
    assert value_change(-58.0, **plain, method="annual").npv == pytest.approx(-2494.0)


def test_willamette_as_reported():
    """The report of InVEST's sample: −3 526 095.01 t C, 43 per t C, 7 %, 0 %, 30 years."""
    value = value_change(-3_526_095.01, 2020, 2050, 43.0, discount_rate=7.0, rate_change=0.0)
    assert value.npv == pytest.approx(-67_106_282.85, rel=1e-7)


def test_yearly_payments_of_the_methods():
    """WE-l: 100 t/a, 80 per t, +3 %, 5 %, ten years → 72 080.19."""
    value = value_change(1_000.0, 2025, 2035, 80.0, discount_rate=5.0, rate_change=3.0, method="annual")
    assert value.npv == pytest.approx(72_080.19, abs=0.005)


def test_a_price_per_tonne_of_co2_counts_44_twelfths():
    carbon, dioxide = (
        value_change(12.0, 2020, 2025, 30.0, price_unit=unit, discount_rate=0.0, rate_change=0.0).npv
        for unit in ("per_tc", "per_tco2")
    )
    assert (carbon, dioxide) == (pytest.approx(360.0), pytest.approx(1_320.0))


@pytest.mark.parametrize(
    ("change", "part"),
    [
        ({"year_after": 2016}, "YEAR_AFTER"),
        ({"year_after": 2010}, "YEAR_AFTER"),
        ({"discount_rate": -100.0}, "DISCOUNT_RATE"),
        ({"rate_change": float("nan")}, "RATE_CHANGE"),
        ({"year_after": 3017}, "more than 1000 years"),
        ({"price": float("nan")}, "a value that is no number"),
        ({"discount_rate": 1e300}, "a value that is no number"),  # 1e298 to the power of 13
        ({"discount_rate": -99.9, "year_after": 2216}, "a value that is no number"),  # 0.001^199 is 0
    ],
)
def test_years_and_rates_without_meaning_are_refused(change, part):
    with pytest.raises(InputError, match=part):
        value_change(1.0, **{**INVEST_CASE, **change})


def test_a_change_that_is_no_number_is_refused():
    with pytest.raises(InputError, match="CHANGE_TC"):
        value_change(float("nan"), **INVEST_CASE)


def test_a_thousand_years_are_valued():
    """At a rate of 0 the years do not matter."""
    plain = {**INVEST_CASE, "year_after": 3016, "discount_rate": 0.0, "rate_change": 0.0}
    assert value_change(-58.0, **plain).npv == pytest.approx(-2494.0)


@given(st.floats(-1e6, 1e6), st.integers(1, 60), st.floats(-50, 50), st.sampled_from(["invest", "annual"]))
def test_the_value_is_proportional_to_the_change_and_keeps_its_sign(change, years, rate, method):
    value = value_change(change, 2020, 2020 + years, 50.0, discount_rate=rate, rate_change=0.0, method=method)
    assert value.npv == pytest.approx(change * value.constant)
    assert value.constant > 0.0
