# SPDX-License-Identifier: GPL-2.0-or-later
"""Ground at a distance from a control line, as rules state it by zone: rings around lines and polygons."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

import numpy as np
import shapely

from ..geometry import MULTIPOLYGON, POLYGON, polygonal_parts, union_of
from ..notes import NoteBook
from ..progress import Progress
from ..rules import BUFFER, Ring, RulePack, has_rings, ring_of
from .layers import Geometries
from .lines import BoundLine, order_of

#: Called between two calls of GEOS; raises ``Cancelled`` when the user stops.
Tick = Callable[[], None]

#: Vertices of a line that are buffered at a time: wide buffers of long pieces cross themselves a lot.
CHUNK_VERTICES = 64
#: How far the straight sides of a rounded corner may lie within the true arc.
SAGITTA_M = 0.05
#: Neighbouring buffers united in one step.
UNITED = 8


def add_rings(
    bound: Sequence[BoundLine], pack: RulePack, notes: NoteBook, progress: Progress
) -> list[BoundLine]:
    """The bound lines, with one more for every rule that speaks at a distance from its line.

    Each feature gets the ring of its zone: from ``inner_m`` to ``outer_m`` outward from the
    edge of a polygon, to both sides of a line. Features whose zone has no distance under any
    rule are noted (``no_distance``).
    """
    made = []
    for number, item in enumerate(bound):
        rules = [name for name in _rules_of(item, pack) if has_rings(pack.rings, name)]
        tick = partial(progress, number / len(bound))
        made += [_ring_line(item, rule_id, pack, tick) for rule_id in rules]
        if rules:
            _note_no_distance(item, made[-len(rules) :], notes)
    return sorted([*bound, *made], key=order_of)


def ring_around(feature: shapely.Geometry, ring: Ring, tick: Tick) -> shapely.Geometry:
    """The ground from ``inner_m`` to ``outer_m`` of a line or outward from a polygon (a plane in metres).

    Rounded corners are polygons within ``SAGITTA_M`` of the arc.
    """
    areal = _is_areal(feature)
    if areal and ring.lines_only:
        return feature
    chunks = _chunks(_edge_of(feature))
    ground = _reach(chunks, ring.outer_m, tick)
    if ring.inner_m > 0.0:
        ground = shapely.difference(ground, _reach(chunks, ring.inner_m, tick))
    if areal and ring.polygon_too:
        return union_of(np.array([ground, feature], dtype=object))
    return shapely.difference(ground, feature) if areal else ground


def _is_areal(feature: shapely.Geometry) -> bool:
    return shapely.get_type_id(feature) in (POLYGON, MULTIPOLYGON)


def _edge_of(feature: shapely.Geometry) -> shapely.Geometry:
    return shapely.boundary(feature) if _is_areal(feature) else feature


def _rules_of(item: BoundLine, pack: RulePack) -> list[str]:
    return [str(name) for name in pack.rules.index[pack.rules["line_type"] == item.line.line_type]]


def _ring_line(item: BoundLine, rule_id: str, pack: RulePack, tick: Tick) -> BoundLine:
    rings = {zone: ring_of(pack.rings, rule_id, zone) for zone in set(item.zones)}
    geometry = np.full(len(item.zones), None, dtype=object)
    before = geometry.copy()
    for row, (feature, zone) in enumerate(zip(item.line.geometry, item.zones)):
        ring = rings[zone]
        if ring is not None and feature is not None:
            geometry[row] = ring_around(feature, ring, tick)
            if ring.inner_m > 0.0 and geometry[row] is not feature:
                before[row] = _reach(_chunks(_edge_of(feature)), ring.inner_m, tick)
        elif feature is item.geometry[row] and _is_ground(rule_id, pack):
            geometry[row] = feature
    geometry = _beyond_all(geometry, before, tick)
    return replace(item, geometry=polygonal_parts(geometry), place=BUFFER, ring=rule_id)


def _beyond_all(rings: Geometries, before: Geometries, tick: Tick) -> Geometries:
    """The rings without the ground before the ring of any feature: a road drawn in pieces is one road."""
    ring, ground = shapely.STRtree(before).query(rings, predicate="intersects")
    cut = rings.copy()
    for row in np.unique(ring):
        tick()
        cut[row] = shapely.difference(rings[row], union_of(before[ground[ring == row]]))
    return cut


def _is_ground(rule_id: str, pack: RulePack) -> bool:
    """Whether polygons are the protected ground themselves, so that no zone has to tell a distance."""
    rows = pack.rings[pack.rings["rule_id"] == rule_id]
    return bool((rows["geometry"] == "line").all())


def _chunks(lines: shapely.Geometry) -> Geometries:
    """The parts of lines with at most ``CHUNK_VERTICES`` vertices, in their order; ends are shared."""
    chunks = []
    for line in shapely.get_parts([lines]):
        xy = shapely.get_coordinates(line)
        starts = range(0, max(len(xy) - 1, 1), CHUNK_VERTICES - 1)
        chunks += [shapely.linestrings(xy[start : start + CHUNK_VERTICES]) for start in starts]
    return np.array(chunks, dtype=object)


def _reach(chunks: Geometries, distance_m: float, tick: Tick) -> shapely.Geometry:
    """All ground within a distance of the chunks, united step by step."""
    segments = math.ceil(math.pi / 4.0 / math.acos(max(1.0 - SAGITTA_M / distance_m, 0.0)))
    grounds = []
    for chunk in chunks:
        tick()
        grounds.append(shapely.buffer(chunk, distance_m, quad_segs=max(segments, 8)))
    while len(grounds) > 1:
        groups = [grounds[start : start + UNITED] for start in range(0, len(grounds), UNITED)]
        grounds = []
        for group in groups:
            tick()
            grounds.append(union_of(np.array(group, dtype=object)))
    return grounds[0]


def _note_no_distance(item: BoundLine, made: Sequence[BoundLine], notes: NoteBook) -> None:
    nowhere = np.all([shapely.is_missing(ring.geometry) for ring in made], axis=0)
    zoned = np.array([bool(zone) for zone in item.zones], dtype=bool)
    rows = np.flatnonzero(nowhere & zoned)
    if len(rows):
        notes.add(
            "no_distance",
            "Control line {layer}: features of a zone for which the rules name no distance: {count} "
            "({zones}). Nothing is checked around them. Give the distances in the table of the rule pack.",
            count=len(rows),
            ids=() if item.line.ids is None else item.line.ids[rows],
            layer=item.line.layer,
            zones=", ".join(sorted(set(item.zones[rows]))),
        )
