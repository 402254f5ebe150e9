# SPDX-License-Identifier: GPL-2.0-or-later
"""Sink baseline (碳汇本底): the carbon account of every statistical unit from its land use."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pandas as pd

from .areas import WorkPlane
from .errors import ClassError
from .factors import FactorSet
from .geometry import union_of
from .notes import NoteBook
from .progress import Progress, part, silent
from .statistical_units import Units
from .stocks import ACCOUNT_COLUMNS, Account, account
from .tabulate import AreaTable, LandParcels, tabulate


@dataclass(frozen=True)
class Baseline:
    """``by_unit`` has one row per unit in the order of the units (also those without land use):
    unit, ``ACCOUNT_COLUMNS``, unit_area_ha, covered_share, uncovered_ha, twice_ha, excluded_ha;
    ``by_class`` one per unit and carbon class. The total of ``account``, ``excluded_ha`` (land
    without a class inside the units) and all else that is one figure count ground in several
    units once; ``units_overlap_ha`` is what the sum of the units counts beyond that."""

    by_unit: pd.DataFrame
    by_class: pd.DataFrame
    account: Account
    areas: AreaTable
    excluded_ha: float
    units_overlap_ha: float


def sink_baseline(
    parcels: LandParcels,
    units: Units,
    plane: WorkPlane,
    rule: str,
    factor_set: FactorSet,
    *,
    notes: NoteBook,
    progress: Progress = silent,
) -> Baseline:
    """Reduce land use and units to the area table and multiply it with the factors.

    Raises ``ConservationError`` when areas do not add up to 1e-6, ``FactorError`` when a class
    has no factors and ``ClassError`` when all the land inside the units has no class.
    """
    areas = tabulate(
        parcels, units.geometry, units.names, plane, rule, notes=notes, progress=part(progress, 0.0, 0.8)
    )
    whole = None
    if areas.units_overlap:
        one = union_of_units(units)
        rest = part(progress, 0.8, 1.0)
        whole = tabulate(parcels, one.geometry, one.names, plane, rule, notes=NoteBook(), progress=rest)
    return baseline_of(areas, whole, units, factor_set, notes)


def baseline_of(
    areas: AreaTable, whole: AreaTable | None, units: Units, factor_set: FactorSet, notes: NoteBook
) -> Baseline:
    """Multiply the area table of units with the factors.

    ``whole`` is the table of all units as one, where units overlap; totals are then taken
    from it. Raises ``FactorError`` and ``ClassError`` as ``sink_baseline``.
    """
    result = account(areas.cells, factor_set, notes)
    overlap_ha = 0.0
    if whole is None:
        whole = areas
    else:
        once = account(whole.cells, factor_set, NoteBook())
        result = replace(result, total=once.total, shares=once.shares)
        overlap_ha = math.fsum(areas.units["area_ha"]) - math.fsum(whole.units["area_ha"])
    excluded_ha = math.fsum(whole.units["excluded_ha"])
    if len(areas.cells) == 0 and excluded_ha > 0.0:
        raise ClassError(
            "All the land use inside the units ({area_ha:.4f} ha) has no carbon class and is left out. "
            "Correct its codes or choose another CLASSIFICATION.",
            area_ha=excluded_ha,
        )
    named = _named(result.by_class, units)
    return Baseline(_by_unit(result, areas, units), named, result, areas, excluded_ha, overlap_ha)


def union_of_units(units: Units) -> Units:
    """All units as one; what is to be noted was noted of the units."""
    union = np.empty(1, dtype=object)
    union[0] = union_of(units.geometry)
    return Units(np.array(["*"], dtype=object), union)


def _named(frame: pd.DataFrame, units: Units) -> pd.DataFrame:
    named = frame.copy()
    named["unit"] = units.names[frame["unit"].to_numpy(dtype=np.intp)] if len(frame) else []
    return named


def _by_unit(result: Account, areas: AreaTable, units: Units) -> pd.DataFrame:
    accounted = result.by_unit.set_index("unit").reindex(range(len(units.names)))
    accounted["area_ha"] = accounted["area_ha"].astype(float).fillna(0.0)
    table = areas.units.set_index("unit").reindex(range(len(units.names)))
    rows: dict[str, Any] = {"unit": units.names}
    for column in ACCOUNT_COLUMNS:
        rows[column] = accounted[column].to_numpy(float)
    rows["unit_area_ha"] = table["area_ha"].to_numpy(float)
    covered = table["covered_ha"].to_numpy(float)
    whole = rows["unit_area_ha"]
    rows["covered_share"] = np.divide(covered, whole, out=np.full(len(whole), math.nan), where=whole > 0)
    for column in ("uncovered_ha", "twice_ha", "excluded_ha"):
        rows[column] = table[column].to_numpy(float)
    return pd.DataFrame(rows)
