# SPDX-License-Identifier: GPL-2.0-or-later
"""Cut polygons without the spikes that rounding leaves on them."""

from __future__ import annotations

import numpy as np
import shapely
import shapely.errors

from ..geometry import HAIRLINE_M, Geometries, polygonal_parts, without_hairlines
from ..progress import Progress, silent

#: Grids (m) onto which a polygon with a spike is moved, the first that GEOS can do; no area of 0.0001 m²
#: feels the coarsest along a border of 100 m.
GRIDS_M = (1e-8, 1e-7, 1e-6)
#: Polygons looked at between two looks at the cancel button.
CHUNK = 200


def without_spikes(cut: Geometries, parcels: Geometries, progress: Progress = silent) -> Geometries:
    """The geometries as they are, those with vertices or edges closer than HAIRLINE_M on a fine grid.

    GEOS 3.11 ends predicates on such polygons with an error, valid as they are. ``parcels`` are
    the geometries, row by row, that were cut: what is the very same object was not, and is
    passed on. A polygon that is nothing but a spike is passed on as well.
    """
    own = np.array([one is not other for one, other in zip(cut, parcels)], dtype=bool)
    rows = np.flatnonzero(own & ~shapely.is_missing(cut))
    clean = cut.copy()
    for start in range(0, len(rows), CHUNK):
        progress(start / len(rows))
        some = rows[start : start + CHUNK]
        some = some[shapely.minimum_clearance(cut[some]) < HAIRLINE_M]
        mended = _mended(cut[some])
        kept = ~shapely.is_missing(mended)
        clean[some[kept]] = mended[kept]
    return clean


def _mended(spiked: Geometries) -> Geometries:
    moved = np.empty(len(spiked), dtype=object)
    moved[:] = [_on_a_grid(geom) for geom in spiked]
    return without_hairlines(polygonal_parts(moved))


def _on_a_grid(geom: shapely.Geometry) -> shapely.Geometry:
    for grid in GRIDS_M:
        try:
            return shapely.set_precision(geom, grid)
        except shapely.errors.GEOSException:
            # A finer grid may leave a knot that a coarser one unties.
            continue
    return geom
