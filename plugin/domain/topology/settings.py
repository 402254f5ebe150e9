# SPDX-License-Identifier: GPL-2.0-or-later
"""The layer to check and the limits to check it by."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ..geometry import Floats, Geometries

Texts = npt.NDArray[np.object_]


@dataclass(frozen=True)
class TopologySettings:
    """Limits of a topology check, all in metres, square metres or degrees.

    ``tolerance_m`` is the XY tolerance: nearer vertices are one, narrower overlaps and gaps
    noise, as are those up to ``noise_m2``; above ``error_m2`` they are errors, below to be
    mended by snapping. Those up to ``sliver_m2`` or ``sliver_width_m`` are slivers.
    ``edge_m`` is the misfit that an edge match with the scope allows. Parcels of a
    4πA/P² below ``compactness`` and below the minimum mapped area are narrow, angles below
    ``acute_deg`` acute.
    """

    tolerance_m: float = 0.0001
    noise_m2: float = 0.001
    error_m2: float = 1.0
    sliver_m2: float = 1.0
    sliver_width_m: float = 0.1
    edge_m: float = 0.1
    compactness: float = 0.02
    acute_deg: float = 10.0


@dataclass(frozen=True)
class ParcelLayer:
    """Parcels in the coordinates of a frame.

    ``as_read`` are the geometries as the layer has them, ``geometry`` the same as valid
    polygons (None = nothing usable); ``ids`` name them; ``min_area_m2`` is the minimum
    mapped area of each (NaN = none known).
    """

    layer: str
    as_read: Geometries
    geometry: Geometries
    ids: Texts
    min_area_m2: Floats
