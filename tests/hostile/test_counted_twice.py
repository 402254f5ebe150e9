# SPDX-License-Identifier: GPL-2.0-or-later
"""Rows that would count twice, and numbers in other units of measure: refused, where sums would be wrong."""

from __future__ import annotations

import pandas as pd
import pytest
from dualcarbon.plugin.domain.account_book import GeoPackageBook, Posting, post
from dualcarbon.plugin.domain.account_book.columns import entries_of_table
from dualcarbon.plugin.domain.blue_carbon.memo import memo_items
from dualcarbon.plugin.domain.ccus.register import FIELDS, read_register
from dualcarbon.plugin.domain.errors import InputError
from dualcarbon.plugin.domain.monitoring import entries_of_plans, parse_targets, refuse_other_measures
from dualcarbon.plugin.domain.notes import NoteBook
from dualcarbon.plugin.domain.total_rows import is_total

from hostile.generator import Expect, Outcome, attempt, judge_refusal

TOTALS = [
    "合计",
    "合　计",
    "总计：",
    "全县合计",
    "合计（万吨）",
    "小計",
    "Total",
    "grand total",
    "Sub-total:",
    "SUM",
]
UNITS = ["北镇", "合肥", "小计镇", "Sumatra", "Totalitarian", "总部", "", "330101", "全县"]
#: cn_default: stock of paddy, t C/ha.
PADDY_TC_HA = 115.15


@pytest.mark.parametrize("name", TOTALS)
def test_a_row_of_totals_is_known_by_its_name(name):
    assert is_total(name)


@pytest.mark.parametrize("name", UNITS)
def test_a_place_is_no_total(name):
    assert not is_total(name)


def refusal_of(outcome: Outcome, *names: str) -> str:
    judge_refusal(Expect(names=names), outcome.refusal)
    return outcome.refusal


# Activity data ---------------------------------------------------------------------------------

HEAD = "unit,year,sector,item,carrier,amount,amount_unit\n"
CARS = "甲,2025,transport,cars,diesel,10,t\n"
#: 10 t of diesel by FUEL-diesel of the library, 3.14512 t CO2 per tonne.
CARS_TCO2 = 31.4512


@pytest.fixture
def inventory(provider, tmp_path):
    """Run an inventory of the cars and another row."""

    def call(*rows: str, **more: str) -> Outcome:
        (tmp_path / "a.csv").write_text("".join([HEAD, *rows]), encoding="utf-8")
        given = {"ACTIVITY": str(tmp_path / "a.csv"), "YEAR": 2025, "OUTPUT": "memory:"}
        return attempt("emissioninventory", {**given, **more})

    return call


@pytest.mark.parametrize("row", [CARS.replace("甲", "全县合计"), CARS.replace("cars", "小计：")])
def test_the_total_of_an_activity_table_is_no_activity(inventory, row):
    refusal_of(inventory(CARS, row), "row 3")


def test_a_total_alone_is_the_activity(inventory):
    outcome = inventory(CARS.replace("cars", "合计"))
    assert outcome.results["TOTAL_CO2_T"] == pytest.approx(CARS_TCO2)


def test_the_total_of_an_inventory_is_not_spread_where_all_units_are_one(provider, tmp_path):
    from layers_by_hand import make_layer, square

    rows = "甲,2025,buildings,2,10,10\n"
    head = "unit,year,sector,scope,co2_t,emission_tco2e\n"
    (tmp_path / "i.csv").write_text(head + rows + rows.replace("甲", "合计"), encoding="utf-8")
    (tmp_path / "w.csv").write_text("sector,class,weight\nbuildings,07,1\n", encoding="utf-8")
    given = {
        "PARCELS": make_layer([(square(500_000, 3_300_000), {"DLBM": "0701"})]),
        "CLASS_FIELD": "DLBM",
        "INVENTORY": str(tmp_path / "i.csv"),
        "WEIGHTS": str(tmp_path / "w.csv"),
        "OUTPUT": "memory:",
    }
    refusal_of(attempt("downscaleemissions", given), "row 3")


@pytest.mark.parametrize(("code", "weighed"), [("0201", "201"), ("701", "07")])
def test_a_code_that_lost_its_zero_does_not_lose_its_emission(provider, tmp_path, code, weighed):
    from layers_by_hand import make_layer, square

    inventory = "sector,emission_tco2e\nbuildings,10\n"
    (tmp_path / "i.csv").write_text(inventory, encoding="utf-8")
    weights = f"sector,class,weight\nbuildings,1003,1\nbuildings,{weighed},1\n"
    (tmp_path / "w.csv").write_text(weights, encoding="utf-8")
    land = [(square(500_000 + 200 * n, 3_300_000), {"DLBM": c}) for n, c in enumerate(("1003", code))]
    given = {"PARCELS": make_layer(land), "CLASS_FIELD": "DLBM", "OUTPUT": "memory:"}
    files = {"INVENTORY": str(tmp_path / "i.csv"), "WEIGHTS": str(tmp_path / "w.csv")}
    refusal_of(attempt("downscaleemissions", {**given, **files}), "“0201”", "“0701”")


@pytest.mark.parametrize("entry", ["合计,厂", "E9,总计"])
def test_the_total_of_a_register_is_no_enterprise(inventory, tmp_path, entry):
    path = tmp_path / "register.csv"
    path.write_text(f"id,name,sector,unit,year,co2_t\n{entry},transport,甲,2025,5\n", encoding="utf-8")
    refusal_of(inventory(CARS, REGISTER=str(path)), "row 2")


def test_the_total_of_a_register_is_no_facility():
    cells = pd.DataFrame([dict.fromkeys(FIELDS, "")] * 2).assign(facility_id=["合计", "F1"])
    with pytest.raises(InputError, match="row 1: “合计”"):
        read_register(cells, year=2025, layer="F")


def test_the_total_of_an_account_is_not_valued(provider, tmp_path):
    rows = "甲,10,100,36,0\n合计,10,100,36,0\n"
    head = "unit,area_ha,stock_tc,removal_tco2e_a,emission_tco2e_a\n"
    (tmp_path / "t.csv").write_text(head + rows, encoding="utf-8")
    given = {"TABLE": str(tmp_path / "t.csv"), "YEAR": 2025, "BUFFER": 0, "LEAKAGE": 0, "OUTPUT": "memory:"}
    refusal_of(attempt("valuecarbon", given), "row 3")


def test_the_total_of_a_memo_table_is_no_harvest():
    rows = {"name": ["海带", "合计"], "harvest_t": ["1", "1"], "dry_share": ["0.2"] * 2}
    table = pd.DataFrame({**rows, "carbon_share": ["0.3"] * 2}, index=[2, 3])
    with pytest.raises(InputError, match="row 3: “合计”"):
        memo_items(table, file="m.csv", notes=NoteBook())


# Account book ----------------------------------------------------------------------------------


@pytest.fixture
def book(tmp_path):
    return GeoPackageBook(tmp_path / "book.gpkg")


def post_rows(book, *rows: tuple[str, str, float, str], parents=None):
    frame = pd.DataFrame(list(rows), columns=["unit", "item", "value", "measure"]).assign(year="2025")
    entries = entries_of_table(frame, "t")
    post(book, Posting("one", "2026-01-01T00:00:00Z", "test", "0", "{}", entries, parents or {}))


def test_a_total_is_booked_only_as_the_whole_of_its_units(book):
    towns = ("甲", "a/b", 1.0, "t"), ("乙", "a/b", 2.0, "t")
    with pytest.raises(InputError, match="“全县合计”"):
        post_rows(book, *towns, ("全县合计", "a/b", 3.0, "t"))
    post_rows(book, *towns, ("合计", "a/b", 3.0, "t"), parents={"甲": "合计", "乙": "合计"})


def test_tonnes_do_not_make_up_kilograms(book):
    """8 kg + 2 t are not 10 t, though 8 + 2 = 10."""
    parts = ("甲", "a/b/x", 8.0, "kg"), ("甲", "a/b/y", 2.0, "t")
    with pytest.raises(InputError, match="a/b” is in t, but its part “a/b/x” in kg"):
        post_rows(book, ("甲", "a/b", 10.0, "t"), *parts)


def test_towns_in_tonnes_do_not_make_up_a_county_in_ten_thousands(book):
    parts = ("甲", "a/b", 1.0, "t"), ("乙", "a/b", 2.0, "t")
    with pytest.raises(InputError, match=r"“县”.* is in 万t, but its part “[甲乙]” in t"):
        post_rows(book, *parts, ("县", "a/b", 3.0, "万t"), parents={"甲": "县", "乙": "县"})


def test_items_of_two_measures_that_are_no_parts_of_each_other_are_booked(book):
    post_rows(book, ("甲", "a/b", 1.0, "t"), ("甲", "a/c", 2.0, "ha"), ("乙", "a/b", 3.0, "万t"))


@pytest.mark.parametrize("year", ["99999999999999999999", "-5", "25", "45658", "1e3"])
def test_no_year_outside_the_calendar_is_booked(year):
    frame = pd.DataFrame({"unit": ["甲"], "year": [year], "item": ["a/b"], "value": ["1"], "measure": ["t"]})
    with pytest.raises(InputError, match=r"in column year is no year"):
        entries_of_table(frame, "t")


def test_an_infinite_value_is_named_by_the_row_of_its_file():
    frame = pd.DataFrame({"unit": ["甲"], "year": ["2025"], "item": ["a/b"], "value": ["inf"]}, index=[7])
    with pytest.raises(InputError, match="row 7: “inf”"):
        entries_of_table(frame.assign(measure="t"), "t")


# Targets ---------------------------------------------------------------------------------------


def plan_in(measure: str):
    rows = [("base", "2020", "1000"), ("path", "2025", "900")]
    frame = pd.DataFrame(rows, columns=["role", "year", "value"]).assign(unit="甲", item="a/b")
    return parse_targets(frame.assign(measure=measure), "t")


def booked(*measures: str) -> pd.DataFrame:
    rows = [("甲", "a/b", "", 2020 + n, 950.0, measure) for n, measure in enumerate(measures)]
    return pd.DataFrame(rows, columns=["unit", "item", "scope", "year", "value", "measure"])


@pytest.mark.parametrize(
    ("wanted", "measures"), [("万t CO2", ("t CO2",)), ("", ("t CO2", "万t CO2")), ("t C", ("t CO2", "t CO2"))]
)
def test_targets_are_held_against_values_of_one_measure(wanted, measures):
    plans = plan_in(wanted)
    with pytest.raises(InputError, match="Bring them to one unit of measure"):
        refuse_other_measures(entries_of_plans(booked(*measures), plans), plans)


@pytest.mark.parametrize("wanted", ["", "t CO2", "tCO2", "ｔ CO2"])
def test_the_same_measure_in_another_spelling_is_the_same(wanted):
    plans = plan_in(wanted)
    refuse_other_measures(entries_of_plans(booked("t CO2", "t CO2"), plans), plans)


@pytest.mark.parametrize(("role", "column", "value"), [("base", "value", "1e308"), ("path", "year", "20255")])
def test_a_target_beyond_all_figures_is_named(role, column, value):
    rows = pd.DataFrame(
        {"role": ["base", "path"], "year": ["2020", "2025"], "value": ["9", "8"]}, index=[2, 3]
    )
    rows.loc[rows["role"] == role, column] = value
    with pytest.raises(InputError, match=f"row {2 if role == 'base' else 3}: “{value}”"):
        parse_targets(rows.assign(unit="甲", item="a/b"), "t")


# Baselines -------------------------------------------------------------------------------------

BASELINE = "unit,carbon_class,area_ha,stock_tc,year\n甲,paddy,2,230.3,2025\n乙,paddy,1,115.15,2025\n"
TOOLS = {"uncertainty": {}, "projectbaseline": {"YEARS": "2026"}}


def baseline_run(tool: str, folder, content: str, **more) -> Outcome:
    (folder / "b.csv").write_text(content, encoding="utf-8")
    given = {"BASELINE": str(folder / "b.csv"), "OUTPUT": "memory:", **TOOLS[tool], **more}
    return attempt(tool, given)


def test_the_stock_of_the_table_is_that_of_its_areas(provider, tmp_path):
    outcome = baseline_run("uncertainty", tmp_path, BASELINE)
    assert outcome.results["TOTAL_STOCK_TC"] == pytest.approx(3 * PADDY_TC_HA)


@pytest.mark.parametrize(
    "row", ["乙,paddy,1,115.15,2025\n", "合计,paddy,3,345.45,2025\n", "丙,paddy,1e308,1e308,2025\n"]
)
@pytest.mark.parametrize("tool", TOOLS)
def test_a_row_too_many_is_in_no_baseline(provider, tmp_path, tool, row):
    refusal_of(baseline_run(tool, tmp_path, BASELINE + row), "row 4")


@pytest.mark.parametrize("tool", TOOLS)
def test_two_years_are_not_one_baseline(provider, tmp_path, tool):
    content = BASELINE + "丙,paddy,1,115.15,2024\n"
    refusal_of(baseline_run(tool, tmp_path, content), "2024, 2025")


def test_the_interval_of_a_baseline_is_that_of_its_own_factors(provider, tmp_path):
    other = "ipcc_default/warm_temperate_moist"
    assert other in refusal_of(baseline_run("uncertainty", tmp_path, BASELINE, FACTOR_SET=other), "“b”")


@pytest.mark.parametrize(
    ("row", "said"), [("合计,3,345.45,0", "合计"), ("甲,1,1,0", "甲"), ("丙,1,inf,0", "infinite")]
)
def test_a_report_adds_up_each_unit_once(provider, tmp_path, row, said):
    head = "unit,area_ha,stock_tc,net_tco2e_a\n甲,2,230.3,0\n"
    (tmp_path / "b.csv").write_text(f"{head}{row}\n", encoding="utf-8")
    given = {"BASELINE": str(tmp_path / "b.csv"), "OUTPUT": str(tmp_path / "r.html")}
    assert said in refusal_of(attempt("report", given), "“b”")
    assert [path.name for path in tmp_path.iterdir()] == ["b.csv"]
