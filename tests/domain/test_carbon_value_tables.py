# SPDX-License-Identifier: GPL-2.0-or-later
"""Tables of prices, projects, abatement costs and accounts: what is read, chosen, noted and refused."""

from __future__ import annotations

import math

import pandas as pd
import pytest
from carbon_value_cases import NOTHING_OFF, curve, price, price_row, project_row, segment, table
from dualcarbon.plugin.domain.carbon_value import (
    choose_price,
    credits_by_unit,
    currency_of_credits,
    flows_of,
    named_prices,
    note_price,
    read_curve,
    read_prices,
    shipped_prices,
    smallest_units,
)
from dualcarbon.plugin.domain.errors import InputError
from dualcarbon.plugin.domain.notes import NoteBook
from dualcarbon.plugin.domain.valuation_methods import Deductions
from hypothesis import given
from hypothesis import strategies as st


@pytest.fixture(scope="module")
def shipped():
    return read_prices(shipped_prices(), "prices.csv")


def credits(*rows, deductions=NOTHING_OFF, notes=None):
    return credits_by_unit(table(*rows), "projects", 2025, deductions, NoteBook() if notes is None else notes)


def test_the_price_of_credits_of_2025_is_their_yearly_mean(shipped):
    found = choose_price(shipped, "credit", 2025, [])
    assert (found.id, found.per_tco2.value, found.currency) == ("P-CCER-2025-avg", 70.76, "CNY")
    assert math.isnan(found.per_tco2.low)


def test_a_price_per_tonne_of_carbon_is_brought_to_carbon_dioxide(shipped):
    """273.3 per t C with 260.9 to 305: · 12/44."""
    (found,) = named_prices(shipped, ["P-AFFOREST"])
    bounds = (found.per_tco2.low, found.per_tco2.value, found.per_tco2.high)
    assert bounds == pytest.approx((71.1545, 74.5364, 83.1818), abs=5e-5)


def test_no_price_of_another_year_is_taken_in_silence(shipped):
    with pytest.raises(InputError, match=r"no price of the kind credit for 2023.*P-CCER-2025-avg"):
        choose_price(shipped, "credit", 2023, [])
    named = named_prices(shipped, ["P-CCER-2025-avg"])
    notes = NoteBook()
    note_price(choose_price(shipped, "credit", 2023, named), 2023, notes)
    assert [note.kind for note in notes] == ["price_of_other_year"]


@pytest.mark.parametrize(
    ("text", "year", "holds"),
    [
        ("2025", 2025, True),
        ("2025", 2024, False),
        ("2008-2013", 2010, True),
        ("2008-2013", 2014, False),
        ("1990s", 1999, True),
        ("1990s", 2000, False),
        ("2010 USD", 2010, True),
        ("recent", 2010, False),
    ],
)
def test_years_of_prices(text, year, holds):
    assert price(year=text).is_of(year) is holds


def test_the_price_of_an_allowance_is_none_of_a_credit(shipped):
    with pytest.raises(InputError, match="“P-CEA-2024-avg” is the price of an emission allowance"):
        named_prices(shipped, ["P-CEA-2024-avg"])
    assert {p.kind for p in shipped if p.instrument in ("CEA", "EU ETS", "regional pilots")} == {"allowance"}


def test_several_prices_of_a_year_leave_the_choice_to_the_user(shipped):
    two = read_prices(table(price_row("A"), price_row("B", value=80)), "prices")
    with pytest.raises(InputError, match=r"2 prices of the kind credit can be meant for 2025.*A .*B "):
        choose_price(two, "credit", 2025, [])
    assert choose_price(two, "credit", 2025, [two[1]]).id == "B"


@pytest.mark.parametrize(
    ("unit", "currency", "per_tco2"),
    [
        ("CNY/t CO2e", "CNY", 44.0),
        ("元/吨CO₂", "CNY", 44.0),
        ("元/t二氧化碳", "CNY", 44.0),
        ("元/tC", "CNY", 12.0),
        ("元/吨碳", "CNY", 12.0),
        ("EUR/t C", "EUR", 12.0),
    ],
)
def test_units_of_prices(unit, currency, per_tco2):
    found = price(unit=unit, value=44)
    assert (found.currency, found.per_tco2.value) == (currency, pytest.approx(per_tco2))


@pytest.mark.parametrize(
    ("more", "weak"),
    [({"verified": "no"}, True), ({"evidence": "memory"}, True), ({"verified": "yes"}, False)],
)
def test_a_price_is_weak_without_check_or_source(more, weak):
    assert price(**more).is_weak is weak


def test_nothing_to_sell_is_nothing_in_the_currency_of_credits():
    rows = [price_row("A", kind="charge", unit="USD/t CO2"), price_row("B")]
    assert currency_of_credits(read_prices(table(*rows), "prices")) == "CNY"
    assert currency_of_credits(read_prices(table(rows[0]), "prices")) == "USD"


def test_prices_that_nobody_verified_are_told(shipped):
    notes = NoteBook()
    (found,) = named_prices(shipped, ["P-SCC-epa"])
    note_price(found, 2020, notes)
    assert [note.kind for note in notes] == ["weak_price"]


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ([price_row(unit="yuan/t")], "row 2, column “unit”: “yuan/t” is no price per tonne"),
        ([price_row(unit="ratio")], "“ratio” is no price per tonne"),
        ([price_row(unit="ratio", kind="discount")], "no price per tonne, only discount rates"),
        ([price_row(value=-1)], "“-1” is no price"),
        ([price_row(value="")], "column “value”: “” is no price"),
        ([price_row(low=80)], "both bounds"),
        ([price_row(), price_row()], "row 3: price “P-1” occurs twice"),
        ([price_row(kind="", instrument="VCS")], "“VCS” is no instrument of the shipped prices"),
        ([price_row(kind="gold")], "“gold” is not known"),
    ],
)
def test_prices_that_cannot_be_read_are_refused(rows, sentence):
    with pytest.raises(InputError, match=sentence):
        read_prices(table(*rows), "prices")


def test_a_price_table_without_kinds_knows_the_shipped_instruments():
    row = {name: cell for name, cell in price_row(instrument="ccer").items() if name != "kind"}
    assert read_prices(table(row), "prices")[0].kind == "credit"


def test_ids_that_the_price_table_lacks_are_refused(shipped):
    with pytest.raises(InputError, match="names “P-X”"):
        named_prices(shipped, ["P-X"])


def test_leakage_goes_first_then_the_buffer_then_what_is_sold():
    """1 000 t: 10 % leakage leaves 900, 20 % of it are 180, 220 t are sold: 500."""
    found = credits(
        project_row(sold_tco2e=120, retired_tco2e=100),
        deductions=Deductions(20.0, leakage_percent=10.0),
    )["A"]
    assert (found.leakage, found.buffer, found.sold) == pytest.approx((100.0, 180.0, 220.0))
    assert found.tradable == pytest.approx(500.0)


def test_a_project_may_state_its_own_buffer_and_leakage():
    """Certified tonnes that are net already take 0 of both."""
    rows = [project_row(buffer_percent=0, leakage_percent=0), project_row(project_id="B")]
    found = credits(*rows, deductions=Deductions(50.0, leakage_percent=0.0))["A"]
    assert (found.certified, found.tradable) == (2_000.0, 1_500.0)


def test_a_project_without_a_stated_buffer_is_refused():
    unset = Deductions(math.nan, math.nan)
    own = project_row(buffer_percent=10, leakage_percent=0)
    assert credits(own, deductions=unset)["A"].tradable == pytest.approx(900.0)
    with pytest.raises(InputError, match=r"BUFFER is not set, and project “CCER-1” .table “projects”, row 2"):
        credits({**own, "buffer_percent": ""}, deductions=unset)


def test_projects_without_certificate_additionality_or_year_count_nothing():
    notes = NoteBook()
    rows = [
        project_row(project_id="planned", verification="拟建"),
        project_row(project_id="usual", additionality=""),
        project_row(project_id="last", year=2024),
    ]
    assert credits(*rows, notes=notes) == {}
    told = {note.kind: note for note in notes}
    assert told["project_not_certified"].ids == ("planned",)
    assert told["project_not_additional"].ids == ("usual",)
    assert told["project_of_other_year"].count == 1


def test_a_project_across_units_has_a_row_in_each_of_them():
    found = credits(project_row(certified_tco2e=1), project_row(unit="B", certified_tco2e=2))
    assert {unit: each.tradable for unit, each in found.items()} == {"A": 1.0, "B": 2.0}


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ([project_row(), project_row()], "row 3: project “CCER-1” occurs twice for 2025 in unit “A”"),
        ([project_row(sold_tco2e=1_001)], "has sold 1001 t CO2e, but .* only 1000 t CO2e can be sold"),
        ([project_row(certified_tco2e=-1)], "-1 is below 0"),
        ([project_row(certified_tco2e="")], "column “certified_tco2e” is empty"),
        ([project_row(buffer_percent=101)], "column “buffer_percent”: “101” is no share"),
        ([project_row(verification="maybe")], "“maybe” is not known"),
        ([project_row(unit="")], "column “unit” is empty"),
    ],
)
def test_projects_that_cannot_be_read_are_refused(rows, sentence):
    with pytest.raises(InputError, match=sentence):
        credits(*rows)


@given(st.floats(0, 1e6), st.floats(0, 1), st.floats(0, 100), st.floats(0, 100))
def test_no_more_is_tradable_than_certified_and_parts_add_up(certified, sold_share, buffer, leakage):
    left = certified * (1 - leakage / 100) * (1 - buffer / 100)
    row = project_row(certified_tco2e=repr(certified), sold_tco2e=repr(left * sold_share))
    found = credits(row, deductions=Deductions(buffer, leakage))["A"]
    assert 0.0 <= found.tradable <= certified
    parts = found.leakage + found.buffer + found.sold + found.tradable
    assert parts == pytest.approx(certified, rel=1e-9, abs=1e-9)


def test_a_curve_of_steps_and_slopes():
    """100 t at 5, then from 10 rising by 0.1 a tonne: 150 t cost 500 + 50·10 + 0.1·50²/2 = 1 125."""
    found = curve(segment(100, 200, 10, 20), segment(0, 100, 5, 5))
    assert found.cost(150.0) == pytest.approx(1_125.0)
    assert (found.marginal(150.0), found.marginal(100.0)) == (pytest.approx(15.0), pytest.approx(5.0))
    assert (found.cost(0.0), found.marginal(0.0)) == (0.0, 5.0)


def test_costs_per_tonne_of_carbon_are_brought_to_carbon_dioxide():
    """44 per t C are 12 per t CO2: 10 t cost 120."""
    assert curve(segment(0, 10, 44, 44, unit="元/tC")).cost(10.0) == pytest.approx(120.0)


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ([segment(10, 20, 1, 2)], "begins at 10, the one before ends at 0"),
        ([segment(0, 10, 1, 2), segment(11, 20, 3, 4)], "row 3.*begins at 11, the one before ends at 10"),
        ([segment(0, 10, 2, 1)], "the marginal cost falls"),
        ([segment(0, 10, 1, 2), segment(10, 20, 1, 4)], "row 3.*the marginal cost falls"),
        ([segment(10, 10, 1, 2)], "begins at 0 or above and ends higher"),
        ([segment(0, 10, "", 2)], "column “cost_from” is empty"),
        ([segment(0, 9, 1, 2), segment(9, 10, 3, 4, unit="EUR/t CO2")], "different currencies"),
        ([segment(0, 9, 1, 2), segment(9, 10, 3, 4, year=2020)], "different currencies or price years"),
    ],
)
def test_curves_that_cannot_be_read_are_refused(rows, sentence):
    with pytest.raises(InputError, match=sentence):
        curve(*rows)


def test_tonnes_beyond_the_curve_are_refused():
    with pytest.raises(InputError, match="MACC ends at 10000 t CO2e a year, but 10001 t CO2e"):
        curve().cost(10_001.0)


def test_a_curve_of_another_year_is_told():
    notes = NoteBook()
    read_curve(table(segment(0, 1, 0, 1)), "macc", 2024, notes)
    assert [note.kind for note in notes] == ["curve_of_other_year"]


def entries(*rows):
    columns = ["unit", "year", "item", "value", "low", "high"]
    frame = pd.DataFrame([(*row, math.nan, math.nan)[:6] for row in rows], columns=columns)
    return frame.assign(measure="t CO2e/a")


def test_flows_of_a_year_with_what_is_unknown():
    book = entries(
        ("A", 2025, "baseline/removal", 10.0, 8.0, 12.0),
        ("A", 2025, "baseline/emission", 25.0, 24.0, 26.0),
        ("B", 2025, "baseline/removal", 7.0),
        ("C", 2025, "baseline/emission", 7.0),
        ("A", 2024, "baseline/removal", 99.0),
    )
    notes = NoteBook()
    first, second, third = flows_of(book, 2025, {}, "book", notes)
    assert (first.unit, first.net_removal.value) == ("A", -15.0)
    # ± √(2² + 1²)
    assert first.net_removal.high == pytest.approx(-15.0 + math.sqrt(5.0))
    assert math.isnan(second.net_removal.value)
    assert math.isnan(third.net_removal.value)
    assert {note.kind: note.ids for note in notes} == {"net_flow_unknown": ("B", "C"), "net_source": ("A",)}


def test_a_year_that_the_account_lacks_is_refused_with_those_it_has():
    book = entries(("A", 2024, "baseline/removal", 1.0))
    with pytest.raises(InputError, match=r"no removal .* in 2025; it has the years 2024"):
        flows_of(book, 2025, {}, "book", NoteBook())


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"measure": "万t CO2e/a"}, "baseline/removal is in 万t CO2e/a, or occurs twice"),
        ({"measure": "t C/a"}, "in t CO2e/a"),
        ({"unit": "B"}, "unit “B”: baseline/removal .* occurs twice"),
    ],
)
def test_flows_in_other_units_of_measure_or_twice_are_refused(change, sentence):
    book = entries(("A", 2025, "baseline/removal", 1.0), ("B", 2025, "baseline/removal", 2.0))
    for name, value in change.items():
        book.loc[0, name] = value
    with pytest.raises(InputError, match=sentence):
        flows_of(book, 2025, {}, "book", NoteBook())


def test_a_county_beside_its_towns_is_told():
    book = entries(*((unit, 2025, "baseline/removal", value) for unit, value in zip("甲乙县", (1.5, 2, 3.5))))
    notes = NoteBook()
    flows_of(book, 2025, {}, "table", notes)
    assert notes.of_kind("unit_is_sum")[0].ids == ("县",)
    for values in ((2.0, 2.0), (2.0, 2.0, 0.0), (1.5, 2.0, 3.6)):
        rows = [(unit, 2025, "baseline/removal", value) for unit, value in zip("甲乙丙", values)]
        flows_of(entries(*rows), 2025, {}, "table", other := NoteBook())
        assert not other.of_kind("unit_is_sum")


def test_a_unit_whose_land_emits_what_it_removes_is_no_source():
    book = entries(("A", 2025, "baseline/removal", 1.0), ("A", 2025, "baseline/emission", 1.0))
    notes = NoteBook()
    assert flows_of(book, 2025, {}, "book", notes)[0].net_removal.value == 0.0
    assert list(notes) == []


@pytest.mark.parametrize(
    ("units", "kept"),
    [
        ({"县", "甲", "乙"}, ["乙", "甲"]),
        ({"县", "甲"}, ["县"]),
        ({"甲"}, ["甲"]),
        ({"县", "甲", "乙1", "乙2"}, ["乙1", "乙2", "甲"]),
        ({"县", "甲", "乙", "乙1"}, ["乙", "甲"]),
        ({"甲", "乙1", "别处"}, ["乙1", "别处", "甲"]),
    ],
)
def test_no_ground_counts_twice(units, kept):
    parents = {"甲": "县", "乙": "县", "乙1": "乙", "乙2": "乙"}
    assert smallest_units(units, parents) == kept
