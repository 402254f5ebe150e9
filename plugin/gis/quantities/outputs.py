# SPDX-License-Identifier: GPL-2.0-or-later
"""Results of a quantity check: manifest facts, tables and numbers."""

from __future__ import annotations

from typing import Any

import pandas as pd

from ...domain.provenance import describe_rule_pack
from ...domain.quantities import QuantityCheck
from ..crs import label_of
from ..plan import describe_lines
from ..run import Run
from ..sinks import Column
from .job import QuantityJob

_INTEGERS = ("trial", "target_row")
_FLOATS = ("measured", "target", "difference", "base_ha", "plan_ha", "change_ha", "base_share", "plan_share")


def record_quantities(run: Run, job: QuantityJob, result: QuantityCheck) -> None:
    """What the manifest says about a quantity check."""
    run.record(
        crs=label_of(job.crs),
        area_rule=job.settings.area_rule,
        rule_pack=describe_rule_pack(job.pack),
        as_of=job.settings.as_of.isoformat(),
        **describe_lines([item.line for item in job.lines]),
        tolerances={"sliver_m2": job.settings.sliver_m2, "sliver_width_m": job.settings.sliver_width_m},
        totals=result.totals,
        not_run=result.not_run.to_dict("records"),
    )


def write_quantities(run: Run, result: QuantityCheck) -> None:
    """Write the table of figures and, where wanted, the land-use structure."""
    run.write("OUTPUT", columns_of_quantities(result.rows), result.rows, share=(90, 96))
    run.write("OUTPUT_STRUCTURE", columns_of_quantities(result.structure), result.structure, share=(96, 99))


def columns_of_quantities(table: pd.DataFrame) -> list[Column]:
    """The columns of a table of figures or of the structure."""
    return [
        Column(name, "int" if name in _INTEGERS else "float" if name in _FLOATS else "text")
        for name in table.columns
    ]


def quantity_outputs(result: QuantityCheck) -> dict[str, Any]:
    """Number outputs of a quantity check."""
    totals = result.totals
    return {
        "PASSED": int(totals["passed"]),
        "FAILED": int(totals["failed"]),
        "WARNED": int(totals["warned"]),
        "NOT_MEASURED": int(totals["not_measured"]),
        "TRIALS": int(totals["trials"]),
        "PLAN_AREA_HA": totals["plan_area_ha"],
        "OUTSIDE_AREA_HA": totals["outside_area_ha"],
        "RESIDUAL_HA": totals["residual_ha"],
    }
