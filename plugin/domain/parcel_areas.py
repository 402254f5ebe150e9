# SPDX-License-Identifier: GPL-2.0-or-later
"""Areas of land-use parcels by rule: measured, or the survey's own with its field ridges."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from .areas import WorkPlane
from .errors import InputError
from .notes import NoteBook
from .progress import Progress, silent
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
    progress: Progress = silent,
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
        measured = plane.measure_layer(geometry, rule, progress)
        return ParcelAreas(measured, measured, None)
    if attribute is None:
        raise InputError(
            "Area rule “attribute” needs the area field of layer “{layer}” (parameter AREA_FIELD, TBMJ in "
            "survey data).",
            layer=layer,
        )
    measured = plane.measure_layer(geometry, "ellipsoidal", progress)
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
            "Field ridges in “{field}” are booked as class {code}: {area_ha:.4f} ha (parcels: {count}).",
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
                "Area field “{field}” of layer “{layer}” is empty, negative or no number (features: {count}, "
                "first: {id}, value {value}). Mend them or use a measured area rule.",
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
            "Layer “{layer}”: features without a usable geometry: {count}. Their {area_ha:.4f} ha in field "
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
            "Area field “{field}” of layer “{layer}” is 0 where the feature covers ground (features: "
            "{count}, first: {id}, measured {measured_m2:.2f} m²). Fill them or use a measured area rule.",
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
            "Deducted area “{field}” of layer “{layer}” is larger than the parcel (features: {count}, first: "
            "{id}). Mend the survey areas.",
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
            "and one in a million (parcels: {count}), {area_ha:.4f} ha in all; the largest difference is "
            "{worst:.2f} m² (parcel {id}).",
            count=int(apart.sum()),
            area_ha=math.fsum(difference[apart]) / M2_PER_HA,
            ids=ids[apart],
            field=column,
            layer=layer,
            worst=float(difference.max()),
            id=ids[int(difference.argmax())],
        )
