# SPDX-License-Identifier: GPL-2.0-or-later
"""Voronoi sites of the county and the land-use code of each.

Rivers and roads become strips because their sites lie in pairs mirrored at the bank: the Voronoi edge between
the two of a pair is the bank. Everything else is scattered: blocks of fields with a direction of their own,
hill compartments, settlements and ponds of finer grain.
"""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np
import numpy.typing as npt
from scipy.spatial import cKDTree

from .landscape import Corridor, Landscape
from .terrain import Points, normals

# A corridor of an earlier kind cuts those of a later kind.
KINDS = (
    "motorway",
    "railway",
    "county road",
    "river",
    "street",
    "stream",
    "village road",
    "ditch",
    "planned road",
)
OUTSIDE, ADOPT, CORRIDOR, FREE = range(4)


@dataclass
class Sites:
    """Sites as columns. `group` joins sites of one code into one parcel; ADOPT sites join a neighbour."""

    xy: Points
    role: npt.NDArray[np.int8]
    code: npt.NDArray[np.str_]
    group: npt.NDArray[np.int64]
    roughness: npt.NDArray[np.float64]
    settlement: npt.NDArray[np.str_]
    planned_road: npt.NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.xy)

    def take(self, chosen: npt.NDArray[np.bool_]) -> Sites:
        """The chosen sites."""
        return Sites(*(getattr(self, field.name)[chosen] for field in fields(self)))


def make(
    xy: Points,
    code: object,
    group: object,
    *,
    role: int = FREE,
    roughness: float = 0.0,
    settlement: object = "",
    planned_road: bool = False,
) -> Sites:
    """Sites with columns given as scalars or arrays."""
    count = len(xy)
    return Sites(
        xy=np.asarray(xy, dtype=float).reshape(count, 2),
        role=np.full(count, role, dtype=np.int8),
        code=np.broadcast_to(np.asarray(code, dtype="U5"), count).copy(),
        group=np.broadcast_to(np.asarray(group, dtype=np.int64), count).copy(),
        roughness=np.full(count, roughness),
        settlement=np.broadcast_to(np.asarray(settlement, dtype="U4"), count).copy(),
        planned_road=np.full(count, planned_road),
    )


def join(parts: list[Sites]) -> Sites:
    """All parts one after the other."""
    return Sites(*(np.concatenate([getattr(part, f.name) for part in parts]) for f in fields(Sites)))


@dataclass(frozen=True)
class Strips:
    """The sites of all corridors, and how far free sites have to stay from the sites inside the strips."""

    sites: Sites
    reach_m: npt.NDArray[np.float64]

    def leave_free(self, xy: Points) -> npt.NDArray[np.bool_]:
        """True for points that dent no bank."""
        inner = np.isfinite(self.reach_m)
        free = np.ones(len(xy), dtype=bool)
        for reach in np.unique(self.reach_m[inner]):
            tree = cKDTree(self.sites.xy[self.reach_m == reach])
            distance, _ = tree.query(xy, distance_upper_bound=reach)
            free &= distance >= reach
        return free


def corridor_sites(land: Landscape) -> Strips:
    """Mirrored site rows of every corridor; where two meet, the one of the earlier kind goes on."""
    taken: list[tuple[cKDTree, float]] = []
    parts: list[Sites] = []
    reaches: list[npt.NDArray[np.float64]] = []
    for rank, kind in enumerate(KINDS):
        corridors = [corridor for corridor in land.corridors if corridor.kind == kind]
        if not corridors:
            continue
        rows = join([_rows_of(corridor, rank) for corridor in corridors])
        reach_m = np.concatenate([_reaches_of(corridor) for corridor in corridors])
        for half in sorted({corridor.half_m for corridor in corridors}):
            same = [corridor for corridor in corridors if corridor.half_m == half]
            tree = cKDTree(np.concatenate([corridor.line for corridor in same]))
            _cede_crossings(parts, tree, same[0], rank)
            # An outer site that lies on another corridor of this kind would punch a hole into it.
            distance, _ = tree.query(rows.xy, distance_upper_bound=half + _gap(half))
            kept = np.isfinite(reach_m) | (distance >= 0.88 * (half + _gap(half)))
            rows, reach_m = rows.take(kept), reach_m[kept]
        for tree, reach in taken:
            distance, _ = tree.query(rows.xy, distance_upper_bound=reach)
            rows, reach_m = rows.take(distance >= reach), reach_m[distance >= reach]
        parts.append(rows)
        reaches.append(reach_m)
        taken += [(cKDTree(corridor.line), corridor_reach(corridor)) for corridor in corridors]
        taken = _merge_trees(taken)
    return Strips(join(parts), np.concatenate(reaches))


def corridor_reach(corridor: Corridor) -> float:
    """Distance from the centre line within which a foreign site would dent the bank."""
    return corridor.half_m + 1.3 * float(np.hypot(_gap(corridor.half_m), corridor.step_m / 2))


def _reaches_of(corridor: Corridor) -> npt.NDArray[np.float64]:
    """Reach of the inner rows, infinite for the bank rows; in the order of `_rows_of`."""
    gap = _gap(corridor.half_m)
    inner = 1 if gap == corridor.half_m else 2
    reach = gap + 1.3 * float(np.hypot(gap, corridor.step_m / 2))
    return np.repeat([reach, np.inf], np.array([inner, 2]) * len(corridor.line))


def _gap(half_m: float) -> float:
    return min(half_m, 9.0)


def _rows_of(corridor: Corridor, rank: int) -> Sites:
    side = normals(corridor.line)
    half, gap = corridor.half_m, _gap(corridor.half_m)
    inner = [0.0] if gap == half else [half - gap, gap - half]
    code, group = ("", 0) if corridor.planned else (corridor.code, rank)
    role = ADOPT if corridor.planned else CORRIDOR
    middle = [
        make(corridor.line + side * shift, code, group, role=role, planned_road=corridor.planned)
        for shift in inner
    ]
    banks = [make(corridor.line + side * shift, "", 0, role=ADOPT) for shift in (half + gap, -half - gap)]
    return join([*middle, *banks])


def _cede_crossings(parts: list[Sites], tree: cKDTree, corridor: Corridor, rank: int) -> None:
    """Let a corridor of a later kind reach the bank of an earlier one: it gets the bank sites in its way."""
    for part in parts:
        width = max(corridor.half_m, 0.5 * corridor.step_m)
        distance, _ = tree.query(part.xy, distance_upper_bound=width)
        met = (part.role == ADOPT) & (distance < width) & ~part.planned_road
        if corridor.planned:
            part.planned_road |= met
        else:
            part.role[met], part.code[met], part.group[met] = CORRIDOR, corridor.code, rank


def _merge_trees(taken: list[tuple[cKDTree, float]]) -> list[tuple[cKDTree, float]]:
    reaches = sorted({reach for _, reach in taken})
    return [
        (cKDTree(np.concatenate([tree.data for tree, other in taken if other == reach])), reach)
        for reach in reaches
    ]


def lattice(
    centres: Points,
    angles: npt.NDArray[np.float64],
    spacing: tuple[float, float],
    radius_m: float,
    jitter: float,
    rng: np.random.Generator,
    stagger: float = 0.5,
) -> tuple[Points, npt.NDArray[np.intp]]:
    """Jittered lattices round the centres, each turned by its angle; and the centre of each point."""
    columns = np.arange(-radius_m, radius_m + spacing[0], spacing[0])
    rows = np.arange(-radius_m, radius_m + spacing[1], spacing[1])
    u, v = np.meshgrid(columns, rows)
    u = u + (np.arange(len(rows)) % 2)[:, None] * spacing[0] * stagger
    template = np.stack([u.ravel(), v.ravel()], axis=1)
    template = template[np.hypot(*template.T) <= radius_m]
    points = np.broadcast_to(template, (len(centres), *template.shape)).copy()
    points += rng.uniform(-jitter, jitter, points.shape) * np.array(spacing)
    cos, sin = np.cos(angles)[:, None], np.sin(angles)[:, None]
    turned = np.stack(
        [points[..., 0] * cos - points[..., 1] * sin, points[..., 0] * sin + points[..., 1] * cos], axis=-1
    )
    owner = np.repeat(np.arange(len(centres)), len(template))
    return (turned + centres[:, None, :]).reshape(-1, 2), owner


def thin(sites: Sites, apart_m: float = 2.0) -> Sites:
    """Without those that lie within `apart_m` of an earlier one: their cells would have no width."""
    pairs = cKDTree(sites.xy).query_pairs(apart_m, output_type="ndarray")
    kept = np.ones(len(sites), dtype=bool)
    kept[pairs.max(axis=1)] = False
    return sites.take(kept)
