# SPDX-License-Identifier: GPL-2.0-or-later
"""The ground that a repair decides about: errors, and what would be left too small beside them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
import pandas as pd
import shapely

from ..exemptions import OPEN
from ..geometry import HAIRLINE_M, Flags, Geometries, Rows, is_noise, mean_width_m, union_of
from ..plancheck import CheckSettings, PlanDraft
from ..progress import Progress
from ..rules import RulePack
from .minimum import smallest_part_m2

#: Kinds of errors that another planned use clears, and the check types behind them.
KINDS = {
    "overlay": "overlay_code",
    "transition": "transition",
    "whitelist": "whitelist",
    "buffer": "buffer_code",
}
#: Parcels looked at between two calls of the progress.
PARCELS_PER_STEP = 20


@dataclass(frozen=True)
class Ground:
    """What is to be decided on one parcel.

    ``parcel`` is its row in the plan, ``errors`` the geometries of its errors and ``rules``
    the rule of each; ``decided`` is the ground of the errors with the parts of the rest that
    are too small to stay by themselves.
    """

    parcel: int
    errors: Geometries
    rules: tuple[str, ...]
    decided: shapely.Geometry


def repairable(findings: pd.DataFrame, pack: RulePack, kinds: Collection[str]) -> pd.DataFrame:
    """The open errors of the chosen ``KINDS`` among the findings of a check."""
    wanted = {KINDS[kind] for kind in kinds}
    check_types = pack.rules["check_type"].reindex(findings["rule_id"]).to_numpy()
    chosen = (findings["severity"] == "error") & (findings["state"] == OPEN)
    return findings[chosen.to_numpy() & np.isin(check_types.astype(str), sorted(wanted))]


def grounds_of(
    errors: pd.DataFrame, plan: PlanDraft, settings: CheckSettings, progress: Progress
) -> list[Ground]:
    """The ground of errors parcel by parcel, in the order of the plan."""
    parcels = _parcels_of(errors, plan)
    geometry, rules = errors["geometry"].to_numpy(dtype=object), errors["rule_id"].to_numpy(dtype=object)
    grounds = []
    rows_of = pd.Series(np.arange(len(parcels))).groupby(parcels, sort=True).indices
    for number, (parcel, rows) in enumerate(rows_of.items()):
        if number % PARCELS_PER_STEP == 0:
            progress(number / len(rows_of))
        decided = _decided(plan, int(parcel), geometry[rows], settings)
        grounds.append(Ground(int(parcel), geometry[rows], tuple(rules[rows]), decided))
    return grounds


def _parcels_of(errors: pd.DataFrame, plan: PlanDraft) -> Rows:
    """The plan row of each error; of parcels that share an id, the one that the error lies on."""
    rows: dict[tuple[str, str], list[int]] = {}
    for row, key in enumerate(zip(plan.ids.astype(str), plan.codes.astype(str))):
        rows.setdefault(key, []).append(row)
    keys = zip(errors["plan_id"].astype(str), errors["plan_code"].astype(str))
    found = [_largest_share(rows[key], plan, error) for key, error in zip(keys, errors["geometry"])]
    return np.array(found, dtype=np.intp)


def _largest_share(rows: list[int], plan: PlanDraft, error: shapely.Geometry) -> int:
    if len(rows) == 1:
        return rows[0]
    shared = shapely.area(shapely.intersection(plan.geometry[rows], error))
    return rows[int(np.argmax(shared))]


def _decided(plan: PlanDraft, parcel: int, errors: Geometries, settings: CheckSettings) -> shapely.Geometry:
    whole = plan.geometry[parcel]
    if any(error is whole for error in errors):
        return whole
    ground = union_of(errors)
    rest = shapely.get_parts(shapely.difference(whole, ground))
    rest = rest[shapely.area(rest) > 0.0]
    touching = shapely.dwithin(rest, ground, HAIRLINE_M)
    small = rest[touching & too_small(rest, str(plan.codes[parcel]), settings)]
    if len(small) == len(rest):
        return whole
    # On a grid: GEOS stumbles over spikes thinner than that when ground meets a line.
    return shapely.set_precision(union_of(np.append(small, ground)), HAIRLINE_M)


def too_small(parts: Geometries, code: str, settings: CheckSettings) -> Flags:
    """Which parts are below the minimum mapped area of a code, or no wider than digitising noise."""
    area_m2 = np.asarray(shapely.area(parts), dtype=np.float64)
    limit = max(settings.sliver_m2, smallest_part_m2(code))
    thin = is_noise(area_m2, mean_width_m(parts, area_m2), settings.sliver_m2, settings.sliver_width_m)
    small: Flags = thin | (area_m2 < limit)
    return small
