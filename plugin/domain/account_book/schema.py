# SPDX-License-Identifier: GPL-2.0-or-later
"""The tables of an account book, the same in a GeoPackage and in PostgreSQL."""

from __future__ import annotations

from ..embedded_store import StoreKind

SCHEMA_VERSION = 1
ACCOUNTS = StoreKind("accounts", SCHEMA_VERSION)

#: What the tables are called; QGIS lists the first two and the view.
POSTINGS, ENTRIES, UNITS, CURRENT = "postings", "entries", "account_units", "current_entries"

_POSTINGS = """CREATE TABLE postings (
    posting_no {serial}, posting_id TEXT NOT NULL UNIQUE, posted_at TEXT NOT NULL, algorithm TEXT NOT NULL,
    plugin_version TEXT NOT NULL, manifest TEXT NOT NULL, entries INTEGER NOT NULL, sha256 TEXT NOT NULL)"""
#: Every text of the book once: units, items, scopes, units of measure, tiers and sources.
_WORDS = """CREATE TABLE words (word_no {serial}, word TEXT NOT NULL UNIQUE)"""
_ENTRIES = """CREATE TABLE entries (
    entry_id {serial}, posting_no INTEGER NOT NULL REFERENCES postings (posting_no),
    account_no INTEGER NOT NULL, unit_no INTEGER NOT NULL, year INTEGER NOT NULL, item_no INTEGER NOT NULL,
    scope_no INTEGER NOT NULL, version INTEGER NOT NULL, withdrawn INTEGER NOT NULL,
    value DOUBLE PRECISION, low DOUBLE PRECISION, high DOUBLE PRECISION,
    measure_no INTEGER NOT NULL, tier_no INTEGER NOT NULL, source_no INTEGER NOT NULL,
    UNIQUE (year, unit_no, item_no, scope_no, version))"""
_UNITS = """CREATE TABLE account_units (
    unit_no {serial}, unit TEXT NOT NULL UNIQUE, parent TEXT NOT NULL)"""
_LAST = """CREATE VIEW last_entries AS SELECT e.* FROM entries e WHERE NOT EXISTS (
        SELECT 1 FROM entries n WHERE n.year = e.year AND n.unit_no = e.unit_no AND n.item_no = e.item_no
            AND n.scope_no = e.scope_no AND n.version > e.version)"""
_CURRENT = """CREATE VIEW current_entries AS
    SELECT e.entry_id, e.posting_no, account.word AS account, unit.word AS unit, e.year, item.word AS item,
        scope.word AS scope, e.version, e.value, e.low, e.high, measure.word AS measure, tier.word AS tier,
        source.word AS source
    FROM last_entries e
    JOIN words account ON account.word_no = e.account_no JOIN words unit ON unit.word_no = e.unit_no
    JOIN words item ON item.word_no = e.item_no JOIN words scope ON scope.word_no = e.scope_no
    JOIN words measure ON measure.word_no = e.measure_no JOIN words tier ON tier.word_no = e.tier_no
    JOIN words source ON source.word_no = e.source_no
    WHERE e.withdrawn = 0"""

_KEPT_SQLITE = (
    "CREATE TRIGGER postings_are_not_rewritten BEFORE UPDATE ON postings "
    "BEGIN SELECT RAISE(ABORT, 'the book is only added to'); END",
    "CREATE TRIGGER postings_are_not_erased BEFORE DELETE ON postings "
    "BEGIN SELECT RAISE(ABORT, 'the book is only added to'); END",
    "CREATE TRIGGER entries_are_not_rewritten BEFORE UPDATE ON entries "
    "BEGIN SELECT RAISE(ABORT, 'the book is only added to'); END",
    "CREATE TRIGGER entries_are_not_erased BEFORE DELETE ON entries "
    "BEGIN SELECT RAISE(ABORT, 'the book is only added to'); END",
)
_KEPT_POSTGRES = (
    """CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'the book is only added to'; END $$""",
    "CREATE TRIGGER postings_are_kept BEFORE UPDATE OR DELETE ON postings "
    "FOR EACH ROW EXECUTE FUNCTION refuse_change()",
    "CREATE TRIGGER entries_are_kept BEFORE UPDATE OR DELETE ON entries "
    "FOR EACH ROW EXECUTE FUNCTION refuse_change()",
)


def sqlite_tables() -> tuple[str, ...]:
    """Statements that make the tables in a GeoPackage."""
    serial = "INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL"
    tables = (table.format(serial=serial) for table in (_POSTINGS, _WORDS, _ENTRIES, _UNITS))
    return (*tables, _LAST, _CURRENT, *_KEPT_SQLITE)


def postgres_tables() -> tuple[str, ...]:
    """Statements that make the tables in the current schema of a PostgreSQL database."""
    serial = "SERIAL PRIMARY KEY"
    tables = (table.format(serial=serial) for table in (_POSTINGS, _WORDS, _ENTRIES, _UNITS))
    facts = "CREATE TABLE dualcarbon_store (item TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL)"
    return (*tables, _LAST, _CURRENT, *_KEPT_POSTGRES, facts)
