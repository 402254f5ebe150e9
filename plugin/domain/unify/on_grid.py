# SPDX-License-Identifier: GPL-2.0-or-later
"""Pycnophylactic interpolation between polygons: units burnt into a grid, smoothed, added up by target."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import shapely

from ..areas import WorkPlane
from ..errors import InputError
from ..notes import NoteBook
from ..progress import Progress, part, silent
from ..rasters import CENTRE, EXACT, Burnt, Grid, burn
from ..statistical_units import Units
from .pycnophylactic import NOBODY, smooth_cells
from .transfer import Transferred

Floats = npt.NDArray[np.float64]
Rows = npt.NDArray[np.intp]

#: Cells of a grid at most; finer ones add nothing to statistics of whole units.
MAX_CELLS = 4_000_000
#: Cells that the smallest source should hold for a default cell size.
CELLS_PER_SOURCE = 25


@dataclass(frozen=True)
class UnitGrid:
    """``zone``: source of each cell by its centre (rows, columns); ``targets``: exact shares of cells."""

    grid: Grid
    zone: Rows
    targets: Burnt


def grid_of_units(sources: Units, targets: Units, plane: WorkPlane, cell_m: float | None) -> UnitGrid:
    """Burn units (plane coordinates, m) into a grid of square cells of ``cell_m``.

    Without a size the smallest source holds about 25 cells. Raises ``InputError`` where the grid
    would hold more than four million cells.
    """
    x0, y0, x1, y1 = shapely.total_bounds(sources.geometry)
    smallest = float(np.min(shapely.area(sources.geometry)))
    size = cell_m or max(
        math.sqrt(smallest / CELLS_PER_SOURCE), math.sqrt((x1 - x0) * (y1 - y0) / MAX_CELLS) * 1.01
    )
    width, height = max(1, math.ceil((x1 - x0) / size)), max(1, math.ceil((y1 - y0) / size))
    if width * height > MAX_CELLS:
        raise InputError(
            "Cells of {size_m:.6g} m make a grid of {count} cells; {limit} is the limit. Choose a larger "
            "CELL_SIZE_M.",
            size_m=size,
            count=width * height,
            limit=MAX_CELLS,
        )
    grid = Grid(width, height, float(x0), float(y1), size, -size, plane.plane_wkt)
    together = burn(sources.geometry, grid, CENTRE)
    if together.overlap():
        raise InputError(
            "Source units overlap, so that a cell would belong to several of them. Mend the units "
            "(checktopology finds the places), or use another METHOD."
        )
    zone = together.layers[0].labels(0, height, width).reshape(height, width)
    return UnitGrid(grid, zone, burn(targets.geometry, grid, EXACT))


def transfer_smoothly(
    on_grid: UnitGrid,
    values: Floats,
    names: Units,
    *,
    notes: NoteBook,
    variable: str,
    progress: Progress = silent,
) -> Transferred:
    """Bring totals (one per source, NaN where unknown) onto the targets by a smooth density.

    Every value is an estimate, so that ``imputed_share`` is 1.
    """
    smooth = smooth_cells(on_grid.zone, values, progress=part(progress, 0.0, 0.9))
    if not smooth.settled:
        notes.add(
            "smoothing_not_settled",
            "“{variable}”: smoothing still moved after {count} rounds; the figures are those of the "
            "last round.",
            count=smooth.rounds,
            variable=variable,
        )
    count = len(names.names)
    value = sums_inside(on_grid.targets, smooth.cells, count)
    ground = sums_inside(on_grid.targets, (on_grid.zone != NOBODY).astype(float), count)
    unknown = np.isin(on_grid.zone, np.flatnonzero(~np.isfinite(values)))
    missing = sums_inside(on_grid.targets, unknown.astype(float), count)
    share = np.divide(missing, ground, out=np.zeros(count), where=ground > 0.0)
    whole = math.fsum(np.nan_to_num(values))
    outside = whole - math.fsum(value)
    held = math.fsum(smooth.cells.ravel())
    return Transferred(
        np.where(share < 1.0, np.where(ground > 0.0, value, math.nan), math.nan),
        np.ones(count),
        share,
        outside if abs(outside) > 1e-9 * abs(whole) else 0.0,
        abs(held - whole) / whole if whole else 0.0,
    )


def sums_inside(burnt: Burnt, cells: Floats, count: int) -> Floats:
    """Sum of the cells of each unit, cut cells by their share."""
    height, width = cells.shape
    total = np.zeros(count)
    for spans in burnt.layers:
        label = spans.labels(0, height, width)
        total += np.bincount(label + 1, weights=cells.ravel(), minlength=count + 1)[1:]
    if burnt.cut is not None:
        part_of = cells[burnt.cut.row, burnt.cut.column] * burnt.cut.share
        total += np.bincount(burnt.cut.unit, weights=part_of, minlength=count)
    return total
