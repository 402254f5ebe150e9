# SPDX-License-Identifier: GPL-2.0-or-later
"""Slits between two parcels that lead out of the coverage: no hole of it, and yet a gap.

Where an edge of one parcel runs beside an edge of another, no farther away than a sliver is
wide, and nothing covers the ground between them, the parcels were meant to touch.
"""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import shapely

from ..coverage_edges import LooseEdges
from ..geometry import (
    HAIRLINE_M,
    AreaMeasure,
    Flags,
    Floats,
    Geometries,
    Rows,
    mean_width_m,
    polygonal_parts,
    union_of,
)
from ..progress import Progress, part, silent
from .marks import found_frame
from .nearness import feet_on_edges, near_edges
from .overlaps import describe_ground
from .settings import ParcelLayer, TopologySettings

#: Edges that run beside each other differ in direction by less (degrees).
BESIDE_DEG = 10.0
#: Slits drawn between two looks at the cancel button.
CHUNK = 50


def find_slits(
    parcels: ParcelLayer,
    edges: LooseEdges,
    known: Geometries,
    settings: TopologySettings,
    measure: AreaMeasure,
    progress: Progress = silent,
) -> pd.DataFrame:
    """Kind ``gap`` for slits wider than the tolerance that no ground in ``known`` holds."""
    tree = shapely.STRtree(parcels.geometry)
    sides = _facing_points(edges, settings, part(progress, 0.0, 0.7))
    middle = shapely.points((sides[["x", "y"]].to_numpy() + sides[["foot_x", "foot_y"]].to_numpy()) / 2.0)
    filled = np.unique(tree.query(middle, predicate="intersects")[0])
    told = np.unique(shapely.STRtree(known).query(middle, predicate="intersects")[0])
    sides = sides[sides["meets"] | ~sides.index.isin(np.union1d(filled, told))]
    sides = sides[~sides.groupby(["first", "second"])["meets"].transform("all").astype(bool)]
    ids: list[tuple[str, ...]] = []
    slits: list[shapely.Geometry] = []
    pairs = sides.groupby([sides["first"].astype(np.intp), sides["second"].astype(np.intp)])
    for number, ((first, second), points) in enumerate(pairs):
        if number % CHUNK == 0:
            progress(0.7 + 0.3 * number / len(pairs))
        slit = _ground_between(parcels.geometry, tree, (first, second), points, settings)
        if slit is not None:
            ids.append((str(parcels.ids[first]), str(parcels.ids[second])))
            slits.append(slit)
    ground = np.empty(len(slits), dtype=object)
    ground[:] = slits
    if len(ground) == 0:
        return found_frame("gap", [], ground)
    return describe_ground("gap", ids, ground, settings, measure)


def _facing_points(edges: LooseEdges, settings: TopologySettings, progress: Progress) -> pd.DataFrame:
    """Ends of edges beside edges of other parcels, with the nearest point there, for each pair of parcels.

    ``meets`` tells that the two are one at the tolerance: the end of a slit, or no slit.
    """
    xy = np.concatenate((edges.start, edges.end))
    order = np.argsort(xy[:, 0], kind="stable")
    xy, parcel = xy[order], np.concatenate((edges.parcel, edges.parcel))[order]
    along = np.concatenate((edges.end - edges.start, edges.end - edges.start))[order]
    columns = ["first", "second", "x", "y", "foot_x", "foot_y"]
    found = [pd.DataFrame(np.empty((0, len(columns))), columns=columns).assign(meets=np.empty(0, dtype=bool))]
    reach = settings.sliver_width_m
    for number, point, neighbour, start, end, _ in near_edges(xy, parcel, edges, reach, progress):
        foot = feet_on_edges(point, start, end)
        away = np.hypot(*(point - foot).T)
        near = (away <= reach) & _run_beside(along[number], end - start)
        meets = away <= settings.tolerance_m + HAIRLINE_M
        pair = np.sort(np.column_stack((parcel[number], neighbour)), axis=1)
        facing = pd.DataFrame(np.column_stack((pair, point, foot))[near], columns=columns)
        found.append(facing.assign(meets=meets[near]))
    return pd.concat(found, ignore_index=True)


def _run_beside(one: Floats, other: Floats) -> Flags:
    cross = np.abs(one[:, 0] * other[:, 1] - one[:, 1] * other[:, 0])
    lengths = np.hypot(*one.T) * np.hypot(*other.T)
    return np.asarray(cross <= math.sin(math.radians(BESIDE_DEG)) * lengths, dtype=bool)


def _ground_between(
    geoms: Geometries,
    tree: shapely.STRtree,
    pair: tuple[int, int],
    points: pd.DataFrame,
    settings: TopologySettings,
) -> shapely.Geometry | None:
    """The open ground among the facing points of two parcels; None where it is no slit."""
    xy = np.concatenate((points[["x", "y"]].to_numpy(), points[["foot_x", "foot_y"]].to_numpy()))
    hull = shapely.convex_hull(shapely.multipoints(xy))
    frame = shapely.buffer(shapely.envelope(hull), settings.sliver_width_m, join_style="mitre")
    rows: Rows = np.union1d(tree.query(frame), np.array(pair))
    near = polygonal_parts(shapely.intersection(geoms[rows], frame))
    beside = shapely.buffer(near[np.isin(rows, pair)], settings.sliver_width_m)
    open_ground = shapely.difference(
        shapely.intersection(hull, shapely.intersection_all(beside)),
        union_of(near[~shapely.is_missing(near)]),
    )
    slit = polygonal_parts(np.array([open_ground], dtype=object))
    width = mean_width_m(slit, np.nan_to_num(np.asarray(shapely.area(slit), dtype=np.float64)))[0]
    return slit[0] if HAIRLINE_M < width <= settings.sliver_width_m else None
