# SPDX-License-Identifier: GPL-2.0-or-later
"""Yearbook tables as they are printed: a column for each carrier, or for each sector."""

from __future__ import annotations

import pandas as pd
import pytest
from dualcarbon.plugin.domain.emissions import read_activities
from dualcarbon.plugin.domain.emissions.measures import measure_of
from dualcarbon.plugin.domain.errors import InputError
from emission_cases import SECTORS, inventory


def read(rows):
    frame = pd.DataFrame(rows).fillna("")
    frame.index = pd.RangeIndex(2, len(frame) + 2)
    return read_activities(frame, year=2022, sectors=SECTORS, table="yearbook.xlsx")


def cells(table):
    return [(a.row.line, a.unit, a.sector, a.carrier.carrier, a.amount * a.measure.scale) for a in table.rows]


def test_a_column_for_each_carrier():
    base = {"镇街": "北镇", "年份": "2022", "部门": "工业"}
    table = read(
        [
            {**base, "原煤（吨）": "120", "电力(万千瓦时)": "30", "产值（万元）": "9000"},
            {**base, "镇街": "东镇", "原煤（吨）": "", "电力(万千瓦时)": "5", "产值（万元）": "700"},
        ]
    )
    assert cells(table) == [
        (2, "北镇", "industry_energy", "raw_coal", 120.0),
        (2, "北镇", "industry_energy", "electricity", 300_000.0),
        (3, "东镇", "industry_energy", "electricity", 50_000.0),
    ]
    # Money is no amount of energy: the column is listed, not read.
    assert table.unread == ("产值（万元）",)


def test_electricity_with_a_column_for_each_sector():
    row = {
        "地区": "甲县",
        "年度": "2022",
        "能源品种": "电力",
        "居民生活（万千瓦时）": "8",
        "工业（亿千瓦时）": "2",
    }
    assert cells(read([row])) == [
        (2, "甲县", "buildings", "electricity", 80_000.0),
        (2, "甲县", "industry_energy", "electricity", 200_000_000.0),
    ]


def test_a_table_with_a_column_of_amounts_stays_as_it_is():
    row = {"单元": "甲", "年份": "2022", "部门": "工业", "能源品种": "柴油", "消费量": "3", "单位": "t"}
    table = read([{**row, "原煤（吨）": "120"}])
    assert cells(table) == [(2, "甲", "industry_energy", "diesel", 3.0)]
    assert table.unread == ("原煤（吨）",)


@pytest.mark.parametrize(
    ("unit", "scale"),
    [
        ("万kW·h", 1e4),
        ("亿kW・h", 1e8),
        ("kW.h", 1.0),
        ("亿千瓦时", 1e8),
        ("千公顷", 1e7),
        ("千吨", 1e3),
        ("百万吨", 1e6),
        ("万羽", 1e4),
        ("万标准立方米", 1e4),
        ("千克标准煤", 0.0293076),
        ("千瓦时", 1.0),
    ],
)
def test_units_of_yearbooks(unit, scale):
    assert measure_of(unit).scale == pytest.approx(scale)


@pytest.mark.parametrize("name", ["合计", "总　计", "小计", "Total"])
def test_the_total_row_of_a_yearbook_is_no_unit(name):
    base = {"年份": "2022", "部门": "工业", "原煤（吨）": "10"}
    with pytest.raises(InputError, match=f"row 3, column “镇街”: “{name}” is the total of other rows"):
        read([{"镇街": "北镇", **base}, {"镇街": name, **base}])


@pytest.mark.parametrize("place", ["镇街", "项目"])
def test_rows_of_which_are_no_rows_of_their_own(place):
    base = {"镇街": "北镇", "年份": "2022", "部门": "工业", "项目": "全部", "原煤（吨）": "10"}
    with pytest.raises(InputError, match=f"row 3, column “{place}”: “其中：规上工业” is part of another row"):
        read([base, {**base, place: "其中：规上工业"}])


@pytest.mark.parametrize(
    ("text", "year"), [("2022年", 2022), ("2022 年度", 2022), ("２０２２", 2022), ("2022.0", 2022)]
)
def test_years_of_yearbooks(text, year):
    row = {"镇街": "北镇", "年份": text, "部门": "工业", "原煤（吨）": "10"}
    assert read([row]).rows[0].year == year


@pytest.mark.parametrize("text", ["22", "2022-2023", "2022.5", "年", "1e3", "2300"])
def test_what_is_no_year_is_refused(text):
    with pytest.raises(InputError, match="is no calendar year"):
        read([{"镇街": "北镇", "年份": text, "部门": "工业", "原煤（吨）": "10"}])


def test_a_county_beside_all_its_towns_is_pointed_out():
    towns = [{"unit": "北镇", "amount": "10.5"}, {"unit": "东镇", "amount": "4.25"}]
    power = {"amount_unit": "万kW·h", "carrier": "电力"}
    rows = [{**row, **power} for row in (*towns, {"unit": "甲县", "amount": "14.75"})]
    made, notes = inventory(*rows)
    assert notes.of_kind("sum_of_units")[0].ids == ("4",)
    # It is a remark: the unit may well be another one.
    assert made.emission.value == pytest.approx(2 * 147.5 * 0.5366, rel=1e-9)
    _made, notes = inventory(*rows[:2], {**rows[2], "amount": "14.8"})
    assert not notes.of_kind("sum_of_units")


@pytest.mark.parametrize("amount", ["1e300", "inf", "-inf", "NaN", "<b>7</b>", "/etc/passwd"])
def test_hostile_amounts_are_no_numbers(amount):
    with pytest.raises(InputError, match="is no number"):
        inventory({"amount": amount, "carrier": "diesel"})


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ({"部门": "工业", "能源品种": "电力", "原煤（吨）": "1"}, "“原煤（吨）” and the column “能源品种”"),
        ({"部门": "工业", "原煤（吨）": "…"}, "row 2, column “amount”: “…” is no number"),
        ({"部门": "工业", "产值（万元）": "1"}, "lacks the columns amount"),
    ],
)
def test_tables_that_cannot_be_read_are_refused(row, sentence):
    with pytest.raises(InputError, match=sentence):
        read([{"单元": "甲", "年份": "2022", **row}])
