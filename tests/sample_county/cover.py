# SPDX-License-Identifier: GPL-2.0-or-later
"""Land use away from the corridors: fields, hills, settlements, ponds, a reservoir and quarries."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from scipy.spatial import cKDTree

from .landscape import Landscape
from .sites import OUTSIDE, Sites, Strips, join, lattice, make
from .terrain import Points, Waves

PLAIN_SHARE, TERRACE_SHARE = 0.40, 0.23
# Ids of groups start here; the ranks of corridor kinds lie below.
FIRST_GROUP = 100


class Scatter:
    """Collects sites; a later call leaves free the discs that an earlier one has taken."""

    def __init__(self, land: Landscape, rng: np.random.Generator) -> None:
        self.land, self.rng = land, rng
        self.parts: list[Sites] = []
        self._next_group = FIRST_GROUP

    def groups(self, count: int) -> npt.NDArray[np.int64]:
        """`count` unused group ids."""
        first = self._next_group
        self._next_group += count
        return np.arange(first, first + count, dtype=np.int64)

    def add(self, sites: Sites, clearance_m: float) -> None:
        """Add sites, but none nearer than `clearance_m` to one that is there."""
        if self.parts:
            taken = cKDTree(np.concatenate([part.xy for part in self.parts]))
            distance, _ = taken.query(sites.xy, distance_upper_bound=clearance_m)
            sites = sites.take(distance >= clearance_m)
        self.parts.append(sites)


def free_sites(land: Landscape, strips: Strips, rng: np.random.Generator) -> Sites:
    """All sites that belong to no corridor, inside and just outside of the county."""
    scatter = Scatter(land, rng)
    plain, hill = _height_limits(land, rng)
    _add_reservoirs(scatter)
    _add_towns(scatter)
    _add_villages(scatter)
    _add_ponds(scatter, strips, plain)
    _add_quarries(scatter, hill)
    _add_fields(scatter, plain, hill)
    sites = join(scatter.parts)
    sites = sites.take(strips.leave_free(sites.xy))
    outside = ~land.outline.contains(sites.xy)
    sites.role[outside] = OUTSIDE
    return sites


def _height_limits(land: Landscape, rng: np.random.Generator) -> tuple[float, float]:
    places = rng.uniform(-0.7, 0.7, (20_000, 2)) * land.size_m
    height = land.height(places[land.outline.contains(places)])
    low, high = np.quantile(height, [PLAIN_SHARE, PLAIN_SHARE + TERRACE_SHARE])
    return float(low), float(high)


def _disc(
    land: Landscape,
    centres: Points,
    radii: npt.NDArray[np.float64],
    spacing_m: float,
    rng: np.random.Generator,
) -> tuple[Points, npt.NDArray[np.intp]]:
    """Points at about `spacing_m` in blobs round the centres, and the centre of each."""
    angles = rng.uniform(0, np.pi, len(centres))
    xy, owner = lattice(centres, angles, (spacing_m, spacing_m * 0.9), float(radii.max()) * 1.5, 0.24, rng)
    distance = np.hypot(*(xy - centres[owner]).T)
    inside = distance < radii[owner] * (1 + 0.3 * np.clip(land.detail(xy), -1.4, 1.4))
    return xy[inside], owner[inside]


def _add_reservoirs(scatter: Scatter) -> None:
    """Reservoirs in the hills with an island and a dam each, far from villages."""
    land, rng = scatter.land, scatter.rng
    places = rng.uniform(-0.5, 0.5, (400, 2)) * land.size_m
    places = places[land.outline.contains(places * 1.25)]
    far, _ = cKDTree(land.villages).query(places)
    line_distance = np.min([cKDTree(c.line).query(places)[0] for c in land.corridors[:2]], axis=0)
    score = np.minimum(far, line_distance) + 150 * land.height(places)
    count = max(1, int(land.size_m**2 / 4e8))
    centres = places[np.argsort(-score, kind="stable")[:count]]
    radius = float(np.clip(0.032 * land.size_m, 120, 700))
    xy, owner = _disc(land, centres, np.full(count, radius), 42.0, rng)
    water, island, dam = (scatter.groups(count) for _ in range(3))
    offset = xy - centres[owner]
    on_island = np.hypot(*(offset - [0.3 * radius, 0.2 * radius]).T) < 0.24 * radius
    on_dam = (offset[:, 1] < -0.78 * radius) & (np.abs(offset[:, 0]) < 0.4 * radius)
    code = np.select([on_island, on_dam], ["0301", "1109"], "1103")
    group = np.select([on_island, on_dam], [island[owner], dam[owner]], water[owner])
    scatter.add(make(xy, code, group, roughness=0.2), 0.0)


def _add_towns(scatter: Scatter) -> None:
    """Town blocks: lots of one use, more business in the middle, industry on one side."""
    land, rng = scatter.land, scatter.rng
    radii = np.full(len(land.towns), land.town_radius_m)
    radii[0] = land.seat_radius_m
    xy, owner = _disc(land, land.towns, radii * 0.95, 38.0, rng)
    lots = xy[rng.random(len(xy)) < 0.24]
    _, lot = cKDTree(lots).query(xy)
    _, lot_town = cKDTree(land.towns).query(lots)
    offset = lots - land.towns[lot_town]
    ring = np.hypot(*offset.T) / radii[lot_town]
    centre = rng.choice(["05H1", "08H1", "0701", "0701", "0810A", "05H1", "08H2"], len(lots))
    middle = rng.choice(["0701", "0701", "0701", "05H1", "08H2", "0810", "0701", "1201"], len(lots))
    edge = rng.choice(["0701", "0601", "0508", "0809", "0810", "1005", "0701", "0102"], len(lots))
    use = np.select([ring < 0.3, ring < 0.72], [centre, middle], edge)
    works = (ring > 0.45) & (offset[:, 0] > 0.35 * radii[lot_town])
    use = np.where(works & (rng.random(len(lots)) < 0.75), "0601", use)
    settlement = np.where(owner == 0, "201", "202")
    code = use[lot]
    settlement = np.where(code == "0102", "", settlement)
    scatter.add(make(xy, code, scatter.groups(len(lots))[lot], roughness=0.02, settlement=settlement), 24.0)


def _add_villages(scatter: Scatter) -> None:
    """Villages and hamlets: homestead land in a few lots, gardens, bamboo and a school here and there."""
    land, rng = scatter.land, scatter.rng
    to_town, _ = cKDTree(land.towns).query(land.villages)
    villages = land.villages[to_town > 0]
    hamlets = np.repeat(villages, 2, axis=0)
    hamlets = hamlets + rng.normal(0, 0.24, hamlets.shape) * np.sqrt(1_400_000)
    low = land.height(hamlets) < np.quantile(land.height(land.villages), 0.9)
    centres = np.concatenate([villages, hamlets[low]])
    radii = np.concatenate([rng.uniform(70, 130, len(villages)), rng.uniform(30, 55, int(low.sum()))])
    xy, owner = _disc(land, centres, radii, 21.0, rng)
    seeds = centres[np.repeat(np.arange(len(centres)), 4)] + rng.normal(0, 38, (4 * len(centres), 2))
    _, lot = cKDTree(seeds).query(xy)
    use = rng.choice(["0702"] * 13 + ["08H2", "1201", "0102"], len(seeds))
    code, group = use[lot], scatter.groups(len(seeds))[lot]
    distance = np.hypot(*(xy - centres[owner]).T) / radii[owner]
    rim = (distance > 0.75) & (rng.random(len(xy)) < 0.3)
    code = np.where(rim, rng.choice(["0102", "0302", "0702", "0201"], len(xy)), code)
    settlement = np.where(np.isin(code, ["0702", "08H2", "1201"]), "203", "")
    scatter.add(make(xy, code, group, roughness=0.1, settlement=settlement), 20.0)


def _add_ponds(scatter: Scatter, strips: Strips, plain: float) -> None:
    """Ponds that lie as holes in a paddy: a ring of sites inside the bank, one outside."""
    land, rng = scatter.land, scatter.rng
    count = max(3, int(land.size_m**2 / 900_000))
    places = rng.uniform(-0.55, 0.55, (6 * count, 2)) * land.size_m
    places = places[land.outline.contains(places * 1.05) & (land.height(places) < plain)][:count]
    corners = 9
    angle = np.arange(corners) * 2 * np.pi / corners + rng.uniform(0, 6, (len(places), 1))
    radius = rng.uniform(16, 42, (len(places), 1)) * rng.uniform(0.8, 1.2, (len(places), corners))
    around = np.stack([np.cos(angle), np.sin(angle)], axis=-1)
    rings = [places[:, None, :] + around * (radius + shift)[..., None] for shift in (-8.0, 8.0)]
    pond, bank = scatter.groups(len(places)), scatter.groups(len(places))
    kind = rng.choice(["1104", "1104", "1104A"], len(places))
    many = np.repeat(np.arange(len(places)), corners)
    sites = join(
        [
            make(rings[0].reshape(-1, 2), kind[many], pond[many], roughness=0.05),
            make(rings[1].reshape(-1, 2), "0101", bank[many], roughness=0.05),
        ]
    )
    whole = strips.leave_free(sites.xy)
    broken = np.unique(np.tile(many, 2)[~whole])
    sites = sites.take(~np.isin(np.tile(many, 2), broken))
    free = cKDTree(np.concatenate([part.xy for part in scatter.parts]))
    near, _ = free.query(places, distance_upper_bound=75.0)
    clear = np.flatnonzero(near >= 75.0)
    scatter.add(sites.take(np.isin(sites.group, [*pond[clear], *bank[clear]])), 1.0)


def _add_quarries(scatter: Scatter, hill: float) -> None:
    land, rng = scatter.land, scatter.rng
    count = max(2, int(land.size_m**2 / 6e7))
    places = rng.uniform(-0.5, 0.5, (40 * count, 2)) * land.size_m
    fits = land.outline.contains(places * 1.15) & (np.abs(land.height(places) - hill) < 0.25)
    places = places[fits][:count]
    if not len(places):
        return
    xy, owner = _disc(land, places, rng.uniform(70, 130, len(places)), 36.0, rng)
    group = scatter.groups(len(places))[owner]
    scatter.add(make(xy, "0602", group, roughness=0.15, settlement="204"), 30.0)


def _add_fields(scatter: Scatter, plain: float, hill: float) -> None:
    """Blocks of fields on the plain, smaller plots on the terraces, compartments of forest in the hills."""
    land, rng = scatter.land, scatter.rng
    blocks = _block_centres(land, rng)
    east, north = land.gradient(blocks)
    angles = np.arctan2(north, east) + rng.normal(0, 0.25, len(blocks))
    tree = cKDTree(blocks)
    use = Waves(rng, 350, 1_600), Waves(rng, 250, 900)
    for spacing, jitter, band, fill in (
        ((54.0, 165.0), 0.07, (-np.inf, plain), _plain_use),
        ((88.0, 118.0), 0.2, (plain, hill), _terrace_use),
        ((112.0, 108.0), 0.3, (hill, np.inf), _hill_use),
    ):
        xy, owner = lattice(blocks, angles, spacing, 360.0, jitter, rng, stagger=4 * jitter % 0.5)
        _, nearest = tree.query(xy)
        xy = xy[nearest == owner]
        height = land.height(xy) + 0.16 * land.detail(xy)
        inside = land.outline.contains(xy)
        chosen = (height >= band[0]) & (height < band[1]) & inside
        if band[1] == np.inf:
            margin = ~inside & land.outline.contains(xy * (1 - 900.0 / land.size_m))
            far = ~inside & (np.hypot(*xy.T) < 0.86 * land.size_m) & (rng.random(len(xy)) < 0.2)
            chosen |= margin | far
        xy = xy[chosen]
        code, group, roughness = fill(scatter, xy, use)
        scatter.add(make(xy, code, group, roughness=roughness), 0.42 * min(spacing))


def _block_centres(land: Landscape, rng: np.random.Generator) -> Points:
    spacing = 430.0
    axis = np.arange(-0.9 * land.size_m, 0.9 * land.size_m + spacing, spacing)
    x, y = np.meshgrid(axis, axis)
    centres = np.stack([x.ravel(), y.ravel()], axis=1)
    return centres + rng.uniform(-0.33, 0.33, centres.shape) * spacing


def _plain_use(
    scatter: Scatter, xy: Points, use: tuple[Waves, Waves]
) -> tuple[npt.NDArray[np.str_], npt.NDArray[np.int64], float]:
    rng = scatter.rng
    to_village, _ = cKDTree(scatter.land.villages).query(xy)
    draw = rng.random(len(xy))
    garden = (to_village < 330) & (use[1](xy) > 0.1)
    dry = use[0](xy) > 1.15
    code = np.select([garden, dry], ["0102", "0103"], "0101")
    river = next(corridor for corridor in scatter.land.corridors if corridor.kind == "river")
    odd = rng.choice(["1104", "1104A", "1202", "0404", "0103", "1202", "0201"], len(xy))
    to_river, _ = cKDTree(river.line).query(xy)
    shoal = (to_river < river.half_m + 55) & (use[1](xy) > 0.9)
    code = np.where(draw < 0.06, odd, code)
    return np.where(shoal, "1106", code), scatter.groups(len(xy)), 0.03


def _terrace_use(
    scatter: Scatter, xy: Points, use: tuple[Waves, Waves]
) -> tuple[npt.NDArray[np.str_], npt.NDArray[np.int64], float]:
    rng = scatter.rng
    first, second = use[0](xy), use[1](xy)
    garden = np.select([second > 0.35, second > -0.4], ["0202", "0201"], "0204")
    code = np.where(first + 0.4 * second > 0.35, garden, "0103")
    code = np.where((first < -0.75) & (second < 0.4), "0307", code)
    odd = rng.choice(["0404", "1206", "0305", "1104", "0302", "09", "1202"], len(xy))
    return np.where(rng.random(len(xy)) < 0.09, odd, code), scatter.groups(len(xy)), 0.1


def _hill_use(
    scatter: Scatter, xy: Points, use: tuple[Waves, Waves]
) -> tuple[npt.NDArray[np.str_], npt.NDArray[np.int64], float]:
    rng = scatter.rng
    seeds = xy[rng.random(len(xy)) < 0.26]
    _, stand = cKDTree(seeds).query(xy)
    kind = use[0](seeds)
    draw = rng.random(len(seeds))
    code = np.select([kind > 0.75, kind < -1.05], ["0302", "0305"], "0301")
    code = np.where(draw < 0.05, "0307", code)
    code = np.where((draw > 0.05) & (draw < 0.08), "0404", code)
    return code[stand], scatter.groups(len(seeds))[stand], 0.22
