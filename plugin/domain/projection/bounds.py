# SPDX-License-Identifier: GPL-2.0-or-later
"""95 % intervals of many sums at once: the rule of ``intervals.linear_bounds`` over groups of rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from .flows import Draw

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.intp]


@dataclass(frozen=True)
class Amount:
    """What some rows amount to under the value of one random factor and under its two 95 % bounds.

    ``low`` and ``high`` are NaN where no interval is known; for a loss the one at the lower bound
    is the greater.
    """

    rows: Integers
    draw: Draw
    value: Floats
    low: Floats
    high: Floats
    weak: bool = False


def bounded_sums(amounts: Sequence[Amount], group: Integers, count: int) -> tuple[Floats, Floats, Floats]:
    """Sum, lower and upper bound of each of ``count`` groups; ``group`` gives that of each row.

    Amounts of one draw move together and add up first; the half-widths of the draws are then
    added in quadrature, downward and upward apart (IPCC 2006 Guidelines, Vol. 1, Ch. 3, eq. 3.2).
    Amounts without an interval add nothing to the widths; a group without any is NaN.
    """
    total, bounded = np.zeros(count), np.zeros(count, dtype=bool)
    down, up = np.zeros(count), np.zeros(count)
    for same in _by_draw(amounts).values():
        sums = np.zeros((3, count))
        for amount in same:
            total += np.bincount(group[amount.rows], amount.value, minlength=count)
            known = np.isfinite(amount.low) & np.isfinite(amount.high)
            at = group[amount.rows[known]]
            bounded[at] = True
            for number, values in enumerate((amount.value, amount.low, amount.high)):
                sums[number] += np.bincount(at, values[known], minlength=count)
        down += np.square(sums[0] - np.minimum(sums[1], sums[2]))
        up += np.square(np.maximum(sums[1], sums[2]) - sums[0])
    low = np.where(bounded, total - np.sqrt(down), np.nan)
    return total, low, np.where(bounded, total + np.sqrt(up), np.nan)


def _by_draw(amounts: Sequence[Amount]) -> dict[Draw, list[Amount]]:
    groups: dict[Draw, list[Amount]] = {}
    for amount in amounts:
        groups.setdefault(amount.draw, []).append(amount)
    return groups
