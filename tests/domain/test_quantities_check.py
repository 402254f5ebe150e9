# SPDX-License-Identifier: GPL-2.0-or-later
"""Quantity checks on rectangles whose areas, balances and ratios are computed by hand."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
from dualcarbon.plugin.domain.notes import NoteBook
from dualcarbon.plugin.domain.quantities import Coast
from plan_cases import array, box
from quantity_cases import check, land_of, official, row_of, strip, targets_of

# Lines ---------------------------------------------------------------------------------------


def test_land_and_sea_of_the_redline_are_apart():
    line = official(
        "erl",
        box(0, 0, 100, 100),
        box(100, 0, 200, 100),
        box(300, 0, 400, 100),
        zones=array(["核心保护区", "一般控制区", "海洋"]),
    )
    result = check(land_of(("0301", box(0, 0, 300, 100))), line)
    areas = [row_of(result, name)["measured"] for name in ("erl_area", "erl_land", "erl_marine")]
    assert areas == pytest.approx([0.07, 0.03, 0.04])  # km²


def test_without_zones_nobody_knows_what_of_the_redline_is_land():
    """4 ha of sea must not fill a floor of 5 ha of land."""
    line = official("erl", box(0, 0, 300, 100), box(300, 0, 400, 100))
    targets = targets_of({"indicator": "erl_land", "target": "5", "unit": "hm²"})
    row = row_of(check(land_of(("0301", box(0, 0, 300, 100))), line, targets=targets), "erl_land")
    assert (row["result"], math.isnan(row["measured"])) == ("not_measured", True)
    assert "needs the zones" in row["explanation"]


def test_percentages_differ_by_points_and_maps_from_their_table():
    """1 ha of 4 ha is built, 25 %; 3 ha of fields on the map, 5.5 ha in the table."""
    plan = land_of(("0701", box(0, 0, 100, 100)), ("0101", box(100, 0, 300, 100)))
    targets = targets_of(
        {"indicator": "开发强度", "target": "20"},
        {"indicator": "耕地保有量", "target": "3", "unit": "hm²", "table_value": "5.5"},
    )
    result = check(plan, targets=targets)
    assert (
        "5.0000 percentage points above the target" in row_of(result, "development_intensity")["explanation"]
    )
    assert "2.5000 hm² short of the table" in row_of(result, "cultivated_area", "map_table")["explanation"]


def test_overlapping_line_features_count_once():
    """Two features of 1 ha share 0.5 ha: a floor of 2 ha must not pass."""
    notes = NoteBook()
    line = official("pbf", box(0, 0, 100, 100), box(50, 0, 100, 100))
    targets = targets_of({"indicator": "永久基本农田", "target": "2", "unit": "hm²"})
    row = row_of(
        check(land_of(("0101", box(0, 0, 200, 100))), line, targets=targets, notes=notes),
        "pbf_area",
        "target",
    )
    assert (row["measured"], row["result"]) == (pytest.approx(1.5), "fail")
    (note,) = notes.of_kind("counted_once")
    assert note.area_ha == pytest.approx(0.5)


def test_the_official_area_of_a_line_counts_under_the_attribute_rule():
    line = official("pbf", box(0, 0, 100, 100), area_m2=np.array([9_500.0]))
    row = row_of(check(land_of(("0101", box(0, 0, 200, 100))), line), "pbf_area")
    assert row["measured"] == pytest.approx(0.0095)


def test_the_share_of_farmland_warns_without_an_assigned_target_and_fails_with_one():
    """0.75 of 1 ha of fields: below 80 %, which binds a province; Guangdong binds every city."""
    plan, line = land_of(("0101", box(0, 0, 100, 100))), official("pbf", box(0, 0, 75, 100))
    default = row_of(check(plan, line), "pbf_share")
    assert (default["measured"], default["target"], default["result"]) == (pytest.approx(75.0), 80.0, "warn")
    binding = targets_of({"indicator": "永久基本农田占比", "target": "80%"})
    assert row_of(check(plan, line, targets=binding), "pbf_share")["result"] == "fail"


def test_ground_without_a_code_counts_against_the_share_of_farmland_and_it_is_said():
    """0.75 ha of 1 ha of fields and 0.5 ha of unknown use: 50 %, not 75 %."""
    plan = land_of(("0101", box(0, 0, 100, 100)), (None, box(100, 0, 50, 100)))
    row = row_of(check(plan, official("pbf", box(0, 0, 75, 100))), "pbf_share")
    assert row["measured"] == pytest.approx(50.0)
    assert "counts as cultivated land here" in row["explanation"]
    assert "are not counted" not in row["explanation"]


def test_a_share_reached_with_farmland_of_the_neighbours_warns():
    """0.5 ha inside the plan and 2 ha beyond it, over 1 ha of fields: 250 %, but 50 % of it at home."""
    plan = land_of(("0101", box(0, 0, 100, 100)))
    line = official("pbf", box(0, 0, 50, 100), box(500, 0, 200, 100))
    row = row_of(check(plan, line), "pbf_share")
    assert (row["measured"], row["result"]) == (pytest.approx(250.0), "warn")
    assert "only with ground outside the plan" in row["explanation"]


def test_a_province_may_bind_every_city_to_the_share_of_farmland():
    """The Guangdong profile says city where the national rule says province."""
    plan, line = land_of(("0101", box(0, 0, 100, 100))), official("pbf", box(0, 0, 75, 100))
    row = row_of(check(plan, line, pack="cn_guangdong"), "pbf_share")
    assert (row["result"], row["binding"], row["rule_id"]) == ("fail", "binding", "PBF-07")
    assert "广东" in row["legal_basis"]


def test_a_profile_may_soften_or_switch_off_a_rule(tmp_path):
    rules = tmp_path / "mine.csv"
    header = "rule_id,extends,severity,enabled"
    rules.write_text(f"{header}\nQ-05,cn_national,warning,\nPBF-07,,,no\n", encoding="utf-8")
    plan, line = land_of(("0701", strip(0, 2.0)), ("0101", strip(1, 1.0))), official("pbf", strip(1, 0.5))
    targets = targets_of({"indicator": "5", "target": "1", "unit": "hm²"})
    result = check(plan, line, targets=targets, pack=str(rules))
    soft = row_of(result, "construction_area")
    assert (soft["result"], soft["severity"], soft["rule_id"]) == ("warn", "warning", "Q-05")
    # Without its rule the national share is no target any more.
    assert row_of(result, "pbf_share")["result"] == "no_target"


def test_a_line_without_legal_force_is_a_trial_that_never_fails():
    plan, line = land_of(("0101", box(0, 0, 100, 100))), official("pbf", box(0, 0, 75, 100), status="standin")
    targets = targets_of({"indicator": "永久基本农田", "target": "1", "unit": "hm²"})
    row = row_of(check(plan, line, targets=targets), "pbf_area", "target")
    assert (row["result"], row["severity"], row["trial"], row["legal_basis"]) == ("warn", "info", 1, None)


def test_a_missing_line_is_not_measured_and_says_what_it_needs():
    targets = targets_of({"indicator": "生态保护红线面积", "target": "1"})
    row = row_of(check(land_of(("0101", box(0, 0, 9, 9))), targets=targets), "erl_area")
    assert (row["result"], math.isnan(row["measured"])) == ("not_measured", True)
    assert "Ecological protection redline" in row["explanation"]


# Plan measures -------------------------------------------------------------------------------


def test_construction_land_and_what_is_taken_out_of_it():
    plan = land_of(
        ("0701", strip(0, 1.0)),
        ("0703", strip(1, 2.0)),
        ("1202", strip(2, 4.0)),
        ("1002", strip(3, 8.0)),
        ("1506", strip(4, 16.0)),
        ("16", strip(5, 32.0)),
        ("1311", strip(6, 64.0)),
        ("0101", strip(7, 128.0)),
    )
    result = check(plan)
    assert row_of(result, "construction_area")["measured"] == pytest.approx(1.27)  # km²: 127 ha
    assert row_of(result, "urban_rural_area")["measured"] == pytest.approx(0.35)  # 1 + 2 + 32 ha
    assert row_of(result, "development_intensity")["measured"] == pytest.approx(127 / 255 * 100)
    without = check(plan, count_reserve=False)
    assert row_of(without, "construction_area")["measured"] == pytest.approx(0.95)


def test_a_code_too_coarse_to_tell_warns_under_a_cap():
    """ "12" may be a city street (urban-rural) or a motorway (not): 1 ha known, 1 ha open, cap 1.5 ha."""
    plan = land_of(("0701", strip(0, 1.0)), ("12", strip(1, 1.0)))
    targets = targets_of({"indicator": "城乡建设用地", "target": "1.5", "unit": "hm²"})
    row = row_of(check(plan, targets=targets), "urban_rural_area")
    assert (row["measured"], row["result"]) == (pytest.approx(1.0), "warn")
    assert "1.0000 hm² without a clear code" in row["explanation"]


def test_land_per_head_takes_the_residents_that_the_table_states():
    plan = land_of(("0701", strip(0, 2.0)), ("1001", strip(1, 1.0)), ("0701", strip(9, 5.0)))
    boundary = official("udb", box(-10, -10, 2000, 320))
    targets = targets_of(
        {"indicator": "17", "target": "100"},
        {"indicator": "15", "target": "0.05", "direction": "≤"},
        {"indicator": "16", "target": "60", "direction": "≤"},
    )
    # 3 ha inside the boundary over 500 × 60 % = 300 people.
    row = row_of(check(plan, boundary, targets=targets), "urban_per_head")
    assert (row["measured"], row["unit"], row["result"]) == (pytest.approx(100.0), "m²/人", "pass")
    given = row_of(check(plan, boundary, targets=targets, urban_residents=250.0), "urban_per_head")
    assert (given["measured"], given["result"]) == (pytest.approx(120.0), "fail")


def test_natural_coast_of_unknown_kind_does_not_count():
    coast = Coast(np.array([3500.0, 6000.0, 500.0]), array([True, False, None]), "coast")
    targets = targets_of({"indicator": "10", "target": "35.5"})
    row = row_of(check(land_of(("0101", box(0, 0, 9, 9))), targets=targets, coast=coast), "coast_ratio")
    assert (row["measured"], row["result"]) == (pytest.approx(35.0), "fail")


def test_added_restoration_counts_overlaps_once():
    shapes = array([box(0, 0, 100, 100), box(50, 0, 100, 100)])
    row = row_of(check(land_of(("0101", box(0, 0, 9, 9))), restoration=shapes), "restoration_area")
    assert row["measured"] == pytest.approx(0.015)


def test_stated_values_are_judged_as_stated():
    targets = targets_of({"indicator": "用水总量", "target": "1.2", "table_value": "1.25"})
    row = row_of(check(land_of(("0101", box(0, 0, 9, 9))), targets=targets), "water_use")
    assert (row["kind"], row["result"], row["unit"]) == ("stated", "fail", "亿m³")
    assert row["difference"] == pytest.approx(0.05)


# Ridges --------------------------------------------------------------------------------------


def test_cultivated_land_that_stays_keeps_the_ridges_of_its_base():
    """10 ha of terraces with 1 ha of ridges, 4 ha of which get built on: 6 ha − 0.6 ha are left."""
    base = land_of(("0103", strip(0, 10.0)), ridge_m2=np.array([10_000.0]))
    plan = land_of(("0103", box(0, 0, 600, 100)), ("0701", box(600, 0, 400, 100)))
    result = check(plan, base=base)
    assert row_of(result, "cultivated_area")["measured"] == pytest.approx(0.054)
    assert row_of(result, "balance_CUL-02")["target"] == pytest.approx(3.6)
    whole = result.structure[result.structure["unit"].isna()].set_index(["level", "code"])
    assert whole.loc[("class", "01"), ["base_ha", "plan_ha"]].tolist() == pytest.approx([9.0, 5.4])
    assert whole.loc[("class", "23"), ["base_ha", "plan_ha"]].tolist() == pytest.approx([1.0, 0.6])
    assert whole.loc[("total", ""), ["base_ha", "plan_ha"]].tolist() == pytest.approx([10.0, 10.0])


def test_cultivated_land_with_its_ridges_says_so():
    row = row_of(check(land_of(("0103", strip(0, 10.0)))), "cultivated_area")
    assert "field ridges are not taken out" in row["explanation"]


def test_a_plan_with_ridges_of_its_own_uses_them():
    base = land_of(("0103", strip(0, 10.0)), ridge_m2=np.array([10_000.0]))
    plan = replace(base, ridge_m2=np.array([5_000.0]))
    assert row_of(check(plan, base=base), "cultivated_area")["measured"] == pytest.approx(0.095)


# Map against table ---------------------------------------------------------------------------


def test_map_and_text_are_held_against_the_table():
    plan, line = land_of(("0101", strip(0, 20.0))), official("pbf", strip(0, 10.0))
    targets = targets_of(
        {"indicator": "耕地", "target": "15", "unit": "hm²", "table_value": "20.4", "text_value": "21.5"},
        {"indicator": "永久基本农田", "target": "9", "unit": "hm²", "table_value": "12"},
    )
    result = check(plan, line, targets=targets)
    on_map = row_of(result, "cultivated_area", "map_table")
    assert (on_map["measured"], on_map["target"], on_map["result"]) == (pytest.approx(20.0), 20.4, "warn")
    assert row_of(result, "cultivated_area", "text_table")["result"] == "fail"
    assert row_of(result, "pbf_area", "map_table")["result"] == "fail"
    assert {on_map["rule_id"]} == {"CON-06"}
    assert row_of(result, "cultivated_area", "target")["result"] == "pass"
