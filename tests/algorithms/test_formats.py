# SPDX-License-Identifier: GPL-2.0-or-later
"""Input as bureaus have it: one case in many formats gives one account, to the last digit."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from formats import forget_encoding, parcels, towns, write
from layers_by_hand import rows_of
from qgis.core import QgsProcessingFeatureSourceDefinition, QgsProject, QgsVectorLayer

NUMBERS = ("TOTAL_AREA_HA", "TOTAL_STOCK_TC", "TOTAL_STOCK_TC_LOW", "TOTAL_REMOVAL_TCO2E_A", "RESIDUAL_HA")


@pytest.fixture
def account(run):
    """Run the baseline; numbers and rows by unit."""

    def call(land, units, **more):
        result = run(
            "sinkbaseline",
            **{
                "INPUT": land,
                "CLASS_FIELD": "DLBM",
                "CLASSIFICATION": "cn_third_survey",
                "UNITS": units,
                "UNIT_FIELD": "XZQMC",
                "OUTPUT": "memory:",
                **more,
            },
        )
        return {name: result[name] for name in NUMBERS}, rows_of(result["OUTPUT"])

    return call


@pytest.fixture
def expected(account):
    """The account from memory layers; its area is checked against the shoelace formula."""
    numbers, rows = account(parcels(), towns(), AREA_RULE="planar")
    outline = [(0, 0), (133.3, 0.7), (301.7, 0), (300, 100), (299, 187), (3, 190), (0, 101.3)]
    pairs = zip(outline, [*outline[1:], outline[0]])
    shoelace = abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs)) / 2
    assert numbers["TOTAL_AREA_HA"] * 1e4 == pytest.approx(shoelace, abs=1e-3)
    assert [row["unit"] for row in rows] == ["城关镇", "龙泉乡"]
    return account(parcels(), towns())


def assert_same_but_for_rounding(found, expected):
    """Equal within 1e-13: a shapefile turns the rings round, and sums run the other way."""
    assert found[0] == pytest.approx(expected[0], rel=1e-13, abs=1e-12)
    for row, wanted in zip(found[1], expected[1]):
        assert row.keys() == wanted.keys()
        for name, value in row.items():
            assert value == (
                pytest.approx(wanted[name], rel=1e-13, abs=1e-12)
                if isinstance(value, float)
                else wanted[name]
            )


def test_geopackage(account, expected, tmp_path):
    file = tmp_path / "数据" / "县 一.gpkg"
    file.parent.mkdir()
    land, units = write(parcels(), file, "GPKG"), write(towns(), file, "GPKG")
    assert account(land, units) == expected


def test_shapefile_in_utf8(account, expected, tmp_path):
    land = write(parcels(), tmp_path / "DLTB.shp", "ESRI Shapefile")
    units = write(towns(), tmp_path / "XZQ.shp", "ESRI Shapefile")
    assert_same_but_for_rounding(account(land, units), expected)


def test_shapefile_in_gbk_that_says_so(account, expected, tmp_path):
    land = write(parcels(), tmp_path / "DLTB.shp", "ESRI Shapefile", "GBK")
    units = write(towns(), tmp_path / "XZQ.shp", "ESRI Shapefile", "GBK")
    assert Path(units).with_suffix(".cpg").exists()
    assert "城关镇".encode("gbk") in Path(units).with_suffix(".dbf").read_bytes()
    assert_same_but_for_rounding(account(land, units), expected)


def test_shapefile_in_gbk_that_says_nothing_under_a_chinese_path(account, expected, tmp_path, log):
    """No .cpg and language id 0: names of units are readable, and the log says what was assumed."""
    folder = tmp_path / "三调 成果"
    folder.mkdir()
    land = write(parcels(), folder / "地类图斑.shp", "ESRI Shapefile", "GBK")
    units = write(towns(), folder / "行政区.shp", "ESRI Shapefile", "GBK")
    for file in (land, units):
        forget_encoding(file)
    assert_same_but_for_rounding(account(land, units), expected)
    assert log.said("does not state its encoding")


def test_undeclared_gbk_in_the_project_is_the_users_choice_and_is_said(account, tmp_path, log):
    units = write(towns(), tmp_path / "XZQ.shp", "ESRI Shapefile", "GBK")
    forget_encoding(units)
    layer = QgsVectorLayer(units, "XZQ", "ogr")
    QgsProject.instance().addMapLayer(layer)
    try:
        numbers, rows = account(parcels(), layer)
        assert log.said("Set its encoding")
        layer.setProviderEncoding("GBK")
        again, rows = account(parcels(), layer)
        assert [row["unit"] for row in rows] == ["城关镇", "龙泉乡"]
        assert numbers == again
    finally:
        QgsProject.instance().removeMapLayer(layer.id())


def test_file_geodatabase(account, expected, tmp_path):
    """The format keeps coordinates on a grid of 0.1 mm: the same account within that."""
    from osgeo import gdal

    driver = gdal.GetDriverByName("OpenFileGDB")
    if driver is None or not driver.GetMetadataItem("DCAP_CREATE"):
        pytest.skip("this GDAL cannot write file geodatabases (OpenFileGDB writes from 3.6 on)")
    file = tmp_path / "县库.gdb"
    land, units = write(parcels(), file, "OpenFileGDB"), write(towns(), file, "OpenFileGDB")
    numbers, rows = account(land, units)
    for name in NUMBERS:
        assert numbers[name] == pytest.approx(expected[0][name], rel=1e-6, abs=1e-6), name
    assert [row["unit"] for row in rows] == ["城关镇", "龙泉乡"]


def test_selected_features_of_a_layer_in_the_project(account, expected):
    land = parcels(extra=True)
    QgsProject.instance().addMapLayer(land)
    land.selectByExpression("DLBM <> '9999'")
    try:
        assert account(QgsProcessingFeatureSourceDefinition(land.id(), True), towns()) == expected
    finally:
        QgsProject.instance().removeMapLayer(land.id())


def test_a_table_of_a_geopackage_with_a_filter(account, expected, tmp_path):
    source = write(parcels(extra=True), tmp_path / "land.gpkg", "GPKG")
    filtered = QgsVectorLayer(source, "DLTB", "ogr")
    assert filtered.setSubsetString("\"DLBM\" <> '9999'")
    assert account(filtered, towns()) == expected
    assert account(f"{source}|subset=\"DLBM\" <> '9999'", towns()) == expected


def test_edits_that_are_not_saved_yet_count(account, expected):
    land = parcels(extra=True)
    land.startEditing()
    land.selectByExpression("DLBM = '9999'")
    land.deleteSelectedFeatures()
    assert account(land, towns()) == expected
    land.rollBack()


def test_points_in_three_dimensions_and_curves_are_read_as_flat_polygons(run):
    from layers_by_hand import make_layer

    flat = "POLYGON((500000 3300000,500100 3300000,500100 3300100,500000 3300100,500000 3300000))"
    high = (
        flat.replace("POLYGON", "POLYGON Z").replace("3300000", "3300000 7").replace("3300100", "3300100 9")
    )
    circle = "CURVEPOLYGON(CIRCULARSTRING(500000 3300000,500100 3300000,500000 3300000))"
    areas = []
    for wkt, kind in ((flat, "Polygon"), (high, "PolygonZ"), (circle, "CurvePolygon")):
        layer = make_layer([(wkt, {"DLBM": "0101"})], kind=kind)
        result = run("attachfactors", INPUT=layer, CLASS_FIELD="DLBM", AREA_RULE="planar", OUTPUT="memory:")
        areas.append(result["TOTAL_AREA_HA"])
    assert areas[0] == areas[1] == pytest.approx(1.0)
    assert areas[2] * 1e4 == pytest.approx(3.14159265 * 50**2, rel=1e-3)


def test_manifests_name_files_unless_places_are_left_out(run, tmp_path):
    """Neither the layer, nor the crosswalk, nor the factor table, nor the outputs tell where they lie."""
    folder = tmp_path / "secret_place"
    folder.mkdir()
    source = write(parcels(), folder / "land.gpkg", "GPKG")
    crosswalk, factors = folder / "codes.csv", folder / "factors.csv"
    crosswalk.write_text("code,carbon_class\n0101,paddy\n0301,paddy\n0103,paddy\n", encoding="utf-8")
    factors.write_text(
        "kind,class,pool,process,depth_cm,value,low,high,unit,source,evidence,verified\n"
        "stock,paddy,agb,,,3,0.75,5.25,t C/ha,Survey 2020,measured,yes\n",
        encoding="utf-8",
    )
    texts = []
    for number, omit in enumerate((False, True)):
        manifest = tmp_path / f"{number}.json"
        run(
            "attachfactors",
            INPUT=source,
            CLASS_FIELD="DLBM",
            CLASSIFICATION=str(crosswalk),
            FACTOR_SET=str(factors),
            OMIT_PLACES=omit,
            MANIFEST=str(manifest),
            OUTPUT=str(folder / f"out{number}.gpkg"),
        )
        texts.append(manifest.read_text(encoding="utf-8"))
    assert "secret_place" in texts[0]
    assert "secret_place" not in texts[1]
    assert json.loads(texts[1])["inputs"][0]["sha256"] == json.loads(texts[0])["inputs"][0]["sha256"]
