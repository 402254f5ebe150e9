# SPDX-License-Identifier: GPL-2.0-or-later
"""Table of the baseline by method: what rests on the factor set and what on detailed methods."""

from __future__ import annotations

import math

import pandas as pd

from ..domain.methods import JOINT
from ..domain.profiles import Profile
from ..domain.stocks import FACTORS, known_sum
from .baseline_tables import class_rows, quantity_column
from .model import ReportData
from .table import Column, Table, make_table
from .texts import Texts

#: Amounts with their quantity, their text and that of their share.
_AMOUNTS = {
    "stock_tc": ("carbon", "stock", "stock_share"),
    "removal_tco2e_a": ("flux", "removal", "removal_share"),
    "emission_tco2e_a": ("flux", "emission", "emission_share"),
}


def has_methods(data: ReportData) -> bool:
    """Whether the baseline rests on another method beside the factor set."""
    table = data.baseline_classes
    return (
        table is not None and "method" in table and bool((table["method"].fillna(FACTORS) != FACTORS).any())
    )


def methods_table(data: ReportData, profile: Profile, texts: Texts) -> Table:
    """Area, stock, removal and emission per method with their shares."""
    rows = class_rows(data)
    rows["method"] = rows["method"].fillna(FACTORS)
    whole = {key: known_sum(rows[key]) for key in ("area_ha", *_AMOUNTS)}
    sums = []
    for method, part in rows.groupby("method", sort=True):
        row: dict[str, object] = {
            "method": method_name(str(method), texts),
            "area_ha": known_sum(part["area_ha"]),
        }
        for key in _AMOUNTS:
            row[key] = known_sum(part[key])
            row[f"{key}_share"] = row[key] / whole[key] if whole[key] else math.nan
        sums.append(row)
    columns = [
        Column("method", texts("col_method"), layout="name"),
        quantity_column("area_ha", "area", "area", profile, texts, additive=True),
    ]
    for key, (quantity, text, share) in _AMOUNTS.items():
        columns += [
            quantity_column(key, text, quantity, profile, texts, additive=True),
            quantity_column(f"{key}_share", share, "share", profile, texts, additive=True),
        ]
    return make_table(
        "methods",
        columns,
        pd.DataFrame(sums),
        profile,
        texts,
        total_label=texts("total"),
        notes=[texts("foot_methods")],
    )


def method_name(method: str, texts: Texts) -> str:
    """A method, or several that answer for one ground, in words."""
    return JOINT.join(texts.label("tier", name) for name in method.split(JOINT))
