# SPDX-License-Identifier: GPL-2.0-or-later
"""A classified raster and units reduced to areas by unit and value: one joint histogram over blocks."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
import shapely

from ..progress import Progress, silent
from .blocks import read_ahead
from .cell_areas import CellAreas
from .codebook import NO_DATA, ReadSlots, Slots
from .coverage import Coverage, exact_coverage, join_coverage
from .edges import edges_of
from .grid import Grid
from .spans import Spans, join_spans, spans_by_centre

Floats = npt.NDArray[np.float64]
Rows = npt.NDArray[np.intp]
Geometries = npt.NDArray[np.object_]

#: Cells that are worked on at a time: their numbers fit into the cache of a processor.
CACHED_CELLS = 200_000
#: Vertices of polygons, and lines of the grid that they cross, which are burnt in at a time.
CHUNK_SIZE = 200_000
#: Shares of a cell that add up to no more than this beyond 1 are rounding.
EXCESS = 1e-6
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

    def overlap(self, share: float = EXCESS) -> bool:
        """Whether units share cells, or claim more of a cell than there is, by more than ``share`` of it."""
        return len(self.layers) > 1 or (self.cut is not None and self.cut.excess() > share)


#: No units at all: only the whole raster is counted.
NO_UNITS = Burnt((), None, 0)


def burn(
    polygons: Geometries,
    grid: Grid,
    edge: str,
    *,
    owner: Rows | None = None,
    equal_area: bool = False,
    progress: Progress = silent,
) -> Burnt:
    """Burn units (CRS coordinates) into a grid: a cell counts by its centre, or by its exact share.

    ``owner`` is the unit of each polygon, where several that do not overlap make up one;
    without it each is a unit. Units may overlap: each gets its cells whatever the others hold.
    With ``equal_area`` exact shares are those of the area on the ellipsoid, which differ from
    those in degrees.
    """
    owner = np.arange(len(polygons)) if owner is None else owner
    count = int(owner.max(initial=-1)) + 1
    spans, cut = [], []
    for rows in _chunks(polygons, grid):
        progress(rows[0] / len(polygons))
        outline = edges_of(polygons[rows], grid, equal_area=equal_area and edge == EXACT)
        outline = replace(outline, owner=owner[rows[outline.owner]])
        if edge == CENTRE:
            spans.append(spans_by_centre(outline, grid))
        else:
            cut.append(exact_coverage(outline, grid))
    if edge == CENTRE:
        return Burnt(join_spans(spans).layers(count), None, count)
    coverage = join_coverage(cut)
    return Burnt(coverage.full.layers(count), coverage, count)


def _chunks(polygons: Geometries, grid: Grid) -> list[Rows]:
    """Rows of polygons in chunks of bounded size: vertices, and lines of the grid that they cross."""
    size = shapely.get_num_coordinates(polygons) + np.nan_to_num(shapely.length(polygons)) / min(
        abs(grid.dx), abs(grid.dy)
    )
    rows = np.flatnonzero(size > 0)
    chunk = (np.cumsum(size[rows]) - size[rows]) // CHUNK_SIZE
    return np.split(rows, np.flatnonzero(np.diff(chunk)) + 1) if len(rows) else []


def tabulate_raster(
    read: ReadSlots,
    grid: Grid,
    burnt: Burnt,
    areas: CellAreas,
    *,
    rows_per_block: int = 256,
    progress: Progress = silent,
) -> pd.DataFrame:
    """Area of every value in every unit and in the whole raster: ``unit``, ``slot``, ``area_m2``, sorted.

    ``read`` hands out slots, numbers of values; slot 0 is land without data. The whole raster is
    the unit ``WHOLE``. Memory holds two blocks of ``rows_per_block`` rows. The figures do not
    depend on the order of the units: cells of one size are counted, others added row by row.
    """
    sums = _Sums(burnt, grid.width)
    step = max(1, CACHED_CELLS // grid.width)
    for start, stop, slots in read_ahead(read, grid.height, rows_per_block, progress):
        weights = _weights(areas, start, stop, grid.width)
        for first in range(start, stop, step):
            last = min(first + step, stop)
            cells = slice((first - start) * grid.width, (last - start) * grid.width)
            sums.add(first, last, slots[cells], None if weights is None else weights[cells])
    return sums.table(float(areas.table[0, 0]) if areas.is_uniform else 1.0)


def burnt_area_m2(burnt: Burnt, areas: CellAreas) -> Floats:
    """Area of the cells of each unit, added up along its runs without looking at the values."""
    total = np.zeros(burnt.count)
    for spans in burnt.layers:
        total += np.bincount(
            spans.unit, weights=areas.of_runs(spans.row, spans.start, spans.stop), minlength=burnt.count
        )
    return total


class _Sums:
    """Areas by unit and slot, added up over rows: the whole raster in row 0, unit n in row n + 1."""

    def __init__(self, burnt: Burnt, width: int) -> None:
        self._burnt, self._width = burnt, width
        self._sums = np.zeros((burnt.count + 1, 1))

    def add(self, start: int, stop: int, slots: Slots, weights: Floats | None) -> None:
        """Take in the cells of rows start … stop − 1; without weights they are counted."""
        size = int(slots.max(initial=NO_DATA)) + 1
        self._widen(size)
        if not self._burnt.layers:
            self._sums[0, :size] += _histogram(slots, weights, size)
        for number, spans in enumerate(self._burnt.layers):
            units, runs = np.unique(spans.of_rows(start, stop).unit, return_inverse=True)
            index = spans.spread((runs + 1) * size, start, stop, self._width, 0)
            index += slots
            found = _histogram(index, weights, (len(units) + 1) * size).reshape(-1, size)
            self._sums[units + 1, :size] += found[1:]
            if number == 0:
                self._sums[0, :size] += found.sum(axis=0)
        if self._burnt.cut is not None:
            self._add_cut(self._burnt.cut, start, stop, slots, size, weights)

    def table(self, cell_m2: float) -> pd.DataFrame:
        """What was added up, without what is 0, times the area that one stands for."""
        area_m2 = self._sums * cell_m2
        row, slot = np.nonzero(area_m2)
        return pd.DataFrame({"unit": row + WHOLE, "slot": slot, "area_m2": area_m2[row, slot]})

    def _widen(self, size: int) -> None:
        more = size - self._sums.shape[1]
        if more > 0:
            self._sums = np.pad(self._sums, ((0, 0), (0, more)))

    def _add_cut(
        self, cut: Coverage, start: int, stop: int, slots: Slots, size: int, weights: Floats | None
    ) -> None:
        low, high = np.searchsorted(cut.row, (start, stop))
        at = (cut.row[low:high] - start) * self._width + cut.column[low:high]
        area = cut.share[low:high] if weights is None else cut.share[low:high] * weights[at]
        units, own = np.unique(cut.unit[low:high], return_inverse=True)
        found = _histogram(own * size + slots[at], area, len(units) * size)
        self._sums[units + 1, :size] += found.reshape(-1, size)


def _weights(areas: CellAreas, start: int, stop: int, width: int) -> Floats | None:
    """Areas of the cells of some rows, flat; None where all cells count alike."""
    if areas.is_uniform:
        return None
    return np.broadcast_to(areas.rows(start, stop, width), (stop - start, width)).ravel()


def _histogram(index: npt.NDArray[np.integer[Any]], weights: Floats | None, bins: int) -> Floats:
    return np.asarray(np.bincount(index, weights=weights, minlength=bins), dtype=np.float64)
