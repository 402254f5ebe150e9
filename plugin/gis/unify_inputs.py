# SPDX-License-Identifier: GPL-2.0-or-later
"""What a run that unifies statistical units reads: sources, targets, weights and the control table."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..domain.account_book.units import parents_of
from ..domain.errors import InputError
from ..domain.statistical_units import Units, units_of
from ..domain.unify import EXTENSIVE, INTENSIVE, Ancillary, valid_in
from .compat import strings_of
from .dates import with_plain_dates
from .field_values import numbers_of
from .layers import PolygonLayer, text_of
from .run import Run
from .tables import read_table

#: Column of a control table with the areas of the target units in ha.
AREA_FIELD = "area_ha"


@dataclass(frozen=True)
class Source:
    """Source units with the values of their fields (NaN where empty) and the kind of each field."""

    layer: PolygonLayer
    units: Units
    kinds: dict[str, str]
    values: dict[str, np.ndarray]


def read_source(run: Run) -> Source:
    """The source units with the fields to bring over; features without geometry are noted."""
    extensive, intensive = (_fields(run, name) for name in ("EXTENSIVE_FIELDS", "INTENSIVE_FIELDS"))
    both = [name for name in extensive if name in intensive]
    if both or not (extensive or intensive):
        raise InputError(
            "Choose the fields to bring over: totals in EXTENSIVE_FIELDS, densities and rates in "
            "INTENSIVE_FIELDS, each field in one of them only ({fields}).",
            fields=", ".join(both) or "–",
        )
    kinds = {**dict.fromkeys(extensive, EXTENSIVE), **dict.fromkeys(intensive, INTENSIVE)}
    name_field, year_fields = run.optional_text("SOURCE_FIELD"), _year_fields(run, "SOURCE_")
    layer = run.polygons("SOURCE", [*kinds, *year_fields], id_field=name_field, share=(0, 15))
    year = "SOURCE_YEAR" if run.given("SOURCE_YEAR") else "YEAR"
    holds = _in_force(run, layer, layer.ids, year_fields, year)
    if name_field:
        _refuse_repeated(layer, layer.ids[holds], name_field)
    drawn = np.array([shape is not None for shape in layer.geometry], dtype=bool)
    values = {name: numbers_of(layer, name) for name in kinds}
    _note_without_ground(run, layer, holds & ~drawn, values)
    kept = holds & drawn
    units = Units(layer.ids[kept].astype(object), layer.geometry[kept])
    return Source(layer, units, kinds, {name: array[kept] for name, array in values.items()})


def _refuse_repeated(layer: PolygonLayer, ids: np.ndarray, field: str) -> None:
    names = pd.Series(ids, dtype=object)
    twice = names[names.duplicated()]
    if len(twice):
        raise InputError(
            "Source unit “{unit}” occurs several times in field “{field}” of layer “{layer}” (features too "
            "many: {count}): whether each holds the total of the unit or a part of it cannot be told. Join "
            "its polygons into one feature, or choose a SOURCE_FIELD that names each feature.",
            unit=twice.iloc[0],
            field=field,
            layer=layer.name,
            count=len(twice),
        )


def _fields(run: Run, name: str) -> list[str]:
    return strings_of(run.algorithm, run.parameters, name, run.context)


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


@dataclass(frozen=True)
class Target:
    """Target units in the plane of the sources; ``parents`` of each unit, where a field tells them."""

    layer: PolygonLayer
    units: Units
    parents: dict[str, str] | None


def read_targets(run: Run, source: PolygonLayer) -> Target:
    """The target units that hold in the YEAR, in the plane of the sources."""
    name_field, year_fields = run.optional_text("TARGET_FIELD"), _year_fields(run)
    parent_field = run.optional_text("PARENT_FIELD")
    layer = run.polygons(
        "TARGET",
        [name_field, parent_field, *year_fields],
        crs=source.crs,
        plane=source.plane,
        share=(15, 25),
    )
    names = layer.columns[name_field] if name_field else layer.ids
    holds = _in_force(run, layer, names, year_fields, "YEAR")
    units = units_of(list(names[holds]), layer.geometry[holds], layer.name, run.notes)
    parents = None
    if parent_field:
        above = layer.columns[parent_field][holds]
        table = {"unit": [_text(name) for name in names[holds]], "parent": [_text(name) for name in above]}
        parents = parents_of(pd.DataFrame(table))
    return Target(layer, units, parents)


def _text(value: object) -> str:
    return "" if value is None else text_of(value)


def _year_fields(run: Run, side: str = "") -> list[str | None]:
    return [run.optional_text(f"{side}{name}") for name in ("VALID_FROM_FIELD", "VALID_TO_FIELD")]


def _in_force(
    run: Run, layer: PolygonLayer, names: np.ndarray, fields: list[str | None], year: str
) -> np.ndarray:
    """Which features are versions of units in force in the year of a parameter; all without fields."""
    if not any(fields):
        return np.ones(len(layer), dtype=bool)
    if not run.given(year):
        raise InputError("Versions of units need the YEAR for which they are to be chosen; set YEAR.")
    blank = [None] * len(layer)
    first, last = (list(with_plain_dates(layer.columns[field])) if field else blank for field in fields)
    return valid_in(int(run.number(year)), first, last, list(names), layer.name)


def read_ancillary(run: Run, source: PolygonLayer) -> Ancillary:
    """The polygons with weights for the method “dasymetric”."""
    field = run.text("WEIGHT_FIELD")
    layer = run.polygons("WEIGHTS", [field], crs=source.crs, plane=source.plane, share=(25, 30))
    return Ancillary(layer.geometry, numbers_of(layer, field), layer.ids, layer.name, run.text("WEIGHT_KIND"))


def read_control(run: Run, fields: list[str], targets: Units) -> pd.DataFrame:
    """The control table by unit, one column of numbers for each of the ``fields`` that it has.

    Raises ``InputError`` where it names a unit twice, holds texts in place of numbers, or has no
    field or no unit in common with the result.
    """
    table = run.open("CONTROL").name
    frame = read_table(run, "CONTROL")
    column = run.optional_text("CONTROL_FIELD") or next(iter(map(str, frame.columns)), "")
    if column not in frame.columns:
        raise InputError(
            "Table “{table}” has no column “{field}”. Choose the column of unit names in CONTROL_FIELD.",
            table=table,
            field=column,
        )
    wanted = dict.fromkeys((*fields, AREA_FIELD))
    shared = [name for name in wanted if name in frame.columns and name != column]
    if not (shared and frame[column].isin(targets.names).any()):
        raise InputError(
            "Control table “{table}” has no column of the fields that are brought over ({fields}), or its "
            "column “{field}” names none of the target units. Name columns and units alike, or choose "
            "another CONTROL_FIELD.",
            table=table,
            fields=", ".join(fields),
            field=column,
        )
    twice = frame[column].duplicated()
    if twice.any():
        raise InputError(
            "Control table “{table}”, row {row}: unit “{unit}” has a row already. Leave one of them.",
            table=table,
            row=frame.index[twice][0],
            unit=frame.loc[twice, column].iloc[0],
        )
    numbers = {name: _control_numbers(frame, name, table) for name in shared}
    return pd.DataFrame(numbers).set_axis(frame[column].to_numpy(object), axis=0)


def _control_numbers(frame: pd.DataFrame, name: str, table: str) -> pd.Series:
    numbers = pd.to_numeric(frame[name], errors="coerce").astype(float)
    wrong = ~np.isfinite(numbers) & (frame[name] != "")
    if wrong.any():
        raise InputError(
            "Control table “{table}”, row {row}: “{value}” in column “{field}” is no number. Correct it or "
            "leave it empty.",
            table=table,
            row=frame.index[wrong][0],
            value=frame.loc[wrong, name].iloc[0],
            field=name,
        )
    return numbers
