# SPDX-License-Identifier: GPL-2.0-or-later
"""The lie of the land: relief, rivers, county seat, towns, villages and the road network."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.spatial import cKDTree

from .terrain import Outline, Points, Waves, make_outline, normals, resample, wavy_line

PARCEL_MEAN_M2 = 10_800.0
VILLAGE_SPREAD_M2 = 1_400_000.0


@dataclass(frozen=True)
class Corridor:
    """A river, road or ditch: centre line, half width, and what it is."""

    kind: str
    code: str
    half_m: float
    step_m: float
    line: Points
    planned: bool = False


@dataclass(frozen=True)
class Landscape:
    """Where everything lies; coordinates in metres round the county's centre."""

    size_m: float
    outline: Outline
    relief: Waves
    detail: Waves
    water: cKDTree
    seat: Points
    seat_radius_m: float
    towns: Points
    town_radius_m: float
    villages: Points
    village_town: npt.NDArray[np.intp]
    corridors: tuple[Corridor, ...]

    def height(self, xy: Points) -> npt.NDArray[np.float64]:
        """Relative height: relief, lowered along the rivers and in the basin of the county seat."""
        to_water, _ = self.water.query(xy)
        to_seat = np.hypot(*(xy - self.seat).T)
        valley = 1.3 * np.exp(-((to_water / 520.0) ** 2))
        basin = 1.5 * np.exp(-((to_seat / (0.2 * self.size_m)) ** 2))
        return self.relief(xy) - valley - basin

    def steepness(self, xy: Points, step_m: float = 60.0) -> npt.NDArray[np.float64]:
        """Rise of `height` per metre."""
        return np.hypot(*self.gradient(xy, step_m))

    def gradient(self, xy: Points, step_m: float = 60.0) -> tuple[npt.NDArray[np.float64], ...]:
        """Rise of `height` per metre towards east and north."""
        steps = np.array([[step_m, 0.0], [0.0, step_m]])
        return tuple((self.height(xy + step) - self.height(xy - step)) / (2 * step_m) for step in steps)


def make_landscape(parcels: int, rng: np.random.Generator) -> Landscape:
    """Lay out a county for about `parcels` survey parcels."""
    area_m2 = parcels * PARCEL_MEAN_M2
    size_m = float(np.sqrt(area_m2))
    outline = make_outline(area_m2, rng)
    relief = Waves(rng, 1_500, max(6_000.0, 0.5 * size_m))
    detail = Waves(rng, 220, 900)
    rivers = _make_rivers(size_m, rng)
    main = rivers[0].line
    place = int(len(main) * rng.uniform(0.42, 0.58))
    seat_radius_m = float(np.clip(0.055 * size_m, 160, 2_600))
    seat = main[place] + normals(main)[place] * (seat_radius_m * 0.9 + 60)
    water = cKDTree(np.concatenate([river.line for river in rivers]))
    villages = _place_villages(area_m2, size_m, outline, water, rng)
    villages[np.argmin(np.hypot(*(villages - seat).T))] = seat
    towns = _pick_towns(villages, seat, parcels)
    village_town = _assign_towns(villages, towns, size_m, rng)
    corridors = [
        *_make_main_roads(size_m, seat, seat_radius_m, villages[towns], rng),
        *rivers,
        *_make_streets(villages[towns], seat, seat_radius_m, rng),
        *_make_village_roads(villages, towns, village_town, rng),
        *_make_ditches(main, seat, area_m2, rng),
        _make_planned_road(size_m, seat, seat_radius_m, rng),
    ]
    return Landscape(
        size_m=size_m,
        outline=outline,
        relief=relief,
        detail=detail,
        water=water,
        seat=seat,
        seat_radius_m=seat_radius_m,
        towns=villages[towns],
        town_radius_m=min(230.0, 0.6 * seat_radius_m),
        villages=villages,
        village_town=village_town,
        corridors=tuple(corridors),
    )


def _make_rivers(size_m: float, rng: np.random.Generator) -> list[Corridor]:
    reach = 0.8 * size_m
    heading = rng.uniform(-0.3, 0.3)
    bank = np.array([np.cos(heading), np.sin(heading)]) * reach
    half_m = float(np.clip(size_m / 300, 16, 90))
    main = wavy_line(-bank, bank, 0.03, 30.0, rng, bends=9, decay=0.3)
    rivers = [Corridor("river", "1101", half_m, 30.0, main)]
    for _ in range(max(2, int(size_m / 3_500))):
        mouth = main[int(len(main) * rng.uniform(0.15, 0.85))]
        angle = rng.uniform(0, 2 * np.pi)
        source = np.array([np.cos(angle), np.sin(angle)]) * 0.75 * size_m
        line = wavy_line(source, mouth, 0.09, 24.0, rng, bends=6)
        rivers.append(Corridor("stream", "1101", max(4.0, half_m / 5), 24.0, line))
    return rivers


def _place_villages(
    area_m2: float, size_m: float, outline: Outline, water: cKDTree, rng: np.random.Generator
) -> Points:
    """Villages on a loose triangular net, each drawn towards water."""
    spacing = float(np.sqrt(min(VILLAGE_SPREAD_M2, area_m2 / 20)))
    rows = np.arange(-0.75 * size_m, 0.75 * size_m, spacing * 0.87)
    columns = np.arange(-0.75 * size_m, 0.75 * size_m, spacing)
    x, y = np.meshgrid(columns, rows)
    x = x + (np.arange(len(rows)) % 2)[:, None] * spacing / 2
    places = np.stack([x.ravel(), y.ravel()], axis=1)
    places += rng.uniform(-0.3, 0.3, places.shape) * spacing
    distance, nearest = water.query(places)
    towards = water.data[nearest] - places
    pull = np.clip((distance - 0.25 * spacing) / np.maximum(distance, 1.0), 0, 0.3)
    places += towards * pull[:, None]
    return places[outline.contains(places * 1.06)]


def _pick_towns(villages: Points, seat: Points, parcels: int) -> npt.NDArray[np.intp]:
    """Villages that are towns: the seat first, then always the one farthest from those chosen."""
    wanted = int(np.clip(2 + parcels / 625, 2, 12 if parcels <= 50_000 else 24))
    interior = np.hypot(*villages.T) < 0.44 * np.hypot(*np.ptp(villages, axis=0)) / np.sqrt(2) * 1.3
    chosen = [int(np.argmin(np.hypot(*(villages - seat).T)))]
    nearest = np.hypot(*(villages - villages[chosen[0]]).T)
    while len(chosen) < wanted:
        following = int(np.argmax(np.where(interior, nearest, -1.0)))
        chosen.append(following)
        nearest = np.minimum(nearest, np.hypot(*(villages - villages[following]).T))
    return np.array(chosen)


def _assign_towns(
    villages: Points, towns: npt.NDArray[np.intp], size_m: float, rng: np.random.Generator
) -> npt.NDArray[np.intp]:
    bend = Waves(rng, 0.2 * size_m, 0.5 * size_m, 6), Waves(rng, 0.2 * size_m, 0.5 * size_m, 6)
    warped = villages + 0.025 * size_m * np.stack([bend[0](villages), bend[1](villages)], axis=1)
    _, town = cKDTree(warped[towns]).query(warped)
    town = np.asarray(town, dtype=np.intp)
    town[towns] = np.arange(len(towns))
    return town


def _make_main_roads(
    size_m: float, seat: Points, seat_radius_m: float, towns: Points, rng: np.random.Generator
) -> list[Corridor]:
    """A motorway past the seat, a railway beyond it, and county roads that tie every town to the seat."""
    reach = 0.8 * size_m
    turn = np.pi / 2 + rng.uniform(-0.35, 0.35)
    heading = np.array([np.cos(turn), np.sin(turn)]) * reach
    aside = np.array([np.sin(turn), -np.cos(turn)]) * seat_radius_m
    roads = [
        Corridor("motorway", "1003", 13.0, 28.0, _through(seat + aside * 1.5, heading, 0.05, 28.0, rng)),
        Corridor("railway", "1001", 9.0, 28.0, _through(seat - aside * 1.8, heading, 0.04, 28.0, rng)),
    ]
    order = np.argsort(np.hypot(*(towns - seat).T), kind="stable")
    for position in range(1, len(order)):
        town, joined = towns[order[position]], towns[order[:position]]
        target = joined[np.argmin(np.hypot(*(joined - town).T))]
        roads.append(Corridor("county road", "1003", 5.5, 24.0, wavy_line(town, target, 0.06, 24.0, rng)))
    return roads


def _through(place: Points, heading: Points, sway: float, step_m: float, rng: np.random.Generator) -> Points:
    there = wavy_line(place, place + heading, sway, step_m, rng)
    back = wavy_line(place, place - heading, sway, step_m, rng)
    joined = np.concatenate([back[:0:-1], there])
    smooth = np.stack(
        [np.convolve(np.pad(axis, 15, "edge"), np.ones(31) / 31, "valid") for axis in joined.T], 1
    )
    return resample(smooth, step_m)


def _make_streets(
    towns: Points, seat: Points, seat_radius_m: float, rng: np.random.Generator
) -> list[Corridor]:
    """A bent street net in every town."""
    streets = []
    for town in towns:
        is_seat = bool(np.allclose(town, seat))
        radius = seat_radius_m if is_seat else min(230.0, 0.6 * seat_radius_m)
        spacing = np.clip(radius / 3.2, 70, 190)
        half_m = 6.0 if is_seat else 4.0
        turn = rng.uniform(0, np.pi / 2)
        axes = np.array([[np.cos(turn), np.sin(turn)], [-np.sin(turn), np.cos(turn)]])
        for along, across in ((axes[0], axes[1]), (axes[1], axes[0])):
            for offset in np.arange(-radius + spacing * 0.6, radius * 0.9, spacing):
                place = offset + rng.uniform(-0.18, 0.18) * spacing
                reach = np.sqrt(max(radius**2 - place**2, 0.0)) * rng.uniform(0.75, 1.0)
                if reach < spacing:
                    continue
                ends = town + across * place - along * reach, town + across * place + along * reach
                line = wavy_line(*ends, 0.02, 18.0, rng, bends=2)
                streets.append(Corridor("street", "1004", half_m, 18.0, line))
    return streets


def _make_village_roads(
    villages: Points,
    towns: npt.NDArray[np.intp],
    village_town: npt.NDArray[np.intp],
    rng: np.random.Generator,
) -> list[Corridor]:
    """A road from every village to its nearest neighbour that lies closer to the town."""
    to_town = np.hypot(*(villages - villages[towns[village_town]]).T)
    count = min(9, len(villages))
    _, neighbours = cKDTree(villages).query(villages, k=count)
    roads = []
    for village in range(len(villages)):
        if to_town[village] == 0:
            continue
        closer = [
            n
            for n in neighbours[village]
            if to_town[n] < to_town[village] and village_town[n] == village_town[village]
        ]
        target = closer[0] if closer else towns[village_town[village]]
        line = wavy_line(villages[village], villages[target], 0.07, 24.0, rng)
        roads.append(Corridor("village road", "1006", 2.6, 24.0, line))
    return roads


def _make_ditches(main: Points, seat: Points, area_m2: float, rng: np.random.Generator) -> list[Corridor]:
    """Irrigation ditches that run beside the river through the paddies, each along its own reach."""
    ditches = []
    side = normals(main)
    bounds = np.linspace(0.05, 0.95, max(3, int(area_m2 / 1e7)) + 1) * len(main)
    for number, (first, last) in enumerate(zip(bounds[:-1].astype(int), bounds[1:].astype(int))):
        span = slice(first + int(rng.uniform(2, 0.3 * (last - first))), last - 2)
        shift = rng.uniform(170, 420) * (-1) ** number
        line = main[span] + side[span] * shift
        if np.hypot(*(line - seat).T).min() < 0.07 * np.sqrt(area_m2):
            line = main[span] - side[span] * shift
        ditches.append(Corridor("ditch", "1107", 2.2, 24.0, resample(line, 24.0)))
    return ditches


def _make_planned_road(
    size_m: float, seat: Points, seat_radius_m: float, rng: np.random.Generator
) -> Corridor:
    """A bypass that the draft plans: on from the seat over the fields and through the hills."""
    turn = rng.uniform(0.15, 0.3) * np.pi
    heading = np.array([np.cos(turn), np.sin(turn)])
    start = seat - heading * (0.25 * size_m) + np.array([heading[1], -heading[0]]) * seat_radius_m * 1.2
    line = wavy_line(start, start + heading * 0.62 * size_m, 0.05, 26.0, rng, bends=5)
    return Corridor("planned road", "1003", 10.0, 26.0, line, planned=True)
