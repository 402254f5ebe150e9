# SPDX-License-Identifier: GPL-2.0-or-later
"""Hot spots that share a border, as patches."""

from __future__ import annotations

import numpy as np
import shapely

from ..geometry import Geometries, Rows
from ..overlay.split import boundary_runs
from ..progress import Progress, part, silent

#: Polygons, or pieces of their borders, that are looked at in one go.
CHUNK = 5_000
#: A border is common where it is longer than this, m: less is a common corner.
CORNER_M = 0.01


def patches_of(geometry: Geometries, progress: Progress = silent) -> Rows:
    """The patch of each polygon, numbered from 0 in the order of their first polygon.

    Polygons belong together where they share a line, whatever their units; a common corner
    joins nothing.
    """
    patch = np.arange(len(geometry))
    if len(geometry) == 0:
        return patch
    first, second = _neighbours(geometry, progress)
    while len(first):
        progress(1.0)
        # Each pair takes the smaller number of its patches, and hands it to what was in them.
        low = np.minimum(patch[first], patch[second])
        joined = patch.copy()
        np.minimum.at(joined, patch[first], low)
        np.minimum.at(joined, patch[second], low)
        joined = joined[patch]
        while (joined[joined] != joined).any():
            joined = joined[joined]
        patch = joined
        apart = patch[first] != patch[second]
        first, second = first[apart], second[apart]
    return np.asarray(np.unique(patch, return_inverse=True)[1], dtype=np.intp)


def _neighbours(geometry: Geometries, progress: Progress) -> tuple[Rows, Rows]:
    """Pairs of polygons that share a line, the smaller row first."""
    lines, owner = _borders(geometry, part(progress, 0.0, 0.2))
    tree = shapely.STRtree(lines)
    found = []
    for start in range(0, len(lines), CHUNK):
        progress(0.2 + 0.8 * start / len(lines))
        one, other = tree.query(lines[start : start + CHUNK])
        one = one + start
        apart = owner[one] < owner[other]
        one, other = one[apart], other[apart]
        shared = shapely.length(shapely.intersection(lines[one], lines[other])) > CORNER_M
        found.append(np.column_stack((owner[one[shared]], owner[other[shared]])))
    pairs = np.concatenate(found)
    return pairs[:, 0], pairs[:, 1]


def _borders(geometry: Geometries, progress: Progress) -> tuple[Geometries, Rows]:
    """The borders of the polygons in short lines, each with the row of its polygon."""
    lines, owner = [], []
    for start in range(0, len(geometry), CHUNK):
        progress(start / len(geometry))
        runs = boundary_runs(geometry[start : start + CHUNK])
        lines.append(runs.geometry)
        owner.append(runs.parent + start)
    return np.concatenate(lines), np.concatenate(owner)
