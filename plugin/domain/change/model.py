# SPDX-License-Identifier: GPL-2.0-or-later
"""Areas by unit, class at the first and class at the second date: what vectors and rasters are reduced to."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd


@dataclass(frozen=True)
class Transitions:
    """Land use of two dates in statistical units, in hectares by one area rule.

    ``cells``: unit (row of the units), from_class, to_class, area_ha, sorted in this order. A class
    is None on ground that only the other date shows, or whose code is left out at this date: so the
    rows of a from_class add up to its area at the first date, those of a to_class to the second's.
    ``units``: unit, area_ha (of the unit), covered_ha (ground with a class at both dates).
    ``whole``: ``cells`` of all units taken as one (unit 0), where units overlap; None where they do not.
    ``residual_ha``: the largest unexplained difference of any unit.
    """

    cells: pd.DataFrame
    units: pd.DataFrame
    whole: pd.DataFrame | None
    residual_ha: float
