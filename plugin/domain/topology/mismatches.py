# SPDX-License-Identifier: GPL-2.0-or-later
"""Vertices of a parcel on the edge of a neighbour that has no vertex there."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
import shapely

from ..coverage_edges import LooseEdges
from ..geometry import HAIRLINE_M, Flags, Floats, Rows
from ..progress import Progress, part, silent
from .marks import found_frame, mark_points
from .nearness import feet_on_edges, near_edges
from .overlaps import Overlaps
from .settings import ParcelLayer, TopologySettings

#: Findings described between two looks at the cancel button.
DESCRIBED = 20_000


@dataclass(frozen=True)
class _Meetings:
    """Vertices near edges of other parcels: the nearest edge and the nearest end of one, for each parcel."""

    xy: Floats
    parcel: Rows
    neighbour: Rows
    aside_m: Floats
    partner_m: Floats
    partner: Floats


def find_mismatches(
    parcels: ParcelLayer,
    edges: LooseEdges,
    overlaps: Overlaps,
    settings: TopologySettings,
    progress: Progress = silent,
) -> pd.DataFrame:
    """Kinds ``mismatch`` (no vertex of the neighbour within the tolerance) and ``near_vertex`` (noise).

    A vertex on ground that two parcels share belongs to that finding: elsewhere only edges
    without a counterpart can lack it. Vertices that are nearer than rounding are the same.
    """
    reach = settings.tolerance_m + HAIRLINE_M
    meetings = _meetings(edges, reach, part(progress, 0.0, 0.9))
    off = meetings.partner_m > HAIRLINE_M
    noise = off & (meetings.partner_m <= reach)
    # Both sides see the same pair of vertices; one of them tells it.
    told = _is_before(meetings.xy, meetings.partner)
    table = _table(meetings, np.flatnonzero((off & ~noise) | (noise & told)), noise)
    if len(table) == 0:
        return found_frame("mismatch", [], np.empty(0, dtype=object))
    table = table[~_on_overlap(table, overlaps, reach)]
    return _describe(table, parcels, settings, part(progress, 0.9, 1.0))


def _meetings(edges: LooseEdges, reach: float, progress: Progress) -> _Meetings:
    point, parcel = _vertices(edges)
    found = [_nearest(*near) for near in near_edges(point, parcel, edges, reach, progress)]
    frame = pd.concat([_no_meetings(), *found], ignore_index=True)
    # A parcel whose edges lie in several trees is met in each of them.
    frame = frame.sort_values("partner_m", kind="stable").drop_duplicates(["point", "neighbour"])
    rows = frame["point"].to_numpy(dtype=np.intp)
    return _Meetings(
        point[rows],
        parcel[rows],
        frame["neighbour"].to_numpy(dtype=np.intp),
        frame["aside_m"].to_numpy(dtype=np.float64),
        frame["partner_m"].to_numpy(dtype=np.float64),
        frame[["partner_x", "partner_y"]].to_numpy(dtype=np.float64),
    )


def _vertices(edges: LooseEdges) -> tuple[Floats, Rows]:
    """The ends of the edges, once for each parcel that has them."""
    xy = np.concatenate((edges.start, edges.end))
    parcel = np.concatenate((edges.parcel, edges.parcel))
    frame = pd.DataFrame({"x": xy[:, 0], "y": xy[:, 1], "parcel": parcel})
    kept = ~frame.duplicated().to_numpy()
    order = np.argsort(xy[kept, 0], kind="stable")
    return xy[kept][order], parcel[kept][order]


def _nearest(
    number: Rows, xy: Floats, neighbour: Rows, start: Floats, end: Floats, reach: float
) -> pd.DataFrame:
    """For each point and neighbour the distance to its nearest edge and to the nearest end of these."""
    aside = np.hypot(*(xy - feet_on_edges(xy, start, end)).T)
    to_start, to_end = np.hypot(*(xy - start).T), np.hypot(*(xy - end).T)
    partner = np.where((to_start <= to_end)[:, None], start, end)
    frame = pd.DataFrame(
        {
            "point": number,
            "neighbour": neighbour,
            "aside_m": aside,
            "partner_m": np.minimum(to_start, to_end),
            "partner_x": partner[:, 0],
            "partner_y": partner[:, 1],
        }
    )
    frame = frame[aside <= reach].sort_values(["partner_m", "partner_x", "partner_y"], kind="stable")
    return frame.drop_duplicates(["point", "neighbour"])


def _no_meetings() -> pd.DataFrame:
    floats = dict.fromkeys(("aside_m", "partner_m", "partner_x", "partner_y"), np.empty(0))
    rows = dict.fromkeys(("point", "neighbour"), np.empty(0, dtype=np.intp))
    return pd.DataFrame({**rows, **floats})


def _is_before(first: Floats, second: Floats) -> Flags:
    before = (first[:, 0] < second[:, 0]) | ((first[:, 0] == second[:, 0]) & (first[:, 1] < second[:, 1]))
    return np.asarray(before, dtype=bool)


def _table(meetings: _Meetings, rows: Rows, noise: Flags) -> pd.DataFrame:
    """One row for each place, neighbour and parcel with the vertex."""
    return pd.DataFrame(
        {
            "x": meetings.xy[rows, 0],
            "y": meetings.xy[rows, 1],
            "parcel": meetings.parcel[rows],
            "neighbour": meetings.neighbour[rows],
            "width_m": np.where(noise, meetings.partner_m, meetings.aside_m)[rows],
            "noise": noise[rows],
        }
    )


def _on_overlap(table: pd.DataFrame, overlaps: Overlaps, reach: float) -> Flags:
    """Which vertices lie on ground that two parcels share."""
    on = np.zeros(len(table), dtype=bool)
    points = shapely.points(table[["x", "y"]].to_numpy())
    tree = shapely.STRtree(overlaps.geometry)
    found, _ = tree.query(points, predicate="dwithin", distance=reach)
    on[found] = True
    return on


def _describe(
    table: pd.DataFrame, parcels: ParcelLayer, settings: TopologySettings, progress: Progress
) -> pd.DataFrame:
    """One finding for each place and neighbour, with all parcels that have the vertex."""
    keys = ["x", "y", "neighbour", "noise"]
    table = table.sort_values([*keys, "parcel"], kind="stable")
    first = ~table.duplicated(keys).to_numpy()
    starts = np.append(np.flatnonzero(first), len(table))
    owners, noise = table["parcel"].to_numpy(), table["noise"].to_numpy(dtype=bool)[first]
    neighbours, width = table["neighbour"].to_numpy()[first], table["width_m"].to_numpy()[first]
    ids, values = [], []
    for number, neighbour in enumerate(parcels.ids[neighbours]):
        if number % DESCRIBED == 0:
            progress(number / len(neighbours))
        members = parcels.ids[owners[starts[number] : starts[number + 1]]]
        ids.append((*map(str, members), str(neighbour)))
        values.append({"neighbour": str(neighbour), "width": f"{width[number]:.6f}"})
    limit = f"{settings.tolerance_m:g}"
    return found_frame(
        np.where(noise, "near_vertex", "mismatch").tolist(),
        ids,
        mark_points(table[["x", "y"]].to_numpy()[first]),
        width_m=width,
        noise=noise,
        values=[{**value, "tolerance": limit} for value in values],
    )
