# SPDX-License-Identifier: GPL-2.0-or-later
"""The uncertainty of a baseline: its table in, intervals and ranking out."""

from __future__ import annotations

import math

import pandas as pd

from ..domain.errors import InputError
from ..domain.factors import FactorSet
from ..domain.uncertainty import (
    COLUMNS,
    Uncertainty,
    UncertaintySettings,
    areas_from_samples,
    assess,
    parse_confusion,
)
from .run import Run
from .sinks import Column
from .tables import frame_of, read_table

#: Columns of the table of a baseline that the account is made from again.
NEEDED = ("unit", "carbon_class", "area_ha")
_RANKING = ("contribution", "cumulative", "value", "low", "high")


def assess_baseline(run: Run, factors: FactorSet) -> Uncertainty:
    """The intervals of the baseline table of a run by its parameters."""
    cells = _cells_of(run)
    settings = UncertaintySettings(
        method=run.text("METHOD"),
        draws=int(run.number("DRAWS")),
        seed=int(run.number("SEED")),
        distribution=run.text("DISTRIBUTION"),
    )
    areas = None
    if run.given("CONFUSION"):
        mapped = cells.groupby("carbon_class")["area_ha"].agg(math.fsum)
        areas = areas_from_samples(parse_confusion(read_table(run, "CONFUSION")), mapped)
        _note_unmapped_classes(run, areas)
    _refuse_unknown(cells, factors)
    run.record(
        method=settings.method,
        draws=settings.draws,
        seed=settings.seed,
        distribution=settings.distribution,
    )
    return assess(cells, factors, settings, areas=areas, progress=run.progress(20, 90))


def _note_unmapped_classes(run: Run, areas: pd.DataFrame) -> None:
    """Tell of ground that the samples give to classes of which the map shows nothing."""
    lost = areas[(areas["mapped_ha"] == 0.0) & (areas["area_ha"] > 0.0)]
    if len(lost):
        run.notes.add(
            "classes_not_mapped",
            "By the error matrix {area_ha:.4f} ha belong to {count} classes of which the map shows nothing "
            "({classes}): no unit tells where they lie, so that the intervals leave this ground out.",
            count=len(lost),
            area_ha=math.fsum(lost["area_ha"]),
            classes=", ".join(map(str, lost.index)),
        )


def _cells_of(run: Run) -> pd.DataFrame:
    given = run.open("BASELINE")
    missing = [name for name in NEEDED if name not in given.field_names]
    if missing:
        raise InputError(
            "Layer “{layer}” has no field {fields}: it is not the table per unit and class that “Sink "
            "baseline” writes (OUTPUT_TABLE).",
            layer=given.name,
            fields=", ".join(missing),
        )
    frame = frame_of(given.source)[list(NEEDED)]
    if frame.empty:
        raise InputError("Table “{layer}” has no rows. Make the baseline again.", layer=given.name)
    gaps = frame.index[frame.isna().any(axis=1)]
    if len(gaps):
        raise InputError(
            "Table “{layer}”: {count} rows lack unit, carbon_class or area_ha; the first is row {row}. Make "
            "the baseline again.",
            layer=given.name,
            count=len(gaps),
            row=int(gaps[0]) + 1,
        )
    run.manifest.add_input("BASELINE", layer=given.name, source=given.described, features=len(frame))
    return frame.astype({"area_ha": float})


def _refuse_unknown(cells: pd.DataFrame, factors: FactorSet) -> None:
    missing = sorted(set(cells["carbon_class"]) - set(factors.terms["key"]))
    if missing:
        raise InputError(
            "Factor set “{factor_set}” has no row for the classes {classes} of the baseline. Choose the "
            "FACTOR_SET with which it was made.",
            factor_set=factors.id,
            classes=", ".join(map(str, missing)),
        )


def write_uncertainty(run: Run, result: Uncertainty) -> None:
    """Write the intervals per unit and the ranking of the inputs."""
    run.write(
        "OUTPUT",
        [Column("unit", "text", "statistical unit"), *(Column(name, "float") for name in COLUMNS)],
        result.by_unit,
        share=(90, 95),
    )
    texts = ("quantity", "carbon_class", "term", "evidence", "source")
    columns = [Column(name, "text") for name in texts] + [Column(name, "float") for name in _RANKING]
    run.write("OUTPUT_RANKING", columns, result.ranking, share=(95, 99))


def uncertainty_outputs(result: Uncertainty) -> dict[str, float]:
    """Number outputs: the totals with their bounds."""
    total = result.total
    return {
        f"TOTAL_{name.upper()}{bound.upper()}": total[f"{name}{bound}"]
        for name in ("stock_tc", "removal_tco2e_a", "emission_tco2e_a", "net_tco2e_a")
        for bound in ("", "_low", "_high")
    }
