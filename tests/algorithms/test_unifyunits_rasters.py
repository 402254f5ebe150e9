# SPDX-License-Identifier: GPL-2.0-or-later
"""People onto towns by a raster of weights, as users call it: other CRS, nodata, what is refused."""

from __future__ import annotations

import math

import numpy as np
import processing
import pytest
from layers_by_hand import Log, make_layer, rows_of
from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsPointXY, QgsProject
from qgis.core import QgsProcessingException as Refusal
from rasters_by_hand import X, Y, write_raster

pytestmark = pytest.mark.usefixtures("provider")

#: Ten cells of 100 m in a row below (X, Y): six in tract S1, four in S2; the towns meet at 500 m.
LIGHTS = np.array([[0, 2, 0, 0, 0, 6, 1, 1, 1, 1]], dtype=np.float32)
GRID = (X, 100.0, 0.0, Y, 0.0, -100.0)


def box(x0: float, x1: float) -> str:
    corners = [(x0, 0), (x1, 0), (x1, -100), (x0, -100), (x0, 0)]
    return f"POLYGON(({', '.join(f'{X + x} {Y + y}' for x, y in corners)}))"


def run(feedback=None, **parameters):
    tracts = [("S1", 0, 600, 800.0), ("S2", 600, 1000, 100.0)]
    given = {
        "SOURCE": make_layer(
            [(box(a, b), {"name": name, "people": people}) for name, a, b, people in tracts], "EPSG:4547"
        ),
        "SOURCE_FIELD": "name",
        "EXTENSIVE_FIELDS": ["people"],
        "TARGET": make_layer([(box(0, 500), {"t": "西镇"}), (box(500, 1000), {"t": "东镇"})], "EPSG:4547"),
        "TARGET_FIELD": "t",
        "METHOD": "dasymetric",
        "AREA_RULE": "planar",
        "OUTPUT": "memory:",
        **parameters,
    }
    result = processing.run("dualcarbon:unifyunits", given, feedback=feedback or Log())
    return result, {row["unit"]: row for row in rows_of(result["OUTPUT"])}


def test_people_go_where_the_lights_are(tmp_path):
    """S1: 2 of 8 lie in the west, 200 of its 800 people; all of S2 lies in the east."""
    result, rows = run(WEIGHTS=write_raster(tmp_path / "lights.tif", LIGHTS, nodata=None, transform=GRID))
    assert rows["西镇"]["people"] == pytest.approx(200.0, rel=1e-9)
    assert rows["东镇"]["people"] == pytest.approx(700.0, rel=1e-9)
    assert rows["东镇"]["people_imputed_share"] == pytest.approx(6 / 7, rel=1e-9)
    assert [rows[name]["people_flag"] for name in ("西镇", "东镇")] == [1, 1]
    assert result["RESIDUAL_MAX"] <= 1e-9


def test_a_tract_in_the_dark_goes_by_area_and_is_marked(tmp_path):
    log = Log()
    dark = LIGHTS.copy()
    dark[0, :6] = 0.0
    path = write_raster(tmp_path / "dark.tif", dark, nodata=None, transform=GRID)
    result, rows = run(log, WEIGHTS=path, OUTPUT_WEIGHTS="memory:")
    _later, again = run(WEIGHTS=result["OUTPUT_WEIGHTS"])
    for found in (rows, again):
        assert found["西镇"]["people"] == pytest.approx(800.0 * 5 / 6, rel=1e-9)
        assert found["西镇"]["people_by_area_share"] == pytest.approx(1.0)
    assert log.said("1 source units hold none of the weights")


@pytest.mark.parametrize("nodata", [-3.4028234663852886e38, -1.0, math.nan])
def test_cells_without_data_hold_no_weight_and_are_told(tmp_path, nodata):
    log = Log()
    gaps = LIGHTS.copy()
    gaps[0, 5] = nodata
    path = write_raster(tmp_path / "gaps.tif", gaps, nodata=nodata, transform=GRID)
    _result, rows = run(log, WEIGHTS=path)
    assert rows["西镇"]["people"] == pytest.approx(800.0, rel=1e-9)
    assert log.said("1.0000 ha for which raster")


def test_negative_weights_are_refused_with_their_cell(tmp_path):
    gaps = LIGHTS.copy()
    gaps[0, 5] = -1.0
    path = write_raster(tmp_path / "gaps.tif", gaps, nodata=None, transform=GRID)
    with pytest.raises(Refusal, match=r"negative or infinite, such as -1 in row 1, column 6"):
        run(WEIGHTS=path)


def test_a_raster_in_another_crs_stays_as_it_is_and_borders_go_to_it(tmp_path):
    """Degrees of the same datum: four cells whose common corner is the border of the towns at 500 m."""
    log = Log()
    degrees = QgsCoordinateReferenceSystem("EPSG:4490")
    carry = QgsCoordinateTransform(QgsCoordinateReferenceSystem("EPSG:4547"), degrees, QgsProject.instance())
    middle = carry.transform(QgsPointXY(X + 500, Y - 50))
    cells = np.array([[1, 3], [1, 3]], dtype=np.float32)
    corner = (middle.x() - 0.1, 0.1, 0.0, middle.y() + 0.1, 0.0, -0.1)
    path = write_raster(tmp_path / "degrees.tif", cells, nodata=None, epsg=4490, transform=corner)
    _result, rows = run(log, WEIGHTS=path, WEIGHT_KIND="per_ha")
    # Per hectare 1 in the west and 3 in the east; the meridian leans by less than a centimetre over 100 m.
    assert rows["西镇"]["people"] == pytest.approx(800.0 * 5 / (5 + 3), rel=1e-4)
    assert rows["东镇"]["people"] == pytest.approx(800.0 * 3 / (5 + 3) + 100.0, rel=1e-4)
    assert log.said("was transformed from EPSG:4547")


def test_a_raster_that_the_method_does_not_take_is_told(tmp_path):
    log = Log()
    path = write_raster(tmp_path / "lights.tif", LIGHTS, nodata=None, transform=GRID)
    _result, rows = run(log, WEIGHTS=path, METHOD="areal")
    assert log.said("is no table of weights")
    assert rows["西镇"]["people"] == pytest.approx(800.0 * 5 / 6, rel=1e-9)


def test_weights_of_a_raster_serve_other_years_as_a_table(tmp_path):
    path = write_raster(tmp_path / "lights.tif", LIGHTS, nodata=None, transform=GRID)
    first, _rows = run(WEIGHTS=path, OUTPUT_WEIGHTS="memory:")
    _result, rows = run(WEIGHTS=first["OUTPUT_WEIGHTS"])
    assert rows["西镇"]["people"] == pytest.approx(200.0, rel=1e-9)


def test_inside_only_gives_lights_beyond_the_towns_to_those_reached(tmp_path):
    path = write_raster(tmp_path / "lights.tif", LIGHTS, nodata=None, transform=GRID)
    west = {"TARGET": make_layer([(box(0, 500), {"t": "西镇"})], "EPSG:4547"), "WEIGHTS": path}
    assert run(**west)[1]["西镇"]["people"] == pytest.approx(200.0, rel=1e-9)
    assert run(**west, INSIDE_ONLY=True)[1]["西镇"]["people"] == pytest.approx(800.0, rel=1e-9)
