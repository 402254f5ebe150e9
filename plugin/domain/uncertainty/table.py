# SPDX-License-Identifier: GPL-2.0-or-later
"""An account as areas times terms: what both approaches to its uncertainty start from."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from ..factors import POOLS, FactorSet
from .stated import StatedInputs, stated_inputs

Floats = npt.NDArray[np.float64]
Rows = npt.NDArray[np.intp]

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
    """Areas (units and their sum × grounds, ha), terms (one row per class and term), stated amounts.

    A ground is the land of one class on which the factors of the same pools and processes count:
    ``ground_class`` is its column among ``classes``, ``counts`` (grounds × terms) tells which do.
    ``stated`` are the amounts of method layers, on the ground that they answer for.
    """

    units: list[object]
    classes: list[str]
    area_ha: Floats
    ground_class: Rows
    counts: npt.NDArray[np.bool_]
    scale: Floats  # value, low, high of the class areas, as multiples of those mapped: (3, classes)
    terms: pd.DataFrame
    stated: StatedInputs

    @classmethod
    def of(cls, cells: pd.DataFrame, factors: FactorSet, areas: pd.DataFrame | None) -> AccountTable:
        table = cells if "accounts_for" in cells.columns else cells.assign(accounts_for="")
        key = ["unit", "carbon_class", "accounts_for"]
        if table.duplicated(key).any():
            table = table.groupby(key, sort=True)["area_ha"].agg(math.fsum).reset_index()
        sums = table.set_index(key)["area_ha"].unstack([1, 2]).fillna(0.0).sort_index(axis=1)
        order = list(dict.fromkeys(cells["unit"]))
        area_ha = sums.reindex(order).to_numpy(dtype=float)
        grounds = list(sums.columns)
        classes = sorted({str(name) for name, _ in grounds})
        terms = factors.terms[factors.terms["key"].isin(classes) & factors.terms["value"].notna()]
        terms = terms.sort_values(["key", "quantity", "term"], kind="stable").reset_index(drop=True)
        terms = terms.assign(column=[classes.index(key) for key in terms["key"]])
        ground_class = np.array([classes.index(str(name)) for name, _ in grounds], dtype=np.intp)
        claimed = np.array([terms["term"].isin(names.split(",")) for _, names in grounds], dtype=bool)
        counts = (ground_class[:, None] == terms["column"].to_numpy()) & ~claimed
        whole = np.vstack((area_ha, [[math.fsum(column) for column in area_ha.T]]))
        stated = stated_inputs(cells, order, factors)
        return cls(order, classes, whole, ground_class, counts, _scale(areas, classes), terms, stated)

    @property
    def class_area_ha(self) -> Floats:
        """Mapped area of each class in each unit and in all: (units + 1, classes)."""
        columns = [
            self.area_ha[:, self.ground_class == number].sum(axis=1) for number in range(len(self.classes))
        ]
        return np.array(columns).reshape(len(self.classes), len(self.area_ha)).T

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
        # Row by row, in the order of the grounds: no digit depends on the other units.
        areas = [self.area_ha[:, self.counts[:, term]].sum(axis=1) for term in chosen.index]
        area = np.array(areas).reshape(len(chosen), len(self.area_ha)).T
        return area * self.scale[0, chosen["column"].to_numpy(dtype=np.intp)] * signs, chosen


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
