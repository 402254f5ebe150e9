# SPDX-License-Identifier: GPL-2.0-or-later
"""Settings of the plugin: they prefill dialogs and docks, and never change what a parameter means.

The defaults are those of the algorithms' parameters, so that every way of running gives the same figure.
"""

from __future__ import annotations

from typing import Any

from qgis.core import QgsApplication, QgsProcessingAlgorithm, QgsProcessingParameterDefinition, QgsSettings
from qgis.PyQt.QtCore import QByteArray

GROUP = "plugins/dualcarbon"
#: Parameters that can be prefilled, with an algorithm that has them.
PREFILLED = {
    "AREA_RULE": "checkplan",
    "FACTOR_SET": "checkplan",
    "RULES": "checkplan",
    "PROFILE": "report",
}


def definition_of(parameter: str) -> QgsProcessingParameterDefinition:
    """The definition of a parameter that can be prefilled."""
    algorithm = QgsApplication.processingRegistry().algorithmById(f"dualcarbon:{PREFILLED[parameter]}")
    return algorithm.parameterDefinition(parameter)


def chosen(parameter: str) -> str:
    """What the user has chosen for a parameter, else its default."""
    default = str(definition_of(parameter).defaultValue())
    return str(QgsSettings().value(f"{GROUP}/{parameter.lower()}", default, type=str)) or default


def choose(parameter: str, value: str) -> None:
    """Keep a choice; the default is not kept, so that it stays what the algorithm says."""
    key = f"{GROUP}/{parameter.lower()}"
    if value in ("", str(definition_of(parameter).defaultValue())):
        QgsSettings().remove(key)
    else:
        QgsSettings().setValue(key, value)


def prefill(algorithm: QgsProcessingAlgorithm) -> dict[str, Any]:
    """The parameters of an algorithm that the user has chosen otherwise than by default."""
    return {
        name: chosen(name)
        for name in PREFILLED
        if algorithm.parameterDefinition(name) is not None
        and chosen(name) != str(algorithm.parameterDefinition(name).defaultValue())
    }


def was_shown(dock_id: str) -> bool:
    """Whether a dock was open when QGIS was closed."""
    return bool(QgsSettings().value(f"{GROUP}/docks/{dock_id}/shown", False, type=bool))


def remember_shown(dock_id: str, shown: bool) -> None:
    """Keep whether a dock is open."""
    QgsSettings().setValue(f"{GROUP}/docks/{dock_id}/shown", shown)


def all_settings() -> dict[str, str]:
    """What the user has chosen, by key; widths of columns are none of that."""
    settings = QgsSettings()
    settings.beginGroup(GROUP)
    stored = {key: settings.value(key) for key in sorted(settings.allKeys())}
    return {key: str(value) for key, value in stored.items() if not isinstance(value, QByteArray)}
