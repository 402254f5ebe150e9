# SPDX-License-Identifier: GPL-2.0-or-later
"""Findings of a plan that is being edited, told apart by the key of their parcel."""

from __future__ import annotations

from dataclasses import dataclass, fields

import pandas as pd
import shapely


@dataclass(frozen=True)
class Finding:
    """One finding: what a rule has against a parcel at a feature of a line (columns of a full check).

    ``parcel`` is the key of the parcel in the plan, ``key`` that by which the finding is known
    again from run to run; ``geometry`` lies in the work plane.
    """

    key: str
    parcel: str
    plan_id: str
    plan_code: str
    rule_id: str
    line_type: str
    line_id: str | None
    line_status: str
    place: str
    severity: str
    state: str
    verdict: str
    needs: str | None
    verified: str
    area_m2: float
    share: float
    legal_basis: str | None
    remedy: str | None
    geometry: shapely.Geometry


@dataclass(frozen=True)
class Conflicts:
    """The findings of one rule at one type of line: how many, and their area added up."""

    line_type: str
    rule_id: str
    severity: str
    state: str
    findings: int
    area_ha: float


#: What a finding has in common with a table of findings, by its name there.
_SHARED = tuple(one.name for one in fields(Finding) if one.name not in ("key", "parcel"))


def list_findings(table: pd.DataFrame, parcels: list[str]) -> list[Finding]:
    """The rows of a table of findings, ``parcels`` being the keys of their parcels."""
    columns = [table[name].tolist() for name in ("finding_key", *_SHARED)]
    return [
        Finding(key, parcel, **dict(zip(_SHARED, cells)))
        for parcel, (key, *cells) in zip(parcels, zip(*columns))
    ]
