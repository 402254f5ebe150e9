# SPDX-License-Identifier: GPL-2.0-or-later
"""Carbon accounts: an area table times a factor set (methods.md a1: C = Σ A·(c_AG+c_BG+c_DOM+c_SOC))."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from .errors import FactorError
from .exact_sums import sums_by
from .factors import POOLS, FactorSet, class_factors
from .intervals import linear_bounds
from .notes import NoteBook
from .stock_notes import note_missing_pools, note_no_interval, note_unknown_amounts

Floats = npt.NDArray[np.float64]

#: What an account states for each quantity: the output column and the quantity of its factor terms.
QUANTITIES = {
    "stock_tc": "stock",
    "removal_tco2e_a": "removal",
    "emission_tco2e_a": "emission",
}
POOL_COLUMNS = tuple(f"{pool}_tc" for pool in POOLS)
ACCOUNT_COLUMNS = (
    "area_ha",
    *POOL_COLUMNS,
    *(name for column in QUANTITIES for name in (column, f"{column}_low", f"{column}_high")),
    "net_tco2e_a",
)
_BOUNDS = tuple(f"{column}{bound}" for column in QUANTITIES for bound in ("_low", "_high"))
#: In the column ``method``: ground that only the factor set answers for.
FACTORS = "factors"
#: What a row of ``by_class`` is about: ``accounts_for`` are the pools and processes that the method
#: answers for, separated by commas.
KEY = ("unit", "carbon_class", "method", "accounts_for")


@dataclass(frozen=True)
class Account:
    """The account of an area table under one factor set, and of the method layers on it.

    ``by_class`` (unit, carbon_class, method, accounts_for, …) and ``by_unit`` (unit, …) hold
    ``ACCOUNT_COLUMNS``; ``total`` the same names as one dict over all units. Stocks in t C, fluxes in
    t CO2e/a, both positive by the sign rule; ``net = emission − removal``. ``*_low``/``*_high`` bound
    the 95 % interval (NaN where none is known). ``shares`` tells per quantity which share
    rests on weak factors and which has no interval.
    """

    by_class: pd.DataFrame
    by_unit: pd.DataFrame
    total: dict[str, float]
    shares: pd.DataFrame


def account(
    cells: pd.DataFrame, factor_set: FactorSet, notes: NoteBook, own: pd.DataFrame | None = None
) -> Account:
    """Multiply areas (unit, carbon_class, area_ha) with the factors of a set.

    Where the table has ``method`` and ``accounts_for`` (see ``methods.split_cells``), the factors of the
    pools and processes named there are left out, and ``own`` (``methods.MethodShares``) gives the figures
    in their place.

    Parcels of a class are fully correlated, classes and pools independent (approach 1); so are the
    parcels of one method layer, and its amounts independent of the factors and of other layers.
    Raises ``FactorError`` when a class of the table has no row in the set at all.
    """
    cells = _with_methods(cells)
    _refuse_unknown_classes(cells, factor_set)
    note_missing_pools(cells, factor_set, notes)
    by_class = _by_class(cells, factor_set, own)
    for column, quantity in QUANTITIES.items():
        note_unknown_amounts(column, quantity, by_class, factor_set, notes)
    terms = _terms_of_cells(cells, factor_set)
    by_unit = _sums_of(by_class, terms, own)
    shares = _shares(terms, own)
    note_no_interval(shares, factor_set, notes)
    one = (frame.assign(unit=0) for frame in (by_class, terms, own) if frame is not None)
    return Account(by_class, by_unit, _total(_sums_of(*one)), shares)


def _with_methods(cells: pd.DataFrame) -> pd.DataFrame:
    return cells if "method" in cells.columns else cells.assign(method=FACTORS, accounts_for="")


def _refuse_unknown_classes(cells: pd.DataFrame, factor_set: FactorSet) -> None:
    missing = sorted(set(cells["carbon_class"]) - set(factor_set.terms["key"]))
    if missing:
        area_ha = math.fsum(cells.loc[cells["carbon_class"].isin(missing), "area_ha"])
        raise FactorError(
            "Factor set “{factor_set}” has no row for the classes {classes} ({area_ha:.2f} ha). "
            "Add them to the set or choose another FACTOR_SET.",
            factor_set=factor_set.id,
            classes=", ".join(missing),
            area_ha=area_ha,
        )


def _by_class(cells: pd.DataFrame, factor_set: FactorSet, own: pd.DataFrame | None) -> pd.DataFrame:
    table = account_rows(cells, factor_set)
    if own is not None and len(own):
        table = _with_own(table, own)
    table = table.sort_values(list(KEY), kind="stable", ignore_index=True)
    table["net_tco2e_a"] = table["emission_tco2e_a"] - table["removal_tco2e_a"]
    return table[[*KEY, *ACCOUNT_COLUMNS]]


def account_rows(cells: pd.DataFrame, factor_set: FactorSet) -> pd.DataFrame:
    """What the factors give for each row (``KEY``, area_ha) beside the pools and processes of its method."""
    parts = [
        _times_factors(part, class_factors(without_claimed(factor_set, claims)))
        for claims, part in cells.groupby("accounts_for", sort=True)
    ]
    return pd.concat(parts) if parts else _times_factors(cells, class_factors(factor_set))


def without_claimed(factor_set: FactorSet, accounts_for: str) -> FactorSet:
    """The set without the terms of the pools and processes that a method answers for."""
    claimed = factor_set.terms["term"].isin(accounts_for.split(","))
    return replace(factor_set, terms=factor_set.terms[~claimed])


def _times_factors(cells: pd.DataFrame, factors: pd.DataFrame) -> pd.DataFrame:
    table = cells.sort_values(list(KEY), kind="stable").reset_index(drop=True)
    per_ha = factors.reindex(table["carbon_class"]).reset_index(drop=True)
    area_ha = table["area_ha"].to_numpy(float)
    columns = {pool: f"{pool.replace('_tc', '')}_tc_ha" for pool in POOL_COLUMNS}
    for name, factor in columns.items():
        table[name] = area_ha * per_ha[factor].to_numpy(float)
    for name, stem, unit in (
        ("stock_tc", "density", "tc_ha"),
        ("removal_tco2e_a", "removal", "tco2e_ha_a"),
        ("emission_tco2e_a", "emission", "tco2e_ha_a"),
    ):
        for bound in ("", "_low", "_high"):
            table[f"{name}{bound}"] = area_ha * per_ha[f"{stem}{bound}_{unit}"].to_numpy(float)
    return table


def _with_own(table: pd.DataFrame, own: pd.DataFrame) -> pd.DataFrame:
    """Add the figures of method layers to the rows of their ground."""
    squares = own.assign(
        **{name: np.square(own[name]) for name in own.columns if name.endswith(("_down", "_up"))}
    )
    amounts = [name for name in own.columns if name.startswith((*POOL_COLUMNS, *QUANTITIES))]
    added = sums_by(squares, KEY, amounts).set_index(list(KEY))
    rows = table.set_index(list(KEY))
    rows = rows.reindex(rows.index.union(added.index))
    rows["area_ha"] = rows["area_ha"].fillna(0.0)
    added = added.reindex(rows.index)
    for name in POOL_COLUMNS:
        rows[name] = _known_plus(rows[name], added[name])
    for name in QUANTITIES:
        _add_amount(rows, added, name)
    # Where a method gives one of the two fluxes, the other is not applicable: 0.
    given = added["removal_tco2e_a"].notna() | added["emission_tco2e_a"].notna()
    for name in ("removal_tco2e_a", "emission_tco2e_a"):
        rows[name] = rows[name].where(rows[name].notna() | ~given, 0.0)
    return rows.reset_index()


def _add_amount(rows: pd.DataFrame, added: pd.DataFrame, name: str) -> None:
    """Add the methods' part of an amount in place; half-widths (squares in ``added``) in quadrature."""
    value = _known_plus(rows[name], added[name])
    # A layer without any interval has half-widths of 0, and something open.
    bounded = (added[f"{name}_down"] + added[f"{name}_up"] > 0.0) | (added[f"{name}_open"] == 0.0)
    bounded &= added[name].notna()
    for bound, side, sign in (("_low", "_down", -1.0), ("_high", "_up", 1.0)):
        square = np.square(rows[f"{name}{bound}"] - rows[name])
        square = _known_plus(square, added[f"{name}{side}"].where(bounded))
        rows[f"{name}{bound}"] = value + sign * np.sqrt(square)
    rows[name] = value


def _known_plus(first: pd.Series, second: pd.Series) -> pd.Series:
    return first.add(second, fill_value=0.0)


def _terms_of_cells(cells: pd.DataFrame, factor_set: FactorSet) -> pd.DataFrame:
    columns = ["key", "quantity", "term", "value", "low", "high", "weak"]
    merged = cells.merge(factor_set.terms[columns], left_on="carbon_class", right_on="key")
    claimed = [term in claims.split(",") for term, claims in zip(merged["term"], merged["accounts_for"])]
    return merged[~np.array(claimed, dtype=bool)].sort_values(
        ["unit", "key", "quantity", "term", "method", "accounts_for"], kind="stable"
    )


def _sums_of(by_class: pd.DataFrame, terms: pd.DataFrame, own: pd.DataFrame | None = None) -> pd.DataFrame:
    """``ACCOUNT_COLUMNS`` of each unit, in the order of their numbers."""
    table = sums_by(by_class, ["unit"], ["area_ha", *POOL_COLUMNS, *QUANTITIES])
    for column, quantity in QUANTITIES.items():
        inputs = [_factor_inputs(terms[terms["quantity"] == quantity])]
        if own is not None:
            inputs.append(_layer_inputs(own[own[column].notna()], column))
        bounds = _bounds(inputs)
        for number, name in enumerate((f"{column}_low", f"{column}_high")):
            table[name] = [bounds.get(unit, (math.nan, math.nan))[number] for unit in table["unit"]]
    table["net_tco2e_a"] = table["emission_tco2e_a"] - table["removal_tco2e_a"]
    return table[["unit", *ACCOUNT_COLUMNS]]


def _total(table: pd.DataFrame) -> dict[str, float]:
    if table.empty:
        return {**dict.fromkeys(ACCOUNT_COLUMNS, 0.0), **dict.fromkeys(_BOUNDS, math.nan)}
    return {name: float(table[name].iloc[0]) for name in ACCOUNT_COLUMNS}


def _factor_inputs(terms: pd.DataFrame) -> pd.DataFrame:
    # A class is one random draw however many units it lies in: areas of a class add up first.
    key = ["unit", "key", "term"]
    figures = terms.drop_duplicates(key).sort_values(key, kind="stable", ignore_index=True)
    figures["weight"] = sums_by(terms, key, ["area_ha"])["area_ha"]
    return figures[["unit", "weight", "value", "low", "high"]]


def _layer_inputs(own: pd.DataFrame, column: str) -> pd.DataFrame:
    # So are the parcels of a method layer: their half-widths add up.
    parts = {f"{column}{part}": part or "value" for part in ("", "_down", "_up", "_open")}
    sums = sums_by(own, ["unit", "layer"], list(parts)).rename(columns=parts)
    bounded = (sums["_down"] + sums["_up"] > 0.0) | (sums["_open"] == 0.0)
    sums["low"] = (sums["value"] - sums["_down"]).where(bounded)
    sums["high"] = (sums["value"] + sums["_up"]).where(bounded)
    return sums.assign(weight=1.0)[["unit", "weight", "value", "low", "high"]]


def _bounds(inputs: list[pd.DataFrame]) -> dict[object, tuple[float, float]]:
    """Bounds of each unit from what its amount is the sum of."""
    rows: dict[object, list[tuple[float, ...]]] = {}
    for frame in inputs:
        for unit, *figures in frame.itertuples(index=False):
            rows.setdefault(unit, []).append(tuple(figures))
    return {unit: linear_bounds(*np.array(figures, dtype=float).T) for unit, figures in rows.items()}


def _shares(terms: pd.DataFrame, own: pd.DataFrame | None) -> pd.DataFrame:
    rows = []
    for column, quantity in QUANTITIES.items():
        part = terms[(terms["quantity"] == quantity) & terms["value"].notna()]
        size = (part["area_ha"] * part["value"]).abs()
        unknown = part["low"].isna() | part["high"].isna()
        whole, weak, opened = (
            math.fsum(size),
            math.fsum(size[part["weak"].astype(bool)]),
            math.fsum(size[unknown]),
        )
        if own is not None:
            whole += math.fsum(own[column].abs().fillna(0.0))
            weak += math.fsum(own[f"{column}_weak"])
            opened += math.fsum(own[f"{column}_open"])
        rows.append(
            {
                "quantity": quantity,
                "weak_share": weak / whole if whole else math.nan,
                "no_interval_share": opened / whole if whole else math.nan,
            }
        )
    return pd.DataFrame(rows).set_index("quantity")


def known_sum(values: Iterable[float]) -> float:
    """Sum of the known values; NaN when there are values and none of them is known."""
    numbers = [float(value) for value in values]
    known = [value for value in numbers if math.isfinite(value)]
    return math.fsum(known) if known or not numbers else math.nan


def outputs_of(result: Account) -> dict[str, Any]:
    """Number outputs that every account algorithm hands to models."""
    total = result.total
    outputs: dict[str, Any] = {"TOTAL_AREA_HA": total["area_ha"]}
    for column in QUANTITIES:
        outputs[f"TOTAL_{column.upper()}"] = total[column]
        outputs[f"TOTAL_{column.upper()}_LOW"] = total[f"{column}_low"]
        outputs[f"TOTAL_{column.upper()}_HIGH"] = total[f"{column}_high"]
    outputs["WEAK_SHARE"] = float(result.shares.loc["stock", "weak_share"])
    return outputs
