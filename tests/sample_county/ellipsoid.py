# SPDX-License-Identifier: GPL-2.0-or-later
"""Area on the CGCS2000 ellipsoid of polygons drawn in a Gauss-Krüger plane, without any projection library.

The plane is conformal with point scale k(E) = 1 + E²/(2R²) + E⁴/(24R⁴), where E is the distance from the
central meridian and R² = M·N the product of the radii of curvature at the foot-point latitude. An element
dE·dN of the plane covers dE·dN/k² on the ellipsoid, and the area of a polygon is the boundary integral of

    G(E) dN,   G = E − E³/(3R²) + 2E⁵/(15R⁴).

Because the integral is a sum over edges, areas of neighbours add up to the area of their union to the last
rounding. Within 150 km of the meridian the terms left out stay below 1e-9 of the area.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

A = 6_378_137.0
F = 1 / 298.257222101
E2 = F * (2 - F)


def curvature_radius_squared(northing_m: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """R² = M·N at the foot-point latitude of a northing (metres from the equator, scale 1)."""
    mean_radius = A * (1 - E2 / 4 - 3 * E2**2 / 64)
    rectifying = northing_m / mean_radius
    latitude = rectifying + (3 * E2 / 8) * np.sin(2 * rectifying)
    w2 = 1 - E2 * np.sin(latitude) ** 2
    return A**2 * (1 - E2) / w2**2


def plane_integrals(start: npt.NDArray[np.float64], end: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """The part of every edge in the planar area: ∮ E dN."""
    return (start[..., 0] + end[..., 0]) / 2 * (end[..., 1] - start[..., 1])


def scale_integrals(
    start: npt.NDArray[np.float64], end: npt.NDArray[np.float64], false_easting_m: float = 500_000.0
) -> npt.NDArray[np.float64]:
    """The part of every edge in the difference ellipsoidal minus planar area, in m².

    `start`, `end`: (…, 2) easting and northing. Simpson's rule is exact for the cubic term.
    """
    northing = (start[..., 1] + end[..., 1]) / 2
    r2 = curvature_radius_squared(northing)

    def term(easting: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        e = easting - false_easting_m
        return -(e**3) / (3 * r2) + 2 * e**5 / (15 * r2**2)

    middle = (start[..., 0] + end[..., 0]) / 2
    mean = (term(start[..., 0]) + 4 * term(middle) + term(end[..., 0])) / 6
    return mean * (end[..., 1] - start[..., 1])
