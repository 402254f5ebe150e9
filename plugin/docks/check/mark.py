# SPDX-License-Identifier: GPL-2.0-or-later
"""Findings on the map: a rubber band round the chosen one, zoom and flash."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import (
    QgsFeatureRequest,
    QgsGeometry,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.gui import QgsMapCanvas, QgsRubberBand
from qgis.PyQt import sip
from qgis.PyQt.QtGui import QColor

#: Wide and light under narrow and dark, so that it is seen on any map.
EDGES = ((QColor(255, 255, 255, 220), 6), (QColor(20, 20, 20, 255), 2))
#: How much larger than the findings the map is shown.
MARGIN = 1.6
#: Findings that are drawn at a time.
MOST = 500


class FindingMark:
    """What the dock draws on a canvas; ``remove`` takes it away."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        self._canvas = canvas
        self._bands: list[QgsRubberBand] = []

    def show(self, layer: QgsVectorLayer, fids: Sequence[int]) -> None:
        """Draw a line round findings, instead of those before."""
        self.remove()
        geometries = _geometries(layer, fids[:MOST])
        for colour, width in EDGES:
            band = QgsRubberBand(self._canvas, QgsWkbTypes.GeometryType.LineGeometry)
            band.setColor(colour)
            band.setWidth(width)
            for geometry in geometries:
                band.addGeometry(geometry.convertToType(QgsWkbTypes.GeometryType.LineGeometry, True), layer)
            self._bands.append(band)

    def zoom(self, layer: QgsVectorLayer, fids: Sequence[int]) -> None:
        """Show the map round findings, and flash them."""
        if zoom_to(self._canvas, layer, _geometries(layer, fids)):
            self.flash(layer, fids)

    def flash(self, layer: QgsVectorLayer, fids: Sequence[int]) -> None:
        """Flash findings where they are."""
        self._canvas.flashGeometries(_geometries(layer, fids[:MOST]), layer.crs())

    def remove(self) -> None:
        """Take away what was drawn."""
        while self._bands:
            band = self._bands.pop()
            if not sip.isdeleted(band) and not sip.isdeleted(self._canvas):
                self._canvas.scene().removeItem(band)


def zoom_to(canvas: QgsMapCanvas, layer: QgsVectorLayer, geometries: Sequence[QgsGeometry]) -> bool:
    """Show the map round geometries in the CRS of a layer; False where they have no extent."""
    box = QgsGeometry.collectGeometry(list(geometries)).boundingBox()
    if box.isEmpty():
        return False
    # Of a place that the map's CRS does not know, the nearest that it does.
    shown = canvas.mapSettings().layerExtentToOutputExtent(layer, box)
    shown.scale(MARGIN)
    canvas.setExtent(shown)
    canvas.refresh()
    return True


def _geometries(layer: QgsVectorLayer, fids: Sequence[int]) -> list[QgsGeometry]:
    request = QgsFeatureRequest().setFilterFids(list(fids)).setNoAttributes()
    return [feature.geometry() for feature in layer.getFeatures(request) if feature.hasGeometry()]
