# SPDX-License-Identifier: GPL-2.0-or-later
"""Single lines of an inventory by hand: shares, units of factors and intensities, bounds, the grid node."""

from __future__ import annotations

from dataclasses import replace

import pytest
from dualcarbon.plugin.domain.emissions import electricity, matrix_of
from dualcarbon.plugin.domain.errors import InputError
from emission_cases import inventory, own


def test_a_share_of_a_balance_shows_in_the_amount():
    half = {"amount": "100", "carrier": "diesel", "split": "0.3", "split_source": "GDP 2022"}
    made, _notes = inventory(half, {**half, "use": "non_energy"})
    burnt, feedstock = made.lines
    assert (burnt.amount, burnt.activity, feedstock.amount, feedstock.activity) == (30.0,) * 4
    assert burnt.emission_tco2e == pytest.approx(30 * 3.14512)


def test_bounds_of_ones_own_factor_are_in_its_unit():
    made, _notes = inventory({"amount": "10", **own("1000", "kg CO2/t", "900", "1200")})
    total = made.emission
    assert (total.low, total.value, total.high) == pytest.approx((9.0, 10.0, 12.0))


def test_intensities_of_ones_own_are_brought_to_base_units():
    """36 MJ/m² on 1 000 m² are 36 GJ, at 0.1 t CO2 each."""
    made, _notes = inventory(
        {"amount": "1000", "amount_unit": "m2", "intensity": "36", "intensity_unit": "MJ/m2"}
        | own("0.1", "t CO2/GJ")
    )
    assert made.emission.value == pytest.approx(3.6)


def test_what_is_left_of_a_sum_is_no_surer_than_the_sum():
    """100 ± 10 t less a port of 40 t known exactly: 60 ± 10 t; both together 100 ± 10."""
    exact = own("1", "t CO2/t", "1", "1")
    made, _notes = inventory(
        {"amount": "100", "amount_low": "90", "amount_high": "110", "contains": "sector:marine", **exact},
        {"amount": "40", "sector": "marine", **exact},
    )
    (part,) = [part for part in made.lines[0].parts if part.up]
    assert (part.down, part.up) == pytest.approx((10.0, 10.0))
    assert made.emission.high == pytest.approx(110.0)


def test_photovoltaics_lower_nothing_but_the_electricity_of_their_unit():
    """WE-m: 100 + 20 GWh, 30 GWh of sun, 0.8 kg/kWh: 72 kt; apart 70 and 0 of 100 and 20 GWh: 56 kt."""
    power = {"amount_unit": "GWh", "carrier": "电力", **own("0.8", "kg CO2/kWh", factor_family="average")}
    made, _notes = inventory(
        {**power, "amount": "100"},
        {**power, "amount": "20", "sector": "buildings"},
        {"amount": "30", "amount_unit": "GWh", "carrier": "本地光伏", "sector": "energy"},
        {"amount": "100", "carrier": "diesel"},
        {**power, "amount": "10", "unit": "乙"},
    )
    assert made.lines[3].emission_tco2e == pytest.approx(314.512)
    assert made.lines[4].emission_tco2e == pytest.approx(8_000.0)
    cells = matrix_of(made.lines, made.nodes).set_index(["unit", "system", "carrier"])
    assert cells.at[("甲", "transport", "electricity"), "emission_tco2e"] == pytest.approx(60_000)
    assert cells.at[("甲", "transport", "electricity"), "isolated_tco2e"] == pytest.approx(56_000)
    assert cells.at[("甲", "buildings", "electricity"), "isolated_tco2e"] == 0.0
    assert cells.at[("甲", "transport", "diesel"), "isolated_tco2e"] == pytest.approx(314.512)
    assert cells.at[("乙", "transport", "electricity"), "bias_percent"] == 0.0


def test_of_two_years_equally_near_the_earlier_is_taken(monkeypatch):
    known = electricity.electricity_factors("average")[0]
    years = [replace(known, year=year, region="CN", factor_id=year) for year in ("2023", "2021")]
    monkeypatch.setattr(electricity, "electricity_factors", lambda _family: years)
    assert electricity.choose_electricity("average", 2022, "").factor.year == "2021"


def test_the_calorific_value_of_gases_is_per_ten_thousand_cubic_metres():
    """389.31 GJ/10⁴ m³ · 0.0153 t C/GJ · 0.99 · 44/12 = 21.6219 t CO2 of 10⁴ m³."""
    own_gas = {"method": "fuel", "parameters": "ncv=389.31; carbon=0.0153; oxidation=0.99"}
    gas = {
        "amount": "1",
        "amount_unit": "万m³",
        "carrier": "天然气",
        "factor_source": "laboratory",
        **own_gas,
    }
    made, _notes = inventory(gas)
    assert made.emission.value == pytest.approx(389.31 * 0.0153 * 0.99 * 44 / 12)


@pytest.mark.parametrize(
    "row",
    [{"method": "rice", "parameters": "days=120", **own("9", "kg CH4/ha")}, own("1", "kg CH4/(ha·d)")],
)
def test_a_factor_per_day_and_its_days_belong_together(row):
    with pytest.raises(InputError, match="a factor per day and method “rice” belong together"):
        inventory({"amount": "1", "amount_unit": "ha", "sector": "agriculture", **row})
