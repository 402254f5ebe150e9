# SPDX-License-Identifier: GPL-2.0-or-later
"""What maps say about each indicator: areas, shares and ratios of the whole plan and of every unit."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from ..geometry import Flags, Floats, Geometries, Rows
from ..overlay import overlay
from ..overlay.pairs import RightSide
from ..progress import Progress, silent
from ..units import M2_PER_HA
from .ground import Ground, sum_by
from .indicators import Indicator
from .layers import Coast, Measuring, Surroundings
from .line_grounds import LAND, MARINE, LineGround
from .plan_ground import CULTIVATED, PlanGround, booking_of, inside_m2

PERCENT = 100.0
NO_FIGURES: Mapping[str, float] = {}
#: The line whose area is a cap: ground of it outside the plan excuses nothing.
CAPPED = "udb"


@dataclass(frozen=True)
class Measured:
    """One indicator as measured, in base units (ha, %, m² a head): the whole plan, then every unit.

    NaN where a map does not give it; ``unsure`` is what ground without a code, or with a code
    that is too coarse, may add. ``line_types`` are the control lines it rests on; ``missing``
    names what has to be given first ("" = it was measured).
    """

    value: Floats
    unsure: Floats
    line_types: tuple[str, ...] = ()
    missing: str = ""
    #: The part of the whole plan's value that ground outside the plan gives.
    beyond: float = 0.0
    #: Key and values of a remark on how the figure came about.
    told: tuple[str, Mapping[str, float]] | None = None


class Measures:
    """Measures indicators on one plan; each is computed once."""

    def __init__(
        self,
        plan: PlanGround,
        lines: Mapping[str, LineGround],
        around: Surroundings,
        how: Measuring,
        *,
        residents: float,
        expansion: Measured,
        restoration: Ground | None = None,
        progress: Progress = silent,
    ) -> None:
        self.plan, self.lines, self.around, self.how = plan, lines, around, how
        self.residents, self.expansion, self.restoration = residents, expansion, restoration
        self.progress = progress
        self._inside: dict[tuple[str, str], Floats] = {}
        self._beyond: dict[str, float] = {}

    def of(self, indicator: Indicator) -> Measured:
        """The indicator as measured; ``missing`` says what it lacks."""
        ways = {
            "plan_area": self._plan_area,
            "line_area": self._line_area,
            "line_or_plan_area": self._line_or_plan_area,
            "plan_area_in": self._plan_area_in,
            "line_share": self._line_share,
            "plan_share": self._plan_share,
            "per_head": self._per_head,
            "coast": self._coast_ratio,
            "restoration": self._restoration,
            "expansion": self._expansion,
        }
        return ways[indicator.measure](indicator.operand) if indicator.measure else self._lacks("stated")

    def _plan_area(self, operand: str, *, net: bool = True) -> Measured:
        sure, unsure = self.plan.counted(operand, reserve=self.around.count_reserve)
        cultivated = operand == CULTIVATED
        value = self.plan.totals_ha(sure, net=net and cultivated)
        ridged = bool(np.any(self.plan.ridge_m2 > 0.0))
        told = ("ridges", NO_FIGURES) if cultivated and not ridged else None
        return Measured(value, self.plan.totals_ha(unsure), told=told)

    def _line_area(self, operand: str) -> Measured:
        line_type, _, zone = operand.partition("/")
        line = self.lines.get(line_type)
        if line is None:
            return self._lacks(f"line:{line_type}")
        if not line.has_zone(zone):
            return self._lacks(f"zone:{line_type}")
        value = line.area_ha(zone, self.plan.units)
        beyond = 0.0 if zone == MARINE or line_type == CAPPED else self._beyond_ha(line)
        return Measured(value, np.zeros(len(value)), (line_type,), beyond=beyond)

    def _beyond_ha(self, line: LineGround) -> float:
        """Ground of a line outside the plan, in ha; the sea, which a plan of the land leaves out, is none."""
        if line.line_type not in self._beyond:
            shapes = line.ground.whole[line.in_zone(LAND)]
            measured = self.how.areas_m2(shapes)
            _, feature, inside = inside_features(self.plan.ground, shapes, self.how, self.progress)
            self._beyond[line.line_type] = beyond_ha(line, measured, sum_by(inside, feature, len(shapes)))
        return self._beyond[line.line_type]

    def _line_or_plan_area(self, operand: str) -> Measured:
        line_type, _, codes = operand.partition(";")
        return self._line_area(line_type) if line_type in self.lines else self._plan_area(codes)

    def _plan_area_in(self, operand: str) -> Measured:
        codes, _, place = operand.partition("@")
        line_type, _, zone = place.partition("/")
        line = self.lines.get(line_type)
        if line is None:
            return self._lacks(f"line:{line_type}")
        if not line.has_zone(zone):
            return self._lacks(f"zone:{line_type}")
        sure, unsure = self.plan.counted(codes, reserve=self.around.count_reserve)
        inside = self._booked_inside(line, zone, codes, sure | unsure)
        value, open_ha = (self._sum_pieces(inside, rows) for rows in (sure, unsure))
        return Measured(value, open_ha, (line_type,))

    def _booked_inside(self, line: LineGround, zone: str, codes: str, parcels: Flags) -> Floats:
        """Area by the area rule of each piece inside the line; pieces of other parcels have 0."""
        key = (f"{line.line_type}/{zone}", codes)
        if key not in self._inside:
            ground = self.plan.ground
            rows = np.flatnonzero(parcels[ground.parcel])
            inside = np.zeros(len(ground.parcel))
            found = inside_m2(
                ground.geometry[rows],
                ground.measured_m2[rows],
                line,
                zone,
                self.how,
                self.progress,
            )
            inside[rows] = found * booking_of(ground)[rows]
            self._inside[key] = inside
        return self._inside[key]

    def _sum_pieces(self, area_m2: Floats, parcels: Flags) -> Floats:
        ground = self.plan.ground
        rows = np.flatnonzero(parcels[ground.parcel])
        by_unit = sum_by(area_m2[rows], ground.unit[rows], self.plan.units)
        return np.concatenate(([math.fsum(area_m2[rows])], by_unit)) / M2_PER_HA

    def _line_share(self, operand: str) -> Measured:
        line_type, _, codes = operand.partition(";")
        upper = self._line_area(line_type)
        if upper.missing:
            return upper
        # A measured line holds its ridges: it is compared with cultivated land that holds them, too.
        lower = self._plan_area(codes, net=self.lines[line_type].official)
        # Ground that may be cultivated lowers the share: it counts against it.
        least = _ratio(upper.value, lower.value + lower.unsure)
        told = ("unclear_counts", NO_FIGURES) if np.any(lower.unsure > 0.0) else None
        beyond = upper.beyond / upper.value[0] * least[0] if upper.value[0] > 0.0 else 0.0
        open_points = np.zeros(len(least))
        return Measured(least, open_points, upper.line_types, beyond=float(np.nan_to_num(beyond)), told=told)

    def _plan_share(self, operand: str) -> Measured:
        measured = self._plan_area(operand)
        whole = self.plan.totals_ha(np.ones(len(self.plan.land.codes), dtype=bool))
        return Measured(_ratio(measured.value, whole), _ratio(measured.unsure, whole))

    def _per_head(self, operand: str) -> Measured:
        measured = self._plan_area_in(operand)
        if measured.missing:
            return measured
        if not self.residents > 0.0:
            return self._lacks("residents")
        value, unsure = np.full(self.plan.units + 1, math.nan), np.zeros(self.plan.units + 1)
        value[0] = measured.value[0] * M2_PER_HA / self.residents
        unsure[0] = measured.unsure[0] * M2_PER_HA / self.residents
        told = ("residents", {"residents": self.residents})
        return Measured(value, unsure, measured.line_types, told=told)

    def _restoration(self, _operand: str) -> Measured:
        ground = self.restoration
        if ground is None:
            return self._lacks("restoration")
        by_unit = sum_by(ground.area_m2, ground.unit, self.plan.units)
        value = np.concatenate(([math.fsum(ground.parcel_m2)], by_unit)) / M2_PER_HA
        return Measured(value, np.zeros(len(value)))

    def _coast_ratio(self, _operand: str) -> Measured:
        coast = self.around.coast
        return self._lacks("coast") if coast is None else coast_ratio(coast, self.plan.units)

    def _expansion(self, _operand: str) -> Measured:
        return self.expansion

    def _lacks(self, what: str) -> Measured:
        return not_measured(what, self.plan.units)


def inside_features(
    ground: Ground, features: Geometries, how: Measuring, progress: Progress, side: RightSide | None = None
) -> tuple[Rows, Rows, Floats]:
    """Ground of a plan in features of a line, part by part: the piece, the feature, and how much (m²)."""
    pairs = overlay(
        ground.geometry,
        features,
        measure=how.areas_m2,
        left_area_m2=ground.measured_m2,
        keep_geometry=False,
        progress=progress,
        threads=how.threads,
        side=side,
    )
    return pairs.left, pairs.right, pairs.area_m2


def beyond_ha(line: LineGround, measured_m2: Floats, inside_m2: Floats) -> float:
    """Ground of a line on land outside a plan, in ha, by what its features measure and have inside."""
    share = np.zeros(len(measured_m2))
    np.divide(measured_m2 - inside_m2, measured_m2, out=share, where=measured_m2 > 0.0)
    outside_m2 = line.ground.parcel_m2[line.in_zone(LAND)] * np.maximum(share, 0.0)
    return math.fsum(outside_m2) / M2_PER_HA


def not_measured(what: str, units: int) -> Measured:
    """An indicator that lacks ``what``."""
    return Measured(np.full(units + 1, math.nan), np.zeros(units + 1), missing=what)


def _ratio(upper: Floats, lower: Floats) -> Floats:
    ratio = np.full(len(upper), math.nan)
    np.divide(upper, lower, out=ratio, where=lower > 0.0)
    return ratio * PERCENT


def coast_ratio(coast: Coast, units: int) -> Measured:
    """Natural over total length in % (COA-01); coast of unknown kind may add to the natural one."""
    value, unsure = np.full(units + 1, math.nan), np.zeros(units + 1)
    total = math.fsum(coast.length_m)
    if total > 0.0:
        value[0], unsure[0] = (
            math.fsum(m for m, natural in zip(coast.length_m, coast.natural) if natural is kind)
            / total
            * PERCENT
            for kind in (True, None)
        )
    return Measured(value, unsure)
