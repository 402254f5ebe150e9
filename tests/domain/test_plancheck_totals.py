# SPDX-License-Identifier: GPL-2.0-or-later
"""What pieces leave of their parcels, held against their union."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from dualcarbon.plugin.domain.plancheck.totals import MAX_TURNS, without_pieces
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely import box


def array(*geoms):
    result = np.empty(len(geoms), dtype=object)
    result[:] = geoms
    return result


def test_a_parcel_loses_each_of_its_pieces_and_those_of_no_other():
    parcels = array(box(0, 0, 10, 10), box(10, 0, 20, 10), box(20, 0, 30, 10))
    pieces = [array(box(0, 0, 5, 10), box(3, 0, 6, 10)), array(), array(box(20, 0, 30, 10))]
    left = without_pieces(parcels, pieces)
    assert shapely.area(left).tolist() == [pytest.approx(40.0), pytest.approx(100.0), 0.0]
    assert left[1] is parcels[1]


boxes = st.tuples(*[st.integers(0, 18)] * 2, *[st.integers(1, 9)] * 2).map(
    lambda b: box(b[0], b[1], b[0] + b[2], b[1] + b[3])
)


@settings(max_examples=40)
@given(st.lists(st.lists(boxes, max_size=MAX_TURNS + 3), min_size=1, max_size=5))
def test_few_and_many_pieces_leave_what_their_union_leaves(found):
    parcels = array(*[box(0, 0, 20, 20)] * len(found))
    left = without_pieces(parcels, [array(*pieces) for pieces in found])
    for shape, pieces in zip(left, found):
        expected = shapely.difference(box(0, 0, 20, 20), shapely.union_all(array(*pieces)))
        assert shapely.symmetric_difference(shape, expected).area == pytest.approx(0.0, abs=1e-9)
