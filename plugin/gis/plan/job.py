# SPDX-License-Identifier: GPL-2.0-or-later
"""Everything that one plan check takes, read by the parameters of its algorithm."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from qgis.core import QgsCoordinateReferenceSystem

from ...domain.areas import WorkPlane
from ...domain.errors import InputError
from ...domain.exemptions import Exemption
from ...domain.factors import FactorSet
from ...domain.findings_store import read_decisions
from ...domain.plancheck import BaseCover, CheckSettings, ControlLine, PlanDraft
from ...domain.rules import (
    BUFFER,
    INSIDE,
    OUTSIDE,
    RulePack,
    is_collective,
    line_types_at,
    rules_in_force,
)
from ...domain.statistical_units import Units
from ..exemptions import read_exemptions
from ..rule_packs import read_rules
from ..run import Run
from ..unit_layer import read_units
from .control_lines import read_lines
from .draft import DraftLayer, read_draft
from .elsewhere import note_lines_elsewhere
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
    exemptions: Sequence[Exemption] = ()

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
            "exemptions": self.exemptions,
            "units": None if self.units is None else self.units.geometry,
            "unit_names": None if self.units is None else self.units.names,
        }


def read_check(run: Run, prefix: str = "PLAN") -> CheckJob:
    """Read plan (parameters that start with ``prefix``), lines, land cover and units of a check."""
    pack = read_rules(run)
    settings = read_settings(run)
    exemptions = read_all_exemptions(run)
    factors = read_check_factors(run) if run.given("BASE") else None
    facts = fact_fields(run, prefix)
    law = rules_in_force(pack, settings.as_of)
    draft = read_draft(run, settings, prefix, law=law, extra=tuple(facts.values()))
    lines = read_lines(run, pack, draft.plane, draft.crs)
    if not lines:
        raise InputError(
            "The plan is checked against control lines, but none was given. Set FARMLAND, REDLINE, "
            "BOUNDARY or OTHER_LINES."
        )
    _note_idle_lines(run, lines, law)
    note_lines_elsewhere(draft.plan.layer, draft.plan.geometry, lines, run.notes)
    return CheckJob(
        draft=draft,
        lines=lines,
        pack=pack,
        settings=settings,
        base=read_base(run, draft.plane, draft.crs) if run.given("BASE") else None,
        factors=factors,
        units=read_units(run, draft.crs, draft.plane) if run.given("UNITS") else None,
        facts=facts,
        exemptions=exemptions,
    )


def _note_idle_lines(run: Run, lines: Sequence[ControlLine], law: RulePack) -> None:
    """Tell of lines under which a plan check decides nothing, such as a forest layer handed in as a line."""
    decided = {name for place in (INSIDE, OUTSIDE, BUFFER) for name in line_types_at(law, place)}
    idle = [line for line in lines if line.line_type not in decided and not is_collective(line.line_type)]
    if idle:
        run.notes.add(
            "lines_without_rules",
            "{count} layers are of line types for which no rule in force tells what may be planned there, so "
            "that nothing was checked against them: {lines}. Check the types of the other lines "
            "(OTHER_TYPES).",
            count=len(idle),
            lines=", ".join(f"{line.layer} ({line.line_type})" for line in idle),
        )


def read_all_exemptions(run: Run) -> list[Exemption]:
    """The exemptions of the table and those decided in the findings store, where these are given."""
    exemptions = read_exemptions(run) if run.has("EXEMPTIONS") else []
    if run.has("STORE") and run.given("STORE"):
        # Before the long computation: a file that is no store is refused at once.
        exemptions += read_decisions(run.file("STORE"))
    return exemptions
