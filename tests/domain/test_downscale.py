# SPDX-License-Identifier: GPL-2.0-or-later
"""Spreading emissions: nothing is lost, and roads and points agree with a search over all pairs."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest
import shapely
from dualcarbon.plugin.domain.downscale import (
    Amounts,
    ClassWeights,
    PointSource,
    parcels_of_points,
    read_amounts,
    road_work,
    spread,
)
from dualcarbon.plugin.domain.errors import InputError
from dualcarbon.plugin.domain.notes import NoteBook
from hypothesis import given, settings
from hypothesis import strategies as st

figures = st.floats(0.0, 1e7, allow_nan=False)


@settings(max_examples=80)
@given(
    emissions=st.lists(figures, min_size=1, max_size=4),
    weights=st.lists(st.floats(0.0, 1e6, allow_nan=False), min_size=3, max_size=3),
    units=st.lists(st.sampled_from("ab"), min_size=3, max_size=3),
    share=st.floats(0.0, 1.0),
    parcel=st.integers(-1, 2),
)
def test_parcels_and_residual_make_up_the_inventory(emissions, weights, units, share, parcel):
    totals = {("abcd"[n % 2], f"s{n}"): value for n, value in enumerate(emissions)}
    amounts = Amounts(totals, {})
    first = next(iter(totals))
    point = PointSource("p", first, parcel, totals[first] * share)
    made = spread(
        amounts, [point], {"s0": np.array(weights), "s1": np.array(weights)}, np.array(units, object)
    )
    held = math.fsum(value for column in made.by_sector.values() for value in column)
    assert held + made.residual == pytest.approx(amounts.total, rel=1e-9, abs=1e-9)
    assert all((column >= 0.0).all() for column in made.by_sector.values())
    # No sector is spread without its proxy, and no unit gets the emission of another.
    for (unit, sector), column in zip(totals, made.by_sector.values()):
        others = np.array([name != unit for name in units])
        on_point = np.zeros(3)
        if sector == "s0" and parcel >= 0:
            on_point[parcel] = point.emission
        assert column[others] == pytest.approx(on_point[others])
        if sector in ("s2", "s3"):
            assert not column.any()


def zigzag(rng, count):
    return shapely.linestrings(rng.uniform(-10, 110, (count, 2)))


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_road_work_agrees_with_every_road_cut_by_every_parcel(seed):
    rng = np.random.default_rng(seed)
    corners = [(x, y) for x in (0, 50) for y in (0, 50)]
    parcels = np.array([shapely.box(x, y, x + 50, y + 50) for x, y in corners] + [None], dtype=object)
    roads = np.array([zigzag(rng, 6) for _ in range(5)], dtype=object)
    flow = rng.uniform(0, 9, 5)
    inside, whole = road_work(parcels, roads, flow)
    expected = [
        math.fsum(f * road.intersection(parcel).length for f, road in zip(flow, roads))
        for parcel in parcels[:4]
    ]
    assert inside == pytest.approx([*expected, 0.0])
    assert whole == pytest.approx(math.fsum(f * road.length for f, road in zip(flow, roads)))


def test_points_fall_into_the_first_parcel_that_holds_them():
    circle = shapely.Point(0, 0).buffer(100, 2_000)
    parcels = np.array([shapely.box(200, 0, 300, 100), circle, circle, None], dtype=object)
    points = np.array([shapely.Point(250, 50), shapely.Point(1, 1), shapely.Point(999, 0)], dtype=object)
    assert parcels_of_points(parcels, points).tolist() == [0, 1, -1]


def test_the_longest_beginning_of_a_code_counts():
    weights = ClassWeights("area", {"10": 1.0, "1001": 2.0})
    codes = np.array(["100101", "1002", "07", None], dtype=object)
    assert weights.of_classes(codes).tolist() == [2.0, 1.0, 0.0, 0.0]


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ({"sector": "工业", "emission_tco2e": "1"}, "is no id of a sector"),
        ({"sector": "industry", "emission_tco2e": ""}, "is empty"),
        ({"sector": "industry", "emission_tco2e": "-1"}, "is below 0"),
    ],
)
def test_an_inventory_that_cannot_be_placed_is_refused(row, sentence):
    with pytest.raises(InputError, match=sentence):
        read_amounts(pd.DataFrame([row]), "sums.csv", NoteBook(), by_unit=False)


def test_a_point_of_a_sector_that_the_inventory_lacks_is_refused():
    point = PointSource("p", ("*", "energy"), 0, 1.0)
    with pytest.raises(InputError, match="has no row"):
        spread(Amounts({("*", "waste"): 1.0}, {}), [point], {}, np.array(["*"], dtype=object))


def test_points_that_exceed_their_sector_by_rounding_alone_share_it():
    points = [PointSource(name, ("*", "energy"), 0, 50.000_02) for name in "pq"]
    made = spread(Amounts({("*", "energy"): 100.0}, {}), points, {}, np.array(["*"], dtype=object))
    assert made.by_sector["energy"].tolist() == pytest.approx([100.0], rel=1e-12)
    assert made.residual == pytest.approx(0.0, abs=1e-9)
