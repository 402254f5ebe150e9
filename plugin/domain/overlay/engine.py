# SPDX-License-Identifier: GPL-2.0-or-later
"""Overlay of two polygon layers, pair by pair."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
import shapely

from ..geometry import AreaMeasure, Flags, Floats, Geometries, Rows, without_hairlines
from ..progress import Progress, part, silent
from ..threads import run_chunks
from .pairs import Parts, RightSide, common_parts, left_items, right_side, unite_parts
from .split import MAX_PIECE_VERTICES, split_polygons

#: A chunk of left polygons ends at so many polygons or vertices.
CHUNK_POLYGONS = 2_000
CHUNK_VERTICES = 40_000

#: Share of the progress that splitting the right side takes.
SPLIT_SHARE = 0.1


@dataclass(frozen=True)
class Overlay:
    """One row for each pair whose interiors intersect, sorted by ``left``, then ``right``.

    ``left`` and ``right`` are rows of the layers; ``geometry`` is the common part (None
    without ``keep_geometry``); ``area_m2`` its area; ``covered`` tells that the left
    polygon lies wholly inside the right one, its boundary included. A left polygon so
    large that it was split may miss the flag where the two boundaries coincide. ``side`` is
    the right layer as it was split for the overlay.
    """

    left: Rows
    right: Rows
    geometry: Geometries
    area_m2: Floats
    covered: Flags
    side: RightSide | None = field(default=None, repr=False, compare=False)


def overlay(
    left: Geometries,
    right: Geometries,
    *,
    measure: AreaMeasure,
    left_area_m2: Floats,
    keep_geometry: bool,
    progress: Progress = silent,
    threads: int | None = None,
    max_vertices: int = MAX_PIECE_VERTICES,
    side: RightSide | None = None,
) -> Overlay:
    """Overlay valid (multi)polygons of one plane; None and empty geometries have no pairs.

    ``measure`` gives areas in m² and is called from several threads; ``left_area_m2``
    are its values for the left polygons, used where one is covered. The right side is
    split into pieces of ``max_vertices`` vertices, unless it comes as ``side`` split already; the
    left side is worked on in chunks, ``threads`` at a time. The result does not depend on
    threads or on the order of the features, to the last digit.
    """
    if side is None:
        pieces = split_polygons(right, max_vertices, part(progress, 0.0, SPLIT_SHARE), threads)
        side = right_side(right, pieces)
    ready = side

    def work(rows: Rows) -> Overlay:
        return _overlay_chunk(left, rows, ready, measure, left_area_m2, keep_geometry)

    found = run_chunks(work, chunk_rows(left), progress=part(progress, SPLIT_SHARE, 1.0), threads=threads)
    return _stack(found, ready)


def chunk_rows(geoms: Geometries) -> list[Rows]:
    """Rows of the filled geometries in chunks of bounded size."""
    size = shapely.get_num_coordinates(geoms)
    rows = np.flatnonzero(size > 0)
    before = np.cumsum(size[rows]) - size[rows]
    chunk = before // CHUNK_VERTICES + np.arange(len(rows)) // CHUNK_POLYGONS
    return np.split(rows, np.flatnonzero(np.diff(chunk)) + 1) if len(rows) else []


def _overlay_chunk(
    left: Geometries,
    rows: Rows,
    side: RightSide,
    measure: AreaMeasure,
    left_area_m2: Floats,
    keep_geometry: bool,
) -> Overlay:
    geoms = left[rows]
    items = left_items(geoms)
    parts = common_parts(items, side)
    key = parts.left * side.count + parts.right
    pairs, group = np.unique(key, return_inverse=True)
    own, right = pairs // max(side.count, 1), pairs % max(side.count, 1)
    covered = np.bincount(group[parts.whole], minlength=len(pairs)) == np.bincount(items.parent)[own]
    area = _pair_areas(parts, group, covered, measure)
    area[covered] = left_area_m2[rows[own[covered]]]
    geometry = np.full(len(pairs), None, dtype=object)
    if keep_geometry:
        open_part = ~covered[group]
        renumbered = np.unique(group[open_part], return_inverse=True)[1]
        geometry[covered] = geoms[own[covered]]
        united = unite_parts(parts.geometry[open_part], renumbered, int((~covered).sum()))
        geometry[~covered] = without_hairlines(united)
    some = area > 0.0
    if keep_geometry:
        # Rounding along a line that a parcel borders exactly: GEOS stumbles over it, and it holds no area.
        some &= ~(shapely.is_missing(geometry) | shapely.is_empty(geometry))
    return Overlay(rows[own[some]], right[some], geometry[some], area[some], covered[some])


def _pair_areas(parts: Parts, group: Rows, covered: Flags, measure: AreaMeasure) -> Floats:
    """Areas of the pairs that are not covered; bincount adds the parts in their fixed order."""
    open_part = np.flatnonzero(~covered[group])
    areas = measure(parts.geometry[open_part])
    return np.bincount(group[open_part], weights=areas, minlength=len(covered)).astype(np.float64)


def _stack(found: list[Overlay], side: RightSide) -> Overlay:
    def join(name: str, kind: npt.DTypeLike) -> npt.NDArray[np.generic]:
        return np.concatenate([np.empty(0, dtype=kind), *(getattr(chunk, name) for chunk in found)])

    return Overlay(
        left=join("left", np.intp).astype(np.intp),
        right=join("right", np.intp).astype(np.intp),
        geometry=join("geometry", object).astype(object),
        area_m2=join("area_m2", np.float64).astype(np.float64),
        covered=join("covered", bool).astype(bool),
        side=side,
    )
