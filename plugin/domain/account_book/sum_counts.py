# SPDX-License-Identifier: GPL-2.0-or-later
"""The double entry of a book as a stated result: how many sums were tested, and how many do not hold."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from .balance import BALANCE, CARRIED, CLOSING, FLOW, ITEM, OPENING, UNIT
from .items import breakdown_of, parent_of
from .model import KEY

COLUMNS = ("kind", "tested", "apart", "largest")


def count_sums(entries: pd.DataFrame, parents: Mapping[str, str], apart: pd.DataFrame) -> pd.DataFrame:
    """One row per kind of double entry (``COLUMNS``): sums tested, sums ``apart`` and their largest gap.

    ``apart`` are the ``differences`` of the same entries. A kind that nothing in the book falls under has
    0 tested sums.
    """
    tested = {
        ITEM: _wholes_with_parts(entries),
        UNIT: _parents_with_parts(entries, parents),
        FLOW: _ends(entries, CLOSING),
        CARRIED: _ends(entries, OPENING),
    }
    rows = []
    for kind, count in tested.items():
        found = apart[apart["kind"] == kind] if len(apart) else apart
        largest = float(found["difference"].abs().max()) if len(found) else 0.0
        rows.append((kind, max(count, len(found)), len(found), largest))
    return pd.DataFrame(rows, columns=list(COLUMNS))


def _wholes_with_parts(entries: pd.DataFrame) -> int:
    """Wholes that are booked beside their parts, each breakdown by itself."""
    items = entries["item"].unique()
    frame = entries.assign(
        whole=entries["item"].map({item: parent_of(item) for item in items}),
        breakdown=entries["item"].map({item: breakdown_of(item) for item in items}),
    )
    parts = frame[frame["whole"].notna() & (frame["breakdown"] != BALANCE)]
    keys = ["unit", "year", "whole", "scope"]
    sums = parts[[*keys, "breakdown"]].drop_duplicates()
    wholes = entries[list(KEY)].rename(columns={"item": "whole"})
    return len(sums.merge(wholes, on=keys))


def _parents_with_parts(entries: pd.DataFrame, parents: Mapping[str, str]) -> int:
    """Entries of units that are made of others, where all of these have the account for the year."""
    children = entries[entries["unit"].isin(parents)]
    expected = pd.Series(dict(parents), dtype=object).value_counts()
    group = ["whole", "year", "account"]
    booked = children.assign(whole=children["unit"].map(dict(parents)))
    there = booked.groupby(group)["unit"].nunique().reset_index(name="count")
    complete = there[there["count"] == there["whole"].map(expected)][group]
    keys = ["whole", "year", "item", "scope"]
    sums = booked.merge(complete, on=group)[keys].drop_duplicates()
    return len(sums.merge(entries[list(KEY)].rename(columns={"unit": "whole"}), on=keys))


def _ends(entries: pd.DataFrame, end: str) -> int:
    return int((entries["item"].str.rsplit("/", n=1).str[-1] == end).sum())
