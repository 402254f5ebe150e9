# SPDX-License-Identifier: GPL-2.0-or-later
"""Replenishment: the least set of restorable parcels against brute force, and who may be restored."""

from __future__ import annotations

import itertools
import math

import numpy as np
import pytest
from dualcarbon.plugin.domain.notes import NoteBook
from dualcarbon.plugin.domain.replenish import Restorable, Retention, least_set, replenish
from dualcarbon.plugin.domain.replenish.select import CORE
from dualcarbon.plugin.domain.rules import load_rule_pack
from hypothesis import given, settings
from hypothesis import strategies as st
from plan_cases import PLANE, SETTINGS, array, base_of, box, factor_set, line_of, plan_of

FACTORS = factor_set(
    rainfed_cropland={"soc": (50.0, 40.0, 60.0), "growth": (0.0, 0.0, 0.0)},
    orchard={"soc": (70.0, 60.0, 80.0), "growth": (2.0, 1.5, 2.5)},
    shrub={"soc": (90.0, 80.0, 100.0), "growth": (3.0, 2.0, 4.0)},
    bare={"soc": (20.0, 10.0, 30.0), "growth": (0.0, 0.0, 0.0)},
)
#: t CO2e per ha that turns into cropland: (stock - 50) x 44/12 + 20 a x removal.
ORCHARD, SHRUB, BARE = 20 * 44 / 12 + 40, 40 * 44 / 12 + 60, -30 * 44 / 12


def plots_of(*rows, **changes):
    """Restorable parcels from (id, kind, code, carbon class, geometry)."""
    ids, kinds, codes, classes, shapes = (array(column) for column in zip(*rows))
    area = np.array([0.0 if shape is None else shape.area for shape in shapes])
    values = {"villages": None, "cost": None, "layer": "plots", "area_m2": area, **changes}
    return Restorable(geometry=shapes, ids=ids, kinds=kinds, codes=codes, carbon_class=classes, **values)


def fill(plots, plan, retention_ha, *lines, base=None, notes=None, factors=FACTORS, settings=SETTINGS):
    check = {
        "lines": lines or (line_of("pbf", ("F", box(-900, -900, 10, 10))),),
        "pack": load_rule_pack("cn_national"),
        "settings": settings,
        "plane": PLANE,
        "base": base,
        "factors": factors,
    }
    retention = Retention(retention_ha, "rainfed_cropland")
    return replenish(plots, plan, check, retention, notes=NoteBook() if notes is None else notes)


def told(result):
    columns = ("parcel_id", "status", "order")
    rows = result.plots[list(columns)].itertuples(index=False)
    return [
        (name, status, None if order is None or math.isnan(order) else int(order))
        for name, status, order in rows
    ]


#: 10 ha of fields in the repaired plan.
FIELDS = plan_of(("f", "0101", box(0, 0, 1000, 100)))


# The set ----------------------------------------------------------------------------------------

figures = st.integers(0, 40).map(float)


@settings(max_examples=60)
@given(
    st.lists(st.tuples(st.integers(1, 30), figures, figures), min_size=1, max_size=9),
    st.floats(0.05, 1.0),
)
def test_the_set_is_the_one_that_trying_all_sets_finds(rows, share):
    area, carbon, price = (np.array(column, dtype=float) for column in zip(*rows))
    need = math.floor(share * area.sum())
    choice = least_set(area, need, [carbon, price])

    def costs(taken):
        picked = list(taken)
        return carbon[picked].sum(), price[picked].sum(), area[picked].sum()

    subsets = itertools.chain.from_iterable(
        itertools.combinations(range(len(area)), size) for size in range(len(area) + 1)
    )
    best = min(costs(subset) for subset in subsets if area[list(subset)].sum() >= need)
    assert costs(np.flatnonzero(choice.taken)) == best
    assert choice.exact


def test_of_parcels_alike_the_first_are_taken():
    area = np.full(6, 10.0)
    choice = least_set(area, 25.0, [np.array([4.0, 1.0, 1.0, 1.0, 1.0, 4.0])])
    assert np.flatnonzero(choice.taken).tolist() == [1, 2, 3]


def test_a_set_is_never_short_by_the_tolerance_of_the_solver():
    """Sets that miss the need by a ten-millionth are no sets."""
    area = np.array([1e4 - 1e-7, 1e4, 1e4 + 1e-7])
    choice = least_set(area, 1e4 + 1e-7, [np.array([1.0, 1.0, 5.0])])
    assert area[choice.taken].sum() >= 1e4 + 1e-7


def test_many_parcels_come_near_the_bound_that_parts_of_parcels_give():
    rng = np.random.default_rng(7)
    area = rng.uniform(500.0, 20_000.0, 4 * CORE)
    carbon = area * rng.uniform(1.0, 40.0, len(area))
    need = 0.4 * area.sum()
    choice = least_set(area, need, [carbon])
    assert area[choice.taken].sum() >= need
    order = np.argsort(carbon / area)
    reached = np.cumsum(area[order])
    full = int(np.searchsorted(reached, need))
    part = (need - (reached[full - 1] if full else 0.0)) / area[order[full]]
    bound = carbon[order[:full]].sum() + part * carbon[order[full]]
    assert bound <= carbon[choice.taken].sum() <= bound * (1.0 + 1e-4)
    assert choice.exact


# Who is restored --------------------------------------------------------------------------------


def test_the_orchard_is_tilled_before_the_shrub_and_the_bare_land_before_both():
    """10 ha of fields, 13 ha to be kept: 3 ha are missing."""
    plots = plots_of(
        ("s", "即可恢复", "0305", "shrub", box(0, 200, 200, 100)),
        ("o", "工程恢复", "0201", "orchard", box(0, 300, 200, 100)),
        ("b", "即可恢复", "2306", "bare", box(0, 400, 200, 100)),
    )
    result = fill(plots, FIELDS, 13.0)
    assert (result.cultivated_ha, result.shortage_ha) == pytest.approx((10.0, 3.0))
    assert (result.gained_ha, result.still_short_ha) == pytest.approx((4.0, 0.0))
    assert told(result) == [("s", "spare", None), ("o", "chosen", 2), ("b", "chosen", 1)]
    assert result.plots["carbon_tco2e"].tolist() == pytest.approx([2 * SHRUB, 2 * ORCHARD, 2 * BARE])
    assert result.carbon_tco2e == pytest.approx(2 * ORCHARD + 2 * BARE)
    assert result.plots["gain_mu"].tolist() == pytest.approx([30.0, 30.0, 30.0])


def test_a_gain_of_carbon_is_no_reason_to_till_more_than_is_missing():
    plots = plots_of(
        ("b1", "即可恢复", "2306", "bare", box(0, 200, 100, 100)),
        ("b2", "即可恢复", "2306", "bare", box(0, 300, 300, 100)),
    )
    assert told(fill(plots, FIELDS, 10.8)) == [("b1", "chosen", 1), ("b2", "spare", None)]
    assert told(fill(plots, FIELDS, 9.0)) == [("b1", "spare", None), ("b2", "spare", None)]


def test_cost_decides_among_sets_of_equal_carbon():
    plots = plots_of(
        ("a", "即可恢复", "0201", "orchard", box(0, 200, 100, 100)),
        ("b", "即可恢复", "0201", "orchard", box(0, 300, 100, 100)),
        cost=np.array([9.0, 2.0]),
    )
    assert told(fill(plots, FIELDS, 11.0)) == [("a", "spare", None), ("b", "chosen", 1)]


def test_a_shortage_that_nothing_mends_is_stated():
    plots = plots_of(("o", "JKHF", "0201", "orchard", box(0, 300, 200, 100)))
    notes = NoteBook()
    result = fill(plots, FIELDS, 15.0, notes=notes)
    assert told(result) == [("o", "chosen", 1)]
    assert result.still_short_ha == pytest.approx(3.0)
    (note,) = notes.of_kind("retention_short")
    assert "15.0000 ha" in str(note)
    assert "3.0000 ha are missing" in str(note)


# Who is not -------------------------------------------------------------------------------------


def test_what_may_not_or_need_not_be_tilled_is_left_out_with_the_reason():
    plan = plan_of(("f", "0101", box(0, 0, 1000, 100)), ("w", "1001", box(500, 200, 100, 100)))
    shape = box(0, 200, 100, 100)
    plots = plots_of(
        ("1 kind", "林粮间作", "0305", "shrub", shape),
        ("2 swamp", "即可恢复", "0305", "shrub", box(200, 200, 100, 100)),
        ("3 works", "即可恢复", "0305", "shrub", box(450, 200, 100, 100)),
        ("4 tilled", "即可恢复", "0305", "shrub", box(100, 0, 100, 100)),
        ("5 nothing", "即可恢复", "0305", "shrub", None),
        ("6 good", "即可恢复", "0305", "shrub", box(0, 400, 100, 100)),
        ("7 twice", "即可恢复", "0305", "shrub", box(50, 400, 100, 100)),
    )
    result = fill(plots, plan, 12.0, line_of("wetland", ("W", box(250, 150, 100, 100))))
    reasons = dict(zip(result.plots["parcel_id"], result.plots["reason"]))
    assert "neither 即可恢复 nor 工程恢复" in reasons["1 kind"]
    assert "WET-01" in reasons["2 swamp"]
    assert reasons["3 works"] == "the repaired plan builds on it"
    assert reasons["4 tilled"] == "the repaired plan has it as cultivated land already"
    assert reasons["5 nothing"] == "it has no geometry"
    assert reasons["7 twice"] == "it overlaps parcel 6 good"
    assert reasons["6 good"] is None
    assert told(result)[5] == ("6 good", "chosen", 1)
    assert set(result.plots["status"]) == {"excluded", "chosen"}


def test_ground_that_is_tilled_already_is_no_gain():
    """Half of the orchard is a field in the plan: 1 ha of 2 ha counts."""
    plots = plots_of(("o", "即可恢复", "0201", "orchard", box(0, 50, 200, 100)))
    result = fill(plots, FIELDS, 20.0)
    assert result.gained_ha == pytest.approx(1.0)
    assert result.plots["carbon_tco2e"].tolist() == pytest.approx([ORCHARD])


def test_a_parcel_that_stands_twice_under_one_id_is_restored_once():
    row = ("o", "即可恢复", "0201", "orchard", box(0, 200, 100, 100))
    result = fill(plots_of(row, row), FIELDS, 12.0)
    assert result.gained_ha == pytest.approx(1.0)
    assert result.still_short_ha == pytest.approx(1.0)
    assert sorted(result.plots["status"]) == ["chosen", "excluded"]


def test_the_land_cover_tells_the_present_use_where_the_layer_does_not():
    plots = plots_of(("o", "即可恢复", None, None, box(0, 200, 200, 100)), codes_known=False)
    cover = base_of(("0201", "orchard", box(0, 200, 150, 100)), ("0305", "shrub", box(150, 200, 50, 100)))
    result = fill(plots, FIELDS, 11.0, base=cover)
    assert result.plots["present_code"].tolist() == ["0201"]
    assert result.plots["carbon_tco2e"].tolist() == pytest.approx([2 * ORCHARD])


def test_parcels_of_unknown_carbon_come_last():
    plots = plots_of(
        ("u", "即可恢复", None, None, box(0, 200, 100, 100)),
        ("s", "即可恢复", "0305", "shrub", box(0, 300, 100, 100)),
    )
    assert told(fill(plots, FIELDS, 10.9)) == [("u", "spare", None), ("s", "chosen", 1)]
