# SPDX-License-Identifier: GPL-2.0-or-later
"""A plan check's layers in and results out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
from qgis.core import QgsCoordinateReferenceSystem

from ..domain.areas import WorkPlane, work_plane
from ..domain.classes import match_codes
from ..domain.errors import InputError
from ..domain.factors import FactorSet
from ..domain.notes import NoteBook
from ..domain.parcels import parcel_areas
from ..domain.plancheck import BaseCover, CheckSettings, ControlLine, PlanDraft
from ..domain.rules import RulePack, load_rule_pack, refuse_evaluation_layer, zone_field_of
from ..domain.statistical_units import Units
from ..domain.translate import DEFAULT, can_translate, translate
from .run import Run
from .tables import load_factors
from .unit_layer import read_units

#: Classification that rules speak.
RULE_CODES = "cn_landsea_2023"
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
        factors=load_factors(run.text("FACTOR_SET")) if base is not None else None,
        units=read_units(run, crs, plane) if run.given("UNITS") else None,
        document=run.text("LINE_DOCUMENT"),
    )


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
    plane = work_plane(layer.wkt, layer.bounds())
    geometry = plane.to_plane(layer.geometry)
    areas = parcel_areas(
        geometry,
        plane,
        settings.area_rule,
        ids=layer.ids,
        layer=layer.name,
        notes=run.notes,
        attribute=layer.columns[area_field] if area_field else None,
        attribute_field=area_field or "",
        unit=run.text("AREA_UNIT"),
    )
    codes, classes = _codes_and_classes(
        run, layer.columns[code_field], code_field, layer.name, "PLAN_CLASSIFICATION"
    )
    plan = PlanDraft(
        geometry=geometry,
        ids=layer.ids,
        codes=codes,
        carbon_class=classes,
        area_m2=areas.area_m2,
        measured_m2=areas.measured_m2,
        layer=layer.name,
        has_ids=layer.has_ids,
    )
    return plan, plane, layer.crs


def _codes_and_classes(
    run: Run, values: np.ndarray, field: str, layer: str, parameter: str
) -> tuple[np.ndarray, np.ndarray]:
    match = match_codes(values, field=field, layer=layer, classification=run.text(parameter))
    run.feedback.pushInfo(f"{field}: {match.classification.id}")
    run.record(**{parameter.lower(): match.classification.id})
    return _rule_codes(match.codes(), match.classification.id, layer, run.notes), match.carbon_classes()


def _rule_codes(codes: np.ndarray, source: str, layer: str, notes: NoteBook) -> np.ndarray:
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
    zone_field = run.optional_text(zone_parameter) if zone_parameter else None
    if zone_parameter and zone_field is None:
        zone_field = zone_field_of(pack, line_type, names)
    wanted = run.optional_text("LINE_ID_FIELD")
    id_field = next((field for field in names if wanted and field.lower() == wanted.lower()), None)
    layer = run.polygons(name, [zone_field], id_field=id_field, crs=crs, share=(10, 20))
    for text in (layer.name, layer.source):
        refuse_evaluation_layer(text, line_type)
    return ControlLine(
        line_type=line_type,
        layer=layer.name,
        geometry=plane.to_plane(layer.geometry),
        ids=layer.ids if id_field else None,
        zones=layer.columns[zone_field] if zone_field else None,
        status=run.text("LINE_STATUS"),
        document=run.text("LINE_DOCUMENT"),
    )


def _read_base(run: Run, plane: WorkPlane, crs: QgsCoordinateReferenceSystem) -> BaseCover:
    field = run.optional_text("BASE_FIELD")
    if field is None:
        raise InputError("Land cover (BASE) was given without its code field (BASE_FIELD).")
    layer = run.polygons("BASE", [field], crs=crs, share=(20, 30))
    codes, classes = _codes_and_classes(run, layer.columns[field], field, layer.name, "BASE_CLASSIFICATION")
    return BaseCover(plane.to_plane(layer.geometry), codes, classes, layer.name)
