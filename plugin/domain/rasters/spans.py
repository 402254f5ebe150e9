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

#: Runs of so many cells are faster filled one by one (tried: numpy repeats number by number).
LONG_RUN = 50
#: In place of a unit: no unit there.
NOBODY = -1


@dataclass(frozen=True)
class Spans:
    """Runs of cells: columns ``start`` … ``stop`` − 1 of ``row`` belong to ``unit``.

    Sorted by row, then start.
    """

    row: Rows
    start: Rows
    stop: Rows
    unit: Rows

    def of_rows(self, first: int, last: int) -> Spans:
        """The runs of rows first … last−1 only."""
        low, high = np.searchsorted(self.row, (first, last))
        return Spans(self.row[low:high], self.start[low:high], self.stop[low:high], self.unit[low:high])

    def labels(self, first: int, last: int, width: int) -> Rows:
        """The unit of every cell of rows first … last−1, ``NOBODY`` in between; flat, row by row."""
        return self.spread(self.of_rows(first, last).unit, first, last, width, NOBODY)

    def spread(self, values: Rows, first: int, last: int, width: int, between: int) -> Rows:
        """Values of the runs of rows first … last−1 in their cells, ``between`` elsewhere; flat."""
        here = self.of_rows(first, last)
        begin = (here.row - first) * width + here.start
        end = begin + here.stop - here.start
        count = (last - first) * width
        # Polygons of one unit may overlap by noise: their cells are filled once.
        clash = bool(np.any(begin[1:] < end[:-1]))
        if clash or len(begin) * LONG_RUN < count:
            filled = not clash and int((end - begin).sum()) == count
            spread = np.empty(count, np.intp) if filled else np.full(count, between, dtype=np.intp)
            for one, other, value in zip(begin.tolist(), end.tolist(), values.tolist()):
                spread[one:other] = value
            return spread
        bounds = np.column_stack((begin, end)).ravel()
        lengths = np.diff(np.concatenate(([0], bounds, [count])))
        names = np.full(len(lengths), between, dtype=np.intp)
        names[1::2] = values
        return np.repeat(names, lengths)

    def rivals(self) -> set[tuple[int, int]]:
        """Pairs of units that share a cell."""
        pairs: set[tuple[int, int]] = set()
        for step in range(1, len(self.row)):
            one, other = slice(None, -step), slice(step, None)
            shared = (self.row[other] == self.row[one]) & (self.start[other] < self.stop[one])
            # In the order of their starts, a run that does not reach the next reaches none after it.
            if not shared.any():
                break
            pairs.update(zip(self.unit[one][shared].tolist(), self.unit[other][shared].tolist()))
        return pairs

    def layers(self, count: int) -> tuple[Spans, ...]:
        """The runs of ``count`` units in lists without overlaps, as few as a first fit finds."""
        pairs = self.rivals()
        if not pairs:
            return (self,)
        rivals: dict[int, set[int]] = {unit: set() for unit in range(count)}
        for one, other in pairs:
            rivals[one].add(other)
            rivals[other].add(one)
        groups: list[list[int]] = []
        for unit in range(count):
            home = next((group for group in groups if not rivals[unit].intersection(group)), None)
            if home is None:
                groups.append([unit])
            else:
                home.append(unit)
        return tuple(self.of_units(group) for group in groups)

    def holder(self, row: Rows, column: Rows) -> Rows:
        """A unit whose run holds each cell, ``NOBODY`` where there is none; runs that do not overlap."""
        width = int(max(self.stop.max(initial=0), column.max(initial=0))) + 1
        at = np.searchsorted(self.row * width + self.start, row * width + column, side="right") - 1
        found = np.full(len(row), NOBODY, dtype=np.intp)
        known = np.flatnonzero(at >= 0)
        run = at[known]
        inside = (self.row[run] == row[known]) & (column[known] < self.stop[run])
        found[known[inside]] = self.unit[run[inside]]
        return found

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
    order = np.lexsort((column, owner * grid.height + row))
    column, row, owner = column[order], row[order], owner[order]
    # An even number of crossings for each polygon and row: they are the ends of its runs.
    ends = np.clip(np.ceil(column - 0.5), 0, grid.width).astype(np.intp)
    return sorted_spans(row[::2], ends[::2], ends[1::2], owner[::2])


def sorted_spans(row: Rows, start: Rows, stop: Rows, unit: Rows) -> Spans:
    """Spans without the empty ones, in their order."""
    kept = np.flatnonzero(stop > start)
    order = kept[np.lexsort((start[kept], row[kept]))]
    return Spans(row[order], start[order], stop[order], unit[order])


def join_spans(chunks: Sequence[Spans]) -> Spans:
    """The runs of several lists as one."""
    none = np.empty(0, dtype=np.intp)
    row, start, stop, unit = (
        np.concatenate([none, *(getattr(chunk, name) for chunk in chunks)]).astype(np.intp)
        for name in ("row", "start", "stop", "unit")
    )
    return sorted_spans(row, start, stop, unit)
