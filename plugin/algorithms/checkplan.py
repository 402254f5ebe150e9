# SPDX-License-Identifier: GPL-2.0-or-later
"""Check a plan draft against spatial control lines, with the carbon at stake."""

from __future__ import annotations

from typing import Any, ClassVar

from ..i18n import tr
from .base import DualCarbonAlgorithm
from .parameters import add_numbers, add_polygon_output, add_table_output
from .plan_parameters import (
    add_base_and_units,
    add_base_plan,
    add_check_settings,
    add_lines,
    add_parcel_facts,
    add_plan,
    add_states,
)
from .report import add_check_report


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
            "Finds where a plan draft breaks the rules of control lines, by how much, and what "
            "carbon that costs."
        )

    def shortHelpString(self) -> str:
        return tr(
            "Overlays the planned use with permanent basic farmland (永久基本农田), the ecological redline "
            "(生态保护红线), the urban development boundary (城镇开发边界) and any other control line, and "
            "applies the rules in force on the given date: uses inside and outside a line, distances from "
            "it, changes of the present use, and present uses that a line does not admit. The longest "
            "matching code wins, then forbidden before conditional before allowed; inside farmland and "
            "redline whatever no rule allows is reported. Rules that geometry and codes cannot decide are "
            "listed with the reason, never passed in silence.\n\n"
            "Each finding carries area, legal basis and remedy and, with a land-cover layer, the stock loss "
            "(t CO2, one-off) and the removal forgone (t CO2e/a, yearly), which are added only over the "
            "stated horizon. Totals are those of the union of findings. Overlaps below the tolerances are "
            "listed as noise. Stand-in and draft lines cap severity at info, print no legal basis and mark "
            "the result as a trial (试算).\n\n"
            "Approvals are imported as exemptions; a findings store keeps the state of every finding from "
            "run to run. With a planning base the table of land-use structure and the farmland balance are "
            "made as well, and the report of the run is an output."
        )

    def initAlgorithm(self, _configuration: dict[str, Any] | None = None) -> None:
        add_plan(self)
        add_parcel_facts(self)
        add_lines(self)
        add_base_and_units(self)
        add_base_plan(self)
        add_states(self)
        add_check_settings(self)
        self._add_outputs()

    def _add_outputs(self) -> None:
        add_polygon_output(
            self,
            "OUTPUT",
            tr("Findings"),
            tr(
                "One feature per plan parcel × control line × rule with area (m²), carbon (t CO2, t "
                "CO2e/a), legal basis and remedy."
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
        add_table_output(
            self,
            "OUTPUT_STRUCTURE",
            tr("Land-use structure"),
            tr("Table of present and planned area (ha) by class and unit (用地结构调整表); needs BASE_PLAN."),
        )
        add_table_output(
            self,
            "OUTPUT_QUANTITIES",
            tr("Quantities"),
            tr(
                "Table of the areas of the plan and its lines (ha) and of the farmland balance; needs "
                "BASE_PLAN."
            ),
        )
        add_check_report(self)
        add_numbers(
            self,
            {
                "ERRORS": tr("Errors"),
                "WARNINGS": tr("Warnings"),
                "INFOS": tr("Information, with all findings of stand-in and draft lines"),
                "ERROR_AREA_HA": tr("Area of errors, union (ha)"),
                "EXEMPTED": tr("Exempted findings"),
                "EXEMPTED_AREA_HA": tr("Area of exempted findings, union (ha)"),
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
        from ..gis.plan import read_check
        from ..gis.plan_outputs import check_outputs, record_check, save_findings, write_check
        from ..gis.plan_quantities import read_planning_base, write_check_quantities
        from ..reports.check import require_report, write_check_report

        require_report(run)
        job = read_check(run)
        base_plan = read_planning_base(run, job)
        result = check_plan(**job.arguments(), notes=run.notes, progress=run.progress(35, 88))
        record_check(run, job, result)
        write_check(run, job, result)
        write_check_quantities(run, job, base_plan)
        write_check_report(run, job, result)
        return run.finish(last=lambda: save_findings(run, job, result), **check_outputs(result))
