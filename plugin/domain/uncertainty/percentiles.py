# SPDX-License-Identifier: GPL-2.0-or-later
"""Percentiles of many weighted sums of the same draws, in bounded memory."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from ..progress import Progress, silent

Floats = npt.NDArray[np.float64]

#: Draws of units worked on at a time: what stays in the cache of a processor.
CACHED = 40_000


def percentiles(
    weights: Floats, drawn: list[Floats], shares: tuple[float, float], progress: Progress = silent
) -> tuple[Floats, Floats]:
    """The two percentiles (``shares``, 0–1) of ``weights @ drawn`` for each row of the weights.

    Sums are added column by column, not by a library of linear algebra: no digit depends on threads, on
    the other rows or on their order. Between two draws percentiles are interpolated.
    """
    low, high = np.zeros(len(weights)), np.zeros(len(weights))
    if not drawn:
        return low, high
    draws = len(drawn[0])
    size = max(1, CACHED // draws)
    places = [share * (draws - 1) for share in shares]
    needed = sorted({min(int(place) + step, draws - 1) for place in places for step in (0, 1)})
    for start in range(0, len(weights), size):
        progress(start / len(weights))
        part = weights[start : start + size]
        sums, term = np.zeros((len(part), draws)), np.empty((len(part), draws))
        for column, values in enumerate(drawn):
            if part[:, column].any():
                np.multiply(part[:, column, None], values, out=term)
                sums += term
        sums.partition(needed, axis=1)
        for bounds, place in zip((low, high), places):
            first = int(place)
            second = min(first + 1, draws - 1)
            step = sums[:, second] - sums[:, first]
            bounds[start : start + size] = sums[:, first] + (place - first) * step
    return low, high
