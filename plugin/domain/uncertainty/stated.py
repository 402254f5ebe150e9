# SPDX-License-Identifier: GPL-2.0-or-later
"""Amounts that method layers state: what the rows of their ground hold beyond the factors."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Union

import numpy as np
import numpy.typing as npt
import pandas as pd

from ..errors import InputError
from ..factors import POOLS, FactorSet
from ..stocks import FACTORS, KEY, QUANTITIES, account_rows

Floats = npt.NDArray[np.float64]

#: Quantity, pool (None = all) and sign of the parts of a column of the account.
Sums = Sequence[tuple[str, Union[str, None], float]]

#: What is left of a squared half-width after taking away the factors' is none below this share of it.
ROUNDING = 1e-9
#: Tables keep at least so many digits of a figure.
TABLE_ROUNDING = 1e-6
#: Amounts differ by rounding up to this share of them.
AMOUNT_ROUNDING = 1e-9


@dataclass(frozen=True)
class StatedInputs:
    """Amounts per unit, and of all in the last row, by method (columns): (units + 1, methods) each.

    ``value``, ``down`` and ``up`` by column of the account (pools: ``value`` only); value is NaN where
    nothing is stated, half-widths are NaN where no interval is. The parcels of a method are one random
    draw, so that half-widths of units add up. Ground that several methods answer for stands under the
    joint name of them: the table does not tell which of them gives how much of an interval.
    """

    methods: list[str]
    value: dict[str, Floats]
    down: dict[str, Floats]
    up: dict[str, Floats]

    @property
    def rows(self) -> int:
        """Units and their sum."""
        return len(self.value["stock_tc"])

    def amounts(self, sums: Sums) -> list[tuple[str, float]]:
        """The columns, with their sign, that a sum of the account takes from the methods."""
        return [
            (f"{pool}_tc" if pool else next(c for c, q in QUANTITIES.items() if q == quantity), sign)
            for quantity, pool, sign in sums
        ]

    def values(self, sums: Sums) -> Floats:
        """What all methods state, by unit; nothing known counts nothing."""
        total = np.zeros(self.rows)
        for column, sign in self.amounts(sums):
            total = total + sign * np.nan_to_num(self.value[column]).sum(axis=1)
        return total

    def squares(self, sums: Sums) -> tuple[Floats, Floats]:
        """Summed squares of the half-widths down and up, by unit."""
        down, up = np.zeros(self.rows), np.zeros(self.rows)
        for column, sign in self.amounts(sums):
            below, above = (self.down, self.up) if sign > 0.0 else (self.up, self.down)
            down = down + np.square(np.nan_to_num(below[column])).sum(axis=1)
            up = up + np.square(np.nan_to_num(above[column])).sum(axis=1)
        return down, up

    def present(self, sums: Sums) -> npt.NDArray[np.bool_]:
        """Which units have a stated amount."""
        known = [np.isfinite(self.value[column]).any(axis=1) for column, _ in self.amounts(sums)]
        return np.asarray(np.any(known, axis=0), dtype=bool)

    def bounded(self, sums: Sums) -> npt.NDArray[np.bool_]:
        """Which units have one with an interval."""
        known = [np.isfinite(self.down[column]).any(axis=1) for column, _ in self.amounts(sums)]
        return np.asarray(np.any(known, axis=0), dtype=bool)


def stated_inputs(cells: pd.DataFrame, units: list[object], factors: FactorSet) -> StatedInputs:
    """What the rows of methods hold beyond the unclaimed factors of their ground.

    ``cells`` is the table of a baseline: ``KEY``, area_ha and, where a row has a method, the columns of
    the account. Intervals add in quadrature, so that the method's own is what the factors' leaves.
    """
    rows = cells[cells["method"] != FACTORS] if "method" in cells.columns else cells.iloc[:0]
    if rows.empty:
        nothing = np.zeros((len(units) + 1, 0))
        names = [*(f"{pool}_tc" for pool in POOLS), *QUANTITIES]
        return StatedInputs([], *(dict.fromkeys(names, nothing) for _ in range(3)))
    rows = rows.sort_values(list(KEY), kind="stable", ignore_index=True)
    known = rows["carbon_class"].isin(set(factors.terms["key"]))
    by_factors = account_rows(rows.loc[known, [*KEY, "area_ha"]], factors).set_index(list(KEY))
    by_factors = by_factors.reindex(pd.MultiIndex.from_frame(rows[list(KEY)])).reset_index(drop=True)
    own = pd.DataFrame({"unit": rows["unit"], "method": rows["method"]})
    for pool in POOLS:
        claimed = np.array([pool in text.split(",") for text in rows["accounts_for"]], dtype=bool)
        _refuse_other_factors(rows[~claimed], by_factors[~claimed], f"{pool}_tc", factors)
        own[f"{pool}_tc"] = rows[f"{pool}_tc"].where(claimed)
    own["stock_tc"] = own[[f"{pool}_tc" for pool in POOLS]].sum(axis=1, min_count=1)
    for column in QUANTITIES:
        if column != "stock_tc":
            own[column] = _beyond(rows[column], by_factors[column])
        for bound, side in (("_low", "_down"), ("_high", "_up")):
            whole = np.square(rows[f"{column}{bound}"] - rows[column])
            rest = whole - np.square(by_factors[f"{column}{bound}"] - by_factors[column]).fillna(0.0)
            own[f"{column}{side}"] = np.sqrt(rest.where((rest > ROUNDING * whole) & own[column].notna()))
    return _by_unit(own, units)


def _refuse_other_factors(
    rows: pd.DataFrame, by_factors: pd.DataFrame, pool: str, factors: FactorSet
) -> None:
    apart = (rows[pool] - by_factors[pool]).abs() > TABLE_ROUNDING * rows[pool].abs()
    if apart.any():
        row = rows[apart].iloc[0]
        raise InputError(
            "Unit {unit}, class {carbon_class}, method {method}: {pool} of the table is not what factor set "
            "“{factor_set}” gives beside the method. Choose the FACTOR_SET with which it was made.",
            unit=row["unit"],
            carbon_class=row["carbon_class"],
            method=row["method"],
            pool=pool,
            factor_set=factors.id,
        )


def _beyond(stated: pd.Series, by_factors: pd.Series) -> pd.Series:
    rest = stated - by_factors.fillna(0.0)
    return rest.where((rest.abs() > AMOUNT_ROUNDING * stated.abs()) | (stated == 0.0))


def _by_unit(own: pd.DataFrame, units: list[object]) -> StatedInputs:
    methods = sorted(set(own["method"]))
    columns = [name for name in own.columns if name not in ("unit", "method")]
    sums: dict[str, Floats] = {}
    for name in columns:
        known = own.dropna(subset=[name])
        table = known.groupby(["unit", "method"])[name].agg(math.fsum).unstack().reindex(units)
        cells = table.reindex(columns=methods).to_numpy(dtype=float)
        sums[name] = np.vstack((cells, [_whole(column) for column in cells.T]))
    amounts = [name for name in columns if not name.endswith(("_down", "_up"))]
    sides = [
        {name: sums.get(f"{name}{side}", np.full_like(sums[name], math.nan)) for name in amounts}
        for side in ("_down", "_up")
    ]
    return StatedInputs(methods, {name: sums[name] for name in amounts}, *sides)


def _whole(values: Floats) -> float:
    known = values[np.isfinite(values)]
    return math.fsum(known) if len(known) else math.nan
