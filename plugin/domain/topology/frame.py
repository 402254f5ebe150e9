# SPDX-License-Identifier: GPL-2.0-or-later
"""Metres in which a straight edge of the layer stays straight.

A vertex on the edge of a neighbour is only seen where both keep their edges. A projection
bends the edges of a layer in degrees by millimetres, a stretch of its axes does not.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from ..areas import WorkPlane
from ..geometry import Floats, Geometries

#: Share of a CRS unit over which the length of the unit is taken: 0.001° are about 100 m.
STEP = 1e-3


@dataclass(frozen=True)
class Frame:
    """CRS coordinates times ``scale`` (x, y): metres to about one per cent over a county.

    Where the CRS is in metres the frame is the CRS. Good for comparing coordinates and for
    tolerances; areas come from ``measure``.
    """

    plane: WorkPlane
    scale: tuple[float, float]

    def to_frame(self, geoms: Geometries) -> Geometries:
        """Geometries from CRS coordinates into the frame."""
        return self._stretch(geoms, np.array(self.scale))

    def from_frame(self, geoms: Geometries) -> Geometries:
        """Geometries from the frame into CRS coordinates."""
        return self._stretch(geoms, 1.0 / np.array(self.scale))

    def measure(self, geoms: Geometries) -> Floats:
        """Area on the ellipsoid in m² of geometries in frame coordinates."""
        return self.plane.ellipsoidal_m2(self.plane.to_plane(self.from_frame(geoms)))

    def _stretch(self, geoms: Geometries, factor: Floats) -> Geometries:
        if self.scale == (1.0, 1.0):
            return geoms
        # set_coordinates writes into the array that it is given.
        return np.asarray(shapely.set_coordinates(geoms.copy(), shapely.get_coordinates(geoms) * factor))


def frame_of(plane: WorkPlane) -> Frame:
    """The frame of the CRS of a work plane, its scale taken at the centre of the layer."""
    if plane.is_own:
        return Frame(plane, (1.0, 1.0))
    x, y = plane.origin
    corners = shapely.points([(x, y), (x + STEP, y), (x, y + STEP)])
    xy = shapely.get_coordinates(plane.to_plane(corners))
    along = np.hypot(*(xy[1:] - xy[0]).T) / STEP
    return Frame(plane, (float(along[0]), float(along[1])))
