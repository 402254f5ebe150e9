# SPDX-License-Identifier: GPL-2.0-or-later
"""Texts that GDAL wrote into an OpenDocument table (ODS) as formulas: texts again.

GDAL's driver takes every text that begins with ``of:=`` for a formula, whether it writes or reads, and
offers no way to say otherwise (``ogrodsdatasource.cpp``); its XLSX driver writes texts only. Outputs of the
tools hold no formulas, so every one that stands in a written table is a text of a layer or a factor set.
"""

from __future__ import annotations

import copy
import re
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from ..domain.errors import OutputError
from ..domain.notes import NoteBook
from .outputs import file_of

ODS, CONTENT = ".ods", "content.xml"
#: Bytes of XML that are unpacked at a time.
READ_BYTES = 1 << 20
_ROW_END = b"</table:table-row>"
_FORMULA = re.compile(rb'<table:table-cell table:formula="([^"]*)"/>')
_TEXT = rb'<table:table-cell office:value-type="string"><text:p>\1</text:p></table:table-cell>'


def texts_for_formulas(destination: str, notes: NoteBook) -> None:
    """Make texts of the formulas in an output that was just written, where it is an ODS, and note them.

    Raises ``OutputError`` where it cannot be written anew.
    """
    path = file_of(destination)
    if path is None or path.suffix.lower() != ODS:
        return
    try:
        count = _rewrite(path)
    except (OSError, zipfile.BadZipFile) as error:
        raise OutputError(
            "“{path}” cannot be written: {reason}. Close programs that hold it and check the rights.",
            path=path,
            reason=error,
        ) from error
    if count:
        notes.add(
            "formula_text",
            "“{file}” holds {count} texts that begin with “of:=”. Spreadsheet programs show them as texts, "
            "but QGIS calculates them when it reads the file: write a GeoPackage or XLSX to read them back.",
            count=count,
            file=path.name,
        )


def _rewrite(path: Path) -> int:
    """Put a copy without formulas in the place of a file that has any; returns how many it had."""
    partial = path.with_name(f"{path.name}.part")
    try:
        with zipfile.ZipFile(path) as written:
            with written.open(CONTENT) as content:
                count = sum(len(_FORMULA.findall(rows)) for rows in _whole_rows(content))
            if count:
                _copy_with_texts(written, partial)
        if count:
            partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)
    return count


def _copy_with_texts(written: zipfile.ZipFile, partial: Path) -> None:
    with zipfile.ZipFile(partial, "w") as made:
        # In their order: the type of the document has to come first, and not packed.
        for member in written.infolist():
            with written.open(member) as source, made.open(copy.copy(member), "w") as target:
                if member.filename == CONTENT:
                    target.writelines(_FORMULA.sub(_TEXT, rows) for rows in _whole_rows(source))
                else:
                    shutil.copyfileobj(source, target)


def _whole_rows(content: IO[bytes]) -> Iterator[bytes]:
    """The XML in pieces that end with a row, and its end."""
    begun = b""
    for piece in iter(lambda: content.read(READ_BYTES), b""):
        whole, end, begun = (begun + piece).rpartition(_ROW_END)
        yield whole + end
    yield begun
