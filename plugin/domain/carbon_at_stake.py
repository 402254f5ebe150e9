# SPDX-License-Identifier: GPL-2.0-or-later
"""Carbon at stake where a plan changes the land cover (methods.md d; practice.md section 1).

The stock that is lost once and the yearly removal that is forgone are two figures:

- stock loss = (Σ area · density before − Σ area · density after) · 44/12, t CO2, one-off;
- removal forgone = Σ area · removal before − Σ area · removal after, t CO2e/a;
- carbon = stock loss + horizon · removal forgone, t CO2e, only over the stated horizon.

A factor that stands before and after the change cancels, in the value and in its interval.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from .factors import FactorSet
from .intervals import linear_bounds
from .notes import NoteBook
from .units import CO2_PER_C

Bounded = tuple[float, float, float]
#: Area with its sign: positive before the change, negative after it.
ClassAreas = dict[str, float]

MEASURES = ("stock_loss_tco2", "removal_forgone_tco2e_a", "carbon_tco2e")
CARBON_COLUMNS = tuple(f"{name}{bound}" for name in MEASURES for bound in ("", "_low", "_high"))
_UNKNOWN: Bounded = (math.nan, math.nan, math.nan)


@dataclass(frozen=True)
class _Terms:
    """Factor terms of one quantity by class: arrays of value, low and high, sorted by term."""

    by_class: dict[str, npt.NDArray[np.float64]]

    def weigh(self, areas: ClassAreas, factor: float) -> npt.NDArray[np.float64]:
        """Rows of coefficient, value, low, high of all terms of the classes, in class order."""
        rows = [
            np.column_stack((np.full(len(self.by_class[name]), areas[name] * factor), self.by_class[name]))
            for name in sorted(areas)
        ]
        return np.concatenate(rows) if rows else np.empty((0, 4))


def carbon_at_stake(parts: pd.DataFrame, groups: int, factors: FactorSet, horizon_a: float) -> pd.DataFrame:
    """Carbon at stake of each group of parts: ``CARBON_COLUMNS``, one row per group 0 … groups−1.

    ``parts`` has ``group``, ``base_class`` (before), ``plan_class`` (after) and ``area_ha``.
    A part whose class before or after has no factor counts nothing; a group without any
    part with factors is NaN, never 0. Bounds are NaN where no interval is known.
    """
    stock, removal = _terms_of(factors, "stock"), _terms_of(factors, "removal")
    result = np.full((groups, len(CARBON_COLUMNS)), np.nan)
    ordered = parts.sort_values(["group", "base_class", "plan_class"], kind="stable")
    per_ha: dict[tuple[str, str], npt.NDArray[np.float64]] = {}
    for group, rows in _rows_by_group(ordered):
        changes = {(before, after) for before, after, _ in rows}
        if len(changes) > 1:
            result[group] = _weigh_rows(rows, stock, removal, horizon_a)
            continue
        # Everything is proportional to the area as long as a group knows one change only.
        change = changes.pop()
        if change not in per_ha:
            per_ha[change] = _weigh_rows([(*change, 1.0)], stock, removal, horizon_a)
        result[group] = per_ha[change] * math.fsum(area for _, _, area in rows)
    return pd.DataFrame(result, columns=list(CARBON_COLUMNS))


def note_missing_factors(parts: pd.DataFrame, factors: FactorSet, notes: NoteBook) -> None:
    """List the area whose class before or after has no stock or no removal factor in the set."""
    for kind, quantity in (("missing_stock_factor", "stock"), ("missing_removal_factor", "removal")):
        known = _terms_of(factors, quantity).by_class.keys()
        lacking = ~parts["base_class"].isin(known) | ~parts["plan_class"].isin(known)
        if lacking.any():
            named = set(parts.loc[lacking, "base_class"]) | set(parts.loc[lacking, "plan_class"])
            notes.add(
                kind,
                "Carbon at stake: factor set “{factor_set}” has no {quantity} factor for {classes}; "
                "{area_ha:.4f} ha of findings count nothing there, and are not taken as 0.",
                count=int(lacking.sum()),
                area_ha=math.fsum(parts.loc[lacking, "area_ha"]),
                factor_set=factors.id,
                quantity=quantity,
                classes=", ".join(sorted(str(name) for name in named if name not in known)),
            )


def _terms_of(factors: FactorSet, quantity: str) -> _Terms:
    table = factors.terms
    table = table[(table["quantity"] == quantity) & table["value"].notna()]
    table = table.sort_values(["key", "term"], kind="stable")
    return _Terms(
        {str(key): part[["value", "low", "high"]].to_numpy(float) for key, part in table.groupby("key")}
    )


def _rows_by_group(parts: pd.DataFrame) -> Iterable[tuple[int, list[tuple[str, str, float]]]]:
    groups = parts["group"].to_numpy()
    starts = np.flatnonzero(np.diff(groups, prepend=-1))
    rows = list(zip(parts["base_class"], parts["plan_class"], parts["area_ha"].astype(float)))
    for start, end in zip(starts, [*starts[1:], len(rows)]):
        yield int(groups[start]), rows[start:end]


def _weigh_rows(
    rows: list[tuple[str, str, float]], stock: _Terms, removal: _Terms, horizon_a: float
) -> npt.NDArray[np.float64]:
    lost, forgone = _class_areas(rows, stock), _class_areas(rows, removal)
    stock_rows = None if lost is None else stock.weigh(lost, CO2_PER_C)
    removal_rows = None if forgone is None else removal.weigh(forgone, 1.0)
    both = None
    if stock_rows is not None and removal_rows is not None:
        over_horizon = removal_rows * np.array([horizon_a, 1.0, 1.0, 1.0])
        both = np.concatenate((stock_rows, over_horizon))
    return np.array([figure for terms in (stock_rows, removal_rows, both) for figure in _bounded(terms)])


def _class_areas(rows: list[tuple[str, str, float]], terms: _Terms) -> ClassAreas | None:
    """Area before minus area after by class, of parts with factors on both sides; None if there is none."""
    known = [row for row in rows if row[0] in terms.by_class and row[1] in terms.by_class]
    if not known:
        return None
    signed: dict[str, list[float]] = {}
    for before, after, area in known:
        signed.setdefault(before, []).append(area)
        signed.setdefault(after, []).append(-area)
    return {name: math.fsum(areas) for name, areas in signed.items()}


def _bounded(terms: npt.NDArray[np.float64] | None) -> Bounded:
    if terms is None:
        return _UNKNOWN
    coefficient, value, low, high = terms.T
    if not coefficient.any():
        return 0.0, 0.0, 0.0
    return (math.fsum(coefficient * value), *linear_bounds(coefficient, value, low, high))
