# SPDX-License-Identifier: GPL-2.0-or-later
"""Sink baselines of rasters: cells counted by hand, the polygons they were burnt from, real data."""

from __future__ import annotations

import csv
import math

import numpy as np
import pytest
from layers_by_hand import SHARED, make_layer, manifest_of, notes_of, rows_of, square
from qgis.core import QgsProcessingException
from rasters_by_hand import X, Y, write_raster

POOLS = "lucode,c_above,c_below,c_soil,c_dead\n1,100,30,80,10\n2,5,0,60,5\n"
#: Six columns and four rows of 10 m × 20 m below (X, Y): forest west, cropland east, one cell without data.
LAND = np.array([[1, 1, 1, 2, 2, 2]] * 3 + [[1, 1, 1, 2, 2, 0]], dtype=np.uint8)
GUINEA = SHARED / "newguinea_cci_2001_2015"
LIECHTENSTEIN = SHARED / "liechtenstein_osm"


def unit(x, y, width, height, name):
    return (square(X + x, Y + y, width, height), {"XZQMC": name})


@pytest.fixture
def baseline(run, tmp_path):
    pools = tmp_path / "pools.csv"
    pools.write_text(POOLS, encoding="utf-8")
    settings = {
        "FACTOR_SET": str(pools),
        "UNIT_FIELD": "XZQMC",
        "AREA_RULE": "planar",
        "OUTPUT": "memory:",
        "OUTPUT_TABLE": "memory:",
        "MANIFEST": str(tmp_path / "run.json"),
    }
    return lambda raster, units, **more: run(
        "sinkbaseline", INPUT=raster, UNITS=units, **{**settings, **more}
    )


@pytest.fixture
def land(tmp_path):
    return write_raster(tmp_path / "land.tif", LAND)


def by_unit(result):
    return {row["unit"]: row for row in rows_of(result["OUTPUT"])}


def test_units_along_the_cells_get_their_cells(baseline, land):
    """West: 2 columns × 4 rows of forest; east: 1 of forest, 3 of cropland less one cell; 0.02 ha a cell."""
    towns = make_layer([unit(0, -80, 20, 80, "西"), unit(20, -80, 40, 80, "东")])
    for edge in ("centre", "exact"):
        result = baseline(land, towns, EDGE=edge)
        rows = by_unit(result)
        assert rows["西"]["area_ha"] == pytest.approx(0.16)
        assert rows["西"]["stock_tc"] == pytest.approx(0.16 * 220)
        assert rows["东"]["area_ha"] == pytest.approx(0.30)
        assert rows["东"]["stock_tc"] == pytest.approx(0.08 * 220 + 0.22 * 70)
        assert rows["东"]["uncovered_ha"] == pytest.approx(0.02)
        assert rows["东"]["covered_share"] == pytest.approx(15 / 16)
        assert result["TOTAL_STOCK_TC"] == pytest.approx(0.24 * 220 + 0.22 * 70)
        assert result["RESIDUAL_HA"] == pytest.approx(0.0, abs=1e-9)


def test_a_border_through_cells_is_decided_by_centres_or_by_shares(baseline, land):
    """The border runs 7 m into the first column: its centres (5 m) lie west of it, three tenths east."""
    towns = make_layer([unit(0, -80, 7, 80, "西"), unit(7, -80, 53, 80, "东")])
    centre, exact = (by_unit(baseline(land, towns, EDGE=edge)) for edge in ("centre", "exact"))
    assert centre["西"]["area_ha"] == pytest.approx(0.08)
    assert exact["西"]["area_ha"] == pytest.approx(0.056)
    assert exact["东"]["area_ha"] == pytest.approx(0.46 - 0.056)
    assert exact["西"]["stock_tc"] == pytest.approx(0.056 * 220)


def test_a_unit_in_the_corner_of_a_large_cell_is_no_error(baseline, tmp_path):
    """200 km west of the meridian the plane is 1 + x²/R² too large, and that changes within a cell."""
    land = write_raster(
        tmp_path / "coarse.tif",
        np.ones((50, 50), dtype=np.uint8),
        transform=(300_000.0, 1_000.0, 0.0, 3_400_000.0, 0.0, -1_000.0),
    )
    yard = make_layer([(square(300_100.0, 3_399_900.0, 10.0), {"XZQMC": "院"})])
    result = baseline(land, yard, EDGE="exact", AREA_RULE="ellipsoidal")
    true_ha = 0.01 / (1.0 + (199_895.0 / 6_371_000.0) ** 2)
    assert result["TOTAL_AREA_HA"] == pytest.approx(true_ha, rel=2e-5)
    assert by_unit(result)["院"]["stock_tc"] == pytest.approx(true_ha * 220, rel=2e-5)
    told = notes_of(baseline(land, yard, EDGE="centre"))["units_without_cells"]
    assert told["ids"] == ["院"]


def test_the_choice_of_the_edge_is_recorded_and_told(baseline, land):
    towns = make_layer([unit(0, -80, 7, 80, "西")])
    result = baseline(land, towns)
    assert manifest_of(result)["edge"] == "centre"
    # 0.08 ha of cells for 0.056 ha of polygon.
    assert notes_of(result)["cells_by_centre"]["values"]["share"] == pytest.approx(3 / 7)


def test_units_that_overlap_each_get_their_cells_and_totals_count_once(baseline, land):
    towns = make_layer([unit(0, -80, 30, 80, "镇"), unit(10, -80, 20, 80, "区")])
    result = baseline(land, towns, EDGE="exact")
    rows = by_unit(result)
    assert rows["镇"]["area_ha"] == pytest.approx(0.24)
    assert rows["区"]["area_ha"] == pytest.approx(0.16)
    assert result["TOTAL_AREA_HA"] == pytest.approx(0.24)
    assert notes_of(result)["overlapping_units"]["count"] == 2


def test_a_unit_beyond_the_raster_is_uncovered_there(baseline, land):
    towns = make_layer([unit(-60, -80, 90, 80, "镇")])
    row = by_unit(baseline(land, towns, EDGE="exact"))["镇"]
    assert row["unit_area_ha"] == pytest.approx(0.72)
    assert row["area_ha"] == pytest.approx(0.24)
    assert row["uncovered_ha"] == pytest.approx(0.48)


def test_units_in_another_crs_are_carried_over(baseline, land):
    """The same towns in degrees; their corners come back to the micrometre."""
    from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsGeometry, QgsProject

    here, degrees = (QgsCoordinateReferenceSystem(name) for name in ("EPSG:4547", "EPSG:4490"))
    shape = QgsGeometry.fromWkt(square(X, Y - 80, 20, 80))
    shape.transform(QgsCoordinateTransform(here, degrees, QgsProject.instance()))
    towns = make_layer([(shape.asWkt(17), {"XZQMC": "西"})], crs="EPSG:4490")
    row = by_unit(baseline(land, towns, EDGE="exact"))["西"]
    assert row["area_ha"] == pytest.approx(0.16, rel=1e-6)


def test_polygons_and_the_raster_burnt_from_them_agree(baseline, tmp_path):
    """Polygons along the cells: both ways give the same digits."""
    raster = write_raster(tmp_path / "land.tif", LAND)
    parcels = make_layer(
        [
            (square(X, Y - 80, 30, 80), {"DLBM": "1"}),
            (square(X + 30, Y - 60, 30, 60), {"DLBM": "2"}),
            (square(X + 30, Y - 80, 20, 20), {"DLBM": "2"}),
        ]
    )
    towns = make_layer([unit(3, -77, 31, 70, "甲"), unit(34, -77, 24, 70, "乙")])
    of_cells = by_unit(baseline(raster, towns, EDGE="exact"))
    of_polygons = by_unit(baseline(parcels, towns, CLASS_FIELD="DLBM"))
    for name in ("甲", "乙"):
        for column in ("area_ha", "stock_tc", "uncovered_ha", "covered_share"):
            assert of_cells[name][column] == pytest.approx(of_polygons[name][column], rel=1e-9, abs=1e-9)


@pytest.mark.parametrize(
    ("change", "part"),
    [
        ({"AREA_RULE": "attribute"}, "no area field"),
        ({"BAND": 3}, "no band 3"),
        ({"CLASSIFICATION": "clcd", "FACTOR_SET": "cn_default", "BAND": 1, "UNMAPPED": "error"}, ""),
    ],
)
def test_rasters_that_do_not_fit_end_in_one_sentence(baseline, land, change, part):
    towns = make_layer([unit(0, -80, 60, 80, "镇")])
    if part:
        with pytest.raises(QgsProcessingException, match=part):
            baseline(land, towns, **change)
    else:
        # CLCD: 1 cropland, 2 forest.
        table = rows_of(baseline(land, towns, **change)["OUTPUT_TABLE"])
        assert len({row["carbon_class"] for row in table}) == 2


def test_polygons_without_a_code_field_are_refused(baseline):
    parcels = make_layer([(square(X, Y), {"DLBM": "1"})])
    with pytest.raises(QgsProcessingException, match="CLASS_FIELD"):
        baseline(parcels, make_layer([unit(0, 0, 50, 50, "镇")]))


# Real data -----------------------------------------------------------------------------------


def test_new_guinea_by_ecoregion_keeps_every_cell(run, tmp_path):
    """28 million cells of 9 ha; the published counts per class, whatever the units."""
    if not GUINEA.is_dir():
        pytest.skip("the land cover of New Guinea is not beside the repository")
    crosswalk = tmp_path / "ipcc.csv"
    classes = {1: "rainfed_cropland", 2: "mixed_forest", 3: "natural_grassland", 5: "urban_built"}
    classes.update({6: "shrubland", 7: "sparse_vegetation", 9: "inland_water"})
    from dualcarbon.plugin.domain.classes import carbon_classes

    known = set(carbon_classes().index)
    rows = [f"{code},{name if name in known else 'bare_land'}\n" for code, name in classes.items()]
    crosswalk.write_text("code,carbon_class\n" + "".join(rows), encoding="utf-8")
    result = run(
        "sinkbaseline",
        INPUT=str(GUINEA / "landcover_2001.tif"),
        CLASSIFICATION=str(crosswalk),
        UNITS=str(GUINEA / "ecoregions.gpkg"),
        UNIT_FIELD="ECO_NAME",
        AREA_RULE="planar",
        EDGE="exact",
        OUTPUT="memory:",
        OUTPUT_TABLE="memory:",
        MANIFEST=str(tmp_path / "run.json"),
    )
    rows = rows_of(result["OUTPUT"])
    assert len(rows) == 22
    outside = manifest_of(result)["outside_ha"]
    forest = math.fsum(
        row["area_ha"] for row in rows_of(result["OUTPUT_TABLE"]) if row["carbon_class"] == "mixed_forest"
    )
    whole = 8_208_675 + 72_643_302 + 766_593 + 32_751 + 51_768 + 685_782 + 1_835_343
    assert result["TOTAL_AREA_HA"] + outside == pytest.approx(whole, rel=1e-9)
    assert forest <= 72_643_302
    assert forest == pytest.approx(72_643_302, rel=0.02)


def test_liechtenstein_as_raster_agrees_with_its_polygons_within_the_edges(run, tmp_path):
    """10 m cells burnt by centre from the land use: classes within 2.5 % (thin waters) or 2 ha."""
    if not LIECHTENSTEIN.is_dir():
        pytest.skip("the land use of Liechtenstein is not beside the repository")
    with (LIECHTENSTEIN / "class_codes.csv").open(encoding="utf-8") as stream:
        classes = list(csv.DictReader(stream))
    pools = tmp_path / "pools.csv"
    rows = [f"{row['code']},{n},0,0,0\n" for n, row in enumerate(classes, 1)]
    pools.write_text("lucode,c_above,c_below,c_soil,c_dead\n" + "".join(rows), encoding="utf-8")
    result = run(
        "sinkbaseline",
        INPUT=str(LIECHTENSTEIN / "liechtenstein_lulc_10m.tif"),
        FACTOR_SET=str(pools),
        UNITS=f"{LIECHTENSTEIN / 'liechtenstein_osm.gpkg'}|layername=municipalities",
        UNIT_FIELD="name",
        AREA_RULE="planar",
        EDGE="exact",
        OUTPUT="memory:",
        OUTPUT_TABLE="memory:",
    )
    found = {}
    for row in rows_of(result["OUTPUT_TABLE"]):
        found[row["carbon_class"]] = found.get(row["carbon_class"], 0.0) + row["area_ha"]
    for row in classes:
        area_ha = float(row["area_ha"])
        assert found.get(row["code"], 0.0) == pytest.approx(area_ha, rel=0.025, abs=2.0), row["class"]
    assert result["TOTAL_AREA_HA"] == pytest.approx(16_052.39, rel=1e-3)
