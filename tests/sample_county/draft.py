# SPDX-License-Identifier: GPL-2.0-or-later
"""The plan draft: it confirms today's use, but for deliberate conflicts, allowed changes and slivers.

Because the draft is a labelling of the same cells as the lines, the area of every overlap is a sum of cell
areas: it is known without any overlay.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from .codes import CONFIRMED
from .lines import CONCENTRATED, CORE, CULTIVATED, ELASTIC, GENERAL, SPECIAL, LineCells, Lines
from .parcels import Parcels
from .sites import Sites
from .topology import Edges, Labels, connect

SLIVER_SHIFTS_M = (0.03, 0.12, 0.05, 0.15, 0.04, 0.17)
MAX_CHANGED_M2 = 30_000.0


@dataclass(frozen=True)
class Slivers:
    """Built parcels a few centimetres over the farmland line: a cell of each side, and the area."""

    site: Labels
    farmland_site: Labels
    planar_m2: npt.NDArray[np.float64]


@dataclass
class Draft:
    """Planned parcels: label per site, code, reason of a deliberate change ("" where use is confirmed)."""

    of_site: Labels
    code: npt.NDArray[np.str_]
    kind: npt.NDArray[np.str_]
    edges: Edges
    slivers: Slivers


@dataclass
class _Changes:
    """New code, key and reason per survey parcel; a parcel is changed once at most."""

    code: npt.NDArray[np.str_]
    key: npt.NDArray[np.int64]
    kind: npt.NDArray[np.str_]

    def apply(self, chosen: npt.NDArray[np.intp], code: str, kind: str) -> None:
        self.code[chosen], self.kind[chosen] = code, kind


@dataclass(frozen=True)
class _Facts:
    """What the choice of parcels looks at: one entry per survey parcel."""

    cultivated: npt.NDArray[np.bool_]
    wild: npt.NDArray[np.bool_]
    small: npt.NDArray[np.bool_]
    farmland: npt.NDArray[np.bool_]
    redline_zone: npt.NDArray[np.str_]
    boundary_zone: npt.NDArray[np.str_]
    by_village: npt.NDArray[np.bool_]
    by_road: npt.NDArray[np.bool_]


def draw_draft(
    sites: Sites, parcels: Parcels, lines: Lines, edges: Edges, village_town: Labels, rng: np.random.Generator
) -> Draft:
    """Plan every parcel; the number of changes grows with the county."""
    facts = _gather_facts(parcels, lines, edges)
    count = len(parcels.code)
    confirmed = np.array([CONFIRMED[code] for code in parcels.code.tolist()], dtype="U6")
    changes = _Changes(confirmed, np.arange(count, dtype=np.int64), np.zeros(count, dtype="U32"))
    share = count / 5_000
    for kind, code, candidates, number in _scenarios(facts):
        free = np.flatnonzero(candidates & (changes.kind == ""))
        wanted = min(len(free), max(1, round(number * share)))
        changes.apply(np.sort(rng.permutation(free)[:wanted]), code, kind)
    _extend_homesteads(changes, facts, parcels, edges, max(1, round(4 * share)), rng)
    return _label(sites, parcels, lines, changes, edges, village_town, max(3, round(12 * share)), rng)


def _scenarios(facts: _Facts) -> tuple[tuple[str, str, npt.NDArray[np.bool_], int], ...]:
    """Reason, planned code, candidate parcels, number in 5 000: conflicts first, then allowed changes."""
    pbf, small = facts.farmland & facts.small, facts.small
    outside = (facts.boundary_zone == "") & (facts.redline_zone == "") & ~facts.farmland & small
    core, general = facts.redline_zone == CORE, facts.redline_zone == GENERAL
    inside = facts.boundary_zone == CONCENTRATED
    open_land = facts.cultivated | facts.wild
    return (
        ("homestead_on_farmland", "070301", pbf & facts.by_village, 6),
        ("orchard_on_farmland", "0201", pbf, 5),
        ("pond_on_farmland", "1704", pbf, 4),
        ("forest_on_farmland", "0301", pbf, 4),
        ("livestock_on_farmland", "060202", pbf, 3),
        ("industry_on_farmland", "100102", pbf & facts.by_road, 3),
        ("housing_outside_boundary", "070102", outside & facts.cultivated, 4),
        ("industry_outside_boundary", "100102", outside & facts.cultivated & facts.by_road, 4),
        ("housing_in_core_zone", "070301", core & facts.wild & small, 2),
        ("resort_in_redline", "0901", general & facts.wild & small, 2),
        ("quarry_in_redline", "1002", general & facts.wild & small, 1),
        ("housing_in_special_zone", "070102", (facts.boundary_zone == SPECIAL) & open_land & small, 2),
        ("industry_in_elastic_zone", "100102", (facts.boundary_zone == ELASTIC) & open_land & small, 3),
        ("allowed_urban_housing", "070102", inside & open_land & small, 10),
        ("allowed_urban_industry", "100102", inside & open_land & small, 6),
        ("allowed_park", "1401", inside & open_land & small, 4),
        ("allowed_homestead", "070301", outside & facts.cultivated & facts.by_village, 10),
        ("allowed_afforestation", "0301", outside & facts.wild, 10),
        ("allowed_farmland", "0101", outside & facts.wild, 5),
    )


def _gather_facts(parcels: Parcels, lines: Lines, edges: Edges) -> _Facts:
    one, two = parcels.of_site[edges.left], parcels.of_site[edges.right]
    return _Facts(
        cultivated=np.isin(parcels.code, CULTIVATED),
        wild=np.isin(parcels.code, ["0301", "0302", "0305", "0307", "0404", "1206"]),
        small=parcels.planar_m2 < MAX_CHANGED_M2,
        farmland=lines.farmland.of_site[parcels.site] >= 0,
        redline_zone=_whole_zone(parcels, lines.redline),
        boundary_zone=_whole_zone(parcels, lines.boundary),
        by_village=_next_to(parcels, one, two, ("0702",)),
        by_road=_next_to(parcels, one, two, ("1003",)),
    )


def _whole_zone(parcels: Parcels, line: LineCells) -> npt.NDArray[np.str_]:
    """Zone in which a parcel lies with all its cells, "" wholly outside the line, "partly" otherwise."""
    names, number = np.unique(line.zone, return_inverse=True)
    names = np.array([*names.tolist(), "", "partly"])
    of_site = np.where(line.of_site >= 0, np.r_[number, 0][line.of_site], len(names) - 2)
    inside = parcels.of_site >= 0
    count = len(parcels.code)
    low, high = np.full(count, len(names)), np.full(count, -1)
    np.minimum.at(low, parcels.of_site[inside], of_site[inside])
    np.maximum.at(high, parcels.of_site[inside], of_site[inside])
    return names[np.where(low == high, low, len(names) - 1)]


def _next_to(parcels: Parcels, one: Labels, two: Labels, codes: tuple[str, ...]) -> npt.NDArray[np.bool_]:
    found = np.zeros(len(parcels.code), dtype=bool)
    target, origin = np.concatenate([one, two]), np.concatenate([two, one])
    fits = (target >= 0) & (origin >= 0)
    target, origin = target[fits], origin[fits]
    found[target[np.isin(parcels.code[origin], codes)]] = True
    return found


def _extend_homesteads(
    changes: _Changes, facts: _Facts, parcels: Parcels, edges: Edges, number: int, rng: np.random.Generator
) -> None:
    """Homestead land drawn over a free field and the protected field beside it: part conflict, part not."""
    one, two = parcels.of_site[edges.left], parcels.of_site[edges.right]
    target, origin = np.concatenate([one, two]), np.concatenate([two, one])
    fits = (target >= 0) & (origin >= 0)
    target, origin = target[fits], origin[fits]
    free = (
        facts.cultivated & (facts.boundary_zone == "") & ~facts.farmland & facts.small & (changes.kind == "")
    )
    guarded = facts.farmland & facts.small & (changes.kind == "")
    fits = free[origin] & guarded[target] & (parcels.village[target] == parcels.village[origin])
    pairs = np.unique(np.stack([target[fits], origin[fits]], axis=1), axis=0)
    used: set[int] = set()
    for protected, open_field in rng.permutation(pairs).tolist():
        if len(used) == 2 * number:
            return
        if protected in used or open_field in used:
            continue
        used |= {protected, open_field}
        both = np.array([protected, open_field])
        changes.apply(both, "070301", "homestead_partly_on_farmland")
        changes.key[protected] = changes.key[open_field]


def _label(
    sites: Sites,
    parcels: Parcels,
    lines: Lines,
    changes: _Changes,
    edges: Edges,
    village_town: Labels,
    slivers: int,
    rng: np.random.Generator,
) -> Draft:
    label = parcels.of_site
    road = sites.planned_road & (label >= 0) & (parcels.settlement[label] == "")
    key = np.where(label >= 0, changes.key[label], -1)
    key = np.where(road, len(changes.key) + village_town[parcels.village[label]], key)
    of_site = connect(edges, key)
    inside = of_site >= 0
    first = np.full(of_site.max() + 1, len(sites))
    np.minimum.at(first, of_site[inside], np.flatnonzero(inside))
    code, kind = changes.code[label[first]], changes.kind[label[first]]
    code = np.where(road[first], "1202", code)
    kind = np.where(road[first], "planned_road", kind)
    none = np.zeros(0, dtype=np.intp)
    draft = Draft(of_site, code, kind, edges, Slivers(none, none, np.zeros(0)))
    _add_slivers(draft, lines, slivers, rng)
    return draft


def _add_slivers(draft: Draft, lines: Lines, number: int, rng: np.random.Generator) -> None:
    """Bend some straight edges between built land and farmland a few centimetres into the farmland."""
    edges, label = draft.edges, draft.of_site
    one, two = label[edges.left], label[edges.right]
    built = np.isin(draft.code, ["0703", "1202", "060101"]) & (draft.kind == "")
    straight = (edges.points[:, 1] == edges.points[:, -1]).all(axis=1)
    long = straight & (edges.length_m > 12) & (one >= 0) & (two >= 0)
    farmland = lines.farmland.of_site >= 0
    found = []
    for here, there in ((edges.left, edges.right), (edges.right, edges.left)):
        fits = np.flatnonzero(long & built[label[here]] & farmland[there] & (draft.kind[label[there]] == ""))
        found.append(np.stack([fits, here[fits], there[fits]], axis=1))
    candidates = rng.permutation(np.concatenate(found))
    _, first = np.unique(label[candidates[:, 1]], return_index=True)
    edge, here, there = candidates[np.sort(first)[:number]].T
    shift = np.resize(SLIVER_SHIFTS_M, len(edge))
    draft.edges = edges.bend(edge, there == edges.left[edge], shift)
    draft.slivers = Slivers(here, there, draft.edges.bulge_m2(edge))
