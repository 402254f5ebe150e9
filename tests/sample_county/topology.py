# SPDX-License-Identifier: GPL-2.0-or-later
"""The shared edges: Voronoi edges of the sites, roughened once for both sides, and polygons made of them.

Every layer of the county is a labelling of the same cells, so its polygons share edges and vertices exactly,
within the layer and between layers.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
import shapely
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components
from scipy.spatial import Delaunay

from .ellipsoid import plane_integrals, scale_integrals
from .terrain import Points

SNAP_M = 0.4
MOST_POINTS = 5
POINT_EVERY_M = 45.0
# Part of the free height towards the neighbouring site that a roughened edge may use.
FREE_PART = 0.4

Labels = npt.NDArray[np.intp]


@dataclass(frozen=True)
class Edges:
    """Edges between cells: sites on both sides and up to five points, unused ones repeat the last."""

    left: Labels
    right: Labels
    points: npt.NDArray[np.float64]  # (edges, MOST_POINTS, 2), millimetre grid
    length_m: npt.NDArray[np.float64]

    def between(self, label: Labels) -> Edges:
        """The edges whose two sides differ in `label`."""
        chosen = label[self.left] != label[self.right]
        return Edges(self.left[chosen], self.right[chosen], self.points[chosen], self.length_m[chosen])

    def bend(self, edges: Labels, to_left: npt.NDArray[np.bool_], shift_m: npt.NDArray[np.float64]) -> Edges:
        """A copy in which the middles of straight edges are moved sideways by a few centimetres."""
        points = self.points.copy()
        start, end = points[edges, 0], points[edges, -1]
        normal = np.stack([start[:, 1] - end[:, 1], end[:, 0] - start[:, 0]], axis=1)
        normal /= np.hypot(*(end - start).T)[:, None]
        shift = normal * np.where(to_left, shift_m, -shift_m)[:, None]
        points[edges, 1:-1] = np.round((start + end) / 2 + shift, 3)[:, None]
        return replace(self, points=points)

    def bulge_m2(self, edges: Labels) -> npt.NDArray[np.float64]:
        """Area between the chord of an edge and its middle point."""
        start = self.points[edges, 0]
        base, arm = self.points[edges, -1] - start, self.points[edges, 1] - start
        return np.abs(base[:, 0] * arm[:, 1] - base[:, 1] * arm[:, 0]) / 2


def make_edges(
    xy: Points, roughness: npt.NDArray[np.float64], origin: Points, rng: np.random.Generator
) -> Edges:
    """Voronoi edges of the sites in map coordinates (`origin` + `xy`), to the millimetre."""
    triangles = Delaunay(xy)
    centre = _circumcentres(xy, triangles.simplices)
    start, end, a, b = _ridges(triangles)
    centre, merged = _merge_close(centre, start, end)
    start, end = merged[start], merged[end]
    keep = start != end
    start, end, a, b = centre[start[keep]], centre[end[keep]], a[keep], b[keep]
    # In the order of the sites and with the lower site on the left, whatever order the triangulation came in.
    order = np.lexsort([np.maximum(a, b), np.minimum(a, b)])
    start, end, a, b = start[order], end[order], np.minimum(a, b)[order], np.maximum(a, b)[order]
    along, to_site = end - start, xy[a] - start
    turned = along[:, 0] * to_site[:, 1] - along[:, 1] * to_site[:, 0] < 0
    start[turned], end[turned] = end[turned], start[turned]
    along = end - start
    points = _roughen(start, end, xy[a], xy[b], np.minimum(roughness[a], roughness[b]), rng)
    return Edges(a, b, np.round(points + origin, 3), np.hypot(along[:, 0], along[:, 1]))


def _ridges(triangles: Delaunay) -> tuple[Labels, Labels, Labels, Labels]:
    """Both triangles (ends of the Voronoi edge) and both sites of every inner triangle side."""
    columns: list[list[Labels]] = [[], [], [], []]
    for corner in range(3):
        neighbour = triangles.neighbors[:, corner]
        chosen = np.flatnonzero(neighbour > np.arange(len(neighbour)))
        sites = triangles.simplices[chosen].astype(np.intp)
        ridge = chosen, neighbour[chosen], sites[:, (corner + 1) % 3], sites[:, (corner + 2) % 3]
        for column, values in zip(columns, ridge):
            column.append(values)
    start, end, one, two = (np.concatenate(column) for column in columns)
    return start, end, one, two


def _circumcentres(xy: Points, simplices: npt.NDArray[np.int32]) -> Points:
    a, b, c = (xy[simplices[:, corner]] for corner in range(3))
    b, c = b - a, c - a
    double = 2 * (b[:, 0] * c[:, 1] - b[:, 1] * c[:, 0])
    double = np.where(np.abs(double) < 1e-9, 1e-9, double)
    b2, c2 = (b**2).sum(axis=1), (c**2).sum(axis=1)
    centre = np.stack([c[:, 1] * b2 - b[:, 1] * c2, b[:, 0] * c2 - c[:, 0] * b2], axis=1)
    return a + centre / double[:, None]


def _merge_close(centre: Points, start: Labels, end: Labels) -> tuple[Points, Labels]:
    """Vertices joined by an edge shorter than SNAP_M become one, at their mean."""
    short = np.hypot(*(centre[start] - centre[end]).T) < SNAP_M
    count = len(centre)
    graph = coo_matrix((np.ones(int(short.sum())), (start[short], end[short])), shape=(count, count))
    total, merged = connected_components(graph, directed=False)
    members = np.bincount(merged, minlength=total)
    mean = np.stack(
        [np.bincount(merged, centre[:, axis], minlength=total) / members for axis in (0, 1)], axis=1
    )
    return mean, merged.astype(np.intp)


def _roughen(
    start: Points,
    end: Points,
    left: Points,
    right: Points,
    roughness: npt.NDArray[np.float64],
    rng: np.random.Generator,
) -> npt.NDArray[np.float64]:
    """Displace inner points of the edges, each inside the kite of its edge and the two sites, where no other
    edge comes: so the edges stay free of crossings."""
    along = end - start
    length = np.hypot(along[:, 0], along[:, 1])
    normal = np.stack([-along[:, 1], along[:, 0]], axis=1) / length[:, None]
    inner = np.where(roughness > 0.015, np.clip(length / POINT_EVERY_M, 0, MOST_POINTS - 2), 0).astype(int)
    points = np.repeat(end[:, None, :], MOST_POINTS, axis=1)
    points[:, 0] = start
    for number in range(1, MOST_POINTS - 1):
        share = (number + rng.uniform(-0.25, 0.25, len(start))) / (inner + 1)
        swing = (
            rng.uniform(-1, 1, len(start))
            * roughness
            * length
            * np.sqrt(share * np.clip(1 - share, 0, 1))
            * 2
        )
        room_left = _free_height(start, along, length, left, share)
        room_right = _free_height(start, along, length, right, share)
        swing = np.clip(swing, -FREE_PART * room_right, FREE_PART * room_left)
        moved = start + share[:, None] * along + swing[:, None] * normal
        used = number <= inner
        points[used, number] = moved[used]
    return points


def _free_height(
    start: Points,
    along: Points,
    length: npt.NDArray[np.float64],
    site: Points,
    share: npt.NDArray[np.float64],
) -> npt.NDArray[np.float64]:
    """Height at `share` of the triangle over the edge with the site as its tip."""
    to_site = site - start
    foot = (to_site * along).sum(axis=1) / length**2
    height = np.abs(along[:, 0] * to_site[:, 1] - along[:, 1] * to_site[:, 0]) / length
    rising = np.where(foot > 0, share / np.where(foot > 0, foot, 1), np.inf)
    falling = np.where(foot < 1, (1 - share) / np.where(foot < 1, 1 - foot, 1), np.inf)
    return height * np.clip(np.minimum(rising, falling), 0, None)


def connect(edges: Edges, key: npt.NDArray[np.int64]) -> Labels:
    """Connected cells of equal key get one label; labels follow the first site of each. Negative keys: -1."""
    same = (key[edges.left] == key[edges.right]) & (key[edges.left] >= 0)
    count = len(key)
    graph = coo_matrix(
        (np.ones(int(same.sum())), (edges.left[same], edges.right[same])), shape=(count, count)
    )
    _, part = connected_components(graph, directed=False)
    return number_by_first(np.where(key >= 0, part, -1))


def number_by_first(label: npt.NDArray[np.integer]) -> Labels:
    """Labels renumbered from 0 in order of their first site; negative ones become -1."""
    values, first, inverse = np.unique(label, return_index=True, return_inverse=True)
    used = values >= 0
    order = np.argsort(np.where(used, first, len(label)), kind="stable")
    number = np.empty(len(values), dtype=np.intp)
    number[order] = np.arange(len(values))
    number[~used] = -1
    return number[inverse]


def cell_areas(edges: Edges, count: int) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Planar and ellipsoidal area of every cell, in m² (cells of the rim of the plane are meaningless)."""
    start, end = edges.points[:, :-1], edges.points[:, 1:]
    origin = edges.points[0, 0]
    planar = plane_integrals(start - origin, end - origin).sum(axis=1)
    scale = scale_integrals(start, end).sum(axis=1)
    both = []
    for integral in (planar, planar + scale):
        area = np.bincount(edges.left, integral, minlength=count)
        both.append(area - np.bincount(edges.right, integral, minlength=count))
    return both[0], both[1]


def polygons(edges: Edges, label: Labels) -> npt.NDArray[np.object_]:
    """One polygon per label 0, 1, …; each label is one connected set of cells, else ValueError."""
    kept = edges.between(label)
    if not len(kept.left):
        return np.zeros(0, dtype=object)
    start, end = kept.points[:, :-1], kept.points[:, 1:]
    used = (start != end).any(axis=2)
    owner = np.nonzero(used)[0]
    segments = np.stack([start[used], end[used]], axis=1)
    first_of_edge = np.r_[True, owner[1:] != owner[:-1]]
    points = np.concatenate([segments[first_of_edge, 0], segments[:, 1]])
    of_edge = np.concatenate([owner[first_of_edge], owner])
    order = np.argsort(of_edge, kind="stable")
    lines = shapely.linestrings(points[order], indices=np.unique(of_edge, return_inverse=True)[1][order])
    faces = shapely.get_parts(shapely.polygonize(lines))
    face_label = _face_labels(faces, segments, label[kept.left[owner]], label[kept.right[owner]])
    faces, face_label = faces[face_label >= 0], face_label[face_label >= 0]
    if (np.bincount(face_label, minlength=label.max(initial=-1) + 1) != 1).any():
        raise ValueError("the cells of a label do not form one face")
    return shapely.normalize(faces[np.argsort(face_label)])


def _face_labels(
    faces: npt.NDArray[np.object_], segments: npt.NDArray[np.float64], left: Labels, right: Labels
) -> Labels:
    """Label inside each face: that on the inner side of the first segment of its outer ring."""
    ring = shapely.get_exterior_ring(faces)
    first = np.stack([shapely.get_coordinates(shapely.get_point(ring, n)) for n in (0, 1)], axis=1)
    turned = ~shapely.is_ccw(ring)
    first[turned] = first[turned, ::-1]
    directed = np.concatenate([segments, segments[:, ::-1]])
    millimetres = np.round((np.concatenate([directed, first]) - segments.min(axis=(0, 1))) * 1000).astype(
        np.int64
    )
    vertices, number = np.unique(millimetres[..., 0] << 32 | millimetres[..., 1], return_inverse=True)
    number = number.reshape(-1, 2)
    key = number[:, 0] * len(vertices) + number[:, 1]
    known, wanted = key[: len(directed)], key[len(directed) :]
    order = np.argsort(known, kind="stable")
    found = order[np.searchsorted(known[order], wanted)]
    # With the ring counter-clockwise the face lies on the left.
    return np.concatenate([left, right])[found]
