# SPDX-License-Identifier: GPL-2.0-or-later
"""Pycnophylactic interpolation between polygons: units burnt into a grid, smoothed, added up by target."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
import pandas as pd
import shapely

from ..areas import WorkPlane
from ..errors import InputError
from ..notes import NoteBook
from ..progress import Progress, part, silent
from ..rasters import CENTRE, EXACT, Burnt, Grid, burn
from ..statistical_units import Units
from .pycnophylactic import NOBODY, smooth_cells
from .transfer import EXTENSIVE, Transferred, transfer
from .weights import WHOLE, WeightMatrix

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
    matrix: WeightMatrix,
    *,
    notes: NoteBook,
    variable: str,
    progress: Progress = silent,
) -> Transferred:
    """Bring totals (one per source, NaN where unknown) onto the targets by a smooth density.

    The cells of a source count for the targets with which it shares ground by ``matrix`` (areas), and
    wholly for them where it does not reach beyond the targets: so a source inside one target stays
    there, however coarse the cells are.
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
    held = _held_by_pairs(on_grid, smooth.cells, matrix)
    inside = np.bincount(matrix.source, weights=held, minlength=len(values))
    whole = np.where(matrix.outside() > 0.0, np.nan_to_num(values), inside)[matrix.source]
    share = np.divide(held, whole, out=matrix.share.copy(), where=whole > 0.0)
    return transfer(replace(matrix, share=share), values, EXTENSIVE)


def _held_by_pairs(on_grid: UnitGrid, cells: Floats, matrix: WeightMatrix) -> Floats:
    """Sum of the cells of each source in each of its targets, cut cells by their share."""
    count = len(matrix.targets)
    pairs = pd.Index(matrix.source * count + matrix.target)
    held = np.zeros(len(pairs))
    zone = on_grid.zone
    height, width = cells.shape
    parts = []
    for spans in on_grid.targets.layers:
        label = spans.labels(0, height, width).reshape(height, width)
        here = (label >= 0) & (zone != NOBODY)
        parts.append((zone[here], label[here], cells[here]))
    cut = on_grid.targets.cut
    if cut is not None:
        parts.append((zone[cut.row, cut.column], cut.unit, cells[cut.row, cut.column] * cut.share))
    for source, target, value in parts:
        entry = pairs.get_indexer(np.where(source == NOBODY, -1, source * count + target))
        # Slivers where borders do not quite meet hold no one.
        known = (entry >= 0) & (matrix.share[entry] > WHOLE)
        held += np.bincount(entry[known], weights=value[known], minlength=len(pairs))
    return held
