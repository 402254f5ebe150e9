# SPDX-License-Identifier: GPL-2.0-or-later
"""Sink baseline (碳汇本底): the carbon account of every statistical unit from its land use."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from .areas import WorkPlane
from .factors import FactorSet
from .notes import NoteBook
from .progress import Progress, silent
from .statistical_units import Units
from .stocks import ACCOUNT_COLUMNS, Account, account
from .tabulate import AreaTable, LandParcels, tabulate


@dataclass(frozen=True)
class Baseline:
    """``by_unit`` has one row per unit in the order of the units (also those without land use):
    unit, ``ACCOUNT_COLUMNS``, unit_area_ha, covered_share, uncovered_ha, twice_ha, excluded_ha;
    ``by_class`` one per unit and carbon class."""

    by_unit: pd.DataFrame
    by_class: pd.DataFrame
    account: Account
    areas: AreaTable


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

    Raises ``ConservationError`` when areas do not add up to 1e-6 and ``FactorError`` when a
    class has no factors.
    """
    areas = tabulate(parcels, units.geometry, units.names, plane, rule, notes=notes, progress=progress)
    result = account(areas.cells, factor_set, notes)
    return Baseline(_by_unit(result, areas, units), _named(result.by_class, units), result, areas)


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
