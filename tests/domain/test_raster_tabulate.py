# SPDX-License-Identifier: GPL-2.0-or-later
"""Units on a grid: by centres against points in polygons, by exact shares against intersections of boxes."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pyproj
import pytest
import shapely
from dualcarbon.plugin.domain.errors import ClassError, InputError
from dualcarbon.plugin.domain.rasters import (
    CENTRE,
    EXACT,
    WHOLE,
    CodeBook,
    Grid,
    burn,
    cell_areas,
    grid_of,
    misalignment,
    tabulate_raster,
)
from hypothesis import given, settings
from hypothesis import strategies as st

GAUSS_KRUGER = pyproj.CRS.from_epsg(4547).to_wkt()
DEGREES = pyproj.CRS.from_epsg(4490).to_wkt()
GRID = Grid(8, 6, 500_000.0, 3_000_060.0, 10.0, -10.0, GAUSS_KRUGER)


def areas_by_hand(units, codes, grid, edge):
    """Every cell as a box: its centre or its intersection, one by one."""
    found = {}
    for row in range(grid.height):
        for column in range(grid.width):
            x, y = grid.x0 + column * grid.dx, grid.y0 + row * grid.dy
            box = shapely.box(x, min(y, y + grid.dy), x + grid.dx, max(y, y + grid.dy))
            for number, unit in enumerate(units):
                inside = (
                    shapely.contains_xy(unit, x + grid.dx / 2, y + grid.dy / 2) * box.area
                    if edge == CENTRE
                    else shapely.intersection(unit, box).area
                )
                if inside:
                    key = (number, int(codes[row, column]))
                    found[key] = found.get(key, 0.0) + inside
    return found


def areas_by_engine(units, codes, grid, edge, rows_per_block=4):
    book = CodeBook("land", 0.0)
    burnt = burn(np.array(units, dtype=object), grid, edge)
    table = tabulate_raster(
        book.reader(lambda start, stop: codes[start:stop]),
        grid,
        burnt,
        cell_areas(grid, "planar"),
        rows_per_block=rows_per_block,
    )
    names = [0, *book.codes]
    return {(row.unit, names[row.slot]): row.area_m2 for row in table.itertuples() if row.unit != WHOLE}


star = st.lists(st.floats(5.0, 45.0), min_size=3, max_size=14)


@settings(max_examples=60)
@given(
    star,
    st.floats(-20, 100),
    st.floats(-20, 80),
    st.booleans(),
    st.integers(0, 99),
    st.sampled_from([CENTRE, EXACT]),
)
def test_any_star_with_a_hole_gets_the_cells_that_boxes_say(radii, x, y, south_up, seed, edge):
    angle = np.linspace(0, 2 * np.pi, len(radii), endpoint=False)
    ring = np.column_stack((np.cos(angle), np.sin(angle))) * np.array(radii)[:, None] + [
        500_000 + x,
        3_000_000 + y,
    ]
    unit = shapely.Polygon(ring, [ring.mean(axis=0) + (ring - ring.mean(axis=0)) * 0.3])
    other = shapely.box(500_013.0, 3_000_007.0, 500_200.0, 3_000_041.5)
    grid = Grid(8, 6, 500_000.0, 3_000_000.0, 10.0, 10.0, GAUSS_KRUGER) if south_up else GRID
    codes = np.random.default_rng(seed).integers(0, 4, (6, 8)).astype(np.uint8)
    units = [shapely.make_valid(unit), other]
    expected = areas_by_hand(units, codes, grid, edge)
    found = areas_by_engine(units, codes, grid, edge)
    assert {key: area for key, area in found.items() if area > 1e-6} == pytest.approx(
        {key: area for key, area in expected.items() if area > 1e-6}, rel=1e-9, abs=1e-6
    )


@pytest.mark.parametrize("edge", [CENTRE, EXACT])
def test_neighbours_share_out_every_cell_once(edge):
    """Two units with a slanting border tile the grid; so do their cells."""
    whole = shapely.box(500_000, 3_000_000, 500_080, 3_000_060)
    left = shapely.Polygon(
        [(500_000, 3_000_000), (500_033, 3_000_000), (500_047, 3_000_060), (500_000, 3_000_060)]
    )
    right = shapely.Polygon(
        [(500_033, 3_000_000), (500_080, 3_000_000), (500_080, 3_000_060), (500_047, 3_000_060)]
    )
    assert left.area + right.area == pytest.approx(whole.area)
    codes = np.ones((6, 8), dtype=np.uint8)
    found = areas_by_engine([left, right], codes, GRID, edge)
    assert sum(found.values()) == pytest.approx(4_800.0)
    if edge == EXACT:
        assert found == pytest.approx({(0, 1): left.area, (1, 1): right.area})


def test_units_that_overlap_each_get_their_cells():
    unit = shapely.box(500_000, 3_000_000, 500_040, 3_000_060)
    found = areas_by_engine([unit, unit], np.full((6, 8), 7, dtype=np.uint8), GRID, CENTRE)
    assert found == {(0, 7): 2_400.0, (1, 7): 2_400.0}


def test_figures_do_not_depend_on_the_size_of_the_blocks():
    codes = np.random.default_rng(1).integers(0, 9, (6, 8)).astype(np.int16)
    unit = [shapely.Point(500_040, 3_000_030).buffer(28)]
    one, other = (areas_by_engine(unit, codes, GRID, EXACT, rows) for rows in (1, 6))
    assert one == pytest.approx(other, rel=1e-12)


@pytest.mark.parametrize("edge", [CENTRE, EXACT])
def test_polygons_are_burnt_in_one_after_the_other_with_the_same_result(edge, monkeypatch):
    from dualcarbon.plugin.domain.rasters import tabulate

    units = [shapely.Point(500_000 + 12 * n, 3_000_030).buffer(14) for n in range(7)]
    codes = np.random.default_rng(2).integers(0, 4, (6, 8)).astype(np.uint8)
    together = areas_by_engine(units, codes, GRID, edge)
    monkeypatch.setattr(tabulate, "CHUNK_SIZE", 10)
    assert areas_by_engine(units, codes, GRID, edge) == pytest.approx(together, rel=1e-12)


def test_polygons_of_one_unit_that_overlap_by_noise_fill_a_cell_once(monkeypatch):
    """Two parcels of one unit, burnt in one after the other, share the centre of a column of cells."""
    from dualcarbon.plugin.domain.rasters import tabulate

    monkeypatch.setattr(tabulate, "CHUNK_SIZE", 1)
    parcels = [shapely.box(500_000, 3_000_000, 500_015.01, 3_000_060)]
    parcels.append(shapely.box(500_014.99, 3_000_000, 500_040, 3_000_060))
    burnt = burn(np.array(parcels, dtype=object), GRID, CENTRE, owner=np.array([0, 0]))
    book = CodeBook("land", 0.0)
    read = book.reader(lambda start, stop: np.full((stop - start, 8), 5, dtype=np.uint8))
    table = tabulate_raster(read, GRID, burnt, cell_areas(GRID, "planar"))
    assert table.loc[table["unit"] == 0, "area_m2"].tolist() == [4 * 6 * 100.0]


def test_a_unit_beyond_the_grid_counts_what_lies_on_it():
    unit = [shapely.box(499_900, 2_999_900, 500_015, 3_000_005)]
    found = areas_by_engine(unit, np.full((6, 8), 3, dtype=np.uint8), GRID, EXACT)
    assert found == pytest.approx({(0, 3): 15.0 * 5.0})


# Cell areas ----------------------------------------------------------------------------------


def test_a_cell_of_one_degree_has_the_area_between_its_parallels():
    """control-lines.md section 7; ellipsoidal zone areas add up to the known surface of the ellipsoid."""
    grid = Grid(360, 180, -180.0, 90.0, 1.0, -1.0, DEGREES)
    table = cell_areas(grid, "ellipsoidal").rows(0, 180, 360)
    assert table.shape == (180, 1)
    # Surface of CGCS2000: 2πa²·(1 + (1−e²)/e·artanh e) = 510 065 621.7 km².
    assert table.sum() * 360 == pytest.approx(510_065_621.7e6, rel=1e-9)
    assert table[:90] == pytest.approx(table[90:][::-1])


def test_projected_cells_are_measured_on_the_ellipsoid():
    """A grid 100 km off the meridian: the scale grows by about x²/R² = 2.46e-4 in area."""
    grid = Grid(300, 200, 600_000.0, 3_000_000.0, 30.0, -30.0, GAUSS_KRUGER)
    table = cell_areas(grid, "ellipsoidal").rows(50, 52, 300)
    boxes = shapely.box(
        grid.x0 + np.arange(300) * 30.0,
        3_000_000 - 51 * 30.0,
        grid.x0 + np.arange(1, 301) * 30.0,
        3_000_000 - 50 * 30.0,
    )
    exact = grid.plane().ellipsoidal_m2(boxes)
    assert table[0] == pytest.approx(exact, rel=2e-7)
    assert table[0].sum() == pytest.approx(exact.sum(), rel=2.5e-8)
    assert 900.0 / table[0, 0] - 1.0 == pytest.approx(2.46e-4, rel=0.05)


def test_planar_areas_in_degrees_are_refused():
    with pytest.raises(InputError, match="degrees"):
        cell_areas(Grid(2, 2, 0.0, 1.0, 0.5, -0.5, DEGREES), "planar")


# Codes and grids -----------------------------------------------------------------------------


def test_floats_that_are_whole_are_classes_and_nan_is_none():
    book = CodeBook("land", -9999.0)
    slots = book.read(np.array([[3.0, np.nan], [-9999.0, 11.0]], dtype=np.float32))
    assert book.codes == [3, 11]
    assert slots.tolist() == [1, 0, 0, 2]


def test_a_nodata_value_of_the_wrong_range_is_no_class():
    """The sample of InVEST: nodata 127 at one date and 0 at the other."""
    assert CodeBook("land", 127.0).read(np.array([0, 127, 5], dtype=np.uint8)).tolist() == [1, 0, 2]


@pytest.mark.parametrize(
    ("block", "part"),
    [
        (np.array([1.5, 2.0]), "whole numbers"),
        (np.array([1.0, np.inf]), "whole numbers"),
        (np.arange(5_000, dtype=np.int32), "a measurement"),
    ],
)
def test_measurements_are_no_classes(block, part):
    with pytest.raises(ClassError, match=part):
        CodeBook("land", None).read(block)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, None),
        ({"x0": 500_000.004}, None),
        ({"x0": 500_005.0}, (0.5, 0.0, False)),
        ({"dx": 10.01}, (0.0, 0.0, False)),
        ({"dy": 10.0}, (0.0, 0.0, False)),
        ({"width": 7}, (0.0, 0.0, True)),
        ({"y0": 3_000_080.0}, (0.0, -2.0, True)),
    ],
)
def test_what_keeps_two_grids_apart_is_told(change, expected):
    found = misalignment(GRID, replace(GRID, **change))
    assert (found and (found.columns, found.rows, found.same_lattice)) == expected


def test_a_rotated_raster_is_refused():
    with pytest.raises(InputError, match="rotated"):
        grid_of(5, 5, (0.0, 10.0, 1.0, 0.0, 0.0, -10.0), GAUSS_KRUGER, "tilted")
