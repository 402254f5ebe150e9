# SPDX-License-Identifier: GPL-2.0-or-later
"""How completely, and how often, parcels cover units: the check on the tabulation.

It shares no step with the overlay engine. The ground is cut into tiles. Where every
edge of the parcels in a tile is run through once in either direction, the number of
parcels above a point is the same all over the tile, and one point tells it; almost all
tiles of a clean coverage end here. Elsewhere the union of the parcels is computed.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from .coverage_edges import has_loose_edge
from .geometry import AreaMeasure, Floats, Geometries, Rows, polygonal_parts, union_of
from .overlay.split import Pieces, split_polygons
from .overlay.threads import run_chunks
from .progress import Progress, silent

#: Parcels in one tile, by the centres of their boxes.
TILE_PARCELS = 200

#: Vertices in one piece of a unit, and from which on a parcel is clipped to the tile.
PIECE_VERTICES = 1_024

#: Overlaps below this area (m²) are rounding of coordinates (XY tolerance of survey data).
OVERLAP_NOISE_M2 = 0.001

Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Coverage:
    """Ground of each unit that no parcel covers, and that is counted more than once, in m².

    ``twice_m2`` is the sum of the parcels inside the unit less the area of their union.
    ``first`` and ``second`` are the rows of the parcels that overlap one another there,
    ``shared_m2`` what they share in the plane (for very large parcels within one tile).
    """

    uncovered_m2: Floats
    twice_m2: Floats
    first: Rows
    second: Rows
    shared_m2: Floats


@dataclass(frozen=True)
class _Ground:
    """Parcels and pieces of units with their search trees."""

    parcels: Geometries
    tree: shapely.STRtree
    pieces: Pieces
    piece_tree: shapely.STRtree
    measure: AreaMeasure


@dataclass(frozen=True)
class _Tile:
    """Areas per piece of a unit inside one tile, and pairs of overlapping parcels with what they share."""

    piece: Rows
    uncovered_m2: Floats
    twice_m2: Floats
    pairs: Rows
    shared_m2: Floats


def check_coverage(
    parcels: Geometries,
    units: Geometries,
    *,
    measure: AreaMeasure,
    progress: Progress = silent,
    threads: int | None = None,
) -> Coverage:
    """Measure what the parcels leave open and cover repeatedly in each unit.

    Valid (multi)polygons of one plane; None and empty ones count as nothing.
    """
    pieces = split_polygons(units, PIECE_VERTICES)
    # One order of the parcels, whatever order the layer has them in, for the same last digit.
    order = np.lexsort(shapely.bounds(parcels).T)
    order = order[shapely.get_num_coordinates(parcels[order]) > 0]
    ground = _Ground(
        parcels[order],
        shapely.STRtree(parcels[order]),
        pieces,
        shapely.STRtree(pieces.geometry),
        measure,
    )
    nowhere = shapely.Point(0.0, 0.0)
    ground.tree.query(nowhere)
    ground.piece_tree.query(nowhere)

    def work(box: Box) -> _Tile:
        return _check_tile(ground, box)

    tiles = run_chunks(work, _tiles(ground), progress=progress, threads=threads)
    return _gather(tiles, pieces.parent, len(units), order)


def _gather(tiles: list[_Tile], parent: Rows, count: int, order: Rows) -> Coverage:
    unit = np.concatenate([np.empty(0, dtype=np.intp), *(parent[tile.piece] for tile in tiles)])
    uncovered = np.concatenate([np.empty(0), *(tile.uncovered_m2 for tile in tiles)])
    twice = np.concatenate([np.empty(0), *(tile.twice_m2 for tile in tiles)])
    pairs = np.concatenate([np.empty((0, 2), dtype=np.intp), *(tile.pairs for tile in tiles)])
    shared = np.concatenate([np.empty(0), *(tile.shared_m2 for tile in tiles)])
    # A pair near a border is met in several tiles.
    pairs, again = np.unique(np.sort(order[pairs], axis=1), axis=0, return_inverse=True)
    largest = np.zeros(len(pairs))
    np.maximum.at(largest, np.ravel(again), shared)
    return Coverage(
        np.bincount(unit, weights=uncovered, minlength=count).astype(np.float64),
        np.bincount(unit, weights=twice, minlength=count).astype(np.float64),
        pairs[:, 0],
        pairs[:, 1],
        largest,
    )


def _tiles(ground: _Ground) -> list[Box]:
    """Boxes that tile the extent of the units, each with few centres of parcels."""
    if len(ground.pieces.geometry) == 0:
        return []
    box = shapely.bounds(ground.parcels)
    centres = np.column_stack(((box[:, 0] + box[:, 2]) / 2.0, (box[:, 1] + box[:, 3]) / 2.0))
    x_min, y_min, x_max, y_max = (float(value) for value in shapely.total_bounds(ground.pieces.geometry))
    stack: list[tuple[Box, Floats]] = [((x_min, y_min, x_max, y_max), centres)]
    tiles: list[Box] = []
    while stack:
        tile, points = stack.pop()
        axis = 0 if tile[2] - tile[0] >= tile[3] - tile[1] else 1
        line = float(np.median(points[:, axis])) if len(points) else 0.0
        if len(points) <= TILE_PARCELS or not tile[axis] < line < tile[axis + 2]:
            tiles.append(tile)
            continue
        below = points[:, axis] < line
        low, high = list(tile), list(tile)
        low[axis + 2] = high[axis] = line
        stack.append(((low[0], low[1], low[2], low[3]), points[below]))
        stack.append(((high[0], high[1], high[2], high[3]), points[~below]))
    return tiles


def _check_tile(ground: _Ground, box: Box) -> _Tile:
    frame = shapely.box(*box)
    near = np.sort(ground.piece_tree.query(frame, predicate="intersects"))
    rows = np.sort(ground.tree.query(frame))
    parcels = ground.parcels[rows]
    if len(near) == 0 or _is_covered_once(parcels, frame, box):
        return _Tile(near[:0], np.empty(0), np.empty(0), np.empty((0, 2), dtype=np.intp), np.empty(0))
    plots = polygonal_parts(shapely.intersection(ground.pieces.geometry[near], frame))
    near, plots = near[~shapely.is_missing(plots)], plots[~shapely.is_missing(plots)]
    parcels = _clip_large(parcels, frame)
    rows, parcels = rows[~shapely.is_missing(parcels)], parcels[~shapely.is_missing(parcels)]
    union = union_of(parcels)
    uncovered = ground.measure(shapely.difference(plots, union))
    pairs, shared = np.empty((0, 2), dtype=np.intp), np.empty(0, dtype=object)
    if float(np.sum(shapely.area(parcels))) - shapely.area(union) > OVERLAP_NOISE_M2:
        pairs, shared = _overlapping_pairs(parcels)
    twice = _counted_twice(parcels[np.unique(pairs)], shared, plots, ground.measure)
    return _Tile(near, uncovered, twice, rows[pairs], shapely.area(shared))


def _is_covered_once(parcels: Geometries, frame: shapely.Geometry, box: Box) -> bool:
    if len(parcels) == 0 or has_loose_edge(parcels, box):
        return False
    point = frame.centroid
    shapely.prepare(point)
    return int(np.count_nonzero(shapely.intersects(point, parcels))) == 1


def _clip_large(parcels: Geometries, frame: shapely.Geometry) -> Geometries:
    """The parcels, those with very many vertices reduced to what lies inside the tile (None if nothing)."""
    large = shapely.get_num_coordinates(parcels) > PIECE_VERTICES
    clipped = parcels.copy()
    clipped[large] = polygonal_parts(shapely.intersection(parcels[large], frame))
    return clipped


def _overlapping_pairs(parcels: Geometries) -> tuple[Rows, Geometries]:
    """Rows (first < second) of the parcels that share more ground than rounding explains, and that ground."""
    first, second = shapely.STRtree(parcels).query(parcels)
    pairs = np.column_stack((first, second)).astype(np.intp)[first < second]
    shared = polygonal_parts(shapely.intersection(parcels[pairs[:, 0]], parcels[pairs[:, 1]]))
    some = np.nan_to_num(shapely.area(shared)) > OVERLAP_NOISE_M2
    return pairs[some], shared[some]


def _counted_twice(
    parcels: Geometries, shared: Geometries, plots: Geometries, measure: AreaMeasure
) -> Floats:
    """For each plot, the sum of the parcels inside it less the area of their union.

    ``shared`` is the ground that two of the ``parcels`` share. Where no three of them
    meet, its sum is the answer.
    """
    twice = np.zeros(len(plots))
    for number, plot in enumerate(plots):
        doubled, doubled_union = _sum_and_union(shared, plot, measure)
        if doubled - doubled_union <= OVERLAP_NOISE_M2:
            twice[number] = doubled
        else:
            total, union = _sum_and_union(parcels, plot, measure)
            twice[number] = total - union
    return twice


def _sum_and_union(geoms: Geometries, plot: shapely.Geometry, measure: AreaMeasure) -> tuple[float, float]:
    """Summed area of the geometries inside the plot, and the area of their union there."""
    inside = polygonal_parts(shapely.intersection(geoms, plot))
    inside = inside[~shapely.is_missing(inside)]
    union = np.array([union_of(inside)], dtype=object)
    return float(np.sum(measure(inside))), float(measure(union)[0])
