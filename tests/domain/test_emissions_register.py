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
