# SPDX-License-Identifier: GPL-2.0-or-later
"""Which version of its tables a book has, and how an older book is brought to the present one."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from ..embedded_store import StoreKind
from .read import last_entries
from .schema import postgres_sheets, sqlite_sheets
from .session import PostgresSession, Session, SqliteSession
from .sheets import add_sheets
from .words import Words

SCHEMA_VERSION = 2


def _add_sheets_to(session: Session, statements: tuple[str, ...]) -> None:
    """Version 2: the sheets that version 1 did not have, as of its last posting."""
    for statement in statements:
        session.run(statement)
    words = Words(session)
    last = last_entries(session, words)
    if len(last):
        add_sheets(session, words, last, last, int(last["posting_no"].max()))


def _to_2_sqlite(connection: sqlite3.Connection) -> None:
    _add_sheets_to(SqliteSession(connection), sqlite_sheets())


def _to_2_postgres(session: PostgresSession) -> None:
    _add_sheets_to(session, postgres_sheets())


ACCOUNTS = StoreKind("accounts", SCHEMA_VERSION, {1: _to_2_sqlite})
POSTGRES_MIGRATIONS: dict[int, Callable[[PostgresSession], None]] = {1: _to_2_postgres}
