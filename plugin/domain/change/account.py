# SPDX-License-Identifier: GPL-2.0-or-later
"""Change of carbon stock between two dates: the stock-difference method (储量变化法, methods.md a2)."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..errors import ClassError, InputError
from ..factors import POOLS, FactorSet
from ..geometry import Flags, Floats, Rows
from ..intervals import linear_bounds
from ..notes import NoteBook
from ..progress import Progress, silent
from ..quantities.ground import sum_by
from ..stocks import account, known_sum
from ..units import CO2_PER_C
from .balance import with_both_classes
from .densities import Densities, PairDensities, bounds_of_change, densities_of, pair_densities
from .model import Transitions
from .remarks import note_densities, note_no_interval, note_one_date

#: Stocks and their change in t C with 95 % bounds, the change also in t CO2/a.
STOCKS = ("stock_before_tc", "stock_after_tc", "change_tc")
BOUNDS = ("", "_low", "_high")
UNIT_COLUMNS = (
    "area_ha",
    "changed_ha",
    *(f"{name}{bound}" for name in STOCKS for bound in BOUNDS),
    "gain_tc",
    "loss_tc",
    *(f"change_tco2e_a{bound}" for bound in BOUNDS),
    "only_before_ha",
    "only_after_ha",
)
TRANSITION_COLUMNS = (
    "area_ha",
    "stock_before_tc",
    "stock_after_tc",
    *(f"change_tc{bound}" for bound in BOUNDS),
)


@dataclass(frozen=True)
class ChangeAccount:
    """``by_unit``: unit (its row), ``UNIT_COLUMNS``, unit_area_ha and covered_share, one row per unit;
    ``by_transition``: unit, from_class, to_class, ``TRANSITION_COLUMNS``, the rows of ``Transitions.cells``
    (figures of carbon are NaN where a class is None); ``total``: ``UNIT_COLUMNS`` of all ground, counted
    once; ``weak_share``: share of both dates' stock that rests on weak factors."""

    by_unit: pd.DataFrame
    by_transition: pd.DataFrame
    total: dict[str, float]
    weak_share: float


def require_years(year_before: int, year_after: int) -> int:
    """Years between two dates; raises ``InputError`` where the second is not later."""
    if year_after <= year_before:
        raise InputError(
            "YEAR_AFTER ({after}) must be later than YEAR_BEFORE ({before}). Exchange the two layers, or "
            "correct the years.",
            before=year_before,
            after=year_after,
        )
    return year_after - year_before


def change_account(
    transitions: Transitions,
    factor_set: FactorSet,
    years: int,
    notes: NoteBook,
    progress: Progress = silent,
) -> ChangeAccount:
    """Multiply transitions with the densities of a factor set.

    Stocks count ground with a class at both dates, the identical area base that the method asks
    for, and there the pools that are known at both. ``change = after − before``, ``gain`` and
    ``loss`` are the sums of the transitions that gain and lose. Intervals: the density of a class
    and pool is one draw for both dates, so bounds are ``linear_bounds`` over closing less opening
    area. Raises ``FactorError`` for a class without any row in the set, ``ClassError`` when no
    ground has a class at both dates.
    """
    known = with_both_classes(transitions.cells)
    once = known if transitions.whole is None else with_both_classes(transitions.whole)
    if known.empty:
        raise ClassError(
            "No ground has a class at both dates. Check that the two layers, and the units where given, "
            "cover the same area and that the codes were read with the right CLASSIFICATION."
        )
    shares = account(_both_stocks(once), factor_set, NoteBook()).shares.loc["stock"]
    densities = densities_of(factor_set)
    table = _by_transition(transitions.cells, densities)
    pairs = _pairs(once, densities)
    note_one_date(transitions.cells if transitions.whole is None else transitions.whole, notes)
    note_densities(once, pairs, factor_set, notes)
    note_no_interval(float(shares["no_interval_share"]), factor_set, notes)
    total = _by_transition(transitions.whole, densities) if transitions.whole is not None else table
    return ChangeAccount(
        by_unit=_by_unit(table, transitions, densities, years, progress),
        by_transition=table,
        total=_sums(total, densities, years),
        weak_share=float(shares["weak_share"]),
    )


def _both_stocks(cells: pd.DataFrame) -> pd.DataFrame:
    """Opening and closing areas as one area table."""
    dates = [
        cells[["unit", column, "area_ha"]].rename(columns={column: "carbon_class"})
        for column in ("from_class", "to_class")
    ]
    return pd.concat(dates, ignore_index=True).assign(unit=0)


def _pairs(cells: pd.DataFrame, densities: Densities) -> PairDensities:
    return pair_densities(
        cells["from_class"].to_numpy(dtype=object), cells["to_class"].to_numpy(dtype=object), densities
    )


def _by_transition(cells: pd.DataFrame, densities: Densities) -> pd.DataFrame:
    """``TRANSITION_COLUMNS`` of every row; the few different pairs are computed once, per hectare."""
    table = cells.reset_index(drop=True).copy()
    known = with_both_classes(table)
    distinct = known[["from_class", "to_class"]].drop_duplicates()
    pairs = _pairs(distinct, densities)
    before, after = pairs.before_tc_ha(), pairs.after_tc_ha()
    low, high = pairs.change_bounds_tc_ha()
    per_ha = dict(zip(TRANSITION_COLUMNS[1:], (before, after, after - before, low, high)))
    place = pd.MultiIndex.from_frame(distinct).get_indexer(
        pd.MultiIndex.from_frame(known[["from_class", "to_class"]])
    )
    for name, values in per_ha.items():
        column = np.full(len(table), math.nan)
        column[known.index] = known["area_ha"].to_numpy(float) * values[place]
        table[name] = column
    return table[["unit", "from_class", "to_class", *TRANSITION_COLUMNS]]


def _by_unit(
    table: pd.DataFrame, transitions: Transitions, densities: Densities, years: int, progress: Progress
) -> pd.DataFrame:
    groups = dict(tuple(table.groupby("unit", sort=True)))
    nothing = table.iloc[:0]
    units, rows = transitions.units, []
    for done, unit in enumerate(units["unit"]):
        progress(done / len(units))
        rows.append({"unit": unit, **_sums(groups.get(unit, nothing), densities, years)})
    frame = pd.DataFrame(rows, columns=["unit", *UNIT_COLUMNS])
    frame["unit_area_ha"] = units["area_ha"].to_numpy(float)
    share = np.full(len(frame), math.nan)
    np.divide(
        units["covered_ha"].to_numpy(float),
        units["area_ha"].to_numpy(float),
        out=share,
        where=units["area_ha"].to_numpy(float) > 0.0,
    )
    frame["covered_share"] = share
    return frame


def _sums(table: pd.DataFrame, densities: Densities, years: int) -> dict[str, float]:
    known = with_both_classes(table)
    change = known["change_tc"].to_numpy(float)
    some = np.nan_to_num(change)
    row = {
        "area_ha": math.fsum(known["area_ha"]),
        "changed_ha": math.fsum(known.loc[known["from_class"] != known["to_class"], "area_ha"]),
        "stock_before_tc": _known_sum(known["stock_before_tc"]),
        "stock_after_tc": _known_sum(known["stock_after_tc"]),
        "change_tc": _known_sum(change),
        "gain_tc": math.fsum(some[some > 0.0]),
        "loss_tc": math.fsum(-some[some < 0.0]),
        "only_before_ha": math.fsum(table.loc[table["to_class"].isna(), "area_ha"]),
        "only_after_ha": math.fsum(table.loc[table["from_class"].isna(), "area_ha"]),
    }
    row.update(_bounds(known, densities))
    for bound in BOUNDS:
        row[f"change_tco2e_a{bound}"] = row[f"change_tc{bound}"] * CO2_PER_C / years
    return row


def _known_sum(values: Iterable[float]) -> float:
    numbers = list(values)
    return known_sum(numbers) if numbers else math.nan


def _bounds(known: pd.DataFrame, densities: Densities) -> dict[str, float]:
    """Bounds of both stocks and of their change, each over the areas of classes and pools."""
    pairs = _pairs(known, densities)
    area_ha = known["area_ha"].to_numpy(float)
    opening = _class_areas(pairs.first, pairs.known, area_ha, densities)
    closing = _class_areas(pairs.second, pairs.known, area_ha, densities)
    # Ground that stays as it is cancels out exactly, not up to rounding.
    moved = pairs.known & (pairs.first != pairs.second)
    change = _class_areas(pairs.second, moved, area_ha, densities) - _class_areas(
        pairs.first, moved, area_ha, densities
    )
    row = {}
    for name, areas in zip(STOCKS, (opening, closing, change)):
        value, low, high = densities.value, densities.low, densities.high
        found = (
            bounds_of_change(areas, value, low, high)
            if name == "change_tc"
            else linear_bounds(areas.ravel(), value.ravel(), low.ravel(), high.ravel())
        )
        row[f"{name}_low"], row[f"{name}_high"] = found
    return row


def _class_areas(rows: Rows, counted: Flags, area_ha: Floats, densities: Densities) -> Floats:
    """Hectares of each class (rows of ``densities``) and pool that are ``counted``, exactly rounded."""
    shape = densities.value.shape
    place = rows * len(POOLS) + np.arange(len(POOLS))
    hectares = np.where(counted, area_ha[:, None], 0.0)
    return sum_by(hectares.ravel(), place.ravel(), shape[0] * shape[1]).reshape(shape)
