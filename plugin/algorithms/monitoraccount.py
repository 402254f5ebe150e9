# SPDX-License-Identifier: GPL-2.0-or-later
"""Monitoring and early warning (监测预警) of the account book against targets."""

from __future__ import annotations

from typing import Any, ClassVar

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterString,
)

from ..i18n import tr
from .base import DualCarbonAlgorithm
from .law_parameters import add_law
from .parameters import (
    add_book_units,
    add_classification,
    add_field,
    add_manifest,
    add_numbers,
    add_polygon_output,
    add_polygons,
    add_table_input,
    add_table_output,
    add_year,
)
from .plan_parameters import VECTOR, add_line_facts
from .postaccount import add_store
from .report import add_language, add_report_files


class MonitorAccount(DualCarbonAlgorithm):
    """``dualcarbon:monitoraccount``."""

    STYLES: ClassVar = {
        "OUTPUT": "monitoraccount",
        "OUTPUT_SERIES": "monitorseries",
        "OUTPUT_CHANGES": "monitorchanges",
    }

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
            "(yes, no), and the limits green_progress, green_use, yellow_progress, yellow_use. Without a "
            "scope, an item booked by scope counts with the sum of scopes 1 and 2; scope 3 needs targets of "
            "its own.\n\n"
            "Progress = (base − actual)/(base − planned). Where the path is no better than the base (a "
            "plateau, a rise before the peak) it is a limit, kept or not. Budget use = sum of actual ÷ sum "
            "of planned. Up to the year of the base there is no level. Trend: least squares, and "
            "Mann–Kendall from eight years on. green: progress from 0.9 and use "
            "up to 1; yellow: progress from 0.7 or use up to 1.05; red: otherwise, when permanent basic "
            "farmland or the redline is breached, or when the trend surely goes the wrong way.\n\n"
            "Changes of land use between two surveys are cut by control lines. A change is illegal where a "
            "rule forbids it whichever land-use code its class stands for, undecided where a proof or a "
            "finer code would tell. Illegal changes inside farmland and redline in force are breaches, as "
            "are open errors of the plan check; ground that both share counts once (union, ha)."
        )

    def initAlgorithm(self, _configuration: dict[str, Any] | None = None) -> None:
        add_store(self)
        add_table_input(
            self,
            "TARGETS",
            tr("Targets"),
            tr(
                "Base, path and target of each indicator, in the unit of measure of its item; a column "
                "measure is held against it."
            ),
            optional=False,
        )
        add_year(self, "YEAR", tr("Year to assess"), tr("Calendar year; later entries are left out."))
        add_table_input(
            self,
            "FINDINGS",
            tr("Findings of the plan check"),
            tr("Open errors inside permanent basic farmland and redline make their unit red (area in ha)."),
        )
        add_book_units(self, tr("Polygons of the units; with them the outputs are layers instead of tables."))
        self._add_changes()
        self._add_report()
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
        add_polygon_output(
            self,
            "OUTPUT_CHANGES",
            tr("Changes inside control lines"),
            tr(
                "One polygon per change, feature of a line and unit: area (ha), change of stock (t C), "
                "whether a rule forbids it, and first and last day of the year for the temporal controller."
            ),
            optional=True,
        )
        add_numbers(
            self,
            {
                "RED": tr("Indicators at red"),
                "YELLOW": tr("Indicators at yellow"),
                "GREEN": tr("Indicators at green"),
                "BREACH_HA": tr("Breaches of permanent basic farmland and redline, union (ha)"),
            },
        )

    def _add_changes(self) -> None:
        add_polygons(
            self,
            "CHANGES",
            tr("Changes of land use"),
            tr(
                "Change map of “Stock change between two dates” (area in ha, change in t C), or the "
                "increments of the change survey (DLTBGXGC). Needs the units."
            ),
            optional=True,
        )
        for name, label, text in (
            (
                "CHANGES_FROM_FIELD",
                tr("Use before the change"),
                tr("Field with the class or code before. Empty: from_class, else BGQDLBM."),
            ),
            (
                "CHANGES_TO_FIELD",
                tr("Use after the change"),
                tr("Field with the class or code after. Empty: to_class, else BGHDLBM."),
            ),
        ):
            add_field(self, name, label, "CHANGES", text, optional=True, advanced=True)
        add_classification(
            self, "CHANGES_CLASSIFICATION", tr("Classification of the changes"), advanced=True, optional=True
        )
        self.add(
            QgsProcessingParameterMultipleLayers("CONTROL_LINES", tr("Control lines"), VECTOR, optional=True),
            tr("Layers inside which changes are looked for: farmland, redline, any other line (polygons)."),
        )
        self.add(
            QgsProcessingParameterString("LINE_TYPES", tr("Types of the control lines"), optional=True),
            tr(
                "Line-type ids of the rule pack (pbf, erl, udb, blue …) in the order of the layers, "
                "separated by commas; empty: told by the names of the layers (YJJBNTBHTB, STBHHX …)."
            ),
        )
        add_line_facts(self)
        add_law(self, advanced=True)

    def _add_report(self) -> None:
        add_report_files(
            self,
            "REPORT",
            tr(
                "Yearly monitoring report as one HTML file: levels, paths and trends of every unit, what "
                "changed since the year before; needs the Python package Jinja2."
            ),
            tr("The tables of the report, one sheet each; needs the Python package openpyxl."),
        )
        for name, label, text in (
            ("PLACE", tr("Place"), tr("Name of the administrative area (行政区), for the report.")),
            ("PRODUCER", tr("Producer"), tr("Who made the report; printed on maps and the first page.")),
        ):
            self.add(QgsProcessingParameterString(name, label, optional=True), text, advanced=True)
        add_language(self, advanced=True)

    def compute(self, run: Any) -> dict[str, Any]:
        from ..domain.monitoring import GREEN, RED, YELLOW
        from ..gis.monitoring import monitor, write_monitoring
        from ..reports.monitor_report import require_report, write_monitoring_report

        require_report(run)
        found = monitor(run)
        write_monitoring(run, found)
        write_monitoring_report(run, found)
        return run.finish(
            RED=found.count(RED),
            YELLOW=found.count(YELLOW),
            GREEN=found.count(GREEN),
            BREACH_HA=found.breach_ha,
        )
