# SPDX-License-Identifier: GPL-2.0-or-later
"""What may be planned inside or outside a control line: rule packs as data, and their verdicts."""

from .judge import (
    AUTOMATED,
    INSIDE,
    LEGAL,
    OUTSIDE,
    STATUSES,
    UNLISTED,
    Verdict,
    judge,
    place_of,
)
from .pack import (
    Problems,
    RulePack,
    line_type_of_layer,
    load_rule_pack,
    refuse_evaluation_layer,
    rule_pack_from_frame,
    rule_pack_ids,
    rule_problems,
    rules_in_force,
    zone_field_of,
    zone_of,
)
from .tokens import CONDITIONAL, FINER_CODE, FORBIDDEN

__all__ = [
    "AUTOMATED",
    "CONDITIONAL",
    "FINER_CODE",
    "FORBIDDEN",
    "INSIDE",
    "LEGAL",
    "OUTSIDE",
    "STATUSES",
    "UNLISTED",
    "Problems",
    "RulePack",
    "Verdict",
    "judge",
    "line_type_of_layer",
    "load_rule_pack",
    "place_of",
    "refuse_evaluation_layer",
    "rule_pack_from_frame",
    "rule_pack_ids",
    "rule_problems",
    "rules_in_force",
    "zone_field_of",
    "zone_of",
]
