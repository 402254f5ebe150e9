# SPDX-License-Identifier: GPL-2.0-or-later
"""Which factor, and which area, makes an account unsure: shares in the variance of the total."""

from __future__ import annotations

import math
from collections.abc import Hashable
from typing import Any

import numpy as np
import pandas as pd

from .table import AccountTable

#: Columns of the account by quantity.
RANKED = {"stock": "stock_tc", "removal": "removal_tco2e_a", "emission": "emission_tco2e_a"}
#: Stands in place of a term where the area of a class is meant.
AREA = "area"
#: The same for all that a method states of a quantity; the name of the method stands in place of a class.
METHOD = "method"


def rank_inputs(table: AccountTable) -> pd.DataFrame:
    """Share of each factor and of each class area in the variance of the total."""
    blocks: list[dict[Hashable, Any]] = []
    for quantity, name in RANKED.items():
        area, terms = table.coefficients(name)
        width = (terms["high"] - terms["low"]).to_numpy(dtype=float) / 2.0
        frame = terms[["key", "term", "value", "low", "high", "evidence", "source"]].copy()
        frame["variance"] = np.square(np.nan_to_num(area[-1] * width))
        # Row by row: versions of pandas disagree on the types of what is joined to nothing.
        more = [*_area_rows(table, name).to_dict("records"), *_method_rows(table, name)]
        rows = [*frame.to_dict("records"), *more]
        blocks += _ordered(pd.DataFrame(rows, columns=frame.columns), quantity)
    ranking = pd.DataFrame(blocks, columns=["quantity", *frame.columns, "contribution", "cumulative"])
    return ranking.rename(columns={"key": "carbon_class"}).drop(columns="variance")


def _area_rows(table: AccountTable, name: str) -> pd.DataFrame:
    area, terms = table.coefficients(name)
    rows = []
    for number, carbon_class in enumerate(table.classes):
        own = terms["column"].to_numpy() == number
        amount = float((area[-1, own] * terms["value"].to_numpy(dtype=float)[own]).sum())
        value, low, high = table.scale[:, number]
        if high > low and value > 0.0:
            half = amount * (high - low) / (2.0 * value)
            rows.append([carbon_class, AREA, value, low, high, None, None, half**2])
    columns = ["key", "term", "value", "low", "high", "evidence", "source", "variance"]
    return pd.DataFrame(rows, columns=columns)


def _method_rows(table: AccountTable, name: str) -> list[dict[Hashable, Any]]:
    rows: list[dict[Hashable, Any]] = []
    for number, method in enumerate(table.stated.methods):
        value, down, up = (
            float(figures[name][-1, number])
            for figures in (table.stated.value, table.stated.down, table.stated.up)
        )
        if math.isfinite(value):
            variance = ((down + up) / 2.0) ** 2 if math.isfinite(down + up) else 0.0
            row: dict[Hashable, Any] = {"key": method, "term": METHOD, "variance": variance}
            row.update(value=value, low=value - down, high=value + up, evidence=None, source=None)
            rows.append(row)
    return rows


def open_shares(table: AccountTable) -> pd.DataFrame:
    """``no_interval_share`` by quantity: the share of the total that has no interval."""
    shares = {}
    for quantity, name in RANKED.items():
        area, terms = table.coefficients(name)
        known = np.isfinite(terms["low"].to_numpy(dtype=float)) & np.isfinite(
            terms["high"].to_numpy(dtype=float)
        )
        size = np.append(
            np.abs(area[-1] * terms["value"].to_numpy(dtype=float)),
            np.abs(np.nan_to_num(table.stated.value[name][-1])),
        )
        known = np.append(known, np.isfinite(table.stated.down[name][-1]))
        whole = math.fsum(size)
        shares[quantity] = math.fsum(size[~known]) / whole if whole > 0.0 else math.nan
    return pd.DataFrame({"no_interval_share": pd.Series(shares, dtype=float)})


def _ordered(frame: pd.DataFrame, quantity: str) -> list[dict[Hashable, Any]]:
    whole = math.fsum(frame["variance"])
    ordered = frame.sort_values(
        ["variance", "key", "term"], ascending=[False, True, True], kind="stable"
    ).reset_index(drop=True)
    share = ordered["variance"].to_numpy(dtype=float) / whole if whole > 0.0 else np.zeros(len(ordered))
    ordered["contribution"] = share
    ordered["cumulative"] = np.cumsum(share)
    records: list[dict[Hashable, Any]] = ordered.assign(quantity=quantity).to_dict("records")
    return records
