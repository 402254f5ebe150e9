# SPDX-License-Identifier: GPL-2.0-or-later
"""What a findings store holds, read back."""

from __future__ import annotations

import sqlite3
from datetime import date
from pathlib import Path

import pandas as pd

from ..carbon_at_stake import CARBON_COLUMNS
from ..exemptions import DECISION_COLUMNS, Exemption
from .connection import reading
from .geometry_blob import from_blobs

#: What a finding tells of itself, as the last check saw it.
CONTENT_FIELDS = (
    "finding_key",
    "rule_id",
    "line_type",
    "severity",
    "plan_id",
    "line_id",
    "unit",
    "plan_code",
    "base_code",
    "area_m2",
    "share",
    *CARBON_COLUMNS,
    "legal_basis",
    "remedy",
    "verified",
    "verdict",
    "needs",
    "line_status",
    "plan_layer",
    "parcel",
)
FINDING_FIELDS = (
    *CONTENT_FIELDS,
    "state",
    *DECISION_COLUMNS,
    "first_seen",
    "last_seen",
    "run_id",
)


def read_findings(path: Path | str) -> pd.DataFrame:
    """All findings of a store by key: ``FINDING_FIELDS`` and ``geometry`` (coordinates of the store's CRS).

    Empty for a store that does not exist yet.
    """
    with reading(Path(path)) as connection:
        if connection is None:
            return pd.DataFrame(columns=[*FINDING_FIELDS, "geometry"], dtype=object)
        table = _frame(connection, "SELECT * FROM findings ORDER BY finding_key")
    table["geometry"] = from_blobs(table["geom"].tolist())
    return table[[*FINDING_FIELDS, "geometry"]]


def read_history(path: Path | str, finding_key: str | None = None) -> pd.DataFrame:
    """The changes of state in the order in which they were made, of one finding or of all."""
    with reading(Path(path)) as connection:
        if connection is None:
            return pd.DataFrame(columns=["finding_key", "from_state", "to_state", "cause"], dtype=object)
        query = "SELECT * FROM history WHERE ?1 IS NULL OR finding_key = ?1 ORDER BY id"
        return _frame(connection, query, (finding_key,))


def read_decisions(path: Path | str) -> list[Exemption]:
    """The approvals that a store holds, each for one finding, also those that have expired.

    Whether they hold is for the day of the check to say. None for a store that does not
    exist yet. Raises ``InputError`` for a file that is no store of this version.
    """
    path = Path(path)
    with reading(path) as connection:
        return [] if connection is None else list(decisions_in(connection, path.name).values())


def decisions_in(connection: sqlite3.Connection, source: str) -> dict[str, Exemption]:
    """The approvals by finding key."""
    rows = connection.execute(
        "SELECT fid, finding_key, reason, approver, document_no, date, expiry FROM findings "
        "WHERE document_no IS NOT NULL ORDER BY finding_key"
    )
    return {
        key: Exemption(
            finding_key=key,
            document_no=document_no,
            approver=approver or "",
            reason=reason or "",
            date=_day(start),
            expiry=_day(end),
            source=source,
            row=fid,
            stored=True,
        )
        for fid, key, reason, approver, document_no, start, end in rows
    }


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text[:10]) if text else None


def _frame(connection: sqlite3.Connection, query: str, values: tuple[object, ...] = ()) -> pd.DataFrame:
    cursor = connection.execute(query, values)
    names = [column[0] for column in cursor.description]
    return pd.DataFrame(cursor.fetchall(), columns=names, dtype=object)
