# SPDX-License-Identifier: GPL-2.0-or-later
"""A plan check's layers in and results out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
from qgis.core import QgsCoordinateReferenceSystem

from ..domain.areas import WorkPlane
from ..domain.classes import MatchedCodes
from ..domain.errors import InputError
from ..domain.factors import FactorSet
from ..domain.notes import NoteBook
from ..domain.parcel_areas import parcel_areas
from ..domain.plancheck import BaseCover, CheckSettings, ControlLine, PlanDraft
from ..domain.rules import RulePack, load_rule_pack, refuse_evaluation_layer, zone_field_of
from ..domain.statistical_units import Units
from ..domain.translate import DEFAULT, can_translate, translate
from .codes import match_column
from .layers import PolygonLayer, text_of
from .run import Run
from .tables import load_factors
from .unit_layer import read_units

#: Classification that rules speak.
RULE_CODES = "cn_landsea_2023"
#: Key of factor sets that plan checks can use.
CARBON_CLASS = "carbon_class"
#: Line parameters: type of line and parameter of its zone field.
LINES = {
    "FARMLAND": ("pbf", None),
    "REDLINE": ("erl", "REDLINE_ZONE_FIELD"),
    "BOUNDARY": ("udb", "BOUNDARY_ZONE_FIELD"),
}


@dataclass(frozen=True)
class CheckJob:
    """Everything that one plan check takes."""

    plan: PlanDraft
    lines: list[ControlLine]
    pack: RulePack
    settings: CheckSettings
    plane: WorkPlane
    crs: QgsCoordinateReferenceSystem
    base: BaseCover | None
    factors: FactorSet | None
    units: Units | None
    document: str

    def arguments(self) -> dict[str, Any]:
        """Arguments of ``check_plan``."""
        return {
            "plan": self.plan,
            "lines": self.lines,
            "pack": self.pack,
            "settings": self.settings,
            "plane": self.plane,
            "base": self.base,
            "factors": self.factors,
            "units": None if self.units is None else self.units.geometry,
            "unit_names": None if self.units is None else self.units.names,
        }


def read_check(run: Run) -> CheckJob:
    """Read plan, lines, land cover and units by the parameters of ``checkplan``."""
    pack = load_rule_pack(run.text("RULES"))
    settings = _settings(run)
    factors = _factors(run) if run.given("BASE") else None
    plan, plane, crs = _read_plan(run, settings)
    lines = [
        _read_line(run, name, line_type, zone_parameter, pack, plane, crs)
        for name, (line_type, zone_parameter) in LINES.items()
        if run.given(name)
    ]
    if not lines:
        raise InputError(
            "The plan is checked against control lines, but none was given. Set FARMLAND, REDLINE "
            "or BOUNDARY."
        )
    base = _read_base(run, plane, crs) if run.given("BASE") else None
    return CheckJob(
        plan=plan,
        lines=lines,
        pack=pack,
        settings=settings,
        plane=plane,
        crs=crs,
        base=base,
        factors=factors,
        units=read_units(run, crs, plane) if run.given("UNITS") else None,
        document=run.text("LINE_DOCUMENT"),
    )


def _factors(run: Run) -> FactorSet:
    factors = load_factors(run.text("FACTOR_SET"))
    if factors.key != CARBON_CLASS:
        raise InputError(
            "Factor set “{factor_set}” is a table by land-use code of its own (lucode), but a plan check "
            "compares land cover and plan by carbon class. Choose a shipped FACTOR_SET or one by carbon "
            "class.",
            factor_set=factors.id,
        )
    return factors


def _settings(run: Run) -> CheckSettings:
    text = run.text("AS_OF")
    try:
        as_of = date.fromisoformat(text) if text else date.today()
    except ValueError as error:
        raise InputError(
            "AS_OF is “{value}”, but a date such as 2026-01-01 is needed.", value=text
        ) from error
    return CheckSettings(
        as_of=as_of,
        sliver_m2=run.number("SLIVER_M2"),
        sliver_width_m=run.number("SLIVER_WIDTH_M"),
        horizon_a=run.number("HORIZON_A"),
        area_rule=run.text("AREA_RULE"),
        language=run.text("LANGUAGE"),
    )


def _read_plan(
    run: Run, settings: CheckSettings
) -> tuple[PlanDraft, WorkPlane, QgsCoordinateReferenceSystem]:
    code_field = run.text("PLAN_FIELD")
    area_field = run.optional_text("AREA_FIELD") if settings.area_rule == "attribute" else None
    layer = run.polygons(
        "PLAN", [code_field, area_field], id_field=run.optional_text("PLAN_ID_FIELD"), share=(0, 10)
    )
    areas = parcel_areas(
        layer.geometry,
        layer.plane,
        settings.area_rule,
        ids=layer.ids,
        layer=layer.name,
        notes=run.notes,
        attribute=layer.columns[area_field] if area_field else None,
        attribute_field=area_field or "",
        unit=run.text("AREA_UNIT"),
    )
    match = _match(run, layer, code_field, "PLAN_CLASSIFICATION")
    codes = _rule_codes(match, layer.name, run.notes)
    plan = PlanDraft(
        geometry=layer.geometry,
        ids=layer.ids,
        codes=codes,
        carbon_class=match.carbon_classes(),
        area_m2=areas.area_m2,
        measured_m2=areas.measured_m2,
        layer=layer.name,
        has_ids=layer.has_ids,
    )
    return plan, layer.plane, layer.crs


def _match(run: Run, layer: PolygonLayer, field: str, parameter: str) -> MatchedCodes:
    match = match_column(run, layer, field, run.text(parameter))
    run.record(**{parameter.lower(): match.classification.id})
    return match


def _rule_codes(match: MatchedCodes, layer: str, notes: NoteBook) -> np.ndarray:
    codes, source = match.codes(), match.classification.id
    if not can_translate(source, RULE_CODES):
        raise InputError(
            "Layer “{layer}” is coded in “{source}”, for which there is no table to the 2023 "
            "land-and-sea codes "
            "that rules speak. Translate it first.",
            layer=layer,
            source=source,
        )
    table = translate(codes, source, RULE_CODES, defaults=True)
    split = table[table["relation"] == DEFAULT]
    if len(split):
        notes.add(
            "default_of_several",
            "{count} features of layer “{layer}” have codes that stand for several 2023 codes; they "
            "are judged by "
            "the usual one: {codes}.",
            count=int(split["count"].sum()),
            layer=layer,
            codes=", ".join(f"{row.code} → {row.target}" for row in split.itertuples()),
        )
    targets = dict(zip(table["code"], table["target"]))
    translated = np.empty(len(codes), dtype=object)
    translated[:] = [targets.get(code) for code in codes]
    return translated


def _read_line(
    run: Run,
    name: str,
    line_type: str,
    zone_parameter: str | None,
    pack: RulePack,
    plane: WorkPlane,
    crs: QgsCoordinateReferenceSystem,
) -> ControlLine:
    names = run.field_names(name)
    zone_fields: list[str] = []
    if zone_parameter:
        chosen = run.optional_text(zone_parameter)
        zone_fields = [chosen] if chosen else _zone_fields(pack, line_type, names)
    wanted = run.optional_text("LINE_ID_FIELD")
    id_field = next((field for field in names if wanted and field.lower() == wanted.lower()), None)
    layer = run.polygons(name, zone_fields, id_field=id_field, crs=crs, plane=plane, share=(10, 20))
    for text in (layer.name, layer.source):
        refuse_evaluation_layer(text, line_type)
    zone_field = _first_understood(pack, line_type, layer, zone_fields)
    return ControlLine(
        line_type=line_type,
        layer=layer.name,
        geometry=layer.geometry,
        ids=layer.ids if id_field else None,
        zones=layer.columns[zone_field] if zone_field else None,
        status=run.text("LINE_STATUS"),
        document=run.text("LINE_DOCUMENT"),
    )


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


def _read_base(run: Run, plane: WorkPlane, crs: QgsCoordinateReferenceSystem) -> BaseCover:
    field = run.optional_text("BASE_FIELD")
    if field is None:
        raise InputError("Land cover (BASE) was given without its code field (BASE_FIELD).")
    layer = run.polygons("BASE", [field], crs=crs, plane=plane, share=(20, 30))
    match = _match(run, layer, field, "BASE_CLASSIFICATION")
    return BaseCover(layer.geometry, _base_codes(run, match, layer.name), match.carbon_classes(), layer.name)


def _base_codes(run: Run, match: MatchedCodes, layer: str) -> np.ndarray:
    if can_translate(match.classification.id, RULE_CODES):
        return _rule_codes(match, layer, run.notes)
    # Carbon needs the classes only.
    run.notes.add(
        "base_without_rule_codes",
        "Land cover “{layer}” is coded in “{source}”, for which there is no table to the 2023 land-and-sea "
        "codes: it gives the carbon before the change, but rules on the present use are not judged by it. "
        "Give a land survey as BASE to have them judged.",
        layer=layer,
        source=match.classification.id,
    )
    return np.full(len(match.index), None, dtype=object)
