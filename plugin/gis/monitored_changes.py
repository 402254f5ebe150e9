# SPDX-License-Identifier: GPL-2.0-or-later
"""Changes of land use between two surveys, held against the control lines of a monitoring run."""

from __future__ import annotations

import numpy as np
import pandas as pd

from ..domain.classes import MatchedCodes
from ..domain.errors import InputError
from ..domain.increments.fields import field_of
from ..domain.monitoring import Changes, changes_inside, codes_of_class
from ..domain.plancheck.lines import bind_lines
from ..domain.rules import rules_in_force
from ..domain.statistical_units import Units
from ..domain.units import M2_PER_HA
from .codes import match_column
from .dates import day_of
from .field_values import numbers_of
from .layers import PolygonLayer
from .plan.control_lines import describe_lines, read_typed_lines
from .plan.rule_codes import can_speak_rules, rule_codes
from .rule_packs import read_rules
from .run import Run
from .sinks import Column

CHANGES, CONTROL_LINES, LINE_TYPES = "CHANGES", "CONTROL_LINES", "LINE_TYPES"
#: Fields of the change map that “Stock change between two dates” writes; they hold carbon classes.
FROM_CLASS, TO_CLASS, AREA_HA, CHANGE_TC = "from_class", "to_class", "area_ha", "change_tc"
CARBON_CLASS = "carbon_class"
_COLUMNS = (
    Column("unit", "text", "statistical unit"),
    Column("line_type", "text", "type of the control line"),
    Column("line_id", "text", "id of its feature"),
    Column("line", "text", "layer of the control line"),
    Column("line_status", "text", "legal, draft or standin"),
    Column("change_id", "text", "feature of CHANGES"),
    Column("from_class", "text", "carbon class before"),
    Column("to_class", "text", "carbon class after"),
    Column("area_ha", "float", "area inside the line, ha"),
    Column("change_tc", "float", "change of carbon stock there, t C"),
    Column("illegal", "text", "yes, no, or undecided by codes alone"),
    Column("rules", "text", "rules that forbid the change, or ask for a proof"),
    Column("year", "int"),
    Column("begins", "text", "first day of the year"),
    Column("ends", "text", "last day"),
)


def find_changes(run: Run, layer: PolygonLayer | None, units: Units | None) -> pd.DataFrame | None:
    """The changes of a run inside its control lines, in the plane of the units; None where none are given.

    Raises ``InputError`` where lines or units are missing.
    """
    if not run.given(CHANGES):
        return None
    if layer is None or units is None:
        raise InputError("CHANGES is cut by statistical units, but UNITS is empty. Choose the units.")
    if not run.open_list(CONTROL_LINES):
        raise InputError(
            "CHANGES is held against control lines, but CONTROL_LINES is empty. Choose the control lines."
        )
    pack = read_rules(run)
    law = rules_in_force(pack, day_of(run.text("AS_OF")))
    changes = _read_changes(run, layer)
    given = read_typed_lines(run, pack, layer.plane, layer.crs, CONTROL_LINES, LINE_TYPES)
    run.record(**describe_lines(given), rules=pack.id)
    lines = bind_lines(given, law, layer.plane, run.notes)
    return changes_inside(
        changes, lines, units, law, layer.plane.ellipsoidal_m2, run.notes, run.progress(35, 60)
    )


def _read_changes(run: Run, units: PolygonLayer) -> Changes:
    given = run.open(CHANGES)
    names = given.field_names
    fields = [_field(run, names, "before", FROM_CLASS), _field(run, names, "after", TO_CLASS)]
    stated = [name for name in (AREA_HA, CHANGE_TC) if name in names]
    layer = run.read(
        given,
        [*fields, *stated],
        id_field=field_of(names, "id"),
        crs=units.crs,
        plane=units.plane,
        share=(25, 30),
    )
    before, after = (_Side(run, layer, field) for field in fields)
    changed = np.array([one != other for one, other in zip(before.uses, after.uses)], dtype=bool)
    rows = np.flatnonzero(changed & np.array([shape is not None for shape in layer.geometry], dtype=bool))
    measured_m2 = layer.plane.measure_layer(layer.geometry[rows], "ellipsoidal", run.progress(30, 35))
    area_m2 = measured_m2
    if AREA_HA in stated:
        area_m2 = numbers_of(layer, AREA_HA)[rows] * M2_PER_HA
        area_m2 = np.where(np.isfinite(area_m2), area_m2, measured_m2)
    nothing = np.full(len(rows), np.nan)
    return Changes(
        geometry=layer.geometry[rows],
        ids=layer.ids[rows],
        from_class=before.classes[rows],
        to_class=after.classes[rows],
        before=[before.codes[row] for row in rows],
        after=[after.codes[row] for row in rows],
        area_m2=area_m2,
        measured_m2=measured_m2,
        change_tc=numbers_of(layer, CHANGE_TC)[rows] if CHANGE_TC in stated else nothing,
    )


def _field(run: Run, names: list[str], meaning: str, own: str) -> str:
    """The field of a use: the chosen one, that of our change map, or that of the change survey."""
    parameter = {"before": "CHANGES_FROM_FIELD", "after": "CHANGES_TO_FIELD"}[meaning]
    chosen = run.optional_text(parameter) or (own if own in names else field_of(names, meaning))
    if chosen is None:
        raise InputError(
            "Layer “{layer}” has no field {field} with the land-use code of a date. Choose the field "
            "that holds it as {parameter}.",
            layer=run.open(CHANGES).name,
            field=own,
            parameter=parameter,
        )
    return chosen


class _Side:
    """One date of the changes: ``classes``, ``codes`` of the rules that each use may be, and the ``uses``."""

    def __init__(self, run: Run, layer: PolygonLayer, field: str) -> None:
        own = field in (FROM_CLASS, TO_CLASS)
        match = match_column(run, layer, field, CARBON_CLASS if own else run.text("CHANGES_CLASSIFICATION"))
        self.classes = match.carbon_classes()
        spoken = _rule_codes(run, layer, match)
        self.codes = [
            (str(code),) if code is not None else (() if name is None else codes_of_class(str(name)))
            for code, name in zip(spoken, self.classes)
        ]
        self.uses = [code if code is not None else name for code, name in zip(spoken, self.classes)]


def _rule_codes(run: Run, layer: PolygonLayer, match: MatchedCodes) -> np.ndarray:
    if can_speak_rules(match):
        return rule_codes(match, layer.name, run.notes)
    return np.full(len(layer), None, dtype=object)


def write_changes(run: Run, found: pd.DataFrame | None, layer: PolygonLayer | None, year: int) -> None:
    """Write the changes inside control lines as polygons of the year."""
    if found is None or layer is None:
        return
    frame = found.assign(year=year, begins=f"{year}-01-01", ends=f"{year}-12-31")
    geometry = layer.plane.from_plane(found["geometry"].to_numpy(object))
    run.write("OUTPUT_CHANGES", list(_COLUMNS), frame, geometry, layer.crs, share=(97, 98))
