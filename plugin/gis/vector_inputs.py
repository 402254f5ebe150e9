# SPDX-License-Identifier: GPL-2.0-or-later
"""The vector layers that a parameter names: one, or a list of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingUtils,
    QgsVectorLayer,
)

from ..domain.errors import InputError
from ..domain.notes import NoteBook
from .arrow import Table, table_of
from .encoding import heal_encoding
from .sources import describe_source, is_of_project, label_of_source, without_credentials
from .sublayers import note_first_of_several
from .tables import is_table_file, layer_of_file


@dataclass(frozen=True)
class VectorInput:
    """An opened source: what users call it, where it comes from, and the layer behind it if there is one.

    ``table`` is given where the source is the whole of a plain table; ``is_whole`` tells that no selection
    was asked for. ``place`` tells layers apart, blank where there is no layer.
    """

    parameter: str
    source: QgsProcessingFeatureSource
    layer: QgsVectorLayer | None
    name: str
    described: str
    table: Table | None
    is_whole: bool
    place: str

    @property
    def field_names(self) -> list[str]:
        """Names of the fields in their order."""
        return list(self.source.fields().names())


@dataclass(frozen=True)
class VectorInputs:
    """Opens the vector parameters of one run of an algorithm."""

    algorithm: QgsProcessingAlgorithm
    parameters: Mapping[str, Any]
    context: QgsProcessingContext
    notes: NoteBook

    def layer(self, name: str) -> QgsVectorLayer | None:
        """The layer behind a source parameter, also of its selected features; None where it has none."""
        value = self.parameters.get(name)
        if isinstance(value, QgsProcessingFeatureSourceDefinition):
            value = value.source
        layer = self.algorithm.parameterAsVectorLayer({name: value}, name, self.context)
        return layer if isinstance(layer, QgsVectorLayer) else None

    def open(self, name: str) -> VectorInput:
        """The source of a parameter. Raises ``InputError`` when it cannot be opened."""
        layer = self.layer(name)
        heal_encoding(layer, self.context, self.notes)
        source = self.algorithm.parameterAsSource(self.parameters, name, self.context)
        if source is None and is_table_file(self.parameters.get(name)):
            layer = layer_of_file(str(self.parameters[name]))
            source = QgsProcessingUtils.variantToSource(layer, self.context)
        if source is None:
            raise InputError(
                "The layer of parameter {parameter} cannot be opened: {value}. Check the path and "
                "the format.",
                parameter=name,
                value=without_credentials(str(self.parameters.get(name))),
            )
        return self._input(name, source, layer, self.parameters.get(name))

    def open_list(self, name: str) -> list[VectorInput]:
        """The sources of a parameter that takes several layers, in the order given.

        Raises ``InputError`` when one of them is not a vector layer that can be opened.
        """
        given = self.parameters.get(name)
        values = given if isinstance(given, (list, tuple)) else [given] if given else []
        return [self._open_one(name, value) for value in values]

    def _open_one(self, name: str, value: object) -> VectorInput:
        layer = QgsProcessingUtils.variantToSource(value, self.context) and _layer_of(value, self.context)
        if not isinstance(layer, QgsVectorLayer):
            raise InputError(
                "Parameter {parameter}: “{value}” is not a vector layer that can be opened. Check the path "
                "and the format.",
                parameter=name,
                value=without_credentials(str(getattr(value, "name", lambda: value)())),
            )
        heal_encoding(layer, self.context, self.notes)
        # Opened after the encoding is set: the source keeps the one it was opened with.
        return self._input(name, QgsProcessingUtils.variantToSource(layer, self.context), layer, value)

    def _input(
        self, name: str, source: QgsProcessingFeatureSource, layer: QgsVectorLayer | None, value: object
    ) -> VectorInput:
        label = label_of_source(layer, self.context, source.sourceName())
        is_whole = not isinstance(value, QgsProcessingFeatureSourceDefinition)
        if layer is not None and not is_of_project(layer, self.context):
            note_first_of_several(layer, self.notes)
        described, table = describe_source(layer), table_of(value, layer)
        return VectorInput(name, source, layer, label, described, table, is_whole, _place_of(layer))


def _place_of(layer: QgsVectorLayer | None) -> str:
    if layer is None:
        return ""
    return str(layer.id() if layer.providerType() == "memory" else layer.source())


def _layer_of(value: object, context: QgsProcessingContext) -> object:
    if isinstance(value, QgsVectorLayer):
        return value
    return QgsProcessingUtils.mapLayerFromString(str(value), context)
