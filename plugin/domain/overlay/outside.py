# SPDX-License-Identifier: GPL-2.0-or-later
"""The parts of polygons outside all polygons of another layer."""

from __future__ import annotations

import numpy as np
import shapely

from ..geometry import Geometries, Rows, polygonal_parts
from ..progress import Progress, silent
from ..set_operations import subtract_in_turn, turns_by_place
from ..threads import run_chunks
from .engine import Overlay, chunk_rows
from .pairs import RightSide, left_items, right_side, unite_parts
from .split import MAX_PIECE_VERTICES, explode, split_polygons

#: Remainders below this area (m²) come from rounded coordinates, not from the data.
ROUNDING_M2 = 1e-6


def difference_from_union(
    left: Geometries,
    right: Geometries,
    pairs: Overlay,
    indices: Rows,
    *,
    progress: Progress = silent,
    threads: int | None = None,
    max_vertices: int = MAX_PIECE_VERTICES,
) -> Geometries:
    """The part of each left polygon in ``indices`` outside all right polygons, in that order.

    ``pairs`` is the overlay of the same layers. None where nothing remains; a polygon
    without a pair is returned as it is. Right polygons may overlap.
    """
    rest = left[indices].copy()
    rest[np.isin(indices, pairs.left[pairs.covered])] = None
    cut = np.flatnonzero(np.isin(indices, pairs.left) & ~shapely.is_missing(rest))
    if len(cut) == 0:
        return rest
    side = pairs.side or right_side(right, split_polygons(right, max_vertices))
    whole = rest[cut]

    def work(rows: Rows) -> Geometries:
        return _subtract(whole[rows], side)

    chunks = chunk_rows(whole)
    for rows, remains in zip(chunks, run_chunks(work, chunks, progress=progress, threads=threads)):
        rest[cut[rows]] = remains
    return rest


def _subtract(geoms: Geometries, side: RightSide) -> Geometries:
    """What remains of the geometries after taking away the pieces near them, one after the other."""
    items = left_items(geoms)
    remains = items.geometry.copy()
    item, piece = side.piece_tree.query(remains)
    item, piece = turns_by_place(item, piece, side.pieces.geometry)
    subtract_in_turn(remains, side.pieces.geometry, item, piece)
    return _gather(remains, items.parent, len(geoms))


def _gather(remains: Geometries, parent: Rows, count: int) -> Geometries:
    """The remains of each parent as one geometry, without crumbs of rounding."""
    parts = explode(polygonal_parts(remains))
    kept = shapely.area(parts.geometry) > ROUNDING_M2
    owners, group = np.unique(parent[parts.parent[kept]], return_inverse=True)
    result = np.full(count, None, dtype=object)
    result[owners] = unite_parts(parts.geometry[kept], group, len(owners))
    return result
