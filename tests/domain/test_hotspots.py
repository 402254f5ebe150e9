# SPDX-License-Identifier: GPL-2.0-or-later
"""Removal hot spots: selection against sorting by hand, ties, cut parcels, patches."""

from __future__ import annotations

import math

import numpy as np
import pytest
import shapely
from dualcarbon.plugin.domain.hotspots import (
    AMOUNT,
    AREA,
    HotspotParcels,
    UnitParts,
    patches_of,
    select_hotspots,
    whole_layer,
)
from dualcarbon.plugin.domain.notes import NoteBook
from hypothesis import given, settings
from hypothesis import strategies as st


def parcels(amount, area_ha, ids=None, boxes=None):
    """Parcels side by side (or in the boxes given), as large as their area says."""
    area = np.array(area_ha, dtype=float)
    boxes = [(200.0 * n, 0.0, 200.0 * n + 100.0, 100.0) for n in range(len(area))] if boxes is None else boxes
    geometry = shapely.box(*np.array(boxes, dtype=float).T)
    names = np.array([f"fid {9 - n}" for n in range(len(area))] if ids is None else ids, dtype=object)
    return HotspotParcels(
        geometry, names, np.array(amount, dtype=float), area, area * 10_000, ids is not None
    )


def hot(found, share=0.2, by=AREA, notes=None, parts=None):
    book = NoteBook() if notes is None else notes
    return select_hotspots(found, whole_layer(found) if parts is None else parts, share, by, book)


def test_the_top_fifth_by_area_and_by_amount():
    """Removals 1 … 10 on 1 ha each, 55 in all: by area 10 and 9; by amount 10 and 9 make 19 ≥ 11."""
    layer = parcels(range(1, 11), [1.0] * 10)
    by_area, by_amount = hot(layer, by=AREA), hot(layer, by=AMOUNT)
    assert by_area.parts["density"].tolist() == [10.0, 9.0]
    assert by_amount.parts["density"].tolist() == [10.0, 9.0]
    (unit,) = by_area.units.to_dict("records")
    assert (unit["area_share"], unit["amount_share"]) == pytest.approx((0.2, 19 / 55))
    assert unit["concentration"] == pytest.approx(19 / 55 / 0.2)
    assert unit["threshold"] == 9.0


def test_density_counts_not_size():
    """5 t on 10 ha are less dense than 1 t on 1 ha."""
    assert hot(parcels([5.0, 1.0], [10.0, 1.0]), share=0.05).parts["parcel"].tolist() == [1]


def test_all_parcels_of_a_class_are_equal_whatever_the_last_digit_of_their_density():
    """Area × 6.6 ÷ area differs in the last digits; the larger parcel comes first, then the smaller id."""
    area = np.array([0.7, 1.1, 3.3, 1.1, 0.3])
    layer = parcels(area * 6.6, area, ids=["e", "d", "c", "b", "a"])
    assert hot(layer, share=1.0).parts["parcel"].tolist() == [2, 3, 1, 0, 4]


def test_without_ids_the_parcel_further_west_and_south_comes_first():
    boxes = [(100, 0, 200, 100), (0, 100, 100, 200), (0, 0, 100, 100)]
    assert hot(parcels([1, 1, 1], [1, 1, 1], boxes=boxes), share=1.0).parts["parcel"].tolist() == [2, 1, 0]


rows = st.lists(
    st.tuples(st.integers(0, 6), st.integers(1, 5), st.sampled_from("abcdefgh"), st.integers(0, 2)),
    min_size=1,
    max_size=30,
)


@settings(max_examples=80)
@given(rows, st.floats(0.01, 1.0), st.sampled_from([AREA, AMOUNT]), st.randoms(use_true_random=False))
def test_selection_is_that_of_sorting_by_hand_in_any_order_of_the_parcels(listed, share, by, shuffle):
    """Oracle: take the densest parcel of the unit until the share is reached; order of input is no matter."""
    order = list(range(len(listed)))
    shuffle.shuffle(order)
    boxes = [(300.0 * n, 0.0, 300.0 * n + 100.0, 100.0) for n in range(len(listed))]
    density, area, names, unit = (np.array(column, dtype=object) for column in zip(*listed))
    layer = parcels(density * area, area, ids=names, boxes=boxes)
    names_turned = ("geometry", "ids", "amount", "area_ha", "measured_m2")
    turned = HotspotParcels(*(getattr(layer, name)[order] for name in names_turned))
    whole = whole_layer(turned)
    names_of_units = np.array(["u0", "u1", "u2"], dtype=object)
    unit_rows = unit[order].astype(np.intp)
    parts = UnitParts(whole.parcel, unit_rows, whole.share, whole.geometry, names_of_units)
    found = hot(turned, share, by, parts=parts)
    for number, name in enumerate(names_of_units):
        expected = _by_hand(listed, number, share, by)
        got = found.parts[found.parts["unit"] == name]
        assert [order[row] for row in got["parcel"]] == expected
        assert got["rank"].tolist() == list(range(1, len(expected) + 1))


def _by_hand(listed, number, share, by):
    members = [n for n, row in enumerate(listed) if row[3] == number]
    members.sort(key=lambda n: (-listed[n][0], -listed[n][1], listed[n][2], n))

    def size(n):
        return listed[n][1] * (1 if by == AREA else listed[n][0])

    whole, taken, chosen = sum(map(size, members)), 0, []
    for n in members:
        if listed[n][0] == 0 or taken >= share * whole * (1 - 1e-6):
            break
        chosen.append(n)
        taken += size(n)
    return chosen


def test_a_unit_in_which_nothing_is_removed_has_no_hot_spot():
    notes = NoteBook()
    found = hot(parcels([0.0, 0.0], [1.0, 2.0]), notes=notes)
    assert len(found.parts) == 0
    assert notes.of_kind("no_hotspots")[0].area_ha == pytest.approx(3.0)
    assert math.isnan(found.units["concentration"].iloc[0])


def test_land_that_removes_nothing_never_fills_up_the_share():
    notes = NoteBook()
    found = hot(parcels([4.0, 0.0], [1.0, 9.0]), share=0.5, notes=notes)
    assert found.parts["parcel"].tolist() == [0]
    assert notes.of_kind("share_not_reached")[0].ids == ("*",)


def test_parcels_without_an_amount_are_noted_and_count_nowhere():
    notes = NoteBook()
    found = hot(parcels([math.nan, 2.0], [5.0, 1.0], ids=["x", "y"]), notes=notes)
    (note,) = notes.of_kind("no_amount")
    assert (note.ids, note.area_ha) == (("x",), 5.0)
    assert found.units["parcel_area_ha"].tolist() == [1.0]


def test_neighbours_make_a_patch_and_corners_do_not():
    """A chain of three, one that touches only in a corner, one inside the hole of a ring."""
    ring = shapely.box(1000, 0, 1300, 300).difference(shapely.box(1100, 100, 1200, 200))
    shapes = [
        shapely.box(200, 0, 300, 100),
        shapely.box(0, 0, 100, 100),
        shapely.box(100, 30, 200, 100),
        shapely.box(300, 100, 400, 200),
        ring,
        shapely.box(1100, 100, 1200, 200),
    ]
    assert patches_of(np.array(shapes, dtype=object)).tolist() == [0, 0, 0, 1, 2, 2]


@settings(max_examples=40)
@given(st.sets(st.tuples(st.integers(0, 5), st.integers(0, 5)), min_size=1, max_size=25))
def test_patches_are_the_connected_cells_of_a_grid(cells):
    """Oracle: flood fill over common sides."""
    listed = sorted(cells)
    boxes = np.array([(100 * x, 100 * y, 100 * x + 100, 100 * y + 100) for x, y in listed], dtype=float)
    expected, seen = [-1] * len(listed), 0
    for start in range(len(listed)):
        if expected[start] >= 0:
            continue
        stack = [start]
        while stack:
            cell = stack.pop()
            expected[cell] = seen
            x, y = listed[cell]
            near = [(x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1)]
            stack += [
                listed.index(other) for other in near if other in cells and expected[listed.index(other)] < 0
            ]
        seen += 1
    assert patches_of(shapely.box(*boxes.T)).tolist() == expected
