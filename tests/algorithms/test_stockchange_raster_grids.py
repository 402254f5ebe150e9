# SPDX-License-Identifier: GPL-2.0-or-later
"""Rasters of two dates whose cells do not coincide: refused with the reason, or aligned when asked."""

from __future__ import annotations

import numpy as np
import pytest
from layers_by_hand import SHARED, make_layer, notes_of, rows_of, square
from rasters_by_hand import X, Y, read_bands, write_raster

POOLS = "lucode,c_above,c_below,c_soil,c_dead\n1,100,30,80,10\n2,5,0,60,5\n"
CELL_HA = 0.02
BEFORE = np.array([[1, 1, 1, 2, 2, 2]] * 4, dtype=np.uint8)
VAUD = SHARED / "vaud_clc_2006_2012"


def place(dx=0.0, dy=0.0, width=10.0, height=-20.0):
    return (X + dx, width, 0.0, Y + dy, 0.0, height)


@pytest.fixture
def settings(tmp_path):
    pools = tmp_path / "pools.csv"
    pools.write_text(POOLS, encoding="utf-8")
    return {
        "BEFORE": write_raster(tmp_path / "before.tif", BEFORE),
        "FACTOR_SET": str(pools),
        "YEAR_BEFORE": 2010,
        "YEAR_AFTER": 2020,
        "AREA_RULE": "planar",
        "OUTPUT": "memory:",
        "OUTPUT_TRANSITIONS": "memory:",
        "MANIFEST": str(tmp_path / "run.json"),
    }


@pytest.fixture
def later(tmp_path):
    """A raster of the second date."""
    return lambda cells, **how: write_raster(tmp_path / "after.tif", np.array(cells, dtype=np.uint8), **how)


@pytest.fixture
def change(run, settings):
    return lambda **more: run("stockchange", **{**settings, **more})


@pytest.fixture
def refusal(refused, settings):
    return lambda **more: refused("stockchange", **{**settings, **more})


def cells_of(result):
    return {
        (row["from_class"], row["to_class"]): pytest.approx(row["area_ha"] / CELL_HA, rel=1e-9)
        for row in rows_of(result["OUTPUT_TRANSITIONS"])
    }


def test_half_a_cell_is_detected_and_told(refusal, later):
    told = refusal(AFTER=later(BEFORE, transform=place(dx=5.0)))
    assert "+0.500 columns and +0.000 rows" in told
    assert "to_before" in told


def test_half_a_cell_is_read_at_the_centres_when_asked(change, later):
    """Columns of the second date lie 4 m further east: each centre (5 m) still lies in its own column."""
    result = change(AFTER=later(BEFORE, transform=place(dx=4.0)), ALIGN="to_before")
    assert cells_of(result) == {("1", "1"): 12, ("2", "2"): 12}
    # 6 m further: the first centre has nothing, every other takes what lies one column west of it.
    result = change(AFTER=later(BEFORE, transform=place(dx=6.0)), ALIGN="to_before")
    assert cells_of(result) == {("1", None): 4, ("1", "1"): 8, ("2", "1"): 4, ("2", "2"): 8}
    told = notes_of(result)["resampled"]
    assert told["area_ha"] == pytest.approx(6 * 80 / 1e4)
    assert told["values"]["after_size"] == "10 × 20"


def test_smaller_cells_are_told_and_read_at_the_centres(change, refusal, later):
    """Cells of 4 m: the centre of each 10 m cell lies in the second or third of them."""
    fine = np.repeat(np.array([[2, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]]), 4, axis=0)
    path = later(fine, transform=place(width=4.0))
    assert "15 × 4" in refusal(AFTER=path)
    assert cells_of(change(AFTER=path, ALIGN="to_before")) == {("1", "2"): 8, ("1", "1"): 4, ("2", "1"): 12}


def test_another_extent_of_the_same_cells_is_cut_not_resampled(change, refusal, later):
    """One column more in the west, two rows fewer in the south, where there is no value, declared or not."""
    cells = [[7, 2, 2, 2, 0, 0, 0], [7, 2, 2, 2, 0, 0, 0]]
    pools_of_zero = {"UNMAPPED": "exclude"}
    path = later(cells, transform=place(dx=-10.0), nodata=None)
    told = refusal(AFTER=path)
    assert "-1 columns and +0 rows" in told
    assert "same cells" in told
    result = change(AFTER=path, ALIGN="to_before", **pools_of_zero)
    assert cells_of(result) == {("1", "2"): 6, ("1", None): 6, ("2", None): 12}
    notes = notes_of(result)
    assert notes["cropped"]["area_ha"] == pytest.approx(2 * CELL_HA)
    assert "resampled" not in notes
    # Value 0 is left out for want of a class; 7 lies beyond the first raster and is nobody's value.
    assert notes["unmapped"]["values"]["codes"].startswith("0 ")


def test_a_south_up_first_date_takes_the_rows_in_its_own_order(change, tmp_path, later):
    before = write_raster(tmp_path / "up.tif", BEFORE, transform=place(dy=-80.0, height=20.0))
    after = later([[2] * 6, [1] * 6, [1] * 6, [1] * 6])
    path = str(tmp_path / "map.tif")
    result = change(BEFORE=before, AFTER=after, ALIGN="to_before", OUTPUT_MAP_RASTER=path)
    assert cells_of(result) == {("1", "2"): 3, ("1", "1"): 9, ("2", "2"): 3, ("2", "1"): 9}
    ((cells, _, _, _),) = read_bands(path)
    # The file starts in the south: its last row is the northern one.
    assert cells[3].tolist() == [-150.0] * 3 + [0.0] * 3
    assert cells[0].tolist() == [0.0] * 3 + [150.0] * 3


def test_another_crs_is_refused_and_carried_over_when_asked(change, refusal, later):
    """The second date in degrees, in cells of about 1 m around the same ground, forest throughout."""
    from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsPointXY, QgsProject

    here, degrees = (QgsCoordinateReferenceSystem(name) for name in ("EPSG:4547", "EPSG:4490"))
    corner = QgsCoordinateTransform(here, degrees, QgsProject.instance()).transform(
        QgsPointXY(X - 40, Y + 40)
    )
    path = later(np.ones((200, 200)), epsg=4490, transform=(corner.x(), 1e-5, 0.0, corner.y(), 0.0, -1e-5))
    told = refusal(AFTER=path)
    assert "EPSG:4547" in told
    assert "EPSG:4490" in told
    result = change(AFTER=path, ALIGN="to_before")
    assert cells_of(result) == {("1", "1"): 12, ("2", "1"): 12}
    assert {"reprojected", "resampled"} <= set(notes_of(result))


def test_a_raster_of_the_whole_world_serves_a_small_one(change, later):
    """One degree a cell, cropland throughout; all but the ground of the first date is left out."""
    world = later(np.full((180, 360), 2), epsg=4326, transform=(-180.0, 1.0, 0.0, 90.0, 0.0, -1.0))
    result = change(AFTER=world, ALIGN="to_before")
    assert cells_of(result) == {("1", "2"): 12, ("2", "2"): 12}
    # Surface of the ellipsoid WGS 84: 510 065 621.7 km².
    assert notes_of(result)["resampled"]["area_ha"] == pytest.approx(510_065_621.7e2, rel=1e-8)


def test_corine_of_vaud_is_refused_and_aligned_when_asked(run, refused, tmp_path):
    """100.0051 m against 99.9925 m; on the common 100 m grid 76 754 cells are valid and 6 116 differ."""
    if not VAUD.is_dir():
        pytest.skip("the land cover of Vaud is not beside the repository")
    asked = {
        "CLASSIFICATION": "corine_clc",
        "UNMAPPED": "exclude",
        "YEAR_BEFORE": 2006,
        "YEAR_AFTER": 2012,
        "AREA_RULE": "planar",
        "OUTPUT": "memory:",
        "MANIFEST": str(tmp_path / "run.json"),
    }
    own = {
        date: str(VAUD / f"clc_{year}_original_grid.tif")
        for date, year in (("BEFORE", 2006), ("AFTER", 2012))
    }
    common = {date: str(VAUD / f"clc_{year}_100m.tif") for date, year in (("BEFORE", 2006), ("AFTER", 2012))}
    told = refused("stockchange", **asked, **own)
    assert "100.0051" in told
    assert "99.992" in told
    both = run("stockchange", **asked, **common)
    assert both["TOTAL_AREA_HA"] == pytest.approx(76_754.0)
    assert both["CHANGED_HA"] <= 6_116.0
    aligned = run("stockchange", **asked, **own, ALIGN="to_before")
    assert aligned["TOTAL_AREA_HA"] == pytest.approx(76_754.0, rel=0.005)
    assert "resampled" in notes_of(aligned)


def test_units_of_the_second_raster_lie_on_the_grid_of_the_first(change, later):
    towns = make_layer([(square(X, Y - 40, 30, 40), {"XZQMC": "镇"})])
    result = change(
        AFTER=later(BEFORE, transform=place(dx=6.0)), ALIGN="to_before", UNITS=towns, UNIT_FIELD="XZQMC"
    )
    assert cells_of(result) == {("1", None): 2, ("1", "1"): 4}
