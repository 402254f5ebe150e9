# SPDX-License-Identifier: GPL-2.0-or-later
"""Giant polygons in small pieces, so that no parcel ever meets a whole one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from threading import Event

import numpy as np
import shapely

from ..errors import Cancelled
from ..geometry import POLYGON, Floats, Geometries, Rows, polygonal_parts
from ..progress import Progress, silent
from ..threads import run_chunks

#: Vertices of a piece unless asked otherwise: 1 024 took half the time of 256 in tests/benchmarks.
MAX_PIECE_VERTICES = 1_024

#: A piece is not split further after so many halvings, however many vertices meet in it.
MAX_DEPTH = 24

#: How far the areas of the pieces may differ from that of the whole, relative to it.
CLIP_TOLERANCE = 1e-9

#: Where a box is halved: at the first of these shares of its width that meets no vertex.
LINE_SHARES = np.array([0.5, 0.4871, 0.5133, 0.4637, 0.5369])

#: Segments in one run of a boundary.
RUN_SEGMENTS = 32

Box = tuple[float, float, float, float]
Cutter = Callable[[shapely.Geometry, Box], list[shapely.Geometry]]


@dataclass(frozen=True)
class Pieces:
    """Simple polygons that cover their parents; ``parent`` holds the rows of these."""

    geometry: Geometries
    parent: Rows


@dataclass(frozen=True)
class Runs:
    """The boundary of polygons in short lines of original vertices; ``parent`` holds their rows."""

    geometry: Geometries
    parent: Rows


def explode(geoms: Geometries) -> Pieces:
    """The simple polygons of (multi)polygons; missing and empty ones have none."""
    parts, parent = shapely.get_parts(geoms, return_index=True)
    filled = ~shapely.is_empty(parts)
    return Pieces(parts[filled], np.asarray(parent[filled], dtype=np.intp))


def split_polygons(
    geoms: Geometries, max_vertices: int, progress: Progress = silent, threads: int | None = 1
) -> Pieces:
    """Pieces of at most ``max_vertices`` vertices, by halving boxes along a quadtree.

    Quarters that a polygon fills stay rectangles of five vertices. The pieces come in
    an order that depends on the polygon alone, polygons in the order of ``geoms``.
    """
    parts = explode(geoms)
    large = np.flatnonzero(shapely.get_num_coordinates(parts.geometry) > max_vertices)
    if len(large) == 0:
        return parts
    split = _split_each(parts.geometry[large], max_vertices, progress, threads)
    size = np.ones(len(parts.geometry), dtype=np.intp)
    size[large] = [len(pieces) for pieces in split]
    geometry = np.full(int(size.sum()), None, dtype=object)
    of_large = np.repeat(np.isin(np.arange(len(size)), large), size)
    geometry[of_large] = np.concatenate(split)
    geometry[~of_large] = np.delete(parts.geometry, large)
    return Pieces(geometry, np.repeat(parts.parent, size))


def _split_each(
    polygons: Geometries, max_vertices: int, progress: Progress, threads: int | None
) -> list[Geometries]:
    """The pieces of each polygon, on a pool of threads unless there is one thread or polygon."""
    if threads == 1 or len(polygons) == 1:
        return [
            _quadtree(polygon, max_vertices, partial(progress, number / len(polygons)))
            for number, polygon in enumerate(polygons)
        ]
    stopped = Event()

    def watch(share: float) -> None:
        try:
            progress(share)
        except BaseException:
            stopped.set()
            raise

    def tick() -> None:
        # A giant takes long: it must not go on when the run is cancelled.
        if stopped.is_set():
            raise Cancelled

    def split(polygon: shapely.Geometry) -> Geometries:
        return _quadtree(polygon, max_vertices, tick)

    return run_chunks(split, list(polygons), progress=watch, threads=threads)


def boundary_runs(geoms: Geometries) -> Runs:
    """The rings of (multi)polygons cut into lines of at most RUN_SEGMENTS segments.

    No vertex is added or moved, so that predicates on the runs are as exact as on the
    polygons themselves.
    """
    parts = explode(geoms)
    rings, ring_part = shapely.get_rings(parts.geometry, return_index=True)
    xy, ring = shapely.get_coordinates(rings, return_index=True)
    if len(xy) == 0:
        return Runs(np.empty(0, dtype=object), np.empty(0, dtype=np.intp))
    moved = np.append(True, (np.diff(xy, axis=0) != 0.0).any(axis=1) | (np.diff(ring) != 0))
    xy, ring = xy[moved], ring[moved]
    first = np.flatnonzero(np.append(True, np.diff(ring) != 0))
    segments = np.diff(np.append(first, len(ring))) - 1
    runs = -(-segments // RUN_SEGMENTS)
    nth = np.arange(runs.sum()) - np.repeat(np.cumsum(runs) - runs, runs)
    start = np.repeat(first, runs) + nth * RUN_SEGMENTS
    length = np.minimum(np.repeat(segments, runs) - nth * RUN_SEGMENTS, RUN_SEGMENTS) + 1
    run = np.repeat(np.arange(len(start)), length)
    vertex = np.arange(length.sum()) - np.repeat(np.cumsum(length) - length, length)
    lines = shapely.linestrings(xy[np.repeat(start, length) + vertex], indices=run)
    return Runs(lines, np.asarray(parts.parent[ring_part[ring[start]]], dtype=np.intp))


def _quadtree(polygon: shapely.Geometry, max_vertices: int, tick: Callable[[], None]) -> Geometries:
    pieces = _leaves(polygon, max_vertices, _clip, tick)
    if not shapely.is_valid(pieces).all() or not _same_area(polygon, pieces):
        pieces = _leaves(polygon, max_vertices, _cut, tick)
    return pieces


def _leaves(
    polygon: shapely.Geometry, max_vertices: int, cutter: Cutter, tick: Callable[[], None]
) -> Geometries:
    leaves: list[shapely.Geometry] = []
    stack = [(polygon, 0)]
    while stack:
        piece, depth = stack.pop()
        if depth == MAX_DEPTH or shapely.get_num_coordinates(piece) <= max_vertices:
            leaves.append(piece)
            continue
        if len(leaves) % 64 == 0:
            tick()
        boxes = _quarter_boxes(shapely.get_coordinates(piece))
        stack.extend((quarter, depth + 1) for box in boxes for quarter in cutter(piece, box))
    return np.array(leaves, dtype=object)


def _clip(geom: shapely.Geometry, box: Box) -> list[shapely.Geometry]:
    # Fast (linear), unlike overlay, but its result is checked: it is known to fail at times.
    return _polygons(shapely.clip_by_rect(geom, *box))


def _cut(geom: shapely.Geometry, box: Box) -> list[shapely.Geometry]:
    return _polygons(shapely.intersection(geom, shapely.box(*box)))


def _same_area(whole: shapely.Geometry, pieces: Geometries) -> bool:
    area = shapely.area(whole)
    return bool(abs(float(np.sum(shapely.area(pieces))) - area) <= CLIP_TOLERANCE * area)


def _quarter_boxes(xy: Floats) -> tuple[Box, Box, Box, Box]:
    """Four boxes around the vertices that meet in lines on which no vertex lies.

    Clipping by a rectangle goes wrong for some polygons with vertices on its sides, so
    the outer sides keep a margin as well.
    """
    x, y = _free_line(xy[:, 0]), _free_line(xy[:, 1])
    low, high = xy.min(axis=0), xy.max(axis=0)
    margin = (high - low).max()
    (x_min, y_min), (x_max, y_max) = (low - margin).tolist(), (high + margin).tolist()
    return (x_min, y_min, x, y), (x, y_min, x_max, y), (x_min, y, x, y_max), (x, y, x_max, y_max)


def _free_line(values: Floats) -> float:
    """A position near the middle of the values that none of them has."""
    low = values.min()
    lines = low + (values.max() - low) * LINE_SHARES
    return float(next((line for line in lines if line not in values), lines[0]))


def _polygons(geom: shapely.Geometry) -> list[shapely.Geometry]:
    """The simple polygons with area in one geometry."""
    if shapely.get_type_id(geom) == POLYGON:
        return [geom] if shapely.area(geom) > 0.0 else []
    return list(explode(polygonal_parts(np.array([geom], dtype=object))).geometry)
