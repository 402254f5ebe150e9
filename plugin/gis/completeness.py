# SPDX-License-Identifier: GPL-2.0-or-later
"""Whether all features that a file announces could be read: QGIS ends a broken read like a complete one."""

from __future__ import annotations

import os
import struct
from pathlib import Path

import numpy as np
from osgeo import gdal
from qgis.core import QgsVectorLayer

from ..domain.errors import InputError
from .outputs import file_of, layer_name_of
from .vector_inputs import VectorInput

#: A filter that all features pass: their number, otherwise kept beside a GeoPackage table, is counted for it.
_ALL = "1 = 1"
SHAPEFILE = "ESRI Shapefile"
#: Records of a table that are read at a time.
RECORDS = 100_000
#: Where the head of a dBASE table holds the sizes of head and record, and what marks a deleted record.
_SIZES, _DELETED = slice(8, 12), ord("*")


def refuse_partly_read(given: VectorInput, read: int) -> None:
    """Raise ``InputError`` when fewer features of a file were read than it announces.

    Other sources than files may announce estimates; records of a shapefile that are only marked
    as deleted are announced, but rightly not read, and of a GeoPackage that another program edited the
    number kept beside the table may be out of date.
    """
    layer = given.layer
    if layer is None or layer.providerType() != "ogr":
        return
    announced = int(given.source.featureCount())
    if read >= announced:
        return
    if announced - read != _marked_as_deleted(layer) and read != _counted_anew(layer):
        raise InputError(
            "Only {read} of the {count} features of layer “{layer}” can be read: its file is damaged, cut "
            "off or out of reach. Repair it, or export the layer to a new file and use that.",
            read=read,
            count=announced,
            layer=given.name,
        )


def _marked_as_deleted(layer: QgsVectorLayer) -> int:
    """The records of a shapefile, in a zip or not, that its table marks as deleted."""
    table = _table_of_shapefile(layer)
    stream = None if table is None else gdal.VSIFOpenL(table, "rb")
    if stream is None:
        return 0
    try:
        sizes = bytes(gdal.VSIFReadL(1, _SIZES.stop, stream) or b"")[_SIZES]
        head, width = struct.unpack("<HH", sizes) if len(sizes) == struct.calcsize("<HH") else (0, 0)
        deleted = 0
        gdal.VSIFSeekL(stream, head, os.SEEK_SET)
        while width and (records := gdal.VSIFReadL(width, RECORDS, stream)):
            deleted += int(np.count_nonzero(np.frombuffer(records, dtype=np.uint8)[::width] == _DELETED))
        return deleted
    finally:
        gdal.VSIFCloseL(stream)


def _table_of_shapefile(layer: QgsVectorLayer) -> str | None:
    """The dBASE table as GDAL finds it, whatever the case of its ending."""
    gdal.UseExceptions()
    try:
        dataset = gdal.OpenEx(layer.dataProvider().dataSourceUri().split("|")[0], gdal.OF_VECTOR)
        if dataset.GetDriver().ShortName != SHAPEFILE:
            return None
        name = layer_name_of(layer.source()) or dataset.GetLayer(0).GetName()
        tables = [file for file in dataset.GetFileList() if file.lower().endswith(".dbf")]
    except RuntimeError:
        return None
    return next((table for table in tables if Path(table).stem == name), None)


def _counted_anew(layer: QgsVectorLayer) -> int | None:
    """The rows by GDAL: of a GeoPackage by SQLite, which tells of a damaged page; of others if filtered.

    QGIS 3.22 announces all rows of a layer whose filter stands in its source.
    """
    path, subset = file_of(layer.source()), layer.subsetString()
    if path is None or (not subset and path.suffix.lower() != ".gpkg"):
        return None
    gdal.UseExceptions()
    try:
        dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR)
        if subset.lstrip().lower().startswith("select"):
            return int(dataset.ExecuteSQL(subset).GetFeatureCount())
        name = layer_name_of(layer.source())
        table = dataset.GetLayerByName(name) if name else dataset.GetLayer(0)
        table.SetAttributeFilter(subset or _ALL)
        return int(table.GetFeatureCount())
    except RuntimeError:
        return None
