# SPDX-License-Identifier: GPL-2.0-or-later
"""Statistics of one unit layer onto another, by the parameters of a run."""

from __future__ import annotations

from dataclasses import dataclass, replace

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
    dasymetric_weights,
    grid_of_units,
    rake,
    refuse_counted_twice,
    refuse_overlapping_targets,
    transfer,
    transfer_smoothly,
    weights_from_table,
)
from .run import Run
from .tables import read_table
from .unify_inputs import Source, Target, read_ancillary, read_control, read_source, read_targets
from .unify_rasters import read_raster_weights

AREAL, DASYMETRIC, PYCNOPHYLACTIC, RAKING = "areal", "dasymetric", "pycnophylactic", "raking"


@dataclass(frozen=True)
class UnifiedUnits:
    """The variables (by field name, in order) on the targets, and how they came there."""

    results: dict[str, Transferred]
    matrix: WeightMatrix
    target: Target
    control: pd.DataFrame | None

    def values(self) -> pd.DataFrame:
        """Values by unit name, one column per variable."""
        values = {name: result.value for name, result in self.results.items()}
        return pd.DataFrame(values, self.target.units.names)

    def residual_max(self) -> float:
        """The largest volume residual of any variable (share of its whole)."""
        return max(result.residual for result in self.results.values())


def unify(run: Run) -> UnifiedUnits:
    """Bring the fields of SOURCE onto the units of TARGET by the parameters of the run."""
    source = read_source(run)
    target = read_targets(run, source.layer)
    layer, targets = target.layer, target.units
    _refuse_overlaps(run, source, targets, layer.name)
    matrix = _weights(run, source, targets)
    if run.flag("INSIDE_ONLY"):
        matrix = matrix.inside_only()
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
    return UnifiedUnits(results, matrix, target, control)


def _refuse_overlaps(run: Run, source: Source, targets: Units, layer: str) -> None:
    plane, rule = source.layer.plane, run.text("AREA_RULE")
    refuse_overlapping_targets(
        targets, lambda shapes: plane.measure(shapes, rule), layer, progress=run.progress(25, 30)
    )


def _weights(run: Run, source: Source, targets: Units) -> WeightMatrix:
    plane, rule = source.layer.plane, run.text("AREA_RULE")
    given = run.given("WEIGHTS")
    raster = given and run.is_raster("WEIGHTS")
    if given and not raster and set(WEIGHT_COLUMNS) <= set(run.field_names("WEIGHTS")):
        return weights_from_table(read_table(run, "WEIGHTS"), source.units, targets, run.open("WEIGHTS").name)
    if given and run.text("METHOD") != DASYMETRIC:
        run.notes.add(
            "weights_unused",
            "WEIGHTS “{layer}” is no table of weights of an earlier run, and METHOD “{method}” takes no "
            "polygons or raster with weights: it is not used. Choose METHOD “dasymetric” if it should be.",
            layer=_layer_name(run, "WEIGHTS"),
            method=run.text("METHOD"),
        )
    if run.text("METHOD") == DASYMETRIC:
        if not (raster or (given and run.given("WEIGHT_FIELD"))):
            raise InputError(
                "The METHOD “dasymetric” needs weights in WEIGHTS: a raster (night lights, population), or "
                "polygons (floor area, class weights) with their field in WEIGHT_FIELD."
            )
        return _weights_inside(run, source, targets, raster)
    return area_weights(source.units, targets, plane, rule, progress=run.progress(30, 60))


def _weights_inside(run: Run, source: Source, targets: Units, raster: bool) -> WeightMatrix:
    digest = None
    if raster:
        weights, digest = read_raster_weights(run, source.layer)
    else:
        weights = read_ancillary(run, source.layer)
    matrix = dasymetric_weights(
        source.units,
        targets,
        weights,
        source.layer.plane,
        run.text("AREA_RULE"),
        notes=run.notes,
        progress=run.progress(30, 60),
    )
    if digest is not None:
        run.record(weight_cells_sha256=digest.hexdigest())
    return matrix


def _layer_name(run: Run, name: str) -> str:
    layer = run.algorithm.parameterAsLayer(run.parameters, name, run.context)
    return str(layer.name()) if layer is not None else run.open(name).name


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
    whole = values[matrix.source]
    share = np.divide(cells, whole, out=np.zeros(len(cells)), where=whole > 0.0)
    return transfer(replace(matrix, share=share), values, EXTENSIVE)


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
