# SPDX-License-Identifier: GPL-2.0-or-later
"""The uncertainty of a carbon account: every column with its interval, every factor with its share.

Approach 1 propagates the intervals (IPCC 2006 Guidelines, Vol. 1, Ch. 3, eqs. 3.1 and 3.2), approach 2
draws every factor at random (ibid. section 3.2.3.2). A factor is drawn once for its class and pool, so
that all parcels of a class are fully correlated; classes, pools and areas are independent.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from ..factors import FactorSet
from ..progress import Progress, silent
from .distributions import NORMAL, draw
from .ranking import AREA, rank_inputs
from .table import SUMS, AccountTable

Floats = npt.NDArray[np.float64]

PROPAGATION, MONTE_CARLO = "propagation", "montecarlo"
METHODS = (PROPAGATION, MONTE_CARLO)
COLUMNS = tuple(f"{name}{bound}" for name in SUMS for bound in ("", "_low", "_high"))
_PERCENTILES = (2.5, 97.5)


@dataclass(frozen=True)
class UncertaintySettings:
    """Method, number and seed of draws, and the distribution of the factors."""

    method: str = PROPAGATION
    draws: int = 10_000
    seed: int = 1
    distribution: str = NORMAL


@dataclass(frozen=True)
class Uncertainty:
    """``by_unit``: unit and ``COLUMNS``; ``total``: the same of all units; ``ranking``: which input
    contributes how much to the variance (quantity, carbon_class, term, contribution, cumulative, value,
    low, high, evidence, source), the largest first."""

    by_unit: pd.DataFrame
    total: dict[str, float]
    ranking: pd.DataFrame


def assess(
    cells: pd.DataFrame,
    factors: FactorSet,
    settings: UncertaintySettings,
    *,
    areas: pd.DataFrame | None = None,
    progress: Progress = silent,
) -> Uncertainty:
    """The intervals of an account from its area table (unit, carbon_class, area_ha).

    ``areas`` are class areas with bounds from a map's error matrix (``areas_from_samples``): the
    areas of the table are scaled to them and vary with them. Terms without an interval stay at
    their value.
    """
    table = AccountTable.of(cells, factors, areas)
    engine = _propagate if settings.method == PROPAGATION else _simulate
    bounds = engine(table, settings, progress)
    rows = [_row(number, bounds) for number in range(len(table.units) + 1)]
    frame = pd.DataFrame(rows, columns=list(COLUMNS))
    total = {name: float(frame[name].iloc[-1]) for name in COLUMNS}
    by_unit = frame.iloc[:-1].reset_index(drop=True)
    by_unit.insert(0, "unit", table.units)
    return Uncertainty(by_unit, total, rank_inputs(table))


_Bounds = dict[str, tuple[Floats, Floats, Floats]]


def _propagate(table: AccountTable, _settings: UncertaintySettings, _progress: Progress) -> _Bounds:
    """Value, low and high of each column: half-widths of factors and areas in quadrature."""
    bounds = {}
    for name in SUMS:
        area, terms = table.coefficients(name)
        value, low, high = (terms[column].to_numpy(dtype=float) for column in ("value", "low", "high"))
        middle = area @ value
        known = np.isfinite(low) & np.isfinite(high)
        below, above = np.where(known, value - low, 0.0), np.where(known, high - value, 0.0)
        # A negative sign turns the sides of a factor's interval.
        down, up = (
            np.square(np.where(area > 0.0, area * side, area * other)).sum(axis=1)
            for side, other in ((below, above), (above, below))
        )
        area_down, area_up = _area_variance(table, name)
        bounds[name] = _known_only(
            table, name, middle, middle - np.sqrt(down + area_down), middle + np.sqrt(up + area_up)
        )
    return bounds


def _area_variance(table: AccountTable, name: str) -> tuple[Floats, Floats]:
    """Squared half-widths that come from the areas: one class area moves all its terms together."""
    area, terms = table.coefficients(name)
    columns = terms["column"].to_numpy(dtype=np.intp)
    amount = np.zeros((len(area), len(table.classes)))
    for number, column in enumerate(columns):
        amount[:, column] += area[:, number] * float(terms["value"].iloc[number])
    relative_down = (table.scale[0] - table.scale[1]) / np.where(table.scale[0] > 0, table.scale[0], 1.0)
    relative_up = (table.scale[2] - table.scale[0]) / np.where(table.scale[0] > 0, table.scale[0], 1.0)
    down, up = (
        np.square(np.where(amount > 0.0, amount * side, amount * other)).sum(axis=1)
        for side, other in ((relative_down, relative_up), (relative_up, relative_down))
    )
    return down, up


def _simulate(table: AccountTable, settings: UncertaintySettings, progress: Progress) -> _Bounds:
    """Value and percentiles of each column over draws of all factors and areas."""
    values = {}
    for number, term in enumerate(table.terms.itertuples()):
        progress(0.4 * number / max(len(table.terms), 1))
        values[term.Index] = _draw(f"{term.key}|{term.quantity}|{term.term}", term, settings)
    scales = np.array(
        [
            draw(
                f"{AREA}|{name}",
                *(float(item) for item in table.scale[:, number]),
                draws=settings.draws,
                seed=settings.seed,
                distribution=NORMAL,
            )
            for number, name in enumerate(table.classes)
        ]
    )
    bounds = {}
    for step, name in enumerate(SUMS):
        progress(0.4 + 0.6 * step / len(SUMS))
        per_class = np.zeros((len(table.classes), settings.draws))
        middle = np.zeros(len(table.area_ha))
        for signs, terms in table.rows_of(name):
            for sign, term in zip(signs, terms.itertuples()):
                per_class[term.column] += sign * values[term.Index]
                middle += sign * table.area_ha[:, term.column] * table.scale[0, term.column] * term.value
        drawn = table.area_ha @ (per_class * scales)
        low, high = np.percentile(drawn, _PERCENTILES, axis=1)
        bounds[name] = _known_only(table, name, middle, low, high)
    return bounds


def _draw(name: str, term: object, settings: UncertaintySettings) -> Floats:
    value, low, high = (float(getattr(term, bound)) for bound in ("value", "low", "high"))
    return draw(
        name,
        value,
        low,
        high,
        draws=settings.draws,
        seed=settings.seed,
        distribution=settings.distribution,
    )


def _known_only(
    table: AccountTable, name: str, middle: Floats, low: Floats, high: Floats
) -> tuple[Floats, Floats, Floats]:
    """NULL where a unit has no term of the column at all, and bounds where none has an interval."""
    area, terms = table.coefficients(name)
    present = (area != 0.0).any(axis=1)
    bounded = np.isfinite(terms["low"].to_numpy(dtype=float)) & np.isfinite(
        terms["high"].to_numpy(dtype=float)
    )
    moved = (area[:, bounded] != 0.0).any(axis=1) | (present & (table.scale[1] != table.scale[2]).any())
    return (
        np.where(present, middle, math.nan),
        np.where(moved, low, math.nan),
        np.where(moved, high, math.nan),
    )


def _row(number: int, bounds: _Bounds) -> list[float]:
    return [float(values[number]) for figures in bounds.values() for values in figures]
