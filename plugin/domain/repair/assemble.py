# SPDX-License-Identifier: GPL-2.0-or-later
"""The parts that a decided parcel falls into: one polygon for each connected ground of one use."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely

from ..geometry import HAIRLINE_M, Flags, Floats, Geometries, Rows, polygonal_parts, union_of
from .decide import Decision
from .faces import REACH_M, Faces
from .units import alike


@dataclass(frozen=True)
class Part:
    """A part of a parcel: the decisions that made it, none for what stays as planned."""

    geometry: shapely.Geometry
    decisions: tuple[Decision, ...]

    @property
    def code(self) -> str | None:
        """The use that the part gets; None where it keeps the planned one."""
        return self.decisions[0].code if self.decisions else None


@dataclass(frozen=True)
class Split:
    """A parcel in its parts, and the new vertices on its boundary, which its neighbours must get, too.

    ``left`` is ground of errors that stays as planned because no use may stand there,
    ``noise_m2`` the area of errors that would be digitising noise by themselves.
    """

    parcel: int
    parts: list[Part]
    left: list[Part]
    noise_m2: float
    junctions: Floats


def split_parcel(parcel: int, whole: shapely.Geometry, faces: Faces, decisions: Sequence[Decision]) -> Split:
    """Unite the faces of each use; the largest part of what stays comes first, else the largest change.

    The parts share their vertices with each other and keep those of the parcel; a vertex
    that no longer separates anything is dropped. What stays of a parcel of several polygons
    is one part.
    """
    made = {face: decision for decision in decisions if decision.code for face in decision.faces}
    codes = [made[face].code if face in made else None for face in range(len(faces.members))]
    groups = alike(range(len(codes)), lambda one, other: codes[one] == codes[other], faces)
    staying = [group for group in groups if codes[group[0]] is None]
    if len(staying) > 1 and shapely.get_num_geometries(whole) > 1:
        together = tuple(sorted(face for group in staying for face in group))
        groups = [together, *(group for group in groups if group not in staying)]
    left = [
        Part(united(faces.geometry[list(decision.faces)]), (decision,))
        for decision in decisions
        if decision.code is None and not decision.noise
    ]
    noise_m2 = math.fsum(lot.area_m2 for decision in decisions if decision.noise for lot in decision.lots)
    if len(groups) == 1:
        return Split(parcel, [Part(whole, _decisions_of(groups[0], made))], left, noise_m2, np.empty((0, 2)))
    shapes = np.full(len(groups), None, dtype=object)
    shapes[:] = [united(faces.geometry[list(group)]) for group in groups]
    solid = np.flatnonzero(~shapely.is_empty(shapes))
    groups = [groups[number] for number in solid]
    shapes, junctions = _drop_idle_vertices(shapes[solid], whole)
    parts = [Part(shape, _decisions_of(group, made)) for shape, group in zip(shapes, groups)]
    parts.sort(key=lambda part: (part.code is not None, -shapely.area(part.geometry), part.code or ""))
    return Split(parcel, parts, left, noise_m2, junctions)


def united(faces: Geometries) -> shapely.Geometry:
    """The union of faces, near the origin: GEOS snaps by a share of the coordinates where it struggles."""
    origin = np.floor(shapely.total_bounds(faces)[:2])
    union = union_of(shapely.transform(faces, lambda xy: xy - origin))
    return shapely.transform(union, lambda xy: xy + origin)


def _decisions_of(group: Sequence[int], made: dict[int, Decision]) -> tuple[Decision, ...]:
    found: list[Decision] = []
    for face in group:
        if face in made and made[face] not in found:
            found.append(made[face])
    return tuple(found)


def _drop_idle_vertices(shapes: Geometries, whole: shapely.Geometry) -> tuple[Geometries, Floats]:
    """Shapes without vertices that only one of them has and the parcel has not; new ones on its boundary."""
    rings, shape_of = rings_of(shapes)
    xy, ring = shapely.get_coordinates(rings, return_index=True)
    points, point = np.unique(xy, axis=0, return_inverse=True)
    point = np.ravel(point)
    uses = np.unique(np.column_stack((point, shape_of[ring])), axis=0)[:, 0]
    shared = np.bincount(uses, minlength=len(points)) > 1
    known = set(map(tuple, shapely.get_coordinates(whole).tolist()))
    original = np.array([tuple(xy_of) in known for xy_of in points.tolist()], dtype=bool)
    kept = (shared | original)[point] | ~_straight(xy, ring)
    # A ring needs three vertices; one that would lose more is left as it is.
    kept |= (np.bincount(ring, weights=kept, minlength=len(rings)) < 4)[ring]
    fresh = ~original
    fresh &= np.bincount(point, weights=kept, minlength=len(points)) > 0
    fresh[fresh] = shapely.dwithin(shapely.points(points[fresh]), shapely.boundary(whole), HAIRLINE_M)
    return sound(rebuild(shapes, xy[kept], ring[kept])), points[fresh]


def sound(shapes: Geometries) -> Geometries:
    """The shapes, those that touch themselves where a spike closed made valid."""
    broken = ~shapely.is_valid(shapes)
    shapes[broken] = polygonal_parts(shapely.make_valid(shapes[broken]))
    return shapes


def _straight(xy: Floats, ring: Rows) -> Flags:
    """Whether each vertex of closed rings lies on the line between its neighbours."""
    before, after = np.roll(np.arange(len(xy)), 1), np.roll(np.arange(len(xy)), -1)
    starts = np.flatnonzero(np.diff(ring, prepend=-1) != 0)
    ends = np.append(starts[1:], len(xy)) - 1
    before[starts], after[ends] = ends - 1, starts + 1
    chords = shapely.linestrings(np.stack((xy[before], xy[after]), axis=1))
    straight: Flags = shapely.dwithin(shapely.points(xy), chords, REACH_M)
    return straight


def rings_of(shapes: Geometries) -> tuple[Geometries, Rows]:
    """The rings of (multi)polygons, polygon by polygon, the shell first, and the shape of each."""
    parts, shape_of = shapely.get_parts(shapes, return_index=True)
    rings, part = shapely.get_rings(parts, return_index=True)
    return rings, np.asarray(shape_of[part], dtype=np.intp)


def rebuild(shapes: Geometries, xy: Floats, ring: Rows) -> Geometries:
    """Polygons with these vertices for their rings; ``ring`` numbers the rings as ``rings_of`` does."""
    rings = shapely.linearrings(xy, indices=ring)
    parts, owner = shapely.get_parts(shapes, return_index=True)
    count = shapely.get_num_interior_rings(parts) + 1
    ends = np.cumsum(count)
    polygons = np.full(len(parts), None, dtype=object)
    polygons[:] = [
        shapely.polygons(rings[end - size], holes=rings[end - size + 1 : end])
        for end, size in zip(ends, count)
    ]
    result = np.full(len(shapes), None, dtype=object)
    for row in range(len(shapes)):
        own = polygons[owner == row]
        result[row] = own[0] if len(own) == 1 else shapely.multipolygons(own)
    return result
