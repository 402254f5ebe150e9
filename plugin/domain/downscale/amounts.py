# SPDX-License-Identifier: GPL-2.0-or-later
"""What is to be brought onto parcels: emissions by unit and sector, and those of single enterprises."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from ..emissions.rows import Row, rows_of_table
from ..emissions.vocabulary import item_id
from ..errors import InputError
from ..notes import NoteBook

#: Unit of all where parcels or inventory have no units.
WHOLE = "*"
COLUMNS: dict[str, tuple[str, ...]] = {
    "unit": ("统计单元",),
    "sector": ("部门",),
    "scope": ("范围",),
    "emission_tco2e": ("emission", "排放量", "温室气体排放量"),
    "enterprise_id": ("企业编号",),
}
_ELSEWHERE = "3"

Key = tuple[str, str]


@dataclass(frozen=True)
class Amounts:
    """t CO2e by (unit, sector), and of these by enterprise and (unit, sector)."""

    totals: Mapping[Key, float]
    enterprises: Mapping[str, Mapping[Key, float]]

    @property
    def total(self) -> float:
        """All of it, t CO2e."""
        return math.fsum(self.totals.values())

    @property
    def sectors(self) -> list[str]:
        """Sectors in order of their ids."""
        return sorted({sector for _unit, sector in self.totals})


def read_amounts(frame: pd.DataFrame, table: str, notes: NoteBook, *, by_unit: bool) -> Amounts:
    """Sums of an inventory (texts; index: row numbers): ``sector``, ``emission_tco2e``, optional ``unit``.

    Rows of scope 3 arise elsewhere and are left out. Without ``by_unit`` all units are one. Raises
    ``InputError`` by row for a figure that is missing or negative, and for a sector that is no id.
    """
    required = ("sector", "emission_tco2e", *(("unit",) if by_unit else ()))
    rows, _unread = rows_of_table(frame, table, COLUMNS, required)
    parts: dict[Key, list[float]] = {}
    enterprises: dict[str, dict[Key, list[float]]] = {}
    elsewhere = []
    for row in rows:
        value = _value(row)
        if row.text("scope") == _ELSEWHERE:
            elsewhere.append((row.line, value))
            continue
        key = (row.required("unit") if by_unit else WHOLE, _sector(row))
        parts.setdefault(key, []).append(value)
        if row.text("enterprise_id"):
            enterprises.setdefault(row.text("enterprise_id"), {}).setdefault(key, []).append(value)
    _note_elsewhere(elsewhere, notes)
    return Amounts(
        {key: math.fsum(values) for key, values in sorted(parts.items())},
        {
            name: {key: math.fsum(values) for key, values in found.items()}
            for name, found in enterprises.items()
        },
    )


def _value(row: Row) -> float:
    row.required("emission_tco2e")
    return row.amount("emission_tco2e")


def _sector(row: Row) -> str:
    sector = item_id(row.required("sector"))
    if not sector:
        raise InputError(
            "Table “{table}”, row {row}, column “{column}”: “{value}” is no id of a sector. Fields are named "
            "after sectors: write letters, digits and _ as “Emission inventory” does.",
            **row.at("sector"),
        )
    return sector


def _note_elsewhere(elsewhere: Sequence[tuple[int, float]], notes: NoteBook) -> None:
    if elsewhere:
        notes.add(
            "scope_3_not_placed",
            "{count} rows are scope 3 ({amount:.10g} t CO2e): they arise elsewhere and are not placed.",
            count=len(elsewhere),
            ids=[line for line, _value in elsewhere],
            warning=False,
            amount=math.fsum(value for _line, value in elsewhere),
        )
