# SPDX-License-Identifier: GPL-2.0-or-later
"""Bottom-up sums held against the inventory of the city or province, by sector, in t CO2."""

from __future__ import annotations

import math
from collections.abc import Sequence

import pandas as pd

from ..errors import InputError
from .lines import Line
from .rows import rows_of_table
from .sectors import Sectors

_COLUMNS: dict[str, tuple[str, ...]] = {
    "sector": ("部门", "领域"),
    "co2_t": ("二氧化碳排放量", "value"),
    "unit": ("统计单元", "单元"),
    "source": ("来源",),
}
RECONCILED = (
    *("unit", "sector", "bottom_up_co2_t", "top_down_co2_t", "difference_co2_t", "difference_percent"),
    "source",
)
#: Unit of rows that hold for the whole account.
WHOLE = "*"


def reconciled(frame: pd.DataFrame, lines: Sequence[Line], sectors: Sectors, table: str) -> pd.DataFrame:
    """Counted lines (scope 1 and 2) beside a top-down table ``sector, co2_t`` with optional ``unit``.

    A table without units is compared with the whole account. Difference = bottom-up − top-down, percent
    of top-down; NaN where one side has nothing. Raises ``InputError`` for a sector that occurs twice.
    """
    rows, _unread = rows_of_table(frame, table, _COLUMNS, ("sector", "co2_t"))
    by_unit = any(row.text("unit") for row in rows)
    top: dict[tuple[str, str], tuple[float, str]] = {}
    for row in rows:
        key = (row.required("unit") if by_unit else WHOLE, sectors.of(row))
        row.required("co2_t")
        if key in top:
            raise InputError(
                "Table “{table}”, row {row}: sector “{value}” occurs twice for unit “{unit}”. Keep one row.",
                **row.at("sector"),
                unit=key[0],
            )
        top[key] = (row.amount("co2_t"), row.text("source"))
    bottom: dict[tuple[str, str], list[float]] = {}
    for line in lines:
        if line.counted and not math.isnan(line.co2_t):
            bottom.setdefault((line.unit if by_unit else WHOLE, line.sector), []).append(line.co2_t)
    order = list(sectors.names)
    made = []
    for key in sorted({*top, *bottom}, key=lambda pair: (pair[0], order.index(pair[1]))):
        below = math.fsum(bottom[key]) if key in bottom else math.nan
        above, source = top.get(key, (math.nan, ""))
        difference = below - above
        percent = 100.0 * difference / above if above else math.nan
        made.append((*key, below, above, difference, percent, source or None))
    return pd.DataFrame(made, columns=list(RECONCILED))
