# SPDX-License-Identifier: GPL-2.0-or-later
"""The grid of a raster: where its cells lie, and whether two grids are one."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ..areas import WorkPlane, work_plane
from ..errors import InputError

Floats = npt.NDArray[np.float64]

#: Grids whose cells miss each other by less than this share of a cell are one grid.
SAME_CELL = 1e-3


@dataclass(frozen=True)
class Grid:
    """A north-up (or south-up) grid in a CRS.

    The corner of cell (row 0, column 0) lies at (``x0``, ``y0``); columns go by ``dx`` > 0,
    rows by ``dy`` (negative where the first row is the northernmost) in CRS units.
    """

    width: int
    height: int
    x0: float
    y0: float
    dx: float
    dy: float
    crs_wkt: str

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """Lowest and highest x and y in CRS units: x min, y min, x max, y max."""
        x1, y1 = self.x0 + self.width * self.dx, self.y0 + self.height * self.dy
        return min(self.x0, x1), min(self.y0, y1), max(self.x0, x1), max(self.y0, y1)

    @property
    def is_geographic(self) -> bool:
        """Whether cells are measured in degrees."""
        return math.isnan(self.plane().unit_m)

    def plane(self) -> WorkPlane:
        """The work plane of the grid's CRS and extent."""
        return work_plane(self.crs_wkt, self.bounds)

    def to_cells(self, xy: Floats) -> Floats:
        """CRS coordinates (n, 2) as columns and rows counted in cells from the corner of the grid."""
        return np.column_stack(((xy[:, 0] - self.x0) / self.dx, (xy[:, 1] - self.y0) / self.dy))


def grid_of(
    width: int,
    height: int,
    transform: tuple[float, float, float, float, float, float],
    crs_wkt: str,
    name: str,
) -> Grid:
    """A grid from a GDAL geotransform. Raises ``InputError`` for a rotated or mirrored one."""
    x0, dx, row_x, y0, column_y, dy = transform
    if row_x or column_y or dx <= 0.0 or dy == 0.0:
        raise InputError(
            "Raster “{layer}” is rotated or mirrored. Warp it to a grid along the axes of its CRS "
            "(gdalwarp) and run again.",
            layer=name,
        )
    return Grid(width, height, x0, y0, dx, dy, crs_wkt)


@dataclass(frozen=True)
class Misalignment:
    """How the cells of a second grid lie on those of a first, which they do not coincide with.

    The corner of the second lies ``columns`` and ``rows`` (in cells of the first) from that of
    the first. ``same_lattice`` tells that the lines of both coincide and only the extents differ.
    """

    columns: float
    rows: float
    same_lattice: bool


def misalignment(first: Grid, second: Grid) -> Misalignment | None:
    """How two grids in one CRS differ; None where their cells coincide.

    Cells coincide when sizes agree over the whole extent and corners by ``SAME_CELL``.
    """
    # Plus zero: a corner that is the same is not "−0 rows" away.
    columns, rows = (second.x0 - first.x0) / first.dx + 0.0, (second.y0 - first.y0) / first.dy + 0.0
    steps = max(first.width, second.width, first.height, second.height)
    same_cells = all(
        abs(one - other) * steps <= SAME_CELL * abs(one)
        for one, other in ((first.dx, second.dx), (first.dy, second.dy))
    )
    on_lines = all(abs(shift - round(shift)) <= SAME_CELL for shift in (columns, rows))
    same_lattice = same_cells and on_lines
    same_extent = (first.width, first.height, 0, 0) == (
        second.width,
        second.height,
        round(columns),
        round(rows),
    )
    return None if same_lattice and same_extent else Misalignment(columns, rows, same_lattice)
