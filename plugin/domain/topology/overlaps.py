# SPDX-License-Identifier: GPL-2.0-or-later
"""Ground that two parcels share, and parcels that are there twice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
import shapely

from ..geometry import AreaMeasure, Flags, Floats, Geometries, Rows, polygonal_parts
from ..overlay import overlay
from ..overlay.pairs import unite_parts
from ..overlay.split import explode
from ..progress import Progress, part, silent
from ..set_operations import row_by_row
from .marks import below_tolerance, found_frame
from .settings import ParcelLayer, TopologySettings

#: Pairs intersected between two looks at the cancel button, and vertices from which on one is by itself.
CHUNK_PAIRS = 2_000
GIANT_VERTICES = 5_000


@dataclass(frozen=True)
class Overlaps:
    """Pairs of parcels (rows, ``first`` < ``second``) with the ground that they share."""

    first: Rows
    second: Rows
    geometry: Geometries


def common_ground(
    geoms: Geometries, first: Rows, second: Rows, progress: Progress = silent, threads: int | None = None
) -> Overlaps:
    """The ground that each pair of valid polygons shares; pairs without any are left out."""
    size = np.maximum(shapely.get_num_coordinates(geoms[first]), shapely.get_num_coordinates(geoms[second]))
    shared = np.full(len(first), None, dtype=object)
    small = np.flatnonzero(size <= GIANT_VERTICES)
    for start in range(0, len(small), CHUNK_PAIRS):
        progress(0.5 * start / len(small))
        rows = small[start : start + CHUNK_PAIRS]
        shared[rows] = polygonal_parts(
            row_by_row(shapely.intersection, geoms[first[rows]], geoms[second[rows]])
        )
    giant = np.flatnonzero(size > GIANT_VERTICES)
    if len(giant):
        rest = part(progress, 0.5, 1.0)
        shared[giant] = _shared_with_giants(geoms, first[giant], second[giant], rest, threads)
    some = ~shapely.is_missing(shared)
    return Overlaps(first[some], second[some], shared[some])


def _shared_with_giants(
    geoms: Geometries, first: Rows, second: Rows, progress: Progress, threads: int | None
) -> Geometries:
    """The shared ground of pairs with a giant in them: each giant is split once, whatever it meets."""
    size = shapely.get_num_coordinates(geoms)
    first_is_larger = size[first] >= size[second]
    giants, giant = np.unique(np.where(first_is_larger, first, second), return_inverse=True)
    others, other = np.unique(np.where(first_is_larger, second, first), return_inverse=True)
    left, right = geoms[others], geoms[giants]
    found = overlay(
        left,
        right,
        measure=_plane_area,
        left_area_m2=_plane_area(left),
        keep_geometry=True,
        progress=progress,
        threads=threads,
    )
    place = pd.Index(found.left * len(giants) + found.right).get_indexer(other * len(giants) + giant)
    shared = np.full(len(first), None, dtype=object)
    shared[place >= 0] = found.geometry[place[place >= 0]]
    return shared


def _plane_area(geoms: Geometries) -> Floats:
    return np.asarray(shapely.area(geoms), dtype=np.float64)


def describe_overlaps(
    overlaps: Overlaps, parcels: ParcelLayer, settings: TopologySettings, measure: AreaMeasure
) -> pd.DataFrame:
    """Kinds ``duplicate`` (both parcels are the shared ground) and ``overlap``.

    The ground of a pair is judged part by part, so that a long misfit does not make noise of
    the notch beside it; its noise and the rest are findings of their own.
    """
    same = _is_same(overlaps, parcels.geometry, settings)
    # Which parcel comes first decides where GEOS starts a ring, and that decides the last digit of an area.
    parts = explode(shapely.normalize(overlaps.geometry[~same]))
    area = measure(parts.geometry)
    _, noise = below_tolerance(parts.geometry, area, settings)
    found = [_duplicates(overlaps, same, parcels, measure)]
    for is_noise in (False, True):
        chosen = np.flatnonzero(noise == is_noise)
        pairs, group = np.unique(parts.parent[chosen], return_inverse=True)
        ground = unite_parts(parts.geometry[chosen], group, len(pairs))
        rows = np.flatnonzero(~same)[pairs]
        found.append(
            describe_ground(
                "overlap",
                _pair_ids(parcels, overlaps.first[rows], overlaps.second[rows]),
                ground,
                settings,
                measure,
                noise=is_noise,
            )
        )
    return pd.concat(found, ignore_index=True)


def describe_ground(
    kind: str,
    ids: Sequence[tuple[str, ...]],
    ground: Geometries,
    settings: TopologySettings,
    measure: AreaMeasure,
    *,
    noise: bool | None = None,
) -> pd.DataFrame:
    """Findings that are ground, with area and mean width; ``noise`` by the tolerance unless known."""
    area = measure(shapely.normalize(ground))
    width, below = below_tolerance(ground, area, settings)
    values = [{"area": f"{one:.4f}", "width": f"{other:.4f}"} for one, other in zip(area, width)]
    return found_frame(
        kind,
        ids,
        ground,
        area_m2=area,
        width_m=width,
        noise=below if noise is None else noise,
        values=values,
    )


def _is_same(overlaps: Overlaps, geoms: Geometries, settings: TopologySettings) -> Flags:
    shared = shapely.area(overlaps.geometry)
    larger = np.maximum(shapely.area(geoms[overlaps.first]), shapely.area(geoms[overlaps.second]))
    return np.asarray(larger - shared <= settings.noise_m2, dtype=bool)


def _duplicates(overlaps: Overlaps, same: Flags, parcels: ParcelLayer, measure: AreaMeasure) -> pd.DataFrame:
    """One finding for each copy: three equal parcels are two duplicates, not three pairs."""
    first, second = overlaps.first[same], overlaps.second[same]
    told = ~np.isin(first, second)
    first, second = first[told], second[told]
    ids = _pair_ids(parcels, first, second)
    ground = parcels.geometry[second]
    values = [{"other": min(names)} for names in ids]
    return found_frame("duplicate", ids, ground, area_m2=measure(ground), values=values)


def _pair_ids(parcels: ParcelLayer, first: Rows, second: Rows) -> list[tuple[str, ...]]:
    return [(str(one), str(other)) for one, other in zip(parcels.ids[first], parcels.ids[second])]
