# SPDX-License-Identifier: GPL-2.0-or-later
"""Sound layers of single hectares in files, and what happens to files."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from pathlib import Path

from osgeo import gdal, ogr, osr

from hostile.generator import numbers
from hostile.raw_layers import polygon, write_gpkg
from hostile.roles import PADDY

COUNT = 60
X, Y = 500_000.0, 3_300_000.0
PAGE = 4_096


def squares(count: int = COUNT) -> list[tuple[bytes, dict[str, str]]]:
    """Hectares in a row, of paddy, each with a text that fills its page."""
    rows = []
    for number in range(count):
        x = X + 100.0 * number
        ring = [(x, Y), (x + 100, Y), (x + 100, Y + 100), (x, Y + 100), (x, Y)]
        rows.append(
            (polygon(ring), {"BSM": f"f{number}", "DLBM": PADDY, "XZQMC": f"城关镇{number}", "BZ": "注" * 60})
        )
    return rows


def geopackage(folder: Path, name: str = "land.gpkg") -> Path:
    """The hectares as a table of a GeoPackage."""
    write_gpkg(folder / name, squares())
    return folder / name


def shapefile(folder: Path, name: str = "land", encoding: str = "UTF-8") -> Path:
    """The hectares as a shapefile of up to seven files."""
    gdal.UseExceptions()
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(4547)
    dataset = ogr.GetDriverByName("ESRI Shapefile").CreateDataSource(str(folder / f"{name}.shp"))
    layer = dataset.CreateLayer(name, reference, ogr.wkbPolygon, [f"ENCODING={encoding}"])
    rows = squares()
    for field in rows[0][1]:
        layer.CreateField(ogr.FieldDefn(field, ogr.OFTString))
    for form, attributes in rows:
        feature = ogr.Feature(layer.GetLayerDefn())
        for field, value in attributes.items():
            feature.SetField(field, value)
        feature.SetGeometry(ogr.CreateGeometryFromWkb(form))
        layer.CreateFeature(feature)
    dataset.FlushCache()
    dataset.Destroy()
    return folder / f"{name}.shp"


def cut(file: Path, share: float) -> None:
    """Keep the first part of a file."""
    whole = file.read_bytes()
    file.write_bytes(whole[: int(len(whole) * share)])


def cut_anywhere(file: Path, name: str) -> None:
    """Cut a file at a random byte."""
    cut(file, float(numbers(name).uniform(0.02, 0.98)))


def blank_page(file: Path, name: str) -> None:
    """Fill one random page of a database with zeros, as a bad disk does."""
    whole = bytearray(file.read_bytes())
    page = int(numbers(name).integers(1, len(whole) // PAGE))
    whole[page * PAGE : (page + 1) * PAGE] = bytes(PAGE)
    file.write_bytes(whole)


def scramble(file: Path, name: str, count: int = 20) -> None:
    """Put random bytes at random places behind the head of a file."""
    whole, random = bytearray(file.read_bytes()), numbers(name)
    for place in random.integers(min(100, len(whole) - 1), len(whole), count):
        whole[place] = int(random.integers(0, 256))
    file.write_bytes(whole)


def dbf(fields: Sequence[tuple[bytes, int]], rows: Sequence[Sequence[bytes]], language: int = 0) -> bytes:
    """A table of text fields, byte by byte: names of fields and texts in whatever encoding."""
    width = 1 + sum(size for _name, size in fields)
    head = struct.pack("<B3BIHH16xBB2x", 3, 126, 1, 1, len(rows), 33 + 32 * len(fields), width, 0, language)
    columns = b"".join(
        name[:10].ljust(11, b"\0") + b"C" + bytes(4) + bytes([size]) + bytes(15) for name, size in fields
    )
    lines = b"".join(
        b" " + b"".join(value[:size].ljust(size) for value, (_name, size) in zip(row, fields)) for row in rows
    )
    return head + columns + b"\r" + lines + b"\x1a"
