# SPDX-License-Identifier: GPL-2.0-or-later
"""The table of a baseline as a path starts from it: areas, pools, and what method layers answer for."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from ..errors import InputError
from ..factors import POOLS, FactorSet, class_factors
from ..factors.vocabulary import NET_BALANCE
from ..methods import TOKENS
from ..stocks import FACTORS

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.intp]
Flags = npt.NDArray[np.bool_]

#: Columns without which a table is no baseline.
NEEDED = ("unit", "carbon_class", "area_ha")
#: What a row is about, in the order of sorting.
KEY = ("unit", "carbon_class", "method", "accounts_for")
AMOUNTS = ("stock_tc", "removal_tco2e_a", "emission_tco2e_a")
#: Columns of ``class_factors`` for each amount: stem and unit.
PER_HA = {
    "stock_tc": ("density", "tc_ha"),
    "removal_tco2e_a": ("removal", "tco2e_ha_a"),
    "emission_tco2e_a": ("emission", "tco2e_ha_a"),
}
_MEASURES = {"stock_tc": "t C", "removal_tco2e_a": "t CO2e/a", "emission_tco2e_a": "t CO2e/a"}
STATED = tuple(f"{name}{bound}" for name in AMOUNTS for bound in ("", "_low", "_high"))
#: What an amount of the table may differ from area times factor (digits that text formats cut).
_SAME = 1e-6


@dataclass(frozen=True)
class BaselineRows:
    """Rows of a baseline, sorted by ``KEY``, so that sums know no order of features.

    ``frame``: ``KEY``, area_ha, ``STATED`` and one column per pool (t C, NaN where unknown);
    ``units``: the units in the order of the table; ``unit_of``: the unit of each row as its place
    in ``units``; ``claims``: the pools and processes that no factor answers for, by row.
    """

    frame: pd.DataFrame
    units: list[str]
    unit_of: Integers
    claims: tuple[frozenset[str], ...]

    def column(self, name: str) -> Floats:
        """A column of numbers."""
        return np.asarray(self.frame[name].to_numpy(dtype=np.float64))

    def pools(self) -> Floats:
        """Stock by row and pool (t C), NaN where unknown."""
        return np.column_stack([self.column(pool) for pool in POOLS])

    def with_factor(self, carbon_class: str, term: str) -> Integers:
        """Rows of a class in which the factor of a pool or process holds."""
        own = np.flatnonzero((self.frame["carbon_class"] == carbon_class).to_numpy())
        return own[[term not in self.claims[row] for row in own]]

    def of_methods(self) -> Integers:
        """Rows in which a method layer answers for something."""
        return np.flatnonzero([bool(claims) for claims in self.claims])


def baseline_rows(table: pd.DataFrame, factors: FactorSet) -> BaselineRows:
    """The rows of a baseline from its table (OUTPUT_TABLE of “Sink baseline”) and its factor set.

    A table without a column ``method`` is accounted by factors throughout; a row of another
    method answers for what ``accounts_for`` names, for all where there is no such column. Raises
    ``InputError`` for rows without unit, class or area, for areas below 0, for classes without
    factors, for a factor set other than that of the baseline, and for a set of net balances, which
    tell no pool. Errors name a row by its label in the index of the table.
    """
    _refuse_net_balance(factors)
    _refuse_gaps(table)
    frame = table[["unit", "carbon_class"]].astype(str)
    frame["method"] = _texts(table, "method", FACTORS)
    frame["accounts_for"] = _texts(
        table, "accounts_for", "" if "accounts_for" in table.columns else ",".join(TOKENS)
    )
    frame.loc[frame["method"] == FACTORS, "accounts_for"] = ""
    for name in ("area_ha", *STATED, *(f"{pool}_tc" for pool in POOLS)):
        frame[name] = _numbers(table, name) if name in table.columns else np.nan
    units = list(dict.fromkeys(frame["unit"]))
    frame = frame.sort_values([*KEY, "area_ha"], kind="stable").reset_index(drop=True)
    claims = tuple(frozenset(filter(None, text.split(","))) for text in frame["accounts_for"])
    _refuse_unknown(frame, factors)
    frame = _with_pools(frame, claims, factors)
    places = {unit: place for place, unit in enumerate(units)}
    unit_of = np.array([places[unit] for unit in frame["unit"]], dtype=np.intp)
    return BaselineRows(frame, units, unit_of, claims)


def _texts(table: pd.DataFrame, name: str, default: str) -> pd.Series:
    if name not in table.columns:
        return pd.Series(default, index=table.index, dtype=object)
    return table[name].map(lambda value: default if pd.isna(value) else str(value).strip() or default)


def _numbers(table: pd.DataFrame, name: str) -> Floats:
    values = pd.to_numeric(table[name], errors="coerce").to_numpy(dtype=np.float64)
    wrong = ~np.isfinite(values) & table[name].notna().to_numpy() & (table[name].astype(str) != "").to_numpy()
    if name == "area_ha":
        wrong |= values < 0.0
    if wrong.any():
        raise unusable(table, name, int(np.argmax(wrong)))
    return np.asarray(values)


def unusable(table: pd.DataFrame, column: str, place: int) -> InputError:
    """The refusal of a cell of a baseline, given by its place in the order of the rows."""
    return InputError(
        "The baseline, row {row}, column “{column}”: “{value}” cannot be used. Areas are 0 ha or more, "
        "years whole numbers, all figures plain numbers. Make the baseline again.",
        row=table.index[place],
        column=column,
        value=table[column].iloc[place],
    )


def _refuse_gaps(table: pd.DataFrame) -> None:
    needed = table[list(NEEDED)]
    gaps = np.flatnonzero((needed.isna() | (needed == "")).any(axis=1))
    if len(gaps):
        raise InputError(
            "The baseline lacks unit, carbon_class or area_ha in {count} rows; the first is row {row}. Make "
            "the baseline again.",
            count=len(gaps),
            row=table.index[gaps[0]],
        )


def _refuse_net_balance(factors: FactorSet) -> None:
    if factors.flux_family == NET_BALANCE:
        raise InputError(
            "Factor set “{factor_set}” holds net balances, which do not tell the pool that changes. Choose a "
            "FACTOR_SET with growth, soil and burial of their own.",
            factor_set=factors.id,
        )


def _refuse_unknown(frame: pd.DataFrame, factors: FactorSet) -> None:
    missing = sorted(set(frame["carbon_class"]) - set(factors.terms["key"]))
    if missing:
        raise InputError(
            "Factor set “{factor_set}” has no row for the classes {classes} of the baseline. Choose the "
            "FACTOR_SET with which it was made.",
            factor_set=factors.id,
            classes=", ".join(map(str, missing)),
        )


def _with_pools(frame: pd.DataFrame, claims: tuple[frozenset[str], ...], factors: FactorSet) -> pd.DataFrame:
    """Pools by name: area times density, or as a method layer states them."""
    per_ha = class_factors(factors).reindex(frame["carbon_class"]).reset_index(drop=True)
    frame = frame.copy()
    for pool in POOLS:
        stated = frame[f"{pool}_tc"].to_numpy(dtype=np.float64)
        made = frame["area_ha"].to_numpy() * per_ha[f"{pool}_tc_ha"].to_numpy(dtype=np.float64)
        claimed = np.array([pool in names for names in claims], dtype=bool)
        _refuse_other_factors(frame, ~claimed, made, stated, "t C", factors)
        frame[pool] = np.where(claimed, stated, made)
    plain = np.array([not names for names in claims], dtype=bool)
    for name, (stem, unit) in PER_HA.items():
        made = frame["area_ha"].to_numpy() * per_ha[f"{stem}_{unit}"].to_numpy(dtype=np.float64)
        stated = frame[name].to_numpy(dtype=np.float64)
        _refuse_other_factors(frame, plain, made, stated, _MEASURES[name], factors)
    return frame


def _refuse_other_factors(
    frame: pd.DataFrame, by_factors: Flags, made: Floats, stated: Floats, measure: str, factors: FactorSet
) -> None:
    """Refuse a factor set under which an amount of the table is another one, or not known."""
    if not np.isfinite(stated).any():
        return
    apart = np.abs(made - stated) > _SAME * np.maximum(np.abs(made), np.abs(stated))
    other = by_factors & (apart | (np.isfinite(made) != np.isfinite(stated)))
    if other.any():
        first = int(np.argmax(other))
        raise InputError(
            "The baseline states {stated} {measure} for class {carbon_class} in unit “{unit}”; factor set "
            "“{factor_set}” gives {made} {measure}. Choose the FACTOR_SET with which it was made.",
            stated=_figure(stated[first]),
            made=_figure(made[first]),
            measure=measure,
            carbon_class=frame["carbon_class"].iloc[first],
            unit=frame["unit"].iloc[first],
            factor_set=factors.id,
        )


def _figure(value: float) -> str:
    return f"{value:.4f}" if np.isfinite(value) else "NULL"
