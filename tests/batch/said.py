# SPDX-License-Identifier: GPL-2.0-or-later
"""What the outputs of a run say, without what belongs to the run: times, its ids, places, feature ids."""

from __future__ import annotations

import base64
import hashlib
import json
import math
import re
import shutil
import sqlite3
import subprocess
import unicodedata
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

#: Columns that tell when and by which run, or number the rows of a file.
OF_THE_RUN = re.compile(
    r"fid|\w*_no|\w*_id_of_run|posting_id|entry_id|sheet_id|id|run_id|\w+_seen|changed|posted_at"
)
#: Entries of a manifest that tell of the run.
OF_MANIFEST = ("started", "finished")
TIME = re.compile(
    r"(?<=制图日期[：:])\d{4}-\d\d-\d\d|\d{4}-\d\d-\d\d[T ]?\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?"
)
RUN = re.compile(r"\b[0-9a-f]{32}\b|/[^ ]*?/processing_\w+(?=/)")
PICTURE = re.compile(r"(?<=data:image/png;base64,)[A-Za-z0-9+/=]+")
#: The part of a picture above the foot, in which maps tell when they were drawn.
ABOVE_FOOT = 0.9
#: Columns that number rows, of the input or of the output.
NUMBERS_OF_ROWS = ("row", "target_row", "patch")
#: How near corners of shapes lie that count as the same, in metres.
MICROMETRE = 1e-6
Plain = Callable[[str], str]
#: Tables of a GeoPackage that are not the user's.
ADMINISTRATION = re.compile(r"gpkg_.*|rtree_.*|sqlite_.*|words")


def said(folder: Path, inputs: Path) -> dict[str, Any]:
    """The contents of every file in a folder by its name."""

    def plain(text: str) -> str:
        for place, name in ((inputs, "INPUTS"), (folder, "OUTPUTS")):
            text = text.replace(str(place), name)
        return RUN.sub("RUN", TIME.sub("TIME", text))

    # QGIS keeps statistics of rasters that it shows beside them.
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix != ".xml")
    read = {str(path.relative_to(folder)): READERS[path.suffix](path, plain) for path in files}
    return {name: content for name, content in read.items() if content is not None}


def differences(left: Any, right: Any, place: str = "", within: float = 0.0) -> list[str]:
    """Where two contents differ, each place with a little of both; empty where they are the same.

    Numbers that differ by no more than ``within`` of them count as the same, and so do shapes whose corners
    lie within a micrometre of each other.
    """
    if left == right or (within and _is_close(left, right, within)):
        return []
    if isinstance(left, dict) and isinstance(right, dict):
        only = [f"{place}/{name} in one alone" for name in sorted(left.keys() ^ right.keys())]
        both = [name for name in left if name in right]
        return only + [
            found
            for name in both
            for found in differences(left[name], right[name], f"{place}/{name}", within)
        ]
    if isinstance(left, (list, tuple)) and isinstance(right, (list, tuple)) and len(left) == len(right):
        pairs = enumerate(zip(left, right))
        return [found for number, pair in pairs for found in differences(*pair, f"{place}/{number}", within)]
    texts = (str(left), str(right))
    start = next((n for n, (a, b) in enumerate(zip(*texts)) if a != b), 0)
    return [f"{place}: {' | '.join(text[max(0, start - 40) : start + 60] for text in texts)}"]


def _is_close(left: Any, right: Any, within: float) -> bool:
    if isinstance(left, float) and isinstance(right, float):
        return math.isclose(left, right, rel_tol=within, abs_tol=within)
    if isinstance(left, bytes) and isinstance(right, bytes) and left[:2] == right[:2] == b"GP":
        from dualcarbon.plugin.domain.findings_store.geometry_blob import from_blobs

        one, other = from_blobs([left, right])
        return bool(one.equals_exact(other, MICROMETRE))
    return False


def tables_alone(contents: dict[str, Any]) -> dict[str, Any]:
    """The tables of the GeoPackages, without digests of their rows."""
    return _tables(contents, lambda column, _kind: column != "content")


def figures_alone(contents: dict[str, Any]) -> dict[str, Any]:
    """The rasters, and the tables of the GeoPackages without their texts."""
    rasters = {name: content for name, content in contents.items() if name.endswith(".tif")}
    return {**rasters, **_tables(contents, lambda _column, kind: not kind.startswith("TEXT"))}


def _tables(contents: dict[str, Any], keep: Callable[[str, str], bool]) -> dict[str, Any]:
    found = {}
    for name, content in contents.items():
        for table in (content.keys() - {"manifests"}) if name.endswith(".gpkg") else ():
            columns, rows = content[table]
            kept = [number for number, column in enumerate(columns) if keep(*column)]
            found[f"{name}/{table}"] = [[row[number] for number in kept] for row in rows]
    return found


def without_order(contents: dict[str, Any]) -> dict[str, Any]:
    """The figures in files, without what follows from the order of the input.

    That is the order of rows, their numbers and the ids of features without an id field, digests of them,
    and what overlaps what in pictures. Of a page that is what its first chapter says.
    """
    kept = {name: _unordered(Path(name).suffix, content) for name, content in contents.items()}
    return {name: content for name, content in kept.items() if content is not None}


def _unordered(suffix: str, content: Any) -> Any:
    if suffix == ".gpkg":
        return {
            table: _sorted(*rows)
            for table, rows in content.items()
            if table not in ("manifests", "postings", "sheets")
        }
    if suffix == ".json":
        return {name: content.get(name) for name in ("totals", "shares", "results")}
    if suffix == ".html":
        return _first_chapter(content)
    if suffix == ".csv":
        return sorted(content)
    return content if suffix == ".tif" else None


def _first_chapter(page: list[str]) -> list[str]:
    start = next(number for number, line in enumerate(page) if 'id="first"' in line)
    end = next(number for number in range(start, len(page)) if "</section>" in page[number])
    return [line for line in page[start:end] if "data:image/png" not in line]


def _sorted(columns: list[Any], rows: list[Any]) -> list[Any]:
    kept = [number for number, (column, _kind) in enumerate(columns) if column not in NUMBERS_OF_ROWS]
    return [columns, sorted(([row[number] for number in kept] for row in rows), key=repr)]


def _geopackage(path: Path, plain: Plain) -> dict[str, Any]:
    """Columns and rows of every table, and the manifest of every layer."""
    database = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    query = "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') ORDER BY name"
    names = [name for (name,) in database.execute(query) if not ADMINISTRATION.fullmatch(name)]
    tables = {name: _table(database, name, plain) for name in names}
    if any(tables == "gpkg_metadata" for (tables,) in database.execute(query)):
        texts = database.execute("SELECT metadata FROM gpkg_metadata")
        tables["manifests"] = [manifest_in(text, plain) for (text,) in texts]
    database.close()
    return tables


def _table(database: sqlite3.Connection, name: str, plain: Plain) -> list[Any]:
    columns = [(row[1], row[2]) for row in database.execute(f'PRAGMA table_info("{name}")')]
    kept = [number for number, (column, _) in enumerate(columns) if not OF_THE_RUN.fullmatch(column)]
    rows = [[row[number] for number in kept] for row in database.execute(f'SELECT * FROM "{name}"')]
    return [[columns[number] for number in kept], [[_cell(value, plain) for value in row] for row in rows]]


def _cell(value: Any, plain: Plain) -> Any:
    if isinstance(value, str) and value.startswith("{"):
        return _facts(json.loads(value), plain)
    return plain(value) if isinstance(value, str) else value


def manifest_in(metadata: str, plain: Plain) -> Any:
    """The facts of the manifest that GDAL's metadata of a layer hold."""
    from html import unescape

    found = re.search(r'<MDI key="manifest">(.*?)</MDI>', metadata, re.DOTALL)
    return plain(metadata) if found is None else _facts(json.loads(unescape(found[1])), plain)


def _facts(manifest: dict[str, Any], plain: Plain) -> Any:
    facts = {name: value for name, value in manifest.items() if name not in OF_MANIFEST}
    # Pages and documents tell times and places; they are compared by what they say.
    for output in facts.get("outputs", ()):
        if "features" not in output and not str(output.get("path", "")).endswith(".tif"):
            output.pop("sha256", None)
    return json.loads(plain(json.dumps(facts, ensure_ascii=False)))


def _json(path: Path, plain: Plain) -> Any:
    return _facts(json.loads(path.read_text(encoding="utf-8")), plain)


def _text(path: Path, plain: Plain) -> list[str]:
    text = path.read_text(encoding="utf-8-sig")
    return plain(PICTURE.sub(lambda found: _picture(base64.b64decode(found[0])), text)).splitlines()


def _picture(data: bytes) -> str:
    """Size and digest of the cells of a picture above its foot."""
    from osgeo import gdal

    place = "/vsimem/picture.png"
    gdal.FileFromMemBuffer(place, data)
    cells = gdal.Open(place).ReadAsArray()
    gdal.Unlink(place)
    above = cells[..., : int(cells.shape[-2] * ABOVE_FOOT), :]
    return f"{cells.shape} {hashlib.sha256(above.tobytes()).hexdigest()}"


def _raster(path: Path, _plain: Plain) -> Any:
    from osgeo import gdal

    raster = gdal.Open(str(path))
    bands = [raster.GetRasterBand(number) for number in range(1, raster.RasterCount + 1)]
    cells = [(band.ReadAsArray().tobytes(), str(band.GetNoDataValue()), band.GetUnitType()) for band in bands]
    return [raster.GetGeoTransform(), raster.GetProjection(), cells]


def _parts(path: Path, plain: Plain) -> dict[str, Any]:
    """The parts of a workbook or document."""
    with zipfile.ZipFile(path) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    return {
        name: _picture(part) if name.endswith(".png") else plain(part.decode("utf-8"))
        for name, part in parts.items()
    }


def _pdf(path: Path, plain: Plain) -> Any:
    if shutil.which("pdftotext") is None:
        return re.findall(rb"/Count\s+\d+", path.read_bytes())
    done = subprocess.run(["pdftotext", "-raw", str(path), "-"], capture_output=True, check=True)
    # Lines and cells break words, and times among them; fonts draw radicals for characters.
    text = plain(unicodedata.normalize("NFKC", "".join(done.stdout.decode("utf-8").split())))
    # Where pages end depends on how long the places are that they tell; the page says the same in order.
    return "".join(sorted(text))


def _png(path: Path, _plain: Plain) -> str:
    return _picture(path.read_bytes())


READERS: dict[str, Callable[[Path, Plain], Any]] = {
    ".gpkg": _geopackage,
    ".json": _json,
    ".csv": _text,
    ".html": _text,
    ".tif": _raster,
    ".xlsx": _parts,
    ".odt": _parts,
    ".pdf": _pdf,
    ".png": _png,
}
