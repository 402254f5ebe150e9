# SPDX-License-Identifier: GPL-2.0-or-later
"""The balance of a city or province among its units by population, GDP, industrial output (flagged)."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from ..errors import InputError
from .rows import Row, rows_of_table
from .vocabulary import plain

SPLIT_COLUMNS: dict[str, tuple[str, ...]] = {
    "of": ("上级单元", "所属市"),
    "unit": ("统计单元", "单元", "镇街"),
    "year": ("年份",),
    "key": ("指标", "拆分指标"),
    "value": ("数值", "指标值"),
    "source": ("来源",),
}


@dataclass(frozen=True)
class Share:
    """What a unit takes of a larger balance, 0–1, and by what."""

    unit: str
    share: float
    source: str


@dataclass(frozen=True)
class Splits:
    """Shares by larger unit and key."""

    table: str
    of_key: Mapping[tuple[str, str], tuple[Share, ...]]

    def shares(self, row: Row, whole: str, key: str) -> Sequence[Share]:
        """Shares of the units of ``whole``; ``InputError`` where the table has none by this key."""
        found = self.of_key.get((whole, plain(key)))
        if found is None:
            raise InputError(
                "Table “{table}”, row {row}, column “{column}”: table “{keys}” does not tell how “{unit}” is "
                "split by “{value}” in this year.",
                **row.at("split_key"),
                keys=self.table,
                unit=whole,
            )
        return found


def read_splits(frame: pd.DataFrame, *, year: int, table: str) -> Splits:
    """Shares from a table of texts ``of, unit, year, key, value, source`` (index: row numbers).

    Share = value of the unit ÷ value of the whole, which is the row whose unit is ``of`` itself; without
    such a row, the sum of the units. Raises ``InputError`` for a row without source, a unit that occurs
    twice, a whole of 0, and units that hold more than their whole.
    """
    rows, _unread = rows_of_table(frame, table, SPLIT_COLUMNS, tuple(SPLIT_COLUMNS))
    groups: dict[tuple[str, str], dict[str, Row]] = {}
    for row in rows:
        if row.year() != year:
            continue
        row.required("value")
        row.required("source")
        units = groups.setdefault((row.required("of"), plain(row.required("key"))), {})
        if units.setdefault(row.unit(), row) is not row:
            raise InputError(
                "Table “{table}”, row {row}: unit “{value}” occurs twice for this key and year. Keep "
                "one row.",
                **row.at("unit"),
            )
    return Splits(table, {key: _shares(key[0], units) for key, units in groups.items()})


def _shares(whole: str, units: Mapping[str, Row]) -> tuple[Share, ...]:
    parts = {unit: row for unit, row in units.items() if unit != whole}
    held = math.fsum(row.amount("value") for row in parts.values())
    total = units[whole].amount("value") if whole in units else held
    first = next(iter(units.values()))
    if not parts or total <= 0 or held > total * (1.0 + 1e-9):
        raise InputError(
            "Table “{table}”, row {row}: the units of “{whole}” hold {held:.10g} of {total:.10g} by this "
            "key. The whole is above 0 and not smaller than its units.",
            **first.at("value"),
            whole=whole,
            held=held,
            total=total,
        )
    return tuple(
        Share(unit, row.amount("value") / total, _told(whole, row, total)) for unit, row in parts.items()
    )


def _told(whole: str, row: Row, total: float) -> str:
    """``whole GDP 2022: 30/120 (yearbook)``."""
    named = f"{whole} {row.text('key')} {row.text('year')}"
    return f"{named}: {row.text('value')}/{total:.10g} ({row.text('source')})"
