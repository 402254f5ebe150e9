# SPDX-License-Identifier: GPL-2.0-or-later
"""The live balance: carbon, conflicts with lines and totals of a plan, kept up to date edit by edit."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

import numpy as np

from ..carbon_at_stake import CARBON_COLUMNS, carbon_weights
from ..geometry import Flags
from ..notes import Note, NoteBook
from ..plancheck import PlanDraft
from ..plancheck.hits import RANKS
from ..plancheck.remarks import note_not_checkable, note_plan_overlaps
from ..plancheck.totals import TOTAL_NAMES, check_conservation, totals_of
from ..progress import Progress, part, silent
from ..quantities import Measuring
from ..units import M2_PER_HA
from .bookings import Bookings, Ledger, book
from .carbon import GROUND, STAKE, CarbonBalance, balance_of, book_ground, changes_of, figures_of
from .findings import Conflicts, Finding
from .ground_account import account_terms
from .job import BalanceJob
from .line_work import HIT, TOTAL, UNION, LineWork, near_cover, open_lines
from .plan_book import Edits, PlanBook
from .quantity_figures import FeatureGround, QuantityUse, list_quantities
from .quantity_work import QuantityWork, open_quantities
from .running_sums import RunningSums

#: Parcels that overlap an edited one decide on its ground, and those that overlap these on theirs.
RINGS = 2
#: Accounts of conflicts.
COUNT, AREA = "count", "area"


@dataclass(frozen=True)
class BalanceState:
    """The figures of a plan as it stands.

    ``totals`` are those of a full check, names and units as there; ``carbon`` is the balance
    against the land cover, None without any; ``conflicts`` the findings by rule, the worst
    first; ``union_ha`` the ground that each rule hits, counted once, ``hit_ha`` that of severity,
    line type and state; ``quantities`` the rows of a quantity check, none where it was not asked
    for. ``is_checkable`` is False where no parcel has a code and ground: a full check refuses such
    a plan.
    """

    parcels: int
    totals: Mapping[str, float]
    carbon: CarbonBalance | None
    conflicts: Sequence[Conflicts]
    union_ha: Mapping[str, float]
    hit_ha: Mapping[tuple[str, str, str], float]
    quantities: Sequence[QuantityUse]
    is_checkable: bool


@dataclass(frozen=True)
class BalanceChange:
    """What edits changed: findings that appeared and that are gone, and the figures before and after.

    A finding whose area or severity changed is gone in its old form and appears in its new one.
    ``parcels`` are the keys of the edited parcels that are still there.
    ``notes`` tell what was done to the edited parcels before they could be checked.
    """

    appeared: Sequence[Finding]
    gone: Sequence[Finding]
    parcels: Sequence[str]
    before: BalanceState
    after: BalanceState
    notes: Sequence[Note] = ()


class LiveBalance:
    """Figures and findings of a plan that is being edited; made by ``open_balance``.

    After any sequence of edits they equal those of a full check of the plan as it stands:
    findings by key, figures within 1e-9. Not safe for use from two threads at once.
    """

    def __init__(self, job: BalanceJob, lines: LineWork, quantities: QuantityWork | None) -> None:
        self._job, self._lines, self._quantities = job, lines, quantities
        self._features = None if quantities is None else FeatureGround(quantities)
        factors, horizon_a = job.factors, job.settings.horizon_a
        self._weights = None if factors is None else carbon_weights(factors, horizon_a)
        self._terms = None if factors is None else account_terms(factors)
        self._book = PlanBook(job.keys, job.plan)
        self._ledger = Ledger()
        self._conflicts: RunningSums[tuple[str, ...]] = RunningSums()
        self._findings: dict[str, list[Finding]] = {}
        self._state: BalanceState | None = None
        self._opening, self._opening_row = book([]), {key: row for row, key in enumerate(job.keys)}
        self._held: dict[str, Bookings] = {}
        self._names: list[str] = []

    def state(self) -> BalanceState:
        """The figures of the plan as it stands."""
        if self._state is None:
            self._state = self._describe()
        return self._state

    def findings(self) -> list[Finding]:
        """All findings, by parcel in the order of the plan."""
        return [one for key in self._book.in_order(self._findings) for one in self._findings[key]]

    def findings_of(self, key: str) -> Sequence[Finding]:
        """The findings of one parcel."""
        return tuple(self._findings.get(key, ()))

    def apply(self, edits: Edits, progress: Progress = silent) -> BalanceChange:
        """Take over edits and recompute what they change; an error or a cancel leaves all as it was."""
        before = self.state()
        edited = {*edits.keys, *edits.removed}
        reach, renewed = self._reach(edits)
        # Nobody shares ground with a parcel that nobody overlaps: what it added is known.
        left = [self._held_by(key) for key in edited if key in self._book] if reach == edited else None
        if left is None:
            left = [self._look_at(reach, part(progress, 0.0, 0.5))[0]]
        undo = self._book.put(edits)
        try:
            entered, found = self._look_at(reach, part(progress, 0.5, 1.0))
        except BaseException:
            self._book.put(undo)
            raise
        self._ledger.enter(left, -1)
        self._ledger.enter([entered])
        keys = self._present(reach)
        self._held.update((key, entered.of(row)) for row, key in enumerate(keys) if key in renewed)
        gone = [one for key in sorted(renewed) for one in self._findings.pop(key, ())]
        appeared = [one for one in found if one.parcel in renewed]
        self._list(appeared)
        self._count(gone, -1)
        self._state = None
        same = set(gone) & set(appeared)
        return BalanceChange(
            [one for one in appeared if one not in same],
            [one for one in gone if one not in same],
            tuple(edits.keys),
            before,
            self.state(),
            edits.notes,
        )

    def fill(self, notes: NoteBook, progress: Progress) -> None:
        """Check the whole plan, once after opening."""
        job, plan = self._job, self._job.plan
        share = part(progress, 0.0, 0.1)
        rule = job.settings.area_rule
        note_not_checkable(plan, notes)
        doubtful = note_plan_overlaps(plan, job.plane, rule, notes, share, job.threads)
        keys = self._book.keys()
        self._opening, found = self._look_at_plan(keys, plan, doubtful, part(progress, 0.1, 1.0))
        self._ledger.enter([self._opening])
        self._names = [str(account[1]) for account in self._opening.accounts if account[0] == TOTAL]
        self._list(found)
        check_conservation(self._totals())
        self._lines = self._lines.on_one_thread()
        self._quantities = None if self._quantities is None else self._quantities.on_one_thread()

    def _reach(self, edits: Edits) -> tuple[set[str], set[str]]:
        """The parcels on whose ground edits may change anything, and those whose findings may change."""
        edited = {*edits.keys, *edits.removed}
        met = set() if edits.plan is None else self._book.overlapping(edits.plan.geometry)
        renewed = edited | self._book.around(edited, 1) | met | self._book.mates(edits)
        return edited | self._book.around(renewed, RINGS - 1), renewed

    def _held_by(self, key: str) -> Bookings:
        """What a parcel adds to the figures now."""
        return self._held.get(key) or self._opening.of(self._opening_row[key])

    def _present(self, reach: Set[str]) -> list[str]:
        return self._book.in_order(key for key in reach if key in self._book)

    def _look_at(self, reach: Set[str], progress: Progress) -> tuple[Bookings, list[Finding]]:
        keys = self._present(reach)
        if not keys:
            return book([]), []
        plan = self._book.plan_of(keys)
        return self._look_at_plan(keys, plan, np.full(len(keys), len(keys) > 1), progress)

    def _look_at_plan(
        self, keys: Sequence[str], plan: PlanDraft, doubtful: Flags, progress: Progress
    ) -> tuple[Bookings, list[Finding]]:
        lines = self._lines
        doubled = self._book.doubled_ids(plan)
        entries, found = lines.book(keys, plan, doubtful, doubled, part(progress, 0.0, 0.6))
        if lines.base is not None:
            base = near_cover(lines.base, lines.base_tree, plan)
            share = part(progress, 0.6, 0.8)
            entries += book_ground(plan, base, doubtful, lines.bench.splitter, share)
        if self._quantities is not None:
            entries += self._quantities.book(plan, part(progress, 0.8, 1.0))
        return book(entries), found

    def _list(self, findings: Sequence[Finding]) -> None:
        for finding in findings:
            self._findings.setdefault(finding.parcel, []).append(finding)
        self._count(findings, 1)

    def _count(self, findings: Sequence[Finding], sign: int) -> None:
        for one in findings:
            rule = (one.line_type, one.rule_id, one.severity, one.state)
            self._conflicts.add_all((COUNT, *rule), [1.0], sign)
            self._conflicts.add_all((AREA, *rule), [one.area_m2], sign)

    def _describe(self) -> BalanceState:
        totals = self._totals()
        carbon = None
        if self._lines.base is not None:
            ground = changes_of(self._ledger.of_kind(GROUND))
            carbon = balance_of(ground, self._weights, self._terms)
        return BalanceState(
            parcels=len(self._book),
            totals=totals,
            carbon=carbon,
            conflicts=self._list_conflicts(),
            union_ha={str(rule): area_ha for (rule,), area_ha in self._ledger.of_kind(UNION)},
            hit_ha=self._ground_of_conflicts(),
            quantities=self._list_quantities(),
            is_checkable=totals.get("checked_area_ha", 0.0) > 0.0,
        )

    def _ground_of_conflicts(self) -> dict[tuple[str, str, str], float]:
        hit = self._ledger.of_kind(HIT)
        return {(severity, line_type, state): area_ha for (severity, line_type, state), area_ha in hit}

    def _totals(self) -> dict[str, float]:
        """The totals of a full check."""
        totals = totals_of({name: self._ledger.value(TOTAL, name) for name in self._names})
        changes = changes_of(self._ledger.of_kind(STAKE))
        carbon = figures_of(changes, self._weights)
        totals.update({total: carbon[name] for total, name in zip(TOTAL_NAMES, CARBON_COLUMNS)})
        weak = math.nan if self._weights is None else self._weights.weak_share(changes)
        return {**totals, "weak_share": weak}

    def _list_quantities(self) -> list[QuantityUse]:
        if self._quantities is None or self._features is None:
            return []
        self._features.follow(self._ledger)
        return list_quantities(self._quantities, self._ledger, self._features)

    def _list_conflicts(self) -> list[Conflicts]:
        sums = dict(self._conflicts.items())
        listed = []
        for (kind, *rule), count in sums.items():
            if kind == COUNT:
                line_type, rule_id, severity, state = rule
                area_ha = sums.get((AREA, *rule), 0.0) / M2_PER_HA
                listed.append(Conflicts(line_type, rule_id, severity, state, int(count), area_ha))
        return sorted(
            listed, key=lambda one: (RANKS.index(one.severity), one.line_type, one.rule_id, one.state)
        )


def open_balance(job: BalanceJob, notes: NoteBook, progress: Progress = silent) -> LiveBalance:
    """Check a plan as a whole and stand ready for its edits.

    Everything that does not depend on the plan is made ready once, which takes as long as a
    full check. Raises what a full check raises for lines and plans that cannot be used.
    """
    lines = open_lines(job, notes, part(progress, 0.0, 0.3))
    quantities = None
    if job.quantities is not None:
        how = Measuring(job.plane, job.settings.area_rule, job.threads)
        share = part(progress, 0.3, 0.5)
        quantities = open_quantities(job.quantities, job.pack, job.settings, how, notes, share)
    balance = LiveBalance(job, lines, quantities)
    balance.fill(notes, part(progress, 0.5, 1.0))
    return balance
