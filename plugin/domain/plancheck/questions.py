# SPDX-License-Identifier: GPL-2.0-or-later
"""What is asked of the rules: a planned code, what is known of the ground, and conditions on the parcel."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd
import shapely

from ..rules import (
    ANYWHERE,
    LEGAL,
    Doubts,
    Rule,
    RulePack,
    Verdict,
    judge,
    line_types_at,
    rule_of,
    rules_at,
)
from .layers import BaseCover, PlanDraft
from .lines import BoundLine

Rows = npt.NDArray[np.intp]
Flags = npt.NDArray[np.bool_]
#: A planned code with the rules whose condition is not met on the parcel.
Key = tuple[str, Doubts]

#: In place of a key: the parcel has no code or no geometry.
NOT_CHECKABLE = -1


@dataclass(frozen=True)
class Asker:
    """Puts the questions of one check.

    ``keys`` are the distinct questions that parcels ask, ``key_of`` the position of each
    parcel's or ``NOT_CHECKABLE``. ``base_given`` tells that present uses are known, at
    least somewhere.
    """

    pack: RulePack
    base_given: bool
    keys: tuple[Key, ...]
    key_of: Rows

    def ask(
        self,
        item: BoundLine,
        zone: str,
        place: str,
        key: int,
        base_code: str | None = None,
        status: str = LEGAL,
    ) -> tuple[Verdict, ...]:
        """The verdicts on a key in a zone of a line, or outside it, over a present use."""
        code, doubts = self.keys[key]
        return judge(
            self.pack,
            item.line.line_type,
            zone,
            place,
            code,
            base_code,
            status,
            base_given=self.base_given,
            ring=item.ring,
            doubts=doubts,
        )

    def asked(self, item: BoundLine, zones: Iterable[str], place: str) -> dict[str, Flags]:
        """For each zone, on which keys some rule may have something to say, whatever the present use is.

        A code over an unknown present use is never judged milder than over a known one, so
        this look-up misses nothing but rules on the present use alone (``baseline_code``) and
        changes of use that rules without a line question (``asked_of_change``).
        """
        every = range(len(self.keys))
        return {
            zone: np.array([bool(self.ask(item, zone, place, key)) for key in every], dtype=bool)
            for zone in zones
        }

    def asked_of_change(self, item: BoundLine, base_codes: Iterable[str]) -> Flags:
        """On which keys a rule without a line has something to say over one of these present uses."""
        asked: Flags = np.zeros(len(self.keys), dtype=bool)
        for base_code in base_codes:
            rest = np.flatnonzero(~asked)
            asked[rest] = [bool(self.ask(item, "", ANYWHERE, int(key), base_code)) for key in rest]
        return asked

    def min_area_m2(self, rule_id: str) -> float:
        """Up to which area a hit of a rule is noise, whatever the settings say."""
        rule = rule_of(self.pack, rule_id)
        return 0.0 if rule is None else rule.min_area_m2

    def parcels(self, keys: Flags) -> Flags:
        """The parcels that ask one of these keys."""
        chosen: Flags = np.append(keys, False)[self.key_of]
        return chosen


def make_asker(plan: PlanDraft, pack: RulePack, base: BaseCover | None) -> Asker:
    """The asker of a check under the rules in force; land cover without codes of the rules tells nothing."""
    base_given = base is not None and any(code is not None for code in base.codes)
    known = np.flatnonzero(checkable(plan))
    doubts = _doubts_of(plan, pack, known)
    code, _ = pd.factorize(plan.codes[known].astype(str))
    for held in doubts.values():
        code = pd.factorize(code * 3 + held)[0]
    _, first = np.unique(code, return_index=True)
    key_of = np.full(len(plan.codes), NOT_CHECKABLE, dtype=np.intp)
    key_of[known] = code
    keys = [(str(plan.codes[known[row]]), _doubts_at(doubts, int(row))) for row in first]
    return Asker(pack, base_given, tuple(keys), key_of)


def types_without_line(pack: RulePack, base: BaseCover | None) -> list[str]:
    """The line types with rules that hold without a line.

    Those that speak about the sea only are left out where the land cover shows no sea at
    all: inland nobody should have to prove that a house stands on land.
    """
    known = set() if base is None else {str(code) for code in base.codes if code is not None}
    found = []
    for line_type in line_types_at(pack, ANYWHERE):
        rules = [rule for rule in rules_at(pack, line_type, None, ANYWHERE) if rule.speaks]
        if not known or any(_has_ground(rule, known) for rule in rules):
            found.append(line_type)
    return found


def _has_ground(rule: Rule, known: set[str]) -> bool:
    return not rule.at_sea or any(code.startswith(rule.base_codes) for code in known)


def checkable(plan: PlanDraft) -> Flags:
    """Whether a parcel has both a code and a geometry."""
    has_code: Flags = np.array([code is not None for code in plan.codes], dtype=bool)
    has_code &= ~shapely.is_missing(plan.geometry)
    return has_code


def _doubts_of(plan: PlanDraft, pack: RulePack, rows: Rows) -> dict[str, Rows]:
    """For each rule with a condition whether it holds on the parcels: 1 yes, 0 no, 2 not known."""
    rules = [str(name) for name in pack.rules.index[pack.rules["condition"] != ""]]
    nothing = np.full(len(plan.codes), None, dtype=object)
    answers = ((name, plan.conditions.get(name, nothing)[rows]) for name in rules)
    return {
        name: np.array([2 if held is None else int(bool(held)) for held in column], dtype=np.intp)
        for name, column in answers
    }


def _doubts_at(doubts: dict[str, Rows], row: int) -> Doubts:
    return tuple((name, None if held[row] == 2 else False) for name, held in doubts.items() if held[row] != 1)
