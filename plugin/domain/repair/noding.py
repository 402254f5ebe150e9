# SPDX-License-Identifier: GPL-2.0-or-later
"""Neighbours get the vertices that a cut makes on their common edges, so that the coverage stays exact."""

from __future__ import annotations

import numpy as np
import shapely

from ..geometry import Floats, Geometries, Rows
from ..progress import Progress
from .assemble import rebuild, rings_of, sound
from .faces import REACH_M

#: Geometries looked at between two calls of the progress.
PER_STEP = 500


def node_neighbours(geometry: Geometries, junctions: Floats, progress: Progress) -> Geometries:
    """The geometries with each junction as a vertex of all that reach it.

    Junctions of two parcels that mean one point become one, at a vertex that a neighbour
    already has there, if any; nothing else moves.
    """
    result = geometry.copy()
    if len(junctions) == 0:
        return result
    tree = shapely.STRtree(geometry)
    _, found = tree.query(shapely.points(junctions), predicate="dwithin", distance=REACH_M)
    near = np.unique(found)
    places = _settle(junctions, geometry[near])
    moved = {tuple(old): tuple(new) for old, new in zip(junctions.tolist(), places.tolist()) if old != new}
    targets = np.unique(places, axis=0)
    points = shapely.points(targets)
    row, point = shapely.STRtree(points).query(geometry[near], predicate="dwithin", distance=REACH_M)
    starts = np.searchsorted(row, np.arange(len(near) + 1))
    for number, member in enumerate(near):
        if number % PER_STEP == 0:
            progress(number / len(near))
        own = targets[np.sort(point[starts[number] : starts[number + 1]])]
        result[member] = _with_vertices(geometry[member], own, moved)
    return result


def _settle(junctions: Floats, neighbours: Geometries) -> Floats:
    """Where each junction goes: to an old vertex within reach, else to the first junction within reach."""
    places = junctions.copy()
    fresh = set(map(tuple, junctions.tolist()))
    vertices = np.unique(shapely.get_coordinates(neighbours), axis=0)
    old = vertices[[tuple(xy) not in fresh for xy in vertices.tolist()]]
    found, target = shapely.STRtree(shapely.points(old)).query_nearest(
        shapely.points(junctions), max_distance=REACH_M, all_matches=False
    )
    places[found] = old[target]
    open_rows = np.setdiff1d(np.arange(len(junctions)), found)
    points = shapely.points(junctions[open_rows])
    one, other = shapely.STRtree(points).query(points, predicate="dwithin", distance=REACH_M)
    order = np.lexsort((junctions[open_rows, 1], junctions[open_rows, 0]))
    rank = np.empty(len(order), dtype=np.intp)
    rank[order] = np.arange(len(order))
    first = np.full(len(order), len(order), dtype=np.intp)
    np.minimum.at(first, one, rank[other])
    places[open_rows] = junctions[open_rows[order[first]]]
    return places


def _with_vertices(
    shape: shapely.Geometry, targets: Floats, moved: dict[tuple[float, ...], tuple[float, ...]]
) -> shapely.Geometry:
    one = np.full(1, None, dtype=object)
    one[0] = shape
    rings, _ = rings_of(one)
    changed = False
    made = []
    for ring in rings:
        xy = shapely.get_coordinates(ring)
        listed = [moved.get(tuple(point), tuple(point)) for point in xy.tolist()]
        kept = [point for n, point in enumerate(listed) if n == 0 or point != listed[n - 1]]
        inserted = _insert(np.array(kept), targets)
        changed = changed or inserted.shape != xy.shape or bool((inserted != xy).any())
        made.append(inserted)
    if not changed:
        return shape
    ring_of: Rows = np.repeat(np.arange(len(made)), [len(xy) for xy in made])
    return sound(rebuild(one, np.concatenate(made), ring_of))[0]


def _insert(xy: Floats, targets: Floats) -> Floats:
    """A closed ring with the targets that lie on its edges and are no vertices yet."""
    known = set(map(tuple, xy.tolist()))
    missing = targets[[tuple(point) not in known for point in targets.tolist()]]
    start, step = xy[:-1], np.diff(xy, axis=0)
    length2 = np.maximum((step**2).sum(axis=1), np.finfo(float).tiny)
    places = []
    for point in missing:
        along = np.clip(((point - start) * step).sum(axis=1) / length2, 0.0, 1.0)
        distance = np.hypot(*(start + along[:, None] * step - point).T)
        edge = int(np.argmin(distance))
        if distance[edge] <= REACH_M:
            places.append((edge, float(along[edge]), tuple(point)))
    if not places:
        return xy
    places.sort()
    return np.asarray(
        np.insert(xy, [edge + 1 for edge, _, _ in places], [point for _, _, point in places], axis=0)
    )
