# SPDX-License-Identifier: GPL-2.0-or-later
"""Vector layers to arrays: geometries as shapely objects, attributes as columns, read once."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd
import shapely
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsFeatureRequest,
    QgsProcessingFeatureSource,
    QgsUnitTypes,
)

from ..domain.areas import WorkPlane, work_plane
from ..domain.errors import InputError
from ..domain.geometry import CHUNK, finite_coordinates, repair_polygons
from ..domain.notes import NoteBook
from ..domain.progress import Progress, part, silent
from .area_of_use import note_far_from_area
from .arrow import Table, read_table
from .collector import collection_paused
from .crs import label_of, require_crs, wkt_of
from .dates import plain_date
from .datum import note_transformation, refuse_misplaced
from .raw_features import RawLayer, closed_and_straight, holds_lines, read_features, require_polygons
from .sinks import MULTI_HEAD

#: No projected coordinate lies farther out: the numbers of zones before eastings reach 6·10⁷ m.
FARTHEST = 1e9
#: Longitude, which may go on across the antimeridian, and latitude with its rounding.
FARTHEST_DEGREES = (720.0, 90.000001)


@dataclass(frozen=True)
class PolygonLayer:
    """A polygon layer as arrays, one entry per feature in the order read.

    ``geometry`` holds repaired two-dimensional polygons in the coordinates of ``plane``
    (None where nothing usable was there), ``ids`` the business id or, without one, the
    feature id as text, which ``fids`` always has; ``columns`` the requested attributes with
    None for NULL. ``repeated`` holds the rows whose geometry is, byte for byte, that of a feature before.
    ``digest`` is the SHA-256 of the geometries and columns as read; ``source`` describes
    where they came from without credentials, and ``reader`` tells how it was read.
    """

    name: str
    source: str
    crs: QgsCoordinateReferenceSystem
    plane: WorkPlane
    geometry: np.ndarray
    ids: np.ndarray
    has_ids: bool
    columns: dict[str, np.ndarray]
    digest: str
    repeated: np.ndarray
    reader: str
    fids: list[str]
    features: list[QgsFeature] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.geometry)

    @property
    def crs_label(self) -> str:
        """Authority code and name of the CRS."""
        return label_of(self.crs)


def read_polygons(
    source: QgsProcessingFeatureSource,
    *,
    name: str,
    described: str,
    table: Table | None = None,
    columns: Sequence[str] = (),
    id_field: str | None = None,
    crs: QgsCoordinateReferenceSystem | None = None,
    plane: WorkPlane | None = None,
    transform: QgsCoordinateTransformContext | None = None,
    notes: NoteBook,
    progress: Progress = silent,
    keep_features: bool = False,
    lines_too: bool = False,
) -> PolygonLayer:
    """Read a polygon source once; honour selection and filters; transform to ``crs`` and ``plane`` if given.

    Without a ``plane`` the layer gets its own. With ``lines_too`` the source may hold lines
    instead, as shorelines and roads do, which are handed on as they are. ``table`` is the very
    same layer where a stream may read it as a whole. Raises ``InputError`` for a missing field,
    a layer without features or CRS, a geometry type that is not polygonal, coordinates that
    cannot be transformed and a transformation whose datum shift is unknown.
    """
    as_lines = lines_too and holds_lines(source)
    if not as_lines:
        require_polygons(source, name)
    own_crs = require_crs(source.sourceCrs(), name)
    wanted = [*dict.fromkeys([*columns, *([id_field] if id_field else [])])]
    positions = {column: _field_position(source, column, name) for column in wanted}
    final_crs = crs if crs is not None and crs.isValid() else own_crs
    request = QgsFeatureRequest()
    if not keep_features:
        request.setSubsetOfAttributes(sorted(positions.values()))
    if final_crs != own_crs:
        context = transform or QgsCoordinateTransformContext()
        note_transformation(name, own_crs, final_crs, context, notes)
        request.setDestinationCrs(final_crs, context)
    reading = part(progress, 0.0, 0.7)
    with collection_paused():
        raw = None
        if table is not None and final_crs == own_crs and not keep_features:
            raw = read_table(table, wanted, reading)
        if raw is None:
            raw = read_features(source, request, positions, name, reading, keep_features=keep_features)
    if not raw.wkb:
        raise InputError(
            "Layer “{layer}” has no features (or none is selected). Check the filter, the selection "
            "and the file.",
            layer=name,
        )
    reading(1.0)
    frame = LayerFrame(name, described, own_crs, final_crs, plane, id_field, as_lines)
    return layer_of(raw, frame, notes, progress)


@dataclass(frozen=True)
class LayerFrame:
    """What is known of a layer before its features: names, CRS, plane (None = its own) and id field.

    ``crs`` is that of the coordinates as read, ``own_crs`` that of the source.
    """

    name: str
    source: str
    own_crs: QgsCoordinateReferenceSystem
    crs: QgsCoordinateReferenceSystem
    plane: WorkPlane | None
    id_field: str | None
    as_lines: bool = False


def layer_of(raw: RawLayer, frame: LayerFrame, notes: NoteBook, progress: Progress = silent) -> PolygonLayer:
    """Features as read in the arrays of a layer: repaired in the plane, with ids and columns."""
    wkb, name, id_field = raw.wkb, frame.name, frame.id_field
    own_crs, final_crs, plane = frame.own_crs, frame.crs, frame.plane
    arrays = {column: _as_array(values) for column, values in raw.columns.items()}
    ids = _ids(arrays[id_field], name, id_field) if id_field else np.array(raw.fids, dtype=object)
    digest = _digest(wkb, arrays, part(progress, 0.7, 0.75))
    shapes, mended = _shapes(wkb, part(progress, 0.75, 0.85))
    _note_mended(notes, name, ids[sorted({*mended, *raw.curved})])
    misplaced = _far(shapes, final_crs)
    if final_crs != own_crs:
        # QGIS hands out infinite coordinates where a transformation fails.
        misplaced |= ~finite_coordinates(shapes)
    refuse_misplaced(name, ids[misplaced], own_crs)
    bounds = _bounds(shapes)
    note_far_from_area(name, bounds, final_crs, own_crs, notes)
    if plane is None:
        _refuse_without_extent(bounds, name)
        plane = work_plane(wkt_of(final_crs), bounds)
    # Repaired in the plane: there its limits are metres, and what projecting breaks is mended, too.
    planar = _to_plane(shapes, plane, ids, name, own_crs)
    progress(0.85)
    if frame.as_lines:
        repaired = np.where(shapely.is_empty(planar), None, planar)
    else:
        repaired = repair_polygons(planar, ids, layer=name, notes=notes, progress=part(progress, 0.85, 1.0))
    return PolygonLayer(
        name=name,
        source=frame.source,
        crs=final_crs,
        plane=plane,
        geometry=repaired,
        ids=ids,
        has_ids=bool(id_field),
        columns=arrays,
        digest=digest,
        repeated=_repeated(wkb),
        reader=raw.reader,
        fids=raw.fids,
        features=raw.features,
    )


def _bounds(shapes: np.ndarray) -> tuple[float, float, float, float]:
    """Extent of the shapes with area, in CRS coordinates: those without may lie anywhere."""
    area = np.nan_to_num(shapely.area(shapes), nan=0.0, posinf=0.0)
    solid = shapes[area > 0.0]
    box = shapely.total_bounds(solid if len(solid) else shapes[finite_coordinates(shapes)])
    return float(box[0]), float(box[1]), float(box[2]), float(box[3])


def _refuse_without_extent(bounds: tuple[float, float, float, float], layer: str) -> None:
    if not np.isfinite(bounds).all():
        raise InputError(
            "No feature of layer “{layer}” has a geometry that lies anywhere. Draw them, or choose another "
            "layer.",
            layer=layer,
        )


def _far(shapes: np.ndarray, crs: QgsCoordinateReferenceSystem) -> np.ndarray:
    """Which shapes have a coordinate that is a number, but of no place on earth in this CRS."""
    degrees = crs.mapUnits() == QgsUnitTypes.DistanceUnit.DistanceDegrees
    farthest = FARTHEST_DEGREES * 2 if degrees else (FARTHEST,) * 4
    box = np.abs(shapely.bounds(shapes))
    return (np.isfinite(box) & (box > farthest)).any(axis=1)


def _to_plane(
    shapes: np.ndarray, plane: WorkPlane, ids: np.ndarray, layer: str, crs: QgsCoordinateReferenceSystem
) -> np.ndarray:
    if plane.is_own:
        return shapes
    known = np.flatnonzero(finite_coordinates(shapes))
    projected = shapes.copy()
    projected[known] = plane.to_plane(shapes[known])
    refuse_misplaced(layer, ids[known[~finite_coordinates(projected[known])]], crs)
    return projected


def _shapes(wkb: list[Any], progress: Progress) -> tuple[np.ndarray, list[int]]:
    """The geometries in two dimensions, and the rows whose rings had to be closed or straightened first."""
    shapes, mended = np.empty(len(wkb), dtype=object), []
    for start in range(0, len(wkb), CHUNK):
        progress(start / len(wkb))
        forms = np.array([_lone_part(form) for form in wkb[start : start + CHUNK]], dtype=object)
        chunk = _from_wkb(forms)
        for row in np.flatnonzero(shapely.is_missing(chunk) & (forms != np.array(None))):
            chunk[row] = shapely.from_wkb(closed_and_straight(bytes(forms[row])), on_invalid="ignore")
            if chunk[row] is not None:
                mended.append(start + int(row))
        flat = shapely.force_2d(chunk) if shapely.has_z(chunk).any() else chunk
        shapes[start : start + CHUNK] = flat
    return shapes, mended


def _from_wkb(forms: np.ndarray) -> np.ndarray:
    """The geometries of WKB, None for what GEOS cannot read or shapely not take."""
    try:
        return np.asarray(shapely.from_wkb(forms, on_invalid="ignore"), dtype=object)
    except NotImplementedError:
        # GEOS reads curves from 3.13 on, and one of them stops the whole array.
        return np.array([_straight_or_none(form) for form in [*forms, None]], dtype=object)[:-1]


def _straight_or_none(form: Any) -> Any:
    try:
        return shapely.from_wkb(form, on_invalid="ignore")
    except NotImplementedError:
        return None


def _note_mended(notes: NoteBook, layer: str, ids: np.ndarray) -> None:
    if len(ids):
        notes.add(
            "rings_mended",
            "Layer {layer}: features with rings that are not closed, or with curves: {count}. They were "
            "closed and drawn straight; check them in the layer.",
            count=len(ids),
            ids=ids,
            layer=layer,
        )


def _lone_part(form: Any) -> Any:
    """The only polygon of a multipolygon, in place of it: taken out here it costs nothing."""
    return form[len(MULTI_HEAD) :] if form is not None and form.startswith(MULTI_HEAD) else form


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
    array[:] = values
    return array


def _ids(values: np.ndarray, layer: str, column: str) -> np.ndarray:
    texts = ["" if value is None else text_of(value) for value in values.tolist()]
    missing = [index for index, text in enumerate(texts) if not text]
    if missing:
        raise InputError(
            "Field “{field}” of layer “{layer}” is empty (features: {count}, first: number {first} in the "
            "layer). Fill it or choose another id field.",
            field=column,
            layer=layer,
            count=len(missing),
            first=missing[0] + 1,
        )
    return np.array(texts, dtype=object)


def text_of(value: object) -> str:
    """An attribute as text; 12.0 read from a numeric field is the id 12, a date is written as in ISO 8601."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(plain_date(value)).strip()


def _repeated(wkb: list[Any]) -> np.ndarray:
    if len(set(wkb)) == len(wkb):
        return np.empty(0, dtype=np.intp)
    repeated = pd.Series(wkb, dtype=object).duplicated().to_numpy()
    return np.flatnonzero(repeated & np.array([item is not None for item in wkb], dtype=bool))


def _digest(wkb: list[Any], columns: dict[str, np.ndarray], progress: Progress) -> str:
    digest = hashlib.sha256()
    for start in range(0, len(wkb), CHUNK):
        progress(start / len(wkb))
        for item in wkb[start : start + CHUNK]:
            digest.update(item if item is not None else b"\x00")
    for column in sorted(columns):
        progress(1.0)
        digest.update(column.encode("utf-8"))
        digest.update("\x1f".join(map(str, columns[column])).encode("utf-8"))
    return digest.hexdigest()
