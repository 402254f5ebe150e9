# SPDX-License-Identifier: GPL-2.0-or-later
"""Validate a factor file before it is used."""

from __future__ import annotations

from typing import Any

from ..i18n import tr
from .base import DualCarbonAlgorithm
from .file_checks import add_file_check


class ValidateFactors(DualCarbonAlgorithm):
    """``dualcarbon:validatefactors``."""

    NEEDS = ("numpy", "pandas")

    def name(self) -> str:
        return "validatefactors"

    def displayName(self) -> str:
        return tr("Validate carbon factors")

    def tags(self) -> list[str]:
        return tr("carbon,factor,validate,check,template,CSV,XLSX,InVEST,碳,系数,校验").split(",")

    def shortDescription(self) -> str:
        return tr("Checks a factor table (CSV, XLSX or InVEST) and lists every problem with row and column.")

    def shortHelpString(self) -> str:
        return tr(
            "Reads a factor table as the other tools would and lists every problem with row, column and "
            "reason: missing columns, unknown classes, pools, processes and units, numbers that do not "
            "parse, bounds out of order, missing source or evidence grade, duplicates, mixed soil depths "
            "or flux families.\n\nA blank template is resources/factors/template.csv (and .xlsx)."
        )

    def initAlgorithm(self, _configuration: dict[str, Any] | None = None) -> None:
        add_file_check(
            self,
            tr("Factor table"),
            tr("CSV or workbook in the plugin's schema, or an InVEST carbon-pools table."),
        )

    def compute(self, run: Any) -> dict[str, Any]:
        from ..gis.factor_validation import validate_file

        rows, problems = validate_file(run, run.text("INPUT"))
        return run.finish(ROWS=rows, PROBLEMS=problems)
