# SPDX-License-Identifier: GPL-2.0-or-later
"""Set operations of polygons row by row that one awkward pair does not end, and subtraction in turns."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import shapely
import shapely.errors

from .geometry import Geometries, Rows, polygonal_parts
from .progress import Progress, silent

#: Grids (m) on which GEOS tries a pair again that it cannot do with the coordinates as they are.
GRIDS_M = (1e-8, 1e-7, 1e-6)
#: Differences taken between two looks at the cancel button.
CHUNK = 2_000
_COLLECTION = 7

#: ``shapely.difference`` or another operation on two arrays, with ``grid_size``.
Operation = Callable[..., Geometries]


def subtract_in_turn(
    remains: Geometries, taken: Geometries, item: Rows, piece: Rows, progress: Progress = silent
) -> None:
    """Take ``taken[piece]`` away from ``remains[item]`` in place, pair after pair (sorted by ``item``).

    What touches only along a line may leave that line in the remainder, on whose collection of lines and
    polygons GEOS 3.11 ends the next difference with an error: only polygons go on to the next turn.
    """
    turn = np.arange(len(item)) - np.searchsorted(item, item)
    turns = int(turn.max(initial=-1)) + 1
    for number in range(turns):
        rows = np.flatnonzero(turn == number)
        for start in range(0, len(rows), CHUNK):
            progress(number / turns)
            some = rows[start : start + CHUNK]
            rest = row_by_row(shapely.difference, remains[item[some]], taken[piece[some]])
            mixed = shapely.get_type_id(rest) == _COLLECTION
            rest[mixed] = polygonal_parts(rest[mixed])
            remains[item[some]] = rest


def turns_by_place(item: Rows, piece: Rows, taken: Geometries) -> tuple[Rows, Rows]:
    """Pairs sorted by ``item``, those of one item by where ``taken[piece]`` lies.

    Every cut rounds: taken away in the order of the features, the last digits would follow that order.
    """
    bounds = shapely.bounds(taken[piece])
    order = np.lexsort((piece, *bounds.T[::-1], item))
    return item[order], piece[order]


def row_by_row(operation: Operation, left: Geometries, right: Geometries) -> Geometries:
    """``operation`` of each left polygon and the right one of its row.

    A pair that GEOS cannot do is done on the finest of ``GRIDS_M`` on which it can; the digits of all
    other pairs are those of the operation by itself. Raises ``GEOSException`` where no grid helps.
    """
    try:
        return np.asarray(operation(left, right), dtype=object)
    except shapely.errors.GEOSException:
        if len(left) == 1:
            return _on_a_grid(operation, left, right)
    half = len(left) // 2
    return np.concatenate(
        (row_by_row(operation, left[:half], right[:half]), row_by_row(operation, left[half:], right[half:]))
    )


def _on_a_grid(operation: Operation, left: Geometries, right: Geometries) -> Geometries:
    for grid in GRIDS_M[:-1]:
        try:
            return np.asarray(operation(left, right, grid_size=grid), dtype=object)
        except shapely.errors.GEOSException:
            # A finer grid may leave a knot that a coarser one unties.
            continue
    return np.asarray(operation(left, right, grid_size=GRIDS_M[-1]), dtype=object)
