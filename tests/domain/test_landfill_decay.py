# SPDX-License-Identifier: GPL-2.0-or-later
"""Landfills by first-order decay: against the recursion of the guidelines, and what a landfill must tell."""

from __future__ import annotations

import math

import pytest
from dualcarbon.plugin.domain.emissions import frame_of
from dualcarbon.plugin.domain.errors import InputError
from dualcarbon.plugin.domain.factors.library import FACTORS
from dualcarbon.plugin.domain.text_tables import read_text_table
from emission_cases import inventory
from hypothesis import given, settings
from hypothesis import strategies as st

FOOD = "waste=food; climate=temperate_wet; site=managed"
#: DDOC of 1000 t of food waste: 1000 · 0.15 · 0.7 · 1 t C (Tables 2.4, 3.0, 3.1); k 0.185 (Table 3.3).
DDOC_T = 105.0


def waste(year, amount, parameters=FOOD, **more):
    base = {"year": str(year), "sector": "waste", "item": "north", "amount": str(amount)}
    return {**base, "method": "landfill_fod", "parameters": parameters, **more}


def by_spreadsheet(deposits, k, ddoc_share, year):
    """Methane of a year, t: the accumulating columns of the guidelines' spreadsheet (eq. 3.4, 3.5, 3.6)."""
    held = decomposed = 0.0
    for now in range(min(deposits), year + 1):
        decomposed = held * (1.0 - math.exp(-k))
        held = held * math.exp(-k) + deposits.get(now, 0.0) * ddoc_share
    return decomposed * 0.5 * 16.0 / 12.0


def test_waste_of_one_year_decays_from_the_next_year_on():
    """e^(−0.185) = 0.8311042839: 105 t C lose 17.734050 in the first year, 14.738845 in the second."""
    for year, methane in ((2020, 0.0), (2021, 11.8227), (2022, 9.8259)):
        made, _notes = inventory(waste(2020, 1000), year=year)
        assert made.lines[0].mass_t == pytest.approx(methane, abs=1e-4)
        assert made.emission.value == pytest.approx(28 * methane, abs=3e-3)
        assert made.co2.value == 0.0


def test_all_carbon_is_methane_and_carbon_dioxide_in_the_end():
    """L0 = 0.15 · 0.7 · 1 · 0.5 · 16/12 = 0.07 t CH4 per t of waste."""
    years = [inventory(waste(1950, 1000), year=year)[0].lines[0].mass_t for year in range(1950, 2101)]
    assert math.fsum(years) == pytest.approx(70.0, rel=1e-9)


@settings(max_examples=40)
@given(
    amounts=st.lists(st.floats(0.0, 1e6, allow_nan=False), min_size=1, max_size=12),
    year=st.integers(2011, 2040),
)
def test_rows_add_up_to_the_spreadsheet(amounts, year):
    deposits = {2000 + n: amount for n, amount in enumerate(amounts)}
    made, _notes = inventory(*(waste(*deposit) for deposit in deposits.items()), year=year)
    expected = by_spreadsheet(deposits, 0.185, 0.105, year)
    assert math.fsum(line.mass_t for line in made.lines) == pytest.approx(expected, rel=1e-9, abs=1e-12)


def test_recovered_gas_is_taken_off_before_oxidation():
    """Two years of food waste in 2022: 11.822700 + 9.825897 = 21.648597 t CH4 of which 8 t are flared."""
    cover = f"{FOOD}; ox=0.1"
    rows = [
        waste(2020, 1000, cover, factor_source="report 2022"),
        waste(2021, 1000, cover, factor_source="report 2022"),
        waste(2022, 500, f"{cover}; recovered_t=8", factor_source="report 2022"),
    ]
    made, _notes = inventory(*rows, year=2022)
    assert made.emission.value == pytest.approx(28 * (21.648597 - 8) * 0.9, rel=1e-6)
    # The flare of 2022 does not lower the methane of 2023.
    later, _notes = inventory(*rows, year=2023)
    deposits = {2020: 1000, 2021: 1000, 2022: 500}
    assert later.emission.value == pytest.approx(28 * 0.9 * by_spreadsheet(deposits, 0.185, 0.105, 2023))


def test_no_more_is_recovered_than_the_landfill_generates():
    """11.8227 t CH4 of the waste of 2021: 11 t can be flared, 12 t cannot."""
    made, _notes = inventory(waste(2021, 1000), waste(2022, 1, f"{FOOD}; recovered_t=11"), year=2022)
    assert made.emission.value == pytest.approx(28 * 0.8227, rel=1e-3)
    with pytest.raises(InputError, match="12 t CH4 are recovered"):
        inventory(waste(2021, 1000), waste(2022, 1, f"{FOOD}; recovered_t=12"), year=2022)


def test_a_share_of_a_landfill_is_a_share_of_its_flare():
    share = {"split": "0.5", "split_source": "waste delivered"}
    rows = waste(2021, 1000, **share), waste(2022, 1, f"{FOOD}; recovered_t=8", **share)
    made, _notes = inventory(*rows, year=2022)
    assert made.emission.value == pytest.approx(28 * (11.8227 - 8) / 2, rel=1e-4)


def test_another_landfill_of_the_unit_keeps_its_gas():
    south = waste(2021, 1000, item="south")
    flare = waste(2022, 1, f"{FOOD}; recovered_t=5")
    made, _notes = inventory(waste(2021, 1000), flare, south, year=2022)
    masses = [line.mass_t for line in made.lines]
    assert masses == pytest.approx([11.8227 - 5, 0.0, 11.8227], abs=1e-4)


def test_figures_of_ones_own_win_and_need_a_source():
    """Paper: 100 · 0.4 · 0.5 · MCF 0.4 (unmanaged, shallow) · (1 − e^(−0.06)) · 2/3 = 0.310589 t."""
    paper = "waste=纸; climate=温带湿润; site=非管理浅埋"
    made, _notes = inventory(waste(2021, 100, paper), year=2022)
    assert made.emission.value == pytest.approx(28 * 0.310589, rel=1e-5)
    half = waste(2021, 100, f"{paper}; doc=0.2", factor_source="survey of the landfill")
    measured, _notes = inventory(half, year=2022)
    assert measured.emission.value == pytest.approx(14 * 0.310589, rel=1e-5)
    assert "survey" in measured.lines[0].source
    with pytest.raises(InputError, match="need their source"):
        inventory(waste(2021, 100, f"{paper}; doc=0.2"), year=2022)


def test_bounds_are_those_of_the_parameters_in_quadrature():
    made, _notes = inventory(waste(2021, 1000), year=2022)
    value = DDOC_T * (1 - math.exp(-0.185)) * 2 / 3 * 28
    up = [
        value * (0.2 / 0.15 - 1),
        value * (0.91 / 0.7 - 1),
        0.0,
        value * ((1 - math.exp(-0.2)) / (1 - math.exp(-0.185)) - 1),
    ]
    assert made.emission.high - value == pytest.approx(math.hypot(*up), rel=1e-9)
    assert made.no_interval_share == 0.0


def test_old_waste_emits_more_where_it_decays_more_slowly():
    """Food of 1990 in the wet tropics: of 105 t C a share e^(−31k) − e^(−32k) is left to decay in 2022.

    1.36e-6 of it at k = 0.4, but 8.04e-4 at 0.17 (Table 3.3): 1.5761 t CO2e of methane, and none at 0.7.
    """
    made, _notes = inventory(waste(1990, 1000, FOOD.replace("temperate", "tropical")), year=2022)
    assert made.emission.value == pytest.approx(0.00266132, rel=1e-5)
    slowest = DDOC_T * (math.exp(-0.17 * 31) - math.exp(-0.17 * 32)) * 2 / 3 * 28
    assert made.emission.high == pytest.approx(slowest, rel=1e-5)
    assert 0.0 >= made.emission.low > -0.01


def test_the_years_that_the_figure_rests_on_are_told():
    made, notes = inventory(waste(2018, 10), waste(2020, 10), year=2022)
    (note,) = notes.of_kind("landfill_years")
    assert "2 rows of waste since 2018" in str(note)
    assert "2019, 2021" in str(note)
    frame = frame_of(made.booked, 2022)
    assert frame["deposit_year"].tolist() == [2018, 2020]
    assert set(frame["year"]) == {2022}


def test_waste_that_is_booked_at_once_beside_decay_is_pointed_out():
    at_once = {"sector": "waste", "amount": "100", "factor_id": "W-LANDFILL"}
    _made, notes = inventory(waste(2021, 10), at_once, {**at_once, "unit": "乙"}, year=2022)
    assert notes.of_kind("landfill_twice")[0].ids == ("3",)


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        (waste(2021, 1, "waste=food; climate=temperate_wet"), "lacks mcf"),
        (waste(2021, 1, "waste=bulk; climate=temperate_wet; site=managed"), "lacks doc"),
        (waste(2021, 1, "waste=ashes"), "Use one of food, garden"),
        (waste(2021, 1, f"{FOOD}; k=x"), "no value of parameter “k”"),
        (waste(2021, 1, amount_unit="head"), "does not fit a factor per t"),
        (waste(2022, 1, f"{FOOD}; recovered_t=1"), "the waste of this landfill generates 0 t CH4"),
    ],
)
def test_landfills_that_cannot_be_computed_are_refused(row, sentence):
    with pytest.raises(InputError, match=sentence):
        inventory(row, year=2022)


def test_waste_that_is_yet_to_come_is_left_out():
    with pytest.raises(InputError, match="no rows of the year 2022"):
        inventory(waste(2023, 1), year=2022)


def test_the_shipped_parameters_are_within_their_bounds_and_cited():
    table = read_text_table(FACTORS / "landfill_parameters.csv")
    assert table["row_id"].is_unique
    for row in table.to_dict("records"):
        assert row["source"].startswith("IPCC"), row["row_id"]
        if row["low"]:
            assert float(row["low"]) <= float(row["value"]) <= float(row["high"]), row["row_id"]
    # Half-life = ln 2 / k: food waste in a wet temperate climate has 4 years (Table 3.4).
    (k,) = table.loc[table["row_id"] == "LF-K-food-temperate_wet", "value"]
    assert math.log(2) / float(k) == pytest.approx(4, abs=0.3)
