# SPDX-License-Identifier: GPL-2.0-or-later
"""What stands in a folder after a run, judged by the product's own readers: results, rubbish, locks."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

from fixed_names import MODELS

#: What SQLite leaves beside a database that is open, or whose writer died.
OPEN_ENDS = ("-wal", "-shm", "-journal")
#: Tools that run others one after the other: what earlier runs wrote whole may stay.
CHAINS = frozenset({*MODELS, "repeatrun"})
LAYERS = (".gpkg", ".shp", ".csv", ".geojson")
#: What a raster output has beside it without being a result.
ASIDE = (".aux.xml", ".qml", ".tfw", ".cpg", ".prj", ".dbf", ".shx", ".csvt")


def results_in(folder: Path) -> dict[str, str]:
    """Every output in a folder that a manifest there vouches for, with the digest that both have.

    A table of a GeoPackage is named ``file|table``. What no manifest names, or with other values than
    it states, is no result.
    """
    manifests = [read for path in sorted(folder.rglob("*.json")) for read in _read(path)]
    found = {}
    for path in sorted(folder.rglob("*")):
        if path.suffix in LAYERS:
            found.update(_layers_of(path, folder, manifests))
        elif path.is_file() and not path.name.endswith((".json", *ASIDE, *OPEN_ENDS)):
            digest = hashlib.sha256(path.read_bytes()).hexdigest()
            if any(digest == output.get("sha256") for output in _outputs(manifests)):
                found[str(path.relative_to(folder))] = digest
    return found


def _read(path: Path) -> Iterator[Mapping[str, Any]]:
    from dualcarbon.plugin.domain.errors import InputError
    from dualcarbon.plugin.domain.provenance import read_manifest

    try:
        yield read_manifest(str(path))
    except InputError:
        # Half a manifest vouches for nothing: whoever reads it is told.
        return


def _outputs(manifests: list[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    for manifest in manifests:
        yield from manifest.get("outputs", ())


def _layers_of(path: Path, folder: Path, manifests: list[Mapping[str, Any]]) -> Iterator[tuple[str, str]]:
    """The tables of a file that a manifest vouches for."""
    from dualcarbon.plugin.domain.errors import InputError
    from dualcarbon.plugin.domain.provenance import digest_columns
    from dualcarbon.plugin.gis.manifests import manifest_of
    from dualcarbon.plugin.gis.tables import frame_of
    from qgis.core import QgsVectorLayer

    for table in tables_of(path):
        layer = QgsVectorLayer(f"{path}|layername={table}" if table else str(path), table, "ogr")
        if not layer.isValid():
            continue
        try:
            own = manifest_of(layer)
        except InputError:
            own = None
        frame = frame_of(layer)
        for output in _outputs([own] if own else manifests):
            columns = output.get("columns")
            if not columns or not set(columns) <= set(frame) or output.get("features") != len(frame):
                continue
            if digest_columns(frame, list(columns), output.get("digits")) == output.get("sha256"):
                yield f"{path.relative_to(folder)}|{table}".rstrip("|"), output["sha256"]
                break


def tables_of(path: Path) -> list[str]:
    """The tables of a GeoPackage; one without a name for any other file."""
    if path.suffix != ".gpkg":
        return [""]
    try:
        with closing(sqlite3.connect(path)) as connection:
            rows = connection.execute("SELECT table_name FROM gpkg_contents ORDER BY table_name").fetchall()
    except sqlite3.DatabaseError:
        return []
    return [name for (name,) in rows]


def locked_in(folder: Path) -> list[str]:
    """The GeoPackages of a folder that do not open for writing at once."""
    left = []
    for path in folder.rglob("*.gpkg"):
        try:
            with closing(sqlite3.connect(path, timeout=0, isolation_level=None)) as connection:
                connection.execute("BEGIN EXCLUSIVE")
                connection.execute("ROLLBACK")
        except sqlite3.OperationalError as error:
            left.append(f"{path.name}: {error}")
    return sorted(left)


def open_ends_in(folder: Path) -> list[str]:
    """What SQLite left beside databases."""
    return sorted(path.name for path in folder.rglob("*") if path.name.endswith(OPEN_ENDS))


def stores_balance(folder: Path) -> bool:
    """Whether every database of a folder is sound, and in account books every sum is that of its parts."""
    from dualcarbon.plugin.domain.account_book import GeoPackageBook, differences, read_entries

    for path in folder.rglob("*.gpkg"):
        with closing(sqlite3.connect(path)) as connection:
            if connection.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
                return False
    books = [GeoPackageBook(path) for path in folder.rglob("book.gpkg")]
    return all(len(differences(read_entries(book), {})) == 0 for book in books)


def contents(folder: Path) -> dict[str, str]:
    """The digest of every file in a folder; of a database that of what it holds, since SQLite moves pages.

    Folders count, too; what SQLite has beside a database does not.
    """
    found = {}
    for path in sorted(folder.rglob("*")):
        if path.name.endswith(OPEN_ENDS):
            continue
        if path.is_dir():
            held = b""
        elif path.suffix == ".gpkg":
            with closing(sqlite3.connect(path)) as connection:
                held = "\n".join(connection.iterdump()).encode()
        else:
            held = path.read_bytes()
        found[str(path.relative_to(folder))] = hashlib.sha256(held).hexdigest()
    return found


def layers_of(results: Mapping[str, str]) -> dict[str, str]:
    """Results without reports and sheets, whose bytes hold the time."""
    return {name: digest for name, digest in results.items() if Path(name.split("|")[0]).suffix in LAYERS}


def figures_of(results: Mapping[str, Any], folder: Path) -> str:
    """The figures of a run as one comparable text: its numbers, and the digests of its layers."""
    numbers = {key: value for key, value in results.items() if isinstance(value, (int, float))}
    return json.dumps([numbers, layers_of(results_in(folder))], sort_keys=True)
