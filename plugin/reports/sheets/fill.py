# SPDX-License-Identifier: GPL-2.0-or-later
"""Fills a layout: words, map, legend and figure; what has nothing to show is hidden."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import takewhile
from pathlib import Path

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsExpressionContextUtils,
    QgsLayoutItem,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemPicture,
    QgsLegendRenderer,
    QgsMapLayer,
    QgsPrintLayout,
    QgsRectangle,
)
from qgis.PyQt.QtCore import QRectF, QSizeF

from ...gis.crs import label_of
from ...gis.map_furniture import LEGEND_SCALES
from ..texts import Texts
from .arrange import box_of, letter_legend, put
from .inputs import Imprint
from .papers import FIGURE, LEGEND, MAP, TABLE, Box
from .units import SheetUnits

#: Scales that a bureau prints, between powers of ten.
SCALE_STEPS = (1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0)
#: How much of a paper's width or height the map may use: the rest is air inside the frame.
FILLED = 0.94
MOST_COLUMNS = 3


def say(layout: QgsPrintLayout, imprint: Imprint, crs: QgsCoordinateReferenceSystem, texts: Texts) -> None:
    """Set the words of a sheet as variables of the layout, which its labels show and a planner can change."""
    labelled = {
        key: texts(f"sheet_{key}", text=text) if text else ""
        for key, text in (
            ("place", " ".join(part for part in (imprint.place, imprint.place_code) if part)),
            ("year", imprint.year),
            ("producer", imprint.producer),
            ("date", imprint.date),
            ("source", imprint.source),
            ("crs", label_of(crs) if crs.authid() else crs.toProj()),
        )
    }
    words = {
        **{f"sheet_{key}": text for key, text in labelled.items()},
        "sheet_title": imprint.title,
        "sheet_north": texts("map_north"),
        "sheet_scale": texts("sheet_scale"),
    }
    for name, text in words.items():
        QgsExpressionContextUtils.setLayoutVariable(layout, name, text)


def show_map(
    layout: QgsPrintLayout,
    layers: Sequence[QgsMapLayer],
    crs: QgsCoordinateReferenceSystem,
    extent: QgsRectangle,
    units: SheetUnits | None,
) -> None:
    """Set layers, CRS and extent at a round scale; with units the map follows the page of the atlas."""
    item: QgsLayoutItemMap = layout.itemById(MAP)
    item.setKeepLayerSet(True)
    over = [units.layer] if units is not None else []
    item.setLayers([*over, *layers])
    item.setCrs(crs)
    # A map that never showed anything has no proportions to zoom by.
    item.setExtent(QgsRectangle(0.0, 0.0, item.rect().width(), item.rect().height()))
    item.zoomToExtent(extent)
    item.setScale(round_scale(item.scale() / FILLED))
    if units is not None:
        item.setAtlasDriven(True)
        layout.renderContext().setPredefinedScales(round_scales(item.scale()))


def round_scale(denominator: float) -> float:
    """The next larger scale denominator that is printed."""
    return next(scale for scale in round_scales(denominator * 10.0) if scale >= denominator)


def round_scales(largest: float) -> list[float]:
    """The scale denominators that are printed, from 100 up to ``largest`` and one power of ten more."""
    powers = range(2, max(math.ceil(math.log10(max(largest, 100.0))), 3) + 1)
    return [step * 10.0**power for power in powers for step in SCALE_STEPS]


def show_legend(layout: QgsPrintLayout, layers: Sequence[QgsMapLayer], size: float, texts: Texts) -> None:
    """Fill the legend with the layers, in columns and letters that fit the room down to the next item."""
    legend = layout.itemById(LEGEND)
    if not isinstance(legend, QgsLayoutItemLegend):
        return
    legend.setTitle(texts("sheet_legend"))
    legend.setAutoUpdateModel(False)
    root = legend.model().rootGroup()
    root.clear()
    for shown in layers:
        root.addLayer(shown)
    room = room_of(layout, legend, (TABLE, FIGURE))
    needed = _fit_legend(legend, room, size)
    legend.setResizeToContents(True)
    put(legend, (*room[:2], needed.width(), needed.height()))


def _fit_legend(legend: QgsLayoutItemLegend, room: Box, size: float) -> QSizeF:
    needed = QSizeF()
    for scale in LEGEND_SCALES:
        for columns in range(1, MOST_COLUMNS + 1):
            legend.setColumnCount(columns)
            legend.setSplitLayer(columns > 1)
            letter_legend(legend, scale * size)
            needed = QgsLegendRenderer(legend.model(), legend.legendSettings()).minimumSize()
            if needed.width() <= room[2] and needed.height() <= room[3]:
                return needed
    return needed


def room_of(layout: QgsPrintLayout, item: QgsLayoutItem, after: Sequence[str]) -> Box:
    """The box of an item, grown over the items ``after`` it that are not shown, but over none that is."""
    others = [other for other in map(layout.itemById, after) if other is not None]
    hidden = list(takewhile(lambda other: not other.isVisible(), others))
    grown = _rectangle(item)
    for other in hidden:
        grown = grown.united(_rectangle(other))
    if any(grown.intersects(_rectangle(other)) for other in others if other.isVisible()):
        return box_of(item)
    return grown.x(), grown.y(), grown.width(), grown.height()


def _rectangle(item: QgsLayoutItem) -> QRectF:
    return QRectF(*box_of(item))


def hide_unused(layout: QgsPrintLayout, *, table: bool, figure: bool) -> None:
    """Show table and figure only where there is something to show in them."""
    for name, used in ((TABLE, table), (FIGURE, figure)):
        item = layout.itemById(name)
        if item is not None:
            item.setVisibility(used)


def show_figure(layout: QgsPrintLayout, path: str) -> None:
    """Set the picture of the figure."""
    picture = layout.itemById(FIGURE)
    if path and isinstance(picture, QgsLayoutItemPicture):
        picture.setPicturePath(str(Path(path).resolve()))
