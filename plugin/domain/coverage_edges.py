# SPDX-License-Identifier: GPL-2.0-or-later
"""Edges of parcels that no neighbour shares: where a coverage may have gaps, overlaps or its end."""

from __future__ import annotations

import numpy as np
import shapely

from .geometry import HAIRLINE_M, Flags, Floats, Geometries
from .overlay.split import explode

Box = tuple[float, float, float, float]


def has_loose_edge(parcels: Geometries, box: Box) -> bool:
    """Whether some edge in the box is not run through exactly once in either direction.

    Where there is none, the number of parcels above a point is the same all over the box.
    An edge may also be shared with a chain of edges that keep within HAIRLINE_M of it
    (neighbours that lack each other's vertices).
    """
    start, end = _edges(parcels, box)
    loose = _unpaired(start, end)
    if not loose.any():
        return False
    start, end = _cut_at_vertices(start[loose], end[loose])
    near = _meets(start, end, box)
    return bool(_unpaired(start[near], end[near]).any())


def _edges(parcels: Geometries, box: Box) -> tuple[Floats, Floats]:
    """Start and end of the edges in the box, turned so that the parcel lies to their left."""
    rings, part = shapely.get_rings(explode(parcels).geometry, return_index=True)
    hole = np.append(False, np.diff(part) == 0)
    turned = shapely.is_ccw(rings) == hole
    xy, ring = shapely.get_coordinates(rings, return_index=True)
    start, end = xy[:-1], xy[1:]
    edge = (np.diff(ring) == 0) & (start != end).any(axis=1)
    edge &= _meets(start, end, box)
    start, end, back = start[edge], end[edge], turned[ring[:-1][edge]][:, None]
    return np.where(back, end, start), np.where(back, start, end)


def _meets(start: Floats, end: Floats, box: Box) -> Flags:
    """Whether the boxes of the edges meet the box."""
    low, high = np.minimum(start, end), np.maximum(start, end)
    meets: Flags = (high >= box[:2]).all(axis=1) & (low <= box[2:]).all(axis=1)
    return meets


def _unpaired(start: Floats, end: Floats) -> Flags:
    """Which edges do not come in twos, one of each direction."""
    upward = (start[:, 0] < end[:, 0]) | ((start[:, 0] == end[:, 0]) & (start[:, 1] < end[:, 1]))
    line = np.where(upward[:, None], np.hstack((start, end)), np.hstack((end, start)))
    order = np.lexsort(line.T)
    changes = (line[order][1:] != line[order][:-1]).any(axis=1)
    group = np.empty(len(line), dtype=np.intp)
    group[order] = np.cumsum(np.append(0, changes))[: len(line)]
    groups = int(group.max(initial=-1)) + 1
    forth = np.bincount(group[upward], minlength=groups)
    back = np.bincount(group[~upward], minlength=groups)
    unpaired: Flags = ((forth != 1) | (back != 1))[group]
    return unpaired


def _cut_at_vertices(start: Floats, end: Floats) -> tuple[Floats, Floats]:
    """The edges cut at the ends of other edges that lie on them."""
    edges = shapely.linestrings(np.stack((start, end), axis=1))
    vertices = np.unique(np.concatenate((start, end)), axis=0)
    boxes = shapely.box(*(vertices - HAIRLINE_M).T, *(vertices + HAIRLINE_M).T)
    point, edge = shapely.STRtree(edges).query(boxes)
    along, offset = end[edge] - start[edge], vertices[point] - start[edge]
    length = np.hypot(along[:, 0], along[:, 1])
    aside = np.abs(along[:, 0] * offset[:, 1] - along[:, 1] * offset[:, 0]) / length
    on_edge = aside <= HAIRLINE_M
    point, edge = point[on_edge], edge[on_edge]
    order = np.lexsort(((along * offset).sum(axis=1)[on_edge], edge))
    xy, edge = vertices[point[order]], edge[order]
    same = np.diff(edge) == 0
    return xy[:-1][same], xy[1:][same]
