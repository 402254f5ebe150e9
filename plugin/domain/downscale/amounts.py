# SPDX-License-Identifier: GPL-2.0-or-later
"""What is to be brought onto parcels: t CO2e and t CO2 by scope, unit and sector, enterprises apart."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import pandas as pd

from ..emissions.rows import Row, rows_of_table
from ..emissions.vocabulary import item_id, plain
from ..errors import InputError
from ..notes import NoteBook

#: Unit of all where parcels or inventory have no units.
WHOLE = "*"
CO2E, CO2 = "t CO2e", "t CO2"
COLUMNS: dict[str, tuple[str, ...]] = {
    "unit": ("统计单元",),
    "year": ("年份",),
    "sector": ("部门",),
    "item": ("项目",),
    "name": ("名称",),
    "scope": ("范围",),
    "emission_tco2e": ("emission", "排放量", "温室气体排放量"),
    "co2_t": ("二氧化碳排放量",),
    "enterprise_id": ("企业编号",),
}
_ELSEWHERE = "3"
#: Beginnings of output fields that no sector may bear.
_RESERVED = ("emission", "points", "scope_1", "scope_2", "co2")

#: Unit, and sector or ``sector/item``.
Key = tuple[str, str]
#: Group of weights (``sector/item``) by sector and plain name of the item.
Items = Mapping[tuple[str, str], str]


@dataclass(frozen=True)
class Amounts:
    """Tonnes by (unit, sector), and of these by enterprise and (unit, sector), all of one measure."""

    totals: Mapping[Key, float]
    enterprises: Mapping[str, Mapping[Key, float]]
    measure: str = CO2E

    @property
    def total(self) -> float:
        """All of it, in tonnes."""
        return math.fsum(self.totals.values())

    @property
    def groups(self) -> list[str]:
        """Sectors and ``sector/item`` in order of their ids."""
        return sorted({group for _unit, group in self.totals})


@dataclass(frozen=True)
class Accounts:
    """The inventory as accounts of their own: CO2e and CO2 alone by scope (empty: none stated)."""

    co2e: Mapping[str, Amounts]
    co2: Mapping[str, Amounts]

    @property
    def total_co2e(self) -> float:
        """All scopes, t CO2e."""
        return math.fsum(amounts.total for amounts in self.co2e.values())

    @property
    def total_co2(self) -> float:
        """All scopes, t CO2; NaN where no row tells its CO2."""
        return math.fsum(amounts.total for amounts in self.co2.values()) if self.co2 else math.nan

    @property
    def enterprises(self) -> set[str]:
        """Enterprises that the inventory names."""
        return {name for amounts in self.co2e.values() for name in amounts.enterprises}


@dataclass
class _Sums:
    totals: dict[Key, list[float]] = field(default_factory=dict)
    enterprises: dict[str, dict[Key, list[float]]] = field(default_factory=dict)

    def add(self, key: Key, enterprise: str, value: float) -> None:
        self.totals.setdefault(key, []).append(value)
        if enterprise:
            self.enterprises.setdefault(enterprise, {}).setdefault(key, []).append(value)

    def amounts(self, measure: str) -> Amounts:
        return Amounts(
            {key: math.fsum(values) for key, values in sorted(self.totals.items())},
            {
                name: {key: math.fsum(values) for key, values in found.items()}
                for name, found in self.enterprises.items()
            },
            measure,
        )


def read_amounts(
    frame: pd.DataFrame, table: str, notes: NoteBook, *, by_unit: bool, items: Items | None = None
) -> Accounts:
    """Sums of an inventory (texts; index: row numbers): ``sector``, ``emission_tco2e``, optional ``co2_t``.

    Rows of scope 3 arise elsewhere and are left out. Without ``by_unit`` all units are one. Rows of an
    item that ``items`` knows are kept apart. Raises ``InputError`` by row for a figure that is missing or
    negative, for more CO2 than CO2e, for a sector that is no id, and for rows of several years.
    """
    required = ("sector", "emission_tco2e", *(("unit",) if by_unit else ()))
    rows, _unread = rows_of_table(frame, table, COLUMNS, required)
    _refuse_years(rows, table)
    co2e: dict[str, _Sums] = {}
    co2: dict[str, _Sums] = {}
    elsewhere, unknown = [], []
    for row in rows:
        value, alone = _values(row)
        scope = row.text("scope")
        if scope == _ELSEWHERE:
            elsewhere.append((row.line, value))
            continue
        # The row of a total is refused also where all units are one.
        unit = row.unit() if by_unit or row.text("unit") else WHOLE
        key = (unit if by_unit else WHOLE, _group(row, items or {}))
        enterprise = row.text("enterprise_id")
        co2e.setdefault(scope, _Sums()).add(key, enterprise, value)
        if math.isnan(alone):
            unknown.append((row.line, value))
        else:
            co2.setdefault(scope, _Sums()).add(key, enterprise, alone)
    _note_elsewhere(elsewhere, notes)
    _note_unknown(unknown, notes)
    return Accounts(
        {scope: sums.amounts(CO2E) for scope, sums in sorted(co2e.items())},
        {scope: sums.amounts(CO2) for scope, sums in sorted(co2.items())},
    )


def _refuse_years(rows: Sequence[Row], table: str) -> None:
    years = sorted({row.year() for row in rows if row.text("year")})
    if len(years) > 1:
        raise InputError(
            "Table “{table}” has rows of the years {years}, which would be added up. Give the inventory of "
            "one year.",
            table=table,
            years=", ".join(map(str, years)),
        )


def _values(row: Row) -> tuple[float, float]:
    row.required("emission_tco2e")
    value, alone = row.amount("emission_tco2e"), row.amount("co2_t")
    if alone > value * (1.0 + 1e-6):
        raise InputError(
            "Table “{table}”, row {row}, column “{column}”: {value} t CO2 is more than all gases in "
            "emission_tco2e. Correct one of them.",
            **row.at("co2_t"),
        )
    return value, alone


def _group(row: Row, items: Items) -> str:
    sector = item_id(row.required("sector"))
    if not sector or sector in _RESERVED:
        raise InputError(
            "Table “{table}”, row {row}, column “{column}”: “{value}” is no id of a sector. Fields are named "
            "after sectors: write letters, digits and _ as “Emission inventory” does.",
            **row.at("sector"),
        )
    for column in ("item", "name"):
        found = items.get((sector, plain(row.text(column))))
        if found is not None:
            return found
    return sector


def sector_of(group: str) -> str:
    """The sector of a group of weights."""
    return group.partition("/")[0]


def item_of(group: str) -> str:
    """The item of a group of weights; empty for a whole sector."""
    return group.partition("/")[2]


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


def _note_unknown(unknown: Sequence[tuple[int, float]], notes: NoteBook) -> None:
    if unknown:
        notes.add(
            "co2_unknown",
            "{count} rows ({amount:.10g} t CO2e) do not tell their CO2 (column co2_t): they are in the "
            "account of CO2e alone.",
            count=len(unknown),
            ids=[line for line, _value in unknown],
            amount=math.fsum(value for _line, value in unknown),
        )
