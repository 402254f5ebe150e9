# SPDX-License-Identifier: GPL-2.0-or-later
"""Results of a plan check: manifest facts, layers, table and numbers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

from ..domain.plancheck import PlanCheck
from ..domain.provenance import describe_factor_set, describe_rule_pack
from .crs import label_of
from .findings_store import update_store
from .plan import CheckJob, describe_lines
from .plan.parcel_facts import add_facts
from .run import Run
from .sinks import Column

_COUNTS = ("n_findings", "findings", "noise", "exempted")
_FLOAT_ENDS = ("_m2", "_ha", "share", "_tco2", "_low", "_high", "_tco2e", "_tco2e_a")


def record_check(run: Run, job: CheckJob, result: PlanCheck) -> None:
    """What the manifest says about a plan check."""
    run.record(
        crs=label_of(job.crs),
        area_rule=job.settings.area_rule,
        rule_pack=describe_rule_pack(job.pack),
        as_of=job.settings.as_of.isoformat(),
        **describe_lines(job.lines),
        tolerances={
            "sliver_m2": job.settings.sliver_m2,
            "sliver_width_m": job.settings.sliver_width_m,
            "horizon_a": job.settings.horizon_a,
        },
        totals=result.totals,
        not_run=result.not_run.to_dict("records"),
    )
    if job.factors is not None:
        run.record(factor_set=describe_factor_set(job.factors))


def write_check(run: Run, job: CheckJob, result: PlanCheck) -> None:
    """Write findings, parcels and summary."""
    findings = add_facts(result.findings, job.draft.layer, job.facts)
    run.write(
        "OUTPUT",
        columns_of(findings),
        findings,
        _geometries(job, findings["geometry"]),
        job.crs,
        share=(88, 93),
    )
    run.write(
        "OUTPUT_PARCELS",
        columns_of(result.parcels),
        result.parcels,
        job.plane.from_plane(job.plan.geometry),
        job.crs,
        share=(93, 97),
    )
    run.write("OUTPUT_SUMMARY", columns_of(result.summary), result.summary, share=(97, 99))


def _geometries(job: CheckJob, shapes: Sequence[Any]) -> np.ndarray:
    array = np.empty(len(shapes), dtype=object)
    array[:] = list(shapes)
    return np.asarray(job.plane.from_plane(array), dtype=object)


def columns_of(frame: pd.DataFrame) -> list[Column]:
    """The columns of a result by name: text, int or float."""
    return [Column(name, _kind(name)) for name in frame.columns if name != "geometry"]


def _kind(name: str) -> str:
    # By name, not by content: a draft without findings has the same fields as one with them.
    if name in _COUNTS:
        return "int"
    return "float" if name.endswith(_FLOAT_ENDS) else "text"


def save_findings(run: Run, job: CheckJob, result: PlanCheck) -> None:
    """Take the findings into the findings store, where there is one."""
    if run.has("STORE") and run.given("STORE"):
        update_store(run, job, result, run.file("STORE"), exemptions=job.exemptions)


def check_outputs(result: PlanCheck) -> dict[str, Any]:
    """Number outputs of a plan check."""
    totals = result.totals
    return {
        "ERRORS": int(totals["errors"]),
        "WARNINGS": int(totals["warnings"]),
        "INFOS": int(totals["infos"]),
        "ERROR_AREA_HA": totals["error_area_ha"],
        "FINDING_AREA_HA": totals["finding_area_ha"],
        "EXEMPTED": int(totals["exempted"]),
        "EXEMPTED_AREA_HA": totals["exempted_area_ha"],
        "MULTIPLE_AREA_HA": totals["multiple_area_ha"],
        "NOISE_AREA_HA": totals["noise_area_ha"],
        "STOCK_LOSS_TCO2": totals["stock_loss_tco2"],
        "REMOVAL_FORGONE_TCO2E_A": totals["removal_forgone_tco2e_a"],
        "CARBON_AT_STAKE_TCO2E": totals["carbon_at_stake_tco2e"],
    }
