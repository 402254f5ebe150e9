# SPDX-License-Identifier: GPL-2.0-or-later
"""Where a density or a yearly flux of a land class comes from: its value and the factor rows behind it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import pandas as pd

from .errors import FactorError
from .factors import POOLS, FactorSet, class_factors
from .factors.vocabulary import STOCK

REMOVAL, EMISSION, NET = "removal", "emission", "net"
TOTAL = "total"
UNITS = {STOCK: "t C/ha", REMOVAL: "t CO2e/(ha·a)", EMISSION: "t CO2e/(ha·a)"}
_COLUMNS = {REMOVAL: "removal_tco2e_ha_a", EMISSION: "emission_tco2e_ha_a"}


@dataclass(frozen=True)
class FactorRow:
    """One row of a factor table: a pool or process, its value (NaN bounds unknown) and its origin."""

    term: str
    value: float
    low: float
    high: float
    unit: str
    row_id: str
    source: str
    locator: str
    year: str
    region: str
    evidence: str
    verified: str
    depth_cm: str
    note: str


@dataclass(frozen=True)
class Explanation:
    """A figure of a land class per hectare and the rows that make it; NaN where no row does."""

    key: str
    value: float
    unit: str
    rows: tuple[FactorRow, ...]


def density_of(factors: FactorSet, figures: pd.DataFrame, key: str, pool: str = TOTAL) -> float:
    """Carbon density of a class in t C/ha: of one pool, or of all that are known.

    ``figures`` are the ``class_factors`` of the set. NaN where the set has no figure. Raises
    ``FactorError`` for a pool that is none.
    """
    if pool not in (TOTAL, *POOLS):
        raise FactorError(
            "“{pool}” is no carbon pool. Use one of {known}.", pool=pool, known=", ".join((TOTAL, *POOLS))
        )
    return _figure(figures, key, "density_tc_ha" if pool == TOTAL else f"{pool}_tc_ha")


def flux_of(figures: pd.DataFrame, key: str, quantity: str) -> float:
    """Yearly flux of a class in t CO2e/(ha·a): ``removal`` or ``emission`` (both ≥ 0), or ``net``.

    Net is emission − removal. NaN where the set has no figure.
    """
    if quantity == NET:
        return flux_of(figures, key, EMISSION) - flux_of(figures, key, REMOVAL)
    return _figure(figures, key, _COLUMNS[quantity])


def explain(factors: FactorSet, key: str, quantity: str) -> Explanation:
    """What a figure of a class rests on.

    ``quantity`` is a pool, ``total`` (density of all pools), ``removal`` or ``emission``. Raises
    ``FactorError`` for anything else.
    """
    kind = quantity if quantity in _COLUMNS else STOCK
    figures = class_factors(factors)
    value = flux_of(figures, key, kind) if kind in _COLUMNS else density_of(factors, figures, key, quantity)
    terms = factors.terms[(factors.terms["key"] == key) & (factors.terms["quantity"] == kind)]
    if quantity in POOLS:
        terms = terms[terms["term"] == quantity]
    return Explanation(key, value, UNITS[kind], tuple(_row(term, UNITS[kind]) for term in terms.itertuples()))


def _figure(figures: pd.DataFrame, key: str, column: str) -> float:
    return float(figures.at[key, column]) if key in figures.index else math.nan


def _row(term: Any, unit: str) -> FactorRow:
    return FactorRow(
        term=str(term.term),
        value=float(term.value),
        low=float(term.low),
        high=float(term.high),
        unit=unit,
        row_id=str(term.row_id),
        source=str(term.source),
        locator=str(term.locator),
        year=str(term.year),
        region=str(term.region),
        evidence=str(term.evidence),
        verified=str(term.verified),
        depth_cm=str(term.depth_cm),
        note=str(term.note),
    )
