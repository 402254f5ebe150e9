# SPDX-License-Identifier: GPL-2.0-or-later
"""Blocks of a report on pages: heads stay with what follows, tables go on beneath a head of their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from ...domain.progress import Progress, silent
from .blocks import Block
from .table_sheets import Sheet
from .text_setting import UNITS_PER_MM, UNITS_PER_PT, SetSlice, Setting

#: Space between two pieces in millimetres.
GAP_MM = 3.0
#: A table of so few rows is not broken where a page can hold it.
WHOLE_ROWS = 12
#: Rows that must fit beneath the head of a table at the foot of a page.
FEWEST_ROWS = 3
#: No row of a table is lower than this.
LOWEST_ROW_PT = 9.0


@dataclass
class Page:
    """A page: its sheet, the slices of text with their heights from its top margin, its anchors."""

    sheet: Sheet
    slices: list[tuple[float, SetSlice]] = field(default_factory=list)
    anchors: list[str] = field(default_factory=list)
    used: float = 0.0

    @property
    def room(self) -> float:
        """What is left of the height."""
        return self.sheet.text_height_mm * UNITS_PER_MM - self.used

    def place(self, piece: SetSlice) -> None:
        """Put a slice beneath the others."""
        self.slices.append((self.used, piece))
        self.used += piece.height + GAP_MM * UNITS_PER_MM


def paginate(blocks: Sequence[Block], setting: Setting, progress: Progress = silent) -> list[Page]:
    """The pages of a report."""
    pages: list[Page] = []
    groups = list(_groups(blocks))
    for number, group in enumerate(groups):
        if not pages or pages[-1].sheet != group[-1].sheet or (group[0].new_page and pages[-1].slices):
            pages.append(Page(group[-1].sheet))
        if group[-1].table is None:
            _place(group, pages, setting)
        else:
            _place_table(group[:-1], group[-1], pages, setting, progress)
        progress((number + 1) / len(groups))
    return pages


def _groups(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """Blocks that stay together: what leads and the one that it leads to."""
    group: list[Block] = []
    for block in blocks:
        if block.new_page and group:
            yield group
            group = []
        group.append(block)
        if not block.leads:
            yield group
            group = []
    if group:
        yield group


def _place(group: Sequence[Block], pages: list[Page], setting: Setting) -> None:
    text = setting.set(group)
    if text.height > pages[-1].room and pages[-1].slices:
        pages.append(Page(group[-1].sheet))
    pages[-1].anchors += _anchors(group)
    for number, piece in enumerate(text.cut(pages[-1].room)):
        if number:
            pages.append(Page(group[-1].sheet))
        pages[-1].place(piece)


def _anchors(group: Sequence[Block]) -> list[str]:
    return [block.anchor for block in group if block.anchor]


def _place_table(
    lead: Sequence[Block], block: Block, pages: list[Page], setting: Setting, progress: Progress
) -> None:
    """A table beneath what leads to it, on as many pages as it takes, with caption and head on each."""
    count = len(block.table.rows) if block.table is not None else 0
    first = 0
    while first < count:
        end = _end_of_fitting([*lead, block], first, pages[-1].room, setting)
        progress(0.5)
        too_few = end - first < FEWEST_ROWS or count <= WHOLE_ROWS
        if end < count and too_few and pages[-1].slices:
            pages.append(Page(block.sheet))
            continue
        if count - FEWEST_ROWS < end < count and end - first > 2 * FEWEST_ROWS:
            end = count - FEWEST_ROWS
        # A row higher than a page is cut between its lines.
        end = max(end, first + 1)
        _place([*lead, _rows(block, first, end)], pages, setting)
        if end < count:
            pages.append(Page(block.sheet))
        if first == 0 and block.text:
            block = replace(block, text=setting.content.texts("continued", caption=block.text))
        lead, first = (), end


def _end_of_fitting(group: Sequence[Block], first: int, room: float, setting: Setting) -> int:
    """Up to which row the table of a group fits from ``first`` on; to its end with its total and notes."""
    lead, block = group[:-1], group[-1]
    count = len(block.table.rows) if block.table is not None else 0

    def fits(end: int) -> bool:
        return setting.set([*lead, _rows(block, first, end)]).height <= room

    most = min(count, first + int(room / (LOWEST_ROW_PT * UNITS_PER_PT)))
    if fits(most):
        return most
    least, most = first, most - 1
    while least < most:
        middle = (least + most + 1) // 2
        least, most = (middle, most) if fits(middle) else (least, middle - 1)
    return least


def _rows(block: Block, first: int, end: int) -> Block:
    """The block with some of the rows of its table; total and notes stand beneath the last."""
    table = block.table
    if table is None:
        return block
    last = end >= len(table.rows)
    part = replace(
        table,
        rows=table.rows[first:end],
        total=table.total if last else (),
        notes=table.notes if last else (),
    )
    return replace(block, table=part)
