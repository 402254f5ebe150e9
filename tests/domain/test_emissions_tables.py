# SPDX-License-Identifier: GPL-2.0-or-later
"""Activity tables, sectors and templates: what is read, and what is refused by row and column."""

from __future__ import annotations

import csv
import json
import re

import openpyxl
import pandas as pd
import pytest
from dualcarbon.plugin.domain.emissions import families, only_year, read_activities, reconciled, sectors_of
from dualcarbon.plugin.domain.emissions.library import carrier_of, carriers, factors, intensities
from dualcarbon.plugin.domain.emissions.measures import intensity_of, measure_of, rate_of
from dualcarbon.plugin.domain.emissions.register import REGISTER_COLUMNS
from dualcarbon.plugin.domain.emissions.vocabulary import COLUMNS
from dualcarbon.plugin.domain.errors import InputError
from dualcarbon.plugin.domain.factors.library import FACTORS
from dualcarbon.plugin.domain.text_tables import read_text_table

GOOD = {"unit": "甲", "year": "2022", "sector": "transport", "amount": "1", "amount_unit": "t"}


def read(*rows, year=2022, sectors=None):
    frame = pd.DataFrame(list(rows)).fillna("")
    frame.index = pd.RangeIndex(2, len(frame) + 2)
    return read_activities(frame, year=year, sectors=sectors or sectors_of(None), table="activity.csv")


@pytest.mark.parametrize(
    ("cells", "sentence"),
    [
        ({"amount": "1,5"}, "row 3, column “amount”: “1,5” is no number. Write a decimal point"),
        ({"amount": "1 000"}, "row 3, column “amount”"),
        ({"amount": "nan"}, "row 3, column “amount”"),
        ({"amount": "-2"}, "is below 0"),
        ({"amount": ""}, "row 3: column “amount” is empty"),
        ({"unit": ""}, "row 3: column “unit” is empty"),
        ({"year": "2022.5"}, "is no calendar year"),
        ({"sector": "logging"}, "sector “logging” is not known"),
        ({"amount_unit": "barrel"}, "unit of measure “barrel” is not known"),
        ({"carrier": "hydrogen"}, "carrier “hydrogen” is not known"),
        ({"use": "burnt"}, "energy, non_energy, transformation"),
        ({"scope": "1,2"}, "is no scope"),
        ({"split": "30"}, "is no share"),
        ({"split": "0.3"}, "needs its source in split_source"),
        ({"factor_value": "2"}, "column “factor_unit” is empty"),
        ({"factor_value": "2", "factor_unit": "t/t"}, "no unit of an emission factor"),
        ({"factor_value": "2", "factor_unit": "t CO2/t"}, "has no source"),
        (
            {"factor_value": "2", "factor_unit": "t CO2/t", "factor_source": "x", "factor_id": "FUEL-coke"},
            "both a factor_id and a factor_value",
        ),
        (
            {"factor_value": "2", "factor_unit": "t CO2/t", "factor_source": "x", "factor_low": "3"},
            "both bounds of the 95 % interval",
        ),
        (
            {"factor_value": "2", "factor_unit": "t CO2/t", "factor_source": "x", "factor_evidence": "sure"},
            "no grade of evidence",
        ),
        ({"intensity": "3"}, "column “intensity_unit” is empty"),
        ({"intensity_id": "B-AREA-industrial_land"}, "is no intensity"),
        ({"method": "magic"}, "factor, fuel, trips, rice, landfill, landfill_fod"),
        ({"method": "rice"}, "method “rice” needs days"),
        ({"method": "landfill", "parameters": "mcf=2"}, "no value of parameter “mcf”"),
        ({"method": "rice", "parameters": "days=9; days=9"}, "occurs twice or does not belong"),
        ({"parameters": "days=9"}, "does not belong to method “factor”"),
    ],
)
def test_a_bad_cell_is_refused_with_its_row(cells, sentence):
    with pytest.raises(InputError, match=re.escape(sentence)):
        read(GOOD, {**GOOD, **cells})


def test_a_bad_row_of_another_year_is_refused_too():
    with pytest.raises(InputError, match="row 3"):
        read(GOOD, {**GOOD, "year": "2021", "amount": "x"})


def test_the_only_year_of_a_table_is_that_of_the_account():
    waste = {**GOOD, "year": "1990", "method": "填埋一阶衰减"}
    assert only_year(pd.DataFrame([{**GOOD, "method": ""}, waste]), "activity.csv") == 2022
    with pytest.raises(InputError, match=r"rows of the years 2021, 2022\. Set YEAR"):
        only_year(pd.DataFrame([GOOD, {**GOOD, "year": "2021"}]), "activity.csv")


def test_a_table_without_the_columns_names_them():
    with pytest.raises(InputError, match="lacks the columns sector, amount, amount_unit"):
        read({"unit": "甲", "year": "2022"})
    with pytest.raises(InputError, match="both mean “unit”"):
        read({**GOOD, "统计单元": "甲"})


def test_words_of_a_county_are_understood():
    row = {
        "行政区": "甲",
        "年度": "2022",
        "部门": "交通运输",
        "消费量": "1",
        "单位": "万吨",
        "能源品种": "汽油",
    }
    table = read({**row, "备注": "年鉴", "来源页": "12"})
    (activity,) = table.rows
    assert (activity.sector, activity.carrier.carrier, activity.measure.scale) == (
        "transport",
        "gasoline",
        1e4,
    )
    # An item in Chinese cannot be part of an account item: the carrier stands for it.
    assert activity.item == "gasoline"
    assert table.unread == ("来源页",)


@pytest.mark.parametrize(
    ("item", "expected"), [("cars", "cars"), ("private cars", "private_cars"), ("私家车", "factor")]
)
def test_items_are_ids_of_accounts(item, expected):
    assert read({**GOOD, "item": item}).rows[0].item == expected


def test_sectors_of_ones_own():
    frame = pd.DataFrame({"sector": ["steel", "other"], "names": ["钢铁;炼钢", ""]})
    table = read({**GOOD, "sector": "炼钢"}, sectors=sectors_of(frame, "sectors.csv"))
    assert table.rows[0].sector == "steel"
    for wrong in (["钢铁"], ["steel", "steel"]):
        with pytest.raises(InputError, match="occurs twice or is no id"):
            sectors_of(pd.DataFrame({"sector": wrong}), "sectors.csv")


def test_a_top_down_table_has_each_sector_once():
    frame = pd.DataFrame({"sector": ["交通", "transport"], "co2_t": ["1", "2"]})
    with pytest.raises(InputError, match="occurs twice"):
        reconciled(frame, [], sectors_of(None), "top.csv", 2022)


# Units of measure -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("kg CO2/kWh", ("CO2", "kWh", 1e-3)),
        ("kgCO₂/kWh", ("CO2", "kWh", 1e-3)),
        ("t CO2/10^4 m3", ("CO2", "m3", 1e-4)),
        ("g CO2e/(person·km)", ("CO2e", "person·km", 1e-6)),
        ("kg CH4/(head·a)", ("CH4", "head", 1e-3)),
        ("kg CH4/(ha·season)", ("CH4", "m2", 1e-7)),
        ("kg C/kg", ("CO2", "t", 44 / 12)),
        ("kg N2O-N/kg N", ("N2O", "kg N", 44 / 28 / 1e3)),
    ],
)
def test_units_of_factors(text, expected):
    rate = rate_of(text)
    assert (rate.gas, rate.per) == expected[:2]
    assert rate.scale == pytest.approx(expected[2])


def test_units_that_nobody_knows():
    assert measure_of("barrel") is None
    assert measure_of("万") is None
    assert rate_of("kWh/m2") is None
    assert rate_of("t CO2") is None
    assert intensity_of("kg CO2/m2") is None
    assert intensity_of("kWh/(m2·a)") == ("kWh", "m2", 1.0)


# What is shipped --------------------------------------------------------------------------------


def test_every_row_of_the_library_is_a_factor_an_intensity_or_refused():
    rows = read_text_table(FACTORS / "activity_defaults_cn.csv")
    known = {**factors(), **intensities()}
    refused = rows["role"].isin(["cross-check", "fallback"])
    assert set(rows.loc[~refused, "activity_id"]) <= set(known)
    assert not set(rows.loc[refused, "activity_id"]) & set(known)
    # No figure per hectare of built-up land can be used.
    assert {name for name in rows["activity_id"] if name.startswith("B-AREA")}.isdisjoint(known)


def test_every_family_of_the_library_has_a_name():
    rows = read_text_table(FACTORS / "activity_defaults_cn.csv")
    electricity = rows[rows["activity"] == "electricity"]
    assert set(families().values()) == set(electricity["family_or_boundary"])


def test_carriers_are_found_by_one_name_each():
    names = {}
    for row in read_text_table(FACTORS / "emission_carriers.csv").to_dict("records"):
        for name in [row["carrier"], *row["names"].split(";")]:
            assert names.setdefault(name.replace("_", " ").casefold(), row["carrier"]) == row["carrier"], name
            assert carrier_of(name).carrier == row["carrier"]
    assert len(carriers()) == len(set(names.values()))


def test_templates_and_descriptions_have_the_columns_that_are_read():
    assert list(read_text_table(FACTORS / "activity_template.csv").columns) == list(COLUMNS)
    sheet = openpyxl.load_workbook(FACTORS / "activity_template.xlsx").active
    assert [cell.value for cell in sheet[1]] == list(COLUMNS)
    register = read_text_table(FACTORS / "emission_register_template.csv")
    assert list(register.columns) == list(REGISTER_COLUMNS)
    package = json.loads((FACTORS / "datapackage.json").read_text(encoding="utf-8"))
    described = {entry["path"]: entry["schema"]["fields"] for entry in package["resources"]}
    for path in sorted(FACTORS.glob("*.csv")):
        if path.name.startswith(("emission_", "activity_", "sectors")):
            with path.open(encoding="utf-8") as stream:
                header = next(csv.reader(stream))
            assert [field["name"] for field in described[path.name]] == header, path.name


def test_the_readme_of_the_template_names_every_column():
    text = (FACTORS / "activity_template_README.md").read_text(encoding="utf-8")
    assert [name for name in COLUMNS if f"`{name}`" not in text] == []
