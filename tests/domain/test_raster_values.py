# SPDX-License-Identifier: GPL-2.0-or-later
"""Values of cells as numbers, areas of runs of cells, and blocks that are read ahead."""

from __future__ import annotations

import numpy as np
import pyproj
import pytest
from dualcarbon.plugin.domain.errors import Cancelled, ClassError
from dualcarbon.plugin.domain.rasters import CodeBook, Grid, PairBook, cell_areas, read_ahead
from hypothesis import given, settings
from hypothesis import strategies as st

KINDS = ("uint8", "int8", "uint16", "int16", "uint32", "int32", "int64", "float32", "float64")
numbers = st.lists(st.integers(-128, 255), min_size=1, max_size=40)


def told(book, slots):
    """The values behind slots, None where there is no data."""
    names = [None, *book.codes]
    return [names[slot] for slot in slots]


@settings(max_examples=150)
@given(st.lists(numbers, min_size=1, max_size=4), st.sampled_from(KINDS), st.integers(-3, 3))
def test_any_kind_of_numbers_is_read_as_what_it_is(blocks, kind, nodata):
    """Block after block, whatever the type; the declared value and a declared range are none."""
    book = CodeBook("land", float(nodata), ((100.0, 120.0),))
    for block in blocks:
        cells = np.array(block, dtype=np.int64).astype(kind)
        expected = [
            None if value == nodata or 100 <= value <= 120 else int(value) for value in cells.tolist()
        ]
        assert told(book, book.read(cells)) == expected


def test_values_far_apart_are_read_too():
    book = CodeBook("land", None)
    block = np.array([440_103_000_000, 7, -5, 440_103_000_000], dtype=np.int64)
    assert told(book, book.read(block)) == block.tolist()


def test_all_bytes_may_be_values():
    """256 values and none for "no data": one more than bytes can number."""
    book = CodeBook("land", None)
    block = np.arange(256, dtype=np.uint8)
    assert told(book, book.read(block)) == list(range(256))
    assert told(book, book.read(block[::-1])) == list(range(255, -1, -1))


def test_masked_cells_have_no_data_and_their_values_are_nobodys():
    book = CodeBook("land", None)
    cells = np.ma.MaskedArray(np.array([[3, 9], [9, 4]], dtype=np.uint8), [[False, True], [True, False]])
    assert told(book, book.read(cells)) == [3, None, None, 4]
    assert book.codes == [3, 4]


def test_more_values_than_allowed_are_a_measurement():
    with pytest.raises(ClassError, match="more than 3"):
        CodeBook("land", None, (), 3).read(np.arange(4, dtype=np.int16))


@settings(max_examples=60)
@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), min_size=1, max_size=60), st.integers(1, 9))
def test_pairs_are_told_apart_whenever_they_are_met(pairs, block):
    book = PairBook()
    for start in range(0, len(pairs), block):
        some = pairs[start : start + block]
        before, after = np.array(some, dtype=np.uint8).T
        slots = book.read(before, after)
        assert [book.pairs[slot] for slot in slots] == some
    assert book.pairs[0] == (0, 0)
    assert len(set(book.pairs)) == len(book.pairs)


# Areas ---------------------------------------------------------------------------------------

GRIDS = {
    "projected": Grid(900, 300, 620_000.0, 3_000_000.0, 30.0, -20.0, pyproj.CRS.from_epsg(4547).to_wkt()),
    "one column": Grid(1, 40, 620_000.0, 3_000_000.0, 30.0, -20.0, pyproj.CRS.from_epsg(4547).to_wkt()),
    "degrees": Grid(90, 40, 110.0, 30.0, 0.01, -0.02, pyproj.CRS.from_epsg(4490).to_wkt()),
}


@pytest.mark.parametrize("name", GRIDS)
def test_runs_have_the_area_of_their_cells(name):
    grid = GRIDS[name]
    areas = cell_areas(grid, "ellipsoidal")
    cells = np.broadcast_to(areas.rows(0, grid.height, grid.width), (grid.height, grid.width))
    rng = np.random.default_rng(3)
    row = rng.integers(0, grid.height, 300)
    ends = np.sort(rng.integers(0, grid.width + 1, (300, 2)), axis=1)
    found = areas.of_runs(row, ends[:, 0], ends[:, 1])
    expected = [cells[r, start:stop].sum() for r, (start, stop) in zip(row, ends)]
    assert found == pytest.approx(expected, rel=1e-9, abs=1e-6)


def test_cells_have_the_same_area_whichever_block_they_are_read_in():
    grid = GRIDS["projected"]
    areas = cell_areas(grid, "ellipsoidal")
    whole = areas.rows(0, grid.height, grid.width)
    parts = [areas.rows(start, start + 50, grid.width) for start in range(0, 300, 50)]
    assert np.array_equal(np.concatenate(parts), whole)


def test_runs_of_equal_cells_are_counted():
    areas = cell_areas(GRIDS["projected"], "planar")
    assert areas.of_runs(np.array([4]), np.array([10]), np.array([15])).tolist() == [5 * 600.0]


# Blocks --------------------------------------------------------------------------------------


def test_blocks_come_in_order_and_once():
    asked = []

    def read(start, stop):
        asked.append((start, stop))
        return start

    found = list(read_ahead(read, 10, 4, lambda _share: None))
    assert found == [(0, 4, 0), (4, 8, 4), (8, 10, 8)]
    assert asked == [(0, 4), (4, 8), (8, 10)]


def test_an_error_of_the_reader_reaches_the_caller():
    def read(start, _stop):
        if start == 4:
            raise OSError("disk gone")
        return start

    with pytest.raises(OSError, match="disk gone"):
        list(read_ahead(read, 10, 4, lambda _share: None))


def test_a_cancel_between_blocks_stops_the_reading():
    asked = []

    def progress(share):
        if share > 0.3:
            raise Cancelled

    with pytest.raises(Cancelled):
        list(read_ahead(lambda start, _stop: asked.append(start), 100, 10, progress))
    assert len(asked) <= 6
