# SPDX-License-Identifier: GPL-2.0-or-later
"""Quantity rules in force that no row answers, each with the reason: never a silent pass."""

from __future__ import annotations

import pandas as pd

from ..rules import RulePack
from .explanations import NOT_RUN
from .indicators import load_balances, load_indicators
from .judgement import NO_TARGET, NOT_MEASURED

#: Kinds of checks that this check is responsible for.
CHECK_TYPES = ("quantity", "balance", "length")
CONSISTENCY = "CON-06"
#: What the list says of a rule: its own cells, and why it was not run.
RULE_CELLS = ("rule_id", "line_type", "check_type", "severity", "verified", "rule_text", "rule_text_zh")
NOT_RUN_COLUMNS = (*RULE_CELLS, "reason", "reason_zh")


def rules_not_run(law: RulePack, rows: pd.DataFrame, *, has_base: bool) -> pd.DataFrame:
    """Rules of ``CHECK_TYPES`` in ``law`` without a judged row: ``NOT_RUN_COLUMNS``, in rule order."""
    judged = rows[~rows["result"].isin((NO_TARGET, NOT_MEASURED))]
    answered = {rule_id for cell in judged["rule_id"].dropna() for rule_id in str(cell).split(";")}
    mine = law.rules[law.rules["check_type"].isin(CHECK_TYPES)]
    found = [
        [*(rule[column] for column in RULE_CELLS), *_reason(str(rule["rule_id"]), rows, has_base)]
        for _, rule in mine.iterrows()
        if rule["rule_id"] not in answered
    ]
    return pd.DataFrame(found, columns=list(NOT_RUN_COLUMNS), dtype=object)


def _reason(rule_id: str, rows: pd.DataFrame, has_base: bool) -> tuple[str, str]:
    if rule_id == CONSISTENCY:
        return NOT_RUN["no_table"]
    indicators = [indicator for indicator in load_indicators() if rule_id in indicator.rule_ids]
    if not indicators:
        balance = rule_id in set(load_balances()["rule_id"])
        return NOT_RUN["no_base" if balance and not has_base else "no_measure"]
    asked = set(rows["indicator"]) & {indicator.id for indicator in indicators}
    measured = rows[rows["indicator"].isin(asked) & rows["measured"].notna()]
    return NOT_RUN["no_target" if len(measured) or not asked else "no_measure"]
