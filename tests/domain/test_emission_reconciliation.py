# SPDX-License-Identifier: GPL-2.0-or-later
"""Bottom-up sums beside the inventory of the city: by sector, by scope, in CO2 and in CO2e."""

from __future__ import annotations

import math

import pandas as pd
import pytest
from dualcarbon.plugin.domain.emissions import reconciled
from dualcarbon.plugin.domain.errors import InputError
from emission_cases import SECTORS, inventory, own

#: Diesel 314.512 t CO2, electricity of 2022 536.6 t CO2, methane 2 t · 28, taps in CO2e alone.
ROWS = [
    {"amount": "100", "carrier": "diesel"},
    {"amount": "1000", "amount_unit": "10^3 kWh", "carrier": "电力"},
    {"amount": "2", "sector": "agriculture", **own("1", "t CH4/t")},
    {"amount": "3", "sector": "waste", **own("1", "t CO2e/t")},
    {"amount": "7", "sector": "waste", "scope": "3", **own("1", "t CO2/t")},
]


def compare(*rows):
    made, _notes = inventory(*ROWS)
    frame = pd.DataFrame(list(rows)).fillna("")
    table = reconciled(frame, made.lines, SECTORS, "top.csv", 2022)
    return {(row["unit"], row["sector"], row["scope"]): row for row in table.to_dict("records")}


def test_scopes_are_compared_apart():
    rows = compare(
        {"sector": "交通", "scope": "1", "co2_t": "300"}, {"sector": "交通", "scope": "2", "co2_t": "600"}
    )
    assert rows["*", "transport", "1"]["difference_co2_t"] == pytest.approx(14.512)
    assert rows["*", "transport", "2"]["difference_co2_t"] == pytest.approx(-63.4)
    assert rows["*", "transport", "2"]["difference_percent"] == pytest.approx(-100 * 63.4 / 600)
    whole = rows["*", "*", None]
    assert (whole["top_down_co2_t"], whole["bottom_up_co2_t"]) == (900.0, pytest.approx(851.112))


def test_both_measures_stand_side_by_side_and_unknown_co2_is_told():
    rows = compare(
        {"sector": "agriculture", "emission_tco2e": "50"},
        {"sector": "transport", "co2_t": "800", "emission_tco2e": "820"},
    )
    farming = rows["*", "agriculture", None]
    assert (farming["bottom_up_co2_t"], farming["bottom_up_tco2e"]) == (0.0, 56.0)
    assert math.isnan(farming["top_down_co2_t"])
    assert math.isnan(farming["difference_co2_t"])
    assert farming["difference_tco2e_percent"] == pytest.approx(12.0)
    waste = rows["*", "waste", None]
    assert (waste["bottom_up_tco2e"], waste["co2_unknown_tco2e"]) == (3.0, 3.0)
    assert math.isnan(waste["bottom_up_co2_t"])
    whole = rows["*", "*", None]
    assert whole["bottom_up_tco2e"] == pytest.approx(314.512 + 536.6 + 56 + 3)
    assert whole["difference_tco2e"] == pytest.approx(314.512 + 536.6 + 56 + 3 - 870)
    assert whole["co2_unknown_tco2e"] == 3.0


def test_a_table_of_several_years_is_held_against_the_year_of_the_account():
    old = {"sector": "交通", "year": "2021", "co2_t": "1"}
    rows = compare(old, {"sector": "交通", "year": "2022", "co2_t": "851.112"})
    assert rows["*", "transport", None]["difference_co2_t"] == pytest.approx(0.0, abs=1e-9)
    assert rows["*", "*", None]["top_down_co2_t"] == 851.112
    with pytest.raises(InputError, match="no rows of the year 2022"):
        compare(old)


def test_units_have_totals_of_their_own():
    rows = compare(
        {"unit": "甲", "sector": "交通", "co2_t": "900"}, {"unit": "乙", "sector": "交通", "co2_t": "1"}
    )
    assert rows["甲", "*", None]["difference_co2_t"] == pytest.approx(851.112 - 900)
    assert math.isnan(rows["乙", "*", None]["bottom_up_co2_t"])


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ([{"sector": "交通"}], "no figure is stated"),
        ([{"sector": "交通", "scope": "3", "co2_t": "1"}], "no scope that is compared"),
        ([{"sector": "交通", "co2_t": "1", "scope": "1"}, {"sector": "农业", "co2_t": "1"}], "is empty"),
        ([{"sector": "交通", "co2_t": "1"}, {"sector": "transport", "co2_t": "1"}], "occurs twice"),
    ],
)
def test_tables_that_cannot_be_compared_are_refused(rows, sentence):
    with pytest.raises(InputError, match=sentence):
        compare(*rows)
