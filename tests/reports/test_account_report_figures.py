# SPDX-License-Identifier: GPL-2.0-or-later
"""Emission tables, charts and workbook of an account report."""

from __future__ import annotations

import math
from pathlib import Path

import pandas as pd
import pytest
from accounts_by_hand import NORTH, SOUTH, account_data, made_up_entries, series, standings, values
from dualcarbon.plugin.domain.profiles import load_profile
from dualcarbon.plugin.reports.account_charts import book_charts, emission_charts, value_charts
from dualcarbon.plugin.reports.account_emissions import sector_sums
from dualcarbon.plugin.reports.account_path import OTHERS, emissions_by_sector
from dualcarbon.plugin.reports.build import build_html
from dualcarbon.plugin.reports.model import ReportData
from dualcarbon.plugin.reports.monitor_charts import indicator_chart, monitor_charts
from dualcarbon.plugin.reports.monitor_tables import item_label
from dualcarbon.plugin.reports.texts import Texts
from dualcarbon.plugin.reports.xlsx import write_xlsx
from findings_by_hand import shown, tables_of

pytest.importorskip("matplotlib")

SI = load_profile("si")
EN, ZH = Texts("en"), Texts("zh")


def line(unit: str, sector: str, item: str, scope: str, tco2e: float, co2: float, **more: object) -> dict:
    shared = {"year": 2023, "name": None, "grade": "secondary", "split": math.nan}
    figures = {"emission_tco2e": tco2e, "co2_t": co2}
    return {"unit": unit, "sector": sector, "item": item, "scope": scope, **shared, **figures, **more}


def inventory() -> pd.DataFrame:
    return pd.DataFrame(
        [
            line(NORTH, "buildings", "heating", "1", 100.0, 100.0),
            line(NORTH, "buildings", "power", "2", 300.0, 300.0, split=0.3),
            line(SOUTH, "buildings", "power", "2", 100.0, 100.0, name="居民用电"),
            line(SOUTH, "agriculture", "cattle", "1", 50.0, 0.0),
            line(SOUTH, "transport", "flights", "3", 999.0, 999.0),
            line(NORTH, "own_sector", "x", "1", 5.0, math.nan),
        ]
    )


def with_inventory() -> ReportData:
    return account_data(inventory=inventory())


def test_sectors_hold_scopes_apart_and_co2_alone() -> None:
    """Buildings 100 + 400, agriculture 50, own sector 5: 555 t CO2e, 500 t CO2; flights are in no total."""
    sums = sector_sums(with_inventory()).set_index("sector")
    assert list(sums.index) == ["buildings", "transport", "agriculture", "own_sector"]
    assert sums.loc["buildings", ["scope_1_tco2e", "scope_2_tco2e"]].tolist() == [100.0, 400.0]
    assert sums.loc["transport", ["emission_tco2e", "scope_3_tco2e"]].tolist() == [0.0, 999.0]
    table = tables_of(with_inventory())["emission_sectors"]
    total = {column.key: cell.text for column, cell in zip(table.page_columns, table.page_total())}
    assert (total["emission_tco2e"], total["co2_t"], total["scope_3_tco2e"]) == ("555", "500", "999")


def test_the_inventory_adds_up_by_sector_item_and_scope() -> None:
    rows = shown(tables_of(with_inventory())["emission_items"])
    (power,) = [row for row in rows if row["Item"] == "居民用电"]
    assert (power["Emission (t CO₂e/a)"], power["Scope"], power["Units"]) == ("400", "2", "2")
    # 300 of 555 t are a share of a larger balance.
    assert "54.1 %" in build_html(with_inventory())


def test_reconciliation_shows_both_sides_and_all_sectors_last() -> None:
    rows = [
        ("*", "buildings", 500.0, 400.0, 100.0, 25.0),
        ("*", "energy", math.nan, 80.0, math.nan, math.nan),
        ("*", "*", 500.0, 480.0, 20.0, 4.1667),
    ]
    names = ["unit", "sector", "bottom_up_co2_t", "top_down_co2_t", "difference_co2_t", "difference_percent"]
    data = account_data(reconciliation=pd.DataFrame(rows, columns=names))
    table = shown(tables_of(data)["reconciliation"])
    assert [row["Sector"] for row in table] == ["Buildings", "Energy industries", "All sectors"]
    assert (table[0]["Difference (t CO₂)"], table[0]["Difference (%)"]) == ("100", "25.0")
    assert table[1]["Bottom-up (t CO₂)"] == "—"
    (chart,) = emission_charts(data, SI, EN)
    assert "The largest is Buildings with 500 t CO₂" in chart.alt


def test_the_path_has_every_sector_and_takes_small_ones_together() -> None:
    data = account_data()
    rows = data.accounts["accounts"]
    rows = rows[rows["unit"] == NORTH]
    sectors = data.accounts["sectors"]
    table = emissions_by_sector(sectors[sectors["unit"] == NORTH], rows)
    # 2022: buildings 110 + 310, transport 210.
    assert table.loc[2022].to_dict() == {"buildings": 420.0, "transport": 210.0}
    many = pd.DataFrame(
        [(NORTH, 2023, f"s{k:02d}", "1", float(20 - k)) for k in range(12)],
        columns=["unit", "year", "sector", "scope", "value"],
    )
    drawn = emissions_by_sector(many, rows[rows["year"] == 2023])
    assert len(drawn.columns) == 9
    assert drawn.loc[2023, OTHERS] == 12.0 + 11.0 + 10.0 + 9.0


def test_charts_say_in_words_what_they_draw() -> None:
    path, ranking = book_charts(account_data(), SI, EN)
    assert "years 2022 to 2023" in path.alt
    assert "is 225 t CO₂e/a" in path.alt
    # 南镇 removes 500 and emits 200, 北镇 80, 600 and 5.
    assert f"The largest is {SOUTH} with a net emission of −300 t CO₂e/a" in ranking.alt
    monitored = account_data(monitoring=standings(), series=series())
    (levels,) = monitor_charts(monitored, SI, EN)
    assert "1 of 2 are red" in levels.alt
    chart = indicator_chart(NORTH, monitored, EN)
    assert chart is not None
    assert "The worst is GHG emission: ■ red" in chart.alt
    assert indicator_chart("别镇", monitored, EN) is None
    (value,) = value_charts(account_data(value=values()), SI, EN)
    assert "never summed" in value.note
    assert "P-TAX" in value.alt


def test_the_workbook_holds_all_years_and_entries(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl", reason="reading workbooks needs openpyxl")
    path = tmp_path / "账户.xlsx"
    write_xlsx(account_data(language="zh"), path)
    book = openpyxl.load_workbook(path)
    years = [row for row in book["历年碳账户表"].iter_rows(min_row=3, values_only=True) if row[0]]
    assert [(row[0], row[1]) for row in years[:4]] == [
        *((unit, year) for unit in sorted((NORTH, SOUTH)) for year in (2022, 2023))
    ]
    entries = book["账本分录表"]
    assert entries.max_row == 2 + len(made_up_entries())
    head = [cell.value for cell in entries[2]]
    found = [
        row[head.index("取值")]
        for row in entries.iter_rows(min_row=3, values_only=True)
        if (row[0], row[1], row[2], row[3]) == (NORTH, 2023, "emission/co2e", "2")
    ]
    assert found == [300]


def test_an_indicator_of_one_year_alone_has_an_axis_of_years() -> None:
    """2023 alone: Matplotlib would draw the years 1925 to 2125."""
    alone = series()[lambda rows: (rows["unit"] == NORTH) & (rows["year"] == 2023)]
    standing = standings().assign(target_year=math.nan, expected=math.nan, target=math.nan)
    chart = indicator_chart(NORTH, account_data(monitoring=standing, series=alone), EN)
    assert chart is not None
    assert chart.drawing.figure.axes[0].get_xlim() == (2022.0, 2024.0)


def test_items_and_sectors_of_an_indicator_are_words() -> None:
    assert item_label("emission/co2e", "", ZH) == "温室气体排放量"
    assert (
        item_label("emission/co2/buildings/electricity", "2", ZH) == "二氧化碳排放量 · 建筑 · 电力（范围2）"
    )
    assert item_label("own/thing/part", "", ZH) == "own/thing/part"
    bare = inventory().assign(item="natural_gas", name=None)
    rows = shown(tables_of(account_data(inventory=bare, language="zh"))["emission_items"])
    assert {row["项目"] for row in rows} == {"天然气"}
