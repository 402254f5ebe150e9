# SPDX-License-Identifier: GPL-2.0-or-later
"""Repeat a run: the same tool with the same settings for one county after the other."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFile,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterString,
)

from ..i18n import tr
from .base import DualCarbonAlgorithm
from .parameters import add_manifest, add_numbers


class RepeatRun(DualCarbonAlgorithm):
    """``dualcarbon:repeatrun``."""

    def name(self) -> str:
        return "repeatrun"

    def displayName(self) -> str:
        return tr("Repeat a run at other places")

    def groupId(self) -> str:
        return "planning"

    def tags(self) -> list[str]:
        return tr("batch,repeat,county,manifest,several,批量,多县,重复运行,清单").split(",")

    def shortDescription(self) -> str:
        return tr("Runs a tool once more for each of several counties, with the settings of a first run.")

    def shortHelpString(self) -> str:
        return tr(
            "Takes the manifest of a run and runs the same tool with the same settings for other places: in "
            "the paths of the inputs the text of FROM (a code such as 330101, or the name of a folder) is "
            "replaced by each of PLACES. The outputs of each place go into a folder of its own.\n\n"
            "A place that fails is listed with its reason and does not stop the rest. A cancel keeps the "
            "places that are complete, each with its manifest. Reports and map sheets cannot be repeated; "
            "the checks write their own REPORT."
        )

    def initAlgorithm(self, _configuration: dict[str, Any] | None = None) -> None:
        self.add(
            QgsProcessingParameterFile("MANIFEST_FILE", tr("Manifest of the first run"), extension="json"),
            tr("The .manifest.json beside the outputs of the run that is to be repeated."),
        )
        self.add(
            QgsProcessingParameterString("FROM", tr("Text of the first place in the paths")),
            tr("What tells the first place apart in the paths of its inputs, such as 330101."),
        )
        self.add(
            QgsProcessingParameterString("PLACES", tr("Other places"), multiLine=True),
            tr("What stands for the other places, one per line or with commas between them."),
        )
        self.add(
            QgsProcessingParameterFolderDestination("OUTPUT_FOLDER", tr("Folder of the outputs")),
            tr("Folder in which each place gets one of its own."),
        )
        self.add(
            QgsProcessingParameterFeatureSink("OUTPUT", tr("Places"), QgsProcessing.SourceType.TypeVector),
            tr("One row per place: state, message, and the number outputs of the tool."),
        )
        add_manifest(self)
        add_numbers(self, {"DONE": tr("Number of places done"), "FAILED": tr("Number of places that failed")})

    def compute(self, run: Any) -> dict[str, Any]:
        from ..gis.repeat_run import DONE, FAILED, columns_of, repeat

        places = repeat(run)
        run.write("OUTPUT", columns_of(places), places)
        counts = places["state"].value_counts()
        return dict(run.finish(DONE=int(counts.get(DONE, 0)), FAILED=int(counts.get(FAILED, 0))))
