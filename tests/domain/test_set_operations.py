# SPDX-License-Identifier: GPL-2.0-or-later
"""Differences that GEOS ends with an error when it is asked for them plainly."""

from __future__ import annotations

from functools import reduce

import numpy as np
import pytest
import shapely
from dualcarbon.plugin.domain.overlay import difference_from_union, overlay
from dualcarbon.plugin.domain.set_operations import row_by_row, subtract_in_turn, turns_by_place
from shapely.errors import GEOSException

#: A plan parcel and land around it (OpenStreetMap, Liechtenstein; EPSG:2056), reduced to the corners that
#: matter. Taken away in this order, the land leaves a line beside the rest of the parcel.
PARCEL = shapely.from_wkt(
    "POLYGON ((2758116.1177202845 1223269.9972044309, 2757161.670745487 1223766.4312090413, "
    "2756887.8615932357 1224333.8011974816, 2757638.3807878713 1224244.0779752608, "
    "2758116.1177202845 1223269.9972044309))"
)
LAND = shapely.from_wkt(
    [
        "POLYGON ((2757141.703 1223793.618, 2757205.5181758846 1223861.0607079293, "
        "2757353.6648701355 1223814.1132264975, 2757141.703 1223793.618))",
        "POLYGON ((2757765.2926073177 1223946.741417045, 2757787.3545410894 1223943.678811041, "
        "2757751.265913434 1223912.8938399458, 2757765.2926073177 1223946.741417045))",
        "POLYGON ((2757778.2940427847 1223944.9365764207, 2757765.292833377 1223946.7413856639, "
        "2757901.058 1224229.504, 2757778.2940427847 1223944.9365764207))",
        "POLYGON ((2757205.544 1223861.088, 2757141.703 1223793.618, 2756766.691 1224294.695, "
        "2757205.544 1223861.088))",
        "POLYGON ((2756970.077458431 1224308.3226953517, 2756926.957919044 1224307.58518591, "
        "2756914.9839259293 1224319.4472045635, 2756970.077458431 1224308.3226953517))",
        "POLYGON ((2757205.792 1223860.606, 2756927.269292116 1224298.5862216407, "
        "2756943.1169052473 1224307.8615665268, 2756970.077458431 1224308.3226953517, "
        "2757205.792 1223860.606))",
        "POLYGON ((2757765.29283338 1223946.7413856601, 2757748.06 1223951.945, "
        "2757761.825 1223954.768, 2757765.29283338 1223946.7413856601))",
    ]
)


def test_land_that_leaves_a_line_is_taken_away_to_the_last_piece():
    """The area that remains is that of one difference from the union of the land."""
    parcel, land = np.array([PARCEL], dtype=object), np.array(LAND, dtype=object)
    pairs = overlay(
        parcel, land, measure=shapely.area, left_area_m2=shapely.area(parcel), keep_geometry=False
    )
    (rest,) = difference_from_union(parcel, land, pairs, np.arange(1))
    expected = shapely.difference(PARCEL, shapely.union_all(land))
    assert rest.is_valid
    assert rest.geom_type in ("Polygon", "MultiPolygon")
    assert rest.area == pytest.approx(expected.area, rel=1e-9)


@pytest.mark.skipif(shapely.geos_version >= (3, 12), reason="newer versions of GEOS do it")
def test_turns_are_needed_for_this_land():
    """The test above shows something: plainly, one piece after the other ends with an error."""
    with pytest.raises(GEOSException):
        reduce(shapely.difference, LAND, PARCEL)


def test_what_is_taken_wholly_leaves_nothing_and_the_others_are_untouched():
    box = shapely.box(0, 0, 2, 2)
    remains = np.array([box, box, box], dtype=object)
    taken = np.array([shapely.box(-1, -1, 3, 3), shapely.box(1, 0, 3, 2), shapely.box(0, 0, 2, 1)])
    told = []
    subtract_in_turn(remains, taken, np.array([0, 0, 2, 2]), np.array([0, 1, 1, 2]), told.append)
    assert shapely.area(remains).tolist() == [0.0, 4.0, 1.0]
    assert told == [0.0, 0.5]


def knotted(knot, *, until):
    """Intersections that GEOS cannot do with ``knot`` on a grid finer than ``until`` (m)."""

    def operation(left, right, grid_size=None):
        if any(shapely.equals(one, knot) for one in left) and (grid_size or 0.0) < until:
            raise GEOSException("TopologyException: side location conflict")
        return shapely.intersection(left, right, grid_size=grid_size)

    return operation


@pytest.mark.parametrize("knots", [[2], [0, 4], [0, 1, 2, 3, 4]])
def test_only_the_awkward_pair_is_done_on_a_grid(knots):
    """On a grid of 1e-7 m a border at 1.00000003 m moves to 1; the others keep their digits."""
    left = shapely.box(np.zeros(5), 0.0, 1.00000003, 1.0)
    right = shapely.box(np.zeros(5), 0.0, 3.0, 1.0)
    for number in set(range(5)) - set(knots):
        left[number] = shapely.box(-1.0, 0.0, 1.00000003, 1.0)
    shared = row_by_row(knotted(shapely.box(0.0, 0.0, 1.00000003, 1.0), until=1e-7), left, right)
    width = shapely.bounds(shared)[:, 2]
    assert {number for number in range(5) if width[number] == 1.0} == set(knots)
    assert {width[number] for number in set(range(5)) - set(knots)} <= {1.00000003}


def test_what_no_grid_helps_is_an_error():
    knot = np.array([shapely.box(0, 0, 1, 1)])
    with pytest.raises(GEOSException):
        row_by_row(knotted(knot[0], until=1.0), knot, knot)


def test_what_is_taken_away_comes_by_its_place_whatever_its_row():
    squares = shapely.box(np.arange(4.0), 0.0, np.arange(4.0) + 1.0, 1.0)
    for rows in (np.arange(4), np.arange(4)[::-1], np.array([2, 0, 3, 1])):
        taken = squares[rows]
        item, piece = turns_by_place(np.array([1, 0, 1, 1]), np.arange(4), taken)
        assert item.tolist() == [0, 1, 1, 1]
        west = shapely.bounds(taken[piece])[1:, 0]
        assert west.tolist() == sorted(west.tolist())
