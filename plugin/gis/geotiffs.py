# SPDX-License-Identifier: GPL-2.0-or-later
"""GeoTIFFs out: tiled, compressed, with bands that name what they hold and its unit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from osgeo import gdal

from ..domain.errors import InputError, OutputError
from ..domain.rasters import Grid
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
_TIFFS = (".tif", ".tiff")


def require_tiffs(run: Run, outputs: Iterable[str]) -> None:
    """Refuse outputs that are no GeoTIFFs (``InputError``), before anything is read."""
    for name in outputs:
        if run.given(name) and Path(run.file(name)).suffix.lower() not in _TIFFS:
            raise InputError(
                "Output {parameter} is written as a GeoTIFF; let its name end in .tif (it is “{path}”).",
                parameter=name,
                path=Path(run.file(name)).name,
            )


@contextmanager
def new_tiff(
    path: Path, grid: Grid, wkt: str, kind: int, units: Mapping[str, str], nodata: float
) -> Iterator[gdal.Dataset]:
    """A GeoTIFF at ``path`` to be filled: cells of a GDAL ``kind``, a band for each of the ``units`` by name.

    Raises ``OutputError`` where the disk refuses.
    """
    gdal.UseExceptions()
    try:
        made = gdal.GetDriverByName("GTiff").Create(
            str(path), grid.width, grid.height, len(units), kind, list(OPTIONS)
        )
        made.SetGeoTransform((grid.x0, grid.dx, 0.0, grid.y0, 0.0, grid.dy))
        made.SetProjection(wkt)
        for number, (name, unit) in enumerate(units.items(), 1):
            band = made.GetRasterBand(number)
            band.SetNoDataValue(nodata)
            band.SetDescription(name)
            band.SetUnitType(unit)
        yield made
        made.FlushCache()
    except RuntimeError as error:
        raise OutputError(
            "“{path}” cannot be written: {reason}. Check the disk and the rights.",
            path=path.name,
            reason=error,
        ) from error
