# SPDX-License-Identifier: GPL-2.0-or-later
"""The value of a stock change through Processing and in a model's terms: numbers in, numbers out."""

from __future__ import annotations

import pytest

INVEST_CASE = {"CHANGE_TC": -58, "YEAR_BEFORE": 2016, "YEAR_AFTER": 2030, "PRICE": 43, "DISCOUNT_RATE": -7.1}


def test_the_published_case_of_invest(run):
    result = run("valuechange", **INVEST_CASE, RATE_CHANGE=2.8)
    assert result["NPV"] == pytest.approx(-3422.079, abs=5e-4)
    assert result["CONSTANT"] == pytest.approx(59.00136, abs=5e-6)


def test_yearly_payments_per_tonne_of_co2(run):
    """WE-l of the methods: 100 t a year at 80 is 72 080.19; as CO2 it is 44/12 of it."""
    result = run(
        "valuechange",
        CHANGE_TC=1000,
        YEAR_BEFORE=2025,
        YEAR_AFTER=2035,
        PRICE=80,
        PRICE_UNIT="per_tco2",
        DISCOUNT_RATE=5,
        RATE_CHANGE=3,
        METHOD="annual",
    )
    assert result["NPV"] == pytest.approx(72_080.19 * 44 / 12, rel=1e-6)


def test_years_in_the_wrong_order_are_refused(refused):
    assert "YEAR_AFTER (2010)" in refused("valuechange", **{**INVEST_CASE, "YEAR_AFTER": 2010})
