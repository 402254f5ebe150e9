# SPDX-License-Identifier: GPL-2.0-or-later
"""Validate a rule file before it is used."""

from __future__ import annotations

from typing import Any

from ..i18n import tr
from .base import DualCarbonAlgorithm
from .file_checks import add_file_check


class ValidateRules(DualCarbonAlgorithm):
    """``dualcarbon:validaterules``."""

    NEEDS = ("numpy", "pandas")

    def name(self) -> str:
        return "validaterules"

    def displayName(self) -> str:
        return tr("Validate control-line rules")

    def groupId(self) -> str:
        return "planning"

    def tags(self) -> list[str]:
        return tr("rule,control line,validate,check,template,CSV,XLSX,规则,控制线,校验").split(",")

    def shortDescription(self) -> str:
        return tr("Checks a table of control-line rules and lists every problem with row and column.")

    def shortHelpString(self) -> str:
        return tr(
            "Reads a rule table as the plan check would, over the pack that it extends, and lists every "
            "problem with row, column and reason: missing columns, unknown line types, zones, check types "
            "and land-use codes, dates out of order, repeated ids, ids that the parent does not have, "
            "parents that are missing or go round in a circle, conditions that are no QGIS expression, and "
            "distances that do not parse.\n\nA blank template is resources/rules/template.csv (and .xlsx); "
            "template_README.md beside it tells how to fill it in."
        )

    def initAlgorithm(self, _configuration: dict[str, Any] | None = None) -> None:
        add_file_check(
            self,
            tr("Rule table"),
            tr("CSV or workbook in the plugin's schema; it may extend a shipped rule pack or another file."),
        )

    def compute(self, run: Any) -> dict[str, Any]:
        from ..gis.rule_validation import validate_rules

        rows, problems = validate_rules(run, run.text("INPUT"))
        return run.finish(ROWS=rows, PROBLEMS=problems)
