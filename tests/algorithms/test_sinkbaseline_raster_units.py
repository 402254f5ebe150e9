# SPDX-License-Identifier: GPL-2.0-or-later
"""Units that are a raster: the same figures as from polygons, whatever the land use is and how it lies."""

from __future__ import annotations

import numpy as np
import pytest
from layers_by_hand import make_layer, manifest_of, notes_of, rows_of, square
from qgis.core import QgsVectorLayer
from rasters_by_hand import X, Y, write_raster

POOLS = "lucode,c_above,c_below,c_soil,c_dead\n1,100,30,80,10\n2,5,0,60,5\n"
LAND = np.array([[1, 1, 1, 2, 2, 2]] * 3 + [[1, 1, 1, 2, 2, 0]], dtype=np.uint8)
#: Unit 31 in two parts that touch in a corner, unit 7 around a hole; −1 is none.
TOWNS = np.array([[31, 7, 7, 7, 7, 7], [7, 31, 7, -1, 7, 7], [7, 7, 7, 7, 7, 7], [-1] * 6], dtype=np.int16)


@pytest.fixture
def baseline(run, tmp_path):
    pools = tmp_path / "pools.csv"
    pools.write_text(POOLS, encoding="utf-8")
    settings = {
        "FACTOR_SET": str(pools),
        "AREA_RULE": "planar",
        "OUTPUT": "memory:",
        "MANIFEST": str(tmp_path / "run.json"),
        "INPUT": write_raster(tmp_path / "land.tif", LAND),
    }
    return lambda units, **more: run("sinkbaseline", UNITS=units, **{**settings, **more})


@pytest.fixture
def towns(tmp_path):
    """A raster of units."""
    return lambda cells, **how: write_raster(tmp_path / "towns.tif", cells, **{"nodata": -1, **how})


def by_unit(result):
    return {row["unit"]: row for row in rows_of(result["OUTPUT"])}


@pytest.mark.parametrize("edge", ["centre", "exact"])
def test_values_are_units_of_their_cells(baseline, towns, edge):
    rows = by_unit(baseline(towns(TOWNS), EDGE=edge))
    assert list(rows) == ["7", "31"]
    assert rows["31"]["area_ha"] == pytest.approx(2 * 0.02)
    assert rows["31"]["stock_tc"] == pytest.approx(2 * 0.02 * 220)
    assert rows["7"]["area_ha"] == pytest.approx(15 * 0.02)
    assert rows["7"]["stock_tc"] == pytest.approx(7 * 0.02 * 220 + 8 * 0.02 * 70)


def test_each_unit_is_drawn_along_its_cells(baseline, towns):
    layer = baseline(towns(TOWNS))["OUTPUT"]
    drawn = {feature["unit"]: feature.geometry() for feature in layer.getFeatures()}
    assert drawn["31"].area() == pytest.approx(400.0)
    assert drawn["7"].area() == pytest.approx(15 * 200.0)
    assert drawn["7"].isGeosValid()


def test_units_on_another_grid_cut_the_cells(baseline, towns):
    """Units of 60 m × 40 m, 5 m further east: exact shares of what they cover."""
    big = towns(np.array([[5], [6]], dtype=np.int16), transform=(X + 5, 60.0, 0.0, Y, 0.0, -40.0))
    rows = by_unit(baseline(big, EDGE="exact"))
    assert rows["5"]["stock_tc"] == pytest.approx(0.02 * (2 * 2.5 * 220 + 2 * 3 * 70))
    assert rows["5"]["uncovered_ha"] == pytest.approx(0.02)
    assert rows["6"]["stock_tc"] == pytest.approx(0.02 * (2 * 2.5 * 220 + (2 * 3 - 1) * 70))


def test_polygons_of_land_use_take_raster_units_too(baseline, towns):
    parcels = make_layer(
        [(square(X, Y - 80, 30, 80), {"DLBM": "1"}), (square(X + 30, Y - 80, 30, 80), {"DLBM": "2"})]
    )
    rows = by_unit(baseline(towns(TOWNS), INPUT=parcels, CLASS_FIELD="DLBM"))
    assert rows["31"]["stock_tc"] == pytest.approx(2 * 0.02 * 220)
    assert rows["7"]["stock_tc"] == pytest.approx(7 * 0.02 * 220 + 8 * 0.02 * 70)


def test_units_in_degrees_lie_on_a_projected_raster(baseline, towns):
    """One unit around everything, given in degrees with another datum's twin: the ground is the same."""
    from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsPointXY, QgsProject

    here, degrees = (QgsCoordinateReferenceSystem(name) for name in ("EPSG:4547", "EPSG:4490"))
    corner = QgsCoordinateTransform(here, degrees, QgsProject.instance()).transform(
        QgsPointXY(X - 500, Y + 500)
    )
    big = towns(
        np.full((2, 2), 440103, dtype=np.int32),
        epsg=4490,
        transform=(corner.x(), 0.01, 0.0, corner.y(), 0.0, -0.01),
    )
    result = baseline(big)
    assert by_unit(result)["440103"]["area_ha"] == pytest.approx(23 * 0.02)
    assert "reprojected" in notes_of(result)


def test_the_cells_of_the_units_are_in_the_manifest(baseline, towns):
    told = manifest_of(baseline(towns(TOWNS)))
    (units,) = [item for item in told["inputs"] if item["parameter"] == "UNITS"]
    assert (units["band"], units["nodata"]) == (1, -1.0)
    assert len(told["unit_cells_sha256"]) == 64


@pytest.mark.parametrize(
    ("cells", "part"),
    [
        (np.full((4, 6), -1, dtype=np.int16), "holds no unit"),
        (np.full((4, 6), 1.5, dtype=np.float32), "whole numbers"),
    ],
)
def test_what_is_no_raster_of_units_is_refused(refused, baseline, towns, cells, part):
    from qgis.core import QgsProcessingException

    with pytest.raises(QgsProcessingException, match=part):
        baseline(towns(cells))


def test_selected_units_only_still_works(baseline):
    from qgis.core import QgsProcessingFeatureSourceDefinition, QgsProject

    layer = make_layer(
        [(square(X, Y - 80, 20, 80), {"n": "西"}), (square(X + 20, Y - 80, 40, 80), {"n": "东"})]
    )
    assert isinstance(layer, QgsVectorLayer)
    QgsProject.instance().addMapLayer(layer)
    layer.selectByExpression("n = '东'")
    chosen = QgsProcessingFeatureSourceDefinition(layer.id(), True)
    assert list(by_unit(baseline(chosen, UNIT_FIELD="n"))) == ["东"]


def test_raster_units_of_a_change(run, towns, tmp_path):
    pools = tmp_path / "pools.csv"
    pools.write_text(POOLS, encoding="utf-8")
    result = run(
        "stockchange",
        BEFORE=write_raster(tmp_path / "before.tif", LAND),
        AFTER=write_raster(tmp_path / "after.tif", np.full((4, 6), 2, dtype=np.uint8)),
        UNITS=towns(TOWNS),
        FACTOR_SET=str(pools),
        YEAR_BEFORE=2010,
        YEAR_AFTER=2020,
        AREA_RULE="planar",
        OUTPUT="memory:",
    )
    rows = by_unit(result)
    assert rows["31"]["change_tc"] == pytest.approx(2 * 0.02 * -150)
    assert rows["7"]["change_tc"] == pytest.approx(7 * 0.02 * -150)
