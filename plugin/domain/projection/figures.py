# SPDX-License-Identifier: GPL-2.0-or-later
"""Figures of a path: the amounts of each target year summed per unit, per class and over all units."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from ..factors import POOLS, FactorSet
from .bounds import Amount, bounded_sums
from .rows import KEY, BaselineRows
from .stocks import known_flux, known_stock

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.intp]

#: Figures of a path with a lower and an upper bound.
BOUNDED = ("stock_tc", "removal_tco2e_a", "emission_tco2e_a", "cumulative_removal_tco2e")
PATH_COLUMNS = (
    *(f"{name}{bound}" for name in BOUNDED[:3] for bound in ("", "_low", "_high")),
    "net_tco2e_a",
    *(f"{BOUNDED[3]}{bound}" for bound in ("", "_low", "_high")),
)


@dataclass(frozen=True)
class Station:
    """The amounts of one year, by the names in ``BOUNDED``, and the stock by row and pool (t C)."""

    year: int
    amounts: dict[str, list[Amount]]
    pools: Floats


@dataclass(frozen=True)
class Projection:
    """``by_unit``: unit, year, ``PATH_COLUMNS``; ``by_class`` (None unless asked for): ``KEY``, year,
    area_ha, the pools (t C, NaN where a method names none), ``PATH_COLUMNS``; ``totals``: year and
    ``PATH_COLUMNS`` of all units. ``weak_share``: share of the last stock on factors below grade
    ``secondary``."""

    by_unit: pd.DataFrame
    by_class: pd.DataFrame | None
    totals: pd.DataFrame
    weak_share: float


class PathTables:
    """Gathers the figures of a path, station by station."""

    def __init__(self, rows: BaselineRows, factors: FactorSet, *, classes: bool) -> None:
        self._rows, self._classes = rows, classes
        self._known = {name: known_flux(rows, factors) for name in BOUNDED[1:]}
        self._known[BOUNDED[0]] = known_stock(rows)
        self._by_class: list[pd.DataFrame] = []
        self._by_unit: list[pd.DataFrame] = []
        self._totals: list[pd.DataFrame] = []
        self._weak_share = math.nan

    def add(self, station: Station) -> None:
        """Sum up one year; years come in rising order."""
        rows = self._rows
        units = self._figures(station, rows.unit_of, len(rows.units))
        units.insert(0, "unit", rows.units)
        self._by_unit.append(units)
        self._totals.append(self._figures(station, np.zeros(len(rows.frame), dtype=np.intp), 1))
        self._weak_share = _weak_share(station.amounts["stock_tc"])
        if self._classes:
            table = self._figures(station, np.arange(len(rows.frame), dtype=np.intp), len(rows.frame))
            lead = rows.frame[[*KEY, "area_ha"]].copy()
            lead[[f"{pool}_tc" for pool in POOLS]] = station.pools
            self._by_class.append(pd.concat([lead, table], axis=1))

    def projection(self) -> Projection:
        """The tables, the years of each unit (and class) together."""
        classes = _joined(self._by_class, list(KEY)) if self._classes else None
        return Projection(
            _joined(self._by_unit, ["unit"]), classes, _joined(self._totals, []), self._weak_share
        )

    def _figures(self, station: Station, group: Integers, count: int) -> pd.DataFrame:
        columns: dict[str, Any] = {"year": station.year}
        for name in BOUNDED:
            # A group of which no row is known at all is NULL, not 0.
            known = np.bincount(group, self._known[name], minlength=count) > 0
            value, low, high = bounded_sums(station.amounts[name], group, count)
            columns[name] = np.where(known, value, math.nan)
            columns[f"{name}_low"], columns[f"{name}_high"] = low, high
        columns["net_tco2e_a"] = columns["emission_tco2e_a"] - columns["removal_tco2e_a"]
        return pd.DataFrame(columns)[["year", *PATH_COLUMNS]]


def _joined(frames: list[pd.DataFrame], keys: list[str]) -> pd.DataFrame:
    joined = pd.concat(frames, ignore_index=True)
    if not keys:
        return joined
    places = joined.groupby(keys, sort=False).ngroup()
    return joined.iloc[np.lexsort((joined["year"], places))].reset_index(drop=True)


def _weak_share(amounts: Sequence[Amount]) -> float:
    size = [(math.fsum(np.abs(amount.value)), amount.weak) for amount in amounts]
    whole = math.fsum(value for value, _weak in size)
    return math.fsum(value for value, weak in size if weak) / whole if whole > 0.0 else math.nan
