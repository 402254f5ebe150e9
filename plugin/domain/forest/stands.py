# SPDX-License-Identifier: GPL-2.0-or-later
"""Forest stands as arrays: numbers from fields, checked and in the units of the product."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from ..errors import InputError
from ..number_fields import amounts_of_field
from . import vocabulary as words

Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]
Objects = npt.NDArray[np.object_]

#: No forest holds more wood (m³/ha); above it a unit or the kind of the field is mistaken.
MOST_VOLUME_M3_HA = 1_500.0
#: No stand grows faster (m³/(ha·a)).
MOST_INCREMENT_M3_HA = 100.0
PER_STAND, PER_HA = "m3", "m3_per_ha"


@dataclass(frozen=True)
class Stands:
    """Forest stands, one entry per feature; NaN and None are unknown.

    ``area_ha`` by the area rule (0 without geometry); ``volume_m3`` and ``volume_before_m3``: growing
    stock of the stand now and at the earlier date; ``increment_m3_ha_a``: yearly growth of volume;
    ``harvest_m3_a``: volume taken out a year; ``disturbed_ha_a``: area disturbed a year, of whose
    biomass the share ``disturbed_share`` is lost; ``biomass_t_ha``: above-ground biomass of
    disturbed ground where stated (else that of the stand).
    """

    layer: str
    ids: Objects
    species: Objects
    area_ha: Floats
    volume_m3: Floats
    age_a: Floats
    age_group: Floats
    volume_before_m3: Floats | None = None
    increment_m3_ha_a: Floats | None = None
    harvest_m3_a: Floats | None = None
    disturbed_ha_a: Floats | None = None
    disturbed_share: Floats | None = None
    biomass_t_ha: Floats | None = None
    #: Stands in which an empty harvest or disturbance was read as none.
    none_stated: Bools = field(default_factory=lambda: np.zeros(0, dtype=bool))

    def __len__(self) -> int:
        return len(self.area_ha)

    def measures(self, volume_m3: Floats, biomass_t_ha: Floats | None = None) -> Mapping[str, Floats]:
        """What parameters may depend on, for a growing stock of these stands."""
        unknown = np.full(len(self), math.nan)
        return {
            words.BY_VOLUME: per_ha(volume_m3, self.area_ha),
            words.BY_BIOMASS: unknown if biomass_t_ha is None else biomass_t_ha,
            words.BY_AGE: self.age_a,
            words.BY_AGE_GROUP: self.age_group,
        }


def per_ha(amount: Floats, area_ha: Floats) -> Floats:
    """An amount of the stand per hectare; NaN without area."""
    with np.errstate(divide="ignore", invalid="ignore"):
        share = np.where(area_ha > 0, amount / area_ha, math.nan)
    return np.asarray(share, dtype=np.float64)


@dataclass(frozen=True)
class StandFields:
    """Reads number fields of stands; raises ``InputError`` that names field, feature and remedy."""

    layer: str
    ids: Objects

    def numbers(self, values: Sequence[object] | Objects, column: str) -> Floats:
        """A field as numbers ≥ 0, NaN where empty."""
        return amounts_of_field(values, self.ids, layer=self.layer, field=column)

    def volumes(self, values: Sequence[object] | Objects, column: str, kind: str, area_ha: Floats) -> Floats:
        """A field of growing stock as m³ of the stand; ``kind`` is ``m3`` or ``m3_per_ha``."""
        numbers = self.numbers(values, column)
        of_stand = numbers if kind == PER_STAND else numbers * area_ha
        of_ha = numbers if kind == PER_HA else per_ha(numbers, area_ha)
        wrong = of_ha > MOST_VOLUME_M3_HA
        if wrong.any():
            raise InputError(
                "Field “{field}” of layer “{layer}” gives more than 1500 m³/ha of growing stock in {count} "
                "stands (first: {id}, {value:.1f} m³/ha). Set VOLUME_KIND to what the field holds (m3 of "
                "the stand, or m3_per_ha), and check the unit of the field and of the area.",
                **self._first(wrong, column, of_ha),
            )
        return of_stand

    def increments(self, values: Sequence[object] | Objects, column: str) -> Floats:
        """A field of yearly growth in m³/(ha·a)."""
        numbers = self.numbers(values, column)
        wrong = numbers > MOST_INCREMENT_M3_HA
        if wrong.any():
            raise InputError(
                "Field “{field}” of layer “{layer}” gives more than 100 m³/(ha·a) of growth in {count} "
                "stands (first: {id}, {value:.1f}). The field must hold the yearly increment per hectare, "
                "not of the stand and not in per cent.",
                **self._first(wrong, column, numbers),
            )
        return numbers

    def shares(self, values: Sequence[object] | Objects, column: str) -> Floats:
        """A field of shares from 0 to 1."""
        numbers = self.numbers(values, column)
        wrong = numbers > 1
        if wrong.any():
            raise InputError(
                "Field “{field}” of layer “{layer}” is above 1 in {count} stands (first: {id}, {value}). The "
                "share of biomass lost runs from 0 to 1, not in per cent.",
                **self._first(wrong, column, numbers),
            )
        return numbers

    def areas_within(self, values: Sequence[object] | Objects, column: str, area_ha: Floats) -> Floats:
        """A field of areas in ha/a that cannot exceed those of the stands."""
        numbers = self.numbers(values, column)
        wrong = numbers > area_ha * (1 + 1e-6)
        if wrong.any():
            raise InputError(
                "Field “{field}” of layer “{layer}” is larger than the stand in {count} stands (first: {id}, "
                "{value} ha). Give the area disturbed in a year in ha.",
                **self._first(wrong, column, numbers),
            )
        return numbers

    def age_groups(self, values: Sequence[object] | Objects, column: str) -> Floats:
        """A field of age groups, as numbers 1–5 or as words from 幼龄林 to 过熟林; NaN where empty."""
        texts = [_plain(value) for value in values]
        numbers = np.array([words.AGE_GROUPS.get(text, math.nan) for text in texts], dtype=np.float64)
        unknown = np.isnan(numbers) & np.array([text != "" for text in texts], dtype=bool)
        wrong = unknown
        if wrong.any():
            raise InputError(
                "Field “{field}” of layer “{layer}” holds an unknown age group in {count} stands (first: "
                "{id}, value {value}). Use 1 to 5, or 幼龄林, 中龄林, 近熟林, 成熟林, 过熟林.",
                **self._first(wrong, column, values),
            )
        return numbers

    def _first(
        self, wrong: Bools, column: str, values: Sequence[object] | Objects | Floats
    ) -> dict[str, object]:
        """What an error says of the first wrong stand."""
        first = int(np.flatnonzero(wrong)[0])
        return {
            "field": column,
            "layer": self.layer,
            "count": int(wrong.sum()),
            "id": self.ids[first],
            "value": values[first],
        }


def _plain(value: object) -> str:
    if value is None:
        return ""
    text = str(int(value)) if isinstance(value, float) and value.is_integer() else str(value).strip()
    return text if text in words.AGE_GROUPS or not text else _word(text)


def _word(text: str) -> str:
    """幼龄 → 幼龄林."""
    return f"{text}林" if f"{text}林" in words.AGE_GROUPS else text
