# SPDX-License-Identifier: GPL-2.0-or-later
"""Workbooks looked at before they are opened: GDAL reads a bomb to the end and a damaged sheet up to there.

A workbook (XLSX, ODS) is a zip of XML. What would fill the memory, what GDAL would leave out without a
word, and figures that are not in the file are refused.
"""

from __future__ import annotations

import os
import re
import zipfile
import zlib
from collections.abc import Mapping
from functools import lru_cache
from html import unescape
from pathlib import Path

from qgis.PyQt.QtCore import QXmlStreamReader

from ..domain.errors import InputError
from ..domain.file_limits import refuse_large

#: Endings of the tables that are read as workbooks.
SHEETS = (".xlsx", ".xlsm", ".ods", ".xls")
#: Bytes of XML that a workbook may unpack to; about 10⁵ rows of 15 cells.
LARGEST_XML = 1 << 26
#: Files that are remembered as sound.
FILES_KNOWN = 64
#: How a zip and an encrypted workbook (or one of before 2007) begin.
_ZIP, _OLE = b"PK", b"\xd0\xcf\x11\xe0"
_SHEET = re.compile(rb"<(?:\w+:)?sheet\b[^>]*>")
_TABLE = re.compile(rb"<table:table\s[^>]*>")
_RELATION = re.compile(rb"\b\w+:id=\"([^\"]+)\"")
_NAME = re.compile(rb"[\s:]name=\"([^\"]*)\"")
_HIDDEN = re.compile(rb"\bstate=\"(?:hidden|veryHidden)\"")
#: Styles of the tables of an ODS that are not shown, and the style of a table.
_HIDING = re.compile(
    rb"<style:style\b[^>]*style:name=\"([^\"]+)\"[^>]*>\s*"
    rb"<style:table-properties\b[^>]*table:display=\"false\""
)
_STYLE = re.compile(rb"\btable:style-name=\"([^\"]+)\"")
#: A cell with a formula and no value beside it; an empty text (``t="str"``) is a value.
_UNCOMPUTED = re.compile(
    rb"<c\b((?:(?!\bt=\"str\")[^>])*)>\s*<f\b(?:[^>]*/>|[^>]*>[^<]*</f>)\s*(?:<v\s*/>|<v>\s*</v>)?\s*</c>"
)
#: Many equal rows of an ODS that are not blank: there GDAL stops reading.
_REPEATED = re.compile(
    rb"<table:table-row\b[^>]*number-rows-repeated=\"\d{5,}\"[^>]*>(?:(?!</table:table-row>).)*?<text:p", re.S
)
_ADDRESS = re.compile(rb"\br=\"([A-Z]+\d+)\"")


def check_workbook(path: str) -> str:
    """The name of the sheet to read: the first that is not hidden; empty where the file tells none.

    Raises ``InputError`` for a workbook that cannot be read just as it stands: one that is too large,
    damaged, encrypted, that defines entities (no spreadsheet program writes them), or with a formula whose
    value was not saved.
    """
    try:
        refuse_large(Path(path))
        with Path(path).open("rb") as stream:
            head, status = stream.read(4), os.fstat(stream.fileno())
    except OSError as error:
        raise InputError(
            "“{file}” cannot be read ({reason}); check the path.", file=path, reason=error.strerror or error
        ) from error
    if head == _OLE and Path(path).suffix.lower() != ".xls":
        raise InputError(
            "“{path}” is encrypted, or a workbook of before 2007. Save it as XLSX without a password.",
            path=path,
        )
    if not head.startswith(_ZIP):
        return ""
    return _sheet_of(path, status.st_size, status.st_mtime_ns, status.st_ctime_ns)


@lru_cache(maxsize=FILES_KNOWN)
def _sheet_of(path: str, *_state: int) -> str:
    """Look into a zip, once for each ``_state`` of size and times: a run asks twice, first before QGIS."""
    parts = _parts_of(path)
    for name, content in parts.items():
        _refuse_damage(path, name, content)
    shown = _first_shown(parts)
    _refuse_uncomputed(path, _content_of(shown, parts))
    if _REPEATED.search(parts.get("content.xml", b"")):
        raise InputError(
            "“{path}” repeats a row tens of thousands of times. Delete the rows that are not meant, or save "
            "the table as CSV in UTF-8.",
            path=path,
        )
    name = _NAME.search(shown)
    return unescape(name[1].decode("utf-8", "replace")) if name else ""


def _parts_of(path: str) -> Mapping[str, bytes]:
    """The XML of a workbook by its names in the zip."""
    try:
        with zipfile.ZipFile(path) as archive:
            members = [item for item in archive.infolist() if item.filename.endswith((".xml", ".rels"))]
            size = sum(item.file_size for item in members)
            if size > LARGEST_XML:
                raise InputError(
                    "“{path}” unpacks to {size} MB, a workbook may have {most}. Save the table as CSV in "
                    "UTF-8.",
                    path=path,
                    size=size >> 20,
                    most=LARGEST_XML >> 20,
                )
            return {item.filename: archive.read(item) for item in members}
    except (OSError, EOFError, RuntimeError, ValueError, zipfile.BadZipFile, zlib.error) as error:
        raise InputError(
            "“{path}” is a damaged workbook: {reason}. Copy it again, or save it as CSV in UTF-8.",
            path=path,
            reason=error,
        ) from error


def _refuse_damage(path: str, name: str, content: bytes) -> None:
    reader = QXmlStreamReader(content)
    while not reader.atEnd() and not reader.isStartElement():
        reader.readNext()
        if reader.isDTD():
            raise InputError(
                "“{path}” defines XML entities in “{part}”, which no spreadsheet program does. Save the "
                "table as CSV in UTF-8.",
                path=path,
                part=name,
            )
    if reader.isStartElement():
        reader.skipCurrentElement()
    if reader.hasError():
        raise InputError(
            "“{path}” is damaged in “{part}”, line {line}: {reason}. Copy it again, or save it as CSV in "
            "UTF-8.",
            path=path,
            part=name,
            line=reader.lineNumber(),
            reason=reader.errorString(),
        )


def _first_shown(parts: Mapping[str, bytes]) -> bytes:
    """The tag of the first sheet that a spreadsheet program shows: what its user takes for the table."""
    content = parts.get("content.xml", b"")
    hiding = set(_HIDING.findall(content))
    tables = [tag for tag in _TABLE.findall(content) if not hiding & set(_STYLE.findall(tag))]
    sheets = _SHEET.findall(parts.get("xl/workbook.xml", b""))
    return next((tag for tag in (*tables, *sheets) if not _HIDDEN.search(tag)), b"")


def _content_of(sheet: bytes, parts: Mapping[str, bytes]) -> bytes:
    """The XML of a sheet by its tag; empty where the workbook is none of XLSX."""
    found = _RELATION.search(sheet)
    if found is None:
        return b""
    for relation in re.findall(
        rb"<(?:\w+:)?Relationship\b[^>]*>", parts.get("xl/_rels/workbook.xml.rels", b"")
    ):
        target = re.search(rb"\bTarget=\"([^\"]+)\"", relation)
        if b'Id="' + found[1] + b'"' in relation and target is not None:
            name = target[1].decode("utf-8", "replace")
            return parts.get(name.lstrip("/") if name.startswith("/") else f"xl/{name}", b"")
    return b""


def _refuse_uncomputed(path: str, sheet: bytes) -> None:
    bare = list(_UNCOMPUTED.finditer(sheet))
    if bare:
        address = _ADDRESS.search(bare[0][1])
        raise InputError(
            "“{path}” has {count} cells with a formula whose value was not saved (first: {cell}). Open the "
            "workbook in a spreadsheet program and save it.",
            path=path,
            count=len(bare),
            cell=address[1].decode("ascii") if address else "?",
        )
