# SPDX-License-Identifier: GPL-2.0-or-later
"""The account of change written per unit, by transition, by IPCC category and as a balance."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pandas as pd

from ...domain.change import ChangeAccount, balance, category_matrix
from ...domain.change.account import TRANSITION_COLUMNS, UNIT_COLUMNS
from ...domain.change.balance import BALANCE_COLUMNS
from ..run import Run
from ..sinks import Column
from .model import ChangeJob

_UNITS_OF = {"_tc": "t C", "_tco2e_a": "t CO2e/a, positive where the stock grows", "_ha": "ha"}
_UNIT = Column("unit", "text", "statistical unit")
_YEARS = (
    Column("year_before", "int", "year of the first date"),
    Column("year_after", "int", "year of the second date"),
)
#: Number outputs and the columns of the total that they hold.
_NUMBERS = {
    "STOCK_BEFORE_TC": "stock_before_tc",
    "STOCK_AFTER_TC": "stock_after_tc",
    "CHANGE_TC": "change_tc",
    "CHANGE_TCO2E_A": "change_tco2e_a",
}


def write_change(run: Run, job: ChangeJob, made: ChangeAccount, years: tuple[int, int]) -> None:
    """Write the tables and maps that were asked for; the balance is struck, and checked, in any case."""
    table = made.by_transition
    accounts = balance(table, run.progress(87, 88))
    by_unit = _named(made.by_unit, job).assign(year_before=years[0], year_after=years[1])
    quality = (
        Column("unit_area_ha", "float", "area of the unit, ha"),
        Column("covered_share", "float", "share of the unit with a class at both dates, 0–1"),
    )
    run.write(
        "OUTPUT",
        [_UNIT, *_YEARS, *_columns(UNIT_COLUMNS), *quality],
        by_unit,
        job.units.geometry,
        job.crs,
        share=(88, 90),
    )
    classes = (
        Column("from_class", "text", "carbon class at the first date, NULL = none"),
        Column("to_class", "text", "carbon class at the second date, NULL = none"),
    )
    _write_table(run, "OUTPUT_TRANSITIONS", [*classes, *_columns(TRANSITION_COLUMNS)], table, job)
    if run.given("OUTPUT_CATEGORIES"):
        categories = (
            Column("from_category", "text", "IPCC category at the first date"),
            Column("to_category", "text", "IPCC category at the second date"),
        )
        sums = _columns(("area_ha", "change_tc"))
        _write_table(run, "OUTPUT_CATEGORIES", [*categories, *sums], category_matrix(table), job)
    carbon_class = Column("carbon_class", "text", "carbon class")
    _write_table(run, "OUTPUT_BALANCE", [carbon_class, *_columns(BALANCE_COLUMNS)], accounts, job)
    job.write_maps(run)


def change_numbers(made: ChangeAccount, job: ChangeJob) -> dict[str, Any]:
    """Number outputs of ``stockchange``."""
    numbers: dict[str, Any] = {"TOTAL_AREA_HA": made.total["area_ha"], "CHANGED_HA": made.total["changed_ha"]}
    for name, column in _NUMBERS.items():
        for bound in ("", "_low", "_high"):
            numbers[f"{name}{bound.upper()}"] = made.total[f"{column}{bound}"]
    numbers["UNMAPPED_AREA_HA"] = job.unmapped_ha
    numbers["WEAK_SHARE"] = made.weak_share
    numbers["RESIDUAL_HA"] = job.transitions.residual_ha
    return numbers


def _write_table(run: Run, name: str, columns: list[Column], frame: pd.DataFrame, job: ChangeJob) -> None:
    run.write(name, [_UNIT, *columns], _named(frame, job), share=(90, 92))


def _named(frame: pd.DataFrame, job: ChangeJob) -> pd.DataFrame:
    return frame.assign(unit=job.units.names[frame["unit"].to_numpy(dtype=int)])


def _columns(names: Iterable[str]) -> list[Column]:
    return [Column(name, "float", _meaning(name)) for name in names]


def _meaning(name: str) -> str:
    stem = name.replace("_low", "").replace("_high", "")
    return next((unit for end, unit in _UNITS_OF.items() if stem.endswith(end)), "")
