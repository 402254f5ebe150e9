# SPDX-License-Identifier: GPL-2.0-or-later
"""A report as PDF on A4: embedded fonts, numbered pages, wide tables on sheets turned across."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from qgis.PyQt.QtCore import QMarginsF, QRectF, Qt
from qgis.PyQt.QtGui import QColor, QFontMetricsF, QPageLayout, QPageSize, QPainter, QPdfWriter, QTextOption

from ...domain.errors import OutputError
from ...domain.progress import Progress, silent
from ..content import ReportContent
from .blocks import blocks_of, headings
from .pages import Page, paginate
from .pdf_finish import Bookmark, finish
from .table_sheets import Sheet
from .text_setting import FAMILIES, UNITS_PER_MM, UNITS_PER_PT, Setting, exact_measure, font_of
from .whole_files import is_whole

FOOTER_PT = 8.0
FOOTER_COLOUR = "#56626a"
#: From the end of the text to the line of title and page number.
FOOTER_MM = 4.0


def write_pdf(content: ReportContent, path: Path, *, progress: Progress = silent) -> None:
    """Write ``content`` to ``path``; raises ``OutputError`` where it cannot be written."""
    blocks = blocks_of(content, exact_measure())
    setting = Setting(content, blocks)
    progress(0.1)
    chapters = next((number for number, block in enumerate(blocks) if block.anchor), len(blocks))
    front = paginate(blocks[:chapters], setting)
    body = paginate(blocks[chapters:], setting, lambda share: progress(0.1 + 0.7 * share))
    setting.pages = {
        anchor: number for number, page in enumerate(body, len(front) + 1) for anchor in page.anchors
    }
    # The contents are set again, now that the pages are known; they keep their height.
    pages = [*paginate(blocks[:chapters], setting), *body]
    _write_pages(pages, content, path, progress)
    if not is_whole(path):
        raise OutputError(
            "The PDF “{path}” was not written to its end. Check the disk and run again.", path=path
        )
    language = "zh-CN" if content.texts.language == "zh" else "en"
    bookmarks = [Bookmark(block.text, setting.pages[block.anchor]) for block in headings(blocks)]
    path.write_bytes(finish(path.read_bytes(), bookmarks, language, setting.characters, FAMILIES))


def _write_pages(pages: Sequence[Page], content: ReportContent, path: Path, progress: Progress) -> None:
    writer = QPdfWriter(str(path))
    writer.setResolution(round(72 * UNITS_PER_PT))
    writer.setTitle(content.title)
    writer.setCreator("Dual Carbon Planner")
    writer.setPageLayout(_layout(pages[0].sheet))
    painter = QPainter()
    if not painter.begin(writer):
        raise OutputError(
            "The PDF “{path}” cannot be written. Close it where it is open, and check folder and rights.",
            path=path,
        )
    try:
        painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
        for number, page in enumerate(pages, start=1):
            if number > 1:
                writer.setPageLayout(_layout(page.sheet))
                writer.newPage()
            left, top = page.sheet.side_mm * UNITS_PER_MM, page.sheet.top_mm * UNITS_PER_MM
            for height, piece in page.slices:
                piece.paint(painter, left, top + height)
            numbers = content.texts("page_of", page=number, pages=len(pages))
            _paint_footer(painter, page.sheet, content.title, numbers)
            progress(0.8 + 0.2 * number / len(pages))
    finally:
        painter.end()


def _layout(sheet: Sheet) -> QPageLayout:
    turned = QPageLayout.Orientation.Landscape if sheet.across else QPageLayout.Orientation.Portrait
    return QPageLayout(QPageSize(QPageSize.PageSizeId.A4), turned, QMarginsF(0.0, 0.0, 0.0, 0.0))


def _paint_footer(painter: QPainter, sheet: Sheet, title: str, numbers: str) -> None:
    font = font_of(FOOTER_PT)
    painter.setFont(font)
    painter.setPen(QColor(FOOTER_COLOUR))
    top = (sheet.top_mm + sheet.text_height_mm + FOOTER_MM) * UNITS_PER_MM
    place = QRectF(
        sheet.side_mm * UNITS_PER_MM, top, sheet.text_width_mm * UNITS_PER_MM, 2 * FOOTER_PT * UNITS_PER_PT
    )
    metrics = QFontMetricsF(font)
    room = place.width() - metrics.horizontalAdvance(numbers) - 10 * UNITS_PER_MM
    shown = metrics.elidedText(title, Qt.TextElideMode.ElideRight, room)
    painter.drawText(place, shown, QTextOption(Qt.AlignmentFlag.AlignLeft))
    painter.drawText(place, numbers, QTextOption(Qt.AlignmentFlag.AlignRight))
