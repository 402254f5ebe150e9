# SPDX-License-Identifier: GPL-2.0-or-later
"""The factors of each land class, summed over pools and processes."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt
import pandas as pd

from ..intervals import linear_bounds
from .model import FactorSet
from .vocabulary import POOLS, STOCK, weakest_evidence

#: quantity → names of value, lower and upper bound
_SUMS = {
    STOCK: ("density_tc_ha", "density_low_tc_ha", "density_high_tc_ha"),
    "removal": ("removal_tco2e_ha_a", "removal_low_tco2e_ha_a", "removal_high_tco2e_ha_a"),
    "emission": ("emission_tco2e_ha_a", "emission_low_tco2e_ha_a", "emission_high_tco2e_ha_a"),
}


def class_factors(factor_set: FactorSet) -> pd.DataFrame:
    """Densities (t C/ha) and fluxes (t CO2e/(ha·a)) by key, with 95 % bounds.

    The index is ``key``. A pool without a row is NaN, never 0; ``density_tc_ha`` is the sum of
    the pools that are known. Removal and emission are NaN for a key without any flux row (an
    InVEST table); for a key with flux rows, a missing pair means "not applicable" and the sum
    is 0 with NaN bounds. Bounds by ``linear_bounds``. ``factor_grade`` is the weakest evidence
    among the rows of the key.
    """
    terms = factor_set.terms
    records = {key: _factors_of(group) for key, group in terms.groupby("key", sort=True)}
    columns = [f"{pool}_tc_ha" for pool in POOLS]
    columns += [name for names in _SUMS.values() for name in names] + ["factor_grade"]
    frame = pd.DataFrame.from_dict(records, orient="index", columns=columns)
    frame.index.name = "key"
    return frame


def _factors_of(terms: pd.DataFrame) -> list[object]:
    stock = terms[terms["quantity"] == STOCK]
    pools = dict(zip(stock["term"], stock["value"]))
    row: list[object] = [pools.get(pool, math.nan) for pool in POOLS]
    has_flux = bool((terms["quantity"] != STOCK).any())
    for quantity in _SUMS:
        row.extend(_sum_of(terms[terms["quantity"] == quantity], applicable=has_flux and quantity != STOCK))
    row.append(weakest_evidence(terms["evidence"]))
    return row


def _sum_of(terms: pd.DataFrame, *, applicable: bool) -> tuple[float, float, float]:
    if terms.empty:
        return (0.0 if applicable else math.nan), math.nan, math.nan
    value, low, high = (_floats(terms, name) for name in ("value", "low", "high"))
    return math.fsum(value), *linear_bounds(np.ones(len(value)), value, low, high)


def _floats(terms: pd.DataFrame, column: str) -> npt.NDArray[np.float64]:
    floats: npt.NDArray[np.float64] = terms[column].to_numpy(dtype=np.float64)
    return floats
