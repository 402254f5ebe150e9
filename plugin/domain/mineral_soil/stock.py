# SPDX-License-Identifier: GPL-2.0-or-later
"""Soil stock of a system: reference × F_LU × F_MG × F_I, with what each factor adds to its uncertainty."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from ..factors import weakest_evidence
from ..factors.vocabulary import is_weak
from ..intervals import linear_bounds
from .factors import (
    INPUTS,
    MANAGEMENT,
    NONE,
    REFERENCE,
    SET_ASIDE,
    SETTLEMENT,
    FactorRow,
    factor_row,
    paved_row,
    reference_row,
    soil_systems,
)


@dataclass(frozen=True)
class Land:
    """One state of the land: class, climate, soil group, and management and input ("" = by default)."""

    carbon_class: str
    climate: str
    soil_group: str
    management: str = ""
    input: str = ""


@dataclass(frozen=True)
class SoilStock:
    """A stock in t C/ha: the factor rows that it is the product of, and its derivative by each of them."""

    value: float
    rows: Mapping[str, FactorRow] = field(default_factory=dict)
    slopes: Mapping[str, float] = field(default_factory=dict)

    @property
    def grade(self) -> str | None:
        """The weakest evidence among the rows."""
        return weakest_evidence(row.evidence for row in self.rows.values())

    @property
    def weak(self) -> bool:
        """Whether a row lies below grade ``secondary``."""
        return any(is_weak(row.evidence, row.verified) for row in self.rows.values())


@dataclass(frozen=True)
class Lacking:
    """Why a stock cannot be told: ``settlement``, ``no_soil``, ``climate``, ``reference``, ``factor``,
    ``management`` or ``input``, with the word that is not known.
    """

    reason: str
    word: str = ""


def stock_of(land: Land) -> SoilStock | Lacking:
    """SOC = SOC_ref·F_LU·F_MG·F_I (IPCC 2006 Guidelines Vol. 4, eq. 2.25), t C/ha in 0–30 cm."""
    system = soil_systems()[land.carbon_class]
    if system.land_use in (SETTLEMENT, NONE):
        return Lacking("settlement" if system.land_use == SETTLEMENT else "no_soil", land.carbon_class)
    if not land.climate or not land.soil_group:
        return Lacking("climate", land.climate or land.soil_group)
    reference = reference_row(land.climate, land.soil_group)
    if reference is None:
        return Lacking("reference", f"{land.climate}, {land.soil_group}")
    managements = MANAGEMENT.get(system.managed_as, {})
    management = land.management or system.management
    if management and management not in managements:
        return Lacking("management", management)
    inputs = INPUTS.get(system.managed_as, {})
    if land.input and land.input not in inputs:
        return Lacking("input", land.input)
    land_use = f"flu_{SET_ASIDE}" if management == SET_ASIDE else system.land_use
    processes = [
        "" if land_use == REFERENCE else land_use,
        managements.get(management, ""),
        inputs.get(land.input, ""),
    ]
    rows = [reference]
    for process in filter(None, processes):
        row = factor_row(process, land.climate)
        if row is None:
            return Lacking("factor", f"{process}, {land.climate}")
        rows.append(row)
    return _product(rows)


def _product(rows: Sequence[FactorRow]) -> SoilStock:
    value = math.prod(row.value for row in rows)
    slopes = {row.row_id: math.prod(other.value for other in rows if other is not row) for row in rows}
    return SoilStock(value, {row.row_id: row for row in rows}, slopes)


def built_over(before: SoilStock, paved_share: float) -> SoilStock:
    """The stock under settlement: that of the land before, less what pavement takes where it is stated.

    ``paved_share`` is the paved share of the ground (0–1), NaN where nothing is stated: then the soil
    is kept as it was, because no source states a loss.
    """
    if math.isnan(paved_share) or paved_share == 0.0:
        return before
    row = paved_row()
    kept = 1.0 - paved_share * (1.0 - row.value)
    slopes = {name: slope * kept for name, slope in before.slopes.items()}
    slopes[row.row_id] = before.value * paved_share
    return SoilStock(before.value * kept, {**before.rows, row.row_id: row}, slopes)


def between(before: SoilStock, after: SoilStock, share: float) -> SoilStock:
    """The stock on the straight path from ``before`` to ``after``, ``share`` (0–1) of the way."""
    value = before.value + (after.value - before.value) * share
    names = {**before.slopes, **after.slopes}
    slopes = {
        name: before.slopes.get(name, 0.0) * (1.0 - share) + after.slopes.get(name, 0.0) * share
        for name in names
    }
    return SoilStock(value, {**before.rows, **after.rows}, slopes)


def half_widths(rows: Mapping[str, FactorRow], slopes: Mapping[str, float]) -> tuple[float, float]:
    """Half-widths below and above of a quantity with these derivatives (eq. 3.1 and 3.2 of Vol. 1).

    Every row is one draw: a row that stands in several products moves them together. ``(nan, nan)``
    where no row with a slope has an interval, ``(0, 0)`` where nothing has a slope.
    """
    names = sorted(name for name, slope in slopes.items() if slope != 0.0)
    if not names:
        return (0.0, 0.0) if rows else (math.nan, math.nan)
    slope = np.array([slopes[name] for name in names])
    value = np.array([rows[name].value for name in names])
    bounds = (np.array([getattr(rows[name], bound) for name in names]) for bound in ("low", "high"))
    low, high = linear_bounds(slope, value, *bounds)
    centre = math.fsum(slope * value)
    return centre - low, high - centre
