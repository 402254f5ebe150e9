# SPDX-License-Identifier: GPL-2.0-or-later
"""What may be planned inside or outside a control line: rule packs as data, and their verdicts."""

from ..factors.problems import Problems
from .distances import Ring, has_rings, ring_of
from .judge import LEGAL, STATUSES, UNLISTED, Doubts, judge, questions_present_use
from .layer_names import line_type_of_layer, refuse_evaluation_layer, zone_field_of, zone_of
from .library import load_rule_pack, refuse_problems, rings_path, rings_problems, rule_pack_ids, rule_problems
from .lookups import (
    ACTIVITY_CODE,
    ANYWHERE,
    AUTOMATED,
    BASELINE,
    BUFFER,
    INSIDE,
    ON_PRESENT_USE,
    OUTSIDE,
    TRANSITION,
    Rule,
    Verdict,
    line_types_at,
    place_of,
    rule_of,
    rules_at,
)
from .pack import PackName, RulePack, checkers_of, rules_in_force
from .subtypes import dispatch_target, is_collective
from .tokens import ACTIVITY, CONDITIONAL, FINER_CODE, FORBIDDEN
from .vocabulary import code_set

__all__ = [
    "ACTIVITY",
    "ACTIVITY_CODE",
    "ANYWHERE",
    "AUTOMATED",
    "BASELINE",
    "BUFFER",
    "CONDITIONAL",
    "FINER_CODE",
    "FORBIDDEN",
    "INSIDE",
    "LEGAL",
    "ON_PRESENT_USE",
    "OUTSIDE",
    "STATUSES",
    "TRANSITION",
    "UNLISTED",
    "Doubts",
    "PackName",
    "Problems",
    "Ring",
    "Rule",
    "RulePack",
    "Verdict",
    "checkers_of",
    "code_set",
    "dispatch_target",
    "has_rings",
    "is_collective",
    "judge",
    "line_type_of_layer",
    "line_types_at",
    "load_rule_pack",
    "place_of",
    "questions_present_use",
    "refuse_evaluation_layer",
    "refuse_problems",
    "ring_of",
    "rings_path",
    "rings_problems",
    "rule_of",
    "rule_pack_ids",
    "rule_problems",
    "rules_at",
    "rules_in_force",
    "zone_field_of",
    "zone_of",
]
