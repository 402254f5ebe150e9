# SPDX-License-Identifier: GPL-2.0-or-later
"""An account as areas times terms: what both approaches to its uncertainty start from."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from ..factors import POOLS, FactorSet

Floats = npt.NDArray[np.float64]

#: Columns of an account, each a sum of terms: quantity, pool (None = all) and sign.
SUMS = {
    **{f"{pool}_tc": (("stock", pool, 1.0),) for pool in POOLS},
    "stock_tc": (("stock", None, 1.0),),
    "removal_tco2e_a": (("removal", None, 1.0),),
    "emission_tco2e_a": (("emission", None, 1.0),),
    "net_tco2e_a": (("emission", None, 1.0), ("removal", None, -1.0)),
}


@dataclass(frozen=True)
class AccountTable:
    """Areas (units and their sum × classes, ha) and terms (one row per class and term)."""

    units: list[object]
    classes: list[str]
    area_ha: Floats
    scale: Floats  # value, low, high of the class areas, as multiples of those mapped: (3, classes)
    terms: pd.DataFrame

    @classmethod
    def of(cls, cells: pd.DataFrame, factors: FactorSet, areas: pd.DataFrame | None) -> AccountTable:
        pivot = cells.pivot_table(index="unit", columns="carbon_class", values="area_ha", aggfunc=math.fsum)
        pivot = pivot.fillna(0.0).sort_index(axis=1)
        order = list(dict.fromkeys(cells["unit"]))
        area_ha = pivot.reindex(order).to_numpy(dtype=float)
        classes = [str(name) for name in pivot.columns]
        terms = factors.terms[factors.terms["key"].isin(classes) & factors.terms["value"].notna()]
        terms = terms.sort_values(["key", "quantity", "term"], kind="stable").reset_index(drop=True)
        terms = terms.assign(column=[classes.index(key) for key in terms["key"]])
        whole = np.vstack((area_ha, [[math.fsum(column) for column in area_ha.T]]))
        return cls(order, classes, whole, _scale(areas, classes), terms)

    def rows_of(self, name: str) -> list[tuple[Floats, pd.DataFrame]]:
        """Signs and terms of a column of the account."""
        parts = []
        for quantity, pool, sign in SUMS[name]:
            chosen = self.terms[self.terms["quantity"] == quantity]
            if pool is not None:
                chosen = chosen[chosen["term"] == pool]
            parts.append((np.full(len(chosen), sign), chosen))
        return parts

    def coefficients(self, name: str) -> tuple[Floats, pd.DataFrame]:
        """Area (ha, with the sign) of each term of a column in each unit and in all: (units + 1, terms)."""
        parts = self.rows_of(name)
        signs = np.concatenate([sign for sign, _ in parts])
        chosen = self.terms.loc[np.concatenate([terms.index for _, terms in parts])]
        columns = chosen["column"].to_numpy(dtype=np.intp)
        return self.area_ha[:, columns] * self.scale[0, columns] * signs, chosen


def _scale(areas: pd.DataFrame | None, classes: list[str]) -> Floats:
    scale = np.ones((3, len(classes)))
    if areas is None:
        return scale
    for number, name in enumerate(classes):
        mapped = float(areas.at[name, "mapped_ha"])
        if mapped == 0.0:
            continue  # What is multiplied is no ground at all.
        scale[:, number] = [
            float(areas.at[name, column]) / mapped for column in ("area_ha", "low_ha", "high_ha")
        ]
    return scale
