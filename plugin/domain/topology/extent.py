# SPDX-License-Identifier: GPL-2.0-or-later
"""Parcels too small to be mapped, or too narrow for their size."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import shapely

from ..geometry import Floats, mean_width_m
from .marks import found_frame
from .settings import ParcelLayer, TopologySettings


def check_extent(parcels: ParcelLayer, area_m2: Floats, settings: TopologySettings) -> list[pd.DataFrame]:
    """Kinds ``small`` (below the minimum mapped area) and ``narrow`` (and 4πA/P² below the limit)."""
    small = np.flatnonzero(area_m2 < parcels.min_area_m2)
    small = small[~shapely.is_missing(parcels.geometry[small])]
    compactness = polsby_popper(area_m2[small], np.asarray(shapely.length(parcels.geometry[small])))
    narrow = compactness < settings.compactness
    values = [
        {"area": f"{area:.2f}", "minimum": f"{least:g}", "compactness": f"{shape:.4f}"}
        for area, least, shape in zip(area_m2[small], parcels.min_area_m2[small], compactness)
    ]
    found = []
    for kind, chosen in (("small", np.arange(len(small))), ("narrow", np.flatnonzero(narrow))):
        rows = small[chosen]
        found.append(
            found_frame(
                kind,
                [(str(name),) for name in parcels.ids[rows]],
                parcels.geometry[rows],
                area_m2=area_m2[rows],
                width_m=mean_width_m(parcels.geometry[rows], area_m2[rows]),
                values=[values[number] for number in chosen],
            )
        )
    return found


def polsby_popper(area_m2: Floats, perimeter_m: Floats) -> Floats:
    """Compactness 4πA/P² (Polsby and Popper 1991): 1 for a circle; 0 without a perimeter."""
    shape = np.zeros(len(area_m2))
    squared = np.nan_to_num(perimeter_m) ** 2
    np.divide(4.0 * math.pi * area_m2, squared, out=shape, where=squared > 0.0)
    return shape
