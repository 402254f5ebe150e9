# SPDX-License-Identifier: GPL-2.0-or-later
"""Emissions of parcels on a grid of square cells: each parcel shared out by area, nothing lost."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import shapely

from ..errors import ConservationError, InputError
from ..exact_sums import group_sums
from ..geometry import Geometries
from ..progress import Progress, silent
from ..rasters.coverage import exact_coverage
from ..rasters.edges import edges_of
from ..rasters.grid import Grid
from .spread import CONSERVED

Floats = npt.NDArray[np.float64]
Rows = npt.NDArray[np.intp]

#: Cells of a grid at most, and cells that are added up at a time.
MAX_CELLS = 10_000_000
BLOCK = 250_000
#: Parcels whose cells are found at a time.
CHUNK = 2_000


@dataclass(frozen=True)
class Cells:
    """Which share (0–1) of which parcel lies in which cell of a grid; sorted by cell, counted row by row."""

    grid: Grid
    parcel: Rows
    cell: Rows
    share: Floats

    def hold(self, tonnes: Floats, progress: Progress = silent) -> Floats:
        """Tonnes of the parcels by cell (rows, columns); NaN where no parcel lies.

        Raises ``ConservationError`` where the cells do not hold what the parcels do, to 1e-9.
        """
        count = self.grid.width * self.grid.height
        values = np.full(count, math.nan)
        for first in range(0, count, BLOCK):
            progress(first / count)
            size = min(BLOCK, count - first)
            start, stop = np.searchsorted(self.cell, (first, first + size))
            cell = self.cell[start:stop] - first
            sums = group_sums(tonnes[self.parcel[start:stop]] * self.share[start:stop], cell, size)
            covered = np.bincount(cell, minlength=size) > 0
            values[first : first + size][covered] = sums[covered]
        given = math.fsum(tonnes[np.unique(self.parcel)])
        held = math.fsum(values[~np.isnan(values)])
        if abs(given - held) > CONSERVED * max(given, 1.0):
            raise ConservationError(
                "The cells hold {held:.10g} t, but the parcels {given:.10g} t. Nothing was written; please "
                "report this with the layer.",
                held=held,
                given=given,
            )
        return values.reshape(self.grid.height, self.grid.width)


def grid_of_parcels(parcels: Geometries, plane_wkt: str, cell_m: float) -> Grid:
    """Square cells of ``cell_m`` over parcels in a plane (m), from a corner that is a multiple of it.

    Raises ``InputError`` where the grid would hold more than ten million cells.
    """
    west, south, east, north = shapely.total_bounds(parcels)
    if not np.isfinite(west):
        raise InputError("No parcel has a geometry: there is no ground for a raster. Correct the layer.")
    left, top = math.floor(west / cell_m), math.ceil(north / cell_m)
    width = max(1, math.ceil(east / cell_m) - left)
    height = max(1, top - math.floor(south / cell_m))
    if width * height > MAX_CELLS:
        raise InputError(
            "Cells of {size_m:.6g} m make a grid of {count} cells; {limit} is the limit. Choose a larger "
            "CELL_SIZE_M.",
            size_m=cell_m,
            count=width * height,
            limit=MAX_CELLS,
        )
    return Grid(width, height, left * cell_m, top * cell_m, cell_m, -cell_m, plane_wkt)


def cells_of_parcels(parcels: Geometries, grid: Grid, progress: Progress = silent) -> Cells:
    """The exact shares of parcels (valid polygons in the plane of the grid) in its cells.

    A parcel that is too small for any share lies in the cell of a point on it; one without a geometry
    has no cell.
    """
    parts: list[tuple[Rows, Rows, Floats]] = []
    for start in range(0, len(parcels), CHUNK):
        progress(start / len(parcels))
        parcel, cell, area = _chunk(parcels[start : start + CHUNK], grid)
        parts.append((parcel + start, cell, area))
    parcel, cell, area = (np.concatenate(column) for column in zip(*parts))
    whole = np.bincount(parcel, weights=area, minlength=len(parcels))
    order = np.argsort(cell, kind="stable")
    return Cells(grid, parcel[order], cell[order], (area / whole[parcel])[order])


def _chunk(parcels: Geometries, grid: Grid) -> tuple[Rows, Rows, Floats]:
    found = exact_coverage(edges_of(parcels, grid), grid)
    full = found.full
    length = full.stop - full.start
    run = np.repeat(np.arange(len(length)), length)
    column = np.arange(len(run)) - np.repeat(np.cumsum(length) - length, length) + full.start[run]
    parcel = np.concatenate((full.unit[run], found.unit))
    cell = np.concatenate((full.row[run] * grid.width + column, found.row * grid.width + found.column))
    area = np.concatenate((np.ones(len(run)), found.share))
    tiny = np.setdiff1d(np.flatnonzero(shapely.area(parcels) > 0.0), parcel)
    xy = shapely.get_coordinates(shapely.point_on_surface(parcels[tiny]))
    at = np.floor(grid.to_cells(xy)).astype(np.intp)
    at = np.clip(at, 0, [grid.width - 1, grid.height - 1])
    return (
        np.concatenate((parcel, tiny)).astype(np.intp),
        np.concatenate((cell, at[:, 1] * grid.width + at[:, 0])).astype(np.intp),
        np.concatenate((area, np.ones(len(tiny)))),
    )
