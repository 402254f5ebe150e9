# SPDX-License-Identifier: GPL-2.0-or-later
"""Features of a source as plain columns: geometries as WKB, attributes as Python's own values."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from osgeo import ogr
from qgis.core import (
    QgsCsException,
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsProcessingFeatureSource,
    QgsWkbTypes,
)

from ..domain.errors import InputError
from ..domain.progress import Progress
from .compat import is_null

CHECK_EVERY = 5_000
#: Degrees of an arc between two vertices of the line that stands for it. What a circle then lacks is half a
#: millionth (θ²/6), 0.004 m² at 50 m; with the 1° of QGIS it would be 0.4 m².
ARC_DEGREES = 0.1
READER = "features"


@dataclass(frozen=True)
class RawLayer:
    """A layer as read, in its own order: WKB (None = no geometry), feature ids, columns with None for NULL.

    ``features`` holds the features themselves where they were asked for; ``reader`` tells
    how the layer was read, which does not change what was read; ``curved`` are the rows of curves, which
    were drawn straight.
    """

    wkb: list[Any]
    fids: list[str]
    columns: dict[str, list[Any]]
    reader: str
    features: list[QgsFeature] = field(default_factory=list)
    curved: list[int] = field(default_factory=list)


def read_features(
    source: QgsProcessingFeatureSource,
    request: QgsFeatureRequest,
    positions: dict[str, int],
    layer: str,
    progress: Progress,
    *,
    keep_features: bool = False,
) -> RawLayer:
    """Read a source feature by feature; ``positions`` are the wanted columns with their field numbers.

    Raises ``InputError`` for a feature that is no polygon where the layer does not say what it
    holds, and for coordinates that cannot be transformed.
    """
    wkb: list[Any] = []
    fids: list[str] = []
    columns: dict[str, list[Any]] = {column: [] for column in positions}
    features: list[QgsFeature] = []
    pairs = [(columns[column].append, position) for column, position in positions.items()]
    total = max(source.featureCount(), 1)
    as_wkb, has_curves = _wkb_maker(source, layer), _may_hold_curves(source)
    curved: list[int] = []
    # Validity is judged and repaired by the domain, with a record of it.
    flags = QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks
    try:
        for number, feature in enumerate(source.getFeatures(request, flags)):
            if number % CHECK_EVERY == 0:
                progress(number / total)
            if has_curves and QgsWkbTypes.isCurvedType(feature.geometry().wkbType()):
                curved.append(number)
            wkb.append(as_wkb(feature))
            fids.append(str(feature.id()))
            for append, position in pairs:
                append(feature.attribute(position))
            if keep_features:
                features.append(feature)
    except QgsCsException as error:
        raise InputError(
            "Layer “{layer}” cannot be transformed to the CRS of the first layer: {reason}. Check that "
            "its CRS is the right one.",
            layer=layer,
            reason=str(error),
        ) from error
    known = {column: _without_null_variants(values) for column, values in columns.items()}
    return RawLayer(wkb, fids, known, READER, features, curved)


def holds_lines(source: QgsProcessingFeatureSource) -> bool:
    """Whether a source is a layer of lines."""
    return bool(QgsWkbTypes.geometryType(source.wkbType()) == QgsWkbTypes.GeometryType.LineGeometry)


def require_polygons(source: QgsProcessingFeatureSource, layer: str) -> None:
    """Refuse a source that says that it holds something else than polygons."""
    kind = QgsWkbTypes.geometryType(source.wkbType())
    if kind != QgsWkbTypes.GeometryType.PolygonGeometry and not _type_is_open(source):
        raise InputError(
            "Layer “{layer}” holds {kind}, but polygons are needed. Choose a polygon layer.",
            layer=layer,
            kind=QgsWkbTypes.displayString(source.wkbType()),
        )


def _without_null_variants(values: list[Any]) -> list[Any]:
    return [None if is_null(value) else value for value in values]


def _wkb_maker(source: QgsProcessingFeatureSource, layer: str) -> Callable[[QgsFeature], Any]:
    if holds_lines(source):
        return _wkb_of_line
    return partial(_wkb, layer=layer, mixed=_may_hold_curves(source))


def _may_hold_curves(source: QgsProcessingFeatureSource) -> bool:
    return QgsWkbTypes.isCurvedType(source.wkbType()) or _type_is_open(source)


def _wkb(feature: QgsFeature, layer: str, mixed: bool) -> Any:
    if not feature.hasGeometry():
        return None
    geometry = feature.geometry()
    return (_straight_polygon(geometry, feature, layer) if mixed else geometry).asWkb().data()


def _wkb_of_line(feature: QgsFeature) -> Any:
    if not feature.hasGeometry():
        return None
    return _straight(feature.geometry()).asWkb().data()


def _straight(geometry: QgsGeometry) -> QgsGeometry:
    """The geometry with its arcs drawn straight."""
    if QgsWkbTypes.isCurvedType(geometry.wkbType()):
        geometry.convertToStraightSegment(math.radians(ARC_DEGREES))
    return geometry


def closed_and_straight(form: bytes) -> bytes | None:
    """WKB that GEOS refuses with its rings closed and its arcs drawn straight; None where nobody reads it."""
    try:
        geometry = ogr.CreateGeometryFromWkb(form)
    except RuntimeError:
        # GDAL raises where its exceptions are on, and returns None where they are not.
        return None
    if geometry is None:
        return None
    straight = geometry.GetLinearGeometry(ARC_DEGREES)
    straight.CloseRings()
    return bytes(straight.ExportToWkb())


def _straight_polygon(geometry: QgsGeometry, feature: QgsFeature, layer: str) -> QgsGeometry:
    geometry = _straight(geometry)
    collection = QgsWkbTypes.flatType(geometry.wkbType()) == QgsWkbTypes.Type.GeometryCollection
    polygon = geometry.type() == QgsWkbTypes.GeometryType.PolygonGeometry
    if not (polygon or collection or geometry.isEmpty()):
        raise InputError(
            "Feature {fid} of layer “{layer}” is not a polygon ({kind}). Use a polygon layer, or "
            "remove the feature.",
            fid=feature.id(),
            layer=layer,
            kind=QgsWkbTypes.displayString(geometry.wkbType()),
        )
    return geometry


def _type_is_open(source: QgsProcessingFeatureSource) -> bool:
    return QgsWkbTypes.flatType(source.wkbType()) in (
        QgsWkbTypes.Type.Unknown,
        QgsWkbTypes.Type.GeometryCollection,
    )
