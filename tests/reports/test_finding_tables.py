# SPDX-License-Identifier: GPL-2.0-or-later
"""冲突图斑明细表 as a bureau hands it in, and the lists of exempted findings and of noise."""

from __future__ import annotations

from decimal import Decimal

import pytest
from dualcarbon.plugin.reports.texts import Texts
from findings_by_hand import report_of, shown, tables_of


def test_one_finding_with_everything_a_bureau_asks_for() -> None:
    """2 400 m² of a planned homestead on paddy: 0.24 hm², 3.6 mu."""
    data = report_of({"plan_id": "5115", "village": "石门村", "tenure": "集体", "area_m2": 2_400.0})
    assert shown(tables_of(data)["findings"]) == [
        {
            "序号": "1",
            "BSM": "5115",
            "村": "石门村",
            "权属": "集体",
            "规划地类": "0703 农村宅基地",
            "现状地类": "0101 水田",
            "面积（亩）": "3.60",
            "面积（hm²）": "0.2400",
            "规则": "PBF-01 永久基本农田上不得规划建设用地。",
            "等级": "✖ 错误",
            "处理状态": "待处理",
            "处置建议": "move it",
        }
    ]


def test_english_and_si_speak_hectares_only() -> None:
    data = report_of({"area_m2": 2_400.0}, language="en", profile="si", rule_texts={}, code_names={})
    (row,) = shown(tables_of(data)["findings"])
    assert (row["Area (ha)"], row["Rule"], row["Planned code"]) == ("0.2400", "PBF-01", "0703")
    assert not any("mu" in header for header in row)


def test_the_list_is_sorted_by_village_parcel_and_rule_and_the_unknown_comes_last() -> None:
    data = report_of(
        {"village": None, "plan_id": "a", "rule_id": "PBF-01"},
        {"village": "乙村", "plan_id": "c", "rule_id": "PBF-06", "severity": "info", "area_m2": 1.0},
        {"village": "乙村", "plan_id": "c", "rule_id": "PBF-01"},
        {"village": "乙村", "plan_id": "b", "rule_id": "UDB-01"},
        {"village": "丙村", "plan_id": "z", "rule_id": "ERL-01"},
    )
    rows = shown(tables_of(data)["findings"])
    assert [(row["村"], row["BSM"], row["规则"][:6]) for row in rows] == [
        ("丙村", "z", "ERL-01"),
        ("乙村", "b", "UDB-01"),
        ("乙村", "c", "PBF-01"),
        ("乙村", "c", "PBF-06"),
        ("—", "a", "PBF-01"),
    ]
    assert [row["序号"] for row in rows] == ["1", "2", "3", "4", "5"]


def test_what_no_finding_tells_has_no_column() -> None:
    headers = [column.header for column in tables_of(report_of({}))["findings"].page_columns]
    assert not {"村", "权属", "乡镇/单元"} & set(headers)


@pytest.mark.parametrize("key", ["area_ha", "hectares"])
def test_areas_are_rounded_after_computing_and_levelled_to_their_total(key: str) -> None:
    """Three times 36 m² are 0.162 mu, while three times the rounded 0.05 are 0.15."""
    table = tables_of(report_of(*({"plan_id": f"p{n}", "area_m2": 36.0} for n in range(3))))["findings"]
    digits = 2 if key == "area_ha" else 4
    parts = [Decimal(f"{value:.{digits}f}") for value in table.cells[key]]
    total = {"area_ha": Decimal("0.16"), "hectares": Decimal("0.0108")}[key]
    assert sum(parts) == total == Decimal(f"{table.total[key]:.{digits}f}")
    assert table.total["number"] == "合计"


def test_an_exempted_finding_shows_its_document_and_stands_in_a_list_of_its_own() -> None:
    data = report_of(
        {},
        {
            "plan_id": "p2",
            "state": "exempted",
            "reason": "国家重点项目",
            "approver": "自然资源部",
            "document_no": "自然资函〔2025〕12号",
            "date": "2025-03-01",
            "expiry": "2027-03-01",
        },
    )
    tables = tables_of(data)
    assert [row["处理状态"] for row in shown(tables["findings"])] == [
        "待处理",
        "已豁免（自然资函〔2025〕12号）",
    ]
    (row,) = shown(tables["exempted"])
    assert (row["BSM"], row["原因"], row["批准机关"]) == ("p2", "国家重点项目", "自然资源部")
    assert (row["批准文号"], row["日期"], row["有效期至"]) == (
        *("自然资函〔2025〕12号", "2025-03-01", "2027-03-01"),
    )
    assert "exempted" not in tables_of(report_of({}))


def test_noise_has_a_list_of_its_own_in_square_metres() -> None:
    tables = tables_of(report_of({"severity": "noise", "area_m2": 0.5}, {"plan_id": "p2"}))
    assert [row["BSM"] for row in shown(tables["findings"])] == ["p2"]
    (row,) = shown(tables["noise"])
    assert (row["BSM"], row["面积（m²）"]) == ("p1", "0.50")


def test_findings_on_lines_without_legal_force_are_marked_one_by_one() -> None:
    data = report_of({}, {"plan_id": "p2", "severity": "info", "line_status": "draft"})
    assert [row["等级"] for row in shown(tables_of(data)["findings"])] == ["✖ 错误", "● 提示 · 试算"]


def test_a_page_without_room_for_all_keeps_open_errors_and_the_order_of_the_list() -> None:
    data = report_of(
        {"plan_id": "a", "severity": "warning"},
        {"plan_id": "b", "state": "exempted", "area_m2": 9e6},
        {"plan_id": "c", "area_m2": 10.0},
        {"plan_id": "d", "area_m2": 20.0},
        {"plan_id": "e", "area_m2": 5.0},
    )
    table = tables_of(data)["findings"].head(2, "two of five")
    assert [row["BSM"] for row in shown(table)] == ["c", "d"]
    assert table.notes[0] == "two of five"


def test_what_a_finding_needs_is_told_in_words_and_a_qualifier_as_the_rule_has_it() -> None:
    data = report_of(
        {"needs": "finer code"}, {"plan_id": "p2", "needs": "化工"}, {"plan_id": "p3", "needs": None}
    )
    cells = tables_of(data)["findings"].scaled["needs"]
    assert list(cells)[:2] == ["规划用途的下级细分代码", "化工"]


def test_an_unknown_state_speaks_for_itself() -> None:
    assert Texts("zh").label("state", "postponed") == "postponed"
    (row,) = shown(tables_of(report_of({"state": "postponed"}))["findings"])
    assert row["处理状态"] == "postponed"
