# SPDX-License-Identifier: GPL-2.0-or-later
"""Which polygons share ground, and how much: the work on one chunk of the left side.

A left polygon that no boundary of the right side enters lies wholly inside or wholly
outside each right polygon, and one point of it tells which. Only the others are
intersected, with the small pieces of the right polygon near them.

Every geometry that gets prepared here belongs to the chunk alone: prepared geometries
must not be shared between threads.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from ..geometry import Flags, Geometries, Rows, polygonal_parts, union_of, without_hairlines
from ..set_operations import row_by_row
from .split import MAX_PIECE_VERTICES, Pieces, Runs, boundary_runs, explode, split_polygons

#: Left polygons with more vertices are split as well.
MAX_LEFT_VERTICES = 5_000

#: Up to so many parts of one pair are united one after the other, with those of all pairs at once.
MAX_TURNS = 4


@dataclass(frozen=True)
class RightSide:
    """The right polygons in pieces, with search trees that all threads may read."""

    count: int
    pieces: Pieces
    piece_tree: shapely.STRtree
    runs: Runs
    run_tree: shapely.STRtree


@dataclass(frozen=True)
class Parts:
    """Common parts of left and right polygons; several parts may belong to one pair."""

    left: Rows
    right: Rows
    geometry: Geometries
    #: True where the part is a whole simple polygon (or split piece) of the left side.
    whole: Flags


def right_side(right: Geometries, pieces: Pieces) -> RightSide:
    """Index the right polygons by their pieces and by the runs of their boundaries."""
    runs = boundary_runs(right)
    side = RightSide(
        len(right), pieces, shapely.STRtree(pieces.geometry), runs, shapely.STRtree(runs.geometry)
    )
    # A tree is built at its first query: let that happen before threads share it.
    nowhere = shapely.Point(0.0, 0.0)
    side.piece_tree.query(nowhere)
    side.run_tree.query(nowhere)
    return side


def left_items(geoms: Geometries) -> Pieces:
    """The simple polygons of left geometries, giant ones split."""
    giant = shapely.get_num_coordinates(geoms) > MAX_LEFT_VERTICES
    if not giant.any():
        return explode(geoms)
    small, large = explode(geoms[~giant]), split_polygons(geoms[giant], MAX_PIECE_VERTICES)
    parent = np.concatenate((np.flatnonzero(~giant)[small.parent], np.flatnonzero(giant)[large.parent]))
    order = np.argsort(parent, kind="stable")
    return Pieces(np.concatenate((small.geometry, large.geometry))[order], parent[order])


def common_parts(items: Pieces, side: RightSide) -> Parts:
    """The parts that the items share with right polygons, sorted by left, right, item and piece."""
    item, piece = side.piece_tree.query(items.geometry)
    # Most parcels lie nowhere near a line: nothing is asked of them any more.
    near, item = np.unique(item, return_inverse=True)
    return _parts_near(Pieces(items.geometry[near], items.parent[near]), item, piece, side)


def _parts_near(items: Pieces, item: Rows, piece: Rows, side: RightSide) -> Parts:
    """The common parts of items and pieces whose boxes meet (``item`` and ``piece`` are rows)."""
    pair = _key(item, side.pieces.parent[piece], side.count)
    touched, entered = _boundary_pairs(items.geometry, side)
    cut = _is_in(pair, entered)
    inside = _pairs_inside(items.geometry, item[~cut], piece[~cut], side, touched)
    pieces = _cut_parts(items.geometry, item[cut], piece[cut], side)
    whole_item, whole_right = inside // side.count, inside % side.count
    left = np.concatenate((items.parent[whole_item], items.parent[item[cut]][pieces.kept]))
    right = np.concatenate((whole_right, side.pieces.parent[piece[cut]][pieces.kept]))
    geometry = np.concatenate((items.geometry[whole_item], pieces.geometry))
    member = np.concatenate((whole_item, item[cut][pieces.kept]))
    number = np.concatenate((np.zeros(len(inside), dtype=np.intp), piece[cut][pieces.kept]))
    order = np.lexsort((number, member, right, left))
    whole = np.arange(len(left)) < len(inside)
    return Parts(left[order], right[order], geometry[order], whole[order])


@dataclass(frozen=True)
class _Cut:
    geometry: Geometries
    kept: Rows


def _key(item: Rows, right: Rows, count: int) -> Rows:
    return np.asarray(item, dtype=np.intp) * count + right


def _is_in(keys: Rows, sorted_keys: Rows) -> Flags:
    if len(sorted_keys) == 0:
        return np.zeros(len(keys), dtype=bool)
    place = np.minimum(np.searchsorted(sorted_keys, keys), len(sorted_keys) - 1)
    return np.asarray(sorted_keys[place] == keys)


def _boundary_pairs(items: Geometries, side: RightSide) -> tuple[Rows, Rows]:
    """Keys of the pairs whose right boundary meets the item, and of those where it enters its interior."""
    item, run = side.run_tree.query(items)
    near = items[np.unique(item)]
    shapely.prepare(near)
    meets = shapely.intersects(items[item], side.runs.geometry[run])
    shapely.destroy_prepared(near)
    item, run = item[meets], run[meets]
    enters = ~shapely.touches(items[item], side.runs.geometry[run])
    key = _key(item, side.runs.parent[run], side.count)
    return np.unique(key), np.unique(key[enters])


def _pairs_inside(items: Geometries, item: Rows, piece: Rows, side: RightSide, touched: Rows) -> Rows:
    """Keys of the pairs whose item lies wholly inside the right polygon.

    ``item`` and ``piece`` are the candidates whose right boundary does not enter the item.
    """
    key = _key(item, side.pieces.parent[piece], side.count)
    asked, place = np.unique(item, return_inverse=True)
    inner = shapely.get_point(shapely.get_exterior_ring(items[asked]), 0)
    # A vertex may lie on a boundary that is only touched: there an inner point must tell.
    touching = np.isin(asked, np.unique(touched // side.count))
    inner[touching] = shapely.point_on_surface(items[asked[touching]])
    shapely.prepare(inner)
    # Preparing the point makes this a plain ray count, without an index of the shared piece.
    within: Flags = shapely.intersects(inner[place], side.pieces.geometry[piece])
    return np.asarray(np.unique(key[within]), dtype=np.intp)


def _cut_parts(items: Geometries, item: Rows, piece: Rows, side: RightSide) -> _Cut:
    """The polygonal intersections of items and pieces, with the rows that have one."""
    geometry = polygonal_parts(row_by_row(shapely.intersection, items[item], side.pieces.geometry[piece]))
    kept = np.flatnonzero(~shapely.is_missing(geometry))
    return _Cut(geometry[kept], kept)


def unite_parts(geoms: Geometries, group: Rows, count: int) -> Geometries:
    """The union of the geometries of each group (``group`` sorted, 0 … count-1)."""
    first = np.searchsorted(group, np.arange(count))
    size = np.diff(np.append(first, len(group)))
    united = geoms[first]
    for number in np.flatnonzero(size > MAX_TURNS):
        united[number] = union_of(geoms[first[number] : first[number] + size[number]])
    few = np.flatnonzero((size > 1) & (size <= MAX_TURNS))
    for turn in range(1, MAX_TURNS):
        rows = few[size[few] > turn]
        united[rows] = row_by_row(shapely.union, united[rows], geoms[first[rows] + turn])
    united[few] = without_hairlines(polygonal_parts(united[few]))
    return united
