# SPDX-License-Identifier: GPL-2.0-or-later
"""The quantities of a plan draft beside its check: structure of the land use and farmland balance."""

from __future__ import annotations

from ..domain.errors import InputError
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


def read_planning_base(run: Run, job: CheckJob) -> CodedLand | None:
    """The planning base of a check, before the long work; None where none is given.

    Raises ``InputError`` for one that cannot be used, and where a table is asked for that needs it.
    """
    base = read_base_plan(run, job.settings, job.plane, job.crs)
    asked = [name for name in OUTPUTS if run.given(name)]
    if base is None and asked:
        raise InputError(
            "{outputs} hold the plan against the planning base, but none was given. Set BASE_PLAN with "
            "BASE_PLAN_FIELD, or leave these outputs out.",
            outputs=", ".join(asked),
        )
    return base


def write_check_quantities(run: Run, job: CheckJob, base: CodedLand | None) -> QuantityCheck | None:
    """Hold the draft against the planning base, where one is given, and write the tables asked for."""
    if base is None:
        return None
    result = check_quantities(
        _land_of(job),
        official_lines(job),
        [],
        job.pack,
        job.settings,
        Measuring(job.plane, job.settings.area_rule),
        surroundings_of(job, base),
        notes=run.notes,
        progress=run.progress(94, 97),
    )
    run.record(quantities=result.totals)
    for name, table in zip(OUTPUTS, (result.rows, result.structure)):
        run.write(name, columns_of_quantities(table), table, share=(97, 98))
    return result


def official_lines(job: CheckJob) -> list[OfficialLine]:
    """The lines of a check, whose areas are measured."""
    return [OfficialLine(line) for line in job.lines]


def surroundings_of(job: CheckJob, base: CodedLand | None) -> Surroundings:
    """What a check gives the quantities beside plan and lines."""
    return Surroundings(
        base=base,
        units=None if job.units is None else job.units.geometry,
        unit_names=None if job.units is None else job.units.names,
    )


def _land_of(job: CheckJob) -> CodedLand:
    plan = job.plan
    return CodedLand(plan.geometry, plan.ids, plan.codes, plan.area_m2, plan.measured_m2, plan.layer)
