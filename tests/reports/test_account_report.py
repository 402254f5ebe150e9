# SPDX-License-Identifier: GPL-2.0-or-later
"""The carbon account as a reader meets it: figures added by hand, first page, units one by one."""

from __future__ import annotations

import math
from dataclasses import replace

import pandas as pd
import pytest
from accounts_by_hand import (
    COUNTY,
    NORTH,
    SOUTH,
    account_data,
    entry,
    made_up_entries,
    series,
    sinks,
    standings,
    values,
)
from dualcarbon.plugin.domain.account_book import differences
from dualcarbon.plugin.domain.account_book.sum_counts import count_sums
from dualcarbon.plugin.domain.errors import InputError
from dualcarbon.plugin.domain.profiles import load_profile
from dualcarbon.plugin.reports import account_units, build
from dualcarbon.plugin.reports.account_rows import account_rows, total_by_year
from dualcarbon.plugin.reports.account_units import units_in_order
from dualcarbon.plugin.reports.account_value_tables import value_sentence
from dualcarbon.plugin.reports.build import build_html
from dualcarbon.plugin.reports.model import ReportData
from dualcarbon.plugin.reports.texts import LANGUAGES, Texts
from findings_by_hand import shown, tables_of
from sink_by_hand import words


@pytest.fixture(autouse=True)
def _no_charts(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (build, account_units):
        monkeypatch.setattr(module, "matplotlib_is_there", lambda: False)


def test_the_account_of_each_unit_is_what_the_book_holds() -> None:
    """北镇: 300 + 300 of scope 1 and 2, 5 of land, 80 removed: net 525. 南镇: 50 + 150 + 0 − 500 = −300."""
    table = tables_of(account_data())["account"]
    north, south = sorted(shown(table), key=lambda row: row["Unit"] != NORTH)
    assert north["Emission, scope 1 + 2 (t CO₂e/a)"] == "600"
    assert north["Net emission (t CO₂e/a)"] == "525"
    assert north["CO₂ alone, scope 1 + 2 (t CO₂)"] == "600"
    assert south["Net emission (t CO₂e/a)"] == "−300"
    assert (south["CO₂ alone, scope 1 + 2 (t CO₂)"], south["Scope 3 (in no total) (t CO₂e/a)"]) == (
        "150",
        "7",
    )
    total = {column.key: cell.text for column, cell in zip(table.page_columns, table.page_total())}
    assert (total["emission_tco2e"], total["net_tco2e"], total["stock_tc"]) == ("800", "225", "4,000")
    assert (total["removal_tco2e_a"], total["co2_t"]) == ("580", "750")


def test_change_is_this_year_less_the_year_before() -> None:
    """北镇 had 630 t CO2e in 2022, 南镇 220: 30 and 20 less now, and so is the net."""
    rows = {row["Unit"]: row for row in shown(tables_of(account_data())["account_change"])}
    assert rows[NORTH]["Change of the emission, scope 1 + 2 (t CO₂e/a)"] == "−30"
    assert rows[SOUTH]["Change of the net emission (t CO₂e/a)"] == "−20"
    assert rows[NORTH]["Stock change (t C)"] == "0"


def test_larger_units_stand_apart_and_are_in_no_sum() -> None:
    whole = [
        entry(COUNTY, 2023, "emission/co2e", 350.0, "t CO2e", "1"),
        entry(COUNTY, 2023, "emission/co2e", 450.0, "t CO2e", "2"),
    ]
    data = account_data(pd.concat([made_up_entries(), pd.DataFrame(whole)], ignore_index=True))
    tables = tables_of(data)
    assert {row["Unit"] for row in shown(tables["account"])} == {NORTH, SOUTH}
    assert [row["Unit"] for row in shown(tables["account_wholes"])] == [COUNTY]
    totals = total_by_year(data)
    assert totals.loc[totals["year"] == 2023, "emission_tco2e"].tolist() == [800.0]


def test_a_net_emission_is_unknown_where_one_of_its_parts_is() -> None:
    """The book has removals of 2023, but none of 北镇: its net is not 605."""
    entries = made_up_entries()
    gone = (entries["unit"] == NORTH) & (entries["item"] == "baseline/removal")
    rows = account_rows(entries[~gone])
    north = rows[(rows["unit"] == NORTH) & (rows["year"] == 2023)].iloc[0]
    assert math.isnan(north["net_tco2e"])
    assert north["emission_tco2e"] == 600.0
    page = words(build_html(account_data(entries[~gone])))
    assert f"Units without a removal account 1 of 2: {NORTH}" in page


def test_entries_in_another_unit_of_measure_are_named_and_not_added() -> None:
    entries = made_up_entries()
    kilotonnes = entries["item"].eq("emission/co2e") & entries["unit"].eq(NORTH)
    entries.loc[kilotonnes, "measure"] = "kt CO2e"
    page = words(build_html(account_data(entries)))
    assert "In other units of measure, not in the account table" in page
    assert "kt CO2e" in page


def test_the_double_entry_is_a_stated_result() -> None:
    """Sectors against wholes and items against sectors, by unit, year, scope and gas."""
    entries = made_up_entries()
    # 北镇 has 2 scopes with sectors and 3 sectors with items, 南镇 3 and 3; all of that in 2 gases and years.
    checks = count_sums(entries, {}, differences(entries, {})).set_index("kind")
    assert checks.loc["items", ["tested", "apart"]].tolist() == [(5 + 6) * 2 * 2, 0]
    assert checks.loc["units", "tested"] == 0
    page = words(build_html(account_data()))
    assert "Double entry of the book all 44 sums hold" in page
    assert "3 superseded, 1 withdrawn" in page


def test_sums_that_do_not_hold_are_listed() -> None:
    entries = made_up_entries()
    wrong = (entries["item"] == "emission/co2e") & (entries["scope"] == "2") & (entries["unit"] == SOUTH)
    entries.loc[wrong & (entries["year"] == 2023), "value"] = 151.0
    data = account_data(entries)
    rows = shown(tables_of(data)["book_apart"])
    assert [(row["Unit"], row["Whole"], row["Difference"]) for row in rows] == [
        (SOUTH, "151.000000", "1.000000")
    ]
    assert "1 of 44 sums do not hold" in words(build_html(data))


def test_units_of_a_parent_are_tested_too() -> None:
    whole = pd.DataFrame([entry(COUNTY, 2023, "baseline/stock", 4000.0, "t C")])
    entries = pd.concat([made_up_entries(), whole], ignore_index=True)
    parents = {NORTH: COUNTY, SOUTH: COUNTY}
    checks = count_sums(entries, parents, differences(entries, parents)).set_index("kind")
    assert checks.loc["units", ["tested", "apart"]].tolist() == [1, 0]


def test_hostile_names_are_text() -> None:
    html = build_html(account_data(monitoring=standings(), series=series()))
    assert "<b>南镇</b>" not in html
    assert html.count("&lt;b&gt;南镇&lt;/b&gt;") >= 4


def test_standings_tell_levels_by_shape_and_word() -> None:
    data = account_data(monitoring=standings(), series=series())
    rows = shown(tables_of(data)["standings"])
    assert [row["Level"] for row in rows] == ["■ red", "● green"]
    assert rows[0]["Reason"] == "behind the path; control line breached"
    assert (rows[0]["Progress (%)"], rows[0]["Use of the budget (%)"]) == ("50.0", "120.0")
    assert rows[0]["Budget lasts (a)"] == "4.5"


def test_what_changed_since_last_year_is_told() -> None:
    """北镇 was yellow in 2022 and is red in 2023; 南镇 stayed green."""
    data = account_data(monitoring=standings(), series=series())
    (row,) = shown(tables_of(data)["level_changes"])
    assert (row["Unit"], row["Year before"], row["Level"], row["Turn"]) == (
        *(NORTH, "▲ yellow", "■ red", "↓ worse"),
    )
    assert "Worse than the year before 1 indicators" in words(build_html(data))
    breaches = shown(tables_of(data)["breaches"])
    assert [list(row.values()) for row in breaches] == [[NORTH, "0.2500"]]


def test_forbidden_changes_inside_control_lines_come_first() -> None:
    head = {"line_type": "pbf", "line": "YJJBNTBHTB", "line_status": "legal", "change_id": "1"}
    rows = [
        {"unit": NORTH, "line_id": "A", "area_ha": 9.0, "change_tc": 5.0, "illegal": "no", "rules": None},
        {
            "unit": SOUTH,
            "line_id": "B",
            "area_ha": 2.0,
            "change_tc": -70.0,
            "illegal": "yes",
            "rules": "PBF-02",
        },
        {
            "unit": SOUTH,
            "line_id": "C",
            "area_ha": 3.0,
            "change_tc": None,
            "illegal": "undecided",
            "rules": "",
        },
    ]
    changes = pd.DataFrame(rows).assign(from_class="paddy", to_class="industrial_mining", **head)
    table = shown(tables_of(account_data(monitoring=standings(), line_changes=changes))["line_changes"])
    assert [(row["Line feature"], row["Forbidden"]) for row in table] == [
        ("B", "✖ yes"),
        ("C", "? undecided"),
        ("A", "no"),
    ]
    assert (table[0]["Stock change (t C)"], table[1]["Stock change (t C)"]) == ("−70", "—")


def test_units_with_red_come_first_and_then_the_largest() -> None:
    assert units_in_order(account_data()) == [SOUTH, NORTH]
    assert units_in_order(account_data(monitoring=standings())) == [NORTH, SOUTH]


def test_of_many_units_the_page_shows_some_and_the_workbook_all() -> None:
    """40 communities: 15 one by one, all 40 in the account table and in that of all years."""
    entries = pd.DataFrame(
        [entry(f"社区{k:02d}", 2023, "emission/co2e", 100.0 + k, "t CO2e", "1") for k in range(40)]
    )
    data = account_data(entries, parents={})
    html = build_html(data)
    assert html.count('class="part"') == 15
    assert "15 of 40 units are shown one by one" in html
    assert "社区39" in html[html.index('id="units-1"') :][:200]
    tables = tables_of(data)
    assert len(tables["account"].cells) == len(tables["account_years"].cells) == 40
    assert "table-account_entries" not in html


def test_values_are_a_range_and_never_a_sum() -> None:
    """market 0 + 400, tax 900 + 8100: from 400 to 9,000, and nowhere 9,400."""
    data = account_data(value=values(), sinks=sinks())
    said = value_sentence(data, load_profile("si"), Texts("en"))
    assert said.startswith("400 (market price) to 9,000 (carbon tax) CNY/a.")
    assert "never summed" in said
    page = words(build_html(data))
    assert "9,400" not in page
    rows = {row["Method"]: row["Value"] for row in shown(tables_of(data)["value_methods"])}
    assert rows == {"market price": "400", "carbon tax": "9,000"}


def test_every_value_tells_the_sink_whose_tonnes_it_values() -> None:
    """Market values what can be sold, the tax the net flow: not the same carbon."""
    data = account_data(value=values())
    rows = {row["Method"]: row["Sink that is valued"] for row in shown(tables_of(data)["value_methods"])}
    assert rows == {"market price": "Tradable sink", "carbon tax": "Net flow"}
    assert "same carbon" not in words(build_html(data))
    untold = account_data(value=values().drop(columns="sink"))
    assert "Sink that is valued" not in shown(tables_of(untold)["value_units"])[0]


def test_three_sinks_stand_side_by_side() -> None:
    table = tables_of(account_data(sinks=sinks()))["three_sinks"]
    row = next(row for row in shown(table) if row["Unit"] == SOUTH)
    assert (row["Physical sink (t CO₂e/a)"], row["Tradable sink (t CO₂e/a)"]) == ("500", "0")
    assert row["Inventory sink (t CO₂e/a)"] == "—"
    assert row["Sold or retired (t CO₂e/a)"] == "0"


def test_map_against_table_lists_what_differs() -> None:
    agreement = pd.DataFrame(
        [
            (NORTH, "people", 100.0, 100.2, -0.2, 0.5, 1),
            (SOUTH, "people", 90.0, 100.0, -10.0, 0.5, 0),
            (SOUTH, "floor", 10.0, math.nan, math.nan, 0.1, 0),
        ],
        columns=["unit", "variable", "map_value", "table_value", "difference", "tolerance", "agrees"],
    )
    data = account_data(agreement=agreement)
    assert "2 of 3 cells differ" in build_html(data)
    rows = shown(tables_of(data)["agreement_differences"])
    assert [(row["Variable"], row["Difference"]) for row in rows] == [("people", "−10.0"), ("floor", "—")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_report_stands_in_both_languages_and_profiles(language: str) -> None:
    data = account_data(language=language, monitoring=standings(), series=series(), value=values())
    for profile in ("si", "cn_county"):
        page = words(build_html(replace(data, profile=profile)))
        assert ("碳账户表" if language == "zh" else "Carbon account per unit") in page
    # 800 t are 0.0800 万吨.
    assert "0.0800" in words(build_html(replace(data, profile="cn_county")))


def test_rice_in_both_accounts_is_a_doubt_on_the_first_page() -> None:
    rice = [
        entry(NORTH, 2023, "emission/co2e/agriculture/rice", 1.0, "t CO2e", "1"),
        entry(NORTH, 2023, "emission/co2/agriculture/rice", 0.0, "t CO2", "1"),
    ]
    entries = pd.concat([made_up_entries(), pd.DataFrame(rice)], ignore_index=True)
    assert "look for double counting" in words(build_html(account_data(entries)))
    assert "look for double counting" not in words(build_html(account_data()))


def test_nothing_given_is_refused() -> None:
    with pytest.raises(InputError, match="nothing to show"):
        ReportData(title="empty", created="")
