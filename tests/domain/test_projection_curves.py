# SPDX-License-Identifier: GPL-2.0-or-later
"""Paths along growth curves: exact sums, ages found and stated, ends of growth, intervals."""

from __future__ import annotations

import math

import numpy as np
import pytest
from dualcarbon.plugin.domain.errors import InputError
from dualcarbon.plugin.domain.notes import NoteBook
from dualcarbon.plugin.domain.projection.curves import (
    CONSTANT_UNTIL,
    LINEAR_DECLINE,
    LOGISTIC,
    POINTS,
    RICHARDS,
    DensityCurve,
    RateCurve,
)
from hypothesis import given, settings
from hypothesis import strategies as st
from projection_cases import CO2, age_rows, at, baseline, cells, curve_rows, factors, walk

FOREST = cells(("甲", "mixed_forest", 2.0))
STAND = {"kind": "logistic", "w": 100, "k": 9, "a": math.log(9.0) / 30.0}
#: 0 at the beginning, 10 at ten years, 30 at twenty, then level and from a hundred years on falling.
POINT_ROWS = [
    {"kind": "points", "age_a": age, "density": density}
    for age, density in ((0, 0), (10, 10), (20, 30), (100, 30), (120, 20))
]


def removals_of(path, first, last):
    years = path.by_unit[path.by_unit["year"].between(first, last)]
    return math.fsum(years["removal_tco2e_a"]) - math.fsum(years["emission_tco2e_a"])


def test_the_formulas():
    """Logistic 100/(1 + 9·e^(−ln 9)) = 50; Chapman–Richards 80·(1 − e^(−ln 2))² = 20; lines."""
    logistic = DensityCurve(LOGISTIC, w=100.0, k=9.0, a=math.log(9.0) / 30.0)
    assert logistic.density(np.array([0.0, 30.0, 60.0, math.inf])) == pytest.approx([10.0, 50.0, 90.0, 100.0])
    richards = DensityCurve(RICHARDS, w=80.0, k=math.log(2.0) / 25.0, p=2.0)
    assert richards.density(np.array([0.0, 25.0, math.inf])) == pytest.approx([0.0, 20.0, 80.0])
    points = DensityCurve(POINTS, ages=(5.0, 10.0, 30.0), densities=(0.0, 20.0, 40.0))
    assert points.density(np.array([5.0, 7.5, 20.0, 90.0])) == pytest.approx([0.0, 10.0, 30.0, 40.0])


curves = st.one_of(
    st.builds(
        lambda w, k, a: DensityCurve(LOGISTIC, w=w, k=k, a=a),
        st.floats(10, 500),
        st.floats(0.5, 100),
        st.floats(0.01, 0.5),
    ),
    st.builds(
        lambda w, k, p: DensityCurve(RICHARDS, w=w, k=k, p=p),
        st.floats(10, 500),
        st.floats(0.005, 0.3),
        st.floats(0.3, 5),
    ),
    st.builds(
        lambda steps: DensityCurve(
            POINTS,
            ages=tuple(np.cumsum([0.0, *(age for age, _ in steps)]).tolist()),
            densities=tuple(np.cumsum([0.0, *(gain for _, gain in steps)]).tolist()),
        ),
        st.lists(st.tuples(st.floats(1, 40), st.floats(1, 60)), min_size=1, max_size=6),
    ),
)


@given(curves, st.floats(0.0, 0.98))
def test_the_age_of_a_density_gives_the_density_back(curve, share):
    """Inverting the curve anywhere between its beginning and its highest density."""
    lowest = float(curve.density(np.array([0.0]))[0])
    density = lowest + share * (curve.highest - lowest)
    age_a = curve.age_of(np.array([density]))
    assert curve.density(age_a)[0] == pytest.approx(density, rel=1e-7, abs=1e-7 * curve.highest)


@given(curves, st.floats(0.0, 200.0), st.integers(1, 100))
def test_yearly_growth_adds_up_to_the_difference_of_the_curve(curve, age_a, years):
    ages = np.array([age_a])
    grown = math.fsum(float(curve.growth(ages, year)[0]) for year in range(1, years + 1))
    whole = float((curve.density(ages + years) - curve.density(ages))[0])
    assert grown == pytest.approx(whole, abs=1e-9 * curve.highest)


def test_below_its_beginning_a_curve_starts_and_at_its_end_it_stands():
    logistic = DensityCurve(LOGISTIC, w=100.0, k=9.0, a=0.1)
    assert logistic.age_of(np.array([0.0, 4.0, 100.0, 180.0])).tolist() == [0.0, 0.0, math.inf, math.inf]
    assert logistic.growth(np.array([math.inf]), 7).tolist() == [0.0]
    falling = DensityCurve(POINTS, ages=(0.0, 50.0, 100.0), densities=(0.0, 80.0, 40.0))
    assert falling.age_of(np.array([40.0, 80.0])).tolist() == [25.0, math.inf]


def test_the_age_is_found_from_the_density():
    """50 of 100 t C/ha: thirty years old; at sixty the curve stands at 90. 40 : 10 grow as 72 : 18."""
    notes = NoteBook()
    path = walk(baseline(FOREST), tuple(range(2025, 2056)), curves=curve_rows(STAND), notes=notes)
    last = at(path.by_class, 2055)
    assert (last["agb_tc"], last["bgb_tc"]) == (pytest.approx(144.0), pytest.approx(36.0))
    # Litter and soil keep their constant rates beside it: 0.15 t C/(ha·a).
    grown = at(path.by_unit, 2055)["stock_tc"] - at(path.by_unit, 2025)["stock_tc"]
    assert grown == pytest.approx(2 * (40.0 + 30 * 0.15))
    assert removals_of(path, 2026, 2055) / CO2 == pytest.approx(grown, rel=1e-12)
    # The bend at the start: at thirty years the curve gains 1.83 t C/(ha·a), the factor states 0.5.
    (note,) = notes.of_kind("path_curve_start")
    first = 100 / (1 + 9 ** (-1 / 30)) - 50.0
    assert (note.values["curve"], note.values["rate"]) == pytest.approx((2 * first * CO2, 2 * 0.5 * CO2))


def test_dry_matter_counts_by_its_carbon_and_roots_follow_the_trees():
    """40 t C/ha above ground of 160 t d.m. × 0.5: half the asymptote; in thirty years 72, roots 18."""
    above = {**STAND, "w": 160, "unit": "t d.m./ha", "carbon_fraction": 0.5, "component": "agb"}
    last = at(walk(baseline(FOREST), (2055,), curves=curve_rows(above)).by_class, 2055)
    assert (last["agb_tc"], last["bgb_tc"]) == (pytest.approx(2 * 72.0), pytest.approx(2 * 18.0))


def test_a_dense_stand_grows_no_more_and_is_listed():
    notes = NoteBook()
    path = walk(baseline(FOREST), (2035,), curves=curve_rows({**STAND, "w": 45}), notes=notes)
    assert at(path.by_unit, 2035)["removal_tco2e_a"] == pytest.approx(2 * 0.15 * CO2)
    (note,) = notes.of_kind("path_saturated")
    assert (note.area_ha, note.values["classes"]) == (2.0, "mixed_forest")


def test_stated_ages_go_before_the_density():
    """Half at 10 years gains 20 in ten years, half at 105 loses 5 (30 − 27.5 → 22.5): net 7.5 a hectare."""
    ages = age_rows(
        {"carbon_class": "mixed_forest", "age_a": 10, "share": 0.5},
        {"carbon_class": "mixed_forest", "age_a": 105, "share": 0.5},
    )
    path = walk(baseline(FOREST), (2025, 2035), curves=curve_rows(*POINT_ROWS), ages=ages)
    first, last = (at(path.by_class, year) for year in (2025, 2035))
    assert last["agb_tc"] + last["bgb_tc"] - first["agb_tc"] - first["bgb_tc"] == pytest.approx(2 * 7.5)


def test_an_old_stand_that_declines_emits():
    """From 100 years on 0.5 t C/(ha·a) less: an emission of biomass, no negative removal."""
    ages = age_rows({"unit": "甲", "carbon_class": "mixed_forest", "age_a": 100, "share": 1})
    unit = at(walk(baseline(FOREST), (2030,), curves=curve_rows(*POINT_ROWS), ages=ages).by_unit, 2030)
    assert unit["emission_tco2e_a"] == pytest.approx(2 * 0.5 * CO2)
    assert unit["removal_tco2e_a"] == pytest.approx(2 * 0.15 * CO2)


def test_age_groups_have_curves_of_their_own():
    """Planted ground by its curve, the rest by none: it keeps the rate of 0.5."""
    planted = {"kind": "points", "age_group": "planted"}
    rows = [{**planted, "age_a": 0, "density": 0}, {**planted, "age_a": 50, "density": 100}]
    ages = age_rows(
        {"carbon_class": "mixed_forest", "age_group": "planted", "age_a": 10, "area_ha": 0.5},
        {"carbon_class": "mixed_forest", "age_group": "natural", "age_a": "", "area_ha": 1.5},
    )
    notes = NoteBook()
    path = walk(baseline(FOREST), (2026,), curves=curve_rows(*rows), ages=ages, notes=notes)
    assert at(path.by_unit, 2026)["removal_tco2e_a"] == pytest.approx((0.5 * 2 + 1.5 * 0.5 + 2 * 0.15) * CO2)
    (note,) = notes.of_kind("path_without_curve")
    assert note.area_ha == pytest.approx(1.5)


def test_a_rate_that_falls_to_nothing():
    """0.5 falls evenly to 0 over ten years: 2.5 in all, 0.475 in the first year, nothing after the tenth."""
    path = walk(
        baseline(FOREST),
        tuple(range(2025, 2041)),
        curves=curve_rows({"kind": "linear_decline", "end_year": 2035}),
    )
    first, last = at(path.by_class, 2025), at(path.by_class, 2040)
    assert last["agb_tc"] + last["bgb_tc"] - first["agb_tc"] - first["bgb_tc"] == pytest.approx(2 * 2.5)
    assert at(path.by_unit, 2026)["removal_tco2e_a"] == pytest.approx(2 * (0.475 + 0.15) * CO2)
    assert at(path.by_unit, 2036)["removal_tco2e_a"] == pytest.approx(2 * 0.15 * CO2)
    # The interval is that of the factor: 0.2 to 0.9 for 0.5, five full years of it.
    growth_up = 2 * 5 * 0.4
    stock_up = at(walk(baseline(FOREST), (2025,)).by_unit, 2025)
    up = math.hypot(stock_up["stock_tc_high"] - stock_up["stock_tc"], growth_up)
    rest = 2 * math.hypot(15 * 0.15, 15 * 0.2)
    unit = at(path.by_unit, 2040)
    assert unit["stock_tc_high"] - unit["stock_tc"] == pytest.approx(math.hypot(up, rest))


def test_soil_that_gains_until_a_year():
    path = walk(
        baseline(FOREST),
        (2045,),
        curves=curve_rows({"kind": "constant_until", "process": "soil", "end_year": 2030}),
    )
    assert at(path.by_class, 2045)["soc_tc"] == pytest.approx(2 * (100 + 5 * 0.1))
    assert at(path.by_class, 2045)["agb_tc"] == pytest.approx(2 * (40 + 20 * 0.4))


@given(st.integers(0, 60), st.integers(0, 80), st.sampled_from([LINEAR_DECLINE, CONSTANT_UNTIL]))
def test_full_years_of_a_rate_are_its_integral(span, since, kind):
    """Against the sum over short steps of the rate in each."""
    rate = RateCurve(kind, 2000 + span)
    steps = 200
    expected = 0.0
    for step in range(since * steps):
        time = (step + 0.5) / steps
        if time < span:
            expected += (1.0 - time / span if kind == LINEAR_DECLINE else 1.0) / steps
    assert rate.full_years(2000, 2000 + since) == pytest.approx(expected, abs=1e-6)


def test_the_interval_of_a_curve_is_stated_with_it():
    """± 20 % of 80 t C grown; without a statement the curve adds no width, and the share is told."""
    books = NoteBook(), NoteBook()
    stated, unstated = (
        at(walk(baseline(FOREST), (2055,), curves=curve_rows({**STAND, **more}), notes=notes).by_unit, 2055)
        for more, notes in zip(({"uncertainty_percent": 20}, {}), books)
    )
    narrow, wide = (unit["stock_tc_high"] - unit["stock_tc"] for unit in (unstated, stated))
    assert wide == pytest.approx(math.hypot(narrow, 0.2 * 80.0))
    assert books[0].of_kind("path_no_interval") == []
    (note,) = books[1].of_kind("path_no_interval")
    # 80 t C by the curve, 2 ha · 30 a · 0.15 t C/(ha·a) by factors with an interval.
    assert note.values["percent"] == pytest.approx(100 * 80.0 / 89.0)


@settings(max_examples=10)
@given(
    curves.filter(lambda curve: curve.kind != POINTS),
    st.lists(st.tuples(st.floats(0, 120), st.floats(0.1, 10)), min_size=1, max_size=4),
    st.integers(1, 25),
)
def test_removals_add_up_to_the_growth_of_the_stock(curve, stands, years):
    """Σ yearly (removal − emission) · 12/44 = change of the stock, for any ages and shares."""
    only = factors(
        ("mixed_forest", "agb", 40, 30, 50),
        ("mixed_forest", "bgb", 10, 8, 12),
        ("mixed_forest", "biomass_growth", 0.5, 0.2, 0.9),
    )
    row = {"kind": curve.kind, "w": curve.w, "k": curve.k}
    row.update({"a": curve.a} if curve.kind == LOGISTIC else {"p": curve.p})
    ages = age_rows(
        *({"carbon_class": "mixed_forest", "age_a": age, "area_ha": area_ha} for age, area_ha in stands)
    )
    path = walk(
        baseline(FOREST, only),
        tuple(range(2025, 2026 + years)),
        factor_set=only,
        curves=curve_rows(row),
        ages=ages,
    )
    first, last = at(path.by_unit, 2025), at(path.by_unit, 2025 + years)
    assert removals_of(path, 2026, 2025 + years) / CO2 == pytest.approx(
        last["stock_tc"] - first["stock_tc"], rel=1e-9, abs=1e-9
    )
    whole = math.fsum(area_ha for _age, area_ha in stands)
    ages_a, shares = (
        np.array([age for age, _ in stands]),
        np.array([area_ha / whole for _, area_ha in stands]),
    )
    grown = float((shares * (curve.density(ages_a + years) - curve.density(ages_a))).sum())
    assert last["stock_tc"] - first["stock_tc"] == pytest.approx(2 * grown, rel=1e-6, abs=1e-9)


def test_stands_younger_than_the_first_point_are_refused():
    rows = [{**row, "age_a": row["age_a"] + 5} for row in POINT_ROWS]
    ages = age_rows({"carbon_class": "mixed_forest", "age_a": 3, "share": 1})
    with pytest.raises(InputError, match="stands of 3 years, but its curve begins at 5"):
        walk(baseline(FOREST), (2030,), curves=curve_rows(*rows), ages=ages)


def test_ground_of_unknown_density_keeps_its_rate():
    """Roots are not known: no curve of all biomass can be entered, whatever the number of groups."""
    bare = factors(
        ("mixed_forest", "agb", 40, 30, 50),
        ("mixed_forest", "biomass_growth", 0.5, 0.2, 0.9),
    )
    ages = age_rows(
        {"carbon_class": "mixed_forest", "age_group": "a", "share": 0.5},
        {"carbon_class": "mixed_forest", "age_group": "b", "share": 0.5},
    )
    notes = NoteBook()
    how = {"factor_set": bare, "curves": curve_rows(STAND), "ages": ages, "notes": notes}
    unit = at(walk(baseline(FOREST, bare), (2035,), **how).by_unit, 2035)
    assert unit["stock_tc"] == pytest.approx(2 * (40.0 + 10 * 0.5))
    (note,) = notes.of_kind("path_density_unknown")
    assert note.area_ha == pytest.approx(2.0)
    # A stated age needs no density: half the ground gains 40 t C/ha from thirty to sixty years.
    ages.loc[0, "age_a"] = "30"
    ages["age_a"] = ages["age_a"].fillna("")
    path = walk(baseline(FOREST, bare), (2055,), **{**how, "ages": ages})
    assert at(path.by_unit, 2055)["stock_tc"] == pytest.approx(80.0 + 1.0 * 40.0 + 1.0 * 15.0)
