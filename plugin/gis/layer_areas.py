# SPDX-License-Identifier: GPL-2.0-or-later
"""Areas of the features of a layer by the area rule of a run."""

from __future__ import annotations

import math

from ..domain.geometry import Floats
from ..domain.parcel_areas import ParcelAreas, parcel_areas
from ..domain.units import M2_PER_HA
from .layers import PolygonLayer
from .run import Run

#: The survey's field of deducted ridges, and the area fields that it belongs to.
DEDUCTED = "KCMJ"
GROSS_AREA, NET_AREA = "TBMJ", "TBDLMJ"


def areas_of(
    run: Run,
    layer: PolygonLayer,
    rule: str,
    area_field: str | None,
    deducted_field: str | None = None,
    share: tuple[float, float] = (25.0, 30.0),
) -> ParcelAreas:
    """Measured areas and those by ``rule``; ``area_field`` and ``deducted_field`` are columns read along."""
    return parcel_areas(
        layer.geometry,
        layer.plane,
        rule,
        ids=layer.ids,
        layer=layer.name,
        notes=run.notes,
        attribute=layer.columns[area_field] if area_field else None,
        attribute_field=area_field or "",
        deducted=layer.columns[deducted_field] if deducted_field else None,
        deducted_field=deducted_field or "",
        net=(area_field or "").upper() == NET_AREA,
        unit=run.text("AREA_UNIT"),
        progress=run.progress(*share),
    )


def note_repeated(run: Run, layer: PolygonLayer, area_m2: Floats) -> None:
    """Note the features whose geometry is the very same as that of one before them."""
    rows = layer.repeated
    if len(rows):
        run.notes.add(
            "duplicate_geometries",
            "Layer “{layer}”: features with the very geometry of a feature before them: {count}. Their "
            "{area_ha:.4f} ha count once more. Delete the duplicates and run again.",
            count=len(rows),
            area_ha=math.fsum(area_m2[rows]) / M2_PER_HA,
            ids=layer.ids[rows],
            layer=layer.name,
        )
