# SPDX-License-Identifier: GPL-2.0-or-later
"""Whether a table holds entries: columns, units, years, items, numbers, and each entry once."""

from __future__ import annotations

import numpy as np
import pandas as pd

from ..errors import InputError
from .items import account_of, require_items
from .model import ENTRY_COLUMNS, FACTS, FIGURES, KEY
from .text_limit import refuse_long_texts


def checked_entries(entries: pd.DataFrame) -> pd.DataFrame:
    """The entries in clean types, with the ``account`` of each, sorted by their key.

    Raises ``InputError`` for a table without entries, rows that lack unit, year or unit of measure,
    infinite values, items that are no paths, texts too long for a book, turned intervals, and entries that
    occur twice.
    """
    missing = [name for name in ENTRY_COLUMNS if name not in entries.columns]
    if missing or entries.empty:
        raise InputError(
            "The account has no entries, or lacks the columns {columns}. Give unit, year, item, value and "
            "measure.",
            columns=", ".join(missing) or "–",
        )
    frame = entries[list(ENTRY_COLUMNS)].reset_index(drop=True)
    for name in ("unit", "item", "scope", *FACTS):
        frame[name] = _texts(frame[name])
    for name in FIGURES:
        frame[name] = pd.to_numeric(frame[name], errors="coerce").astype(float)
    _refuse_blank(frame)
    _refuse_turned(frame)
    require_items(frame["item"], "ACCOUNT")
    frame["year"] = frame["year"].astype(int)
    refuse_long_texts(frame)
    accounts = {item: account_of(item) for item in frame["item"].unique()}
    frame["account"] = frame["item"].map(accounts)
    frame = frame.sort_values(list(KEY), kind="stable", ignore_index=True)
    _refuse_doubled(frame)
    return frame


def _texts(values: pd.Series) -> pd.Series:
    codes, distinct = pd.factorize(values)
    table = np.array([*(str(value) for value in distinct), ""], dtype=object)
    return pd.Series(table[codes], index=values.index)


def _refuse_blank(frame: pd.DataFrame) -> None:
    years = pd.to_numeric(frame["year"], errors="coerce")
    bad = years.isna() | (years % 1 != 0)
    for name in ("unit", "measure"):
        bad |= frame[name].isin([text for text in frame[name].unique() if not text.strip()])
    bad |= np.isinf(frame[list(FIGURES)].to_numpy()).any(axis=1)
    if bad.any():
        raise InputError(
            "Row {row} of the account lacks its unit, year or unit of measure, or its value is infinite. "
            "Fill in the row.",
            row=int(np.argmax(bad.to_numpy())) + 1,
        )


def _refuse_turned(frame: pd.DataFrame) -> None:
    turned = frame["low"] > frame["high"]
    if turned.any():
        row = frame[turned].iloc[0]
        raise InputError(
            "Unit “{unit}”, {year}, item “{item}”: the lower bound {low:.6g} is above the upper one "
            "{high:.6g}. Correct the account.",
            unit=row["unit"],
            year=int(row["year"]),
            item=row["item"],
            low=float(row["low"]),
            high=float(row["high"]),
        )


def _refuse_doubled(frame: pd.DataFrame) -> None:
    # Sorted by the key: equal ones are neighbours.
    same = np.ones(max(len(frame) - 1, 0), dtype=bool)
    for name in KEY:
        values = frame[name].to_numpy()
        same &= values[1:] == values[:-1]
    if same.any():
        row = frame.iloc[int(np.argmax(same))]
        raise InputError(
            "The account has two entries for unit “{unit}”, {year}, item “{item}”, scope “{scope}”. Leave "
            "one of them.",
            unit=row["unit"],
            year=int(row["year"]),
            item=row["item"],
            scope=row["scope"],
        )
