# SPDX-License-Identifier: GPL-2.0-or-later
"""图数一致: the values on the map held against those of the table, unit by unit."""

from __future__ import annotations

import pandas as pd

from ..domain.profiles import Profile
from .account_figures import figure_of
from .change_rows import numeric
from .model import ReportData
from .table import COUNT, Column, Table, make_table
from .texts import Texts

_FIGURES = ("map_value", "table_value", "difference", "tolerance", "agrees")


def agreement_rows(data: ReportData) -> pd.DataFrame:
    """Cells compared, with figures as numbers."""
    return numeric(data.accounts["agreement"], _FIGURES)


def agreement_tables(data: ReportData, profile: Profile, texts: Texts) -> list[Table]:
    """Cells that agree and differ by variable, and the list of differences, the largest first."""
    return [_summary(data, profile, texts), _differences(data, profile, texts)]


def agreement_sentence(data: ReportData, _profile: Profile, texts: Texts) -> str:
    """How many cells differ."""
    rows = agreement_rows(data)
    apart = int((rows["agrees"] != 1).sum())
    return texts("agreement_apart" if apart else "agreement_holds", apart=apart, total=len(rows))


def _summary(data: ReportData, profile: Profile, texts: Texts) -> Table:
    rows = agreement_rows(data)
    frame = pd.DataFrame(
        [
            {
                "variable": variable,
                "tested": len(part),
                "agreeing": int((part["agrees"] == 1).sum()),
                "apart": int((part["agrees"] != 1).sum()),
            }
            for variable, part in rows.groupby("variable", sort=True)
        ]
    )
    columns = [
        Column("variable", texts("col_variable"), layout="name"),
        Column("tested", texts("col_tested_cells"), COUNT, additive=True),
        Column("agreeing", texts("col_agreeing"), COUNT, additive=True),
        Column("apart", texts("col_differing"), COUNT, additive=True),
    ]
    return make_table("agreement", columns, frame, profile, texts, total_label=texts("total"))


def _differences(data: ReportData, profile: Profile, texts: Texts) -> Table:
    rows = agreement_rows(data)
    rows = rows[rows["agrees"] != 1].reset_index(drop=True)
    # A cell that one side lacks differs the most.
    share = (rows["difference"].abs() / rows["table_value"].abs().where(rows["table_value"] != 0)).fillna(
        float("inf")
    )
    amounts = figure_of([*rows["map_value"], *rows["table_value"], *rows["difference"]])
    columns = [
        Column("unit", texts("col_unit"), layout="name"),
        Column("variable", texts("col_variable"), layout="name"),
        Column("map_value", texts("col_map_value"), amounts),
        Column("table_value", texts("col_table_value"), amounts),
        Column("difference", texts("col_difference"), amounts),
        Column("tolerance", texts("col_tolerance"), figure_of(rows["tolerance"])),
    ]
    return make_table(
        "agreement_differences",
        columns,
        rows,
        profile,
        texts,
        notes=[texts("foot_agreement")],
        priority=tuple(share.sort_values(ascending=False, kind="stable").index),
    )
