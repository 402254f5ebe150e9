# SPDX-License-Identifier: GPL-2.0-or-later
"""The double entry of the book: parts add up to wholes, units to their parents, opening to closing."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from ..errors import ConservationError, InputError
from .items import breakdown_of, parent_of

#: Sums agree within this share of the larger one (or of 1, for sums near 0).
TOLERANCE = 1e-6
COLUMNS = ("kind", "unit", "year", "item", "scope", "whole", "parts", "difference")
ITEM, UNIT, FLOW, CARRIED = "items", "units", "opening and closing", "carried forward"

#: The parts of an item that carry it from one year to the next; they are no breakdown of it.
BALANCE = "balance"
OPENING, ADDITIONS, REDUCTIONS, CLOSING = (
    f"{BALANCE}:{name}" for name in ("opening", "additions", "reductions", "closing")
)
_SIGNS = {OPENING: 1.0, ADDITIONS: 1.0, REDUCTIONS: -1.0}


def differences(entries: pd.DataFrame, parents: Mapping[str, str]) -> pd.DataFrame:
    """Every sum that does not hold (``COLUMNS``).

    - ``items``: the parts of an item (of each breakdown by itself) against the item;
    - ``units``: the units of a parent against it, where all of them have the account for the year;
    - ``opening and closing``: opening + additions − reductions against closing, and closing against the item;
    - ``carried forward``: the opening against the item at the latest year before.

    A sum whose whole is not booked is no difference. Missing values are left out of sums.
    """
    items = entries["item"].unique()
    frame = entries[["unit", "year", "item", "scope", "account", "value"]].assign(
        parent=entries["item"].map({item: parent_of(item) for item in items}),
        breakdown=entries["item"].map({item: breakdown_of(item) for item in items}),
    )
    found = [
        part
        for part in (
            _items(frame[frame["breakdown"] != BALANCE], frame),
            _units(frame, parents),
            _flows(frame),
            _carried(frame),
        )
        if len(part)
    ]
    return pd.concat(found, ignore_index=True) if found else pd.DataFrame(columns=list(COLUMNS))


def require_balance(entries: pd.DataFrame, parents: Mapping[str, str]) -> None:
    """Raise ``ConservationError`` with the first sums that do not hold.

    ``InputError`` where whole and part are in two units of measure.
    """
    _refuse_measures(entries, parents)
    apart = differences(entries, parents)
    if len(apart):
        listed = "; ".join(
            f"{' '.join(filter(None, (row.unit, str(row.year), row.item, row.scope)))}: "
            f"{row.whole:.6g} ≠ {row.parts:.6g}"
            for row in apart.head(5).itertuples()
        )
        raise ConservationError(
            "The account book would not balance, so nothing is posted ({count} sums): {sums}. Correct the "
            "account, or post wholes and parts together.",
            count=len(apart),
            sums=listed,
        )


def _refuse_measures(entries: pd.DataFrame, parents: Mapping[str, str]) -> None:
    """Refuse wholes and parts in two units of measure, whose numbers would not add up, or only by chance."""
    pairs = entries[["item", "measure"]].drop_duplicates()
    measures = pairs.groupby("item")["measure"].agg(set).to_dict()
    above = {item: parent_of(item) for item in measures}
    if all(len(own | measures.get(above[item] or item, own)) == 1 for item, own in measures.items()):
        return
    frame = entries[["unit", "year", "item", "scope", "measure"]]
    for column, up in (("item", above), ("unit", parents)):
        parts = frame.assign(part=frame[column], **{column: frame[column].map(dict(up))})
        both = parts.dropna(subset=[column]).merge(
            frame, on=["unit", "year", "item", "scope"], suffixes=("_part", "")
        )
        mixed = both[both["measure_part"] != both["measure"]]
        if len(mixed):
            row = mixed.iloc[0]
            raise InputError(
                "Unit “{unit}”, {year}, item “{item}” is in {measure}, but its part “{part}” in {other}: "
                "their numbers do not add up. Bring them to one unit of measure.",
                unit=row["unit"],
                year=int(row["year"]),
                item=row["item"],
                measure=row["measure"],
                part=row["part"],
                other=row["measure_part"],
            )


def _items(parts: pd.DataFrame, entries: pd.DataFrame) -> pd.DataFrame:
    own = parts[parts["parent"].notna()]
    keys = ["unit", "year", "parent", "scope"]
    sums = own.groupby([*keys, "breakdown"], sort=True)["value"].sum(min_count=1).reset_index()
    wholes = entries[["unit", "year", "item", "scope", "value"]].rename(columns={"item": "parent"})
    both = sums.merge(wholes, on=keys, suffixes=("_parts", "_whole"))
    return _apart(ITEM, both.rename(columns={"parent": "item"}), both["value_whole"], both["value_parts"])


def _units(entries: pd.DataFrame, parents: Mapping[str, str]) -> pd.DataFrame:
    if not parents:
        return pd.DataFrame(columns=list(COLUMNS))
    children = entries[entries["unit"].isin(parents)].copy()
    children["whole"] = children["unit"].map(dict(parents))
    expected = pd.Series(dict(parents)).value_counts()
    group = ["whole", "year", "account"]
    there = children.groupby(group)["unit"].nunique().reset_index(name="count")
    complete = there[there["count"] == there["whole"].map(expected)][group]
    keys = ["whole", "year", "item", "scope"]
    sums = children.merge(complete, on=group).groupby(keys)["value"].sum(min_count=1).reset_index()
    wholes = entries[["unit", "year", "item", "scope", "value"]].rename(columns={"unit": "whole"})
    both = sums.merge(wholes, on=keys, suffixes=("_parts", "_whole"))
    return _apart(UNIT, both.rename(columns={"whole": "unit"}), both["value_whole"], both["value_parts"])


def _flows(entries: pd.DataFrame) -> pd.DataFrame:
    table = _balances(entries)
    if CLOSING not in table:
        return pd.DataFrame(columns=list(COLUMNS))
    terms = [sign * table[name].fillna(0.0) for name, sign in _SIGNS.items() if name in table]
    known = table[CLOSING].notna() & table.get(OPENING, table[CLOSING] * float("nan")).notna()
    ends = table[known]
    flow = _apart(FLOW, ends, ends[CLOSING], sum(terms)[known])
    wholes = entries[["unit", "year", "item", "scope", "value"]]
    both = table[table[CLOSING].notna()].merge(wholes, on=["unit", "year", "item", "scope"])
    closing = _apart(FLOW, both, both["value"], both[CLOSING])
    parts = [part for part in (flow, closing) if len(part)]
    return pd.concat(parts, ignore_index=True) if parts else flow


def _carried(entries: pd.DataFrame) -> pd.DataFrame:
    table = _balances(entries)
    if OPENING not in table:
        return pd.DataFrame(columns=list(COLUMNS))
    opening = table[table[OPENING].notna()].sort_values("year")
    wholes = entries[["unit", "year", "item", "scope", "value"]].rename(columns={"value": "before"})
    both = pd.merge_asof(
        opening.astype({"year": "int64"}),
        wholes.dropna(subset=["before"]).astype({"year": "int64"}).sort_values("year"),
        on="year",
        by=["unit", "item", "scope"],
        allow_exact_matches=False,
    ).dropna(subset=["before"])
    return _apart(CARRIED, both, both["before"], both[OPENING])


def _balances(entries: pd.DataFrame) -> pd.DataFrame:
    """One row per item that has balance parts, a column for each of them."""
    own = entries[entries["breakdown"] == BALANCE]
    if own.empty:
        return pd.DataFrame(columns=["unit", "year", "item", "scope"])
    names = own["item"].str.rsplit("/", n=1).str[-1]
    table = own.assign(part=names).pivot_table(
        index=["unit", "year", "parent", "scope"], columns="part", values="value", aggfunc="first"
    )
    return table.reset_index().rename(columns={"parent": "item"})


def _apart(kind: str, frame: pd.DataFrame, whole: pd.Series, parts: pd.Series) -> pd.DataFrame:
    whole, parts = whole.astype(float), parts.astype(float)
    size = pd.concat([whole.abs(), parts.abs(), pd.Series(1.0, index=whole.index)], axis=1).max(axis=1)
    wrong = ((whole - parts).abs() > TOLERANCE * size) | (whole.isna() != parts.isna())
    rows = frame[["unit", "year", "item", "scope"]].assign(
        kind=kind, whole=whole, parts=parts, difference=whole - parts
    )
    return rows.loc[wrong, list(COLUMNS)]
