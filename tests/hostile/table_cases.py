# SPDX-License-Identifier: GPL-2.0-or-later
"""Table files made of the rows of a sound one: other spellings that mean the same, and files to refuse."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from pathlib import Path

from hostile.workbooks_by_hand import (
    LAUGHS,
    PARTS,
    SHEET,
    STOLEN,
    open_document,
    open_row,
    row_of,
    workbook,
)

Rows = Sequence[Sequence[str]]
#: Makes the content of a file of a sound table.
Make = Callable[[Rows], bytes]
#: How a workbook begins that is encrypted, or of before 2007.
OLE = bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 2040


def rows_of_file(path: Path) -> list[list[str]]:
    """The cells of a sound CSV."""
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.reader(stream))


def text_of(rows: Rows, separator: str = ",", end: str = "\r\n", quoting: int = csv.QUOTE_MINIMAL) -> str:
    """The rows as CSV."""
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=separator, lineterminator=end, quoting=quoting).writerows(rows)
    return stream.getvalue()


def _with_cell(rows: Rows, cell: str) -> list[list[str]]:
    """The rows with a cell more in the last of them."""
    return [*map(list, rows[:-1]), [*rows[-1], cell]]


#: File name → content that says the same as the sound table.
SAME: dict[str, Make] = {
    "utf-8.csv": lambda rows: text_of(rows).encode(),
    "mark.csv": lambda rows: text_of(rows).encode("utf-8-sig"),
    "utf-16.csv": lambda rows: text_of(rows).encode("utf-16"),
    "utf-16 tabs.txt": lambda rows: text_of(rows, "\t").encode("utf-16"),
    "utf-16 big.csv": lambda rows: b"\xfe\xff" + text_of(rows).encode("utf-16-be"),
    "gbk.csv": lambda rows: text_of(rows).encode("gb18030"),
    "semicolons.csv": lambda rows: text_of(rows, ";").encode(),
    "tabs.tsv": lambda rows: text_of(rows, "\t").encode(),
    "unix.csv": lambda rows: text_of(rows, end="\n").encode(),
    "old mac.csv": lambda rows: text_of(rows, end="\r").encode(),
    "mixed ends.csv": lambda rows: (
        text_of(rows[:1], end="\r\n").encode() + text_of(rows[1:], end="\n").encode()
    ),
    "no last end.csv": lambda rows: text_of(rows).rstrip("\r\n").encode(),
    "all quoted.csv": lambda rows: text_of(rows, quoting=csv.QUOTE_ALL).encode(),
    "blank lines.csv": lambda rows: (
        b"\r\n" + text_of(rows[:1]).encode() + b"\r\n\r\n" + text_of(rows[1:]).encode() + b"\r\n" * 9
    ),
    "blanks around.csv": lambda rows: text_of([[f"  {cell} " for cell in row] for row in rows]).encode(),
    "blank rows.csv": lambda rows: text_of([*rows, *[[""] * len(rows[0])] * 50]).encode(),
    "表 格 🌲.csv": lambda rows: text_of(rows).encode(),
    "book.xlsx": workbook,
    "macros.xlsm": lambda rows: workbook(rows, parts={"xl/vbaProject.bin": b"x" * 999}),
    "macros renamed.xlsx": lambda rows: workbook(rows, parts={"xl/vbaProject.bin": b"x" * 999}),
    "wrong dimension.xlsx": lambda rows: workbook(rows, dimension='<dimension ref="A1:XFD1048576"/>'),
    "merged.xlsx": lambda rows: workbook(
        rows, after="<mergeCells>" + '<mergeCell ref="A900:B900"/>' * 200_000 + "</mergeCells>"
    ),
    "nested.xlsx": lambda rows: workbook(rows, parts={"xl/embeddings/inner.xlsx": workbook(rows)}),
    "sheet.ods": lambda rows: open_document("".join(open_row(*row) for row in rows)),
    "empty rows to the end.ods": lambda rows: open_document(
        "".join(open_row(*row) for row in rows) + '<table:table-row table:number-rows-repeated="1048000">'
        '<table:table-cell table:number-columns-repeated="1024"/></table:table-row>'
    ),
}

#: File name → content with a cell far off, in a column without a name: newer GDAL (3.13) refuses the sheet.
FAR: dict[str, Make] = {
    "far cell.xlsx": lambda rows: workbook(
        rows, more_rows='<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    ),
    "far row.xlsx": lambda rows: workbook(
        rows, more_rows='<row r="99999999"><c r="ZZZZZ99999999"><v>1</v></c></row>'
    ),
}

#: File name → content that no table can be read from.
REFUSED: dict[str, Make] = {
    "empty.csv": lambda _rows: b"",
    "line ends only.csv": lambda _rows: b"\r\n" * 999,
    "commas only.csv": lambda _rows: b",,,\r\n" * 99,
    "zero bytes.csv": lambda rows: text_of(rows).replace(",", "\0,", 1).encode(),
    "zeros.csv": lambda _rows: b"\0" * 4096,
    "utf-16 unmarked.csv": lambda rows: text_of(rows).encode("utf-16-le"),
    "utf-16 cut.csv": lambda rows: text_of(rows).encode("utf-16")[:-1],
    "utf-32.csv": lambda rows: text_of(rows).encode("utf-32"),
    "no text.csv": lambda rows: text_of(rows).encode() + b"\xff\xfe\xfd",
    "open quote.csv": lambda rows: text_of(rows).encode() + b'"',
    "quote inside.csv": lambda rows: text_of(rows).encode() + b'"a"b' + b"," * (len(rows[0]) - 1),
    "cell more.csv": lambda rows: text_of(_with_cell(rows, "1")).encode(),
    "cell less.csv": lambda rows: text_of(
        [*rows, ["x"]] if len(rows[0]) > 1 else [*rows, ["x", "y"]]
    ).encode(),
    "doubled header.csv": lambda rows: text_of([[*row, row[0]] for row in rows]).encode(),
    "million columns.csv": lambda rows: ",".join(f"c{n}" for n in range(1_000_000)).encode() + b"\n",
    "long cell.csv": lambda rows: text_of(_with_cell(rows, "x" * 1_000_000)).encode(),
    "picture.csv": lambda _rows: b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4,
    "workbook inside.csv": workbook,
    "empty.xlsx": lambda _rows: b"",
    "text inside.xlsx": lambda rows: text_of(rows).encode(),
    "cut off.xlsx": lambda rows: workbook(rows)[:-100],
    "half.xlsx": lambda rows: workbook(rows)[: len(workbook(rows)) // 2],
    "encrypted.xlsx": lambda _rows: OLE,
    "old.xls": lambda _rows: OLE,
    "no sheet.xlsx": lambda rows: workbook(
        rows,
        parts={
            "xl/workbook.xml": PARTS["xl/workbook.xml"].replace(
                '<sheet name="S" sheetId="1" r:id="rId1"/>', ""
            )
        },
    ),
    "empty sheet.xlsx": lambda _rows: workbook([]),
    "laughs.xlsx": lambda rows: workbook(
        rows, prolog=LAUGHS, more_rows=row_of(99, ["x"]).replace(">x<", ">&l9;<")
    ),
    "stolen.xlsx": lambda rows: workbook(
        rows, prolog=STOLEN, more_rows=row_of(99, ["x"]).replace(">x<", ">&l9;<")
    ),
    "damaged.xlsx": lambda rows: workbook(rows, more_rows='<row r="98"><<c></row>' + row_of(99, ["x"])),
    "zip in zip.xlsx": lambda rows: workbook(rows, parts={SHEET: workbook(rows)}),
    "formula alone.xlsx": lambda rows: workbook(
        rows, more_rows='<row r="99"><c r="B99"><f>1+1</f></c></row>'
    ),
    "bomb of blanks.xlsx": lambda rows: workbook(rows, more_rows=" " * 80_000_000),
    "bomb of rows.xlsx": lambda rows: workbook(rows, more_rows="<row><c><v>1</v></c></row>" * 3_000_000),
    "laughs.ods": lambda rows: open_document("".join(open_row(*row) for row in rows), prolog=LAUGHS),
    "repeated rows.ods": lambda rows: open_document(
        open_row(*rows[0])
        + open_row(*rows[1]).replace("row>", 'row table:number-rows-repeated="1048000">', 1)
    ),
    "columns.ods": lambda rows: open_document(
        open_row(*rows[0]) + '<table:table-row><table:table-cell table:number-columns-repeated="2000000000" '
        'office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row>'
    ),
}
