# SPDX-License-Identifier: GPL-2.0-or-later
"""Accounts looked at by unit, part and year: each figure is an entry, nothing is added up or made up."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest
from dualcarbon.plugin.domain.account_view import (
    Quantity,
    by_part,
    by_unit,
    by_year,
    has_whole,
    quantities,
    transitions,
    ways_down,
    years_of,
)

STOCK = Quantity("baseline/stock", "", "t C")
DIRECT = Quantity("emission/co2e", "1", "t CO2e")
NAN = math.nan


def entry(unit, year, item, value, low=NAN, high=NAN, scope="", measure="t C"):
    return (unit, year, item, scope, value, low, high, measure)


@pytest.fixture
def entries():
    rows = [
        entry("甲", 2020, "baseline/stock", 100.0, 90.0, 110.0),
        entry("乙", 2020, "baseline/stock", 300.0),
        entry("甲", 2025, "baseline/stock", 120.0),
        entry("甲", 2020, "baseline/stock/pool:agb", 40.0),
        entry("甲", 2020, "baseline/stock/pool:soc", 60.0),
        entry("甲", 2020, "baseline/stock/class:paddy", 100.0),
        entry("甲", 2020, "emission/co2e", 7.0, scope="1", measure="t CO2e"),
        entry("甲", 2020, "emission/co2e", 5.0, scope="2", measure="t CO2e"),
        entry("甲", 2020, "emission/co2e/transport", 7.0, scope="1", measure="t CO2e"),
        entry("甲", 2020, "emission/co2e/transport/diesel", 7.0, scope="1", measure="t CO2e"),
    ]
    names = ["unit", "year", "item", "scope", "value", "low", "high", "measure"]
    return pd.DataFrame(rows, columns=names)


def test_quantities_are_wholes_and_scopes_stay_apart(entries):
    assert quantities(entries) == [STOCK, DIRECT, Quantity("emission/co2e", "2", "t CO2e")]


def test_parts_alone_are_a_quantity_without_bars_of_their_own(entries):
    # The table of “Sink baseline” per unit and class has no rows of wholes.
    parts = entries[entries["item"].str.contains("class:")]
    assert quantities(parts) == [STOCK]
    assert not has_whole(parts, STOCK)
    assert has_whole(entries, STOCK)
    assert years_of(parts, STOCK) == [2020]
    view = by_part(parts, STOCK, "class", 2020)
    assert (view.rows, view.columns) == (("甲",), ("baseline/stock/class:paddy",))


def test_units_come_by_size_with_their_interval(entries):
    view = by_unit(entries, STOCK, 2020)
    assert view.rows == ("乙", "甲")
    assert view.value.tolist() == [[300.0], [100.0]]
    assert np.array_equal(view.low, [[NAN], [90.0]], equal_nan=True)
    assert view.measure == "t C"


def test_each_way_of_breaking_down_stands_for_itself(entries):
    assert ways_down(entries, STOCK) == ["class", "pool"]
    view = by_part(entries, STOCK, "pool", 2020)
    assert (view.rows, view.columns) == (("甲",), ("baseline/stock/pool:soc", "baseline/stock/pool:agb"))
    assert view.value.tolist() == [[60.0, 40.0]]


def test_parts_are_one_level_down_and_of_the_same_scope(entries):
    assert ways_down(entries, DIRECT) == [""]
    assert by_part(entries, DIRECT, "", 2020).columns == ("emission/co2e/transport",)
    assert ways_down(entries, Quantity("emission/co2e", "2", "t CO2e")) == []


def test_a_path_has_a_gap_where_a_year_has_no_entry(entries):
    assert years_of(entries, STOCK) == [2020, 2025]
    view = by_year(entries, STOCK)
    assert (view.rows, view.columns) == (("2020", "2025"), ("乙", "甲"))
    assert np.array_equal(view.value, [[300.0, 100.0], [NAN, 120.0]], equal_nan=True)
    assert by_year(entries, STOCK, ("甲",)).columns == ("甲",)


def test_transitions_sum_the_units_that_are_asked_for():
    frame = pd.DataFrame(
        [("甲", "paddy", "grass", 2.0), ("乙", "paddy", "grass", 3.0), ("乙", "grass", "grass", 4.0)],
        columns=["unit", "from_class", "to_class", "area_ha"],
    )
    view = transitions(frame, "area_ha")
    assert view.rows == view.columns == ("grass", "paddy")
    assert np.array_equal(view.value, [[4.0, NAN], [5.0, NAN]], equal_nan=True)
    assert np.array_equal(
        transitions(frame, "area_ha", ("甲",)).value, [[NAN, NAN], [2.0, NAN]], equal_nan=True
    )
