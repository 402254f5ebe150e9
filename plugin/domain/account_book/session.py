# SPDX-License-Identifier: GPL-2.0-or-later
"""One transaction on a book, in one language for SQLite and PostgreSQL."""

from __future__ import annotations

import csv
import io
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, Union

import numpy as np
import numpy.typing as npt

from ..progress import Progress, silent

#: Rows that are handed to the database at a time.
BATCH = 20_000

Column = Union[npt.NDArray[Any], Sequence[object]]
#: The columns of a table in its order, all of one length.
Columns = Sequence[Column]


class Session(Protocol):
    """One transaction: statements with ``?`` for values."""

    def run(self, statement: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """Execute a statement and return its rows, if it has any."""

    def load(self, table: str, columns: Columns) -> None:
        """Add many rows, given by columns, to ``words``, ``entries`` or ``sheets``."""


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

    def load(self, table: str, columns: Columns) -> None:
        """As ``Session.load``."""
        for rows in _batches(columns, self.progress):
            self.connection.executemany(_INSERTS[table], rows)


_INSERTS = {
    "words": "INSERT INTO words (word) VALUES (?)",
    "entries": "INSERT INTO entries (posting_no, account_no, unit_no, year, item_no, scope_no, version, "
    "withdrawn, value, low, high, measure_no, tier_no, source_no) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    "sheets": "INSERT INTO sheets (posting_no, unit_no, year, headings, figures) VALUES (?, ?, ?, ?, ?)",
}


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

    def load(self, table: str, columns: Columns) -> None:
        """As ``Session.load``."""
        with self.connection.cursor() as cursor:
            for rows in _batches(columns, self.progress):
                buffer = io.StringIO()
                # An empty cell is NULL there, an empty text has to stand in quotes.
                writer = csv.writer(buffer, quoting=csv.QUOTE_ALL) if table == "words" else csv.writer(buffer)
                writer.writerows(map(_copied, rows))
                buffer.seek(0)
                cursor.copy_expert(_COPIES[table], buffer)


def _batches(columns: Columns, progress: Progress) -> Iterator[Iterator[tuple[object, ...]]]:
    """Rows of plain values, None for NaN, some at a time."""
    count = len(columns[0])
    for start in range(0, count, BATCH):
        progress(start / count)
        yield zip(*(_plain(column[start : start + BATCH]) for column in columns))


def _plain(values: Column) -> Sequence[object]:
    if not isinstance(values, np.ndarray):
        return values
    listed: list[object] = values.tolist()
    if values.dtype.kind == "f" and np.isnan(values).any():
        return [None if value != value else value for value in listed]
    return listed


def _copied(row: tuple[object, ...]) -> tuple[object, ...]:
    """A row as COPY reads it: bytes in hexadecimal digits."""
    return tuple(f"\\x{cell.hex()}" if isinstance(cell, bytes) else cell for cell in row)


_COPIES = {
    "words": "COPY words (word) FROM STDIN WITH (FORMAT csv)",
    "entries": "COPY entries (posting_no, account_no, unit_no, year, item_no, scope_no, version, withdrawn, "
    "value, low, high, measure_no, tier_no, source_no) FROM STDIN WITH (FORMAT csv)",
    "sheets": "COPY sheets (posting_no, unit_no, year, headings, figures) FROM STDIN WITH (FORMAT csv)",
}
