# SPDX-License-Identifier: GPL-2.0-or-later
"""What rasters of two dates may hold besides classes, and what a run with them refuses."""

from __future__ import annotations

import math

import numpy as np
import pytest
from layers_by_hand import Log, make_layer, notes_of, rows_of, square
from qgis.core import QgsProcessingException
from rasters_by_hand import X, Y, write_raster

POOLS = "lucode,c_above,c_below,c_soil,c_dead\n1,100,30,80,10\n2,5,0,60,5\n"
CELL_HA = 0.02
BEFORE = np.array([[1, 1, 2, 2]] * 3, dtype=np.uint8)
AFTER = np.array([[1, 2, 2, 1]] * 3, dtype=np.uint8)


@pytest.fixture
def raster(tmp_path):
    """A raster file of a name."""
    return lambda name, cells, **how: write_raster(tmp_path / f"{name}.tif", np.asarray(cells), **how)


@pytest.fixture
def settings(tmp_path, raster):
    pools = tmp_path / "pools.csv"
    pools.write_text(POOLS, encoding="utf-8")
    return {
        "BEFORE": raster("before", BEFORE),
        "AFTER": raster("after", AFTER),
        "FACTOR_SET": str(pools),
        "YEAR_BEFORE": 2010,
        "YEAR_AFTER": 2020,
        "AREA_RULE": "planar",
        "OUTPUT": "memory:",
        "OUTPUT_TRANSITIONS": "memory:",
        "MANIFEST": str(tmp_path / "run.json"),
    }


@pytest.fixture
def change(run, settings):
    return lambda **more: run("stockchange", **{**settings, **more})


@pytest.fixture
def refusal(refused, settings):
    return lambda **more: refused("stockchange", **{**settings, **more})


def cells_of(result):
    return {
        (row["from_class"], row["to_class"]): round(row["area_ha"] / CELL_HA, 9)
        for row in rows_of(result["OUTPUT_TRANSITIONS"])
    }


EXPECTED = {("1", "1"): 3, ("1", "2"): 3, ("2", "2"): 3, ("2", "1"): 3}


@pytest.mark.parametrize("kind", ["int16", "int32", "float32", "float64"])
def test_classes_are_classes_whatever_numbers_hold_them(change, raster, kind):
    result = change(BEFORE=raster("typed", BEFORE.astype(kind)))
    assert cells_of(result) == EXPECTED
    assert result["CHANGE_TC"] == pytest.approx(0.0, abs=1e-12)


def test_not_a_number_is_no_class(change, raster):
    cells = BEFORE.astype(np.float32)
    cells[0] = np.nan
    result = change(BEFORE=raster("typed", cells, nodata=None))
    assert cells_of(result) == {
        **dict.fromkeys(EXPECTED, 2),
        (None, "1"): 2,
        (None, "2"): 2,
    }


def test_a_date_without_a_nodata_value_is_warned_of(change, raster):
    notes = notes_of(change(AFTER=raster("bare", AFTER, nodata=None)))
    assert "“bare”" in notes["no_nodata"]["text"]


def test_a_date_of_nothing_but_nodata_is_refused(refusal, raster):
    told = refusal(AFTER=raster("empty", np.zeros((3, 4), dtype=np.uint8)))
    assert "“empty”" in told
    assert "no cell with a value" in told


def test_a_value_missing_from_the_table_is_listed_with_its_area(change, refusal, raster):
    cells = AFTER.copy()
    cells[0, :2] = 77
    path = raster("odd", cells)
    told = refusal(AFTER=path)
    assert "77 (0.0400 ha)" in told
    result = change(AFTER=path, UNMAPPED="exclude")
    assert result["UNMAPPED_AREA_HA"] == pytest.approx(2 * CELL_HA)
    assert cells_of(result) == {**EXPECTED, ("1", "1"): 2, ("1", "2"): 2, ("1", None): 2}


def test_cells_in_degrees_have_their_true_area(run, settings, raster):
    """One cell of 0.01° × 0.02° between the parallels 29.98° and 30°, forest turned into cropland."""
    place = {"epsg": 4490, "transform": (114.0, 0.01, 0.0, 30.0, 0.0, -0.02)}
    result = run(
        "stockchange",
        **{
            **settings,
            "BEFORE": raster("b", np.array([[1]], dtype=np.uint8), **place),
            "AFTER": raster("a", np.array([[2]], dtype=np.uint8), **place),
            "AREA_RULE": "ellipsoidal",
        },
    )
    a, e2 = 6_378_137.0, 0.006694380022900788
    middle = math.radians(29.99)
    meridian = a * (1 - e2) / (1 - e2 * math.sin(middle) ** 2) ** 1.5
    parallel = a * math.cos(middle) / math.sqrt(1 - e2 * math.sin(middle) ** 2)
    area_ha = meridian * math.radians(0.02) * parallel * math.radians(0.01) / 1e4
    assert result["TOTAL_AREA_HA"] == pytest.approx(area_ha, rel=1e-6)
    assert result["CHANGE_TC"] == pytest.approx(-150.0 * area_ha, rel=1e-6)


def test_stocks_are_those_of_the_sink_baseline_at_each_date(run, change, settings):
    """Σ transitions of a date = its baseline; opening + change = closing."""
    towns = make_layer([(square(X - 5, Y - 45, 33, 40), {"XZQMC": "镇"})])
    common = {"UNITS": towns, "UNIT_FIELD": "XZQMC", "EDGE": "exact", "AREA_RULE": "ellipsoidal"}
    result = change(**common)
    baselines = [
        run(
            "sinkbaseline",
            INPUT=settings[date],
            FACTOR_SET=settings["FACTOR_SET"],
            OUTPUT="memory:",
            **common,
        )
        for date in ("BEFORE", "AFTER")
    ]
    stocks = [baseline["TOTAL_STOCK_TC"] for baseline in baselines]
    assert [result["STOCK_BEFORE_TC"], result["STOCK_AFTER_TC"]] == pytest.approx(stocks, rel=1e-12)
    assert result["STOCK_BEFORE_TC"] + result["CHANGE_TC"] == pytest.approx(stocks[1], rel=1e-12)


@pytest.mark.parametrize(
    "degrees", [(-180.0, 10.0, 0.0, 90.0, 0.0, -5.0), (114.0, 1.0, 0.0, 90.0, 0.0, -1e-7)]
)
def test_the_whole_world_and_the_pole_are_ground_like_any_other(change, raster, degrees):
    """The ellipsoid WGS 84 has 510 065 621.7 km² (NGA.STND.0036, table 3.7: R2 = 6371007.181 m)."""
    cells = np.ones((36, 36), dtype=np.uint8)
    dates = [raster(name, cells, epsg=4326, transform=degrees) for name in ("first", "second")]
    result = change(BEFORE=dates[0], AFTER=dates[1], AREA_RULE="ellipsoidal")
    (drawn,) = result["OUTPUT"].getFeatures()
    box = drawn.geometry().boundingBox()
    west, east, south = degrees[0], degrees[0] + 36 * degrees[1], 90.0 + 36 * degrees[5]
    assert [box.xMinimum(), box.xMaximum(), box.yMinimum(), box.yMaximum()] == [west, east, south, 90.0]
    if west == -180.0:
        assert result["TOTAL_AREA_HA"] == pytest.approx(4.0 * math.pi * 6_371_007.181**2 / 1e4, rel=1e-9)


@pytest.mark.parametrize(
    ("change", "part"),
    [
        ({"AREA_RULE": "attribute"}, "no area field"),
        ({"OUTPUT_MAP": "memory:"}, "OUTPUT_MAP_RASTER"),
        ({"OUTPUT_MAP_RASTER": "{}/map.img"}, ".tif"),
        ({"AFTER_BAND": 2}, "no band 2"),
        ({"YEAR_AFTER": 2010}, "year"),
    ],
)
def test_what_a_change_of_rasters_cannot_do_is_said_in_one_sentence(refusal, tmp_path, change, part):
    filled = {
        key: value.format(tmp_path) if isinstance(value, str) else value for key, value in change.items()
    }
    assert part in refusal(**filled)
    assert not list(tmp_path.glob("map*"))


def test_polygons_beside_a_raster_need_their_code_field(refusal):
    parcels = make_layer([(square(X, Y - 60, 40, 60), {"DLBM": "1"})])
    assert "AFTER_FIELD" in refusal(AFTER=parcels)
    assert "OUTPUT_MAP_RASTER" in refusal(AFTER=parcels, AFTER_FIELD="DLBM", OUTPUT_MAP="memory:")


def test_polygons_that_overlap_count_their_common_ground_once(change):
    """Column 1 lies in both; the feature that comes first by id keeps it."""
    after = make_layer(
        [
            (square(X, Y - 60, 20, 60), {"DLBM": "1", "id": "a"}),
            (square(X + 10, Y - 60, 30, 60), {"DLBM": "2", "id": "b"}),
        ]
    )
    for edge in ("centre", "exact"):
        result = change(AFTER=after, AFTER_FIELD="DLBM", AFTER_ID_FIELD="id", EDGE=edge)
        assert cells_of(result) == {("1", "1"): 6, ("2", "2"): 6}
        assert notes_of(result)["counted_once"]["area_ha"] == pytest.approx(3 * CELL_HA)


def test_polygons_beyond_the_raster_are_ground_of_one_date(change):
    """40 m × 60 m beyond the raster's east, half of it in a unit that reaches over its edge."""
    after = make_layer([(square(X, Y - 60, 80, 60), {"DLBM": "2"})])
    assert cells_of(change(AFTER=after, AFTER_FIELD="DLBM"))[(None, "2")] == pytest.approx(12)
    town = make_layer([(square(X + 30, Y - 60, 30, 60), {"XZQMC": "镇"})])
    for edge in ("centre", "exact"):
        result = change(AFTER=after, AFTER_FIELD="DLBM", UNITS=town, UNIT_FIELD="XZQMC", EDGE=edge)
        assert cells_of(result) == {("2", "2"): 3, (None, "2"): 6}
        (row,) = rows_of(result["OUTPUT"])
        assert row["only_after_ha"] == pytest.approx(6 * CELL_HA)
        assert row["unit_area_ha"] == pytest.approx(9 * CELL_HA)


def test_ground_of_a_unit_that_neither_date_shows_is_told(change, raster):
    """10 m × 60 m beyond the raster, and one cell without a value at both dates."""
    first, second = BEFORE.copy(), AFTER.copy()
    first[0, 3] = second[0, 3] = 0
    town = make_layer([(square(X + 20, Y - 60, 30, 60), {"XZQMC": "镇"})])
    asked = {"UNITS": town, "UNIT_FIELD": "XZQMC", "EDGE": "exact", "BEFORE": raster("first", first)}
    told = notes_of(change(AFTER=raster("second", second), **asked))["uncovered_units"]
    assert (told["ids"], told["area_ha"]) == (["镇"], pytest.approx(4 * CELL_HA))
    # Polygons on the first column and on all the ground beyond the raster leave the one cell alone.
    places = [square(X + 20, Y - 60, 10, 60), square(X + 40, Y - 60, 30, 60)]
    strips = make_layer([(place, {"DLBM": "1"}) for place in places])
    told = notes_of(change(AFTER=strips, AFTER_FIELD="DLBM", **asked))["uncovered_units"]
    assert told["area_ha"] == pytest.approx(CELL_HA)


def test_a_cancel_leaves_nothing(provider, settings, tmp_path):
    import processing

    class Impatient(Log):
        def setProgress(self, progress):
            if progress > 50:
                self.cancel()

    path = tmp_path / "map.tif"
    with pytest.raises(QgsProcessingException, match="cancelled"):
        processing.run(
            "dualcarbon:stockchange", {**settings, "OUTPUT_MAP_RASTER": str(path)}, feedback=Impatient()
        )
    assert not list(tmp_path.glob("map*"))
