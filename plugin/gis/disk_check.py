# SPDX-License-Identifier: GPL-2.0-or-later
"""Asked before a raster is read: whether the rasters made of it have room on the disk."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

from ..domain.errors import OutputError
from ..domain.memory_need import GB
from .run import Run

#: Bytes of a cell, and what compression leaves of them at the least. Measured for ten classes in square
#: patches: 0.013 (of 50 × 50 cells), 0.03 (20 × 20), 0.13 (3 × 3).
CELL_BYTES, LEAST_SHARE = 4, 0.02


def require_disk(run: Run, inputs: Iterable[str], bands: Mapping[str, int]) -> None:
    """Refuse raster outputs of these numbers of bands that have no room in their folders (``OutputError``).

    They lie on the grid of the ``inputs`` that are rasters.
    """
    rasters = [name for name in inputs if run.given(name) and run.is_raster(name)]
    sizes = [run.algorithm.parameterAsRasterLayer(run.parameters, name, run.context) for name in rasters]
    cells = max((float(layer.width()) * layer.height() for layer in sizes), default=0.0)
    for name, count in bands.items():
        folder = Path(run.file(name)).parent
        if not run.given(name) or not folder.is_dir():
            continue
        need, free = cells * count * CELL_BYTES * LEAST_SHARE, shutil.disk_usage(folder).free
        if need > free:
            raise OutputError(
                "Output {parameter} has {cells:.3g} cells and needs {need_gb:.1f} GB of disk at the least; "
                "“{folder}” has {free_gb:.1f} GB. Check whether the raster is as large as it should be, clip "
                "it to your area, or choose another disk.",
                parameter=name,
                cells=cells * count,
                need_gb=need / GB,
                free_gb=free / GB,
                folder=folder,
            )
