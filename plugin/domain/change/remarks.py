# SPDX-License-Identifier: GPL-2.0-or-later
"""What the account of change notes: ground of one date, pools of one date, soil kept under settlements."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd

from ..factors import POOLS, FactorSet
from ..notes import NoteBook
from .densities import SOIL, PairDensities


def note_one_date(cells: pd.DataFrame, notes: NoteBook) -> None:
    """Note the ground that has a class at one date only."""
    before = math.fsum(cells.loc[cells["to_class"].isna(), "area_ha"])
    after = math.fsum(cells.loc[cells["from_class"].isna(), "area_ha"])
    if before + after > 0.0:
        notes.add(
            "one_date_only",
            "{area_ha:.4f} ha have a class at one date only, {before_ha:.4f} ha at the first and "
            "{after_ha:.4f} ha at the second. They are in the transitions (class NULL) but in no stock: "
            "stocks compare the same ground. Complete the layers to have it counted.",
            area_ha=before + after,
            before_ha=before,
            after_ha=after,
        )


def note_densities(cells: pd.DataFrame, pairs: PairDensities, factor_set: FactorSet, notes: NoteBook) -> None:
    """Note pools left out and soil kept; ``cells`` are those of ``pairs``, row by row."""
    area_ha = cells["area_ha"].to_numpy(float)
    has = np.isfinite(pairs.densities.value)
    for number, pool in enumerate(POOLS):
        left_out = ~pairs.known[:, number]
        if left_out.any():
            rows = np.union1d(pairs.first[left_out, number], pairs.second[left_out, number])
            lacking = pairs.densities.classes[rows[~has[rows, number]]]
            notes.add(
                "pool_not_at_both_dates",
                "Pool {pool} has no factor for {classes} in set “{factor_set}”: it is left out of both "
                "dates' stocks on the {area_ha:.4f} ha that have such a class at one date or both. Add these "
                "factors to the set to have a whole.",
                area_ha=math.fsum(area_ha[left_out]),
                count=len(lacking),
                pool=pool,
                classes=", ".join(lacking),
                factor_set=factor_set.id,
            )
    kept = pairs.kept[:, SOIL]
    if kept.any():
        names = sorted(set(cells["to_class"].to_numpy(dtype=object)[kept]))
        notes.add(
            "soil_kept",
            "Set “{factor_set}” has no soil carbon for {classes}: the {area_ha:.4f} ha that became so keep "
            "the soil carbon of the land before, since no source states a loss. Add the factor to the set to "
            "count one.",
            area_ha=math.fsum(area_ha[kept]),
            count=len(names),
            classes=", ".join(names),
            factor_set=factor_set.id,
        )


def note_no_interval(share: float, factor_set: FactorSet, notes: NoteBook) -> None:
    """Note which share of both stocks has no interval."""
    if share > 0.0:
        notes.add(
            "no_interval",
            "{percent:.1f} % of the stocks rest on factors of set “{factor_set}” without an interval: the "
            "bounds leave these out and are too narrow. Add low and high to the set.",
            percent=100.0 * share,
            factor_set=factor_set.id,
        )
