# SPDX-License-Identifier: GPL-2.0-or-later
"""CORINE of Vaud 2006 and 2012: the raster baseline of 2006 and drawn changes give that of 2012."""

from __future__ import annotations

import numpy as np
import pytest
from layers_by_hand import SHARED, rows_of
from osgeo import gdal, ogr, osr
from qgis.core import QgsVectorLayer

VAUD = SHARED / "vaud_clc_2006_2012"
NODATA = 255


def changes_of(before, after, path):
    """Polygons of all cells whose class differs, with both grid codes; nodata is no class."""
    source = gdal.Open(str(before))
    codes = [gdal.Open(str(file)).ReadAsArray().astype(np.int32) for file in (before, after)]
    pair = np.where(codes[0] == codes[1], 0, codes[0] * 1000 + codes[1])
    memory = gdal.GetDriverByName("MEM").Create("", source.RasterXSize, source.RasterYSize, 1, gdal.GDT_Int32)
    memory.SetGeoTransform(source.GetGeoTransform())
    band = memory.GetRasterBand(1)
    band.WriteArray(pair)
    place = osr.SpatialReference()
    place.ImportFromEPSG(2056)
    data = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    layer = data.CreateLayer("changes", place, ogr.wkbPolygon)
    for name, kind in (("pair", ogr.OFTInteger), *((n, ogr.OFTString) for n in ("VOR", "NACH", "ART"))):
        layer.CreateField(ogr.FieldDefn(name, kind))
    gdal.Polygonize(band, band, layer, 0)
    for feature in layer:
        was, becomes = divmod(feature["pair"], 1000)
        feature["VOR"] = None if was == NODATA else str(was)
        feature["NACH"] = None if becomes == NODATA else str(becomes)
        feature["ART"] = {was: "3", becomes: "4"}.get(NODATA, "0")
        layer.SetFeature(feature)
    layer = data = None
    return str(path)


def test_raster_baseline_and_drawn_changes_are_the_raster_of_the_later_date(run, tmp_path):
    if not VAUD.is_dir():
        pytest.skip("real data vaud_clc_2006_2012 is not beside the repository")
    files = [VAUD / f"clc_{year}_100m.tif" for year in (2006, 2012)]
    units = QgsVectorLayer(f"{VAUD}/lausanne_municipality.gpkg|layername=municipality", "units", "ogr")
    settings = {
        "UNITS": units,
        "UNIT_FIELD": "GMDNAME",
        "CLASSIFICATION": "corine_clc",
        "AREA_RULE": "planar",
    }
    outputs = {"OUTPUT": "memory:", "OUTPUT_TABLE": "memory:"}
    tables = [
        run("sinkbaseline", INPUT=str(file), EDGE="exact", YEAR=year, **settings, **outputs)["OUTPUT_TABLE"]
        for file, year in zip(files, (2024, 2025))
    ]
    updated = run(
        "updatebaseline",
        BASELINE=tables[0],
        INCREMENTS=changes_of(*files, tmp_path / "changes.gpkg"),
        YEAR=2025,
        BEFORE_FIELD="VOR",
        AFTER_FIELD="NACH",
        BOUNDARY_FIELD="ART",
        **settings,
        **outputs,
    )
    found, expected = (
        {row["carbon_class"]: row for row in rows_of(table)} for table in (updated["OUTPUT_TABLE"], tables[1])
    )
    assert found.keys() == expected.keys()
    assert len(found) > 5
    for name, row in expected.items():
        for figure in ("area_ha", "stock_tc", "removal_tco2e_a"):
            assert found[name][figure] == pytest.approx(row[figure], rel=1e-6), (name, figure)
    assert updated["CHANGED_HA"] > 50.0
