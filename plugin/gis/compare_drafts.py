# SPDX-License-Identifier: GPL-2.0-or-later
"""A comparison of two drafts: layers in, findings and changes out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from ..domain.compare_drafts import APPEARED, STAYED, VANISHED, Comparison
from ..domain.factors import FactorSet
from ..domain.provenance import describe_factor_set
from ..domain.rules import rules_in_force
from .plan import CheckJob, read_check
from .plan.draft import read_draft
from .plan.settings import read_check_factors
from .plan_outputs import columns_of, record_check
from .run import Run


@dataclass(frozen=True)
class ComparisonJob:
    """Two checks that differ in their draft only, and the factors of the change from A to B."""

    a: CheckJob
    b: CheckJob
    factors: FactorSet


def read_comparison(run: Run) -> ComparisonJob:
    """Read both drafts, lines, land cover and units by the parameters of ``comparedrafts``.

    Draft B is read into the CRS and plane of draft A.
    """
    a = read_check(run, "DRAFT_A")
    law = rules_in_force(a.pack, a.settings.as_of)
    draft_b = read_draft(run, a.settings, "DRAFT_B", plane=a.plane, crs=a.crs, law=law, share=(30, 35))
    factors = read_check_factors(run) if a.factors is None else a.factors
    return ComparisonJob(a, replace(a, draft=draft_b), factors)


def record_comparison(run: Run, job: ComparisonJob, comparison: Comparison) -> None:
    """What the manifest says: the facts of the check, and the totals of both drafts and of the change."""
    record_check(run, job.b, comparison.check_b)
    run.record(
        drafts={"A": job.a.plan.layer, "B": job.b.plan.layer},
        totals_a=comparison.check_a.totals,
        totals_b=comparison.check_b.totals,
        totals=comparison.changes.totals,
        factor_set=describe_factor_set(job.factors),
    )


def write_comparison(run: Run, job: ComparisonJob, comparison: Comparison) -> None:
    """Write the compared findings and the changes of ground."""
    for name, table, share in (
        ("OUTPUT", comparison.findings.table, (88.0, 94.0)),
        ("OUTPUT_CHANGES", comparison.changes.table, (94.0, 99.0)),
    ):
        shapes = job.a.plane.from_plane(table["geometry"].to_numpy(dtype=object))
        run.write(name, columns_of(table), table, shapes, job.a.crs, share=share)


def comparison_outputs(comparison: Comparison) -> dict[str, Any]:
    """Number outputs of a comparison."""
    totals = comparison.changes.totals
    return {
        "APPEARED": comparison.findings.count(APPEARED),
        "VANISHED": comparison.findings.count(VANISHED),
        "STAYED": comparison.findings.count(STAYED),
        "CHANGED_AREA_HA": totals["changed_ha"],
        "UNCHANGED_AREA_HA": totals["unchanged_ha"],
        "ONLY_A_HA": totals["only_a_ha"],
        "ONLY_B_HA": totals["only_b_ha"],
        "STOCK_LOSS_TCO2": totals["stock_loss_tco2"],
        "REMOVAL_FORGONE_TCO2E_A": totals["removal_forgone_tco2e_a"],
        "CARBON_DIFFERENCE_TCO2E": totals["carbon_tco2e"],
        "CARBON_DIFFERENCE_TCO2E_LOW": totals["carbon_tco2e_low"],
        "CARBON_DIFFERENCE_TCO2E_HIGH": totals["carbon_tco2e_high"],
    }
