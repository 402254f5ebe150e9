# SPDX-License-Identifier: GPL-2.0-or-later
"""Weights of a raster inside source units: worked example, all cells one by one, what is refused and told."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
import shapely
from dualcarbon.plugin.domain.areas import work_plane
from dualcarbon.plugin.domain.errors import InputError
from dualcarbon.plugin.domain.notes import NoteBook
from dualcarbon.plugin.domain.rasters import Grid, cell_areas
from dualcarbon.plugin.domain.statistical_units import Units
from dualcarbon.plugin.domain.unify import (
    EXTENSIVE,
    PER_AREA,
    TOTAL,
    RasterAncillary,
    dasymetric_weights,
    transfer,
)
from hypothesis import given, settings
from hypothesis import strategies as st
from pyproj import CRS

WKT = CRS.from_epsg(4549).to_wkt()
X, Y = 500_000.0, 3_300_000.0
PLANE = work_plane(WKT, (X, Y, X + 2000.0, Y + 2000.0))


def units(**boxes: tuple[float, float, float, float]) -> Units:
    shapes = np.empty(len(boxes), dtype=object)
    shapes[:] = [shapely.box(X + a, Y + b, X + c, Y + d) for a, b, c, d in boxes.values()]
    return Units(np.array(list(boxes), dtype=object), shapes)


def raster(cells, kind=TOTAL, rows_per_block=2, left=0.0) -> RasterAncillary:
    """Cells of 1 ha from north to south; the last row begins ``left`` metres east of (X, Y)."""
    table = np.array(cells, dtype=float)
    height, width = table.shape
    grid = Grid(width, height, X + left, Y + 100.0 * height, 100.0, -100.0, WKT)

    def read(first: int, stop: int) -> np.ndarray:
        return table[first:stop]

    return RasterAncillary(read, grid, lambda shapes: shapes, "lights", kind, rows_per_block)


def shares(weights, sources, targets, notes=None):
    book = NoteBook() if notes is None else notes
    return dasymetric_weights(sources, targets, weights, PLANE, "planar", notes=book)


def test_people_go_by_the_floor_area_of_cells():
    """methods.md, WE-j, floor in cells: 30 000 of the 50 000 m² of S1 and 2 000 of 10 000 of S2 are in T."""
    tracts = units(S1=(0, 0, 1000, 100), S2=(1000, 0, 1500, 100))
    towns = units(T=(600, 0, 1200, 100), west=(0, 0, 600, 100), east=(1200, 0, 1500, 100))
    floor = [[0, 20_000, 0, 0, 0, 0, 30_000, 0, 0, 0, 2_000, 0, 8_000, 0, 0]]
    result = transfer(shares(raster(floor), tracts, towns), np.array([1000.0, 500.0]), EXTENSIVE)
    assert result.value == pytest.approx([700.0, 400.0, 400.0], rel=1e-12)
    assert result.residual <= 1e-9


def test_a_border_through_a_cell_takes_its_share_of_it():
    """A cell of 8 cut 3 : 1, beside a cell of 4 that lies in U: T holds 6 of 12, U the other 6."""
    tract, towns = units(S=(0, 0, 200, 100)), units(T=(0, 0, 75, 100), U=(75, 0, 200, 100))
    result = transfer(shares(raster([[8, 4]]), tract, towns), np.array([120.0]), EXTENSIVE)
    assert result.value == pytest.approx([60.0, 60.0], rel=1e-12)


def test_units_below_the_top_of_a_raster_read_their_own_rows_only():
    """The third of four rows: its cells of 8 and 4, two thirds in T, whatever stands north and south."""
    tract, towns = units(S=(0, 100, 200, 200)), units(T=(0, 100, 100, 200), U=(100, 100, 200, 200))
    whole, asked = raster([[7, -1], [1, 9], [8, 4], [5, 5]], rows_per_block=1), []

    def read(first: int, stop: int) -> np.ndarray:
        asked.append((first, stop))
        return whole.read(first, stop)

    result = transfer(shares(replace(whole, read=read), tract, towns), np.array([120.0]), EXTENSIVE)
    assert result.value == pytest.approx([80.0, 40.0], rel=1e-12)
    assert set(asked) == {(2, 3)}


def test_ground_without_data_counts_by_the_share_of_its_cell():
    """A cell without data of which a quarter lies in the tract: 0.25 ha."""
    part_of_cell = units(S=(0, 0, 125, 100)).geometry
    held = raster([[6, math.nan]]).within(part_of_cell, PLANE, "planar")
    assert held.weight.tolist() == [6.0]
    assert held.unknown_m2 == pytest.approx([2_500.0], rel=1e-9)


def test_an_intensity_counts_by_hectare_in_degrees_too():
    """Cells of 0.01 degrees: one light each, so that the share of a part is that of its area."""
    wkt = CRS.from_epsg(4490).to_wkt()
    plane = work_plane(wkt, (120.0, 30.0, 120.04, 30.04))
    corners = {"T": (120.0, 30.0, 120.04, 30.013), "U": (120.0, 30.013, 120.04, 30.04)}
    shapes = np.array([shapely.box(*box) for box in corners.values()], dtype=object)
    towns = Units(np.array(list(corners), dtype=object), plane.to_plane(shapes))
    tract = Units(
        np.array(["S"], dtype=object),
        plane.to_plane(np.array([shapely.box(120.0, 30.0, 120.04, 30.04)], dtype=object)),
    )
    grid = Grid(4, 4, 120.0, 30.04, 0.01, -0.01, wkt)
    lights = RasterAncillary(
        lambda first, stop: np.ones((stop - first, 4)), grid, plane.from_plane, "lights", PER_AREA
    )
    matrix = dasymetric_weights(tract, towns, lights, plane, "ellipsoidal", notes=NoteBook())
    area = plane.measure(towns.geometry, "ellipsoidal")
    assert matrix.share == pytest.approx(area / area.sum(), rel=1e-6)
    assert lights.within(tract.geometry, plane, "ellipsoidal").weight[0] == pytest.approx(
        cell_areas(grid, "ellipsoidal").rows(0, 4, 4).sum() * 4 / 1e4, rel=1e-6
    )


def test_a_tract_without_weight_goes_by_area_and_its_people_are_marked():
    tracts = units(S=(0, 0, 200, 100), R=(200, 0, 400, 100))
    towns = units(T=(0, 0, 300, 100), U=(300, 0, 400, 100))
    notes = NoteBook()
    matrix = shares(raster([[1, 3, 0, 0]]), tracts, towns, notes)
    result = transfer(matrix, np.array([300.0, 100.0]), EXTENSIVE)
    assert result.value == pytest.approx([350.0, 50.0], rel=1e-12)
    assert [note.ids for note in notes.of_kind("no_weight")] == [("R",)]
    assert result.by_area_share == pytest.approx([50 / 350, 1.0], rel=1e-12)


def test_ground_without_data_is_told_with_its_area():
    """One hectare without data inside, and half a hectare of S beyond the raster."""
    tract, towns = units(S=(0, 0, 300, 100)), units(T=(0, 0, 100, 100), U=(100, 0, 300, 100))
    notes = NoteBook()
    matrix = shares(raster([[4, math.nan, 1]]), tract, towns, notes)
    assert matrix.share == pytest.approx([0.8, 0.2], rel=1e-12)
    assert [(note.ids, note.area_ha) for note in notes.of_kind("weight_unknown")] == [
        (("S",), pytest.approx(1.0, rel=1e-9))
    ]
    beyond = NoteBook()
    shares(raster([[4, 2, 1]], left=50.0), tract, towns, beyond)
    assert [note.area_ha for note in beyond.of_kind("weight_unknown")] == [pytest.approx(0.5, rel=1e-9)]


def test_weight_beyond_the_towns_counts_for_the_tract():
    tract, town = units(S=(0, 0, 200, 100)), units(T=(0, 0, 100, 100))
    result = transfer(shares(raster([[1, 3]]), tract, town), np.array([80.0]), EXTENSIVE)
    assert result.value == pytest.approx([20.0], rel=1e-12)
    assert result.outside == pytest.approx(60.0, rel=1e-12)


@pytest.mark.parametrize("wrong", [-1.0, math.inf])
@pytest.mark.parametrize("box", [(310, 0, 350, 300), (0, 0, 400, 300)], ids=["cut", "whole"])
def test_negative_and_infinite_weights_are_refused_by_cell(wrong, box):
    cells = [[1, 1, 1, 1], [1, 1, 1, wrong], [1, 1, 1, 1]]
    town = units(T=box)
    with pytest.raises(InputError, match=r"row 2, column 4.*nodata"):
        shares(raster(cells, rows_per_block=1), town, town)


def test_a_negative_weight_that_no_unit_touches_is_no_matter():
    town = units(T=(0, 0, 300, 300))
    cells = [[1, 1, 1, -9999], [1, 1, 1, -9999], [1, 1, 1, -9999]]
    assert shares(raster(cells), town, town).share.tolist() == [1.0]


edge = st.integers(1, 399).map(float)


@settings(max_examples=60)
@given(
    cells=st.lists(st.lists(st.integers(0, 9), min_size=4, max_size=4), min_size=4, max_size=4),
    corner=st.tuples(edge, edge),
    block=st.integers(1, 4),
    kind=st.sampled_from([TOTAL, PER_AREA]),
)
def test_sums_are_those_of_all_cells_one_by_one(cells, corner, block, kind):
    """A quadrangle with slanting sides against the intersection with every single cell."""
    x, y = corner
    shape = shapely.Polygon([(X, Y), (X + 400, Y), (X + x, Y + y), (X, Y + 400)])
    if not shape.is_valid:
        shape = shape.convex_hull
    found = raster(cells, kind=kind, rows_per_block=block).within(
        np.array([shape], dtype=object), PLANE, "planar"
    )
    expected = math.fsum(
        value * shape.intersection(shapely.box(X + a, Y + b, X + a + 100, Y + b + 100)).area / 1e4
        for row, b in zip(cells, (300, 200, 100, 0))
        for value, a in zip(row, (0, 100, 200, 300))
    )
    assert found.weight[0] == pytest.approx(expected, rel=1e-9, abs=1e-7)
    assert found.unknown_m2[0] == pytest.approx(0.0, abs=1e-6)
