# SPDX-License-Identifier: GPL-2.0-or-later
"""Trend of a yearly series: ordinary least squares and the Mann–Kendall test (methods.md k)."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

#: Below so many years the normal approximation of the test says nothing.
MIN_YEARS = 8


@dataclass(frozen=True)
class Trend:
    """``slope`` per year; ``s`` of Mann–Kendall; ``z`` and two-sided ``p`` are NaN below eight years."""

    slope: float
    s: int
    z: float
    p: float

    def is_significant(self, alpha: float = 0.05) -> bool:
        """Whether the series surely rises or falls."""
        return self.p < alpha


def trend_of(values: Mapping[int, float]) -> Trend:
    """The trend of values by year; years without a value are left out.

    S = Σ_{i<j} sign(x_j − x_i), its variance corrected for ties (Kendall 1975); slope NaN for
    fewer than two years.
    """
    known = {year: value for year, value in sorted(values.items()) if math.isfinite(value)}
    years, series = np.array(list(known), dtype=float), np.array(list(known.values()), dtype=float)
    s = int(np.sign(series[None, :] - series[:, None])[np.triu_indices(len(series), 1)].sum())
    if len(series) < MIN_YEARS:
        return Trend(_slope(years, series), s, math.nan, math.nan)
    z = _z_of(series, s)
    return Trend(_slope(years, series), s, z, math.erfc(abs(z) / math.sqrt(2.0)))


def _slope(years: Floats, series: Floats) -> float:
    if len(series) < 2:
        return math.nan
    centred = years - years.mean()
    return float(math.fsum(centred * (series - series.mean())) / math.fsum(centred**2))


def _z_of(series: Floats, s: int) -> float:
    count = len(series)
    _, ties = np.unique(series, return_counts=True)
    variance = (
        count * (count - 1) * (2 * count + 5) - int((ties * (ties - 1) * (2 * ties + 5)).sum())
    ) / 18.0
    if variance <= 0.0 or s == 0:
        return 0.0
    return (s - math.copysign(1.0, s)) / math.sqrt(variance)
