# SPDX-License-Identifier: GPL-2.0-or-later
"""Compare two drafts of a plan: changed uses with their carbon, and findings that come, stay or go."""

from __future__ import annotations

from typing import Any, ClassVar

from ..i18n import tr
from .base import DualCarbonAlgorithm
from .parameters import add_numbers, add_polygon_output, add_table_input
from .plan_parameters import add_base_and_units, add_check_settings, add_lines, add_plan


class CompareDrafts(DualCarbonAlgorithm):
    """``dualcarbon:comparedrafts``."""

    STYLES: ClassVar = {"OUTPUT": "comparedfindings", "OUTPUT_CHANGES": "draftchanges"}

    def name(self) -> str:
        return "comparedrafts"

    def displayName(self) -> str:
        return tr("Compare plan drafts")

    def groupId(self) -> str:
        return "planning"

    def tags(self) -> list[str]:
        return tr(
            "plan,draft,compare,version,difference,change,carbon,finding,方案比选,版本对比,方案调整,"
            "前后对比,冲突变化,碳差异"
        ).split(",")

    def shortDescription(self) -> str:
        return tr(
            "Tells where two drafts plan different uses, what moving from A to B costs in carbon, and which "
            "findings appeared, stayed or vanished."
        )

    def shortHelpString(self) -> str:
        return tr(
            "Checks both drafts against the same lines and rules as “Check plan against control lines” does. "
            "A finding of B stays when A has it, too: by its key, or, where parcels were re-cut, by rule and "
            "line when the two share at least half of the smaller one; kept_share tells how much of its "
            "ground it had in A. Findings of A that B no longer has are listed as vanished.\n\n"
            "The changes are the polygons where the planned codes differ. Their carbon is that of moving "
            "from A to B: stock loss (t CO2, one-off) and removal forgone (t CO2e/a, yearly), added only "
            "over the stated horizon; positive where B costs more. Ground that only one draft plans, ground "
            "without a code of the rules and digitising noise are listed apart and carry no carbon. Changed, "
            "unchanged and listed ground add up to the area of each draft."
        )

    def initAlgorithm(self, _configuration: dict[str, Any] | None = None) -> None:
        add_plan(self, "DRAFT_A", tr("Draft A (before)"))
        add_plan(self, "DRAFT_B", tr("Draft B (after)"))
        add_lines(self)
        add_base_and_units(self)
        add_table_input(
            self,
            "EXEMPTIONS",
            tr("Exemptions"),
            tr("Table of approvals as for the plan check; they apply to both drafts."),
        )
        add_check_settings(self, "DRAFT_A")
        self._add_outputs()

    def _add_outputs(self) -> None:
        add_polygon_output(
            self,
            "OUTPUT",
            tr("Compared findings"),
            tr(
                "The findings of B (appeared or stayed) and those of A that vanished, with area (m²), the "
                "share of the ground that was a finding before (0–1), the severity that it had, and the "
                "fields of a plan check."
            ),
        )
        add_polygon_output(
            self,
            "OUTPUT_CHANGES",
            tr("Changes of use"),
            tr(
                "One polygon per pair of parcels with different codes: from and to code and class, area "
                "(ha), stock loss (t CO2), removal forgone (t CO2e/a) and carbon (t CO2e); and the ground of "
                "one draft only."
            ),
            optional=True,
        )
        add_numbers(
            self,
            {
                "APPEARED": tr("Findings that appeared in B"),
                "VANISHED": tr("Findings of A that vanished"),
                "STAYED": tr("Findings that stayed"),
                "CHANGED_AREA_HA": tr("Area whose planned code changes (ha)"),
                "UNCHANGED_AREA_HA": tr("Area whose planned code stays (ha)"),
                "ONLY_A_HA": tr("Area that only draft A plans (ha)"),
                "ONLY_B_HA": tr("Area that only draft B plans (ha)"),
                "STOCK_LOSS_TCO2": tr("Stock loss of moving from A to B (t CO2, one-off)"),
                "REMOVAL_FORGONE_TCO2E_A": tr("Removal forgone by moving from A to B (t CO2e/a)"),
                "CARBON_DIFFERENCE_TCO2E": tr("Carbon of moving from A to B over the horizon (t CO2e)"),
                "CARBON_DIFFERENCE_TCO2E_LOW": tr("Carbon of moving from A to B, lower 95 % bound (t CO2e)"),
                "CARBON_DIFFERENCE_TCO2E_HIGH": tr("Carbon of moving from A to B, upper 95 % bound (t CO2e)"),
            },
        )

    def compute(self, run: Any) -> dict[str, Any]:
        from ..domain.compare_drafts import compare_drafts
        from ..gis.compare_drafts import (
            comparison_outputs,
            read_comparison,
            record_comparison,
            write_comparison,
        )

        job = read_comparison(run)
        comparison = compare_drafts(
            job.a.arguments(),
            job.b.arguments(),
            job.factors,
            notes=run.notes,
            progress=run.progress(35, 88),
        )
        record_comparison(run, job, comparison)
        write_comparison(run, job, comparison)
        return run.finish(**comparison_outputs(comparison))
