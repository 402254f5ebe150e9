# SPDX-License-Identifier: GPL-2.0-or-later
"""The decision about one parcel: which of its ground gets which use, and what stays as planned."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import shapely

from ..geometry import HAIRLINE_M, Geometries, is_noise
from ..plancheck import CheckSettings, PlanDraft
from ..plancheck.lines import BoundLine
from ..plancheck.questions import Asker
from .candidates import CLEAN, Judge, Site
from .choose import Chooser, Lot
from .faces import Faces, cut_parcel
from .grounds import Ground
from .places import UNKNOWN_COVER, Cover, Place, places_at
from .units import Merger, Trait, Unit, alike, crumbs_absorbed

Inside = Sequence[tuple[Place, shapely.Geometry]]
Covers = Sequence[tuple[Cover, shapely.Geometry]]


@dataclass(frozen=True)
class Decision:
    """One unit decided: its faces, the use it gets (None: no use may stand there), the rules it breaks.

    ``tolerated`` tells that a rule still objects to the use, ``with_rest`` that ground without
    an error goes with it, ``noise`` that the ground is too small to be cut out and keeps the
    planned use, being digitising noise by itself. ``refused`` has the uses that were looked at
    and the rules that object to each, where none may stand.
    """

    faces: tuple[int, ...]
    lots: tuple[Lot, ...]
    code: str | None
    rules: tuple[str, ...]
    tolerated: bool
    with_rest: bool
    noise: bool
    refused: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Case:
    """What all decisions of a repair share."""

    plan: PlanDraft
    bound: Sequence[BoundLine]
    asker: Asker
    judge: Judge
    chooser: Chooser
    settings: CheckSettings


def decide_parcel(ground: Ground, inside: Inside, covers: Covers, case: Case) -> tuple[Faces, list[Decision]]:
    """Cut a parcel into faces and decide about each unit of the decided ground."""
    parcel = _Parcel(ground, inside, covers, case)
    merged = Merger(parcel.planned, parcel.faces, case.judge, case.chooser).merge(parcel.units())
    # Ground without an error that no neighbour's use may stand on keeps the planned one.
    decided = sorted((unit for unit in merged if unit.error), key=lambda unit: (unit.area_m2, unit.faces))
    noise = parcel.noise_among(decided)
    return parcel.faces, [parcel.decide(unit, noise=unit in noise) for unit in decided]


class _Parcel:
    """One parcel cut into faces, with what each face is."""

    def __init__(self, ground: Ground, inside: Inside, covers: Covers, case: Case) -> None:
        self.ground, self.case = ground, case
        self.planned, self.doubts = case.asker.keys[case.asker.key_of[ground.parcel]]
        whole = case.plan.geometry[ground.parcel]
        self._error_ends = len(ground.errors)
        self._inside = [place for place, _ in inside]
        self._covers = [cover for cover, _ in covers]
        shapes = [*ground.errors, *(s for _, s in inside), *(s for _, s in covers), ground.decided]
        self.faces = cut_parcel(whole, _array(shapes), len(ground.errors))
        self._decided = len(shapes) - 1
        measured = case.plan.measured_m2[ground.parcel]
        self._scale = case.plan.area_m2[ground.parcel] / shapely.area(whole) if measured > 0.0 else 0.0
        owner = crumbs_absorbed(self.faces)
        self.traits = [self._trait(face) for face in owner]
        self.decided = [self._decided in self.faces.members[face] for face in owner]

    def units(self) -> list[Unit]:
        """Neighbouring faces that are alike, as far as their use is to be decided."""
        faces = [face for face, decided in enumerate(self.decided) if decided]
        return [self._unit(group) for group in alike(faces, self._same, self.faces)]

    def noise_among(self, units: Sequence[Unit]) -> list[Unit]:
        """Units (the smallest first) that the check would call noise once the others are gone.

        Together they must be no larger than ``sliver_m2`` or no wider than
        ``sliver_width_m``, and what of them is wider than that no larger in all.
        """
        limits = self.case.settings.sliver_m2, self.case.settings.sliver_width_m
        left: list[Unit] = []
        area_m2 = length_m = blobs_m2 = 0.0
        for unit in units:
            shape = shapely.union_all(self.faces.geometry[list(unit.faces)])
            one, around = float(shapely.area(shape)), float(shapely.length(shape))
            blob_m2 = one if 2.0 * one > limits[1] * around else _wide_m2(shape, limits[1])
            both = np.array([area_m2 + one]), np.array([2.0 * (area_m2 + one) / (length_m + around)])
            if blobs_m2 + blob_m2 <= limits[0] and is_noise(*both, *limits)[0]:
                left.append(unit)
                area_m2, length_m, blobs_m2 = area_m2 + one, length_m + around, blobs_m2 + blob_m2
        return left

    def decide(self, unit: Unit, *, noise: bool) -> Decision:
        """The use of a unit, with the reasons where there is none."""
        code = None if noise else self.case.chooser.choose(unit.options, self.planned, unit.lots)
        rules = {rule for face in unit.faces for rule in self._rules(face)}
        return Decision(
            unit.faces,
            unit.lots,
            code,
            tuple(sorted(rules)),
            tolerated=code is not None and unit.options[code] != CLEAN,
            with_rest=not all(self.traits[face].error for face in unit.faces),
            noise=noise,
            refused=self._refused(unit) if code is None else {},
        )

    def _same(self, one: int, other: int) -> bool:
        return self.traits[one] == self.traits[other]

    def _trait(self, face: int) -> Trait:
        members = self.faces.members[face]
        first_cover = self._error_ends + len(self._inside)
        places = [place for n, place in enumerate(self._inside, self._error_ends) if n in members]
        covers = [cover for n, cover in enumerate(self._covers, first_cover) if n in members]
        error = any(member < self._error_ends for member in members)
        # Land cover that overlaps itself: the first by code and class counts, as in the check.
        cover = min(covers, key=lambda item: (item.code or "", item.land_class or ""), default=UNKNOWN_COVER)
        return Trait(error, places_at(places, self.case.bound), cover)

    def _unit(self, faces: tuple[int, ...]) -> Unit:
        trait = self.traits[faces[0]]
        area_m2 = float(np.sum(self.faces.area_m2[list(faces)])) * self._scale
        site = self._site(trait)
        options = self.case.judge.options(site, self.planned)
        return Unit(faces, (Lot(area_m2, trait.cover),), (site,), options, trait.error)

    def _rules(self, face: int) -> set[str]:
        members = self.faces.members[face]
        return {rule for number, rule in enumerate(self.ground.rules) if number in members}

    def _refused(self, unit: Unit) -> dict[str, tuple[str, ...]]:
        judge, refused = self.case.judge, {}
        for site in unit.sites:
            codes = [code for code in judge.candidates(site) if code != self.planned]
            refused.update({code: tuple(sorted(judge.objections(site, code))) for code in codes})
        return refused

    def _site(self, trait: Trait) -> Site:
        return Site(trait.places, trait.cover.code, self.doubts)


def _wide_m2(shape: shapely.Geometry, width_m: float) -> float:
    """Area of the part that is twice as wide as the limit everywhere: an intrusion on a strip of misfit."""
    reach_m = width_m + HAIRLINE_M
    return float(shapely.area(shapely.buffer(shapely.buffer(shape, -reach_m), reach_m)))


def _array(shapes: Sequence[shapely.Geometry]) -> Geometries:
    array = np.full(len(shapes), None, dtype=object)
    array[:] = shapes
    return array
