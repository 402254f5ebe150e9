# SPDX-License-Identifier: GPL-2.0-or-later
"""Ground that no parcel covers: pieces put together again across the tiles that cut them."""

from __future__ import annotations

import numpy as np
import pandas as pd
import shapely

from ..geometry import HAIRLINE_M, AreaMeasure, Flags, Floats, Geometries, Rows, mean_width_m, union_of
from ..overlay import difference_from_union, overlay
from ..overlay.engine import chunk_rows
from ..overlay.split import boundary_runs, explode
from ..plancheck.noise import NoiseLimits
from ..progress import Progress, part, silent
from .marks import found_frame
from .overlaps import describe_ground
from .settings import ParcelLayer, TopologySettings

#: How far pieces are widened to see whether they meet along a line and not in a point.
WIDENED_M = 1e-5
#: Neighbours of a gap that are named; a gap along a whole village has hundreds.
NAMED = 20
#: Margin around the parcels, so that the ground outside is one piece.
MARGIN_M = 1.0
#: Gaps looked at between two looks at the cancel button.
CHUNK = 500


def frame_around(parcels: Geometries) -> Geometries:
    """A box around the parcels that leaves a margin on all sides."""
    x_min, y_min, x_max, y_max = shapely.total_bounds(parcels)
    box = shapely.box(x_min - MARGIN_M, y_min - MARGIN_M, x_max + MARGIN_M, y_max + MARGIN_M)
    return np.array([box], dtype=object)


def find_holes(
    open_ground: Geometries,
    frame: Geometries,
    parcels: ParcelLayer,
    settings: TopologySettings,
    measure: AreaMeasure,
    progress: Progress = silent,
) -> pd.DataFrame:
    """Kind ``gap``: open ground of the frame from which no way leads out of the parcels."""
    pieces, group = _connected(open_ground, part(progress, 0.0, 0.3))
    bounds, limits = shapely.bounds(pieces), shapely.bounds(frame[0])
    at_border = np.abs(bounds - limits).min(axis=1, initial=np.inf) <= HAIRLINE_M
    enclosed = ~np.isin(group, group[at_border])
    ground = _joined(pieces[enclosed], group[enclosed], part(progress, 0.3, 0.5))
    return _named("gap", ground, parcels, settings, measure, part(progress, 0.5, 1.0))


def find_uncovered(
    open_ground: Geometries,
    scope: Geometries,
    parcels: ParcelLayer,
    settings: TopologySettings,
    measure: AreaMeasure,
    progress: Progress = silent,
) -> pd.DataFrame:
    """Open ground of the scope: ``gap`` amid the parcels, ``uncovered`` at its border.

    A strip at the border no wider than the tolerance of edge matching is an ``edge_match``.
    """
    pieces, group = _connected(open_ground, part(progress, 0.0, 0.3))
    runs = boundary_runs(scope)
    touching, _ = shapely.STRtree(runs.geometry).query(pieces, predicate="dwithin", distance=HAIRLINE_M)
    at_border = np.isin(group, group[np.unique(touching)])
    inner = _joined(pieces[~at_border], group[~at_border], part(progress, 0.3, 0.4))
    outer = _joined(pieces[at_border], group[at_border], part(progress, 0.4, 0.5))
    misfit = _is_misfit(outer, settings)
    found = [
        _named("gap", inner, parcels, settings, measure, part(progress, 0.5, 0.7)),
        _named("uncovered", outer[~misfit], parcels, settings, measure, part(progress, 0.7, 0.85)),
        _named("edge_match", outer[misfit], parcels, settings, measure, part(progress, 0.85, 1.0)),
    ]
    return pd.concat(found, ignore_index=True)


def find_outside(
    parcels: ParcelLayer,
    scope: Geometries,
    settings: TopologySettings,
    measure: AreaMeasure,
    progress: Progress = silent,
    threads: int | None = None,
) -> pd.DataFrame:
    """Kinds ``outside`` and ``edge_match``: what of each parcel lies outside the scope."""
    area = np.asarray(shapely.area(parcels.geometry), dtype=np.float64)
    pairs = overlay(
        parcels.geometry,
        scope,
        measure=lambda geoms: np.asarray(shapely.area(geoms), dtype=np.float64),
        left_area_m2=area,
        keep_geometry=False,
        progress=part(progress, 0.0, 0.6),
        threads=threads,
    )
    filled = np.flatnonzero(~shapely.is_missing(parcels.geometry))
    rest = difference_from_union(
        parcels.geometry, scope, pairs, filled, progress=part(progress, 0.6, 1.0), threads=threads
    )
    some = ~shapely.is_missing(rest)
    rows, ground = filled[some], rest[some]
    misfit = _is_misfit(ground, settings)
    found = []
    for kind, chosen in (("outside", ~misfit), ("edge_match", misfit)):
        ids = [(str(name),) for name in parcels.ids[rows[chosen]]]
        found.append(describe_ground(kind, ids, ground[chosen], settings, measure))
    return pd.concat(found, ignore_index=True)


def _is_misfit(ground: Geometries, settings: TopologySettings) -> Flags:
    """What edge matching explains: narrow on the average, and no notch in it that is no sliver."""
    misfit: Flags = _width(ground) <= settings.edge_m
    area = np.asarray(shapely.area(ground[misfit]), dtype=np.float64)
    limits = NoiseLimits(settings.sliver_m2, settings.edge_m)
    misfit[misfit] = limits.substance_m2(ground[misfit], area) <= limits.area_m2
    return misfit


def _width(geoms: Geometries) -> Floats:
    return mean_width_m(geoms, np.asarray(shapely.area(geoms), dtype=np.float64))


def _connected(open_ground: Geometries, progress: Progress) -> tuple[Geometries, Rows]:
    """The simple pieces of the ground, and the number of the connected ground that each belongs to."""
    pieces = explode(open_ground).geometry
    tree = shapely.STRtree(pieces)
    group = np.arange(len(pieces))
    for rows in chunk_rows(pieces):
        first, second = tree.query(pieces[rows], predicate="dwithin", distance=WIDENED_M / 2.0)
        first = rows[first]
        once = first < second
        first, second = first[once], second[once]
        for some in chunk_rows(pieces[first]):
            progress(rows[0] / len(pieces))
            meet = _share_a_line(pieces[first[some]], pieces[second[some]])
            for one, other in zip(first[some][meet], second[some][meet]):
                group[_root(group, one)] = _root(group, other)
    return pieces, np.array([_root(group, row) for row in range(len(pieces))], dtype=np.intp)


def _share_a_line(one: Geometries, other: Geometries) -> Flags:
    """Whether pieces meet along a line: parts of one gap that a tile cut, not gaps that touch in a point."""
    wide = shapely.buffer(one, WIDENED_M, join_style="mitre")
    common = shapely.area(shapely.intersection(wide, other))
    return np.asarray(common > 4.0 * WIDENED_M**2, dtype=bool)


def _root(group: Rows, row: int) -> int:
    while group[row] != row:
        group[row] = group[group[row]]
        row = int(group[row])
    return row


def _joined(pieces: Geometries, group: Rows, progress: Progress) -> Geometries:
    """Each connected ground as one geometry; slits as thin as the rounding of coordinates are none."""
    order = np.argsort(group, kind="stable")
    members = np.split(order, np.flatnonzero(np.diff(group[order])) + 1) if len(order) else []
    ground = np.full(len(members), None, dtype=object)
    for number, rows in enumerate(members):
        if number % CHUNK == 0:
            progress(number / len(members))
        ground[number] = pieces[rows[0]] if len(rows) == 1 else union_of(pieces[rows])
    return ground[_width(ground) > HAIRLINE_M]


def _named(
    kind: str,
    ground: Geometries,
    parcels: ParcelLayer,
    settings: TopologySettings,
    measure: AreaMeasure,
    progress: Progress,
) -> pd.DataFrame:
    """Open ground with the ids of the parcels around it, the first ``NAMED`` of them."""
    if len(ground) == 0:
        return found_frame(kind, [], ground)
    tree = shapely.STRtree(parcels.geometry)
    names: list[set[str]] = [set() for _ in ground]
    for start in range(0, len(ground), CHUNK):
        progress(start / len(ground))
        near, parcel = tree.query(ground[start : start + CHUNK], predicate="dwithin", distance=HAIRLINE_M)
        for one, row in zip(near, parcel):
            names[start + one].add(str(parcels.ids[row]))
    ids = [tuple(sorted(found)[:NAMED]) for found in names]
    return describe_ground(kind, ids, ground, settings, measure)
