# SPDX-License-Identifier: GPL-2.0-or-later
"""CSV tables of the user and of the product, read as text, and the digest of what a table says."""

from __future__ import annotations

import csv
import hashlib
import io
from collections import Counter
from pathlib import Path

import pandas as pd

from .errors import InputError
from .file_limits import refuse_large

#: Encodings tried in this order; GB18030 holds GBK and GB 2312.
ENCODINGS = ("utf-8-sig", "gb18030")
#: How a file begins that Excel saved as Unicode text.
UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")
#: As many columns as a sheet can have.
MOST_COLUMNS = 16_384


def read_text_table(path: Path | str) -> pd.DataFrame:
    """Read a CSV (UTF-8, GB18030 or marked UTF-16; comma, semicolon, tab or bar) with every cell as text.

    Header names and cells are stripped; an empty cell is ``""``; wholly empty lines are
    left out. The index holds the line number of the file, so that an error can name it.
    Raises ``InputError`` when the file is missing, too large, not text, or has rows of uneven length.
    """
    path = Path(path)
    text = _decode(path)
    rows = [(line, cells) for line, cells in _parse(text, path) if any(cell.strip() for cell in cells)]
    if not rows:
        raise InputError("“{file}” is empty. Write a header line, and the rows below it.", file=path.name)
    header = [name.strip() for name in rows[0][1]]
    check_header(header, path.name)
    body = rows[1:]
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
        refuse_large(path)
        raw = path.read_bytes()
    except (OSError, ValueError) as error:
        raise InputError(
            "“{file}” cannot be read ({reason}); check the path.",
            file=str(path),
            reason=getattr(error, "strerror", None) or error,
        ) from error
    encodings = ("utf-16",) if raw.startswith(UTF_16_MARKS) else ENCODINGS
    for encoding in encodings:
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" in text:
            break
        return text
    raise InputError("“{file}” is neither UTF-8 nor GB18030 text; save it as CSV UTF-8.", file=path.name)


def _parse(text: str, path: Path) -> list[tuple[int, list[str]]]:
    first = text.lstrip().split("\n", 1)[0]
    delimiter = max(",;\t|", key=first.count)
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


def check_header(header: list[str], file: str) -> None:
    """Raise ``InputError`` when a table has two columns of one name, or more than a sheet can have."""
    if len(header) > MOST_COLUMNS:
        raise InputError(
            "“{file}” has {count} columns; a table has at most {most}. Check the separator.",
            file=file,
            count=len(header),
            most=MOST_COLUMNS,
        )
    doubled = sorted(name for name, times in Counter(header).items() if times > 1)
    if "" in doubled:
        raise InputError(
            "“{file}”: {count} columns have no name in the first row. Delete titles above the header and "
            "empty columns, or name them.",
            file=file,
            count=header.count(""),
        )
    if doubled:
        raise InputError(
            "“{file}”: column “{column}” occurs twice in the header; rename one of them.",
            file=file,
            column=doubled[0],
        )
