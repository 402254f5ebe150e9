# SPDX-License-Identifier: GPL-2.0-or-later
"""CSV tables of the user and of the product, read as text, and the digest of what a table says."""

from __future__ import annotations

import csv
import hashlib
import io
from pathlib import Path

import pandas as pd

from .errors import InputError

#: Encodings tried in this order; GB18030 holds GBK and GB 2312.
ENCODINGS = ("utf-8-sig", "gb18030")


def read_text_table(path: Path | str) -> pd.DataFrame:
    """Read a CSV (UTF-8 with or without BOM, or GB18030; comma, semicolon or tab) with every cell as text.

    Header names and cells are stripped; an empty cell is ``""``; wholly empty lines are
    left out. The index holds the line number of the file, so that an error can name it.
    Raises ``InputError`` when the file is missing, not text, or has rows of uneven length.
    """
    path = Path(path)
    text = _decode(path)
    rows = _parse(text, path)
    if not rows:
        raise InputError("“{file}” is empty; a table with a header line is needed.", file=path.name)
    header = [name.strip() for name in rows[0][1]]
    refuse_doubled(header, path.name)
    body = [(line, cells) for line, cells in rows[1:] if any(cell.strip() for cell in cells)]
    for line, cells in body:
        if len(cells) != len(header):
            raise InputError(
                "“{file}”, line {line}: {found} cells, but the header has {expected}. "
                "Quote cells that hold the separator.",
                file=path.name,
                line=line,
                found=len(cells),
                expected=len(header),
            )
    data = [[cell.strip() for cell in cells] for _, cells in body]
    index = pd.Index([line for line, _ in body], name="line", dtype="int64")
    return pd.DataFrame(data, columns=header, index=index, dtype=object)


def digest_of(frame: pd.DataFrame) -> str:
    """SHA-256 of the content of a table: the same for a CSV, an XLSX or another line ending."""
    text = frame.to_csv(index=True, lineterminator="\n", float_format="%.17g")
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def _decode(path: Path) -> str:
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise InputError(
            "“{file}” cannot be read ({reason}); check the path.",
            file=str(path),
            reason=error.strerror or "",
        ) from error
    for encoding in ENCODINGS:
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise InputError("“{file}” is neither UTF-8 nor GB18030 text; save it as CSV UTF-8.", file=path.name)


def _parse(text: str, path: Path) -> list[tuple[int, list[str]]]:
    first = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows = []
    try:
        for cells in reader:
            rows.append((reader.line_num, cells))
    except csv.Error as error:
        raise InputError(
            "“{file}”, line {line}: not a well-formed CSV line ({reason}).",
            file=path.name,
            line=reader.line_num,
            reason=str(error),
        ) from error
    return rows


def refuse_doubled(header: list[str], file: str) -> None:
    """Raise ``InputError`` when a table has two columns of one name."""
    doubled = sorted({name for name in header if header.count(name) > 1})
    if doubled:
        raise InputError(
            "“{file}”: column “{column}” occurs twice in the header; rename one of them.",
            file=file,
            column=doubled[0],
        )
