# SPDX-License-Identifier: GPL-2.0-or-later
"""A county's share of its city's energy balance, and sectors of the sea: every tonne once, all flagged."""

from __future__ import annotations

import pandas as pd
import pytest
from dualcarbon.plugin.domain.emissions import (
    Basis,
    make_inventory,
    read_activities,
    read_register,
    read_splits,
)
from dualcarbon.plugin.domain.errors import InputError
from dualcarbon.plugin.domain.notes import NoteBook
from emission_cases import SECTORS, inventory, own

KEYS = [
    {"unit": "市", "key": "GDP", "value": "400"},
    {"unit": "东县", "key": "GDP", "value": "100"},
    {"unit": "西县", "key": "GDP", "value": "60"},
    {"unit": "东县", "key": "人口", "value": "30"},
    {"unit": "西县", "key": "人口", "value": "10"},
]


def keys(rows=KEYS, year=2022):
    base = {"of": "市", "year": "2022", "source": "yearbook"}
    return read_splits(pd.DataFrame([{**base, **row} for row in rows]), year=year, table="keys.csv")


def balance(*rows, splits=None, year=2022):
    """The inventory of rows of a city's energy balance."""
    base = {"unit": "市", "year": "2022", "sector": "industry_energy", "amount_unit": "t"}
    frame = pd.DataFrame([{**base, **row} for row in rows]).fillna("")
    frame.index = pd.RangeIndex(2, len(frame) + 2)
    notes = NoteBook()
    table = read_activities(frame, year=year, sectors=SECTORS, table="balance.csv", splits=splits or keys())
    return make_inventory(table, Basis(year, "average", "", "AR5"), SECTORS, notes), notes


def test_a_balance_is_split_by_gdp_and_population_and_flagged():
    """Diesel 1000 t by GDP (100 and 60 of 400), petrol 400 t by population (30 and 10 of 40)."""
    made, notes = balance(
        {"carrier": "diesel", "amount": "1000", "split_key": "gdp"},
        {"carrier": "gasoline", "amount": "400", "split_key": "人口", "sector": "transport"},
    )
    of_unit = {}
    for line in made.lines:
        of_unit[line.unit] = of_unit.get(line.unit, 0.0) + line.emission_tco2e
    assert of_unit["东县"] == pytest.approx(250 * 3.14512 + 300 * 3.04255)
    assert of_unit["西县"] == pytest.approx(150 * 3.14512 + 100 * 3.04255)
    assert [line.split for line in made.lines] == [0.25, 0.15, 0.75, 0.25]
    assert made.lines[0].split_source == "市 GDP 2022: 100/400 (yearbook)"
    # Without a row of the whole, the units make it up.
    assert made.lines[2].split_source == "市 人口 2022: 30/40 (yearbook)"
    (note,) = notes.of_kind("split")
    assert "4 rows" in str(note)
    assert not notes.of_kind("identical_rows")


def test_the_parts_of_a_split_row_are_one_draw():
    """Halves of one amount are wrong together: the bounds are those of the whole, not of two draws."""
    halves = keys([{"unit": name, "key": "GDP", "value": "1"} for name in ("东县", "西县")])
    row = {"amount": "10", "amount_low": "9", "amount_high": "11", **own("1", "t CO2/t")}
    made, _notes = balance({**row, "split_key": "GDP"}, splits=halves)
    assert (made.co2.low, made.co2.high) == pytest.approx((9.0, 11.0))


def test_a_small_energy_balance_counts_no_energy_twice():
    """Of 1000 t of coal 700 t make 1.5 GWh of electricity, 100 t are coke oven charge, 50 t raw material.

    What burns at users is 150 t; electricity is booked where it is used, with the loss of the grid.
    """
    coal = {"carrier": "raw_coal", "amount_unit": "t"}
    made, notes = balance(
        {**coal, "amount": "700", "sector": "energy", "use": "发电投入"},
        {**coal, "amount": "100", "sector": "energy", "use": "加工转换"},
        {**coal, "amount": "50", "use": "用作原料"},
        {**coal, "amount": "150"},
        {"carrier": "电力", "amount": "1.4", "amount_unit": "GWh", "sector": "buildings"},
        {"carrier": "电力", "amount": "0.1", "amount_unit": "GWh", "sector": "energy", "item": "grid_loss"},
    )
    # 2.07151 t CO2/t of coal; 0.5366 kg CO2/kWh, the national average of 2022.
    assert made.of_scope(1) == pytest.approx(150 * 2.07151)
    assert made.of_scope(2) == pytest.approx(1_500_000 * 0.5366 / 1000)
    assert made.emission.value == pytest.approx(150 * 2.07151 + 804.9)
    assert [line.reason for line in made.left_out] == ["transformation", "transformation", "non_energy"]
    assert notes.of_kind("electricity_factor_national")


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ([KEYS[1], KEYS[1]], "occurs twice for this key"),
        ([{**KEYS[0], "value": "90"}, KEYS[1]], "hold 100 of 90"),
        ([KEYS[0]], "hold 0 of 400"),
        ([{**KEYS[1], "source": ""}], "column “source” is empty"),
        ([{**KEYS[1], "value": "-1"}], "is below 0"),
    ],
)
def test_keys_that_cannot_split_are_refused(rows, sentence):
    with pytest.raises(InputError, match=sentence):
        keys(rows)


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ({"split_key": "产值"}, "does not tell how “市” is split by “产值”"),
        ({"split_key": "GDP", "split": "0.5", "split_source": "x"}, "no share of its own"),
    ],
)
def test_rows_that_cannot_be_split_are_refused(row, sentence):
    with pytest.raises(InputError, match=sentence):
        balance({"carrier": "diesel", "amount": "1", **row})
    with pytest.raises(InputError, match="needs the table SPLIT_KEYS"):
        inventory({"carrier": "diesel", "amount": "1", **row})


def test_keys_of_other_years_are_not_read():
    old = [{**row, "year": "2020", "value": "1"} for row in KEYS]
    assert keys([*old, *KEYS]) == keys()


def test_a_split_into_a_half_and_its_parts_is_no_total():
    shares = [
        {"unit": unit, "key": "GDP", "value": value} for unit, value in zip("甲乙丙", ("50", "30", "20"))
    ]
    row = {"carrier": "diesel", "amount": "1", "split_key": "GDP"}
    assert not balance(row, splits=keys(shares))[1].of_kind("sum_of_units")


# The sea ------------------------------------------------------------------------------------------


def test_ports_and_fishery_are_taken_off_the_sums_that_hold_them():
    """Transport 500 t of diesel holds 80 t of the port; farming 100 t holds 30 t of fishing vessels."""
    made, notes = inventory(
        {"amount": "500", "carrier": "diesel", "contains": "部门：港口"},
        {"amount": "80", "carrier": "diesel", "sector": "港口", "item": "port"},
        {"amount": "100", "carrier": "diesel", "sector": "agriculture", "contains": "sector:fishery"},
        {"amount": "30", "carrier": "柴油", "sector": "渔业", "item": "vessels"},
    )
    assert made.emission.value == pytest.approx(600 * 3.14512)
    assert [line.emission_tco2e / 3.14512 for line in made.lines] == pytest.approx([420, 80, 70, 30])
    assert [line.sector for line in made.lines] == ["transport", "marine", "agriculture", "fishery"]
    assert notes.of_kind("sector_contained")[0].ids == ("2", "4")
    assert not notes.of_kind("sector_beside_sums")
    assert not notes.of_kind("contained_not_registered")


def test_electricity_of_a_contained_sector_is_demanded_once():
    """Transport 100 GWh holds 20 GWh of the port; photovoltaics 30 GWh: 0.8 t/MWh on 70 GWh."""
    power = {"amount_unit": "GWh", "carrier": "电力", **own("0.8", "kg CO2/kWh", factor_family="average")}
    made, _notes = inventory(
        {**power, "amount": "100", "contains": "sector:marine"},
        {**power, "amount": "20", "sector": "marine"},
        {"amount_unit": "GWh", "amount": "30", "carrier": "本地光伏", "sector": "energy"},
    )
    assert made.nodes["甲"].demand_kwh == pytest.approx(100e6)
    assert made.emission.value == pytest.approx(56_000)


def test_other_carriers_scopes_and_units_stay_with_their_sum():
    made, _notes = inventory(
        {"amount": "500", "carrier": "diesel", "contains": "sector:marine"},
        {"amount": "80", "carrier": "fuel_oil", "sector": "marine"},
        {"amount": "20", "carrier": "diesel", "sector": "marine", "unit": "乙"},
        {"amount": "1000", "amount_unit": "kWh", "carrier": "电力", "sector": "marine", "item": "岸电"},
    )
    assert made.lines[0].emission_tco2e == pytest.approx(500 * 3.14512)
    assert made.lines[3].scope == 2


def test_sums_that_may_hold_the_sea_are_pointed_out():
    _made, notes = inventory(
        {"amount": "500", "carrier": "diesel"}, {"amount": "80", "carrier": "diesel", "sector": "marine"}
    )
    (note,) = notes.of_kind("sector_beside_sums")
    assert note.ids == ("3",)
    assert "(transport)" in str(note)


def test_international_voyages_are_a_memo_item():
    made, notes = inventory(
        {"amount": "80", "carrier": "fuel_oil", "sector": "marine", "item": "shipping", "use": "国际航运"},
        {"amount": "10", "carrier": "diesel", "sector": "marine", "item": "shipping"},
    )
    assert made.emission.value == pytest.approx(31.4512)
    (abroad,) = made.left_out
    assert (abroad.reason, abroad.emission_tco2e) == ("bunkers", pytest.approx(80 * 3.04718))
    assert notes.of_kind("bunkers")


def test_a_sum_smaller_than_what_it_contains_is_refused():
    with pytest.raises(InputError, match="the sectors that it contains emit"):
        inventory(
            {"amount": "50", "carrier": "diesel", "contains": "sector:marine"},
            {"amount": "80", "carrier": "diesel", "sector": "marine"},
        )
    with pytest.raises(InputError, match="sector “moon” is not known"):
        inventory({"amount": "50", "carrier": "diesel", "contains": "sector:moon"})


def test_what_a_contained_sector_contains_itself_leaves_with_it():
    """Transport 100 t holds the port of 40 t, which holds 10 t of fishing vessels: 60 + 30 + 10."""
    made, _notes = inventory(
        {"amount": "100", "carrier": "diesel", "contains": "sector:marine; sector:fishery"},
        {"amount": "40", "carrier": "diesel", "sector": "marine", "contains": "sector:fishery"},
        {"amount": "10", "carrier": "diesel", "sector": "fishery"},
    )
    assert [line.emission_tco2e / 3.14512 for line in made.lines] == pytest.approx([60, 30, 10])


def test_an_enterprise_that_is_taken_off_by_name_is_not_taken_off_with_its_sector():
    """Transport 100 t holds the port, of which a registered pier emits 30 t: 70 + 30."""
    pier = {"id": "P", "sector": "marine", "unit": "甲", "year": "2022", "co2_t": "30"}
    register = read_register(pd.DataFrame([pier]), year=2022, sectors=SECTORS, table="register.csv")
    sums = {"amount": "100", "contains": "P; sector:marine", **own("1", "t CO2/t")}
    made, _notes = inventory(sums, register=register)
    assert [line.emission_tco2e for line in made.lines] == pytest.approx([70.0, 30.0])


@pytest.mark.parametrize("inner", ["transport", "marine"])
def test_sectors_that_contain_themselves_are_refused(inner):
    """Either would take off all of it, and leave nothing."""
    rows = [
        {"amount": "10", "carrier": "diesel", "contains": f"sector:{inner}"},
        {"amount": "10", "carrier": "diesel", "sector": "marine", "contains": "sector:transport"},
    ]
    with pytest.raises(InputError, match="row 2: sector “transport” contains itself"):
        inventory(*rows)


@pytest.mark.parametrize("name", ["合计", "总 计", "Total"])
def test_the_total_row_of_keys_is_no_unit(name):
    """It would take half of the balance."""
    key = {"of": "市", "year": "2022", "key": "GDP", "source": "yearbook"}
    rows = [{**key, "unit": "甲", "value": "30"}, {**key, "unit": name, "value": "30"}]
    with pytest.raises(InputError, match="is the total of other rows"):
        read_splits(pd.DataFrame(rows), year=2022, table="keys.csv")
