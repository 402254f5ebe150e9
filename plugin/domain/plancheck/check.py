# SPDX-License-Identifier: GPL-2.0-or-later
"""The check of a plan draft against control lines: rules first, geometry only where they ask for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..areas import WorkPlane
from ..errors import InputError
from ..exemptions import OPEN, Exemption, apply_exemptions
from ..factors import FactorSet
from ..notes import NoteBook
from ..progress import Progress, part, silent
from ..rules import RulePack, rules_in_force
from .atoms import arrange
from .buffers import add_rings
from .cells import Splitter, cut_by_base, share_to_units
from .decisive import ranks_on_ground
from .findings import describe_findings
from .hits import RANKS, Case, list_hits
from .keys import feature_tokens
from .known_use import survey_uses
from .layers import BaseCover, CheckSettings, ControlLine, Geometries, PlanDraft, Texts
from .lines import BoundLine, bind_anywhere, bind_lines, note_doubled_ids
from .manual import rules_not_run
from .parcels import sum_parcels
from .pieces import Pieces, canonical_order, find_pieces
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
    if not lines:
        raise InputError("No control line is given; choose at least one of FARMLAND, REDLINE and BOUNDARY.")
    law = rules_in_force(pack, settings.as_of)
    given = bind_lines(lines, law, plane, notes)
    note_trial(given, notes)
    note_law(pack, law, given, settings, notes)
    note_not_checkable(plan, notes)
    base = None if base is None else in_canonical_order(base)
    asker = make_asker(plan, law, base)
    bound = add_rings(given, law, notes, part(progress, 0.0, 0.05))
    bound = [*bound, *bind_anywhere(types_without_line(law, base))]
    overlaps = part(progress, 0.05, 0.1)
    doubtful = note_plan_overlaps(plan, plane, settings.area_rule, notes, overlaps, threads)
    splitter = Splitter(plane, settings.area_rule, threads)
    uses = None
    if base is not None and asker.base_given:
        known = survey_uses(base, threads, part(progress, 0.1, 0.13))
        uses = PresentUse(plan, base, known, asker)
        note_present_use(given, uses, notes, part(progress, 0.13, 0.14))
        note_unknown_changes(bound, uses, settings, notes, part(progress, 0.14, 0.15))
    found = find_pieces(plan, bound, asker, uses, splitter, part(progress, 0.15, 0.5))
    pieces, tokens = _in_canonical_order(plan, found, bound, plane, notes)
    atoms = arrange(pieces.geometry, pieces.parcel, doubtful, part(progress, 0.5, 0.6))
    cells = cut_by_base(atoms, base, splitter, notes, part(progress, 0.6, 0.8))
    shares = share_to_units(cells, units, splitter, part(progress, 0.8, 0.9))
    case = Case(plan, bound, asker, settings, pieces, tokens, atoms, cells)
    progress(0.9)
    hits = list_hits(case)
    progress(0.91)
    findings = describe_findings(case, hits, shares, unit_names, factors)
    findings = apply_exemptions(findings, exemptions, settings.as_of, notes, has_ids=plan.has_ids)
    progress(0.92)
    hits["rank"] = ranks_on_ground(hits, findings["severity"].map(RANKS.index).to_numpy(dtype=np.intp))
    hits["open"] = (findings["state"] == OPEN).to_numpy()[hits["finding"]]
    note_carbon(case, hits, base, factors, notes)
    note_coarse_codes(findings, plan.layer, notes)
    note_noise(findings, settings, notes)
    parcels = sum_parcels(case, hits, factors)
    progress(0.94)
    summary = sum_by_rule(case, hits, findings, shares, unit_names, factors)
    totals = sum_totals(case, hits, findings, splitter, factors, part(progress, 0.96, 1.0))
    not_run = rules_not_run(bound, law, findings, base_given=asker.base_given)
    return PlanCheck(findings, parcels, summary, totals, not_run)


def _in_canonical_order(
    plan: PlanDraft, found: Pieces, bound: Sequence[BoundLine], plane: WorkPlane, notes: NoteBook
) -> tuple[Pieces, Texts]:
    """The pieces in an order free of the layers' order, and a stable text for each parcel with a piece."""
    rows = np.unique(found.parcel)
    ids = plan.ids if plan.has_ids else None
    tokens = np.full(len(plan.ids), "", dtype=object)
    doubled_ids = _doubled(ids)
    # A parcel's token must not depend on which parcels happen to have pieces.
    alone = np.array([ids is not None and ids[row] not in doubled_ids for row in rows], dtype=bool)
    tokens[rows[alone]] = plan.ids[rows[alone]]
    rest = rows[~alone]
    tokens[rest], _ = feature_tokens(None, plan.geometry[rest], plane)
    if ids is not None and len(rest):
        tokens[rest] = [f"{ids[row]}{tokens[row]}" for row in rest]
        note_doubled_ids(plan.layer, ids[rest], notes)
    return found.take(canonical_order(found, tokens, bound)), tokens


def _doubled(ids: Texts | None) -> set[object]:
    if ids is None:
        return set()
    names, count = np.unique(ids.astype(str), return_counts=True)
    return set(names[count > 1])
