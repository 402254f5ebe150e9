# SPDX-License-Identifier: GPL-2.0-or-later
"""Translate land-use codes from one classification to another."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterString,
)

from ..i18n import tr
from .base import DualCarbonAlgorithm
from .choices import offer
from .parameters import VECTOR_TABLE, add_classification, add_field, add_manifest, add_numbers


class TranslateCodes(DualCarbonAlgorithm):
    """``dualcarbon:translatecodes``."""

    NEEDS = ("numpy", "pandas", "shapely")

    def name(self) -> str:
        return "translatecodes"

    def displayName(self) -> str:
        return tr("Translate land-use codes")

    def groupId(self) -> str:
        return "planning"

    def tags(self) -> list[str]:
        return tr("code,classification,crosswalk,translate,land use,三调,用地用海,地类,转换,代码").split(",")

    def shortDescription(self) -> str:
        return tr("Writes the code of another classification beside the code of every feature.")

    def shortHelpString(self) -> str:
        return tr(
            "Translates land-use codes by the shipped code tables (third national survey or OpenStreetMap to "
            "the 2023 land-and-sea classification). Only one-to-one targets are written; classes that may be "
            "split stay empty and carry their candidates, to be decided with project knowledge.\n\n"
            "It does not replace 基数转换. The third-survey table is a practitioner's table, not "
            "the annex of "
            "the guide; see resources/classes/SOURCES.md."
        )

    def initAlgorithm(self, _configuration: dict[str, Any] | None = None) -> None:
        self.add(
            QgsProcessingParameterFeatureSource("INPUT", tr("Layer with codes"), [VECTOR_TABLE]),
            tr("Any vector layer or table with land-use codes."),
        )
        add_field(
            self, "CLASS_FIELD", tr("Land-use code field"), "INPUT", tr("Field with the code, such as DLBM.")
        )
        add_classification(self)
        target = QgsProcessingParameterString(
            "TARGET", tr("Target classification"), defaultValue="cn_landsea_2023"
        )
        offer(target, "target")
        self.add(target, tr("Id of the classification to translate to; tables lead to cn_landsea_2023."))
        add_manifest(self)
        self.add(
            QgsProcessingParameterFeatureSink(
                "OUTPUT", tr("Layer with translated codes"), QgsProcessing.SourceType.TypeVector
            ),
            tr(
                "The input with target_code, target_name, relation (direct, default_of_several, "
                "none) and candidates."
            ),
        )
        add_numbers(self, {"UNMAPPED_COUNT": tr("Features without a one-to-one target")})

    def compute(self, run: Any) -> dict[str, Any]:
        from ..gis.translation import translate_layer

        return run.finish(UNMAPPED_COUNT=translate_layer(run))
