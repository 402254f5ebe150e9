# SPDX-License-Identifier: GPL-2.0-or-later
"""All tables of one report, in the order of its chapters; page and workbook both use them."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..domain.profiles import Profile
from ..domain.progress import Progress, silent
from .baseline_tables import classes_table, land_structure_table, units_flux_table, units_stock_table
from .check_tables import (
    area_statement_table,
    check_units_table,
    control_lines_table,
    manual_table,
    not_run_table,
    rules_summary_table,
    rules_table,
)
from .finding_tables import exempted_table, findings_table, noise_table
from .method_table import has_methods, methods_table
from .model import ReportData
from .provenance_tables import (
    Translate,
    factors_table,
    inputs_table,
    notes_table,
    parameters_table,
    runs_table,
)
from .result_chapters import result_tables
from .section_tables import section_tables
from .table import Table
from .texts import Texts


@dataclass(frozen=True)
class ReportTables:
    """The tables of each chapter; a chapter without data has none.

    ``results`` are the chapters of the accounts and of the sink side beside the baseline by name,
    ``sections`` those of other checks; each of these stands even where its tables are empty.
    """

    baseline: tuple[Table, ...]
    check: tuple[Table, ...]
    factors: tuple[Table, ...]
    rules: tuple[Table, ...]
    provenance: tuple[Table, ...]
    results: dict[str, tuple[Table, ...]] = field(default_factory=dict)
    sections: dict[str, tuple[Table, ...]] = field(default_factory=dict)

    def all(self) -> tuple[Table, ...]:
        """Every table in reading order."""
        results = [table for tables in self.results.values() for table in tables]
        others = [table for tables in self.sections.values() for table in tables]
        return (*self.baseline, *results, *self.check, *self.rules, *others, *self.factors, *self.provenance)


def build_tables(
    data: ReportData, profile: Profile, texts: Texts, translate: Translate, progress: Progress = silent
) -> ReportTables:
    """The tables of ``data``; empty ones are left out, but a check without findings keeps its own."""
    baseline = []
    if data.baseline_units is not None:
        baseline += [units_stock_table(data, profile, texts), units_flux_table(data, profile, texts)]
    if data.baseline_classes is not None:
        baseline += [classes_table(data, profile, texts), land_structure_table(data, profile, texts)]
    if has_methods(data):
        baseline.append(methods_table(data, profile, texts))
    check, rules = [], []
    if data.has_check:
        check = [
            table(data, profile, texts)
            for table in (
                *(area_statement_table, rules_summary_table, check_units_table),
                *(findings_table, exempted_table, noise_table),
            )
        ]
        rules = [
            table(data, profile, texts)
            for table in (control_lines_table, rules_table, manual_table, not_run_table)
        ]
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
        result_tables(data, profile, texts, progress),
        {chapter: _filled(tables) for chapter, tables in section_tables(data, profile, texts).items()},
    )


def _filled(tables: list[Table] | tuple[Table, ...]) -> tuple[Table, ...]:
    return tuple(table for table in tables if len(table.cells))
