# SPDX-License-Identifier: GPL-2.0-or-later
"""Puts the items of a sheet on its paper, in letters of a size that suits it."""

from __future__ import annotations

from qgis.core import (
    QgsLayout,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemScaleBar,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsLegendStyle,
    QgsTextFormat,
)
from qgis.PyQt.QtGui import QColor, QFont, QFontInfo

from ...gis.map_furniture import FONTS, INK
from .papers import IMPRINT, NORTH_LETTER, TITLE, Box, Paper

#: Sizes of letters on A4 in points, and which of them are bold.
LABEL_PT = {TITLE: 18.0, IMPRINT: 7.5, NORTH_LETTER: 10.0}
SCALE_BAR_PT = 7.5
BOLD = (TITLE, NORTH_LETTER)
LEGEND_PT = {
    QgsLegendStyle.Style.Title: 11.0,
    QgsLegendStyle.Style.Subgroup: 9.0,
    QgsLegendStyle.Style.SymbolLabel: 8.0,
}


def arrange(layout: QgsLayout, paper: Paper) -> None:
    """Give the page the size of ``paper`` and every item of a known id its box; other items stay."""
    layout.pageCollection().page(0).setPageSize(QgsLayoutSize(paper.width, paper.height))
    for name, box in paper.boxes.items():
        item = layout.itemById(name)
        if item is not None:
            put(item, box)
        if isinstance(item, QgsLayoutItemLabel):
            write_in(item, text_format(LABEL_PT[name] * paper.unit, name in BOLD))
        elif isinstance(item, QgsLayoutItemScaleBar):
            item.setTextFormat(text_format(SCALE_BAR_PT * paper.unit))


def put(item: QgsLayoutItem, box: Box) -> None:
    """Move and resize an item to a box in millimetres."""
    left, top, width, height = box
    item.attemptMove(QgsLayoutPoint(left, top))
    item.attemptResize(QgsLayoutSize(width, height))


def box_of(item: QgsLayoutItem) -> Box:
    """The box of an item in millimetres."""
    place, size = item.pagePos(), item.rect()
    return (place.x(), place.y(), size.width(), size.height())


def text_format(points: float, bold: bool = False) -> QgsTextFormat:
    """Letters that hold Chinese, in a font that this machine has."""
    wished = QFont()
    wished.setFamilies(list(FONTS))
    # By one name, since a template or project keeps no others.
    font = QFont(QFontInfo(wished).family())
    font.setPointSizeF(points)
    font.setBold(bold)
    written = QgsTextFormat()
    written.setFont(font)
    written.setSize(points)
    written.setColor(QColor(INK))
    return written


def write_in(label: QgsLayoutItemLabel, written: QgsTextFormat) -> None:
    """Set the letters of a label; QGIS before 3.24 knows fonts alone."""
    if hasattr(label, "setTextFormat"):
        label.setTextFormat(written)
    else:
        label.setFont(written.font())


def letter_legend(legend: QgsLayoutItemLegend, scale: float) -> None:
    """Letters and symbols of a legend, ``scale`` times their size on A4."""
    for part, points in LEGEND_PT.items():
        written = text_format(points * scale, part != QgsLegendStyle.Style.SymbolLabel)
        style = legend.style(part)
        if hasattr(style, "setTextFormat"):
            style.setTextFormat(written)
        else:
            style.setFont(written.font())
        legend.setStyle(part, style)
    legend.setSymbolWidth(7.0 * scale)
    legend.setSymbolHeight(4.0 * scale)
