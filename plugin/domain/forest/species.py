# SPDX-License-Identifier: GPL-2.0-or-later
"""From the species field of a layer of forest stands to the species of a parameter table."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ..classes.raw_codes import DistinctCodes, RawCode, distinct_codes, plain_name
from ..errors import FactorError
from .parameters import ForestParameters

Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]
Objects = npt.NDArray[np.object_]

#: What stands behind a species name in inventories: 杉木林, 杉木纯林, 杉木人工林, 桦木属.
_ENDINGS = ("人工林", "天然林", "纯林", "林", "属")


@dataclass(frozen=True)
class StandSpecies:
    """Species of every stand: its id, None where the value is empty or unknown; ``codes`` are as read."""

    species: Objects
    codes: DistinctCodes

    def listed(self, rows: Bools, area_ha: Floats, volume_m3: Floats) -> str:
        """The raw values of some stands with count, area and volume."""
        lines = []
        for position in np.unique(self.codes.index[rows]):
            here = rows & (self.codes.index == position)
            code = self.codes.codes[position]
            name = "NULL" if code is None else code.text
            volume = math.fsum(volume_m3[here & np.isfinite(volume_m3)])
            lines.append(f"{name} ({int(here.sum())}, {math.fsum(area_ha[here]):.4f} ha, {volume:.1f} m³)")
        return ", ".join(lines)


def match_species(
    values: Sequence[object] | Objects, parameters: ForestParameters, *, field: str, layer: str
) -> StandSpecies:
    """Match names and codes by the ids and aliases of the table, without spaces, width and letter case.

    A name such as 杉木林 is read as 杉木 where the table has no 杉木林. Raises ``FactorError`` when
    the table gives one alias to two species.
    """
    codes = distinct_codes(values, field=field, layer=layer)
    known = _aliases(parameters)
    found = [None if code is None else _find(code, known) for code in codes.codes]
    lookup = np.empty(len(found), dtype=object)
    lookup[:] = found
    return StandSpecies(lookup[codes.index], codes)


def _aliases(parameters: ForestParameters) -> dict[str, str]:
    known: dict[str, str] = {}
    for species, names in parameters.species["names"].items():
        for name in names:
            other = known.setdefault(plain_name(name), str(species))
            if other != species:
                raise FactorError(
                    "Forest parameters “{table}”: the name “{name}” stands for {first} and for {second}. "
                    "Give it to one of them.",
                    table=parameters.id,
                    name=name,
                    first=other,
                    second=species,
                )
    return known


def _find(code: RawCode, known: dict[str, str]) -> str | None:
    named = code.named_parts()
    for text in (code.text, *(named or ())):
        name = plain_name(text)
        if name in known:
            return known[name]
        for ending in _ENDINGS:
            if name.endswith(ending) and name[: -len(ending)] in known:
                return known[name[: -len(ending)]]
    return None
