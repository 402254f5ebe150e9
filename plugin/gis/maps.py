# SPDX-License-Identifier: GPL-2.0-or-later
"""Maps for reports, drawn by QGIS: title, map, legend, scale bar, north arrow, date and producer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from qgis.core import (
    QgsApplication,
    QgsLayoutExporter,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemPicture,
    QgsLayoutItemScaleBar,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsLegendStyle,
    QgsPrintLayout,
    QgsProject,
    QgsRectangle,
    QgsUnitTypes,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QBuffer, QByteArray, QIODevice
from qgis.PyQt.QtGui import QFont

from ..domain.errors import OutputError
from .compat import set_font

PAGE_MM = (180.0, 128.0)
MAP_MM = (0.0, 9.0, 130.0, 112.0)
SIDE_MM = 133.0
DPI = 160
MM = QgsUnitTypes.LayoutUnit.LayoutMillimeters
FONTS = ("Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", "WenQuanYi Zen Hei", "DejaVu Sans")


@dataclass(frozen=True)
class MapTexts:
    """Texts on a map: title, producer, date, attribution."""

    title: str
    producer: str
    date: str
    attribution: str = ""


def draw_map(layers: Sequence[QgsVectorLayer], texts: MapTexts, hidden: Sequence[str] = ()) -> bytes:
    """A PNG of the layers (first on top) with legend and scale.

    Works on clones in a project of its own, so that the user's project and styles stay as
    they are; must run in the main thread. Names in ``hidden`` stay out of the legend.
    """
    project = QgsProject()
    clones = [layer.clone() for layer in layers]
    project.setCrs(clones[0].crs())
    for clone in reversed(clones):
        project.addMapLayer(clone)
    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    layout.pageCollection().page(0).setPageSize(QgsLayoutSize(*PAGE_MM, MM))
    map_item = _add_map(layout, clones)
    _add_legend(layout, map_item, hidden)
    _add_scale(layout, map_item)
    _add_north(layout)
    _add_label(layout, texts.title, (0, 0, PAGE_MM[0], 8), 13, bold=True)
    foot = " · ".join(text for text in (texts.producer, texts.date, texts.attribution) if text)
    _add_label(layout, foot, (0, 122.5, PAGE_MM[0], 5), 7)
    settings = QgsLayoutExporter(layout)
    image = settings.renderPageToImage(0, dpi=DPI)
    if image.isNull():
        raise OutputError("The map “{title}” could not be drawn.", title=texts.title)
    return _png(image)


def _add_map(layout: QgsPrintLayout, layers: Sequence[QgsVectorLayer]) -> QgsLayoutItemMap:
    item = QgsLayoutItemMap(layout)
    left, top, width, height = MAP_MM
    # A map item that was moved before its first extent never gets one (seen on 3.22).
    item.attemptResize(QgsLayoutSize(width, height, MM))
    item.setLayers(list(layers))
    item.setCrs(layers[0].crs())
    extent = QgsRectangle()
    for layer in layers:
        layer.updateExtents()
        if not layer.extent().isEmpty():
            extent.combineExtentWith(layer.extent())
    extent.scale(1.04)
    item.zoomToExtent(extent)
    item.setFrameEnabled(True)
    layout.addLayoutItem(item)
    item.attemptMove(QgsLayoutPoint(left, top, MM))
    return item


def _add_legend(layout: QgsPrintLayout, map_item: QgsLayoutItemMap, hidden: Sequence[str]) -> None:
    legend = QgsLayoutItemLegend(layout)
    legend.setLinkedMap(map_item)
    legend.setAutoUpdateModel(False)
    root = legend.model().rootGroup()
    for node in root.findLayers():
        if node.name() in hidden:
            root.removeLayer(node.layer())
    for style in (QgsLegendStyle.Style.Subgroup, QgsLegendStyle.Style.SymbolLabel):
        set_font(legend.rstyle(style), _font(8))
    legend.setSymbolHeight(3.2)
    legend.setSymbolWidth(5.5)
    layout.addLayoutItem(legend)
    legend.attemptMove(QgsLayoutPoint(SIDE_MM, 9, MM))
    legend.adjustBoxSize()


def _add_scale(layout: QgsPrintLayout, map_item: QgsLayoutItemMap) -> None:
    bar = QgsLayoutItemScaleBar(layout)
    bar.setStyle("Single Box")
    bar.setLinkedMap(map_item)
    bar.setUnits(QgsUnitTypes.DistanceUnit.DistanceKilometers)
    bar.setUnitLabel("km")
    bar.setNumberOfSegmentsLeft(0)
    bar.setNumberOfSegments(2)
    text = bar.textFormat()
    text.setFont(_font(8))
    text.setSize(8)
    bar.setTextFormat(text)
    bar.setHeight(2)
    bar.applyDefaultSize(QgsUnitTypes.DistanceUnit.DistanceKilometers)
    bar.setMaximumBarWidth(40)
    layout.addLayoutItem(bar)
    bar.attemptMove(QgsLayoutPoint(SIDE_MM, 108, MM))


def _add_north(layout: QgsPrintLayout) -> None:
    arrow = QgsLayoutItemPicture(layout)
    for folder in QgsApplication.svgPaths():
        arrow.setPicturePath(f"{folder}/arrows/NorthArrow_02.svg")
        break
    layout.addLayoutItem(arrow)
    arrow.attemptMove(QgsLayoutPoint(120, 11, MM))
    arrow.attemptResize(QgsLayoutSize(8, 8, MM))


def _add_label(
    layout: QgsPrintLayout, text: str, box: tuple[float, float, float, float], size: int, bold: bool = False
) -> None:
    label = QgsLayoutItemLabel(layout)
    label.setText(text)
    font = _font(size)
    font.setBold(bold)
    set_font(label, font)
    layout.addLayoutItem(label)
    label.attemptMove(QgsLayoutPoint(box[0], box[1], MM))
    label.attemptResize(QgsLayoutSize(box[2], box[3], MM))


def _font(size: int) -> QFont:
    font = QFont()
    font.setFamilies(list(FONTS))
    font.setPointSize(size)
    return font


def _png(image: object) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    buffer.close()
    return bytes(data)
