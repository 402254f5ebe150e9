# SPDX-License-Identifier: GPL-2.0-or-later
"""The rule pack of a run."""

from __future__ import annotations

from ..domain.rules import RulePack
from .run import Run
from .tables import load_rules


def read_rules(run: Run) -> RulePack:
    """The pack that the parameter RULES names; what it leaves out of its parents' rules is noted."""
    pack = load_rules(run.text("RULES"))
    if pack.switched_off:
        run.notes.add(
            "rules_switched_off",
            "Rule pack “{pack}” switches off {count} rules, which are not checked: {rules}.",
            count=len(pack.switched_off),
            pack=pack.id,
            rules=", ".join(pack.switched_off),
            warning=False,
        )
    return pack
