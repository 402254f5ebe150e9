# SPDX-License-Identifier: GPL-2.0-or-later
"""What the tabulation notes: land use outside the units, and ground that is counted more than once."""

from __future__ import annotations

import math

import numpy as np

from .coverage import Coverage
from .geometry import Floats, Geometries, Rows
from .notes import NoteBook
from .overlay import Overlay
from .units import M2_PER_HA

#: Remainders of a parcel outside all units up to this area (m²) are summed, not listed.
OUTSIDE_NOISE_M2 = 1.0

#: Overlaps of land use up to this area (m²) are digitising noise (control-lines.md section 4).
OVERLAP_NOISE_M2 = 1.0

#: Overlaps of units and open ground up to this area (m²) are digitising noise.
UNIT_NOISE_M2 = 1.0


def note_outside(ids: Geometries, outside_m2: Floats, booked_m2: Floats, notes: NoteBook) -> None:
    """Note the parcels that lie partly or wholly outside every unit.

    ``outside_m2`` is measured, ``booked_m2`` the same by the area rule.
    """
    listed = outside_m2 > OUTSIDE_NOISE_M2
    if not listed.any():
        return
    notes.add(
        "outside_units",
        "Land-use features that lie partly or wholly outside every unit: {count}, with {area_ha:.4f} ha. "
        "This land is in no figure. Remainders of at most 1 m² of further features sum up to {noise_m2:.4f} "
        "m². Add the missing units, or clip the land use to them.",
        count=int(listed.sum()),
        area_ha=math.fsum(booked_m2[listed]) / M2_PER_HA,
        ids=ids[listed],
        noise_m2=math.fsum(booked_m2[~listed]),
    )


def note_overlapping_parcels(ids: Geometries, coverage: Coverage, notes: NoteBook) -> None:
    """Note the land-use features that overlap one another inside the units, and the noise among them."""
    total_m2 = math.fsum(coverage.twice_m2)
    large = coverage.shared_m2 > OVERLAP_NOISE_M2
    rows = np.union1d(coverage.first[large], coverage.second[large])
    if len(rows):
        notes.add(
            "overlapping_land_use",
            "Land-use features that overlap others: {count}; {area_ha:.4f} ha are counted more than once, "
            "{pairs} overlaps of at most 1 m² included.",
            count=len(rows),
            area_ha=total_m2 / M2_PER_HA,
            ids=ids[rows],
            pairs=int(np.count_nonzero(~large)),
        )
    elif len(coverage.first):
        notes.add(
            "overlapping_land_use",
            "Land-use features overlap in {count} slivers of at most 1 m²; {area_ha:.4f} ha are counted more "
            "than once.",
            count=len(coverage.first),
            area_ha=total_m2 / M2_PER_HA,
            ids=ids[np.union1d(coverage.first, coverage.second)],
            warning=False,
        )


def note_overlapping_units(pairs: Overlay, names: Geometries, notes: NoteBook) -> Rows:
    """Note the units that overlap (``pairs``: the units overlaid with themselves); the rows of these."""
    apart = (pairs.left < pairs.right) & (pairs.area_m2 > UNIT_NOISE_M2)
    rows = np.union1d(pairs.left[apart], pairs.right[apart])
    if len(rows):
        notes.add(
            "overlapping_units",
            "{count} units overlap one another; {area_ha:.4f} ha count in each of them, so the units must "
            "not be added up. Totals are those of the ground of all units, counted once.",
            count=len(rows),
            area_ha=math.fsum(pairs.area_m2[apart]) / M2_PER_HA,
            ids=names[rows],
        )
    return rows


def note_uncovered(names: Geometries, uncovered_m2: Floats, notes: NoteBook) -> None:
    """Note the units with ground that no land-use feature covers."""
    bare = uncovered_m2 > UNIT_NOISE_M2
    if bare.any():
        notes.add(
            "uncovered_units",
            "{count} units hold ground without land use, {area_ha:.4f} ha in all; it is in no figure. "
            "Complete the land use, or clip the units to it.",
            count=int(bare.sum()),
            area_ha=math.fsum(uncovered_m2[bare]) / M2_PER_HA,
            ids=names[bare],
        )
