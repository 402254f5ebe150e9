# SPDX-License-Identifier: GPL-2.0-or-later
"""Where the inputs of a run lie, whatever kind of parameter names them: nothing may be written there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsMapLayer,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFile,
    QgsProcessingParameterMapLayer,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
    QgsProcessingParameterVectorLayer,
    QgsProcessingUtils,
    QgsProperty,
)
from qgis.PyQt.QtCore import QUrl

_LAYERS = (
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterMapLayer,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterVectorLayer,
)
#: Parameters that may name a table by its path: rules, factors, crosswalks, files to check.
_TEXTS = (QgsProcessingParameterFile, QgsProcessingParameterString)
#: Providers that read files; the others keep their data where no output goes.
_FILE_PROVIDERS = ("ogr", "gdal", "spatialite")


def input_places(
    algorithm: QgsProcessingAlgorithm, parameters: Mapping[str, Any], context: QgsProcessingContext
) -> Iterator[tuple[str, str]]:
    """Parameter and source (``x.gpkg|layername=y``, or a path) of every file that a run reads."""
    for definition, value in input_values(algorithm, parameters):
        place = _place(definition, value, context)
        if place is not None:
            yield definition.name(), place


def input_values(
    algorithm: QgsProcessingAlgorithm, parameters: Mapping[str, Any]
) -> Iterator[tuple[QgsProcessingParameterDefinition, Any]]:
    """Every value given for a layer, a table or a text, those of a list one by one, with its parameter."""
    for definition in algorithm.parameterDefinitions():
        given = parameters.get(definition.name())
        for value in given if isinstance(given, (list, tuple)) else [given]:
            if isinstance(definition, (*_LAYERS, *_TEXTS)) and value not in (None, ""):
                yield definition, value


def takes_layers(definition: QgsProcessingParameterDefinition) -> bool:
    """Whether values of a parameter name layers."""
    return isinstance(definition, _LAYERS)


def input_layer(
    definition: QgsProcessingParameterDefinition, value: Any, context: QgsProcessingContext
) -> QgsMapLayer | None:
    """The layer that a value of a parameter names; None where that is none, or cannot be opened."""
    return _layer(value, context) if takes_layers(definition) else None


def known_layer(
    definition: QgsProcessingParameterDefinition, value: Any, context: QgsProcessingContext
) -> QgsMapLayer | None:
    """The layer of the project that a value names; None where that is none, or would have to be opened."""
    return _layer(value, context, may_open=False) if takes_layers(definition) else None


def _place(
    definition: QgsProcessingParameterDefinition, value: Any, context: QgsProcessingContext
) -> str | None:
    if takes_layers(definition):
        return _place_of_layer(_layer(value, context))
    return value if is_file(value) else None


def _layer(value: Any, context: QgsProcessingContext, *, may_open: bool = True) -> QgsMapLayer | None:
    if isinstance(value, QgsProcessingFeatureSourceDefinition):
        value = value.source
    if isinstance(value, QgsProperty):
        value = value.valueAsString(context.expressionContext(), "")[0]
    if isinstance(value, QgsMapLayer):
        return value
    return QgsProcessingUtils.mapLayerFromString(str(value), context, may_open)


def _place_of_layer(layer: QgsMapLayer | None) -> str | None:
    provider = None if layer is None else layer.dataProvider()
    if layer is None or provider is None:
        return None
    if provider.name() == "delimitedtext":
        return QUrl(layer.source()).toLocalFile() or None
    return layer.source() if provider.name() in _FILE_PROVIDERS else None


def is_file(value: Any) -> bool:
    """Whether a value is the path of a file; any other text, however long, is none."""
    try:
        return isinstance(value, str) and Path(value).is_file()
    except (OSError, ValueError):
        # A text that no file system takes for a path names no file.
        return False
