# SPDX-License-Identifier: GPL-2.0-or-later
"""Names for the ids of a finding, and the rules behind it, in the user's language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ...domain.errors import DualCarbonError
from ...domain.rules import RulePack
from ...gis.tables import load_rules
from ...i18n import speaks_chinese, tr

#: Worst first.
SEVERITIES = ("error", "warning", "info", "noise")
STATES = ("open", "exempted", "fixed")


def severity_words() -> dict[str, str]:
    """Severity → word."""
    return {
        "error": tr("Error"),
        "warning": tr("Warning"),
        "info": tr("Information"),
        "noise": tr("Noise"),
    }


def state_words() -> dict[str, str]:
    """State → word."""
    return {"open": tr("Open"), "exempted": tr("Exempted"), "fixed": tr("Fixed")}


def status_words() -> dict[str, str]:
    """Status of a line → word."""
    return {"legal": tr("legal line"), "draft": tr("draft line"), "standin": tr("stand-in (trial only)")}


@dataclass(frozen=True, eq=False)
class Words:
    """The words of one rule pack; ``pack`` is None where it cannot be read any more."""

    pack: RulePack | None = None
    by_column: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def of(self, column: str, value: object) -> str:
        """The word for a value of a column, else the value itself; a dash for nothing."""
        if value is None:
            return "–"
        return self.by_column.get(column, {}).get(str(value), str(value))

    def of_group(self, column: str, value: object) -> str:
        """The name of a group: a rule also says what it says."""
        if column != "rule_id" or self.pack is None or value not in self.pack.rules.index:
            return self.of(column, value)
        return f"{value} {rule_text(self.pack.rules.loc[value])}"


def rule_text(rule: Mapping[str, str]) -> str:
    """What a rule says, in the user's language where the pack has it."""
    return rule["rule_text_zh"] if speaks_chinese() and rule["rule_text_zh"] else rule["rule_text"]


def words_of(rules: str) -> Words:
    """The words by a rule pack (id or path); without its names where it cannot be read."""
    plain = {"severity": severity_words(), "state": state_words(), "line_status": status_words()}
    try:
        pack = load_rules(rules)
    except DualCarbonError:
        return Words(None, plain)
    names = pack.line_types["name_zh" if speaks_chinese() else "name_en"].to_dict()
    return Words(pack, {**plain, "line_type": names})
