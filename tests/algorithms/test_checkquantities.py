# SPDX-License-Identifier: GPL-2.0-or-later
"""Quantity checks through Processing: hand-made squares with figures computed by hand."""

from __future__ import annotations

import re

import pytest
from layers_by_hand import (
    ROOT,
    control_line,
    draft_layer,
    make_layer,
    manifest_of,
    notes_of,
    rows_of,
    square,
)
from qgis.PyQt.QtCore import QVariant
from quantity_layers import DRAFT, X, Y, base_layer, targets, workbook


@pytest.fixture
def check(run, tmp_path):
    """Check the draft under planar areas; the result and its rows by (indicator, unit name, kind)."""

    def call(plan=None, **more):
        settings = {
            "PLAN": draft_layer(DRAFT) if plan is None else plan,
            "PLAN_FIELD": "YDYHFLDM",
            "PLAN_ID_FIELD": "BSM",
            "PLAN_CLASSIFICATION": "cn_landsea_2023",
            "AS_OF": "2026-04-01",
            "AREA_RULE": "planar",
            "LANGUAGE": "en",
            "MANIFEST": str(tmp_path / "check.json"),
            "OUTPUT": "memory:",
            "OUTPUT_STRUCTURE": "memory:",
        }
        result = run("checkquantities", **{**settings, **more})
        rows = rows_of(result["OUTPUT"])
        return result, {(row["indicator"], row["unit_name"], row["kind"]): row for row in rows}

    return call


# Targets -------------------------------------------------------------------------------------


def test_targets_are_judged_in_their_own_units(check, tmp_path):
    """1 ha of fields are 15 mu; forest 1 ha falls 0.2 ha short; 1 ha built of 4 ha is a quarter."""
    table = targets(
        tmp_path,
        "耕地保有量,15,亩,约束性,,",
        "林地保有量,0.012,km²,,,",
        "国土开发强度,≤25％,,,,",
        "用水总量,1.2,亿m³,约束性,1.3,",
        "新能源和可再生能源比例,≥30%,,建议性,25,",
    )
    result, rows = check(TARGETS=table)
    cultivated = rows["cultivated_area", None, "target"]
    assert cultivated["measured"] == pytest.approx(15.0)
    assert (cultivated["result"], cultivated["unit"]) == ("pass", "亩")
    assert cultivated["difference"] == pytest.approx(0.0, abs=1e-9)
    forest = rows["forest_area", None, "target"]
    assert (forest["result"], forest["severity"]) == ("fail", "error")
    assert forest["difference"] == pytest.approx(-0.002)
    assert "excuses no shortfall" in forest["explanation"]
    assert "森林法" in forest["legal_basis"]
    assert forest["remedy"]
    assert rows["development_intensity", None, "target"]["result"] == "pass"
    assert rows["water_use", None, "stated"]["result"] == "fail"
    assert rows["renewable_share", None, "stated"]["result"] == "warn"
    assert (result["FAILED"], result["WARNED"]) == (2, 1)
    assert result["PLAN_AREA_HA"] == pytest.approx(4.0)


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8"])
def test_a_chinese_table_in_any_encoding_and_a_workbook_say_the_same(check, tmp_path, encoding):
    of_text, _ = check(TARGETS=targets(tmp_path, "耕地保有量,15.1,亩,,,", encoding=encoding))
    of_book, _ = check(
        TARGETS=workbook(tmp_path / "表.xlsx", ["指标", "目标值", "单位"], ["耕地保有量", "15.1", "亩"])
    )
    assert (of_text["FAILED"], of_book["FAILED"]) == (1, 1)


def test_both_templates_are_the_same_empty_table(check):
    templates = [ROOT / "resources" / "rules" / f"targets_template.{ending}" for ending in ("csv", "xlsx")]
    (_, of_text), (_, of_book) = (check(TARGETS=str(path)) for path in templates)
    assert of_text == of_book
    asked = [row for row in of_text.values() if row["target_row"]]
    assert len(asked) > 10
    assert {row["result"] for row in asked} == {"no_target", "not_measured"}


def test_a_table_layer_of_the_project_serves_as_targets(check):
    layer = make_layer(
        [(None, {"indicator": "4", "target": 1.5, "unit": "hm²"})], kind="None", name="目标", crs=""
    )
    result, rows = check(TARGETS=layer)
    assert result["FAILED"] == 1
    assert rows["cultivated_area", None, "target"]["difference"] == pytest.approx(-0.5)


def test_the_fields_of_the_output_are_the_agreed_ones(check):
    result, _ = check()
    names = result["OUTPUT"].fields().names()
    assert {"indicator", "measured", "target", "difference", "result"} <= set(names)
    assert {"unit", "direction", "binding", "rule_id", "legal_basis", "explanation", "unit_name"} <= set(
        names
    )


def test_without_targets_everything_measurable_is_listed_and_rules_are_told_as_not_run(check):
    result, rows = check()
    assert (result["FAILED"], result["WARNED"]) == (0, 0)
    assert rows["cultivated_area", None, "target"]["result"] == "no_target"
    not_run = {rule["rule_id"]: rule["reason"] for rule in manifest_of(result)["not_run"]}
    assert {"Q-01", "CUL-01", "CON-06", "CAR-01", "CUL-02"} <= set(not_run)
    assert not_run["CUL-02"] == "needs the planning base (BASE_PLAN)"


def test_quantities_of_a_plan_in_degrees_are_ellipsoidal(check):
    """control-lines.md section 7: the cell 114.00–114.01°E, 30.00–30.01°N has 1 069 521.173 m²."""
    cell = "POLYGON((114 30,114.01 30,114.01 30.01,114 30.01,114 30))"
    plan = make_layer([(cell, {"BSM": "p1", "YDYHFLDM": "0101"})], crs="EPSG:4490")
    _, rows = check(plan=plan, AREA_RULE="ellipsoidal")
    assert rows["cultivated_area", None, "target"]["measured"] == pytest.approx(1.069521173, rel=2e-9)


def test_parcels_without_code_or_shape_and_bow_ties_are_noted(check):
    bow_tie = f"POLYGON(({X} {Y},{X + 100} {Y + 100},{X + 100} {Y},{X} {Y + 100},{X} {Y}))"
    text = QVariant.String
    plan = make_layer(
        [
            (bow_tie, {"BSM": "p1", "YDYHFLDM": "0101"}),
            (square(X + 100, Y), {"BSM": "p2", "YDYHFLDM": None}),
            (None, {"BSM": "p3", "YDYHFLDM": "0101"}),
        ],
        types={"BSM": text, "YDYHFLDM": text},
    )
    result, rows = check(plan=plan)
    # The two triangles of the bow-tie cover half of their square.
    assert rows["cultivated_area", None, "target"]["measured"] == pytest.approx(0.005)
    assert manifest_of(result)["totals"]["uncoded_area_ha"] == pytest.approx(1.0)
    assert {"uncoded_land", "invalid_geometry", "null_geometry"} <= set(notes_of(result))
    assert (
        "0.0100 km² without a clear code are not counted"
        in rows["cultivated_area", None, "target"]["explanation"]
    )


# Base, units, structure ----------------------------------------------------------------------


def test_the_base_gives_balances_and_the_structure_table(check):
    """The second hectare of fields becomes houses and nothing comes back: 1 ha short."""
    result, rows = check(
        BASE_PLAN=base_layer(), BASE_PLAN_FIELD="DLBM", BASE_PLAN_CLASSIFICATION="cn_third_survey"
    )
    balance = rows["balance_CUL-02", None, "balance"]
    assert (balance["result"], balance["difference"]) == ("fail", pytest.approx(-1.0))
    assert "CUL-03" not in "".join(name for name, _, _ in rows)
    structure = {
        (row["level"], row["code"]): (row["base_ha"], row["plan_ha"], row["change_ha"])
        for row in rows_of(result["OUTPUT_STRUCTURE"])
        if row["unit"] is None
    }
    assert structure["class", "01"] == pytest.approx((2.0, 1.0, -1.0))
    assert structure["class", "07"] == pytest.approx((0.0, 1.0, 1.0))
    assert structure["set", "construction"] == pytest.approx((0.0, 1.0, 1.0))
    assert structure["total", ""] == pytest.approx((4.0, 4.0, 0.0))


def test_the_law_of_another_day_asks_for_another_balance(check):
    base = {
        "BASE_PLAN": base_layer(),
        "BASE_PLAN_FIELD": "DLBM",
        "BASE_PLAN_CLASSIFICATION": "cn_third_survey",
    }
    _, rows = check(AS_OF="2023-06-01", **base)
    assert rows["balance_CUL-03", None, "balance"]["result"] == "pass"
    assert ("balance_CUL-02", None, "balance") not in rows


def test_towns_have_their_own_figures_and_targets(check, tmp_path):
    """The border runs through the forest; 0.5 ha of the orchard lie outside both towns."""
    towns = make_layer(
        [(square(X, Y, 150, 100), {"N": "甲镇"}), (square(X + 150, Y, 200, 100), {"N": "乙镇"})]
    )
    table = targets(tmp_path, "林地,0.5,公顷,,,甲镇", "林地,0.6,公顷,,,乙镇")
    result, rows = check(UNITS=towns, UNIT_FIELD="N", TARGETS=table)
    assert rows["forest_area", "甲镇", "target"]["result"] == "pass"
    assert rows["forest_area", "乙镇", "target"]["result"] == "fail"
    assert rows["forest_area", None, "target"]["measured"] == pytest.approx(0.01)
    assert result["OUTSIDE_AREA_HA"] == pytest.approx(0.5)
    totals = manifest_of(result)["totals"]
    assert totals["units_area_ha"] + totals["outside_area_ha"] == pytest.approx(totals["plan_area_ha"])


# Lines ---------------------------------------------------------------------------------------


def test_lines_are_measured_and_other_lines_by_their_type(check, tmp_path):
    table = targets(
        tmp_path, "永久基本农田,1.1,公顷,,,", "城镇开发边界面积,1,公顷,,,", "湿地面积,0.5,公顷,,,"
    )
    result, rows = check(
        FARMLAND=control_line((square(X, Y), {})),
        BOUNDARY=control_line((square(X + 200, Y), {}), name="CZKFBJ"),
        OTHER_LINES=[
            control_line((square(X + 100, Y, 40, 100), {}), name="重要湿地"),
            control_line((square(X + 100, Y), {}), name="城市蓝线"),
        ],
        TARGETS=table,
    )
    assert rows["pbf_area", None, "target"]["result"] == "fail"
    assert rows["udb_area", None, "target"]["result"] == "pass"
    # The wetland layer is held against the target of the wetland area, too: 0.4 of 0.5 ha.
    assert rows["wetland_layer", None, "target"]["result"] == "fail"
    assert rows["urban_area", None, "target"]["measured"] == pytest.approx(0.01)
    assert notes_of(result)["lines_not_measured"]["count"] == 1


def test_a_floor_met_only_by_ground_outside_the_plan_is_not_passed(check, tmp_path):
    """3 ha of farmland, 2 ha of it beyond the draft: the county's layer must not serve a village."""
    farmland = control_line((square(X - 200, Y, 300, 100), {}))
    _, rows = check(FARMLAND=farmland, TARGETS=targets(tmp_path, "永久基本农田,2,公顷,,,"))
    row = rows["pbf_area", None, "target"]
    assert (row["result"], row["measured"]) == ("warn", pytest.approx(3.0))
    assert "2.0000 hm² of it lie outside the plan" in row["explanation"]


def test_stand_in_lines_make_a_trial(check, tmp_path):
    result, rows = check(
        FARMLAND=control_line((square(X, Y), {})),
        LINE_STATUS="standin",
        TARGETS=targets(tmp_path, "永久基本农田,2,公顷,,,"),
    )
    row = rows["pbf_area", None, "target"]
    assert (row["result"], row["severity"], row["legal_basis"]) == ("warn", "info", None)
    assert (result["FAILED"], result["TRIALS"] > 0, manifest_of(result)["trial"]) == (0, True, True)


def test_official_areas_count_under_the_attribute_rule(check, tmp_path):
    """The survey says 9 000 m² net of ridges, the drawing 10 000 m²."""
    plan = make_layer([(square(X, Y), {"BSM": "p1", "YDYHFLDM": "0101", "TBMJ": 10_050.0, "KCMJ": 50.0})])
    farmland = make_layer([(square(X, Y), {"BSM": "L1", "JBNTMJ": 9_000.0})], name="YJJBNTBHTB")
    _, rows = check(
        plan=plan,
        FARMLAND=farmland,
        AREA_RULE="attribute",
        AREA_FIELD="TBMJ",
        TARGETS=targets(tmp_path, "永久基本农田,0.9,公顷,,,", "耕地,1,公顷,,,"),
    )
    assert rows["pbf_area", None, "target"]["measured"] == pytest.approx(0.9, rel=1e-12)
    assert rows["cultivated_area", None, "target"]["measured"] == pytest.approx(1.0, rel=1e-12)
    assert {rows[name, None, "target"]["result"] for name in ("pbf_area", "cultivated_area")} == {"pass"}


def test_what_maintenance_layers_declare_for_the_multiple_is_listed_not_guessed(check):
    boundary = control_line(
        (square(X, Y), {"KZBSHSLX": "01"}), (square(X + 100, Y), {"KZBSHSLX": "02"}), name="CZKFBJ"
    )
    result, _ = check(BOUNDARY=boundary)
    note = notes_of(result)["expansion_kinds"]
    assert re.search(r"01: (1\.0\d\d\d|0\.9\d\d\d) ha, 02: ", note["text"])


def test_the_coast_needs_its_natural_part(check, tmp_path):
    coast = make_layer(
        [
            (f"LINESTRING({X} {Y},{X + 350} {Y})", {"LX": "自然岸线"}),
            (f"LINESTRING({X} {Y},{X} {Y + 650})", {"LX": "人工岸线"}),
        ],
        kind="LineString",
        name="HAX",
    )
    table = targets(tmp_path, "大陆自然海岸线保有率,≥36%,,,,")
    _, rows = check(COAST=coast, COAST_FIELD="LX", TARGETS=table)
    row = rows["coast_ratio", None, "target"]
    assert (row["measured"], row["result"]) == (pytest.approx(35.0), "fail")
