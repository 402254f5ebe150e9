# SPDX-License-Identifier: GPL-2.0-or-later
"""Maps for reports, drawn by QGIS: title, map, legend, scale, north arrow, date and producer.

Drawn by a painter on an image and not by a print layout, which belongs to the main thread: a
plan check draws its map in the thread in which it computes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from threading import Thread

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsLabelingEngineSettings,
    QgsMapLayer,
    QgsMapRendererCustomPainterJob,
    QgsMapSettings,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from qgis.PyQt.QtGui import QColor, QImage, QPainter, QPen

from ..domain.errors import OutputError
from ..domain.progress import Progress, silent
from .map_furniture import Pen, draw_legend, draw_north, draw_scale, metres_per_mm

PAGE_MM = (180.0, 122.0)
MAP_MM = (0.2, 8.5, 131.0, 108.0)
SIDE_MM = 134.0
FOOT_MM = 118.0
DPI = 200
#: Seconds between two looks at a map that is being drawn.
WATCH_S = 0.1


@dataclass(frozen=True)
class MapLayer:
    """A styled layer and its part of the legend: a title and the names of its symbols.

    ``names`` holds the symbols that the legend shows, by their category ("" for the one symbol
    of a plain layer); None shows them all as the style calls them.
    """

    layer: QgsVectorLayer
    title: str
    names: dict[str, str] | None = None


@dataclass(frozen=True)
class MapTexts:
    """Texts on a map: title, letter of the north arrow, producer, date, attribution."""

    title: str
    north: str
    producer: str
    date: str
    attribution: str = ""


def draw_map(layers: Sequence[MapLayer], texts: MapTexts, progress: Progress = silent) -> bytes:
    """A PNG of the layers (first on top). Raises ``OutputError`` when it cannot be drawn.

    The layers must belong to the calling thread; ``progress`` is called while they are drawn.
    """
    image = QImage(_pixels(PAGE_MM[0]), _pixels(PAGE_MM[1]), QImage.Format.Format_RGB32)
    if image.isNull():
        raise OutputError("The map “{title}” could not be drawn.", title=texts.title)
    image.setDotsPerMeterX(round(DPI / 0.0254))
    image.setDotsPerMeterY(round(DPI / 0.0254))
    image.fill(QColor("white"))
    settings = _map_settings([item.layer for item in layers])
    picture = _draw_layers(settings, progress)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    try:
        painter.drawImage(_pixels(MAP_MM[0]), _pixels(MAP_MM[1]), picture)
        _draw_around(Pen(painter, DPI), settings, layers, texts)
    finally:
        painter.end()
    return _png(image)


def _draw_around(pen: Pen, settings: QgsMapSettings, layers: Sequence[MapLayer], texts: MapTexts) -> None:
    left, top, width, height = MAP_MM
    pen.painter.setPen(QPen(QColor("#404040"), pen.px(0.25)))
    pen.painter.setBrush(Qt.BrushStyle.NoBrush)
    pen.painter.drawRect(QRectF(pen.px(left), pen.px(top), pen.px(width), pen.px(height)))
    pen.write(texts.title, 0, 0.6, PAGE_MM[0], size_mm=4.2, bold=True)
    foot = " · ".join(text for text in (texts.producer, texts.date, texts.attribution) if text)
    pen.write(foot, 0, FOOT_MM, PAGE_MM[0], size_mm=2.4)
    draw_north(pen, texts.north, left + width - 10, top + 2)
    draw_scale(pen, metres_per_mm(settings, width), SIDE_MM, top + height - 9, PAGE_MM[0] - SIDE_MM)
    bottom = top + height - 12
    entries = [(item.layer.renderer(), item.title, item.names) for item in layers]
    draw_legend(pen, entries, (SIDE_MM, top, PAGE_MM[0] - SIDE_MM, bottom - top))


def _map_settings(layers: Sequence[QgsVectorLayer]) -> QgsMapSettings:
    settings = QgsMapSettings()
    settings.setLayers(list(layers))
    settings.setOutputSize(QSize(_pixels(MAP_MM[2]), _pixels(MAP_MM[3])))
    settings.setOutputDpi(DPI)
    settings.setBackgroundColor(QColor("white"))
    settings.setFlag(QgsMapSettings.Flag.Antialiasing, True)
    labels = settings.labelingEngineSettings()
    # A name cut off by the frame reads as another one.
    labels.setFlag(QgsLabelingEngineSettings.Flag.UsePartialCandidates, False)
    settings.setLabelingEngineSettings(labels)
    crs, extent = frame_of(layers)
    settings.setDestinationCrs(crs)
    settings.setEllipsoid(crs.ellipsoidAcronym())
    settings.setExtent(extent)
    return settings


def frame_of(layers: Sequence[QgsMapLayer]) -> tuple[QgsCoordinateReferenceSystem, QgsRectangle]:
    """The CRS of the map and what it shows: all layers, and a little around them."""
    extent = QgsRectangle()
    crs = layers[0].crs()
    for layer in layers:
        filled = True
        if isinstance(layer, QgsVectorLayer):
            layer.updateExtents()
            filled = layer.featureCount() != 0
        if filled and not layer.extent().isNull():
            extent.combineExtentWith(_transform(layer.crs(), crs).transformBoundingBox(layer.extent()))
    if crs.isGeographic():
        # In degrees a map is squeezed and has no one scale.
        plane = QgsCoordinateReferenceSystem.fromProj(
            f"+proj=tmerc +lat_0={extent.center().y():.6f} +lon_0={extent.center().x():.6f} +ellps=GRS80"
        )
        extent, crs = _transform(crs, plane).transformBoundingBox(extent), plane
    extent.grow(0.02 * max(extent.width(), extent.height()) or 1.0)
    return crs, extent


def _transform(
    source: QgsCoordinateReferenceSystem, target: QgsCoordinateReferenceSystem
) -> QgsCoordinateTransform:
    return QgsCoordinateTransform(source, target, QgsCoordinateTransformContext())


def _draw_layers(settings: QgsMapSettings, progress: Progress) -> QImage:
    picture = QImage(settings.outputSize(), QImage.Format.Format_RGB32)
    picture.setDotsPerMeterX(round(DPI / 0.0254))
    picture.setDotsPerMeterY(round(DPI / 0.0254))
    picture.fill(QColor("white"))
    painter = QPainter(picture)
    try:
        job = QgsMapRendererCustomPainterJob(settings, painter)
        job.prepare()
        _watch(job, progress)
    finally:
        painter.end()
    return picture


def _watch(job: QgsMapRendererCustomPainterJob, progress: Progress) -> None:
    """Let a thread draw, so that this one can answer a cancel."""
    worker = Thread(target=job.renderPrepared)
    worker.start()
    try:
        worker.join(WATCH_S)
        while worker.is_alive():
            progress(0.5)
            worker.join(WATCH_S)
    finally:
        job.cancelWithoutBlocking()
        worker.join()
    progress(1.0)


def _pixels(millimetres: float) -> int:
    return round(millimetres / 25.4 * DPI)


def _png(image: QImage) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    buffer.close()
    return bytes(data)
