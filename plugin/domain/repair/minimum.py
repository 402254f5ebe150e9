# SPDX-License-Identifier: GPL-2.0-or-later
"""The minimum mapped area of a use (最小上图面积): what is smaller cannot stand as a parcel of its own."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from ..topology import load_min_areas, min_area_of


@lru_cache(maxsize=1024)
def smallest_part_m2(code: str) -> float:
    """The minimum mapped area of a 2023 code in m² by the shipped table; 0 where that has none."""
    area_m2 = min_area_of(np.array([code], dtype=object), load_min_areas())
    return float(np.nan_to_num(area_m2[0]))
