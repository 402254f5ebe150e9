# SPDX-License-Identifier: GPL-2.0-or-later
"""Density rasters through Processing: hand-made grids, InVEST's published case, and rasters gone wrong."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import numpy as np
import pytest
from layers_by_hand import SHARED, Log, manifest_of
from osgeo import gdal
from qgis.core import (
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingOutputLayerDefinition,
    QgsProject,
    QgsRasterLayer,
    QgsRasterRange,
)
from rasters_by_hand import X, Y, read_bands, write_raster

WILLAMETTE = SHARED / "invest_willamette"
#: Two classes: forest 100 + 30 + 80 + 10 t C/ha; cropland 5 + soil 60, no dead matter known.
POOLS = "lucode,c_above,c_below,c_soil,c_dead\n1,100,30,80,10\n2,5,0,60,\n"


@pytest.fixture
def attach(run, tmp_path):
    pools = tmp_path / "pools.csv"
    pools.write_text(POOLS, encoding="utf-8")
    settings = {
        "FACTOR_SET": str(pools),
        "AREA_RULE": "planar",
        "OUTPUT": str(tmp_path / "密度.tif"),
        "MANIFEST": str(tmp_path / "run.json"),
    }
    return lambda raster, **more: run("attachfactorsraster", INPUT=raster, **{**settings, **more})


def test_every_cell_gets_the_density_of_its_class(attach, tmp_path):
    raster = write_raster(tmp_path / "land.tif", np.array([[1, 1, 2], [2, 0, 1]], dtype=np.uint8))
    result = attach(raster, OUTPUT_POOLS=str(tmp_path / "pools.tif"))
    ((cells, nodata, unit, name),) = read_bands(result["OUTPUT"])
    assert (unit, name) == ("t C/ha", "density_tc_ha")
    assert nodata == pytest.approx(-3.4028235e38)
    assert cells[0].tolist() == [220.0, 220.0, 65.0]
    assert cells[1, 0] == 65.0
    assert cells[1, 1] == np.float32(nodata)
    pools = read_bands(result["OUTPUT_POOLS"])
    assert [name for *_, name in pools] == ["agb_tc_ha", "bgb_tc_ha", "soc_tc_ha", "dom_tc_ha"]
    assert [band[0, 0] for band, *_ in pools] == [100.0, 30.0, 80.0, 10.0]
    # The dead matter of cropland is not known: nodata, never 0.
    assert pools[3][0][0, 2] == np.float32(nodata)
    # Three cells of forest and two of cropland, 0.02 ha each.
    assert result["TOTAL_AREA_HA"] == pytest.approx(0.10)
    assert result["TOTAL_STOCK_TC"] == pytest.approx(0.06 * 220 + 0.04 * 65)


def test_the_raster_is_tiled_and_compressed_and_vouched_for(attach, tmp_path):
    raster = write_raster(tmp_path / "land.tif", np.ones((300, 300), dtype=np.uint8))
    result = attach(raster)
    info = gdal.Info(result["OUTPUT"], format="json")
    assert info["bands"][0]["block"] == [256, 256]
    assert info["metadata"]["IMAGE_STRUCTURE"]["COMPRESSION"] == "DEFLATE"
    manifest = json.loads(Path(result["MANIFEST"]).read_text(encoding="utf-8"))
    assert manifest["outputs"][0]["path"] == result["OUTPUT"]
    assert len(manifest["outputs"][0]["sha256"]) == 64
    assert manifest["inputs"][0]["cells"] == [300, 300]


def test_classes_stored_as_decimals_are_classes(attach, tmp_path):
    cells = np.array([[1.0, 2.0], [np.nan, -9999.0]], dtype=np.float32)
    result = attach(write_raster(tmp_path / "land.tif", cells, nodata=-9999.0))
    assert result["TOTAL_AREA_HA"] == pytest.approx(0.04)


def test_a_raster_in_degrees_counts_true_areas(attach, tmp_path):
    """One cell of 1° at the equator, against the geodesic area of its densified outline (GeographicLib)."""
    raster = write_raster(
        tmp_path / "land.tif",
        np.ones((1, 1), dtype=np.uint8),
        epsg=4490,
        transform=(100.0, 1.0, 0.0, 1.0, 0.0, -1.0),
    )
    result = attach(raster, AREA_RULE="ellipsoidal")
    assert result["TOTAL_AREA_HA"] == pytest.approx(1_230_846.389, rel=1e-8)
    with pytest.raises(QgsProcessingException, match="degrees"):
        attach(raster)


def test_a_raster_without_nodata_warns(attach, tmp_path):
    raster = write_raster(tmp_path / "land.tif", np.array([[1, 2]], dtype=np.uint8), nodata=None)
    result = attach(raster)
    notes = json.loads(Path(result["MANIFEST"]).read_text(encoding="utf-8"))["notes"]
    assert "no_nodata" in {note["kind"] for note in notes}


def test_values_that_the_user_declared_to_be_none_are_none_beside_that_of_the_file(attach, tmp_path):
    """Nodata 0 in the file, 250 to 251 and 2 in the project: one cell of forest is left."""
    raster = write_raster(tmp_path / "land.tif", np.array([[0, 1, 2, 250, 251]], dtype=np.uint8))
    layer = QgsRasterLayer(raster, "land")
    layer.dataProvider().setUserNoDataValue(1, [QgsRasterRange(250, 251), QgsRasterRange(2, 2)])
    QgsProject.instance().addMapLayer(layer)
    result = attach(layer.id())
    QgsProject.instance().clear()
    assert result["TOTAL_AREA_HA"] == pytest.approx(0.02)
    (given,) = manifest_of(result)["inputs"]
    assert (given["nodata"], given["more_nodata"]) == (0.0, [[2.0, 2.0], [250.0, 251.0]])


def test_the_density_is_opened_with_its_style_where_that_was_asked_for(provider, attach, tmp_path):
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("dualcarbon:attachfactorsraster")
    context, project = QgsProcessingContext(), QgsProject()
    context.setProject(project)
    given = {
        "INPUT": write_raster(tmp_path / "land.tif", np.array([[1, 2]], dtype=np.uint8)),
        "CLASSIFICATION": "clcd",
        "OUTPUT": QgsProcessingOutputLayerDefinition(str(tmp_path / "density.tif"), project),
    }
    result, done = algorithm.run(given, context, Log())
    assert done
    assert list(context.layersToLoadOnCompletion()) == [result["OUTPUT"]]
    assert context.layerToLoadOnCompletionDetails(result["OUTPUT"]).postProcessor() is not None


def test_without_places_the_manifest_tells_no_coordinates(attach, tmp_path):
    raster = write_raster(tmp_path / "land.tif", np.array([[1, 2]], dtype=np.uint8))
    manifest = Path(attach(raster, OMIT_PLACES=True)["MANIFEST"]).read_text(encoding="utf-8")
    assert str(int(X)) not in manifest
    assert str(tmp_path) not in manifest


def test_a_value_without_a_class_stops_with_its_area_or_is_left_out(attach, tmp_path):
    raster = write_raster(tmp_path / "land.tif", np.array([[1, 77, 77]], dtype=np.uint8))
    with pytest.raises(QgsProcessingException, match=r"77 \(0\.0400 ha\)"):
        attach(raster)
    assert not (tmp_path / "密度.tif").exists()
    result = attach(raster, UNMAPPED="exclude")
    assert result["UNMAPPED_AREA_HA"] == pytest.approx(0.04)
    assert result["TOTAL_AREA_HA"] == pytest.approx(0.02)


@pytest.mark.parametrize(
    ("cells", "change", "part"),
    [
        (np.zeros((2, 2), dtype=np.uint8), {}, "no cell with a value"),
        (np.array([[1.5]], dtype=np.float32), {}, "whole numbers"),
        (np.array([[1]], dtype=np.uint8), {"epsg": None}, "no coordinate reference system"),
        (np.array([[1]], dtype=np.uint8), {"transform": (X, 10.0, 2.0, Y, 0.0, -20.0)}, "rotated"),
    ],
)
def test_rasters_that_cannot_be_used_end_in_one_sentence(attach, tmp_path, cells, change, part):
    with pytest.raises(QgsProcessingException, match=part):
        attach(write_raster(tmp_path / "land.tif", cells, **change))


def test_a_raster_cut_off_in_the_middle_leaves_nothing(attach, tmp_path):
    path = Path(write_raster(tmp_path / "land.tif", np.ones((400, 400), dtype=np.uint8)))
    path.write_bytes(path.read_bytes()[:60_000])
    with pytest.raises(QgsProcessingException, match="cannot be read"):
        attach(str(path))
    assert not list(tmp_path.glob("密度*"))


def test_an_output_that_is_no_tiff_is_refused(attach, tmp_path):
    raster = write_raster(tmp_path / "land.tif", np.ones((1, 1), dtype=np.uint8))
    with pytest.raises(QgsProcessingException, match=r"\.tif"):
        attach(raster, OUTPUT=str(tmp_path / "density.img"))


@pytest.mark.parametrize("when", ["cur", "fut"])
def test_willamette_as_invest_published_it(run, tmp_path, when):
    """Exact sums over class counts; InVEST's own total of 32-bit cells differs by 2e-9."""
    if not WILLAMETTE.is_dir():
        pytest.skip("InVEST's sample data is not beside the repository")
    name = {"cur": "current", "fut": "future"}[when]
    result = run(
        "attachfactorsraster",
        INPUT=str(WILLAMETTE / f"lulc_{name}_willamette.tif"),
        FACTOR_SET=str(WILLAMETTE / "carbon_pools_willamette.csv"),
        AREA_RULE="planar",
        OUTPUT=str(tmp_path / "density.tif"),
    )
    expected = {"cur": 41_401_390.81, "fut": 37_875_295.71}[when]
    assert result["TOTAL_STOCK_TC"] == pytest.approx(expected, abs=0.01)
    assert result["TOTAL_AREA_HA"] == pytest.approx(1_641_621 * 0.09)
    ours = gdal.Open(result["OUTPUT"]).ReadAsArray()
    theirs = gdal.Open(str(WILLAMETTE / f"invest_tot_c_{when}.tif")).ReadAsArray()
    valid = theirs != -1
    assert np.allclose(ours[valid], theirs[valid] / 0.09, rtol=1e-5)
    assert (ours[~valid] < -1e38).all()
    with (WILLAMETTE / "expected_by_class.csv").open(encoding="utf-8") as stream:
        assert len(list(csv.DictReader(stream))) == 56
