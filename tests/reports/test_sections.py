# SPDX-License-Identifier: GPL-2.0-or-later
"""Results of the other checks in a report: each in its chapter, in the report's words and units."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest
from dualcarbon.plugin.reports import build
from dualcarbon.plugin.reports.build import build_html
from dualcarbon.plugin.reports.model import SECTIONS, ReportData
from dualcarbon.plugin.reports.section_tables import CHAPTERS, FIELDS
from dualcarbon.plugin.reports.texts import wording
from findings_by_hand import report_of, shown, tables_of


@pytest.fixture(autouse=True)
def _no_charts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build, "matplotlib_is_there", lambda: False)


def only(section: str, rows: list[dict[str, object]], **more: object) -> ReportData:
    return report_of(sections={section: pd.DataFrame(rows)}, **more)


def test_every_section_has_a_chapter_and_fields() -> None:
    assert tuple(name for names in CHAPTERS.values() for name in names) == SECTIONS
    assert set(FIELDS) == set(SECTIONS)


def test_kinds_of_findings_on_layers_have_names() -> None:
    """The table of kinds and the words of the report name the same kinds."""
    table = Path(__file__).resolve().parents[2] / "resources" / "rules" / "finding_kinds.csv"
    with table.open(encoding="utf-8") as stream:
        kinds = {row["kind"] for row in csv.DictReader(stream)}
    assert kinds == {key[len("kind_") :] for key in wording() if key.startswith("kind_")}


def test_structure_adjustment_speaks_both_languages_and_counts_in_hectares() -> None:
    row = {
        "unit": "城关镇",
        "level": "class",
        "code": "01",
        "name_zh": "耕地",
        "name_en": "Cultivated land",
        "base_ha": 120.0,
        "plan_ha": 118.5,
        "change_ha": -1.5,
    }
    (chinese,) = shown(tables_of(only("structure", [row]))["structure"])
    assert chinese == {
        "乡镇/单元": "城关镇",
        "代码": "01",
        "地类": "耕地",
        "基期面积（hm²）": "120.00",
        "规划面积（hm²）": "118.50",
        "增减（hm²）": "−1.50",
    }
    (english,) = shown(tables_of(only("structure", [row], language="en", profile="si"))["structure"])
    assert (english["Class"], english["Change (ha)"]) == ("Cultivated land", "−1.5")


def test_classes_of_the_structure_add_up_to_their_total_as_printed() -> None:
    """Three times 0.004 ha are 0.012: 0.01 as a whole, all of which one class shows; sets stand apart."""
    rows = [
        {"unit": None, "level": level, "code": code, "name_zh": name, "base_ha": base, "plan_ha": plan}
        for level, code, name, base, plan in (
            *(("class", "01", "耕地", 0.004, 1.005), ("class", "02", "园地", 0.004, 1.005)),
            *(("class", "03", "林地", 0.004, 1.006), ("set", "construction", "建设用地", 0.004, 1.0)),
            ("total", "", "合计", 0.012, 3.016),
        )
    ]
    data = only("structure", [{**row, "change_ha": row["plan_ha"] - row["base_ha"]} for row in rows])
    table = shown(tables_of(data)["structure"])
    assert {row["乡镇/单元"] for row in table} == {"全域"}
    assert [row["地类"] for row in table[3:]] == ["其中：建设用地", "合计"]
    assert table[3]["代码"] == "—"
    for column in ("基期面积（hm²）", "规划面积（hm²）", "增减（hm²）"):
        parts = [0.0 if row[column].startswith("<") else float(row[column]) for row in table]
        assert sum(parts[:3]) == pytest.approx(parts[4]), column
    si = tables_of(replace(data, profile="si"))["structure"]
    assert not any("调平" in note for note in si.notes)
    assert any("全域 基期面积（hm²） +0.01" in note for note in tables_of(data)["structure"].notes)


def test_the_first_page_counts_what_fails_and_names_what_rests_on_unread_rules() -> None:
    results = ("fail", "warn", "pass", "not_measured")
    rows = [
        {"name": f"指标{result}", "result": result, "verified": "yes" if result == "pass" else "partial"}
        for result in results
    ]
    data = replace(
        only("quantities", rows), sections={"quantities": pd.DataFrame(rows), "lines": pd.DataFrame([LINE])}
    )
    first = build_html(data).split("<nav")[0]
    assert "指标不符合 / 警告" in first
    assert first.count("1 / 1") == 1
    assert "符合 1 项，未量算 1 项" in first
    assert "3 项中 2 项：指标fail、指标warn" in first
    assert "1 / 0" in first.split("控制线检查 错误 / 警告")[1]


def test_the_page_keeps_the_worst_rows_of_a_long_table() -> None:
    """80 acute angles come first in the layer; the page shows 60 rows, the overlap among them."""
    angles = [{"kind": "acute_angle", "severity": "info", "ids": str(n), "area_m2": None} for n in range(80)]
    overlap = {"kind": "overlap", "severity": "error", "ids": "a;b", "area_m2": 5.0}
    page = build_html(only("topology", [*angles, overlap]))
    assert "a;b" in page
    assert "共 81 行，按变化、等级和面积选列 60 行" in page


def test_what_appeared_is_on_the_page_before_what_stayed() -> None:
    stayed = [
        {"change": "stayed", "plan_id": f"s{n}", "rule_id": "PBF-01", "severity": "error", "area_m2": 9.0}
        for n in range(70)
    ]
    new = {"change": "appeared", "plan_id": "new1", "rule_id": "X", "severity": "info", "area_m2": 1.0}
    assert "new1" in build_html(only("comparison", [*stayed, new]))


def test_an_indicator_without_a_target_has_no_basis_and_formats_leave_no_trace() -> None:
    row = {"fid": 1, "name": "林地", "kind": "target", "measured": 1.0, "target": None, "result": "no_target"}
    table = tables_of(only("quantities", [row]))["quantities"]
    assert shown(table)[0]["对照依据"] == "—"
    assert "fid" not in [column.header for column in table.columns]


def test_a_trial_names_the_lines_of_whatever_check_they_belong_to() -> None:
    runs = tuple(
        {"algorithm": f"dualcarbon:{name}", "lines": [{"line_type": kind, "layer": kind, "status": status}]}
        for name, kind, status in (("checklines", "erl", "draft"), ("checkquantities", "pbf", "legal"))
    )
    mixed = only("lines", [LINE], manifests=runs, trial=True, line_names={"erl": "生态保护红线"})
    assert "部分试算：生态保护红线 (草案)" in build_html(mixed)
    assert "部分试算" not in build_html(replace(mixed, manifests=runs[:1]))


LINE = {"rule_id": "CON-01", "severity": "error", "kind": "overlap", "line_a": "pbf", "message": "x"}


def test_indicators_keep_their_own_unit_and_say_whether_they_are_met() -> None:
    """Expansion 37.2 km² on 120 km²: (120 + 37.2) / 120 = 1.31 against a cap of 1.3."""
    row = {
        "indicator": "expansion",
        "name": "扩展倍数",
        "kind": "target",
        "measured": 1.31,
        "target": 1.3,
        "difference": 0.01,
        "unit": "倍",
        "direction": "≤",
        "binding": "binding",
        "result": "fail",
    }
    (shown_row,) = shown(tables_of(only("quantities", [row]))["quantities"])
    assert [
        shown_row[name] for name in ("指标", "量算值", "要求", "目标值", "差值", "单位", "属性", "结论")
    ] == [*("扩展倍数", "1.3100", "≤", "1.3000", "0.0100", "倍", "约束性", "✖ 不符合")]


def test_conflicts_of_lines_name_both_lines() -> None:
    row = {
        "rule_id": "CON-01",
        "severity": "error",
        "kind": "overlap",
        "line_a": "pbf",
        "id_a": "L1",
        "line_b": "udb",
        "id_b": "L2",
        "area_m2": 15_000.0,
        "message": "crosses",
    }
    data = only("lines", [row], line_names={"pbf": "永久基本农田", "udb": "城镇开发边界"})
    (shown_row,) = shown(tables_of(data)["lines"])
    assert (shown_row["控制线"], shown_row["另一控制线"]) == ("永久基本农田", "城镇开发边界")
    assert (shown_row["面积（m²）"], shown_row["问题类型"]) == ("15,000.00", "重叠")


@pytest.mark.parametrize("noise", [True, 1, "1", "true", "yes"])
def test_a_flag_is_a_flag_whatever_the_format_makes_of_it(noise: object) -> None:
    row = {"kind": "gap", "severity": "warning", "ids": "1;2", "area_m2": 0.4, "noise": noise}
    (shown_row,) = shown(tables_of(only("topology", [row]))["topology"])
    assert (shown_row["噪声"], shown_row["图斑"], shown_row["问题类型"]) == ("是", "1;2", "缝隙")


def test_drafts_repairs_and_replenishment_are_shown() -> None:
    sections = {
        "comparison": pd.DataFrame(
            [{"change": "vanished", "plan_id": "p1", "rule_id": "PBF-01", "severity": "error"}]
        ),
        "draft_changes": pd.DataFrame(
            [{"kind": "changed", "id_a": "p1", "from_code": "0703", "to_code": "0101", "area_ha": 2.0}]
        ),
        "repair": pd.DataFrame(
            [{"plan_id": "p1", "rule_ids": "PBF-01", "from_code": "0703", "to_code": "0101", "area_ha": 0.2}]
        ),
        "replenishment": pd.DataFrame(
            [{"parcel_id": "h7", "kind": "即可恢复", "status": "chosen", "gain_ha": 0.2}]
        ),
    }
    tables = tables_of(report_of(sections=sections))
    assert shown(tables["comparison"])[0]["变化"] == "－ 消失"
    (changed,) = shown(tables["draft_changes"])
    assert (changed["第一版用途"], changed["第二版用途"]) == ("0703 农村宅基地", "0101 水田")
    (repaired,) = shown(tables["repair"])
    assert (repaired["修正后用途"], repaired["面积（亩）"]) == ("0101 水田", "3.00")
    (restored,) = shown(tables["replenishment"])
    assert (restored["恢复类型"], restored["选取"], restored["新增耕地（亩）"]) == (
        "即可恢复",
        "✔ 选取",
        "3.00",
    )
    html = build_html(report_of(sections=sections))
    assert html.index('id="comparison"') < html.index('id="repair"') < html.index('id="provenance"')
    assert "规划冲突检测" not in html


def test_columns_that_the_report_does_not_know_are_in_the_workbook() -> None:
    table = tables_of(only("topology", [{"kind": "gap", "area_m2": 4.0, "angle": 12.5, "layer": "DLTB"}]))[
        "topology"
    ]
    others = {column.header: column for column in table.columns if column.workbook_only}
    assert set(others) == {"angle", "layer"}
    assert table.cells[others["angle"].key].tolist() == [12.5]
    assert table.cells[others["layer"].key].tolist() == ["DLTB"]


def test_a_check_that_found_nothing_says_so_and_one_that_was_not_made_is_absent() -> None:
    clean = only("lines", [])
    clean = replace(clean, sections={"lines": pd.DataFrame({"rule_id": [], "kind": [], "message": []})})
    html = build_html(clean)
    assert "未发现问题" in html
    assert 'id="topology"' not in html
