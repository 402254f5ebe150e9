# SPDX-License-Identifier: GPL-2.0-or-later
"""Plan, planning base and units brought together: the base laid out, and what changes from it."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np
import shapely

from ..geometry import Geometries
from ..notes import NoteBook
from ..plancheck import CheckSettings
from ..progress import Progress, part, silent
from ..units import M2_PER_HA
from .changes import Changes, changes_of, inherited_ridges, ridge_shares
from .ground import Ground, lay_out
from .judgement import ROUNDING_HA
from .layers import CodedLand, Measuring, Surroundings
from .once import count_once
from .plan_ground import PlanGround
from .transitions import find_transitions


@dataclass(frozen=True)
class Comparison:
    """The plan (with ridges that it inherits), its base on the units, and the changes between them."""

    plan: PlanGround
    base: CodedLand
    ground: Ground
    changes: Changes


def units_once(
    around: Surroundings, how: Measuring, notes: NoteBook, progress: Progress = silent
) -> Geometries | None:
    """The units without ground that two of them claim: the first by name keeps it, which is noted."""
    if around.units is None or around.unit_names is None:
        return None
    areas = how.areas_m2(around.units)
    return count_once(around.units, areas, around.unit_names, "UNITS", how, notes, progress).geometry


def lay_out_land(
    land: CodedLand,
    units: Geometries | None,
    how: Measuring,
    notes: NoteBook,
    progress: Progress = silent,
) -> Ground:
    """The pieces of a coded layer by unit; parcels without a code are noted with their area."""
    uncoded = np.array([code is None for code in land.codes], dtype=bool) & ~shapely.is_missing(land.geometry)
    if uncoded.any():
        notes.add(
            "uncoded_land",
            "Layer “{layer}”: features without a 2023 land-use code: {count} ({area_ha:.4f} ha). No "
            "indicator counts them. Correct the codes.",
            count=int(uncoded.sum()),
            area_ha=math.fsum(np.nan_to_num(land.area_m2[uncoded])) / M2_PER_HA,
            ids=land.ids[uncoded],
            layer=land.layer,
        )
    return lay_out(
        land.geometry, land.area_m2, land.measured_m2, land.ids, land.layer, units, how, notes, progress
    )


def compare_with_base(
    plan: PlanGround,
    around: Surroundings,
    units: Geometries | None,
    settings: CheckSettings,
    how: Measuring,
    notes: NoteBook,
    progress: Progress = silent,
) -> Comparison | None:
    """Overlay the plan with its base; None without one.

    Where the base states field ridges and the plan does not, cultivated land that stays
    cultivated keeps the share of ridges that it has (practice.md section 2).
    """
    base = around.base
    if base is None:
        return None
    ground = lay_out_land(base, units, how, notes, part(progress, 0.0, 0.3))
    transitions = find_transitions(plan.ground, ground.whole, how, part(progress, 0.3, 0.9))
    shares = ridge_shares(base)
    if plan.land.ridge_m2 is None and base.ridge_m2 is not None:
        plan = replace(plan, ridge_m2=inherited_ridges(plan, transitions, shares))
        _note_inherited(plan, notes)
    changes = changes_of(plan, base, shares, transitions, settings.sliver_m2, settings.sliver_width_m, how)
    progress(1.0)
    _note_extent(plan, base, ground, notes)
    _note_changes(changes, plan.land.layer, settings, notes)
    return Comparison(plan, base, ground, changes)


def _note_inherited(plan: PlanGround, notes: NoteBook) -> None:
    notes.add(
        "ridges_inherited",
        "Plan “{layer}” states no field ridges: cultivated land that stays cultivated keeps those of its "
        "base, {area_ha:.4f} ha (parcels: {count}), and counts without them.",
        warning=False,
        count=len(np.unique(plan.ground.parcel[plan.ridge_m2 > 0.0])),
        area_ha=math.fsum(plan.ridge_m2) / M2_PER_HA,
        layer=plan.land.layer,
    )


def _note_extent(plan: PlanGround, base: CodedLand, ground: Ground, notes: NoteBook) -> None:
    planned, present = math.fsum(plan.ground.area_m2), math.fsum(ground.area_m2)
    if abs(planned - present) > ROUNDING_HA * M2_PER_HA:
        notes.add(
            "extent_differs",
            "Plan “{layer}” covers {plan_ha:.4f} ha, its base “{base}” {base_ha:.4f} ha: the change of the "
            "classes in the structure table holds this difference. Use layers of one extent.",
            area_ha=abs(planned - present) / M2_PER_HA,
            layer=plan.land.layer,
            plan_ha=planned / M2_PER_HA,
            base=base.layer,
            base_ha=present / M2_PER_HA,
        )


def _note_changes(changes: Changes, layer: str, settings: CheckSettings, notes: NoteBook) -> None:
    if changes.undetermined_ha > 0.0:
        notes.add(
            "undetermined_change",
            "{area_ha:.4f} ha of plan “{layer}” have no known use before or after: no balance counts them. "
            "Correct the codes, or give a base that covers the plan.",
            area_ha=changes.undetermined_ha,
            layer=layer,
        )
    if changes.noise.any():
        notes.add(
            "change_noise",
            "{count} changes of use in plan “{layer}” ({area_ha:.6f} ha in sum) are digitising noise, not "
            "larger than {sliver_m2} m² or not wider than {sliver_width_m} m: no balance counts them. Lower "
            "SLIVER_M2 and SLIVER_WIDTH_M to count them.",
            count=int(changes.noise.sum()),
            area_ha=changes.noise_ha,
            layer=layer,
            sliver_m2=settings.sliver_m2,
            sliver_width_m=settings.sliver_width_m,
        )
