# SPDX-License-Identifier: GPL-2.0-or-later
"""The plane in which layers are overlaid, and the area rules measured in it.

An edge is straight in the work plane: in the layer's own projection, or in an
equal-area plane where the layer is in degrees or in feet. Areas of parts then add up
to the area of the whole, whatever the rule.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely

from .errors import InputError
from .geometry import CHUNK, POLYGON, Floats, Geometries, ring_areas, simple_parts
from .progress import Progress, silent
from .projections import crs_name, equal_area_wkt, metres_per_unit, transform
from .threads import run_chunks

#: How areas are taken: on the ellipsoid, in the plane of the CRS, or from a field of the survey.
AREA_RULES = ("ellipsoidal", "planar", "attribute")

#: Edges longer than this get extra vertices before they are projected. At the edge of a
#: 3-degree zone an edge of 250 m then misses its true course by 0.005 m² (L³·x/12R²),
#: below the 0.01 m² to which surveys state areas.
MAX_EDGE_M = 250.0

#: Edges that a straight line across a geometry is cut into at most.
MAX_EDGES = 20_000

#: Layers wider than this are measured around several centres, one for each square of this size.
MAX_EXTENT_M = 300_000.0

#: Length of one degree of a meridian, rounded; only used to choose edge lengths.
METRES_PER_DEGREE = 111_000.0


@dataclass(frozen=True)
class WorkPlane:
    """Where overlays are done, and how areas are measured there.

    A CRS projected in metres is its own plane. For a geographic CRS, and for one
    projected in other units, the plane is a Lambert azimuthal equal-area projection of
    the CRS's own geographic base, centred on the layer, without any datum shift.

    ``unit_m`` is the length of one CRS unit in metres, NaN for degrees; ``plane_wkt``
    equals ``crs_wkt`` where the CRS is its own plane; ``origin`` is the centre of the
    layer in CRS coordinates, from which squares of a wide layer are counted.
    """

    crs_wkt: str
    plane_wkt: str
    unit_m: float
    origin: tuple[float, float]
    wide: bool

    @property
    def is_own(self) -> bool:
        """Whether the CRS of the layer is the plane itself."""
        return self.plane_wkt == self.crs_wkt

    def to_plane(self, geoms: Geometries) -> Geometries:
        """Project geometries from the CRS into the plane; long edges get extra vertices."""
        if self.is_own:
            return geoms
        edge = MAX_EDGE_M / (METRES_PER_DEGREE if math.isnan(self.unit_m) else self.unit_m)
        return _project(_densify(geoms, edge), self.crs_wkt, self.plane_wkt)

    def from_plane(self, geoms: Geometries) -> Geometries:
        """Project geometries from the plane back into the CRS."""
        return geoms if self.is_own else _unproject(geoms, self.plane_wkt, self.crs_wkt)

    def planar_m2(self, geoms: Geometries) -> Floats:
        """Area in the projection of the CRS, m²; NULL and empty geometries have 0.

        Raises InputError for a geographic CRS, where a planar area has no meaning.
        """
        if math.isnan(self.unit_m):
            raise InputError(
                "The layer is in degrees ({crs}), where a planar area has no meaning. "
                "Use the ellipsoidal area rule or reproject the layer.",
                crs=crs_name(self.crs_wkt),
            )
        return _area(self.from_plane(geoms)) * self.unit_m**2

    def ellipsoidal_m2(self, geoms: Geometries) -> Floats:
        """Area on the ellipsoid of the CRS, m², of geometries in plane coordinates.

        All vertices are projected as one array into a Lambert azimuthal equal-area
        plane (Snyder, USGS Professional Paper 1395, ch. 24) and measured there.
        Raises InputError for a CRS without an ellipsoid (a local engineering grid).
        """
        if not self.is_own:
            return _area(geoms)
        centred = equal_area_wkt(self.crs_wkt, *self.origin)
        dense = _densify(geoms, MAX_EDGE_M)
        if not self.wide:
            return _area_projected(dense, self.crs_wkt, centred)
        areas = np.zeros(len(dense))
        for centre, rows in _squares(dense, self.origin):
            areas[rows] = _area_projected(dense[rows], self.crs_wkt, equal_area_wkt(self.crs_wkt, *centre))
        return areas

    def measure(self, geoms: Geometries, rule: str) -> Floats:
        """Measured area, m²: planar for the rule ``planar``, ellipsoidal for the others."""
        return self.planar_m2(geoms) if rule == "planar" else self.ellipsoidal_m2(geoms)

    def measure_layer(self, geoms: Geometries, rule: str, progress: Progress = silent) -> Floats:
        """The same for a whole layer: on all cores, with progress."""

        def work(rows: slice) -> Floats:
            return self.measure(geoms[rows], rule)

        chunks = [slice(start, start + CHUNK) for start in range(0, len(geoms), CHUNK)]
        return np.concatenate([np.empty(0), *run_chunks(work, chunks, progress=progress)])


def work_plane(crs_wkt: str, bounds: tuple[float, float, float, float]) -> WorkPlane:
    """The plane for layers of this CRS (WKT2 text) within ``bounds`` (x/y min, x/y max in the CRS).

    Raises InputError where the CRS cannot be read or the bounds are not finite.
    """
    if not all(math.isfinite(value) for value in bounds):
        raise InputError("The extent of the layer is not finite. Repair or remove its empty geometries.")
    unit = metres_per_unit(crs_wkt)
    origin = ((bounds[0] + bounds[2]) / 2.0, (bounds[1] + bounds[3]) / 2.0)
    extent = max(bounds[2] - bounds[0], bounds[3] - bounds[1])
    own = unit == 1.0
    return WorkPlane(
        crs_wkt=crs_wkt,
        plane_wkt=crs_wkt if own else equal_area_wkt(crs_wkt, *origin),
        unit_m=unit,
        origin=origin,
        wide=own and extent > MAX_EXTENT_M,
    )


def _area(geoms: Geometries) -> Floats:
    return np.nan_to_num(np.asarray(shapely.area(geoms), dtype=np.float64))


def _densify(geoms: Geometries, edge: float) -> Geometries:
    """The geometries with no edge longer than ``edge``; those small enough are passed on as they are."""
    box = shapely.bounds(geoms)
    # A NaN box (NULL or empty) compares false and is passed on.
    extent = np.maximum(box[:, 2] - box[:, 0], box[:, 3] - box[:, 1])
    long = extent > edge
    if not long.any():
        return geoms
    dense = geoms.copy()
    # A geometry gone astray may span the globe: it must not exhaust the memory.
    edges = np.maximum(edge, extent / MAX_EDGES)
    invalid = long.copy()
    invalid[long] = ~shapely.is_valid(geoms[long])
    for row in np.flatnonzero(invalid):
        dense[row] = _densify_rings(geoms[row], edges[row])
    sound = long & ~invalid
    dense[sound] = shapely.segmentize(geoms[sound], edges[sound])
    return dense


def _densify_rings(geom: shapely.Geometry, edge: float) -> shapely.Geometry:
    """Polygons of an invalid geometry ring by ring, as invalid as before: GEOS would silently "mend" them."""
    parts, _ = simple_parts(np.array([geom], dtype=object))
    polygons = [
        shapely.Polygon(
            shapely.segmentize(part.exterior, edge), list(shapely.segmentize(list(part.interiors), edge))
        )
        for part in parts[shapely.get_type_id(parts) == POLYGON]
    ]
    return polygons[0] if len(polygons) == 1 else shapely.MultiPolygon(polygons)


def _area_projected(geoms: Geometries, source_wkt: str, target_wkt: str) -> Floats:
    """Area after a projection. Polygons of one ring, as most parcels are, are not built anew for it."""
    one_ring = (shapely.get_type_id(geoms) == POLYGON) & (shapely.get_num_interior_rings(geoms) == 0)
    one_ring &= ~shapely.is_empty(geoms)
    area = np.zeros(len(geoms))
    area[~one_ring] = _area(_project(geoms[~one_ring], source_wkt, target_wkt))
    size = shapely.get_num_coordinates(geoms[one_ring])
    xy = transform(shapely.get_coordinates(geoms[one_ring]), source_wkt, target_wkt)
    area[one_ring] = np.abs(ring_areas(xy, size))
    return area


def _project(geoms: Geometries, source_wkt: str, target_wkt: str) -> Geometries:
    xy = transform(shapely.get_coordinates(geoms), source_wkt, target_wkt)
    # set_coordinates writes into the array that it is given.
    return np.asarray(shapely.set_coordinates(geoms.copy(), xy), dtype=object)


def _unproject(geoms: Geometries, plane_wkt: str, crs_wkt: str) -> Geometries:
    """Project back from an equal-area plane to the exact CRS coordinates.

    PROJ 9.1 inverts the authalic latitude by a short series, 0.6 mm off (measured): one
    correction by the exact forward projection brings this below the rounding.
    """
    xy = shapely.get_coordinates(geoms)
    missed = xy - transform(transform(xy, plane_wkt, crs_wkt), crs_wkt, plane_wkt)
    corrected = transform(xy + missed, plane_wkt, crs_wkt)
    return np.asarray(shapely.set_coordinates(geoms.copy(), corrected), dtype=object)


def _squares(geoms: Geometries, origin: tuple[float, float]) -> list[tuple[tuple[float, float], Any]]:
    """Rows of the geometries per square of MAX_EXTENT_M (by the centre of their boxes), with its centre."""
    box = shapely.bounds(geoms)
    centres = np.column_stack(((box[:, 0] + box[:, 2]) / 2.0, (box[:, 1] + box[:, 3]) / 2.0))
    known = np.flatnonzero(np.isfinite(centres).all(axis=1))
    cells = np.round((centres[known] - origin) / MAX_EXTENT_M)
    squares, member = np.unique(cells, axis=0, return_inverse=True)
    return [
        (
            (origin[0] + square[0] * MAX_EXTENT_M, origin[1] + square[1] * MAX_EXTENT_M),
            known[np.ravel(member) == number],
        )
        for number, square in enumerate(squares)
    ]
