# SPDX-License-Identifier: GPL-2.0-or-later
"""What a live balance is asked with: the parameters of a plan check, and the targets of a quantity check."""

from __future__ import annotations

from collections.abc import Mapping

from qgis.core import (
    QgsApplication,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFile,
    QgsProcessingParameterVectorLayer,
)

from ...gis.live_balance.opening import CHECK, QUANTITIES
from ...i18n import speaks_chinese
from ..settings import PREFILLED, chosen

PLAN, TARGETS, STORE = "PLAN", "TARGETS", "STORE"
#: Parameters that only shape outputs.
OF_OUTPUTS = ("VILLAGE_FIELD", "TENURE_FIELD", "OMIT_PLACES", "PROFILE")
#: Fields that data by the standards have, the likeliest first, by the parameter that asks for them.
LIKELY_FIELDS: Mapping[str, tuple[str, ...]] = {
    "PLAN_FIELD": ("YDYHFLDM", "GHFLDM", "GHDLBM", "code"),
    "PLAN_ID_FIELD": ("BSM",),
    "BASE_FIELD": ("DLBM", "YDYHFLDM", "code"),
    "UNIT_FIELD": ("XZQMC", "ZLDWMC"),
    "BASE_PLAN_FIELD": ("JQDLBM", "DLBM"),
}

Definition = QgsProcessingParameterDefinition


def asked_for() -> list[Definition]:
    """The parameters in the order of the tools; whoever shows them has to keep them."""
    asked = []
    for own in _definition_of(CHECK):
        if own.name() == STORE:
            asked.append(_store(own))
        elif not own.isDestination() and own.name() not in OF_OUTPUTS:
            asked.append(_for_a_dock(own))
        if own.name() == "OTHER_TYPES":
            asked += [_for_a_dock(other) for other in _definition_of(QUANTITIES) if other.name() == TARGETS]
    return asked


def defaults(definitions: list[Definition]) -> dict[str, object]:
    """What is asked unless a project says otherwise: the user's settings, else what the tools say."""
    values = {one.name(): one.defaultValue() for one in definitions}
    values.update({name: chosen(name) for name in PREFILLED if name in values})
    # Remedies are read here, not written into outputs.
    values["LANGUAGE"] = "zh" if speaks_chinese() else "en"
    return values


def _definition_of(algorithm_id: str) -> list[Definition]:
    found: list[Definition] = (
        QgsApplication.processingRegistry().algorithmById(algorithm_id).parameterDefinitions()
    )
    return found


def _for_a_dock(own: Definition) -> Definition:
    """A copy that may be left blank; of a source the whole layer, for edits know of no selection."""
    if isinstance(own, QgsProcessingParameterFeatureSource):
        made = QgsProcessingParameterVectorLayer(own.name(), own.description(), own.dataTypes(), None, True)
        made.setHelp(own.help())
        made.setFlags(own.flags())
    else:
        made = own.clone()
    made.setFlags(made.flags() | Definition.Flag.FlagOptional)
    return made


def _store(own: Definition) -> Definition:
    """The findings store is only read: for its exemptions."""
    made = QgsProcessingParameterFile(STORE, own.description(), extension="gpkg", optional=True)
    made.setHelp(own.help())
    made.setFlags(made.flags() | Definition.Flag.FlagAdvanced)
    return made
