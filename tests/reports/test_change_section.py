# SPDX-License-Identifier: GPL-2.0-or-later
"""The change between two dates in a report: a balance that closes, matrices that add up to both dates."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest
from dualcarbon.plugin.reports import build
from dualcarbon.plugin.reports.build import build_html
from dualcarbon.plugin.reports.change_tables import LARGEST
from dualcarbon.plugin.reports.page_layout import CLASSES_ON_PAGE, on_page
from dualcarbon.plugin.reports.texts import Texts
from dualcarbon.plugin.reports.xlsx import write_xlsx
from findings_by_hand import shown, tables_of
from sink_by_hand import change, sink_report, transitions, words


@pytest.fixture(autouse=True)
def _no_charts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build, "matplotlib_is_there", lambda: False)


BOTH = {"change": change(), "transitions": transitions()}
STATED = {
    "stockchange": {
        **{"change_tc": -900.0, "change_tc_low": -1_200.0, "change_tc_high": -100.0},
        **{"change_tco2e_a": -660.0, "weak_share": 0.25, "unmapped_area_ha": 3.0},
    }
}


def test_opening_additions_reductions_and_closing_balance_as_printed() -> None:
    """24 800 + 200 − 1 100 = 23 900 t C over both towns."""
    page = words(build_html(sink_report("en", **BOTH)))
    assert "Opening stock 24,800 + additions 200 − reductions 1,100 = closing stock 23,900 t C" in page
    county = words(build_html(sink_report("zh", "cn_county", **BOTH)))
    assert "期初储量 2.4800 + 增加 0.0200 − 减少 0.1100 = 期末储量 2.3900 万吨碳" in county


def test_the_balance_is_levelled_to_the_closing_stock_as_printed() -> None:
    """0.00005, 0.00005 and 0.00004 of 10⁴ t C: rounded each for itself they would not add up."""
    frame = (
        change()
        .iloc[:1]
        .assign(stock_before_tc=10_000.5, gain_tc=0.5, loss_tc=0.4, stock_after_tc=10_000.6, change_tc=0.1)
    )
    page = words(build_html(sink_report("zh", "cn_county", change=frame)))
    opening, gain, loss, closing = map(
        float,
        re.search(r"期初储量 ([\d.]+) \+ 增加 ([\d.]+) − 减少 ([\d.]+) = 期末储量 ([\d.]+)", page).groups(),
    )
    assert opening + gain - loss == pytest.approx(closing, abs=1e-9)


def test_units_show_their_change_and_the_year_of_each_stock() -> None:
    first, second = shown(tables_of(sink_report("zh", **BOTH))["units_change"])
    assert first["期初碳储量 2018（t C）"] == "17,500"
    assert first["期末碳储量 2023（t C）"] == "16,900"
    assert (second["增加量（t C）"], second["减少量（t C）"], second["碳储量变化（t C）"]) == (
        "200",
        "500",
        "−300",
    )
    assert second["覆盖率（%）"] == "98.0"


def test_the_first_page_tells_what_the_change_leaves_out_of_its_units() -> None:
    """Two towns of 152 and 50 ha, of which 150 and 50 have a class at both dates; hairlines are nothing."""
    label = "Part of the units without land use at both dates"
    frame = change().assign(unit_area_ha=[152.0, 50.0])
    assert f"{label} 2.0000 ha" in words(build_html(sink_report("en", change=frame)))
    frame = change().assign(unit_area_ha=[150.0, 50.0 + 1e-9])
    assert f"{label} 0.0000 ha" in words(build_html(sink_report("en", change=frame)))
    assert label not in words(build_html(sink_report("en", **BOTH)))


def test_the_yearly_change_stands_in_a_table_of_its_own_and_is_never_added() -> None:
    """−600 and −300 t C in 5 a are −440 and −220 t CO2e/a."""
    tables = tables_of(replace(sink_report("en", **BOTH), stated=STATED))
    yearly = tables["units_yearly_change"]
    assert [row["Yearly stock change (t CO₂e/a)"] for row in shown(yearly)] == ["−440", "−220"]
    assert yearly.total["change_tco2e_a"] == -660.0
    assert not any("CO₂e/a" in column.header for column in tables["units_change"].columns)


def test_totals_carry_the_interval_that_the_run_states_and_no_sum_of_intervals() -> None:
    data = sink_report("en", **BOTH)
    table = tables_of(replace(data, stated=STATED))["units_change"]
    assert (table.total["change_tc_low"], table.total["change_tc_high"]) == (-1_200.0, -100.0)
    assert pd.isna(tables_of(data)["units_change"].total["change_tc_low"])
    assert "added up from the layers" in words(build_html(data))


def test_rows_and_columns_of_the_matrix_add_up_to_the_areas_of_both_dates() -> None:
    """2018: paddy 104 ha, forest 96, residential 1, not mapped 2; 2023: paddy 92, forest 90 …"""
    table = tables_of(sink_report("zh", **BOTH))["transition_matrix"]
    rows = {row["期初（行）→期末（列）（公顷）"]: row for row in shown(table)}
    assert {name: row["期初合计"] for name, row in rows.items()} == {
        "水田": "104.0",
        "混交林": "96.0",
        "居住用地": "1.0",
        "该期无数据": "2.0",
    }
    assert rows["水田"]["居住用地"] == "20.0"
    assert rows["居住用地"]["水田"] == ""
    totals = {column.header: table.total[column.key] for column in table.columns[1:]}
    assert totals == {"水田": 92.0, "混交林": 90.0, "居住用地": 20.0, "该期无数据": 1.0, "期初合计": 203.0}


def test_ipcc_categories_add_up_the_classes_of_each() -> None:
    moves = [("甲", "paddy", "tea", 3.0), ("甲", "tea", "paddy", 2.0), ("甲", "mixed_forest", "tea", 5.0)]
    known = {"paddy": 100.0, "tea": 80.0, "mixed_forest": 150.0}
    data = sink_report("en", transitions=transitions(moves, known))
    data = replace(data, class_categories={**data.class_categories, "tea": "cropland"})
    rows = shown(tables_of(data)["category_matrix"])
    assert rows == [
        {"From (rows) to (columns) (ha)": "Forest land", "Cropland": "5.0", "Opening total": "5.0"},
        {"From (rows) to (columns) (ha)": "Cropland", "Cropland": "5.0", "Opening total": "5.0"},
    ]


def test_the_balance_of_the_classes_closes_in_area_and_carbon() -> None:
    """Paddy of both dates: 104 − 24 + 10 = 90 ha; 10 400 − 2 400 + 1 000 = 9 000 t C."""
    rows = {row["Carbon class"]: row for row in shown(tables_of(sink_report("en", **BOTH))["class_balance"])}
    assert list(rows["Paddy field"].values())[1:] == [
        *("104.0", "10.0", "24.0", "90.0"),
        *("10,400", "1,000", "2,400", "9,000"),
    ]
    assert list(rows["Residential land"].values())[1:5] == ["0.0", "20.0", "0.0", "20.0"]


def test_gains_come_first_losses_last_and_the_page_keeps_the_largest_of_both() -> None:
    classes = [f"c{number:02d}" for number in range(30)]
    known = {name: 10.0 * number for number, name in enumerate(classes)}
    ups = [("甲", classes[0], name, 1.0) for name in classes[1:]]
    downs = [("甲", name, classes[0], 1.0) for name in classes[1:16]]
    data = sink_report("en", transitions=transitions(ups + downs, known))
    table = tables_of(data)["transitions"]
    (page,) = on_page((table,), Texts("en"))
    change_tc = [float(value) for value in page.cells["change_tc"]]
    assert change_tc == [*(290.0 - 10 * k for k in range(LARGEST)), *(-60.0 - 10 * k for k in range(LARGEST))]
    assert len(table.cells) == 44
    assert "Of 44 transitions" in page.notes[0]


def test_bounds_of_one_transition_add_up_over_its_units() -> None:
    """Both towns turn paddy into housing: the densities are the same draw, 3 ha − 30 … + 60 around −90."""
    moves = [("甲", "paddy", "residential", 1.0), ("乙", "paddy", "residential", 2.0)]
    (row,) = tables_of(sink_report("en", transitions=transitions(moves)))["transitions"].cells.to_dict(
        "records"
    )
    assert (row["change_tc"], row["change_tc_low"], row["change_tc_high"]) == (-90.0, -120.0, -30.0)


def test_many_classes_stand_as_categories_on_the_page_and_in_full_in_the_workbook(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    names = [f"class{number:02d}" for number in range(CLASSES_ON_PAGE + 1)]
    moves = [("甲", name, name, 1.0) for name in names]
    data = sink_report("en", transitions=transitions(moves, dict.fromkeys(names, 1.0)))
    data = replace(data, class_categories=dict.fromkeys(names, "cropland"))
    page = words(build_html(data))
    assert "Land-use transition matrix" not in page
    assert f"{len(names)} classes: the full matrix" in page
    write_xlsx(data, tmp_path / "a.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx")["Land-use transition matrix"]
    assert [sheet.cell(row=2, column=column).value for column in (2, len(names) + 1)] == [names[0], names[-1]]
    assert sheet.cell(row=3 + len(names), column=2 + len(names)).value == len(names)


def test_many_codes_of_an_own_table_leave_their_matrix_to_the_workbook() -> None:
    """Without categories nothing stands in for a matrix of 15 columns; codes count as numbers do."""
    codes = [str(number) for number in range(1, CLASSES_ON_PAGE + 2)]
    data = sink_report(
        "en", transitions=transitions([("*", code, code, 1.0) for code in codes], dict.fromkeys(codes, 1.0))
    )
    tables = tables_of(data)
    assert tables["transition_matrix"].cells["class"].tolist() == codes
    assert tables["class_balance"].cells["class"].tolist() == codes
    page = words(build_html(data))
    assert "Land-use transition matrix" not in page
    assert f"{len(codes)} classes: the transition matrix from class to class is in the XLSX workbook." in page


def test_classes_of_own_codes_have_no_categories_and_all_ground_has_a_name() -> None:
    """An InVEST table brings its own codes; without units the run calls all ground “*”."""
    moves = [("*", "11", "12", 1.0), ("*", "12", "12", 4.0)]
    tables = tables_of(sink_report("en", transitions=transitions(moves, {"11": 1.0, "12": 2.0})))
    assert "category_matrix" not in tables
    assert tables["transition_matrix"].cells["class"].tolist() == ["11", "12"]
    assert tables["units_change"].cells["unit"].tolist() == ["all ground"]


def test_transitions_alone_make_the_section_without_years_and_intervals() -> None:
    table = tables_of(sink_report("en", transitions=transitions()))
    first, second = shown(table["units_change"])
    assert (first["Opening stock (t C)"], first["Stock change (t C)"]) == ("17,500", "−600")
    assert (second["Additions (t C)"], second["Reductions (t C)"]) == ("200", "500")
    assert "units_yearly_change" not in table


def test_the_first_page_shows_both_stocks_and_how_weak_they_are() -> None:
    first = words(build_html(replace(sink_report("en", **BOTH), stated=STATED)).split("<nav")[0])
    assert "Opening stock 2018 24,800 t C" in first
    assert "Stock change, one-off −900 t C 95 %: −1,200 – −100" in first
    assert "Yearly stock change −660 t CO₂e/a" in first
    assert "below grade “secondary” 25.0 %" in first
    assert "Ground without a carbon class at one of the two dates 3.0000 ha" in first


def test_without_matplotlib_the_section_says_that_its_figure_is_left_out() -> None:
    page = build_html(sink_report("en", **BOTH))
    assert "<img" not in page
    assert "Charts are left out: Matplotlib is not installed" in words(page)
