# SPDX-License-Identifier: GPL-2.0-or-later
"""Land-use parcels: their carbon class, their area by rule, and the factors attached to them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from .areas import WorkPlane
from .classes import MatchedCodes
from .errors import ClassError, InputError
from .factors import FactorSet, class_factors
from .notes import NoteBook
from .units import M2_PER_HA, MU_PER_HA

Floats = npt.NDArray[np.float64]
Objects = npt.NDArray[np.object_]

#: Square metres in the units that a survey's area field may have.
AREA_UNITS = {"m2": 1.0, "ha": M2_PER_HA, "mu": M2_PER_HA / MU_PER_HA}
#: Attribute and geometry agree within 0.01 m² or 1e-6 of the area (control-lines.md section 4).
ATTRIBUTE_TOLERANCE_M2 = 0.01
ATTRIBUTE_TOLERANCE_SHARE = 1e-6
#: Third-survey code under which deducted field ridges (田坎) are booked (practice.md section 2).
RIDGE_CODE = "1203"
RIDGE_CLASS = "rainfed_cropland"
#: Survey areas that are off the measured ones by such a factor in all are in another unit.
UNIT_MISTAKE = 5.0


@dataclass(frozen=True)
class ParcelAreas:
    """Areas in m², one entry per parcel: by the rule, as measured, and the ridge part of the first."""

    area_m2: Floats
    measured_m2: Floats
    ridge_m2: Floats | None


def parcel_areas(
    geometry: Objects,
    plane: WorkPlane,
    rule: str,
    *,
    ids: Objects,
    layer: str,
    notes: NoteBook,
    attribute: Sequence[object] | None = None,
    attribute_field: str = "",
    deducted: Sequence[object] | None = None,
    deducted_field: str = "",
    net: bool = False,
    unit: str = "m2",
) -> ParcelAreas:
    """Areas of parcels by rule (practice.md section 2).

    ``attribute`` holds the survey's areas in ``unit``; with ``deducted`` (KCMJ) the ridges are
    told apart: the parcel counts ``attribute`` in all, or ``attribute + deducted`` when ``net``
    says that the field is the net area (TBDLMJ). Geometries are in plane coordinates.
    A parcel without geometry has no area by any rule; what ``attribute`` says of it is noted.
    Raises ``InputError`` for missing, zero, negative or non-numeric attribute areas, and where
    they are off the measured areas by a factor as a wrong unit makes it.
    """
    if rule != "attribute":
        measured = plane.measure(geometry, rule)
        return ParcelAreas(measured, measured, None)
    if attribute is None:
        raise InputError(
            "Area rule “attribute” needs the area field of layer “{layer}” (parameter AREA_FIELD, TBMJ in "
            "survey data).",
            layer=layer,
        )
    measured = plane.measure(geometry, "ellipsoidal")
    survey = _Survey(layer, ids, np.array([shape is not None for shape in geometry], dtype=bool), unit)
    area = survey.areas_m2(attribute, attribute_field)
    ridge = None
    if deducted is not None:
        ridge = survey.areas_m2(deducted, deducted_field, blank=0.0)
        area = area + ridge if net else area
        ridge = np.where(survey.drawn, ridge, 0.0)
        _refuse_ridge_beyond_parcel(area, ridge, ids, layer, deducted_field)
        notes.add(
            "field_ridges",
            "Field ridges in “{field}” are booked as class {code}: {area_ha:.4f} ha in {count} parcels.",
            warning=False,
            count=int((ridge > 0).sum()),
            area_ha=math.fsum(ridge) / M2_PER_HA,
            field=deducted_field,
            code=RIDGE_CODE,
        )
    _note_areas_nowhere(area, survey, attribute_field, notes)
    area = np.where(survey.drawn, area, 0.0)
    _refuse_zero(area, measured, survey, attribute_field)
    _refuse_other_unit(area, measured, survey, attribute_field)
    _note_area_differences(area, measured, ids, layer, attribute_field, notes)
    return ParcelAreas(area, measured, ridge)


@dataclass(frozen=True)
class _Survey:
    """A layer with areas of its own in ``unit``; ``drawn`` tells which features have a geometry."""

    layer: str
    ids: Objects
    drawn: npt.NDArray[np.bool_]
    unit: str

    def areas_m2(self, values: Sequence[object], column: str, blank: float = math.nan) -> Floats:
        """A field as areas in m², ``blank`` where it is empty; NaN only where there is no geometry."""
        numbers = pd.to_numeric(pd.Series(list(values), dtype=object), errors="coerce").to_numpy(float)
        empty = np.array([value is None or str(value).strip() == "" for value in values], dtype=bool)
        numbers = np.where(empty, blank, numbers)
        numbers[~np.isfinite(numbers) | (numbers < 0)] = math.nan
        bad = np.isnan(numbers) & self.drawn
        if bad.any():
            first = int(np.flatnonzero(bad)[0])
            raise InputError(
                "Area field “{field}” of layer “{layer}” is empty, negative or no number in {count} features "
                "(first: {id}, value {value}). Mend them or use a measured area rule.",
                field=column,
                layer=self.layer,
                count=int(bad.sum()),
                id=self.ids[first],
                value=values[first],
            )
        return np.asarray(numbers * AREA_UNITS[self.unit], dtype=np.float64)


def _note_areas_nowhere(area: Floats, survey: _Survey, column: str, notes: NoteBook) -> None:
    nowhere = ~survey.drawn & (np.nan_to_num(area) > 0)
    if nowhere.any():
        notes.add(
            "area_without_geometry",
            "{count} features of layer “{layer}” have no usable geometry: their {area_ha:.4f} ha in field "
            "“{field}” are left out of all figures. Draw or delete them in the layer.",
            count=int(nowhere.sum()),
            area_ha=math.fsum(area[nowhere]) / M2_PER_HA,
            ids=survey.ids[nowhere],
            layer=survey.layer,
            field=column,
        )


def _refuse_zero(area: Floats, measured: Floats, survey: _Survey, column: str) -> None:
    zero = (area == 0) & (measured > ATTRIBUTE_TOLERANCE_M2)
    if zero.any():
        first = int(np.flatnonzero(zero)[0])
        raise InputError(
            "Area field “{field}” of layer “{layer}” is 0 in {count} features that cover ground (first: "
            "{id}, measured {measured_m2:.2f} m²). Fill them or use a measured area rule.",
            field=column,
            layer=survey.layer,
            count=int(zero.sum()),
            id=survey.ids[first],
            measured_m2=float(measured[first]),
        )


def _refuse_other_unit(area: Floats, measured: Floats, survey: _Survey, column: str) -> None:
    whole, whole_measured = math.fsum(area), math.fsum(measured[survey.drawn])
    if whole_measured > 0 and not 1 / UNIT_MISTAKE < whole / whole_measured < UNIT_MISTAKE:
        raise InputError(
            "Area field “{field}” of layer “{layer}”, read in {unit}, sums up to {ratio:.4g} times the "
            "measured area. Set AREA_UNIT to the unit of the field (m2, ha or mu), or choose another area "
            "field.",
            field=column,
            layer=survey.layer,
            unit=survey.unit,
            ratio=whole / whole_measured,
        )


def _refuse_ridge_beyond_parcel(area: Floats, ridge: Floats, ids: Objects, layer: str, column: str) -> None:
    beyond = ridge > area + ATTRIBUTE_TOLERANCE_M2
    if beyond.any():
        first = int(np.flatnonzero(beyond)[0])
        raise InputError(
            "Deducted area “{field}” of layer “{layer}” is larger than the parcel in {count} features "
            "(first: {id}). Mend the survey areas.",
            field=column,
            layer=layer,
            count=int(beyond.sum()),
            id=ids[first],
        )


def _note_area_differences(
    area: Floats, measured: Floats, ids: Objects, layer: str, column: str, notes: NoteBook
) -> None:
    difference = np.abs(area - measured)
    apart = difference > np.maximum(ATTRIBUTE_TOLERANCE_M2, ATTRIBUTE_TOLERANCE_SHARE * measured)
    if apart.any():
        notes.add(
            "attribute_area_differs",
            "Field “{field}” of layer “{layer}” differs from the measured ellipsoidal area beyond 0.01 m² "
            "and one in a million in {count} parcels, {area_ha:.4f} ha in all; the largest difference is "
            "{worst:.2f} m² (parcel {id}).",
            count=int(apart.sum()),
            area_ha=math.fsum(difference[apart]) / M2_PER_HA,
            ids=ids[apart],
            field=column,
            layer=layer,
            worst=float(difference.max()),
            id=ids[int(difference.argmax())],
        )


def mapped_classes(
    match: MatchedCodes, unmapped: str, areas: ParcelAreas, ids: Objects, layer: str, notes: NoteBook
) -> tuple[Objects, float]:
    """Carbon class per parcel (None = left out) and the area left out in ha.

    With ``unmapped="error"`` a code without class raises ``ClassError`` that lists codes with
    count and area; with ``"exclude"`` the list becomes a note, unless nothing would be left.
    """
    classes = match.carbon_classes()
    missing = np.array([value is None for value in classes], dtype=bool)
    if not missing.any():
        return classes, 0.0
    area_ha = math.fsum(areas.area_m2[missing]) / M2_PER_HA
    listed = _list_codes(match, missing, areas.area_m2)
    if unmapped == "error":
        raise ClassError(
            "Layer “{layer}” has {count} features ({area_ha:.4f} ha) whose code has no carbon class in "
            "“{classification}”: {codes}. Correct the codes, choose another CLASSIFICATION, or set "
            "UNMAPPED to “exclude”.",
            layer=layer,
            count=int(missing.sum()),
            area_ha=area_ha,
            classification=match.classification.id,
            codes=listed,
        )
    if missing.all():
        raise ClassError(
            "No feature of layer “{layer}” has a code with a carbon class in “{classification}”: {codes}. "
            "Choose the right class field and CLASSIFICATION.",
            layer=layer,
            classification=match.classification.id,
            codes=listed,
        )
    notes.add(
        "unmapped",
        "{count} features of layer “{layer}” ({area_ha:.4f} ha in the whole layer) are left out, their code "
        "has no carbon class: {codes}. Correct the codes or choose another CLASSIFICATION.",
        count=int(missing.sum()),
        area_ha=area_ha,
        ids=ids[missing],
        layer=layer,
        codes=listed,
    )
    return classes, area_ha


def _list_codes(match: MatchedCodes, missing: npt.NDArray[np.bool_], area_m2: Floats) -> str:
    rows = []
    for position in np.unique(match.index[missing]):
        here = missing & (match.index == position)
        raw = match.table["raw"].iloc[position]
        name = "NULL" if raw is None else str(raw)
        rows.append(f"{name} ({int(here.sum())}, {math.fsum(area_m2[here]) / M2_PER_HA:.4f} ha)")
    return ", ".join(rows)


def cells_of(classes: Objects, areas: ParcelAreas) -> pd.DataFrame:
    """Area table of whole parcels as one unit: unit 0, carbon_class, area_ha."""
    net = areas.area_m2 if areas.ridge_m2 is None else areas.area_m2 - areas.ridge_m2
    frame = pd.DataFrame({"carbon_class": classes, "area_m2": net})
    if areas.ridge_m2 is not None:
        kept = pd.Series(classes).notna()
        ridges = pd.DataFrame({"carbon_class": RIDGE_CLASS, "area_m2": areas.ridge_m2[kept.to_numpy()]})
        frame = pd.concat([frame, ridges[ridges["area_m2"] > 0]], ignore_index=True)
    sums = frame.dropna(subset=["carbon_class"]).groupby("carbon_class", sort=True)["area_m2"].agg(math.fsum)
    return pd.DataFrame(
        {"unit": 0, "carbon_class": sums.index.astype(object), "area_ha": sums.to_numpy(float) / M2_PER_HA}
    )


#: Columns that ``attach`` makes, in the order of the output layer.
ATTACHED = (
    "carbon_class",
    "area_ha",
    "agb_tc_ha",
    "bgb_tc_ha",
    "soc_tc_ha",
    "dom_tc_ha",
    "density_tc_ha",
    "stock_tc",
    "stock_tc_low",
    "stock_tc_high",
    "removal_tco2e_a",
    "removal_tco2e_a_low",
    "removal_tco2e_a_high",
    "emission_tco2e_a",
    "emission_tco2e_a_low",
    "emission_tco2e_a_high",
    "net_tco2e_a",
    "factor_grade",
)
_PER_HA = ("agb_tc_ha", "bgb_tc_ha", "soc_tc_ha", "dom_tc_ha", "density_tc_ha")
_TOTALS = {
    "stock_tc": ("density", "tc_ha"),
    "removal_tco2e_a": ("removal", "tco2e_ha_a"),
    "emission_tco2e_a": ("emission", "tco2e_ha_a"),
}


def attach(classes: Objects, areas: ParcelAreas, factor_set: FactorSet) -> pd.DataFrame:
    """Factors and amounts of every parcel, columns ``ATTACHED``, NaN/None where there is no class.

    ``*_tc_ha`` are the densities of the parcel's class; stock and fluxes are those of its net
    area plus those of its field ridges. Stock in t C, fluxes in t CO2e/a.
    """
    factors = class_factors(factor_set)
    position = pd.Index(factors.index).get_indexer(pd.Index(classes))
    net = areas.area_m2 if areas.ridge_m2 is None else areas.area_m2 - areas.ridge_m2
    made: dict[str, Any] = {"carbon_class": classes, "area_ha": areas.area_m2 / M2_PER_HA}
    for name in _PER_HA:
        made[name] = _lookup(factors[name], position)
    for name, (stem, per) in _TOTALS.items():
        own = [_lookup(factors[f"{stem}{bound}_{per}"], position) for bound in ("", "_low", "_high")]
        ridge = _ridge_factors(factors, stem, per, areas)
        value, low, high = _amounts(own, net / M2_PER_HA, ridge, areas)
        made[name], made[f"{name}_low"], made[f"{name}_high"] = value, low, high
    made["net_tco2e_a"] = made["emission_tco2e_a"] - made["removal_tco2e_a"]
    grades = [*factors["factor_grade"], None]
    made["factor_grade"] = [grades[row] for row in position]
    return pd.DataFrame(made, columns=list(ATTACHED))


def _lookup(column: pd.Series, position: npt.NDArray[np.intp]) -> Floats:
    return np.asarray(np.append(column.to_numpy(float), math.nan)[position], dtype=np.float64)


def _ridge_factors(factors: pd.DataFrame, stem: str, per: str, areas: ParcelAreas) -> list[float] | None:
    if areas.ridge_m2 is None or RIDGE_CLASS not in factors.index:
        return None
    return [float(factors.loc[RIDGE_CLASS, f"{stem}{bound}_{per}"]) for bound in ("", "_low", "_high")]


def _amounts(
    own: list[Floats], net_ha: Floats, ridge: list[float] | None, areas: ParcelAreas
) -> tuple[Floats, Floats, Floats]:
    value, low, high = (net_ha * factor for factor in own)
    if ridge is None or areas.ridge_m2 is None:
        return value, low, high
    ridge_ha = areas.ridge_m2 / M2_PER_HA
    total = value + np.where(ridge_ha > 0, ridge_ha * ridge[0], 0.0)
    # Ridges on dry land carry the factor of the parcel itself: the same draw, so widths add up.
    same = own[0] == ridge[0]
    # A ridge factor without interval must not take the bounds of parcels without ridges.
    down = _joint(value - low, np.where(ridge_ha > 0, ridge_ha * (ridge[0] - ridge[1]), 0.0), same)
    up = _joint(high - value, np.where(ridge_ha > 0, ridge_ha * (ridge[2] - ridge[0]), 0.0), same)
    return total, total - down, total + up


def _joint(first: Floats, second: Floats, same: npt.NDArray[np.bool_]) -> Floats:
    return np.where(same, first + second, np.hypot(first, second))
