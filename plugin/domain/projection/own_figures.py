# SPDX-License-Identifier: GPL-2.0-or-later
"""What method layers answer for in the rows of a baseline: the stated figures less those of factors."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ..factors import FactorSet, class_factors
from ..stocks import without_claimed
from .rows import PER_HA, BaselineRows

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.intp]


@dataclass(frozen=True)
class OwnFigures:
    """An amount that the layers of one method and one list of claims answer for: by row, with its
    95 % bounds (NaN where unknown)."""

    method: str
    claims: frozenset[str]
    rows: Integers
    value: Floats
    low: Floats
    high: Floats


def own_figures(rows: BaselineRows, factors: FactorSet, name: str) -> Iterator[OwnFigures]:
    """The layers' part of an amount (``rows.AMOUNTS``) in the rows that state it.

    A row states the sum of what its layer and the factors of all else answer for; half-widths were
    added in quadrature, so that the layer's is the root of the difference of squares.
    """
    at = rows.of_methods()
    at = at[np.isfinite(rows.column(name)[at])]
    frame = rows.frame.iloc[at]
    for (method, accounts_for), places in frame.groupby(["method", "accounts_for"]).indices.items():
        own = at[places]
        known = class_factors(without_claimed(factors, str(accounts_for)))
        per_ha = known.reindex(rows.frame["carbon_class"].iloc[own])
        stem, unit = PER_HA[name]
        area_ha = rows.column("area_ha")[own]
        value, low, high = (
            area_ha * per_ha[f"{stem}{bound}_{unit}"].to_numpy(dtype=np.float64)
            for bound in ("", "_low", "_high")
        )
        stated, stated_low, stated_high = (
            rows.column(f"{name}{bound}")[own] for bound in ("", "_low", "_high")
        )
        middle = stated - np.nan_to_num(value)
        down = _rest(stated - stated_low, value - low)
        up = _rest(stated_high - stated, high - value)
        yield OwnFigures(str(method), rows.claims[own[0]], own, middle, middle - down, middle + up)


def _rest(stated: Floats, factors: Floats) -> Floats:
    return np.asarray(np.sqrt(np.maximum(np.square(stated) - np.square(np.nan_to_num(factors)), 0.0)))
