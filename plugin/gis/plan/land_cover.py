# SPDX-License-Identifier: GPL-2.0-or-later
"""Present land cover: what stands on the ground before the plan."""

from __future__ import annotations

import numpy as np
from qgis.core import QgsCoordinateReferenceSystem

from ...domain.areas import WorkPlane
from ...domain.classes import MatchedCodes
from ...domain.errors import InputError
from ...domain.plancheck import BaseCover
from ..run import Run
from .rule_codes import can_speak_rules, match_codes_of, rule_codes


def read_base(
    run: Run, plane: WorkPlane, crs: QgsCoordinateReferenceSystem, prefix: str = "BASE"
) -> BaseCover:
    """Read the land cover of parameter ``prefix`` with ``<prefix>_FIELD`` and ``<prefix>_CLASSIFICATION``."""
    field = run.optional_text(f"{prefix}_FIELD")
    if field is None:
        raise InputError(
            "Land cover ({parameter}) was given without its code field ({parameter}_FIELD).", parameter=prefix
        )
    layer = run.polygons(prefix, [field], crs=crs, plane=plane, share=(20, 30))
    match = match_codes_of(run, layer, field, f"{prefix}_CLASSIFICATION")
    return BaseCover(layer.geometry, _base_codes(run, match, layer.name), match.carbon_classes(), layer.name)


def _base_codes(run: Run, match: MatchedCodes, layer: str) -> np.ndarray:
    if can_speak_rules(match):
        return rule_codes(match, layer, run.notes)
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
