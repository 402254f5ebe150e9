# SPDX-License-Identifier: GPL-2.0-or-later
"""The quantities of a plan that is being edited: lines and planning base made ready, parcels booked."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import shapely

from ..geometry import Flags, Floats, Geometries, Rows
from ..notes import NoteBook
from ..overlay.pairs import RightSide
from ..plancheck import CheckSettings, PlanDraft
from ..plancheck.sides import ready_side
from ..progress import Progress, part, silent
from ..quantities import CodedLand, Measuring, OfficialLine, Surroundings, Target, load_indicators
from ..quantities.changes import URBAN, changes_of, existing_urban, inherited_ridges, ridge_shares
from ..quantities.check import restoration_of
from ..quantities.comparison import lay_out_land, units_once
from ..quantities.expansion import BOUNDARY
from ..quantities.ground import Ground, lay_out
from ..quantities.line_grounds import LAND, LineGround, lay_out_lines
from ..quantities.measures import inside_features
from ..quantities.plan_ground import PlanGround, booking_of, inside_m2, match_codes
from ..quantities.transitions import find_transitions
from ..rules import RulePack, rules_in_force
from ..units import M2_PER_HA
from .bookings import Entry, entries_by

#: Accounts: area of parcels by code; area and ridges of pieces by code and unit; ground inside a zone of
#: a line; ground in features of a line; and transitions with what they lose, gain and have inside lines.
PARCEL, PIECE, RIDGE, INSIDE, FEATURE = "parcel", "piece", "ridge", "inside", "feature"
CHANGE, LOSS, GAIN = "change", "loss", "gain"
WETLAND = "wetland"
#: Measures of indicators whose operand is codes and the place that they lie in.
PLACED = ("plan_area_in", "per_head")
NO_CODE = ""

Place = tuple[str, str]  # line type, zone


@dataclass(frozen=True)
class QuantityTerms:
    """What the quantities of a plan are measured by: arguments of ``check_quantities`` beside the plan."""

    lines: Sequence[OfficialLine]
    targets: Sequence[Target]
    around: Surroundings


@dataclass(frozen=True)
class BaseWork:
    """The planning base laid out on the units; ``ground`` of its parcels without what others keep."""

    land: CodedLand
    ground: Ground
    ridge_share: Floats
    urban_ha: float
    tree: shapely.STRtree


@dataclass(frozen=True)
class QuantityWork:
    """Lines, units and base of a quantity check, ready for parts of its plan.

    ``codes_in`` lists for each place the codes that indicators ask about there; ``sides`` are
    grounds of lines made ready, by place; ``feature_m2`` measured areas of their features on land.
    """

    law: RulePack
    terms: QuantityTerms
    settings: CheckSettings
    how: Measuring
    grounds: Mapping[str, LineGround]
    units: Geometries | None
    unit_side: RightSide | None
    base: BaseWork | None
    codes_in: Mapping[Place, Sequence[str]]
    sides: Mapping[Place, RightSide]
    feature_sides: Mapping[str, RightSide]
    feature_m2: Mapping[str, Floats]
    restoration: Ground | None

    @property
    def count(self) -> int:
        """The number of units."""
        return 0 if self.units is None else len(self.units)

    def on_one_thread(self) -> QuantityWork:
        """The same for a few parcels, which are done before another thread has started."""
        return replace(self, how=replace(self.how, threads=1))

    def book(self, plan: PlanDraft, progress: Progress = silent) -> list[Entry]:
        """What parcels add to the quantities."""
        land = CodedLand(plan.geometry, plan.ids, plan.codes, plan.area_m2, plan.measured_m2, plan.layer)
        ground = lay_out(
            land.geometry,
            land.area_m2,
            land.measured_m2,
            land.ids,
            land.layer,
            self.units,
            self.how,
            NoteBook(),
            part(progress, 0.0, 0.4),
            self.unit_side,
        )
        planned = PlanGround(land, ground, np.zeros(len(ground.parcel)), self.count)
        entries: list[Entry] = []
        if self.base is not None:
            planned, entries = self._compare(planned, self.base, part(progress, 0.4, 0.7))
        codes, every = _texts(land.codes), np.arange(len(land.codes))
        of_piece = codes[ground.parcel]
        entries += entries_by(PARCEL, (codes,), every, ground.parcel_m2)
        entries += entries_by(PIECE, (of_piece, ground.unit), ground.parcel, ground.area_m2)
        ridged = np.flatnonzero(planned.ridge_m2 > 0.0)
        ridges = of_piece[ridged], ground.unit[ridged]
        entries += entries_by(RIDGE, ridges, ground.parcel[ridged], planned.ridge_m2[ridged])
        return entries + self._book_lines(planned, of_piece, part(progress, 0.7, 1.0))

    def _book_lines(self, plan: PlanGround, codes: Geometries, progress: Progress) -> list[Entry]:
        ground, entries = plan.ground, []
        for (line_type, zone), operands in self.codes_in.items():
            rows = np.flatnonzero(_any_match(plan, operands, self.terms.around)[ground.parcel])
            found = inside_m2(
                ground.geometry[rows],
                ground.measured_m2[rows],
                self.grounds[line_type],
                zone,
                self.how,
                progress,
                self.sides[line_type, zone],
            )
            some = rows[found > 0.0]
            inside = found[found > 0.0] * booking_of(ground)[some]
            place = np.full(len(some), f"{line_type}/{zone}")
            labels = (place, codes[some], ground.unit[some])
            entries += entries_by(INSIDE, labels, ground.parcel[some], inside)
        for line_type, side in self.feature_sides.items():
            line = self.grounds[line_type]
            shapes = line.ground.whole[line.in_zone(LAND)]
            piece, feature, area = inside_features(ground, shapes, self.how, progress, side)
            features = (np.full(len(feature), line_type), feature)
            entries += entries_by(FEATURE, features, ground.parcel[piece], area)
        return entries

    def _compare(
        self, plan: PlanGround, base: BaseWork, progress: Progress
    ) -> tuple[PlanGround, list[Entry]]:
        """The plan with ridges that it inherits, and its transitions from the base."""
        near = np.unique(base.tree.query(plan.ground.geometry)[1])
        shares = base.ridge_share[near]
        transitions = find_transitions(plan.ground, base.ground.whole[near], self.how, progress)
        if base.land.ridge_m2 is not None:
            plan = replace(plan, ridge_m2=inherited_ridges(plan, transitions, shares))
        limits = self.settings.sliver_m2, self.settings.sliver_width_m
        changes = changes_of(plan, take_land(base.land, near), shares, transitions, *limits, self.how)
        labels = (
            _texts(changes.before),
            _texts(changes.after),
            changes.urban_already.astype(int),
            changes.no_extent.astype(int),
            changes.noise.astype(int),
            changes.unit,
        )
        parcel = plan.ground.parcel[transitions.piece]
        entries = entries_by(CHANGE, labels, parcel, changes.area_m2)
        entries += entries_by(LOSS, labels, parcel, changes.loss_m2)
        entries += entries_by(GAIN, labels, parcel, changes.gain_m2)
        # The expansion asks about ground that may be urban, whether or not its code changed.
        sure, unsure = match_codes(changes.after, URBAN)
        asked = np.asarray(changes.before != changes.after, dtype=bool) | changes.no_extent | sure | unsure
        for line_type, amount in ((BOUNDARY, changes.area_m2), (WETLAND, changes.loss_m2)):
            line = self.grounds.get(line_type)
            if line is not None:
                side = self.sides[line_type, ""]
                share = changes.share_within(asked, line, self.how, progress, side)
                entries += entries_by(line_type, labels, parcel, amount * share)
        return plan, entries


def open_quantities(
    terms: QuantityTerms,
    pack: RulePack,
    settings: CheckSettings,
    how: Measuring,
    notes: NoteBook,
    progress: Progress,
) -> QuantityWork:
    """Lay out lines, units and base of a quantity check and make them ready."""
    law, around = rules_in_force(pack, settings.as_of), terms.around
    units = units_once(around, how, notes)
    grounds = {}
    if terms.lines:
        grounds = lay_out_lines(terms.lines, law, units, how, notes, part(progress, 0.0, 0.4))
    base = None
    if around.base is not None:
        laid = lay_out_land(around.base, units, how, notes, part(progress, 0.4, 0.7))
        urban_ha = math.fsum(laid.parcel_m2[existing_urban(around.base)]) / M2_PER_HA
        base = BaseWork(around.base, laid, ridge_shares(around.base), urban_ha, shapely.STRtree(laid.whole))
    codes_in = _codes_in(grounds)
    places = {*codes_in, *((name, "") for name in (BOUNDARY, WETLAND) if name in grounds and base)}
    sides = {
        (name, zone): ready_side(grounds[name].geometry(zone), how.threads, part(progress, 0.7, 0.9))
        for name, zone in sorted(places)
    }
    on_land = {name: line.ground.whole[line.in_zone(LAND)] for name, line in grounds.items()}
    return QuantityWork(
        law=law,
        terms=terms,
        settings=settings,
        how=how,
        grounds=grounds,
        units=units,
        unit_side=None if units is None else ready_side(units, how.threads, progress),
        base=base,
        codes_in=codes_in,
        sides=sides,
        feature_sides={name: ready_side(shapes, how.threads, silent) for name, shapes in on_land.items()},
        feature_m2={name: how.areas_m2(shapes) for name, shapes in on_land.items()},
        restoration=restoration_of(around, units, how, notes),
    )


def take_land(land: CodedLand, rows: Rows) -> CodedLand:
    """Some parcels of a coded layer."""
    return replace(
        land,
        geometry=land.geometry[rows],
        ids=land.ids[rows],
        codes=land.codes[rows],
        area_m2=land.area_m2[rows],
        measured_m2=land.measured_m2[rows],
        ridge_m2=None if land.ridge_m2 is None else land.ridge_m2[rows],
        settlement=None if land.settlement is None else land.settlement[rows],
    )


def _codes_in(grounds: Mapping[str, LineGround]) -> dict[Place, list[str]]:
    """The codes that indicators ask about in places that the lines at hand can tell."""
    found: dict[Place, list[str]] = {}
    for indicator in load_indicators():
        if indicator.measure in PLACED:
            codes, _, place = indicator.operand.partition("@")
            line_type, _, zone = place.partition("/")
            if line_type in grounds and grounds[line_type].has_zone(zone):
                found.setdefault((line_type, zone), []).append(codes)
    return found


def _any_match(plan: PlanGround, operands: Sequence[str], around: Surroundings) -> Flags:
    """The parcels whose code belongs, or may belong, to one of the lists."""
    matches = [match_codes(plan.land.codes, operand, reserve=around.count_reserve) for operand in operands]
    return np.asarray(np.any([sure | unsure for sure, unsure in matches], axis=0), dtype=bool)


def _texts(codes: Geometries) -> Geometries:
    """Codes as labels of accounts; no code is the empty one."""
    labels = np.full(len(codes), NO_CODE, dtype=object)
    known = np.array([code is not None for code in codes], dtype=bool)
    labels[known] = codes[known]
    return labels
