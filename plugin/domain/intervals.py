# SPDX-License-Identifier: GPL-2.0-or-later
"""95 % intervals of sums: approach 1 of the IPCC (propagation of error)."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]


def linear_bounds(coefficient: Floats, value: Floats, low: Floats, high: Floats) -> tuple[float, float]:
    """Bounds of ``Σ coefficient · value`` for independent terms.

    The half-widths of the terms are added in quadrature (IPCC 2006 Guidelines, Vol. 1,
    Ch. 3, eq. 3.2), downward and upward apart because the sources' intervals are not
    symmetric; a negative coefficient swaps the two. All arrays have one entry per term,
    in the same order. Terms without an interval (NaN) add nothing: callers state their
    share. Returns ``(nan, nan)`` when no term has an interval.
    """
    known = np.isfinite(low) & np.isfinite(high) & np.isfinite(value) & (coefficient != 0)
    if not known.any():
        return math.nan, math.nan
    c, v = coefficient[known], value[known]
    down = np.where(c > 0, c * (v - low[known]), c * (v - high[known]))
    up = np.where(c > 0, c * (high[known] - v), c * (low[known] - v))
    total = math.fsum(coefficient[np.isfinite(value)] * value[np.isfinite(value)])
    return (
        total - math.sqrt(math.fsum(np.square(down))),
        total + math.sqrt(math.fsum(np.square(up))),
    )
