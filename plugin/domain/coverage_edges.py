# SPDX-License-Identifier: GPL-2.0-or-later
"""Edges of parcels that no neighbour shares: where a coverage may have gaps, overlaps or its end.

Away from them the number of parcels above a point does not change.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import shapely

from .geometry import HAIRLINE_M, POLYGON, Flags, Floats, Geometries, Rows, ring_areas
from .overlay.split import explode
from .progress import Progress, part, silent
from .threads import run_chunks

Box = tuple[float, float, float, float]
Keys = npt.NDArray[np.uint64]

#: Parcels whose edges one thread looks at in one go.
CHUNK_PARCELS = 10_000
#: Keys are sorted in so many heaps, by their uppermost bits.
HEAP_BITS = 4
#: Entries, as a power of two, of the table that tells most keys from those looked for.
TABLE_BITS = 20
#: Meetings of vertices and edges that are listed in one go, and how many of them, by edge, are believed: an
#: edge of parcels meets its own ends and few others, and those all piled up in one place meet all of them.
MEETINGS_AT_ONCE, MEETINGS_OF_AN_EDGE = 1 << 22, 100
#: Odd 64-bit numbers without pattern (fractions of square roots), by which bits of coordinates are mixed.
_MIXERS = (0x6A09E667F3BCC909, 0xBB67AE8584CAA73B, 0x3C6EF372FE94F82B)


class PileError(Exception):
    """So many edges lie on one another that their meetings cannot be listed."""


@dataclass(frozen=True)
class LooseEdges:
    """The edges not run through exactly once in either direction, turned so that the parcel lies left.

    ``parcel`` holds the row of each edge's parcel.
    """

    start: Floats
    end: Floats
    parcel: Rows
    tree: shapely.STRtree

    def near(self, frame: shapely.Geometry) -> tuple[Floats, Floats]:
        """Start and end of the loose edges whose boxes meet that of the frame, in the order of the layer."""
        rows = np.sort(self.tree.query(frame))
        return self.start[rows], self.end[rows]


def find_loose_edges(
    parcels: Geometries, progress: Progress = silent, threads: int | None = None
) -> LooseEdges:
    """The loose edges of a layer of valid polygons.

    Edges are compared by 64-bit keys of both their ends; that two different ones share a
    key happens in about five of a million layers of a million parcels.
    """
    chunks = [slice(start, start + CHUNK_PARCELS) for start in range(0, len(parcels), CHUNK_PARCELS)]

    def keys_of(rows: slice) -> tuple[Keys, Rows]:
        edges = _edges(parcels[rows])
        return edges.key, edges.owner + rows.start

    found = run_chunks(keys_of, chunks, progress=part(progress, 0.0, 0.6), threads=threads)
    keys = np.concatenate([np.empty(0, dtype=np.uint64), *(key for key, _ in found)])
    loose = _unpaired_keys(keys, part(progress, 0.6, 1.0), threads)
    owners = [np.unique(owner[_is_among(key, loose)]) for key, owner in found]
    rows = np.unique(np.concatenate([np.empty(0, dtype=np.intp), *owners]))
    edges = _edges(parcels[rows])
    chosen = _is_among(edges.key, loose)
    start, end = edges.start[chosen], edges.end[chosen]
    tree = shapely.STRtree(shapely.linestrings(np.stack((start, end), axis=1)))
    # A tree is built at its first query: let that happen before threads share it.
    tree.query(shapely.Point(0.0, 0.0))
    return LooseEdges(start, end, rows[edges.owner[chosen]], tree)


def still_loose(start: Floats, end: Floats, box: Box) -> bool:
    """Whether loose edges in the box remain loose when those along others are cut at the ends of these.

    An edge may be shared with a chain of edges that keep within HAIRLINE_M of it
    (neighbours that lack each other's vertices). Edges piled up in one place count as loose.
    """
    try:
        start, end = _cut_at_vertices(start, end)
    except PileError:
        return True
    near = _meets(start, end, box)
    return bool(_unpaired(start[near], end[near]).any())


@dataclass(frozen=True)
class _Edges:
    start: Floats
    end: Floats
    #: The same for both directions of an edge but for the lowest bit, which tells them apart.
    key: Keys
    owner: Rows


def _edges(parcels: Geometries) -> _Edges:
    """The edges of all rings, turned so that the parcel lies to their left; those without length left out."""
    xy, size, owner, hole = _rings(parcels)
    ring = np.repeat(np.arange(len(size)), size)
    back = (ring_areas(xy, size) > 0.0) == hole
    vertex = _vertex_keys(xy)
    edge = np.flatnonzero((ring[1:] == ring[:-1]) & (vertex[1:] != vertex[:-1]))
    turned = back[ring[edge]]
    first, last = np.where(turned, edge + 1, edge), np.where(turned, edge, edge + 1)
    one = np.uint64(1)
    key = (vertex[first] + vertex[last]) << one | (vertex[first] < vertex[last])
    return _Edges(xy[first], xy[last], key, owner[ring[edge]])


def _rings(parcels: Geometries) -> tuple[Floats, Rows, Rows, Flags]:
    """Vertices of all rings, the size of each ring, the parcel it belongs to, and whether it is a hole."""
    plain = (shapely.get_type_id(parcels) == POLYGON) & (shapely.get_num_interior_rings(parcels) == 0)
    simple = np.flatnonzero(plain & (shapely.get_num_coordinates(parcels) > 0))
    others = np.flatnonzero(~plain & (shapely.get_num_coordinates(parcels) > 0))
    parts = explode(parcels[others])
    rings, part_of_ring = shapely.get_rings(parts.geometry, return_index=True)
    xy = np.concatenate((shapely.get_coordinates(parcels[simple]), shapely.get_coordinates(rings)))
    size = np.concatenate((shapely.get_num_coordinates(parcels[simple]), shapely.get_num_coordinates(rings)))
    owner = np.concatenate((simple, others[parts.parent[part_of_ring]]))
    hole = np.concatenate((np.zeros(len(simple), dtype=bool), np.diff(part_of_ring, prepend=-1) == 0))
    return xy, size.astype(np.intp), owner.astype(np.intp), hole


def _vertex_keys(xy: Floats) -> Keys:
    """63 bits for each vertex, mixed so that sums of two of them tell edges apart."""
    # Adding zero makes one of the two zeros.
    bits = np.ascontiguousarray(xy + 0.0).view(np.uint64)
    first, second, third = (np.uint64(number) for number in _MIXERS)
    key = bits[:, 0] * first
    key ^= key >> np.uint64(32)
    key += bits[:, 1] * second
    key ^= key >> np.uint64(29)
    key *= third
    return key >> np.uint64(1)


def _unpaired_keys(keys: Keys, progress: Progress, threads: int | None) -> Keys:
    """The keys of edges without their lowest bit, sorted, that do not come in twos, one of each direction."""
    heap = (keys >> np.uint64(64 - HEAP_BITS)).astype(np.uint8)

    def unpaired(number: int) -> Keys:
        ordered = np.sort(keys[heap == number])
        edge = ordered >> np.uint64(1)
        starts = np.flatnonzero(np.append(True, edge[1:] != edge[:-1])[: len(edge)])
        size = np.diff(np.append(starts, len(edge)))
        forth = np.add.reduceat(ordered & np.uint64(1), starts) if len(starts) else starts
        return np.asarray(edge[starts[(size != 2) | (forth != 1)]], dtype=np.uint64)

    found = run_chunks(unpaired, list(range(1 << HEAP_BITS)), progress=progress, threads=threads)
    return np.concatenate(found)


def _is_among(keys: Keys, loose: Keys) -> Flags:
    """Whether the edges of the keys are among the loose ones (sorted, without the lowest bit)."""
    edge = keys >> np.uint64(1)
    table = np.zeros(1 << TABLE_BITS, dtype=bool)
    shift = np.uint64(63 - TABLE_BITS)
    table[loose >> shift] = True
    among: Flags = table[edge >> shift]
    rows = np.flatnonzero(among)
    if len(rows):
        place = np.minimum(np.searchsorted(loose, edge[rows]), len(loose) - 1)
        among[rows] = loose[place] == edge[rows]
    return among


def _meets(start: Floats, end: Floats, box: Box) -> Flags:
    """Whether the boxes of the edges meet the box."""
    low, high = np.minimum(start, end), np.maximum(start, end)
    meets: Flags = (high >= box[:2]).all(axis=1) & (low <= box[2:]).all(axis=1)
    return meets


def _unpaired(start: Floats, end: Floats) -> Flags:
    """Which edges do not come in twos, one of each direction."""
    upward = (start[:, 0] < end[:, 0]) | ((start[:, 0] == end[:, 0]) & (start[:, 1] < end[:, 1]))
    line = np.where(upward[:, None], np.hstack((start, end)), np.hstack((end, start)))
    order = np.lexsort(line.T)
    changes = (line[order][1:] != line[order][:-1]).any(axis=1)
    group = np.empty(len(line), dtype=np.intp)
    group[order] = np.cumsum(np.append(0, changes))[: len(line)]
    groups = int(group.max(initial=-1)) + 1
    forth = np.bincount(group[upward], minlength=groups)
    back = np.bincount(group[~upward], minlength=groups)
    unpaired: Flags = ((forth != 1) | (back != 1))[group]
    return unpaired


def _cut_at_vertices(start: Floats, end: Floats) -> tuple[Floats, Floats]:
    """The edges cut at the ends of other edges that lie on them. Raises ``PileError``."""
    edges = shapely.linestrings(np.stack((start, end), axis=1))
    vertices = np.unique(np.concatenate((start, end)), axis=0)
    boxes = shapely.box(*(vertices - HAIRLINE_M).T, *(vertices + HAIRLINE_M).T)
    point, edge = _meetings(boxes, shapely.STRtree(edges))
    along, offset = end[edge] - start[edge], vertices[point] - start[edge]
    length = np.hypot(along[:, 0], along[:, 1])
    aside = np.abs(along[:, 0] * offset[:, 1] - along[:, 1] * offset[:, 0]) / length
    on_edge = aside <= HAIRLINE_M
    point, edge = point[on_edge], edge[on_edge]
    order = np.lexsort(((along * offset).sum(axis=1)[on_edge], edge))
    xy, edge = vertices[point[order]], edge[order]
    same = np.diff(edge) == 0
    return xy[:-1][same], xy[1:][same]


def _meetings(boxes: Geometries, edges: shapely.STRtree) -> tuple[Rows, Rows]:
    """Which boxes meet the boxes of which edges, in the order of the boxes. Raises ``PileError``."""
    at_once = max(1, MEETINGS_AT_ONCE // max(1, len(edges)))
    found, count = [np.empty((2, 0), dtype=np.intp)], 0
    for first in range(0, len(boxes), at_once):
        met = edges.query(boxes[first : first + at_once])
        count += met.shape[1]
        if count > MEETINGS_OF_AN_EDGE * len(edges):
            raise PileError
        found.append(met + np.array([[first], [0]]))
    point, edge = np.concatenate(found, axis=1)
    return point, edge
