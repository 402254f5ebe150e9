# SPDX-License-Identifier: GPL-2.0-or-later
"""Small plans for the tests of the repair, and what must hold of every repaired plan."""

from __future__ import annotations

import numpy as np
import pandas as pd
import shapely
from dualcarbon.plugin.domain.classes import load_classification
from dualcarbon.plugin.domain.notes import NoteBook
from dualcarbon.plugin.domain.plancheck import BaseCover, ControlLine, PlanDraft
from dualcarbon.plugin.domain.repair import KINDS, Repair, RepairSettings, repair_plan
from dualcarbon.plugin.domain.rules import code_set, load_rule_pack
from plan_cases import PLANE, SETTINGS

CLASSES = load_classification("cn_landsea_2023").codes["carbon_class"].to_dict()
WORST_FIRST = ("error", "warning", "info")


def repair(
    plan: PlanDraft,
    *lines: ControlLine,
    base: BaseCover | None = None,
    factors: object = None,
    notes: NoteBook | None = None,
    settings: object = SETTINGS,
    exemptions: object = (),
    **options: object,
) -> Repair:
    """Repair with the national pack."""
    check = {
        "plan": plan,
        "lines": lines,
        "pack": load_rule_pack("cn_national"),
        "settings": settings,
        "plane": PLANE,
        "base": base,
        "factors": factors,
        "exemptions": exemptions,
    }
    chosen = {
        "kinds": tuple(KINDS),
        "carbon_class": CLASSES,
        "construction": code_set("construction"),
        **options,
    }
    return repair_plan(check, RepairSettings(**chosen), notes=NoteBook() if notes is None else notes)


def parcels_of(result: Repair) -> list[tuple[str, str, float]]:
    """Id, code and area (m², to the mm²) of all parcels of the repaired draft."""
    draft = result.draft.plan
    return [(i, c, round(float(a), 6)) for i, c, a in zip(draft.ids, draft.codes, draft.area_m2)]


def require_same_coverage(before: PlanDraft, after: PlanDraft) -> None:
    """The parts cover what the plan covers, without gaps and overlaps, and share all their vertices."""
    old, new = before.geometry, after.geometry
    assert shapely.is_valid(new).all()
    union = shapely.union_all(old)
    assert shapely.area(shapely.symmetric_difference(union, shapely.union_all(new))) < 1e-9 * union.area
    assert np.isclose(shapely.area(new).sum(), shapely.area(old).sum(), rtol=1e-9)
    assert np.isclose(after.area_m2.sum(), before.area_m2.sum(), rtol=1e-9)
    one, other = shapely.STRtree(new).query(new, predicate="intersects")
    vertices = [set(map(tuple, shapely.get_coordinates(shape).tolist())) for shape in new]
    for a, b in zip(one[one < other], other[one < other]):
        assert shapely.area(shapely.intersection(new[a], new[b])) < 1e-6
        for vertex in vertices[a] - vertices[b]:
            assert shapely.distance(shapely.Point(vertex), new[b]) > 1e-6, (vertex, a, b)


def require_no_rule_worse(before: pd.DataFrame, after: pd.DataFrame) -> None:
    """Ground that a rule hits after the repair, it hit at least as badly before."""
    for level in range(len(WORST_FIRST)):
        bad = [frame[frame["severity"].isin(WORST_FIRST[: level + 1])] for frame in (before, after)]
        for rule in set(bad[1]["rule_id"]):
            grounds = [
                shapely.union_all(frame.loc[frame["rule_id"] == rule, "geometry"].to_numpy(dtype=object))
                for frame in bad
            ]
            assert shapely.area(shapely.difference(grounds[1], grounds[0])) < 1e-3, (rule, level)
