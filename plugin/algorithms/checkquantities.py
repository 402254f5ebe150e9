# SPDX-License-Identifier: GPL-2.0-or-later
"""Check the quantities of a plan: indicators against targets, balances, and map against table."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ..i18n import tr
from .base import DualCarbonAlgorithm
from .law_parameters import add_language, add_law
from .parameters import (
    add_area_rule,
    add_field,
    add_manifest,
    add_numbers,
    add_polygons,
    add_ridge,
    add_table_input,
    add_table_output,
    add_unit_polygons,
)
from .plan_parameters import add_base_plan, add_lines, add_plan


class CheckQuantities(DualCarbonAlgorithm):
    """``dualcarbon:checkquantities``."""

    def name(self) -> str:
        return "checkquantities"

    def displayName(self) -> str:
        return tr("Check quantities against targets")

    def groupId(self) -> str:
        return "planning"

    def tags(self) -> list[str]:
        return tr(
            "indicator,target,quantity,balance,expansion,farmland,table,structure,指标,目标,耕地保有量,占补平衡,"
            "进出平衡,扩展倍数,图数一致,规划指标表,用地结构调整表"
        ).split(",")

    def shortDescription(self) -> str:
        return tr(
            "Measures the indicators of a plan, holds them against their targets and balances, and map "
            "against table."
        )

    def shortHelpString(self) -> str:
        return tr(
            "Measures cultivated land, permanent basic farmland, ecological redline (land and sea), urban "
            "development boundary, construction land, forest, grassland, wetland, natural coast, development "
            "intensity, land per head and restoration on the plan and its lines, and holds them against the "
            "table of targets, for the whole plan and for each town.\n\n"
            "Binding floors and caps allow no shortfall: the unrounded figure is judged. The tolerances of "
            "1 ha and 0.1 percentage point stand for rounding between text, table and map; they explain a "
            "breach, but never excuse it. Expected and advisory indicators only warn. With the planning base "
            "(JQDLTB after 基数转换) the balances of cultivated land, forest and wetland and the expansion "
            "multiple are computed under the law of the given date. Indicators that no map shows are judged "
            "by their stated values. What cannot be measured is listed with what it lacks, never passed in "
            "silence; lines without legal force only give a trial (试算)."
        )

    def initAlgorithm(self, _configuration: dict[str, Any] | None = None) -> None:
        add_plan(self)
        add_table_input(
            self,
            "TARGETS",
            tr("Table of targets"),
            tr(
                "CSV, XLSX or any table with the columns indicator (number, id or name), direction (≥, ≤, "
                "=), target, unit (hm², 亩, 万亩, km², % …), binding, and optionally table_value (the plan's "
                "own table, or the stated value of what no map shows), text_value and unit_name (town). "
                "Template: resources/rules/targets_template.csv."
            ),
        )
        add_lines(self)
        self.add(
            QgsProcessingParameterString("LINE_AREA_FIELD", tr("Area fields of the lines"), "JBNTMJ;MJ;TBMJ"),
            tr(
                "Fields with the official area of farmland, redline and boundary in the unit of AREA_UNIT, "
                "the first that a layer has; used with the area rule “attribute”."
            ),
            advanced=True,
        )
        add_base_plan(self)
        self._add_units()
        self._add_more_layers()
        self._add_settings()
        self._add_outputs()

    def _add_units(self) -> None:
        add_unit_polygons(
            self,
            tr("Polygons of towns or villages, each with figures and targets of its own."),
            tr("Field that names the unit."),
        )

    def _add_more_layers(self) -> None:
        self.add(
            QgsProcessingParameterFeatureSource(
                "COAST", tr("Coastline"), [QgsProcessing.SourceType.TypeVectorLine], None, True
            ),
            tr("Lines of the coast for the natural coastline ratio."),
            advanced=True,
        )
        add_field(
            self,
            "COAST_FIELD",
            tr("Kind of coast"),
            "COAST",
            tr("Field that says natural (自然) or artificial (人工)."),
            optional=True,
            advanced=True,
        )
        add_polygons(
            self,
            "RESTORATION",
            tr("Added ecological restoration"),
            tr("Polygons of added restoration (新增生态修复面积)."),
            optional=True,
        )
        for name, label, text in (
            (
                "URBAN_RESIDENTS",
                tr("Urban residents (persons)"),
                tr("Persons, for the land per head (m²); empty: from the table of targets."),
            ),
            (
                "URBAN_2020_HA",
                tr("Urban construction land of 2020 (ha)"),
                tr(
                    "Base of the expansion multiple (ha) by the 2020 change survey; empty: towns of the base."
                ),
            ),
        ):
            number = QgsProcessingParameterNumber(
                name, label, QgsProcessingParameterNumber.Type.Double, optional=True, minValue=0.0
            )
            self.add(number, text, advanced=True)
        self.add(
            QgsProcessingParameterBoolean(
                "COUNT_RESERVE", tr("Reserve (16) counts as construction"), defaultValue=True
            ),
            tr("Whether code 16 (留白用地) counts as construction land, a local choice."),
            advanced=True,
        )

    def _add_settings(self) -> None:
        add_law(self, advanced=True)
        add_language(self)
        add_area_rule(self, "PLAN")
        add_ridge(self, "PLAN")
        for name, label, default, text in (
            (
                "SLIVER_M2",
                tr("Noise: area up to (m²)"),
                1.0,
                tr("Changes of use not larger than this (m²) are noise: stated, not balanced."),
            ),
            (
                "SLIVER_WIDTH_M",
                tr("Noise: mean width up to (m)"),
                0.1,
                tr("Changes of use not wider than this (m, 2·area/perimeter) are noise."),
            ),
        ):
            number = QgsProcessingParameterNumber(
                name, label, QgsProcessingParameterNumber.Type.Double, default, minValue=0.0
            )
            self.add(number, text, advanced=True)
        add_manifest(self)

    def _add_outputs(self) -> None:
        self.add(
            QgsProcessingParameterFeatureSink(
                "OUTPUT", tr("Indicators"), QgsProcessing.SourceType.TypeVector
            ),
            tr(
                "Table of the figures: measured, target, difference (in the unit of the target), result "
                "(pass, fail, warn, not_measured, no_target), legal basis and explanation."
            ),
        )
        add_table_output(
            self,
            "OUTPUT_STRUCTURE",
            tr("Land-use structure"),
            tr("Table of present and planned area (ha) by class and unit (用地结构调整表)."),
        )
        add_numbers(
            self,
            {
                "FAILED": tr("Failed"),
                "WARNED": tr("Warned"),
                "PASSED": tr("Passed"),
                "NOT_MEASURED": tr("Not measured"),
                "TRIALS": tr("Figures of lines without legal force"),
                "PLAN_AREA_HA": tr("Area of the plan (ha)"),
                "OUTSIDE_AREA_HA": tr("Plan outside every unit (ha)"),
                "RESIDUAL_HA": tr("Conservation residual (ha)"),
            },
        )

    def compute(self, run: Any) -> dict[str, Any]:
        from ..domain.quantities import check_quantities
        from ..gis.quantities import (
            quantity_outputs,
            read_quantities,
            record_quantities,
            write_quantities,
        )

        job = read_quantities(run)
        result = check_quantities(**job.arguments(), notes=run.notes, progress=run.progress(35, 90))
        record_quantities(run, job, result)
        write_quantities(run, result)
        return run.finish(**quantity_outputs(result))
