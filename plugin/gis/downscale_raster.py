# SPDX-License-Identifier: GPL-2.0-or-later
"""Downscaled emissions as a GeoTIFF: t CO2e and t CO2 in every cell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from osgeo import gdal

from ..domain.downscale import Cells, cells_of_parcels, grid_of_parcels
from ..domain.errors import InputError
from ..domain.progress import Progress, part
from .geotiffs import new_tiff, require_tiffs
from .layers import PolygonLayer
from .run import Run

OUTPUT = "OUTPUT_RASTER"


@dataclass(frozen=True)
class CellWriter:
    """Writes tonnes of parcels in the cells of a grid, one band for each column."""

    cells: Cells
    columns: Mapping[str, np.ndarray]
    units: Mapping[str, str]
    progress: Progress

    def __call__(self, path: Path) -> None:
        """Write the GeoTIFF at ``path``. Raises ``OutputError`` where the disk refuses."""
        count, units = len(self.columns), {name: self.units[name] for name in self.columns}
        grid, nothing = self.cells.grid, float("nan")
        with new_tiff(path, grid, grid.crs_wkt, gdal.GDT_Float64, units, nothing) as made:
            for number, tonnes in enumerate(self.columns.values(), 1):
                adding = part(self.progress, (number - 1) / count, number / count)
                made.GetRasterBand(number).WriteArray(self.cells.hold(tonnes, adding))


def require_cell_size(run: Run) -> None:
    """Refuse a raster without a size of its cells, or that is no GeoTIFF (``InputError``)."""
    require_tiffs(run, (OUTPUT,))
    if run.given(OUTPUT) and not run.given("CELL_SIZE_M"):
        raise InputError("{output} needs the size of its cells. Set CELL_SIZE_M (m).", output=OUTPUT)


def write_cells(
    run: Run, layer: PolygonLayer, columns: Mapping[str, np.ndarray], units: Mapping[str, str]
) -> None:
    """Write columns of the parcels (tonnes) as bands of OUTPUT_RASTER, where it was asked for.

    Cells are squares of CELL_SIZE_M in the plane of the layer (its CRS where that is in metres). Parcels
    without a geometry that hold tonnes are listed: no cell has them.
    """
    if not run.given(OUTPUT):
        return
    grid = grid_of_parcels(layer.geometry, layer.plane.plane_wkt, run.number("CELL_SIZE_M"))
    cells = cells_of_parcels(layer.geometry, grid, run.progress(97, 98))
    total = next(iter(columns.values()))
    nowhere = np.setdiff1d(np.flatnonzero(total > 0.0), cells.parcel)
    if len(nowhere):
        run.notes.add(
            "emission_without_cell",
            "Parcels without a geometry: {count}, with {amount:.10g} t CO2e, which no cell of the raster "
            "has.",
            count=len(nowhere),
            ids=layer.ids[nowhere],
            amount=float(total[nowhere].sum()),
        )
    run.write_files({OUTPUT: CellWriter(cells, columns, units, run.progress(98, 99))}, (98.0, 99.0))
