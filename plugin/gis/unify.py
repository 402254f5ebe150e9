# SPDX-License-Identifier: GPL-2.0-or-later
"""Statistics of one unit layer onto another: layers and tables in, the unified units out."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..domain.errors import InputError
from ..domain.progress import Progress
from ..domain.statistical_units import Units
from ..domain.unify import (
    EXTENSIVE,
    WEIGHT_COLUMNS,
    Transferred,
    WeightMatrix,
    area_weights,
    compare_with_table,
    dasymetric_weights,
    grid_of_units,
    rake,
    refuse_counted_twice,
    refuse_overlapping_targets,
    transfer,
    transfer_smoothly,
    weights_from_table,
)
from .layers import PolygonLayer
from .run import Run
from .sinks import Column
from .tables import read_table
from .unify_inputs import Source, read_ancillary, read_control, read_source, read_targets

AREAL, DASYMETRIC, PYCNOPHYLACTIC, RAKING = "areal", "dasymetric", "pycnophylactic", "raking"
#: What is written of a variable besides its value.
QUALITY = {
    "imputed_share": "share of the value that stems from split source units, 0–1",
    "missing_share": "share of the covered area whose source has no value, 0–1",
}
_AREA_END = "_ha"
#: Names that the output or its format has already, and what is appended to a variable.
_RESERVED = ("unit", "fid", "geom")
_QUALITY_ENDS = (*(f"_{name}" for name in QUALITY), "_flag")


@dataclass(frozen=True)
class UnifiedUnits:
    """The variables (by field name, in order) on the targets, and how they came there."""

    results: dict[str, Transferred]
    matrix: WeightMatrix
    targets: Units
    target_layer: PolygonLayer
    control: pd.DataFrame | None

    def values(self) -> pd.DataFrame:
        """Values by unit name, one column per variable."""
        return pd.DataFrame({name: result.value for name, result in self.results.items()}, self.targets.names)

    def residual_max(self) -> float:
        """The largest volume residual of any variable (share of its whole)."""
        return max(result.residual for result in self.results.values())


def unify(run: Run) -> UnifiedUnits:
    """Bring the fields of SOURCE onto the units of TARGET by the parameters of the run."""
    source = read_source(run)
    layer, targets = read_targets(run, source.layer)
    _refuse_overlaps(run, source, targets, layer.name)
    matrix = _weights(run, source, targets)
    if not len(matrix.source):
        raise InputError(
            "Layers “{source}” and “{target}” have no ground in common. Check the layers and their CRS.",
            source=source.layer.name,
            target=layer.name,
        )
    refuse_counted_twice(matrix, layer.name)
    method = run.text("METHOD")
    grid = None
    if method == PYCNOPHYLACTIC:
        size = run.number("CELL_SIZE_M") if run.given("CELL_SIZE_M") else None
        grid = grid_of_units(source.units, targets, source.layer.plane, size)
        run.record(cell_size_m=grid.grid.dx, cells=[grid.grid.width, grid.grid.height])
    control = read_control(run, list(source.kinds), targets) if run.given("CONTROL") else None
    margins = _margins(control) if method == RAKING else None
    results = {}
    for number, (name, kind) in enumerate(source.kinds.items()):
        progress = run.progress(60 + 30 * number / len(source.kinds), 90)
        values = source.values[name]
        if grid is not None and kind == EXTENSIVE:
            results[name] = transfer_smoothly(
                grid, values, matrix, notes=run.notes, variable=name, progress=progress
            )
        elif margins is not None and kind == EXTENSIVE:
            results[name] = _raked(matrix, values, margins, name, progress)
        else:
            results[name] = transfer(matrix, values, kind)
        progress(1.0)
    _note_outside(run, results)
    _note_missing(run, source)
    return UnifiedUnits(results, matrix, targets, layer, control)


def _refuse_overlaps(run: Run, source: Source, targets: Units, layer: str) -> None:
    plane, rule = source.layer.plane, run.text("AREA_RULE")
    refuse_overlapping_targets(
        targets, lambda shapes: plane.measure(shapes, rule), layer, progress=run.progress(25, 30)
    )


def _weights(run: Run, source: Source, targets: Units) -> WeightMatrix:
    plane, rule = source.layer.plane, run.text("AREA_RULE")
    given = run.given("WEIGHTS")
    if given and set(WEIGHT_COLUMNS) <= set(run.field_names("WEIGHTS")):
        return weights_from_table(read_table(run, "WEIGHTS"), source.units, targets, run.open("WEIGHTS").name)
    if given and run.text("METHOD") != DASYMETRIC:
        run.notes.add(
            "weights_unused",
            "WEIGHTS “{layer}” is no table of weights of an earlier run, and METHOD “{method}” takes no "
            "polygons with weights: it is not used. Choose METHOD “dasymetric” if it should be.",
            layer=run.open("WEIGHTS").name,
            method=run.text("METHOD"),
        )
    if run.text("METHOD") == DASYMETRIC:
        if not given or not run.given("WEIGHT_FIELD"):
            raise InputError(
                "The METHOD “dasymetric” needs polygons with weights (floor area, class weights) in WEIGHTS "
                "and their field in WEIGHT_FIELD."
            )
        return dasymetric_weights(
            source.units,
            targets,
            read_ancillary(run, source.layer),
            plane,
            rule,
            notes=run.notes,
            progress=run.progress(30, 60),
        )
    matrix = area_weights(source.units, targets, plane, rule, progress=run.progress(30, 60))
    return matrix.inside_only() if run.flag("INSIDE_ONLY") else matrix


def _margins(control: pd.DataFrame | None) -> pd.DataFrame:
    if control is None:
        raise InputError("The METHOD “raking” needs the totals of the target units; give them in CONTROL.")
    return control


def _raked(
    matrix: WeightMatrix, values: np.ndarray, control: pd.DataFrame, name: str, progress: Progress
) -> Transferred:
    if name not in control.columns:
        raise InputError(
            "The control table has no column “{field}” with the totals of the target units.", field=name
        )
    totals = control[name].reindex(matrix.targets).to_numpy(float)
    cells = rake(matrix, values, totals, progress=progress).cells
    fitted = WeightMatrix(
        matrix.sources,
        matrix.targets,
        matrix.source,
        matrix.target,
        matrix.area_m2,
        np.divide(cells, values[matrix.source], out=np.zeros(len(cells)), where=values[matrix.source] > 0.0),
        matrix.by_area,
    )
    return transfer(fitted, values, EXTENSIVE)


def _note_outside(run: Run, results: dict[str, Transferred]) -> None:
    lost = {name: result.outside for name, result in results.items() if result.outside}
    if lost:
        run.notes.add(
            "outside_targets",
            "Source units reach beyond the target units; the values there are left out: {values}. With "
            "INSIDE_ONLY they are shared out among the units that a source does reach.",
            count=len(lost),
            values=", ".join(f"{name} {value:.6g}" for name, value in lost.items()),
        )


def _note_missing(run: Run, source: Source) -> None:
    for name, values in source.values.items():
        bare = ~np.isfinite(values)
        if bare.any():
            run.notes.add(
                "source_without_value",
                "Field “{field}”: {count} source units have no value; the figures of the target units hold "
                "the known part only (see {field}_missing_share).",
                count=int(bare.sum()),
                ids=source.units.names[bare],
                field=name,
            )


def write_unified(run: Run, unified: UnifiedUnits) -> None:
    """Write the units with their values, the weight matrix and the comparison with the control table."""
    frame: dict[str, object] = {"unit": unified.targets.names}
    columns = [Column("unit", "text", "statistical unit")]
    for name, result in zip(_output_names(run, list(unified.results)), unified.results.values()):
        frame[name] = result.value
        columns.append(Column(name, "float", "brought over from the source units"))
        for quality, meaning in QUALITY.items():
            frame[f"{name}_{quality}"] = getattr(result, quality)
            columns.append(Column(f"{name}_{quality}", "float", meaning))
        frame[f"{name}_flag"] = result.flagged.astype(int)
        columns.append(Column(f"{name}_flag", "int", "1: more than half of the value is estimated"))
    layer = unified.target_layer
    run.write(
        "OUTPUT",
        columns,
        pd.DataFrame(frame),
        layer.plane.from_plane(unified.targets.geometry),
        layer.crs,
        share=(90, 94),
    )
    texts = [Column(name, "text") for name in WEIGHT_COLUMNS[:2]]
    floats = [Column(name, "float") for name in WEIGHT_COLUMNS[2:]]
    run.write("OUTPUT_WEIGHTS", [*texts, *floats], unified.matrix.to_frame(), share=(94, 97))


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
    areas = frozenset(name for name in unified.results if name.endswith(_AREA_END))
    rows = compare_with_table(unified.values(), unified.control, areas)
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
