# SPDX-License-Identifier: GPL-2.0-or-later
"""What the readers of two dates, polygons, rasters or one of each, hand to the account of change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from qgis.core import QgsCoordinateReferenceSystem

from ...domain.change import Transitions
from ...domain.classes import Classification
from ...domain.factors import FactorSet
from ...domain.statistical_units import Units
from ..codes import classification_for
from ..run import Run

BEFORE, AFTER = DATES = ("BEFORE", "AFTER")


@dataclass(frozen=True)
class ChangeJob:
    """Transitions of two land uses in ``units``, drawn in coordinates of ``crs``.

    ``facts`` go into the manifest; ``unmapped_ha`` is the ground inside the units whose code has no
    carbon class at one date at least. ``write_maps`` writes the OUTPUT_MAP and OUTPUT_MAP_RASTER that
    were asked for; what cannot be written is refused (``InputError``) before anything is computed.
    """

    transitions: Transitions
    units: Units
    crs: QgsCoordinateReferenceSystem
    facts: dict[str, Any]
    unmapped_ha: float
    write_maps: Callable[[Run], None]


def classification_at(run: Run, date: str, factors: FactorSet) -> str | Classification:
    """What the codes of a date (one of ``DATES``) are read with: AFTER_CLASSIFICATION where it is given."""
    if date == AFTER and run.given("AFTER_CLASSIFICATION") and factors.key == "carbon_class":
        return run.text("AFTER_CLASSIFICATION")
    return classification_for(run, factors)
