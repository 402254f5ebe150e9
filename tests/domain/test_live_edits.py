# SPDX-License-Identifier: GPL-2.0-or-later
"""What a planner may do to a plan, case by case: figures by hand, then those of a full check."""

from __future__ import annotations

import math

import pytest
import shapely
from dualcarbon.plugin.domain.errors import Cancelled, InputError
from dualcarbon.plugin.domain.live_balance import Edits, nearby
from live_cases import Desk, assert_like_full_check, draft_of, nearly, squares
from plan_cases import box


def test_a_plan_that_is_deleted_and_drawn_anew() -> None:
    """Without a parcel a full check refuses; the live balance stands at nothing and waits."""
    desk = Desk(squares())
    before = desk.live.state()
    desk.edit(dict.fromkeys(desk.parcels))
    state = desk.live.state()
    with pytest.raises(InputError, match="Nothing in plan"):
        desk.full()
    assert not state.is_checkable
    assert (state.parcels, list(desk.live.findings()), list(state.conflicts)) == (0, [], [])
    counted = {name: value for name, value in state.totals.items() if value == value}
    assert set(counted.values()) == {0.0}
    assert math.isnan(state.carbon.stock_change_tco2[0])
    desk.undo()
    assert_like_full_check(desk)
    assert desk.live.state().totals == pytest.approx(before.totals, rel=1e-12)


def test_a_bow_tie_is_repaired_as_the_check_repairs_it() -> None:
    """Two triangles of 100 m² each: both count, though their signed areas cancel."""
    desk = Desk([("P0", "0703", box(10, 10, 20, 20))])
    x, y = shapely.bounds(desk.parcels["0"][2])[:2]
    bow = shapely.Polygon([(x, y), (x + 20, y + 20), (x + 20, y), (x, y + 20)])
    desk.edit({"0": ("P0", "0703", bow)})
    assert nearly(desk.live.state().totals["error_area_ha"], 0.02)
    assert_like_full_check(desk)


def test_a_parcel_without_ground_or_code_is_not_checkable() -> None:
    desk = Desk(squares())
    desk.edit({"0": ("P0", None, desk.parcels["0"][2]), "1": ("P1", "0703", None)})
    assert nearly(desk.live.state().totals["not_checkable_area_ha"], 0.3)
    assert desk.live.findings_of("0") == desk.live.findings_of("1") == ()
    assert_like_full_check(desk)


def test_an_id_given_twice_names_the_findings_of_both_parcels_anew() -> None:
    """As a split leaves them: both halves carry the id of the whole, until one of them is renamed."""
    desk = Desk([("A", "0703", box(0, 0, 20, 20)), ("B", "0703", box(40, 0, 20, 20))])
    keys = {one.key for one in desk.live.findings_of("0")}
    desk.edit({"1": ("A", "0703", box(40, 0, 20, 20))})
    assert keys.isdisjoint(one.key for one in desk.live.findings_of("0"))
    assert_like_full_check(desk)
    desk.edit({"1": ("B", "0703", box(40, 0, 20, 20))})
    assert {one.key for one in desk.live.findings_of("0")} == keys
    assert_like_full_check(desk)


def test_overlapping_drafts_count_their_ground_once() -> None:
    """Two homesteads of 400 m² on farmland that share 100 m²: 0.07 ha of ground."""
    desk = Desk([("A", "0703", box(0, 0, 20, 20)), ("B", "0301", box(100, 160, 10, 10))])
    desk.edit({"1": ("B", "0703", box(10, 10, 20, 20))})
    assert nearly(desk.live.state().totals["error_area_ha"], 0.07)
    assert_like_full_check(desk)
    desk.edit({"0": None})
    assert nearly(desk.live.state().totals["error_area_ha"], 0.04)
    assert_like_full_check(desk)


def test_the_change_tells_what_appeared_and_what_is_gone() -> None:
    desk = Desk([("A", "0703", box(0, 0, 20, 20)), ("B", "0101", box(30, 0, 20, 20))])
    desk.edit({"0": ("A", "0101", box(0, 0, 20, 20)), "1": ("B", "0101", box(30, 0, 20, 20))})
    assert {one.rule_id for one in desk.change.gone} == {"PBF-01", "PBF-06"}
    assert desk.change.appeared == []
    assert nearly(desk.change.before.totals["error_area_ha"], 0.04)
    assert desk.change.after is desk.live.state()
    desk.undo()
    assert desk.live.findings_of("0") != ()
    desk.edit({"0": desk.parcels["0"]})
    assert (desk.change.appeared, desk.change.gone) == ([], [])


def test_an_overlap_of_a_metre_is_one() -> None:
    """Two homesteads of 400 m² on farmland share a strip of 1 m: 0.078 ha of ground."""
    desk = Desk([("A", "0703", box(0, 0, 20, 20)), ("B", "0703", box(40, 0, 20, 20))])
    desk.edit({"1": ("B", "0703", box(19, 0, 20, 20))})
    assert nearly(desk.live.state().totals["error_area_ha"], 0.078)
    assert_like_full_check(desk)


def test_a_cancelled_edit_leaves_all_as_it_was() -> None:
    desk = Desk(squares())
    before, findings = desk.live.state(), desk.live.findings()

    def stop(share: float) -> None:
        if share > 0.5:
            raise Cancelled

    plan = draft_of([("P0", "0101", box(0, 0, 60, 60)), ("new", "0703", box(0, 0, 9, 9))])
    with pytest.raises(Cancelled):
        desk.live.apply(Edits(["0", "new"], plan, ["1", "3"]), stop)
    assert desk.live.state() is before
    assert desk.live.findings() == findings
    desk.edit({"2": None})
    assert_like_full_check(desk)


def test_ground_without_a_class_is_told_and_not_counted_as_nothing() -> None:
    """100 m² of 400 m² lie beyond the land cover, to the west of it."""
    desk = Desk([("A", "0703", box(0, 0, 20, 20)), ("B", "0703", box(40, 0, 20, 20))])
    desk.edit({"0": ("A", "0703", box(-5, 0, 20, 20))})
    carbon = desk.live.state().carbon
    assert nearly(carbon.unmapped_ha, 0.01)
    assert nearly(carbon.compared_ha, 0.07)
    # Paddy to housing: 85 − 40 t C/ha once, of which 44/12 is CO2, and 1 t CO2e/ha a year.
    assert carbon.stock_change_tco2[0] == pytest.approx(-0.07 * 45.0 * 44.0 / 12.0)
    assert carbon.removal_change_tco2e_a[0] == pytest.approx(-0.07 * 1.0)


def test_many_edits_leave_no_trace_when_they_are_undone(monkeypatch) -> None:
    """More shapes than the search keeps outside its tree, there and back."""
    monkeypatch.setattr(nearby, "LOOSE", 3)
    desk = Desk(squares())
    before = desk.live.state()
    for number in range(5):
        desk.edit({"0": ("P0", "0703", box(20, 30, 25 + 10 * number, 60))})
        assert_like_full_check(desk)
    for _ in range(5):
        desk.undo()
    assert desk.live.state().totals == pytest.approx(before.totals, rel=1e-12, abs=1e-12, nan_ok=True)


def test_refuses_what_the_check_refuses() -> None:
    with pytest.raises(InputError, match="No control line is given"):
        Desk(squares(), lines=())
    with pytest.raises(InputError, match="Nothing in plan"):
        Desk([("A", None, box(0, 0, 20, 20))])
