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
    QgsProcessingParameterField,
    QgsProcessingParameterMultipleLayers,
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
        items = value
    elif _takes_several(definition):
        # The command line hands over a text also where the parameter means a list.
        items = value.split(";") if isinstance(definition, QgsProcessingParameterField) else [value]
    else:
        return _recorded_item(definition, value, context)
    return [_recorded_item(definition, item, context) for item in items]


def _takes_several(definition: QgsProcessingParameterDefinition) -> bool:
    if isinstance(definition, QgsProcessingParameterField):
        return bool(definition.allowMultiple())
    return isinstance(definition, QgsProcessingParameterMultipleLayers)


def _recorded_item(
    definition: QgsProcessingParameterDefinition, value: Any, context: QgsProcessingContext
) -> Any:
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
    if isinstance(definition, QgsProcessingParameterNumber):
        return _number(definition, value)
    return value if isinstance(value, (bool, int, float)) else without_credentials(str(value))


def _number(definition: QgsProcessingParameterNumber, value: Any) -> Any:
    """A number as its parameter means it: a dialog says 1.0, the command line “1” where a script says 1."""
    try:
        number = float(value)
    except (TypeError, ValueError):
        return without_credentials(str(value))
    is_whole = definition.dataType() == QgsProcessingParameterNumber.Type.Integer
    return int(number) if is_whole and number.is_integer() else number
