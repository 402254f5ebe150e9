# SPDX-License-Identifier: GPL-2.0-or-later
"""Account report (碳账户报告): a year of the account book and what was found about it."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterString,
)

from ..gis.software import require
from ..i18n import tr
from .base import DualCarbonAlgorithm
from .parameters import (
    VECTOR_TABLE,
    add_book_units,
    add_year,
)
from .report import Report, add_report_settings


class AccountReport(DualCarbonAlgorithm):
    """``dualcarbon:accountreport``."""

    NEEDS = Report.NEEDS

    def name(self) -> str:
        return "accountreport"

    def displayName(self) -> str:
        return tr("Account report")

    def flags(self) -> QgsProcessingAlgorithm.Flag:
        # As the report: maps belong to the main thread.
        return super().flags() | QgsProcessingAlgorithm.Flag.FlagNoThreading

    def tags(self) -> list[str]:
        return tr(
            "report,account,account book,emission,community,HTML,PDF,ODT,XLSX,碳账户,报告,排放清单,镇街,社区"
        ).split(",")

    def shortDescription(self) -> str:
        return tr(
            "Writes the carbon account of every town or community as a page, a workbook, a text document and "
            "a PDF."
        )

    def shortHelpString(self) -> str:
        return tr(
            "Puts a year of the account book, and the results of the tools around it, into one HTML page "
            "that works offline and prints on A4, a workbook, a text document to edit (ODT) and a PDF: the "
            "account of every unit (carbon stock t C, removal and emissions by scope t CO2e/a, CO2 alone "
            "beside them, net emission) with intervals, tiers and sources, the emission inventory by "
            "sector, the reconciliation with the inventory of the city, the test of map against table, the "
            "monitoring with its warning levels, the value of the carbon rights by method, and the double "
            "entry of the book as a stated result.\n\n"
            "Net emission = scope 1 + scope 2 + emission of land − removal. A stock and a flux are never "
            "added, nor are the methods of valuing carbon. Scope 3 is in no total. What is weak, not "
            "verified, missing or does not agree stands on the first page.\n\n"
            "Units come one by one with their path over the years, those with most red and yellow "
            "indicators first; of many units the page shows some and the workbook all."
        )

    def initAlgorithm(self, _configuration: dict[str, Any] | None = None) -> None:
        self._add_book()
        for name, label, text in _results():
            self.add(QgsProcessingParameterFeatureSource(name, label, [VECTOR_TABLE], None, True), text)
        self.add(
            QgsProcessingParameterMultipleLayers(
                "MANIFESTS", tr("Run manifests"), QgsProcessing.SourceType.TypeFile, optional=True
            ),
            tr("Manifests of the runs, when they do not lie beside the results."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterString("TITLE", tr("Title"), optional=True),
            tr("Title of the report. Empty: “Carbon account report”."),
        )
        add_report_settings(
            self,
            tr(
                "The tables of the report with all units, years and entries, one sheet each; needs the "
                "Python package openpyxl."
            ),
        )

    def _add_book(self) -> None:
        self.add(
            QgsProcessingParameterString("STORE", tr("Account book"), optional=True),
            tr("Path of a GeoPackage (.gpkg), or name of a PostgreSQL connection of QGIS."),
        )
        for name, label, text in (
            ("YEAR", tr("Year"), tr("Calendar year of the report. Empty: the last year of the book.")),
            (
                "YEAR_BEFORE",
                tr("Year before"),
                tr("Calendar year that it is held against. Empty: the last year of the book before YEAR."),
            ),
        ):
            add_year(self, name, label, text, optional=True, advanced=name == "YEAR_BEFORE")
        self.add(
            QgsProcessingParameterString("PARENT", tr("Larger unit"), optional=True),
            tr("Shows this unit of the book and those that are part of it alone. Empty: all units."),
            advanced=True,
        )
        add_book_units(self, tr("Polygons of the units, for the maps of net emission and of warning levels."))

    def compute(self, run: Any) -> dict[str, Any]:
        from ..gis.account_report_inputs import read_account_inputs
        from ..reports.account_gather import gather_account
        from ..reports.write import write_report

        if run.given("OUTPUT_XLSX"):
            require("openpyxl")
        data = gather_account(run, read_account_inputs(run))
        write_report(
            run,
            data,
            page="OUTPUT",
            workbook="OUTPUT_XLSX",
            document="OUTPUT_DOCUMENT",
            pdf="OUTPUT_PDF",
        )
        return dict(run.finish())


def _results() -> tuple[tuple[str, str, str], ...]:
    """Parameter, label and help of every result that the report may show beside the book."""
    return (
        (
            "INVENTORY",
            tr("Emission inventory"),
            tr("Output of “Emission inventory” of the year: t CO2, t CO2e by unit, sector, item and scope."),
        ),
        (
            "RECONCILIATION",
            tr("Reconciliation"),
            tr("Reconciliation table of the same run: bottom-up and top-down by sector (t CO2)."),
        ),
        (
            "REGISTER",
            tr("Register compared"),
            tr("Register table of the same run: enterprises with verified emissions (t CO2e)."),
        ),
        (
            "MATRIX",
            tr("System × carrier matrix"),
            tr("Matrix table of the same run: amounts and t CO2e by sector and carrier."),
        ),
        (
            "AGREEMENT",
            tr("Map against table (图数一致)"),
            tr("Agreement table of “Unify statistical units”, in the units of measure of its variables."),
        ),
        (
            "MONITORING",
            tr("Standing of the indicators"),
            tr("Output of “Monitor accounts” of the year: levels, progress and budget use."),
        ),
        (
            "SERIES",
            tr("Series of the indicators"),
            tr("Series output of the same run, when it does not lie where that run wrote it."),
        ),
        (
            "VALUE",
            tr("Value of carbon rights"),
            tr("Output of “Value carbon rights” of the year: value by unit and method, each on its own."),
        ),
        (
            "SINKS",
            tr("Three sinks"),
            tr("Sinks output of the same run: physical, inventory and tradable sink (t CO2e/a)."),
        ),
    )
