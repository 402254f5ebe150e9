# SPDX-License-Identifier: GPL-2.0-or-later
"""The live balance where plans are awkward: rules with conditions and rings, areas of a register, gaps in the
land cover, exemptions, thresholds; parcels with holes and parts, one over all others, keys that change."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import shapely
from dualcarbon.plugin.domain.exemptions import Exemption
from dualcarbon.plugin.domain.plancheck import PlanDraft
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from live_cases import LINES, Desk, Parcel, assert_like_full_check, do, draft_of, squares
from plan_cases import SETTINGS, array, base_of, box, line_of, profile

ACTIONS = ("draw", "move", "split", "merge", "recode", "delete", "undo", "copy")
SHAPING = ("giant", "hole", "part", "empty", "rename", "save", "sliver", "clear")
STEPS = st.lists(
    st.tuples(
        st.sampled_from(ACTIONS + 2 * SHAPING),
        st.integers(0, 99),
        st.integers(-60, 60),
        st.integers(-60, 60),
        st.sampled_from(["0101", "0301", "0703", "1202", "1704", "0303", None]),
    ),
    min_size=2,
    max_size=5,
)


def registered(parcels: list[Parcel]) -> PlanDraft:
    """Parcels whose area stands in a register: a tenth or a fifth more or less than is measured."""
    plan = draft_of(parcels)
    factor = np.array([{"0101": 0.9, "0703": 1.2}.get(code, 1.1) for _, code, _ in parcels])
    return replace(plan, area_m2=plan.measured_m2 * factor)


def nameless(parcels: list[Parcel]) -> PlanDraft:
    """Parcels without ids of their own."""
    return replace(draft_of(parcels), has_ids=False)


def conditioned(parcels: list[Parcel]) -> PlanDraft:
    """Parcels of which it is known, or not, whether the condition of a rule holds."""
    held = array([None if code is None else len(name) + len(code) < 7 for name, code, _ in parcels])
    held[[name.endswith("2") for name, _, _ in parcels]] = None
    return replace(draft_of(parcels), conditions={"PBF-06": held})


def awkward_base():
    """Land cover that overlaps itself, has a gap in the middle, ground without a code and without a class."""
    return base_of(
        ("0101", "paddy", box(0, 0, 80, 100)),
        ("0301", "forest", box(60, 60, 60, 120)),
        (None, "paddy", box(120, 0, 40, 60)),
        ("0703", None, box(120, 80, 60, 60)),
    )


TWO_BOUNDARIES = (
    LINES[0],
    line_of("udb", ("U1", box(110, 0, 80, 90)), zones=array(["集中建设区"])),
    line_of("udb", ("U2", box(100, 90, 60, 90)), zones=array(["集中建设区"])),
    line_of("erl", ("R1", shapely.difference(box(10, 80, 120, 100), box(40, 100, 40, 40)))),
)
ROAD = line_of("road", ("G1", box(90, -20, 6, 240)), zones=array(["national"]))
EXEMPTIONS = (
    Exemption(plan_id="P0", rule_ids=("PBF-06",), document_no="1", source="table", row=1),
    Exemption(plan_id="N1", document_no="2", source="table", row=2),
)
VARIANTS = {
    "register": {"read": registered, "settings": replace(SETTINGS, area_rule="attribute")},
    "nameless": {"read": nameless},
    "base with gaps": {"base": awkward_base()},
    "no base": {"base": None, "factors": None, "units": None, "unit_names": None},
    "thresholds": {"settings": replace(SETTINGS, sliver_m2=150.0, sliver_width_m=6.0)},
    "two boundaries": {"lines": TWO_BOUNDARIES},
    "exemptions": {"exemptions": EXEMPTIONS},
    "rings": {"lines": (*LINES, ROAD)},
}


def shape_of(action: str, shape: shapely.Geometry | None, pick: int) -> shapely.Geometry | None:
    """What becomes of the shape of a parcel."""
    valid = shapely.make_valid(shape)
    if action == "giant":
        return box(-30, -30, 300, 300)
    if action == "hole":
        return shapely.difference(valid, shapely.buffer(shapely.centroid(valid), 4.0 + pick % 9, quad_segs=2))
    if action == "part":
        return shapely.union(valid, box(10 + 2 * pick, 165, 15, 30))
    if action == "sliver":
        west, south, _, north = shapely.bounds(valid)
        return shapely.union(valid, shapely.box(west - 1.0 - pick % 4, south, west, north))
    return None


def shape_or_do(desk: Desk, action: str, pick: int, dx: int, dy: int, code: str | None) -> None:
    """One command; those on shapes, ids and keys beside the usual ones."""
    keys = [key for key, (_, _, shape) in desk.parcels.items() if shape is not None]
    if action in ACTIONS:
        if keys == list(desk.parcels) or action in ("undo", "draw"):
            do(desk, action, pick, dx, dy, code)
    elif action == "clear":
        desk.edit(dict.fromkeys(desk.parcels))
    elif keys:
        key = keys[pick % len(keys)]
        name, old, shape = desk.parcels[key]
        if action == "rename":
            desk.edit({key: (f"P{dx % 4}", old, shape)})
        elif action == "save":
            desk.edit({key: None, desk.new_key(): (name, old, shape)})
        else:
            desk.edit({key: (name, old, shape_of(action, shape, pick))})


def follow(desk: Desk, steps) -> None:
    """Do the steps and hold every state against a full check."""
    assert_like_full_check(desk)
    for step in steps:
        shape_or_do(desk, *step)
        if desk.live.state().is_checkable:
            assert_like_full_check(desk)


@pytest.mark.parametrize("variant", VARIANTS)
@settings(max_examples=5, suppress_health_check=list(HealthCheck))
@given(steps=STEPS)
def test_equals_the_full_check(variant, steps) -> None:
    follow(Desk(squares(), **VARIANTS[variant]), steps)


@settings(max_examples=5, suppress_health_check=list(HealthCheck))
@given(steps=STEPS)
def test_equals_the_full_check_under_a_condition(tmp_path_factory, steps) -> None:
    pack = profile(tmp_path_factory.mktemp("profile"), {"rule_id": "PBF-06", "condition": '"CS" > 3'})
    follow(Desk(squares(), read=conditioned, pack=pack), steps)


def test_the_carbon_balance_counts_the_area_of_the_register() -> None:
    """400 m² measured stand as 480 m² in the register; stock lies between its bounds."""
    desk = Desk([("A", "0703", box(0, 0, 20, 20))], **VARIANTS["register"])
    carbon = desk.live.state().carbon
    assert carbon.compared_ha == pytest.approx(0.048)
    value, low, high = carbon.stock_change_tco2
    assert low < value < high < 0.0
