# SPDX-License-Identifier: GPL-2.0-or-later
"""Table of the removal hot spots per unit: how much removal lies on how little ground."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from ..domain.profiles import Profile, Quantity
from ..domain.stocks import known_sum
from .baseline_tables import quantity_column
from .change_rows import numeric, with_unit_names
from .model import ReportData
from .table import COUNT, Column, Table, make_table
from .texts import Texts

#: Fields by which hot spots may be ranked, with their quantity and text; any other is a plain figure.
_RANKED_BY = {
    "removal_tco2e_a": ("flux", "hotspot_removal"),
    "stock_tc": ("carbon", "hotspot_stock"),
}
_FIGURES = (
    *("hotspot_area_ha", "parcel_area_ha", "amount", "hotspot_amount"),
    *("area_share", "amount_share", "concentration"),
)
_RATIO = Quantity("ratio", 1.0, 2, {"en": "", "zh": ""})


def units_of_hotspots(frame: pd.DataFrame | None, run: Mapping[str, Any]) -> pd.DataFrame | None:
    """The table per unit with the names of ``Selection.units``: as given, else as the run states it."""
    if frame is None:
        rows = run.get("units")
        return pd.DataFrame(rows) if rows else None
    named = next(
        (
            name[len("hotspot_") :]
            for name in frame
            if name.startswith("hotspot_") and name != "hotspot_area_ha"
        ),
        "amount",
    )
    return frame.rename(columns={named: "amount", f"hotspot_{named}": "hotspot_amount"}).assign(
        ranked_by=named
    )


def hotspot_tables(data: ReportData, profile: Profile, texts: Texts) -> list[Table]:
    """One row per unit: area and amount of its hot spots, their shares and how concentrated they are."""
    frame = with_unit_names(_rows(data), texts)
    ranked_by = str(frame["ranked_by"].iloc[0]) if len(frame) else "removal_tco2e_a"
    columns = [
        Column("unit", texts("col_unit"), layout="name"),
        Column("hotspots", texts("col_hotspots"), COUNT, additive=True),
        quantity_column("hotspot_area_ha", "hotspot_area", "area", profile, texts, additive=True),
        quantity_column("area_share", "hotspot_area_share", "share", profile, texts),
        _amount(ranked_by, profile, texts),
        quantity_column("amount_share", "hotspot_amount_share", "share", profile, texts),
        Column("concentration", texts("col_concentration"), _RATIO),
    ]
    shown = [column for column in columns if frame[column.key].notna().any()]
    totals = {}
    for part, whole, key in (
        ("hotspot_area_ha", "parcel_area_ha", "area_share"),
        ("hotspot_amount", "amount", "amount_share"),
    ):
        if known_sum(frame[whole]) > 0.0:
            totals[key] = known_sum(frame[part]) / known_sum(frame[whole])
    if len(totals) == 2 and totals["area_share"] > 0.0:
        totals["concentration"] = totals["amount_share"] / totals["area_share"]
    return [
        make_table(
            "hotspots",
            shown,
            frame,
            profile,
            texts,
            total=totals,
            total_label=texts("sum_of_units"),
            notes=[texts("foot_hotspots")],
        )
    ]


def _amount(ranked_by: str, profile: Profile, texts: Texts) -> Column:
    quantity, text = _RANKED_BY.get(ranked_by, ("", ""))
    if not quantity:
        return Column("hotspot_amount", texts("col_hotspot_amount", name=ranked_by), _RATIO, additive=True)
    return quantity_column("hotspot_amount", text, quantity, profile, texts, additive=True)


def _rows(data: ReportData) -> pd.DataFrame:
    """The table per unit; without one the hot spots of the layer added up, whose shares are not known."""
    if "hotspot_units" in data.sink:
        frame = numeric(data.sink["hotspot_units"], _FIGURES)
        return frame if "ranked_by" in frame else frame.assign(ranked_by=_ranked_by(data))
    spots, named = data.sink["hotspots"], _ranked_by(data)
    spots = numeric(spots, ("area_ha", named))
    rows = [
        {
            "unit": unit,
            "hotspots": len(part),
            "hotspot_area_ha": known_sum(part["area_ha"]),
            "hotspot_amount": known_sum(part[named]),
        }
        for unit, part in spots.groupby("unit", sort=False)
    ]
    return numeric(pd.DataFrame(rows), _FIGURES).assign(ranked_by=named)


def _ranked_by(data: ReportData) -> str:
    """The field of the layer's amounts."""
    spots = data.sink.get("hotspots", pd.DataFrame())
    return next((name for name in (*_RANKED_BY, "amount") if name in spots), "removal_tco2e_a")
