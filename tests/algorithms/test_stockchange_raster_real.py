# SPDX-License-Identifier: GPL-2.0-or-later
"""Change between real rasters: the published figures of InVEST's sample, of ESA CCI, and of OpenStreetMap."""

from __future__ import annotations

import csv
import math

import numpy as np
import pytest
from layers_by_hand import SHARED, manifest_of, notes_of, rows_of
from osgeo import gdal

WILLAMETTE = SHARED / "invest_willamette"
GUINEA = SHARED / "newguinea_cci_2001_2015"
LIECHTENSTEIN = SHARED / "liechtenstein_osm"
#: Class of New Guinea: hectares in 2001 and in 2015, cells of 9 ha counted by the data set's description.
GUINEA_HA = {
    1: (8_208_675, 7_758_009),
    2: (72_643_302, 73_104_984),
    3: (766_593, 760_338),
    5: (32_751, 38_799),
    6: (51_768, 24_093),
    7: (685_782, 706_995),
    9: (1_835_343, 1_830_996),
}
GUINEA_CHANGED_CELLS = 223_047


def at_hand(folder):
    if not folder.is_dir():
        pytest.skip(f"real data {folder.name} is not beside the repository")


def pools(path, codes):
    """A table of pools in which each code has a density of its own."""
    rows = [f"{code},{number},0,0,0\n" for number, code in enumerate(codes, 1)]
    path.write_text("lucode,c_above,c_below,c_soil,c_dead\n" + "".join(rows), encoding="utf-8")
    return str(path)


def sums(rows, column, date):
    found = {}
    for row in rows:
        found.setdefault(row[f"{date}_class"], []).append(row[column])
    return {name: math.fsum(values) for name, values in found.items()}


def test_willamette_changes_as_invest_published_it(run, tmp_path):
    """Nodata is 127 at one date and 0 at the other; −3 526 095.10 t C, class by class and cell by cell."""
    at_hand(WILLAMETTE)
    result = run(
        "stockchange",
        BEFORE=str(WILLAMETTE / "lulc_current_willamette.tif"),
        AFTER=str(WILLAMETTE / "lulc_future_willamette.tif"),
        YEAR_BEFORE=2020,
        YEAR_AFTER=2050,
        FACTOR_SET=str(WILLAMETTE / "carbon_pools_willamette.csv"),
        AREA_RULE="planar",
        OUTPUT="memory:",
        OUTPUT_TRANSITIONS="memory:",
        OUTPUT_MAP_RASTER=str(tmp_path / "change.tif"),
    )
    assert result["STOCK_BEFORE_TC"] == pytest.approx(41_401_390.81, abs=0.01)
    assert result["STOCK_AFTER_TC"] == pytest.approx(37_875_295.71, abs=0.01)
    assert result["CHANGE_TC"] == pytest.approx(-3_526_095.10, abs=0.01)
    assert result["TOTAL_AREA_HA"] == pytest.approx(1_641_621 * 0.09)
    transitions = rows_of(result["OUTPUT_TRANSITIONS"])
    before, after = (sums(transitions, "area_ha", date) for date in ("from", "to"))
    stock = sums(transitions, "stock_before_tc", "from"), sums(transitions, "stock_after_tc", "to")
    with (WILLAMETTE / "expected_by_class.csv").open(encoding="utf-8") as stream:
        for row in csv.DictReader(stream):
            code = row["lucode"]
            assert before.get(code, 0.0) == pytest.approx(float(row["ha_cur"]), rel=1e-9, abs=1e-9)
            assert after.get(code, 0.0) == pytest.approx(float(row["ha_fut"]), rel=1e-9, abs=1e-9)
            assert stock[0].get(code, 0.0) == pytest.approx(float(row["tC_cur"]), abs=0.005)
            assert stock[1].get(code, 0.0) == pytest.approx(float(row["tC_fut"]), abs=0.005)
    ours = gdal.Open(result["OUTPUT_MAP_RASTER"]).ReadAsArray()
    theirs = gdal.Open(str(WILLAMETTE / "invest_delta_cur_fut.tif")).ReadAsArray()
    # InVEST marks ground without a figure with −1 t C per cell.
    assert np.array_equal(ours < -1e38, theirs == -1.0)
    valid = theirs != -1.0
    assert np.abs(ours[valid] - theirs[valid] / 0.09).max() < 1e-4


def test_new_guinea_keeps_every_cell_of_both_dates_whatever_the_units(run, tmp_path):
    """28 million cells and 22 ecoregions by exact shares: what the units hold and all ground besides."""
    at_hand(GUINEA)
    asked = {
        "BEFORE": str(GUINEA / "landcover_2001.tif"),
        "AFTER": str(GUINEA / "landcover_2015.tif"),
        "YEAR_BEFORE": 2001,
        "YEAR_AFTER": 2015,
        "FACTOR_SET": pools(tmp_path / "pools.csv", GUINEA_HA),
        "AREA_RULE": "planar",
        "OUTPUT": "memory:",
        "OUTPUT_TRANSITIONS": "memory:",
    }
    result = run("stockchange", **asked)
    whole = rows_of(result["OUTPUT_TRANSITIONS"])
    for date, place in (("from", 0), ("to", 1)):
        expected = {str(code): float(areas[place]) for code, areas in GUINEA_HA.items()}
        assert sums(whole, "area_ha", date) == pytest.approx(expected, rel=1e-12)
    assert result["CHANGED_HA"] == pytest.approx(GUINEA_CHANGED_CELLS * 9.0)
    units = {"UNITS": str(GUINEA / "ecoregions.gpkg"), "UNIT_FIELD": "ECO_NAME", "EDGE": "exact"}
    inside = rows_of(run("stockchange", **asked, **units)["OUTPUT_TRANSITIONS"])
    assert len({row["unit"] for row in inside}) == 22
    in_units = sums(inside, "area_ha", "from")
    for code, (area_ha, _) in GUINEA_HA.items():
        assert in_units[str(code)] <= area_ha * (1.0 + 1e-9)
    assert in_units["2"] == pytest.approx(GUINEA_HA[2][0], rel=0.02)


def test_liechtenstein_hardly_changes_between_polygons_and_the_raster_burnt_from_them(run, tmp_path):
    """What seems to change are the edges of 10 m cells: 12 % of the ground, no net change of a class."""
    at_hand(LIECHTENSTEIN)
    with (LIECHTENSTEIN / "class_codes.csv").open(encoding="utf-8") as stream:
        classes = {row["code"]: float(row["area_ha"]) for row in csv.DictReader(stream)}
    file = LIECHTENSTEIN / "liechtenstein_osm.gpkg"
    result = run(
        "stockchange",
        BEFORE=str(LIECHTENSTEIN / "liechtenstein_lulc_10m.tif"),
        AFTER=f"{file}|layername=landuse_flat",
        AFTER_FIELD="code",
        YEAR_BEFORE=2020,
        YEAR_AFTER=2021,
        FACTOR_SET=pools(tmp_path / "pools.csv", classes),
        UNITS=f"{file}|layername=municipalities",
        UNIT_FIELD="name",
        AREA_RULE="planar",
        EDGE="exact",
        OUTPUT="memory:",
        OUTPUT_TRANSITIONS="memory:",
        MANIFEST=str(tmp_path / "run.json"),
    )
    transitions = rows_of(result["OUTPUT_TRANSITIONS"])
    before, after = (sums(transitions, "area_ha", date) for date in ("from", "to"))
    for code, area_ha in classes.items():
        assert after[code] == pytest.approx(area_ha, rel=1e-4, abs=0.06)
        assert before[code] == pytest.approx(area_ha, rel=0.025, abs=2.0)
    assert result["TOTAL_AREA_HA"] == pytest.approx(16_052.39, rel=1e-3)
    assert result["CHANGED_HA"] < 0.12 * 16_052.39
    assert abs(result["CHANGE_TC"]) < 0.002 * result["STOCK_BEFORE_TC"]
    assert manifest_of(result)["edge"] == "exact"
    assert "cells_by_centre" not in notes_of(result)
