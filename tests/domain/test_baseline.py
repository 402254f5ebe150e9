# SPDX-License-Identifier: GPL-2.0-or-later
"""Sink baselines of rectangles, and a brute-force oracle for the areas behind them."""

from __future__ import annotations

import math

import numpy as np
import pytest
import shapely
from dualcarbon.plugin.domain.baseline import sink_baseline
from dualcarbon.plugin.domain.errors import Cancelled, ClassError
from dualcarbon.plugin.domain.notes import NoteBook
from dualcarbon.plugin.domain.statistical_units import Units
from dualcarbon.plugin.domain.tabulate import LandParcels
from hypothesis import given, settings
from hypothesis import strategies as st
from plan_cases import PLANE, array, box
from test_stocks import HAND

DENSITY = {"paddy": 104.0, "bamboo": 60.0}


def land(*rows):
    """Parcels from (class, geometry)."""
    geometry = array(geom for _, geom in rows)
    area = shapely.area(geometry)
    return LandParcels(
        geometry, array(name for name, _ in rows), array(map(str, range(len(rows)))), area, area
    )


def units(**named):
    return Units(array(named), array(named.values()))


def baseline(parcels, of, notes=None, **more):
    notes = NoteBook() if notes is None else notes
    return sink_baseline(parcels, of, PLANE, "planar", HAND, notes=notes, **more)


def test_a_parcel_in_two_units():
    result = baseline(
        land(("paddy", box(0, 0, 300, 100))), units(a=box(0, 0, 100, 100), b=box(100, 0, 200, 100))
    )
    by_unit = result.by_unit.set_index("unit")
    assert list(by_unit["area_ha"]) == pytest.approx([1.0, 2.0])
    assert list(by_unit["stock_tc"]) == pytest.approx([104.0, 208.0])
    assert list(by_unit["covered_share"]) == pytest.approx([1.0, 1.0])
    assert list(result.by_class["unit"]) == ["a", "b"]


def test_a_unit_without_land_use_has_no_area_and_no_amount():
    result = baseline(
        land(("paddy", box(0, 0, 100, 100))), units(a=box(0, 0, 100, 100), b=box(500, 0, 100, 100))
    )
    row = result.by_unit.set_index("unit").loc["b"]
    assert (row["area_ha"], row["covered_share"], row["uncovered_ha"]) == (0.0, 0.0, pytest.approx(1.0))
    assert math.isnan(row["stock_tc"])


def test_land_outside_every_unit_gives_an_empty_account():
    result = baseline(land(("paddy", box(900, 0, 100, 100))), units(a=box(0, 0, 100, 100)))
    assert result.account.total["area_ha"] == 0.0
    assert result.areas.outside_ha == pytest.approx(1.0)
    assert list(result.by_unit["unit"]) == ["a"]
    assert len(result.by_class) == 0


def test_excluded_land_is_that_inside_the_units():
    result = baseline(
        land(("paddy", box(0, 0, 100, 50)), (None, box(0, 50, 100, 50)), (None, box(900, 0, 100, 100))),
        units(a=box(0, 0, 100, 100), b=box(0, 0, 100, 100)),
    )
    assert result.excluded_ha == pytest.approx(0.5)
    assert list(result.by_unit["excluded_ha"]) == pytest.approx([0.5, 0.5])


def test_units_of_excluded_land_only_are_refused():
    with pytest.raises(ClassError, match=r"inside the units \(1\.0000 ha\)"):
        baseline(land((None, box(0, 0, 100, 100))), units(a=box(0, 0, 100, 100)))


def test_the_order_of_units_is_kept():
    names = ["z", "a", "m"]
    result = baseline(
        land(("paddy", box(0, 0, 300, 100))),
        units(**{name: box(100 * n, 0, 100, 100) for n, name in enumerate(names)}),
    )
    assert list(result.by_unit["unit"]) == names


def test_a_cancel_ends_it():
    def stop(_share):
        raise Cancelled

    with pytest.raises(Cancelled):
        baseline(land(("paddy", box(0, 0, 100, 100))), units(a=box(0, 0, 100, 100)), progress=stop)


EDGE = st.integers(0, 12)
RECTANGLES = st.tuples(EDGE, EDGE, st.integers(1, 6), st.integers(1, 6))


@settings(max_examples=20)
@given(
    st.lists(st.tuples(st.sampled_from(["paddy", "bamboo"]), RECTANGLES), min_size=1, max_size=8),
    st.lists(RECTANGLES, min_size=1, max_size=4),
)
def test_every_cell_of_a_grid_counted_by_hand_gives_the_same(parcels, towns):
    """Oracle: count the 10 m cells of every parcel and unit, overlaps, gaps and all."""
    result = baseline(
        land(*((name, box(*(10 * v for v in shape))) for name, shape in parcels)),
        units(**{f"u{n}": box(*(10 * v for v in shape)) for n, shape in enumerate(towns)}),
    )

    def cells(shape):
        x, y, width, height = shape
        grid = np.zeros((20, 20), dtype=int)
        grid[x : x + width, y : y + height] = 1
        return grid

    by_unit = result.by_unit.set_index("unit")
    for number, town in enumerate(towns):
        inside = cells(town)
        counts = sum(cells(shape) for _, shape in parcels) * inside
        row = by_unit.loc[f"u{number}"]
        assert row["unit_area_ha"] == pytest.approx(inside.sum() / 100)
        assert row["area_ha"] == pytest.approx(counts.sum() / 100, abs=1e-9)
        assert row["uncovered_ha"] == pytest.approx((inside * (counts == 0)).sum() / 100, abs=1e-9)
        assert row["twice_ha"] == pytest.approx(np.maximum(counts - 1, 0).sum() / 100, abs=1e-9)
        stock = sum(DENSITY[name] * (cells(shape) * inside).sum() / 100 for name, shape in parcels)
        assert np.nan_to_num(row["stock_tc"]) == pytest.approx(stock, abs=1e-6)
    everywhere = np.clip(sum(cells(town) for town in towns), 0, 1)
    outside = sum((cells(shape) * (1 - everywhere)).sum() for _, shape in parcels)
    assert result.areas.outside_ha == pytest.approx(outside / 100, abs=1e-9)
    # One figure for all units counts their ground once.
    once = sum((cells(shape) * everywhere).sum() for _, shape in parcels)
    assert result.account.total["area_ha"] == pytest.approx(once / 100, abs=1e-9)
    stock = sum(DENSITY[name] * (cells(shape) * everywhere).sum() / 100 for name, shape in parcels)
    assert result.account.total["stock_tc"] == pytest.approx(stock, abs=1e-6)
    overlap = sum(cells(town).sum() for town in towns) - everywhere.sum()
    assert result.units_overlap_ha == pytest.approx(overlap / 100, abs=1e-9)
