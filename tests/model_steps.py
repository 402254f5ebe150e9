# SPDX-License-Identifier: GPL-2.0-or-later
"""Models for tests, put together from steps as the modeler does it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from qgis.core import (
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingParameterFeatureSource,
)

#: Where a step has a parameter from.
Source = QgsProcessingModelChildParameterSource


def model_of(
    *steps: QgsProcessingModelChildAlgorithm, layers: Iterable[str] = ()
) -> QgsProcessingModelAlgorithm:
    """A model of these steps, which asks for ``layers``."""
    model = QgsProcessingModelAlgorithm("steps", "test")
    for name in layers:
        asked = QgsProcessingParameterFeatureSource(name, name)
        model.addModelParameter(asked, QgsProcessingModelParameter(name))
    for step in steps:
        model.addChildAlgorithm(step)
    model.updateDestinationParameters()
    return model


def step_of(
    algorithm: str, given: Mapping[str, Any], outputs: Mapping[str, str] | None = None
) -> QgsProcessingModelChildAlgorithm:
    """A step named as its tool, with what is ``given``: a ``Source``, or a plain value.

    ``outputs`` are those of the tool by their names; the model is asked for one as ``tool:name``.
    """
    step = QgsProcessingModelChildAlgorithm(algorithm)
    step.setChildId(algorithm.split(":")[-1])
    for name, value in given.items():
        source = value if isinstance(value, Source) else Source.fromStaticValue(value)
        step.addParameterSources(name, [source])
    shown = {}
    for name, parameter in (outputs or {}).items():
        shown[name] = QgsProcessingModelOutput(name)
        shown[name].setChildId(step.childId())
        shown[name].setChildOutputName(parameter)
    step.setModelOutputs(shown)
    return step
