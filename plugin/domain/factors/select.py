# SPDX-License-Identifier: GPL-2.0-or-later
"""Which rows of the shipped tables make up a set: by climate and soil, or national with regional values."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from ..errors import FactorError
from .vocabulary import PARAMETER, STOCK

#: A climate is offered when both of these have stock rows in it.
_ANCHORS = ("mixed_forest", "rainfed_cropland")


def climates_of(rows: pd.DataFrame) -> tuple[str, ...]:
    """Climates for which a tier-1 table has stock rows of forest and of cropland, sorted."""
    stock = rows[rows["kind"] == STOCK]
    offered = [set(stock.loc[stock["class"] == anchor, "climate"]) for anchor in _ANCHORS]
    return tuple(sorted(set.intersection(*offered) - {""}))


def tier1_rows(
    rows: pd.DataFrame, name: str, parts: Sequence[str], *, default_soil_group: str
) -> tuple[pd.DataFrame, dict[str, str]]:
    """Rows of one climate and soil group, and the words for the title.

    Classes on other soils (wetland, sandy, coastal) keep the one soil group that the table has
    for them. Parameter rows are left out. Raises ``FactorError`` without a climate, because
    tier-1 values have no meaning without one, and for a soil group without stock rows.
    """
    climates = climates_of(rows)
    if not parts or parts[0] not in climates:
        raise FactorError(
            "Tier-1 factors hold for one climate. Use one of {known} as the factor set.",
            known=", ".join(f"{name}/{climate}" for climate in climates),
        )
    climate, *rest = parts
    chosen = rows[(rows["climate"] == climate) & (rows["kind"] != PARAMETER)]
    cropland = chosen[(chosen["class"] == "rainfed_cropland") & (chosen["pool"] == "soc")]
    groups = sorted(set(cropland["soil_group"]))
    soil_group = rest[0] if rest else default_soil_group
    if soil_group not in groups or len(rest) > 1:
        raise FactorError(
            "“{name}” has stock rows of cropland for soil group {groups} only, not for “{soil_group}”.",
            name=f"{name}/{climate}",
            groups=", ".join(groups),
            soil_group="/".join(rest),
        )
    others = [group for group in groups if group != soil_group]
    return chosen[~chosen["soil_group"].isin(others)], {"climate": climate, "soil_group": soil_group}


def regional_rows(
    national: pd.DataFrame, regional: pd.DataFrame, region: str
) -> tuple[pd.DataFrame, tuple[str, ...]]:
    """National rows with those replaced for which the region has a value, and remarks.

    Only rows marked ``override_ok`` take part. Many come from one place inside the province;
    the remarks name it for each class. When a region has two values for one class and term,
    neither is used, since nothing says which one stands for the whole region: the national
    value stays, and the remarks say so.
    """
    candidates = regional[(regional["region"] == region) & (regional["override_ok"] == "yes")]
    doubled = _terms(candidates).duplicated(keep=False)
    used = candidates[~doubled]
    kept = national[~_terms(national).isin(set(_terms(used)))]
    remarks = [
        f"{name} {term}: {place} ({row_id})"
        for name, term, place, row_id in zip(
            used["class"], used["pool"] + used["process"], used["region_name"], used["row_id"]
        )
    ]
    remarks += [
        f"{name} {term}: not used, several values for the region ({row_id})"
        for name, term, row_id in zip(
            candidates.loc[doubled, "class"],
            (candidates["pool"] + candidates["process"])[doubled],
            candidates.loc[doubled, "row_id"],
        )
    ]
    joined = pd.concat([kept, used], ignore_index=True)
    joined.index = pd.RangeIndex(2, len(joined) + 2, name="line")
    return joined, tuple(sorted(remarks))


def _terms(rows: pd.DataFrame) -> pd.Series:
    """Class, pool and process of each row as one hashable value."""
    return pd.Series(list(zip(rows["class"], rows["pool"], rows["process"])), index=rows.index, dtype=object)
