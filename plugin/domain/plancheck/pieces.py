# SPDX-License-Identifier: GPL-2.0-or-later
"""The parts of plan parcels on which a rule can speak: at a control feature, outside a line, or anywhere.

Rules decide first: a parcel whose code no rule of a line questions never reaches geometry.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import shapely

from ..overlay import Overlay, difference_from_union
from ..overlay.pairs import RightSide
from ..progress import Progress, part
from ..rules import ANYWHERE, INSIDE, OUTSIDE, STATUSES
from .cells import Splitter
from .layers import Geometries, PlanDraft, Texts
from .lines import BoundLine, lines_of_ground
from .present_use import PresentUse
from .questions import Asker, Flags, Rows
from .sides import Sides

#: In place of the row of a control feature: the piece lies outside the whole line, or needs none.
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
    asker: Asker,
    uses: PresentUse | None,
    splitter: Splitter,
    progress: Progress,
    sides: Sides | None = None,
) -> Pieces:
    """All parts of parcels that some rule of a line may turn into a finding, line by line.

    Outside means outside all lines of one type and status together. ``uses`` is None where
    no present use is known; ``sides`` are the lines made ready.
    """
    search = _Search(plan, bound, asker, uses, splitter, sides)
    found = search.pieces_anywhere(part(progress, 0.0, 0.2))
    placed = [number for number, item in enumerate(bound) if item.place != ANYWHERE]
    step = 0.8 / len(placed)
    for turn, number in enumerate(placed):
        share = part(progress, 0.2 + step * turn, 0.2 + step * (turn + 1))
        found.extend(search.pieces_of(number, share))
    return _stack(found)


def place_of_piece(item: BoundLine, feature: int) -> str:
    """Where a piece lies: in or near a feature, outside the line, or anywhere."""
    return OUTSIDE if item.place == INSIDE and feature == OUTSIDE_ROW else item.place


def outside_token(bound: Sequence[BoundLine], item: BoundLine) -> str:
    """What tells the ground outside a line apart where layers of several statuses make up its type."""
    here = {other.line.status for other in bound if other.line.line_type == item.line.line_type}
    first = min(here, key=STATUSES.index)
    return "" if item.line.status == first else f"@{item.line.status}"


@dataclass(frozen=True)
class _Search:
    plan: PlanDraft
    bound: Sequence[BoundLine]
    asker: Asker
    uses: PresentUse | None
    splitter: Splitter
    sides: Sides | None

    def pieces_of(self, number: int, progress: Progress) -> list[Pieces]:
        """The pieces of one line: at its features, and outside its type with the first line of it."""
        item = self.bound[number]
        same = lines_of_ground(item, self.bound)
        side = self.sides.features[number] if self.sides else None
        asked = self.asker.asked(item, sorted(set(item.zones)), item.place)
        beyond = self.asker.asked(item, [""], OUTSIDE)[""] & (item.place == INSIDE) & (same[0] is item)
        outside = self.asker.parcels(beyond)
        rows = np.flatnonzero(self.asker.parcels(_any_of(asked, len(beyond))) | outside)
        pairs = self._overlay(rows, item.geometry, part(progress, 0.0, 0.5), side)
        pieces = [self._at_features(pairs, rows, number, asked)]
        if self.uses is not None and item.place == INSIDE:
            found = self.uses.inside(item, asked, part(progress, 0.5, 0.7), side)
            pieces.append(_pieces_of(found.parcel, found.feature, found.geometry, number))
        local = np.flatnonzero(outside[rows])
        if len(local):
            union = np.concatenate([other.geometry for other in same])
            if len(same) > 1:
                together = self.sides.together[number] if self.sides else None
                pairs = self._overlay(rows, union, part(progress, 0.7, 0.8), together)
            rest = self._outside(rows, union, pairs, local, part(progress, 0.8, 1.0))
            pieces.append(_without_feature(rows[local], rest, number))
        return pieces

    def pieces_anywhere(self, progress: Progress) -> list[Pieces]:
        """Whole parcels whose code a rule without a line questions, and the ground of changes of use."""
        numbers = [number for number, item in enumerate(self.bound) if item.place == ANYWHERE]
        items = [self.bound[number] for number in numbers]
        by_code = replace(self.asker, base_given=False)
        codes = [by_code.asked(item, [""], ANYWHERE)[""] for item in items]
        found = []
        for number, keys in zip(numbers, codes):
            rows = np.flatnonzero(self.asker.parcels(keys))
            found.append(_without_feature(rows, self.plan.geometry[rows], number))
        if self.uses is None or not items:
            return found
        known = self.uses.codes
        changes = [self.asker.asked_of_change(item, known) & ~keys for item, keys in zip(items, codes)]
        for number, ground in zip(numbers, self.uses.anywhere(items, changes, progress)):
            found.append(_without_feature(ground.parcel, ground.geometry, number))
        return found

    def _overlay(self, rows: Rows, right: Geometries, progress: Progress, side: RightSide | None) -> Overlay:
        plan = self.plan
        return self.splitter.overlay(plan.geometry[rows], plan.measured_m2[rows], right, progress, side)

    def _outside(
        self, rows: Rows, union: Geometries, pairs: Overlay, local: Rows, progress: Progress
    ) -> Geometries:
        parcels = self.plan.geometry[rows]
        return difference_from_union(
            parcels, union, pairs, local, progress=progress, threads=self.splitter.threads
        )

    def _at_features(self, pairs: Overlay, rows: Rows, number: int, asked: dict[str, Flags]) -> Pieces:
        item = self.bound[number]
        parcel = rows[pairs.left]
        keys = self.asker.key_of[parcel]
        zones = item.zones[pairs.right]
        kept = np.zeros(len(parcel), dtype=bool)
        for zone, flags in asked.items():
            here = np.flatnonzero(zones == zone)
            kept[here] = flags[keys[here]]
        chosen = np.flatnonzero(kept)
        geometry = pairs.geometry[chosen]
        whole = pairs.covered[chosen]
        geometry[whole] = self.plan.geometry[parcel[chosen[whole]]]
        return _pieces_of(parcel[chosen], pairs.right[chosen], geometry, number)


def _any_of(asked: dict[str, Flags], count: int) -> Flags:
    any_zone: Flags = np.zeros(count, dtype=bool)
    for flags in asked.values():
        any_zone |= flags
    return any_zone


def _without_feature(parcel: Rows, ground: Geometries, number: int) -> Pieces:
    chosen = np.flatnonzero(~shapely.is_missing(ground))
    return _pieces_of(parcel[chosen], np.full(len(chosen), OUTSIDE_ROW), ground[chosen], number)


def _pieces_of(parcel: Rows, feature: Rows, geometry: Geometries, number: int) -> Pieces:
    return Pieces(parcel, np.full(len(parcel), number), feature, geometry)


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
