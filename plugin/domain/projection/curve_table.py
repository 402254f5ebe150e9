# SPDX-License-Identifier: GPL-2.0-or-later
"""The growth-curve table: which curve a class follows under which factor set."""

from __future__ import annotations

import math
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from typing import Any, Union

import pandas as pd

from ..errors import InputError
from ..factors import EVIDENCE
from ..factors.vocabulary import ANNUAL_CROPS, is_weak
from .curves import DENSITY_KINDS, LOGISTIC, POINTS, TIME_KINDS, DensityCurve, RateCurve

GROWTH = "biomass_growth"
#: Processes that change a stock, and may end in a year.
TIMED_PROCESSES = (GROWTH, "dead_organic_matter", "soil", "burial")
#: What the density of a curve holds: above- and below-ground biomass, or the former alone.
BIOMASS, AGB = "biomass", "agb"
ANY = "*"
NEEDED = ("factor_set", "carbon_class", "kind", "source", "evidence")
_PER_C, _PER_DRY = "tc/ha", "td.m./ha"

Curve = Union[DensityCurve, RateCurve]


@dataclass(frozen=True)
class GrowthCurve:
    """One curve with its key, what its density holds, its 95 % half-width (share of the growth,
    NaN where unknown), and where it comes from."""

    factor_set: str
    carbon_class: str
    process: str
    age_group: str
    curve: Curve
    component: str
    half_width: float
    source: str
    evidence: str
    weak: bool

    @property
    def key(self) -> tuple[str, str, str, str]:
        return self.factor_set, self.carbon_class, self.process, self.age_group


@dataclass(frozen=True)
class CurveTable:
    """The curves of a table that apply to one factor set."""

    curves: dict[tuple[str, str, str], GrowthCurve]

    def find(self, carbon_class: str, process: str, age_group: str = "") -> GrowthCurve | None:
        """The curve of a class for a process: that of the age group, or else the one for all ages."""
        own = self.curves.get((carbon_class, process, age_group))
        return own or self.curves.get((carbon_class, process, ""))

    def describe(self) -> list[dict[str, Any]]:
        """The curves for the manifest."""
        return [
            {
                "factor_set": curve.factor_set,
                "carbon_class": curve.carbon_class,
                "process": curve.process,
                "age_group": curve.age_group,
                "kind": curve.curve.kind,
                "source": curve.source,
                "evidence": curve.evidence,
            }
            for _key, curve in sorted(self.curves.items())
        ]


def parse_curves(rows: pd.DataFrame, factor_set: str) -> CurveTable:
    """Curves from a table of text (resources/factors/growth_curves_README.md) for one factor set.

    A row for the set itself goes before one for all (``*``). Raises ``InputError`` that names
    row and column, and where no row is for the set.
    """
    missing = [name for name in NEEDED if name not in rows.columns]
    if missing:
        raise InputError(
            "GROWTH_CURVES lacks the columns {columns}. Start from "
            "resources/factors/growth_curves_template.csv.",
            columns=", ".join(missing),
        )
    records = [_Row(line, record) for line, record in zip(rows.index, rows.to_dict("records"))]
    chosen: dict[tuple[str, str, str], GrowthCurve] = {}
    for group in _grouped(records).values():
        curve = _curve_of(group)
        if curve.factor_set not in (ANY, factor_set):
            continue
        key = (curve.carbon_class, curve.process, curve.age_group)
        if key not in chosen or chosen[key].factor_set == ANY:
            chosen[key] = curve
    if not chosen:
        raise InputError(
            "GROWTH_CURVES has no row for factor set “{factor_set}” (column factor_set; * stands for every "
            "set). Add its curves, or choose GROWTH “constant”.",
            factor_set=factor_set,
        )
    return CurveTable(chosen)


class _Row:
    """A row of the table: cells by name, errors that name the place."""

    def __init__(self, line: Hashable, cells: Mapping[Hashable, object]) -> None:
        self.line = line
        self._cells = {str(name): str(value or "").strip() for name, value in cells.items()}

    def text(self, name: str, default: str = "") -> str:
        return self._cells.get(name, "") or default

    def one_of(self, name: str, allowed: tuple[str, ...], default: str = "") -> str:
        value = self.text(name, default)
        if value not in allowed:
            raise self.error(name, value)
        return value

    def number(self, name: str, sound: Callable[[float], bool]) -> float:
        try:
            value = float(self.text(name))
        except ValueError:
            value = math.nan
        if not (math.isfinite(value) and sound(value)):
            raise self.error(name, self.text(name))
        return value

    def error(self, column: str, value: str) -> InputError:
        return InputError(
            "GROWTH_CURVES, row {row}, column “{column}”: “{value}” cannot be used. "
            "resources/factors/growth_curves_README.md tells what belongs there.",
            row=self.line,
            column=column,
            value=value,
        )

    @property
    def key(self) -> tuple[str, str, str, str]:
        return (
            self.text("factor_set"),
            self.text("carbon_class"),
            self.text("process", GROWTH),
            self.text("age_group"),
        )


def _grouped(records: list[_Row]) -> dict[tuple[str, str, str, str], list[_Row]]:
    groups: dict[tuple[str, str, str, str], list[_Row]] = {}
    for row in records:
        groups.setdefault(row.key, []).append(row)
    return groups


def _curve_of(rows: list[_Row]) -> GrowthCurve:
    first = rows[0]
    kind = first.one_of("kind", (*DENSITY_KINDS, *TIME_KINDS))
    process = first.one_of("process", TIMED_PROCESSES if kind in TIME_KINDS else (GROWTH,), GROWTH)
    name = first.text("carbon_class")
    if not name or (process == GROWTH and name in ANNUAL_CROPS):
        raise first.error("carbon_class", name)
    if not first.text("source"):
        raise first.error("source", "")
    if kind != POINTS and len(rows) > 1:
        raise rows[1].error("kind", rows[1].text("kind"))
    evidence = first.one_of("evidence", EVIDENCE)
    return GrowthCurve(
        factor_set=first.text("factor_set"),
        carbon_class=name,
        process=process,
        age_group=first.text("age_group"),
        curve=_form_of(kind, rows),
        component=first.one_of("component", (BIOMASS, AGB), BIOMASS),
        half_width=_half_width(first),
        source=first.text("source"),
        evidence=evidence,
        weak=is_weak(evidence, first.text("verified")),
    )


def _form_of(kind: str, rows: list[_Row]) -> Curve:
    first = rows[0]
    if kind in TIME_KINDS:
        return RateCurve(kind, int(first.number("end_year", lambda year: 1900 <= year <= 2600)))
    to_carbon = _to_carbon(first)
    if kind == POINTS:
        return _points(rows, to_carbon)
    w = first.number("w", _positive) * to_carbon
    k = first.number("k", _positive)
    if kind == LOGISTIC:
        return DensityCurve(kind, w=w, k=k, a=first.number("a", _positive))
    return DensityCurve(kind, w=w, k=k, p=first.number("p", _positive))


def _points(rows: list[_Row], to_carbon: float) -> DensityCurve:
    points = []
    for row in rows:
        row.one_of("kind", (POINTS,))
        points.append((row.number("age_a", _not_negative), row.number("density", _not_negative), row))
    points.sort(key=lambda point: point[:2])
    ages = tuple(age for age, _density, _row in points)
    for number in range(1, len(ages)):
        if ages[number] == ages[number - 1]:
            raise points[number][2].error("age_a", points[number][2].text("age_a"))
    if len(points) < 2:
        raise rows[0].error("age_a", rows[0].text("age_a"))
    return DensityCurve(POINTS, ages=ages, densities=tuple(point[1] * to_carbon for point in points))


def _to_carbon(row: _Row) -> float:
    unit = "".join(row.text("unit").lower().split())
    if unit == _PER_C:
        return 1.0
    if unit != _PER_DRY:
        raise row.error("unit", row.text("unit"))
    return row.number("carbon_fraction", lambda share: 0.0 < share <= 1.0)


def _half_width(row: _Row) -> float:
    if not row.text("uncertainty_percent"):
        return math.nan
    return row.number("uncertainty_percent", _not_negative) / 100.0


def _positive(value: float) -> bool:
    return value > 0.0


def _not_negative(value: float) -> bool:
    return value >= 0.0
