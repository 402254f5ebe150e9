# SPDX-License-Identifier: GPL-2.0-or-later
"""Ground of which land cover tells no present use: found by the loose edges of the cover, not by overlays."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from ..coverage_edges import LooseEdges, find_loose_edges
from ..geometry import Flags, Geometries, Rows
from ..overlay import Overlay, difference_from_union, overlay
from ..overlay.outside import ROUNDING_M2
from ..overlay.pairs import RightSide
from ..overlay.split import MAX_PIECE_VERTICES, split_polygons
from ..progress import Progress, part
from .layers import BaseCover, Texts

#: Polygons or pairs looked at between two calls of the progress.
CHUNK = 10_000
#: Loose edges for each polygon beyond which a cover counts as not clean.
LOOSE_EDGES = 4


@dataclass(frozen=True)
class KnownUse:
    """The polygons of a land cover that have a code, with the edges that no neighbour shares.

    Where no such edge meets a polygon, one point tells whether all of it is covered.
    """

    geometry: Geometries
    tree: shapely.STRtree
    loose: LooseEdges
    threads: int | None

    def without_use(self, geoms: Geometries, progress: Progress) -> tuple[Rows, Geometries]:
        """The polygons with ground of which no present use is known, by row, and that ground."""
        met, entered = self._met_and_entered(geoms, part(progress, 0.0, 0.4))
        rows = np.union1d(entered, np.flatnonzero(~self._covered_at_a_point(geoms, met)))
        near = self.geometry[np.unique(self.tree.query(geoms[rows])[1])]
        pairs = cut(geoms[rows], near, part(progress, 0.4, 0.7), self.threads)
        ground = difference_from_union(
            geoms[rows],
            near,
            pairs,
            np.arange(len(rows)),
            progress=part(progress, 0.7, 1.0),
            threads=self.threads,
        )
        some = ~shapely.is_missing(ground)
        return rows[some], ground[some]

    def without_use_m2(self, geoms: Geometries, progress: Progress) -> float:
        """How much ground of these polygons, however large, has no known present use (m² of the plane)."""
        pieces = split_polygons(geoms, MAX_PIECE_VERTICES)
        _, ground = self.without_use(pieces.geometry, progress)
        return float(np.sum(shapely.area(ground)))

    def disturbed(self, geoms: Geometries, progress: Progress) -> Rows:
        """The polygons inside which the cover begins, ends or overlaps itself, and perhaps a few more."""
        return self._met_and_entered(geoms, progress)[1]

    def _met_and_entered(self, geoms: Geometries, progress: Progress) -> tuple[Rows, Rows]:
        """The polygons that a loose edge meets, and those whose interior one enters."""
        found = []
        for start in range(0, len(geoms), CHUNK):
            progress(0.5 * start / len(geoms))
            met, edge = self.loose.tree.query(geoms[start : start + CHUNK], predicate="intersects")
            found.append(np.stack((met + start, edge)))
        met, edge = np.concatenate([np.empty((2, 0), dtype=np.intp), *found], axis=1)
        if len(met) > LOOSE_EDGES * len(geoms):
            # No clean cover: asking edge by edge takes longer than cutting.
            return np.unique(met), np.unique(met)
        enters = np.zeros(len(met), dtype=bool)
        for start in range(0, len(met), CHUNK):
            rows = slice(start, start + CHUNK)
            progress(0.5 + 0.5 * start / len(met))
            enters[rows] = ~shapely.touches(geoms[met[rows]], self.loose.tree.geometries[edge[rows]])
        return np.unique(met), np.unique(met[enters])

    def _covered_at_a_point(self, geoms: Geometries, met: Rows) -> Flags:
        """Whether land cover lies at one point of each part; of those in ``met`` within it."""
        parts, owner = shapely.get_parts(geoms, return_index=True)
        points = shapely.get_point(shapely.get_exterior_ring(parts), 0)
        # At a loose edge the cover at a corner may be that of the other side.
        inner = np.isin(owner, met)
        points[inner] = shapely.point_on_surface(parts[inner])
        covered = np.zeros(len(points), dtype=bool)
        covered[self.tree.query(points, predicate="intersects")[0]] = True
        everywhere: Flags = np.bincount(owner[~covered], minlength=len(geoms)) == 0
        return everywhere


def survey_uses(base: BaseCover, threads: int | None, progress: Progress) -> KnownUse:
    """What a land cover knows of present uses."""
    known = base.geometry[has_code(base.codes) & ~shapely.is_missing(base.geometry)]
    loose = find_loose_edges(known, progress, threads)
    return KnownUse(known, shapely.STRtree(known), loose, threads)


def has_code(codes: Texts) -> Flags:
    """Which features have a code of the rules."""
    return np.array([code is not None for code in codes], dtype=bool)


def cut(
    left: Geometries,
    right: Geometries,
    progress: Progress,
    threads: int | None,
    side: RightSide | None = None,
) -> Overlay:
    """The common parts of two layers, crumbs of rounding left out; areas are those of the plane.

    Only what is near the left side is made ready, unless ``side`` is the right one made ready:
    it may be a whole county.
    """
    near = np.arange(len(right)) if side else np.unique(shapely.STRtree(right).query(left)[1])
    pairs = overlay(
        left,
        right[near],
        measure=shapely.area,
        left_area_m2=np.nan_to_num(shapely.area(left)),
        keep_geometry=True,
        progress=progress,
        threads=threads,
        side=side,
    )
    kept = pairs.area_m2 > ROUNDING_M2
    return Overlay(
        pairs.left[kept],
        near[pairs.right[kept]],
        pairs.geometry[kept],
        pairs.area_m2[kept],
        pairs.covered[kept],
    )
