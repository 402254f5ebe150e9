# SPDX-License-Identifier: GPL-2.0-or-later
"""Account tables into the account book, and what the book holds out of it."""

from __future__ import annotations

import uuid
from contextlib import ExitStack
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import pandas as pd
from qgis.core import QgsDataSourceUri, QgsProviderRegistry, QgsVectorLayer

from ..domain.account_book import (
    BY_ITEM,
    BY_YEAR,
    Book,
    Filter,
    GeoPackageBook,
    Pivot,
    Posted,
    PostgresBook,
    Posting,
    posting_in,
    read_entries,
    read_pivot,
)
from ..domain.account_book.columns import entries_of_table, refuse_parts_of_others
from ..domain.account_book.units import parents_of
from ..domain.errors import InputError
from ..domain.provenance import to_json
from .manifests import manifest_of
from .run import Run
from .sinks import Column
from .software import plugin_version
from .sources import without_credentials
from .tables import frame_of, read_table, table_file_of

_GEOPACKAGE = ".gpkg"
_ENTRY_COLUMNS = (
    Column("unit", "text", "statistical unit"),
    Column("year", "int", "year of the account"),
    Column("item", "text", "account item"),
    Column("scope", "text", "1 direct, 2 purchased, 3 other; empty for sinks"),
    Column("value", "float", "figure in the unit of measure"),
    Column("low", "float", "lower 95 % bound"),
    Column("high", "float", "upper 95 % bound"),
    Column("measure", "text", "unit of measure"),
    Column("tier", "text", "tier of the method"),
    Column("source", "text", "where the figure comes from"),
    Column("version", "int", "1 when first posted"),
)
_HISTORY_COLUMNS = (
    Column("withdrawn", "int", "1: the account no longer has the item"),
    Column("posting_id", "text"),
    Column("posted_at", "text", "UTC"),
    Column("algorithm", "text"),
    Column("plugin_version", "text"),
)


def book_of(store: str) -> Book:
    """The book at a path of a GeoPackage or in a registered PostgreSQL connection of that name.

    Raises ``InputError`` where it is neither.
    """
    if Path(store).suffix.lower() == _GEOPACKAGE and "\0" not in store:
        return GeoPackageBook(Path(store))
    provider = QgsProviderRegistry.instance().providerMetadata("postgres")
    connections = {} if provider is None else provider.connections(False)
    if store not in connections:
        raise InputError(
            "“{store}” is neither the path of a GeoPackage (.gpkg) nor the name of a PostgreSQL connection "
            "of QGIS ({known}).",
            store=without_credentials(store),
            known=", ".join(sorted(connections)) or "–",
        )
    # The password comes out of QGIS's own store here, and goes nowhere but into the connection.
    return PostgresBook(store, QgsDataSourceUri(connections[store].uri()).connectionInfo(True))


def post_account(run: Run) -> dict[str, Any]:
    """Post the account of a run, note what became of it, and return the outputs of the run."""
    book = book_of(run.text("STORE"))
    posting = _posting_of(run)
    with ExitStack() as transaction:
        done = transaction.enter_context(posting_in(book, posting, run.progress(20, 95)))
        run.record(
            posting={"posting_id": posting.posting_id, "store": book.name, "entries": len(posting.entries)}
        )

        def commit() -> None:
            transaction.close()
            _note_posted(run, book.name, done)

        # The book gains the posting when nothing can cancel the run any more.
        return run.finish(
            last=commit, ENTRIES=done.written, UNCHANGED=done.unchanged, WITHDRAWN=done.withdrawn
        )


def _posting_of(run: Run) -> Posting:
    tables = [_read(run, name) for name in ("ACCOUNT", "ACCOUNT_CLASSES") if run.given(name)]
    run.progress(5, 15)(0.0)
    year = int(run.number("YEAR")) if run.given("YEAR") else None
    tier, source = run.optional_text("TIER") or "", run.optional_text("SOURCE") or ""
    parts = [
        entries_of_table(frame, table, year=year, tier=tier, source=source or origin)
        for table, frame, origin in tables
    ]
    run.progress(15, 20)(0.0)
    if len(parts) > 1:
        refuse_parts_of_others(*parts, tables[1][0])
    return Posting(
        posting_id=uuid.uuid4().hex,
        posted_at=datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%S.%f")[:-3] + "Z",
        algorithm=next((origin for _table, _frame, origin in tables if origin), "table"),
        plugin_version=plugin_version(),
        manifest=_manifest(run, "ACCOUNT"),
        entries=pd.concat(parts, ignore_index=True),
        parents=_parents(run),
    )


def _note_posted(run: Run, name: str, done: Posted) -> None:
    run.notes.add(
        "posted",
        "Account book {name}: {added} entries added, {superseded} superseded, {withdrawn} withdrawn, "
        "{unchanged} as they were.",
        count=done.written,
        warning=False,
        name=name,
        added=done.added,
        superseded=done.superseded,
        withdrawn=done.withdrawn,
        unchanged=done.unchanged,
    )


def _read(run: Run, name: str) -> tuple[str, pd.DataFrame, str]:
    """Name, rows (numbered as in their file) and origin (the algorithm that made it) of an account table."""
    given = run.open(name)
    if table_file_of(run, name) is None:
        frame = frame_of(given.source)
        frame.index = pd.RangeIndex(1, len(frame) + 1)
        run.manifest.add_input(name, layer=given.name, source=given.described, features=len(frame))
    else:
        frame = read_table(run, name)
    return given.name, frame, str(_own_manifest(run, name).get("algorithm", ""))


def _own_manifest(run: Run, name: str) -> dict[str, object]:
    layer = run.algorithm.parameterAsVectorLayer(run.parameters, name, run.context)
    return (manifest_of(layer) or {}) if isinstance(layer, QgsVectorLayer) else {}


def _manifest(run: Run, name: str) -> str:
    """The manifest of the run that made the account, as text."""
    return to_json(dict(_own_manifest(run, name)))


def _parents(run: Run) -> dict[str, str]:
    """Which unit is part of which, from the table of units."""
    return parents_of(read_table(run, "UNIT_TABLE")) if run.given("UNIT_TABLE") else {}


def read_account(run: Run) -> int:
    """Write what a run asks for of the book, in its layout; returns how many entries that are."""
    layout, history = run.text("LAYOUT"), run.flag("HISTORY")
    years = {int(text) for text in run.words("YEARS") if _is_year(text)}
    wanted = Filter(
        frozenset(run.words("UNITS")),
        frozenset(years),
        run.optional_text("ITEM") or "",
        frozenset(run.words("SCOPES")),
    )
    book = book_of(run.text("STORE"))
    if layout in (BY_ITEM, BY_YEAR):
        if history:
            raise InputError("HISTORY lists versions, each in a row of its own. Choose the LAYOUT entries.")
        return _write_pivot(run, read_pivot(book, wanted, layout))
    entries = read_entries(book, wanted, history=history)
    run.progress(30, 40)(0.0)
    run.write("OUTPUT", [*_ENTRY_COLUMNS, *(_HISTORY_COLUMNS if history else ())], entries, share=(40, 99))
    return len(entries)


def _write_pivot(run: Run, pivot: Pivot) -> int:
    run.progress(30, 40)(0.0)
    known = {column.name: column for column in _ENTRY_COLUMNS}
    table = pivot.table
    columns = [
        *(known[str(name)] for name in table.index.names),
        *(Column(str(name), "float", measure) for name, measure in zip(table.columns, pivot.measures)),
    ]
    run.write("OUTPUT", columns, table.reset_index(), share=(40, 99))
    return pivot.entries


def _is_year(text: str) -> bool:
    if not (text.isascii() and text.isdigit()):
        raise InputError("“{value}” in YEARS is no year. Write years such as 2023, 2024.", value=text)
    return True
