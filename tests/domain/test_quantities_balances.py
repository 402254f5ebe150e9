# SPDX-License-Identifier: GPL-2.0-or-later
"""Balances of farmland and wetland, and the growth of towns, on rectangles computed by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from dualcarbon.plugin.domain.notes import NoteBook
from plan_cases import array, box
from quantity_cases import check, land_of, official, row_of, strip, targets_of

BEFORE_REFORM, AFTER_REFORM = date(2023, 6, 1), date(2026, 4, 1)


# Balances ------------------------------------------------------------------------------------

# 12.0 ha of fields become orchard, forest and a farm building; 9.5 ha of orchard and grass come back.
BASE = land_of(
    ("0101", strip(0, 5.0)),
    ("0102", strip(1, 4.0)),
    ("0103", strip(2, 3.0)),
    ("0201", strip(3, 6.0)),
    ("0403", strip(4, 3.5)),
    ("0101", strip(5, 20.0)),
)
PLAN = replace(BASE, codes=array(["0201", "0301", "0602", "0101", "0103", "0101"]))


def test_in_and_out_of_cultivated_land_lacks_two_and_a_half_hectares():
    """control-lines.md section 2.1: shortage 2.5 ha → CUL-03 error."""
    result = check(PLAN, base=BASE, as_of=BEFORE_REFORM)
    row = row_of(result, "balance_CUL-03")
    assert (row["measured"], row["target"]) == (pytest.approx(9.5), pytest.approx(12.0))
    assert row["difference"] == pytest.approx(-2.5)
    assert (row["result"], row["severity"], row["rule_id"]) == ("fail", "error", "CUL-03")
    assert "166" in row["legal_basis"]
    assert "12.0000 hm² lost, 9.5000 hm² brought in" in row["explanation"]


def test_each_day_has_its_own_balance():
    before = set(check(PLAN, base=BASE, as_of=BEFORE_REFORM).rows["indicator"])
    after = set(check(PLAN, base=BASE, as_of=AFTER_REFORM).rows["indicator"])
    assert {"balance_CUL-03"} <= before
    assert "balance_CUL-02" not in before
    assert {"balance_CUL-02"} <= after
    assert "balance_CUL-03" not in after


def test_the_one_balance_counts_orchard_and_forest_but_not_the_farm_building():
    """Lost to orchard 5 ha and forest 4 ha = 9 ha; brought in 9.5 ha: it passes by half a hectare."""
    row = row_of(check(PLAN, base=BASE), "balance_CUL-02")
    assert (row["measured"], row["target"], row["result"]) == (pytest.approx(9.5), pytest.approx(9.0), "pass")


def test_a_balance_excuses_no_shortage_by_rounding():
    plan = replace(BASE, codes=array(["0201", "0102", "0103", "0201", "0403", "0101"]))
    base = replace(BASE, codes=array(["0101", "0102", "0103", "0201", "0403", "0101"]))
    row = row_of(check(plan, base=base), "balance_CUL-02")
    assert (row["result"], row["measured"], row["target"]) == ("fail", 0.0, pytest.approx(5.0))


def test_slivers_of_misdrawn_edges_are_stated_not_balanced():
    """A field of 100 m edges drawn 5 cm off: 5 m² of it become forest on paper."""
    base = land_of(("0101", box(0, 0, 100, 100)), ("0301", box(100, 0, 100, 100)))
    plan = land_of(("0101", box(0, 0, 99.95, 100)), ("0301", box(99.95, 0, 100.05, 100)))
    notes = NoteBook()
    result = check(plan, base=base, notes=notes)
    assert row_of(result, "balance_CUL-02")["target"] == 0.0
    assert result.totals["noise_area_ha"] == pytest.approx(5e-4)
    assert notes.of_kind("change_noise")[0].count == 1


def test_a_kilometre_of_misfit_hides_no_notch_of_forest():
    """1 km × 2 cm along a forest is noise; 9 m × 9 m more on it make 100.8 m², 2A/P below 10 cm, a loss."""
    base = land_of(("0101", box(0, 0, 1000, 50)))
    strip = box(0, 0, 1000, 0.02)
    for forest, lost_ha in ((strip, 0.0), (strip.union(box(500, 0, 9, 9)), 0.010082)):
        plan = land_of(("0101", box(0, 0, 1000, 50).difference(forest)), ("0301", forest))
        row = row_of(check(plan, base=base), "balance_CUL-02")
        assert row["target"] == pytest.approx(lost_ha, abs=1e-6)


def test_a_change_in_many_crumbs_is_no_noise():
    """A field mapped as 400 cells of 0.5 m² each: the forest planned there takes all 200 m² of it."""
    cells = [("0101", box(x * 0.5, y * 1.0, 0.5, 1.0)) for x in range(20) for y in range(20)]
    plan = land_of(("0301", box(0, 0, 10, 20)))
    result = check(plan, base=land_of(*cells))
    assert row_of(result, "balance_CUL-02")["target"] == pytest.approx(0.02)
    assert result.totals["noise_area_ha"] == 0.0


def test_wetland_lost_inside_the_wetland_layer_fails_and_elsewhere_only_warns():
    base = land_of(("0506", box(0, 0, 100, 100)), ("0101", box(100, 0, 100, 100)))
    plan = replace(base, codes=array(["1001", "0101"]))
    unknown = row_of(check(plan, base=base), "balance_WET-03")
    assert (unknown["result"], unknown["target"]) == ("warn", pytest.approx(1.0))
    assert "important wetland" in unknown["explanation"]
    known = row_of(check(plan, official("wetland", box(0, 0, 50, 100)), base=base), "balance_WET-03")
    assert (known["result"], known["target"]) == ("fail", pytest.approx(0.5))
    other = row_of(check(plan, official("wetland", box(100, 0, 50, 100)), base=base), "balance_WET-03")
    assert (other["result"], other["target"]) == ("pass", 0.0)
    draft = official("wetland", box(0, 0, 50, 100), status="draft")
    trial = row_of(check(plan, draft, base=base), "balance_WET-03")
    assert (trial["result"], trial["severity"], trial["trial"]) == ("warn", "info", 1)


def test_sink_land_that_is_built_on_is_told_with_its_area():
    base = land_of(("0301", box(0, 0, 100, 100)), ("0403", box(100, 0, 100, 100)))
    row = row_of(check(replace(base, codes=array(["0701", "0403"])), base=base), "balance_CAR-02")
    assert (row["result"], row["severity"], row["measured"]) == ("warn", "warning", pytest.approx(1.0))


def test_ground_without_a_known_use_is_in_no_balance_and_is_noted():
    base = land_of((None, box(0, 0, 100, 100)))
    plan = land_of(("0101", box(0, 0, 300, 100)))
    notes = NoteBook()
    result = check(plan, base=base, notes=notes)
    assert row_of(result, "balance_CUL-02")["measured"] == 0.0
    assert result.totals["undetermined_area_ha"] == pytest.approx(3.0)
    assert {"undetermined_change", "uncoded_land", "extent_differs"} <= {note.kind for note in notes}


# Expansion -----------------------------------------------------------------------------------


@pytest.mark.parametrize(("growth_ha", "value", "result"), [(3.36, 1.28, "pass"), (3.72, 1.31, "fail")])
def test_growth_inside_the_boundary_makes_the_multiple(growth_ha, value, result):
    """The reference's example at a thousandth of its size, U2020 12 ha; 5 ha of village growth count not."""
    base = land_of(
        ("0701", strip(0, 12.0)),
        ("0101", strip(1, growth_ha)),
        ("0101", strip(2, 5.0)),
        settlement=array(["201", None, None]),
    )
    plan = replace(base, codes=array(["0701", "1001", "0703"]), settlement=None)
    boundary = official("udb", box(-10, -10, 3000, 320))
    targets = targets_of({"indicator": "扩展倍数", "target": "1.3"})
    row = row_of(check(plan, boundary, base=base, targets=targets), "expansion_multiple")
    assert (row["measured"], row["result"]) == (pytest.approx(value, abs=1e-9), result)


def test_growth_outside_the_boundary_is_no_growth_of_the_multiple():
    base = land_of(("0701", strip(0, 12.0)), ("0101", strip(1, 6.0)), settlement=array(["202", None]))
    plan = replace(base, codes=array(["0701", "1001"]), settlement=None)
    boundary = official("udb", box(-10, -10, 310, 500))
    row = row_of(check(plan, boundary, base=base), "expansion_multiple")
    # 300 m of the 600 m strip lie inside: (12 + 3) / 12.
    assert row["measured"] == pytest.approx(1.25)
    assert (row["kind"], row["binding"], row["result"]) == ("default", "expected", "pass")


def test_u2020_may_be_given_and_a_village_in_the_way_of_a_town_is_growth():
    base = land_of(("0703", strip(0, 3.0)), ("0701", strip(1, 7.0)), settlement=array(["203", "201"]))
    plan = replace(base, codes=array(["0701", "0701"]), settlement=None)
    boundary = official("udb", box(-10, -10, 3000, 3000))
    row = row_of(check(plan, boundary, base=base, urban_2020_ha=10.0), "expansion_multiple")
    assert row["measured"] == pytest.approx(1.3)


def test_built_ground_of_unknown_extent_inside_the_boundary_leaves_a_cap_open():
    """12 ha of town, 3 ha of growth: 1.25. 2 ha more may be village: (12 + 5) / 12 = 1.42 > 1.3."""
    base = land_of(
        ("0701", strip(0, 12.0)),
        ("0101", strip(1, 3.0)),
        ("1001", strip(2, 2.0)),
        settlement=array(["201", None, None]),
    )
    plan = replace(base, codes=array(["0701", "1001", "1001"]), settlement=None)
    targets = targets_of({"indicator": "扩展倍数", "target": "1.3"})
    for height, result in ((3000, "warn"), (320, "pass")):  # with and without the third strip
        boundary = official("udb", box(-10, -10, 3000, height))
        row = row_of(check(plan, boundary, base=base, targets=targets), "expansion_multiple")
        assert (row["measured"], row["result"]) == (pytest.approx(1.25), result)


def test_towns_of_the_base_that_overlap_count_once_in_u2020():
    """Two features of the same 10 ha town: growth of 4 ha makes 1.4, not 1.2."""
    base = land_of(
        ("0701", strip(0, 10.0)),
        ("0701", strip(0, 10.0)),
        ("0101", strip(1, 4.0)),
        settlement=array(["201", "201", None]),
    )
    plan = land_of(("0701", strip(0, 10.0)), ("0701", strip(1, 4.0)))
    row = row_of(check(plan, official("udb", box(-10, -10, 3000, 3000)), base=base), "expansion_multiple")
    assert row["measured"] == pytest.approx(1.4)


def test_without_extent_codes_the_multiple_asks_for_them():
    base = land_of(("0701", strip(0, 3.0)))
    targets = targets_of({"indicator": "扩展倍数", "target": "1.3"})
    row = row_of(
        check(base, official("udb", box(0, 0, 9, 9)), base=base, targets=targets), "expansion_multiple"
    )
    assert row["result"] == "not_measured"
    assert "CZCSXM" in row["explanation"]
