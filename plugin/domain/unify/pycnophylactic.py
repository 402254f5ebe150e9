# SPDX-License-Identifier: GPL-2.0-or-later
"""Pycnophylactic interpolation: a smooth density that keeps the total of every source unit (Tobler 1979)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ..errors import InputError
from ..progress import Progress, silent

Floats = npt.NDArray[np.float64]
Rows = npt.NDArray[np.intp]

#: Cells of no source unit.
NOBODY = -1
#: Smoothing ends when no cell changes by more than this share of the largest cell.
TOLERANCE = 1e-4
MAX_ROUNDS = 1_000


@dataclass(frozen=True)
class Smooth:
    """``cells``: value of each cell, 0 outside all sources; ``rounds`` smoothing rounds; ``settled``
    whether the tolerance was reached."""

    cells: Floats
    rounds: int
    settled: bool


def smooth_cells(
    zone: Rows,
    totals: Floats,
    *,
    tolerance: float = TOLERANCE,
    max_rounds: int = MAX_ROUNDS,
    progress: Progress = silent,
) -> Smooth:
    """Spread the totals of source units over their cells (methods.md j 3).

    ``zone`` (rows, columns) holds the source of each cell or ``NOBODY``, ``totals`` one number ≥ 0
    per source, NaN where unknown (its cells stay 0 and do not smooth). Each round takes the mean of
    the four neighbours (the rim is repeated), clips below 0 and scales the cells of each source to
    its total, so that the totals hold after every round. Raises ``InputError`` for a source with a
    total but no cell.
    """
    count = len(totals)
    inside = zone != NOBODY
    inside &= np.isfinite(totals)[np.where(inside, zone, 0)]
    members = np.bincount(zone[inside], minlength=count)
    _refuse_sources_without_cells(members, totals)
    known = np.nan_to_num(totals)
    index = np.where(inside, zone, 0)
    cells = np.where(inside, (known / np.maximum(members, 1))[index], 0.0)
    for number in range(1, max_rounds + 1):
        progress(number / max_rounds)
        after = _to_totals(np.maximum(_neighbour_mean(cells, inside), 0.0), index, inside, known, members)
        moved = float(np.max(np.abs(after - cells), initial=0.0))
        cells = after
        if moved <= tolerance * float(np.max(cells, initial=0.0)):
            return Smooth(cells, number, True)
    return Smooth(cells, max_rounds, False)


def _neighbour_mean(cells: Floats, inside: npt.NDArray[np.bool_]) -> Floats:
    """Mean of the four neighbours; beyond the rim and outside the sources a cell stands for itself."""
    padded, member = np.pad(cells, 1, mode="edge"), np.pad(inside, 1, mode="constant")
    total = np.zeros_like(cells)
    rows, columns = cells.shape
    vertical = ((0, 1), (2, 1)) if rows > 1 else ()
    horizontal = ((1, 0), (1, 2)) if columns > 1 else ()
    used = (*vertical, *horizontal)
    for row, column in used:
        window = slice(row, row + rows), slice(column, column + columns)
        total += np.where(member[window], padded[window], cells)
    return np.asarray(total / max(len(used), 1), dtype=np.float64)


def _to_totals(
    cells: Floats, index: Rows, inside: npt.NDArray[np.bool_], totals: Floats, members: Rows
) -> Floats:
    sums = np.bincount(index[inside], weights=cells[inside], minlength=len(totals))
    factor = np.divide(totals, sums, out=np.zeros(len(totals)), where=sums > 0.0)
    # A source that smoothing emptied starts again from the mean.
    flat = np.where(sums > 0.0, 0.0, totals / np.maximum(members, 1))
    return np.where(inside, cells * factor[index] + flat[index], 0.0)


def _refuse_sources_without_cells(members: Rows, totals: Floats) -> None:
    bare = (members == 0) & (np.nan_to_num(totals) != 0.0)
    if bare.any():
        raise InputError(
            "{count} source units with a value hold the centre of no cell. Choose a smaller CELL_SIZE_M.",
            count=int(bare.sum()),
        )
    negative = np.nan_to_num(totals) < 0.0
    if negative.any():
        raise InputError(
            "{count} source units have a value below 0, which cannot be smoothed. Use the METHOD “areal”.",
            count=int(negative.sum()),
        )
