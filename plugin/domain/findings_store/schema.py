# SPDX-License-Identifier: GPL-2.0-or-later
"""The tables of a findings store, and how one is told from any other file."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from pathlib import Path

from ..errors import InputError

#: Raised whenever the tables change; an older plugin refuses a newer store and the other way round.
SCHEMA_VERSION = 1
KIND = "findings"

#: "GPKG" and version 1.3 in the header of the file (OGC 12-128r18, 1.1.1.1.1).
_IDENTITY = ("PRAGMA application_id = 1196444487", "PRAGMA user_version = 10300")

_GEOPACKAGE = (
    """CREATE TABLE gpkg_spatial_ref_sys (
        srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, organization TEXT NOT NULL,
        organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT)""",
    """CREATE TABLE gpkg_contents (
        table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE,
        description TEXT DEFAULT '',
        last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
        min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
        CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id))""",
    """CREATE TABLE gpkg_geometry_columns (
        table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL,
        srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL,
        CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
        CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents (table_name),
        CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id))""",
    """INSERT INTO gpkg_spatial_ref_sys VALUES
        ('Undefined Cartesian', -1, 'NONE', -1, 'undefined', ''),
        ('Undefined geographic', 0, 'NONE', 0, 'undefined', ''),
        ('WGS 84 geodetic', 4326, 'EPSG', 4326,
        'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],'
        || 'PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433],AUTHORITY["EPSG","4326"]]', '')""",
)

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
    "CREATE TABLE dualcarbon_store (item TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL)",
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
    for statement in (*_IDENTITY, *_GEOPACKAGE, *_TABLES):
        connection.execute(statement)
    connection.execute(
        "INSERT OR IGNORE INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, '')",
        (crs.name, crs.code, crs.organization, crs.code, crs.wkt),
    )
    contents = (("findings", "features", crs.code), ("history", "attributes", None))
    connection.executemany(
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, srs_id) VALUES (?1, ?2, ?1, ?3)",
        contents,
    )
    connection.execute(
        "INSERT INTO gpkg_geometry_columns VALUES ('findings', 'geom', 'MULTIPOLYGON', ?, 0, 0)", (crs.code,)
    )
    connection.executemany(
        "INSERT INTO dualcarbon_store VALUES (?, ?)", (("kind", KIND), ("schema", str(SCHEMA_VERSION)))
    )


def is_blank(connection: sqlite3.Connection) -> bool:
    """Whether a database has no table at all."""
    return bool(connection.execute("SELECT count(*) = 0 FROM sqlite_master").fetchone()[0])


def require_store(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse a database that is no findings store, or one of another schema version (``InputError``)."""
    query = "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'dualcarbon_store'"
    facts: dict[str, str] = {}
    if connection.execute(query).fetchone()[0]:
        facts = dict(connection.execute("SELECT item, value FROM dualcarbon_store").fetchall())
    if facts.get("kind") != KIND:
        raise not_a_store(path)
    version = facts.get("schema", "")
    if version != str(SCHEMA_VERSION):
        raise InputError(
            "Findings store “{file}” has schema version {found}, but this version of the plugin writes "
            "version {expected}. Use the plugin that wrote it, or choose a new file.",
            file=path.name,
            found=version or "–",
            expected=SCHEMA_VERSION,
        )


def not_a_store(path: Path) -> InputError:
    """The refusal of a file that holds something else."""
    return InputError(
        "“{file}” is not a findings store of this plugin, and nothing is written into it. Choose another "
        "file; a new one is created.",
        file=path.name,
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
