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
from ..progress import Progress, part, silent
from .distributions import NORMAL, draw
from .percentiles import percentiles
from .ranking import AREA, open_shares, rank_inputs
from .stated import StatedInputs
from .table import SUMS, AccountTable

Floats = npt.NDArray[np.float64]

AREA_HA = "area_ha"
PROPAGATION, MONTE_CARLO = "propagation", "montecarlo"
METHODS = (PROPAGATION, MONTE_CARLO)
COLUMNS = tuple(f"{name}{bound}" for name in (AREA_HA, *SUMS) for bound in ("", "_low", "_high"))
_SHARES = (0.025, 0.975)


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
    low, high, evidence, source), the largest first; figures per hectare, those of a method (in
    ``carbon_class``, with the term ``method``) of all its ground. ``shares``: ``no_interval_share`` by
    quantity, what of the total has no interval."""

    by_unit: pd.DataFrame
    total: dict[str, float]
    ranking: pd.DataFrame
    shares: pd.DataFrame


def assess(
    cells: pd.DataFrame,
    factors: FactorSet,
    settings: UncertaintySettings,
    *,
    areas: pd.DataFrame | None = None,
    progress: Progress = silent,
) -> Uncertainty:
    """The intervals of an account from its area table (unit, carbon_class, area_ha).

    Rows with a ``method`` also have ``accounts_for`` and the columns of the account: beside the factors
    of what they do not account for, their amounts are one input for each method and quantity.

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
    return Uncertainty(by_unit, total, rank_inputs(table), open_shares(table))


_Bounds = dict[str, tuple[Floats, Floats, Floats]]


def _propagate(table: AccountTable, _settings: UncertaintySettings, _progress: Progress) -> _Bounds:
    """Value, low and high of each column: half-widths of factors, areas and methods in quadrature."""
    middle = (table.class_area_ha * table.scale[0]).sum(axis=1)
    down, up = _squares(table.class_area_ha * table.scale[0], *_relative_widths(table))
    bounds = {AREA_HA: _where_unsure(table, middle, middle - np.sqrt(down), middle + np.sqrt(up))}
    for name in SUMS:
        area, terms = table.coefficients(name)
        value, low, high = (terms[column].to_numpy(dtype=float) for column in ("value", "low", "high"))
        known = np.isfinite(low) & np.isfinite(high)
        below, above = np.where(known, value - low, 0.0), np.where(known, high - value, 0.0)
        down, up = _squares(area, below, above)
        for more_down, more_up in (_area_squares(table, name), table.stated.squares(SUMS[name])):
            down, up = down + more_down, up + more_up
        middle = _middle(table, name)
        bounds[name] = _known_only(table, name, middle, middle - np.sqrt(down), middle + np.sqrt(up))
    return bounds


def _squares(amount: Floats, below: Floats, above: Floats) -> tuple[Floats, Floats]:
    """Summed squares of half-widths down and up; a negative sign turns the sides of an interval."""
    down = np.square(np.where(amount > 0.0, amount * below, amount * above)).sum(axis=1)
    up = np.square(np.where(amount > 0.0, amount * above, amount * below)).sum(axis=1)
    return down, up


def _middle(table: AccountTable, name: str) -> Floats:
    area, terms = table.coefficients(name)
    amounts = (area * terms["value"].to_numpy(dtype=float)).sum(axis=1)
    return np.asarray(amounts + table.stated.values(SUMS[name]), dtype=np.float64)


def _area_squares(table: AccountTable, name: str) -> tuple[Floats, Floats]:
    """Squared half-widths that come from the areas: one class area moves all its terms together."""
    area, terms = table.coefficients(name)
    columns = terms["column"].to_numpy(dtype=np.intp)
    amount = np.zeros((len(area), len(table.classes)))
    for number, column in enumerate(columns):
        amount[:, column] += area[:, number] * float(terms["value"].iloc[number])
    return _squares(amount, *_relative_widths(table))


def _relative_widths(table: AccountTable) -> tuple[Floats, Floats]:
    whole = np.where(table.scale[0] > 0, table.scale[0], 1.0)
    return (table.scale[0] - table.scale[1]) / whole, (table.scale[2] - table.scale[0]) / whole


def _where_unsure(
    table: AccountTable, value: Floats, low: Floats, high: Floats
) -> tuple[Floats, Floats, Floats]:
    """Bounds of areas, NULL where they are taken as exact."""
    unsure = (table.class_area_ha[:, table.scale[1] != table.scale[2]] > 0.0).any(axis=1)
    return value, np.where(unsure, low, math.nan), np.where(unsure, high, math.nan)


def _simulate(table: AccountTable, settings: UncertaintySettings, progress: Progress) -> _Bounds:
    """Value and percentiles of each column over draws of all factors, areas and methods."""
    scales = [
        _drawn(f"{AREA}|{name}", value, low, high, settings, NORMAL)
        for name, (value, low, high) in zip(table.classes, table.scale.T.tolist())
    ]
    middle = (table.class_area_ha * table.scale[0]).sum(axis=1)
    bounds = {AREA_HA: _where_unsure(table, middle, *percentiles(table.class_area_ha, scales, _SHARES))}
    for step, name in enumerate(SUMS):
        watch = part(progress, step / len(SUMS), (step + 1) / len(SUMS))
        weights, drawn = _drawn_grounds(table, name, scales, settings, part(watch, 0.0, 0.3))
        more, drawn_too = _drawn_methods(table.stated, name, settings)
        low, high = percentiles(
            np.hstack((weights, more)), [*drawn, *drawn_too], _SHARES, part(watch, 0.3, 1.0)
        )
        fixed = table.stated.values(SUMS[name])
        bounds[name] = _known_only(table, name, _middle(table, name), low + fixed, high + fixed)
    return bounds


def _drawn_grounds(
    table: AccountTable,
    name: str,
    scales: list[Floats],
    settings: UncertaintySettings,
    progress: Progress,
) -> tuple[Floats, list[Floats]]:
    """Areas of the grounds (units + 1, grounds) and what a hectare of each holds in every draw."""
    drawn: dict[int, Floats] = {}
    for signs, terms in table.rows_of(name):
        for number, (sign, term) in enumerate(zip(signs, terms.itertuples())):
            progress(number / len(terms))
            figures = term.value, term.low, term.high
            values = sign * _drawn(
                f"{term.key}|{term.quantity}|{term.term}", *figures, settings, settings.distribution
            )
            for ground in np.flatnonzero(table.counts[:, term.Index]).tolist():
                drawn[ground] = drawn[ground] + values if ground in drawn else values
    grounds = sorted(drawn)
    scaled = [drawn[ground] * scales[table.ground_class[ground]] for ground in grounds]
    return table.area_ha[:, grounds], scaled


def _drawn_methods(
    stated: StatedInputs, name: str, settings: UncertaintySettings
) -> tuple[Floats, list[Floats]]:
    """Half-widths of the methods' amounts in each unit, and how far each draw goes to either side."""
    weights, drawn = [np.zeros((stated.rows, 0))], []
    for column, sign in stated.amounts(SUMS[name]):
        for number, method in enumerate(stated.methods):
            value, down, up = (
                figures[column][:, number] for figures in (stated.value, stated.down, stated.up)
            )
            if not (np.isfinite(value[-1]) and np.isfinite(down[-1]) and np.isfinite(up[-1])):
                continue
            figures = value[-1], value[-1] - down[-1], value[-1] + up[-1]
            apart = _drawn(f"{method}|{column}", *figures, settings, settings.distribution) - value[-1]
            for half_width, side in ((down, np.minimum(apart, 0.0)), (up, np.maximum(apart, 0.0))):
                if half_width[-1] > 0.0:
                    weights.append(np.nan_to_num(half_width)[:, None])
                    drawn.append(sign * side / half_width[-1])
    return np.hstack(weights), drawn


def _drawn(
    name: str, value: float, low: float, high: float, settings: UncertaintySettings, distribution: str
) -> Floats:
    return draw(
        name,
        float(value),
        float(low),
        float(high),
        draws=settings.draws,
        seed=settings.seed,
        distribution=distribution,
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
    present, moved = present | table.stated.present(SUMS[name]), moved | table.stated.bounded(SUMS[name])
    return (
        np.where(present, middle, math.nan),
        np.where(moved, low, math.nan),
        np.where(moved, high, math.nan),
    )


def _row(number: int, bounds: _Bounds) -> list[float]:
    return [float(values[number]) for figures in bounds.values() for values in figures]
