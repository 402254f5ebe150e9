# SPDX-License-Identifier: GPL-2.0-or-later
"""Vector inputs as they stand at one moment, so that another thread can read them while layers are edited."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeatureIterator,
    QgsFeatureRequest,
    QgsFields,
    QgsProcessing,
    QgsProcessingFeatureSource,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterVectorLayer,
    QgsVectorLayer,
    QgsVectorLayerFeatureSource,
)

from .tables import table_file_of
from .vector_inputs import VectorInput

if TYPE_CHECKING:
    from .run import Run

_ONE = (QgsProcessingParameterFeatureSource, QgsProcessingParameterVectorLayer)


class LayerSnapshot:
    """The features of a layer, edits included, and what ``QgsProcessingFeatureSource`` tells of them.

    Made where the layer lives; nothing of the layer is asked afterwards.
    """

    def __init__(self, layer: QgsVectorLayer) -> None:
        self._source = QgsVectorLayerFeatureSource(layer)
        self._fields = QgsFields(layer.fields())
        self._crs = QgsCoordinateReferenceSystem(layer.crs())
        self._name, self._kind, self._count = layer.name(), layer.wkbType(), layer.featureCount()

    def getFeatures(
        self, request: QgsFeatureRequest, _flags: QgsProcessingFeatureSource.Flag | None = None
    ) -> QgsFeatureIterator:
        """The features of a request, geometries as they are."""
        return self._source.getFeatures(request)

    def fields(self) -> QgsFields:
        """The fields, joined and virtual ones included."""
        return self._fields

    def sourceCrs(self) -> QgsCoordinateReferenceSystem:
        """The CRS of the layer."""
        return self._crs

    def sourceName(self) -> str:
        """The name of the layer."""
        return str(self._name)

    def wkbType(self) -> Any:
        """What kind of geometries the layer announces."""
        return self._kind

    def featureCount(self) -> int:
        """How many features there are, −1 where the provider does not know."""
        return int(self._count)


@dataclass(frozen=True)
class FrozenInputs:
    """Vector inputs by their parameters, opened once and for all; ``files`` are tables read by their path."""

    opened: Mapping[str, list[VectorInput]]
    files: Mapping[str, str]

    def open(self, name: str) -> VectorInput:
        """The source of a parameter."""
        return self.opened[name][0]

    def open_list(self, name: str) -> list[VectorInput]:
        """The sources of a parameter that takes several layers, in the order given."""
        return self.opened.get(name, [])


def frozen_inputs(run: Run) -> FrozenInputs:
    """All vector inputs that a run is given, as they stand; in the main thread.

    Raises ``InputError`` for one that cannot be opened.
    """
    opened: dict[str, list[VectorInput]] = {}
    files: dict[str, str] = {}
    for definition in run.algorithm.parameterDefinitions():
        name = definition.name()
        if not run.given(name):
            continue
        if isinstance(definition, QgsProcessingParameterMultipleLayers):
            opened[name] = [_at_rest(one) for one in run.open_list(name)]
        elif isinstance(definition, _ONE):
            path = table_file_of(run, name) if _is_table(definition) else None
            if path is None:
                opened[name] = [_at_rest(run.open(name))]
            else:
                files[name] = path
    return FrozenInputs(opened, files)


def _is_table(definition: Any) -> bool:
    return QgsProcessing.SourceType.TypeVector in definition.dataTypes()


def _at_rest(given: VectorInput) -> VectorInput:
    # A source of selected features is a snapshot already.
    if given.layer is None or not given.is_whole:
        return replace(given, layer=None)
    return replace(given, source=LayerSnapshot(given.layer), layer=None)
