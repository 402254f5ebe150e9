# SPDX-License-Identifier: GPL-2.0-or-later
"""Ground that several pieces share, cut so that it is counted once: an arrangement of polygons."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import shapely

from ..geometry import Flags, polygonal_parts
from ..overlay.outside import ROUNDING_M2
from ..progress import Progress, part
from .layers import Geometries

Rows = npt.NDArray[np.intp]

#: Coordinates of noded boundaries are multiples of this, counted from a corner of the group.
GRID_M = 1e-8

#: Pairs intersected, and groups cut, between two calls of the progress.
CHUNK = 2_000
GROUPS_PER_STEP = 200


@dataclass(frozen=True)
class Atoms:
    """Polygons without common interior, each wholly inside or outside every piece.

    ``member_atom`` and ``member_piece`` list which atoms make up which piece, sorted by
    atom, then piece; every atom belongs to at least one piece.
    """

    geometry: Geometries
    member_atom: Rows
    member_piece: Rows


def arrange(pieces: Geometries, parcel: Rows, doubtful: Flags, progress: Progress) -> Atoms:
    """Cut overlapping polygons into atoms.

    ``parcel`` is the row of the parcel that each piece is a part of, ``doubtful`` tells which
    parcels may overlap others. The order of the atoms depends on the order of ``pieces``; hand
    them in an order that does not depend on the layers. Overlaps below ``ROUNDING_M2`` are
    rounding and are left alone.
    """
    shapes, shape_of = _distinct(pieces)
    owner = np.zeros(len(shapes), dtype=np.intp)
    owner[shape_of] = parcel
    first, second = _overlapping(shapes, owner, doubtful, part(progress, 0.0, 0.7))
    groups = _components(len(shapes), first, second)
    geometry: list[shapely.Geometry] = []
    members: list[list[int]] = []
    for number, group in enumerate(groups):
        for atom, shape_rows in _cut_group(shapes, group):
            geometry.append(atom)
            members.append(shape_rows)
        if number % GROUPS_PER_STEP == 0:
            progress(0.7 + 0.3 * number / len(groups))
    return _to_atoms(geometry, members, shape_of)


def _distinct(pieces: Geometries) -> tuple[Geometries, Rows]:
    """The distinct geometries in order of appearance, and which of them each piece is."""
    rows: dict[bytes, int] = {}
    shape_of = [rows.setdefault(wkb, len(rows)) for wkb in shapely.to_wkb(pieces)]
    shapes = np.full(len(rows), None, dtype=object)
    shapes[shape_of] = pieces
    return shapes, np.array(shape_of, dtype=np.intp)


def _overlapping(shapes: Geometries, owner: Rows, doubtful: Flags, progress: Progress) -> tuple[Rows, Rows]:
    """Pairs of shapes (first < second) that share more ground than rounding makes.

    Parts of different parcels do so only where both parcels are doubtful.
    """
    first, second = shapely.STRtree(shapes).query(shapes)
    may_share = (owner[first] == owner[second]) | (doubtful[owner[first]] & doubtful[owner[second]])
    ahead = (first < second) & may_share
    first, second = first[ahead], second[ahead]
    shared = np.zeros(len(first), dtype=bool)
    for start in range(0, len(first), CHUNK):
        rows = slice(start, start + CHUNK)
        common = shapely.intersection(shapes[first[rows]], shapes[second[rows]])
        shared[rows] = shapely.area(common) > ROUNDING_M2
        progress(start / len(first))
    return first[shared], second[shared]


def _components(count: int, first: Rows, second: Rows) -> list[list[int]]:
    """Groups of shapes connected by overlaps, each sorted, in the order of their first shape."""
    parent = list(range(count))

    def root(row: int) -> int:
        while parent[row] != row:
            parent[row] = parent[parent[row]]
            row = parent[row]
        return row

    for one, other in zip(first.tolist(), second.tolist()):
        low, high = sorted((root(one), root(other)))
        parent[high] = low
    groups: dict[int, list[int]] = {}
    for row in range(count):
        groups.setdefault(root(row), []).append(row)
    return list(groups.values())


def cut_faces(shapes: Geometries) -> list[tuple[shapely.Geometry, list[int]]]:
    """The faces of overlapping polygons, each with the rows of the shapes that it lies in.

    All boundaries are noded in one step and polygonized: faces cut one after the other
    would move by rounding each time and end up invalid. Near the origin and snapped to
    ``GRID_M`` the noding misses no crossing of edges that almost coincide.
    """
    origin = np.floor(shapely.total_bounds(shapes)[:2])
    near = shapely.transform(shapes, lambda xy: xy - origin)
    edges = shapely.union_all(shapely.boundary(near), grid_size=GRID_M)
    faces = shapely.get_parts(shapely.polygonize(shapely.get_parts([edges])))
    faces = faces[shapely.area(faces) > ROUNDING_M2]
    row, face = shapely.STRtree(shapely.point_on_surface(faces)).query(near, predicate="intersects")
    members: dict[int, list[int]] = {}
    for number, member in sorted(zip(face.tolist(), row.tolist())):
        members.setdefault(number, []).append(member)
    placed = shapely.transform(faces, lambda xy: xy + origin)
    broken = ~shapely.is_valid(placed)
    placed[broken] = polygonal_parts(shapely.make_valid(placed[broken]))
    return [(placed[number], rows) for number, rows in members.items()]


def _cut_group(shapes: Geometries, group: list[int]) -> list[tuple[shapely.Geometry, list[int]]]:
    if len(group) == 1:
        return [(shapes[group[0]], group)]
    return [(face, [group[row] for row in rows]) for face, rows in cut_faces(shapes[group])]


def _to_atoms(geometry: list[shapely.Geometry], members: list[list[int]], shape_of: Rows) -> Atoms:
    pieces_of: dict[int, list[int]] = {}
    for piece, shape in enumerate(shape_of.tolist()):
        pieces_of.setdefault(shape, []).append(piece)
    listed = [sorted(piece for shape in shapes for piece in pieces_of[shape]) for shapes in members]
    shapes = np.full(len(geometry), None, dtype=object)
    shapes[:] = geometry
    atom = np.repeat(np.arange(len(listed)), [len(pieces) for pieces in listed])
    return Atoms(
        shapes, atom.astype(np.intp), np.array([p for pieces in listed for p in pieces], dtype=np.intp)
    )
