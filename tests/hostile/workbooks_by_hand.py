# SPDX-License-Identifier: GPL-2.0-or-later
"""Workbooks written part by part with zipfile, so that every part can be wrong."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from html import escape

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
PARTS = {
    "[Content_Types].xml": f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
    f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPES}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPES}.worksheet+xml"/></Types>',
    "_rels/.rels": f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'{_HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
    f'<sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
}
SHEET = "xl/worksheets/sheet1.xml"
#: Entities of entities: 10⁹ words in a few lines.
LAUGHS = (
    '<!DOCTYPE w [<!ENTITY l0 "ha">'
    + "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    + "]>"
)
STOLEN = '<!DOCTYPE w [<!ENTITY l9 SYSTEM "file:///etc/passwd">]>'


def workbook(
    rows: Sequence[Sequence[str]],
    *,
    more_rows: str = "",
    prolog: str = "",
    dimension: str = "",
    after: str = "",
    parts: Mapping[str, str | bytes] | None = None,
) -> bytes:
    """An XLSX of text cells; XML may be added before, among and after the rows, and parts exchanged."""
    sheet = (
        f'{_HEAD}{prolog}<worksheet xmlns="{_MAIN}">{dimension}<sheetData>'
        + "".join(row_of(number, cells) for number, cells in enumerate(rows, 1))
        + f"{more_rows}</sheetData>{after}</worksheet>"
    )
    return zipped({**PARTS, SHEET: sheet, **(parts or {})})


def row_of(number: int, cells: Sequence[str]) -> str:
    """The XML of a row of text cells."""
    texts = "".join(
        f'<c r="{column_name(place)}{number}" t="inlineStr"><is><t xml:space="preserve">{escape(cell)}</t>'
        "</is></c>"
        for place, cell in enumerate(cells)
    )
    return f'<row r="{number}">{texts}</row>'


def column_name(place: int) -> str:
    """A, B … Z, AA … of a column counted from 0."""
    high, low = divmod(place, 26)
    return (column_name(high - 1) if high else "") + chr(65 + low)


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip of the parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def open_document(rows: str, prolog: str = "") -> bytes:
    """An ODS with the XML of its rows."""
    names = {"office": "office", "table": "table", "text": "text"}
    spaces = " ".join(f'xmlns:{n}="urn:oasis:names:tc:opendocument:xmlns:{u}:1.0"' for n, u in names.items())
    content = (
        f'{_HEAD}{prolog}<office:document-content {spaces} office:version="1.2"><office:body>'
        "<office:spreadsheet>"
        f'<table:table table:name="S">{rows}</table:table></office:spreadsheet></office:body>'
        "</office:document-content>"
    )
    return zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": content})


def open_row(*cells: str) -> str:
    """The XML of a row of text cells of an ODS."""
    texts = "".join(
        f'<table:table-cell office:value-type="string"><text:p>{escape(cell)}</text:p></table:table-cell>'
        for cell in cells
    )
    return f"<table:table-row>{texts}</table:table-row>"
