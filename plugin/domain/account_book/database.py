# SPDX-License-Identifier: GPL-2.0-or-later
"""Where a book is kept: an embedded GeoPackage, or a schema of a PostgreSQL database."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .. import embedded_store
from ..embedded_store import create_base, register_table, wrong_version
from ..errors import DualCarbonError, InputError, OutputError
from ..progress import Progress, silent
from .migrations import ACCOUNTS, POSTGRES_MIGRATIONS
from .schema import CURRENT, ENTRIES, POSTINGS, UNITS, postgres_tables, sqlite_tables
from .session import PostgresSession, SqliteSession

#: Schema of a PostgreSQL database that holds the book.
SCHEMA = "dualcarbon_book"
#: Number of the lock that a writer holds until its transaction ends.
_LOCK = 7_013_600_001


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
            if self._schema(session) in POSTGRES_MIGRATIONS:
                connection.rollback()
                with self.writing():
                    pass
            connection.rollback()
            session.run("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield None if self._schema(session) is None else session

    @contextmanager
    def writing(self, progress: Progress = silent) -> Iterator[PostgresSession]:
        """As ``Book.writing``."""
        with self._connected() as connection:
            session = PostgresSession(connection, progress)
            # One writer after the other: the versions of an entry are counted on.
            session.run("SELECT pg_advisory_xact_lock(?)", (_LOCK,))
            found = self._schema(session)
            if found is None:
                session.run("CREATE SCHEMA IF NOT EXISTS dualcarbon_book")
                for statement in postgres_tables():
                    session.run(statement)
                facts = (("kind", ACCOUNTS.kind), ("schema", str(ACCOUNTS.schema)))
                for fact in facts:
                    session.run("INSERT INTO dualcarbon_store VALUES (?, ?)", fact)
            else:
                _migrate(session, found)
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

    def _schema(self, session: PostgresSession) -> int | None:
        """The schema version of the book, None where there is no book; refuses one that is no version."""
        query = "SELECT to_regclass('dualcarbon_book.dualcarbon_store') IS NOT NULL"
        if not session.run(query)[0][0]:
            return None
        facts = dict(session.run("SELECT item, value FROM dualcarbon_store"))
        version = facts.get("schema", "–")
        known = {str(number): number for number in (*POSTGRES_MIGRATIONS, ACCOUNTS.schema)}
        if facts.get("kind") != ACCOUNTS.kind or version not in known:
            raise wrong_version(self.title, version, ACCOUNTS.schema)
        return known[version]


def _migrate(session: PostgresSession, found: int) -> None:
    """Bring an older book to the present version, inside the transaction of the session."""
    for number in range(found, ACCOUNTS.schema):
        POSTGRES_MIGRATIONS[number](session)
    session.run("UPDATE dualcarbon_store SET value = ? WHERE item = 'schema'", (str(ACCOUNTS.schema),))
