# SPDX-License-Identifier: GPL-2.0-or-later
"""Values of carbon rights as tables: entries for the account book, and the sinks of units side by side."""

from __future__ import annotations

import math
from collections.abc import Sequence

import pandas as pd

from ..domain.carbon_value import ABATEMENT, NPV, AbatementCurve, Price, Sinks, Value, range_of
from .carbon_value import CarbonValuation
from .run import Run
from .sinks import Column

_COLUMNS = (
    Column("unit", "text", "statistical unit"),
    Column("year", "int", "year of the account"),
    Column("item", "text", "account item: value/… by method, sink/… by kind of sink"),
    Column("scope", "text", "empty"),
    Column("value", "float", "currency a year (npv: currency), sinks t CO2e/a; never added over items"),
    Column("low", "float", "lower 95 % bound"),
    Column("high", "float", "upper 95 % bound"),
    Column("measure", "text", "unit of measure"),
    Column("tier", "text", "empty"),
    Column("source", "text", "price and its source"),
    Column("method", "text", "method of the value; NULL for sinks"),
    Column("sink", "text", "sink whose tonnes are valued"),
    Column("quantity_tco2e", "float", "t CO2e/a left after leakage, buffer and sale"),
    Column("price_id", "text", "price in the price table"),
    Column("price", "float", "currency per t CO2"),
    Column("price_year", "text", "year of the price; values of different price years are not comparable"),
    Column("currency", "text"),
    Column("marginal", "float", "currency per t CO2, value of the last tonne"),
)
_SINK_COLUMNS = (
    Column("unit", "text", "statistical unit"),
    Column("year", "int", "year of the account"),
    Column("physical_tco2e_a", "float", "removal by ecosystems"),
    Column("physical_tco2e_a_low", "float", "lower 95 % bound"),
    Column("physical_tco2e_a_high", "float", "upper 95 % bound"),
    Column("net_removal_tco2e_a", "float", "removal − emission: the yearly net flow"),
    Column("net_removal_tco2e_a_low", "float", "lower 95 % bound"),
    Column("net_removal_tco2e_a_high", "float", "upper 95 % bound"),
    Column("inventory_tco2e_a", "float", "net flow on managed land; NULL without its share"),
    Column("inventory_tco2e_a_low", "float", "lower 95 % bound"),
    Column("inventory_tco2e_a_high", "float", "upper 95 % bound"),
    Column("certified_tco2e_a", "float", "certified tonnes of additional projects"),
    Column("leakage_tco2e_a", "float", "deducted for leakage"),
    Column("buffer_tco2e_a", "float", "kept back for permanence"),
    Column("sold_tco2e_a", "float", "sold or retired"),
    Column("tradable_tco2e_a", "float", "certified − leakage − buffer − sold; 0 without a certified project"),
    Column("value_min", "float", "lowest value over the methods of the range, currency a year"),
    Column("value_max", "float", "highest value over the methods of the range, currency a year"),
    Column("currency", "text"),
)


def write_valuation(run: Run, found: CarbonValuation) -> None:
    """Write values and sinks as a table of entries, and the sinks side by side."""
    rows = [_value_row(value, found) for value in found.values]
    rows.extend(row for sinks in found.sinks for row in _sink_rows(sinks, found.year))
    run.write("OUTPUT", _COLUMNS, _frame(rows, _COLUMNS), share=(80, 95))
    if run.given("OUTPUT_SINKS"):
        by_unit: dict[str, list[Value]] = {}
        for value in found.values:
            by_unit.setdefault(value.unit, []).append(value)
        rows = [_row_of_sinks(sinks, by_unit[sinks.unit], found) for sinks in found.sinks]
        run.write("OUTPUT_SINKS", _SINK_COLUMNS, _frame(rows, _SINK_COLUMNS), share=(95, 99))


def _frame(rows: Sequence[dict[str, object]], columns: Sequence[Column]) -> pd.DataFrame:
    return pd.DataFrame(list(rows), columns=[column.name for column in columns])


def _value_row(value: Value, found: CarbonValuation) -> dict[str, object]:
    price, curve = value.price, found.basis.curve if value.method == ABATEMENT else None
    return {
        "unit": value.unit,
        "year": found.year,
        "item": f"value/{value.method}",
        "scope": "",
        "value": value.figure.value,
        "low": value.figure.low,
        "high": value.figure.high,
        "measure": found.basis.currency if value.method == NPV else f"{found.basis.currency}/a",
        "tier": "",
        "source": _source(price, curve),
        "method": value.method,
        "sink": value.sink,
        "quantity_tco2e": value.tonnes.value,
        "price_id": price.id if price else None,
        "price": price.per_tco2.value if price else math.nan,
        "price_year": price.year if price else str(curve.year) if curve else None,
        "currency": found.basis.currency,
        "marginal": value.marginal,
    }


def _source(price: Price | None, curve: AbatementCurve | None) -> str:
    if price is not None:
        return f"{price.id}: {price.source}" if price.source else price.id
    return curve.source if curve is not None else ""


def _sink_rows(sinks: Sinks, year: int) -> list[dict[str, object]]:
    return [
        {
            "unit": sinks.unit,
            "year": year,
            "item": f"sink/{kind}",
            "scope": "",
            "value": figure.value,
            "low": figure.low,
            "high": figure.high,
            "measure": "t CO2e/a",
            "tier": "",
            "source": "",
        }
        for kind, figure in (
            ("physical", sinks.physical),
            ("inventory", sinks.inventory),
            ("tradable", sinks.tradable),
        )
    ]


def _row_of_sinks(sinks: Sinks, values: Sequence[Value], found: CarbonValuation) -> dict[str, object]:
    own = range_of({value.method: value.figure.value for value in values})
    row: dict[str, object] = {"unit": sinks.unit, "year": found.year}
    for name in ("physical", "net_removal", "inventory"):
        figure = getattr(sinks, name)
        row[f"{name}_tco2e_a"] = figure.value
        row[f"{name}_tco2e_a_low"], row[f"{name}_tco2e_a_high"] = figure.low, figure.high
    row.update(
        certified_tco2e_a=sinks.credits.certified,
        leakage_tco2e_a=sinks.credits.leakage,
        buffer_tco2e_a=sinks.credits.buffer,
        sold_tco2e_a=sinks.credits.sold,
        tradable_tco2e_a=sinks.credits.tradable,
        value_min=own.low,
        value_max=own.high,
        currency=found.basis.currency,
    )
    return row
