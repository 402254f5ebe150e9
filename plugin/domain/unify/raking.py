# SPDX-License-Identifier: GPL-2.0-or-later
"""Raking: values that agree with the totals of the sources and of the targets (methods.md j 4).

Iterative proportional fitting of Deming and Stephan (1940).
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ..errors import InputError
from ..progress import Progress, silent
from .weights import WeightMatrix

Floats = npt.NDArray[np.float64]

#: Margins agree within this share of the whole.
TOLERANCE = 1e-9
MAX_ROUNDS = 10_000
#: Sums of the two margins that differ by more than this share are two different things.
SAME_TOTAL = 1e-6


@dataclass(frozen=True)
class Raked:
    """``cells``: one value per entry of the matrix; ``rounds`` of fitting; ``error``: largest difference of
    a margin as a share of the whole."""

    cells: Floats
    rounds: int
    error: float


def rake(matrix: WeightMatrix, sources: Floats, targets: Floats, *, progress: Progress = silent) -> Raked:
    """Fit the shared-out values to both margins.

    ``sources`` and ``targets`` are totals ≥ 0 of each unit, all known. Raises ``InputError`` where
    the two sums differ by more than 1e-6, where a target with a total gets no share of any
    source, and where fitting does not settle because zeros of the matrix forbid it.
    """
    _refuse_margins(matrix, sources, targets)
    whole = math.fsum(sources)
    cells = matrix.share * sources[matrix.source]
    if whole == 0.0:
        return Raked(cells, 0, 0.0)
    goal = targets * (whole / math.fsum(targets))
    error = math.inf
    for number in range(1, MAX_ROUNDS + 1):
        progress(number / MAX_ROUNDS)
        cells = cells * _ratio(sources, cells, matrix.source)[matrix.source]
        cells = cells * _ratio(goal, cells, matrix.target)[matrix.target]
        rows = np.bincount(matrix.source, weights=cells, minlength=len(sources))
        error = float(np.max(np.abs(rows - sources))) / whole
        if error <= TOLERANCE:
            return Raked(cells, number, error)
    raise InputError(
        "The totals of sources and targets cannot be met together: after {rounds} rounds a source still "
        "differs by {share:.2e} of the whole. Check the totals of units that lie in each other alone.",
        rounds=MAX_ROUNDS,
        share=error,
    )


def _ratio(goal: Floats, cells: Floats, group: npt.NDArray[np.intp]) -> Floats:
    sums = np.bincount(group, weights=cells, minlength=len(goal))
    return np.divide(goal, sums, out=np.zeros(len(goal)), where=sums > 0.0)


def _refuse_margins(matrix: WeightMatrix, sources: Floats, targets: Floats) -> None:
    for names, values in ((matrix.sources, sources), (matrix.targets, targets)):
        bad = ~(np.isfinite(values) & (values >= 0.0))
        if bad.any():
            raise InputError(
                "Raking needs a total of 0 or more for every unit; “{unit}” has none. Fill it in or use "
                "another METHOD.",
                unit=names[int(np.argmax(bad))],
            )
    one, other = math.fsum(sources), math.fsum(targets)
    if abs(one - other) > SAME_TOTAL * max(abs(one), abs(other)):
        raise InputError(
            "The totals of the source units add up to {sources:.6g}, those of the target units to "
            "{targets:.6g}: they cannot both hold. Correct one of the tables.",
            sources=one,
            targets=other,
        )
    reached = np.bincount(matrix.target, weights=matrix.share, minlength=len(targets)) > 0.0
    lost = ~reached & (targets > 0.0)
    if lost.any():
        raise InputError(
            "Target unit “{unit}” has a total but shares no ground with a source unit that has a value. "
            "Check units and totals.",
            unit=matrix.targets[int(np.argmax(lost))],
        )
