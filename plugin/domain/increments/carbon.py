# SPDX-License-Identifier: GPL-2.0-or-later
"""The carbon of booked entries: what changes, and what only enters or leaves the account."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd

from ..exact_sums import group_sums, sums_by
from ..factors import POOLS, FactorSet, class_factors
from ..geometry import Floats, Rows
from ..intervals import linear_bounds
from ..notes import NoteBook
from ..progress import Progress, silent
from ..stocks import FACTORS
from .opening import DENSITIES, Opening

#: Groups whose bounds are computed between two looks at the progress.
GROUPS = 2_000

#: Stocks of an entry in t C: gained and lost by the change, and merely entered and left.
STOCKS = ("additions_tc", "reductions_tc", "entered_tc", "left_tc", "change_tc")


def with_carbon(
    entries: pd.DataFrame, opening: Opening, factor_set: FactorSet, notes: NoteBook
) -> pd.DataFrame:
    """The entries with ``STOCKS``.

    A pool counts as changed only where it is known before and after (methods.md a2: identical
    base); else its stock leaves or enters the account without a change of carbon: so a built-up
    class without a soil figure keeps the soil of the land before it. ``change_tc`` is NaN where
    no pool is known at both dates.
    """
    before = _densities_before(entries, opening, factor_set)
    after = _densities(entries, "to_class", factor_set)
    area = entries["area_ha"].to_numpy(float)
    both = np.isfinite(before) & np.isfinite(after)
    counted = both.any(axis=1)
    made = entries.copy()
    made["additions_tc"] = area * np.where(both, after, 0.0).sum(axis=1)
    made["reductions_tc"] = area * np.where(both, before, 0.0).sum(axis=1)
    made["entered_tc"] = area * np.where(both, 0.0, np.nan_to_num(after)).sum(axis=1)
    made["left_tc"] = area * np.where(both, 0.0, np.nan_to_num(before)).sum(axis=1)
    made["change_tc"] = np.where(counted, made["additions_tc"] - made["reductions_tc"], math.nan)
    for number, pool in enumerate(POOLS):
        made[f"counts_{pool}"] = both[:, number]
    _note_one_sided(made, before, after, notes)
    return made


def _densities(entries: pd.DataFrame, column: str, factor_set: FactorSet) -> Floats:
    factors = class_factors(factor_set)[list(DENSITIES)]
    found = factors.reindex(entries[column].to_numpy(object))
    densities: Floats = found.to_numpy(dtype=np.float64)
    return densities


def _densities_before(entries: pd.DataFrame, opening: Opening, factor_set: FactorSet) -> Floats:
    source = entries["source"].to_numpy(dtype=np.intp)
    by_class = _densities(entries, "from_class", factor_set)
    if opening.rows.empty:
        return by_class
    rows = opening.rows[list(DENSITIES)].to_numpy(dtype=np.float64)
    return np.where((source >= 0)[:, None], rows[np.maximum(source, 0)], by_class)


def _note_one_sided(entries: pd.DataFrame, before: Floats, after: Floats, notes: NoteBook) -> None:
    changes = (entries["from_class"].notna() & entries["to_class"].notna()).to_numpy()
    for number, pool in enumerate(POOLS):
        once = changes & (np.isfinite(before[:, number]) != np.isfinite(after[:, number]))
        if not once.any():
            continue
        pairs = sorted({f"{row.from_class} → {row.to_class}" for row in entries[once].itertuples()})
        amount = entries["area_ha"].to_numpy(float)[once] * np.nan_to_num(before[once, number])
        notes.add(
            "pool_known_once",
            "Pool {pool} has a factor at one of the two dates only on {area_ha:.4f} ha ({pairs}): no change "
            "of it is counted there. {left_tc:.2f} t C of it leave the table without being booked as a loss; "
            "built-up land keeps the soil that it covers, as no source states a loss.",
            area_ha=math.fsum(entries["area_ha"].to_numpy(float)[once]),
            count=int(once.sum()),
            pool=pool,
            pairs=", ".join(pairs),
            left_tc=math.fsum(amount),
        )


def change_by(
    entries: pd.DataFrame,
    keys: list[str],
    opening: Opening,
    factor_set: FactorSet,
    progress: Progress = silent,
) -> pd.DataFrame:
    """Change of the stock of each group of entries: ``keys``, change_tc, change_tc_low, change_tc_high.

    Land of a class moves together in each pool, classes and pools are independent: areas of a
    class that are gained and lost in one group offset each other before the half-widths are
    added in quadrature (IPCC 2006 Guidelines, Vol. 1, Ch. 3, eq. 3.2).
    """
    group, names = groups_of(entries, keys)
    known_changes = entries[["change_tc"]].assign(group=group)
    change = sums_by(known_changes, ["group"], ["change_tc"])["change_tc"].to_numpy(float)
    low, high = _bounds(group, len(names), _terms(entries, opening, factor_set), progress)
    known = np.isfinite(change)
    return names.assign(
        change_tc=change,
        change_tc_low=np.where(known, low, math.nan),
        change_tc_high=np.where(known, high, math.nan),
    )


def groups_of(entries: pd.DataFrame, keys: list[str]) -> tuple[Rows, pd.DataFrame]:
    """The group of each entry by its keys, and the keys of each group, sorted."""
    group = entries.groupby(keys, sort=True, dropna=False).ngroup().to_numpy(dtype=np.intp)
    first = np.unique(group, return_index=True)[1]
    return group, entries[keys].iloc[first].reset_index(drop=True)


def _bounds(group: Rows, count: int, terms: pd.DataFrame, progress: Progress) -> tuple[Floats, Floats]:
    """95 % bounds of each group from the coefficients of its terms."""
    number, _ = pd.factorize(terms["term"], sort=True)
    kinds = int(number.max(initial=-1)) + 1
    key = group[terms["row"].to_numpy(dtype=np.intp)] * max(kinds, 1) + number
    pair, first, member = np.unique(key, return_index=True, return_inverse=True)
    coefficient = group_sums(terms["coefficient"].to_numpy(float), member, len(pair))
    value, low, high = terms[["value", "low", "high"]].to_numpy(dtype=np.float64)[first].T
    ends = np.searchsorted(pair // max(kinds, 1), np.arange(count + 1))
    bounds = np.full((2, count), math.nan)
    for place, (start, end) in enumerate(zip(ends[:-1], ends[1:])):
        if place % GROUPS == 0:
            progress(place / count)
        rows = slice(start, end)
        bounds[:, place] = linear_bounds(coefficient[rows], value[rows], low[rows], high[rows])
    return bounds[0], bounds[1]


def total_change(entries: pd.DataFrame, opening: Opening, factor_set: FactorSet) -> dict[str, float]:
    """The change of all entries together, with its bounds."""
    if entries.empty:
        return {"change_tc": 0.0, "change_tc_low": 0.0, "change_tc_high": 0.0}
    row = change_by(entries.assign(all=0), ["all"], opening, factor_set).iloc[0]
    return {name: float(row[name]) for name in ("change_tc", "change_tc_low", "change_tc_high")}


def _terms(entries: pd.DataFrame, opening: Opening, factor_set: FactorSet) -> pd.DataFrame:
    """Coefficients (ha) of the factors in each change: row (of the entries), term, coefficient, bounds."""
    entries = entries.assign(row=np.arange(len(entries)))
    stocks = factor_set.terms[factor_set.terms["quantity"] == "stock"].set_index(["key", "term"])
    method = opening.rows["method"].to_numpy(object)
    source = entries["source"].to_numpy(dtype=np.intp)
    own = np.zeros(len(entries), dtype=bool)
    if len(method):
        own = (source >= 0) & (method[np.maximum(source, 0)] != FACTORS)
    parts = []
    for side, sign, plain in (("to_class", 1.0, np.ones(len(entries), bool)), ("from_class", -1.0, ~own)):
        for pool in POOLS:
            here = entries[plain & entries[f"counts_{pool}"].to_numpy(bool)]
            if len(here):
                index = pd.MultiIndex.from_arrays([here[side], np.full(len(here), pool, dtype=object)])
                found = stocks[["value", "low", "high"]].reindex(index).to_numpy(dtype=np.float64)
                parts.append(_part(here, here[side] + "|" + pool, sign * here["area_ha"], found))
    if own.any():
        parts.append(_own_terms(entries[own], opening))
    return pd.concat(parts, ignore_index=True) if parts else _part(entries.iloc[:0], [], [], np.empty((0, 3)))


def _own_terms(entries: pd.DataFrame, opening: Opening) -> pd.DataFrame:
    """Ground taken from rows of other methods: one term for each method, as its parcels are one draw.

    The coefficient is the stock taken (t C); the interval is that of all the stock of the method.
    """
    stocks = ["stock_tc", "stock_tc_low", "stock_tc_high"]
    rows = opening.rows[opening.rows["method"] != FACTORS].dropna(subset=stocks)
    sums = sums_by(rows, ["method"], stocks).set_index("method")
    method = opening.rows["method"].to_numpy(object)[entries["source"].to_numpy(dtype=np.intp)]
    stock = sums["stock_tc"].where(sums["stock_tc"] > 0.0)
    relative = pd.DataFrame(
        {"value": 1.0, "low": sums["stock_tc_low"] / stock, "high": sums["stock_tc_high"] / stock}
    )
    found = relative.reindex(method).to_numpy(dtype=np.float64)
    return _part(entries, "method " + pd.Series(method, dtype=object), -entries["reductions_tc"], found)


def _part(entries: pd.DataFrame, term: object, coefficient: object, factor: Floats) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "row": entries["row"].to_numpy(dtype=np.intp),
            "term": np.asarray(term, dtype=object),
            "coefficient": np.asarray(coefficient, dtype=float),
            "value": factor[:, 0],
            "low": factor[:, 1],
            "high": factor[:, 2],
        }
    )
