# SPDX-License-Identifier: GPL-2.0-or-later
"""The check of a plan's quantities: indicators against targets, balances, and map against table."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from ..geometry import Floats, Geometries
from ..notes import NoteBook
from ..plancheck import CheckSettings
from ..progress import Progress, part, silent
from ..rules import RulePack, rules_in_force
from ..units import M2_PER_HA
from .balance import balance_of
from .book import FigureBook, residents_of
from .comparison import Comparison, compare_with_base, lay_out_land, units_once
from .expansion import expansion_of
from .ground import Ground, lay_out
from .indicators import load_balances
from .judgement import FAIL, NOT_MEASURED, PASS, WARN
from .layers import CodedLand, Measuring, OfficialLine, Surroundings
from .line_grounds import lay_out_lines
from .measures import Measures
from .not_run import rules_not_run
from .plan_ground import PlanGround, ridges_of
from .rows import Figure, Writer
from .structure import land_structure
from .target_rows import Target

#: 2023 code of field ridges (田坎), as which the deducted area is booked (practice.md section 2).
RIDGE_CODE = "2303"
WETLAND_BALANCE, WETLAND = "WET-03", "wetland"


@dataclass(frozen=True)
class QuantityCheck:
    """The result of a quantity check.

    ``rows``: ``QUANTITY_COLUMNS``, targets first; ``structure``: the land-use structure by
    unit and class; ``totals``: counts and the areas that prove conservation, in ha;
    ``not_run``: quantity rules in force that no row answers, with the reason.
    """

    rows: pd.DataFrame
    structure: pd.DataFrame
    totals: dict[str, float]
    not_run: pd.DataFrame


def check_quantities(
    plan: CodedLand,
    lines: Sequence[OfficialLine],
    targets: Sequence[Target],
    pack: RulePack,
    settings: CheckSettings,
    how: Measuring,
    around: Surroundings,
    *,
    notes: NoteBook,
    progress: Progress = silent,
) -> QuantityCheck:
    """Measure the indicators of a plan and hold them against targets, under the law of ``settings.as_of``.

    Ground that parcels, lines or units claim twice counts once. Every area is shared out to
    the units, what lies outside them is kept apart, and the parts add up to the plan within
    1e-6 (``ConservationError`` otherwise). Nothing depends on the order of features.
    """
    law = rules_in_force(pack, settings.as_of)
    units = units_once(around, how, notes, part(progress, 0.0, 0.05))
    laid = lay_out_land(plan, units, how, notes, part(progress, 0.05, 0.3))
    grounds = lay_out_lines(lines, law, units, how, notes, part(progress, 0.3, 0.5)) if lines else {}
    planned = PlanGround(plan, laid, ridges_of(plan, laid), 0 if units is None else len(units))
    before = compare_with_base(planned, around, units, settings, how, notes, part(progress, 0.5, 0.75))
    measures = Measures(
        planned if before is None else before.plan,
        grounds,
        around,
        how,
        residents=residents_of(around, targets),
        expansion=expansion_of(
            planned, before, grounds, around.urban_2020_ha, how, part(progress, 0.75, 0.8)
        ),
        restoration=restoration_of(around, units, how, notes),
        progress=part(progress, 0.8, 0.9),
    )
    names = [] if around.unit_names is None else [str(name) for name in around.unit_names]
    book = FigureBook(measures, targets, names, law, settings.language)
    figures = [*book.against_targets(), *book.without_targets(), *book.map_and_text_against_table()]
    if before is not None:
        figures += balance_figures(law, before, book, how, part(progress, 0.9, 0.98))
    rows = Writer(law, grounds, settings.language).table(figures)
    return QuantityCheck(
        rows=rows,
        structure=_structure(measures.plan, before, names),
        totals=_totals(rows, measures.plan, before),
        not_run=rules_not_run(law, rows, has_base=before is not None),
    )


def restoration_of(
    around: Surroundings, units: Geometries | None, how: Measuring, notes: NoteBook
) -> Ground | None:
    """Polygons of added restoration laid out on the units; None where none are given."""
    if around.restoration is None:
        return None
    measured = how.areas_m2(around.restoration)
    ids = np.array([str(row + 1) for row in range(len(measured))], dtype=object)
    return lay_out(around.restoration, measured, measured, ids, "RESTORATION", units, how, notes)


def balance_figures(
    law: RulePack, before: Comparison, book: FigureBook, how: Measuring, progress: Progress
) -> list[Figure]:
    """The balances of land that rules in force ask for."""
    figures: list[Figure] = []
    for rule_id in load_balances()["rule_id"]:
        if rule_id in law.rules.index:
            wetland = book.measures.lines.get(WETLAND) if rule_id == WETLAND_BALANCE else None
            balance = balance_of(
                rule_id, before.changes, book.measures.plan.units, inside=wetland, how=how, progress=progress
            )
            known = rule_id != WETLAND_BALANCE or wetland is not None
            figures += book.of_balance(balance, str(law.rules.at[rule_id, "severity"]), known)
    return figures


def _structure(plan: PlanGround, before: Comparison | None, names: Sequence[str]) -> pd.DataFrame:
    planned = _by_piece(plan.land, plan.ground, plan.ridge_m2, names)
    if before is None:
        return land_structure(*planned)
    ridges = ridges_of(before.base, before.ground)
    return land_structure(*planned, *_by_piece(before.base, before.ground, ridges, names))


def _by_piece(
    land: CodedLand, ground: Ground, ridge_m2: Floats, names: Sequence[str]
) -> tuple[list[object], Floats, list[str | None] | None]:
    """Codes, areas and units of the pieces; field ridges are taken out and booked as land of their own."""
    ridged = np.flatnonzero(ridge_m2 > 0.0)
    codes = [*land.codes[ground.parcel].tolist(), *([RIDGE_CODE] * len(ridged))]
    area = np.concatenate((ground.area_m2 - ridge_m2, ridge_m2[ridged]))
    if not names:
        return codes, area, None
    units = [None if unit < 0 else names[unit] for unit in ground.unit]
    return codes, area, [*units, *(units[row] for row in ridged)]


def _totals(rows: pd.DataFrame, plan: PlanGround, before: Comparison | None) -> dict[str, float]:
    """Counts of results and the areas that prove conservation: units + outside + twice + residual = plan."""
    ground = plan.ground
    outside = ground.unit < 0
    names = {PASS: "passed", FAIL: "failed", WARN: "warned", NOT_MEASURED: NOT_MEASURED}
    totals = {name: float((rows["result"] == result).sum()) for result, name in names.items()}
    totals["trials"] = float(rows["trial"].sum())
    areas: dict[str, npt.ArrayLike] = {
        "plan_area_ha": plan.land.area_m2,
        "units_area_ha": ground.area_m2[~outside],
        "outside_area_ha": ground.area_m2[outside],
        "twice_planned_area_ha": [ground.twice_m2],
        "residual_ha": [ground.residual_m2],
        "uncoded_area_ha": ground.parcel_m2[[code is None for code in plan.land.codes.tolist()]],
        "ridge_area_ha": plan.ridge_m2,
    }
    totals.update(
        {
            name: math.fsum(np.nan_to_num(np.asarray(area, dtype=float))) / M2_PER_HA
            for name, area in areas.items()
        }
    )
    totals["noise_area_ha"] = 0.0 if before is None else before.changes.noise_ha
    totals["undetermined_area_ha"] = 0.0 if before is None else before.changes.undetermined_ha
    return totals
