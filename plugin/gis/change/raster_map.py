# SPDX-License-Identifier: GPL-2.0-or-later
"""The raster of the change of carbon density."""

from __future__ import annotations

import numpy as np

from ...domain.rasters import ReadSlots
from ..density_rasters import DensityWriter
from ..raster_layers import RasterLayer
from ..run import Run
from .raster_dates import MAP

CHANGE = "change_tc_ha"


def write_change_raster(run: Run, raster: RasterLayer, read: ReadSlots, changes: np.ndarray) -> None:
    """Write OUTPUT_MAP_RASTER: ``changes`` has a figure for each slot that ``read`` hands out."""
    writer = DensityWriter(
        raster.grid,
        raster.crs,
        read,
        changes.reshape(1, -1),
        [CHANGE],
        raster.rows_per_block,
        run.progress(92, 98),
    )
    run.write_files({MAP: writer}, (98.0, 99.0))
