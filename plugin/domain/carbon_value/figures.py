# SPDX-License-Identifier: GPL-2.0-or-later
"""A figure with its 95 % interval, and how differences and products carry the interval on."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from ..intervals import linear_bounds


@dataclass(frozen=True)
class Figure:
    """``value`` with its 95 % bounds; NaN where unknown."""

    value: float
    low: float = math.nan
    high: float = math.nan

    @classmethod
    def exact(cls, value: float) -> Figure:
        """What is counted, not estimated."""
        return cls(value, value, value)

    @property
    def is_known(self) -> bool:
        """Whether there is a value."""
        return not math.isnan(self.value)

    def by(self, rising: Callable[[float], float]) -> Figure:
        """The figure under a function that never falls; what is unknown stays so."""
        ends = (self.value, self.low, self.high)
        return Figure(*(end if math.isnan(end) else rising(end) for end in ends))

    def minus(self, other: Figure) -> Figure:
        """The difference of independent figures; no interval where one of them has none."""
        value = self.value - other.value
        return Figure(value, *_bounds(value, (1.0, self), (-1.0, other)))

    def times(self, other: Figure) -> Figure:
        """The product of independent figures (IPCC 2006 Guidelines, Vol. 1, Ch. 3, eq. 3.1).

        Relative half-widths add in quadrature; no interval where one factor has none, unless the other
        is an exact 0.
        """
        value = self.value * other.value
        return Figure(value, *_bounds(value, (other.value, self), (self.value, other)))


def _bounds(value: float, *terms: tuple[float, Figure]) -> tuple[float, float]:
    """Bounds of a figure whose small changes are those of a weighted sum."""
    moving = [(weight, figure) for weight, figure in terms if weight != 0.0]
    if any(math.isnan(end) for _, figure in moving for end in (figure.value, figure.low, figure.high)):
        return math.nan, math.nan
    if not moving:
        return value, value
    weights = np.array([weight for weight, _ in moving])
    values, lows, highs = np.array([(f.value, f.low, f.high) for _, f in moving]).T
    low, high = linear_bounds(weights, values, lows, highs)
    # The weighted sum is the middle of the bounds; a product has its own.
    middle = math.fsum(weights * values)
    return value + (low - middle), value + (high - middle)
