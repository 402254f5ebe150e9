# SPDX-License-Identifier: GPL-2.0-or-later
"""What a run that unifies statistical units writes: the units, the weights, map against table."""

from __future__ import annotations

import pandas as pd

from ..domain.unify import BY_AREA, WEIGHT_COLUMNS, compare_with_table, root_mean_square_errors
from ..domain.units import M2_PER_HA
from .run import Run
from .sinks import Column
from .unify import DASYMETRIC, RAKING, UnifiedUnits
from .unify_inputs import AREA_FIELD

#: What is written of a variable besides its value.
QUALITY = {
    "imputed_share": "share of the value that stems from split source units, 0–1",
    "missing_share": "share of the covered area whose source has no value, 0–1",
    "by_area_share": "share of the value from sources without any weight, given by area, 0–1",
}
_AREA_END = "_ha"
#: Names that the output or its format has already, and what is appended to a variable.
_RESERVED = ("unit", "year", "parent", "fid", "geom")
_QUALITY_ENDS = (*(f"_{name}" for name in QUALITY), "_flag")


def write_unified(run: Run, unified: UnifiedUnits) -> None:
    """Write the units with their values, the weight matrix and the comparison with the control table."""
    units, layer = unified.target.units, unified.target.layer
    frame: dict[str, object] = {"unit": units.names}
    columns = [Column("unit", "text", "statistical unit")]
    if run.given("YEAR"):
        frame["year"] = int(run.number("YEAR"))
        columns.append(Column("year", "int", "calendar year"))
    if unified.target.parents is not None:
        frame["parent"] = [unified.target.parents.get(name) for name in units.names]
        columns.append(Column("parent", "text", "unit of which it is part"))
    told = [name for name in QUALITY if name != "by_area_share" or run.text("METHOD") == DASYMETRIC]
    for name, result in zip(_output_names(run, list(unified.results)), unified.results.values()):
        frame[name] = result.value
        columns.append(Column(name, "float", "brought over from the source units"))
        for quality in told:
            frame[f"{name}_{quality}"] = getattr(result, quality)
            columns.append(Column(f"{name}_{quality}", "float", QUALITY[quality]))
        frame[f"{name}_flag"] = result.flagged.astype(int)
        columns.append(Column(f"{name}_flag", "int", "1: more than half of the value is estimated"))
    run.write(
        "OUTPUT",
        columns,
        pd.DataFrame(frame),
        layer.plane.from_plane(units.geometry),
        layer.crs,
        share=(90, 94),
    )
    texts = [Column(name, "text") for name in WEIGHT_COLUMNS[:2]]
    numbers = [*(Column(name, "float") for name in WEIGHT_COLUMNS[2:]), Column(BY_AREA, "int")]
    run.write("OUTPUT_WEIGHTS", [*texts, *numbers], unified.matrix.to_frame(), share=(94, 97))


def _output_names(run: Run, fields: list[str]) -> list[str]:
    """Names of the written variables: a field that would be written over gets ``_in`` at its end."""
    taken, names = set(_RESERVED), []
    for field in fields:
        name = field
        while taken & (written := {f"{name}{end}".lower() for end in ("", *_QUALITY_ENDS)}):
            name += "_in"
        taken |= written
        names.append(name)
        if name != field:
            run.notes.add(
                "field_renamed",
                "Field “{old}” has the name of another output field: it is written as “{new}”.",
                warning=False,
                old=field,
                new=name,
            )
    return names


def write_agreement(run: Run, unified: UnifiedUnits) -> int:
    """Write the comparison with the control table (图数一致) and return how many cells disagree."""
    if unified.control is None:
        return 0
    shown = unified.values()
    if AREA_FIELD not in shown.columns:
        units, plane = unified.target.units, unified.target.layer.plane
        shown[AREA_FIELD] = plane.measure(units.geometry, run.text("AREA_RULE")) / M2_PER_HA
    areas = frozenset(name for name in shown.columns if name.endswith(_AREA_END))
    rows = compare_with_table(shown, unified.control, areas)
    if run.text("METHOD") != RAKING:
        _tell_errors(run, rows[rows["variable"].isin(list(unified.results))])
    columns = [Column("unit", "text"), Column("variable", "text")]
    columns += [Column(name, "float") for name in ("map_value", "table_value", "difference", "tolerance")]
    frame = rows.assign(agrees=rows["agrees"].astype(int))
    run.write("OUTPUT_AGREEMENT", [*columns, Column("agrees", "int")], frame, share=(97, 99))
    apart = rows[~rows["agrees"].astype(bool)]
    if len(apart):
        run.notes.add(
            "map_against_table",
            "{count} figures do not agree with the control table (1 ha for areas, 0.5 % for the rest): "
            "{cells}.",
            count=len(apart),
            cells=", ".join(f"{row.unit} {row.variable}" for row in apart.head(20).itertuples()),
        )
    return len(apart)


def _tell_errors(run: Run, rows: pd.DataFrame) -> None:
    """The error against known figures, which had no part in the estimate (hold-out)."""
    errors = root_mean_square_errors(rows)
    for name, (error, mean, count) in errors.items():
        run.notes.add(
            "hold_out_error",
            "“{field}”: the root mean square error against the control table is {error:.6g} over {count} "
            "units with a mean of {mean:.6g}.",
            warning=False,
            count=count,
            field=name,
            error=error,
            mean=mean,
        )
    run.record(hold_out_rmse={name: error for name, (error, _mean, _count) in errors.items()})
