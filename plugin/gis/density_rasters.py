# SPDX-License-Identifier: GPL-2.0-or-later
"""Density rasters out: tiled and compressed GeoTIFFs of t C/ha on the grid of the land use."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from osgeo import gdal
from qgis.core import QgsCoordinateReferenceSystem

from ..domain.errors import InputError, OutputError
from ..domain.progress import Progress
from ..domain.rasters import DENSITIES, DENSITY_NODATA, CodeBook, Grid, ReadSlots, read_ahead
from .crs import wkt_of
from .raster_layers import RasterLayer
from .run import Run

#: Rows and columns of a tile.
TILE = 256
#: No predictor: the few figures of the classes repeat as they are (tried: twice as fast, half the size).
OPTIONS = (
    "TILED=YES",
    f"BLOCKXSIZE={TILE}",
    f"BLOCKYSIZE={TILE}",
    "COMPRESS=DEFLATE",
    "ZLEVEL=1",
    "NUM_THREADS=ALL_CPUS",
    "BIGTIFF=IF_SAFER",
)
#: Outputs of attachfactorsraster: their bands, as rows of the table of densities.
BANDS = {"OUTPUT": DENSITIES[:1], "OUTPUT_POOLS": DENSITIES[1:]}
_TIFFS = (".tif", ".tiff")


@dataclass(frozen=True)
class DensityWriter:
    """Writes one output: a figure in t C/ha for every cell and band, looked up by the slot of the cell.

    ``read`` hands out the slots, ``densities`` has one row for each of the ``bands`` and one
    column for each slot.
    """

    grid: Grid
    crs: QgsCoordinateReferenceSystem
    read: ReadSlots
    densities: np.ndarray
    bands: Sequence[str]
    rows_per_block: int
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
        grid = self.grid
        made = gdal.GetDriverByName("GTiff").Create(
            str(path), grid.width, grid.height, len(self.bands), gdal.GDT_Float32, list(OPTIONS)
        )
        made.SetGeoTransform((grid.x0, grid.dx, 0.0, grid.y0, 0.0, grid.dy))
        made.SetProjection(wkt_of(self.crs))
        for number, name in enumerate(self.bands, 1):
            band = made.GetRasterBand(number)
            band.SetNoDataValue(DENSITY_NODATA)
            band.SetDescription(name)
            band.SetUnitType("t C/ha")
        # Whole tiles, so that none is written twice.
        rows = max(TILE, self.rows_per_block // TILE * TILE)
        for start, stop, slots in read_ahead(self.read, grid.height, rows, self.progress):
            for number, densities in enumerate(self.densities, 1):
                cells = densities.take(slots).reshape(stop - start, grid.width)
                made.GetRasterBand(number).WriteArray(cells, 0, start)
            # Now, so that no more than these rows wait in memory.
            made.FlushCache()


def require_tiffs(run: Run, outputs: Iterable[str] = BANDS) -> None:
    """Refuse outputs that are no GeoTIFFs (``InputError``), before the raster is read."""
    for name in outputs:
        if run.given(name) and Path(run.file(name)).suffix.lower() not in _TIFFS:
            raise InputError(
                "Output {parameter} is written as a GeoTIFF; let its name end in .tif (it is “{path}”).",
                parameter=name,
                path=Path(run.file(name)).name,
            )


def write_densities(run: Run, land: RasterLayer, book: CodeBook, densities: np.ndarray) -> None:
    """Write the density rasters of one date that were asked for, all or none.

    ``densities`` has the rows ``DENSITIES`` and one column for each slot of ``book``.
    """
    asked = [name for name in BANDS if run.given(name)]
    share = 50.0 / max(len(asked), 1)
    writers = {
        name: DensityWriter(
            land.grid,
            land.crs,
            book.reader(land.rows),
            densities[[DENSITIES.index(band) for band in BANDS[name]]],
            BANDS[name],
            land.rows_per_block,
            run.progress(48 + share * n, 48 + share * (n + 1)),
        )
        for n, name in enumerate(asked)
    }
    run.write_files(writers, (98.0, 99.0))
