# SPDX-License-Identifier: GPL-2.0-or-later
"""Table of the CCUS inventory: what facilities captured, stored and avoided, by source sector and type."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from ..domain.ccus import RESULTS, TYPES
from ..domain.profiles import Profile
from ..domain.stocks import known_sum
from .baseline_tables import quantity_column
from .change_rows import numeric
from .model import ReportData
from .table import COUNT, Column, Table, is_missing, make_table
from .texts import Texts

_CO2 = (
    ("captured_tco2", "captured"),
    ("stored_tco2", "stored"),
    ("stored_after_tco2", "stored_after"),
    ("avoided_tco2", "avoided"),
    ("source_sector_reduction_tco2", "sector_reduction"),
    ("delayed_tco2", "delayed"),
)


def ccus_tables(data: ReportData, profile: Profile, texts: Texts) -> list[Table]:
    """One row per source sector and type; facilities are added up to these."""
    frame = ccus_rows(data)
    frame["sector_shown"] = [
        texts("no_sector") if is_missing(name) else str(name) for name in frame["source_sector"]
    ]
    frame["type_shown"] = [texts.label("ccus", name) for name in frame["type"]]
    columns = [
        Column("sector_shown", texts("col_sector"), layout="name"),
        Column("type_shown", texts("col_ccus_type"), layout="name"),
        Column("facilities", texts("col_facilities"), COUNT, additive=True),
        *(quantity_column(key, text, "co2", profile, texts, additive=True) for key, text in _CO2),
        quantity_column("removal_tco2e_a", "removal", "flux", profile, texts, additive=True),
        replace(
            quantity_column("leakage_tco2_a", "leakage", "co2", profile, texts, additive=True),
            workbook_only=True,
        ),
    ]
    return [
        make_table(
            "ccus",
            columns,
            frame,
            profile,
            texts,
            total_label=texts("total"),
            notes=[texts("foot_ccus"), texts("foot_ccus_memo")],
        )
    ]


def ccus_rows(data: ReportData) -> pd.DataFrame:
    """source_sector, type, facilities and ``RESULTS``, in the order of sectors and of the types."""
    frame = numeric(data.sink["ccus"], RESULTS)
    frame["source_sector"] = ["" if is_missing(name) else str(name) for name in frame["source_sector"]]
    frame["type"] = [str(name) for name in frame["type"]]
    rows = [
        {
            "source_sector": sector,
            "type": kind,
            "facilities": _facilities(part),
            **{name: known_sum(part[name]) for name in RESULTS},
        }
        for (sector, kind), part in frame.groupby(["source_sector", "type"], sort=True)
    ]
    place = {name: number for number, name in enumerate(TYPES)}
    rows.sort(key=lambda row: (row["source_sector"] == "", row["source_sector"], place.get(row["type"], 99)))
    return pd.DataFrame(rows, columns=["source_sector", "type", "facilities", *RESULTS])


def _facilities(part: pd.DataFrame) -> int:
    """How many facilities the table states, or a layer of facilities has."""
    if "facilities" in part:
        return int(pd.to_numeric(part["facilities"]).sum())
    return int(part["facility_id"].nunique()) if "facility_id" in part else len(part)
