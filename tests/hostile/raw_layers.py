# SPDX-License-Identifier: GPL-2.0-or-later
"""Layers written byte by byte, past every check that a writer would make."""

from __future__ import annotations

import sqlite3
import struct
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from osgeo import gdal, ogr, osr

Point = tuple[float, ...]
Row = tuple[Any, dict[str, Any]]
_TYPES = {str: ogr.OFTString, float: ogr.OFTReal, int: ogr.OFTInteger64}
#: Head of a geometry in a GeoPackage: version 1, little endian, no envelope; the SRS id follows.
_HEAD = b"GP\x00\x01"


def polygon(*rings: Sequence[Point], kind: int = 3) -> bytes:
    """WKB of a polygon from rings as they are: neither closed, turned nor looked at."""
    return struct.pack("<BII", 1, kind, len(rings)) + b"".join(map(_points, rings))


def multi(*parts: bytes, kind: int = 6) -> bytes:
    """WKB of a collection of whatever parts (``kind`` 6 multipolygon, 7 collection)."""
    return struct.pack("<BII", 1, kind, len(parts)) + b"".join(parts)


def line(*points: Point) -> bytes:
    """WKB of a line."""
    return struct.pack("<BI", 1, 2) + _points(points)


def point(x: float, y: float) -> bytes:
    """WKB of a point."""
    return struct.pack("<BIdd", 1, 1, x, y)


def _points(points: Sequence[Point]) -> bytes:
    flat = [value for place in points for value in place]
    return struct.pack("<I", len(points)) + struct.pack(f"<{len(flat)}d", *flat)


def write_gpkg(
    path: Path, rows: Sequence[Row], table: str = "DLTB", crs: int | None = 4547, kind: int = ogr.wkbPolygon
) -> str:
    """A table of a GeoPackage with raw WKB and attributes; its source as QGIS names it."""
    gdal.UseExceptions()
    driver = ogr.GetDriverByName("GPKG")
    known = path.exists()
    dataset = ogr.Open(str(path), 1) if known else driver.CreateDataSource(str(path))
    reference = None
    if crs is not None:
        reference = osr.SpatialReference()
        reference.ImportFromEPSG(crs)
    layer = dataset.CreateLayer(table, reference, kind, ["SPATIAL_INDEX=NO"])
    for name, value in rows[0][1].items():
        layer.CreateField(ogr.FieldDefn(name, _TYPES[type(value)]))
    for _form, attributes in rows:
        feature = ogr.Feature(layer.GetLayerDefn())
        for name, value in attributes.items():
            if value is None:
                feature.SetFieldNull(name)
            else:
                feature.SetField(name, value)
        layer.CreateFeature(feature)
    del feature, layer
    dataset.Close() if hasattr(dataset, "Close") else dataset.Destroy()
    _put_forms(path, table, [form for form, _attributes in rows], crs or 0)
    return f"{path}|layername={table}"


def _put_forms(path: Path, table: str, forms: Sequence[bytes | None], crs: int) -> None:
    head = _HEAD + struct.pack("<i", crs)
    values = [(None if form is None else head + form, number) for number, form in enumerate(forms, 1)]
    database = sqlite3.connect(path)
    database.executemany(f'UPDATE "{table}" SET geom = ? WHERE fid = ?', values)
    database.commit()
    database.close()
