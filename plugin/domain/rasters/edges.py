# SPDX-License-Identifier: GPL-2.0-or-later
"""Polygons as oriented edges in cell coordinates: what both ways of burning units start from."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import shapely

from .cell_areas import rows_by_area
from .grid import Grid

Floats = npt.NDArray[np.float64]
Rows = npt.NDArray[np.intp]
Geometries = npt.NDArray[np.object_]


@dataclass(frozen=True)
class Edges:
    """Edges of polygons, shells turning one way and holes the other.

    ``start`` and ``end`` are (n, 2) columns and rows; ``owner`` is the polygon of each edge.
    """

    start: Floats
    end: Floats
    owner: Rows


def edges_of(polygons: Geometries, grid: Grid, *, equal_area: bool = False) -> Edges:
    """The edges of valid (multi)polygons in CRS coordinates; those along a row (level) are left out.

    ``equal_area`` counts rows of a grid in degrees by area instead of latitude.
    """
    parts, owner = shapely.get_parts(shapely.normalize(polygons), return_index=True)
    rings, part = shapely.get_rings(parts, return_index=True)
    xy, ring = shapely.get_coordinates(rings, return_index=True)
    cells = grid.to_cells(xy)
    if equal_area and grid.is_geographic:
        cells[:, 1] = rows_by_area(grid, cells[:, 1])
    follows = np.flatnonzero(ring[1:] == ring[:-1])
    start, end = cells[follows], cells[follows + 1]
    rising = start[:, 1] != end[:, 1]
    return Edges(start[rising], end[rising], owner[part[ring[follows[rising]]]].astype(np.intp))


def crossings(edges: Edges, at: float, count: int) -> tuple[Floats, Rows, Rows]:
    """Where edges cross the level lines row + ``at`` of the rows 0 … count−1: column, row, edge.

    Both owners of a shared edge get the very same columns: it is walked from its lower end.
    """
    flip = (edges.start[:, 1] > edges.end[:, 1])[:, None]
    low, high = np.where(flip, edges.end, edges.start), np.where(flip, edges.start, edges.end)
    first = np.clip(np.ceil(low[:, 1] - at), 0, count).astype(np.intp)
    last = np.clip(np.ceil(high[:, 1] - at), 0, count).astype(np.intp)
    edge = np.repeat(np.arange(len(first)), last - first)
    row = np.arange(len(edge)) - np.repeat(np.cumsum(last - first) - (last - first) - first, last - first)
    slope = (high[:, 0] - low[:, 0]) / (high[:, 1] - low[:, 1])
    column = low[edge, 0] + (row + at - low[edge, 1]) * slope[edge]
    return column, row.astype(np.intp), edge
