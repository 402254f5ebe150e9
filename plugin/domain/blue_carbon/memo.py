# SPDX-License-Identifier: GPL-2.0-or-later
"""Shellfish and algae culture as memo items: carbon taken out with the harvest, never a removal."""

from __future__ import annotations

import math

import pandas as pd

from ..errors import InputError
from ..notes import NoteBook
from ..total_rows import refuse_totals
from ..units import CO2_PER_C

#: Columns of a memo table (resources/factors/blue_carbon_memo_template.csv).
MEMO_FIELDS = ("name", "kind", "part", "harvest_t", "dry_share", "carbon_share", "source")
NEEDED = ("name", "harvest_t", "dry_share", "carbon_share")
MEMO_COLUMNS = (*MEMO_FIELDS, "carbon_tc", "carbon_tco2")
_NUMBERS = ("harvest_t", "dry_share", "carbon_share")


def memo_items(table: pd.DataFrame, *, file: str, notes: NoteBook) -> pd.DataFrame:
    """Carbon in the harvest of each row: harvest (t wet) × dry share × carbon share of dry matter.

    ``table`` has all cells text and its rows numbered as in the file. The shares come from the user:
    a row without them is NULL and noted. Returns ``MEMO_COLUMNS``. Raises ``InputError`` for a
    missing column, a cell that is no number, a negative harvest, a share outside 0–1 and a row of totals.
    """
    missing = [name for name in NEEDED if name not in table.columns]
    if missing:
        raise InputError(
            "Table “{file}” has no column {columns}. Memo items need {needed} (template: "
            "resources/factors/blue_carbon_memo_template.csv).",
            file=file,
            columns=", ".join(missing),
            needed=", ".join(NEEDED),
        )
    made = table.reindex(columns=list(MEMO_FIELDS), fill_value="")
    for name in _NUMBERS:
        made[name] = [_number(text, name, line, file) for line, text in made[name].items()]
    made["carbon_tc"] = made["harvest_t"] * made["dry_share"] * made["carbon_share"]
    made["carbon_tco2"] = made["carbon_tc"] * CO2_PER_C
    refuse_totals(made["name"], file)
    unknown = made["carbon_tc"].isna()
    if unknown.any():
        notes.add(
            "memo_unknown",
            "{count} rows of memo table “{file}” lack harvest, dry share or carbon share: their carbon is "
            "NULL. Fill them from measurements; none are shipped, because no source of them could be read.",
            count=int(unknown.sum()),
            ids=made.loc[unknown, "name"],
            file=file,
        )
    return made[list(MEMO_COLUMNS)].reset_index(drop=True)


def _number(text: object, name: str, line: object, file: str) -> float:
    try:
        value = float(str(text)) if str(text).strip() else math.nan
    except ValueError:
        value = -1.0
    if value < 0 or (name != "harvest_t" and value > 1) or math.isinf(value):
        raise InputError(
            "Table “{file}”, row {line}, column “{column}”: “{value}” does not fit. Write tonnes from 0 on, "
            "and shares from 0 to 1.",
            file=file,
            line=line,
            column=name,
            value=text,
        )
    return value
