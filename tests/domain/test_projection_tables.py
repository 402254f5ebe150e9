# SPDX-License-Identifier: GPL-2.0-or-later
"""What a user writes for a path: years, curve tables, stand ages; every refusal names its place."""

from __future__ import annotations

import math

import pandas as pd
import pytest
from dualcarbon.plugin.domain.errors import InputError
from dualcarbon.plugin.domain.notes import NoteBook
from dualcarbon.plugin.domain.projection import (
    base_year,
    baseline_rows,
    parse_ages,
    parse_curves,
    parse_years,
    stated_years,
)
from dualcarbon.plugin.domain.text_tables import read_text_table
from dualcarbon.plugin.paths import RESOURCES
from projection_cases import HAND, age_rows, at, baseline, cells, curve_rows, walk

STAND = {"kind": "logistic", "w": 100, "k": 9, "a": 0.1}


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2025,2030,2060", (2025, 2030, 2060)),
        ("2025-2028", (2025, 2026, 2027, 2028)),
        ("2060、2030，2026–2027; 2030", (2026, 2027, 2030, 2060)),
        ("２０３０", (2030,)),
        (" 2030 ~ 2031 ,", (2030, 2031)),
        ("2030年、二〇六〇年，2026年至2027年", (2026, 2027, 2030, 2060)),
    ],
)
def test_years_as_people_write_them(text, years):
    assert parse_years(text, 2025) == years


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("", "YEARS is empty"),
        ("2030,soon", "“soon” is no year"),
        ("30", "“30” is no year"),
        ("2035-2030", "runs backwards"),
        ("2024", "2024 lies before the year of the baseline"),
        ("2020-2030", "2020 lies before"),
        ("2326", "more than 300 years"),
    ],
)
def test_years_that_lead_nowhere_are_refused(text, part):
    with pytest.raises(InputError, match=part):
        parse_years(text, 2025)


def test_the_farthest_year_is_three_hundred_away():
    assert parse_years("2325", 2025) == (2325,)


def test_the_year_of_the_baseline():
    assert base_year([2025, 2025], None) == 2025
    assert base_year([2025], 2025) == 2025
    assert base_year([], 2020) == 2020


def test_years_of_rows_are_whole_numbers():
    table = cells(("甲", "paddy", 1.0), ("乙", "paddy", 1.0))
    assert stated_years(table) == []
    assert stated_years(table.assign(year=["2025", ""])) == [2025]
    with pytest.raises(InputError, match=r"row 1, column “year”: “2025\.5”"):
        stated_years(table.assign(year=[2025, 2025.5]))
    with pytest.raises(InputError, match="column “year”: “soon”"):
        stated_years(table.assign(year="soon"))


@pytest.mark.parametrize(
    ("stated", "start", "part"),
    [([2020, 2025], None, "2020, 2025"), ([], None, "Give START_YEAR"), ([2025], 2020, "START_YEAR is 2020")],
)
def test_a_baseline_of_no_one_year_is_refused(stated, start, part):
    with pytest.raises(InputError, match=part):
        base_year(stated, start)


def test_a_curve_of_the_set_goes_before_one_for_all():
    rows = curve_rows({**STAND, "factor_set": "*"}, {**STAND, "factor_set": "cn_33", "w": 120})
    assert parse_curves(rows, "cn_33").find("mixed_forest", "biomass_growth").curve.w == 120.0
    assert parse_curves(rows, "cn_default").find("mixed_forest", "biomass_growth").curve.w == 100.0
    assert parse_curves(rows.iloc[::-1], "cn_33").find("mixed_forest", "biomass_growth").curve.w == 120.0


def test_a_curve_of_an_age_group_goes_before_that_of_all_ages():
    table = parse_curves(curve_rows(STAND, {**STAND, "age_group": "planted", "w": 70}), "hand")
    assert table.find("mixed_forest", "biomass_growth", "planted").curve.w == 70.0
    assert table.find("mixed_forest", "biomass_growth", "natural").curve.w == 100.0
    assert table.find("mixed_forest", "soil") is None


def test_points_may_stand_in_any_order():
    rows = curve_rows(*({"kind": "points", "age_a": age, "density": age * 2} for age in (40, 0, 20)))
    curve = parse_curves(rows, "hand").find("mixed_forest", "biomass_growth").curve
    assert (curve.ages, curve.densities) == ((0.0, 20.0, 40.0), (0.0, 40.0, 80.0))


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ({**STAND, "kind": "gompertz"}, "kind"),
        ({**STAND, "w": "many"}, "w"),
        ({**STAND, "k": 0}, "k"),
        ({**STAND, "a": ""}, "a"),
        ({**STAND, "kind": "chapman_richards"}, "p"),
        ({**STAND, "unit": "m3/ha"}, "unit"),
        ({**STAND, "unit": "t d.m./ha", "carbon_fraction": 1.2}, "carbon_fraction"),
        ({**STAND, "component": "roots"}, "component"),
        ({**STAND, "carbon_class": "paddy"}, "carbon_class"),
        ({**STAND, "carbon_class": ""}, "carbon_class"),
        ({**STAND, "process": "soil"}, "process"),
        ({**STAND, "source": ""}, "source"),
        ({**STAND, "evidence": "hearsay"}, "evidence"),
        ({**STAND, "uncertainty_percent": -1}, "uncertainty_percent"),
        ({"kind": "linear_decline", "end_year": ""}, "end_year"),
        ({"kind": "points", "age_a": 10, "density": 1}, "age_a"),
    ],
)
def test_cells_of_a_curve_table_that_cannot_be_used(row, column):
    with pytest.raises(InputError, match=f"GROWTH_CURVES, row 0, column “{column}”"):
        parse_curves(curve_rows(row), "hand")


def test_two_curves_for_one_class_are_refused():
    with pytest.raises(InputError, match="row 1, column “kind”"):
        parse_curves(curve_rows(STAND, STAND), "hand")


def test_two_points_of_one_age_are_refused():
    rows = curve_rows(*({"kind": "points", "age_a": 10, "density": density} for density in (1, 2)))
    with pytest.raises(InputError, match="column “age_a”"):
        parse_curves(rows, "hand")


def test_a_table_for_other_sets_or_without_its_columns_is_refused():
    with pytest.raises(InputError, match="no row for factor set “hand”"):
        parse_curves(curve_rows({**STAND, "factor_set": "cn_33"}), "hand")
    with pytest.raises(InputError, match="lacks the columns kind"):
        parse_curves(curve_rows(STAND).drop(columns="kind"), "hand")


def test_the_shipped_template_has_the_columns_that_are_read():
    template = read_text_table(RESOURCES / "factors" / "growth_curves_template.csv")
    assert template.empty
    with pytest.raises(InputError, match="no row for factor set"):
        parse_curves(template, "cn_default")
    filled = curve_rows({**STAND, "component": "agb", "uncertainty_percent": 10, "age_group": "x"})
    assert set(filled.columns) <= set(template.columns)


def test_curves_that_nothing_uses_are_listed():
    notes = NoteBook()
    rows = curve_rows(
        STAND,
        {**STAND, "carbon_class": "bamboo"},
        {"kind": "linear_decline", "end_year": 2030, "process": "burial"},
    )
    walk(baseline(cells(("甲", "mixed_forest", 1.0))), (2030,), curves=rows, notes=notes)
    (note,) = notes.of_kind("path_curves_unused")
    assert note.ids == ("bamboo biomass_growth", "mixed_forest burial")


def test_ages_of_a_unit_go_before_those_of_all():
    table = parse_ages(
        age_rows(
            {"unit": "", "carbon_class": "mixed_forest", "age_a": 10, "share": 1},
            {"unit": "甲", "carbon_class": "mixed_forest", "age_a": 30, "share": 0.4},
            {"unit": "甲", "carbon_class": "mixed_forest", "age_a": 50, "share": 0.6},
        )
    )
    assert [(cohort.age_a, cohort.share) for cohort in table.of("甲", "mixed_forest")] == [
        (30, 0.4),
        (50, 0.6),
    ]
    assert [cohort.age_a for cohort in table.of("乙", "mixed_forest")] == [10]
    assert table.of("乙", "paddy") == ()


def test_areas_of_ages_are_shares_and_differences_are_told():
    notes = NoteBook()
    rows = age_rows(
        {"carbon_class": "mixed_forest", "age_a": 10, "area_ha": 3},
        {"carbon_class": "mixed_forest", "age_a": 20, "area_ha": 1},
        {"carbon_class": "bamboo", "age_a": 5, "area_ha": 1},
    )
    table = parse_ages(rows)
    assert [cohort.share for cohort in table.of("甲", "mixed_forest")] == [0.75, 0.25]
    table.note_use(cells(("甲", "mixed_forest", 5.0)), notes)
    assert notes.of_kind("ages_without_ground")[0].ids == ("* bamboo",)
    assert notes.of_kind("ages_other_area")[0].area_ha == pytest.approx(1.0)


@pytest.mark.parametrize(
    ("rows", "part"),
    [
        ([{"carbon_class": "bamboo", "age_a": 5}], "AGES needs the columns"),
        ([{"carbon_class": "", "age_a": 5, "share": 1}], "row 0, column “carbon_class”"),
        ([{"carbon_class": "bamboo", "age_a": "old", "share": 1}], "row 0, column “age_a”: “old”"),
        ([{"carbon_class": "bamboo", "age_a": -1, "share": 1}], "column “age_a”"),
        ([{"carbon_class": "bamboo", "age_a": "", "share": 1}], "column “age_a”"),
        ([{"carbon_class": "bamboo", "age_a": 5, "share": ""}], "column “share”"),
        ([{"carbon_class": "bamboo", "age_a": 5, "share": 0.5}], "add up to 0.5"),
        ([{"carbon_class": "bamboo", "age_a": 5, "area_ha": 0}], "add up to 0"),
    ],
)
def test_ages_that_cannot_be_used_are_refused(rows, part):
    with pytest.raises(InputError, match=part):
        parse_ages(age_rows(*rows))


def test_text_of_a_csv_is_as_good_as_numbers():
    """A layer of a CSV hands every cell as text."""
    table = baseline(cells(("甲", "mixed_forest", 2.0), ("甲", "paddy", 1.0)))
    as_text = table.astype(object).where(table.notna(), None)
    as_text = as_text.apply(lambda column: column.map(lambda value: None if value is None else str(value)))
    found, expected = (at(walk(frame, (2030,)).by_unit, 2030) for frame in (as_text, table))
    assert found["stock_tc"] == expected["stock_tc"]
    assert found["removal_tco2e_a_high"] == expected["removal_tco2e_a_high"]


def test_rows_without_a_class_are_refused():
    table = pd.DataFrame({"unit": ["甲", "甲"], "carbon_class": ["paddy", None], "area_ha": [1.0, math.nan]})
    with pytest.raises(InputError, match="1 rows; the first is row 1"):
        baseline_rows(table, HAND)
    with pytest.raises(InputError, match="no row for the classes moon"):
        baseline_rows(cells(("甲", "moon", 1.0)), HAND)


@pytest.mark.parametrize("area_ha", ["large", "1,000", -1.0, math.inf])
def test_an_area_is_a_number_of_hectares(area_ha):
    """A negative area would be a negative stock, an infinite one no stock at all."""
    table = cells(("甲", "paddy", area_ha)).set_axis([7])
    with pytest.raises(InputError, match=f"row 7, column “area_ha”: “{area_ha}” cannot be used"):
        baseline_rows(table, HAND)


@pytest.mark.parametrize(
    ("column", "value", "part"),
    [
        ("stock_tc", 41.0, "states 41.0000 t C .* gives 40.0000 t C"),
        ("soc_tc", 41.0, "states 41.0000 t C .* gives 40.0000 t C"),
        ("emission_tco2e_a", 7.0, "states 7.0000 t CO2e/a .* gives 14.3333 t CO2e/a"),
        ("removal_tco2e_a", 1.0, "states 1.0000 t CO2e/a .* gives 0.0000"),
        ("agb_tc", 1.0, "states 1.0000 t C .* gives NULL t C"),
    ],
)
def test_a_table_that_states_other_amounts_is_of_another_factor_set(column, value, part):
    """1 ha of paddy: 40 t C in the soil, 2·44/12 + 7 t CO2e/a emitted, no biomass known."""
    table = baseline(cells(("甲", "paddy", 1.0)))
    baseline_rows(table, HAND)
    with pytest.raises(InputError, match=part):
        baseline_rows(table.assign(**{column: value}), HAND)


def test_a_stock_that_only_the_factor_set_knows_is_of_another_one():
    table = baseline(cells(("甲", "paddy", 1.0), ("甲", "mixed_forest", 1.0)))
    table.loc[table["carbon_class"] == "paddy", "soc_tc"] = math.nan
    with pytest.raises(InputError, match="states NULL t C for class paddy"):
        baseline_rows(table, HAND)
