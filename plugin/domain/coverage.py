# SPDX-License-Identifier: GPL-2.0-or-later
"""How completely, and how often, parcels cover units: the check on the tabulation.

It shares no step with the overlay engine. The ground is cut into tiles. Where every
edge of the parcels in a tile is run through once in either direction, the number of
parcels above a point is the same all over the tile, and one point tells it; almost all
tiles of a clean coverage end here. Elsewhere the union of the parcels is computed, or,
where only overlaps matter, one point of each face between the other edges is looked at.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from .coverage_edges import LooseEdges, find_loose_edges, still_loose
from .errors import InputError
from .geometry import AreaMeasure, Flags, Floats, Geometries, Rows, polygonal_parts, union_of
from .overlay.split import Pieces, split_polygons
from .progress import Progress, part, silent
from .set_operations import row_by_row
from .threads import run_chunks

#: Parcels in one tile, by the centres of their boxes.
TILE_PARCELS = 200

#: Vertices in one piece of a unit, and from which on a parcel is clipped to the tile.
PIECE_VERTICES = 1_024

#: Loose edges of a tile that are united at once: the time for it grows with their square.
MAX_LOOSE_EDGES = 5_000
#: Parcels that may lie one on another in one place (each of them meets each other), and how many parcels of
#: a tile with more than that are asked whether they do.
MOST_STACKED, ASKED = 300, 16

#: Overlaps below this area (m²) are rounding of coordinates (XY tolerance of survey data).
OVERLAP_NOISE_M2 = 0.001

#: Where a face is probed: so far from its middle, as a share of the way to its boundary, on this course.
PROBE_SHARE = 0.617
PROBE_COURSE = np.array([0.8191, 0.5736])

Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Coverage:
    """Ground of each unit that no parcel covers, and that is counted more than once, in m².

    ``twice_m2`` is the sum of the parcels inside the unit less the area of their union.
    ``first`` and ``second`` are the rows of the parcels that overlap one another there,
    ``shared_m2`` what they share in the plane (for very large parcels within one tile).
    ``open_ground`` holds the ground without a parcel, cut up by the tiles.
    """

    uncovered_m2: Floats
    twice_m2: Floats
    first: Rows
    second: Rows
    shared_m2: Floats
    open_ground: Geometries


@dataclass(frozen=True)
class Overlaps:
    """Ground that parcels of one layer share.

    ``first``, ``second`` and ``shared_m2`` as for ``Coverage``; ``twice_m2`` is the area counted
    more than once. A parcel that is not ``doubtful`` shares no ground at all with any other;
    doubtful ones may, be it less than rounding explains.
    """

    first: Rows
    second: Rows
    shared_m2: Floats
    twice_m2: float
    doubtful: Flags


@dataclass(frozen=True)
class _Ground:
    """Parcels and pieces of units with their search trees; ``gaps`` tells whether these matter, too."""

    parcels: Geometries
    tree: shapely.STRtree
    pieces: Pieces
    piece_tree: shapely.STRtree
    loose: LooseEdges
    measure: AreaMeasure
    gaps: bool


@dataclass(frozen=True)
class _Tile:
    """Areas per piece of a unit inside one tile, and pairs of overlapping parcels with what they share."""

    piece: Rows
    uncovered_m2: Floats
    twice_m2: Floats
    pairs: Rows
    shared_m2: Floats
    open_ground: Geometries
    doubtful: Rows


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
    ground, order = _survey(parcels, units, measure, part(progress, 0.0, 0.3), threads, gaps=True)
    tiles = _check_tiles(ground, part(progress, 0.3, 1.0), threads)
    return _gather(tiles, ground.pieces.parent, len(units), order)


def find_overlaps(
    parcels: Geometries, *, measure: AreaMeasure, progress: Progress = silent, threads: int | None = None
) -> Overlaps:
    """The parcels of a layer that overlap one another, and by how much (see ``check_coverage``)."""
    extent = np.array([shapely.box(*shapely.total_bounds(parcels))], dtype=object)
    ground, order = _survey(parcels, extent, measure, part(progress, 0.0, 0.3), threads, gaps=False)
    tiles = _check_tiles(ground, part(progress, 0.3, 1.0), threads)
    found = _gather(tiles, ground.pieces.parent, 1, order)
    doubtful = np.zeros(len(parcels), dtype=bool)
    for tile in tiles:
        doubtful[order[tile.doubtful]] = True
    return Overlaps(found.first, found.second, found.shared_m2, float(found.twice_m2[0]), doubtful)


def _survey(
    parcels: Geometries,
    units: Geometries,
    measure: AreaMeasure,
    progress: Progress,
    threads: int | None,
    *,
    gaps: bool,
) -> tuple[_Ground, Rows]:
    """The ground, and the rows of its parcels in the layer: in an order of its own."""
    order = np.lexsort(shapely.bounds(parcels).T)
    order = order[shapely.get_num_coordinates(parcels[order]) > 0]
    ordered, pieces = parcels[order], split_polygons(units, PIECE_VERTICES)
    loose = find_loose_edges(ordered, progress, threads)
    trees = shapely.STRtree(ordered), shapely.STRtree(pieces.geometry)
    for tree in trees:
        tree.query(shapely.Point(0.0, 0.0))
    return _Ground(ordered, trees[0], pieces, trees[1], loose, measure, gaps), order


def _check_tiles(ground: _Ground, progress: Progress, threads: int | None) -> list[_Tile]:
    return run_chunks(
        lambda box: _check_tile(ground, box), _tiles(ground), progress=progress, threads=threads
    )


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
        polygonal_parts(np.concatenate([np.empty(0, dtype=object), *(tile.open_ground for tile in tiles)])),
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
    _refuse_pile(ground, frame)
    near = np.sort(ground.piece_tree.query(frame, predicate="intersects"))
    loose = ground.loose.near(frame)
    if len(near) == 0 or _is_once_everywhere(ground, frame, *loose):
        return _nothing(near[:0])
    rows = np.sort(ground.tree.query(frame))
    if len(rows) and not still_loose(*loose, box) and _counts(ground, np.array([frame]))[0] == 1:
        return _nothing(rows)
    plots = polygonal_parts(shapely.intersection(ground.pieces.geometry[near], frame))
    near, plots = near[~shapely.is_missing(plots)], plots[~shapely.is_missing(plots)]
    doubtful, parcels = rows, _clip_large(ground.parcels[rows], frame)
    rows, parcels = rows[~shapely.is_missing(parcels)], parcels[~shapely.is_missing(parcels)]
    open_ground, excess_m2 = _open_ground(plots, parcels) if ground.gaps else (plots[:0], np.inf)
    uncovered = ground.measure(open_ground) if ground.gaps else np.zeros(len(plots))
    pairs, shared = np.empty((0, 2), dtype=np.intp), np.empty(0, dtype=object)
    if excess_m2 > OVERLAP_NOISE_M2:
        pairs, shared = _overlapping_pairs(parcels)
    twice = _counted_twice(parcels[np.unique(pairs)], shared, plots, ground.measure)
    open_ground = open_ground[uncovered[: len(open_ground)] > 0.0]
    return _Tile(near, uncovered, twice, rows[pairs], shapely.area(shared), open_ground, doubtful)


def _refuse_pile(ground: _Ground, frame: shapely.Geometry) -> None:
    """Raise ``InputError`` where more parcels lie one on another than can be looked at pair by pair."""
    rows = ground.tree.query(frame)
    if len(rows) <= MOST_STACKED:
        return
    points = shapely.point_on_surface(ground.parcels[rows[:: -(-len(rows) // ASKED)]])
    asked, _ = ground.tree.query(points, predicate="intersects")
    stacked = np.bincount(asked, minlength=len(points))
    if stacked.max() > MOST_STACKED:
        place = points[int(stacked.argmax())]
        raise InputError(
            "{count} features lie one on another at ({x:.2f}, {y:.2f}): their overlaps cannot be measured. "
            "Run “Delete duplicate geometries” on the layer, or check how it was joined.",
            count=int(stacked.max()),
            x=place.x,
            y=place.y,
        )


def _nothing(doubtful: Rows) -> _Tile:
    none, numbers = np.empty(0, dtype=np.intp), np.empty(0)
    pairs = np.empty((0, 2), dtype=np.intp)
    return _Tile(none, numbers, numbers, pairs, numbers, np.empty(0, dtype=object), doubtful)


def _is_once_everywhere(ground: _Ground, frame: shapely.Geometry, start: Floats, end: Floats) -> bool:
    """Whether one parcel lies above every point of the tile; where gaps do not matter, one at most.

    Each face between the loose edges lies under the same number of parcels all over. False also
    where there are too many of these edges to look at.
    """
    faces = np.array([frame])
    if len(start):
        if ground.gaps or len(start) > MAX_LOOSE_EDGES:
            return False
        lines = shapely.linestrings(np.stack((start, end), axis=1))
        edges = shapely.union_all(np.append(lines, frame.exterior))
        faces = shapely.get_parts(shapely.polygonize(shapely.get_parts([edges])))
    count = _counts(ground, faces)
    return bool((count == 1).all() if ground.gaps else (count <= 1).all())


def _counts(ground: _Ground, faces: Geometries) -> Rows:
    """The number of parcels above one point of each face."""
    middle = shapely.point_on_surface(faces)
    # Parcels of a grid have corners in the very middle: off it, the point lies inside one of them.
    reach = PROBE_SHARE * shapely.distance(middle, shapely.boundary(faces))
    points = shapely.points(shapely.get_coordinates(middle) + reach[:, None] * PROBE_COURSE)
    above, _ = ground.tree.query(points, predicate="intersects")
    return np.bincount(above, minlength=len(points))


def _open_ground(plots: Geometries, parcels: Geometries) -> tuple[Geometries, float]:
    """What parcels leave of each plot, and by how much (m²) their sum exceeds their union."""
    union = union_of(parcels)
    return shapely.difference(plots, union), float(np.sum(shapely.area(parcels))) - shapely.area(union)


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
    shared = polygonal_parts(row_by_row(shapely.intersection, parcels[pairs[:, 0]], parcels[pairs[:, 1]]))
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
