# SPDX-License-Identifier: GPL-2.0-or-later
"""The process layer of the change survey (DLTBGXGC) as columns, from polygons or from a table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from qgis.core import QgsWkbTypes

from ..domain.errors import InputError
from ..domain.increments.fields import FIELDS, field_of
from ..domain.increments.records import Records
from ..domain.parcel_areas import ParcelAreas
from ..domain.units import M2_PER_HA
from .dates import with_plain_dates
from .layer_areas import areas_of
from .layers import PolygonLayer
from .run import Run
from .tables import read_table

INCREMENTS = "INCREMENTS"
#: What a process states → the parameter that chooses its field; net areas have none.
PARAMETERS = {
    "before": "BEFORE_FIELD",
    "after": "AFTER_FIELD",
    "area": "AREA_FIELD",
    "ridge_before": "RIDGE_BEFORE_FIELD",
    "ridge_after": "RIDGE_AFTER_FIELD",
    "unit_before": "UNIT_BEFORE_FIELD",
    "unit_after": "UNIT_AFTER_FIELD",
    "id": "ID_FIELD",
    "date": "YEAR_FIELD",
    "boundary": "BOUNDARY_FIELD",
    "cause": "CAUSE_FIELD",
    "permit": "PERMIT_FIELD",
}


@dataclass(frozen=True)
class IncrementLayer:
    """Columns of the process layer by what they state; ``fields`` are their names, ``polygons`` the
    layer where it has shapes, ``areas`` the areas by the area rule. ``before`` and ``after`` tell
    which records have ground in the account at each date."""

    records: Records
    columns: dict[str, np.ndarray]
    fields: dict[str, str]
    polygons: PolygonLayer | None
    areas: ParcelAreas
    before: np.ndarray
    after: np.ndarray

    @property
    def area_ha(self) -> np.ndarray:
        """Area of each record by the area rule; 0 where nothing is drawn."""
        return np.nan_to_num(self.areas.area_m2) / M2_PER_HA

    def sides(self) -> tuple[tuple[str, np.ndarray], tuple[str, np.ndarray]]:
        """Both dates, each with the records that have ground in the account then."""
        return ("before", self.before), ("after", self.after)

    def facts(self) -> dict[str, Any]:
        """What the manifest says about it."""
        crs = {} if self.polygons is None else {"crs": self.polygons.crs_label}
        return {**crs, "fields": self.fields}


def read_increments(run: Run) -> IncrementLayer:
    """Read the increments and refuse those of another year."""
    fields = _fields_of(run)
    records, columns, polygons = _read_columns(run, fields)
    if "date" in fields:
        year = int(run.number("YEAR"))
        records.refuse_other_years(columns["date"], fields["date"], year, run.notes)
    areas = _areas_of(run, records, columns, fields, polygons)
    before, after = records.sides(columns.get("boundary"))
    return IncrementLayer(records, columns, fields, polygons, areas, before, after)


def _fields_of(run: Run) -> dict[str, str]:
    """The field of each meaning: the chosen one or the survey's own."""
    given = run.open(INCREMENTS)
    fields = {}
    for meaning in (*PARAMETERS, "net_before", "net_after"):
        chosen = run.optional_text(PARAMETERS[meaning]) if meaning in PARAMETERS else None
        name = field_of(given.field_names, meaning, chosen)
        if name is not None:
            fields[meaning] = name
        elif meaning in ("before", "after"):
            raise InputError(
                "Layer “{layer}” has no field {field} with the land-use code of a date. Choose the field "
                "that holds it as {parameter}.",
                layer=given.name,
                field=FIELDS[meaning][0],
                parameter=PARAMETERS[meaning],
            )
    for name in fields.values():
        if name not in given.field_names:
            raise InputError(
                "Layer “{layer}” has no field “{field}”. It has: {fields}.",
                layer=given.name,
                field=name,
                fields=", ".join(given.field_names) or "—",
            )
    return fields


def _read_columns(
    run: Run, fields: dict[str, str]
) -> tuple[Records, dict[str, np.ndarray], PolygonLayer | None]:
    given = run.open(INCREMENTS)
    if given.source.wkbType() == QgsWkbTypes.Type.NoGeometry:
        frame = read_table(run, INCREMENTS)
        if frame.empty:
            raise InputError("Table “{layer}” has no rows: there is no increment to book.", layer=given.name)
        columns = {meaning: frame[name].to_numpy(object) for meaning, name in fields.items()}
        ids = columns.get("id", frame.index.map(str).to_numpy(object))
        return Records(given.name, ids), columns, None
    layer = run.read(given, list(fields.values()), id_field=fields.get("id"), share=(0, 30))
    columns = {meaning: with_plain_dates(layer.columns[name]) for meaning, name in fields.items()}
    return Records(layer.name, layer.ids), columns, layer


def _areas_of(
    run: Run,
    records: Records,
    columns: dict[str, np.ndarray],
    fields: dict[str, str],
    polygons: PolygonLayer | None,
) -> ParcelAreas:
    rule = run.text("AREA_RULE")
    if polygons is not None:
        return areas_of(run, polygons, rule, fields.get("area") if rule == "attribute" else None)
    if rule != "attribute":
        raise InputError(
            "Table “{layer}” has no geometry to measure. Choose the AREA_RULE “attribute”.",
            layer=records.layer,
        )
    if "area" not in fields:
        raise InputError(
            "Area rule “attribute” needs the area field of layer “{layer}” (parameter AREA_FIELD, TBMJ in "
            "survey data).",
            layer=records.layer,
        )
    area_m2 = records.areas_ha(columns["area"], fields["area"], run.text("AREA_UNIT")) * M2_PER_HA
    return ParcelAreas(area_m2, area_m2, None)
