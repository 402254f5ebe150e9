# SPDX-License-Identifier: GPL-2.0-or-later
"""Small rasters made by hand, and the bands of a file as arrays."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from osgeo import gdal, osr

gdal.UseExceptions()
X, Y = 500_000.0, 3_300_000.0
_KINDS = {
    "uint8": gdal.GDT_Byte,
    "int16": gdal.GDT_Int16,
    "int32": gdal.GDT_Int32,
    "float32": gdal.GDT_Float32,
    "float64": gdal.GDT_Float64,
}


def write_raster(
    path: Path,
    cells: np.ndarray,
    *,
    nodata: float | None = 0,
    epsg: int | None = 4547,
    transform: tuple[float, ...] = (X, 10.0, 0.0, Y, 0.0, -20.0),
) -> str:
    """A GeoTIFF of the given cells: by default 10 m wide and 20 m high, 0.02 ha each, below (X, Y)."""
    made = gdal.GetDriverByName("GTiff").Create(
        str(path), cells.shape[1], cells.shape[0], 1, _KINDS[str(cells.dtype)]
    )
    made.SetGeoTransform(transform)
    if epsg:
        system = osr.SpatialReference()
        system.ImportFromEPSG(epsg)
        made.SetProjection(system.ExportToWkt())
    band = made.GetRasterBand(1)
    if nodata is not None:
        band.SetNoDataValue(nodata)
    band.WriteArray(cells)
    return str(path)


def read_bands(path: str) -> list[tuple[np.ndarray, float, str, str]]:
    """Cells, nodata, unit and description of every band."""
    dataset = gdal.Open(path)
    bands = [dataset.GetRasterBand(number) for number in range(1, dataset.RasterCount + 1)]
    return [
        (band.ReadAsArray(), band.GetNoDataValue(), band.GetUnitType(), band.GetDescription())
        for band in bands
    ]
