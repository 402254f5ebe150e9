# SPDX-License-Identifier: GPL-2.0-or-later
"""Monitoring and early warning (监测预警) of the account book against targets."""

from __future__ import annotations

from typing import Any, ClassVar

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterNumber,
)

from ..i18n import tr
from .base import DualCarbonAlgorithm
from .parameters import (
    add_field,
    add_manifest,
    add_numbers,
    add_polygons,
    add_table_input,
    add_table_output,
)
from .postaccount import add_store


class MonitorAccount(DualCarbonAlgorithm):
    """``dualcarbon:monitoraccount``."""

    STYLES: ClassVar = {"OUTPUT": "monitoraccount", "OUTPUT_SERIES": "monitorseries"}

    def name(self) -> str:
        return "monitoraccount"

    def displayName(self) -> str:
        return tr("Monitor accounts")

    def tags(self) -> list[str]:
        return tr("monitoring,early warning,target,trend,account,监测,预警,目标,趋势,碳账户,体检").split(",")

    def shortDescription(self) -> str:
        return tr("Progress, use of the budget, trend and green, yellow or red for every indicator and unit.")

    def shortHelpString(self) -> str:
        return tr(
            "Holds the entries of the account book against a table of targets with one row per year: unit, "
            "item, role (base, path, target), year, value; optional: scope, direction (falls, rises), budget "
            "(yes, no), and the limits green_progress, green_use, yellow_progress, yellow_use.\n\n"
            "Progress = (base − actual)/(base − planned). Budget use = sum of actual ÷ sum of planned. "
            "Trend: least squares, and Mann–Kendall from eight years on. green: progress from 0.9 and use "
            "up to 1; yellow: progress from 0.7 or use up to 1.05; red: otherwise, when permanent basic "
            "farmland or the redline is breached, or when the trend surely goes the wrong way."
        )

    def initAlgorithm(self, _configuration: dict[str, Any] | None = None) -> None:
        add_store(self)
        add_table_input(
            self,
            "TARGETS",
            tr("Targets"),
            tr("Base, path and target of each indicator, in the unit of measure of its item."),
            optional=False,
        )
        self.add(
            QgsProcessingParameterNumber(
                "YEAR",
                tr("Year to assess"),
                QgsProcessingParameterNumber.Type.Integer,
                minValue=1900,
                maxValue=2200,
            ),
            tr("Calendar year; later entries are left out."),
        )
        add_table_input(
            self,
            "FINDINGS",
            tr("Findings of the plan check"),
            tr("Open errors inside permanent basic farmland and redline make their unit red (area in ha)."),
        )
        add_polygons(
            self,
            "UNITS",
            tr("Statistical units"),
            tr("Polygons of the units; with them the outputs are layers instead of tables."),
            optional=True,
        )
        add_field(
            self,
            "UNIT_FIELD",
            tr("Unit name field"),
            "UNITS",
            tr("Field that names the unit as the account book does. Empty: feature id."),
            optional=True,
        )
        add_manifest(self)
        self.add(
            QgsProcessingParameterFeatureSink("OUTPUT", tr("Standing"), QgsProcessing.SourceType.TypeVector),
            tr(
                "One row per unit and indicator with its level and figures, in the unit of measure of the "
                "item."
            ),
        )
        add_table_output(
            self,
            "OUTPUT_SERIES",
            tr("Series"),
            tr(
                "One row per indicator and year with first and last day, to be played by the temporal "
                "controller."
            ),
        )
        add_numbers(
            self,
            {
                "RED": tr("Indicators at red"),
                "YELLOW": tr("Indicators at yellow"),
                "GREEN": tr("Indicators at green"),
            },
        )

    def compute(self, run: Any) -> dict[str, Any]:
        from ..domain.monitoring import GREEN, RED, YELLOW
        from ..gis.monitoring import monitor, write_monitoring

        found = monitor(run)
        write_monitoring(run, found)
        return run.finish(RED=found.count(RED), YELLOW=found.count(YELLOW), GREEN=found.count(GREEN))
