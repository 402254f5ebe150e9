# SPDX-License-Identifier: GPL-2.0-or-later
"""Settings of the plugin: they prefill dialogs and docks, and never change what a parameter means.

The defaults are those of the algorithms' parameters, so that every way of running gives the same figure.
How figures are written can be chosen for a project too; that goes before what the user has chosen.
"""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsApplication,
    QgsProcessingAlgorithm,
    QgsProcessingParameterDefinition,
    QgsProject,
    QgsSettings,
)
from qgis.PyQt.QtCore import QByteArray

from ..domain.profiles import PROFILE_IDS

GROUP = "plugins/dualcarbon"
#: Parameters that can be prefilled, with an algorithm that has them.
PREFILLED = {
    "AREA_RULE": "checkplan",
    "FACTOR_SET": "checkplan",
    "RULES": "checkplan",
    "PROFILE": "report",
}
#: How many decimals docks write of areas and of carbon; blank as the profile has it.
DECIMALS = ("AREA_DECIMALS", "CARBON_DECIMALS")
MOST_DECIMALS = 6
#: What a project can say otherwise than the user, and where it keeps that.
OF_PROJECT = ("PROFILE", *DECIMALS)
SCOPE = "dualcarbon"


def definition_of(parameter: str) -> QgsProcessingParameterDefinition:
    """The definition of a parameter that can be prefilled."""
    algorithm = QgsApplication.processingRegistry().algorithmById(f"dualcarbon:{PREFILLED[parameter]}")
    return algorithm.parameterDefinition(parameter)


def chosen(parameter: str) -> str:
    """What the project says of a setting, else what the user has chosen, else its default."""
    return chosen_in_project(parameter) or chosen_by_user(parameter)


def chosen_by_user(parameter: str) -> str:
    """What the user has chosen for all projects, else the default."""
    default = _default_of(parameter)
    value = str(QgsSettings().value(f"{GROUP}/{parameter.lower()}", default, type=str))
    return value if value and _is_known(parameter, value) else default


def choose(parameter: str, value: str) -> None:
    """Keep a choice of the user; the default is not kept, so that it stays what the algorithm says."""
    key = f"{GROUP}/{parameter.lower()}"
    if value in ("", _default_of(parameter)):
        QgsSettings().remove(key)
    else:
        QgsSettings().setValue(key, value)


def chosen_in_project(parameter: str) -> str:
    """What the project says of a setting; blank where it leaves it to the user."""
    if parameter not in OF_PROJECT:
        return ""
    value, _is_kept = QgsProject.instance().readEntry(SCOPE, _entry(parameter), "")
    return str(value) if _is_known(parameter, str(value)) else ""


def choose_in_project(parameter: str, value: str) -> None:
    """Keep in the project what it says of a setting; blank leaves it to the user."""
    if value:
        QgsProject.instance().writeEntry(SCOPE, _entry(parameter), value)
    else:
        QgsProject.instance().removeEntry(SCOPE, _entry(parameter))


def _entry(parameter: str) -> str:
    return f"figures/{parameter.lower()}"


def _default_of(parameter: str) -> str:
    return "" if parameter in DECIMALS else str(definition_of(parameter).defaultValue())


def _is_known(parameter: str, value: str) -> bool:
    """Whether a value can be used: settings and project files can be edited by hand."""
    if parameter in DECIMALS:
        return value in {str(count) for count in range(MOST_DECIMALS + 1)}
    return parameter != "PROFILE" or value in PROFILE_IDS


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
