# SPDX-License-Identifier: GPL-2.0-or-later
"""Stands whose species or parameters are not known: refused, or left out and listed."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt

from ..errors import FactorError
from ..notes import NoteBook
from .parameters import ForestParameters
from .species import StandSpecies
from .stands import Stands

Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]


def unknown_species(
    match: StandSpecies, stands: Stands, parameters: ForestParameters, unmapped: str, notes: NoteBook
) -> float:
    """Area in ha of stands whose species the table does not know.

    With ``unmapped="error"`` they raise ``FactorError`` that lists names with count, area and
    volume; with ``"exclude"`` the list becomes a note, unless nothing would be left.
    """
    missing = np.array([name is None for name in match.species], dtype=bool)
    if not missing.any():
        return 0.0
    area_ha = math.fsum(stands.area_ha[missing])
    listed = match.listed(missing, stands.area_ha, stands.volume_m3)
    if unmapped == "error" or missing.all():
        raise FactorError(
            "Layer “{layer}” has {count} stands ({area_ha:.4f} ha) whose species is not in the forest "
            "parameters “{table}”: {names}. Correct the names, add them to a table of your own "
            "(FOREST_PARAMETERS), or set UNMAPPED to “exclude” where other stands are known.",
            layer=stands.layer,
            count=int(missing.sum()),
            area_ha=area_ha,
            table=parameters.id,
            names=listed,
        )
    notes.add(
        "unmapped",
        "{count} stands of layer “{layer}” ({area_ha:.4f} ha) are left out, their species is not in the "
        "forest parameters “{table}”: {names}. Correct the names, or add them to a table of your own.",
        count=int(missing.sum()),
        area_ha=area_ha,
        ids=stands.ids[missing],
        layer=stands.layer,
        table=parameters.id,
        names=listed,
    )
    return area_ha


def without_parameters(
    stands: Stands, missing: Bools, parameters: ForestParameters, unmapped: str, notes: NoteBook
) -> float:
    """Area in ha of stands of known species and volume for which the table lacks a parameter.

    With ``unmapped="error"`` they raise ``FactorError``, with ``"exclude"`` they are noted.
    """
    if not missing.any():
        return 0.0
    area_ha = math.fsum(stands.area_ha[missing])
    names = ", ".join(sorted({str(name) for name in stands.species[missing]}))
    if unmapped == "error":
        raise FactorError(
            "Forest parameters “{table}” lack a value (BCEF or wood density and BEF, root-to-shoot ratio, "
            "carbon fraction) for {count} stands of layer “{layer}” ({area_ha:.4f} ha, first: {id}) of the "
            "species {species}. Choose other FOREST_PARAMETERS, add the values to a table of your own, or "
            "set UNMAPPED to “exclude”.",
            table=parameters.id,
            count=int(missing.sum()),
            layer=stands.layer,
            area_ha=area_ha,
            id=stands.ids[int(np.flatnonzero(missing)[0])],
            species=names,
        )
    notes.add(
        "no_forest_parameters",
        "{count} stands of layer “{layer}” ({area_ha:.4f} ha) of the species {species} are left out: forest "
        "parameters “{table}” lack a value for them.",
        count=int(missing.sum()),
        area_ha=area_ha,
        ids=stands.ids[missing],
        layer=stands.layer,
        species=names,
        table=parameters.id,
    )
    return area_ha
