# SPDX-License-Identifier: GPL-2.0-or-later
"""The tables of a report as a workbook, formatted by openpyxl."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from ..domain.errors import OutputError
from ..domain.profiles import load_profile
from ..domain.progress import Progress, silent
from ..domain.spreadsheet_text import FORMULA_MARKS
from .build import keep_english
from .firstpage import trial_note
from .model import ReportData
from .provenance_tables import Translate
from .table import Column, Table, is_missing
from .tables import build_tables
from .texts import Texts, legible

_UNSAFE_IN_SHEET_NAME = re.compile(r"[\\/*?:\[\]]")
_MAX_SHEET_NAME = 31
#: Row of a sheet in which the table begins, beneath title and header.
FIRST_ROW = 3
#: Rows written between two calls of the progress.
ROWS_PER_STEP = 2_000
_WIDTHS = (9, 48)


def write_xlsx(
    data: ReportData, path: Path, *, translate: Translate = keep_english, progress: Progress = silent
) -> None:
    """Write every table of ``data`` to its own sheet of ``path``, numbers as in the report.

    Cells hold the rounded (and levelled) figures of the profile; intervals stand in columns
    of their own; what is not known stays empty. Raises ``OutputError`` where openpyxl is missing
    or the file cannot be written.
    """
    try:
        from openpyxl import Workbook
    except ImportError as error:
        raise OutputError(
            "The workbook {path} cannot be written: the Python package openpyxl is not installed in this "
            "QGIS. Install it (Debian and Ubuntu: python3-openpyxl) or leave out the XLSX output.",
            path=path,
        ) from error
    texts = Texts(data.language)
    profile = load_profile(data.profile, data.decimals)
    tables = build_tables(data, profile, texts, translate)
    workbook = Workbook()
    _write_about(workbook.active, data, profile.titles[data.language], texts)
    for table in tables.all():
        sheet = workbook.create_sheet(_sheet_name(table.title, workbook.sheetnames))
        _write_table(sheet, table, texts, progress)
    try:
        workbook.save(path)
    except OSError as error:
        raise OutputError(
            "The workbook {path} cannot be written: {reason}. Close it where it is open, or choose another "
            "place.",
            path=path,
            reason=error.strerror or error,
        ) from error


def _write_about(sheet: Any, data: ReportData, profile_title: str, texts: Texts) -> None:
    sheet.title = texts("xlsx_about")
    rows: list[tuple[str, object]] = [(data.title, texts("trial") if data.trial else None)]
    if data.trial:
        rows.append((trial_note(data, texts), None))
    facts = (
        ("place", data.place),
        ("year", data.year),
        ("producer", data.producer),
        ("created", data.created),
        ("profile", profile_title),
    )
    rows += [(texts(name), value) for name, value in facts if value]
    rows += [(texts("chapter_attribution"), line) for line in data.attribution]
    rows.append((texts("foot_missing"), None))
    for row, values in enumerate(rows, start=1):
        for column, value in enumerate(values, start=1):
            _put(sheet.cell(row=row, column=column), value)
    sheet["A1"].font = _bold(14)
    sheet.column_dimensions["A"].width = 30
    sheet.column_dimensions["B"].width = 70


def _write_table(sheet: Any, table: Table, texts: Texts, progress: Progress) -> None:
    from openpyxl.styles import Alignment, Border, PatternFill, Side
    from openpyxl.utils import get_column_letter

    _put(sheet.cell(row=1, column=1), table.title)
    sheet["A1"].font = _bold(13)
    columns = [(column, key, header) for column in table.columns for key, header in _spread(column, texts)]
    line = Side(style="thin", color="808080")
    for position, (column, key, header) in enumerate(columns, start=1):
        head = sheet.cell(row=2, column=position)
        _put(head, header)
        head.font = _bold(10)
        head.alignment = Alignment(wrap_text=True, vertical="center")
        head.fill = PatternFill("solid", fgColor="E8F1EF")
        head.border = Border(top=line, bottom=line)
        values = table.cells[key].tolist()
        _write_column(sheet, position, column, values, progress)
        if table.total:
            cell = sheet.cell(row=FIRST_ROW + len(values), column=position)
            _write_column(sheet, position, column, [table.total.get(key)], progress, row=cell.row)
            cell.font = _bold(10)
            cell.border = Border(top=line)
        sheet.column_dimensions[get_column_letter(position)].width = _width(header, values)
    last = FIRST_ROW + len(table.cells) + bool(table.total)
    for offset, note in enumerate(table.notes, start=last + 1):
        _put(sheet.cell(row=offset, column=1), note)
    sheet.freeze_panes = "B3"
    sheet.print_title_rows = "1:2"
    sheet.page_setup.orientation = "landscape" if len(columns) > 7 else "portrait"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _write_column(
    sheet: Any, position: int, column: Column, values: list[Any], progress: Progress, row: int = FIRST_ROW
) -> None:
    from openpyxl.styles import Alignment

    wrapped = Alignment(wrap_text=True, vertical="top")
    number_format = "" if column.quantity is None else _number_format(column.quantity.decimals)
    for offset, value in enumerate(values):
        if offset % ROWS_PER_STEP == 0:
            progress(0.5)
        if is_missing(value):
            continue
        cell = sheet.cell(row=row + offset, column=position)
        _put(cell, value)
        if number_format:
            cell.number_format = number_format
        else:
            cell.alignment = wrapped


def _spread(column: Column, texts: Texts) -> list[tuple[str, str]]:
    spread = [(column.key, column.header)]
    if column.low is not None:
        spread.append((column.low, texts("col_low", title=column.header)))
    if column.high is not None:
        spread.append((column.high, texts("col_high", title=column.header)))
    return spread


def _put(cell: Any, value: object) -> None:
    if is_missing(value):
        return
    if not isinstance(value, str):
        cell.value = value
        return
    text = legible(value)
    cell.value = text
    if text.startswith(FORMULA_MARKS):
        # A text cell with the prefix mark stays text when it is edited or exported.
        cell.data_type = "s"
        cell.quotePrefix = True


def _number_format(decimals: int) -> str:
    return "#,##0" + ("." + "0" * decimals if decimals else "")


def _width(header: str, values: list[Any]) -> float:
    longest = max([len(str(value)) for value in values if not is_missing(value)] or [0])
    # Chinese characters are twice as wide as digits; headers wrap.
    wide = sum(2 if ord(character) > 0x2E80 else 1 for character in header) / 2
    return float(min(max(_WIDTHS[0], longest * 1.15 + 2, wide), _WIDTHS[1]))


def _sheet_name(title: str, taken: list[str]) -> str:
    name = _UNSAFE_IN_SHEET_NAME.sub(" ", title)[:_MAX_SHEET_NAME].strip()
    number = 2
    while name in taken:
        suffix = f" {number}"
        name = name[: _MAX_SHEET_NAME - len(suffix)] + suffix
        number += 1
    return name


def _bold(size: int) -> Any:
    from openpyxl.styles import Font

    return Font(bold=True, size=size)
