# SPDX-License-Identifier: GPL-2.0-or-later
"""Blocks of a report set as text by Qt: lines, columns and heights, in tenths of a point."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from qgis.PyQt.QtCore import QRectF, QSizeF, QUrl
from qgis.PyQt.QtGui import QFont, QFontMetricsF, QImage, QPainter, QTextDocument

from ...gis.compat import number_of
from ..content import ReportContent
from ..fonts import CHINESE_FAMILIES
from ..render import render
from .blocks import Block, headings
from .column_widths import INTERVAL_SIZE, Measure
from .table_sheets import PT_PER_MM

#: Units of a point. Lengths are whole numbers in Qt's HTML, so that the unit must be small; with letters
#: in pixels nothing depends on the resolution of a screen.
UNITS_PER_PT = 10
UNITS_PER_MM = UNITS_PER_PT * PT_PER_MM
#: Families for figures and Latin letters, the best first.
LATIN_FAMILIES = ("Noto Sans", "Segoe UI", "Arial", "Liberation Sans", "Helvetica Neue", "DejaVu Sans")
FAMILIES = (*LATIN_FAMILIES, *CHINESE_FAMILIES)
_STYLE = Path(__file__).parents[1] / "templates" / "pdf" / "blocks.css"


class Setting:
    """Sets blocks of one report; ``pages`` are the pages of headings, as far as they are known."""

    def __init__(self, content: ReportContent, blocks: Sequence[Block]) -> None:
        self.content = content
        self.pages: Mapping[str, int] = {}
        #: All characters that were set.
        self.characters: set[str] = set()
        self._headings = headings(blocks)
        self._style = _STYLE.read_text(encoding="utf-8")
        self._images = {
            block.picture.name: QImage.fromData(block.picture.png, "PNG")
            for block in blocks
            if block.picture is not None
        }

    def set(self, blocks: Sequence[Block]) -> SetText:
        """Blocks of one sheet as one piece of text as wide as the sheet."""
        sheet = blocks[-1].sheet
        document = QTextDocument()
        document.setUndoRedoEnabled(False)
        document.setUseDesignMetrics(True)
        document.setDocumentMargin(0)
        document.setDefaultFont(font_of(9.5))
        sizes = {block.table.size_pt for block in blocks if block.table is not None}
        document.setDefaultStyleSheet(self._style + "".join(map(_table_style, sizes)))
        for block in blocks:
            if block.picture is not None:
                image = self._images[block.picture.name]
                document.addResource(
                    number_of(QTextDocument.ResourceType.ImageResource), QUrl(block.picture.name), image
                )
        document.setHtml(
            render(
                "pdf/blocks.html.j2",
                self.content,
                blocks=blocks,
                headings=self._headings,
                pages=self.pages,
                unit_per_mm=UNITS_PER_MM,
                unit_per_pt=UNITS_PER_PT,
            )
        )
        self.characters.update(document.toPlainText())
        document.setTextWidth(sheet.text_width_mm * UNITS_PER_MM)
        return SetText(document)


class SetText:
    """Text that has been set: its height, and how it is painted."""

    def __init__(self, document: QTextDocument) -> None:
        self._document = document

    @property
    def height(self) -> float:
        """Height in one piece."""
        return float(self._document.size().height())

    def cut(self, height: float) -> list[SetSlice]:
        """Slices between lines of text, each not higher than ``height``."""
        if self.height <= height:
            return [SetSlice(self._document, 0.0, self.height)]
        self._document.setPageSize(QSizeF(self._document.textWidth(), height))
        count = self._document.pageCount()
        return [SetSlice(self._document, number * height, height) for number in range(count)]


class SetSlice:
    """A part of set text between two heights."""

    def __init__(self, document: QTextDocument, top: float, height: float) -> None:
        self._document = document
        self._top = top
        self.height = height

    def paint(self, painter: QPainter, left: float, top: float) -> None:
        """Paint the slice with its upper left corner at a place."""
        painter.save()
        painter.translate(left, top - self._top)
        width = self._document.size().width()
        self._document.drawContents(painter, QRectF(0.0, self._top, width, self.height))
        painter.restore()


def exact_measure() -> Measure:
    """Measures texts in ems in one line of bold letters, the widest that a table uses."""
    font = font_of(10.0)
    font.setBold(True)
    metrics = QFontMetricsF(font)

    @cache
    def measure(text: str) -> float:
        return float(metrics.horizontalAdvance(text)) / font.pixelSize()

    return measure


def font_of(size_pt: float) -> QFont:
    """A font with Chinese glyphs, where the machine has one."""
    font = QFont()
    # Latin letters first: of figures that a Chinese font draws in glyphs of its own, readers of the PDF
    # cannot copy the text.
    font.setFamilies(list(FAMILIES))
    font.setPixelSize(round(size_pt * UNITS_PER_PT))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def _table_style(size_pt: float) -> str:
    size = round(size_pt * UNITS_PER_PT)
    return (
        f".size{size} td, .size{size} .cell {{ font-size: {size}px; }} "
        f".size{size} .interval {{ font-size: {round(INTERVAL_SIZE * size)}px; }}"
    )
