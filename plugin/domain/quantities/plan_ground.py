# SPDX-License-Identifier: GPL-2.0-or-later
"""A plan on its units, and which of its codes belong to a set of uses."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..geometry import Flags, Floats, Geometries
from ..overlay import overlay
from ..overlay.pairs import RightSide
from ..progress import Progress
from ..units import M2_PER_HA
from .ground import Ground, sum_by
from .indicators import codes_of
from .layers import CodedLand, Measuring, Texts
from .line_grounds import LineGround

CULTIVATED = "cultivated"
#: The reserve (留白), which localities may leave out of construction land.
RESERVE_CODE = "16"
COUNTS, UNKNOWN, OTHER_USE = 1, 0, -1


@dataclass(frozen=True)
class PlanGround:
    """A plan laid out on units; ``ridge_m2`` are field ridges of each piece, which cultivated land loses."""

    land: CodedLand
    ground: Ground
    ridge_m2: Floats
    units: int

    def counted(self, operand: str, *, reserve: bool = True) -> tuple[Flags, Flags]:
        """Parcels whose code counts, and parcels of which the code leaves it open."""
        return match_codes(self.land.codes, operand, reserve=reserve)

    def totals_ha(self, parcels: Flags, *, net: bool = False) -> Floats:
        """Area in ha of the parcels: in all, then by unit; ``net`` of ridges."""
        pieces = parcels[self.ground.parcel]
        area = self.ground.area_m2 - (self.ridge_m2 if net else 0.0)
        # Uncut parcels count as stated, whatever the rounding of their parts.
        whole = math.fsum(self.ground.parcel_m2[parcels])
        whole -= math.fsum(self.ridge_m2[pieces]) if net else 0.0
        by_unit = sum_by(area[pieces], self.ground.unit[pieces], self.units)
        return np.concatenate(([whole], by_unit)) / M2_PER_HA


def match_codes(codes: Texts, operand: str, *, reserve: bool = True) -> tuple[Flags, Flags]:
    """Which codes belong to a list of sets and codes, and which are missing or too coarse to tell."""
    counted, taken_out = codes_of(operand)
    if not reserve:
        taken_out = (*taken_out, RESERVE_CODE)
    place, distinct = pd.factorize(codes)
    # Missing codes have the place −1: the last verdict.
    verdicts = np.array([*(_verdict(code, counted, taken_out) for code in distinct), UNKNOWN])[place]
    return np.asarray(verdicts == COUNTS, dtype=bool), np.asarray(verdicts == UNKNOWN, dtype=bool)


def _verdict(code: str, counted: Sequence[str], taken_out: Sequence[str]) -> int:
    if code.startswith(tuple(taken_out)):
        return OTHER_USE
    finer = any(other.startswith(code) and other != code for other in (*counted, *taken_out))
    if code.startswith(tuple(counted)):
        return UNKNOWN if finer else COUNTS
    return UNKNOWN if finer else OTHER_USE


def inside_m2(
    geometry: Geometries,
    measured_m2: Floats,
    line: LineGround,
    zone: str,
    how: Measuring,
    progress: Progress,
    side: RightSide | None = None,
) -> Floats:
    """Measured area of each polygon inside a line (or a zone of it); ``side`` is that ground made ready."""
    pairs = overlay(
        geometry,
        line.geometry(zone),
        measure=how.areas_m2,
        left_area_m2=measured_m2,
        keep_geometry=False,
        progress=progress,
        threads=how.threads,
        side=side,
    )
    return sum_by(pairs.area_m2, pairs.left, len(geometry))


def booking_of(ground: Ground) -> Floats:
    """Area by the area rule for each measured m² of a piece."""
    book = np.zeros(len(ground.parcel))
    np.divide(ground.area_m2, ground.measured_m2, out=book, where=ground.measured_m2 > 0.0)
    return book


def ridges_of(land: CodedLand, ground: Ground) -> Floats:
    """Field ridges of each piece of a layer that states them, in m²; 0 off cultivated land."""
    if land.ridge_m2 is None:
        return np.zeros(len(ground.parcel))
    cultivated, _ = match_codes(land.codes, CULTIVATED)
    share = np.zeros(len(land.area_m2))
    np.divide(np.nan_to_num(land.ridge_m2), land.area_m2, out=share, where=(land.area_m2 > 0.0) & cultivated)
    return np.asarray(ground.area_m2 * share[ground.parcel], dtype=np.float64)
