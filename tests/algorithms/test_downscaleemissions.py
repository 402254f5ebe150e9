# SPDX-License-Identifier: GPL-2.0-or-later
"""Emissions brought onto parcels as users call it: weights, points, roads, units, and what is left over."""

from __future__ import annotations

import math
import re

import numpy as np
import processing
import pytest
from layers_by_hand import Log, make_layer, rows_of, square
from osgeo import gdal
from qgis.core import QgsProcessingException
from qgis.PyQt.QtCore import QVariant

pytestmark = pytest.mark.usefixtures("provider")

#: Plane of EPSG:4547 near its central meridian, where a metre is a metre.
X, Y = 500_000.0, 3_300_000.0


def parcel(code, x, width, unit="甲", floor=0.0):
    return square(X + x, Y, width, 100.0), {"DLBM": code, "town": unit, "floor_m2": floor}


def table(rows, name="table"):
    return make_layer([(None, row) for row in rows], name=name, kind="None")


def write_csv(folder, name, text):
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def run(parcels, inventory, feedback=None, **parameters):
    layer = make_layer(parcels, name="DLTB")
    given = {"INVENTORY": inventory, "PARCELS": layer, "CLASS_FIELD": "DLBM"}
    outputs = {"OUTPUT": "memory:", "OUTPUT_LEDGER": "memory:"}
    result = processing.run(
        "dualcarbon:downscaleemissions", {**given, **outputs, **parameters}, feedback=feedback or Log()
    )
    return result, rows_of(result["OUTPUT"]), rows_of(result["OUTPUT_LEDGER"])


INDUSTRY = [parcel("100101", 0, 1000.0), parcel("100102", 1000, 500.0), parcel("100103", 1500, 500.0)]
WEIGHTS = "sector,class,weight\nindustry_energy,1001,2\nindustry_energy,100102,1\nindustry_energy,100103,3\n"


def test_industry_of_the_worked_example(tmp_path):
    """methods.md WE-b: 12 000 t on 10 ha × 2, 5 × 1, 5 × 3 → 6000, 1500, 4500."""
    inventory = table([{"sector": "industry_energy", "emission_tco2e": 12_000.0}])
    weights = write_csv(tmp_path, "weights.csv", WEIGHTS)
    result, rows, _ledger = run(INDUSTRY, inventory, WEIGHTS=weights)
    values = [row["industry_energy_tco2e"] for row in rows]
    assert values == pytest.approx([6000.0, 1500.0, 4500.0], rel=1e-6)
    assert math.fsum(values) == pytest.approx(12_000.0, rel=1e-9)
    assert result["RESIDUAL_TCO2E"] == 0.0
    assert [row["emission_tco2e_ha"] for row in rows] == pytest.approx([600.0, 300.0, 900.0], rel=1e-3)
    assert rows[0]["DLBM"] == "100101"


def test_units_in_a_field_of_decimals_are_those_of_the_inventory(tmp_path):
    """A joined spreadsheet makes 330106001001.0 of the unit 330106001001."""
    inventory = table([{"unit": "330106001001", "sector": "industry_energy", "emission_tco2e": 500.0}])
    weights = write_csv(tmp_path, "weights.csv", WEIGHTS)
    parcels = [parcel("100101", 0, 100.0, unit=330_106_001_001.0)]
    result, rows, _ledger = run(parcels, inventory, UNIT_FIELD="town", WEIGHTS=weights)
    assert result["RESIDUAL_TCO2E"] == 0.0
    assert [row["emission_tco2e"] for row in rows] == pytest.approx([500.0])


def test_a_parcel_that_is_there_twice_takes_two_shares_and_is_told(tmp_path):
    inventory, log = table([{"sector": "industry_energy", "emission_tco2e": 300.0}]), Log()
    weights = write_csv(tmp_path, "weights.csv", WEIGHTS)
    works = [parcel("100101", 0, 100.0), parcel("100101", 200, 100.0)]
    _result, rows, _ledger = run([*works, works[0]], inventory, log, WEIGHTS=weights)
    assert [row["emission_tco2e"] for row in rows] == pytest.approx([100.0, 100.0, 100.0])
    assert log.said("very geometry of a feature before them: 1")


def test_points_come_first_by_the_ids_of_the_inventory(tmp_path):
    inventory = write_csv(
        tmp_path,
        "inventory.csv",
        "unit,sector,scope,emission_tco2e,enterprise_id\n"
        "甲,industry_energy,1,3000,E1\n甲,industry_energy,1,9000,\n甲,industry_energy,3,500,\n",
    )
    weights = write_csv(tmp_path, "weights.csv", WEIGHTS)
    points = make_layer(
        [(f"POINT({X + 1200} {Y + 50})", {"id": "E1"}), (f"POINT({X + 1700} {Y + 50})", {"id": "K2"})],
        name="plants",
        kind="Point",
        types={"id": QVariant.String, "sector": QVariant.String, "emission_tco2e": QVariant.Double},
    )
    layer_edit = points.dataProvider()
    second = list(points.getFeatures())[1].id()
    layer_edit.changeAttributeValues({second: {1: "industry_energy", 2: 1000.0}})
    log = Log()
    result, rows, (ledger,) = run(INDUSTRY, inventory, log, WEIGHTS=weights, POINTS=points)
    # 3000 and 1000 on points; 8000 by 20 : 5 : 15.
    assert [row["points_tco2e"] for row in rows] == [0.0, 3000.0, 1000.0]
    assert [row["emission_tco2e"] for row in rows] == pytest.approx([4000.0, 4000.0, 4000.0], rel=1e-6)
    assert (result["POINTS_TCO2E"], result["TOTAL_TCO2E"]) == (4000.0, 12_000.0)
    assert (ledger["points_tco2e"], ledger["residual_tco2e"], ledger["reason"]) == (4000.0, 0.0, None)
    assert log.said("1 rows are scope 3")


def test_a_point_outside_and_a_sector_without_proxy_are_left_over(tmp_path):
    inventory = table(
        [
            {"sector": "waste", "emission_tco2e": 100.0},
            {"sector": "energy", "emission_tco2e": 50.0},
        ]
    )
    points = make_layer(
        [(f"POINT({X - 5000} {Y})", {"id": "P", "sector": "energy", "emission_tco2e": 30.0})],
        name="plants",
        kind="Point",
    )
    log = Log()
    result, rows, ledger = run(INDUSTRY, inventory, log, POINTS=points)
    assert result["RESIDUAL_TCO2E"] == pytest.approx(150.0)
    assert {row["emission_tco2e"] for row in rows} == {0.0}
    reasons = {row["sector"]: row["reason"] for row in ledger}
    assert reasons == {"energy": "outside, no_proxy", "waste": "no_proxy"}
    assert log.said("lie outside all parcels")
    assert log.said("100 t CO2e find no parcel (no_proxy): waste")


def test_a_point_in_a_parcel_of_another_unit_is_told():
    """E1 of 甲 lies in 乙: its 30 t are there, and 甲 keeps 20 of its 50."""
    parcels = [parcel("1001", 0, 100.0, "甲"), parcel("1001", 100, 100.0, "乙")]
    inventory = table(
        [
            {"unit": "甲", "sector": "energy", "emission_tco2e": 30.0, "enterprise_id": "E1"},
            {"unit": "甲", "sector": "energy", "emission_tco2e": 20.0, "enterprise_id": "E2"},
        ]
    )
    places = [(f"POINT({X + x} {Y + 50})", {"id": name}) for x, name in ((150, "E1"), (50, "E2"))]
    points = make_layer(places, name="plants", kind="Point")
    log = Log()
    _result, rows, _ledger = run(parcels, inventory, log, POINTS=points, UNIT_FIELD="town")
    assert [row["emission_tco2e"] for row in rows] == [20.0, 30.0]
    (said,) = [text for text in log.warnings if "parcel of another unit" in text]
    assert said.endswith("Ids: E1")


@pytest.mark.parametrize(
    ("field", "value"),
    [("emission_tco2e", "1,200"), ("emission_tco2e", "-5"), ("co2_t", "inf"), ("co2_t", "x")],
)
def test_points_with_figures_that_are_none_are_refused(field, value):
    inventory = table([{"sector": "energy", "emission_tco2e": 50.0}])
    cells = {"id": "P", "sector": "energy", "emission_tco2e": "30", "co2_t": "20", field: value}
    points = make_layer([(f"POINT({X + 50} {Y + 50})", cells)], name="plants", kind="Point")
    with pytest.raises(QgsProcessingException, match=f"field “{field}”: “{value}” is no amount"):
        run(INDUSTRY, inventory, POINTS=points)


def test_traffic_follows_length_and_flow_in_the_parcels():
    """A road of 100 m with flow 300 in the first parcel, one of 50 m with flow 200 in the second."""
    parcels = [parcel("1207", 0, 100.0), parcel("1207", 200, 50.0)]
    roads = make_layer(
        [
            (f"LINESTRING({X} {Y + 50},{X + 100} {Y + 50},{X + 100} {Y + 50})", {"flow": 300.0}),
            (f"LINESTRING({X + 150} {Y + 20},{X + 300} {Y + 20})", {"flow": 200.0}),
        ],
        name="roads",
        kind="LineString",
    )
    inventory = table([{"sector": "transport", "emission_tco2e": 80.0}])
    log = Log()
    result, rows, _ledger = run(parcels, inventory, log, ROADS=roads, FLOW_FIELD="flow")
    assert [row["transport_tco2e"] for row in rows] == pytest.approx([60.0, 20.0])
    assert result["RESIDUAL_TCO2E"] == 0.0
    # 100 of 150 m of the second road: 20 000 of 60 000.
    assert log.said("33.3 % of the traffic")


def test_units_keep_their_own_emission(tmp_path):
    parcels = [
        parcel("0701", 0, 100.0, "甲", 3000.0),
        parcel("0701", 100, 100.0, "甲", 1000.0),
        parcel("0701", 200, 100.0, "乙", 9000.0),
    ]
    inventory = table(
        [
            {"unit": "甲", "sector": "buildings", "emission_tco2e": 40.0},
            {"unit": "乙", "sector": "buildings", "emission_tco2e": 7.0},
            {"unit": "丙", "sector": "buildings", "emission_tco2e": 5.0},
        ]
    )
    weights = write_csv(tmp_path, "weights.csv", "sector,class,weight,of\nbuildings,07,35,floor\n")
    common = {"WEIGHTS": weights, "FLOOR_FIELD": "floor_m2"}
    result, rows, ledger = run(parcels, inventory, UNIT_FIELD="town", **common)
    assert [row["buildings_tco2e"] for row in rows] == pytest.approx([30.0, 10.0, 7.0])
    assert result["RESIDUAL_TCO2E"] == 5.0
    assert {row["unit"]: row["reason"] for row in ledger} == {"甲": None, "乙": None, "丙": "no_unit"}
    _result, together, _ledger = run(parcels, inventory, **common)
    assert [row["buildings_tco2e"] for row in together] == pytest.approx([12.0, 4.0, 36.0])


def test_the_inventory_of_the_other_tool_fits(tmp_path):
    activity = write_csv(
        tmp_path,
        "activity.csv",
        "unit,year,sector,carrier,amount,amount_unit\n甲,2023,industry_energy,diesel,1000,t\n",
    )
    made = str(tmp_path / "inventory.gpkg")
    given = {"ACTIVITY": activity, "YEAR": 2023, "OUTPUT": made}
    processing.run("dualcarbon:emissioninventory", given)
    weights = write_csv(tmp_path, "weights.csv", WEIGHTS)
    result, rows, _ledger = run(INDUSTRY, made, WEIGHTS=weights, UNIT_FIELD="town")
    assert result["TOTAL_TCO2E"] == pytest.approx(3145.12)
    assert math.fsum(row["emission_tco2e"] for row in rows) == pytest.approx(3145.12, rel=1e-9)


def test_scopes_and_co2_have_fields_of_their_own(tmp_path):
    """Scope 1: 80 t CO2e with 50 t CO2; scope 2: 40 t of both; by 20 : 5 : 15."""
    inventory = write_csv(
        tmp_path,
        "inventory.csv",
        "sector,scope,emission_tco2e,co2_t\nindustry_energy,1,80,50\nindustry_energy,2,40,40\n",
    )
    weights = write_csv(tmp_path, "weights.csv", WEIGHTS)
    result, rows, ledger = run(INDUSTRY, inventory, WEIGHTS=weights)
    assert [row["scope_1_tco2e"] for row in rows] == pytest.approx([40.0, 10.0, 30.0], rel=1e-6)
    assert [row["scope_2_tco2e"] for row in rows] == pytest.approx([20.0, 5.0, 15.0], rel=1e-6)
    assert [row["co2_t"] for row in rows] == pytest.approx([45.0, 11.25, 33.75], rel=1e-6)
    assert [row["industry_energy_co2_t"] for row in rows] == [row["co2_t"] for row in rows]
    assert [row["co2_t_ha"] for row in rows] == pytest.approx([4.5, 2.25, 6.75], rel=1e-3)
    assert result["TOTAL_CO2_T"] == 90.0
    assert math.fsum(row["co2_t"] for row in rows) == pytest.approx(90.0, rel=1e-9)
    assert [(row["scope"], row["co2_t"], row["spread_co2_t"]) for row in ledger] == [
        ("1", 50.0, pytest.approx(50.0)),
        ("2", 40.0, pytest.approx(40.0)),
    ]


@pytest.mark.parametrize("crs", ["EPSG:4547", "EPSG:4490"])
def test_a_raster_holds_what_the_parcels_hold(tmp_path, crs):
    inventory = write_csv(
        tmp_path, "inventory.csv", "sector,emission_tco2e,co2_t\nindustry_energy,12000,9000\n"
    )
    weights = write_csv(tmp_path, "weights.csv", WEIGHTS)
    parcels = make_layer(INDUSTRY, name="DLTB")
    if crs != "EPSG:4547":
        given = {"INPUT": parcels, "TARGET_CRS": crs, "OUTPUT": "memory:"}
        parcels = processing.run("native:reprojectlayer", given)["OUTPUT"]
    path = str(tmp_path / "grid.tif")
    given = {"INVENTORY": inventory, "PARCELS": parcels, "CLASS_FIELD": "DLBM", "WEIGHTS": weights}
    outputs = {"OUTPUT": "memory:", "OUTPUT_RASTER": path, "CELL_SIZE_M": 30.0}
    processing.run("dualcarbon:downscaleemissions", {**given, **outputs})
    raster = gdal.Open(path)
    bands = [raster.GetRasterBand(n) for n in (1, 2)]
    assert [band.GetDescription() for band in bands] == ["emission_tco2e", "co2_t"]
    assert [band.GetUnitType() for band in bands] == ["t CO2e", "t CO2"]
    assert [np.nansum(band.ReadAsArray()) for band in bands] == pytest.approx([12_000, 9_000], rel=1e-9)
    if crs == "EPSG:4547":
        # 6000 t on 100 000 m² are 54 t in a whole cell of 900 m²; no parcel in the row above them.
        cells = bands[0].ReadAsArray()
        assert cells[2, 10] == pytest.approx(54.0, rel=1e-6)
        assert raster.GetGeoTransform()[1::4] == (30.0, -30.0)


def test_a_raster_needs_the_size_of_its_cells(tmp_path):
    inventory = table([{"sector": "industry_energy", "emission_tco2e": 1.0}])
    with pytest.raises(QgsProcessingException, match="Set CELL_SIZE_M"):
        run(INDUSTRY, inventory, OUTPUT_RASTER=str(tmp_path / "grid.tif"))


@pytest.mark.parametrize(
    ("weights", "parameters", "sentence"),
    [
        ("sector,class,weight,of\ntransport,12,1,floor\n", {}, "give FLOOR_FIELD"),
        ("sector,class,weight\ntransport,12,1\ntransport,12,2\n", {}, "row 3: class “12”"),
        ("sector,class,weight,of\ntransport,12,1,floor\ntransport,11,1,area\n", {}, "mixes weights"),
        ("sector,class,weight\ntransport,12,-1\n", {}, "is below 0"),
        ("sector,class,weight\ntransport,12,1\n", {"ROADS": True}, "has class weights and roads"),
        (None, {"POINTS": "P"}, "states no sector"),
        (None, {"POINTS": ""}, "is empty or occurs twice"),
    ],
)
def test_what_cannot_be_spread_is_refused(tmp_path, weights, parameters, sentence):
    inventory = table([{"sector": "transport", "emission_tco2e": 80.0}])
    given = dict(parameters)
    if weights is not None:
        given["WEIGHTS"] = write_csv(tmp_path, "weights.csv", weights)
    if "ROADS" in given:
        line = f"LINESTRING({X} {Y},{X + 100} {Y})"
        given["ROADS"] = make_layer([(line, {"flow": 1.0})], name="roads", kind="LineString")
    if "POINTS" in given:
        point = (f"POINT({X + 10} {Y + 10})", {"id": given["POINTS"]})
        given["POINTS"] = make_layer([point], name="plants", kind="Point")
    with pytest.raises(QgsProcessingException, match=re.escape(sentence)):
        run(INDUSTRY, inventory, **given)


def test_points_beyond_their_sector_are_refused():
    inventory = table([{"sector": "energy", "emission_tco2e": 50.0}])
    point = (f"POINT({X + 10} {Y + 10})", {"id": "P", "sector": "energy", "emission_tco2e": 51.0})
    with pytest.raises(QgsProcessingException, match="51 t CO2e, but the inventory has 50"):
        run(INDUSTRY, inventory, POINTS=make_layer([point], name="plants", kind="Point"))


@pytest.mark.parametrize("moment", [60.0, 97.0, 98.0])
def test_a_cancelled_run_leaves_nothing(tmp_path, moment):
    """While parcels are spread, while cells are found, and while they are written."""

    class Impatient(Log):
        def setProgress(self, progress):
            if progress > moment:
                self.cancel()

    inventory = table([{"sector": "industry_energy", "emission_tco2e": 12_000.0}])
    weights = write_csv(tmp_path, "weights.csv", WEIGHTS)
    outputs = {"OUTPUT": str(tmp_path / "parcels.gpkg"), "OUTPUT_RASTER": str(tmp_path / "grid.tif")}
    with pytest.raises(QgsProcessingException, match="cancelled"):
        run(INDUSTRY, inventory, Impatient(), WEIGHTS=weights, CELL_SIZE_M=30.0, **outputs)
    assert [path.name for path in tmp_path.iterdir()] == ["weights.csv"]
