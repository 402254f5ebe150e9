# SPDX-License-Identifier: GPL-2.0-or-later
"""What a plan check states about its ground, its lines, its rules, and what was not decided."""

from __future__ import annotations

import math
from dataclasses import replace

import pandas as pd
import pytest
from dualcarbon.plugin.reports import build
from dualcarbon.plugin.reports.build import build_html
from findings_by_hand import findings, report_of, shown, tables_of

#: 100 ha: 4 ha of findings (1 ha of them errors, 0.5 ha exempted), 1 ha not checkable, the rest compliant.
TOTALS = {
    "errors": 1.0,
    "warnings": 0.0,
    "infos": 0.0,
    "noise": 1.0,
    "exempted": 1.0,
    "finding_area_ha": 4.0,
    "error_area_ha": 1.0,
    "exempted_area_ha": 0.5,
    "multiple_area_ha": 0.25,
    "noise_area_ha": 0.02,
    "twice_planned_area_ha": -2e-13,
    "compliant_area_ha": 94.98,
    "not_checkable_area_ha": 1.0,
    "plan_area_ha": 100.0,
    "residual_ha": -3.5e-12,
}
LINE = {"line_type": "pbf", "layer": "YJJBNTBHTB", "status": "legal", "document": "某政发〔2023〕1号"}


@pytest.fixture(autouse=True)
def _no_charts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build, "matplotlib_is_there", lambda: False)


def run_with(**facts: object) -> dict[str, object]:
    return {"algorithm": "dualcarbon:checkplan", "parameters": {}, "inputs": [], "notes": [], **facts}


def test_the_parts_of_the_plan_add_up_and_the_residual_is_printed() -> None:
    table = tables_of(report_of({}, check_totals=TOTALS))["area_statement"]
    assert [(row["类型"], row["面积（hm²）"], row["面积（亩）"]) for row in shown(table)] == [
        ("冲突图斑（并集）", "4.00", "60.00"),
        ("噪声", "0.02", "0.30"),
        ("规划图斑重叠部分（冲突图斑与噪声内）", "0.00", "0.00"),
        ("符合管控规则", "94.98", "1,424.70"),
        ("无法检测", "1.00", "15.00"),
    ]
    assert table.total["hectares"] == 100.0
    notes = "".join(table.notes)
    assert "规划总面积 100.00 hm²" in notes
    assert "−3.5e−12 公顷" in notes
    assert "错误 1.00 hm²，已豁免 0.50 hm²，被多条规则重复命中 0.25 hm²" in notes


@pytest.mark.parametrize("totals", [{}, {"finding_area_ha": 4.0}])
def test_without_a_run_that_states_them_there_is_no_area_statement(totals: dict[str, float]) -> None:
    assert "area_statement" not in tables_of(report_of({}, check_totals=totals))


def test_exempted_findings_are_counted_apart_on_the_first_page() -> None:
    html = build_html(report_of({}, {"state": "exempted"}, check_totals=TOTALS, language="en", profile="si"))
    assert "Exempted findings" in html[: html.index("<nav")]
    assert "1, 0.5000 ha" in html[: html.index("<nav")]
    bare = report_of({}, {"state": "exempted"}, {"state": "exempted", "severity": "warning"})
    first = build_html(bare)
    assert "1 / 0" in first[: first.index("<nav")]
    assert "2 项，— 亩" in first[: first.index("<nav")]


def test_added_up_errors_leave_out_what_is_exempted() -> None:
    """1 ha open and 3 ha exempted: the error area is 1 ha, that of all findings 4 ha."""
    data = report_of({}, {"state": "exempted", "area_m2": 30_000.0}, language="en", profile="si")
    html = build_html(data)
    first = " ".join(html[: html.index("<nav")].split())
    assert '<span class="value">1.0</span>' in first
    assert "all findings: 4.0 ha" in first


def test_units_count_open_findings_and_ground_outside_all_units_has_its_row() -> None:
    summary = pd.DataFrame(
        {
            "level": "total",
            "rule_id": None,
            "line_type": None,
            "unit": [None, "南村", "–"],
            "severity": "error",
            "findings": [3, 2, 1],
            "exempted": [1, 1, 0],
            "noise": 0,
            "union_ha": [3.0, 2.0, 1.0],
        }
    )
    frame = findings({"unit": "南村"}, {"unit": "南村", "state": "exempted"}, {"severity": "warning"})
    rows = shown(tables_of(report_of(findings=frame, summary=summary))["check_units"])
    assert [(row["乡镇/单元"], row["错误"], row["警告"], row["已豁免"]) for row in rows] == [
        ("南村", "1", "0", "1"),
        ("（无单元）", "0", "1", "0"),
    ]


def test_lines_are_listed_with_status_and_document_and_a_mixed_trial_names_the_stand_ins() -> None:
    draft = {**LINE, "line_type": "erl", "layer": "STBHHX", "status": "draft", "document": "", "dated": ""}
    lines = [{**LINE, "dated": "2023-01-05"}, draft]
    data = report_of({}, manifests=(run_with(lines=lines),), trial=True, line_names={"erl": "生态保护红线"})
    rows = shown(tables_of(data)["control_lines"])
    assert [(row["图层"], row["状态"], row["批准文件"], row["日期"]) for row in rows] == [
        ("YJJBNTBHTB", "法定", "某政发〔2023〕1号", "2023-01-05"),
        ("STBHHX", "草案", "—", "—"),
    ]
    mixed = build_html(data)
    assert "部分试算：生态保护红线 (草案)为替代数据或草案" in mixed
    whole = build_html(replace(data, manifests=(run_with(lines=[draft]),)))
    assert "试算成果：所用控制线为替代数据或草案" in whole


def test_rules_for_other_tools_and_rules_for_people_are_listed_apart() -> None:
    not_run = pd.DataFrame(
        {
            "rule_id": ["CON-01", "T-01", "PBF-12"],
            "line_type": ["pbf", "pbf", "pbf"],
            "rule_text": "text",
            "reason": "reason",
            "checked_by": ["checklines", "checklines;checktopology", "manual"],
        }
    )
    tables = tables_of(report_of({}, not_run=not_run))
    assert [(row["规则"], row["检查工具"]) for row in shown(tables["not_run"])] == [
        ("CON-01", "控制线检查"),
        ("T-01", "控制线检查 / 拓扑检查"),
    ]
    assert [row["规则"] for row in shown(tables["manual"])] == ["PBF-12"]


def test_rules_say_what_they_say() -> None:
    (row,) = shown(tables_of(report_of({}))["rules"])
    assert (row["规则"], row["内容"]) == ("PBF-01", "永久基本农田上不得规划建设用地。")


def test_texts_of_packs_and_approvals_stay_text() -> None:
    hostile = "<img src=x onerror=alert(1)>"
    factors = pd.DataFrame(
        {
            "class": [hostile],
            "term": [hostile],
            "value": [1.0],
            "low": [math.nan],
            "high": [math.nan],
            "unit": [hostile],
            "evidence": [hostile],
            "verified": [hostile],
            "source": [hostile],
            "share_of_result": [1.0],
        }
    )
    row = dict.fromkeys(("village", "tenure", "plan_code", "document_no", "reason", "approver"), hostile)
    data = report_of(
        {**row, "state": "exempted"},
        factor_rows=factors,
        rule_texts={"PBF-01": hostile},
        code_names={hostile: hostile},
        manifests=(run_with(lines=[{**LINE, "layer": hostile, "document": hostile, "dated": hostile}]),),
        sections={"quantities": pd.DataFrame([{"indicator": hostile, "name": hostile, "result": hostile}])},
    )
    html = build_html(data)
    assert "<img src=x" not in html
    assert html.count("&lt;img src=x") > 15
