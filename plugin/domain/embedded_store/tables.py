# SPDX-License-Identifier: GPL-2.0-or-later
"""The tables that make an SQLite file a GeoPackage (OGC 12-128r18)."""

from __future__ import annotations

import sqlite3

from .kinds import StoreKind

#: "GPKG" and version 1.3 in the header of the file (OGC 12-128r18, 1.1.1.1.1).
_IDENTITY = ("PRAGMA application_id = 1196444487", "PRAGMA user_version = 10300")

_FACTS = "CREATE TABLE dualcarbon_store (item TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL)"

GEOPACKAGE = (
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


def create_base(connection: sqlite3.Connection, kind: StoreKind) -> None:
    """Make an empty database a GeoPackage that says what it holds; part of the caller's transaction."""
    for statement in (*_IDENTITY, *GEOPACKAGE, _FACTS):
        connection.execute(statement)
    connection.executemany(
        "INSERT INTO dualcarbon_store VALUES (?, ?)", (("kind", kind.kind), ("schema", str(kind.schema)))
    )


def register_table(
    connection: sqlite3.Connection, table: str, data_type: str = "attributes", srs_id: int | None = None
) -> None:
    """List a table or view in the contents of the GeoPackage, so that QGIS offers it."""
    connection.execute(
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, srs_id) VALUES (?1, ?2, ?1, ?3)",
        (table, data_type, srs_id),
    )
