# SPDX-License-Identifier: GPL-2.0-or-later
"""Transitions of two rasters, and of a raster with polygons, against loops over cells one by one."""

from __future__ import annotations

import math

import numpy as np
import pyproj
import pytest
import shapely
from dualcarbon.plugin.domain.baseline import union_of_units
from dualcarbon.plugin.domain.errors import ConservationError
from dualcarbon.plugin.domain.factors import class_factors, load_factor_set
from dualcarbon.plugin.domain.notes import NoteBook
from dualcarbon.plugin.domain.rasters import (
    CENTRE,
    DENSITY_NODATA,
    EXACT,
    CodeBook,
    Grid,
    PairBook,
    PolygonLand,
    tabulate_land,
    tabulate_units,
)
from dualcarbon.plugin.domain.rasters.pair_densities import density_changes
from dualcarbon.plugin.domain.rasters.transitions import (
    transitions_of_land,
    transitions_of_pairs,
    unmapped_land_m2,
    unmapped_pairs_m2,
)
from dualcarbon.plugin.domain.statistical_units import Units
from hypothesis import given, settings
from hypothesis import strategies as st

GRID = Grid(7, 5, 500_000.0, 3_000_050.0, 10.0, -10.0, pyproj.CRS.from_epsg(4547).to_wkt())
CELL_HA = 0.01
#: Value 4 has no class; 9 is no data before, 0 after.
CLASSES = {1: "forest", 2: "cropland", 3: "water", 0: "marsh", 9: "rock"}
values = st.lists(st.sampled_from([0, 1, 2, 3, 4, 9]), min_size=35, max_size=35)
boxes = st.lists(
    st.tuples(st.integers(-12, 60), st.integers(-12, 40), st.integers(5, 60), st.integers(5, 50)),
    min_size=1,
    max_size=4,
)


def cells(numbers):
    return np.array(numbers, dtype=np.uint8).reshape(5, 7)


def box(x, y, width, height):
    return shapely.box(500_000 + x, 3_000_000 + y, 500_000 + x + width, 3_000_000 + y + height)


def units_of(shapes):
    return Units(
        np.array([f"u{number}" for number in range(len(shapes))], dtype=object),
        np.array(shapes, dtype=object),
    )


def class_of(value, nodata):
    return None if value == nodata else CLASSES.get(int(value))


def classes_by_slot(book):
    return np.array([None, *(CLASSES.get(code) for code in book.codes)], dtype=object)


def share_of(shape, row, column, edge):
    """Share of a cell in a shape."""
    x, y = 500_000 + 10 * column, 3_000_050 - 10 * row
    if edge == CENTRE:
        # A centre on a border belongs to what lies east and south of it, as scan lines have it.
        return float(shapely.contains_xy(shape, x + 5 + 1e-6, y - 5 - 1e-6))
    return shapely.intersection(shape, shapely.box(x, y - 10, x + 10, y)).area / 100.0


def transitions_by_hand(before, after, shapes, edge):
    """Every cell of every unit, one by one."""
    found = {}
    for number, shape in enumerate(shapes):
        for row in range(5):
            for column in range(7):
                key = (class_of(before[row, column], 9), class_of(after[row, column], 0))
                area = CELL_HA * share_of(shape, row, column, edge)
                if key != (None, None) and area > 1e-9:
                    found.setdefault((number, *key), []).append(area)
    return {key: math.fsum(areas) for key, areas in found.items()}


def as_dict(cells):
    return {(row.unit, row.from_class, row.to_class): row.area_ha for row in cells.itertuples()}


def tabulate_pairs(before, after, units, edge, rows=2):
    """The joint table, the pair book and the classes of both dates."""
    books, pairs = (CodeBook("before", 9.0), CodeBook("after", 0.0)), PairBook()
    read = pairs.reader(
        *(book.reader(lambda a, b, date=date: date[a:b]) for book, date in zip(books, (before, after)))
    )
    table = tabulate_units(read, GRID, units, "planar", edge, rows_per_block=rows, notes=NoteBook())
    return table, pairs, [classes_by_slot(book) for book in books]


@settings(max_examples=60)
@given(values, values, boxes, st.sampled_from([CENTRE, EXACT]))
def test_any_two_rasters_and_units_give_what_loops_over_cells_give(first, second, corners, edge):
    before, after, shapes = cells(first), cells(second), [box(*corner) for corner in corners]
    units = units_of(shapes)
    table, pairs, classes = tabulate_pairs(before, after, units, edge)
    one = union_of_units(units)
    whole = tabulate_pairs(before, after, one, edge)
    found = transitions_of_pairs(table, pairs, *classes)
    expected = transitions_by_hand(before, after, shapes, edge)
    assert as_dict(found.cells) == pytest.approx(expected, rel=1e-9, abs=1e-9)
    together = transitions_of_pairs(whole[0], whole[1], *whole[2]).cells
    by_hand = transitions_by_hand(before, after, list(one.geometry), edge)
    assert as_dict(together) == pytest.approx(by_hand, rel=1e-9, abs=1e-9)
    both = [area for (_, *key), area in expected.items() if None not in key]
    assert found.units["covered_ha"].sum() == pytest.approx(math.fsum(both), rel=1e-9, abs=1e-9)


def test_ground_whose_value_has_no_class_is_told():
    """One unit of 4 cells: value 4 before in one, after in another; no class at either date in a third."""
    before, after = cells([4, 1, 4, 1] + [9] * 31), cells([1, 4, 4, 1] + [0] * 31)
    table, pairs, classes = tabulate_pairs(before, after, units_of([box(0, 40, 40, 10)]), CENTRE)
    assert unmapped_pairs_m2(table, pairs, *classes) == pytest.approx(300.0)
    found = transitions_of_pairs(table, pairs, *classes)
    assert as_dict(found.cells) == {
        (0, "forest", "forest"): CELL_HA,
        (0, "forest", None): CELL_HA,
        (0, None, "forest"): CELL_HA,
    }
    assert found.units["covered_ha"].tolist() == [CELL_HA]
    assert found.units["area_ha"].tolist() == pytest.approx([4 * CELL_HA])


# Polygons at one date ------------------------------------------------------------------------


@settings(max_examples=40)
@given(values, st.integers(3, 60), st.integers(3, 40), boxes, st.booleans())
def test_a_raster_and_polygons_give_what_intersections_of_cells_give(first, x, y, corners, with_units):
    """Three polygons of two classes around a cross, without overlaps; the fourth quarter is bare."""
    before = cells(first)
    shapes = [box(-5, -5, x + 5, y + 5), box(x, -5, 90 - x, y + 5), box(-5, y, x + 5, 70 - y)]
    land = PolygonLand(np.array(shapes, dtype=object), np.array([0, 1, 0]))
    kinds = np.array(["town", "field"], dtype=object)
    units = units_of([box(*corner) for corner in corners] if with_units else [box(-9, -9, 110, 90)])
    book = CodeBook("before", 9.0)
    read = book.reader(lambda start, stop: before[start:stop])
    raster = tabulate_units(read, GRID, units, "planar", EXACT, rows_per_block=2, notes=NoteBook())
    table = tabulate_land(read, GRID, land, units, raster, "planar", EXACT, rows_per_block=2)
    found = transitions_of_land(
        table, classes_by_slot(book), kinds, raster, None, raster_first=True, units_given=True
    )
    expected = {}
    for number, unit in enumerate(units.geometry):
        for drawn, shape in [*zip(("town", "field", "town"), shapes), (None, None)]:
            ground = unit if shape is None else shapely.intersection(unit, shape)
            if shape is None:
                ground = shapely.difference(unit, shapely.union_all(shapes))
            inside = 0.0
            for row in range(5):
                for column in range(7):
                    area = CELL_HA * share_of(ground, row, column, EXACT)
                    inside += area
                    key = (number, class_of(before[row, column], 9), drawn)
                    expected[key] = expected.get(key, 0.0) + area
            off = (number, None, drawn)
            expected[off] = expected.get(off, 0.0) + ground.area / 1e4 - inside
    expected = {key: area for key, area in expected.items() if key[1:] != (None, None) and area > 1e-9}
    assert as_dict(found.cells) == pytest.approx(expected, rel=1e-8, abs=1e-9)


def test_what_a_polygon_without_class_covers_is_told():
    """Kind 1 has no class: half of a cell lies under it."""
    book, before = CodeBook("before", 9.0), cells([1] * 35)
    land = PolygonLand(np.array([box(0, 0, 10, 10), box(10, 0, 5, 10)], dtype=object), np.array([0, 1]))
    units = units_of([box(0, 0, 20, 10)])
    read = book.reader(lambda start, stop: before[start:stop])
    raster = tabulate_units(read, GRID, units, "planar", EXACT, rows_per_block=9, notes=NoteBook())
    table = tabulate_land(read, GRID, land, units, raster, "planar", EXACT, rows_per_block=9)
    kinds = np.array(["town", None], dtype=object)
    assert unmapped_land_m2(table, classes_by_slot(book), kinds) == pytest.approx(50.0)


def test_polygons_that_hold_a_cell_twice_are_refused():
    book, before = CodeBook("before", 9.0), cells([1] * 35)
    twice = np.array([box(0, 0, 40, 40), box(0, 0, 40, 40)], dtype=object)
    units = units_of([box(0, 0, 50, 50)])
    read = book.reader(lambda start, stop: before[start:stop])
    raster = tabulate_units(read, GRID, units, "planar", EXACT, rows_per_block=9, notes=NoteBook())
    with pytest.raises(ConservationError, match="overlaps"):
        tabulate_land(
            read,
            GRID,
            PolygonLand(twice, np.array([0, 1])),
            units,
            raster,
            "planar",
            EXACT,
            rows_per_block=9,
        )


# Change of density ---------------------------------------------------------------------------


def test_the_change_of_a_cell_is_that_of_its_classes_and_unknown_land_has_none():
    """Two classes with all pools; a class that the set does not know has no figure."""
    factors = load_factor_set("cn_default")
    known = class_factors(factors)["density_tc_ha"]
    before = np.array(["rainfed_cropland", "rainfed_cropland", None, "moon"], dtype=object)
    after = np.array(["broadleaf_forest", None, "rainfed_cropland", "rainfed_cropland"], dtype=object)
    found = density_changes(before, after, factors)
    expected = known["broadleaf_forest"] - known["rainfed_cropland"]
    assert found[0] == pytest.approx(expected, rel=1e-6)
    assert (found[1:] == np.float32(DENSITY_NODATA)).all()
