# SPDX-License-Identifier: GPL-2.0-or-later
"""Value of carbon rights as users call it: from an account to values by method, and into the account book."""

from __future__ import annotations

import pytest
from layers_by_hand import manifest_of, rows_of
from values_by_hand import FLOWS, TEN_YEARS, TOWN, WHOLE, account, macc, price, project, table


@pytest.fixture
def value(run):
    """Value an account, by default that of the town with nothing deducted."""

    def call(**parameters):
        return run("valuecarbon", **{"TABLE": account(), **WHOLE, "OUTPUT": "memory:", **parameters})

    return call


def by_item(result):
    return {row["item"]: row for row in rows_of(result["OUTPUT"])}


def test_without_a_certified_project_nothing_can_be_sold(run, log):
    """Neither price nor deductions are needed to say so."""
    result = run("valuecarbon", TABLE=account(), YEAR=2025, OUTPUT="memory:")
    assert (result["VALUE_MIN"], result["VALUE_MAX"]) == (0.0, 0.0)
    assert (result["PHYSICAL_TCO2E_A"], result["TRADABLE_TCO2E_A"]) == (1_250.0, 0.0)
    assert log.said("no certified project")


def test_a_thousand_certified_tonnes_by_every_method(value, log, tmp_path):
    """WE-l: market 90 → 90 000; afforestation 260.9 per t C → 71 154.55; MC = 0.02q → 10 000 and 20."""
    prices = table(price("P-CCER"), price("P-TREES", "planting", 260.9, "CNY/t C"), name="prices")
    result = value(
        METHODS=["market", "replacement", "abatement"],
        SINK="tradable",
        PRICES=prices,
        PROJECTS=table(project()),
        MACC=macc(),
        MANIFEST=str(tmp_path / "run.json"),
    )
    rows = by_item(result)
    assert rows["value/market"]["value"] == pytest.approx(90_000.0)
    assert rows["value/replacement"]["value"] == pytest.approx(71_154.55, abs=0.005)
    assert rows["value/abatement"]["value"] == pytest.approx(10_000.0)
    assert rows["value/abatement"]["marginal"] == pytest.approx(20.0)
    assert rows["value/market"]["measure"] == "CNY/a"
    assert (result["VALUE_MIN"], result["VALUE_MAX"]) == (pytest.approx(10_000), pytest.approx(90_000))
    facts = manifest_of(result)
    assert {method: row["id"] for method, row in facts["prices"].items()} == {
        "market": "P-CCER",
        "replacement": "P-TREES",
    }
    assert facts["range"]["methods"] == ["market", "replacement", "abatement"]
    assert log.said("Values from 10000 to 90000 by 3 methods, not to be added.")


@pytest.mark.parametrize(("buffer", "npv"), [(0, 72_080.19), (20, 57_664.15)])
def test_ten_years_of_a_hundred_tonnes_stand_beside_the_range(value, log, buffer, npv):
    """WE-l: 72 080.19, with a buffer of 20 % 57 664.15; the value of one year is 100 · 80 · (1 − b)."""
    result = value(
        METHODS=["market", "npv"],
        BUFFER=buffer,
        PRICES=table(price("P-CCER", value=80.0)),
        PROJECTS=table(project(certified_tco2e=100.0)),
        **TEN_YEARS,
    )
    assert result["NPV"] == pytest.approx(npv, abs=0.005)
    assert result["VALUE_MIN"] == result["VALUE_MAX"] == pytest.approx(8_000 * (1 - buffer / 100))
    rows = by_item(result)
    assert (rows["value/npv"]["measure"], rows["value/market"]["measure"]) == ("CNY", "CNY/a")
    assert log.said("stands beside the range")


def test_three_sinks_side_by_side(value, log):
    """1 250 t removed, 80 % of the net 1 000 t on managed land; 400·0.9·0.8 − 88 t can be traded."""
    result = value(
        BUFFER=20,
        LEAKAGE=10,
        MANAGED_PERCENT=80,
        PROJECTS=table(project(certified_tco2e=400.0, sold_tco2e=88.0)),
        OUTPUT_SINKS="memory:",
    )
    (row,) = rows_of(result["OUTPUT_SINKS"])
    sinks = {name: row[f"{name}_tco2e_a"] for name in ("physical", "net_removal", "inventory", "tradable")}
    expected = {"physical": 1_250.0, "net_removal": 1_000.0, "inventory": 800.0, "tradable": 200.0}
    assert sinks == pytest.approx(expected)
    off = [row[f"{name}_tco2e_a"] for name in ("certified", "leakage", "buffer", "sold")]
    assert off == pytest.approx([400.0, 40.0, 72.0, 88.0])
    # 200 t at the mean price of CCER in 2025.
    assert row["value_max"] == pytest.approx(200 * 70.76)
    assert log.said("88.0000 t CO2e of the projects were sold")
    items = by_item(result)
    assert items["sink/inventory"]["value"] == pytest.approx(800.0)
    assert items["sink/tradable"]["measure"] == "t CO2e/a"


def test_intervals_of_price_and_quantity_are_carried(value):
    """1 000 ± √(100² + 50²) t at 100 ± 20 CNY: 100 000 ± √((100·111.8)² + (1 000·20)²)."""
    bounds = {"removal_tco2e_a_low": 1_150.0, "removal_tco2e_a_high": 1_350.0}
    bounds.update(emission_tco2e_a_low=200.0, emission_tco2e_a_high=300.0)
    result = value(
        TABLE=account(**bounds),
        METHODS=["tax"],
        PRICES=table(price("P-TAX", "charge", 100.0, low=80.0, high=120.0)),
    )
    row = by_item(result)["value/tax"]
    half = (100.0**2 * (100.0**2 + 50.0**2) + 1_000.0**2 * 20.0**2) ** 0.5
    assert (row["low"], row["high"]) == pytest.approx((100_000 - half, 100_000 + half))
    assert by_item(value(METHODS=["tax"], PRICES=table(price("P", "charge"))))["value/tax"]["low"] is None


def test_values_go_into_the_book_and_come_back_as_a_range(run, tmp_path):
    """A county of two towns: booked, valued, posted into the same book and read back."""
    store = str(tmp_path / "账本.gpkg")
    towns = [{**TOWN, **FLOWS}, {**TOWN, "unit": "东镇", **FLOWS}]
    county = {"unit": "县", "year": 2025, "area_ha": 2.0, "stock_tc": 4.0}
    county.update({name: 2 * number for name, number in FLOWS.items()})
    parents = table(*({"unit": unit, "parent": "县"} for unit in ("北镇", "东镇")))
    run("postaccount", STORE=store, ACCOUNT=table(*towns, county), UNIT_TABLE=parents)
    result = run(
        "valuecarbon",
        STORE=store,
        **WHOLE,
        METHODS=["market", "tax"],
        PRICES=table(price("P-CCER"), price("P-TAX", "charge", 50.0)),
        PROJECTS=table(project(certified_tco2e=100.0)),
        OUTPUT=str(tmp_path / "values.gpkg"),
    )
    # The county is its towns: 2 · 1 000 t at 50.
    assert (result["VALUE_MIN"], result["VALUE_MAX"]) == pytest.approx((9_000.0, 100_000.0))
    assert run("postaccount", STORE=store, ACCOUNT=result["OUTPUT"])["ENTRIES"] == 2 * (2 + 3)
    read = run("readaccount", STORE=store, UNITS="北镇", ITEM="value", OUTPUT="memory:")
    rows = {row["item"]: row for row in rows_of(read["OUTPUT"])}
    assert {item: row["value"] for item, row in rows.items()} == {"value/market": 9_000, "value/tax": 50_000}
    assert (rows["value/tax"]["measure"], rows["value/tax"]["source"]) == ("CNY/a", "P-TAX")
    sinks = run("readaccount", STORE=store, UNITS="东镇", ITEM="sink", OUTPUT="memory:")
    assert {row["item"]: row["value"] for row in rows_of(sinks["OUTPUT"])} == {
        "sink/physical": 1_250.0,
        "sink/inventory": None,
        "sink/tradable": 0.0,
    }


def test_a_net_source_is_a_cost_in_full(value, log):
    result = value(
        TABLE=account(emission_tco2e_a=1_350.0),
        BUFFER=20,
        METHODS=["tax"],
        PRICES=table(price("P-TAX", "charge", 50.0)),
    )
    assert result["VALUE_MAX"] == pytest.approx(-5_000.0)
    assert log.said("emits more than it removes")


def test_an_emission_that_is_not_known_leaves_the_value_open(value, log):
    result = value(
        TABLE=table({**TOWN, "removal_tco2e_a": 1_250.0}),
        METHODS=["tax"],
        PRICES=table(price("P-TAX", "charge")),
    )
    assert result["VALUE_MAX"] is None
    assert by_item(result)["value/tax"]["value"] is None
    assert log.said("net flow is NULL, not 0")


@pytest.mark.parametrize("separator", [",", ";"])
def test_prices_of_a_file_of_the_user(value, tmp_path, separator):
    """A table without the column kind, its instrument one of the shipped: 100 t at 75.5."""
    file = tmp_path / "碳价.csv"
    lines = (
        "factor_id,instrument,value,low,high,unit,year,source",
        "P,CCER,75.5,70,80,CNY/t CO2,2025,survey",
    )
    file.write_text("\n".join(lines).replace(",", separator), "utf-8")
    result = value(PRICES=str(file), PROJECTS=table(project(certified_tco2e=100.0)))
    row = by_item(result)["value/market"]
    assert (row["low"], row["value"], row["high"]) == pytest.approx((7_000, 7_550, 8_000))
    assert (row["price_id"], row["source"]) == ("P", "P: survey")


def test_projects_and_prices_as_a_county_keeps_them(value, tmp_path):
    """GBK, Chinese heads and words, yuan: 400 t less 10 %, less 20 %, less 88 sold are 200 t at 75."""
    files = {
        "项目.csv": "单元,项目编号,年份,核证减排量,核查状态,额外性,已售出量\n"
        "北镇,<b>1</b>,2025,400,已签发,是,88\n",
        "碳价.csv": "编号,类别,品种,价格,单位,年份,来源\nA,碳信用,CCER,75,元/吨CO2,2025,调查\n",
    }
    for name, text in files.items():
        (tmp_path / name).write_bytes(text.encode("gbk"))
    projects, prices = (str(tmp_path / name) for name in files)
    result = value(PROJECTS=projects, PRICES=prices, BUFFER=20, LEAKAGE=10)
    assert (result["TRADABLE_TCO2E_A"], result["VALUE_MAX"]) == pytest.approx((200.0, 15_000.0))


@pytest.mark.parametrize(("sink", "worth"), [("net_removal", 50_000), ("inventory", 40_000), ("tradable", 0)])
def test_methods_of_cost_value_the_tonnes_of_the_sink_that_is_chosen(value, sink, worth):
    """1 000 t net, 800 on managed land, none certified, at 50."""
    prices = table(price("P-TAX", "charge", 50.0))
    result = value(METHODS=["tax"], PRICES=prices, MANAGED_PERCENT=80, SINK=sink)
    assert (result["VALUE_MIN"], result["VALUE_MAX"]) == (worth, worth)


def test_the_dialog_offers_the_methods_and_sinks_of_the_domain():
    from dualcarbon.plugin.algorithms.choices import CARBON_VALUE_METHODS, VALUED_SINKS
    from dualcarbon.plugin.domain.carbon_value import METHODS, SINKS

    assert (CARBON_VALUE_METHODS, VALUED_SINKS) == (METHODS, SINKS)


def test_no_method_needs_a_price_where_there_are_no_tonnes(run, log):
    methods = ["market", "replacement", "abatement", "tax", "npv"]
    how = {"METHODS": methods, "SINK": "tradable", "YEAR": 2025, "OUTPUT": "memory:"}
    result = run("valuecarbon", TABLE=account(), **how)
    assert (result["VALUE_MIN"], result["VALUE_MAX"], result["NPV"]) == (0.0, 0.0, 0.0)
    assert {row["value"] for item, row in by_item(result).items() if item.startswith("value/")} == {0.0}
    assert log.said("choose net_removal in SINK")
