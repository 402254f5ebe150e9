# SPDX-License-Identifier: GPL-2.0-or-later
"""Tables of GeoPackages read column by column through GDAL's Arrow stream, not feature by feature.

Only what is sure to come out the same is read so: a plain table of two-dimensional
polygons with text and number fields, without subset, join, selection or edit. For
everything else the features of QGIS are read.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from osgeo import gdal, ogr
from qgis.core import (
    QgsProcessingFeatureSourceDefinition,
    QgsProviderRegistry,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ..domain.progress import Progress
from .compat import is_null
from .raw_features import RawLayer

#: Features handed over at once; texts take the room of the longest one in a batch.
BATCH_FEATURES = 10_000
#: Earlier releases of GDAL have no stream of arrays, or a broken one.
FIRST_GDAL = 3_06_02_00
#: Before this release a thread of the GeoPackage driver runs ahead of the stream, and at times leaves its
#: arrays half filled or never ends (GDAL pull request 12935). The plain stream, without it, is as fast.
FIRST_SOUND_THREAD, PLAIN_STREAM = 3_11_04_00, "OGR_GPKG_STREAM_BASE_IMPL"
READER = "arrow"
#: How the WKB of a two-dimensional polygon and of a multipolygon begins.
_POLYGON, _MULTIPOLYGON = b"\x01\x03\x00\x00\x00", b"\x01\x06\x00\x00\x00"
_KINDS = (ogr.OFTString, ogr.OFTInteger, ogr.OFTInteger64, ogr.OFTReal)


@dataclass(frozen=True)
class Table:
    """A table of a GeoPackage that may be read as a whole; ``name`` None is the first one.

    ``head`` is how the WKB of all its geometries begins: what the table does not announce,
    QGIS may turn into what it does.
    """

    path: str
    name: str | None
    features: int
    head: bytes = _MULTIPOLYGON


def table_of(value: object, layer: QgsVectorLayer | None) -> Table | None:
    """The table behind a layer given as a parameter ``value``; None where the stream must not read it."""
    if layer is None or not _asks_for_all(value) or not _is_plain(layer):
        return None
    parts = QgsProviderRegistry.instance().decodeUri("ogr", layer.source())
    given = {key: part for key, part in parts.items() if not is_null(part)}
    if "path" not in given or not given.keys() <= {"path", "layerName"}:
        return None
    head = _POLYGON if layer.wkbType() == QgsWkbTypes.Type.Polygon else _MULTIPOLYGON
    return Table(given["path"], given.get("layerName"), int(layer.featureCount()), head)


def _asks_for_all(value: object) -> bool:
    if not isinstance(value, QgsProcessingFeatureSourceDefinition):
        return isinstance(value, (str, QgsVectorLayer))
    # Filters of sources came with QGIS 3.32.
    filtered = bool(getattr(value, "filterExpression", ""))
    return not (value.selectedFeaturesOnly or value.featureLimit >= 0 or filtered)


def _is_plain(layer: QgsVectorLayer) -> bool:
    if layer.providerType() != "ogr" or layer.dataProvider().storageType() != "GPKG":
        return False
    changed = layer.isEditable() or layer.subsetString() or layer.vectorJoins()
    virtual = layer.fields().count() != layer.dataProvider().fields().count()
    flat = layer.wkbType() in (QgsWkbTypes.Type.Polygon, QgsWkbTypes.Type.MultiPolygon)
    return flat and not (changed or virtual)


def read_table(table: Table, columns: Sequence[str], progress: Progress) -> RawLayer | None:
    """Geometries, ids and columns of a table; None where it holds what only QGIS reads alike."""
    version = int(gdal.VersionInfo())
    if version < FIRST_GDAL:
        return None
    gdal.SetThreadLocalConfigOption(PLAIN_STREAM, "YES" if version < FIRST_SOUND_THREAD else None)
    try:
        # A reader of its own, closed with it: nothing in the context keeps the file locked.
        dataset = gdal.OpenEx(table.path, gdal.OF_VECTOR)
        return None if dataset is None else _read(dataset, table, columns, progress)
    except (ImportError, RuntimeError, UnicodeDecodeError):
        # Without numpy's part of GDAL, from a file that GDAL refuses, and for text that is no UTF-8.
        return None
    finally:
        gdal.SetThreadLocalConfigOption(PLAIN_STREAM, None)


def _read(dataset: Any, table: Table, columns: Sequence[str], progress: Progress) -> RawLayer | None:
    layer = dataset.GetLayerByName(table.name) if table.name else dataset.GetLayer(0)
    if layer is None or not _can_give(layer, columns):
        return None
    definition = layer.GetLayerDefn()
    fields = [definition.GetFieldDefn(number).GetName() for number in range(definition.GetFieldCount())]
    layer.SetIgnoredFields([name for name in fields if name not in columns])
    wkb: list[Any] = []
    fids: list[int] = []
    values: dict[str, list[object]] = {column: [] for column in columns}
    for batch in layer.GetArrowStreamAsNumPy([f"MAX_FEATURES_IN_BATCH={BATCH_FEATURES}"]):
        progress(len(fids) / max(table.features, 1))
        found = batch[layer.GetFIDColumn()].tolist()
        if not found or len(fids) + len(found) > table.features:
            # From a damaged file the stream goes on for ever.
            return None
        fids.extend(found)
        wkb.extend(_plain(batch[layer.GetGeometryColumn()]))
        for column in columns:
            values[column].extend(_texts(_plain(batch[column])))
    announced = {form[: len(table.head)] for form in wkb if form is not None} <= {table.head}
    ascending = all(one < other for one, other in zip(fids, fids[1:]))
    if len(fids) != table.features or not ascending or not announced:
        return None
    return RawLayer(wkb, [str(fid) for fid in fids], values, READER)


def _can_give(layer: Any, columns: Sequence[str]) -> bool:
    """Whether the stream gives all columns as QGIS does: dates and truth values come out otherwise."""
    definition = layer.GetLayerDefn()
    if not (layer.GetFIDColumn() and layer.GetGeometryColumn()):
        return False
    for column in columns:
        number = definition.GetFieldIndex(column)
        field = None if number < 0 else definition.GetFieldDefn(number)
        if field is None or field.GetName() != column:
            return False
        if field.GetType() not in _KINDS or field.GetSubType() != ogr.OFSTNone:
            return False
    return True


def _plain(array: Any) -> list[Any]:
    """The values of an array as Python's own, None where it is masked."""
    values: list[Any] = np.ma.getdata(array).tolist()
    mask = np.ma.getmask(array)
    if mask is not np.ma.nomask and mask.any():
        for row in np.flatnonzero(mask):
            values[row] = None
    return values


def _texts(values: list[Any]) -> list[Any]:
    return [value.decode("utf-8") if isinstance(value, bytes) else value for value in values]
