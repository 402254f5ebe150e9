# SPDX-License-Identifier: GPL-2.0-or-later
"""Places far beyond the area that their CRS is made for: coordinates exchanged, or of another CRS.

A projection gives a place to any two numbers. North before east in a zone of 3° lies some 25° off its
meridian, where lengths are wrong by a tenth and the ellipsoid turns one hectare into 0.83 ha.
"""

from __future__ import annotations

import math
from collections.abc import Iterable

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsPointXY,
    QgsRectangle,
)

from ..domain.notes import NoteBook
from .crs import label_of

#: So far (degrees) beyond the stated area data are still usual: neighbouring zones in one file.
MARGIN_DEGREES = 15.0
#: Of wider areas only the latitude counts: longitudes may go on across the antimeridian, and QGIS tells the
#: wrong side of areas that do.
WIDEST_DEGREES, ANY_LONGITUDE = 180.0, 720.0

Box = tuple[float, float, float, float]


def note_far_from_area(
    layer: str,
    bounds: Box,
    crs: QgsCoordinateReferenceSystem,
    own: QgsCoordinateReferenceSystem,
    notes: NoteBook,
) -> None:
    """Note a layer whose middle lies far from the area of its ``own`` CRS.

    ``bounds`` is its extent (x/y min, x/y max) in ``crs``. A CRS that states no area is not judged.
    """
    if own.bounds().isEmpty() or not all(map(math.isfinite, bounds)):
        return
    middle = QgsPointXY((bounds[0] + bounds[2]) / 2.0, (bounds[1] + bounds[3]) / 2.0)
    place = _place_of(middle, crs)
    if place is not None and _reach(own).contains(place):
        return
    notes.add(
        "far_from_area",
        "Layer “{layer}” lies at {place}, far from the area that {crs} is made for ({area}). Its figures are "
        "those of that place. Check whether north and east are exchanged in its coordinates, and whether "
        "its CRS is the right one.",
        layer=layer,
        place="—" if place is None else f"{place.x():.1f}°, {place.y():.1f}°",
        crs=label_of(own),
        area=area_of(own),
    )


def far_points(points: Iterable[QgsPointXY], crs: QgsCoordinateReferenceSystem) -> list[int]:
    """Which of some points lie far from the area of their CRS."""
    if crs.bounds().isEmpty():
        return []
    reach = _reach(crs)
    places = [_place_of(point, crs) for point in points]
    return [row for row, place in enumerate(places) if place is None or not reach.contains(place)]


def area_of(crs: QgsCoordinateReferenceSystem) -> str:
    """The area that a CRS is made for, in words."""
    area = crs.bounds()
    return f"{area.xMinimum():.1f}–{area.xMaximum():.1f}°, {area.yMinimum():.1f}–{area.yMaximum():.1f}°"


def _reach(crs: QgsCoordinateReferenceSystem) -> QgsRectangle:
    """The area of a CRS and as much around it as is still usual."""
    area = crs.bounds()
    if area.width() > WIDEST_DEGREES:
        area = QgsRectangle(-ANY_LONGITUDE, area.yMinimum(), ANY_LONGITUDE, area.yMaximum())
    return area.buffered(MARGIN_DEGREES)


def _place_of(point: QgsPointXY, crs: QgsCoordinateReferenceSystem) -> QgsPointXY | None:
    """Longitude and latitude of a point; None where the CRS has no place for it."""
    degrees = QgsCoordinateReferenceSystem("EPSG:4326")
    try:
        place = QgsCoordinateTransform(crs, degrees, QgsCoordinateTransformContext()).transform(point)
    except QgsCsException:
        return None
    return place if math.isfinite(place.x()) and math.isfinite(place.y()) else None
