# SPDX-License-Identifier: GPL-2.0-or-later
"""What would stand in the way of a run, seen before it: CRS, datum, place and encoding of layers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from qgis.core import (
    QgsCoordinateTransform,
    QgsCsException,
    QgsMapLayer,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)

from ..domain.errors import InputError
from ..domain.notes import NoteBook
from ..i18n import sentence, tr
from .crs import label_of
from .datum import note_transformation
from .encoding import count_garbled

#: From harmless to what stops a run.
FINE, NOTE, WARNING, ERROR = "fine", "note", "warning", "error"
_ORDER = (FINE, NOTE, WARNING, ERROR)


@dataclass(frozen=True)
class LayerFacts:
    """A layer beside the first one: its CRS, how many features it has, and what is to be said of it."""

    layer: str
    crs: str
    features: int
    level: str
    remarks: tuple[str, ...]


def preview(layers: Sequence[QgsMapLayer], project: QgsProject) -> list[LayerFacts]:
    """The facts of layers, each held against the first: that is the CRS into which a run brings the others.

    Reads no features, except a sample of texts of shapefiles for their encoding.
    """
    return [_facts(layer, layers[0], project) for layer in layers]


def _facts(layer: QgsMapLayer, first: QgsMapLayer, project: QgsProject) -> LayerFacts:
    # A table lies nowhere.
    found = [*(_of_crs(layer, first, project) if layer.isSpatial() else []), *_of_content(layer)]
    level = max((one for one, _text in found), key=_ORDER.index, default=FINE)
    features = layer.featureCount() if isinstance(layer, QgsVectorLayer) else -1
    crs = label_of(layer.crs()) if layer.crs().isValid() else ""
    return LayerFacts(layer.name(), crs, features, level, tuple(text for _level, text in found))


def _of_crs(layer: QgsMapLayer, first: QgsMapLayer, project: QgsProject) -> list[tuple[str, str]]:
    own, target = layer.crs(), first.crs()
    if not own.isValid():
        return [
            (ERROR, tr("It has no coordinate reference system: areas would have no meaning. Assign one."))
        ]
    if layer is first or not target.isValid() or own == target:
        return _of_place(layer, layer.extent(), first)
    notes = NoteBook()
    try:
        note_transformation(layer.name(), own, target, project.transformContext(), notes)
    except InputError as error:
        return [(ERROR, sentence(error))]
    told = [(NOTE, tr("Would be transformed: {remark}").format(remark=sentence(note))) for note in notes]
    try:
        shift = QgsCoordinateTransform(own, target, project.transformContext())
        return [*told, *_of_place(layer, shift.transformBoundingBox(layer.extent()), first)]
    except QgsCsException:
        return [*told, (ERROR, tr("Its coordinates are none of its coordinate reference system."))]


def _of_place(layer: QgsMapLayer, extent: QgsRectangle, first: QgsMapLayer) -> list[tuple[str, str]]:
    if layer is first or extent.isNull() or first.extent().isNull() or extent.intersects(first.extent()):
        return []
    return [(WARNING, tr("It does not overlap “{layer}” anywhere.").format(layer=first.name()))]


def _of_content(layer: QgsMapLayer) -> list[tuple[str, str]]:
    if not isinstance(layer, QgsVectorLayer):
        return []
    found = []
    if layer.featureCount() == 0:
        found.append((ERROR, tr("It has no features.")))
    if layer.subsetString():
        text = tr("A filter is set; only its features count: {filter}")
        found.append((NOTE, text.format(filter=layer.subsetString())))
    if layer.selectedFeatureCount():
        text = tr("Selected features: {count}; “selected only” would take these alone.")
        found.append((NOTE, text.format(count=layer.selectedFeatureCount())))
    if layer.isEditable():
        found.append((NOTE, tr("It is being edited; unsaved changes count.")))
    if layer.storageType() == "ESRI Shapefile" and count_garbled(layer):
        text = tr("Its texts do not decode. Set the encoding to GBK (Layer properties → Source).")
        found.append((WARNING, text))
    return found
