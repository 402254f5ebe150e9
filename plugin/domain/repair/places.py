# SPDX-License-Identifier: GPL-2.0-or-later
"""In which lines and on which land cover ground lies: every line, whatever it says of the planned use."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import shapely

from ..areas import WorkPlane
from ..geometry import AreaMeasure, Geometries
from ..notes import NoteBook
from ..overlay import overlay
from ..plancheck import BaseCover, ControlLine
from ..plancheck.buffers import add_rings
from ..plancheck.lines import BoundLine, bind_anywhere, bind_lines
from ..progress import Progress, part
from ..rules import ANYWHERE, INSIDE, OUTSIDE, RulePack, line_types_at


class Place(NamedTuple):
    """Where ground lies, as rules ask.

    Line type, zone of the feature, place (inside, outside, buffer, anywhere), the rule whose
    distance made a buffer, and the status of the line.
    """

    line_type: str
    zone: str
    where: str
    ring: str
    status: str


class Cover(NamedTuple):
    """Present land cover: 2023 code and carbon class, None where not known."""

    code: str | None
    land_class: str | None


UNKNOWN_COVER = Cover(None, None)


@dataclass(frozen=True)
class Surroundings:
    """What lies on each decided ground: one row per ground and line feature or land-cover polygon.

    ``inside`` has ``(place, geometry)`` of each line feature, ``cover`` ``(cover, geometry)``
    of each land-cover polygon; geometries are the common parts.
    """

    inside: list[list[tuple[Place, shapely.Geometry]]]
    cover: list[list[tuple[Cover, shapely.Geometry]]]


def surroundings_of(
    grounds: Geometries,
    bound: Sequence[BoundLine],
    base: BaseCover | None,
    progress: Progress,
    threads: int | None,
) -> Surroundings:
    """Overlay decided grounds with all lines and the land cover near them."""
    inside: list[list[tuple[Place, shapely.Geometry]]] = [[] for _ in grounds]
    cover: list[list[tuple[Cover, shapely.Geometry]]] = [[] for _ in grounds]
    steps = len(bound) + 1
    for number, item in enumerate(bound):
        turn = part(progress, number / steps, (number + 1) / steps)
        for ground, feature, shape in _common(grounds, item.geometry, turn, threads):
            zone = str(item.zones[feature])
            place = Place(item.line.line_type, zone, item.place, item.ring, item.line.status)
            inside[ground].append((place, shape))
    if base is not None:
        turn = part(progress, len(bound) / steps, 1.0)
        for ground, row, shape in _common(grounds, base.geometry, turn, threads):
            cover[ground].append((Cover(base.codes[row], base.carbon_class[row]), shape))
    return Surroundings(inside, cover)


def bind_all(
    lines: Sequence[ControlLine], law: RulePack, plane: WorkPlane, progress: Progress
) -> list[BoundLine]:
    """All lines as a check of the plan sees them, with grounds at a distance and rules that hold anywhere."""
    # The check has told what is to be said about them.
    bound = add_rings(bind_lines(lines, law, plane, NoteBook()), law, NoteBook(), progress)
    return [*bound, *bind_anywhere(line_types_at(law, ANYWHERE))]


def places_at(met: Sequence[Place], bound: Sequence[BoundLine]) -> tuple[Place, ...]:
    """All places of ground that lies in these line features: it lies outside every other line.

    A draft line never widens a legal one, so the lines of one type count by status.
    """
    inside = {(place.line_type, place.status) for place in met if place.where == INSIDE}
    outside = {
        Place(item.line.line_type, "", OUTSIDE, "", item.line.status)
        for item in bound
        if item.place == INSIDE and (item.line.line_type, item.line.status) not in inside
    }
    anywhere = {
        Place(item.line.line_type, "", ANYWHERE, "", item.line.status)
        for item in bound
        if item.place == ANYWHERE
    }
    return tuple(sorted({*met, *outside, *anywhere}))


def _common(
    grounds: Geometries, layer: Geometries, progress: Progress, threads: int | None
) -> Iterator[tuple[int, int, shapely.Geometry]]:
    """Pairs of ground and feature with the ground they share, by ground, then feature."""
    near = np.unique(shapely.STRtree(layer).query(grounds)[1])
    if len(near) == 0:
        return
    measure: AreaMeasure = shapely.area
    pairs = overlay(
        grounds,
        layer[near],
        measure=measure,
        left_area_m2=np.asarray(shapely.area(grounds), dtype=np.float64),
        keep_geometry=True,
        progress=progress,
        threads=threads,
    )
    solid = np.flatnonzero(~shapely.is_missing(pairs.geometry))
    yield from zip(pairs.left[solid].tolist(), near[pairs.right[solid]].tolist(), pairs.geometry[solid])
