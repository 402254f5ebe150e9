# SPDX-License-Identifier: GPL-2.0-or-later
"""The workbook holds the same figures as the page, and nothing in it is a formula."""

from __future__ import annotations

import math
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from dualcarbon.plugin.domain.errors import OutputError
from dualcarbon.plugin.domain.profiles import load_profile
from dualcarbon.plugin.reports.model import ReportData
from dualcarbon.plugin.reports.tables import build_tables
from dualcarbon.plugin.reports.texts import Texts
from dualcarbon.plugin.reports.xlsx import write_xlsx

openpyxl = pytest.importorskip("openpyxl")


def keep(text: str) -> str:
    return text


def test_every_cell_reads_back_as_in_the_tables(county: ReportData, tmp_path: Path) -> None:
    path = tmp_path / "样例县.xlsx"
    write_xlsx(county, path)
    workbook = openpyxl.load_workbook(path)
    tables = build_tables(county, load_profile(county.profile), Texts(county.language), keep).all()
    assert workbook.sheetnames == ["说明", *(table.title for table in tables)]
    for table in tables:
        sheet = workbook[table.title]
        keys = [key for column in table.columns for key in column.keys]
        ordered = [
            key
            for column in table.columns
            for key in (column.key, column.low, column.high)
            if key is not None
        ]
        assert keys == ordered
        for position, key in enumerate(ordered, start=1):
            for row, value in enumerate(table.cells[key], start=3):
                found = sheet.cell(row=row, column=position).value
                missing = value is None or (isinstance(value, float) and math.isnan(value))
                assert found == (None if missing else value), (table.title, key, row)


def test_the_sheets_are_formatted_for_reading_and_printing(county: ReportData, tmp_path: Path) -> None:
    write_xlsx(county, tmp_path / "a.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx")["分乡镇碳储量表"]
    assert sheet["A2"].font.bold
    assert sheet["B3"].number_format == "#,##0.00"
    assert sheet.freeze_panes == "B3"
    assert sheet.print_title_rows in ("1:2", "$1:$2")
    assert sheet.column_dimensions["A"].width >= 9
    assert sheet["B2"].value == "面积（hm²）"


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("http://x")'])
def test_formulas_in_names_stay_text(county: ReportData, tmp_path: Path, text: str) -> None:
    units = county.baseline_units.assign(unit=[text, *county.baseline_units["unit"][1:]])
    write_xlsx(replace(county, baseline_units=units), tmp_path / "a.xlsx")
    cell = openpyxl.load_workbook(tmp_path / "a.xlsx")["分乡镇碳储量表"]["A3"]
    assert cell.value == text
    assert cell.data_type == "s"
    assert cell.quotePrefix


def test_control_characters_do_not_break_the_file(county: ReportData, tmp_path: Path) -> None:
    findings = county.findings.assign(remedy="a\x01b")
    write_xlsx(replace(county, findings=findings), tmp_path / "a.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx")["冲突图斑明细表"]
    assert any("a\ufffdb" in (cell.value or "") for cell in sheet[3] if isinstance(cell.value, str))


def test_all_findings_are_in_the_workbook(county: ReportData, tmp_path: Path) -> None:
    write_xlsx(county, tmp_path / "a.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx")["冲突图斑明细表"]
    noise = openpyxl.load_workbook(tmp_path / "a.xlsx")["噪声图斑表"]
    ids = [sheet.cell(row=row, column=2).value for row in range(3, sheet.max_row + 1)]
    ids += [noise.cell(row=row, column=1).value for row in range(3, noise.max_row + 1)]
    assert sorted(set(county.findings["plan_id"])) == sorted(set(ids) & set(county.findings["plan_id"]))


def test_a_trial_is_marked_in_the_workbook(county: ReportData, tmp_path: Path) -> None:
    write_xlsx(county, tmp_path / "a.xlsx")
    assert openpyxl.load_workbook(tmp_path / "a.xlsx")["说明"]["B1"].value == "试算"


def test_without_openpyxl_the_user_learns_what_to_install(
    county: ReportData, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(OutputError, match="openpyxl is not installed"):
        write_xlsx(county, tmp_path / "a.xlsx")


def test_a_place_that_cannot_be_written_is_named(county: ReportData, tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="no_such_folder"):
        write_xlsx(county, tmp_path / "no_such_folder" / "a.xlsx")
