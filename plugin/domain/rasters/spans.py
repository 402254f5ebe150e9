# SPDX-License-Identifier: GPL-2.0-or-later
"""Units burnt into a grid as runs of whole cells, sorted by row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from .edges import Edges, crossings
from .grid import Grid

Rows = npt.NDArray[np.intp]

#: In place of a unit: no unit there.
NOBODY = -1


@dataclass(frozen=True)
class Spans:
    """Runs of cells: columns ``start`` … ``stop`` − 1 of ``row`` belong to ``unit``.

    Sorted by row, then start; the runs of one list do not overlap.
    """

    row: Rows
    start: Rows
    stop: Rows
    unit: Rows

    def labels(self, first: int, last: int, width: int) -> Rows:
        """The unit of every cell of rows first … last−1, ``NOBODY`` in between; flat, row by row."""
        low, high = np.searchsorted(self.row, (first, last))
        begin = (self.row[low:high] - first) * width + self.start[low:high]
        end = begin + self.stop[low:high] - self.start[low:high]
        bounds = np.column_stack((begin, end)).ravel()
        lengths = np.diff(np.concatenate(([0], bounds, [(last - first) * width])))
        names = np.full(len(lengths), NOBODY, dtype=np.intp)
        names[1::2] = self.unit[low:high]
        return np.repeat(names, lengths)

    def of_units(self, units: Sequence[int]) -> Spans:
        """The runs of some units only."""
        kept = np.isin(self.unit, units)
        return Spans(self.row[kept], self.start[kept], self.stop[kept], self.unit[kept])


def spans_by_centre(edges: Edges, grid: Grid) -> Spans:
    """The cells whose centre lies in each polygon: a scan line through the centres of every row.

    A centre on a shared edge belongs to one of the neighbours only.
    """
    column, row, edge = crossings(edges, 0.5, grid.height)
    owner = edges.owner[edge]
    order = np.lexsort((column, row, owner))
    column, row, owner = column[order], row[order], owner[order]
    # An even number of crossings for each polygon and row: they are the ends of its runs.
    ends = np.clip(np.ceil(column - 0.5), 0, grid.width).astype(np.intp)
    return sorted_spans(row[::2], ends[::2], ends[1::2], owner[::2])


def sorted_spans(row: Rows, start: Rows, stop: Rows, unit: Rows) -> Spans:
    """Spans without the empty ones, in their order."""
    kept = np.flatnonzero(stop > start)
    order = kept[np.lexsort((start[kept], row[kept]))]
    return Spans(row[order], start[order], stop[order], unit[order])
