# SPDX-License-Identifier: GPL-2.0-or-later
"""All tables of one report, in the order of its chapters; page and workbook both use them."""

from __future__ import annotations

from dataclasses import dataclass

from ..domain.profiles import Profile
from .baseline_tables import classes_table, land_structure_table, units_flux_table, units_stock_table
from .check_tables import (
    check_units_table,
    findings_table,
    not_run_table,
    rules_summary_table,
    rules_table,
)
from .model import ReportData
from .provenance_tables import (
    Translate,
    factors_table,
    inputs_table,
    notes_table,
    parameters_table,
    runs_table,
)
from .table import Table
from .texts import Texts


@dataclass(frozen=True)
class ReportTables:
    """The tables of each chapter; a chapter without data has none."""

    baseline: tuple[Table, ...]
    check: tuple[Table, ...]
    factors: tuple[Table, ...]
    rules: tuple[Table, ...]
    provenance: tuple[Table, ...]

    def all(self) -> tuple[Table, ...]:
        """Every table in reading order."""
        return (*self.baseline, *self.check, *self.factors, *self.rules, *self.provenance)


def build_tables(data: ReportData, profile: Profile, texts: Texts, translate: Translate) -> ReportTables:
    """The tables of ``data``; empty ones are left out, but a check without findings keeps its own."""
    baseline = []
    if data.baseline_units is not None:
        baseline += [units_stock_table(data, profile, texts), units_flux_table(data, profile, texts)]
    if data.baseline_classes is not None:
        baseline += [classes_table(data, profile, texts), land_structure_table(data, profile, texts)]
    check = []
    if data.has_check:
        check += [rules_summary_table(data, profile, texts), check_units_table(data, profile, texts)]
    if data.findings is not None:
        check.append(findings_table(data, profile, texts))
    rules = []
    if data.has_check:
        rules += [rules_table(data, profile, texts), not_run_table(data, profile, texts)]
    provenance = (
        runs_table(data, profile, texts),
        inputs_table(data, profile, texts),
        parameters_table(data, profile, texts),
        notes_table(data, profile, texts, translate),
    )
    return ReportTables(
        _filled(baseline),
        _filled(check),
        _filled([factors_table(data, profile, texts)]),
        _filled(rules),
        _filled(provenance),
    )


def _filled(tables: list[Table] | tuple[Table, ...]) -> tuple[Table, ...]:
    return tuple(table for table in tables if len(table.cells))
