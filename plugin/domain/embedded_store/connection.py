# SPDX-License-Identifier: GPL-2.0-or-later
"""Opening a store for reading, and for one writing transaction."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from ..errors import DualCarbonError, OutputError
from ..progress import Progress, silent
from .kinds import StoreKind, is_blank, migrate, not_a_store, require_store, schema_of

#: How long a writer waits for another one, and how often it looks (and lets the user cancel).
WAIT_S, LOOK_S = 10.0, 0.2

#: Teaches a fresh connection functions that the tables of the store call.
Teach = Callable[[sqlite3.Connection], None]
#: Makes the tables of a blank database, inside the caller's transaction.
Create = Callable[[sqlite3.Connection], None]


def _nothing(_connection: sqlite3.Connection) -> None:
    """A store whose tables call no function of ours."""


@contextmanager
def reading(path: Path, kind: StoreKind, teach: Teach = _nothing) -> Iterator[sqlite3.Connection | None]:
    """A connection that only reads; None for a file that does not exist or is still blank.

    An older store is migrated first.
    Raises ``InputError`` for a file that is no store of this version, ``OutputError`` for one
    that cannot be read.
    """
    if not path.is_file() or path.stat().st_size == 0:
        yield None
        return
    with _told(path, kind), closing(_connect(path, WAIT_S, teach)) as connection:
        # Not opened read-only: what a killed writer left behind has to be rolled back first.
        connection.execute("PRAGMA query_only = ON")
        if is_blank(connection):
            yield None
            return
        _refuse_cut(connection, path)
        if schema_of(connection, kind, path) in kind.migrations:
            with writing(path, kind, teach=teach):
                pass
        require_store(connection, kind, path)
        yield connection


@contextmanager
def writing(
    path: Path,
    kind: StoreKind,
    create: Create | None = None,
    *,
    teach: Teach = _nothing,
    progress: Progress = silent,
) -> Iterator[sqlite3.Connection]:
    """A connection inside one immediate transaction: committed at the end, rolled back on any error.

    A file that does not exist is made with ``create``, and removed again when the
    transaction fails; an older store is migrated. Raises as ``reading``, and ``OutputError``
    when another program does not let go of the file within ``WAIT_S``; ``progress`` may cancel the
    waiting.
    """
    existed = path.exists()
    with _told(path, kind), closing(_begun(path, teach, progress)) as connection:
        blank = is_blank(connection)
        try:
            if blank and create is not None:
                create(connection)
            else:
                _refuse_cut(connection, path)
                migrate(connection, kind, path)
            yield connection
            _commit(connection, progress)
        except BaseException:
            if blank and not existed:
                # While the lock is held, so that nobody writes into a file that vanishes.
                _remove(path)
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise


def _refuse_cut(connection: sqlite3.Connection, path: Path) -> None:
    # SQLite sees that whole pages are missing, but takes a part of the last one for all of it.
    (page_bytes,) = connection.execute("PRAGMA page_size").fetchone()
    if path.stat().st_size % page_bytes:
        raise sqlite3.DatabaseError("the file is cut off")


def _begun(path: Path, teach: Teach, progress: Progress) -> sqlite3.Connection:
    """A connection in an immediate transaction on the file that stands at the path now."""
    deadline = time.monotonic() + WAIT_S
    while True:
        connection = _connect(path, LOOK_S, teach)
        try:
            connection.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            connection.close()
            if not _is_busy(error) or time.monotonic() > deadline:
                raise
        else:
            # A writer that failed may have removed the file it had just created.
            if path.exists():
                return connection
            connection.close()
        progress(0.0)


def _commit(connection: sqlite3.Connection, progress: Progress) -> None:
    """Commit, waiting for readers that are in the middle of the file."""
    deadline = time.monotonic() + WAIT_S
    while connection.in_transaction:
        try:
            connection.execute("COMMIT")
        except sqlite3.OperationalError as error:
            if not _is_busy(error) or time.monotonic() > deadline:
                raise
            progress(1.0)


def _connect(path: Path, timeout: float, teach: Teach) -> sqlite3.Connection:
    connection = sqlite3.connect(str(path), timeout=timeout, isolation_level=None)
    teach(connection)
    return connection


def _remove(path: Path) -> None:
    # Windows keeps a file that is open; a blank one counts as no store.
    with suppress(PermissionError):
        path.unlink()


@contextmanager
def _told(path: Path, kind: StoreKind) -> Iterator[None]:
    """Errors of the database as sentences."""
    try:
        yield
    except DualCarbonError:
        raise
    except sqlite3.Error as error:
        raise _explained(error, path, kind) from error


def _is_busy(error: sqlite3.Error) -> bool:
    return "locked" in str(error) or "busy" in str(error)


def _explained(error: sqlite3.Error, path: Path, kind: StoreKind) -> DualCarbonError:
    reason = str(error)
    if "not a database" in reason:
        return not_a_store(path, kind)
    if _is_busy(error):
        return OutputError(
            "Store “{file}” is being written by another program and did not get free within "
            "{seconds:.0f} s. Close the edit session or wait for the other run, then run again.",
            file=path.name,
            seconds=WAIT_S,
        )
    if "readonly" in reason or "unable to open" in reason:
        return OutputError(
            "Store “{path}” cannot be written: the folder does not exist, or file or folder are "
            "read-only. Choose another place or get the right to write.",
            path=path,
        )
    return OutputError(
        "Store “{path}” cannot be used: {reason}. Check the disk, and restore the file from a copy "
        "if it is damaged.",
        path=path,
        reason=reason,
    )
