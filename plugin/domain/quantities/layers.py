# SPDX-License-Identifier: GPL-2.0-or-later
"""The layers of a quantity check as the domain sees them: arrays in one work plane."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import shapely

from ..areas import WorkPlane
from ..geometry import Floats, Geometries
from ..plancheck import ControlLine

Texts = npt.NDArray[np.object_]


@dataclass(frozen=True)
class CodedLand:
    """Parcels with land-and-sea codes of 2023 (None = no code): a plan draft or its planning base.

    ``area_m2`` follows the area rule, ``measured_m2`` is measured; parts share the first by
    the second. ``ridge_m2`` is the part of ``area_m2`` that is field ridges (KCMJ), which
    cultivated land does not count; ``settlement`` is the survey's extent code (CZCSXM).
    """

    geometry: Geometries
    ids: Texts
    codes: Texts
    area_m2: Floats
    measured_m2: Floats
    layer: str
    ridge_m2: Floats | None = None
    settlement: Texts | None = None


@dataclass(frozen=True)
class OfficialLine:
    """A control line with the official area of each feature in m² (None = it is measured)."""

    line: ControlLine
    area_m2: Floats | None = None


@dataclass(frozen=True)
class Coast:
    """A coastline: the length of each feature in m, and whether it is natural (None = not known)."""

    length_m: Floats
    natural: Texts
    layer: str


@dataclass(frozen=True)
class Surroundings:
    """What a quantity check takes beside plan, lines and targets; None or NaN = not given.

    ``base`` is the planning base after 基数转换; ``restoration`` polygons of added ecological
    restoration; ``urban_residents`` persons; ``urban_2020_ha`` the urban construction land
    of the 2020 change survey; ``count_reserve`` whether code 16 counts as construction.
    """

    base: CodedLand | None = None
    units: Geometries | None = None
    unit_names: Texts | None = None
    coast: Coast | None = None
    restoration: Geometries | None = None
    urban_residents: float = float("nan")
    urban_2020_ha: float = float("nan")
    count_reserve: bool = True


@dataclass(frozen=True)
class Measuring:
    """How ground is measured and cut: the plane, the area rule and the threads."""

    plane: WorkPlane
    rule: str
    threads: int | None = None

    def areas_m2(self, geoms: Geometries) -> Floats:
        """Measured areas in m²; None has 0."""
        return np.asarray(self.plane.measure(geoms, self.rule), dtype=np.float64)


def extent_of(geoms: Geometries) -> Geometries:
    """The box around all geometries, as a layer of one polygon."""
    return np.array([shapely.box(*shapely.total_bounds(geoms))], dtype=object)
