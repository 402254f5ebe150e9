# SPDX-License-Identifier: GPL-2.0-or-later
"""A search for boxes that meet, over a plan to which shapes are added one by one."""

from __future__ import annotations

import numpy as np
import shapely

from ..geometry import Geometries, Rows

#: Shapes added since the last tree was built that are looked through one by one.
LOOSE = 256


class Nearby:
    """Three layers of shapes: those of the start, those in the tree of later ones, and the latest few."""

    def __init__(self, geometry: Geometries) -> None:
        self._first = shapely.STRtree(geometry)
        self._count = len(geometry)
        self._later: list[shapely.Geometry] = []
        self._in_tree = 0
        self._tree = shapely.STRtree(geometry[:0])

    def add(self, geometry: Geometries) -> None:
        """Add shapes; they get the next numbers."""
        self._later.extend(geometry)
        if len(self._later) - self._in_tree > LOOSE:
            self._in_tree = len(self._later)
            self._tree = shapely.STRtree(np.array(self._later, dtype=object))

    def query(self, geometry: Geometries) -> tuple[Rows, Rows]:
        """Pairs of a shape asked about and a shape whose box meets its own."""
        latest = shapely.STRtree(np.array(self._later[self._in_tree :], dtype=object))
        starts = (0, self._count, self._count + self._in_tree)
        found = [
            tree.query(geometry) + np.array([[0], [start]])
            for tree, start in zip((self._first, self._tree, latest), starts)
        ]
        asked, met = np.concatenate(found, axis=1)
        return asked.astype(np.intp), met.astype(np.intp)
