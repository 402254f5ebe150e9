# SPDX-License-Identifier: GPL-2.0-or-later
"""The parts of plan parcels on which a rule can speak: inside a control feature, or outside a whole line.

Rules decide first: a parcel whose code no rule of a line questions never reaches geometry.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import shapely

from ..areas import WorkPlane
from ..overlay import Overlay, difference_from_union, overlay
from ..progress import Progress, part
from ..rules import INSIDE, OUTSIDE, RulePack, judge
from .layers import Geometries, PlanDraft, Texts
from .lines import BoundLine

Rows = npt.NDArray[np.intp]
Flags = npt.NDArray[np.bool_]

#: In place of the row of a control feature: the piece lies outside the whole line.
OUTSIDE_ROW = -1


@dataclass(frozen=True)
class Pieces:
    """One row per parcel and control feature, or per parcel and line for the part outside it.

    ``parcel`` is a row of the plan, ``line`` a position among the bound lines, ``feature``
    a row of that line or ``OUTSIDE_ROW``; ``geometry`` lies in the work plane, and is the
    parcel itself (the same object) where the whole parcel is meant.
    """

    parcel: Rows
    line: Rows
    feature: Rows
    geometry: Geometries

    def take(self, rows: Rows) -> Pieces:
        """The pieces in these rows."""
        return Pieces(self.parcel[rows], self.line[rows], self.feature[rows], self.geometry[rows])


def find_pieces(
    plan: PlanDraft,
    bound: Sequence[BoundLine],
    pack: RulePack,
    plane: WorkPlane,
    rule: str,
    *,
    progress: Progress,
    threads: int | None,
) -> Pieces:
    """All parts of parcels that some rule of a line may turn into a finding, line by line.

    Outside means outside all lines of one type together.
    """
    search = _Search(plan, bound, pack, plane, rule, threads)
    found = []
    for number in range(len(bound)):
        found.extend(search.pieces_of(number, part(progress, number / len(bound), (number + 1) / len(bound))))
    return _stack(found)


def checkable(plan: PlanDraft) -> Flags:
    """Whether a parcel has both a code and a geometry."""
    has_code: Flags = np.array([code is not None for code in plan.codes], dtype=bool)
    has_code &= ~shapely.is_missing(plan.geometry)
    return has_code


@dataclass(frozen=True)
class _Search:
    plan: PlanDraft
    bound: Sequence[BoundLine]
    pack: RulePack
    plane: WorkPlane
    rule: str
    threads: int | None

    def pieces_of(self, number: int, progress: Progress) -> list[Pieces]:
        """The pieces of one line: inside its features, and outside its type with the first line of it."""
        plan, item = self.plan, self.bound[number]
        line_type = item.line.line_type
        same = [other for other in self.bound if other.line.line_type == line_type]
        inside = _questioned(plan, self.pack, line_type, sorted(set(item.zones)), INSIDE)
        outside = _questioned(plan, self.pack, line_type, [""], OUTSIDE) & (same[0] is item)
        rows = np.flatnonzero(inside | outside)
        pairs = self._overlay(rows, item.line.geometry, part(progress, 0.0, 0.6))
        pieces = [_inside_pieces(plan, pairs, rows, item, number, self.pack)]
        local = np.flatnonzero(outside[rows])
        if len(local) == 0:
            return pieces
        union = item.line.geometry
        if len(same) > 1:
            union = np.concatenate([other.line.geometry for other in same])
            pairs = self._overlay(rows, union, part(progress, 0.6, 0.8))
        rest = difference_from_union(
            plan.geometry[rows], union, pairs, local, progress=part(progress, 0.8, 1.0), threads=self.threads
        )
        return [*pieces, _outside_pieces(rows[local], rest, number)]

    def _overlay(self, rows: Rows, right: Geometries, progress: Progress) -> Overlay:
        return overlay(
            self.plan.geometry[rows],
            right,
            measure=lambda geoms: self.plane.measure(geoms, self.rule),
            left_area_m2=self.plan.measured_m2[rows],
            keep_geometry=True,
            progress=progress,
            threads=self.threads,
        )


def _questioned(plan: PlanDraft, pack: RulePack, line_type: str, zones: Sequence[str], place: str) -> Flags:
    """Parcels whose code some rule forbids, makes conditional or does not list, whatever the base says.

    A code without base information is never judged milder than with it, so this look-up
    misses nothing.
    """
    codes = set(plan.codes[checkable(plan)])
    asked = {code for code in codes if any(judge(pack, line_type, zone, place, code, None) for zone in zones)}
    questioned: Flags = np.array([code in asked for code in plan.codes], dtype=bool)
    questioned &= checkable(plan)
    return questioned


def _inside_pieces(
    plan: PlanDraft, pairs: Overlay, rows: Rows, item: BoundLine, number: int, pack: RulePack
) -> Pieces:
    parcel = rows[pairs.left]
    line_type = item.line.line_type
    asked = {
        (zone, code): bool(judge(pack, line_type, zone, INSIDE, code, None))
        for zone, code in set(zip(item.zones[pairs.right], plan.codes[parcel]))
    }
    kept = [asked[key] for key in zip(item.zones[pairs.right], plan.codes[parcel])]
    chosen = np.flatnonzero(np.array(kept, dtype=bool))
    geometry = pairs.geometry[chosen]
    whole = pairs.covered[chosen]
    geometry[whole] = plan.geometry[parcel[chosen[whole]]]
    return Pieces(parcel[chosen], np.full(len(chosen), number), pairs.right[chosen], geometry)


def _outside_pieces(parcel: Rows, rest: Geometries, number: int) -> Pieces:
    chosen = np.flatnonzero(~shapely.is_missing(rest))
    count = len(chosen)
    return Pieces(parcel[chosen], np.full(count, number), np.full(count, OUTSIDE_ROW), rest[chosen])


def _stack(found: Sequence[Pieces]) -> Pieces:
    nothing = np.empty(0, dtype=np.intp)

    def join(name: str) -> Rows:
        rows: Rows = np.concatenate([nothing, *(getattr(pieces, name) for pieces in found)]).astype(np.intp)
        return rows

    geometry = np.concatenate([np.empty(0, dtype=object), *(pieces.geometry for pieces in found)])
    return Pieces(join("parcel"), join("line"), join("feature"), geometry.astype(object))


def canonical_order(pieces: Pieces, plan_tokens: Texts, bound: Sequence[BoundLine]) -> Rows:
    """The order of the pieces by what they are, not by where their features stand in the layers.

    ``plan_tokens`` has a stable text for each parcel of the plan that has a piece.
    """
    keys = [
        (plan_tokens[parcel], line, "" if feature == OUTSIDE_ROW else bound[line].tokens[feature])
        for parcel, line, feature in zip(pieces.parcel, pieces.line, pieces.feature)
    ]
    return np.array(sorted(range(len(keys)), key=keys.__getitem__), dtype=np.intp)
