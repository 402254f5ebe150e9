# SPDX-License-Identifier: GPL-2.0-or-later
"""What one check looked at: only of that it can say that a finding is gone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from ..areas import WorkPlane
from ..notes import NoteBook
from ..plancheck import CheckSettings, ControlLine, PlanDraft
from ..plancheck.keys import geometry_hashes
from ..plancheck.questions import checkable
from ..plancheck.subtypes import dispatch_lines
from ..rules import LEGAL, RulePack, rules_in_force

Rows = npt.NDArray[np.intp]
#: Values of ``where`` of rules that hold without a line.
_NO_LINE = ("anywhere", "sea")
#: Rules of this kind are left to people, but their findings point out where to look.
_POINTED_OUT = "activity"


@dataclass(frozen=True)
class RunScope:
    """The parcels, line types and rules of one check of one plan layer.

    ``legal_types`` and ``trial_types`` are the types of the lines in force and of the
    others; ``free_rules`` need no line. ``parcels`` hands out the tokens of the parcels that
    were checked, and is asked only when a finding did not occur again.
    """

    plan_layer: str
    rules: frozenset[str]
    free_rules: frozenset[str]
    legal_types: frozenset[str]
    trial_types: frozenset[str]
    parcels: Callable[[], frozenset[str]]

    def covers(self, plan_layer: str, line_type: str, line_status: str, rule_id: str) -> bool:
        """Whether a finding of the store, its parcel aside, would have occurred again in this check.

        A stand-in or draft line says nothing about a finding of a legal one.
        """
        types = self.legal_types if line_status == LEGAL else self.legal_types | self.trial_types
        at_hand = line_type in types or rule_id in self.free_rules
        return plan_layer == self.plan_layer and rule_id in self.rules and at_hand


def scope_of(
    plan: PlanDraft,
    lines: Sequence[ControlLine],
    pack: RulePack,
    settings: CheckSettings,
    not_run: pd.DataFrame,
    plane: WorkPlane,
) -> RunScope:
    """The scope of a check by its input and the rules that it did not run."""
    law = rules_in_force(pack, settings.as_of).rules
    left_out = not_run.loc[not_run["check_type"] != _POINTED_OUT, "rule_id"]
    ran = law[~law["rule_id"].isin(left_out)]
    # What the check has to say about sub-types it has said.
    typed = dispatch_lines(lines, NoteBook())
    legal = frozenset(line.line_type for line in typed if line.status == LEGAL)
    return RunScope(
        plan_layer=plan.layer,
        rules=frozenset(ran["rule_id"]),
        free_rules=frozenset(ran.loc[ran["where"].isin(_NO_LINE), "rule_id"]),
        legal_types=legal,
        trial_types=frozenset(line.line_type for line in typed) - legal,
        parcels=lambda: frozenset(parcel_tokens(plan, plane, np.flatnonzero(checkable(plan)))),
    )


def parcel_tokens(plan: PlanDraft, plane: WorkPlane, rows: Rows) -> list[str]:
    """A text by which each parcel is known in another run: its business id, else a hash of its shape."""
    if plan.has_ids:
        return [str(name) for name in plan.ids[rows]]
    return [f"#{digest}" for digest in geometry_hashes(plan.geometry[rows], plane)]


def rows_of_parcels(plan: PlanDraft, plan_ids: Iterable[object]) -> Rows:
    """The row of a parcel with each id."""
    row_of = {name: row for row, name in enumerate(plan.ids)}
    return np.array([row_of[name] for name in plan_ids], dtype=np.intp)
