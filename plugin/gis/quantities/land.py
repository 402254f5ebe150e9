# SPDX-License-Identifier: GPL-2.0-or-later
"""Coded layers in, a plan draft or its planning base, with areas, field ridges and extent codes."""

from __future__ import annotations

import numpy as np
from qgis.core import QgsCoordinateReferenceSystem

from ...domain.areas import WorkPlane
from ...domain.errors import InputError
from ...domain.plancheck import CheckSettings
from ...domain.quantities import CodedLand
from ..layer_areas import DEDUCTED, GROSS_AREA, NET_AREA, areas_of
from ..layers import PolygonLayer, text_of
from ..plan.rule_codes import match_codes_of, rule_codes
from ..run import Run

#: The survey's extent code of cities, towns and villages.
SETTLEMENT = "CZCSXM"


def read_base_plan(
    run: Run, settings: CheckSettings, plane: WorkPlane, crs: QgsCoordinateReferenceSystem
) -> CodedLand | None:
    """The planning base of a run (after 基数转换), None where none is given."""
    if not run.given("BASE_PLAN"):
        return None
    if run.optional_text("BASE_PLAN_FIELD") is None:
        raise InputError("The planning base (BASE_PLAN) was given without its code field (BASE_PLAN_FIELD).")
    land, _ = read_land(
        run,
        settings,
        "BASE_PLAN",
        area="BASE_PLAN_AREA_FIELD",
        deducted="BASE_PLAN_DEDUCTED_FIELD",
        settlement="BASE_PLAN_SETTLEMENT_FIELD",
        plane=plane,
        crs=crs,
    )
    return land


def read_land(
    run: Run,
    settings: CheckSettings,
    prefix: str,
    *,
    area: str,
    deducted: str,
    settlement: str = "",
    plane: WorkPlane | None = None,
    crs: QgsCoordinateReferenceSystem | None = None,
) -> tuple[CodedLand, PolygonLayer]:
    """A coded layer with its areas and ridges; the fields are those of the named parameters."""
    code_field = run.text(f"{prefix}_FIELD")
    by_attribute = settings.area_rule == "attribute"
    area_field = _field_or_usual(run, prefix, area, GROSS_AREA) if by_attribute else None
    survey_area = (area_field or "").upper() in (GROSS_AREA, NET_AREA)
    ridge_field = (
        _field_or_usual(run, prefix, deducted, DEDUCTED if survey_area else "") if by_attribute else None
    )
    extent_field = _field_or_usual(run, prefix, settlement, SETTLEMENT) if settlement else None
    id_field = run.optional_text(f"{prefix}_ID_FIELD") if run.has(f"{prefix}_ID_FIELD") else None
    layer = run.polygons(
        prefix,
        [code_field, area_field, ridge_field, extent_field],
        id_field=id_field,
        crs=crs,
        plane=plane,
        share=(0, 10) if plane is None else (20, 30),
    )
    areas = areas_of(run, layer, settings.area_rule, area_field, ridge_field, share=(30, 30))
    match = match_codes_of(run, layer, code_field, f"{prefix}_CLASSIFICATION")
    extents = None if extent_field is None else texts_of(layer.columns[extent_field])
    land = CodedLand(
        geometry=layer.geometry,
        ids=layer.ids,
        codes=rule_codes(match, layer.name, run.notes),
        area_m2=areas.area_m2,
        measured_m2=areas.measured_m2,
        layer=layer.name,
        ridge_m2=areas.ridge_m2,
        settlement=extents,
    )
    return land, layer


def _field_or_usual(run: Run, prefix: str, parameter: str, usual: str) -> str | None:
    """The field chosen, else the usual one where the layer has it."""
    chosen = run.optional_text(parameter)
    names = run.field_names(prefix)
    return chosen or next((name for name in names if usual and name.upper() == usual), None)


def texts_of(values: np.ndarray) -> np.ndarray:
    """Attributes as texts, None where blank."""
    texts = np.empty(len(values), dtype=object)
    texts[:] = [None if value is None or not text_of(value) else text_of(value) for value in values]
    return texts
