# SPDX-License-Identifier: GPL-2.0-or-later
"""Emissions of activities: worked figures, potentials, electricity factors, intervals, photovoltaics."""

from __future__ import annotations

import math

import pytest
from dualcarbon.plugin.domain.emissions import (
    formulas,
    frame_of,
    matrix_of,
)
from dualcarbon.plugin.domain.emissions.coupling import Node, grid_share
from dualcarbon.plugin.domain.emissions.electricity import choose_electricity
from dualcarbon.plugin.domain.emissions.library import (
    carriers,
    factor_of_fuel,
    factors,
    potential_sources,
    potentials,
)
from dualcarbon.plugin.domain.errors import FactorError, InputError
from emission_cases import inventory, own
from hypothesis import given, settings
from hypothesis import strategies as st

# Worked figures --------------------------------------------------------------------------------


def test_formulas_give_the_worked_figures():
    """methods.md WE-b; WE-FUEL-01 of the factor library's worked examples."""
    assert formulas.fuel_factor(43.33, 0.0202, 0.98) == pytest.approx(3.1451224933333326, rel=1e-12)
    assert formulas.vehicle_km(10_000, 2.5, 0.3, 6, 1.3) == pytest.approx(12_634_615.4, abs=0.05)
    assert formulas.landfill_potential(1, 0.15, 0.5, 0.5) == pytest.approx(0.05)
    assert formulas.landfill_methane(10_000, 0.05, 100, 0.1) == pytest.approx(360.0)


def test_shipped_fuel_factors_are_the_product_of_their_parts():
    """Two tables that were made apart: parameters of the guidelines, and factors per tonne or 10^4 m3."""
    compared = 0
    for carrier in carriers().values():
        if carrier.kind == "fuel" and carrier.factor_id:
            made = factor_of_fuel(carrier)
            shipped = factors()[carrier.factor_id]
            assert made.per == shipped.per
            assert made.value == pytest.approx(shipped.value, rel=5e-6), carrier.carrier
            compared += 1
    # Twelve factors of the library, one of them also for raw coal.
    assert compared == 13
    assert factor_of_fuel(carriers()["diesel"]).value == pytest.approx(3.1451224933333326, rel=1e-12)


@pytest.mark.parametrize(
    ("gwp", "methane", "nitrous"),
    [("SAR", 21, 310), ("AR4", 25, 298), ("AR5", 28, 265), ("AR6", 27, 273)],
)
def test_each_report_has_its_potentials(gwp, methane, nitrous):
    made, _notes = inventory(
        {"amount": "2", **own("1", "t CH4/t")}, {"amount": "3", **own("1", "t N2O/t")}, gwp=gwp
    )
    assert made.emission.value == pytest.approx(2 * methane + 3 * nitrous)
    assert made.co2.value == 0.0
    assert potentials(gwp)["CO2"] == 1.0
    assert all(potential_sources(gwp).values())


def test_fossil_methane_has_its_own_potential_in_ar6_alone():
    for gwp, expected in (("AR6", 29.8), ("AR5", 28.0)):
        made, _notes = inventory({"amount": "1", **own("1", "t fossil CH4/t")}, gwp=gwp)
        assert made.emission.value == pytest.approx(expected)


def test_an_unknown_report_is_refused():
    with pytest.raises(FactorError, match="AR9"):
        inventory({"amount": "1", **own("1", "t CH4/t")}, gwp="AR9")


def test_landfill_gas_of_the_library_follows_the_potentials():
    """The library row is CO2e with AR5: under SAR it is 21/28 of it."""
    row = {"amount": "100", "factor_id": "W-LANDFILL", "sector": "waste"}
    made, _notes = inventory(row, gwp="SAR")
    assert made.emission.value == pytest.approx(100 * 0.6 * 21 / 28)
    assert made.lines[0].ch4_t == pytest.approx(60 / 28)


# Units of measure -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("amount", "unit", "carrier", "expected"),
    [
        ("1000", "kWh", "electricity", 0.5366),
        ("1", "10^4 kWh", "电力", 5.366),
        ("1", "万千瓦时", "电力", 5.366),
        ("1", "亿kWh", "用电", 53_660.0),
        ("1", "10⁴ m³", "natural gas", 21.6219),
        ("1", "万立方米", "天然气", 21.6219),
        ("1000", "kg", "diesel", 3.14512),
        ("1", "TJ", "heat", 110.0),
        ("43.33", "GJ", "diesel", 3.14512),
        ("1", "吨标煤", "diesel", 3.14512 * 29.3076 / 43.33),
    ],
)
def test_amounts_are_brought_to_the_unit_of_the_factor(amount, unit, carrier, expected):
    made, _notes = inventory({"amount": amount, "amount_unit": unit, "carrier": carrier})
    assert made.emission.value == pytest.approx(expected, rel=1e-9)


def test_land_and_animals_have_units_of_their_own():
    made, _notes = inventory(
        {"amount": "15", "amount_unit": "亩", "factor_id": "A-RICE-E-single", "sector": "农业"},
        {"amount": "2", "amount_unit": "万头", "factor_id": "A-ENT-swine", "sector": "农业"},
        {"amount": "10", "amount_unit": "t N", "factor_id": "A-N2O-EF1", "sector": "农业"},
    )
    methane = [line.ch4_t for line in made.lines]
    assert methane[:2] == pytest.approx([0.2155, 20.0])
    assert made.lines[2].n2o_t == pytest.approx(0.1 * 44 / 28)


# Electricity ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("region", "year", "expected", "right"),
    [
        ("33", 2022, "EL-33-2022", (True, True)),
        ("33", 2023, "EL-33-2022", (False, True)),
        ("", 2023, "EL-CN-2023", (True, True)),
        ("", 2019, "EL-CN-2022", (False, True)),
        # Tibet has no factor of its own and lies in no listed grid of that year.
        ("54", 2023, "EL-SOUTHW-2023", (True, False)),
        ("71", 2022, "EL-CN-2022", (True, False)),
    ],
)
def test_the_factor_of_province_and_year_or_the_nearest(region, year, expected, right):
    choice = choose_electricity("average", year, region)
    assert choice.factor.factor_id == expected
    assert (choice.right_year, choice.right_region) == right


def test_a_missing_provincial_factor_is_told():
    _made, notes = inventory({"amount": "1", "amount_unit": "kWh", "carrier": "电"}, year=2024, region="33")
    (note,) = notes.of_kind("electricity_factor_missing")
    assert "EL-33-2022" in str(note)
    assert note.ids == ("2",)


def test_a_named_factor_of_another_year_or_province_is_told():
    rows = [{"amount": "1", "amount_unit": "kWh", "factor_id": name} for name in ("EL-33-2022", "EL-CN-2023")]
    _made, notes = inventory(*rows, region="33")
    (note,) = notes.of_kind("electricity_factor_other")
    assert note.ids == ("3",)


@pytest.mark.parametrize(
    ("family", "factor_id"),
    [("average", "EL-ALT-GRID-CN-ETS2022"), ("fossil", "EL-CN-2022"), ("footprint", "T-EBUS-vkm")],
)
def test_families_of_electricity_factors_are_never_mixed(family, factor_id):
    unit = "kWh" if factor_id.startswith("EL") else "vkm"
    row = {"amount": "1", "amount_unit": unit, "factor_id": factor_id}
    with pytest.raises(InputError, match="never mixed"):
        inventory(row, family=family)


def test_an_electricity_factor_of_ones_own_states_its_family():
    row = {"amount": "1", "amount_unit": "kWh", "carrier": "electricity", **own("0.5", "kg CO2/kWh")}
    with pytest.raises(InputError, match="must state its family"):
        inventory(row)
    with pytest.raises(InputError, match="never mixed"):
        inventory({**row, "factor_family": "fossil"})
    with pytest.raises(InputError, match="must state its family"):
        inventory({**row, "carrier": ""})
    made, _notes = inventory({**row, "carrier": "", "factor_family": "average"})
    assert made.lines[0].scope == 2
    made, _notes = inventory({**row, "factor_family": "average"})
    assert made.emission.value == pytest.approx(0.0005)


def test_own_fuel_parameters_need_a_source_and_carry_their_grade():
    """20 GJ/t · 0.025 t C/GJ · 0.93 of the shipped table · 44/12."""
    row = {"amount": "3", "carrier": "bituminous", "method": "fuel", "parameters": "ncv=20; carbon=0.025"}
    with pytest.raises(InputError, match="source in factor_source"):
        inventory(row)
    made, _notes = inventory({**row, "factor_source": "coal analysis", "factor_evidence": "measured"})
    assert made.emission.value == pytest.approx(3 * 20 * 0.025 * 0.93 * 44 / 12)
    assert (made.lines[0].grade, made.weak_share) == ("measured", 0.0)
    # The same coal by its energy: 60 GJ.
    by_energy = {**row, "factor_source": "coal analysis", "amount": "60", "amount_unit": "GJ"}
    again, _notes = inventory(by_energy)
    assert again.emission.value == pytest.approx(made.emission.value)
    with pytest.raises(InputError, match="ncv above 0"):
        inventory({**by_energy, "parameters": "ncv=0"})


@pytest.mark.parametrize(
    ("parameters", "expected"),
    [("recovered_share=0.2", 360.0), ("recovered_t=100", 360.0), ("", 450.0)],
)
def test_landfills_state_what_is_recovered(parameters, expected):
    row = {"amount": "10000", "method": "landfill", "sector": "waste", "factor_source": "design"}
    terms = "mcf=1; doc=0.15; doc_f=0.5; f=0.5; ox=0.1; "
    made, _notes = inventory({**row, "parameters": terms + parameters})
    assert made.lines[0].ch4_t == pytest.approx(expected)
    with pytest.raises(InputError, match="more methane is recovered"):
        inventory({**row, "parameters": terms + "recovered_t=501"})


# Scopes and double counting ---------------------------------------------------------------------


def test_scope_3_is_kept_beside_the_total():
    made, notes = inventory(
        {"amount": "1", "carrier": "diesel"},
        {"amount": "1", "carrier": "diesel", "scope": "范围3"},
        {"amount": "100", "amount_unit": "m2", "factor_id": "B-A15-public", "sector": "buildings"},
    )
    assert made.emission.value == pytest.approx(3.14512)
    assert made.of_scope(3) == pytest.approx(3.14512 + 60.0)
    assert len(made.booked) == 3
    assert notes.of_kind("scope_3")[0].count == 2


@pytest.mark.parametrize(
    "row",
    [
        {"carrier": "electricity", "amount_unit": "kWh", "scope": "1"},
        {"carrier": "diesel", "scope": "2"},
        {"factor_id": "T-HSR-pkm", "amount_unit": "人公里"},
        {"carrier": "diesel", "scope": "4"},
    ],
)
def test_scopes_that_do_not_fit_are_refused(row):
    with pytest.raises(InputError, match=r"[Ss]cope"):
        inventory({"amount": "1", **row})


def test_input_of_transformation_counts_where_its_output_is_used():
    coal = {"amount": "1000", "carrier": "raw_coal", "use": "transformation", "sector": "energy"}
    power = {"amount": "2", "amount_unit": "GWh", "carrier": "electricity", "sector": "buildings"}
    made, notes = inventory(coal, power)
    assert made.emission.value == pytest.approx(1073.2)
    assert [line.reason for line in made.left_out] == ["transformation"]
    assert not notes.of_kind("transformation_without_output")
    alone, told = inventory(coal)
    assert alone.emission.value == 0.0
    assert told.of_kind("transformation_without_output")


def test_raw_coal_at_the_factor_of_bituminous_coal_is_a_weak_figure():
    """The library has no raw coal: 100 t of it rest on a stand-in, 100 t of bituminous coal do not."""
    rows = [{"amount": "100", "carrier": carrier} for carrier in ("原煤", "烟煤")]
    made, notes = inventory(*rows)
    assert made.weak_share == pytest.approx(0.5)
    (note,) = notes.of_kind("carrier_stand_in")
    assert note.ids == ("2",)
    assert "raw_coal" in str(note)
    measured = {**rows[0], "method": "fuel", "parameters": "ncv=20", "factor_source": "laboratory"}
    assert not inventory(measured)[1].of_kind("carrier_stand_in")


def test_weak_figures_are_named_with_their_share():
    rows = [{"amount": "100", "factor_id": "P-CLINKER"}, {"amount": "48", "factor_id": "P-STEEL-BOF"}]
    made, notes = inventory(*rows)
    assert made.weak_share == pytest.approx(52.0 / (52.0 + 75.84))
    (note,) = notes.of_kind("weak_figures")
    assert str(note).endswith("P-CLINKER.")
    assert notes.of_kind("carbon_in_process")[0].ids == ("3",)


# Intervals --------------------------------------------------------------------------------------


def test_one_factor_is_one_draw_and_factors_are_independent():
    """Two rows of one factor: half-widths add (10 + 20); another factor: in quadrature with 40."""
    first = own("1", "t CO2/t", "0.9", "1.1")
    second = own("2", "t CO2/t", "1.6", "2.4")
    made, _notes = inventory(
        {"amount": "100", **first}, {"amount": "200", **first}, {"amount": "100", **second}
    )
    assert made.emission.value == pytest.approx(500.0)
    assert made.emission.high - 500.0 == pytest.approx(math.hypot(30.0, 40.0))
    assert 500.0 - made.co2.low == pytest.approx(50.0)
    assert made.no_interval_share == 0.0


def test_amounts_are_draws_of_their_own_and_unknown_intervals_state_their_share():
    factor = own("2", "t CO2/t", "1.9", "2.1", amount_low="90", amount_high="130")
    made, notes = inventory({"amount": "100", **factor}, {"amount": "300", **own("1", "t CO2/t")})
    # Upward: factor 0.1·100 and amount 30·2; the second row has no interval: 300 of 500.
    assert made.emission.high - 500.0 == pytest.approx(math.hypot(10.0, 60.0))
    assert 500.0 - made.emission.low == pytest.approx(math.hypot(10.0, 20.0))
    assert made.no_interval_share == pytest.approx(0.6)
    assert "60.0 %" in str(notes.of_kind("no_interval")[0])
    frame = frame_of(made.booked, 2022)
    assert frame["emission_tco2e_low"].isna().tolist() == [False, True]


def test_intensities_of_the_library_are_draws_too():
    """1000 m2 of offices: 85.3 (50–120) kWh/m2 at 0.5366 (0.5098–0.5634) kg/kWh."""
    row = {"amount": "1000", "amount_unit": "m2", "carrier": "electricity", "intensity_id": "B-OP-EL-office"}
    made, _notes = inventory(row)
    assert made.emission.value == pytest.approx(85.3 * 0.5366)
    up = math.hypot(34.7 * 0.5366, 85.3 * 0.0268)
    assert made.emission.high - made.emission.value == pytest.approx(up)


# Systems and photovoltaics ----------------------------------------------------------------------


def test_photovoltaics_of_the_worked_example():
    """methods.md WE-m: D = 100 + 20 GWh, PV 30, EF 0.8 → 0.6; 72 kt; isolated 56 kt, −22.22 %."""
    assert 0.8 * grid_share(120.0, 30.0) == pytest.approx(0.6)
    isolated = 100 * 0.8 * grid_share(100.0, 30.0) + 20 * 0.8 * grid_share(20.0, 30.0)
    node = Node(120.0, 30.0, 96.0, isolated)
    assert node.coupled_tco2e == pytest.approx(72.0)
    assert node.isolated_tco2e == pytest.approx(56.0)
    assert node.bias == pytest.approx(-0.2222, abs=5e-5)


amounts = st.floats(0.0, 1e6, allow_nan=False)


@settings(max_examples=60)
@given(demands=st.lists(amounts, min_size=1, max_size=4), pv=amounts, elsewhere=amounts)
def test_netting_never_gives_a_sink_and_isolated_accounts_never_state_more(demands, pv, elsewhere):
    def power(amount, sector, unit="甲", carrier="electricity"):
        cells = {"amount": repr(amount), "amount_unit": "kWh", "carrier": carrier}
        return {**cells, "sector": sector, "unit": unit}

    systems = ("buildings", "transport", "industry_energy", "waste")
    rows = [power(amount, sector) for amount, sector in zip(demands, systems)]
    rows += [power(pv, "energy", carrier="local_pv"), power(elsewhere, "buildings", unit="乙")]
    made, _notes = inventory(*rows)
    here = [line for line in made.booked if line.unit == "甲"]
    expected = max(0.0, math.fsum(demands) - pv) * 0.5366 / 1000
    assert math.fsum(line.emission_tco2e for line in here) == pytest.approx(expected, rel=1e-9, abs=1e-9)
    (there,) = [line for line in made.booked if line.unit == "乙"]
    assert there.emission_tco2e == pytest.approx(elsewhere * 0.5366 / 1000)
    node = made.nodes["甲"]
    assert node.isolated_tco2e <= node.coupled_tco2e + 1e-9
    matrix = matrix_of(made.lines, made.nodes)
    assert matrix["emission_tco2e"].sum() == pytest.approx(made.emission.value, rel=1e-9, abs=1e-9)


@settings(max_examples=40)
@given(order=st.permutations(range(5)))
def test_totals_do_not_depend_on_the_order_of_rows(order):
    rows = [{"amount": str(0.1 * n + 0.3), "carrier": "diesel"} for n in range(5)]
    first, _notes = inventory(*rows)
    second, _notes = inventory(*(rows[n] for n in order))
    assert second.emission == first.emission
