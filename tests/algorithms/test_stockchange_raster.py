# SPDX-License-Identifier: GPL-2.0-or-later
"""Change between two rasters: cells counted by hand, grids that do not coincide, the change raster."""

from __future__ import annotations

import numpy as np
import pytest
from layers_by_hand import make_layer, notes_of, rows_of, square
from rasters_by_hand import X, Y, read_bands, write_raster

#: t C/ha: forest 220, cropland 70, grass 69: from cropland to grass the change is −1.
POOLS = "lucode,c_above,c_below,c_soil,c_dead\n1,100,30,80,10\n2,5,0,60,5\n3,4,0,60,5\n"
CELL_HA = 0.02
#: Five columns and four rows of 10 m × 20 m below (X, Y); nodata is 0 before and 127 after.
BEFORE = np.array([[1, 1, 2, 2, 0]] * 4, dtype=np.uint8)
AFTER = np.array([[1, 2, 2, 3, 3], [1, 2, 2, 3, 3], [1, 2, 2, 3, 127], [127, 2, 2, 3, 127]], dtype=np.uint8)


def unit(x, y, width, height, name):
    return (square(X + x, Y + y, width, height), {"XZQMC": name})


@pytest.fixture
def dates(tmp_path):
    return {
        "BEFORE": write_raster(tmp_path / "before.tif", BEFORE, nodata=0),
        "AFTER": write_raster(tmp_path / "after.tif", AFTER, nodata=127),
    }


@pytest.fixture
def settings(tmp_path):
    pools = tmp_path / "pools.csv"
    pools.write_text(POOLS, encoding="utf-8")
    return {
        "FACTOR_SET": str(pools),
        "YEAR_BEFORE": 2010,
        "YEAR_AFTER": 2020,
        "AREA_RULE": "planar",
        "OUTPUT": "memory:",
        "OUTPUT_TRANSITIONS": "memory:",
        "MANIFEST": str(tmp_path / "run.json"),
    }


@pytest.fixture
def change(run, dates, settings):
    return lambda **more: run("stockchange", **{**settings, **dates, **more})


@pytest.fixture
def refusal(refused, dates, settings):
    return lambda **more: refused("stockchange", **{**settings, **dates, **more})


def cells_of(result, name="*"):
    """Cells by class before and after."""
    return {
        (row["from_class"], row["to_class"]): round(row["area_ha"] / CELL_HA, 9)
        for row in rows_of(result["OUTPUT_TRANSITIONS"])
        if row["unit"] == name
    }


def test_each_date_has_its_own_nodata(change):
    """0 is none before and 127 none after; what only one date knows is a transition from or to nothing."""
    result = change()
    assert cells_of(result) == {
        ("1", "1"): 3,
        ("1", None): 1,
        ("1", "2"): 4,
        ("2", "2"): 4,
        ("2", "3"): 4,
        (None, "3"): 2,
    }
    assert result["CHANGE_TC"] == pytest.approx(4 * CELL_HA * (70 - 220) + 4 * CELL_HA * -1.0)
    assert result["STOCK_BEFORE_TC"] == pytest.approx(CELL_HA * (7 * 220 + 8 * 70))
    assert result["TOTAL_AREA_HA"] == pytest.approx(15 * CELL_HA)


def test_invest_s_published_cases_as_rasters(run, settings, tmp_path):
    """InVEST's regression tests (natcap/invest tests/test_carbon.py): 86 and 28 t C/ha, change −58.

    On a raster of 100 m² these are 0.86, 0.28 and −0.58 t C; with V 43, r −7.1 %, c 2.8 %,
    2016–2030 worth −34.2208. With the pools 2, 1, 5, 0 of a third class the change is −78 t C/ha.
    """
    pools = tmp_path / "invest.csv"
    rows = "1,15,10,60,1\n2,5,3,20,0\n3,2,1,5,0\n"
    pools.write_text("lucode,c_above,c_below,c_soil,c_dead\n" + rows, encoding="utf-8")
    path = str(tmp_path / "change.tif")
    place = {"transform": (X, 1.0, 0.0, Y, 0.0, -1.0)}
    worth = {"PRICE": 43, "PRICE_UNIT": "per_tc", "DISCOUNT_RATE": -7.1, "RATE_CHANGE": 2.8}
    years = {"YEAR_BEFORE": 2016, "YEAR_AFTER": 2030}
    before = write_raster(tmp_path / "one.tif", np.ones((10, 10), dtype=np.uint8), **place)
    for code, after_ha, npv in ((2, 28.0, -34.2208), (3, 8.0, -46.0211)):
        after = write_raster(tmp_path / "two.tif", np.full((10, 10), code, dtype=np.uint8), **place)
        asked = {"BEFORE": before, "AFTER": after, "FACTOR_SET": str(pools), "OUTPUT_MAP_RASTER": path}
        result = run("stockchange", **{**settings, **asked, **years})
        stocks = [result[name] for name in ("STOCK_BEFORE_TC", "STOCK_AFTER_TC", "CHANGE_TC")]
        assert stocks == pytest.approx([0.86, after_ha / 100, (after_ha - 86) / 100])
        ((cells, _, _, _),) = read_bands(path)
        assert (cells == after_ha - 86).all()
        found = run("valuechange", CHANGE_TC=result["CHANGE_TC"], **years, **worth)["NPV"]
        assert found == pytest.approx(npv, abs=1e-4)


def test_a_loss_of_one_tonne_is_a_value_of_the_map(change, tmp_path):
    path = str(tmp_path / "change.tif")
    change(OUTPUT_MAP_RASTER=path)
    ((cells, nodata, kind, name),) = read_bands(path)
    assert (kind, name) == ("t C/ha", "change_tc_ha")
    assert nodata < -3e38
    assert cells[0].tolist() == [0.0, -150.0, 0.0, -1.0, pytest.approx(nodata)]
    assert cells[3].tolist() == [pytest.approx(nodata), -150.0, 0.0, -1.0, pytest.approx(nodata)]


def test_units_share_the_cells_and_overlap_counts_once_in_totals(change):
    """West: the first two columns; middle: the second and third; both at once count a column once."""
    towns = make_layer([unit(0, -80, 20, 80, "西"), unit(10, -80, 20, 80, "中")])
    for edge in ("centre", "exact"):
        result = change(UNITS=towns, UNIT_FIELD="XZQMC", EDGE=edge)
        assert cells_of(result, "西") == {("1", "1"): 3, ("1", None): 1, ("1", "2"): 4}
        assert cells_of(result, "中") == {("1", "2"): 4, ("2", "2"): 4}
        assert result["CHANGE_TC"] == pytest.approx(4 * CELL_HA * -150)
        assert notes_of(result)["overlapping_units"]["count"] == 2


def polygons(rows):
    """Land use of whole columns: (first column, columns, code)."""
    return make_layer(
        [(square(X + 10 * x, Y - 80, 10 * width, 80), {"DLBM": code}) for x, width, code in rows]
    )


def test_a_raster_before_and_polygons_after(change, tmp_path):
    """Polygons on columns 1–3 and beyond the raster; columns 0 and 4 hold none."""
    after = polygons([(1, 1, "2"), (2, 2, "3"), (5, 2, "1")])
    path = str(tmp_path / "change.tif")
    result = change(AFTER=after, AFTER_FIELD="DLBM", OUTPUT_MAP_RASTER=path, EDGE="exact")
    assert cells_of(result) == {("1", None): 4, ("1", "2"): 4, ("2", "3"): 8, (None, "1"): 8}
    assert result["CHANGE_TC"] == pytest.approx(CELL_HA * (4 * -150 + 8 * -1))
    ((cells, nodata, _, _),) = read_bands(path)
    for row in cells:
        assert row.tolist() == [pytest.approx(nodata), -150.0, -1.0, -1.0, pytest.approx(nodata)]


def test_polygons_before_and_a_raster_after_in_units(change):
    towns = make_layer([unit(5, -80, 20, 80, "镇"), unit(15, -80, 50, 40, "区")])
    before = polygons([(0, 2, "1"), (2, 2, "2")])
    result = change(BEFORE=before, BEFORE_FIELD="DLBM", UNITS=towns, UNIT_FIELD="XZQMC", EDGE="exact")
    assert cells_of(result, "镇") == {("1", "1"): 1.5, ("1", None): 0.5, ("1", "2"): 4, ("2", "2"): 2}
    # Its two lower rows: half of column 1, all of 2 and 3; in column 4 neither date shows land.
    assert cells_of(result, "区") == {("1", "2"): 1, ("2", "2"): 2, ("2", "3"): 2}
    assert result["CHANGE_TC"] == pytest.approx(CELL_HA * (4 * -150 + 2 * -1))


def test_the_map_is_drawn_in_losses_and_gains(change, tmp_path):
    """−150, 0 and −1 t C/ha have colours of their own; what is not known is not drawn."""
    from dualcarbon.plugin.gis.styles import style_layer
    from qgis.core import QgsRasterLayer

    path = str(tmp_path / "change.tif")
    change(OUTPUT_MAP_RASTER=path)
    layer = QgsRasterLayer(path, "change")
    assert style_layer(layer, "stockchange_map_raster")
    block = layer.renderer().block(1, layer.extent(), 5, 4)
    row = [block.color(0, column) & 0xFFFFFFFF for column in range(5)]
    assert row == [0xFFF7F7F7, 0xFFB2182B, 0xFFF7F7F7, 0xFFFDDBC7, 0]
    labels = [label for label, _ in layer.renderer().legendSymbologyItems()]
    assert "no change of carbon 碳储量不变" in labels
