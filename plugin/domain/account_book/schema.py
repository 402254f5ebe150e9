# SPDX-License-Identifier: GPL-2.0-or-later
"""The tables of an account book, the same in a GeoPackage and in PostgreSQL."""

from __future__ import annotations

#: What the tables are called; QGIS lists those of the first line.
POSTINGS, ENTRIES, UNITS, CURRENT = "postings", "entries", "account_units", "current_entries"
SHEETS = "sheets"

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
#: All standing values of a unit and year in one row; of several the last posting's counts.
_SHEETS = """CREATE TABLE sheets (
    sheet_id {serial}, posting_no INTEGER NOT NULL REFERENCES postings (posting_no), unit_no INTEGER NOT NULL,
    year INTEGER NOT NULL, headings {bytes} NOT NULL, figures {bytes} NOT NULL,
    UNIQUE (unit_no, year, posting_no))"""
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
    "CREATE TRIGGER {table}_are_not_rewritten BEFORE UPDATE ON {table} "
    "BEGIN SELECT RAISE(ABORT, 'the book is only added to'); END",
    "CREATE TRIGGER {table}_are_not_erased BEFORE DELETE ON {table} "
    "BEGIN SELECT RAISE(ABORT, 'the book is only added to'); END",
)
_REFUSE_CHANGE = """CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'the book is only added to'; END $$"""
_KEPT_POSTGRES = """CREATE TRIGGER {table}_are_kept BEFORE UPDATE OR DELETE ON {table}
    FOR EACH ROW EXECUTE FUNCTION refuse_change()"""
_SQLITE = {"serial": "INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL", "bytes": "BLOB"}
_POSTGRES = {"serial": "SERIAL PRIMARY KEY", "bytes": "BYTEA"}


def sqlite_tables() -> tuple[str, ...]:
    """Statements that make the tables in a GeoPackage."""
    tables = (table.format(**_SQLITE) for table in (_POSTINGS, _WORDS, _ENTRIES, _UNITS))
    kept = (trigger.format(table=table) for table in (POSTINGS, ENTRIES) for trigger in _KEPT_SQLITE)
    return (*tables, _LAST, _CURRENT, *kept, *sqlite_sheets())


def sqlite_sheets() -> tuple[str, ...]:
    """Statements that make the table of sheets in a GeoPackage."""
    return (_SHEETS.format(**_SQLITE), *(trigger.format(table=SHEETS) for trigger in _KEPT_SQLITE))


def postgres_tables() -> tuple[str, ...]:
    """Statements that make the tables in the current schema of a PostgreSQL database."""
    tables = (table.format(**_POSTGRES) for table in (_POSTINGS, _WORDS, _ENTRIES, _UNITS))
    kept = (_KEPT_POSTGRES.format(table=table) for table in (POSTINGS, ENTRIES))
    facts = "CREATE TABLE dualcarbon_store (item TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL)"
    return (*tables, _LAST, _CURRENT, _REFUSE_CHANGE, *kept, facts, *postgres_sheets())


def postgres_sheets() -> tuple[str, ...]:
    """Statements that make the table of sheets in the current schema of a PostgreSQL database."""
    return _SHEETS.format(**_POSTGRES), _KEPT_POSTGRES.format(table=SHEETS)
