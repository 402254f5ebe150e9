# SPDX-License-Identifier: GPL-2.0-or-later
"""A parcel cut into faces that fit together to the last vertex, and what they share with each other."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from ..geometry import HAIRLINE_M, Floats, Geometries, Rows, polygonal_parts

#: Vertices moved by noding lie no further from where they belong.
REACH_M = 2.0 * HAIRLINE_M
#: Faces no larger than this (m²) come from rounding, not from the data (control-lines reference, section 4).
CRUMB_M2 = 1e-3


@dataclass(frozen=True)
class Faces:
    """Polygons that partition a parcel.

    ``members`` lists for each face the shapes that it lies in; ``border_m`` the length of
    the border that it shares with each neighbour.
    """

    geometry: Geometries
    members: list[frozenset[int]]
    border_m: list[dict[int, float]]

    @property
    def area_m2(self) -> Floats:
        """Areas in the plane."""
        return np.asarray(shapely.area(self.geometry), dtype=np.float64)


def cut_parcel(whole: shapely.Geometry, shapes: Geometries, exact: int) -> Faces:
    """Cut a parcel along the boundaries of shapes.

    All boundaries are noded on a grid in one step. Then each vertex goes back to where it
    belongs: to a vertex of the parcel, to the parcel's edge, to a vertex of the first
    ``exact`` shapes, or to one of the others, so that the parcel keeps its boundary and a
    cut follows the line that it comes from.
    """
    every = np.append(np.array([whole], dtype=object), shapes)
    origin = np.floor(shapely.bounds(whole)[:2])
    near = shapely.transform(every, lambda xy: xy - origin)
    edges = shapely.union_all(shapely.boundary(near), grid_size=HAIRLINE_M)
    faces = shapely.get_parts(shapely.polygonize(shapely.get_parts([edges])))
    row, face = shapely.STRtree(shapely.point_on_surface(faces)).query(near, predicate="intersects")
    members: dict[int, set[int]] = {}
    for number, member in zip(face.tolist(), row.tolist()):
        members.setdefault(number, set()).add(member)
    kept = [number for number in sorted(members) if 0 in members[number]]
    placed = shapely.transform(faces[kept], lambda xy: _restore(xy + origin, whole, shapes, exact))
    broken = ~shapely.is_valid(placed)
    placed[broken] = polygonal_parts(shapely.make_valid(placed[broken]))
    # What had to be mended may fall into several polygons.
    solid, number = shapely.get_parts(placed, return_index=True)
    listed = [frozenset(shape - 1 for shape in members[kept[face]] if shape) for face in number]
    return Faces(solid, listed, _borders(solid))


def _restore(xy: Floats, whole: shapely.Geometry, shapes: Geometries, exact: int) -> Floats:
    points, place = np.unique(xy, axis=0, return_inverse=True)
    restored = points.copy()
    every = np.arange(len(points))
    loose = _snap(restored, every, np.unique(shapely.get_coordinates(whole), axis=0))
    inner = _project(restored, loose, shapely.boundary(whole))
    rest = _snap(restored, inner, np.unique(shapely.get_coordinates(shapes[:exact]), axis=0))
    _snap(restored, rest, np.unique(shapely.get_coordinates(shapes[exact:]), axis=0))
    weight = np.isin(every, loose).astype(np.intp) + np.isin(every, inner)
    return np.asarray(_join_close(restored, weight)[np.ravel(place)])


def _join_close(points: Floats, weight: Rows) -> Floats:
    """Points that mean one place become one, the one of the least ``weight``; those of weight 0 stay."""
    shapes = shapely.points(points)
    one, other = shapely.STRtree(shapes).query(shapes, predicate="dwithin", distance=REACH_M)
    rank = np.argsort(np.argsort(weight, kind="stable"))
    label, before = rank.copy(), None
    # A chain of close points is one place as well.
    while before is None or (label != before).any():
        before = label.copy()
        np.minimum.at(label, one, before[other])
        label[weight == 0] = rank[weight == 0]
    return np.asarray(points[np.argsort(rank)[label]])


def _snap(points: Floats, rows: Rows, targets: Floats) -> Rows:
    """Move points onto the nearest target within reach; return the rows of those without one."""
    if len(rows) == 0 or len(targets) == 0:
        return rows
    tree = shapely.STRtree(shapely.points(targets))
    found, target = tree.query_nearest(shapely.points(points[rows]), max_distance=REACH_M, all_matches=False)
    points[rows[found]] = targets[target]
    return np.setdiff1d(rows, rows[found])


def _project(points: Floats, rows: Rows, line: shapely.Geometry) -> Rows:
    if len(rows) == 0:
        return rows
    shapely.prepare(line)
    close = shapely.dwithin(line, shapely.points(points[rows]), REACH_M)
    shapely.destroy_prepared(line)
    feet = shapely.shortest_line(shapely.points(points[rows[close]]), line)
    points[rows[close]] = shapely.get_coordinates(shapely.get_point(feet, -1))
    left: Rows = rows[~close]
    return left


def _borders(faces: Geometries) -> list[dict[int, float]]:
    """Lengths of the edges that faces have in common."""
    rings, owner = shapely.get_rings(faces, return_index=True)
    xy, ring = shapely.get_coordinates(rings, return_index=True)
    inner = np.flatnonzero((np.diff(ring) == 0) & (np.diff(xy, axis=0) != 0.0).any(axis=1))
    ends = np.hstack((xy[inner], xy[inner + 1]))
    swap = (ends[:, 0] > ends[:, 2]) | ((ends[:, 0] == ends[:, 2]) & (ends[:, 1] > ends[:, 3]))
    ends[swap] = ends[swap][:, [2, 3, 0, 1]]
    edges, edge = np.unique(ends, axis=0, return_inverse=True)
    order = np.argsort(np.ravel(edge), kind="stable")
    sides, number = owner[ring[inner]][order], np.ravel(edge)[order]
    length = np.hypot(edges[:, 2] - edges[:, 0], edges[:, 3] - edges[:, 1])
    borders: list[dict[int, float]] = [{} for _ in faces]
    for place in np.flatnonzero(number[1:] == number[:-1]):
        one, other = int(sides[place]), int(sides[place + 1])
        if one != other:
            for face, neighbour in ((one, other), (other, one)):
                known = borders[face].get(neighbour, 0.0)
                borders[face][neighbour] = known + float(length[number[place]])
    return borders
