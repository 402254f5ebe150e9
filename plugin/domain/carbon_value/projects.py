# SPDX-License-Identifier: GPL-2.0-or-later
"""Certified projects: which tonnes can be sold once leakage and buffer are off, and which are sold."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from ..emissions.rows import Row, rows_of_table
from ..errors import InputError
from ..notes import NoteBook
from ..valuation_methods import Deductions

CERTIFIED, OTHER = "certified", "other"
STATES: dict[str, tuple[str, ...]] = {
    CERTIFIED: ("issued", "verified", "已签发", "已核证", "已核查"),
    OTHER: ("", "planned", "pending", "validated", "rejected", "expired", "拟建", "已审定", "未核证"),
}
YES, NO = "yes", "no"
ADDITIONAL: dict[str, tuple[str, ...]] = {
    YES: ("demonstrated", "是", "具备", "已论证"),
    NO: ("", "否", "不具备", "未论证"),
}
#: Columns of a table of projects (resources/factors/carbon_projects_template.csv).
COLUMNS: dict[str, tuple[str, ...]] = {
    "unit": ("统计单元", "单元", "镇街"),
    "project_id": ("项目编号", "备案编号"),
    "standard": ("标准", "方法学", "机制"),
    "year": ("年份", "减排量年份"),
    "certified_tco2e": ("核证减排量", "核证量"),
    "verification": ("核查状态", "核证状态"),
    "additionality": ("额外性",),
    "sold_tco2e": ("已售出量", "已售量"),
    "retired_tco2e": ("已注销量",),
    "buffer_percent": ("缓冲比例", "缓冲池比例"),
    "leakage_percent": ("泄漏比例",),
}
_REQUIRED = ("unit", "project_id", "year", "certified_tco2e", "verification", "additionality")
#: Tonnes sold may exceed what is left of the certified ones by rounding only.
_ROUNDING = 1e-9


@dataclass(frozen=True)
class Credits:
    """Tonnes (t CO2e) of certified projects in one year.

    ``certified`` is before deductions, ``leakage`` and ``buffer`` what they take, ``sold`` what was sold
    or retired.
    """

    certified: float = 0.0
    leakage: float = 0.0
    buffer: float = 0.0
    sold: float = 0.0

    @property
    def tradable(self) -> float:
        """What is left to sell."""
        return max(0.0, self.certified - self.leakage - self.buffer - self.sold)


def credits_by_unit(
    frame: pd.DataFrame, table: str, year: int, deductions: Deductions, notes: NoteBook
) -> dict[str, Credits]:
    """Certified tonnes of a year by unit, from a table of texts (index: row numbers).

    Only rows that are certified and additional count; the others are noted with their ids. A project may
    state its own buffer and leakage, and must where ``deductions`` has NaN. Raises ``InputError`` by row
    and column, for a project that occurs twice in a unit, and for more tonnes sold than are left to sell.
    """
    rows, _unread = rows_of_table(frame, table, COLUMNS, _REQUIRED)
    of_year = [row for row in rows if row.year() == year]
    _refuse_doubled(of_year)
    states = [(row.word("verification", STATES), row.word("additionality", ADDITIONAL)) for row in of_year]
    counted = [row for row, state in zip(of_year, states) if state == (CERTIFIED, YES)]
    found: dict[str, list[Credits]] = {}
    for row in counted:
        found.setdefault(row.required("unit"), []).append(_credits(row, deductions))
    _note_left_out(rows, of_year, states, year, notes)
    made = {unit: _added(parts) for unit, parts in found.items()}
    sold = math.fsum(credits.sold for credits in made.values())
    if sold > 0.0:
        notes.add(
            "tonnes_sold",
            "{sold:.4f} t CO2e of the projects were sold or retired: they belong to others and are in no "
            "value.",
            count=len(made),
            warning=False,
            sold=sold,
        )
    return made


def _refuse_doubled(rows: Sequence[Row]) -> None:
    seen: set[tuple[str, str]] = set()
    for row in rows:
        key = (row.required("unit"), row.required("project_id"))
        if key in seen:
            raise InputError(
                "Table “{table}”, row {row}: project “{value}” occurs twice for {year} in unit “{unit}”. "
                "Keep one row per project, unit and year.",
                **row.at("project_id"),
                year=row.year(),
                unit=row.text("unit"),
            )
        seen.add(key)


def _credits(row: Row, deductions: Deductions) -> Credits:
    certified = _tonnes(row, "certified_tco2e")
    if math.isnan(certified):
        row.required("certified_tco2e")
    sold = math.fsum(
        tonnes for name in ("sold_tco2e", "retired_tco2e") if not math.isnan(tonnes := _tonnes(row, name))
    )
    leakage_percent = _percent(row, "leakage_percent", "LEAKAGE", deductions.leakage_percent)
    buffer_percent = _percent(row, "buffer_percent", "BUFFER", deductions.buffer_percent)
    after_leakage = Deductions(leakage_percent=leakage_percent).left(certified)
    left = Deductions(buffer_percent, leakage_percent).left(certified)
    if sold > left + _ROUNDING * certified:
        raise InputError(
            "Table “{table}”, row {row}: project “{value}” has sold {sold:.10g} t CO2e, but after leakage "
            "and buffer only {left:.10g} t CO2e can be sold. Correct the row, or give the buffer_percent and "
            "leakage_percent that its standard states.",
            **row.at("project_id"),
            sold=sold,
            left=left,
        )
    return Credits(certified, certified - after_leakage, after_leakage - left, sold)


def _tonnes(row: Row, column: str) -> float:
    tonnes = row.number(column)
    if tonnes < 0.0:
        raise InputError(
            "Table “{table}”, row {row}, column “{column}”: {value} is below 0. Tonnes certified, sold and "
            "retired are 0 or more.",
            **row.at(column),
        )
    return tonnes


def _percent(row: Row, column: str, parameter: str, otherwise: float) -> float:
    percent = row.number(column)
    if math.isnan(percent):
        percent = otherwise
    if math.isnan(percent):
        raise InputError(
            "{parameter} is not set, and project “{value}” (table “{table}”, row {row}) states none of its "
            "own. State it, 0 where there is none: nothing is valued before buffer and leakage.",
            **row.at("project_id"),
            parameter=parameter,
        )
    if not 0.0 <= percent <= 100.0:
        raise InputError(
            "Table “{table}”, row {row}, column “{column}”: “{value}” is no share. Write percent from 0 to "
            "100.",
            **row.at(column),
        )
    return percent


def _added(parts: Sequence[Credits]) -> Credits:
    return Credits(
        math.fsum(part.certified for part in parts),
        math.fsum(part.leakage for part in parts),
        math.fsum(part.buffer for part in parts),
        math.fsum(part.sold for part in parts),
    )


def _note_left_out(
    rows: Sequence[Row],
    of_year: Sequence[Row],
    states: Sequence[tuple[str, str]],
    year: int,
    notes: NoteBook,
) -> None:
    uncertified = [row.text("project_id") for row, state in zip(of_year, states) if state[0] != CERTIFIED]
    if uncertified:
        notes.add(
            "project_not_certified",
            "{count} projects of {year} are not certified: nothing of them can be traded.",
            count=len(uncertified),
            ids=uncertified,
            year=year,
        )
    doubtful = [row.text("project_id") for row, state in zip(of_year, states) if state == (CERTIFIED, NO)]
    if doubtful:
        notes.add(
            "project_not_additional",
            "{count} certified projects of {year} state no additionality: nothing of them can be traded.",
            count=len(doubtful),
            ids=doubtful,
            year=year,
        )
    if len(rows) > len(of_year):
        notes.add(
            "project_of_other_year",
            "{count} rows of the projects are of other years than {year} and are left out.",
            count=len(rows) - len(of_year),
            warning=False,
            year=year,
        )
