# SPDX-License-Identifier: GPL-2.0-or-later
"""A classified raster and units reduced to areas by unit and value: one joint histogram over blocks."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from ..progress import Progress, silent
from .cell_areas import CellAreas
from .codebook import NO_DATA, CodeBook
from .coverage import Coverage, exact_coverage
from .edges import edges_of
from .grid import Grid
from .spans import Spans, spans_by_centre

Floats = npt.NDArray[np.float64]
Rows = npt.NDArray[np.intp]
Geometries = npt.NDArray[np.object_]
#: Hands out the cells of rows start … stop − 1 as an array (rows, width).
ReadRows = Callable[[int, int], npt.NDArray[np.generic]]

#: In place of a unit: the whole raster.
WHOLE = -1
CENTRE, EXACT = "centre", "exact"
EDGES = (CENTRE, EXACT)


@dataclass(frozen=True)
class Burnt:
    """Units on a grid: layers of runs that do not overlap within a layer, and cut cells."""

    layers: tuple[Spans, ...]
    cut: Coverage | None
    count: int


#: No units at all: only the whole raster is counted.
NO_UNITS = Burnt((), None, 0)


def burn(
    units: Geometries, grid: Grid, edge: str, layers: Sequence[Sequence[int]], *, equal_area: bool = False
) -> Burnt:
    """Burn units (CRS coordinates) into a grid: a cell counts by its centre, or by its exact share.

    ``layers`` groups the units so that those of one group do not overlap: each unit gets
    its cells whatever the others hold. With ``equal_area`` exact shares are those of the area
    on the ellipsoid, which differ from those in degrees.
    """
    if edge == CENTRE:
        outline = edges_of(units, grid)
        spans = spans_by_centre(outline, grid)
        return Burnt(tuple(spans.of_units(group) for group in layers), None, len(units))
    coverage = exact_coverage(edges_of(units, grid, equal_area=equal_area), grid)
    return Burnt(tuple(coverage.full.of_units(group) for group in layers), coverage, len(units))


def tabulate_raster(
    read: ReadRows,
    grid: Grid,
    burnt: Burnt,
    areas: CellAreas,
    book: CodeBook,
    *,
    rows_per_block: int = 256,
    progress: Progress = silent,
) -> pd.DataFrame:
    """Area of every value in every unit and in the whole raster: ``unit``, ``slot``, ``area_m2``, sorted.

    ``slot`` numbers the values in ``book``; slot 0 is land without data. The whole raster is
    the unit ``WHOLE``. Memory holds one block of ``rows_per_block`` rows. The figures do not
    depend on the order of the units.
    """
    sums: dict[tuple[int, int], list[float]] = {}
    for start in range(0, grid.height, rows_per_block):
        progress(start / grid.height)
        stop = min(start + rows_per_block, grid.height)
        block = _Block(
            book.read(read(start, stop)), areas.rows(start, stop, grid.width), start, stop, grid.width
        )
        for key, area in block.entries(burnt):
            sums.setdefault(key, []).append(area)
    rows = [(unit, slot, math.fsum(parts)) for (unit, slot), parts in sorted(sums.items())]
    return pd.DataFrame(rows, columns=["unit", "slot", "area_m2"])


def burnt_area_m2(burnt: Burnt, grid: Grid, areas: CellAreas, rows_per_block: int = 256) -> Floats:
    """Area of the cells of each unit, added up along its runs without looking at the values."""
    total = np.zeros(burnt.count)
    for start in range(0, grid.height, rows_per_block):
        stop = min(start + rows_per_block, grid.height)
        cells = np.broadcast_to(areas.rows(start, stop, grid.width), (stop - start, grid.width))
        upto = np.concatenate((np.zeros((stop - start, 1)), np.cumsum(cells, axis=1)), axis=1)
        for spans in burnt.layers:
            low, high = np.searchsorted(spans.row, (start, stop))
            row = spans.row[low:high] - start
            run = upto[row, spans.stop[low:high]] - upto[row, spans.start[low:high]]
            total += np.bincount(spans.unit[low:high], weights=run, minlength=burnt.count)
        if burnt.cut is not None:
            low, high = np.searchsorted(burnt.cut.row, (start, stop))
            part = (
                cells[burnt.cut.row[low:high] - start, burnt.cut.column[low:high]] * burnt.cut.share[low:high]
            )
            total += np.bincount(burnt.cut.unit[low:high], weights=part, minlength=burnt.count)
    return total


@dataclass(frozen=True)
class _Block:
    """Slots and cell areas of rows start … stop − 1."""

    slots: Rows
    weights: Floats
    start: int
    stop: int
    width: int

    @property
    def size(self) -> int:
        return int(self.slots.max(initial=NO_DATA)) + 1

    def entries(self, burnt: Burnt) -> Iterator[tuple[tuple[int, int], float]]:
        """Area of each slot in the whole block, and in each unit that reaches it."""
        size = self.size
        whole = self._count(self.slots, size)
        yield from _entries(whole.reshape(1, size), WHOLE)
        for spans in burnt.layers:
            low, high = np.searchsorted(spans.row, (self.start, self.stop))
            if high > low:
                # NOBODY is -1: shifted by one it takes the first row of the table, which is dropped.
                index = (spans.labels(self.start, self.stop, self.width) + 1) * size + self.slots
                yield from _entries(self._count(index, (burnt.count + 1) * size).reshape(-1, size)[1:], 0)
        if burnt.cut is not None:
            yield from _entries(self._cut_cells(burnt.cut, burnt.count, size), 0)

    def _count(self, index: Rows, bins: int) -> Floats:
        if self.weights.size == 1:
            return np.bincount(index, minlength=bins) * float(self.weights.ravel()[0])
        cells = np.broadcast_to(self.weights, (self.stop - self.start, self.width)).ravel()
        return np.bincount(index, weights=cells, minlength=bins).astype(float)

    def _cut_cells(self, cut: Coverage, count: int, size: int) -> Floats:
        low, high = np.searchsorted(cut.row, (self.start, self.stop))
        row, column = cut.row[low:high] - self.start, cut.column[low:high]
        cells = np.broadcast_to(self.weights, (self.stop - self.start, self.width))
        area = cells[row, column] * cut.share[low:high]
        index = cut.unit[low:high] * size + self.slots[row * self.width + column]
        return np.bincount(index, weights=area, minlength=count * size).reshape(count, size).astype(float)


def _entries(table: Floats, first_unit: int) -> Iterator[tuple[tuple[int, int], float]]:
    for row, slot in zip(*np.nonzero(table)):
        yield (int(row) + first_unit, int(slot)), float(table[row, slot])
