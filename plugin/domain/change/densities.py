# SPDX-License-Identifier: GPL-2.0-or-later
"""Carbon densities of transitions: by pool, on ground where the pool is known at both dates."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ..classes.library import carbon_classes
from ..factors import POOLS, FactorSet
from ..geometry import Flags, Floats, Rows
from ..intervals import linear_bounds

Texts = npt.NDArray[np.object_]

SOIL = POOLS.index("soc")
SETTLEMENTS = "settlements"


@dataclass(frozen=True)
class Densities:
    """Densities of classes in t C/ha; arrays are classes × ``POOLS``, NaN where not known."""

    classes: Texts
    value: Floats
    low: Floats
    high: Floats

    def rows(self, names: Texts) -> Rows:
        """Rows of the named classes."""
        place = {name: row for row, name in enumerate(self.classes)}
        return np.array([place[name] for name in names], dtype=np.intp)


@dataclass(frozen=True)
class PairDensities:
    """Densities of transitions, one row for each; arrays are transitions × ``POOLS``.

    A pool counts where it is ``known`` at both dates. Its density is that of the class (row of
    ``densities``) ``first`` before and ``second`` after; these are the same where soil is ``kept``.
    """

    densities: Densities
    first: Rows
    second: Rows
    known: Flags
    kept: Flags

    def before_tc_ha(self) -> Floats:
        """Density of the known pools at the first date; NaN where none is known."""
        return self._sum(self.first)

    def after_tc_ha(self) -> Floats:
        """Density of the known pools at the second date; NaN where none is known."""
        return self._sum(self.second)

    def change_bounds_tc_ha(self) -> tuple[Floats, Floats]:
        """95 % bounds of the change of density; NaN where no pool that changes has an interval."""
        bounds = [self._bounds_of(row) for row in range(len(self.first))]
        low, high = np.array(bounds, dtype=np.float64).reshape(-1, 2).T
        return low, high

    def _sum(self, rows: Rows) -> Floats:
        pools = np.arange(len(POOLS))
        values = np.where(self.known, self.densities.value[rows, pools], 0.0)
        return np.where(self.known.any(axis=1), values.sum(axis=1), np.nan)

    def _bounds_of(self, row: int) -> tuple[float, float]:
        areas = np.zeros((2, len(POOLS)))
        areas[0, self.known[row]], areas[1, self.known[row]] = -1.0, 1.0
        rows, pools = np.stack((self.first[row], self.second[row])), np.arange(len(POOLS))
        same = rows[0] == rows[1]
        areas[:, same] = 0.0
        return bounds_of_change(areas, *(kind[rows, pools] for kind in self._kinds()))

    def _kinds(self) -> tuple[Floats, Floats, Floats]:
        return self.densities.value, self.densities.low, self.densities.high


def bounds_of_change(area_ha: Floats, value: Floats, low: Floats, high: Floats) -> tuple[float, float]:
    """Bounds of Σ area · density (``linear_bounds``); where no density takes part it is surely 0."""
    if not np.any(area_ha) and np.isfinite(value).any():
        return 0.0, 0.0
    return linear_bounds(area_ha.ravel(), value.ravel(), low.ravel(), high.ravel())


def densities_of(factor_set: FactorSet) -> Densities:
    """The stock rows of a factor set as arrays."""
    stocks = factor_set.terms[factor_set.terms["quantity"] == "stock"]
    classes = np.array(sorted(set(factor_set.terms["key"])), dtype=object)
    rows = np.searchsorted(classes, stocks["key"].to_numpy(dtype=object))
    pools = np.array([POOLS.index(term) for term in stocks["term"]], dtype=np.intp)
    tables = []
    for column in ("value", "low", "high"):
        table = np.full((len(classes), len(POOLS)), np.nan)
        table[rows, pools] = stocks[column].to_numpy(dtype=np.float64)
        tables.append(table)
    return Densities(classes, *tables)


def pair_densities(from_class: Texts, to_class: Texts, densities: Densities) -> PairDensities:
    """Densities of the transitions between two classes each.

    Land that becomes a settlements class without a figure for soil keeps the soil of the class
    before: no source states a loss (practice.md section 1 asks for one).
    """
    before, after = densities.rows(from_class), densities.rows(to_class)
    has = np.isfinite(densities.value)
    kept = np.zeros((len(before), len(POOLS)), dtype=bool)
    kept[:, SOIL] = _is_settlement(densities.classes)[after] & ~has[after, SOIL] & has[before, SOIL]
    first = np.repeat(before[:, None], len(POOLS), axis=1)
    second = np.where(kept, first, after[:, None])
    pools = np.arange(len(POOLS))
    known = has[first, pools] & has[second, pools]
    return PairDensities(densities, first, second, known, kept)


def _is_settlement(classes: Texts) -> Flags:
    categories = carbon_classes()["ipcc_category"]
    return np.array([categories.get(name) == SETTLEMENTS for name in classes], dtype=bool)
