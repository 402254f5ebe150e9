# SPDX-License-Identifier: GPL-2.0-or-later
"""What the stages of a check hand on: frames of findings, and squares that show where a point is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd
import shapely

from ..geometry import HAIRLINE_M, Flags, Floats, Geometries, Rows, mean_width_m
from .settings import TopologySettings

#: Half the side (m) of the square that marks a vertex on the map.
MARK_M = 0.5

FOUND_COLUMNS = ("kind", "ids", "area_m2", "width_m", "noise", "values", "geometry")


def found_frame(
    kind: str | Sequence[str],
    ids: Sequence[tuple[str, ...]],
    geometry: Geometries,
    *,
    area_m2: Floats | float = np.nan,
    width_m: Floats | float = np.nan,
    noise: Flags | bool = False,
    values: Sequence[dict[str, Any]] | None = None,
) -> pd.DataFrame:
    """Findings of one stage: ``FOUND_COLUMNS``; ``ids`` sorted, ``values`` fill the message."""
    count = len(ids)
    columns: dict[str, Any] = {
        "kind": [kind] * count if isinstance(kind, str) else list(kind),
        "ids": [tuple(sorted(names)) for names in ids],
        "area_m2": np.broadcast_to(np.asarray(area_m2, dtype=np.float64), count),
        "width_m": np.broadcast_to(np.asarray(width_m, dtype=np.float64), count),
        "noise": np.broadcast_to(np.asarray(noise, dtype=bool), count),
        "values": [{} for _ in range(count)] if values is None else list(values),
        "geometry": list(geometry),
    }
    return pd.DataFrame(
        {name: pd.Series(columns[name], dtype=object if name in _OBJECTS else None) for name in FOUND_COLUMNS}
    )


_OBJECTS = frozenset({"kind", "ids", "values", "geometry"})


def mark_points(xy: Floats) -> Geometries:
    """A square around each point."""
    low, high = xy - MARK_M, xy + MARK_M
    return np.asarray(shapely.box(low[:, 0], low[:, 1], high[:, 0], high[:, 1]), dtype=object)


def mark_groups(xy: Floats, group: Rows, count: int) -> Geometries:
    """The squares of each group's points (``group`` sorted, 0 … count-1) as one geometry."""
    marks = np.full(count, None, dtype=object)
    marks[:] = shapely.multipolygons(mark_points(xy), indices=group)
    return marks


def below_tolerance(geoms: Geometries, area_m2: Floats, settings: TopologySettings) -> tuple[Floats, Flags]:
    """Mean width (m) of overlaps and gaps, and which of them the tolerance explains."""
    width = mean_width_m(geoms, np.asarray(shapely.area(geoms), dtype=np.float64))
    # A width of one millimetre is known to the rounding of coordinates only.
    noise = (area_m2 <= settings.noise_m2) | (width <= settings.tolerance_m + HAIRLINE_M)
    return width, np.asarray(noise, dtype=bool)
