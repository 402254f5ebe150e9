# SPDX-License-Identifier: GPL-2.0-or-later
"""Check a plan draft against spatial control lines, with the carbon at stake."""

from __future__ import annotations

from typing import Any, ClassVar

from qgis.core import (
    QgsProcessingParameterEnum,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ..i18n import tr
from .base import DualCarbonAlgorithm
from .choices import LANGUAGES, LINE_STATUS, offer
from .parameters import (
    add_area_rule,
    add_classification,
    add_factor_set,
    add_field,
    add_manifest,
    add_numbers,
    add_polygon_output,
    add_polygons,
    add_table_output,
)


class CheckPlan(DualCarbonAlgorithm):
    """``dualcarbon:checkplan``."""

    STYLES: ClassVar = {"OUTPUT": "findings", "OUTPUT_PARCELS": "parcels"}

    def name(self) -> str:
        return "checkplan"

    def displayName(self) -> str:
        return tr("Check plan against control lines")

    def groupId(self) -> str:
        return "planning"

    def tags(self) -> list[str]:
        return tr(
            "plan,check,control line,redline,farmland,boundary,rule,conflict,三线,三区三线,永久基本农田,"
            "生态保护红线,城镇开发边界,审查,冲突"
        ).split(",")

    def shortDescription(self) -> str:
        return tr(
            "Finds where a plan draft breaks the rules of control lines, by how much, and what carbon that costs."
        )

    def shortHelpString(self) -> str:
        return tr(
            "Overlays the planned use with permanent basic farmland (永久基本农田), the ecological redline "
            "(生态保护红线) and the urban development boundary (城镇开发边界) and applies the rules in force on "
            "the given date. The longest matching code wins, then forbidden before conditional before allowed; "
            "inside farmland and redline whatever no rule allows is reported.\n\n"
            "Each finding carries area, legal basis and remedy and, with a land-cover layer, the stock loss "
            "(t CO2, one-off) and the removal forgone (t CO2e/a, yearly), which are added only over the stated "
            "horizon. Totals are those of the union of findings. Overlaps below the tolerances are listed as "
            "noise. Stand-in and draft lines cap severity at info, print no legal basis and mark the result "
            "as a trial (试算). Rules that this version does not automate are listed, never passed in silence."
        )

    def initAlgorithm(self, _configuration: dict[str, Any] | None = None) -> None:
        self._add_plan()
        self._add_lines()
        self._add_base_and_units()
        self._add_settings()
        self._add_outputs()

    def _add_plan(self) -> None:
        add_polygons(self, "PLAN", tr("Plan draft"), tr("Polygons of planned use (GHYDYH)."))
        add_field(
            self,
            "PLAN_FIELD",
            tr("Planned-use code field"),
            "PLAN",
            tr("Field with the planned code, such as YDYHFLDM."),
        )
        add_classification(self, "PLAN_CLASSIFICATION", tr("Classification of the plan"))
        add_field(
            self,
            "PLAN_ID_FIELD",
            tr("Plan parcel id field"),
            "PLAN",
            tr(
                "Business id of the parcel (BSM); findings keep their key by it. Empty: a hash of the geometry."
            ),
            optional=True,
        )

    def _add_lines(self) -> None:
        add_polygons(
            self,
            "FARMLAND",
            tr("Permanent basic farmland"),
            tr("Polygons of 永久基本农田 (YJJBNTBHTB)."),
            optional=True,
        )
        add_polygons(
            self,
            "REDLINE",
            tr("Ecological protection redline"),
            tr("Polygons of 生态保护红线 (STBHHX)."),
            optional=True,
        )
        add_field(
            self,
            "REDLINE_ZONE_FIELD",
            tr("Redline zone field"),
            "REDLINE",
            tr(
                "Field that tells core zone (核心保护区) from the rest; empty: everything counts as the rest."
            ),
            optional=True,
        )
        add_polygons(
            self,
            "BOUNDARY",
            tr("Urban development boundary"),
            tr("Polygons inside 城镇开发边界 (CZKFBJ)."),
            optional=True,
        )
        add_field(
            self,
            "BOUNDARY_ZONE_FIELD",
            tr("Boundary zone field"),
            "BOUNDARY",
            tr(
                "Field with 集中建设区, 弹性发展区 or 特别用途区; empty: only the rules outside the boundary run."
            ),
            optional=True,
        )
        self.add(
            QgsProcessingParameterString("LINE_ID_FIELD", tr("Line id field"), optional=True),
            tr(
                "Name of the field with the business id of the control-line features (BSM), where a layer has it."
            ),
        )
        status = QgsProcessingParameterEnum(
            "LINE_STATUS",
            tr("Status of the lines"),
            options=list(LINE_STATUS),
            defaultValue="legal",
            usesStaticStrings=True,
        )
        offer(status, "line_status")
        self.add(
            status,
            tr(
                "legal: approved lines; draft or standin: severity is capped at info and no legal basis is printed."
            ),
        )
        self.add(
            QgsProcessingParameterString("LINE_DOCUMENT", tr("Document of the lines"), optional=True),
            tr("Number and date of the document that put the lines in force; printed in the report."),
        )

    def _add_base_and_units(self) -> None:
        add_polygons(
            self,
            "BASE",
            tr("Present land cover"),
            tr("Land cover (DLTB) for existing use and carbon at stake; without it carbon stays NULL."),
            optional=True,
        )
        add_field(
            self,
            "BASE_FIELD",
            tr("Land-cover code field"),
            "BASE",
            tr("Field with the code, such as DLBM."),
            optional=True,
        )
        add_classification(self, "BASE_CLASSIFICATION", tr("Classification of the land cover"), advanced=True)
        add_polygons(
            self,
            "UNITS",
            tr("Statistical units"),
            tr("Polygons of towns or villages for the summary."),
            optional=True,
        )
        add_field(
            self,
            "UNIT_FIELD",
            tr("Unit name field"),
            "UNITS",
            tr("Field that names the unit."),
            optional=True,
        )

    def _add_settings(self) -> None:
        rules = QgsProcessingParameterString("RULES", tr("Rule pack"), defaultValue="cn_national")
        offer(rules, "rules")
        self.add(
            rules,
            tr(
                "Id of a shipped rule pack (cn_national) or the path of a CSV in its schema (resources/rules/template.csv)."
            ),
        )
        self.add(
            QgsProcessingParameterString("AS_OF", tr("Date of the law (YYYY-MM-DD)"), optional=True),
            tr("The rules in force on this day apply; empty: today. The date is printed and recorded."),
        )
        add_factor_set(self, advanced=True)
        add_area_rule(self, "PLAN")
        for name, label, default, text in (
            (
                "SLIVER_M2",
                tr("Noise: area up to (m²)"),
                1.0,
                tr("Overlaps not larger than this (m²) are noise: listed, not counted."),
            ),
            (
                "SLIVER_WIDTH_M",
                tr("Noise: mean width up to (m)"),
                0.1,
                tr("Overlaps not wider than this (m, 2·area/perimeter) are noise."),
            ),
            (
                "HORIZON_A",
                tr("Horizon (years)"),
                20.0,
                tr("Years over which the yearly removal forgone is added to the one-off stock loss."),
            ),
        ):
            number = QgsProcessingParameterNumber(
                name, label, QgsProcessingParameterNumber.Type.Double, default, minValue=0.0
            )
            self.add(number, text, advanced=True)
        language = QgsProcessingParameterEnum(
            "LANGUAGE",
            tr("Language of remedies"),
            options=list(LANGUAGES),
            defaultValue="zh",
            usesStaticStrings=True,
        )
        offer(language, "language")
        self.add(language, tr("Language of the texts written into the outputs: zh or en."), advanced=True)
        add_manifest(self)

    def _add_outputs(self) -> None:
        add_polygon_output(
            self,
            "OUTPUT",
            tr("Findings"),
            tr(
                "One feature per plan parcel × control line × rule with area (m²), carbon (t CO2, t CO2e/a), legal basis and remedy."
            ),
        )
        add_polygon_output(
            self,
            "OUTPUT_PARCELS",
            tr("Result per parcel"),
            tr("Every plan parcel with its worst severity."),
            optional=True,
        )
        add_table_output(
            self,
            "OUTPUT_SUMMARY",
            tr("Summary"),
            tr("Table per rule and unit: findings, area (ha), carbon; totals on the union."),
        )
        add_numbers(
            self,
            {
                "ERRORS": tr("Errors"),
                "WARNINGS": tr("Warnings"),
                "INFOS": tr("Advice and findings of stand-in lines"),
                "ERROR_AREA_HA": tr("Area of errors, union (ha)"),
                "FINDING_AREA_HA": tr("Area of all findings, union (ha)"),
                "MULTIPLE_AREA_HA": tr("Area hit more than once (ha)"),
                "NOISE_AREA_HA": tr("Area of noise (ha)"),
                "STOCK_LOSS_TCO2": tr("Stock loss on the union of findings (t CO2, one-off)"),
                "REMOVAL_FORGONE_TCO2E_A": tr("Removal forgone on the union of findings (t CO2e/a)"),
                "CARBON_AT_STAKE_TCO2E": tr("Carbon at stake over the horizon, union (t CO2e)"),
            },
        )

    def compute(self, run: Any) -> dict[str, Any]:
        from ..domain.plancheck import check_plan
        from ..gis.plan import check_outputs, read_check, record_check, write_check

        job = read_check(run)
        result = check_plan(**job.arguments(), notes=run.notes, progress=run.progress(35, 88))
        record_check(run, job, result)
        write_check(run, job, result)
        return run.finish(**check_outputs(result))
