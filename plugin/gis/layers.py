# SPDX-License-Identifier: GPL-2.0-or-later
"""Vector layers to arrays: geometries as shapely objects, attributes as columns, read once."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import shapely
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsProcessingFeatureSource,
    QgsWkbTypes,
)

from ..domain.errors import InputError
from ..domain.geometry import CHUNK, repair_polygons
from ..domain.notes import NoteBook
from ..domain.progress import Progress, part, silent
from .compat import is_null
from .crs import label_of, require_crs, wkt_of

CHECK_EVERY = 5_000


@dataclass(frozen=True)
class PolygonLayer:
    """A polygon layer as arrays, one entry per feature in the order read.

    ``geometry`` holds repaired two-dimensional polygons (None where nothing usable was
    there), ``ids`` the business id or, without one, the feature id as text; ``columns``
    the requested attributes with None for NULL. ``digest`` is the SHA-256 of the geometries
    and columns as read; ``source`` describes where they came from without credentials.
    """

    name: str
    source: str
    crs: QgsCoordinateReferenceSystem
    geometry: np.ndarray
    ids: np.ndarray
    has_ids: bool
    columns: dict[str, np.ndarray]
    digest: str
    features: list[QgsFeature] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.geometry)

    @property
    def wkt(self) -> str:
        """WKT 2 of the layer's CRS."""
        return wkt_of(self.crs)

    @property
    def crs_label(self) -> str:
        """Authority code and name of the CRS."""
        return label_of(self.crs)

    def bounds(self) -> tuple[float, float, float, float]:
        """Extent of the geometries in the layer's CRS."""
        box = shapely.total_bounds(self.geometry)
        return float(box[0]), float(box[1]), float(box[2]), float(box[3])


def read_polygons(
    source: QgsProcessingFeatureSource,
    *,
    name: str,
    described: str,
    columns: Sequence[str] = (),
    id_field: str | None = None,
    crs: QgsCoordinateReferenceSystem | None = None,
    transform: QgsCoordinateTransformContext | None = None,
    notes: NoteBook,
    progress: Progress = silent,
    keep_features: bool = False,
) -> PolygonLayer:
    """Read a polygon source once; honour selection and filters; transform to ``crs`` if given.

    Raises ``InputError`` for a missing field, a layer without features or CRS, a geometry
    type that is not polygonal and coordinates that cannot be transformed.
    """
    _require_polygons(source, name)
    own_crs = require_crs(source.sourceCrs(), name)
    wanted = [*dict.fromkeys([*columns, *([id_field] if id_field else [])])]
    positions = {column: _field_position(source, column, name) for column in wanted}
    request = QgsFeatureRequest()
    if not keep_features:
        request.setSubsetOfAttributes(sorted(positions.values()))
    if crs is not None and crs.isValid() and crs != own_crs:
        request.setDestinationCrs(crs, transform or QgsCoordinateTransformContext())
        notes.add(
            "reprojected",
            "Layer “{layer}” was transformed from {own} to {target}.",
            warning=False,
            layer=name,
            own=label_of(own_crs),
            target=label_of(crs),
        )
        own_crs = crs
    wkb, fids, values, features = _read(
        source, request, positions, name, part(progress, 0.0, 0.7), keep_features
    )
    if not wkb:
        raise InputError(
            "Layer “{layer}” has no features (or none is selected). Check the filter, the selection "
            "and the file.",
            layer=name,
        )
    arrays = {column: _as_array(values[column]) for column in wanted}
    ids = _ids(arrays[id_field], name, id_field) if id_field else np.array(fids, dtype=object)
    digest = _digest(wkb, arrays)
    geometry = repair_polygons(
        _shapes(wkb, part(progress, 0.7, 0.85)),
        ids,
        layer=name,
        notes=notes,
        progress=part(progress, 0.85, 1.0),
    )
    return PolygonLayer(name, described, own_crs, geometry, ids, bool(id_field), arrays, digest, features)


def _read(
    source: QgsProcessingFeatureSource,
    request: QgsFeatureRequest,
    positions: dict[str, int],
    layer: str,
    progress: Progress,
    keep_features: bool,
) -> tuple[list[Any], list[str], dict[str, list[object]], list[QgsFeature]]:
    wkb: list[Any] = []
    fids: list[str] = []
    values: dict[str, list[object]] = {column: [] for column in positions}
    features: list[QgsFeature] = []
    pairs = [(values[column].append, position) for column, position in positions.items()]
    total = max(source.featureCount(), 1)
    mixed = QgsWkbTypes.isCurvedType(source.wkbType()) or _type_is_open(source)
    # Validity is judged and repaired by the domain, with a record of it.
    flags = QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks
    try:
        for number, feature in enumerate(source.getFeatures(request, flags)):
            if number % CHECK_EVERY == 0:
                progress(number / total)
            wkb.append(_wkb(feature, layer, mixed))
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
    return wkb, fids, values, features


def _shapes(wkb: list[Any], progress: Progress) -> np.ndarray:
    shapes = np.empty(len(wkb), dtype=object)
    for start in range(0, len(wkb), CHUNK):
        progress(start / len(wkb))
        chunk = shapely.from_wkb(np.array(wkb[start : start + CHUNK], dtype=object), on_invalid="ignore")
        flat = shapely.force_2d(chunk) if shapely.has_z(chunk).any() else chunk
        shapes[start : start + CHUNK] = flat
    return shapes


def _wkb(feature: QgsFeature, layer: str, mixed: bool) -> Any:
    if not feature.hasGeometry():
        return None
    geometry = feature.geometry()
    return (_straight_polygon(geometry, feature, layer) if mixed else geometry).asWkb().data()


def _straight_polygon(geometry: QgsGeometry, feature: QgsFeature, layer: str) -> QgsGeometry:
    if QgsWkbTypes.isCurvedType(geometry.wkbType()):
        geometry.convertToStraightSegment()
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


def _require_polygons(source: QgsProcessingFeatureSource, layer: str) -> None:
    kind = QgsWkbTypes.geometryType(source.wkbType())
    if kind != QgsWkbTypes.GeometryType.PolygonGeometry and not _type_is_open(source):
        raise InputError(
            "Layer “{layer}” holds {kind}, but polygons are needed. Choose a polygon layer.",
            layer=layer,
            kind=QgsWkbTypes.displayString(source.wkbType()),
        )


def _field_position(source: QgsProcessingFeatureSource, column: str, layer: str) -> int:
    position = source.fields().lookupField(column)
    if position < 0:
        raise InputError(
            "Layer “{layer}” has no field “{field}”. It has: {fields}.",
            layer=layer,
            field=column,
            fields=", ".join(source.fields().names()) or "—",
        )
    return int(position)


def _as_array(values: list[object]) -> np.ndarray:
    array = np.empty(len(values), dtype=object)
    array[:] = [None if is_null(value) else value for value in values]
    return array


def _ids(values: np.ndarray, layer: str, column: str) -> np.ndarray:
    missing = [index for index, value in enumerate(values) if value is None or str(value).strip() == ""]
    if missing:
        raise InputError(
            "Field “{field}” of layer “{layer}” is empty in {count} features (first: number {first} in "
            "the layer). Fill it or choose another id field.",
            field=column,
            layer=layer,
            count=len(missing),
            first=missing[0] + 1,
        )
    return np.array([text_of(value) for value in values], dtype=object)


def text_of(value: object) -> str:
    """An attribute as text; 12.0 read from a numeric field is the id 12."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()


def _digest(wkb: list[Any], columns: dict[str, np.ndarray]) -> str:
    digest = hashlib.sha256()
    for item in wkb:
        digest.update(item if item is not None else b"\x00")
    for column in sorted(columns):
        digest.update(column.encode("utf-8"))
        digest.update("\x1f".join(map(str, columns[column])).encode("utf-8"))
    return digest.hexdigest()
