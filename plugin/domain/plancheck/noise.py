# SPDX-License-Identifier: GPL-2.0-or-later
"""Which findings are digitising noise: judged on the ground that a rule hits, not on how it is cut up.

A farmland line mapped in cells of one metre hits a parcel in thousands of pieces that are
noise each by itself; together they are a conflict. A kilometre of misfit along a border
is noise; it does not hide the notch of ten metres that hangs on it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd
import shapely

from ..geometry import HAIRLINE_M, is_noise, mean_width_m
from .hits import Case
from .layers import Floats, Geometries, Texts

Flags = npt.NDArray[np.bool_]


def noise_among(case: Case, hits: pd.DataFrame, geometry: Geometries, line_types: Texts) -> Flags:
    """Whether each finding is noise, by its measured area, its ``geometry`` and its ``line_types``.

    A finding counts when it is larger than ``sliver_m2`` and wider than ``sliver_width_m``
    (2A/P), or when the part of it that is twice as wide everywhere is larger: a wedge, the
    usual shape of misfit, is at its end twice as wide as on the average, so that nothing of
    a wedge within the limit is left, and an intrusion is. What is noise by itself still
    counts where it is part of ground that counts, hit by the same rule of the same line type
    on the same parcel. A rule may set a larger limit than ``sliver_m2`` (``min_area_m2``).
    Areas are measured ones whatever the area rule: a wrong figure in an attribute makes no
    conflict disappear.
    """
    measured = case.cells.measured_m2[hits["cell"]]
    area_m2 = np.bincount(hits["finding"], weights=measured, minlength=len(geometry)).astype(np.float64)
    first = hits.drop_duplicates("finding")
    owners = pd.DataFrame({"parcel": first["parcel"].to_numpy(), "rule": first["rule_id"].to_numpy()})
    owners["line_type"] = line_types
    least_m2 = {rule: case.asker.min_area_m2(rule) for rule in set(owners["rule"])}
    limit_m2 = np.array([max(least_m2[rule], case.settings.sliver_m2) for rule in owners["rule"]])
    noise: Flags = np.zeros(len(geometry), dtype=bool)
    for limit in np.unique(limit_m2):
        rows = np.flatnonzero(limit_m2 == limit)
        limits = NoiseLimits(float(limit), case.settings.sliver_width_m)
        noise[rows] = _noise_of(limits, geometry[rows], area_m2[rows], owners.iloc[rows])
    return noise


def counts_alone(case: Case, hits: pd.DataFrame, ground: shapely.Geometry) -> bool:
    """Whether some hits of one finding, on one ``ground``, are more than noise without the others."""
    least_m2 = case.asker.min_area_m2(str(hits["rule_id"].iloc[0]))
    limits = NoiseLimits(max(least_m2, case.settings.sliver_m2), case.settings.sliver_width_m)
    area_m2 = np.array([math.fsum(case.cells.measured_m2[hits["cell"]])])
    return bool(limits.substance_m2(np.array([ground], dtype=object), area_m2)[0] > limits.area_m2)


def _noise_of(limits: NoiseLimits, geometry: Geometries, area_m2: Floats, owners: pd.DataFrame) -> Flags:
    """Which findings are noise under one pair of limits; ``owners`` tells which belong to one hit."""
    noise: Flags = limits.substance_m2(geometry, area_m2) <= limits.area_m2
    for rows in owners.groupby(["parcel", "line_type", "rule"], sort=False).indices.values():
        doubtful = rows[noise[rows]]
        if len(rows) > 1 and len(doubtful):
            noise[doubtful] = ~limits.lie_on_what_counts(geometry[doubtful], geometry[rows])
    return noise


@dataclass(frozen=True)
class NoiseLimits:
    """Up to which area and which width a hit is noise."""

    area_m2: float
    width_m: float

    def substance_m2(self, geometry: Geometries, area_m2: Floats) -> Floats:
        """The area of what is wider than the limit on the average, else of its part twice as wide everywhere.

        The latter is the morphological opening by twice the limit; 0 for what is no larger
        than the area limit anyway.
        """
        width = mean_width_m(geometry, np.nan_to_num(shapely.area(geometry)))
        thin = is_noise(area_m2, width, 0.0, self.width_m)
        substance: Floats = np.where(thin, 0.0, area_m2)
        rows = np.flatnonzero(thin & (area_m2 > self.area_m2))
        # What is exactly that wide must not survive by rounding.
        reach_m = self.width_m + HAIRLINE_M
        substance[rows] = shapely.area(shapely.buffer(shapely.buffer(geometry[rows], -reach_m), reach_m))
        return substance

    def lie_on_what_counts(self, pieces: Geometries, hit: Geometries) -> Flags:
        """Which pieces of a hit lie on those parts of its union that count."""
        # On a grid: neighbours cut from one line may miss each other's vertices by rounding.
        united = shapely.get_parts(shapely.union_all(hit, grid_size=HAIRLINE_M))
        size = np.asarray(shapely.area(united), dtype=np.float64)
        substance = NoiseLimits(0.0, self.width_m).substance_m2(united, size)
        kept = (substance == size) | (substance > self.area_m2)
        counts = np.zeros(len(pieces), dtype=bool)
        # The grid moves corners: an area at the limit is not beyond it.
        if math.fsum(substance[kept]) <= self.area_m2 * (1.0 + HAIRLINE_M):
            return counts
        parts, owner = shapely.get_parts(pieces, return_index=True)
        rows, _ = shapely.STRtree(united[kept]).query(shapely.point_on_surface(parts), predicate="intersects")
        counts[owner[rows]] = True
        return counts
