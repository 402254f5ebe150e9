# SPDX-License-Identifier: GPL-2.0-or-later
"""What stands beside a map: texts, north arrow, scale bar and legend, drawn in millimetres."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsDistanceArea,
    QgsFeatureRenderer,
    QgsMapSettings,
    QgsPointXY,
    QgsRenderContext,
    QgsSymbol,
    QgsUnitTypes,
)
from qgis.PyQt.QtCore import QPointF, QRectF, QSize, Qt
from qgis.PyQt.QtGui import QBrush, QColor, QFont, QImage, QPainter, QPen, QPolygonF, QTextOption

FONTS = ("Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", "WenQuanYi Zen Hei", "DejaVu Sans")
INK = QColor("#1c2427")
#: Size of a symbol of the legend, and the step from one line to the next.
SYMBOL_MM = (7.0, 3.8)
STEP_MM = 5.2
#: Heights of the letters of titles and names, and by how much a crowded legend shrinks.
TITLE_MM, NAME_MM = 3.0, 2.8
LEGEND_SCALES = (1.0, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4)
_WGS84 = "EPSG:7030"
#: A part of a legend: renderer, title, and the names of the symbols shown (None = all).
Entry = tuple[QgsFeatureRenderer, str, "Mapping[str, str] | None"]


@dataclass(frozen=True)
class Pen:
    """A painter that is told where to draw in millimetres."""

    painter: QPainter
    dpi: int

    def px(self, millimetres: float) -> float:
        """Millimetres as pixels of the image."""
        return millimetres / 25.4 * self.dpi

    def font(self, size_mm: float, bold: bool = False) -> QFont:
        """The font of texts ``size_mm`` high."""
        font = QFont()
        font.setFamilies(list(FONTS))
        font.setPixelSize(max(round(self.px(size_mm)), 1))
        font.setBold(bold)
        return font

    def write(
        self, text: str, left: float, top: float, width: float, *, size_mm: float, bold: bool = False
    ) -> None:
        """Write a text, broken to ``width``."""
        self.painter.setFont(self.font(size_mm, bold))
        self.painter.setPen(INK)
        self.painter.drawText(self._box(left, top, width), text, _wrapping())

    def height(self, text: str, width: float, *, size_mm: float, bold: bool = False) -> float:
        """The height in millimetres of a text that is broken to ``width``."""
        self.painter.setFont(self.font(size_mm, bold))
        used = self.painter.boundingRect(self._box(0.0, 0.0, width), text, _wrapping())
        return float(used.height()) / self.px(1.0)

    def _box(self, left: float, top: float, width: float) -> QRectF:
        return QRectF(self.px(left), self.px(top), self.px(width), self.px(200))


def _wrapping() -> QTextOption:
    option = QTextOption(Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def metres_per_mm(settings: QgsMapSettings, width_mm: float) -> float:
    """Metres on the ground, along the middle of the map, for one millimetre on paper."""
    extent = settings.visibleExtent()
    measure = QgsDistanceArea()
    measure.setSourceCrs(settings.destinationCrs(), settings.transformContext())
    measure.setEllipsoid(settings.ellipsoid())
    middle = extent.center().y()
    ends = QgsPointXY(extent.xMinimum(), middle), QgsPointXY(extent.xMaximum(), middle)
    ground = measure.measureLine(*ends)
    if not math.isfinite(ground):
        # QGIS 3.22 cannot measure on an ellipsoid given by its axes, as custom CRS have it; the ellipsoids
        # in use differ by about 0.1 ‰.
        measure.setEllipsoid(_WGS84)
        ground = measure.measureLine(*ends)
    metres = measure.convertLengthMeasurement(ground, QgsUnitTypes.DistanceUnit.DistanceMeters)
    return float(metres) / width_mm


def draw_scale(pen: Pen, metres_per_mm: float, left: float, top: float, width: float) -> None:
    """A scale bar of two parts with the scale beneath it."""
    half_m = _round_length(metres_per_mm * width * 0.32)
    half_mm = half_m / metres_per_mm
    kilometres = half_m >= 500
    for part in (0, 1):
        pen.painter.setPen(QPen(INK, pen.px(0.2)))
        pen.painter.setBrush(QBrush(INK if part == 0 else QColor("white")))
        box = QRectF(pen.px(left + part * half_mm), pen.px(top + 3.2), pen.px(half_mm), pen.px(1.4))
        pen.painter.drawRect(box)
    for part, unit in ((0, ""), (1, ""), (2, " km" if kilometres else " m")):
        length = part * half_m / (1000 if kilometres else 1)
        pen.write(f"{length:g}{unit}", left + part * half_mm, top, 30, size_mm=2.5)
    pen.write(f"1 : {_three_digits(metres_per_mm * 1000):,}", left, top + 5.0, width, size_mm=2.5)


def _round_length(metres: float) -> float:
    """The largest 1, 2 or 5 times a power of ten that is not longer."""
    power = 10.0 ** math.floor(math.log10(max(metres, 1e-3)))
    return max(step * power for step in (1, 2, 5) if step * power <= max(metres, 1e-3))


def _three_digits(number: float) -> int:
    return round(float(f"{number:.3g}"))


def draw_north(pen: Pen, letter: str, left: float, top: float) -> None:
    """An arrow to the north with its letter."""
    tip = QPointF(pen.px(left + 4), pen.px(top))
    foot = [QPointF(pen.px(left + x), pen.px(top + y)) for x, y in ((1.6, 8), (4, 6.4), (6.4, 8))]
    pen.painter.setPen(QPen(INK, pen.px(0.2)))
    pen.painter.setBrush(QBrush(INK))
    pen.painter.drawPolygon(QPolygonF([tip, foot[0], foot[1]]))
    pen.painter.setBrush(QBrush(QColor("white")))
    pen.painter.drawPolygon(QPolygonF([tip, foot[1], foot[2]]))
    pen.write(letter, left + 2.7, top + 8.2, 8, size_mm=3.0, bold=True)


@dataclass(frozen=True)
class _Line:
    """One line of a legend: a title without symbol, or a symbol with its name."""

    text: str
    symbol: QgsSymbol | None
    top: float
    height: float


def draw_legend(pen: Pen, entries: Sequence[Entry], box: tuple[float, float, float, float]) -> None:
    """The legend of the renderers in ``box`` (left, top, width, height), smaller where it needs more room."""
    left, top, width, height = box
    parts = [(title, _items(renderer, names)) for renderer, title, names in entries]
    for scale in LEGEND_SCALES:
        lines = _lay_out(pen, parts, top, width, scale)
        if not lines or lines[-1].top + lines[-1].height <= top + height:
            break
    indent = (SYMBOL_MM[0] + 2) * scale
    for line in lines:
        if line.symbol is None:
            pen.write(line.text, left, line.top, width, size_mm=TITLE_MM * scale, bold=True)
        else:
            draw_symbol(pen, line.symbol, left, line.top, scale)
            pen.write(line.text, left + indent, line.top, width - indent, size_mm=NAME_MM * scale)


def _lay_out(
    pen: Pen,
    parts: Sequence[tuple[str, list[tuple[QgsSymbol, str]]]],
    top: float,
    width: float,
    scale: float,
) -> list[_Line]:
    lines: list[_Line] = []
    for title, items in parts:
        if items and title:
            top += 2.5 * scale if lines else 0.0
            height = pen.height(title, width, size_mm=TITLE_MM * scale, bold=True)
            lines.append(_Line(title, None, top, height))
            top += height + 1.2 * scale
        for symbol, name in items:
            height = pen.height(name, width - (SYMBOL_MM[0] + 2) * scale, size_mm=NAME_MM * scale)
            lines.append(_Line(name, symbol, top, max(height, SYMBOL_MM[1] * scale)))
            top += max(STEP_MM * scale, height + 1.2 * scale)
    return lines


def draw_symbol(pen: Pen, symbol: QgsSymbol, left: float, top: float, scale: float = 1.0) -> None:
    """A symbol as a legend shows it."""
    size = QSize(round(pen.px(SYMBOL_MM[0] * scale)), round(pen.px(SYMBOL_MM[1] * scale)))
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor("white"))
    painter = QPainter(image)
    try:
        context = QgsRenderContext.fromQPainter(painter)
        context.setScaleFactor(pen.dpi / 25.4)
        context.setFlag(QgsRenderContext.Flag.Antialiasing, True)
        symbol.drawPreviewIcon(painter, size, context)
    finally:
        painter.end()
    pen.painter.drawImage(round(pen.px(left)), round(pen.px(top)), image)


def _items(renderer: QgsFeatureRenderer, names: Mapping[str, str] | None) -> list[tuple[QgsSymbol, str]]:
    if isinstance(renderer, QgsCategorizedSymbolRenderer):
        entries = [(str(item.value()), item) for item in renderer.categories()]
    else:
        entries = [("", item) for item in renderer.legendSymbolItems()]
    # Cloned, as the symbols die with the items that hold them.
    return [
        (item.symbol().clone(), item.label() if names is None else names[value])
        for value, item in entries
        if item.symbol() is not None and (names is None or value in names)
    ]
