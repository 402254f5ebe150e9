# SPDX-License-Identifier: GPL-2.0-or-later
"""Two drafts under the same lines and rules: both checked, then held against each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..factors import FactorSet
from ..notes import NoteBook
from ..plancheck import PlanCheck, check_plan
from ..plancheck.cells import Splitter
from ..progress import Progress, part
from .changes import DraftChanges, compare_ground
from .findings import ComparedFindings, compare_findings
from .remarks import merge_notes, note_changes, note_recut, note_twice, note_worse


@dataclass(frozen=True)
class Comparison:
    """The checks of both drafts, where their codes differ, and what became of the findings."""

    check_a: PlanCheck
    check_b: PlanCheck
    changes: DraftChanges
    findings: ComparedFindings


def compare_drafts(
    arguments_a: Mapping[str, Any],
    arguments_b: Mapping[str, Any],
    factors: FactorSet,
    *,
    notes: NoteBook,
    progress: Progress,
    threads: int | None = None,
) -> Comparison:
    """Check two drafts and compare them; the arguments are those of ``check_plan``.

    Both have the same lines, rules, settings and plane. ``factors`` give the carbon of moving
    from A to B, whether or not present land cover is at hand. Raises what ``check_plan`` and
    ``compare_ground`` raise.
    """
    books = {"A": NoteBook(), "B": NoteBook()}
    check_a, check_b = (
        check_plan(**arguments, notes=books[name], progress=part(progress, *share), threads=threads)
        for name, arguments, share in (("A", arguments_a, (0.0, 0.4)), ("B", arguments_b, (0.4, 0.8)))
    )
    merge_notes(books, notes)
    settings = arguments_a["settings"]
    splitter = Splitter(arguments_a["plane"], settings.area_rule, threads)
    plans = arguments_a["plan"], arguments_b["plan"]
    changes = compare_ground(*plans, settings, splitter, factors, part(progress, 0.8, 0.95))
    findings = compare_findings(check_a.findings, check_b.findings, part(progress, 0.95, 1.0))
    note_changes(changes, factors, notes)
    note_twice(changes, notes)
    note_recut(findings, notes)
    note_worse(findings, notes)
    return Comparison(check_a, check_b, changes, findings)
