# SPDX-License-Identifier: GPL-2.0-or-later
"""Which vertices lie near which loose edges, in search trees of bounded size."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import shapely

from ..coverage_edges import LooseEdges
from ..geometry import Floats, Rows
from ..progress import Progress

#: Edges in one search tree, and points asked of it in one go.
TREE_EDGES = 50_000
POINTS = 20_000


def near_edges(
    point: Floats, parcel: Rows, edges: LooseEdges, reach: float, progress: Progress
) -> Iterator[tuple[Rows, Floats, Rows, Floats, Floats, float]]:
    """Points (sorted by x) with the loose edges of other parcels whose boxes are within reach, bit by bit.

    Yields the numbers of the points, the points, and row, start and end of the edges beside
    them, with the reach.
    """
    low = np.minimum(edges.start, edges.end)
    high = np.maximum(edges.start, edges.end)
    order = np.argsort(low[:, 0], kind="stable")
    for begin in range(0, len(order), TREE_EDGES):
        rows = order[begin : begin + TREE_EDGES]
        lines = shapely.linestrings(np.stack((edges.start[rows], edges.end[rows]), axis=1))
        tree = shapely.STRtree(lines)
        first = int(np.searchsorted(point[:, 0], low[rows, 0].min() - reach))
        last = int(np.searchsorted(point[:, 0], high[rows, 0].max() + reach, side="right"))
        for some in range(first, last, POINTS):
            progress((begin + TREE_EDGES * (some - first) / max(last - first, 1)) / len(order))
            here = np.arange(some, min(some + POINTS, last))
            boxes = shapely.box(*(point[here] - reach).T, *(point[here] + reach).T)
            number, line = tree.query(boxes)
            other = parcel[here[number]] != edges.parcel[rows[line]]
            number, line = here[number[other]], rows[line[other]]
            yield number, point[number], edges.parcel[line], edges.start[line], edges.end[line], reach


def feet_on_edges(xy: Floats, start: Floats, end: Floats) -> Floats:
    """The nearest point of each edge to the point beside it."""
    along, offset = end - start, xy - start
    share = np.clip((offset * along).sum(axis=1) / (along * along).sum(axis=1), 0.0, 1.0)
    return np.asarray(start + along * share[:, None], dtype=np.float64)
