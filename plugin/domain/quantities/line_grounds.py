# SPDX-License-Identifier: GPL-2.0-or-later
"""How much ground control lines hold, by type, zone and unit."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..geometry import Flags, Floats, Geometries
from ..notes import NoteBook
from ..plancheck.lines import BoundLine, bind_lines
from ..progress import Progress, part, silent
from ..rules import LEGAL, RulePack
from ..units import M2_PER_HA
from .ground import Ground, lay_out, sum_by
from .layers import Measuring, OfficialLine, Texts

MARINE = "marine"
#: Written in place of a zone: every zone but the marine one.
LAND = "land"


@dataclass(frozen=True)
class LineGround:
    """The features of one line type, laid out on the units; ``official`` tells stated from measured areas."""

    line_type: str
    ground: Ground
    zones: Texts
    zones_known: bool
    legal: bool
    official: bool
    layers: tuple[str, ...]

    def area_ha(self, zone: str, units: int) -> Floats:
        """Area in ha: of the whole line, then of each unit. ``zone`` "" = all, "land" = all but marine."""
        wanted = self.in_zone(zone)
        whole = math.fsum(self.ground.parcel_m2[wanted])
        pieces = wanted[self.ground.parcel]
        by_unit = sum_by(self.ground.area_m2[pieces], self.ground.unit[pieces], units)
        return np.concatenate(([whole], by_unit)) / M2_PER_HA

    def geometry(self, zone: str) -> Geometries:
        """Ground of a zone as polygons that do not overlap."""
        shapes: Geometries = self.ground.geometry[self.in_zone(zone)[self.ground.parcel]]
        return shapes

    def has_zone(self, zone: str) -> bool:
        """Whether the zone can be told: it is the whole line, or the layer knows zones and has it."""
        if zone == LAND:
            return self.zones_known
        return zone == "" or (self.zones_known and bool(self.in_zone(zone).any()))

    def in_zone(self, zone: str) -> Flags:
        """Which features lie in a zone."""
        if zone == LAND:
            return np.asarray(self.zones != MARINE, dtype=bool)
        return np.asarray((self.zones == zone) if zone else np.ones(len(self.zones)), dtype=bool)


def lay_out_lines(
    lines: Sequence[OfficialLine],
    pack: RulePack,
    units: Geometries | None,
    how: Measuring,
    notes: NoteBook,
    progress: Progress = silent,
) -> dict[str, LineGround]:
    """The ground of every line type at hand, counted once where features or layers overlap."""
    bound = bind_lines([item.line for item in lines], pack, how.plane, notes)
    official = {id(item.line): item.area_m2 for item in lines}
    by_type: dict[str, list[BoundLine]] = {}
    for item in bound:
        by_type.setdefault(item.line.line_type, []).append(item)
    found = {}
    for number, (line_type, members) in enumerate(by_type.items()):
        share = part(progress, number / len(by_type), (number + 1) / len(by_type))
        found[line_type] = _lay_out_type(line_type, members, official, units, how, notes, share)
    return found


def _lay_out_type(
    line_type: str,
    members: Sequence[BoundLine],
    official: dict[int, Floats | None],
    units: Geometries | None,
    how: Measuring,
    notes: NoteBook,
    progress: Progress,
) -> LineGround:
    geometry = np.concatenate([item.line.geometry for item in members])
    measured = how.areas_m2(geometry)
    stated = [official[id(item.line)] for item in members]
    parts = np.split(measured, np.cumsum([len(item.line.geometry) for item in members])[:-1])
    area = np.concatenate([own if own is not None else seen for own, seen in zip(stated, parts)])
    layers = tuple(dict.fromkeys(item.line.layer for item in members))
    tokens = np.concatenate([item.tokens for item in members])
    ground = lay_out(geometry, area, measured, tokens, ", ".join(layers), units, how, notes, progress)
    return LineGround(
        line_type,
        ground,
        np.concatenate([item.zones for item in members]),
        any(item.zones_known for item in members),
        all(item.line.status == LEGAL for item in members),
        all(own is not None for own in stated),
        layers,
    )
