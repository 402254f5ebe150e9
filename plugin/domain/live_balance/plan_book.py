# SPDX-License-Identifier: GPL-2.0-or-later
"""The plan as it stands while it is edited: its parcels by key, who overlaps whom, and ids given twice."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, replace

import numpy as np
import shapely

from ..geometry import Geometries
from ..notes import Note
from ..overlay.outside import ROUNDING_M2
from ..plancheck import PlanDraft
from ..plancheck.layers import Texts
from .nearby import Nearby


@dataclass(frozen=True)
class Edits:
    """Parcels as one command left them: ``keys`` with their rows of ``plan``, and ``removed`` keys.

    A parcel that is drawn, brought back, reshaped or recoded stands in ``plan`` as it is now,
    read as for a full check, of which ``notes`` tell; an undo is but another edit.
    """

    keys: Sequence[str]
    plan: PlanDraft | None
    removed: Sequence[str] = ()
    notes: Sequence[Note] = ()


class PlanBook:
    """All parcels of a plan; rows are appended and never change, so that search trees stay right."""

    def __init__(self, keys: Sequence[str], plan: PlanDraft) -> None:
        self._plans = [plan]
        self._starts = [0]
        self._row_of = {key: row for row, key in enumerate(keys)}
        self._key_of = dict(enumerate(keys))
        self._order = dict(self._row_of)
        self._keys_of_id: dict[str, set[str]] = {}
        for name, key in zip(plan.ids, keys):
            self._keys_of_id.setdefault(str(name), set()).add(key)
        self._nearby = Nearby(plan.geometry)

    def __len__(self) -> int:
        return len(self._row_of)

    def __contains__(self, key: str) -> bool:
        return key in self._row_of

    def keys(self) -> list[str]:
        """The keys of all parcels in the order of the plan; parcels drawn later stand last."""
        return self.in_order(self._row_of)

    def put(self, edits: Edits) -> Edits:
        """Take over edited parcels, a key that is not known as a new one; what would undo them."""
        known = [key for key in dict.fromkeys([*edits.removed, *edits.keys]) if key in self._row_of]
        undo = Edits(known, self.plan_of(known), [key for key in edits.keys if key not in self._row_of])
        for key in known:
            row = self._row_of.pop(key)
            del self._key_of[row]
            self._keys_of_id[str(self._cell(row, "ids"))].discard(key)
        if edits.plan is not None:
            self._append(edits.keys, edits.plan)
        return undo

    def _append(self, keys: Sequence[str], plan: PlanDraft) -> None:
        start = self._starts[-1] + len(self._plans[-1].ids)
        self._plans.append(plan)
        self._starts.append(start)
        for row, (key, name) in enumerate(zip(keys, plan.ids), start):
            self._row_of[key], self._key_of[row] = row, key
            self._order.setdefault(key, len(self._order))
            self._keys_of_id.setdefault(str(name), set()).add(key)
        self._nearby.add(plan.geometry)

    def plan_of(self, keys: Iterable[str]) -> PlanDraft:
        """The parcels of these keys as a plan of their own, in the order given."""
        rows = [self._row_of[key] for key in keys]
        first = self._plans[0]
        return replace(
            first,
            geometry=self._column(rows, "geometry"),
            ids=self._column(rows, "ids"),
            codes=self._column(rows, "codes"),
            carbon_class=self._column(rows, "carbon_class"),
            area_m2=self._column(rows, "area_m2").astype(np.float64),
            measured_m2=self._column(rows, "measured_m2").astype(np.float64),
            conditions={name: self._condition(rows, name) for name in first.conditions},
        )

    def around(self, keys: Set[str], rings: int) -> set[str]:
        """These parcels with those that overlap them, and those that overlap these, so many times."""
        found = {key for key in keys if key in self._row_of}
        edge = found
        for _ in range(rings):
            edge = self.overlapping(self.plan_of(sorted(edge)).geometry) - found
            found = found | edge
        return found

    def overlapping(self, geometry: Geometries) -> set[str]:
        """The parcels that share more ground with these polygons than rounding makes."""
        shape, row = self._nearby.query(geometry)
        alive = np.array([number in self._key_of for number in row.tolist()], dtype=bool)
        shape, row = shape[alive], row[alive]
        others = _objects([self._cell(number, "geometry") for number in row.tolist()])
        shared = shapely.area(shapely.intersection(geometry[shape], others)) > ROUNDING_M2
        return {self._key_of[number] for number in row[shared].tolist()}

    def mates(self, edits: Edits) -> set[str]:
        """Parcels that alone share an id with one edited, before or after: it may be doubled or no more."""
        before = [key for key in (*edits.removed, *edits.keys) if key in self._row_of]
        names = {str(self._cell(self._row_of[key], "ids")) for key in before}
        names |= set() if edits.plan is None else set(map(str, edits.plan.ids))
        edited = {*edits.removed, *edits.keys}
        sharing = [self._keys_of_id.get(name, set()) - edited for name in names]
        # Two that are not edited have their id twice, whatever becomes of the others.
        return {key for keys in sharing if len(keys) == 1 for key in keys}

    def doubled_ids(self, plan: PlanDraft) -> set[object]:
        """The ids of a part of the plan that the whole plan has more than once."""
        return {name for name in map(str, plan.ids) if len(self._keys_of_id[name]) > 1}

    def in_order(self, keys: Iterable[str]) -> list[str]:
        """Keys in the order of the plan."""
        return sorted(keys, key=self._order.__getitem__)

    def _plan(self, row: int) -> tuple[PlanDraft, int]:
        number = bisect_right(self._starts, row) - 1
        return self._plans[number], row - self._starts[number]

    def _cell(self, row: int, name: str) -> object:
        plan, place = self._plan(row)
        return getattr(plan, name)[place]

    def _condition(self, rows: Sequence[int], name: str) -> Texts:
        places = [self._plan(row) for row in rows]
        return _objects([plan.conditions[name][place] for plan, place in places])

    def _column(self, rows: Sequence[int], name: str) -> Geometries:
        return _objects([self._cell(row, name) for row in rows])


def _objects(values: Sequence[object]) -> Geometries:
    listed = np.full(len(values), None, dtype=object)
    listed[:] = values
    return listed
