# SPDX-License-Identifier: GPL-2.0-or-later
"""Rasters that are broken, odd or lie about themselves."""

from __future__ import annotations

import struct
from collections.abc import Callable
from pathlib import Path

import numpy as np
from osgeo import gdal
from rasters_by_hand import X, Y, write_raster

#: CLCD codes: 1 cropland, 2 forest, 5 water; 0 is nodata.
CELLS = np.array([[1, 1, 2, 2], [1, 5, 2, 0], [1, 1, 1, 2]], dtype=np.uint8)
#: Area of a cell as ``write_raster`` makes it (10 m × 20 m) in ha.
CELL_HA = 0.02
NORTH_UP = (X, 10.0, 0.0, Y, 0.0, -20.0)
_TILES = ["TILED=YES", "BLOCKXSIZE=16", "BLOCKYSIZE=16"]
Make = Callable[[Path], str]


def _plain(folder: Path, cells: np.ndarray = CELLS, name: str = "a.tif", **how: object) -> str:
    return write_raster(folder / name, cells, **how)


def _cut(folder: Path, share: float) -> str:
    path = Path(_plain(folder, np.tile(CELLS, (200, 200))))
    path.write_bytes(path.read_bytes()[: int(path.stat().st_size * share)])
    return str(path)


def _copied(folder: Path, options: list[str], driver: str = "GTiff", name: str = "b.tif") -> str:
    """The sound raster as another file of these creation options."""
    plain = _plain(folder, np.tile(CELLS, (40, 40)))
    made = gdal.GetDriverByName(driver).CreateCopy(str(folder / name), gdal.Open(plain), options=options)
    del made
    return str(folder / name)


def _corrupt_tiles(folder: Path) -> str:
    path = Path(_copied(folder, [*_TILES, "COMPRESS=DEFLATE"]))
    content = bytearray(path.read_bytes())
    content[len(content) // 2 :] = b"\xff" * (len(content) - len(content) // 2)
    path.write_bytes(content)
    return str(path)


def _zero_claim(folder: Path) -> str:
    path = Path(_plain(folder))
    content = path.read_bytes()
    # Tags 256 and 257 of the first directory: width and height.
    for tag in (256, 257):
        head = struct.pack("<HHI", tag, 3, 1)
        place = content.index(head) + len(head)
        content = content[:place] + b"\0\0" + content[place + 2 :]
    path.write_bytes(content)
    return str(path)


def _masked(folder: Path) -> str:
    """The blank cell is a class like the others, but a mask hides it."""
    plain = _plain(folder, np.where(CELLS == 0, 1, CELLS).astype(np.uint8), nodata=None)
    dataset = gdal.OpenEx(plain, gdal.OF_RASTER | gdal.OF_UPDATE)
    dataset.CreateMaskBand(gdal.GMF_PER_DATASET)
    dataset.GetRasterBand(1).GetMaskBand().WriteArray(_shown())
    del dataset
    return plain


def alpha(folder: Path) -> str:
    """The same with an alpha band, as a warp leaves it."""
    plain = gdal.Open(_plain(folder, np.where(CELLS == 0, 1, CELLS).astype(np.uint8), nodata=None))
    made = gdal.GetDriverByName("GTiff").Create(str(folder / "b.tif"), 4, 3, 2, options=["ALPHA=YES"])
    made.SetGeoTransform(plain.GetGeoTransform())
    made.SetProjection(plain.GetProjection())
    made.GetRasterBand(1).WriteArray(plain.GetRasterBand(1).ReadAsArray())
    made.GetRasterBand(2).WriteArray(_shown())
    del made
    return str(folder / "b.tif")


def _shown() -> np.ndarray:
    return np.where(CELLS == 0, 0, 255).astype(np.uint8)


def _scaled(folder: Path) -> str:
    """Codes that are others once scale and offset are applied, as QGIS shows them."""
    plain = _plain(folder)
    dataset = gdal.OpenEx(plain, gdal.OF_RASTER | gdal.OF_UPDATE)
    dataset.GetRasterBand(1).SetScale(2.0)
    dataset.GetRasterBand(1).SetOffset(-1.0)
    del dataset
    return plain


def _complex(folder: Path) -> str:
    plain = gdal.Open(_plain(folder))
    made = gdal.GetDriverByName("GTiff").Create(str(folder / "b.tif"), 4, 3, 1, gdal.GDT_CInt16)
    made.SetGeoTransform(plain.GetGeoTransform())
    made.SetProjection(plain.GetProjection())
    made.GetRasterBand(1).WriteArray(CELLS)
    del made
    return str(folder / "b.tif")


def _vrt(folder: Path, source: str) -> str:
    path = folder / "a.vrt"
    path.write_text(
        f'<VRTDataset rasterXSize="4" rasterYSize="3"><SRS>EPSG:4547</SRS>'
        f"<GeoTransform>{X},10,0,{Y},0,-20</GeoTransform>"
        '<VRTRasterBand dataType="Byte" band="1"><NoDataValue>0</NoDataValue><SimpleSource>'
        f'<SourceFilename relativeToVRT="0">{source}</SourceFilename><SourceBand>1</SourceBand>'
        "</SimpleSource></VRTRasterBand></VRTDataset>",
        encoding="utf-8",
    )
    return str(path)


def _text(folder: Path, name: str, content: bytes) -> str:
    (folder / name).write_bytes(content)
    return str(folder / name)


#: Rasters that hold the sound cells in another form: total area in ha.
SAME: dict[str, tuple[Make, float]] = {
    "plain": (_plain, 11 * CELL_HA),
    "tiled": (
        lambda folder: _copied(folder, ["TILED=YES", "BLOCKXSIZE=16", "BLOCKYSIZE=16"]),
        11 * CELL_HA * 1600,
    ),
    "one row a block": (lambda folder: _copied(folder, ["BLOCKYSIZE=1"]), 11 * CELL_HA * 1600),
    "all in a block": (lambda folder: _copied(folder, ["BLOCKYSIZE=120"]), 11 * CELL_HA * 1600),
    "compressed": (lambda folder: _copied(folder, ["COMPRESS=LZW", "PREDICTOR=2"]), 11 * CELL_HA * 1600),
    "big tiff": (lambda folder: _copied(folder, ["BIGTIFF=YES"]), 11 * CELL_HA * 1600),
    "south up": (
        lambda folder: _plain(folder, CELLS[::-1].copy(), transform=(X, 10.0, 0.0, Y - 60.0, 0.0, 20.0)),
        11 * CELL_HA,
    ),
    "one cell": (lambda folder: _plain(folder, CELLS[:1, :1]), CELL_HA),
    "one column": (lambda folder: _plain(folder, CELLS[:, :1]), 3 * CELL_HA),
    "whole floats": (lambda folder: _plain(folder, CELLS.astype("float32")), 11 * CELL_HA),
    "signed": (lambda folder: _plain(folder, CELLS.astype("int16"), nodata=0), 11 * CELL_HA),
    "nodata is not a number": (
        lambda folder: _plain(
            folder, np.where(CELLS == 0, np.nan, CELLS).astype("float32"), nodata=float("nan")
        ),
        11 * CELL_HA,
    ),
    "nodata is a code": (lambda folder: _plain(folder, CELLS[:, :2], nodata=2), 6 * CELL_HA),
    "mask in place of nodata": (_masked, 11 * CELL_HA),
    "alpha band in place of nodata": (alpha, 11 * CELL_HA),
    "far beyond the world": (
        lambda folder: _plain(folder, transform=(1e12, 10.0, 0.0, 1e12, 0.0, -20.0)),
        11 * CELL_HA,
    ),
}

#: Rasters without figures: they are refused, or what they hold is listed, never passed in silence.
DOUBTFUL: dict[str, Make] = {
    "cut at a tenth": lambda folder: _cut(folder, 0.1),
    "cut in the middle": lambda folder: _cut(folder, 0.5),
    "cut at the end": lambda folder: _cut(folder, 0.99),
    "corrupt tiles": _corrupt_tiles,
    "empty file": lambda folder: _text(folder, "a.tif", b""),
    "text": lambda folder: _text(folder, "a.tif", b"no raster"),
    "head only": lambda folder: _text(folder, "a.tif", b"II*\0\x08\0\0\0"),
    "no cells": _zero_claim,
    "rotated": lambda folder: _plain(folder, transform=(X, 10.0, 3.0, Y, 3.0, -20.0)),
    "cells without size": lambda folder: _plain(folder, transform=(X, 0.0, 0.0, Y, 0.0, 0.0)),
    "place not a number": lambda folder: _plain(folder, transform=(float("nan"), 10.0, 0.0, Y, 0.0, -20.0)),
    "no reference": lambda folder: _plain(folder, epsg=None),
    "not whole numbers": lambda folder: _plain(folder, CELLS.astype("float32") + 0.5),
    "infinite": lambda folder: _plain(folder, np.where(CELLS == 5, np.inf, CELLS).astype("float32")),
    "not a number inside": lambda folder: _plain(
        folder, np.where(CELLS == 5, np.nan, CELLS).astype("float32"), nodata=None
    ),
    "negative codes": lambda folder: _plain(folder, -CELLS.astype("int16")),
    "giant codes": lambda folder: _plain(folder, CELLS.astype("float64") * 1e300),
    "unknown codes": lambda folder: _plain(folder, CELLS + np.uint8(100)),
    "blank cells without nodata": lambda folder: _plain(folder, nodata=None),
    "scale and offset": _scaled,
    "complex numbers": _complex,
    "vrt of nothing": lambda folder: _vrt(folder, str(folder / "none.tif")),
    "vrt of itself": lambda folder: _vrt(folder, str(folder / "a.vrt")),
    "vrt from afar": lambda folder: _vrt(folder, "/vsicurl/http://localhost:9/a.tif"),
    "vrt of a device": lambda folder: _vrt(folder, "/dev/null"),
    "cut vrt": lambda folder: _text(folder, "a.vrt", Path(_vrt(folder, "x")).read_bytes()[:120]),
}
