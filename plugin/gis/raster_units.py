# SPDX-License-Identifier: GPL-2.0-or-later
"""Statistical units that are a raster: its values as polygons along the cells."""

from __future__ import annotations

import tempfile
from pathlib import Path

import numpy as np
import shapely
from osgeo import gdal, ogr
from qgis.core import QgsCoordinateReferenceSystem, QgsProcessingFeatureSource, QgsVectorLayer

from ..domain.areas import WorkPlane
from ..domain.errors import InputError
from ..domain.progress import Progress
from ..domain.rasters import CodeBook
from ..domain.statistical_units import Units
from .layers import PolygonLayer, read_polygons
from .raster_layers import BlockDigest, RasterLayer, open_raster
from .run import Run

#: More units than this have no room in two bytes; so many are no units but a measurement.
MAX_UNITS = 65_535
_SLOT = "slot"
_OPTIONS = ("COMPRESS=DEFLATE", "ZLEVEL=1", "NUM_THREADS=ALL_CPUS")


def read_raster_units(
    run: Run, name: str, band_parameter: str, crs: QgsCoordinateReferenceSystem, plane: WorkPlane
) -> Units:
    """The values of a raster as units in a CRS and plane, named by the value, in the order of the values.

    Each unit is the ground of its cells, so that it can be cut by any land use. Raises ``ClassError``
    for values that are not whole numbers and ``InputError`` where no cell has a value.
    """
    raster = open_raster(run, name, band_parameter)
    book, digest = CodeBook(raster.name, raster.nodata, raster.more_nodata, MAX_UNITS), BlockDigest(raster)
    with tempfile.TemporaryDirectory() as folder:
        slots, polygons = Path(folder) / "slots.tif", Path(folder) / "units.gpkg"
        try:
            _write_slots(raster, book, digest, slots, run.progress(28, 30))
            if book.codes:
                _trace(slots, polygons, run.progress(30, 33))
        except RuntimeError as error:
            raise InputError(
                "The units of raster “{layer}” cannot be traced: {reason}. Check the raster and the disk.",
                layer=raster.name,
                reason=error,
            ) from error
        if not book.codes:
            raise InputError(
                "Raster “{layer}” has no cell with a value in {band}, so it holds no unit. Choose another "
                "band or another raster.",
                layer=raster.name,
                band=raster.band_name,
            )
        layer = _read(run, raster, polygons, crs, plane)
    run.record(unit_cells_sha256=digest.hexdigest())
    run.tell()
    return _gathered(layer, book)


def _write_slots(
    raster: RasterLayer, book: CodeBook, digest: BlockDigest, path: Path, progress: Progress
) -> None:
    """A copy of the raster that holds the number of each value, 0 where there is none."""
    grid = raster.grid
    made = gdal.GetDriverByName("GTiff").Create(
        str(path), grid.width, grid.height, 1, gdal.GDT_UInt16, list(_OPTIONS)
    )
    made.SetGeoTransform((grid.x0, grid.dx, 0.0, grid.y0, 0.0, grid.dy))
    band = made.GetRasterBand(1)
    for start in range(0, grid.height, raster.rows_per_block):
        progress(start / grid.height)
        stop = min(start + raster.rows_per_block, grid.height)
        slots = book.read(digest.rows(start, stop)).reshape(stop - start, grid.width)
        band.WriteArray(slots.astype(np.uint16), 0, start)
    made.FlushCache()


def _trace(slots: Path, polygons: Path, progress: Progress) -> None:
    """Polygons along the cells of each number."""
    source = gdal.OpenEx(str(slots), gdal.OF_RASTER)
    band = source.GetRasterBand(1)
    made = ogr.GetDriverByName("GPKG").CreateDataSource(str(polygons))
    layer = made.CreateLayer("units", None, ogr.wkbPolygon)
    layer.CreateField(ogr.FieldDefn(_SLOT, ogr.OFTInteger))
    stopped: list[BaseException] = []

    def watch(share: float, _message: str, _data: object) -> int:
        # An error must not cross GDAL: it is kept, and raised when GDAL has come back.
        try:
            progress(share)
        except BaseException as error:
            stopped.append(error)
        return 0 if stopped else 1

    layer.StartTransaction()
    try:
        # The numbers are their own mask: 0 is no unit.
        gdal.Polygonize(band, band, layer, 0, callback=watch)
    except RuntimeError as error:
        if stopped:
            raise stopped[0] from error
        raise
    if stopped:
        raise stopped[0]
    layer.CommitTransaction()
    del layer, made


def _read(
    run: Run, raster: RasterLayer, polygons: Path, crs: QgsCoordinateReferenceSystem, plane: WorkPlane
) -> PolygonLayer:
    layer = QgsVectorLayer(str(polygons), raster.name, "ogr")
    layer.setCrs(raster.crs)
    source = QgsProcessingFeatureSource(layer, run.context)
    return read_polygons(
        source,
        name=raster.name,
        described=raster.source,
        columns=[_SLOT],
        crs=crs,
        plane=plane,
        transform=run.context.transformContext(),
        notes=run.notes,
        progress=run.progress(33, 35),
    )


def _gathered(layer: PolygonLayer, book: CodeBook) -> Units:
    """One unit for each value, of all its polygons, which touch in corners only."""
    drawn = np.flatnonzero(~shapely.is_missing(layer.geometry))
    parts, own = shapely.get_parts(layer.geometry[drawn], return_index=True)
    values = np.array(book.codes)[layer.columns[_SLOT][drawn[own]].astype(np.intp) - 1]
    order = np.argsort(values, kind="stable")
    codes, unit = np.unique(values[order], return_inverse=True)
    shapes = np.asarray(shapely.multipolygons(parts[order], indices=unit), dtype=object)
    return Units(np.array([str(code) for code in codes], dtype=object), shapes)
