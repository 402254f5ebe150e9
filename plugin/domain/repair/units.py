# SPDX-License-Identifier: GPL-2.0-or-later
"""Units of ground that get one use together: faces alike, and what is too small to stand by itself."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from .candidates import Judge, Options, Places, Site
from .choose import Chooser, Lot
from .faces import CRUMB_M2, Faces
from .minimum import smallest_part_m2
from .places import Cover


@dataclass(frozen=True)
class Trait:
    """What a face is: in error or not, its places and its cover."""

    error: bool
    places: Places
    cover: Cover


@dataclass(frozen=True)
class Unit:
    """Faces that get one use: ``options`` may stand on all of them; ``error``: some of them must change."""

    faces: tuple[int, ...]
    lots: tuple[Lot, ...]
    sites: tuple[Site, ...]
    options: Options
    error: bool

    @property
    def area_m2(self) -> float:
        """Area by the area rule."""
        return math.fsum(lot.area_m2 for lot in self.lots)


def crumbs_absorbed(faces: Faces) -> list[int]:
    """The face that each face goes with: crumbs of rounding go with their neighbour of the longest border."""
    area_m2 = faces.area_m2
    owner = list(range(len(area_m2)))
    for face, borders in enumerate(faces.border_m):
        solid = {other: border for other, border in borders.items() if area_m2[other] > CRUMB_M2}
        if area_m2[face] <= CRUMB_M2 and solid:
            owner[face] = max(solid, key=lambda other: (solid[other], -other))
    return owner


def alike(chosen: Iterable[int], same: Callable[[int, int], bool], faces: Faces) -> list[tuple[int, ...]]:
    """Connected groups of chosen faces in which neighbours are the same, in order of their first face."""
    waiting = set(chosen)
    groups = []
    for start in sorted(waiting):
        if start not in waiting:
            continue
        waiting.discard(start)
        group, stack = [start], [start]
        while stack:
            face = stack.pop()
            found = [n for n in sorted(faces.border_m[face]) if n in waiting and same(face, n)]
            waiting.difference_update(found)
            group.extend(found)
            stack.extend(found)
        groups.append(tuple(sorted(group)))
    return groups


@dataclass(frozen=True)
class Merger:
    """Lets units of one parcel that cannot stand by themselves take the use of a neighbour."""

    planned: str
    faces: Faces
    judge: Judge
    chooser: Chooser

    def merge(self, units: Sequence[Unit]) -> list[Unit]:
        """The units after the small ones have joined others.

        Small is a unit below the minimum mapped area of the use that it would get; ground
        without an error is only among the units because what keeps the planned use would be
        too small. The smallest one comes first and joins the neighbour of the longest common
        border whose use may stand on it too; without such a neighbour it stays as it is.
        """
        settled: list[Unit] = []
        waiting = sorted(units, key=_by_size)
        while waiting:
            unit = waiting.pop(0)
            found = self._partner(unit, [*settled, *waiting])
            if found is None:
                settled.append(unit)
                continue
            partner, joined = found
            settled = [other for other in settled if other is not partner]
            waiting = sorted([joined, *(other for other in waiting if other is not partner)], key=_by_size)
        return settled

    def _partner(self, unit: Unit, others: Sequence[Unit]) -> tuple[Unit, Unit] | None:
        """The neighbour that a small unit joins, and both together."""
        code = self.chooser.choose(unit.options, self.planned, unit.lots)
        if unit.error and (code is None or unit.area_m2 >= smallest_part_m2(code)):
            return None
        touching = [(_border_m(unit, other, self.faces), other) for other in others]
        touching = [(border, other) for border, other in touching if border > 0.0]
        for _, other in sorted(touching, key=lambda item: (-item[0], -item[1].area_m2, item[1].faces)):
            joined = self._joined(unit, other)
            if joined is not None:
                return other, joined
        return None

    def _joined(self, unit: Unit, partner: Unit) -> Unit | None:
        """Both units with the use that the weightier one gets by itself, if it may stand on both."""
        keeper, other = (unit, partner) if unit.error and not partner.error else (partner, unit)
        code = self.chooser.choose(keeper.options, self.planned, keeper.lots) if keeper.error else None
        if code is None:
            return None
        tiers = [self.judge.tier(site, code, self.planned) for site in other.sites]
        allowed = [tier for tier in tiers if tier is not None and tier <= keeper.options[code]]
        if len(allowed) < len(tiers):
            return None
        return Unit(
            tuple(sorted((*unit.faces, *partner.faces))),
            (*unit.lots, *partner.lots),
            (*unit.sites, *partner.sites),
            {code: keeper.options[code]},
            error=True,
        )


def _by_size(unit: Unit) -> tuple[float, tuple[int, ...]]:
    return unit.area_m2, unit.faces


def _border_m(one: Unit, other: Unit, faces: Faces) -> float:
    return math.fsum(faces.border_m[a].get(b, 0.0) for a in one.faces for b in other.faces)
