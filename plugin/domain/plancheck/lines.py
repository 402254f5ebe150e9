# SPDX-License-Identifier: GPL-2.0-or-later
"""Control lines bound to a rule pack: sub-types dispatched, zones understood, features told apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
import shapely

from ..areas import WorkPlane
from ..errors import RuleError
from ..geometry import MULTIPOLYGON, POLYGON
from ..notes import NoteBook
from ..rules import ANYWHERE, INSIDE, STATUSES, RulePack, has_rings, refuse_evaluation_layer, zone_of
from .keys import feature_tokens, geometry_hashes
from .layers import ControlLine, Geometries, Texts
from .subtypes import dispatch_lines


@dataclass(frozen=True)
class BoundLine:
    """A control line with a zone id per feature ("" = no zone) and a stable token per feature.

    ``geometry`` are the polygons that rules speak about at ``place``: the features
    themselves, ground at a distance from them that the rule ``ring`` states, or, for rules
    that hold anywhere, nothing.
    """

    line: ControlLine
    geometry: Geometries
    zones: Texts
    tokens: Texts
    doubled: npt.NDArray[np.bool_]
    zones_known: bool
    place: str = INSIDE
    ring: str = ""


def bind_lines(
    lines: Sequence[ControlLine], pack: RulePack, plane: WorkPlane, notes: NoteBook
) -> list[BoundLine]:
    """Check type, status and zone values of each line, and order the lines independently of the caller.

    Collective layers are split by sub-type first. Without zone values the features count as
    the line type's default zone, which is noted. Raises ``RuleError`` for an unknown type,
    status, sub-type or zone value, for a layer without usable geometry and for an
    evaluation layer that only looks like the line.
    """
    for line in lines:
        _check_line(line, pack)
    bound = [_bind(line, pack, plane, notes) for line in dispatch_lines(lines, notes)]
    return _tell_layers_apart(sorted(bound, key=order_of), plane)


def order_of(item: BoundLine) -> tuple[str, str, str, str, list[str]]:
    """Sort key of a bound line, whatever order the caller has them in."""
    return item.line.line_type, item.line.layer, item.place, item.ring, sorted(item.tokens)


def bind_anywhere(line_types: Iterable[str]) -> list[BoundLine]:
    """Lines without features, for the rules that hold wherever the plan lies."""
    nothing = np.empty(0, dtype=object)
    none = np.empty(0, dtype=bool)
    return [
        BoundLine(ControlLine(name, "", nothing), nothing, nothing, nothing, none, True, ANYWHERE)
        for name in line_types
    ]


def lines_of_ground(item: BoundLine, bound: Sequence[BoundLine]) -> list[BoundLine]:
    """The lines that are one when it comes to what is outside: a draft never widens a legal line."""
    ground = item.line.line_type, item.line.status, item.place
    return [other for other in bound if (other.line.line_type, other.line.status, other.place) == ground]


def polygons_of(geometry: Geometries) -> Geometries:
    """The polygons among the features; None in place of lines."""
    areal = np.isin(shapely.get_type_id(geometry), (POLYGON, MULTIPOLYGON))
    polygons = geometry.copy()
    polygons[~areal] = None
    return polygons


def note_doubled_ids(layer: str, ids: Iterable[object], notes: NoteBook) -> None:
    """Tell that features share an id, so that their findings are known again by geometry too."""
    names = [str(name) for name in ids]
    notes.add(
        "duplicate_ids",
        "Layer {layer}: features that share their id with another one: {count}. Their findings are "
        "recognised by id and geometry. Give every feature an id of its own.",
        count=len(names),
        ids=sorted(set(names)),
        layer=layer,
    )


def _check_line(line: ControlLine, pack: RulePack) -> None:
    if line.line_type not in pack.line_types.index:
        raise RuleError(
            "Layer “{layer}”: line type “{line_type}” is unknown; known are {known}.",
            layer=line.layer,
            line_type=line.line_type,
            known=", ".join(pack.line_types.index),
        )
    if line.status not in STATUSES:
        raise RuleError(
            "Layer “{layer}”: line status “{status}” is unknown; choose one of {known}.",
            layer=line.layer,
            status=line.status,
            known=", ".join(STATUSES),
        )
    of_type = pack.rules.index[pack.rules["line_type"] == line.line_type]
    at_distance = any(has_rings(pack.rings, rule_id) for rule_id in of_type)
    usable = line.geometry if at_distance else polygons_of(line.geometry)
    if shapely.is_missing(usable).all():
        raise RuleError(
            "Control line “{layer}” has no polygons, so nothing can be checked against it. "
            "Leave it out or choose another layer.",
            layer=line.layer,
        )
    refuse_evaluation_layer(line.layer, line.line_type)


def _bind(line: ControlLine, pack: RulePack, plane: WorkPlane, notes: NoteBook) -> BoundLine:
    zones, known = _zones_of(line, pack, notes)
    tokens, doubled = feature_tokens(line.ids, line.geometry, plane)
    if doubled.any() and line.ids is not None:
        note_doubled_ids(line.layer, line.ids[doubled], notes)
    return BoundLine(line, polygons_of(line.geometry), zones, tokens, doubled, known)


def _tell_layers_apart(bound: Sequence[BoundLine], plane: WorkPlane) -> list[BoundLine]:
    """The lines with tokens that no two layers of one type share, so that findings have keys of their own.

    A layer in force keeps its tokens beside a draft with the same ids; layers of equal
    standing are told apart by geometry, and copies by a running number.
    """
    seen: Counter[tuple[str, str]] = Counter()
    apart = []
    for item in bound:
        line = item.line
        rivals = [one for one in bound if one is not item and one.line.line_type == line.line_type]
        before = _tokens_of(one for one in rivals if _rank(one) < _rank(item))
        beside = _tokens_of(one for one in rivals if _rank(one) == _rank(item))
        tokens = item.tokens.copy()
        shared = np.flatnonzero([token in beside for token in item.tokens])
        tokens[shared] = [
            f"{token}#{digest}"
            for token, digest in zip(tokens[shared], geometry_hashes(line.geometry[shared], plane))
        ]
        drawn = np.flatnonzero([token in before for token in item.tokens])
        tokens[drawn] = [f"{token}@{line.status}" for token in tokens[drawn]]
        for row, token in enumerate(tokens):
            seen[line.line_type, token] += 1
            if seen[line.line_type, token] > 1:
                tokens[row] = f"{token}~{seen[line.line_type, token]}"
        apart.append(replace(item, tokens=tokens))
    return apart


def _rank(item: BoundLine) -> int:
    return STATUSES.index(item.line.status)


def _tokens_of(items: Iterable[BoundLine]) -> set[str]:
    return {str(token) for item in items for token in item.tokens}


def _zones_of(line: ControlLine, pack: RulePack, notes: NoteBook) -> tuple[Texts, bool]:
    default = str(pack.line_types.at[line.line_type, "default_zone"])
    zones = np.full(len(line.geometry), default, dtype=object)
    if not (pack.zones["line_type"] == line.line_type).any():
        return zones, True
    raw = np.full(len(zones), None, dtype=object) if line.zones is None else line.zones
    blank = np.array([value is None or not str(value).strip() for value in raw], dtype=bool)
    known = {str(value): zone_of(pack, line.line_type, str(value), line.layer) for value in set(raw[~blank])}
    zones[~blank] = [known[str(value)] for value in raw[~blank]]
    if blank.any() and default:
        notes.add(
            "no_zone",
            "Control line {layer}: features without a zone, checked as zone “{zone}”: {count}. Choose the "
            "zone field of the layer, or fill in the zones.",
            count=int(blank.sum()),
            layer=line.layer,
            zone=default,
        )
    elif blank.any():
        notes.add(
            "no_zone",
            "Control line {layer}: features without a zone, on which zone rules do not run: {count}. Choose "
            "the zone field of the layer, or fill in the zones.",
            count=int(blank.sum()),
            layer=line.layer,
        )
    return zones, not blank.all()
