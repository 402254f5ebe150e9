# SPDX-License-Identifier: GPL-2.0-or-later
"""Values of parameters that QGIS lets pass though they are none, or refuses without naming a reason."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterNumber,
    QgsVectorLayer,
)

from ..domain.errors import InputError
from ..domain.plausible import LARGEST
from ..gis.software import CORE, trouble_with

#: What stands for a table in QGIS's own check.
_STAND_IN = "NoGeometry?field=unit"


def check_numbers(
    algorithm: QgsProcessingAlgorithm, parameters: Mapping[str, Any], context: QgsProcessingContext
) -> None:
    """Raise ``InputError`` for a number that is none, beyond its range, or broken where whole ones count.

    QGIS lets NaN pass any range, cuts the decimals of whole numbers off, and names no range.
    """
    for definition in algorithm.parameterDefinitions():
        name = definition.name()
        if not isinstance(definition, QgsProcessingParameterNumber) or parameters.get(name) in (None, ""):
            continue
        if not _is_number(parameters[name]):
            raise InputError(
                "{parameter} is “{value}”, which is no number. Write it with digits and a decimal point.",
                parameter=name,
                value=parameters[name],
            )
        _check_number(definition, algorithm.parameterAsDouble(parameters, name, context))


def _is_number(value: object) -> bool:
    """Whether a text is a number; what is no text is left to QGIS."""
    try:
        return not isinstance(value, str) or math.isfinite(float(value))
    except ValueError:
        return False


def _check_number(definition: QgsProcessingParameterNumber, value: float) -> None:
    least, most = max(definition.minimum(), -LARGEST), min(definition.maximum(), LARGEST)
    if not least <= value <= most:
        raise InputError(
            "{parameter} is {value:.10g}; it lies from {least:.10g} to {most:.10g}. Correct it.",
            parameter=definition.name(),
            value=value,
            least=least,
            most=most,
        )
    is_whole = definition.dataType() == QgsProcessingParameterNumber.Type.Integer
    if is_whole and not value.is_integer():
        raise InputError(
            "{parameter} is {value:.10g}, but only whole numbers count. Correct it.",
            parameter=definition.name(),
            value=value,
        )


def with_tables_read(
    algorithm: QgsProcessingAlgorithm, parameters: Mapping[str, Any], context: QgsProcessingContext
) -> dict[str, Any]:
    """The parameters for QGIS's own check, with a stand-in for each table file that only the plugin reads.

    Such are the texts in UTF-16 that Excel saves, and files that begin with a blank line. Raises
    ``InputError`` with the reason where the plugin cannot read one either.
    """
    plain = dict(parameters)
    for definition in algorithm.parameterDefinitions():
        name, value = definition.name(), plain.get(definition.name())
        is_source = isinstance(definition, QgsProcessingParameterFeatureSource)
        if not (is_source and isinstance(value, str) and value):
            continue
        if algorithm.parameterAsSource(plain, name, context) is None and _is_our_table(value):
            plain[name] = QgsVectorLayer(_STAND_IN, name, "memory")
    return plain


def _is_our_table(value: str) -> bool:
    """Whether the plugin reads the file as a table; ``InputError`` for a table that it cannot read."""
    if any(map(trouble_with, CORE)):
        # The run says what is missing, and how to install it.
        return False
    from ..gis.tables import is_table_file, read_file

    if not is_table_file(value):
        return False
    read_file(value)
    return True
