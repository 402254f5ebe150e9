# SPDX-License-Identifier: GPL-2.0-or-later
"""Minimum mapped areas by land-use class, from a table of code prefixes."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np

from ...paths import RESOURCES
from ..errors import InputError
from ..geometry import Floats
from ..text_tables import read_text_table
from .settings import Texts

SHIPPED = RESOURCES / "rules" / "min_mapped_area.csv"
COLUMNS = ("code", "min_area_m2")


def load_min_areas(path: str | None = None) -> dict[str, float]:
    """Minimum area in m² by code prefix: the shipped table, or a user's CSV with ``code,min_area_m2``.

    Raises ``InputError`` for a table without these columns and for an area that is no number.
    """
    file = Path(path) if path else SHIPPED
    table = read_text_table(file)
    missing = [column for column in COLUMNS if column not in table.columns]
    if missing:
        raise InputError(
            "The table of minimum mapped areas “{file}” lacks the column “{column}”; it needs code and "
            "min_area_m2.",
            file=file.name,
            column=missing[0],
        )
    return {
        str(row.code): _area(str(row.min_area_m2), file.name, int(str(row.Index)))
        for row in table.itertuples()
    }


def _area(text: str, file: str, line: int) -> float:
    try:
        area = float(text)
    except ValueError:
        area = math.nan
    if not (math.isfinite(area) and area >= 0.0):
        raise InputError(
            "“{file}”, line {line}: the minimum area “{value}” is not a number of square metres.",
            file=file,
            line=line,
            value=text,
        )
    return area


def min_area_of(codes: Texts, table: dict[str, float]) -> Floats:
    """The minimum area of each code by its longest prefix in the table; NaN where there is none."""
    known = {code: _longest(str(code), table) for code in set(codes) if code is not None}
    return np.array([known.get(code, math.nan) for code in codes], dtype=np.float64)


def _longest(code: str, table: dict[str, float]) -> float:
    prefixes = (code[:size] for size in range(len(code), 0, -1))
    return next((table[prefix] for prefix in prefixes if prefix in table), math.nan)
