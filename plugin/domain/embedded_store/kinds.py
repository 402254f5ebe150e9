# SPDX-License-Identifier: GPL-2.0-or-later
"""What a store holds and in which version, and how it is told from any other file."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ..errors import InputError

#: Turns a store of one schema version into the next one, inside the caller's transaction.
Migration = Callable[[sqlite3.Connection], None]


@dataclass(frozen=True)
class StoreKind:
    """``kind`` (findings, accounts) stands in the file.

    ``schema`` is raised whenever the tables change; ``migrations`` lead from a version to the next.
    """

    kind: str
    schema: int
    migrations: Mapping[int, Migration] = field(default_factory=dict)


def is_blank(connection: sqlite3.Connection) -> bool:
    """Whether a database has no table at all."""
    return bool(connection.execute("SELECT count(*) = 0 FROM sqlite_master").fetchone()[0])


def schema_of(connection: sqlite3.Connection, kind: StoreKind, path: Path) -> int:
    """The schema version of a store; ``InputError`` for a database that is no store of this kind."""
    query = "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'dualcarbon_store'"
    facts: dict[str, str] = {}
    if connection.execute(query).fetchone()[0]:
        facts = dict(connection.execute("SELECT item, value FROM dualcarbon_store").fetchall())
    version = facts.get("schema", "")
    if facts.get("kind") != kind.kind or not version.isdigit():
        raise not_a_store(path, kind)
    return int(version)


def require_store(connection: sqlite3.Connection, kind: StoreKind, path: Path) -> None:
    """Refuse a database that is no store of this kind and version (``InputError``)."""
    found = schema_of(connection, kind, path)
    if found != kind.schema:
        raise wrong_version(path.name, str(found), kind.schema)


def migrate(connection: sqlite3.Connection, kind: StoreKind, path: Path) -> None:
    """Bring an older store to the present version, inside the caller's transaction."""
    found = schema_of(connection, kind, path)
    while found in kind.migrations and found < kind.schema:
        kind.migrations[found](connection)
        found += 1
        connection.execute("UPDATE dualcarbon_store SET value = ? WHERE item = 'schema'", (str(found),))
    require_store(connection, kind, path)


def wrong_version(name: str, found: str, expected: int) -> InputError:
    """The refusal of a store that a newer plugin wrote, or one that cannot be migrated."""
    return InputError(
        "Store “{file}” has schema version {found}, but this version of the plugin writes version "
        "{expected}. Use the plugin that wrote it, or choose a new file.",
        file=name,
        found=found,
        expected=expected,
    )


def not_a_store(path: Path, kind: StoreKind) -> InputError:
    """The refusal of a file that holds something else."""
    return InputError(
        "“{file}” is not a store of this plugin (kind “{kind}”), and nothing is written into it. Choose "
        "another file; a new one is created.",
        file=path.name,
        kind=kind.kind,
    )
