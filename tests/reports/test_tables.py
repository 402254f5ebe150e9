# SPDX-License-Identifier: GPL-2.0-or-later
"""The tables that page and workbook share: sums, levelling, unions, order."""

from __future__ import annotations

import math
from dataclasses import replace
from decimal import Decimal

import pandas as pd
import pytest
from dualcarbon.plugin.domain.profiles import load_profile
from dualcarbon.plugin.domain.stocks import ACCOUNT_COLUMNS
from dualcarbon.plugin.reports.model import ReportData
from dualcarbon.plugin.reports.table import Table
from dualcarbon.plugin.reports.tables import ReportTables, build_tables
from dualcarbon.plugin.reports.texts import Texts


def tables_of(data: ReportData) -> dict[str, Table]:
    built: ReportTables = build_tables(
        data, load_profile(data.profile, data.decimals), Texts(data.language), lambda text: text
    )
    return {table.id: table for table in built.all()}


@pytest.fixture(scope="module")
def tables(county: ReportData) -> dict[str, Table]:
    return tables_of(county)


def test_every_table_of_the_county_is_there_in_reading_order(tables: dict[str, Table]) -> None:
    assert [table.title for table in tables.values()] == [
        *(
            "分乡镇碳储量表",
            "分乡镇碳汇表",
            "分地类面积与碳账表",
            "用地结构表",
            "规则汇总表",
            "分乡镇冲突汇总表",
        ),
        *("冲突图斑明细表", "噪声图斑表", "规则依据与处置建议表", "未执行规则表", "采用系数表"),
        *("运算表", "输入数据表", "参数表", "运算事项表"),
    ]


def test_levelled_columns_add_up_to_their_total_to_the_last_digit(tables: dict[str, Table]) -> None:
    checked = 0
    for name in ("units_stock", "units_flux", "classes", "land_structure"):
        table = tables[name]
        for column in table.columns:
            if column.additive:
                digits = column.quantity.decimals
                parts = [Decimal(f"{v:.{digits}f}") for v in table.cells[column.key] if not math.isnan(v)]
                assert sum(parts) == Decimal(f"{table.total[column.key]:.{digits}f}"), (name, column.key)
                checked += 1
    assert checked > 30


def test_si_rounds_without_levelling(county: ReportData) -> None:
    table = tables_of(replace(county, profile="si"))["units_stock"]
    shown = table.cells["stock_tc"].tolist()
    assert shown == [math.floor(value + 0.5) for value in county.baseline_units["stock_tc"]]
    assert "调平" not in "".join(table.notes)


def test_the_total_carries_the_interval_of_the_run_not_a_sum_of_intervals(county: ReportData) -> None:
    totals = {**county.baseline_totals, "stock_tc_low": 10_000_000.0, "stock_tc_high": 13_000_000.0}
    table = tables_of(replace(county, baseline_totals=totals))["units_stock"]
    assert (table.total["stock_tc_low"], table.total["stock_tc_high"]) == (1000.0, 1300.0)
    unknown = tables_of(replace(county, baseline_totals={}))["units_stock"]
    assert math.isnan(unknown.total["stock_tc_low"])


@pytest.mark.parametrize("stated", ["fact", "note"])
def test_units_that_overlap_are_stated_and_their_sum_has_no_interval(county: ReportData, stated: str) -> None:
    """The totals of the run are those of the ground; a sum of overlapping units has no known interval."""
    totals = {**county.baseline_totals, "stock_tc_low": 10_000_000.0, "stock_tc_high": 13_000_000.0}
    note = {"kind": "overlapping_units", "area_ha": 12.5, "text": "Units overlap on 12.5 ha."}
    run = {**county.manifests[0], "notes": [note]}
    overlapping = {
        "fact": replace(county, baseline_totals={**totals, "units_overlap_ha": 12.5}),
        "note": replace(county, baseline_totals=totals, manifests=(run, county.manifests[1])),
    }[stated]
    for name in ("units_stock", "units_flux", "classes", "land_structure"):
        table = tables_of(overlapping)[name]
        assert "单元之间存在重叠" in "".join(table.notes), name
        assert math.isnan(table.total.get("stock_tc_low", math.nan))


def test_units_without_overlap_are_not_said_to_overlap(county: ReportData) -> None:
    """What floats leave of no overlap is none; a check's note on its units is not the baseline's."""
    note = {"kind": "overlapping_units", "area_ha": 12.5, "text": "Units overlap on 12.5 ha."}
    other = {**county.manifests[1], "notes": [note]}
    for data in (
        county,
        replace(county, baseline_totals={**county.baseline_totals, "units_overlap_ha": 3e-9}),
        replace(county, manifests=(county.manifests[0], other)),
    ):
        assert "单元之间存在重叠" not in "".join(tables_of(data)["units_stock"].notes)


def test_land_structure_holds_each_class_and_unit(county: ReportData, tables: dict[str, Table]) -> None:
    table = tables["land_structure"]
    assert [column.header for column in table.columns[2:]] == list(county.baseline_units["unit"])
    rows = county.baseline_classes
    paddy = rows[(rows["carbon_class"] == "paddy") & (rows["unit"] == "白石镇")]["area_ha"].item()
    shown = table.cells.loc[table.cells["class"] == "水田", "unit_2"].item()
    assert shown == pytest.approx(paddy, abs=0.0101)


def test_one_town_has_one_area_in_every_levelled_table() -> None:
    """Three towns of 1.004 hm² are 3.01 in all: the town that takes the odd 0.01 takes it everywhere."""
    towns = ("甲", "乙", "丙")
    units = pd.DataFrame({"unit": towns, "area_ha": 1.004})
    classes = pd.DataFrame(
        [(town, name, 0.502) for town in towns for name in ("paddy", "mixed_forest")],
        columns=["unit", "carbon_class", "area_ha"],
    )
    data = ReportData(
        title="t",
        created="2026-01-01",
        profile="cn_county",
        baseline_units=units.reindex(columns=[*units, *ACCOUNT_COLUMNS[1:]]),
        baseline_classes=classes.reindex(columns=[*classes, *ACCOUNT_COLUMNS[1:]]),
    )
    tables = tables_of(data)
    areas = tables["units_stock"].cells["area_ha"].tolist()
    assert areas == [1.01, 1.0, 1.0]
    structure = tables["land_structure"]
    assert [structure.total[f"unit_{k}"] for k in range(3)] == areas
    assert [round(sum(structure.cells[f"unit_{k}"]), 9) for k in range(3)] == areas


def test_wide_tables_are_split_for_the_page_with_their_leading_columns(tables: dict[str, Table]) -> None:
    parts = tables["land_structure"].split(2, 10, Texts("zh"))
    assert [len(part.columns) for part in parts] == [12, 12]
    assert [part.title for part in parts] == ["用地结构表（1/2）", "用地结构表（2/2）"]
    assert all(part.columns[0].key == "class" for part in parts)


def test_rules_show_the_union_of_the_summary_not_the_sum_of_findings(
    county: ReportData, tables: dict[str, Table]
) -> None:
    rules = tables["rules_summary"]
    summary = county.summary[county.summary["level"] == "rule"].set_index("rule_id")
    for rule_id, area in zip(rules.scaled["rule_id"], rules.scaled["area_ha"]):
        assert area == summary.at[rule_id, "union_ha"]
    whole = county.summary[(county.summary["level"] == "total") & county.summary["unit"].isna()].iloc[0]
    assert rules.total["area_ha"] == round(whole["union_ha"], 2)
    assert rules.total["stock_loss_tco2"] == round(whole["stock_loss_tco2"] / 10_000, 4)


def test_findings_only_are_added_up_by_rule(county: ReportData) -> None:
    rules = tables_of(replace(county, summary=None))["rules_summary"]
    found = county.findings[county.findings["rule_id"] == "PBF-01"]["area_m2"].sum() / 10_000
    row = rules.scaled[rules.scaled["rule_id"] == "PBF-01"].iloc[0]
    assert row["area_ha"] == pytest.approx(found, rel=1e-12)
    noise = rules.scaled[rules.scaled["rule_id"] == "PBF-90"].iloc[0]
    assert (noise["findings"], noise["noise"]) == (0, (county.findings["severity"] == "noise").sum())


def test_units_count_their_findings_by_severity(county: ReportData, tables: dict[str, Table]) -> None:
    table = tables["check_units"].cells.set_index("unit")
    for unit, part in county.findings[county.findings["severity"] != "noise"].groupby("unit"):
        assert table.at[unit, "errors"] == (part["severity"] == "error").sum()
        assert table.at[unit, "warnings"] == (part["severity"] == "warning").sum()


def test_detail_table_speaks_mu_and_has_what_a_bureau_hands_in(
    county: ReportData, tables: dict[str, Table]
) -> None:
    table = tables["findings"]
    headers = [column.header for column in table.columns]
    for header in (
        *("BSM", "面积（亩）", "面积（hm²）", "规则", "处置建议", "处理状态", "法规依据", "等级"),
        *("核实", "乡镇/单元", "规划地类", "现状地类"),
    ):
        assert header in headers
    largest = county.findings[county.findings["severity"] == "error"].sort_values("area_m2").iloc[-1]
    shown = table.cells.set_index("plan_id").loc[largest["plan_id"]]
    assert shown["area_ha"] == pytest.approx(largest["area_m2"] * 15 / 10_000, abs=0.0101)
    assert shown["hectares"] == pytest.approx(largest["area_m2"] / 10_000, abs=0.000101)


def test_what_is_not_known_is_a_dash_on_the_page(tables: dict[str, Table]) -> None:
    table = tables["findings"]
    position = [column.key for column in table.page_columns].index("base_class")
    texts = {row[position].text for row in table.page_rows()}
    assert "—" in texts
    assert not {"nan", "None"} & texts


def test_stand_ins_without_legal_basis_stay_without(county: ReportData) -> None:
    bare = county.summary.assign(legal_basis=None)
    rules = tables_of(replace(county, summary=bare, findings=county.findings.assign(legal_basis=None)))[
        "rules"
    ]
    position = [column.key for column in rules.page_columns].index("legal_basis")
    assert {row[position].text for row in rules.page_rows()} == {"—"}


def test_rules_not_run_speak_the_report_s_language(county: ReportData, tables: dict[str, Table]) -> None:
    assert list(tables["not_run"].cells["reason"]) == ["补划方案需人工审核", "需项目审批材料"]
    english = tables_of(replace(county, language="en"))["not_run"]
    assert list(english.cells["reason"]) == ["needs the replenishment plan", "needs the project's permits"]


def test_weak_factors_are_marked(tables: dict[str, Table]) -> None:
    grades = tables["factors"].cells["grade"]
    assert set(grades) == {"一手", "二手", "推导", "待查 ▲ 弱", "占位 ▲ 弱"}


def test_columns_read_from_files_as_objects_are_understood(county: ReportData) -> None:
    # Layers hand out None, not NaN, and columns of Python objects.
    units = county.baseline_units.astype(object).where(county.baseline_units.notna(), None)
    findings = county.findings.astype(object).where(county.findings.notna(), None)
    summary = county.summary.astype(object).where(county.summary.notna(), None)
    again = tables_of(replace(county, baseline_units=units, findings=findings, summary=summary))
    for name, table in tables_of(county).items():
        pd.testing.assert_frame_equal(again[name].cells, table.cells)
