# SPDX-License-Identifier: GPL-2.0-or-later
"""The repaired draft: the plan with its cut parcels in parts, each with id, use and area."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
import shapely

from ..areas import WorkPlane
from ..geometry import Floats, Rows
from ..plancheck import PlanDraft
from ..progress import Progress
from .assemble import Part, Split
from .identity import IdRule, part_ids
from .noding import node_neighbours

REPAIR_COLUMNS = ("repair_rule", "repair_from", "repair_to", "repair_of")


@dataclass(frozen=True)
class RepairedDraft:
    """The plan after the repair.

    ``source`` is the row of the plan that each parcel comes from: the parcels of the plan in
    their order, then the parts that were cut from them. ``marks`` has ``REPAIR_COLUMNS``,
    None for parcels as they were; ``parts`` the new row of each part of a split parcel.
    """

    plan: PlanDraft
    source: Rows
    marks: pd.DataFrame
    parts: list[list[int]]


def build_draft(
    plan: PlanDraft,
    splits: Sequence[Split],
    carbon_class: Mapping[str, str | None],
    plane: WorkPlane,
    area_rule: str,
    id_rule: IdRule,
    progress: Progress,
) -> RepairedDraft:
    """Put the parts of split parcels in the place of the parcels; the first part keeps row and id."""
    count = len(plan.ids)
    parents = [split.parcel for split in splits for _ in split.parts[1:]]
    source = np.concatenate((np.arange(count), np.array(parents, dtype=np.intp))).astype(np.intp)
    starts = count + np.cumsum([0, *(len(split.parts) - 1 for split in splits)])
    rows = [
        [split.parcel, *range(start, start + len(split.parts) - 1)]
        for split, start in zip(splits, starts.tolist())
    ]
    draft = take_parcels(plan, source)
    marks = np.full((len(source), len(REPAIR_COLUMNS)), None, dtype=object)
    geometry, codes, classes = draft.geometry, draft.codes, draft.carbon_class
    for split, own in zip(splits, rows):
        for row, part in zip(own, split.parts):
            geometry[row] = part.geometry
            if part.code is not None:
                codes[row], classes[row] = part.code, carbon_class.get(part.code)
            marks[row] = _marks(plan, split.parcel, part, row)
    junctions = np.concatenate([np.empty((0, 2)), *(split.junctions for split in splits)])
    geometry = node_neighbours(geometry, junctions, progress)
    ids = draft.ids
    ids[count:] = part_ids([str(name) for name in plan.ids[parents]], [str(n) for n in plan.ids], id_rule)
    changed = np.array(sorted(row for own in rows if len(own) > 1 for row in own), dtype=np.intp)
    measured, area_m2 = draft.measured_m2, draft.area_m2
    measured[changed] = plane.measure(geometry[changed], area_rule)
    _share_areas(area_m2, measured, plan, source, rows)
    table = pd.DataFrame(marks, columns=list(REPAIR_COLUMNS), dtype=object)
    return RepairedDraft(replace(draft, geometry=geometry), source, table, rows)


def _share_areas(
    area_m2: Floats, measured: Floats, plan: PlanDraft, source: Rows, rows: Sequence[Sequence[int]]
) -> None:
    """Let the parts of a parcel share its area by the area rule in proportion to what they measure."""
    for own in rows:
        whole = float(np.sum(measured[own]))
        if len(own) > 1 and whole > 0.0:
            area_m2[own] = plan.area_m2[source[own[0]]] * (measured[own] / whole)


def _marks(plan: PlanDraft, parcel: int, part: Part, row: int) -> list[object]:
    rules = sorted({rule for decision in part.decisions for rule in decision.rules})
    parent = str(plan.ids[parcel]) if row != parcel or part.code is not None else None
    if part.code is None:
        return [None, None, None, parent]
    return [";".join(rules), str(plan.codes[parcel]), part.code, parent]


def take_parcels(plan: PlanDraft, rows: Rows) -> PlanDraft:
    """The parcels in these rows, with all that a draft knows of each parcel; arrays are copies."""
    return replace(
        plan,
        geometry=plan.geometry[rows],
        ids=plan.ids[rows],
        codes=plan.codes[rows],
        carbon_class=plan.carbon_class[rows],
        area_m2=plan.area_m2[rows],
        measured_m2=plan.measured_m2[rows],
        conditions={rule: holds[rows] for rule, holds in plan.conditions.items()},
    )


def union_area_m2(plan: PlanDraft) -> float:
    """Area of all parcels in the plane, m²."""
    return float(np.sum(np.sort(np.nan_to_num(shapely.area(plan.geometry)))))
