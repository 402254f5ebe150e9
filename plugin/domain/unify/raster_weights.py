# SPDX-License-Identifier: GPL-2.0-or-later
"""Weights that are a raster (night lights, a population grid, floor area), added up inside polygons."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import shapely

from ..areas import WorkPlane
from ..errors import InputError
from ..progress import Progress, part, silent
from ..rasters import EXACT, Burnt, Grid, beyond, burn, cell_areas, read_ahead
from ..rasters.spans import Spans
from ..units import M2_PER_HA
from .weight_kinds import TOTAL, Held

Floats = npt.NDArray[np.float64]
Rows = npt.NDArray[np.intp]
Objects = npt.NDArray[np.object_]


@dataclass(frozen=True)
class RasterAncillary:
    """A raster with a weight in each cell.

    ``read(first, stop)`` hands out rows of the ``grid`` as numbers, NaN without data; ``carry`` brings
    polygons from the plane of the units into the CRS of the grid. ``kind``: the weight is a total of
    the cell (people), which is shared by area where a border cuts the cell, or an intensity per
    hectare (a class weight, light).
    """

    read: Callable[[int, int], Floats]
    grid: Grid
    carry: Callable[[Objects], Objects]
    layer: str
    kind: str = TOTAL
    rows_per_block: int = 256

    def within(self, geometry: Objects, plane: WorkPlane, rule: str, progress: Progress = silent) -> Held:
        """Weight inside each polygon of the ``plane``; cut cells count by the share that lies inside.

        Only the rows that a polygon reaches are read, block by block. Raises ``InputError`` for a
        negative or infinite weight in one of their cells.
        """
        shapes = self.carry(geometry)
        # In degrees there is no planar area; which rule the layers go by does not matter to shares.
        rule = "ellipsoidal" if self.grid.is_geographic else rule
        burnt = burn(shapes, self.grid, EXACT, equal_area=rule != "planar", progress=part(progress, 0.0, 0.4))
        sums = _Sums(burnt, self, rule)
        first, stop = _rows_reached(burnt, self.grid.height)
        blocks = read_ahead(
            lambda start, end: self.read(first + start, first + end),
            stop - first,
            self.rows_per_block,
            part(progress, 0.4, 1.0),
        )
        for start, end, weights in blocks:
            sums.add(first + start, first + end, weights)
        frame = shapely.box(*self.grid.bounds)
        grid_plane = self.grid.plane()
        off_m2 = grid_plane.measure(grid_plane.to_plane(beyond(shapes, frame)), rule)
        return Held(sums.weight, sums.bare_m2 + off_m2)


def _rows_reached(burnt: Burnt, height: int) -> tuple[int, int]:
    """The first row with a cell of any polygon, and the one after the last."""
    rows = [spans.row for spans in burnt.layers]
    if burnt.cut is not None:
        rows.append(burnt.cut.row)
    first = min((int(row[0]) for row in rows if len(row)), default=0)
    return first, max((int(row[-1]) + 1 for row in rows if len(row)), default=first)


class _Sums:
    """Weight and ground without data of each polygon, added up over blocks of rows."""

    def __init__(self, burnt: Burnt, raster: RasterAncillary, rule: str) -> None:
        self._burnt, self._raster = burnt, raster
        self._areas = cell_areas(raster.grid, rule)
        self.weight, self.bare_m2 = np.zeros(burnt.count), np.zeros(burnt.count)

    def add(self, start: int, stop: int, cells: Floats) -> None:
        """Take in rows start … stop − 1."""
        area = np.broadcast_to(self._areas.rows(start, stop, self._raster.grid.width), cells.shape)
        missing = np.isnan(cells)
        weight = np.where(missing, 0.0, cells)
        if self._raster.kind != TOTAL:
            weight = weight * area / M2_PER_HA
        bare = np.where(missing, area, 0.0)
        wrong = ~(np.isfinite(weight) & (weight >= 0.0))
        for spans in self._burnt.layers:
            runs = spans.of_rows(start, stop)
            if wrong.any():
                self._refuse(_sum_of_runs(wrong.astype(float), runs, start) > 0.0, wrong, start, cells)
            self._count(runs.unit, _sum_of_runs(weight, runs, start), _sum_of_runs(bare, runs, start))
        cut = self._burnt.cut
        if cut is not None:
            low, high = np.searchsorted(cut.row, (start, stop))
            at = cut.row[low:high] - start, cut.column[low:high]
            self._refuse(wrong[at], wrong, start, cells)
            share = cut.share[low:high]
            self._count(cut.unit[low:high], weight[at] * share, bare[at] * share)

    def _count(self, unit: Rows, weight: Floats, bare: Floats) -> None:
        self.weight += np.bincount(unit, weights=weight, minlength=self._burnt.count)
        self.bare_m2 += np.bincount(unit, weights=bare, minlength=self._burnt.count)

    def _refuse(
        self, touched: npt.NDArray[np.bool_], wrong: npt.NDArray[np.bool_], start: int, cells: Floats
    ) -> None:
        if touched.any():
            row, column = np.argwhere(wrong)[0].tolist()
            raise InputError(
                "Raster “{layer}” holds weights inside the units that are negative or infinite, such as "
                "{value:.6g} in row {row}, column {column}. Where they stand for no data, declare them as "
                "nodata of the raster; otherwise correct them.",
                layer=self._raster.layer,
                value=float(cells[row, column]),
                row=start + row + 1,
                column=column + 1,
            )


def _sum_of_runs(cells: Floats, runs: Spans, start: int) -> Floats:
    """Sum of the cells of each run; cells are rows from ``start`` on.

    Each run is added up by itself: a difference of running sums would leave crumbs where all is 0.
    """
    if not len(runs.row):
        return np.zeros(0)
    begin = (runs.row - start) * cells.shape[1] + runs.start
    bounds = np.column_stack((begin, begin + runs.stop - runs.start)).ravel()
    return np.asarray(np.add.reduceat(np.append(cells.ravel(), 0.0), bounds)[::2], dtype=np.float64)
