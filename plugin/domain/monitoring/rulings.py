# SPDX-License-Identifier: GPL-2.0-or-later
"""Whether a change of land use that was observed inside a control line breaks a rule that codes decide."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from ..classes import carbon_classes, load_classification
from ..rules import BASELINE, FORBIDDEN, INSIDE, RulePack, Verdict, code_set, judge, rule_of

#: Classification that rules speak.
RULE_CODES = "cn_landsea_2023"
ILLEGAL, LEGAL_CHANGE, UNDECIDED = "yes", "no", "undecided"
Codes = tuple[str, ...]


@dataclass(frozen=True)
class Ruling:
    """``illegal`` is yes, no or undecided; ``rules`` forbid the change, or ask what codes do not tell."""

    illegal: str
    rules: Codes


@lru_cache(maxsize=512)
def codes_of_class(carbon_class: str) -> Codes:
    """The finest codes of the rules that stand for a carbon class: those of the land, where it has any.

    A class that the codes do not tell apart stands for all codes of its IPCC category.
    """
    classes = carbon_classes()["ipcc_category"]
    own = _codes_of([carbon_class])
    if own or carbon_class not in classes.index:
        return own
    return _codes_of(list(classes.index[classes == classes[carbon_class]]))


def _codes_of(names: list[str]) -> Codes:
    codes = load_classification(RULE_CODES).codes
    parents = set(codes["parent_code"])
    found = [str(code) for code in codes.index[codes["carbon_class"].isin(names)] if code not in parents]
    on_land = [code for code in found if not code.startswith(code_set("sea"))]
    return tuple(on_land or found)


def rule_on_change(
    law: RulePack, line_type: str, zone: str, before: Codes, after: Codes, status: str
) -> Ruling:
    """What the rules inside a line say on a change from one of some codes to one of others.

    A change is illegal where some rule forbids it whichever of the codes it was, and legal where no
    rule says anything on any of them. All else is undecided: a proof may exist, or the codes are too
    coarse. Rules on the present use alone are about the land before and no ruling on a change.
    """
    answers = [
        [
            verdict
            for verdict in judge(law, line_type, zone, INSIDE, new, old, status, base_given=True)
            if _is_on_change(law, verdict)
        ]
        for old, new in product(before or (None,), after)
    ]
    if not answers:
        return Ruling(UNDECIDED, ())
    forbidding = [{verdict.rule_id for verdict in said if verdict.verdict == FORBIDDEN} for said in answers]
    if all(forbidding):
        # The rules that hold for all of the codes, else those that together leave none of them out.
        rules = set.intersection(*forbidding) or set.union(*forbidding)
        return Ruling(ILLEGAL, tuple(sorted(rules)))
    asking = {verdict.rule_id for said in answers for verdict in said}
    return Ruling(UNDECIDED, tuple(sorted(asking))) if asking else Ruling(LEGAL_CHANGE, ())


def _is_on_change(law: RulePack, verdict: Verdict) -> bool:
    rule = rule_of(law, verdict.rule_id)
    return rule is None or rule.kind != BASELINE
