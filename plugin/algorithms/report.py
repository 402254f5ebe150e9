# SPDX-License-Identifier: GPL-2.0-or-later
"""Report: carbon accounts and plan checks as a page, a workbook, a text document and a PDF."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterString,
)

from ..gis.software import require
from ..i18n import tr
from .base import DualCarbonAlgorithm
from .choices import LANGUAGES, PROFILES
from .parameters import VECTOR_TABLE, add_choice, add_imprint, add_omit_places


class Report(DualCarbonAlgorithm):
    """``dualcarbon:report``."""

    NEEDS = ("numpy", "pandas", "shapely", "pyproj", "jinja2", "matplotlib")

    def name(self) -> str:
        return "report"

    def displayName(self) -> str:
        return tr("Carbon and plan-check report")

    def groupId(self) -> str:
        return "planning"

    def flags(self) -> QgsProcessingAlgorithm.Flag:
        # Print layouts draw the maps and belong to the main thread.
        return super().flags() | QgsProcessingAlgorithm.Flag.FlagNoThreading

    def tags(self) -> list[str]:
        return tr(
            "report,HTML,PDF,ODT,XLSX,table,map,chart,baseline,change,Sankey,plan,报告,专章,图件,报表,转移矩阵"
        ).split(",")

    def shortDescription(self) -> str:
        return tr(
            "Writes a self-contained HTML report, a workbook, a text document and a PDF from carbon accounts "
            "and plan checks."
        )

    def shortHelpString(self) -> str:
        return tr(
            "Puts the results of the other tools into one HTML page that works offline and prints on "
            "A4, and into a workbook, a text document to edit (ODT) and a PDF: key figures with intervals, "
            "what was noisy, unmapped, weak or unverified on the first page, maps, charts, tables per unit, "
            "class and rule, factors with their sources, legal basis, and the provenance of every run from "
            "its manifest.\n\n"
            "A stock change brings the balance of opening and closing stock, the transition matrix "
            "(ha) of classes and of IPCC categories, the carbon change by transition (t C) and a flow "
            "figure in which bands are as wide as their area. One-off stocks (t C) and yearly fluxes "
            "(t CO2e/a) stand apart and are never added. The intervals of totals are those that the "
            "runs state.\n\n"
            "Profile cn_county speaks hm², mu and 10⁴ t, rounds at output and levels the parts to the "
            "control total (调平); nothing is computed on rounded figures."
        )

    def initAlgorithm(self, _configuration: dict[str, Any] | None = None) -> None:
        for name, label, text in _results():
            self.add(QgsProcessingParameterFeatureSource(name, label, [VECTOR_TABLE], None, True), text)
        self.add(
            QgsProcessingParameterMultipleLayers(
                "CONTROL_LINES",
                tr("Control lines"),
                QgsProcessing.SourceType.TypeVectorAnyGeometry,
                optional=True,
            ),
            tr("Control-line layers of the plan check, drawn on the map of the findings."),
        )
        self.add(
            QgsProcessingParameterMultipleLayers(
                "MANIFESTS", tr("Run manifests"), QgsProcessing.SourceType.TypeFile, optional=True
            ),
            tr("Manifests of the runs, when they do not lie beside the results."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterString(
                "TITLE", tr("Title"), defaultValue="双碳国土空间规划报告 Dual carbon report"
            ),
            tr("Title of the report."),
        )
        add_report_settings(
            self, tr("The tables of the report, one sheet each; needs the Python package openpyxl.")
        )

    def compute(self, run: Any) -> dict[str, Any]:
        from ..gis.report_inputs import read_report_inputs
        from ..reports.gather import gather
        from ..reports.write import write_report

        if run.given("OUTPUT_XLSX"):
            require("openpyxl")
        data = gather(run, read_report_inputs(run))
        write_report(
            run,
            data,
            page="OUTPUT",
            workbook="OUTPUT_XLSX",
            document="OUTPUT_DOCUMENT",
            pdf="OUTPUT_PDF",
        )
        return dict(run.finish())


def add_report_settings(algorithm: DualCarbonAlgorithm, workbook: str) -> None:
    """Who made a report, its language and profile, and its files; ``workbook`` is the help of OUTPUT_XLSX."""
    add_imprint(
        algorithm,
        tr("Who made the report; printed on maps and the first page."),
        advanced=("PLACE_CODE", "PRODUCER", "ATTRIBUTION"),
    )
    add_language(algorithm)
    add_omit_places(algorithm)
    add_report_files(algorithm, "OUTPUT", tr("One HTML file that holds maps, charts and styles."), workbook)


def add_language(algorithm: DualCarbonAlgorithm, advanced: bool = False) -> None:
    """The language of a report, and how its figures are written."""
    add_choice(
        algorithm,
        "LANGUAGE",
        tr("Language"),
        LANGUAGES,
        tr("Language of the report: zh or en."),
        choices="language",
        advanced=advanced,
    )
    add_profile(algorithm, advanced)


def add_profile(algorithm: DualCarbonAlgorithm, advanced: bool = False) -> None:
    """How figures are written in a report."""
    add_choice(
        algorithm,
        "PROFILE",
        tr("Output profile"),
        PROFILES,
        tr("si: ha, t C, t CO2e; cn_county: hm², mu, 10⁴ t with levelling."),
        choices="profile",
        advanced=advanced,
    )


def add_report_files(algorithm: DualCarbonAlgorithm, stem: str, page: str, workbook: str) -> None:
    """The files of a report: ``stem`` (page; a must where it is ``OUTPUT``), ``stem_XLSX``,
    ``stem_DOCUMENT`` and ``stem_PDF``; ``page`` and ``workbook`` are help texts."""
    for name, label, kind, text in (
        (stem, tr("Report"), tr("HTML files (*.html)"), page),
        (f"{stem}_XLSX", tr("Workbook"), tr("Workbooks (*.xlsx)"), workbook),
        (
            f"{stem}_DOCUMENT",
            tr("Text document"),
            tr("OpenDocument texts (*.odt)"),
            tr(
                "The report as a text to edit in Word, WPS or LibreOffice, with the figures of the page; "
                "long tables are cut as there."
            ),
        ),
        (
            f"{stem}_PDF",
            tr("PDF"),
            tr("PDF files (*.pdf)"),
            tr("The report on numbered pages of A4, with the figures of the page and fonts of its own."),
        ),
    ):
        must = name == "OUTPUT"
        algorithm.add(
            QgsProcessingParameterFileDestination(name, label, kind, optional=not must, createByDefault=must),
            text,
        )


def add_check_report(algorithm: DualCarbonAlgorithm) -> None:
    """The report of a check as an output of the check itself, and how it writes figures."""
    add_report_files(
        algorithm,
        "REPORT",
        tr("One HTML file with map, tables and charts of this check; needs the Python package Jinja2."),
        tr(
            "The tables of the report with the list of all findings (冲突图斑明细表), one sheet each; "
            "needs the Python package openpyxl."
        ),
    )
    add_profile(algorithm, advanced=True)


def _results() -> tuple[tuple[str, str, str], ...]:
    """Parameter, label and help of every result that a report may show."""
    return (*_sink_results(), *_plan_results())


def _sink_results() -> tuple[tuple[str, str, str], ...]:
    return (
        ("BASELINE", tr("Baseline per unit"), tr("Output of “Sink baseline”.")),
        ("BASELINE_TABLE", tr("Baseline per unit and class"), tr("Table output of “Sink baseline”.")),
        (
            "LANDUSE",
            tr("Land use with carbon factors"),
            tr("Output of “Attach carbon factors”, for the density map."),
        ),
        (
            "CHANGE",
            tr("Stock change per unit"),
            tr(
                "Output of the stock change between two dates: stocks (t C), gains and losses, yearly change "
                "(t CO2e/a). Its transitions are found where that run wrote them."
            ),
        ),
        (
            "TRANSITIONS",
            tr("Land-use transitions"),
            tr(
                "Transitions of the stock change (ha and t C from class to class), when they do not lie "
                "where its run wrote them."
            ),
        ),
        (
            "CAUSES",
            tr("Causes of the yearly update"),
            tr(
                "Causes table of the update of a baseline by change-survey increments: area (ha) and change "
                "(t C) by cause."
            ),
        ),
        (
            "PROJECTION",
            tr("Projection of the baseline"),
            tr("Output of the projection: stock (t C) and removal (t CO2e/a) per unit and target year."),
        ),
        (
            "UNCERTAINTY",
            tr("Uncertainty of the baseline"),
            tr("Output of “Uncertainty of a baseline”: every figure per unit with its 95 % interval."),
        ),
        (
            "RANKING",
            tr("Ranking of the causes of uncertainty"),
            tr("Ranking output of the same run, when it does not lie where that run wrote it."),
        ),
        (
            "HOTSPOTS",
            tr("Removal hot spots"),
            tr("Output of the hot spots (polygons with removal, t CO2e/a), or its table per unit."),
        ),
        (
            "CCUS",
            tr("CCUS facilities"),
            tr(
                "Table by source sector and type of the CCUS inventory, or its layer of facilities: t CO2 "
                "captured, stored and avoided."
            ),
        ),
    )


def _plan_results() -> tuple[tuple[str, str, str], ...]:
    return (
        ("FINDINGS", tr("Findings"), tr("Output of “Check plan against control lines”.")),
        ("PARCELS", tr("Result per parcel"), tr("Parcel output of the plan check, for the map.")),
        ("SUMMARY", tr("Summary of the check"), tr("Summary table of the plan check.")),
        (
            "STRUCTURE",
            tr("Land-use structure adjustment"),
            tr(
                "Table of the quantity check: area (ha) per unit and class at base and in the plan "
                "(用地结构调整表)."
            ),
        ),
        (
            "QUANTITIES",
            tr("Planning indicators"),
            tr("Table of the quantity check: indicators measured against their targets (规划指标表)."),
        ),
        ("LINES", tr("Conflicts between control lines"), tr("Output of the check of the lines.")),
        ("TOPOLOGY", tr("Topology findings"), tr("Output of the topology check.")),
        (
            "COMPARISON",
            tr("Findings of two drafts compared"),
            tr("Output of the comparison of drafts: findings that appeared, stayed or vanished."),
        ),
        (
            "DRAFT_CHANGES",
            tr("Changes between two drafts"),
            tr("Changes output of the comparison of drafts: parcels whose planned use differs."),
        ),
        ("REPAIR", tr("Repairs"), tr("Changes output of the repair of a plan.")),
        (
            "REPLENISHMENT",
            tr("Replenishment"),
            tr("Table of the repair of a plan: the restorable parcels chosen (补划表)."),
        ),
    )
