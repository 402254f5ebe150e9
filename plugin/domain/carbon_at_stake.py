# SPDX-License-Identifier: GPL-2.0-or-later
"""Carbon at stake where a plan changes the land cover (methods.md d; practice.md section 1).

The stock that is lost once and the yearly removal that is forgone are two figures:

- stock loss = Σ area · (density before − density after) · 44/12, t CO2, one-off, over the
  pools that the factor set gives both before and after the change;
- removal forgone = Σ area · removal before − Σ area · removal after, t CO2e/a;
- carbon = stock loss + horizon · removal forgone, t CO2e, only over the stated horizon and
  only on ground where both are known.

A factor that stands before and after the change cancels, in the value and in its interval.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from .factors import FactorSet
from .intervals import linear_bounds
from .notes import NoteBook
from .units import CO2_PER_C

Bounded = tuple[float, float, float]
#: Class before the change, class after it, area in ha.
Change = tuple[str, str, float]
#: Value, low, high, and whether the evidence is weak (1) or not (0).
Factor = tuple[float, float, float, float]
#: Rows of coefficient, value, low, high, weak.
Weighed = npt.NDArray[np.float64]

MEASURES = ("stock_loss_tco2", "removal_forgone_tco2e_a", "carbon_tco2e")
CARBON_COLUMNS = tuple(f"{name}{bound}" for name in MEASURES for bound in ("", "_low", "_high"))
_UNKNOWN: Bounded = (math.nan, math.nan, math.nan)


@dataclass(frozen=True)
class _Terms:
    """Factor terms of one quantity: class → term → factor.

    ``pairwise``: a term counts only where both sides of a change have it. That is right for
    pools, where a missing row means "not known"; a process without a row does not apply.
    """

    by_class: dict[str, dict[str, Factor]]
    pairwise: bool

    def compared(self, before: str, after: str) -> tuple[set[str], set[str]] | None:
        """The terms that count before and after a change; None where it cannot be told."""
        old, new = self.by_class.get(before), self.by_class.get(after)
        if old is None or new is None:
            return None
        if not self.pairwise:
            return set(old), set(new)
        shared = old.keys() & new.keys()
        return (shared, shared) if shared else None

    def known(self, changes: Iterable[Change]) -> list[Change]:
        """The changes that this quantity can be told of."""
        return [change for change in changes if self.compared(change[0], change[1]) is not None]

    def weigh(self, changes: Iterable[Change], factor: float) -> Weighed:
        """The terms of known changes, each with its area before minus its area after, in fixed order."""
        signed: dict[tuple[str, str], list[float]] = {}
        for before, after, area in changes:
            old, new = self.compared(before, after) or (set(), set())
            for term in old:
                signed.setdefault((before, term), []).append(area)
            for term in new:
                signed.setdefault((after, term), []).append(-area)
        rows = [
            (math.fsum(areas) * factor, *self.by_class[name][term])
            for (name, term), areas in sorted(signed.items())
        ]
        return np.array(rows, dtype=np.float64).reshape(-1, 5)


@dataclass(frozen=True)
class CarbonWeights:
    """The stock and removal terms of a factor set, and the years for which removals are added up.

    Changes are handed over sorted, so that no figure depends on their order.
    """

    stock: _Terms
    removal: _Terms
    horizon_a: float

    def carbon(self, changes: Sequence[Change]) -> Weighed | None:
        """All terms of the carbon over the horizon; None where no ground has both quantities."""
        both = self.removal.known(self.stock.known(changes))
        if not both:
            return None
        over_horizon = self.removal.weigh(both, self.horizon_a)
        return np.concatenate((self.stock.weigh(both, CO2_PER_C), over_horizon))

    def figures(self, changes: Sequence[Change]) -> npt.NDArray[np.float64]:
        """``CARBON_COLUMNS`` of changes on one ground; NaN where nothing is known of any."""
        lost, forgone = self.stock.known(changes), self.removal.known(changes)
        terms = (
            self.stock.weigh(lost, CO2_PER_C) if lost else None,
            self.removal.weigh(forgone, 1.0) if forgone else None,
            self.carbon(changes),
        )
        return np.array([figure for weighed in terms for figure in _bounded(weighed)])

    def weak_share(self, changes: Sequence[Change]) -> float:
        """Share of the carbon that rests on weak factor rows: Σ|coefficient · value|; NaN without carbon."""
        terms = self.carbon(changes)
        if terms is None:
            return math.nan
        size = np.abs(terms[:, 0] * terms[:, 1])
        whole = math.fsum(size)
        return math.fsum(size[terms[:, 4] > 0.0]) / whole if whole else math.nan


def carbon_at_stake(parts: pd.DataFrame, groups: int, factors: FactorSet, horizon_a: float) -> pd.DataFrame:
    """Carbon at stake of each group of parts: ``CARBON_COLUMNS``, one row per group 0 … groups−1.

    ``parts`` has ``group``, ``base_class`` (before), ``plan_class`` (after) and ``area_ha``.
    A part whose class before or after has no factor counts nothing, and neither does a pool
    that only one of them has; a group without any part with factors is NaN, never 0. A class
    with flux rows but none for removal removes nothing. Bounds are NaN where no interval is
    known.
    """
    weights = carbon_weights(factors, horizon_a)
    result = np.full((groups, len(CARBON_COLUMNS)), np.nan)
    ordered = parts.sort_values(["group", "base_class", "plan_class"], kind="stable")
    per_ha: dict[tuple[str, str], npt.NDArray[np.float64]] = {}
    for group, rows in _rows_by_group(ordered):
        changes = {(before, after) for before, after, _ in rows}
        if len(changes) > 1:
            result[group] = weights.figures(rows)
            continue
        # Everything is proportional to the area as long as a group knows one change only.
        change = changes.pop()
        if change not in per_ha:
            per_ha[change] = weights.figures([(*change, 1.0)])
        result[group] = per_ha[change] * math.fsum(area for _, _, area in rows)
    return pd.DataFrame(result, columns=list(CARBON_COLUMNS))


def weak_share_of_carbon(parts: pd.DataFrame, factors: FactorSet, horizon_a: float) -> float:
    """Share of the carbon over the horizon that rests on weak factor rows: Σ|coefficient · value|.

    ``parts`` as for ``carbon_at_stake``, taken as one group. NaN where there is no carbon to share.
    """
    ordered = parts.sort_values(["base_class", "plan_class"], kind="stable")
    return carbon_weights(factors, horizon_a).weak_share(_changes(ordered))


def note_missing_factors(parts: pd.DataFrame, factors: FactorSet, notes: NoteBook) -> None:
    """List the area whose class before or after has no stock or no removal factor, or lacks a pool."""
    weights = carbon_weights(factors, 0.0)
    for kind, quantity, terms in (
        ("missing_stock_factor", "stock", weights.stock),
        ("missing_removal_factor", "removal", weights.removal),
    ):
        known = terms.by_class.keys()
        lacking = ~parts["base_class"].isin(known) | ~parts["plan_class"].isin(known)
        if lacking.any():
            named = set(parts.loc[lacking, "base_class"]) | set(parts.loc[lacking, "plan_class"])
            notes.add(
                kind,
                "Carbon at stake: factor set “{factor_set}” has no {quantity} factor for {classes}; "
                "{area_ha:.4f} ha of findings count nothing there nor in the carbon over the horizon, and "
                "are not taken as 0. Add the rows to the factor set or choose another one.",
                count=int(lacking.sum()),
                area_ha=math.fsum(parts.loc[lacking, "area_ha"]),
                factor_set=factors.id,
                quantity=quantity,
                classes=", ".join(sorted(str(name) for name in named if name not in known)),
            )
    _note_missing_pools(parts, weights.stock, factors.id, notes)


def _note_missing_pools(parts: pd.DataFrame, stock: _Terms, factor_set: str, notes: NoteBook) -> None:
    one_sided: dict[str, list[float]] = {}
    for before, after, area in _changes(parts):
        old, new = stock.by_class.get(before), stock.by_class.get(after)
        if old is not None and new is not None and old.keys() != new.keys():
            pools = ", ".join(sorted(old.keys() ^ new.keys()))
            one_sided.setdefault(f"{before} → {after}: {pools}", []).append(area)
    if one_sided:
        areas = [area for found in one_sided.values() for area in found]
        notes.add(
            "missing_stock_pool",
            "Carbon at stake: factor set “{factor_set}” gives pools on one side of a change only ({pools}); "
            "on {area_ha:.4f} ha of findings they count nothing, and the stock loss is that of the other "
            "pools. Add the missing pools to the factor set or choose another one.",
            count=len(areas),
            area_ha=math.fsum(areas),
            factor_set=factor_set,
            pools="; ".join(sorted(one_sided)),
        )


def carbon_weights(factors: FactorSet, horizon_a: float) -> CarbonWeights:
    """The terms of a factor set, and removals over so many years: what changes are weighed with."""
    stock, removal = _terms_of(factors, "stock"), _terms_of(factors, "removal")
    table = factors.terms
    silent = set(table.loc[table["quantity"] != "stock", "key"])
    silent -= set(table.loc[table["quantity"] == "removal", "key"])
    # As in the class factors: next to other fluxes a missing removal means "not applicable".
    removal.update({str(key): {} for key in silent})
    return CarbonWeights(_Terms(stock, pairwise=True), _Terms(removal, pairwise=False), horizon_a)


def _terms_of(factors: FactorSet, quantity: str) -> dict[str, dict[str, Factor]]:
    table = factors.terms
    table = table[(table["quantity"] == quantity) & table["value"].notna()]
    found: dict[str, dict[str, Factor]] = {}
    columns = (table[name].tolist() for name in ("key", "term", "value", "low", "high", "weak"))
    for key, term, value, low, high, weak in zip(*columns):
        found.setdefault(str(key), {})[str(term)] = (float(value), float(low), float(high), float(weak))
    return found


def _rows_by_group(parts: pd.DataFrame) -> Iterable[tuple[int, list[Change]]]:
    groups = parts["group"].to_numpy()
    starts = np.flatnonzero(np.diff(groups, prepend=-1))
    rows = _changes(parts)
    for start, end in zip(starts, [*starts[1:], len(rows)]):
        yield int(groups[start]), rows[start:end]


def _changes(parts: pd.DataFrame) -> list[Change]:
    return list(zip(parts["base_class"], parts["plan_class"], parts["area_ha"].astype(float)))


def _bounded(terms: Weighed | None) -> Bounded:
    if terms is None:
        return _UNKNOWN
    coefficient, value, low, high, _ = terms.T
    if not coefficient.any():
        return 0.0, 0.0, 0.0
    return (math.fsum(coefficient * value), *linear_bounds(coefficient, value, low, high))
