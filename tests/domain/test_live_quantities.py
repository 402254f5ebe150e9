# SPDX-License-Identifier: GPL-2.0-or-later
"""The use of the quantities while a plan is edited, against full checks of the plan as it stands."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from dualcarbon.plugin.domain.live_balance import QuantityTerms
from dualcarbon.plugin.domain.notes import NoteBook
from dualcarbon.plugin.domain.quantities import (
    QUANTITY_COLUMNS,
    CodedLand,
    Measuring,
    OfficialLine,
    Surroundings,
    check_quantities,
)
from hypothesis import HealthCheck, given, settings
from live_cases import BASE, LINES, STEPS, UNIT_NAMES, UNITS, Desk, do, draft_of, nearly, squares
from plan_cases import PLANE, SETTINGS, array, box
from quantity_cases import targets_of

AREA = np.array([shape.area for shape in BASE.geometry])
PLANNING_BASE = CodedLand(
    geometry=BASE.geometry,
    ids=array(["b1", "b2", "b3"]),
    codes=BASE.codes,
    area_m2=AREA,
    measured_m2=AREA,
    layer="base",
    ridge_m2=np.array([500.0, 0.0, 0.0]),
    settlement=array([None, None, "202"]),
)
TARGETS = targets_of(
    {"indicator": "cultivated_area", "target": "≥1.2", "unit": "hm²"},
    {"indicator": "construction_area", "target": "≤2", "unit": "hm²"},
    {"indicator": "cultivated_area", "target": "≥0.5", "unit": "hm²", "unit_name": "West"},
    unit_names=list(UNIT_NAMES),
)
TERMS = QuantityTerms(
    [OfficialLine(line) for line in LINES],
    TARGETS,
    Surroundings(base=PLANNING_BASE, units=UNITS, unit_names=UNIT_NAMES, urban_residents=100.0),
)


def assert_like_full_check(desk: Desk, terms: QuantityTerms = TERMS) -> None:
    """Every row of a quantity check is told alike."""
    plan = draft_of(list(desk.parcels.values()))
    land = CodedLand(plan.geometry, plan.ids, plan.codes, plan.area_m2, plan.measured_m2, plan.layer)
    job = desk.job
    full = check_quantities(
        land,
        terms.lines,
        terms.targets,
        job.pack,
        job.settings,
        Measuring(PLANE, "planar", 1),
        terms.around,
        notes=NoteBook(),
    )
    told = desk.live.state().quantities
    assert [(one.indicator, one.unit_name, one.kind) for one in told] == list(
        full.rows[["indicator", "unit_name", "kind"]].itertuples(index=False, name=None)
    )
    for one, row in zip(told, full.rows.itertuples()):
        for name in ("measured", "target", "difference"):
            assert nearly(getattr(one, name), getattr(row, name)), (one.indicator, one.unit_name, name)
        for name in QUANTITY_COLUMNS:
            if name not in ("measured", "target", "difference"):
                assert getattr(one, name) == getattr(row, name), (one.indicator, name)


@settings(max_examples=8, suppress_health_check=list(HealthCheck))
@given(STEPS)
def test_equals_the_full_check_after_any_edits(steps) -> None:
    desk = Desk(squares(), quantities=TERMS)
    assert_like_full_check(desk)
    for step in steps:
        do(desk, *step)
        if desk.live.state().is_checkable:
            assert_like_full_check(desk)


def test_a_field_built_upon_is_lost_to_the_target() -> None:
    """0.3 ha of 0.6 ha cultivated land turn into a homestead; field ridges stay with the fields."""
    desk = Desk(squares(), quantities=TERMS)
    by_id = {(one.indicator, one.unit_name, one.kind): one for one in desk.live.state().quantities}
    before = by_id["construction_area", None, "target"].measured
    desk.edit({"0": ("P0", "0703", desk.parcels["0"][2])})
    after = {(one.indicator, one.unit_name, one.kind): one for one in desk.live.state().quantities}
    assert nearly(after["construction_area", None, "target"].measured, before + 0.3)


def test_without_a_base_targets_are_measured_all_the_same() -> None:
    terms = replace(TERMS, around=replace(TERMS.around, base=None))
    desk = Desk(squares(), quantities=terms)
    desk.edit({"1": ("P1", "0101", box(70, 30, 40, 60))})
    assert_like_full_check(desk, terms)


def test_a_neighbour_of_a_neighbour_decides_what_is_a_sliver() -> None:
    """A leaves C a strip of 2 m, too narrow to count; B takes half of the strip and never touches A."""
    narrow = replace(SETTINGS, sliver_width_m=3.0, sliver_m2=200.0)
    parcels = [("A", "0703", box(0, 0, 50, 60)), ("C", "1202", box(0, 0, 52, 60))]
    desk = Desk(parcels, quantities=TERMS, settings=narrow)
    assert_like_full_check(desk)
    desk.edit({"9": ("B", "0703", box(50, 30, 30, 30))})
    assert_like_full_check(desk)
    desk.undo()
    assert_like_full_check(desk)
