# SPDX-License-Identifier: GPL-2.0-or-later
"""Control lines in: the three lines by their parameters, any others by type or by the alias table."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import Any

from qgis.core import QgsCoordinateReferenceSystem

from ...domain.areas import WorkPlane
from ...domain.errors import RuleError
from ...domain.plancheck import ControlLine
from ...domain.rules import (
    LEGAL,
    RulePack,
    has_rings,
    line_type_of_layer,
    refuse_evaluation_layer,
    zone_field_of,
)
from ..layers import PolygonLayer, text_of
from ..run import Run
from ..vector_inputs import VectorInput
from .line_register import LineRegister, read_register

#: Line parameters: type of line and parameter of its zone field.
LINES = {
    "FARMLAND": ("pbf", None),
    "REDLINE": ("erl", "REDLINE_ZONE_FIELD"),
    "BOUNDARY": ("udb", "BOUNDARY_ZONE_FIELD"),
}
#: Parameter of the other lines, and that of their types.
OTHERS = ("OTHER_LINES", "OTHER_TYPES")


def read_lines(
    run: Run, pack: RulePack, plane: WorkPlane, crs: QgsCoordinateReferenceSystem
) -> list[ControlLine]:
    """The control lines of a run: the three lines that are given, then the others in their order.

    Raises ``RuleError`` for a layer whose type nobody knows and for an evaluation that only
    looks like a line.
    """
    reader = _Reader(run, pack, plane, crs, read_register(run, pack))
    lines = [
        reader.read(run.open(name), line_type, run.optional_text(zones) if zones else None)
        for name, (line_type, zones) in LINES.items()
        if run.given(name)
    ]
    if run.has(OTHERS[0]):
        lines += _typed_lines(reader, *OTHERS)
    reader.register.note_unused(run.notes)
    return lines


def read_typed_lines(
    run: Run,
    pack: RulePack,
    plane: WorkPlane,
    crs: QgsCoordinateReferenceSystem,
    parameter: str,
    types: str,
) -> list[ControlLine]:
    """The lines of one parameter that takes several layers; ``types`` is the parameter of their types.

    Raises as ``read_lines``.
    """
    reader = _Reader(run, pack, plane, crs, read_register(run, pack))
    lines = _typed_lines(reader, parameter, types)
    reader.register.note_unused(run.notes)
    return lines


def _typed_lines(reader: _Reader, parameter: str, types: str) -> list[ControlLine]:
    given = reader.run.open_list(parameter)
    named = _types_of(reader.run, reader.pack, given, parameter, types)
    return [reader.read(layer, line_type, None) for layer, line_type in zip(given, named)]


def describe_lines(lines: Sequence[ControlLine]) -> dict[str, Any]:
    """What a manifest says about the lines of a run, and whether one without legal force makes it a trial."""
    return {
        "lines": [
            {
                "line_type": line.line_type,
                "layer": line.layer,
                "status": line.status,
                "document": line.document,
                "dated": line.dated,
            }
            for line in lines
        ],
        "trial": any(line.status != LEGAL for line in lines),
    }


def _types_of(
    run: Run, pack: RulePack, others: Sequence[VectorInput], parameter: str, types: str
) -> list[str]:
    given = unicodedata.normalize("NFKC", run.text(types)) if others else ""
    stated = [name.strip() for name in given.split(",") if name.strip()]
    if not stated:
        return [_type_by_name(pack, given, parameter, types) for given in others]
    if len(stated) != len(others):
        raise RuleError(
            "{parameter} names {types} line type(s), but {lines} holds {layers} layer(s): {names}. "
            "Give one type for each layer in the same order, separated by commas, or none at all.",
            parameter=types,
            types=len(stated),
            lines=parameter,
            layers=len(others),
            names=", ".join(given.name for given in others),
        )
    return stated


def _type_by_name(pack: RulePack, given: VectorInput, parameter: str, types: str) -> str:
    for name in (given.name, given.described.replace("\\", "/").split("/")[-1]):
        line_type = line_type_of_layer(pack, name)
        if line_type is not None:
            return line_type
    raise RuleError(
        "Layer “{layer}” of {lines}: its name does not tell which control line it is. Name its type in "
        "{parameter}; known are {known}.",
        layer=given.name,
        lines=parameter,
        parameter=types,
        known=", ".join(pack.line_types.index),
    )


class _Reader:
    """Reads the lines of one run."""

    def __init__(
        self,
        run: Run,
        pack: RulePack,
        plane: WorkPlane,
        crs: QgsCoordinateReferenceSystem,
        register: LineRegister,
    ) -> None:
        self.run, self.pack, self.plane, self.crs, self.register = run, pack, plane, crs, register
        self.met: set[tuple[str, str]] = set()
        #: Types that may come as lines: rules measure a distance from them.
        self.buffered = {
            line_type
            for rule_id, line_type in pack.rules["line_type"].items()
            if has_rings(pack.rings, str(rule_id))
        }

    def read(self, given: VectorInput, line_type: str, zone_field: str | None) -> ControlLine:
        """One control line with zones, ids, status, document and date."""
        self._refuse_twice(given, line_type)
        names = given.field_names
        if line_type in self.pack.line_types.index:
            fields = [zone_field] if zone_field else _zone_fields(self.pack, line_type, names)
        else:
            fields = []
        wanted = self.run.optional_text("LINE_ID_FIELD")
        id_field = next((field for field in names if wanted and field.lower() == wanted.lower()), None)
        layer = self.run.read(
            given,
            fields,
            id_field=id_field,
            crs=self.crs,
            plane=self.plane,
            share=(10, 20),
            lines_too=line_type in self.buffered,
        )
        for text in (layer.name, layer.source):
            refuse_evaluation_layer(text, line_type)
        zones = _first_understood(self.pack, line_type, layer, fields)
        entry = self.register.entry(line_type, layer.name)
        return ControlLine(
            line_type=line_type,
            layer=layer.name,
            geometry=layer.geometry,
            ids=layer.ids if id_field else None,
            zones=layer.columns[zones] if zones else None,
            status=entry.status,
            document=entry.document,
            dated=entry.dated,
        )

    def _refuse_twice(self, given: VectorInput, line_type: str) -> None:
        place = line_type, given.place
        if given.place and place in self.met:
            raise RuleError(
                "Layer “{layer}” is given twice as control line {line_type} (the second time as "
                "{parameter}), so that every conflict would count twice. Give it once.",
                layer=given.name,
                line_type=line_type,
                parameter=given.parameter,
            )
        self.met.add(place)


def _zone_fields(pack: RulePack, line_type: str, names: list[str]) -> list[str]:
    """The fields of a layer that usually hold the zones of this line type, the most usual first."""
    rest, fields = list(names), []
    while (field := zone_field_of(pack, line_type, rest)) is not None:
        fields.append(field)
        rest = [name for name in rest if name.upper() != field.upper()]
    return fields


def _first_understood(
    pack: RulePack, line_type: str, layer: PolygonLayer, fields: Sequence[str]
) -> str | None:
    """The first field whose values are all zones of the pack, else the first: the check refuses it then."""
    known = set(pack.zones.loc[pack.zones["line_type"] == line_type, "raw_value"])
    for field in fields:
        values = {text_of(value) for value in layer.columns[field] if value is not None} - {""}
        if values and values <= known:
            return field
    return fields[0] if fields else None
