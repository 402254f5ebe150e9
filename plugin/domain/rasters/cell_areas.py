# SPDX-License-Identifier: GPL-2.0-or-later
"""True areas of raster cells by the area rule, row by row or interpolated between nodes."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import shapely

from ..errors import InputError
from ..projections import geographic_ellipsoid
from .grid import Grid

Floats = npt.NDArray[np.float64]
Rows = npt.NDArray[np.intp]

#: Distance of the nodes between which the area scale of a projection is taken as linear: at the edge
#: of a 3-degree zone (150 km from the meridian) that misses 2.5e-8 of the area (h²/4R²).
NODE_M = 2_000.0
#: Runs of cells that are added up at a time.
RUNS = 100_000
#: Side of the square that is measured at a node, where cells are smaller.
SQUARE_M = 200.0


@dataclass(frozen=True)
class CellAreas:
    """Cell areas in m²: one figure, one per row, or nodes of a coarser lattice.

    ``table`` has the shape (1, 1), (rows, 1), or is the lattice at ``node_rows`` ×
    ``node_columns`` (cell positions).
    """

    table: Floats
    node_rows: Floats
    node_columns: Floats

    @property
    def is_uniform(self) -> bool:
        """Whether all cells have one area."""
        return self.table.shape == (1, 1)

    def rows(self, start: int, stop: int, width: int) -> Floats:
        """Areas of the cells of rows start … stop−1, broadcastable to (stop − start, width)."""
        if self.is_uniform:
            return self.table
        if self.table.shape[1] == 1:
            return self.table[start:stop]
        down = self._down(np.arange(start, stop))
        slope = np.diff(down, axis=1) / np.diff(self.node_columns)
        cells = np.empty((stop - start, width))
        ends = [*self._first_cells(), width]
        for number, (first, last) in enumerate(zip(ends[:-1], ends[1:])):
            along = np.arange(first, last) + 0.5 - self.node_columns[number]
            np.multiply(slope[:, number, None], along, out=cells[:, first:last])
            cells[:, first:last] += down[:, number, None]
        return cells

    def of_runs(self, row: Rows, start: Rows, stop: Rows) -> Floats:
        """Area of runs of cells: columns ``start`` … ``stop`` − 1 of a ``row`` each."""
        if self.is_uniform:
            return np.asarray((stop - start) * self.table[0, 0], dtype=np.float64)
        if self.table.shape[1] == 1:
            return np.asarray((stop - start) * self.table[row, 0], dtype=np.float64)
        areas = np.empty(len(row))
        for first in range(0, len(row), RUNS):
            some = slice(first, first + RUNS)
            rows, own = np.unique(row[some], return_inverse=True)
            areas[some] = self._upto(rows, own, stop[some]) - self._upto(rows, own, start[some])
        return areas

    def _upto(self, rows: Rows, own: Rows, count: Rows) -> Floats:
        """Area of the first ``count`` cells of the rows (``own`` of each count): a sum of straight lines."""
        down = self._down(rows)
        slope = np.diff(down, axis=1) / np.diff(self.node_columns)
        firsts = self._first_cells()
        ends = np.append(firsts[1:], count.max(initial=0))
        whole = _sum_of_line(down[:, :-1], slope, self.node_columns[:-1], firsts, ends)
        before = np.concatenate((np.zeros((len(rows), 1)), np.cumsum(whole, axis=1)), axis=1)
        part = np.clip(np.searchsorted(firsts, count, side="right") - 1, 0, len(firsts) - 1)
        rest = _sum_of_line(down[own, part], slope[own, part], self.node_columns[part], firsts[part], count)
        return np.asarray(before[own, part] + rest, dtype=np.float64)

    def _down(self, rows: Rows) -> Floats:
        """Areas at the nodes' columns in some rows, (rows, nodes)."""
        return np.array([np.interp(rows + 0.5, self.node_rows, column) for column in self.table.T]).T

    def _first_cells(self) -> Rows:
        """The first cell between each node and the next."""
        firsts: Rows = np.ceil(self.node_columns[:-1] - 0.5).astype(np.intp)
        return firsts

    def spread(self) -> float:
        """How far the area scale at the corner of a cell may miss that at its centre, at most (relative).

        0 where cells have one figure, and in degrees, where parts of a row are counted by area.
        """
        if self.table.shape[1] == 1:
            return 0.0
        down = np.abs(np.diff(self.table, axis=0)) / np.diff(self.node_rows)[:, None]
        across = np.abs(np.diff(self.table, axis=1)) / np.diff(self.node_columns)[None, :]
        return float((down.max() + across.max()) / 2.0 / self.table.min())


def _sum_of_line(value: Floats, slope: Floats, node: Floats, first: Rows, last: Rows) -> Floats:
    """Σ value + slope·(column + ½ − node) over the columns first … last − 1."""
    count = last - first
    return np.asarray(count * (value + slope * ((first + last) / 2.0 - node)), dtype=np.float64)


def cell_areas(grid: Grid, rule: str) -> CellAreas:
    """Areas of all cells of a grid by the area rule (planar or ellipsoidal).

    Geographic grids use the exact area between two meridians and parallels,
    S = a²·Δλ·[q(φ2) − q(φ1)]/2 (Snyder, USGS Professional Paper 1395, eq. 3-12). In a
    projected CRS the area is measured on the ellipsoid at nodes and interpolated.
    Raises ``InputError`` for planar areas in degrees.
    """
    plane = grid.plane()
    nothing = np.empty(0)
    if math.isnan(plane.unit_m):
        if rule == "planar":
            raise InputError(
                "The raster is in degrees, where a planar area has no meaning. "
                "Use the ellipsoidal area rule or reproject the raster."
            )
        return CellAreas(_areas_by_row(grid)[:, None], nothing, nothing)
    flat_m2 = abs(grid.dx * grid.dy) * plane.unit_m**2
    if rule == "planar":
        return CellAreas(np.array([[flat_m2]]), nothing, nothing)
    columns = _nodes(grid.width, abs(grid.dx) * plane.unit_m)
    rows = _nodes(grid.height, abs(grid.dy) * plane.unit_m)
    x, y = np.meshgrid(grid.x0 + columns * grid.dx, grid.y0 + rows * grid.dy)
    half = max(SQUARE_M / plane.unit_m, abs(grid.dx), abs(grid.dy)) / 2.0
    squares = shapely.box(x.ravel() - half, y.ravel() - half, x.ravel() + half, y.ravel() + half)
    true_m2 = plane.measure(plane.to_plane(squares), "ellipsoidal").reshape(x.shape)
    return CellAreas(true_m2 / (2.0 * half * plane.unit_m) ** 2 * flat_m2, rows, columns)


def _nodes(count: int, cell_m: float) -> Floats:
    """Positions (in cells) of nodes from the first to the last cell centre."""
    steps = max(1, math.ceil(count * cell_m / NODE_M))
    return np.linspace(0.5, max(count - 0.5, 0.5 + 1e-9), steps + 1)


def _areas_by_row(grid: Grid) -> Floats:
    a, e2, degrees = geographic_ellipsoid(grid.crs_wkt)
    edges = np.radians((grid.y0 + np.arange(grid.height + 1) * grid.dy) * degrees)
    if np.abs(edges).max() > math.pi / 2 + 1e-9:
        raise InputError(
            "The raster reaches beyond the poles ({low}° to {high}°). Assign the CRS that it has.",
            low=math.degrees(edges.min()),
            high=math.degrees(edges.max()),
        )
    q = _authalic_q(np.sin(np.clip(edges, -math.pi / 2, math.pi / 2)), e2)
    areas: Floats = np.abs(np.diff(q)) * a**2 * math.radians(grid.dx * degrees) / 2.0
    return areas


def rows_by_area(grid: Grid, rows: Floats) -> Floats:
    """Row positions of a grid in degrees, counted within each row by the area on the ellipsoid."""
    _, e2, degrees = geographic_ellipsoid(grid.crs_wkt)
    row = np.floor(rows)

    def q_at(position: Floats) -> Floats:
        latitude = np.radians((grid.y0 + position * grid.dy) * degrees)
        return _authalic_q(np.sin(np.clip(latitude, -math.pi / 2, math.pi / 2)), e2)

    start, end = q_at(row), q_at(row + 1.0)
    # Beyond a pole a row has no area; what lies there is not on the grid.
    share = np.divide(q_at(rows) - start, end - start, out=rows - row, where=end != start)
    return np.asarray(row + np.clip(share, 0.0, 1.0), dtype=np.float64)


def _authalic_q(sine: Floats, e2: float) -> Floats:
    if e2 == 0.0:
        return 2.0 * sine
    e = math.sqrt(e2)
    ratio = np.log((1.0 - e * sine) / (1.0 + e * sine)) / (2.0 * e)
    q: Floats = (1.0 - e2) * (sine / (1.0 - e2 * sine**2) - ratio)
    return q
