# SPDX-License-Identifier: GPL-2.0-or-later
"""A small account book written out by hand: two towns of 样例县 in two years, with all results around it."""

from __future__ import annotations

import math
from collections.abc import Mapping

import pandas as pd
from dualcarbon.plugin.domain.account_book import differences
from dualcarbon.plugin.domain.account_book.sum_counts import count_sums
from dualcarbon.plugin.reports.account_model import BookFacts
from dualcarbon.plugin.reports.account_rows import book_frames
from dualcarbon.plugin.reports.model import ReportData

NORTH, SOUTH, COUNTY = "北镇", "<b>南镇</b>", "样例县"
#: t CO2e of sector, scope by unit in 2023; the figures of 2022 are 10 more in each.
EMISSIONS = {
    NORTH: {("buildings", "1"): 100.0, ("buildings", "2"): 300.0, ("transport", "1"): 200.0},
    SOUTH: {("agriculture", "1"): 50.0, ("buildings", "2"): 150.0, ("transport", "3"): 7.0},
}
#: stock t C with bounds, removal and emission of land t CO2e/a.
LAND = {NORTH: (1000.0, 900.0, 1100.0, 80.0, 5.0), SOUTH: (3000.0, 2700.0, 3300.0, 500.0, 0.0)}


def entry(
    unit: str, year: int, item: str, value: float, measure: str, scope: str = "", **more: object
) -> dict:
    return {
        "unit": unit,
        "year": year,
        "account": item.split("/")[0],
        "item": item,
        "scope": scope,
        "value": value,
        "low": math.nan,
        "high": math.nan,
        "measure": measure,
        "tier": "1",
        "source": "样例年鉴",
        "version": 1,
        **more,
    }


def emission_entries(unit: str, year: int, more: float) -> list[dict]:
    """Wholes, sectors and items of both gases; all of scope 1 and 2 but agriculture is CO2."""
    rows = []
    for item, measure, gas in (("emission/co2e", "t CO2e", 1.0), ("emission/co2", "t CO2", 0.0)):
        wholes: dict[str, float] = {}
        for (sector, scope), value in EMISSIONS[unit].items():
            amount = (value + more) * (gas if sector == "agriculture" else 1.0)
            wholes[scope] = wholes.get(scope, 0.0) + amount
            rows.append(entry(unit, year, f"{item}/{sector}", amount, measure, scope))
            rows.append(entry(unit, year, f"{item}/{sector}/all", amount, measure, scope))
        rows += [entry(unit, year, item, amount, measure, scope) for scope, amount in wholes.items()]
    return rows


def land_entries(unit: str, year: int) -> list[dict]:
    stock, low, high, removal, emission = LAND[unit]
    return [
        entry(unit, year, "baseline/stock", stock, "t C", low=low, high=high),
        entry(unit, year, "baseline/removal", removal, "t CO2e/a"),
        entry(unit, year, "baseline/emission", emission, "t CO2e/a"),
        entry(unit, year, "baseline/net", emission - removal, "t CO2e/a"),
    ]


def made_up_entries() -> pd.DataFrame:
    rows = [
        row
        for unit in (NORTH, SOUTH)
        for year, more in ((2022, 10.0), (2023, 0.0))
        for row in (*emission_entries(unit, year, more), *land_entries(unit, year))
    ]
    return pd.DataFrame(rows).sort_values(["unit", "year", "item", "scope"], ignore_index=True)


def account_data(
    entries: pd.DataFrame | None = None,
    *,
    parents: Mapping[str, str] | None = None,
    language: str = "en",
    **results: pd.DataFrame,
) -> ReportData:
    """The report of the book, with further results by the names of the report's parameters."""
    entries = made_up_entries() if entries is None else entries
    parents = {NORTH: COUNTY, SOUTH: COUNTY} if parents is None else parents
    apart = differences(entries, parents)
    book = BookFacts(
        name="book.gpkg",
        year=2023,
        year_before=2022,
        parents=parents,
        measures={"emission/co2e": "t CO2e"},
        checks=count_sums(entries, parents, apart),
        apart=apart,
        entries=len(entries),
        postings=4,
        superseded=3,
        withdrawn=1,
    )
    return ReportData(
        title="样例县碳账户",
        created="2026-11-22 21:00",
        language=language,
        year=2023,
        accounts={**book_frames(entries), **results},
        book=book,
    )


def standings() -> pd.DataFrame:
    head = {"scope": "", "year": 2023, "breach_ha": 0.0, "target_year": 2035, "mk_s": -3}
    shared = {"slope": -10.0, "expected": 480.0, "target": 400.0, "p_value": math.nan}
    red = {"level": "red", "reasons": "progress,breach", "actual": 600.0, "planned": 500.0, "progress": 0.5}
    green = {"level": "green", "reasons": "", "actual": 200.0, "planned": 210.0, "progress": 1.2}
    bare = {"use": math.nan, "years_left": math.nan}
    return pd.DataFrame(
        [
            {"unit": SOUTH, "item": "emission/co2e", **head, **shared, **green, **bare},
            {
                **{"unit": NORTH, "item": "emission/co2e", **head, **shared, **red},
                **{"use": 1.2, "years_left": 4.5, "breach_ha": 0.25},
            },
        ]
    )


def series() -> pd.DataFrame:
    rows = [
        (NORTH, 2022, 640.0, 550.0, "yellow"),
        (NORTH, 2023, 600.0, 500.0, "red"),
        (NORTH, 2024, math.nan, 450.0, ""),
        (SOUTH, 2022, 230.0, 220.0, "green"),
        (SOUTH, 2023, 200.0, 210.0, "green"),
    ]
    names = ["unit", "year", "actual", "planned", "level"]
    return pd.DataFrame(rows, columns=names).assign(item="emission/co2e", scope="")


def values() -> pd.DataFrame:
    head = {"year": 2023, "scope": "", "low": math.nan, "high": math.nan, "measure": "CNY/a"}
    priced = {"quantity_tco2e": 10.0, "price_year": "2023", "sink": "tradable", "price_id": "P-CCER"}
    taxed = {**priced, "sink": "net_removal", "price_id": "P-TAX"}
    return pd.DataFrame(
        [
            {"unit": NORTH, "item": "value/market", "value": 0.0, **head, **priced},
            {"unit": SOUTH, "item": "value/market", "value": 400.0, **head, **priced},
            {"unit": NORTH, "item": "value/tax", "value": 900.0, **head, **taxed},
            {"unit": SOUTH, "item": "value/tax", "value": 8100.0, **head, **taxed},
            {"unit": SOUTH, "item": "sink/physical", "value": 500.0, **head, "measure": "t CO2e/a"},
        ]
    )


def sinks() -> pd.DataFrame:
    names = ("certified", "leakage", "buffer", "sold", "tradable")
    nothing = {f"{name}_tco2e_a": 0.0 for name in names}
    rows = [
        {
            "unit": unit,
            "year": 2023,
            "physical_tco2e_a": LAND[unit][3],
            "inventory_tco2e_a": math.nan,
            **nothing,
        }
        for unit in (NORTH, SOUTH)
    ]
    return pd.DataFrame(rows)
