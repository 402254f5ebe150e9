# SPDX-License-Identifier: GPL-2.0-or-later
"""Vertices of a parcel on the edge of a neighbour that has no vertex there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd
import shapely

from ..coverage_edges import LooseEdges, find_loose_edges
from ..geometry import HAIRLINE_M, Flags, Floats, Rows
from ..progress import Progress, part, silent
from .marks import found_frame, mark_points
from .overlaps import Overlaps
from .settings import ParcelLayer, TopologySettings

#: Edges in one search tree, and points asked of it in one go.
TREE_EDGES = 50_000
POINTS = 20_000


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
    overlaps: Overlaps,
    settings: TopologySettings,
    progress: Progress = silent,
    threads: int | None = None,
) -> pd.DataFrame:
    """Kinds ``mismatch`` (no vertex of the neighbour within the tolerance) and ``near_vertex`` (noise).

    A vertex on ground that two parcels share belongs to that finding: elsewhere only edges
    without a counterpart can lack it. Vertices that are nearer than rounding are the same.
    """
    edges = find_loose_edges(parcels.geometry, part(progress, 0.0, 0.6), threads)
    reach = settings.tolerance_m + HAIRLINE_M
    meetings = _meetings(edges, reach, part(progress, 0.6, 0.95))
    off = meetings.partner_m > HAIRLINE_M
    noise = off & (meetings.partner_m <= reach)
    # Both sides see the same pair of vertices; one of them tells it.
    told = _is_before(meetings.xy, meetings.partner)
    table = _table(meetings, np.flatnonzero((off & ~noise) | (noise & told)), noise)
    if len(table) == 0:
        return found_frame("mismatch", [], np.empty(0, dtype=object))
    table = table[~_on_overlap(table, overlaps, reach)]
    return _describe(table, parcels, settings, part(progress, 0.95, 1.0))


def _meetings(edges: LooseEdges, reach: float, progress: Progress) -> _Meetings:
    point, parcel = _vertices(edges)
    found = [_nearest(*near) for near in _near(point, parcel, edges, reach, progress)]
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


def _near(
    point: Floats, parcel: Rows, edges: LooseEdges, reach: float, progress: Progress
) -> Iterator[tuple[Rows, Floats, Rows, Floats, Floats, float]]:
    """Points (sorted by x) whose boxes meet edges of other parcels, tree by tree."""
    low = np.minimum(edges.start, edges.end)
    high = np.maximum(edges.start, edges.end)
    order = np.argsort(low[:, 0], kind="stable")
    for begin in range(0, len(order), TREE_EDGES):
        rows = order[begin : begin + TREE_EDGES]
        lines = shapely.linestrings(np.stack((edges.start[rows], edges.end[rows]), axis=1))
        tree = shapely.STRtree(lines)
        first = int(np.searchsorted(point[:, 0], low[rows, 0].min() - reach))
        last = int(np.searchsorted(point[:, 0], high[rows, 0].max() + reach, side="right"))
        for some in range(first, last, POINTS):
            progress((begin + TREE_EDGES * (some - first) / max(last - first, 1)) / len(order))
            here = np.arange(some, min(some + POINTS, last))
            boxes = shapely.box(*(point[here] - reach).T, *(point[here] + reach).T)
            number, line = tree.query(boxes)
            other = parcel[here[number]] != edges.parcel[rows[line]]
            number, line = here[number[other]], rows[line[other]]
            yield number, point[number], edges.parcel[line], edges.start[line], edges.end[line], reach


def _nearest(
    number: Rows, xy: Floats, neighbour: Rows, start: Floats, end: Floats, reach: float
) -> pd.DataFrame:
    """For each point and neighbour the distance to its nearest edge and to the nearest end of these."""
    along, offset = end - start, xy - start
    share = np.clip((offset * along).sum(axis=1) / (along * along).sum(axis=1), 0.0, 1.0)
    aside = np.hypot(*(offset - along * share[:, None]).T)
    to_start, to_end = np.hypot(*offset.T), np.hypot(*(xy - end).T)
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
        if number % POINTS == 0:
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
