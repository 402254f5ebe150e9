# SPDX-License-Identifier: GPL-2.0-or-later
"""The records of the process layer, checked: their year, their areas before and after, their units."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ..errors import InputError
from ..notes import NoteBook
from ..number_fields import amounts_of_field
from ..parcel_areas import AREA_UNITS
from ..units import M2_PER_HA
from .fields import ENTERS, LEAVES

Floats = npt.NDArray[np.float64]
Objects = npt.NDArray[np.object_]
Flags = npt.NDArray[np.bool_]

#: Areas before and after are rounded to 0.01 m² each, ridges and the rest apart.
ROUNDED_M2 = 0.03
_YEAR = re.compile(r"(\d{4})(?:\D|\d{2}|\d{4}|$)")


@dataclass(frozen=True)
class Records:
    """Columns of the process layer, one entry per record; ``layer`` and ``ids`` name them to the user."""

    layer: str
    ids: Objects

    def texts(self, values: Sequence[object] | None) -> Objects:
        """A column as stripped text, empty where it is NULL or not there at all."""
        found = np.full(len(self.ids), "", dtype=object)
        if values is not None:
            found[:] = [_text_of(value) for value in values]
        return found

    def areas_ha(self, values: Sequence[object] | None, field: str, unit: str) -> Floats:
        """A column of areas in ``unit`` as ha, 0 where it is empty; negative ones and texts are refused."""
        if values is None:
            return np.zeros(len(self.ids))
        numbers = amounts_of_field(self.texts(values), self.ids, layer=self.layer, field=field)
        return np.asarray(np.nan_to_num(numbers) * (AREA_UNITS[unit] / M2_PER_HA), dtype=np.float64)

    def refuse_other_years(self, dates: Sequence[object], field: str, year: int, notes: NoteBook) -> None:
        """Refuse records whose date of update (GXSJ) lies in another year; note those without a date."""
        texts = self.texts(dates)
        found = [_YEAR.match(text) for text in texts]
        years = np.array([int(match.group(1)) if match else 0 for match in found])
        other = (years != year) & (texts != "")
        if other.any():
            first = int(np.argmax(other))
            raise InputError(
                "{count} records of layer “{layer}” are not of {year}: “{field}” of {id} is {value}. Give "
                "the increments of one year, or choose the YEAR that they belong to.",
                count=int(other.sum()),
                layer=self.layer,
                year=year,
                field=field,
                id=self.ids[first],
                value=texts[first],
            )
        if (texts == "").any():
            notes.add(
                "undated_increments",
                "{count} records of layer “{layer}” have no date in “{field}”: they are taken as those of "
                "{year}.",
                count=int((texts == "").sum()),
                ids=self.ids[texts == ""],
                layer=self.layer,
                field=field,
                year=year,
            )

    def refuse_uneven(self, area_ha: Floats, parts_ha: Floats, here: Flags, fields: tuple[str, str]) -> None:
        """Refuse records whose ridges and land of a date (``fields``) do not add up to their area."""
        off = np.abs(parts_ha - area_ha) * M2_PER_HA
        bad = here & (off > np.maximum(ROUNDED_M2, 1e-6 * area_ha * M2_PER_HA))
        if bad.any():
            first = int(np.argmax(bad))
            raise InputError(
                "Fields “{ridge}” and “{land}” of layer “{layer}” do not add up to the area of {count} "
                "records (first: {id}, {parts_m2:.2f} m² of {area_m2:.2f} m²). A process keeps its ground: "
                "correct the areas.",
                ridge=fields[0],
                land=fields[1],
                layer=self.layer,
                count=int(bad.sum()),
                id=self.ids[first],
                parts_m2=float(parts_ha[first] * M2_PER_HA),
                area_m2=float(area_ha[first] * M2_PER_HA),
            )

    def refuse_ridges(self, area_ha: Floats, ridge_ha: Floats, field: str) -> None:
        """Refuse records with more field ridges than ground."""
        beyond = (ridge_ha - area_ha) * M2_PER_HA > ROUNDED_M2
        if beyond.any():
            raise InputError(
                "Deducted area “{field}” of layer “{layer}” is larger than the record in {count} records "
                "(first: {id}). Correct the areas.",
                field=field,
                layer=self.layer,
                count=int(beyond.sum()),
                id=self.ids[int(np.argmax(beyond))],
            )

    def refuse_nameless(self, units: Objects, here: Flags, field: str) -> None:
        """Refuse records without a unit on a side where their ground is in the account."""
        bare = here & (units == "")
        if bare.any():
            raise InputError(
                "Field “{field}” of layer “{layer}” is empty in {count} records (first: {id}). Fill it, or "
                "give the UNITS as polygons.",
                field=field,
                layer=self.layer,
                count=int(bare.sum()),
                id=self.ids[int(np.argmax(bare))],
            )

    def sides(self, codes: Sequence[object] | None) -> tuple[Flags, Flags]:
        """Which records have ground in the account before, and after, by XZQTZLX."""
        texts = self.texts(codes)
        enters = np.array([text in ENTERS for text in texts], dtype=bool)
        leaves = np.array([text in LEAVES for text in texts], dtype=bool)
        return ~enters, ~leaves


def _text_of(value: object) -> str:
    if value is None or (isinstance(value, float) and not np.isfinite(value)):
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()
