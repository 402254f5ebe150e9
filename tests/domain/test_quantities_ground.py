# SPDX-License-Identifier: GPL-2.0-or-later
"""Units, overlaps and gaps: nothing is lost, nothing counts twice, no order matters."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
import shapely
from dualcarbon.plugin.domain.errors import InputError
from dualcarbon.plugin.domain.notes import NoteBook
from dualcarbon.plugin.domain.quantities import Measuring
from dualcarbon.plugin.domain.quantities.ground import lay_out
from dualcarbon.plugin.domain.quantities.transitions import find_transitions
from hypothesis import given, settings
from hypothesis import strategies as st
from plan_cases import PLANE, array, box
from quantity_cases import HOW, check, land_of, official, row_of, targets_of

# Two towns of 2 ha each side by side, and 1 ha of the plan beyond them.
TOWNS = {"units": array([box(0, 0, 200, 100), box(200, 0, 200, 100)]), "unit_names": array(["东镇", "西镇"])}
PLAN = land_of(("0101", box(0, 0, 300, 100)), ("0701", box(300, 0, 200, 100)))

rectangles = st.builds(
    box,
    *(st.integers(0, 90).map(float) for _ in range(2)),
    *(st.integers(1, 60).map(float) for _ in range(2)),
)
codes = st.sampled_from(["0101", "0301", "0701", "1202", None])


def test_units_cut_parcels_and_what_lies_outside_is_kept_apart():
    result = check(PLAN, **TOWNS)
    fields = [
        row_of(result, "cultivated_area", unit_name=name)["measured"] for name in (None, "东镇", "西镇")
    ]
    assert fields == pytest.approx([0.03, 0.02, 0.01])
    totals = result.totals
    assert totals["units_area_ha"] == pytest.approx(4.0)
    assert totals["outside_area_ha"] == pytest.approx(1.0)
    assert totals["units_area_ha"] + totals["outside_area_ha"] == pytest.approx(totals["plan_area_ha"])
    structure = result.structure[result.structure["level"] == "total"]
    assert structure.set_index(structure["unit"].fillna("whole"))["plan_ha"].to_dict() == pytest.approx(
        {"whole": 5.0, "东镇": 2.0, "西镇": 2.0, "–": 1.0}
    )


def test_a_town_has_a_target_of_its_own():
    rows = [
        {"indicator": "耕地", "target": "3", "unit": "hm²"},
        {"indicator": "耕地", "target": "2", "unit": "hm²", "unit_name": "东镇"},
        {"indicator": "耕地", "target": "1.5", "unit": "hm²", "unit_name": "西镇"},
    ]
    result = check(PLAN, targets=targets_of(*rows, unit_names=["东镇", "西镇"]), **TOWNS)
    judged = [row_of(result, "cultivated_area", unit_name=name)["result"] for name in (None, "东镇", "西镇")]
    assert judged == ["pass", "pass", "fail"]


def test_what_is_measured_for_the_whole_plan_only_says_so_for_a_town():
    rows = [
        {"indicator": "17", "target": "100", "unit_name": "东镇"},
        {"indicator": "永久基本农田占比", "target": "80"},
    ]
    targets = targets_of(*rows, unit_names=["东镇", "西镇"])
    lines = (official("udb", box(0, 0, 500, 100)), official("pbf", box(0, 0, 50, 100)))
    plan = replace(PLAN, codes=array(["0201", "0701"]))
    result = check(plan, *lines, targets=targets, urban_residents=10.0, **TOWNS)
    town = row_of(result, "urban_per_head", unit_name="东镇")
    assert (town["result"], "whole plan only" in town["explanation"]) == ("not_measured", True)
    share = row_of(result, "pbf_share")
    assert (share["result"], "nothing to divide by" in share["explanation"]) == ("not_measured", True)


def test_a_town_without_units_is_a_problem_of_the_table():
    with pytest.raises(InputError, match=r"row 2, column unit_name: “东镇” is none of the statistical units"):
        targets_of({"indicator": "耕地", "target": "3", "unit_name": "东镇"})


def test_towns_that_overlap_share_nothing():
    """东镇 comes first by name and keeps the 50 m that both claim."""
    towns = array([box(0, 0, 250, 100), box(200, 0, 200, 100)])
    notes = NoteBook()
    result = check(PLAN, units=towns, unit_names=TOWNS["unit_names"], notes=notes)
    fields = [row_of(result, "cultivated_area", unit_name=name)["measured"] for name in ("东镇", "西镇")]
    assert fields == pytest.approx([0.025, 0.005])
    assert notes.of_kind("counted_once")[0].area_ha == pytest.approx(0.5)


def test_parcels_that_overlap_count_their_ground_once():
    """Two fields of 1 ha share 0.4 ha: a floor of 2 ha must fail."""
    plan = land_of(("0101", box(0, 0, 100, 100)), ("0101", box(60, 0, 100, 100)))
    targets = targets_of({"indicator": "耕地", "target": "2", "unit": "hm²"})
    row = row_of(result := check(plan, targets=targets), "cultivated_area")
    assert (row["measured"], row["result"]) == (pytest.approx(1.6), "fail")
    totals = result.totals
    assert totals["twice_planned_area_ha"] == pytest.approx(0.4)
    assert totals["outside_area_ha"] + totals["twice_planned_area_ha"] == pytest.approx(
        totals["plan_area_ha"]
    )


def test_parts_share_the_stated_area_of_their_parcel():
    """A parcel measured 3 ha and stated 3.3 ha: two thirds lie in one town."""
    plan = land_of(("0101", box(0, 0, 300, 100)), area_m2=np.array([33_000.0]))
    result = check(plan, how=Measuring(PLANE, "attribute", 1), **TOWNS)
    assert row_of(result, "cultivated_area")["measured"] == pytest.approx(0.033, rel=1e-15)
    # Measured on the ellipsoid, the two parts of a rectangle differ by their distance to the meridian.
    assert row_of(result, "cultivated_area", unit_name="东镇")["measured"] == pytest.approx(0.022, rel=1e-6)


def test_equal_geometries_need_no_overlay_and_give_the_same():
    """The same square with its ring begun elsewhere and run backwards is the same ground."""
    square = box(0, 0, 100, 100)
    turned = shapely.Polygon(list(square.exterior.coords)[2:0:-1] + list(square.exterior.coords)[4:1:-1])
    assert turned.equals(square)
    plan = land_of(("0101", turned), ("0301", box(100, 0, 100, 100)))
    ground = lay_out(plan.geometry, plan.area_m2, plan.measured_m2, plan.ids, "plan", None, HOW, NoteBook())
    found = find_transitions(ground, array([box(100, 0, 50, 100), square, box(150, 0, 50, 100)]), HOW)
    assert found.alike == 1
    assert list(zip(found.piece.tolist(), found.base.tolist())) == [(0, 1), (1, 0), (1, 2)]
    assert found.area_m2 == pytest.approx([10_000.0, 5_000.0, 5_000.0])


@settings(max_examples=30)
@given(
    plan=st.lists(st.tuples(codes, rectangles), min_size=1, max_size=6),
    base=st.lists(st.tuples(codes, rectangles), min_size=1, max_size=5),
    towns=st.lists(rectangles, min_size=1, max_size=3),
)
def test_units_outside_and_overlaps_add_up_to_any_plan(plan, base, towns):
    """Brute force: unions by shapely; every square metre of the plan is in one place."""
    land, present = land_of(*plan), land_of(*base)
    names = array(f"t{number}" for number in range(len(towns)))
    result = check(land, base=present, units=array(towns), unit_names=names)
    totals = result.totals
    union_ha = shapely.union_all(land.geometry).area / 1e4
    everywhere = shapely.union_all(array(towns))
    parts = totals["units_area_ha"] + totals["outside_area_ha"]
    assert parts == pytest.approx(union_ha, abs=1e-6)
    assert parts + totals["twice_planned_area_ha"] == pytest.approx(totals["plan_area_ha"], abs=1e-6)
    inside_ha = shapely.intersection(shapely.union_all(land.geometry), everywhere).area / 1e4
    assert totals["units_area_ha"] == pytest.approx(inside_ha, abs=1e-6)
    fields = result.rows[result.rows["indicator"] == "cultivated_area"]
    whole = fields.loc[fields["unit_name"].isna(), "measured"].sum()
    assert fields.loc[fields["unit_name"].notna(), "measured"].sum() <= whole + 1e-9
    classes = result.structure[(result.structure["level"] == "class") & result.structure["unit"].isna()]
    assert math.fsum(classes["plan_ha"]) == pytest.approx(union_ha, abs=1e-6)


@settings(max_examples=15)
@given(
    parcels=st.lists(st.tuples(codes, rectangles), min_size=2, max_size=6),
    order=st.randoms(use_true_random=False),
    floor=st.floats(min_value=0.01, max_value=3.0),
)
def test_the_order_of_features_changes_no_figure_and_no_floor_passes_short(parcels, order, floor):
    land = land_of(*parcels)
    rows = list(range(len(parcels)))
    order.shuffle(rows)
    names = ("geometry", "ids", "codes", "area_m2", "measured_m2")
    shuffled = replace(land, **{name: getattr(land, name)[rows] for name in names})
    targets = targets_of({"indicator": "耕地", "target": f"{floor:.4f}", "unit": "hm²"})
    line = official("pbf", parcels[0][1], parcels[1][1])
    one, other = (check(plan, line, base=land, targets=targets) for plan in (land, shuffled))
    pd.testing.assert_frame_equal(one.rows, other.rows)
    pd.testing.assert_frame_equal(one.structure, other.structure)
    fields = [shape for code, shape in parcels if code == "0101"]
    # What all fields together cover: no more than that is cultivated, wherever other uses overlap.
    most_ha = shapely.union_all(fields).area / 1e4 if fields else 0.0
    result = row_of(one, "cultivated_area", "target")["result"]
    if most_ha < round(floor, 4) - 1e-6:
        assert result == "fail"
