# SPDX-License-Identifier: GPL-2.0-or-later
"""Control lines that lie nowhere near the plan: mostly their CRS is not the one that was assigned."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import shapely

from ...domain.notes import NoteBook
from ...domain.plancheck import ControlLine

M_PER_KM = 1_000.0


def note_lines_elsewhere(
    layer: str, geometry: np.ndarray, lines: Sequence[ControlLine], notes: NoteBook
) -> None:
    """Note the control lines whose extent does not meet that of the plan ``layer``, with their distance.

    A plan without any finding would look sound where the lines are merely somewhere else.
    """
    extent = _extent_of(geometry)
    distances = [(line, shapely.distance(extent, _extent_of(line.geometry))) for line in lines]
    away = [(line, distance_m) for line, distance_m in distances if distance_m > 0.0]
    if away:
        notes.add(
            "lines_elsewhere",
            "Plan “{plan}”: control lines that lie wholly beside its extent: {lines}. No part of the plan "
            "lies in them. Check their CRS and that of the plan, and that they are the lines of this place.",
            count=len(away),
            plan=layer,
            lines=", ".join(f"{line.layer} ({distance_m / M_PER_KM:.1f} km)" for line, distance_m in away),
        )


def _extent_of(geometry: np.ndarray) -> shapely.Geometry | None:
    """The box of all geometries of a plane; None where there is none."""
    box = shapely.total_bounds(geometry)
    return shapely.box(*box) if np.isfinite(box).all() else None
