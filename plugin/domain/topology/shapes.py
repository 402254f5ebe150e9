# SPDX-License-Identifier: GPL-2.0-or-later
"""Each feature by itself: missing, invalid or multipart geometry, doubled vertices, acute angles."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import pandas as pd
import shapely

from ..geometry import (
    HAIRLINE_M,
    POLYGON,
    Floats,
    Geometries,
    Rows,
    finite_coordinates,
    simple_parts,
)
from ..progress import Progress, silent
from .marks import found_frame, mark_groups
from .settings import ParcelLayer, TopologySettings

#: Features looked at between two looks at the cancel button.
CHUNK = 10_000


def check_shapes(
    parcels: ParcelLayer, settings: TopologySettings, progress: Progress = silent
) -> list[pd.DataFrame]:
    """Findings on single features, judged on the geometries as read."""
    found: list[pd.DataFrame] = []
    for rows in _chunks(len(parcels.ids), progress):
        found.append(_missing(parcels, rows))
        found.append(_invalid(parcels, rows))
        found.append(_multipart(parcels, rows))
        found.extend(_vertices(parcels, rows, settings))
    return found


def _chunks(count: int, progress: Progress) -> Iterator[Rows]:
    for start in range(0, count, CHUNK):
        progress(start / count)
        yield np.arange(start, min(start + CHUNK, count))


def _missing(parcels: ParcelLayer, rows: Rows) -> pd.DataFrame:
    geoms = parcels.as_read[rows]
    empty = rows[shapely.is_missing(geoms) | shapely.is_empty(geoms)]
    return found_frame("null_geometry", _names(parcels, empty), parcels.geometry[empty])


def _invalid(parcels: ParcelLayer, rows: Rows) -> pd.DataFrame:
    geoms = parcels.as_read[rows]
    filled = ~(shapely.is_missing(geoms) | shapely.is_empty(geoms))
    # A collection of valid polygons is no polygon of a database all the same.
    broken = filled & (
        ~shapely.is_valid(geoms) | (shapely.get_type_id(geoms) > shapely.GeometryType.MULTIPOLYGON)
    )
    invalid = rows[broken]
    reasons = [_reason(geom) for geom in parcels.as_read[invalid]]
    values = [{"reason": reason} for reason in reasons]
    return found_frame("invalid", _names(parcels, invalid), parcels.geometry[invalid], values=values)


def _reason(geom: shapely.Geometry) -> str:
    """What GEOS finds wrong, without the place."""
    if shapely.get_type_id(geom) > shapely.GeometryType.MULTIPOLYGON:
        return str(geom.geom_type)
    return str(shapely.is_valid_reason(geom)).split("[")[0].strip()


def _multipart(parcels: ParcelLayer, rows: Rows) -> pd.DataFrame:
    several = rows[shapely.get_num_geometries(parcels.as_read[rows]) > 1]
    values = [{"count": int(count)} for count in shapely.get_num_geometries(parcels.as_read[several])]
    return found_frame("multipart", _names(parcels, several), parcels.geometry[several], values=values)


def _vertices(parcels: ParcelLayer, rows: Rows, settings: TopologySettings) -> list[pd.DataFrame]:
    geoms = parcels.as_read[rows]
    usable = rows[~shapely.is_missing(geoms) & finite_coordinates(geoms)]
    rings, owner = _rings(parcels.as_read[usable])
    start, end, ring = _ring_edges(rings)
    length = np.hypot(*(end - start).T)
    same = length <= HAIRLINE_M
    close = ~same & (length <= settings.tolerance_m + HAIRLINE_M)
    doubled = [
        _found_groups(
            "duplicate_vertex",
            parcels,
            usable[owner[ring[chosen]]],
            end[chosen],
            lambda member: {"count": len(member), "tolerance": f"{settings.tolerance_m:g}"},
            width_m=length[chosen],
            noise=chosen is close,
        )
        for chosen in (same, close)
    ]
    kept = length > HAIRLINE_M
    corner, ring, angle = _angles(start[kept], end[kept], ring[kept])
    acute = angle < settings.acute_deg
    angles = angle[acute]
    narrow = _found_groups(
        "acute_angle",
        parcels,
        usable[owner[ring[acute]]],
        corner[acute],
        lambda member: {
            "count": len(member),
            "limit": f"{settings.acute_deg:g}",
            "angle": f"{angles[member].min():.2f}",
        },
    )
    return [*doubled, narrow]


def _found_groups(
    kind: str,
    parcels: ParcelLayer,
    row: Rows,
    xy: Floats,
    values: Callable[[Rows], dict[str, Any]],
    width_m: Floats | None = None,
    noise: bool = False,
) -> pd.DataFrame:
    """One finding per feature with a mark at each of its points; ``values`` of the members of a group."""
    owners, group = np.unique(row, return_inverse=True)
    order = np.argsort(group, kind="stable")
    members = np.split(order, np.flatnonzero(np.diff(group[order])) + 1) if len(order) else []
    width = np.array([width_m[member].max() for member in members]) if width_m is not None else np.nan
    return found_frame(
        kind,
        _names(parcels, owners),
        mark_groups(xy[order], group[order], len(owners)),
        width_m=width,
        noise=noise,
        values=[values(member) for member in members],
    )


def _rings(geoms: Geometries) -> tuple[Geometries, Rows]:
    """The rings of the polygons in the geometries, and the row of the geometry of each."""
    parts, owner = simple_parts(geoms)
    polygon = shapely.get_type_id(parts) == POLYGON
    rings, part = shapely.get_rings(parts[polygon], return_index=True)
    return rings, owner[polygon][part]


def _ring_edges(rings: Geometries) -> tuple[Floats, Floats, Rows]:
    """Start, end and ring of every edge, those without length included."""
    xy, ring = shapely.get_coordinates(rings, return_index=True)
    inner = np.diff(ring) == 0
    return xy[:-1][inner], xy[1:][inner], np.asarray(ring[:-1][inner], dtype=np.intp)


def _angles(start: Floats, end: Floats, ring: Rows) -> tuple[Floats, Rows, Floats]:
    """Corner, ring and angle (degrees) between each edge and the one before it in its ring."""
    first = np.append(True, np.diff(ring) != 0) if len(ring) else np.empty(0, dtype=bool)
    size = np.diff(np.append(np.flatnonzero(first), len(ring)))
    before = np.arange(len(ring)) - 1
    before[first] = np.flatnonzero(first) + size - 1
    back, forth = (start - end)[before], end - start
    cross = back[:, 0] * forth[:, 1] - back[:, 1] * forth[:, 0]
    return start, ring, np.degrees(np.abs(np.arctan2(cross, (back * forth).sum(axis=1))))


def _names(parcels: ParcelLayer, rows: Rows) -> list[tuple[str, ...]]:
    return [(str(name),) for name in parcels.ids[rows]]
