# SPDX-License-Identifier: GPL-2.0-or-later
"""Statistics of one unit layer onto another: layers and tables in, the unified units out."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..domain.errors import InputError
from ..domain.statistical_units import Units, units_of
from ..domain.unify import (
    EXTENSIVE,
    INTENSIVE,
    WEIGHT_COLUMNS,
    Ancillary,
    Transferred,
    WeightMatrix,
    area_weights,
    compare_with_table,
    dasymetric_weights,
    grid_of_units,
    rake,
    refuse_overlapping_targets,
    transfer,
    transfer_smoothly,
    valid_in,
    weights_from_table,
)
from .compat import strings_of
from .layers import PolygonLayer
from .run import Run
from .sinks import Column
from .tables import read_table

AREAL, DASYMETRIC, PYCNOPHYLACTIC, RAKING = "areal", "dasymetric", "pycnophylactic", "raking"
#: What is written of a variable besides its value.
QUALITY = {
    "imputed_share": "share of the value that stems from split source units, 0–1",
    "missing_share": "share of the covered area whose source has no value, 0–1",
}
_AREA_END = "_ha"


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


@dataclass(frozen=True)
class _Source:
    layer: PolygonLayer
    units: Units
    kinds: dict[str, str]
    values: dict[str, np.ndarray]


def unify(run: Run) -> UnifiedUnits:
    """Bring the fields of SOURCE onto the units of TARGET by the parameters of the run."""
    source = _read_source(run)
    layer, targets = _read_targets(run, source.layer)
    matrix = _weights(run, source, targets)
    refuse_overlapping_targets(matrix, layer.name)
    method = run.text("METHOD")
    grid = None
    if method == PYCNOPHYLACTIC:
        size = run.number("CELL_SIZE_M") if run.given("CELL_SIZE_M") else None
        grid = grid_of_units(source.units, targets, source.layer.plane, size)
        run.record(cell_size_m=grid.grid.dx, cells=[grid.grid.width, grid.grid.height])
    control = _read_control(run) if run.given("CONTROL") else None
    margins = _margins(control) if method == RAKING else None
    results = {}
    for number, (name, kind) in enumerate(source.kinds.items()):
        progress = run.progress(60 + 30 * number / len(source.kinds), 90)
        values = source.values[name]
        if grid is not None and kind == EXTENSIVE:
            results[name] = transfer_smoothly(
                grid, values, targets, notes=run.notes, variable=name, progress=progress
            )
        elif margins is not None and kind == EXTENSIVE:
            results[name] = _raked(matrix, values, margins, name)
        else:
            results[name] = transfer(matrix, values, kind)
        progress(1.0)
    _note_outside(run, results)
    _note_missing(run, source)
    return UnifiedUnits(results, matrix, targets, layer, control)


def _read_source(run: Run) -> _Source:
    extensive, intensive = (_fields(run, name) for name in ("EXTENSIVE_FIELDS", "INTENSIVE_FIELDS"))
    both = [name for name in extensive if name in intensive]
    if both or not (extensive or intensive):
        raise InputError(
            "Choose the fields to bring over: totals in EXTENSIVE_FIELDS, densities and rates in "
            "INTENSIVE_FIELDS, each field in one of them only ({fields}).",
            fields=", ".join(both) or "–",
        )
    kinds = {**dict.fromkeys(extensive, EXTENSIVE), **dict.fromkeys(intensive, INTENSIVE)}
    name_field = run.optional_text("SOURCE_FIELD")
    layer = run.polygons("SOURCE", list(kinds), id_field=name_field, share=(0, 15))
    drawn = np.array([shape is not None for shape in layer.geometry], dtype=bool)
    values = {name: _numbers(layer, name) for name in kinds}
    _note_without_ground(run, layer, ~drawn, values)
    units = Units(layer.ids[drawn].astype(object), layer.geometry[drawn])
    return _Source(layer, units, kinds, {name: array[drawn] for name, array in values.items()})


def _fields(run: Run, name: str) -> list[str]:
    return strings_of(run.algorithm, run.parameters, name, run.context)


def _numbers(layer: PolygonLayer, name: str) -> np.ndarray:
    column = layer.columns[name]
    numbers = pd.to_numeric(pd.Series(list(column), dtype=object), errors="coerce").to_numpy(float)
    blank = np.array([value is None or str(value).strip() == "" for value in column], dtype=bool)
    bad = ~np.isfinite(numbers) & ~blank
    if bad.any():
        first = int(np.argmax(bad))
        raise InputError(
            "Field “{field}” of layer “{layer}” is no number in {count} features, the first is {id} (value "
            "{value}). Correct them or leave them empty.",
            field=name,
            layer=layer.name,
            count=int(bad.sum()),
            id=layer.ids[first],
            value=column[first],
        )
    return numbers


def _note_without_ground(
    run: Run, layer: PolygonLayer, bare: np.ndarray, values: dict[str, np.ndarray]
) -> None:
    if bare.all():
        raise InputError("No feature of layer “{layer}” has a usable geometry.", layer=layer.name)
    if bare.any():
        lost = ", ".join(f"{name} {np.nansum(array[bare]):.6g}" for name, array in values.items())
        run.notes.add(
            "source_without_geometry",
            "{count} source units of layer “{layer}” have no usable geometry; their values are left out: "
            "{values}.",
            count=int(bare.sum()),
            ids=layer.ids[bare],
            layer=layer.name,
            values=lost,
        )


def _read_targets(run: Run, source: PolygonLayer) -> tuple[PolygonLayer, Units]:
    name_field, year_fields = run.optional_text("TARGET_FIELD"), _year_fields(run)
    layer = run.polygons(
        "TARGET", [name_field, *year_fields], crs=source.crs, plane=source.plane, share=(15, 25)
    )
    names = layer.columns[name_field] if name_field else layer.ids
    holds = np.ones(len(layer), dtype=bool)
    if any(year_fields):
        if not run.given("YEAR"):
            raise InputError("Versions of units need the YEAR for which they are to be chosen; set YEAR.")
        blank = [None] * len(layer)
        first, last = (layer.columns[field] if field else blank for field in year_fields)
        holds = valid_in(int(run.number("YEAR")), list(first), list(last), list(names), layer.name)
    return layer, units_of(list(names[holds]), layer.geometry[holds], layer.name, run.notes)


def _year_fields(run: Run) -> list[str | None]:
    return [run.optional_text(name) for name in ("VALID_FROM_FIELD", "VALID_TO_FIELD")]


def _weights(run: Run, source: _Source, targets: Units) -> WeightMatrix:
    plane, rule = source.layer.plane, run.text("AREA_RULE")
    given = run.given("WEIGHTS")
    if given and set(WEIGHT_COLUMNS) <= set(run.field_names("WEIGHTS")):
        return weights_from_table(read_table(run, "WEIGHTS"), source.units, targets, run.open("WEIGHTS").name)
    if run.text("METHOD") == DASYMETRIC:
        if not given or not run.given("WEIGHT_FIELD"):
            raise InputError(
                "The METHOD “dasymetric” needs polygons with weights (floor area, class weights) in WEIGHTS "
                "and their field in WEIGHT_FIELD."
            )
        return dasymetric_weights(
            source.units,
            targets,
            _ancillary(run, source.layer),
            plane,
            rule,
            notes=run.notes,
            progress=run.progress(30, 60),
        )
    matrix = area_weights(source.units, targets, plane, rule, progress=run.progress(30, 60))
    return matrix.inside_only() if run.flag("INSIDE_ONLY") else matrix


def _ancillary(run: Run, source: PolygonLayer) -> Ancillary:
    field = run.text("WEIGHT_FIELD")
    layer = run.polygons("WEIGHTS", [field], crs=source.crs, plane=source.plane, share=(25, 30))
    return Ancillary(layer.geometry, _numbers(layer, field), layer.ids, layer.name, run.text("WEIGHT_KIND"))


def _margins(control: pd.DataFrame | None) -> pd.DataFrame:
    if control is None:
        raise InputError("The METHOD “raking” needs the totals of the target units; give them in CONTROL.")
    return control


def _read_control(run: Run) -> pd.DataFrame:
    """The control table by unit: one column of numbers per variable."""
    frame = read_table(run, "CONTROL")
    column = run.optional_text("CONTROL_FIELD") or str(frame.columns[0])
    if column not in frame.columns:
        raise InputError(
            "Table “{table}” has no column “{field}”. Choose the column of unit names in CONTROL_FIELD.",
            table=run.open("CONTROL").name,
            field=column,
        )
    return frame.set_index(column).apply(pd.to_numeric, errors="coerce").astype(float)


def _raked(matrix: WeightMatrix, values: np.ndarray, control: pd.DataFrame, name: str) -> Transferred:
    if name not in control.columns:
        raise InputError(
            "The control table has no column “{field}” with the totals of the target units.", field=name
        )
    totals = control[name].reindex(matrix.targets).to_numpy(float)
    cells = rake(matrix, values, totals).cells
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


def _note_missing(run: Run, source: _Source) -> None:
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
    for name, result in unified.results.items():
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
