# SPDX-License-Identifier: GPL-2.0-or-later
"""The parameters of a run as its manifest records them: the same, whichever way the tool was started.

A dialog hands over every parameter, layers by their ids in the project and nothing for what is left blank;
a script gives what it has to, layers by their places.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterNumber,
    QgsProperty,
)

from .compat import is_null
from .input_places import known_layer
from .sources import without_credentials


def recorded_parameters(
    algorithm: QgsProcessingAlgorithm, parameters: Mapping[str, Any], context: QgsProcessingContext
) -> dict[str, Any]:
    """What was given or is the default, in the order of the tool, without what is blank.

    Layers are told by their sources without credentials, also those given by id or name in the project.
    """
    told = {}
    for definition in algorithm.parameterDefinitions():
        value = parameters.get(definition.name())
        # An output that nobody asks for is not made, whatever its default.
        if is_null(value) and not definition.isDestination():
            value = definition.defaultValue()
        text = recorded(definition, value, context)
        if text not in (None, "", []):
            told[definition.name()] = text
    return told


def recorded(definition: QgsProcessingParameterDefinition, value: Any, context: QgsProcessingContext) -> Any:
    """One value of a parameter in the types of JSON."""
    if is_null(value):
        return None
    if isinstance(value, (list, tuple)):
        return [recorded(definition, item, context) for item in value]
    if isinstance(value, QgsProcessingOutputLayerDefinition):
        value = value.sink
    layer = known_layer(definition, value, context)
    if layer is not None:
        return without_credentials(layer.source())
    if isinstance(value, QgsProcessingFeatureSourceDefinition):
        value = value.source
    if isinstance(value, QgsProperty):
        value = value.staticValue()
    if isinstance(value, QgsCoordinateReferenceSystem):
        return value.authid() or value.toWkt()
    if isinstance(value, (bool, int, float)):
        return _number(definition, value)
    return without_credentials(str(value))


def _number(definition: QgsProcessingParameterDefinition, value: float) -> float:
    """A number as its parameter means it: a dialog says 1.0 where a script says 1."""
    if not isinstance(definition, QgsProcessingParameterNumber) or isinstance(value, bool):
        return value
    is_whole = definition.dataType() == QgsProcessingParameterNumber.Type.Integer
    return int(value) if is_whole else float(value)
