# SPDX-License-Identifier: GPL-2.0-or-later
"""Everything that one plan check takes, read by the parameters of its algorithm."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from qgis.core import QgsCoordinateReferenceSystem

from ...domain.areas import WorkPlane
from ...domain.errors import InputError
from ...domain.factors import FactorSet
from ...domain.plancheck import BaseCover, CheckSettings, ControlLine, PlanDraft
from ...domain.rules import RulePack, load_rule_pack
from ...domain.statistical_units import Units
from ..run import Run
from ..unit_layer import read_units
from .control_lines import read_lines
from .draft import DraftLayer, read_draft
from .land_cover import read_base
from .parcel_facts import fact_fields
from .settings import read_check_factors, read_settings


@dataclass(frozen=True)
class CheckJob:
    """Everything that one plan check takes; ``facts`` are fields of the plan layer by ``FACTS``."""

    draft: DraftLayer
    lines: list[ControlLine]
    pack: RulePack
    settings: CheckSettings
    base: BaseCover | None
    factors: FactorSet | None
    units: Units | None
    facts: Mapping[str, str] = field(default_factory=dict)

    @property
    def plan(self) -> PlanDraft:
        """The plan draft."""
        return self.draft.plan

    @property
    def plane(self) -> WorkPlane:
        """The plane of all coordinates."""
        return self.draft.plane

    @property
    def crs(self) -> QgsCoordinateReferenceSystem:
        """The CRS of the plan layer, in which results are written."""
        return self.draft.crs

    def arguments(self) -> dict[str, Any]:
        """Arguments of ``check_plan``."""
        return {
            "plan": self.plan,
            "lines": self.lines,
            "pack": self.pack,
            "settings": self.settings,
            "plane": self.plane,
            "base": self.base,
            "factors": self.factors,
            "units": None if self.units is None else self.units.geometry,
            "unit_names": None if self.units is None else self.units.names,
        }


def read_check(run: Run) -> CheckJob:
    """Read plan, lines, land cover and units by the parameters of ``checkplan``."""
    pack = load_rule_pack(run.text("RULES"))
    settings = read_settings(run)
    factors = read_check_factors(run) if run.given("BASE") else None
    facts = fact_fields(run)
    draft = read_draft(run, settings, extra=tuple(facts.values()))
    lines = read_lines(run, pack, draft.plane, draft.crs)
    if not lines:
        raise InputError(
            "The plan is checked against control lines, but none was given. Set FARMLAND, REDLINE, "
            "BOUNDARY or OTHER_LINES."
        )
    return CheckJob(
        draft=draft,
        lines=lines,
        pack=pack,
        settings=settings,
        base=read_base(run, draft.plane, draft.crs) if run.given("BASE") else None,
        factors=factors,
        units=read_units(run, draft.crs, draft.plane) if run.given("UNITS") else None,
        facts=facts,
    )
