# SPDX-License-Identifier: GPL-2.0-or-later
"""Flows that follow growth curves: each share of a class's ground grows by its curve from its age on."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from ..errors import InputError
from ..factors import FactorSet
from ..notes import NoteBook
from ..units import CO2_PER_C
from .ages import AgeTable, Cohort
from .curve_table import AGB, GROWTH, CurveTable, GrowthCurve
from .curves import DensityCurve, RateCurve
from .flows import BIOMASS, Flow, factor_flow, own_flows, terms_by_class
from .rows import BaselineRows

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.intp]


@dataclass
class _Stands:
    """Ground of one class under one curve: row, share of the row (0–1) and stated age (a)."""

    row: list[int] = field(default_factory=list)
    share: list[float] = field(default_factory=list)
    age_a: list[float] = field(default_factory=list)

    def add(self, row: int, cohort: Cohort) -> None:
        self.row.append(row)
        self.share.append(cohort.share)
        self.age_a.append(cohort.age_a)

    def by_row(self) -> tuple[Integers, Floats]:
        """Each row once, with the share of it that is here."""
        return _once(np.array(self.row, dtype=np.intp), np.array(self.share))


@dataclass(frozen=True)
class _Observed:
    """What the notes at the end tell: class → area (ha)."""

    saturated: dict[str, float] = field(default_factory=dict)
    density_unknown: dict[str, float] = field(default_factory=dict)
    without_curve: dict[str, float] = field(default_factory=dict)
    used: set[tuple[str, str, str]] = field(default_factory=set)
    first_year: dict[str, float] = field(default_factory=dict)  # by curves, t CO2e
    first_year_by_rate: dict[str, float] = field(default_factory=dict)  # by the factors in their place


def curve_flows(
    rows: BaselineRows,
    factors: FactorSet,
    curves: CurveTable,
    ages: AgeTable | None,
    base: int,
    notes: NoteBook,
) -> list[Flow]:
    """The flows of a path along growth curves.

    A process of a class that has no curve keeps its factor. Raises ``InputError`` for a stated age
    below the first point of a curve.
    """
    terms, seen = terms_by_class(factors), _Observed()
    flows: list[Flow] = []
    for name in sorted(set(rows.frame["carbon_class"])):
        own = terms.get(name)
        by_process = {} if own is None else {str(term["term"]): term for _, term in own.iterrows()}
        for process in sorted({GROWTH, *by_process}):
            places = rows.with_factor(name, process)
            for curve, stands in _by_curve(rows, name, process, places, curves, ages):
                flows += _flows_of(rows, name, curve, stands, by_process.get(process), base, seen)
    _tell(seen, curves, notes)
    return flows + own_flows(rows, factors)


def _by_curve(
    rows: BaselineRows,
    name: str,
    process: str,
    places: Integers,
    curves: CurveTable,
    ages: AgeTable | None,
) -> list[tuple[GrowthCurve | None, _Stands]]:
    """The ground of a class by the curve that its process follows, None for the factor itself."""
    parts: dict[object, tuple[GrowthCurve | None, _Stands]] = {}
    for row in places:
        cohorts = ages.of(rows.units[rows.unit_of[row]], name) if ages is not None else ()
        for cohort in cohorts or (Cohort(1.0, math.nan, ""),):
            curve = curves.find(name, process, cohort.age_group)
            key = None if curve is None else curve.key
            parts.setdefault(key, (curve, _Stands()))[1].add(int(row), cohort)
    return list(parts.values())


def _flows_of(
    rows: BaselineRows,
    name: str,
    curve: GrowthCurve | None,
    stands: _Stands,
    term: pd.Series | None,
    base: int,
    seen: _Observed,
) -> list[Flow]:
    form = None if curve is None else curve.curve
    if curve is not None and (term is not None or isinstance(form, DensityCurve)):
        seen.used.add((name, curve.process, curve.age_group))
    if curve is not None and isinstance(form, DensityCurve):
        return _density_flows(rows, name, curve, form, stands, term, seen)
    if term is None:
        return []
    row, share = stands.by_row()
    if isinstance(form, RateCurve):
        return [factor_flow(rows, row, share, term, _weight(form, base))]
    if term["term"] == GROWTH and term["value"] > 0.0:
        _count(seen.without_curve, name, share * rows.column("area_ha")[row])
    return [factor_flow(rows, row, share, term)]


def _weight(curve: RateCurve, base: int) -> Callable[[int], float]:
    """The full years of a rate in the n-th year after the baseline."""
    return lambda year: curve.full_years(base, base + year) - curve.full_years(base, base + year - 1)


def _density_flows(
    rows: BaselineRows,
    name: str,
    curve: GrowthCurve,
    form: DensityCurve,
    stands: _Stands,
    term: pd.Series | None,
    seen: _Observed,
) -> list[Flow]:
    row, share, age_a = np.array(stands.row, dtype=np.intp), np.array(stands.share), np.array(stands.age_a)
    _refuse_young(form, name, age_a)
    density, roots = _present(rows, row, curve.component)
    age_a = np.where(np.isnan(age_a), form.age_of(density), age_a)
    known = np.isfinite(density) | np.isfinite(np.array(stands.age_a))
    area_ha = share * rows.column("area_ha")[row]
    _count(seen.saturated, name, area_ha[np.isinf(age_a)])
    _count(seen.density_unknown, name, area_ha[~known])
    grown = _growth_flow(curve, form, name, row[known], age_a[known], (area_ha * roots)[known])
    _count(seen.first_year, name, grown.yearly(1))
    if term is None:
        return [grown]
    sign = 1.0 if term["quantity"] == "removal" else -1.0
    _count(seen.first_year_by_rate, name, sign * float(term["value"]) * area_ha[known])
    kept, kept_share = _once(row[~known], share[~known])
    return [grown, factor_flow(rows, kept, kept_share, term)] if len(kept) else [grown]


def _growth_flow(
    curve: GrowthCurve, form: DensityCurve, name: str, row: Integers, age_a: Floats, area_ha: Floats
) -> Flow:
    """Growth of stands along their curve; ``area_ha`` counts the roots that the curve leaves out."""
    own, place = np.unique(row, return_inverse=True)
    one = np.ones(len(own))

    def yearly(year: int) -> Floats:
        grown = CO2_PER_C * area_ha * form.growth(age_a, year)
        return _summed(place, grown, len(own))

    return Flow(
        own,
        ("curve", name, *curve.key),
        BIOMASS,
        one,
        one * (1.0 - curve.half_width),
        one * (1.0 + curve.half_width),
        one,
        yearly,
        weak=curve.weak,
    )


def _once(row: Integers, share: Floats) -> tuple[Integers, Floats]:
    own, place = np.unique(row, return_inverse=True)
    return own, _summed(place, share, len(own))


def _summed(place: Integers, values: Floats, count: int) -> Floats:
    return np.bincount(place, values, minlength=count).astype(np.float64)


def _present(rows: BaselineRows, row: Integers, component: str) -> tuple[Floats, Floats]:
    """Present density that the curve is about (t C/ha), and biomass per unit of it."""
    agb, bgb, area_ha = (rows.column(name)[row] for name in ("agb", "bgb", "area_ha"))
    with np.errstate(divide="ignore", invalid="ignore"):
        ratio = np.where((agb > 0.0) & np.isfinite(bgb), (agb + bgb) / agb, 1.0)
        density = np.where(area_ha > 0.0, (agb if component == AGB else agb + bgb) / area_ha, 0.0)
    return density, ratio if component == AGB else np.ones(len(row))


def _refuse_young(form: DensityCurve, name: str, age_a: Floats) -> None:
    if form.ages and np.any(age_a < form.ages[0]):
        raise InputError(
            "AGES: class {carbon_class} has stands of {age:g} years, but its curve begins at {first:g}. Add "
            "a point to GROWTH_CURVES.",
            carbon_class=name,
            age=float(np.nanmin(age_a)),
            first=form.ages[0],
        )


def _count(area_by_class: dict[str, float], name: str, area_ha: Floats) -> None:
    if len(area_ha):
        area_by_class[name] = math.fsum([area_by_class.get(name, 0.0), *area_ha])


def _tell(seen: _Observed, curves: CurveTable, notes: NoteBook) -> None:
    if seen.saturated:
        notes.add(
            "path_saturated",
            "{count} classes ({classes}) hold {area_ha:.4f} ha with a biomass density at or above the "
            "highest of their growth curve: it grows no more. Give stand ages (AGES) if it does.",
            **_values(seen.saturated),
        )
    if seen.density_unknown:
        notes.add(
            "path_density_unknown",
            "{count} classes ({classes}) hold {area_ha:.4f} ha of unknown biomass density and without a "
            "stand age: they keep their constant rate. Give stand ages (AGES).",
            **_values(seen.density_unknown),
        )
    if seen.without_curve:
        notes.add(
            "path_without_curve",
            "{count} classes ({classes}; {area_ha:.4f} ha) have no growth curve and keep their constant rate "
            "of growth.",
            **_values(seen.without_curve),
        )
    if seen.first_year:
        notes.add(
            "path_curve_start",
            "Growth curves of {classes}: {curve:.4f} t CO2e in the first year, where the constant rates of "
            "the baseline are {rate:.4f} t CO2e/a. The path bends there by the difference.",
            classes=", ".join(sorted(seen.first_year)),
            curve=math.fsum(seen.first_year.values()),
            rate=math.fsum(seen.first_year_by_rate.values()),
            warning=False,
        )
    unused = sorted(" ".join(key).strip() for key in set(curves.curves) - seen.used)
    if unused:
        notes.add(
            "path_curves_unused",
            "GROWTH_CURVES: {count} curves belong to no ground of the baseline, or to a process without a "
            "rate in the factor set, and are not used.",
            count=len(unused),
            ids=unused,
            warning=False,
        )


def _values(found: dict[str, float]) -> dict[str, Any]:
    return {"count": len(found), "area_ha": math.fsum(found.values()), "classes": ", ".join(sorted(found))}
