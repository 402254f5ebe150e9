# SPDX-License-Identifier: GPL-2.0-or-later
"""Asked before a raster is read: whether what is made of it has room on the disk."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from ..domain.byte_sizes import size_text
from ..domain.errors import OutputError
from .run import Run

#: Bytes of a cell, and what compression leaves of them at the least. Measured for ten classes in square
#: patches: 0.013 (of 50 × 50 cells), 0.03 (20 × 20), 0.13 (3 × 3).
CELL_BYTES, LEAST_SHARE = 4, 0.02
#: The same of the copy that is made of a raster of units. Measured for 10 to 1 000 units in 6 000 × 6 000
#: and 40 000 × 40 000 cells: 0.004 to 0.016. What their polygons take besides hangs on their borders alone
#: (0.1 to 20 times the copy), which nobody knows before.
UNIT_BYTES, LEAST_UNIT_SHARE = 2, 0.004


def require_disk(run: Run, inputs: Iterable[str], bands: Mapping[str, int]) -> None:
    """Refuse raster outputs of these numbers of bands that have no room in their folders (``OutputError``).

    They lie on the grid of the ``inputs`` that are rasters.
    """
    cells = max((_cells(run, name) for name in inputs), default=0.0)
    for name, count in bands.items():
        folder = Path(run.file(name)).parent
        if not run.given(name) or not folder.is_dir():
            continue
        need, free = cells * count * CELL_BYTES * LEAST_SHARE, shutil.disk_usage(folder).free
        if need > free:
            raise OutputError(
                "Output {parameter} has {cells:.3g} cells and needs {need} of disk at the least; “{folder}” "
                "has {free}. Check whether the raster is as large as it should be, clip it to your area, or "
                "choose another disk.",
                parameter=name,
                cells=cells * count,
                need=size_text(need),
                free=size_text(free),
                folder=folder,
            )


def require_disk_for_units(run: Run) -> None:
    """Refuse a raster of UNITS whose copy has no room among the temporary files (``OutputError``)."""
    cells = _cells(run, "UNITS")
    if not cells:
        return
    folder = tempfile.gettempdir()
    need, free = cells * UNIT_BYTES * LEAST_UNIT_SHARE, shutil.disk_usage(folder).free
    if need > free:
        raise OutputError(
            "The raster of UNITS has {cells:.3g} cells and needs {need} of disk for temporary files at the "
            "least; “{folder}” has {free}. Check whether the raster is as large as it should be, clip it to "
            "your area, or name a folder on another disk in the environment variable TMPDIR.",
            cells=cells,
            need=size_text(need),
            free=size_text(free),
            folder=folder,
        )


def _cells(run: Run, name: str) -> float:
    """Cells of an input; 0 for one that is no raster."""
    if not (run.given(name) and run.is_raster(name)):
        return 0.0
    layer = run.algorithm.parameterAsRasterLayer(run.parameters, name, run.context)
    return float(layer.width()) * layer.height()
