# SPDX-License-Identifier: GPL-2.0-or-later
"""Overlaps in a layer and loose edges, against all pairs and against edges told by hand."""

from __future__ import annotations

import tracemalloc
from itertools import combinations

import numpy as np
import pytest
import shapely
from dualcarbon.plugin.domain.coverage import find_overlaps
from dualcarbon.plugin.domain.coverage_edges import find_loose_edges, still_loose
from dualcarbon.plugin.domain.errors import Cancelled, InputError
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely import box


def array(*geoms):
    result = np.empty(len(geoms), dtype=object)
    result[:] = geoms
    return result


def grid(side, size=10.0):
    return array(
        *[box(size * i, size * j, size * (i + 1), size * (j + 1)) for i in range(side) for j in range(side)]
    )


def overlaps(*geoms, **more):
    return find_overlaps(array(*geoms), measure=shapely.area, **more)


def pairs(found):
    return {(int(a), int(b)): area for a, b, area in zip(found.first, found.second, found.shared_m2)}


# Overlaps ------------------------------------------------------------------------------------


def test_a_clean_coverage_shares_nothing_and_nobody_is_doubtful():
    found = overlaps(*grid(8))
    assert pairs(found) == {}
    assert found.twice_m2 == 0.0
    assert not found.doubtful.any()


def test_holes_islands_and_gaps_are_no_overlaps():
    """A ring with an island in it, a gap of one parcel, and a parcel far away that touches nobody."""
    ring = shapely.difference(box(0, 0, 30, 30), box(10, 10, 20, 20))
    row = [box(30, 0, 40, 30), box(50, 0, 60, 30)]
    found = overlaps(ring, box(10, 10, 20, 20), *row, box(500, 500, 510, 510))
    assert pairs(found) == {}
    assert not found.doubtful.any()


def test_an_overlap_of_two_is_found_with_its_area():
    """The second of two squares of 10 m starts 8 m along the first: 2 m × 10 m are shared."""
    found = overlaps(box(0, 0, 10, 10), box(8, 0, 18, 10), box(18, 0, 28, 10))
    assert pairs(found) == {(0, 1): pytest.approx(20.0)}
    assert found.twice_m2 == pytest.approx(20.0)
    assert found.doubtful[:2].all()


def test_ground_under_three_parcels_counts_twice_too_much():
    found = overlaps(*[box(0, 0, 10, 10)] * 3)
    assert set(pairs(found)) == {(0, 1), (0, 2), (1, 2)}
    assert found.twice_m2 == pytest.approx(200.0)


def test_two_whole_coverages_one_on_the_other_are_found_though_their_edges_match():
    below, above = grid(4), [shapely.affinity.translate(shape, 5.0, 5.0) for shape in grid(4)]
    found = overlaps(*below, *above)
    assert found.twice_m2 == pytest.approx(35.0 * 35.0)
    assert found.doubtful.all()


def test_a_sliver_below_rounding_is_no_overlap_but_leaves_a_doubt():
    found = overlaps(box(0, 0, 10, 10), box(10 - 1e-5, 0, 20, 10))
    assert pairs(found) == {}
    assert found.doubtful.all()


def test_neighbours_that_lack_each_others_vertices_do_not_overlap():
    found = overlaps(box(0, 0, 10, 30), *[box(10, 10 * n, 20, 10 * n + 10) for n in range(3)])
    assert pairs(found) == {}
    assert found.twice_m2 == 0.0


def test_missing_and_empty_shapes_have_no_part_in_it():
    found = overlaps(None, box(0, 0, 10, 10), shapely.Polygon(), box(5, 0, 15, 10))
    assert pairs(found) == {(1, 3): pytest.approx(50.0)}
    assert list(found.doubtful) == [False, True, False, True]


@st.composite
def shapes(draw):
    x, y, width, height = (draw(st.integers(low, 9)) for low in (0, 0, 1, 1))
    whole = box(x, y, x + width, y + height)
    if draw(st.booleans()):
        return whole
    return shapely.difference(whole, box(x + width / 3, y + height / 3, x + width / 2, y + height / 2))


@settings(max_examples=60)
@given(st.lists(shapes(), min_size=1, max_size=8), st.randoms(use_true_random=False))
def test_overlaps_are_those_of_all_pairs_whatever_the_order(geoms, random):
    found = overlaps(*geoms)
    shared = {
        (i, j): shapely.intersection(geoms[i], geoms[j]).area for i, j in combinations(range(len(geoms)), 2)
    }
    assert pairs(found) == {pair: pytest.approx(area) for pair, area in shared.items() if area > 0.001}
    union = shapely.union_all(geoms)
    assert found.twice_m2 == pytest.approx(sum(g.area for g in geoms) - union.area, abs=1e-9)
    for (i, j), area in shared.items():
        assert area == 0.0 or (found.doubtful[i] and found.doubtful[j])
    order = list(range(len(geoms)))
    random.shuffle(order)
    again = overlaps(*[geoms[row] for row in order], threads=2)
    assert again.twice_m2 == found.twice_m2
    assert list(again.doubtful) == [found.doubtful[row] for row in order]


def test_a_cancel_ends_the_search():
    def cancel(share):
        if share > 0.4:
            raise Cancelled

    with pytest.raises(Cancelled):
        overlaps(*grid(40), progress=cancel)


# Loose edges ---------------------------------------------------------------------------------


def loose(*geoms):
    edges = find_loose_edges(array(*geoms))
    return {(tuple(start), tuple(end)) for start, end in zip(edges.start.tolist(), edges.end.tolist())}


def test_the_rim_is_loose_and_runs_with_the_parcels_on_its_left():
    """Two unit squares side by side: six outer edges, counter-clockwise."""
    rim = [(0, 0), (1, 0), (2, 0), (2, 1), (1, 1), (0, 1), (0, 0)]
    assert loose(box(0, 0, 1, 1), box(1, 0, 2, 1)) == set(zip(rim, rim[1:]))


def test_rings_may_run_either_way_and_holes_close_on_their_islands():
    ring = shapely.difference(box(0, 0, 3, 3), box(1, 1, 2, 2))
    outline = {((0, 0), (3, 0)), ((3, 0), (3, 3)), ((3, 3), (0, 3)), ((0, 3), (0, 0))}
    assert loose(ring, box(1, 1, 2, 2)) == outline
    assert loose(shapely.reverse(ring), shapely.reverse(box(1, 1, 2, 2))) == outline
    assert loose(shapely.MultiPolygon([ring, box(1, 1, 2, 2)])) == outline


def test_zero_is_zero_whatever_its_sign():
    first = shapely.Polygon([(0.0, 0.0), (1, 0), (1, 1), (0.0, 1)])
    second = shapely.Polygon([(-0.0, -0.0), (-0.0, 1), (-1, 1), (-1, 0)])
    assert ((0, 0), (0, 1)) not in loose(first, second)
    assert len(loose(first, second)) == 6


def test_edges_run_twice_the_same_way_stay_loose():
    assert len(loose(box(0, 0, 1, 1), box(0, 0, 1, 1))) == 4
    assert loose(None, shapely.Polygon()) == set()


def test_edges_piled_up_in_one_place_are_loose_and_fill_no_memory():
    """Six thousand edges within a tenth of HAIRLINE_M meet one another 72 million times: over a gigabyte."""
    ends = np.random.default_rng(3).uniform(-5e-8, 5e-8, (2, 6000, 2))
    tracemalloc.start()
    try:
        assert still_loose(ends[0], ends[1], (-1.0, -1.0, 1.0, 1.0))
        assert tracemalloc.get_traced_memory()[1] < 300e6
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("apart_m", [0.0, 0.01])
def test_a_pile_of_parcels_is_refused_with_its_place(apart_m):
    pile = np.array([box(0, 0, 100, 100 + number * apart_m) for number in range(900)], dtype=object)
    with pytest.raises(InputError, match=r"^900 features .* at \(50\.00, 5\d\.\d\d\)"):
        find_overlaps(pile, measure=shapely.area)


def test_many_whose_boxes_meet_in_one_place_are_no_pile():
    """Roads that cross a county have boxes as large as it: 600 diagonal strips that share no ground."""
    strips = [shapely.Polygon([(n, 0), (n + 1, 0), (n + 1001, 1000), (n + 1000, 1000)]) for n in range(600)]
    found = find_overlaps(np.array(strips, dtype=object), measure=shapely.area)
    assert found.twice_m2 == 0.0
    assert len(found.first) == 0
