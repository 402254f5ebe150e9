# SPDX-License-Identifier: GPL-2.0-or-later
"""Bottom-up sums held against the inventory of the city or province, by sector and scope."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from ..errors import InputError
from .lines import COUNTED, Line
from .rows import Row, rows_of_table
from .sectors import Sectors

_COLUMNS: dict[str, tuple[str, ...]] = {
    "sector": ("部门", "领域"),
    "scope": ("范围",),
    "co2_t": ("二氧化碳排放量", "value"),
    "emission_tco2e": ("温室气体排放量",),
    "unit": ("统计单元", "单元"),
    "year": ("年份", "年度"),
    "source": ("来源",),
}
RECONCILED = (
    *("unit", "sector", "scope"),
    *("bottom_up_co2_t", "top_down_co2_t", "difference_co2_t", "difference_percent"),
    *("bottom_up_tco2e", "top_down_tco2e", "difference_tco2e", "difference_tco2e_percent"),
    *("co2_unknown_tco2e", "source"),
)
#: Unit of rows that hold for the whole account, and sector of rows that add up all sectors.
WHOLE = "*"

Key = tuple[str, str, str]


@dataclass(frozen=True)
class _Side:
    """Tonnes of CO2 and of CO2e (NaN = not stated), CO2e whose CO2 is unknown, and where they stand."""

    co2: float
    co2e: float
    unknown: float = 0.0
    source: str = ""


_NOTHING = _Side(math.nan, math.nan)


def reconciled(
    frame: pd.DataFrame, lines: Sequence[Line], sectors: Sectors, table: str, year: int
) -> pd.DataFrame:
    """Counted lines beside a top-down table: ``sector`` with ``co2_t`` or ``emission_tco2e`` or both.

    Its optional columns are ``year`` (rows of other years than ``year`` are left out), ``unit`` and
    ``scope``; without units it is compared with the whole account,
    without scopes with scope 1 and 2 together. The last row of each unit (sector ``*``) adds up all
    sectors. Difference = bottom-up − top-down, percent of top-down; NaN where one side has nothing.
    Raises ``InputError`` for a row that occurs twice or states no figure, and for a table of other years.
    """
    rows = _rows_of(frame, table, year)
    by_unit = any(row.text("unit") for row in rows)
    by_scope = any(row.text("scope") for row in rows)
    top: dict[Key, _Side] = {}
    for row in rows:
        scope = _scope(row) if by_scope else ""
        key = (row.unit() if by_unit else WHOLE, sectors.of(row), scope)
        if key in top:
            raise InputError(
                "Table “{table}”, row {row}: sector “{value}” occurs twice for unit “{unit}”. Keep one row "
                "per unit, sector and scope.",
                **row.at("sector"),
                unit=key[0],
            )
        top[key] = _stated(row)
    found: dict[Key, list[Line]] = {}
    for line in lines:
        if line.counted:
            scope = str(line.scope) if by_scope else ""
            found.setdefault((line.unit if by_unit else WHOLE, line.sector, scope), []).append(line)
    bottom = {key: _held(of_key) for key, of_key in found.items()}
    order = [*sectors.names, WHOLE]
    for side in (top, bottom):
        side.update(_totals(side))
    keys = sorted({*top, *bottom}, key=lambda key: (key[0], order.index(key[1]), key[2]))
    made = [_compared(key, bottom.get(key, _NOTHING), top.get(key, _NOTHING)) for key in keys]
    return pd.DataFrame(made, columns=list(RECONCILED))


def _rows_of(frame: pd.DataFrame, table: str, year: int) -> list[Row]:
    rows, _unread = rows_of_table(frame, table, _COLUMNS, ("sector",))
    if not any(row.text("year") for row in rows):
        return rows
    kept = [row for row in rows if row.year() == year]
    if not kept:
        raise InputError(
            "Table “{table}” has no rows of the year {year} of the account: figures of other years are not "
            "held against it.",
            table=table,
            year=year,
        )
    return kept


def _scope(row: Row) -> str:
    scope = row.required("scope")
    if scope not in map(str, COUNTED):
        raise InputError(
            "Table “{table}”, row {row}, column “{column}”: “{value}” is no scope that is compared. Write 1 "
            "or 2 in every row, or leave the column out.",
            **row.at("scope"),
        )
    return scope


def _stated(row: Row) -> _Side:
    co2, co2e = row.amount("co2_t"), row.amount("emission_tco2e")
    if math.isnan(co2) and math.isnan(co2e):
        raise InputError(
            "Table “{table}”, row {row}: no figure is stated. Fill co2_t (t CO2), emission_tco2e (t CO2e) or "
            "both.",
            **row.at("co2_t"),
        )
    return _Side(co2, co2e, source=row.text("source"))


def _held(lines: Sequence[Line]) -> _Side:
    known = [line.co2_t for line in lines if not math.isnan(line.co2_t)]
    unknown = [line.emission_tco2e for line in lines if math.isnan(line.co2_t)]
    co2 = math.fsum(known) if known else math.nan
    return _Side(co2, math.fsum(line.emission_tco2e for line in lines), math.fsum(unknown))


def _totals(side: Mapping[Key, _Side]) -> dict[Key, _Side]:
    """All sectors and scopes of each unit, of what is stated."""
    of_unit: dict[Key, list[_Side]] = {}
    for key, figures in side.items():
        of_unit.setdefault((key[0], WHOLE, ""), []).append(figures)
    return {
        key: _Side(
            _sum([figures.co2 for figures in found]),
            _sum([figures.co2e for figures in found]),
            math.fsum(figures.unknown for figures in found),
        )
        for key, found in of_unit.items()
    }


def _sum(values: Sequence[float]) -> float:
    known = [value for value in values if not math.isnan(value)]
    return math.fsum(known) if known else math.nan


def _compared(key: Key, below: _Side, above: _Side) -> tuple[object, ...]:
    cells: list[object] = [*key[:2], key[2] or None]
    for low, high in ((below.co2, above.co2), (below.co2e, above.co2e)):
        difference = low - high
        cells += [low, high, difference, 100.0 * difference / high if high else math.nan]
    return (*cells, below.unknown, above.source or None)
