# SPDX-License-Identifier: GPL-2.0-or-later
"""The expansion multiple of the urban development boundary (control-lines.md section 2.3)."""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np

from ..progress import Progress, silent
from ..units import M2_PER_HA
from .changes import URBAN, Changes, existing_urban
from .comparison import Comparison
from .layers import Measuring
from .line_grounds import LineGround
from .measures import Measured, not_measured
from .plan_ground import PlanGround, match_codes

BOUNDARY = "udb"


def expansion_of(
    plan: PlanGround,
    before: Comparison | None,
    lines: Mapping[str, LineGround],
    urban_2020_ha: float,
    how: Measuring,
    progress: Progress = silent,
) -> Measured:
    """Expansion multiple m = (U2020 + ΔU) / U2020 (control-lines.md 2.3), of the whole plan.

    ``U2020`` is ``urban_2020_ha`` or, where that is not known, the construction land of the
    base in cities and towns (CZCSXM 201, 202); ``ΔU`` is ground inside the boundary that
    becomes urban construction land and was none. Unchanged urban use without an extent code
    is neither: its area is told beside the figure, and what of it lies inside the boundary
    leaves open whether the cap is met, for it may be village land.
    """
    boundary = lines.get(BOUNDARY)
    if boundary is None:
        return not_measured(f"line:{BOUNDARY}", plan.units)
    if before is None:
        return not_measured("base", plan.units)
    if before.base.settlement is None:
        return not_measured("settlement", plan.units)
    u2020_ha = urban_2020_ha
    if not u2020_ha > 0.0:
        u2020_ha = math.fsum(before.ground.parcel_m2[existing_urban(before.base)]) / M2_PER_HA
    if not u2020_ha > 0.0:
        return not_measured("urban_2020", plan.units)
    return _multiple(plan, before.changes, boundary, u2020_ha, how, progress)


def multiple(u2020_ha: float, increment_ha: float) -> float:
    """Expansion multiple of existing urban land and its increment, both in ha."""
    return (u2020_ha + increment_ha) / u2020_ha


def _multiple(
    plan: PlanGround,
    changes: Changes,
    boundary: LineGround,
    u2020_ha: float,
    how: Measuring,
    progress: Progress,
) -> Measured:
    value, unsure = np.full(plan.units + 1, math.nan), np.zeros(plan.units + 1)
    sure, coarse = match_codes(changes.after, URBAN)
    new = ~changes.urban_already & ~changes.noise
    coarse |= sure & changes.no_extent
    sure &= ~changes.no_extent
    rows = new & (sure | coarse)
    within = changes.area_m2 * changes.share_within(rows, boundary, how, progress)
    unknown_ha = math.fsum(changes.area_m2[changes.no_extent]) / M2_PER_HA
    increment = math.fsum(within[rows & sure]) / M2_PER_HA
    value[0] = multiple(u2020_ha, increment)
    unsure[0] = math.fsum(within[rows & coarse]) / M2_PER_HA / u2020_ha
    told = {"u2020": u2020_ha, "increment": increment, "open": unknown_ha}
    return Measured(value, unsure, (BOUNDARY,), told=("expansion", told))
