# SPDX-License-Identifier: GPL-2.0-or-later
"""A report as a sequence of blocks on sheets, which text document and PDF set each in its own way."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ..content import Chapter, Illustration, Numbering, ReportContent
from ..table import Cell, Column
from ..texts import Texts
from .column_widths import Measure, estimated_ems
from .table_sheets import UPRIGHT, Sheet, TableOnSheet, put_on_sheets

#: Chapters that go on beneath the one before, as on the page.
CONTINUED = ("rules", "method", "lines", "topology", "comparison", "repair")
#: Greatest heights of pictures on a sheet in millimetres, by their kind.
PICTURE_MM = {"map": 105.0, "chart": 112.0}
#: Sizes of the tables of the first page in points, and the shares of their columns.
LIST_PT = 9.0
_FACTS, _FIGURES, _CAVEATS = (0.2, 0.8), (0.4, 0.26, 0.34), (0.62, 0.38)
_CHINESE_DIGITS = "零一二三四五六七八九"


@dataclass(frozen=True)
class Block:
    """One piece of a document.

    ``kind`` is ``title``, ``heading`` (``level``), ``picture``, ``table``, ``contents``, or names the
    style of a paragraph: ``lead``, ``sentence``, ``missing``, ``trial``, ``term``, ``note`` or ``text``.
    ``sheet`` is what it stands on; ``anchor`` names a heading.
    """

    kind: str
    text: str = ""
    sheet: Sheet = UPRIGHT
    level: int = 1
    anchor: str = ""
    new_page: bool = False
    picture: Picture | None = None
    table: TableOnSheet | None = None

    @property
    def leads(self) -> bool:
        """Whether the block must not stand alone at the foot of a page."""
        return self.kind in ("heading", "lead", "sentence", "missing", "term")


@dataclass(frozen=True)
class Picture:
    """A map or chart in pixels and its size on the sheet."""

    name: str
    png: bytes
    width_mm: float
    height_mm: float
    caption: str
    alt: str
    note: str


def blocks_of(content: ReportContent, measure: Measure = estimated_ems) -> tuple[Block, ...]:
    """All of ``content`` in reading order, each block on its sheet; ``measure`` is the width of a text."""
    blocks = [*_first_page(content), *_chapters(content, measure), *_attribution(content)]
    return tuple(_on_common_sheets(blocks))


def headings(blocks: Iterable[Block]) -> list[Block]:
    """The headings that the contents list."""
    return [block for block in blocks if block.kind == "heading" and block.level == 1 and block.anchor]


def _first_page(content: ReportContent) -> Iterator[Block]:
    texts = content.texts
    yield Block("title", content.title)
    if content.is_trial:
        yield Block("trial", f"{texts('trial')}  {content.trial_note}")
    facts = [(Cell(fact.head), Cell(fact.text)) for fact in content.facts]
    yield _listing("facts", ("", ""), _FACTS, facts)
    yield Block("heading", texts("chapter_first"))
    heads = (texts("key_column"), texts("value_column"), texts("reading_column"))
    for group in content.figures:
        rows = [
            (
                Cell(figure.label),
                Cell(f"{figure.value} {figure.unit}".strip(), strong=True),
                Cell(figure.note.replace("\n", " · ")),
            )
            for figure in group
        ]
        yield _listing("key_figures", heads, _FIGURES, rows)
    yield from _caveats(content)
    yield Block("heading", texts("contents"))
    yield Block("contents")


def _caveats(content: ReportContent) -> Iterator[Block]:
    texts = content.texts
    yield Block("heading", texts("caveats"), level=2)
    if not content.caveats and not content.notes:
        yield Block("text", texts("caveat_nothing"))
    if content.caveats:
        rows = [(Cell(item.label), Cell(item.value, strong=item.alarm)) for item in content.caveats]
        heads = (texts("caveat_column"), texts("value_column"))
        yield _listing("caveats", heads, _CAVEATS, rows)
    if content.notes:
        yield Block("term", texts("caveat_notes"))
    for note in content.notes:
        yield Block("note", note)
    if content.notes_left:
        yield Block("note", texts("caveat_more", count=content.notes_left))


def _chapters(content: ReportContent, measure: Measure) -> Iterator[Block]:
    number = Numbering()
    count = 0
    for chapter in content.chapters:
        count += chapter.level == 1
        title = _numbered(count, chapter.title, content.texts) if chapter.level == 1 else chapter.title
        new_page = chapter.level == 1 and (count == 1 or chapter.id not in CONTINUED)
        yield Block("heading", title, level=chapter.level, anchor=chapter.id, new_page=new_page)
        for paragraph in chapter.paragraphs:
            yield Block(paragraph.kind or "text", paragraph.text)
        yield from _pictures(chapter, number, content.texts)
        yield from _tables(chapter, number, content.texts, measure)
        for entry in chapter.entries:
            yield Block("term", entry.head)
            yield Block("text", entry.text)


def _pictures(chapter: Chapter, number: Numbering, texts: Texts) -> Iterator[Block]:
    for item in chapter.illustrations:
        running = number("figure", item.caption)
        caption = texts("figure", number=running, caption=item.caption)
        yield Block("picture", picture=_picture(item, f"figure_{running}", caption))


def _tables(chapter: Chapter, number: Numbering, texts: Texts, measure: Measure) -> Iterator[Block]:
    for table in chapter.tables:
        for part in put_on_sheets(table, texts, measure):
            caption = texts("table", number=number("table", table.id), caption=part.title)
            yield Block("table", caption, part.sheet, table=part)


def _attribution(content: ReportContent) -> Iterator[Block]:
    if content.attribution:
        yield Block("heading", content.texts("chapter_attribution"), level=2)
    for line in content.attribution:
        yield Block("text", line)


def _picture(item: Illustration, name: str, caption: str) -> Picture:
    png = item.png()
    # Width and height stand in the header of every PNG.
    width, height = struct.unpack(">II", png[16:24])
    scale = min(UPRIGHT.text_width_mm / width, PICTURE_MM[item.kind] / height)
    return Picture(name, png, width * scale, height * scale, caption, item.alt, item.note)


def _listing(
    name: str, heads: Sequence[str], shares: Sequence[float], rows: Sequence[tuple[Cell, ...]]
) -> Block:
    """A table of the first page, without a caption."""
    columns = tuple(Column(f"{name}_{number}", head) for number, head in enumerate(heads))
    widths = tuple(share * UPRIGHT.text_width_mm for share in shares)
    empty: tuple[Any, ...] = ()
    table = TableOnSheet(name, "", columns, tuple(rows), empty, empty, UPRIGHT, LIST_PT, widths)
    return Block("table", table=table)


def _on_common_sheets(blocks: Sequence[Block]) -> list[Block]:
    """Heads and paragraphs go onto the sheet of what they lead to."""
    placed: list[Block] = []
    for block in reversed(blocks):
        follows = placed[-1].sheet if placed and block.leads else block.sheet
        placed.append(replace(block, sheet=follows))
    return placed[::-1]


def _numbered(number: int, title: str, texts: Texts) -> str:
    return f"{_in_chinese(number)}、{title}" if texts.language == "zh" else f"{number}  {title}"


def _in_chinese(number: int) -> str:
    """A number below 100 as it is written in Chinese."""
    tens, ones = divmod(number, 10)
    head = "" if not tens else "十" if tens == 1 else f"{_CHINESE_DIGITS[tens]}十"
    return head + (_CHINESE_DIGITS[ones] if ones or not tens else "")
