# SPDX-License-Identifier: GPL-2.0-or-later
"""Everything that one quantity check takes, read by the parameters of its algorithm."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qgis.core import QgsCoordinateReferenceSystem

from ...domain.plancheck import CheckSettings
from ...domain.quantities import CodedLand, Measuring, OfficialLine, Surroundings, Target, read_targets
from ...domain.rules import RulePack
from ...domain.statistical_units import Units
from ..plan import read_settings
from ..plan.elsewhere import note_lines_elsewhere
from ..rule_packs import read_rules
from ..run import Run
from ..tables import read_table
from ..unit_layer import read_units
from .extras import read_coast, read_restoration
from .land import read_base_plan, read_land
from .lines import read_official_lines


@dataclass(frozen=True)
class QuantityJob:
    """Everything that one quantity check takes."""

    plan: CodedLand
    lines: list[OfficialLine]
    targets: list[Target]
    pack: RulePack
    settings: CheckSettings
    how: Measuring
    around: Surroundings
    crs: QgsCoordinateReferenceSystem

    def arguments(self) -> dict[str, Any]:
        """Arguments of ``check_quantities``."""
        return {
            "plan": self.plan,
            "lines": self.lines,
            "targets": self.targets,
            "pack": self.pack,
            "settings": self.settings,
            "how": self.how,
            "around": self.around,
        }


def read_quantities(run: Run) -> QuantityJob:
    """Read plan, lines, base, units, coast and targets by the parameters of ``checkquantities``."""
    pack = read_rules(run)
    settings = read_settings(run)
    plan, layer = read_land(run, settings, "PLAN", area="AREA_FIELD", deducted="DEDUCTED_FIELD")
    plane, crs = layer.plane, layer.crs
    lines = read_official_lines(run, pack, settings, plane, crs)
    note_lines_elsewhere(layer.name, layer.geometry, [item.line for item in lines], run.notes)
    units = read_units(run, crs, plane) if run.given("UNITS") else None
    return QuantityJob(
        plan=plan,
        lines=lines,
        targets=read_target_table(run, units),
        pack=pack,
        settings=settings,
        how=Measuring(plane, settings.area_rule),
        around=Surroundings(
            base=read_base_plan(run, settings, plane, crs),
            units=None if units is None else units.geometry,
            unit_names=None if units is None else units.names,
            coast=read_coast(run, plane, crs),
            restoration=read_restoration(run, plane, crs),
            urban_residents=_number(run, "URBAN_RESIDENTS"),
            urban_2020_ha=_number(run, "URBAN_2020_HA"),
            count_reserve=run.flag("COUNT_RESERVE"),
        ),
        crs=crs,
    )


def _number(run: Run, name: str) -> float:
    return run.number(name) if run.given(name) else math.nan


def read_target_table(run: Run, units: Units | None) -> list[Target]:
    """The targets of parameter TARGETS; none where it is not given."""
    if not run.given("TARGETS"):
        return []
    rows = read_table(run, "TARGETS")
    value = run.parameters["TARGETS"]
    table = Path(value).name if isinstance(value, str) and Path(value).is_file() else run.open("TARGETS").name
    names = [] if units is None else [str(name) for name in units.names]
    return read_targets(rows, table=table, unit_names=names, notes=run.notes)
