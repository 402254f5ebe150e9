# SPDX-License-Identifier: GPL-2.0-or-later
"""Top-down against bottom-up: 核对表 by sector with the difference, for CO2 and CO2e."""

from __future__ import annotations

import pandas as pd

from ..domain.emissions.reconcile import WHOLE
from ..domain.profiles import Profile, Quantity
from ..domain.stocks import known_sum
from .account_rows import sector_names
from .baseline_tables import quantity_column
from .change_rows import numeric
from .model import ReportData
from .table import Column, Table, is_missing, make_table
from .texts import Texts

PERCENT = Quantity("percent", 1.0, 1, {"en": "%", "zh": "%"})
#: Columns of the comparison: its gas, the quantity of the profile, and the percentage.
_GASES = (
    ("co2_t", "co2", "difference_percent"),
    ("tco2e", "flux", "difference_tco2e_percent"),
)
_SIDES = ("bottom_up", "top_down", "difference")


def reconciliation_rows(data: ReportData) -> pd.DataFrame:
    """Both sides by unit, sector and scope as numbers; the sector ``*`` adds up the others."""
    figures = [f"{side}_{gas}" for gas, _quantity, _percent in _GASES for side in _SIDES]
    percents = [percent for _gas, _quantity, percent in _GASES]
    frame = numeric(data.accounts["reconciliation"], [*figures, *percents, "co2_unknown_tco2e"])
    for name in ("unit", "sector", "scope"):
        texts = frame[name] if name in frame else pd.Series("", index=frame.index)
        frame[name] = ["" if is_missing(text) else str(text) for text in texts]
    return frame


def sectors_of_both_sides(data: ReportData) -> pd.DataFrame:
    """Bottom-up and top-down of each sector over all units, t CO2, and the larger one as ``size``."""
    keys = ["bottom_up_co2_t", "top_down_co2_t"]
    rows = reconciliation_rows(data)
    rows = rows[rows["sector"] != WHOLE]
    sums = rows.groupby("sector", sort=False)[keys].agg(known_sum).reset_index()
    return sums.assign(size=sums[keys].max(axis=1))


def reconciliation_table(data: ReportData, profile: Profile, texts: Texts) -> Table:
    """自下而上与自上而下核对表: both sides of each sector, their difference and its percentage."""
    frame = reconciliation_rows(data)
    names = {**sector_names(texts.language), WHOLE: texts("all_sectors")}
    units = [texts("all_ground") if unit == WHOLE else unit for unit in frame["unit"]]
    frame = frame.assign(shown=[names.get(sector, sector) for sector in frame["sector"]], shown_unit=units)
    columns = [Column("shown", texts("col_emission_sector"), layout="name")]
    if frame["unit"].nunique() > 1:
        columns.insert(0, Column("shown_unit", texts("col_unit"), layout="name"))
    if (frame["scope"] != "").any():
        columns.append(Column("scope", texts("col_scope"), layout="short"))
    for gas, quantity, percent in _GASES:
        if frame[f"top_down_{gas}"].notna().any():
            columns += [
                *(quantity_column(f"{side}_{gas}", side, quantity, profile, texts) for side in _SIDES),
                Column(percent, texts("col_difference_percent"), PERCENT),
            ]
    columns.append(quantity_column("co2_unknown_tco2e", "co2_unknown", "flux", profile, texts))
    columns.append(Column("source", texts("col_source")))
    notes = [texts("foot_reconciliation"), texts("foot_co2_unknown")]
    return make_table("reconciliation", columns, frame, profile, texts, notes=notes)
