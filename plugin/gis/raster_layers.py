# SPDX-License-Identifier: GPL-2.0-or-later
"""Classified rasters in: one band of a GDAL raster, read in blocks of rows."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

import numpy as np
from osgeo import gdal
from qgis.core import QgsCoordinateReferenceSystem, QgsRasterLayer

from ..domain.errors import InputError
from ..domain.rasters import CodeBook, Grid, grid_of
from .area_of_use import note_far_from_area
from .crs import label_of, require_crs, wkt_of
from .raster_blocks import rows_at_once
from .run import Run
from .sources import without_credentials


@dataclass(frozen=True)
class RasterLayer:
    """One band of a raster on its grid, opened for reading by ``rows``.

    ``is_aligned`` tells that ``dataset`` brings the raster onto another grid: its first band holds the
    values, its second what of the grid the raster covers, both from north to south. ``is_masked`` tells
    that a mask or an alpha band of the file says which cells have a value.
    """

    name: str
    source: str
    crs: QgsCoordinateReferenceSystem
    grid: Grid
    band_number: int
    nodata: float | None
    more_nodata: tuple[tuple[float, float], ...]
    rows_per_block: int
    dataset: gdal.Dataset
    is_aligned: bool = False
    is_masked: bool = False

    @property
    def band_name(self) -> str:
        """How errors call the band."""
        return f"band {self.band_number}"

    def rows(self, start: int, stop: int) -> np.ndarray:
        """The cells of rows start … stop − 1, masked where the raster has none.

        Raises ``InputError`` where the file cannot be read.
        """
        try:
            if not self.is_aligned:
                return self._read_as_declared(start, stop)
            if self.grid.dy > 0.0:
                start, stop = self.grid.height - stop, self.grid.height - start
            cells, covered = (self._read(band, start, stop) for band in (1, 2))
            step = -1 if self.grid.dy > 0.0 else 1
            return np.ma.MaskedArray(cells[::step], covered[::step] == 0)
        except RuntimeError as error:
            raise InputError(
                "Raster “{layer}” cannot be read at rows {start} to {stop}: {reason}. The file may be cut "
                "off; copy it again.",
                layer=self.name,
                start=start,
                stop=stop,
                reason=error,
            ) from error

    def _read_as_declared(self, start: int, stop: int) -> np.ndarray:
        cells = self._read(self.band_number, start, stop)
        if not self.is_masked:
            return cells
        mask = self.dataset.GetRasterBand(self.band_number).GetMaskBand()
        return np.ma.MaskedArray(cells, _cells_of(mask, self.grid.width, start, stop) == 0)

    def _read(self, band: int, start: int, stop: int) -> np.ndarray:
        return _cells_of(self.dataset.GetRasterBand(band), self.grid.width, start, stop)

    def code_book(self) -> CodeBook:
        """A fresh book for the values of the band."""
        return CodeBook(self.name, self.nodata, self.more_nodata)


def open_raster(run: Run, name: str, band_parameter: str = "BAND") -> RasterLayer:
    """Open the raster of a parameter and record it in the manifest.

    Raises ``InputError`` for a raster that GDAL cannot open, without a CRS, rotated, without the
    band, or where the numbers in the file are not the values of the band.
    """
    layer = run.algorithm.parameterAsRasterLayer(run.parameters, name, run.context)
    if not isinstance(layer, QgsRasterLayer) or layer.providerType() != "gdal":
        raise InputError(
            "Parameter {parameter} is not a raster file that can be read. Save the raster as a GeoTIFF.",
            parameter=name,
        )
    gdal.UseExceptions()
    dataset = _open(layer)
    number = run.algorithm.parameterAsInt(run.parameters, band_parameter, run.context)
    if not 1 <= number <= dataset.RasterCount:
        raise InputError(
            "Raster “{layer}” has no band {band}; it has {count}. Choose one of them.",
            layer=layer.name(),
            band=number,
            count=dataset.RasterCount,
        )
    crs = require_crs(layer.crs(), layer.name())
    band = dataset.GetRasterBand(number)
    _refuse_other_values(band, layer.name(), number)
    opened = RasterLayer(
        name=layer.name(),
        source=without_credentials(layer.source()),
        crs=crs,
        grid=grid_of(
            dataset.RasterXSize, dataset.RasterYSize, dataset.GetGeoTransform(), wkt_of(crs), layer.name()
        ),
        band_number=number,
        nodata=_nodata_of(layer, band, number),
        more_nodata=_more_nodata_of(layer, number),
        rows_per_block=rows_at_once(dataset.RasterXSize, band.GetBlockSize()[1]),
        dataset=dataset,
        is_masked=bool(band.GetMaskFlags() & gdal.GMF_PER_DATASET),
    )
    note_far_from_area(opened.name, opened.grid.bounds, crs, crs, run.notes)
    _record(run, name, opened)
    return opened


def _open(layer: QgsRasterLayer) -> gdal.Dataset:
    try:
        return gdal.OpenEx(layer.source(), gdal.OF_RASTER)
    except RuntimeError as error:
        raise InputError(
            "Raster “{layer}” cannot be opened: {reason}. Check the file.", layer=layer.name(), reason=error
        ) from error


def _refuse_other_values(band: gdal.Band, layer: str, number: int) -> None:
    """Refuse a band whose values are not the numbers in the file, or no plain numbers at all."""
    if gdal.DataTypeIsComplex(band.DataType):
        raise InputError(
            "Band {band} of raster “{layer}” holds complex numbers ({kind}). Choose another band or another "
            "raster.",
            band=number,
            layer=layer,
            kind=gdal.GetDataTypeName(band.DataType),
        )
    scale, offset = band.GetScale(), band.GetOffset()
    if scale not in (None, 1.0) or offset not in (None, 0.0):
        raise InputError(
            "Band {band} of raster “{layer}” declares the scale {scale} and the offset {offset}: its values "
            "are not the numbers in the file. Write them out (gdal_translate -unscale), or remove both if "
            "the numbers themselves are meant, and run again.",
            band=number,
            layer=layer,
            scale=1.0 if scale is None else scale,
            offset=0.0 if offset is None else offset,
        )


def _cells_of(band: gdal.Band, width: int, start: int, stop: int) -> np.ndarray:
    cells = np.asarray(band.ReadAsArray(0, start, width, stop - start))
    # GDAL would keep what was read, up to a share of all memory.
    band.FlushCache()
    return cells


def _nodata_of(layer: QgsRasterLayer, band: gdal.Band, number: int) -> float | None:
    """The nodata value of the file, unless it is switched off in QGIS."""
    value = band.GetNoDataValue()
    on = layer.dataProvider().useSourceNoDataValue(number)
    return float(value) if value is not None and on else None


def _more_nodata_of(layer: QgsRasterLayer, number: int) -> tuple[tuple[float, float], ...]:
    """The ranges that the user of the project declared besides."""
    ranges = layer.dataProvider().userNoDataValues(number)
    return tuple(sorted((float(item.min()), float(item.max())) for item in ranges))


def _record(run: Run, name: str, raster: RasterLayer) -> None:
    grid = raster.grid
    run.manifest.add_input(
        name,
        layer=raster.name,
        source=raster.source,
        crs=label_of(raster.crs),
        band=raster.band_number,
        nodata=raster.nodata,
        more_nodata=raster.more_nodata,
        cells=[grid.width, grid.height],
        grid=[grid.x0, grid.y0, grid.dx, grid.dy],
    )


class BlockDigest:
    """SHA-256 of the cells of a raster, taken while they are read row by row."""

    def __init__(self, raster: RasterLayer) -> None:
        self.raster = raster
        self._digest = hashlib.sha256()

    def rows(self, start: int, stop: int) -> np.ndarray:
        """The cells of rows start … stop − 1, taken into the digest."""
        block = self.raster.rows(start, stop)
        self._digest.update(np.ascontiguousarray(np.ma.filled(block, 0)).data)
        return block

    def hexdigest(self) -> str:
        """The digest of what was read."""
        return self._digest.hexdigest()
