# SPDX-License-Identifier: GPL-2.0-or-later
"""The tables of a findings store."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from pathlib import Path

from ..embedded_store import StoreKind, create_base, register_table
from ..errors import InputError

#: Raised whenever the tables change; an older plugin refuses a newer store and the other way round.
SCHEMA_VERSION = 1
FINDINGS = StoreKind("findings", SCHEMA_VERSION)

_TABLES = (
    """CREATE TABLE findings (
        fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom MULTIPOLYGON,
        finding_key TEXT NOT NULL UNIQUE, rule_id TEXT, line_type TEXT, severity TEXT,
        state TEXT NOT NULL CHECK (state IN ('open', 'exempted', 'fixed')),
        plan_id TEXT, line_id TEXT, unit TEXT, plan_code TEXT, base_code TEXT, area_m2 DOUBLE, share DOUBLE,
        stock_loss_tco2 DOUBLE, stock_loss_tco2_low DOUBLE, stock_loss_tco2_high DOUBLE,
        removal_forgone_tco2e_a DOUBLE, removal_forgone_tco2e_a_low DOUBLE,
        removal_forgone_tco2e_a_high DOUBLE,
        carbon_tco2e DOUBLE, carbon_tco2e_low DOUBLE, carbon_tco2e_high DOUBLE,
        legal_basis TEXT, remedy TEXT, verified TEXT, verdict TEXT, needs TEXT, line_status TEXT,
        reason TEXT, approver TEXT, document_no TEXT, date DATE, expiry DATE,
        plan_layer TEXT, parcel TEXT, first_seen DATETIME, last_seen DATETIME, run_id TEXT, content TEXT)""",
    """CREATE TABLE history (
        id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, finding_key TEXT NOT NULL, changed DATETIME NOT NULL,
        from_state TEXT, to_state TEXT NOT NULL, cause TEXT NOT NULL, as_of DATE, run_id TEXT,
        reason TEXT, approver TEXT, document_no TEXT, date DATE, expiry DATE)""",
    "CREATE INDEX history_finding ON history (finding_key)",
    """CREATE TRIGGER history_is_not_rewritten BEFORE UPDATE ON history
        BEGIN SELECT RAISE(ABORT, 'the history of findings is only added to'); END""",
    """CREATE TRIGGER history_is_not_erased BEFORE DELETE ON history
        BEGIN SELECT RAISE(ABORT, 'the history of findings is only added to'); END""",
)


@dataclass(frozen=True)
class StoreCrs:
    """The CRS of the geometries: authority and code ("NONE" and a number above 100 000 for own ones)."""

    organization: str
    code: int
    name: str
    wkt: str


def create_tables(connection: sqlite3.Connection, crs: StoreCrs) -> None:
    """Make an empty database a findings store; part of the caller's transaction."""
    create_base(connection, FINDINGS)
    for statement in _TABLES:
        connection.execute(statement)
    connection.execute(
        "INSERT OR IGNORE INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, '')",
        (crs.name, crs.code, crs.organization, crs.code, crs.wkt),
    )
    register_table(connection, "findings", "features", crs.code)
    register_table(connection, "history")
    connection.execute(
        "INSERT INTO gpkg_geometry_columns VALUES ('findings', 'geom', 'MULTIPOLYGON', ?, 0, 0)", (crs.code,)
    )


def require_crs(connection: sqlite3.Connection, crs: StoreCrs, path: Path) -> int:
    """The ``srs_id`` of the geometries; ``InputError`` when the store is kept in another CRS."""
    row = connection.execute(
        "SELECT s.srs_id, s.organization, s.organization_coordsys_id, s.srs_name, s.definition "
        "FROM gpkg_geometry_columns g JOIN gpkg_spatial_ref_sys s USING (srs_id) "
        "WHERE g.table_name = 'findings'"
    ).fetchone()
    known = row[1].upper() == crs.organization.upper() and row[2] == crs.code
    if not known and row[4] != crs.wkt:
        raise InputError(
            "Findings store “{file}” is kept in {store_crs}, but the plan is in {crs}. Choose another store, "
            "or reproject the plan.",
            file=path.name,
            store_crs=row[3],
            crs=crs.name,
        )
    return int(row[0])
