# SPDX-License-Identifier: GPL-2.0-or-later
"""The ground of method polygons: cut where methods of different pools meet, then cut by the units."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from ..coverage import Overlaps, find_overlaps
from ..geometry import AreaMeasure, Floats, Geometries, Rows
from ..notes import NoteBook
from ..overlay import difference_from_union, overlay
from ..progress import Progress, part, silent
from .claims import refuse_double_claims
from .model import MethodPolygons

#: Which polygons an atom lies in: sorted rows of them.
Members = tuple[int, ...]


@dataclass(frozen=True)
class MethodGround:
    """Pieces of method polygons that do not overlap, each with the rows of the polygons it lies in."""

    geometry: Geometries
    members: tuple[Members, ...]


@dataclass(frozen=True)
class MethodPieces:
    """The same cut by units: ``atom`` is the row of the ground, ``unit`` that of the units."""

    atom: Rows
    unit: Rows
    geometry: Geometries
    area_m2: Floats


def method_ground(
    polygons: MethodPolygons, measure: AreaMeasure, *, notes: NoteBook, progress: Progress = silent
) -> MethodGround:
    """Refuse ground with two methods for one pool, and cut what polygons of different pools share.

    Raises ``InputError`` as ``refuse_double_claims``.
    """
    if not (polygons.area_m2 > 0.0).any():
        return MethodGround(np.empty(0, dtype=object), ())
    shared = find_overlaps(polygons.geometry, measure=measure, progress=part(progress, 0.0, 0.6))
    refuse_double_claims(polygons, shared, notes)
    meeting = _in_fixed_order(polygons, np.union1d(shared.first, shared.second).astype(np.intp))
    alone = np.setdiff1d(np.flatnonzero(polygons.area_m2 > 0.0), meeting)
    geometry = [polygons.geometry[alone]]
    members: list[Members] = [(int(row),) for row in alone]
    if len(meeting):
        cut, sets = _atoms(polygons, meeting, shared, measure, part(progress, 0.6, 1.0))
        geometry.append(cut)
        members += sets
    return MethodGround(np.concatenate(geometry), tuple(members))


def _in_fixed_order(polygons: MethodPolygons, rows: Rows) -> Rows:
    """The rows by their geometry: which is cut by which moves the last digit of areas (GEOS 3.15)."""
    shapes = shapely.to_wkb(polygons.geometry[rows])
    return rows[sorted(range(len(rows)), key=shapes.__getitem__)]


def _atoms(
    polygons: MethodPolygons, rows: Rows, shared: Overlaps, measure: AreaMeasure, progress: Progress
) -> tuple[Geometries, list[Members]]:
    """Cut polygons that overlap: layer on layer, each with what the ones before have made."""
    atoms: Geometries = np.empty(0, dtype=object)
    members: list[Members] = []
    groups = _groups_apart(rows, shared)
    for number, group in enumerate(groups):
        step = part(progress, number / len(groups), (number + 1) / len(groups))
        atoms, members = _cut_in(atoms, members, polygons.geometry[group], group, measure, step)
    return atoms, members


def _groups_apart(rows: Rows, shared: Overlaps) -> list[Rows]:
    """The rows in groups within which none overlaps another, first fit in the order of the rows."""
    rivals: dict[int, list[int]] = {int(row): [] for row in rows}
    for first, second in zip(shared.first.tolist(), shared.second.tolist()):
        rivals[first].append(second)
        rivals[second].append(first)
    home: dict[int, int] = {}
    for row in rivals:
        taken = {home[rival] for rival in rivals[row] if rival in home}
        home[row] = next(number for number in range(len(taken) + 1) if number not in taken)
    groups: dict[int, list[int]] = {}
    for row, number in home.items():
        groups.setdefault(number, []).append(row)
    return [np.array(groups[number], dtype=np.intp) for number in sorted(groups)]


def _cut_in(
    atoms: Geometries,
    members: list[Members],
    geometry: Geometries,
    rows: Rows,
    measure: AreaMeasure,
    progress: Progress,
) -> tuple[Geometries, list[Members]]:
    """Atoms and polygons (``rows``) that do not overlap among themselves, cut by one another."""
    pairs = overlay(
        atoms,
        geometry,
        measure=measure,
        left_area_m2=measure(atoms),
        keep_geometry=True,
        progress=part(progress, 0.0, 0.4),
    )
    every = np.arange(len(atoms), dtype=np.intp)
    old = difference_from_union(atoms, geometry, pairs, every, progress=part(progress, 0.4, 0.6))
    back = overlay(
        geometry,
        atoms,
        measure=measure,
        left_area_m2=measure(geometry),
        keep_geometry=False,
        progress=part(progress, 0.6, 0.8),
    )
    each = np.arange(len(geometry), dtype=np.intp)
    new = difference_from_union(geometry, atoms, back, each, progress=part(progress, 0.8, 1.0))
    made = np.concatenate((pairs.geometry, old, new))
    sets = [(*members[a], int(rows[b])) for a, b in zip(pairs.left, pairs.right)]
    sets += [*members, *((int(row),) for row in rows)]
    kept = [number for number, shape in enumerate(made) if shape is not None]
    return made[kept], [sets[number] for number in kept]


def pieces_in_units(
    ground: MethodGround, units: Geometries, measure: AreaMeasure, progress: Progress = silent
) -> MethodPieces:
    """Cut the ground by units, which may overlap."""
    pairs = overlay(
        ground.geometry,
        units,
        measure=measure,
        left_area_m2=measure(ground.geometry),
        keep_geometry=True,
        progress=progress,
    )
    return MethodPieces(pairs.left, pairs.right, pairs.geometry, pairs.area_m2)
