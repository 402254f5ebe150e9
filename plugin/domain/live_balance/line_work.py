# SPDX-License-Identifier: GPL-2.0-or-later
"""Control lines made ready once, and parts of a plan held against them as often as they change."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
import shapely

from ..geometry import Flags
from ..notes import NoteBook
from ..plancheck import BaseCover, PlanDraft
from ..plancheck.bench import Bench, Ground, Judged, judge_parcels
from ..plancheck.cells import Splitter
from ..plancheck.check import bind_grounds, require_lines
from ..plancheck.findings import covered_parts
from ..plancheck.hits import NOISE
from ..plancheck.known_use import KnownUse, survey_uses
from ..plancheck.lines import bind_lines
from ..plancheck.present_use import PresentUse, in_canonical_order
from ..plancheck.questions import make_asker
from ..plancheck.remarks import note_law, note_trial
from ..plancheck.sides import make_sides
from ..plancheck.totals import list_amounts, union_of_hits
from ..progress import Progress, part, silent
from ..rules import RulePack, rules_in_force
from ..units import M2_PER_HA
from .bookings import Entry, entries_by
from .carbon import STAKE
from .findings import Finding, list_findings
from .job import BalanceJob

#: Accounts of the totals of a check, and of the ground, counted once, that each rule hits, and each
#: kind of conflict: severity, line type and state.
TOTAL, UNION, HIT = "total", "union", "hit"


@dataclass(frozen=True)
class LineWork:
    """The law, the lines and the land cover of a check, ready for parts of its plan."""

    law: RulePack
    bench: Bench
    base: BaseCover | None
    base_tree: shapely.STRtree
    known: KnownUse | None
    base_given: bool

    def on_one_thread(self) -> LineWork:
        """The same for a few parcels, which are done before another thread has started."""
        known = None if self.known is None else replace(self.known, threads=1)
        splitter = replace(self.bench.splitter, threads=1)
        return replace(self, known=known, bench=replace(self.bench, splitter=splitter))

    def judge(self, plan: PlanDraft, doubtful: Flags, doubled_ids: Set[object], progress: Progress) -> Judged:
        """Hold parcels against the lines, as a full check does."""
        base = None if self.base is None else near_cover(self.base, self.base_tree, plan)
        asker = replace(make_asker(plan, self.law, base), base_given=self.base_given)
        uses = None
        if base is not None and self.known is not None:
            uses = PresentUse(plan, base, self.known, asker)
        ground = Ground(plan, asker, base, uses, doubtful, doubled_ids)
        return judge_parcels(ground, self.bench, NoteBook(), progress)

    def book(
        self,
        keys: Sequence[str],
        plan: PlanDraft,
        doubtful: Flags,
        doubled_ids: Set[object],
        progress: Progress = silent,
    ) -> tuple[list[Entry], list[Finding]]:
        """What parcels add to the totals of the check, and their findings."""
        judged = self.judge(plan, doubtful, doubled_ids, part(progress, 0.0, 0.9))
        case, hits, findings = judged.case, judged.hits, judged.findings
        amounts = list_amounts(case, hits, findings, self.bench.splitter, part(progress, 0.9, 1.0))
        entries: list[Entry] = [((TOTAL, name), one.parcel, one.amount) for name, one in amounts.items()]
        entries += _ground_by_rule(hits) + _ground_by_line(hits, findings)
        ground = union_of_hits(hits[hits["rank"] < NOISE])
        stake = covered_parts(case, ground.assign(group=ground["parcel"]))
        changes = stake["base_class"], stake["plan_class"]
        entries += entries_by(STAKE, changes, stake["group"].to_numpy(), stake["area_ha"].to_numpy())
        owner = hits.drop_duplicates("finding")["parcel"].tolist()
        return entries, list_findings(findings, [keys[row] for row in owner])


def open_lines(job: BalanceJob, notes: NoteBook, progress: Progress) -> LineWork:
    """Bind the lines of a job under the law of its day and make them ready."""
    require_lines(job.lines)
    law = rules_in_force(job.pack, job.settings.as_of)
    base = None if job.base is None else in_canonical_order(job.base)
    given = bind_lines(job.lines, law, job.plane, notes)
    note_trial(given, notes)
    note_law(job.pack, law, given, job.settings, notes)
    bound = bind_grounds(given, law, base, notes, part(progress, 0.0, 0.2))
    sides = make_sides(bound, job.units, job.threads, part(progress, 0.2, 0.8))
    base_given = base is not None and any(code is not None for code in base.codes)
    known = None
    if base is not None and base_given:
        known = survey_uses(base, job.threads, part(progress, 0.8, 1.0))
    splitter = Splitter(job.plane, job.settings.area_rule, job.threads)
    bench = Bench(bound, job.settings, splitter, None, job.units, job.unit_names, job.exemptions, sides)
    tree = shapely.STRtree(np.empty(0, dtype=object) if base is None else base.geometry)
    return LineWork(law, bench, base, tree, known, base_given)


def near_cover(base: BaseCover, tree: shapely.STRtree, plan: PlanDraft) -> BaseCover:
    """The land cover near parcels, in its order: they are few beside a whole county."""
    rows = np.unique(tree.query(plan.geometry)[1])
    return replace(
        base, geometry=base.geometry[rows], codes=base.codes[rows], carbon_class=base.carbon_class[rows]
    )


def _ground_by_rule(hits: pd.DataFrame) -> list[Entry]:
    """The ground in ha that each rule hits, counted once."""
    real = hits[hits["rank"] < NOISE]
    once = real.iloc[np.lexsort((real["piece"], real["cell"]))].drop_duplicates(["rule_id", "cell"])
    area_ha = once["area_m2"].to_numpy(dtype=np.float64) / M2_PER_HA
    return entries_by(UNION, (once["rule_id"],), once["parcel"].to_numpy(dtype=np.intp), area_ha)


def _ground_by_line(hits: pd.DataFrame, findings: pd.DataFrame) -> list[Entry]:
    """The ground in ha that the findings of one severity, line type and state hit, counted once."""
    order = np.lexsort((hits["piece"], hits["cell"]))
    finding, cell, parcel = (
        hits[name].to_numpy(dtype=np.intp)[order].tolist() for name in ("finding", "cell", "parcel")
    )
    kinds = list(zip(*(findings[name].tolist() for name in ("severity", "line_type", "state"))))
    first: dict[tuple[object, ...], int] = {}
    for row, (one, where) in enumerate(zip(finding, cell)):
        first.setdefault((*kinds[one], where), row)
    rows = list(first.values())
    area_ha = hits["area_m2"].to_numpy(dtype=np.float64)[order][rows] / M2_PER_HA
    labels = list(zip(*first))[:-1] if first else [()] * 3
    return entries_by(HIT, labels, np.array(parcel, dtype=np.intp)[rows], area_ha)
