# SPDX-License-Identifier: GPL-2.0-or-later
"""The three control lines as labellings of the cells: redline first, then the boundary, then farmland.

They follow that order of precedence, so no two of them overlap; enclosed farmland is a hole of the boundary.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.spatial import cKDTree

from .landscape import Landscape
from .parcels import Parcels
from .sites import OUTSIDE, Sites
from .terrain import Waves
from .topology import Edges, Labels, connect, number_by_first

CORE, GENERAL = "核心保护区", "一般控制区"
CONCENTRATED, ELASTIC, SPECIAL = "集中建设区", "弹性发展区", "特别用途区"
CULTIVATED = ("0101", "0102", "0103")
WILD = ("0301", "0302", "0305", "0307", "0404", "1101", "1103", "1109", "1206", "1006")
BUILDINGS = ("0508", "05H1", "0601", "0701", "08H1", "08H2")
REDLINE_SHARE, CORE_SHARE, FARMLAND_SHARE = 0.17, 0.055, 0.885


@dataclass(frozen=True)
class LineCells:
    """A control line: feature label per cell (-1 outside) and the zone of every feature."""

    of_site: Labels
    zone: npt.NDArray[np.str_]


@dataclass(frozen=True)
class Lines:
    """The three lines of the county."""

    redline: LineCells
    boundary: LineCells
    farmland: LineCells


def draw_lines(
    land: Landscape,
    sites: Sites,
    parcels: Parcels,
    edges: Edges,
    planar_m2: npt.NDArray[np.float64],
    rng: np.random.Generator,
) -> Lines:
    """Draw the lines over the parcels' codes."""
    label = parcels.of_site
    code = np.where(label >= 0, parcels.code[label], "")
    ring = _town_ring(land, sites, rng)
    redline = _draw_redline(land, sites, code, ring, edges, planar_m2)
    urban = np.where(label >= 0, np.isin(parcels.settlement[label], ["201", "202"]), False)
    boundary = _draw_boundary(land, sites, code, np.where(urban, 0.0, ring), edges, planar_m2, rng)
    taken = (redline.of_site >= 0) | (boundary.of_site >= 0)
    farmland = _draw_farmland(sites, parcels, taken, edges, rng)
    return Lines(redline, boundary, farmland)


def _draw_redline(
    land: Landscape,
    sites: Sites,
    code: npt.NDArray[np.str_],
    ring: npt.NDArray[np.float64],
    edges: Edges,
    planar_m2: npt.NDArray[np.float64],
) -> LineCells:
    """The high hills and the reservoirs with their shores; the core zone is the top of the largest part."""
    height = land.height(sites.xy)
    wild = np.isin(code, WILD) & (ring > 1)
    inside = sites.role != OUTSIDE
    limit = _area_quantile(height[inside], planar_m2[inside], 1 - 1.15 * REDLINE_SHARE)
    shore = cKDTree(sites.xy[code == "1103"]).query(sites.xy)[0] < 160 if (code == "1103").any() else False
    chosen = _without_small((wild & (height > limit)) | (wild & shore & inside), edges, planar_m2, 40_000)
    part = connect(edges, np.where(chosen, 0, -1).astype(np.int64))
    if not chosen.any():
        return LineCells(part, np.array([], dtype="U5"))
    largest = np.argmax(np.bincount(part[chosen], planar_m2[chosen]))
    top = _area_quantile(height[inside], planar_m2[inside], 1 - CORE_SHARE)
    peak = (
        (part == largest) & (code != "1006") & (height > min(top, np.quantile(height[part == largest], 0.6)))
    )
    core = _without_small(peak, edges, planar_m2, 30_000)
    return _zoned(edges, [(chosen & ~core, GENERAL), (core, CORE)])


def _town_ring(land: Landscape, sites: Sites, rng: np.random.Generator) -> npt.NDArray[np.float64]:
    """Distance from the nearest town as a part of the reach of its boundary, gently warped."""
    sway = Waves(rng, 500, 1_500)
    _, town = cKDTree(land.towns).query(sites.xy)
    reach = np.where(town == 0, 1.5 * land.seat_radius_m, 1.35 * land.town_radius_m)
    return np.hypot(*(sites.xy - land.towns[town]).T) / (reach * (1 + 0.12 * sway(sites.xy)))


def _draw_boundary(
    land: Landscape,
    sites: Sites,
    code: npt.NDArray[np.str_],
    ring: npt.NDArray[np.float64],
    edges: Edges,
    planar_m2: npt.NDArray[np.float64],
    rng: np.random.Generator,
) -> LineCells:
    """Round every town; at the seat with an elastic sector, a riverside special zone and farmland islands."""
    _, town = cKDTree(land.towns).query(sites.xy)
    offset = sites.xy - land.towns[town]
    island = np.isin(code, CULTIVATED) & (ring > 0.62) & (land.detail(sites.xy) > 0.55)
    chosen = (ring < 1) & (sites.role != OUTSIDE) & ~island
    chosen = _without_small(chosen, edges, planar_m2, 20_000)
    to_river, _ = cKDTree(next(c.line for c in land.corridors if c.kind == "river")).query(sites.xy)
    bank = np.median(to_river[code == "1101"]) if (code == "1101").any() else 0.0
    special = chosen & (town == 0) & ((to_river < bank + 170) & ~np.isin(code, BUILDINGS))
    special = _without_small(special, edges, planar_m2, 8_000)
    turn = np.arctan2(offset[:, 1], offset[:, 0]) - rng.uniform(-0.4, 1.2)
    elastic = chosen & ~special & (town == 0) & (ring > 0.6) & (np.cos(turn) > 0.6)
    elastic = _without_small(elastic, edges, planar_m2, 8_000)
    rest = chosen & ~special & ~elastic
    return _zoned(edges, [(rest, CONCENTRATED), (elastic, ELASTIC), (special, SPECIAL)])


def _draw_farmland(
    sites: Sites, parcels: Parcels, taken: npt.NDArray[np.bool_], edges: Edges, rng: np.random.Generator
) -> LineCells:
    """Whole cultivated parcels outside the other lines, in blocks; one plot per block and village."""
    free = np.isin(parcels.code, CULTIVATED)
    free[np.unique(parcels.of_site[taken & (parcels.of_site >= 0)])] = False
    score = Waves(rng, 500, 1_800)(sites.xy[parcels.site])
    score = score + np.where(parcels.code == "0103", -0.6, 0.0)
    limit = _area_quantile(score[free], parcels.planar_m2[free], 1 - FARMLAND_SHARE)
    chosen = free & (score >= limit)
    label = parcels.of_site
    key = np.where((label >= 0) & chosen[label], parcels.village[label], -1).astype(np.int64)
    of_site = connect(edges, key)
    return LineCells(of_site, np.full(of_site.max() + 1, "", dtype="U5"))


def _zoned(edges: Edges, zones: list[tuple[npt.NDArray[np.bool_], str]]) -> LineCells:
    key = np.full(len(zones[0][0]), -1, dtype=np.int64)
    for number, (mask, _) in enumerate(zones):
        key[mask] = number
    of_site = connect(edges, key)
    _, first = np.unique(of_site, return_index=True)
    first = first[of_site[first] >= 0]
    return LineCells(of_site, np.array([name for _, name in zones])[key[first]])


def _without_small(
    mask: npt.NDArray[np.bool_], edges: Edges, planar_m2: npt.NDArray[np.float64], least_m2: float
) -> npt.NDArray[np.bool_]:
    part = number_by_first(connect(edges, np.where(mask, 0, -1).astype(np.int64)))
    if not mask.any():
        return mask
    large = np.bincount(part[mask], planar_m2[mask]) >= least_m2
    return mask & large[part]


def _area_quantile(value: npt.NDArray[np.float64], area: npt.NDArray[np.float64], share: float) -> float:
    """The value below which `share` of the area lies."""
    order = np.argsort(value, kind="stable")
    total = np.cumsum(area[order])
    return float(value[order][np.searchsorted(total, share * total[-1])])
