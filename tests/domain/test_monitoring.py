# SPDX-License-Identifier: GPL-2.0-or-later
"""Monitoring: the worked example of the method, levels at their limits, trends against brute force."""

from __future__ import annotations

import math
from itertools import combinations, permutations

import pandas as pd
import pytest
from dualcarbon.plugin.domain.errors import InputError
from dualcarbon.plugin.domain.monitoring import (
    GREEN,
    NO_LEVEL,
    RED,
    YELLOW,
    Plan,
    Thresholds,
    actual_values,
    assess_indicator,
    entries_of_plans,
    level_of,
    parse_targets,
    trend_of,
    worst,
)
from hypothesis import given
from hypothesis import strategies as st

PATH = {2021: 980.0, 2022: 960.0, 2023: 940.0, 2024: 920.0, 2025: 900.0}
ACTUAL = {2021: 985.0, 2022: 970.0, 2023: 955.0, 2024: 940.0, 2025: 930.0}


def plan(base, path, **more):
    return Plan("样例县", "emission/co2", "", base, path, **{"is_budget": True, **more})


def test_the_worked_example():
    """methods.md, WE-k: base 1000 in 2020, P 0.70, U 1.017021, slope −14, S −10, 2035 at 790, yellow."""
    standing = assess_indicator(plan(1000.0, PATH, target=700.0, target_year=2035), ACTUAL, 2025)
    assert standing.progress == pytest.approx(0.70, rel=1e-12)
    assert standing.use == pytest.approx(1.017021, abs=5e-7)
    assert standing.trend.slope == pytest.approx(-14.0, rel=1e-12)
    assert standing.trend.s == -10
    assert standing.expected == pytest.approx(790.0, rel=1e-12)
    assert standing.level == YELLOW
    assert standing.reasons == ("progress", "use")


def test_later_years_do_not_count():
    early = assess_indicator(plan(1000.0, PATH), ACTUAL, 2022)
    assert early.progress == pytest.approx(30.0 / 40.0)
    assert early.use == pytest.approx(1955.0 / 1940.0)


def test_the_rest_of_an_allowance_lasts_so_long():
    """5 · 100 allowed, 3 · 120 used: 140 are left, at 120 a year for 1 1/6 years."""
    allowance = dict.fromkeys(range(2021, 2026), 100.0)
    used = dict.fromkeys(range(2021, 2024), 120.0)
    assert assess_indicator(plan(100.0, allowance), used, 2023).years_left == pytest.approx(140.0 / 120.0)
    spent = dict.fromkeys(range(2021, 2026), 120.0)
    assert assess_indicator(plan(100.0, allowance), spent, 2025).years_left == 0.0


@pytest.mark.parametrize(
    ("progress", "use", "level"),
    [
        (0.9, 1.0, GREEN),
        (0.899, 1.0, YELLOW),
        (0.9, 1.001, YELLOW),
        (0.2, 1.05, YELLOW),
        (0.7, 1.2, YELLOW),
        (0.699, 1.051, RED),
        (math.nan, 1.0, GREEN),
        (math.nan, 1.2, RED),
        (math.nan, math.nan, YELLOW),
    ],
)
def test_levels_at_their_limits(progress, use, level):
    assert level_of(progress, use, breach_ha=0.0, rises=False, thresholds=Thresholds())[0] == level


def test_a_limit_that_only_rounding_misses_is_met():
    """(10 − 9.73)/(10 − 9.7) is 0.9, computed as 0.8999999999999965."""
    progress = (10 - 9.73) / (10 - 9.7)
    assert progress < 0.9
    judge = {"breach_ha": 0.0, "rises": False, "thresholds": Thresholds()}
    assert level_of(progress, 1.0 + 1e-12, **judge)[0] == "green"
    assert level_of(0.8999999, 1.0 + 1e-6, **judge)[0] == "yellow"


def test_a_breach_or_a_rising_trend_is_red_whatever_the_progress():
    assert level_of(1.0, 0.5, breach_ha=0.01, rises=False, thresholds=Thresholds()) == (RED, ("breach",))
    assert level_of(1.0, 0.5, breach_ha=0.0, rises=True, thresholds=Thresholds()) == (RED, ("trend",))
    assert worst([GREEN, RED, YELLOW]) == RED
    assert worst(["", GREEN]) == GREEN
    assert worst([""]) == worst([]) == NO_LEVEL


def test_emissions_that_surely_rise_are_red_and_a_sink_that_rises_is_not():
    rising = {2015 + number: 100.0 + number for number in range(10)}
    path = dict.fromkeys(rising, 200.0)
    assert assess_indicator(plan(300.0, path), rising, 2024).level == RED
    sink = plan(100.0, dict.fromkeys(rising, 105.0), falls=False, is_budget=False)
    assert assess_indicator(sink, rising, 2024).level == GREEN


@pytest.mark.parametrize(
    ("year", "value", "level"),
    [
        (2019, 900.0, NO_LEVEL),
        (2020, 1000.0, NO_LEVEL),
        (2020, 1010.0, NO_LEVEL),
        (2021, 990.0, RED),
        (2021, math.nan, YELLOW),
        (2022, 900.0, YELLOW),
    ],
)
def test_up_to_the_base_year_there_is_no_level(year, value, level):
    """980 planned for 2021: 990 is half of the task. After the base, what is not known stays yellow."""
    plain = plan(1000.0, {2020: 1000.0, 2021: 980.0}, base_year=2020, is_budget=False)
    assert assess_indicator(plain, {year: value}, year).level == level


def test_a_breach_or_a_budget_counts_in_the_base_year_too():
    of_budget = plan(1000.0, {2020: 1000.0, 2021: 980.0}, base_year=2020)
    assert assess_indicator(of_budget, {2020: 1040.0}, 2020).level == YELLOW
    assert assess_indicator(of_budget, {2020: 1000.0}, 2020, breach_ha=0.1).level == RED


@pytest.mark.parametrize(
    ("planned", "value", "level"),
    [
        (1050.0, 1040.0, GREEN),
        (1050.0, 1050.0 * (1 + 1e-12), GREEN),
        (1050.0, 1060.0, RED),
        (1050.0, 2000.0, RED),
        (1000.0, 1000.0, GREEN),
        (1000.0, 900.0, GREEN),
        (1000.0, 1001.0, RED),
    ],
)
def test_before_the_peak_the_path_is_a_limit(planned, value, level):
    """(1000 − 2000)/(1000 − 1050) would be a progress of 20 for twenty times the growth allowed."""
    rising = plan(1000.0, {2025: planned}, base_year=2020, is_budget=False)
    standing = assess_indicator(rising, {2025: value}, 2025)
    assert standing.level == level
    assert math.isnan(standing.progress)
    assert standing.reasons == (() if level == GREEN else ("progress",))
    sink = plan(-1000.0, {2025: -planned}, base_year=2020, is_budget=False, falls=False)
    assert assess_indicator(sink, {2025: -value}, 2025).level == level


def test_the_rest_of_an_allowance_is_not_known_with_a_gap():
    allowance = dict.fromkeys(range(2021, 2026), 100.0)
    assert math.isnan(assess_indicator(plan(100.0, allowance), {2021: 90.0, 2023: 90.0}, 2023).years_left)


def test_the_use_of_a_budget_is_that_of_the_years_which_are_known():
    """970 + 940 of 960 + 920 allowed; 2021 and 2023 are not known."""
    known = {2021: math.nan, 2022: 970.0, 2024: 940.0}
    assert assess_indicator(plan(1000.0, PATH), known, 2024).use == pytest.approx(1910.0 / 1880.0, rel=1e-12)


def booked(*rows):
    return pd.DataFrame(rows, columns=["unit", "item", "scope", "year", "value"])


def counted_by(scope, *rows):
    plans = [Plan("样例县", "emission/co2", scope, 1000.0, {2021: 980.0})]
    counted = entries_of_plans(booked(*(("样例县", "emission/co2", *row) for row in rows)), plans)
    return actual_values(counted, plans)[0]


BY_SCOPE = [("1", 2020, 600.0), ("2", 2020, 400.0), ("3", 2020, 50.0), ("1", 2021, 590.0), ("2", 2021, 395.5)]


def test_without_a_scope_the_sum_of_scopes_1_and_2_counts():
    assert counted_by("", *BY_SCOPE) == {2020: 1000.0, 2021: 985.5}
    assert counted_by("1", *BY_SCOPE) == {2020: 600.0, 2021: 590.0}
    assert counted_by("3", *BY_SCOPE) == {2020: 50.0}
    assert counted_by("", ("", 2020, 1000.0), *BY_SCOPE) == {2020: 1000.0}


def test_a_sum_that_lacks_a_scope_or_its_value_is_not_known():
    gap = counted_by("", *BY_SCOPE, ("1", 2022, 580.0), ("1", 2023, 570.0), ("2", 2023, math.nan))
    assert gap.keys() == {2020, 2021, 2022, 2023}
    assert math.isnan(gap[2022])
    assert math.isnan(gap[2023])
    assert counted_by("", ("1", 2020, 600.0)) == {2020: 600.0}


def test_each_plan_counts_its_own_unit_and_item():
    plans = [Plan(*key, 1.0, {2021: 1.0}) for key in (("A", "x/y", ""), ("B", "x/y", ""), ("A", "x/z", "2"))]
    rows = [("A", "x/y", "", 2020, 1.0), ("B", "x/y", "1", 2020, 2.0), ("A", "x/z", "2", 2020, 4.0)]
    others = [("A", "x/z", "1", 2020, 8.0), ("C", "x/y", "", 2020, 16.0)]
    counted = entries_of_plans(booked(*rows, *others), plans)
    assert actual_values(counted, plans) == [{2020: 1.0}, {2020: 2.0}, {2020: 4.0}]


values = st.lists(st.integers(-5, 5), min_size=2, max_size=12)


@given(values)
def test_s_counts_the_pairs_that_rise_and_fall(series):
    expected = sum((later > former) - (later < former) for former, later in combinations(series, 2))
    assert trend_of({2000 + year: float(value) for year, value in enumerate(series)}).s == expected


@pytest.mark.parametrize(
    "series", [(1, 2, 3, 4, 5, 6, 7, 8), (1, 1, 2, 2, 3, 3, 4, 4), (3, 1, 2, 2, 1, 3, 2, 1)]
)
def test_the_variance_is_that_of_all_orders(series):
    """Mann–Kendall's z against the variance of S over every order of the values."""
    scores = [
        sum((later > former) - (later < former) for former, later in combinations(order, 2))
        for order in set(permutations(series))
    ]
    spread = math.sqrt(sum(score**2 for score in scores) / len(scores))
    trend = trend_of({2000 + year: float(value) for year, value in enumerate(series)})
    expected = (trend.s - math.copysign(1.0, trend.s)) / spread if trend.s else 0.0
    assert trend.z == pytest.approx(expected, rel=1e-9)
    assert trend.p == pytest.approx(2.0 * 0.5 * math.erfc(abs(expected) / math.sqrt(2.0)), rel=1e-9)


def test_the_normal_approximation_begins_with_eight_years():
    """S = 21 of seven years that rise, 28 of eight: variances 44 1/3 and 65 1/3 (n(n−1)(2n+5)/18)."""
    rising = {2000 + year: float(year) for year in range(8)}
    seven = trend_of(dict(list(rising.items())[:7]))
    assert (seven.s, math.isnan(seven.z), seven.is_significant()) == (21, True, False)
    assert trend_of(rising).z == pytest.approx(27.0 / math.sqrt(196.0 / 3.0), rel=1e-12)
    assert trend_of(rising).is_significant()


def test_a_trend_is_sure_below_five_per_cent():
    """S = 16 of eight years has z = 15/√(196/3) = 1.856, p = 6.3 %; S = 18 has z = 2.103, p = 3.5 %."""
    for series, s, sure in (((4, 1, 2, 3, 5, 7, 8, 6), 18, True), ((4, 1, 2, 3, 7, 5, 8, 6), 16, False)):
        trend = trend_of({2000 + year: float(value) for year, value in enumerate(series)})
        assert (trend.s, trend.is_significant()) == (s, sure)


def test_short_and_broken_series():
    assert math.isnan(trend_of({2020: 1.0}).slope)
    assert math.isnan(trend_of(ACTUAL).p)
    gap = trend_of({2020: 1.0, 2021: math.nan, 2022: 3.0})
    assert (gap.slope, gap.s) == (1.0, 1)


def table(*rows):
    frame = pd.DataFrame(rows, columns=["unit", "item", "role", "year", "value"], dtype=object)
    return frame.set_axis(range(2, len(rows) + 2), axis=0)


CO2 = ("样例县", "emission/co2")


def test_plans_come_from_a_table():
    base, path = (*CO2, "base", "2020", "1000"), (*CO2, "path", "2021", "980")
    rows = table(base, path, (*CO2, "target", "2035", "700"))
    (found,) = parse_targets(rows.assign(budget="yes", yellow_use="1.1"), "targets")
    assert (found.base, found.path, found.target, found.target_year) == (1000.0, {2021: 980.0}, 700.0, 2035)
    assert found.falls
    assert found.is_budget
    assert found.thresholds == Thresholds(yellow_use=1.1)
    (plain,) = parse_targets(rows.iloc[:2].assign(direction="rises"), "targets")
    assert (found.base_year, plain.base_year) == (2020, 2020)
    assert (plain.target, plain.target_year, plain.falls, plain.is_budget) == (980.0, 2021, False, False)


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ([(*CO2, "path", "2021", "980")], "needs one row with the role base"),
        ([(*CO2, "base", "2020", "1000")], "at least one with the role path"),
        ([(*CO2, "base", "2020", "viel")], "row 2: “viel” in column value"),
        ([(*CO2, "goal", "2020", "1")], "row 2: “goal” in column role"),
        ([(*CO2, "path", "2021", "1"), (*CO2, "path", "2021", "2")], "row 3.*two values"),
    ],
)
def test_tables_that_say_no_plan_are_refused_by_row(rows, sentence):
    with pytest.raises(InputError, match=sentence):
        parse_targets(table(*rows), "targets")
    with pytest.raises(InputError, match="lacks the columns item"):
        parse_targets(table(*rows).drop(columns="item"), "targets")
