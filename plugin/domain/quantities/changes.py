# SPDX-License-Identifier: GPL-2.0-or-later
"""What changes between the planning base and the plan, row by row of the transitions."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from ..geometry import Flags, Floats, Geometries, Rows, union_of
from ..overlay.pairs import RightSide
from ..plancheck.noise import NoiseLimits
from ..progress import Progress
from ..units import M2_PER_HA
from .ground import NOWHERE, sum_by
from .layers import CodedLand, Measuring, Texts
from .line_grounds import LineGround
from .plan_ground import CULTIVATED, PlanGround, inside_m2, match_codes
from .transitions import Transitions

#: Extent codes of the survey (CZCSXM): 201 城市, 202 建制镇, with their sub-codes
#: (resources/classes/cn_third_survey.csv); 203 is 村庄.
URBAN_EXTENT = ("201", "202")
CONSTRUCTION, URBAN = "construction", "urban"


@dataclass(frozen=True)
class Changes:
    """Rows of the transitions with the codes before and after, net areas, and which are slivers.

    ``loss_m2`` is what a use loses there (cultivated land net of its present ridges),
    ``gain_m2`` what a use gains (net of planned ridges), ``area_m2`` both gross; ``urban_already`` tells
    construction land of a city or town; ``no_extent`` unchanged urban use of which the base
    does not say whether it is town or village; ``noise`` changes that are digitising noise.
    """

    before: Texts
    after: Texts
    urban_already: Flags
    no_extent: Flags
    area_m2: Floats
    loss_m2: Floats
    gain_m2: Floats
    unit: Rows
    noise: Flags
    geometry: Geometries

    def share_within(
        self,
        rows: Flags,
        line: LineGround,
        how: Measuring,
        progress: Progress,
        side: RightSide | None = None,
    ) -> Floats:
        """The share of each of the rows inside a line (``side``: made ready); 0 in the other rows."""
        chosen = np.flatnonzero(rows)
        share = np.zeros(len(rows))
        measured = how.areas_m2(self.geometry[chosen])
        found = inside_m2(self.geometry[chosen], measured, line, "", how, progress, side)
        inside = np.zeros(len(chosen))
        np.divide(found, measured, out=inside, where=measured > 0.0)
        share[chosen] = inside
        return share

    @property
    def noise_ha(self) -> float:
        """Area of the changes that are digitising noise."""
        return math.fsum(self.area_m2[self.noise]) / M2_PER_HA

    @property
    def undetermined_ha(self) -> float:
        """Plan ground whose use before or after is not known, so that no balance counts it."""
        unknown = [a is None or b is None for a, b in zip(self.before, self.after)]
        return math.fsum(self.area_m2[np.array(unknown, dtype=bool)]) / M2_PER_HA


def changes_of(
    plan: PlanGround,
    base: CodedLand,
    base_ridge_share: Floats,
    transitions: Transitions,
    sliver_m2: float,
    sliver_width_m: float,
    how: Measuring,
) -> Changes:
    """Describe the transitions by code. Changes that are digitising noise are marked, not removed."""
    ground = plan.ground
    parcel = ground.parcel[transitions.piece]
    before = np.full(len(parcel), None, dtype=object)
    known = transitions.base != NOWHERE
    before[known] = base.codes[transitions.base[known]]
    after = plan.land.codes[parcel]
    ridge = np.zeros(len(parcel))
    ridge[known] = base_ridge_share[transitions.base[known]]
    planned = np.zeros(len(ground.parcel))
    np.divide(plan.ridge_m2, ground.area_m2, out=planned, where=ground.area_m2 > 0.0)
    changed = np.array([a != b for a, b in zip(before, after)], dtype=bool)
    rows = np.flatnonzero(changed)
    limits = NoiseLimits(sliver_m2, sliver_width_m)
    noise = np.zeros(len(parcel), dtype=bool)
    noise[rows] = _are_noise(transitions.geometry[rows], transitions.piece[rows], before[rows], limits, how)
    urban_already = np.zeros(len(parcel), dtype=bool)
    urban_already[known] = existing_urban(base)[transitions.base[known]]
    no_extent = np.zeros(len(parcel), dtype=bool)
    no_extent[known] = without_extent(base)[transitions.base[known]] & ~changed[known]
    return Changes(
        before=before,
        after=after,
        urban_already=urban_already,
        no_extent=no_extent,
        area_m2=transitions.area_m2,
        loss_m2=transitions.area_m2 * (1.0 - ridge),
        gain_m2=transitions.area_m2 * (1.0 - planned[transitions.piece]),
        unit=ground.unit[transitions.piece],
        noise=noise,
        geometry=transitions.geometry,
    )


def _are_noise(
    geometry: Geometries, piece: Rows, before: Texts, limits: NoiseLimits, how: Measuring
) -> Flags:
    """Which changes are slivers: small or narrow, and so are all of the same piece and use together.

    A base mapped in many small parts would else hide a real change in them, as would a long
    misfit the notch that hangs on it.
    """
    noise: Flags = limits.substance_m2(geometry, how.areas_m2(geometry)) <= limits.area_m2
    groups: dict[tuple[int, object], list[int]] = {}
    for row, key in enumerate(zip(piece.tolist(), before.tolist())):
        groups.setdefault(key, []).append(row)
    doubtful = [rows for rows in groups.values() if len(rows) > 1 and noise[rows].any()]
    united = np.full(len(doubtful), None, dtype=object)
    united[:] = [union_of(geometry[rows]) for rows in doubtful]
    still = limits.substance_m2(united, how.areas_m2(united)) <= limits.area_m2
    for rows, is_sliver in zip(doubtful, still):
        noise[rows] &= bool(is_sliver)
    return noise


def ridge_shares(base: CodedLand) -> Floats:
    """Share of field ridges in the area of each base parcel; 0 off cultivated land."""
    share = np.zeros(len(base.codes))
    if base.ridge_m2 is not None:
        cultivated, _ = match_codes(base.codes, CULTIVATED)
        ridge = np.nan_to_num(base.ridge_m2)
        np.divide(ridge, base.area_m2, out=share, where=(np.nan_to_num(base.area_m2) > 0.0) & cultivated)
    return share


def inherited_ridges(plan: PlanGround, transitions: Transitions, shares: Floats) -> Floats:
    """Ridges of each plan piece where cultivated land stays cultivated: they stay, too."""
    cultivated, _ = match_codes(plan.land.codes, CULTIVATED)
    kept = (transitions.base != NOWHERE) & cultivated[plan.ground.parcel[transitions.piece]]
    ridge = transitions.area_m2[kept] * shares[transitions.base[kept]]
    return sum_by(ridge, transitions.piece[kept], len(plan.ground.parcel))


def existing_urban(base: CodedLand) -> Flags:
    """Which parcels of the base are construction land of a city or town."""
    built, _ = match_codes(base.codes, CONSTRUCTION)
    if base.settlement is None:
        return np.zeros(len(built), dtype=bool)
    town = [code is not None and str(code).startswith(URBAN_EXTENT) for code in base.settlement]
    return np.asarray(built & np.array(town, dtype=bool), dtype=bool)


def without_extent(base: CodedLand) -> Flags:
    """Which parcels of the base have an urban code, but no extent code (CZCSXM) of city, town or village."""
    urban, _ = match_codes(base.codes, URBAN)
    if base.settlement is None:
        return urban
    return np.asarray(urban & np.array([code is None for code in base.settlement], dtype=bool), dtype=bool)
