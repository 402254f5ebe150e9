# SPDX-License-Identifier: GPL-2.0-or-later
"""Where the polygons of processes lie: on the ground of one another, and in which units."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from ..coverage import find_overlaps
from ..errors import InputError
from ..geometry import AreaMeasure, Floats, Geometries, Rows
from ..notes import NoteBook
from ..overlay import overlay
from ..progress import Progress, silent
from ..statistical_units import Units
from ..tabulate import INSIDE_TOLERANCE
from ..tabulate_notes import OUTSIDE_NOISE_M2, OVERLAP_NOISE_M2, UNIT_NOISE_M2
from ..units import M2_PER_HA


@dataclass(frozen=True)
class Parts:
    """Parts of processes in units: row of the process, share of its area, name of the unit."""

    row: Rows
    share: Floats
    unit: Geometries


def refuse_overlaps(
    geometry: Geometries,
    ids: Geometries,
    layer: str,
    measure: AreaMeasure,
    *,
    notes: NoteBook,
    progress: Progress = silent,
) -> None:
    """Refuse processes that change the same ground: it would count twice. Digitising noise is noted."""
    shared = find_overlaps(geometry, measure=measure, progress=progress)
    twice = shared.shared_m2 > OVERLAP_NOISE_M2
    if twice.any():
        first = int(np.argmax(twice))
        raise InputError(
            "{count} pairs of processes of layer “{layer}” change the same ground ({area_ha:.4f} ha; first: "
            "{one} and {other}): a year has one process per place. Delete the double ones, or join "
            "processes that follow each other.",
            count=int(twice.sum()),
            layer=layer,
            area_ha=math.fsum(shared.shared_m2[twice]) / M2_PER_HA,
            one=ids[shared.first[first]],
            other=ids[shared.second[first]],
        )
    if len(shared.first):
        notes.add(
            "overlapping_increments",
            "Processes overlap in {count} slivers of at most 1 m²; {area_ha:.4f} ha count twice.",
            count=len(shared.first),
            area_ha=math.fsum(shared.shared_m2) / M2_PER_HA,
            ids=ids[np.union1d(shared.first, shared.second)],
            warning=False,
        )


def parts_in_units(
    geometry: Geometries,
    measured_m2: Floats,
    units: Units,
    measure: AreaMeasure,
    *,
    ids: Geometries,
    notes: NoteBook,
    progress: Progress = silent,
) -> Parts:
    """Cut processes by units: each part has its measured share of the process's area.

    Ground outside every unit is noted with its area. Raises ``InputError`` where units overlap.
    """
    _refuse_overlapping_units(units, measure)
    pairs = overlay(
        geometry,
        units.geometry,
        measure=measure,
        left_area_m2=measured_m2,
        keep_geometry=False,
        progress=progress,
    )
    order = np.lexsort((pairs.area_m2, pairs.left))
    inside = np.bincount(pairs.left[order], weights=pairs.area_m2[order], minlength=len(geometry))
    whole = np.abs(inside - measured_m2) <= INSIDE_TOLERANCE * measured_m2
    outside = np.where(whole, 0.0, np.maximum(measured_m2 - inside, 0.0))
    listed = outside > OUTSIDE_NOISE_M2
    if listed.any():
        notes.add(
            "increments_outside",
            "{count} processes lie partly or wholly outside every unit, with {area_ha:.4f} ha: this ground "
            "is in no figure. Add the missing units.",
            count=int(listed.sum()),
            area_ha=math.fsum(outside[listed]) / M2_PER_HA,
            ids=ids[listed],
        )
    base = np.where(whole, inside, measured_m2)
    return Parts(pairs.left, pairs.area_m2 / base[pairs.left], units.names[pairs.right])


def _refuse_overlapping_units(units: Units, measure: AreaMeasure) -> None:
    shared = find_overlaps(units.geometry, measure=measure)
    twice = shared.shared_m2 > UNIT_NOISE_M2
    if twice.any():
        first = int(np.argmax(twice))
        raise InputError(
            "Units “{one}” and “{other}” overlap ({area_ha:.4f} ha): increments on that ground would count "
            "twice. Give units that do not overlap.",
            one=units.names[shared.first[first]],
            other=units.names[shared.second[first]],
            area_ha=float(shared.shared_m2[first]) / M2_PER_HA,
        )
