# SPDX-License-Identifier: GPL-2.0-or-later
"""Mineral soil against brute force: intervals by moving every factor, releases by adding up the years."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
from dualcarbon.plugin.domain.mineral_soil import Land, SoilStock, stock_of
from hypothesis import given, settings
from hypothesis import strategies as st
from test_mineral_soil import CO2, account

CLASSES = ("rainfed_cropland", "paddy", "orchard", "mixed_forest", "natural_grassland", "managed_grassland")
CLIMATES = ("warm_temperate_moist", "cool_temperate_dry", "tropical_wet")
parcels = st.lists(
    st.fixed_dictionaries(
        {
            "class_before": st.sampled_from(CLASSES),
            "class_after": st.sampled_from(CLASSES),
            "climate": st.sampled_from(CLIMATES),
            "soil_group": st.sampled_from(("high_activity_clay_soils", "sandy_soils")),
            "year": st.integers(1995, 2025),
            "area_ha": st.floats(0.01, 1000.0),
        }
    ),
    min_size=1,
    max_size=8,
)


def rows_of_parcel(row):
    lands = (Land(row[f"class_{when}"], row["climate"], row["soil_group"]) for when in ("before", "after"))
    before, after = map(stock_of, lands)
    assert isinstance(before, SoilStock)
    assert isinstance(after, SoilStock)
    return before, after


def moved(stock, name, value):
    """The stock with one factor at another value: a product is multiplied anew."""
    rows = {key: replace(row, value=value) if key == name else row for key, row in stock.rows.items()}
    return math.prod(row.value for row in rows.values())


def width_by_moving(rows, amount, bound):
    """Half-width in quadrature of ``amount`` (of stocks per parcel) by moving each factor alone."""
    pairs = [rows_of_parcel(row) for row in rows]
    base = amount([(before.value, after.value) for before, after in pairs])
    names = {name: row for pair in pairs for stock in pair for name, row in stock.rows.items()}
    down = up = 0.0
    for name, row in names.items():
        ends = []
        for value in (row.low, row.high):
            stocks = [tuple(moved(stock, name, value) for stock in pair) for pair in pairs]
            ends.append(amount(stocks) - base)
        down += min(0.0, *ends) ** 2
        up += max(0.0, *ends) ** 2
    return math.sqrt(down if bound == "low" else up)


@settings(max_examples=40)
@given(parcels)
def test_intervals_of_a_stock_are_those_of_moving_each_factor(rows):
    """A stock is linear in every single factor, so that moving one at a time is exact."""
    year = 2025
    share = [min(1.0, (year - row["year"]) / 20) for row in rows]

    def amount(stocks):
        return math.fsum(
            row["area_ha"] * (before + (after - before) * part)
            for row, (before, after), part in zip(rows, stocks, share)
        )

    total = account(*rows, year=year).total
    down = width_by_moving(rows, amount, "low")
    up = width_by_moving(rows, amount, "high")
    assert total["stock_tc"] - total["stock_tc_low"] == pytest.approx(down, rel=1e-6, abs=1e-6)
    assert total["stock_tc_high"] - total["stock_tc"] == pytest.approx(up, rel=1e-6, abs=1e-6)


@settings(max_examples=40)
@given(parcels)
def test_intervals_of_the_flux_are_those_of_moving_each_factor(rows):
    rows = [{**row, "year": 2020} for row in rows]
    gains = [after.value >= before.value for before, after in map(rows_of_parcel, rows)]

    def amount(stocks):
        return math.fsum(
            row["area_ha"] * (after - before) / 20 * CO2
            for row, (before, after), gain in zip(rows, stocks, gains)
            if gain
        )

    total = account(*rows).total
    up = width_by_moving(rows, amount, "high")
    assert total["removal_tco2e_a_high"] - total["removal_tco2e_a"] == pytest.approx(up, rel=1e-6, abs=1e-6)


@settings(max_examples=40)
@given(parcels, st.integers(1, 40))
def test_the_years_add_up_to_the_difference_of_the_stocks(rows, transition_a):
    """Σ of net over all years = −44/12 · Σ A·(after − before); opening stock + change = closing stock."""
    rows = [{**row, "year": 2025} for row in rows]
    found = account(*rows, year=2025, transition_a=transition_a)
    ends = [rows_of_parcel(row) for row in rows]
    whole = math.fsum(row["area_ha"] * (b.value - a.value) for row, (a, b) in zip(rows, ends))
    size = math.fsum(row["area_ha"] * (a.value + b.value) for row, (a, b) in zip(rows, ends))
    assert math.fsum(found.path["net_tco2e_a"]) == pytest.approx(-whole * CO2, abs=1e-9 * size * CO2)
    end = account(*rows, year=2025 + transition_a, transition_a=transition_a)
    opening, closing = found.total["stock_tc"], end.total["stock_tc"]
    assert closing - opening == pytest.approx(whole, abs=1e-9 * size)
    assert (end.total["removal_tco2e_a"], end.total["emission_tco2e_a"]) == (0.0, 0.0)


@settings(max_examples=30)
@given(parcels, st.randoms(use_true_random=False))
def test_figures_do_not_depend_on_the_order_of_parcels(rows, shuffle):
    mixed = list(rows)
    shuffle.shuffle(mixed)
    assert account(*rows).total == account(*mixed).total


@settings(max_examples=30)
@given(parcels)
def test_parcels_add_up_to_the_total_and_widths_at_most(rows):
    """Fully correlated parcels: the width of the sum is at most the sum of widths, and equal for copies."""
    found = account(*rows)
    assert found.total["stock_tc"] == pytest.approx(math.fsum(found.parcels["stock_tc"]), rel=1e-12)
    widths = math.fsum(found.parcels["stock_tc_high"] - found.parcels["stock_tc"])
    assert found.total["stock_tc_high"] - found.total["stock_tc"] <= widths * (1 + 1e-9)
    one, both = account(rows[0]), account(rows[0], rows[0])
    for name in ("stock_tc", "stock_tc_low", "removal_tco2e_a_high", "emission_tco2e_a_low"):
        assert both.total[name] == pytest.approx(2 * one.total[name], rel=1e-9)
    assert np.isfinite(found.parcels[["stock_tc", "net_tco2e_a"]].to_numpy(float)).all()
