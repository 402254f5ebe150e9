# SPDX-License-Identifier: GPL-2.0-or-later
"""The value of a stock change through Processing and in a model's terms: numbers in, numbers out."""

from __future__ import annotations

import pytest
from layers_by_hand import make_layer, manifest_of, rows_of

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


#: A thousand tonnes of CO2 over ten years at 90 per tonne.
THOUSAND = {
    "CHANGE_TC": 1000 * 12 / 44,
    "YEAR_BEFORE": 2025,
    "YEAR_AFTER": 2035,
    "PRICE": 90,
    "PRICE_UNIT": "per_tco2",
}


def test_methods_stand_side_by_side_without_a_sum(run, tmp_path):
    """WE-l of the methods: market 90 000, planting 71 154.55, abatement 10 000 with the last tonne at 20."""
    result = run(
        "valuechange",
        **THOUSAND,
        AFFORESTATION_COST=260.9,
        ABATEMENT_SLOPE=0.02,
        OUTPUT="memory:",
        MANIFEST=str(tmp_path / "run.json"),
    )
    rows = {row["method"]: row for row in rows_of(result["OUTPUT"])}
    assert set(rows) == {"invest_npv", "annual_npv", "market", "replacement", "abatement"}
    assert rows["market"]["value"] == pytest.approx(90_000)
    assert rows["replacement"]["value"] == pytest.approx(71_154.55, abs=0.005)
    assert rows["abatement"]["value"] == pytest.approx(10_000)
    assert rows["abatement"]["marginal"] == pytest.approx(20)
    assert rows["invest_npv"]["marginal"] is None
    assert (result["VALUE_MIN"], result["VALUE_MAX"]) == (pytest.approx(10_000), pytest.approx(90_000))
    assert manifest_of(result)["value_max"] == pytest.approx(90_000)


def test_a_buffer_counts_in_the_table_and_leaves_the_net_present_value(run):
    """WE-l: 72 080.19 and with a buffer of 20 % 57 664.15; NPV stays what it was."""
    series = make_layer([(None, {"year": 2025 + t, "quantity_tco2": 100.0}) for t in range(1, 11)])
    how = {**THOUSAND, "PRICE": 80, "DISCOUNT_RATE": 5, "RATE_CHANGE": 3, "METHOD": "annual"}
    result = run("valuechange", **how, BUFFER_PERCENT=20, SERIES=series, OUTPUT="memory:")
    assert result["NPV"] == pytest.approx(72_080.19, abs=0.005)
    rows = {row["method"]: row["value"] for row in rows_of(result["OUTPUT"])}
    assert rows["annual_npv"] == pytest.approx(57_664.15, abs=0.005)
    assert rows["series_npv"] == pytest.approx(57_664.15, abs=0.005)


@pytest.mark.parametrize(
    ("row", "part"),
    [
        ({"year": 2024, "quantity_tco2": 1.0}, "SERIES, row 1, column “year”"),
        ({"year": 2026, "quantity_tco2": "much"}, "SERIES, row 1, column “quantity_tco2”: “much”"),
        ({"year": 2026}, "SERIES needs rows"),
    ],
)
def test_a_series_that_cannot_be_read_is_refused(refused, row, part):
    assert part in refused("valuechange", **THOUSAND, SERIES=make_layer([(None, row)]))
