# SPDX-License-Identifier: GPL-2.0-or-later
"""Registered enterprises in an inventory: their verified figures count, and count once."""

from __future__ import annotations

import math

import pandas as pd
import pytest
from dualcarbon.plugin.domain.emissions import read_register
from dualcarbon.plugin.domain.errors import InputError
from emission_cases import SECTORS, inventory


def registered(*rows, year=2022):
    frame = pd.DataFrame(list(rows)).fillna("")
    return read_register(frame, year=year, sectors=SECTORS, table="register.csv")


ENTRY = {"id": "E1", "sector": "transport", "unit": "甲", "year": "2022", "co2_t": "100"}


def test_the_register_wins_over_activity_rows_of_its_enterprise_and_scope():
    rows = [{"amount": "50", "carrier": "diesel", "enterprise_id": name} for name in ("E1", "E9")]
    made, notes = inventory(*rows, register=registered({**ENTRY, "verification": "verified"}))
    assert made.emission.value == pytest.approx(100 + 157.256)
    assert made.weak_share == 0.0
    assert notes.of_kind("register_replaces")[0].ids == ("2",)
    without, _notes = inventory(*rows)
    assert without.emission.value == pytest.approx(2 * 157.256)


def test_an_enterprise_in_another_unit_than_the_register_says_is_refused():
    row = {"amount": "50", "carrier": "diesel", "enterprise_id": "E1"}
    with pytest.raises(InputError, match="“乙” in the register"):
        inventory(row, register=registered({**ENTRY, "unit": "乙"}))


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ([ENTRY, ENTRY], "occurs twice"),
        ([{**ENTRY, "co2_t": ""}], "states no emission"),
        ([{**ENTRY, "emission_tco2e": "90"}], "more than all gases"),
        ([{**ENTRY, "scope": "1+2"}], "is no scope"),
        ([{**ENTRY, "verification": "maybe"}], "verified, self_reported"),
    ],
)
def test_registers_that_cannot_be_read_are_refused(rows, sentence):
    with pytest.raises(InputError, match=sentence.replace("+", r"\+")):
        registered(*rows)


def test_sums_of_a_sector_are_freed_of_the_enterprises_they_contain():
    """Coal 2071.51 and diesel 314.512 hold E1 with 1000 t: it is taken off both in proportion."""
    coal = {"amount": "1000", "carrier": "raw_coal", "contains": "E1；E7"}
    diesel = {"amount": "100", "carrier": "diesel", "contains": "E1"}
    entries = registered({**ENTRY, "co2_t": "1000"}, {**ENTRY, "id": "E2", "co2_t": "5"})
    made, notes = inventory(coal, diesel, register=entries)
    assert made.emission.value == pytest.approx(2071.51 + 314.512 + 5.0)
    left = 1.0 - 1000.0 / (2071.51 + 314.512)
    assert [line.emission_tco2e for line in made.lines[:2]] == pytest.approx([2071.51 * left, 314.512 * left])
    assert sum(line.taken_tco2e for line in made.lines) == pytest.approx(1000.0)
    # The uncertainty of the sums stays that of the sums: 5 % of each fuel, in quadrature.
    up = math.hypot(1000 * (2.17509 - 2.07151), 100 * (3.30238 - 3.14512))
    assert made.emission.high - made.emission.value == pytest.approx(up)
    assert notes.of_kind("contained_not_registered")[0].ids == ("E7",)
    assert not notes.of_kind("register_beside_sums")


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ({"amount": "1", "contains": "E1"}, "that it contains emit 100 t CO2e"),
        ({"amount": "99", "contains": "E1", "enterprise_id": "E1"}, "contains no others"),
    ],
)
def test_sums_that_cannot_contain_an_enterprise_are_refused(row, sentence):
    with pytest.raises(InputError, match=sentence):
        inventory({"carrier": "diesel", **row}, register=registered(ENTRY))


def test_a_park_holds_its_enterprises_and_they_hold_their_products_once():
    """Park 1000 t, of which E1 600 t, of which product K 150 t: 400 + 450 + 150."""
    park = {**ENTRY, "id": "P", "kind": "园区", "co2_t": "1000", "sector": "energy"}
    enterprise = {**ENTRY, "co2_t": "600", "part_of": "P", "sector": "industry_energy"}
    product = {**ENTRY, "id": "K", "kind": "产品", "co2_t": "150", "part_of": "E1", "sector": "工业过程"}
    row = {"amount": "1", "carrier": "diesel", "unit": "乙"}
    made, notes = inventory(row, register=registered(park, enterprise, product))
    of_sector = {line.sector: line.emission_tco2e for line in made.lines}
    assert of_sector == {
        "transport": pytest.approx(3.14512),
        "energy": pytest.approx(400.0),
        "industry_energy": pytest.approx(450.0),
        "industry_process": pytest.approx(150.0),
    }
    assert notes.of_kind("register_parts")[0].ids == ("P", "E1")
    assert not notes.of_kind("register_contained")


def test_a_sum_that_contains_a_park_contains_its_enterprises():
    coal = {"amount": "1000", "carrier": "raw_coal", "contains": "P"}
    park = {**ENTRY, "id": "P", "co2_t": "500"}
    made, _notes = inventory(coal, register=registered(park, {**ENTRY, "co2_t": "200", "part_of": "P"}))
    assert made.lines[0].emission_tco2e == pytest.approx(2071.51 - 500.0)
    assert made.emission.value == pytest.approx(2071.51)


def test_co2_is_known_beside_all_gases():
    """Gases 120 t CO2e with 100 t CO2, less a product of 30 t CO2e with 20 t CO2."""
    whole = {**ENTRY, "emission_tco2e": "120"}
    product = {**ENTRY, "id": "K", "co2_t": "20", "emission_tco2e": "30", "part_of": "E1"}
    row = {"amount": "1", "carrier": "diesel"}
    made, notes = inventory(row, register=registered(whole, product))
    assert made.emission.value == pytest.approx(120 + 3.14512)
    assert made.co2.value == pytest.approx(100 + 3.14512)
    assert [line.co2_t for line in made.lines[1:]] == pytest.approx([80.0, 20.0])
    assert not notes.of_kind("co2_not_apart")


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ([{**ENTRY, "part_of": "Q"}], "“Q” is not in the register"),
        ([{**ENTRY, "part_of": "E1"}], "part of itself"),
        ([{**ENTRY, "part_of": "E2"}, {**ENTRY, "id": "E2", "part_of": "E1"}], "part of itself"),
        ([ENTRY, {**ENTRY, "id": "K", "co2_t": "101", "part_of": "E1"}], "emit 101 t CO2e, more than"),
        ([{**ENTRY, "kind": "village"}], "Use one of enterprise, park, product"),
    ],
)
def test_parts_that_cannot_be_are_refused(rows, sentence):
    with pytest.raises(InputError, match=sentence):
        registered(*rows)


def test_a_power_plant_leaves_its_park_and_counts_where_its_power_is_used():
    """Park 1000 t with a plant of 300 t, coal 2071.51 t that holds the park: the plant is in no total."""
    park = {**ENTRY, "id": "P", "co2_t": "1000"}
    plant = {**ENTRY, "co2_t": "300", "part_of": "P", "use": "加工转换"}
    coal = {"amount": "1000", "carrier": "raw_coal", "contains": "P"}
    made, _notes = inventory(coal, register=registered(park, plant))
    assert [line.emission_tco2e for line in made.lines] == pytest.approx([1071.51, 700.0, 300.0])
    assert made.emission.value == pytest.approx(2071.51 - 300.0)
    assert [line.reason for line in made.left_out] == ["transformation"]


def test_a_sum_that_contains_a_park_contains_the_products_of_its_enterprises():
    coal = {"amount": "1000", "carrier": "raw_coal", "contains": "P"}
    park, product = {**ENTRY, "id": "P", "co2_t": "500"}, {**ENTRY, "id": "K", "co2_t": "50", "part_of": "E1"}
    entries = registered(park, {**ENTRY, "co2_t": "200", "part_of": "P"}, product)
    made, _notes = inventory(coal, register=entries)
    assert made.emission.value == pytest.approx(2071.51)


def test_a_whole_that_states_co2_alone_holds_no_more_of_its_parts():
    """100 t CO2, of which a product of 20 t CO2 that emits 30 t CO2e: 80 + 30."""
    product = {**ENTRY, "id": "K", "co2_t": "20", "emission_tco2e": "30", "part_of": "E1"}
    row = {"amount": "1", "carrier": "diesel", "unit": "乙"}
    made, _notes = inventory(row, register=registered(ENTRY, product))
    assert made.emission.value == pytest.approx(80 + 30 + 3.14512)
    assert made.co2.value == pytest.approx(80 + 20 + 3.14512)


def test_a_row_that_is_no_emission_keeps_its_own_reason():
    row = {"amount": "50", "carrier": "diesel", "enterprise_id": "E1", "use": "non_energy"}
    made, _notes = inventory(row, {"amount": "1", "carrier": "diesel"}, register=registered(ENTRY))
    assert made.lines[0].reason == "non_energy"


def test_entries_of_scope_3_stand_beside_no_sum():
    rows = {"amount": "1", "carrier": "diesel", "scope": "3"}, {"amount": "1", "carrier": "diesel"}
    _made, notes = inventory(*rows, register=registered({**ENTRY, "scope": "3"}))
    assert not notes.of_kind("register_beside_sums")
    _made, notes = inventory(*rows, register=registered(ENTRY))
    assert notes.of_kind("register_beside_sums")[0].ids == ("3",)
