# SPDX-License-Identifier: GPL-2.0-or-later
"""What an account notes: pools and fluxes that nothing gives, and figures without an interval."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd

from .factors import POOLS, PROCESSES, FactorSet
from .notes import NoteBook


def claims_flux(accounts_for: str) -> bool:
    """Whether pools and processes separated by commas have a process among them."""
    return not set(PROCESSES).isdisjoint(accounts_for.split(","))


def note_missing_pools(cells: pd.DataFrame, factor_set: FactorSet, notes: NoteBook) -> None:
    """Note the pools that the set lacks for classes, where no method answers for them."""
    stocks = factor_set.terms[factor_set.terms["quantity"] == "stock"]
    for pool in POOLS:
        have = set(stocks.loc[(stocks["term"] == pool) & stocks["value"].notna(), "key"])
        claimed = [pool in claims.split(",") for claims in cells["accounts_for"]]
        lacking = cells[
            ~cells["carbon_class"].isin(have) & ~pd.Series(claimed, index=cells.index, dtype=bool)
        ]
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


def note_unknown_amounts(
    column: str, quantity: str, by_class: pd.DataFrame, factor_set: FactorSet, notes: NoteBook
) -> None:
    """Note the classes for which the set gives no amount (``column``), where no method answers for it."""
    claimed = np.array(
        [quantity != "stock" and claims_flux(text) for text in by_class["accounts_for"]], dtype=bool
    )
    lacking = by_class[by_class[column].isna() & ~claimed & (by_class["area_ha"] > 0.0)]
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


def note_no_interval(shares: pd.DataFrame, factor_set: FactorSet, notes: NoteBook) -> None:
    """Note the share of each quantity that has no interval."""
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
