# SPDX-License-Identifier: GPL-2.0-or-later
"""Carbon accounts: an area table times a factor set (methods.md a1: C = Σ A·(c_AG+c_BG+c_DOM+c_SOC))."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from .errors import FactorError
from .factors import POOLS, FactorSet, class_factors
from .intervals import linear_bounds
from .notes import NoteBook

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


@dataclass(frozen=True)
class Account:
    """The account of an area table under one factor set.

    ``by_class`` (unit, carbon_class, …) and ``by_unit`` (unit, …) hold ``ACCOUNT_COLUMNS``;
    ``total`` the same names as one dict over all units. Stocks in t C, fluxes in t CO2e/a,
    both positive by the sign rule; ``net = emission − removal``. ``*_low``/``*_high`` bound
    the 95 % interval (NaN where none is known). ``shares`` tells per quantity which share
    rests on weak factors and which has no interval.
    """

    by_class: pd.DataFrame
    by_unit: pd.DataFrame
    total: dict[str, float]
    shares: pd.DataFrame


def account(cells: pd.DataFrame, factor_set: FactorSet, notes: NoteBook) -> Account:
    """Multiply areas (unit, carbon_class, area_ha) with the factors of a set.

    Parcels of a class are fully correlated, classes and pools independent (approach 1).
    Raises ``FactorError`` when a class of the table has no row in the set at all.
    """
    _refuse_unknown_classes(cells, factor_set)
    _note_missing_pools(cells, factor_set, notes)
    by_class = _by_class(cells, class_factors(factor_set))
    _note_unknown_quantities(by_class, factor_set, notes)
    terms = _terms_of_cells(cells, factor_set)
    by_unit = pd.DataFrame(
        [
            {"unit": unit, **_sum_of(part, terms[terms["unit"] == unit])}
            for unit, part in by_class.groupby("unit")
        ]
    )
    if by_unit.empty:
        by_unit = pd.DataFrame(columns=["unit", *ACCOUNT_COLUMNS])
    shares = _shares(terms)
    _note_no_interval(shares, factor_set, notes)
    return Account(by_class, by_unit, _sum_of(by_class, terms), shares)


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


def _note_missing_pools(cells: pd.DataFrame, factor_set: FactorSet, notes: NoteBook) -> None:
    stocks = factor_set.terms[factor_set.terms["quantity"] == "stock"]
    for pool in POOLS:
        have = set(stocks.loc[(stocks["term"] == pool) & stocks["value"].notna(), "key"])
        lacking = cells[~cells["carbon_class"].isin(have)]
        if len(lacking):
            notes.add(
                "missing_pool",
                "Pool {pool} has no factor for {classes} in set “{factor_set}”: it is NULL there, "
                "not 0 ({area_ha:.4f} ha).",
                area_ha=math.fsum(lacking["area_ha"]),
                count=lacking["carbon_class"].nunique(),
                pool=pool,
                classes=", ".join(sorted(set(lacking["carbon_class"]))),
                factor_set=factor_set.id,
            )


def _note_unknown_quantities(by_class: pd.DataFrame, factor_set: FactorSet, notes: NoteBook) -> None:
    for column, quantity in QUANTITIES.items():
        lacking = by_class[by_class[column].isna()]
        if len(lacking):
            notes.add(
                "missing_factor",
                "Factor set “{factor_set}” has no {quantity} factor for {classes} ({area_ha:.4f} ha): it is "
                "NULL there, not 0, and sums hold the known part only. Add these factors to the set to have "
                "a whole.",
                area_ha=math.fsum(lacking["area_ha"]),
                count=lacking["carbon_class"].nunique(),
                factor_set=factor_set.id,
                quantity=quantity,
                classes=", ".join(sorted(set(lacking["carbon_class"]))),
            )


def _note_no_interval(shares: pd.DataFrame, factor_set: FactorSet, notes: NoteBook) -> None:
    for quantity, share in shares["no_interval_share"].items():
        if share > 0:
            notes.add(
                "no_interval",
                "{percent:.1f} % of the {quantity} rests on factors of set “{factor_set}” without an "
                "interval: the bounds leave these out and are too narrow. Add low and high to the set.",
                percent=100.0 * float(share),
                quantity=quantity,
                factor_set=factor_set.id,
            )


def _by_class(cells: pd.DataFrame, factors: pd.DataFrame) -> pd.DataFrame:
    table = cells.sort_values(["unit", "carbon_class"], kind="stable").reset_index(drop=True)
    per_ha = factors.loc[table["carbon_class"]].reset_index(drop=True)
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
    table["net_tco2e_a"] = table["emission_tco2e_a"] - table["removal_tco2e_a"]
    return table[["unit", "carbon_class", *ACCOUNT_COLUMNS]]


def _terms_of_cells(cells: pd.DataFrame, factor_set: FactorSet) -> pd.DataFrame:
    columns = ["key", "quantity", "term", "value", "low", "high", "weak"]
    merged = cells.merge(factor_set.terms[columns], left_on="carbon_class", right_on="key")
    return merged.sort_values(["unit", "key", "quantity", "term"], kind="stable")


def _sum_of(by_class: pd.DataFrame, terms: pd.DataFrame) -> dict[str, float]:
    row: dict[str, float] = {"area_ha": math.fsum(by_class["area_ha"])}
    for pool in POOL_COLUMNS:
        row[pool] = known_sum(by_class[pool])
    for column, quantity in QUANTITIES.items():
        row[column] = known_sum(by_class[column])
        row[f"{column}_low"], row[f"{column}_high"] = _bounds(terms[terms["quantity"] == quantity])
    row["net_tco2e_a"] = row["emission_tco2e_a"] - row["removal_tco2e_a"]
    return row


def _bounds(terms: pd.DataFrame) -> tuple[float, float]:
    # A class is one random draw however many units it lies in: areas of a class add up first.
    per_term = terms.groupby(["key", "term"], sort=True).agg(
        area_ha=("area_ha", math.fsum), value=("value", "first"), low=("low", "first"), high=("high", "first")
    )
    if per_term.empty:
        return math.nan, math.nan
    return linear_bounds(
        per_term["area_ha"].to_numpy(float),
        per_term["value"].to_numpy(float),
        per_term["low"].to_numpy(float),
        per_term["high"].to_numpy(float),
    )


def _shares(terms: pd.DataFrame) -> pd.DataFrame:
    rows = []
    for quantity in QUANTITIES.values():
        part = terms[(terms["quantity"] == quantity) & terms["value"].notna()]
        size = (part["area_ha"] * part["value"]).abs()
        whole = math.fsum(size)
        unknown = part["low"].isna() | part["high"].isna()
        rows.append(
            {
                "quantity": quantity,
                "weak_share": math.fsum(size[part["weak"].astype(bool)]) / whole if whole else math.nan,
                "no_interval_share": math.fsum(size[unknown]) / whole if whole else math.nan,
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
