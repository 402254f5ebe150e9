# SPDX-License-Identifier: GPL-2.0-or-later
"""Tables on sheets of A4: upright or across, in which size, in how many parts, so that nothing is cut off."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..table import Cell, Column, Table
from ..texts import Texts
from .column_widths import Measure, Width, mean_lines, share_out, widths_of

PT_PER_MM = 72.0 / 25.4


@dataclass(frozen=True)
class Sheet:
    """A sheet of paper in millimetres; ``across`` is landscape."""

    width_mm: float
    height_mm: float
    across: bool
    side_mm: float = 15.0
    top_mm: float = 16.0
    bottom_mm: float = 18.0

    @property
    def text_width_mm(self) -> float:
        """Width between the margins."""
        return self.width_mm - 2 * self.side_mm

    @property
    def text_height_mm(self) -> float:
        """Height between the margins."""
        return self.height_mm - self.top_mm - self.bottom_mm


UPRIGHT = Sheet(210.0, 297.0, across=False)
ACROSS = Sheet(297.0, 210.0, across=True)
#: Sizes of tables in points, tried in this order: small type upright reads easier than a turned page.
SIZES = ((UPRIGHT, 8.5), (UPRIGHT, 7.5), (UPRIGHT, 7.0), (ACROSS, 8.5), (ACROSS, 7.5), (ACROSS, 6.5))
#: Rows of more lines than this, on average, read better on a sheet across, where they fill one.
MANY_LINES = 2.6
FEW_ROWS = 12


@dataclass(frozen=True)
class TableOnSheet:
    """A table, or a part of one, as it fits a sheet: rows of cells and widths of columns (mm)."""

    id: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    total: tuple[Cell, ...]
    notes: tuple[str, ...]
    sheet: Sheet
    size_pt: float
    widths_mm: tuple[float, ...]


def put_on_sheets(table: Table, texts: Texts, measure: Measure) -> list[TableOnSheet]:
    """``table`` in one piece where it fits a sheet, else in parts that repeat its first column."""
    widths = widths_of(table, measure)
    least = math.fsum(width.least for width in widths)
    fitting = [(sheet, size_pt) for sheet, size_pt in SIZES if least <= _room(sheet, size_pt)]
    for sheet, size_pt in fitting:
        ems = share_out(widths, _room(sheet, size_pt))
        reads_well = len(table.cells) <= FEW_ROWS or mean_lines(table, ems, measure) <= MANY_LINES
        if sheet.across or reads_well:
            return [_on_sheet(table, widths, sheet, size_pt)]
    return [
        _on_sheet(part, widths_of(part, measure), *SIZES[-1])
        for part in _parts(table, widths, _room(*SIZES[-1]), texts)
    ]


def _room(sheet: Sheet, size_pt: float) -> float:
    return sheet.text_width_mm * PT_PER_MM / size_pt


def _on_sheet(table: Table, widths: Sequence[Width], sheet: Sheet, size_pt: float) -> TableOnSheet:
    ems = share_out(widths, _room(sheet, size_pt))
    return TableOnSheet(
        table.id,
        table.title,
        table.page_columns,
        tuple(map(tuple, table.page_rows())),
        tuple(table.page_total()),
        table.notes,
        sheet,
        size_pt,
        tuple(em * size_pt / PT_PER_MM for em in ems),
    )


def _parts(table: Table, widths: Sequence[Width], room: float, texts: Texts) -> list[Table]:
    """Parts of as many columns as fit beside the first one."""
    first, *others = table.page_columns
    groups: list[list[Column]] = [[]]
    used = widths[0].least
    for column, width in zip(others, widths[1:]):
        if groups[-1] and used + width.least > room:
            groups.append([])
            used = widths[0].least
        groups[-1].append(column)
        used += width.least
    return [
        replace(
            table,
            title=texts("part_of", title=table.title, part=number, parts=len(groups)),
            columns=(first, *group),
            notes=table.notes if number == len(groups) else (),
        )
        for number, group in enumerate(groups, start=1)
    ]
