# SPDX-License-Identifier: GPL-2.0-or-later
"""Parcels with an amount of carbon, as parts in statistical units: cut parcels share theirs by area."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ..areas import WorkPlane
from ..coverage import Overlaps, find_overlaps
from ..geometry import Floats, Geometries, Rows
from ..notes import NoteBook
from ..overlay import overlay
from ..progress import Progress, silent
from ..statistical_units import Units
from ..tabulate import INSIDE_TOLERANCE
from ..tabulate_notes import OUTSIDE_NOISE_M2, UNIT_NOISE_M2
from ..units import M2_PER_HA

Objects = npt.NDArray[np.object_]


@dataclass(frozen=True)
class HotspotParcels:
    """Parcels in plane coordinates: ``amount`` per year or in stock (NaN where unknown), ``area_ha`` by
    the area rule of the account, ``measured_m2``. ``ids`` name them; only where they are ``business_ids``
    do they break ties."""

    geometry: Geometries
    ids: Objects
    amount: Floats
    area_ha: Floats
    measured_m2: Floats
    business_ids: bool = True


@dataclass(frozen=True)
class UnitParts:
    """Parts of parcels in units: row of the parcel and of the unit, share of the parcel, geometry."""

    parcel: Rows
    unit: Rows
    share: Floats
    geometry: Geometries
    units: Objects


def whole_layer(parcels: HotspotParcels) -> UnitParts:
    """All parcels in one unit ``*``."""
    rows = np.flatnonzero(parcels.measured_m2 > 0.0)
    unit = np.zeros(len(rows), dtype=np.intp)
    return UnitParts(rows, unit, np.ones(len(rows)), parcels.geometry[rows], np.array(["*"], dtype=object))


def parts_of_units(
    parcels: HotspotParcels,
    units: Units,
    plane: WorkPlane,
    *,
    notes: NoteBook,
    progress: Progress = silent,
) -> UnitParts:
    """Cut parcels by units: a parcel in several has its measured share in each.

    Land outside is noted, and so are units that overlap: each of them has its own hot spots there.
    """

    def measure(shapes: Geometries) -> Floats:
        return plane.measure(shapes, "ellipsoidal")

    _note_overlapping(units, find_overlaps(units.geometry, measure=measure), notes)
    pairs = overlay(
        parcels.geometry,
        units.geometry,
        measure=measure,
        left_area_m2=parcels.measured_m2,
        keep_geometry=True,
        progress=progress,
    )
    order = np.lexsort((pairs.area_m2, pairs.left))
    inside = np.bincount(
        pairs.left[order], weights=pairs.area_m2[order], minlength=len(parcels.geometry)
    ).astype(np.float64)
    measured = np.nan_to_num(parcels.measured_m2)
    whole = np.abs(inside - measured) <= INSIDE_TOLERANCE * measured
    _note_outside(parcels, np.where(whole, 0.0, np.maximum(measured - inside, 0.0)), notes)
    base = np.where(whole, inside, measured)
    share = pairs.area_m2 / base[pairs.left]
    return UnitParts(pairs.left, pairs.right, share, pairs.geometry, units.names)


def _note_overlapping(units: Units, shared: Overlaps, notes: NoteBook) -> None:
    twice = shared.shared_m2 > UNIT_NOISE_M2
    if twice.any():
        rows = np.union1d(shared.first[twice], shared.second[twice])
        notes.add(
            "overlapping_units",
            "{count} units overlap one another ({area_ha:.4f} ha): land there counts in each of them, and "
            "more than once in the sums over all units.",
            count=len(rows),
            area_ha=math.fsum(shared.shared_m2[twice]) / M2_PER_HA,
            ids=units.names[rows],
        )


def _note_outside(parcels: HotspotParcels, outside_m2: Floats, notes: NoteBook) -> None:
    listed = outside_m2 > OUTSIDE_NOISE_M2
    if listed.any():
        notes.add(
            "parcels_outside",
            "Parcels that lie partly or wholly outside every unit: {count}, with {area_ha:.4f} ha. This land "
            "is in no hot spot. Add the missing units.",
            count=int(listed.sum()),
            area_ha=math.fsum(outside_m2[listed]) / M2_PER_HA,
            ids=parcels.ids[listed],
        )
