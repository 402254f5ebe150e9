# SPDX-License-Identifier: GPL-2.0-or-later
"""Random draws of a factor from its value and its 95 % interval.

Every distribution has the value as its centre (median, or mode of the triangle) and puts
2.5 % of the draws below the lower and above the upper bound. Intervals of sources are often
not symmetric: each side then has its own width.
"""

from __future__ import annotations

import hashlib

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

NORMAL, LOGNORMAL, TRIANGULAR = "normal", "lognormal", "triangular"
DISTRIBUTIONS = (NORMAL, LOGNORMAL, TRIANGULAR)
#: Standard deviations from the median to the 97.5th percentile of a normal distribution.
Z_95 = 1.959963984540054
#: Share of the draws beyond each bound.
TAIL = 0.025
#: Steps after which the triangle's corners stand still (each shrinks the error to about a fifth).
_STEPS = 60


def draw(
    name: str, value: float, low: float, high: float, *, draws: int, seed: int, distribution: str
) -> Floats:
    """``draws`` random values of a factor called ``name``.

    The draws depend on the seed and the name alone, not on which other factors take part.
    A lognormal needs a positive lower bound; without one the draws are normal
    (``is_lognormal`` tells). All draws equal ``value`` where the interval is not known.
    """
    if not (np.isfinite(low) and np.isfinite(high)):
        return np.full(draws, value)
    generator = np.random.Generator(np.random.PCG64(_seed_of(name, seed)))
    if distribution == TRIANGULAR:
        return _triangular(generator.random(draws), value, low, high)
    z = generator.standard_normal(draws)
    if distribution == LOGNORMAL and is_lognormal(value, low):
        spread = np.where(z < 0.0, np.log(value / low), np.log(high / value)) / Z_95
        return np.asarray(value * np.exp(z * spread), dtype=np.float64)
    return np.asarray(value + z * np.where(z < 0.0, value - low, high - value) / Z_95, dtype=np.float64)


def is_lognormal(value: float, low: float) -> bool:
    """Whether a factor can be lognormal: nothing of its interval reaches 0."""
    return bool(low > 0.0 and value > 0.0)


def _seed_of(name: str, seed: int) -> int:
    return int.from_bytes(hashlib.sha256(f"{seed}|{name}".encode()).digest()[:16], "big")


def _triangular(uniform: Floats, mode: float, low: float, high: float) -> Floats:
    left, right = _corners(mode - low, high - mode)
    whole = left + right
    if whole == 0.0:
        return np.full(len(uniform), mode)
    below = uniform < left / whole
    down = mode - left + np.sqrt(uniform * whole * left)
    up = mode + right - np.sqrt((1.0 - uniform) * whole * right)
    return np.asarray(np.where(below, down, up), dtype=np.float64)


def _corners(below: float, above: float) -> tuple[float, float]:
    """Distances of the triangle's corners from its mode, so that 2.5 % lie beyond each bound.

    From (L − below)² = p·L·(L + R) and the same for the right side, by iteration.
    """
    left, right = below, above
    for _ in range(_STEPS):
        whole = left + right
        left = below + np.sqrt(TAIL * left * whole)
        right = above + np.sqrt(TAIL * right * whole)
    return float(left), float(right)
