# SPDX-License-Identifier: GPL-2.0-or-later
"""Stock change of real land cover: CORINE 2006 and 2012 of Vaud, turned into polygons, against its cells."""

from __future__ import annotations

import numpy as np
import pytest
from change_runs import change, transitions_of
from layers_by_hand import SHARED, rows_of
from osgeo import gdal, ogr

VAUD = SHARED / "vaud_clc_2006_2012"
pytestmark = pytest.mark.skipif(not VAUD.exists(), reason="the shared data folder is not here")

#: Rows and columns of a window with towns, fields, woods and a lake shore.
WINDOW = (slice(100, 220), slice(160, 320))
NODATA = 999


def corine():
    """Grid code → CLC code, and CLC code → carbon class, of the shipped list."""
    from dualcarbon.plugin.domain.classes import load_classification

    codes = load_classification("corine_clc").codes
    codes = codes[codes["grid_code"] != ""]
    numbers = codes["grid_code"].astype(int)
    return dict(zip(numbers, codes.index.astype(int))), dict(
        zip(codes.index.astype(int), codes["carbon_class"])
    )


def cells(year):
    """The CLC codes of the window, cells of exactly one hectare."""
    opened = gdal.Open(str(VAUD / f"clc_{year}_100m.tif"))
    names, _ = corine()
    found = np.vectorize(lambda number: names.get(number, NODATA))(opened.ReadAsArray()[WINDOW])
    frame = list(opened.GetGeoTransform())
    frame[0] += 100.0 * WINDOW[1].start
    frame[3] -= 100.0 * WINDOW[0].start
    return found, frame, opened.GetProjection()


def as_polygons(folder, year):
    """The window as polygons with their code, as ``gdal:polygonize`` makes them."""
    codes, frame, crs = cells(year)
    raster = gdal.GetDriverByName("MEM").Create("", codes.shape[1], codes.shape[0], 1, gdal.GDT_Int16)
    raster.SetGeoTransform(frame)
    raster.SetProjection(crs)
    band = raster.GetRasterBand(1)
    band.WriteArray(codes)
    band.SetNoDataValue(NODATA)
    path = folder / f"clc_{year}.gpkg"
    made = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    layer = made.CreateLayer(f"clc_{year}", raster.GetSpatialRef(), ogr.wkbPolygon)
    layer.CreateField(ogr.FieldDefn("DN", ogr.OFTInteger))
    gdal.Polygonize(band, band.GetMaskBand(), layer, 0)
    layer = made = None
    return str(path)


def test_polygons_give_the_transitions_that_their_cells_have(run, tmp_path):
    """Every pair of codes is counted cell by cell; the classes are those of the shipped CORINE list."""
    layers = [as_polygons(tmp_path, year) for year in (2006, 2012)]
    how = {"BEFORE_FIELD": "DN", "AFTER_FIELD": "DN", "CLASSIFICATION": "corine_clc", "YEAR_BEFORE": 2006}
    result = change(run, tmp_path, *layers, **how, YEAR_AFTER=2012)
    _, class_of = corine()
    expected = {}
    for one, other in zip(*(np.ravel(cells(year)[0]).tolist() for year in (2006, 2012))):
        key = ("*", class_of.get(one), class_of.get(other))
        if key[1:] != (None, None):
            expected[key] = expected.get(key, 0.0) + 1.0
    assert transitions_of(result) == pytest.approx(expected, rel=1e-9)
    changed = sum(area for key, area in expected.items() if key[1] != key[2] and None not in key)
    assert changed > 100
    assert result["CHANGED_HA"] == pytest.approx(changed, rel=1e-9)
    assert sum(row["area_ha"] for row in rows_of(result["OUTPUT_MAP"])) == pytest.approx(changed, rel=1e-9)
