# SPDX-License-Identifier: GPL-2.0-or-later
"""The check of a plan draft against control lines: rules first, geometry only where they ask for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from ..areas import WorkPlane
from ..errors import InputError
from ..exemptions import Exemption
from ..factors import FactorSet
from ..notes import NoteBook
from ..progress import Progress, part, silent
from ..rules import RulePack, rules_in_force
from .bench import Bench, Ground, doubled, judge_parcels
from .buffers import add_rings
from .cells import Splitter
from .known_use import survey_uses
from .layers import BaseCover, CheckSettings, ControlLine, Geometries, PlanDraft, Texts
from .lines import BoundLine, bind_anywhere, bind_lines
from .manual import rules_not_run
from .parcels import sum_parcels
from .present_use import PresentUse, in_canonical_order
from .questions import make_asker, types_without_line
from .remarks import (
    note_carbon,
    note_coarse_codes,
    note_law,
    note_noise,
    note_not_checkable,
    note_plan_overlaps,
    note_present_use,
    note_trial,
    note_unknown_changes,
)
from .summary import sum_by_rule
from .totals import sum_totals


@dataclass(frozen=True)
class PlanCheck:
    """The result of a plan check.

    ``findings``: ``FINDING_COLUMNS`` and ``geometry`` in plane coordinates; ``parcels``: one
    row per plan parcel in the plan's order; ``summary``: by rule, line type and in all, per
    unit; ``totals``: counts, ha and tonnes on the union of findings; ``not_run``: rules of
    the lines at hand that were not decided, with the reason and who looks after them.
    """

    findings: pd.DataFrame
    parcels: pd.DataFrame
    summary: pd.DataFrame
    totals: dict[str, float]
    not_run: pd.DataFrame


def check_plan(
    plan: PlanDraft,
    lines: Sequence[ControlLine],
    pack: RulePack,
    settings: CheckSettings,
    plane: WorkPlane,
    *,
    base: BaseCover | None = None,
    factors: FactorSet | None = None,
    units: Geometries | None = None,
    unit_names: Texts | None = None,
    exemptions: Sequence[Exemption] = (),
    notes: NoteBook,
    progress: Progress = silent,
    threads: int | None = None,
) -> PlanCheck:
    """Check a plan draft against control lines under the law of ``settings.as_of``.

    All geometries are valid polygons (or None) in the coordinates of ``plane``. ``base``
    decides "existing" uses and, with ``factors``, gives the carbon at stake; ``exemptions``
    let findings stand that counts and areas of open findings then leave out. The result
    does not depend on the order of features or lines, nor on ``threads``. Raises
    ``InputError`` or ``RuleError`` for lines that cannot be used and for a plan without any
    parcel to check, ``ConservationError`` when areas do not add up.
    """
    require_lines(lines)
    law = rules_in_force(pack, settings.as_of)
    given = bind_lines(lines, law, plane, notes)
    note_trial(given, notes)
    note_law(pack, law, given, settings, notes)
    note_not_checkable(plan, notes)
    base = None if base is None else in_canonical_order(base)
    asker = make_asker(plan, law, base)
    bound = bind_grounds(given, law, base, notes, part(progress, 0.0, 0.05))
    overlaps = part(progress, 0.05, 0.1)
    doubtful = note_plan_overlaps(plan, plane, settings.area_rule, notes, overlaps, threads)
    splitter = Splitter(plane, settings.area_rule, threads)
    uses = None
    if base is not None and asker.base_given:
        known = survey_uses(base, threads, part(progress, 0.1, 0.13))
        uses = PresentUse(plan, base, known, asker)
        note_present_use(given, uses, notes, part(progress, 0.13, 0.14))
        note_unknown_changes(bound, uses, settings, notes, part(progress, 0.14, 0.15))
    judged = judge_parcels(
        Ground(plan, asker, base, uses, doubtful, doubled(plan.ids)),
        Bench(bound, settings, splitter, factors, units, unit_names, exemptions),
        notes,
        part(progress, 0.15, 0.92),
    )
    case, hits, findings, shares = judged.case, judged.hits, judged.findings, judged.shares
    note_carbon(case, hits, base, factors, notes)
    note_coarse_codes(findings, plan.layer, notes)
    note_noise(findings, settings, notes)
    parcels = sum_parcels(case, hits, factors)
    progress(0.94)
    summary = sum_by_rule(case, hits, findings, shares, unit_names, factors)
    totals = sum_totals(case, hits, findings, splitter, factors, part(progress, 0.96, 1.0))
    not_run = rules_not_run(bound, law, findings, base_given=asker.base_given)
    return PlanCheck(findings, parcels, summary, totals, not_run)


def require_lines(lines: Sequence[ControlLine]) -> None:
    """Refuse a check without any control line."""
    if not lines:
        raise InputError("No control line is given; choose at least one of FARMLAND, REDLINE and BOUNDARY.")


def bind_grounds(
    given: Sequence[BoundLine], law: RulePack, base: BaseCover | None, notes: NoteBook, progress: Progress
) -> list[BoundLine]:
    """All that rules speak at: the lines given, the rings around them, and rules that hold anywhere."""
    bound = add_rings(given, law, notes, progress)
    return [*bound, *bind_anywhere(types_without_line(law, base))]
