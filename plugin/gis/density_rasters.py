# SPDX-License-Identifier: GPL-2.0-or-later
"""Density rasters out: tiled and compressed GeoTIFFs of t C/ha on the grid of the land use."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from osgeo import gdal

from ..domain.errors import InputError, OutputError
from ..domain.progress import Progress
from ..domain.rasters import DENSITIES, DENSITY_NODATA, CodeBook
from .crs import wkt_of
from .raster_layers import RasterLayer
from .run import Run

OPTIONS = (
    "TILED=YES",
    "COMPRESS=DEFLATE",
    "PREDICTOR=3",
    "ZLEVEL=1",
    "NUM_THREADS=ALL_CPUS",
    "BIGTIFF=IF_SAFER",
)
#: Outputs of the algorithm: their bands, as rows of the table of densities.
BANDS = {"OUTPUT": DENSITIES[:1], "OUTPUT_POOLS": DENSITIES[1:]}
_TIFFS = (".tif", ".tiff")


@dataclass(frozen=True)
class DensityWriter:
    """Writes one output: bands of the densities (rows ``DENSITIES`` × slots) of a land-use raster."""

    land: RasterLayer
    book: CodeBook
    densities: np.ndarray
    bands: Sequence[str]
    progress: Progress

    def __call__(self, path: Path) -> None:
        """Write the GeoTIFF at ``path``. Raises ``OutputError`` where the disk refuses."""
        try:
            self._write(path)
        except RuntimeError as error:
            raise OutputError(
                "“{path}” cannot be written: {reason}. Check the disk and the rights.",
                path=path.name,
                reason=error,
            ) from error

    def _write(self, path: Path) -> None:
        grid, rows = self.land.grid, [DENSITIES.index(name) for name in self.bands]
        made = gdal.GetDriverByName("GTiff").Create(
            str(path), grid.width, grid.height, len(rows), gdal.GDT_Float32, list(OPTIONS)
        )
        made.SetGeoTransform((grid.x0, grid.dx, 0.0, grid.y0, 0.0, grid.dy))
        made.SetProjection(wkt_of(self.land.crs))
        for number, name in enumerate(self.bands, 1):
            band = made.GetRasterBand(number)
            band.SetNoDataValue(DENSITY_NODATA)
            band.SetDescription(name)
            band.SetUnitType("t C/ha")
        table = self.densities[rows]
        for start in range(0, grid.height, self.land.rows_per_block):
            self.progress(start / grid.height)
            stop = min(start + self.land.rows_per_block, grid.height)
            slots = self.book.read(self.land.rows(start, stop)).reshape(stop - start, grid.width)
            for number, densities in enumerate(table, 1):
                made.GetRasterBand(number).WriteArray(densities[slots], 0, start)
        made.FlushCache()


def require_tiffs(run: Run) -> None:
    """Refuse outputs that are no GeoTIFFs (``InputError``), before the raster is read."""
    for name in BANDS:
        if run.given(name) and Path(run.file(name)).suffix.lower() not in _TIFFS:
            raise InputError(
                "Output {parameter} is written as a GeoTIFF; let its name end in .tif (it is “{path}”).",
                parameter=name,
                path=Path(run.file(name)).name,
            )


def write_densities(run: Run, land: RasterLayer, book: CodeBook, densities: np.ndarray) -> None:
    """Write the density rasters that were asked for, all or none."""
    asked = [name for name in BANDS if run.given(name)]
    share = 50.0 / max(len(asked), 1)
    writers = {
        name: DensityWriter(
            land, book, densities, BANDS[name], run.progress(48 + share * n, 48 + share * (n + 1))
        )
        for n, name in enumerate(asked)
    }
    run.write_files(writers, (98.0, 99.0))
