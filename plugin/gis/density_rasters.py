# SPDX-License-Identifier: GPL-2.0-or-later
"""Density rasters out: GeoTIFFs of t C/ha on the grid of the land use."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from osgeo import gdal
from qgis.core import QgsCoordinateReferenceSystem

from ..domain.progress import Progress
from ..domain.rasters import DENSITIES, DENSITY_NODATA, CodeBook, Grid, ReadSlots, read_ahead
from .crs import wkt_of
from .geotiffs import TILE, new_tiff
from .raster_layers import RasterLayer
from .run import Run

#: Outputs of attachfactorsraster: their bands, as rows of the table of densities.
BANDS = {"OUTPUT": DENSITIES[:1], "OUTPUT_POOLS": DENSITIES[1:]}


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
        units = dict.fromkeys(self.bands, "t C/ha")
        wkt, width = wkt_of(self.crs), self.grid.width
        with new_tiff(path, self.grid, wkt, gdal.GDT_Float32, units, DENSITY_NODATA) as made:
            # Whole tiles, so that none is written twice.
            rows = max(TILE, self.rows_per_block // TILE * TILE)
            for start, stop, slots in read_ahead(self.read, self.grid.height, rows, self.progress):
                for number, densities in enumerate(self.densities, 1):
                    cells = densities.take(slots).reshape(stop - start, width)
                    made.GetRasterBand(number).WriteArray(cells, 0, start)
                # Now, so that no more than these rows wait in memory.
                made.FlushCache()


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
