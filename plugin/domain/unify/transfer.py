# SPDX-License-Identifier: GPL-2.0-or-later
"""Values of source units brought onto target units (methods.md j 1 and 2), with the quality of each cell."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ..exact_sums import group_sums
from .weights import WeightMatrix

Floats = npt.NDArray[np.float64]

EXTENSIVE, INTENSIVE = "extensive", "intensive"
#: A cell of which more than this share is estimated from split sources is flagged (methods.md j).
FLAG_ABOVE = 0.5


@dataclass(frozen=True)
class Transferred:
    """One variable on the targets.

    ``value`` per target (NaN where nothing is known); ``imputed_share`` the share of it that stems
    from sources which were split (0–1); ``missing_share`` the share of the target's covered area whose
    source has no value; ``by_area_share`` the share of the value that sources without any weight gave by
    area instead. ``outside`` is what sources hold beyond the targets; ``residual`` is
    |Σ targets + outside − Σ sources| / Σ |sources|, 0 for intensive variables.
    """

    value: Floats
    imputed_share: Floats
    missing_share: Floats
    by_area_share: Floats
    outside: float
    residual: float

    @property
    def flagged(self) -> npt.NDArray[np.bool_]:
        """Cells that rest by more than half on estimates."""
        return np.asarray(np.nan_to_num(self.imputed_share) > FLAG_ABOVE)


def transfer(matrix: WeightMatrix, values: Floats, kind: str) -> Transferred:
    """Share out totals (extensive) or average densities and rates (intensive).

    ``values`` has one number per source, NaN where it has none. Extensive: Σ_s w_st·y_s;
    intensive: Σ w·r / Σ w over the common area.
    """
    matrix = matrix.in_order_of_targets
    known = np.isfinite(values)
    used = known[matrix.source]
    count = len(matrix.targets)
    amount = matrix.share if kind == EXTENSIVE else matrix.area_m2
    parts = np.where(used, amount * np.where(known, values, 0.0)[matrix.source], 0.0)
    sums = group_sums(parts, matrix.target, count)
    reached = np.bincount(matrix.target[used], minlength=count) > 0
    value = sums
    if kind == INTENSIVE:
        weight = group_sums(np.where(used, amount, 0.0), matrix.target, count)
        value = np.divide(sums, weight, out=np.full(count, math.nan), where=weight > 0.0)
    value = np.where(reached, value, math.nan)
    size = np.abs(parts)
    whole = sums if bool((parts >= 0.0).all()) else group_sums(size, matrix.target, count)

    def share_of(entries: npt.NDArray[np.bool_]) -> Floats:
        some = group_sums(size[entries], matrix.target[entries], count)
        return np.divide(some, whole, out=np.zeros(count), where=whole > 0.0)

    outside, residual = _volume(matrix, values, value) if kind == EXTENSIVE else (0.0, 0.0)
    return Transferred(
        value,
        share_of(matrix.split()),
        _missing_share(matrix, used, count),
        share_of(matrix.by_area[matrix.source]),
        outside,
        residual,
    )


def _volume(matrix: WeightMatrix, values: Floats, result: Floats) -> tuple[float, float]:
    known = np.where(np.isfinite(values), values, 0.0)
    outside = math.fsum((known * matrix.outside()).tolist())
    size, total = math.fsum(np.abs(known).tolist()), math.fsum(known.tolist())
    error = abs(math.fsum(np.nan_to_num(result).tolist()) + outside - total)
    return outside, error / size if size else 0.0


def _missing_share(matrix: WeightMatrix, used: npt.NDArray[np.bool_], count: int) -> Floats:
    missing = group_sums(matrix.area_m2[~used], matrix.target[~used], count)
    if used.all():
        return missing
    area = group_sums(matrix.area_m2, matrix.target, count)
    return np.divide(missing, area, out=np.zeros(count), where=area > 0.0)
