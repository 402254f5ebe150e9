# SPDX-License-Identifier: GPL-2.0-or-later
"""The units of the dock on the map: chosen there when chosen here, and the other way round."""

from __future__ import annotations

from collections.abc import Collection

from qgis.core import QgsFeatureRequest, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...gis.layers import text_of


class MapLink(QObject):
    """Keeps the selection of a layer of units and a set of unit names alike."""

    #: The user selected features: the names of their units.
    selected = pyqtSignal(set)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.layer: QgsVectorLayer | None = None
        self._fids: dict[str, list[int]] = {}
        self._units: dict[int, str] = {}
        self._is_selecting = False

    def bind(self, layer: QgsVectorLayer | None, field: str) -> None:
        """Follow a layer whose field names the units; None to follow none."""
        self.release()
        position = -1 if layer is None else layer.fields().lookupField(field)
        if layer is None or position < 0:
            return
        self.layer = layer
        request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
        for feature in layer.getFeatures(request.setSubsetOfAttributes([position])):
            value = feature.attribute(position)
            unit = "" if value is None else text_of(value)
            self._units[feature.id()] = unit
            self._fids.setdefault(unit, []).append(feature.id())
        layer.selectionChanged.connect(self._tell)
        layer.willBeDeleted.connect(self._forget)

    def release(self) -> None:
        """Follow no layer any more."""
        if self.layer is not None:
            self.layer.selectionChanged.disconnect(self._tell)
            self.layer.willBeDeleted.disconnect(self._forget)
        self._forget()

    def select(self, units: Collection[str]) -> None:
        """Select the features of these units."""
        if self.layer is None:
            return
        self._is_selecting = True
        self.layer.selectByIds([fid for unit in units for fid in self._fids.get(unit, [])])
        self._is_selecting = False

    def _forget(self) -> None:
        self.layer = None
        self._fids, self._units = {}, {}

    def _tell(self, *_changed: object) -> None:
        if not self._is_selecting and self.layer is not None:
            self.selected.emit({self._units.get(fid, "") for fid in self.layer.selectedFeatureIds()})
