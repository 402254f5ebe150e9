# SPDX-License-Identifier: GPL-2.0-or-later
"""Where a book is kept: an embedded GeoPackage, or a schema of a PostgreSQL database, with one language."""

from __future__ import annotations

import csv
import io
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from .. import embedded_store
from ..embedded_store import create_base, register_table
from ..errors import DualCarbonError, InputError, OutputError
from ..progress import Progress, silent
from .schema import ACCOUNTS, CURRENT, ENTRIES, POSTINGS, UNITS, postgres_tables, sqlite_tables

#: Rows that are handed to the database at a time.
BATCH = 20_000
#: Schema of a PostgreSQL database that holds the book.
SCHEMA = "dualcarbon_book"
#: Number of the lock that a writer holds until its transaction ends.
_LOCK = 7_013_600_001


class Session(Protocol):
    """One transaction: statements with ``?`` for values."""

    def run(self, statement: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """Execute a statement and return its rows, if it has any."""

    def load(self, table: str, rows: Sequence[tuple[object, ...]]) -> None:
        """Add many rows to ``words`` or ``entries``."""


class Book(Protocol):
    """A book that may not exist yet."""

    @property
    def name(self) -> str:
        """How sentences call it."""

    def reading(self) -> Any:
        """Context manager of a session that only reads, None where there is no book yet."""

    def writing(self, progress: Progress = silent) -> Any:
        """Context manager of a session in one transaction: all or nothing. Makes the book if need be."""


@dataclass(frozen=True)
class SqliteSession:
    """A session on a GeoPackage."""

    connection: sqlite3.Connection
    progress: Progress = silent

    def run(self, statement: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """As ``Session.run``."""
        return list(self.connection.execute(statement, tuple(values)).fetchall())

    def load(self, table: str, rows: Sequence[tuple[object, ...]]) -> None:
        """As ``Session.load``."""
        for start in range(0, len(rows), BATCH):
            self.progress(start / len(rows))
            self.connection.executemany(_INSERTS[table], rows[start : start + BATCH])


_INSERTS = {
    "words": "INSERT INTO words (word) VALUES (?)",
    "entries": "INSERT INTO entries (posting_no, account_no, unit_no, year, item_no, scope_no, version, "
    "withdrawn, value, low, high, measure_no, tier_no, source_no) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
}


@dataclass(frozen=True)
class GeoPackageBook:
    """A book in a file of its own."""

    path: Path

    @property
    def name(self) -> str:
        """The name of the file."""
        return self.path.name

    @contextmanager
    def reading(self) -> Iterator[SqliteSession | None]:
        """As ``Book.reading``."""
        with embedded_store.reading(self.path, ACCOUNTS) as connection:
            yield None if connection is None else SqliteSession(connection)

    @contextmanager
    def writing(self, progress: Progress = silent) -> Iterator[SqliteSession]:
        """As ``Book.writing``."""
        with embedded_store.writing(self.path, ACCOUNTS, _create, progress=progress) as connection:
            yield SqliteSession(connection, progress)


def _create(connection: sqlite3.Connection) -> None:
    create_base(connection, ACCOUNTS)
    for statement in sqlite_tables():
        connection.execute(statement)
    for table in (ENTRIES, POSTINGS, UNITS, CURRENT):
        register_table(connection, table)


@dataclass(frozen=True)
class PostgresSession:
    """A session on a PostgreSQL database."""

    connection: Any
    progress: Progress = silent

    def run(self, statement: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """As ``Session.run``."""
        with self.connection.cursor() as cursor:
            cursor.execute(statement.replace("?", "%s"), tuple(values))
            return list(cursor.fetchall()) if cursor.description else []

    def load(self, table: str, rows: Sequence[tuple[object, ...]]) -> None:
        """As ``Session.load``."""
        with self.connection.cursor() as cursor:
            for start in range(0, len(rows), BATCH):
                self.progress(start / len(rows))
                buffer = io.StringIO()
                # An empty cell is NULL there, an empty text has to stand in quotes.
                writer = csv.writer(buffer, quoting=csv.QUOTE_ALL) if table == "words" else csv.writer(buffer)
                writer.writerows(rows[start : start + BATCH])
                buffer.seek(0)
                cursor.copy_expert(_COPIES[table], buffer)


_COPIES = {
    "words": "COPY words (word) FROM STDIN WITH (FORMAT csv)",
    "entries": "COPY entries (posting_no, account_no, unit_no, year, item_no, scope_no, version, withdrawn, "
    "value, low, high, measure_no, tier_no, source_no) FROM STDIN WITH (FORMAT csv)",
}


@dataclass(frozen=True)
class PostgresBook:
    """A book in a PostgreSQL database that several people write; ``dsn`` connects to it."""

    title: str
    dsn: str

    @property
    def name(self) -> str:
        """The name of the connection."""
        return self.title

    @contextmanager
    def reading(self) -> Iterator[PostgresSession | None]:
        """As ``Book.reading``."""
        with self._connected() as connection:
            session = PostgresSession(connection)
            session.run("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield session if self._exists(session) else None

    @contextmanager
    def writing(self, progress: Progress = silent) -> Iterator[PostgresSession]:
        """As ``Book.writing``."""
        with self._connected() as connection:
            session = PostgresSession(connection, progress)
            # One writer after the other: the versions of an entry are counted on.
            session.run("SELECT pg_advisory_xact_lock(?)", (_LOCK,))
            if not self._exists(session):
                session.run("CREATE SCHEMA IF NOT EXISTS dualcarbon_book")
                for statement in postgres_tables():
                    session.run(statement)
                facts = (("kind", ACCOUNTS.kind), ("schema", str(ACCOUNTS.schema)))
                for fact in facts:
                    session.run("INSERT INTO dualcarbon_store VALUES (?, ?)", fact)
            yield session

    @contextmanager
    def _connected(self) -> Iterator[Any]:
        import psycopg2

        try:
            connection = psycopg2.connect(self.dsn, options=f"-c search_path={SCHEMA},public")
        except psycopg2.Error as error:
            raise InputError(
                "The database of connection “{name}” cannot be reached: {reason}. Check the connection in "
                "the browser of QGIS.",
                name=self.title,
                reason=str(error).strip().splitlines()[0],
            ) from error
        try:
            with connection:
                yield connection
        except DualCarbonError:
            raise
        except psycopg2.Error as error:
            raise OutputError(
                "The account book in connection “{name}” cannot be used: {reason}. Check rights and disk of "
                "the database; nothing was written.",
                name=self.title,
                reason=str(error).strip().splitlines()[0],
            ) from error
        finally:
            connection.close()

    def _exists(self, session: PostgresSession) -> bool:
        query = "SELECT to_regclass('dualcarbon_book.dualcarbon_store') IS NOT NULL"
        if not session.run(query)[0][0]:
            return False
        facts = dict(session.run("SELECT item, value FROM dualcarbon_store"))
        if facts.get("kind") != ACCOUNTS.kind or facts.get("schema") != str(ACCOUNTS.schema):
            raise InputError(
                "Store “{file}” has schema version {found}, but this version of the plugin writes version "
                "{expected}. Use the plugin that wrote it, or choose a new file.",
                file=self.title,
                found=facts.get("schema", "–"),
                expected=ACCOUNTS.schema,
            )
        return True
