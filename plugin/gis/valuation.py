# SPDX-License-Identifier: GPL-2.0-or-later
"""The value of a change by several methods: parameters and a yearly series in, one row per method out."""

from __future__ import annotations

import math

import pandas as pd

from ..domain.errors import InputError
from ..domain.valuation_methods import (
    Deductions,
    MethodValue,
    Prices,
    YearlyAmount,
    value_range,
    value_side_by_side,
)
from .run import Run
from .sinks import Column
from .tables import read_table

_COLUMNS = (
    Column("method", "text", "invest_npv, annual_npv, market, replacement, abatement or series_npv"),
    Column("quantity_tco2", "float", "t CO2 left after leakage and buffer"),
    Column("unit_price", "float", "currency per t CO2"),
    Column("value", "float", "currency; values of methods are never added"),
    Column("marginal", "float", "currency per t CO2, value of the last tonne"),
)


def value_by_methods(run: Run, years: tuple[int, int]) -> list[MethodValue]:
    """The change of a run valued by every method for which it has prices."""
    prices = Prices(
        run.number("PRICE"),
        run.text("PRICE_UNIT"),
        run.number("DISCOUNT_RATE"),
        run.number("RATE_CHANGE"),
        *(
            run.number(name) if run.given(name) else None
            for name in ("AFFORESTATION_COST", "ABATEMENT_SLOPE", "ABATEMENT_INTERCEPT")
        ),
    )
    deductions = Deductions(run.number("BUFFER_PERCENT"), run.number("LEAKAGE_PERCENT"))
    series = _series(run, years[0]) if run.given("SERIES") else []
    change_tc = run.number("CHANGE_TC")
    return value_side_by_side(change_tc, years, prices, deductions, series=series, notes=run.notes)


def _series(run: Run, present: int) -> list[YearlyAmount]:
    rows = read_table(run, "SERIES")
    missing = [name for name in ("year", "quantity_tco2") if name not in rows.columns]
    if missing or rows.empty:
        raise InputError(
            "SERIES needs rows with the columns year and quantity_tco2 (and cost, where there is one); it "
            "has {columns}.",
            columns=", ".join(map(str, rows.columns)),
        )
    amounts = []
    for line, row in rows.iterrows():
        year = _number(row, "year", line) - present
        if year < 0.0 or year != int(year):
            raise _error(line, "year", str(row["year"]))
        cost = _number(row, "cost", line) if str(row.get("cost") or "") else 0.0
        amounts.append(YearlyAmount(int(year), _number(row, "quantity_tco2", line), cost))
    return amounts


def _number(row: pd.Series, column: str, line: object) -> float:
    try:
        value = float(str(row[column]))
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        raise _error(line, column, str(row[column]))
    return value


def _error(line: object, column: str, value: str) -> InputError:
    return InputError(
        "SERIES, row {row}, column “{column}”: “{value}” cannot be used. Years lie from YEAR_BEFORE on, "
        "quantities (t CO2) and costs are numbers.",
        row=line,
        column=column,
        value=value,
    )


def write_values(run: Run, values: list[MethodValue]) -> None:
    """Write one row per method, and record the range; there is no sum."""
    lowest, highest = value_range(values)
    run.record(methods=[value.method for value in values], value_min=lowest, value_max=highest)
    frame = pd.DataFrame(
        [
            {
                "method": value.method,
                "quantity_tco2": value.quantity_tco2,
                "unit_price": value.unit_price,
                "value": value.value,
                "marginal": value.marginal,
            }
            for value in values
        ]
    )
    run.write("OUTPUT", _COLUMNS, frame)
