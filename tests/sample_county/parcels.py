# SPDX-License-Identifier: GPL-2.0-or-later
"""From cells to survey parcels: towns and villages, roadside cells, bits too small to map."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.spatial import cKDTree

from .landscape import Landscape
from .sites import ADOPT, CORRIDOR, FREE, OUTSIDE, Sites
from .terrain import Waves
from .topology import Edges, Labels, connect, number_by_first

MIN_BUILT_M2, MIN_FIELD_M2 = 200.0, 400.0
BUILT = ("05", "06", "07", "08", "09", "10")


@dataclass(frozen=True)
class Parcels:
    """Parcels: label per site, and per parcel its code, village, town, settlement code and area."""

    of_site: Labels
    code: npt.NDArray[np.str_]
    village: Labels
    settlement: npt.NDArray[np.str_]
    site: Labels
    planar_m2: npt.NDArray[np.float64]
    ellipsoidal_m2: npt.NDArray[np.float64]


def assign_villages(land: Landscape, sites: Sites, edges: Edges, rng: np.random.Generator) -> Labels:
    """Village of every site: the nearest after a gentle warp; detached bits go to a neighbour; outside -1."""
    reach = 0.1 * float(np.sqrt(1_400_000))
    bend = Waves(rng, 600, 2_000), Waves(rng, 600, 2_000)
    warped = sites.xy + reach * np.stack([bend[0](sites.xy), bend[1](sites.xy)], axis=1)
    _, village = cKDTree(land.villages).query(warped)
    village = np.where(sites.role == OUTSIDE, -1, village).astype(np.intp)
    return absorb_strays(land, village, edges)


def absorb_strays(land: Landscape, village: Labels, edges: Edges) -> Labels:
    """Make every town one piece: a detached part goes to the village across its longest edge."""
    for _ in range(12):
        town = land_town(land, village)
        part = connect(edges, town)
        size = np.bincount(part[part >= 0])
        town_of_part = np.empty(len(size), dtype=np.intp)
        town_of_part[part[part >= 0]] = town[part >= 0]
        largest = np.zeros(len(land.towns), dtype=np.intp)
        order = np.argsort(size, kind="stable")
        largest[town_of_part[order]] = order
        stray = largest[town_of_part] != np.arange(len(size))
        if not stray.any():
            break
        target = np.concatenate([edges.left, edges.right])
        origin = np.concatenate([edges.right, edges.left])
        fits = (part[target] >= 0) & (part[origin] >= 0) & (part[target] != part[origin])
        fits[fits] = stray[part[target[fits]]]
        target, origin, length = target[fits], origin[fits], np.tile(edges.length_m, 2)[fits]
        order = np.lexsort([origin, length, part[target]])
        moved = np.full(len(size), -1)
        moved[part[target[order]]] = village[origin[order]]
        village = np.where((part >= 0) & (moved[part] >= 0), moved[part], village)
    return village


def land_town(land: Landscape, village: Labels) -> npt.NDArray[np.int64]:
    """Town of each village label; -1 stays -1."""
    return np.where(village >= 0, land.village_town[village], -1).astype(np.int64)


def adopt(sites: Sites, village: Labels, edges: Edges) -> None:
    """Give every ADOPT site code, group and village of the free neighbour with the longest common edge."""
    waiting = sites.role == ADOPT
    source = sites.role == FREE
    while waiting.any():
        target, origin = _longest(edges, waiting, source)
        if not len(target):
            target, origin = _longest(edges, waiting, sites.role == CORRIDOR)
            if not len(target):
                raise ValueError("a roadside cell has no neighbour inside the county")
        for column in (sites.code, sites.group, sites.settlement, village):
            column[target] = column[origin]
        waiting[target], source[target] = False, True


def _longest(
    edges: Edges, waiting: npt.NDArray[np.bool_], source: npt.NDArray[np.bool_]
) -> tuple[Labels, Labels]:
    target = np.concatenate([edges.left, edges.right])
    origin = np.concatenate([edges.right, edges.left])
    fits = waiting[target] & source[origin]
    target, origin = target[fits], origin[fits]
    length = np.tile(edges.length_m, 2)[fits]
    order = np.lexsort([origin, -length, target])
    target, origin = target[order], origin[order]
    first = np.ones(len(target), dtype=bool)
    first[1:] = target[1:] != target[:-1]
    return target[first], origin[first]


def form_parcels(
    land: Landscape,
    sites: Sites,
    village: Labels,
    edges: Edges,
    planar_m2: npt.NDArray[np.float64],
    ellipsoidal_m2: npt.NDArray[np.float64],
) -> Parcels:
    """Connected cells of one code and group inside one town; bits below the minimum area join a neighbour."""
    town = land_town(land, village)
    codes, code = np.unique(sites.code, return_inverse=True)
    key = (sites.group * len(codes) + code) * len(land.towns) + town
    label = connect(edges, np.where(sites.role == OUTSIDE, -1, key))
    for _ in range(4):
        label, changed = _merge_small(label, sites, town, edges, planar_m2)
        if not changed:
            break
    site = _largest_cell(label, planar_m2)
    inside = label >= 0
    total = [np.bincount(label[inside], area[inside]) for area in (planar_m2, ellipsoidal_m2)]
    of_cell = absorb_strays(land, np.where(inside, village[site][label], -1), edges)
    return Parcels(label, sites.code[site], of_cell[site], sites.settlement[site], site, total[0], total[1])


def _merge_small(
    label: Labels, sites: Sites, town: npt.NDArray[np.int64], edges: Edges, planar_m2: npt.NDArray[np.float64]
) -> tuple[Labels, bool]:
    inside = label >= 0
    area = np.bincount(label[inside], planar_m2[inside])
    site = _largest_cell(label, planar_m2)
    built = np.isin(sites.code[site].astype("U2"), BUILT)
    small = area < np.where(built, MIN_BUILT_M2, MIN_FIELD_M2)
    border = edges.between(label)
    one, two = label[border.left], label[border.right]
    target, origin = np.concatenate([one, two]), np.concatenate([two, one])
    weight = np.tile(border.length_m, 2)
    fits = (target >= 0) & (origin >= 0)
    target, origin, weight = target[fits], origin[fits], weight[fits]
    corridor = sites.role[site] == CORRIDOR
    weight = (
        weight
        * np.where(corridor[origin], 0.2, 1)
        * np.where(town[site][target] == town[site][origin], 1, 0.02)
    )
    fits = small[target] & ~small[origin]
    target, origin, weight = target[fits], origin[fits], weight[fits]
    order = np.lexsort([origin, -weight, target])
    target, origin = target[order], origin[order]
    first = np.ones(len(target), dtype=bool)
    first[1:] = target[1:] != target[:-1]
    mapping = np.arange(len(area) + 1)
    mapping[target[first]] = origin[first]
    mapping[-1] = -1
    return number_by_first(mapping[label]), bool(first.any())


def _largest_cell(label: Labels, planar_m2: npt.NDArray[np.float64]) -> Labels:
    """The site of the largest cell of every label."""
    order = np.lexsort([np.arange(len(label)), -planar_m2, label])
    order = order[label[order] >= 0]
    first = np.ones(len(order), dtype=bool)
    first[1:] = label[order][1:] != label[order][:-1]
    return order[first]
