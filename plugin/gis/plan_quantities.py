# SPDX-License-Identifier: GPL-2.0-or-later
"""The quantities of a plan draft beside its check: structure of the land use and farmland balance."""

from __future__ import annotations

from ..domain.quantities import (
    CodedLand,
    Measuring,
    OfficialLine,
    QuantityCheck,
    Surroundings,
    check_quantities,
)
from .plan import CheckJob
from .quantities.land import read_base_plan
from .quantities.outputs import columns_of_quantities
from .run import Run

OUTPUTS = ("OUTPUT_QUANTITIES", "OUTPUT_STRUCTURE")


def write_check_quantities(run: Run, job: CheckJob) -> QuantityCheck | None:
    """Hold the draft against the planning base, where one is given, and write the tables asked for."""
    base = read_base_plan(run, job.settings, job.plane, job.crs)
    if base is None:
        return None
    result = check_quantities(
        _land_of(job),
        [OfficialLine(line) for line in job.lines],
        [],
        job.pack,
        job.settings,
        Measuring(job.plane, job.settings.area_rule),
        Surroundings(
            base=base,
            units=None if job.units is None else job.units.geometry,
            unit_names=None if job.units is None else job.units.names,
        ),
        notes=run.notes,
        progress=run.progress(94, 97),
    )
    run.record(quantities=result.totals)
    for name, table in zip(OUTPUTS, (result.rows, result.structure)):
        run.write(name, columns_of_quantities(table), table, share=(97, 98))
    return result


def _land_of(job: CheckJob) -> CodedLand:
    plan = job.plan
    return CodedLand(plan.geometry, plan.ids, plan.codes, plan.area_m2, plan.measured_m2, plan.layer)
