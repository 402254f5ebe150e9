# SPDX-License-Identifier: GPL-2.0-or-later
"""Kinds of findings on layers: the one table that ties what a check measures to the rule it breaks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import pandas as pd

from ...paths import RESOURCES
from ..rules import RulePack
from ..rules.vocabulary import SEVERITIES
from ..text_tables import read_text_table

TABLE = RESOURCES / "rules" / "finding_kinds.csv"
NOISE = "noise"

#: What GEOS says of an invalid polygon, in Chinese.
REASONS_ZH = {
    "Self-intersection": "自相交",
    "Ring Self-intersection": "环自相交",
    "Hole lies outside shell": "洞在外环之外",
    "Holes are nested": "洞嵌套",
    "Nested shells": "外环嵌套",
    "Interior is disconnected": "内部不连通",
    "Duplicate Rings": "环重复",
    "Too few points in geometry component": "节点过少",
    "Invalid Coordinate": "坐标无效",
    "Ring is not closed": "环未闭合",
    "GeometryCollection": "几何集合",
}


@dataclass(frozen=True)
class Kind:
    """One kind: its rule ("" = another table tells), the most severe it may be ("" = as the rule), texts.

    ``stated`` and ``remedy`` are those of the rule; None where the pack has no such rule in force.
    """

    rule_id: str
    cap: str
    message: str
    stated: str | None
    remedy: str | None


@dataclass(frozen=True)
class Kinds:
    """The kinds of one check under the rules in force, with texts in one language."""

    kinds: dict[str, Kind]
    language: str

    def __iter__(self) -> Iterator[str]:
        return iter(self.kinds)

    def is_on(self, kind: str) -> bool:
        """Whether the pack has the rule of this kind."""
        return self.kinds[kind].stated is not None

    def off(self) -> list[str]:
        """The kinds tied to a rule that the pack does not have in force."""
        return [name for name, kind in self.kinds.items() if kind.rule_id and kind.stated is None]

    def rule_id(self, kind: str) -> str:
        """The rule that a kind of finding breaks."""
        return self.kinds[kind].rule_id

    def severity(self, kind: str, stated: str | None = None) -> str:
        """The severity of the rule (``stated``, or the kind's own), or the lower one that the table says."""
        own = stated or self.kinds[kind].stated or SEVERITIES[-1]
        return lower_of(own, self.kinds[kind].cap or own)

    def message(self, kind: str, values: dict[str, Any]) -> str:
        """The sentence of a finding in the language chosen."""
        if self.language == "zh" and "reason" in values:
            values = {**values, "reason": REASONS_ZH.get(values["reason"], values["reason"])}
        return self.kinds[kind].message.format(**values)

    def remedy(self, kind: str) -> str:
        """The remedy of the rule in the language chosen."""
        return self.kinds[kind].remedy or ""


def kinds_of(check: str, law: RulePack, language: str) -> Kinds:
    """The kinds of a check (``checktopology``, ``checklines``) under the rules in force."""
    table = _table()
    kinds = {}
    for row in table[table["check"] == check].to_dict("records"):
        known = row["rule_id"] in law.rules.index
        rule = law.rules.loc[row["rule_id"]] if known else None
        kinds[str(row["kind"])] = Kind(
            rule_id=str(row["rule_id"]),
            cap=str(row["severity"]),
            message=str(row[f"message_{language}"]),
            stated=None if rule is None else str(rule["severity"]),
            remedy=None if rule is None else str(rule[f"remedy_{language}"]),
        )
    return Kinds(kinds, language)


def lower_of(*severities: str) -> str:
    """The least of severities."""
    return max(severities, key=SEVERITIES.index)


def count_of(kinds: Sequence[str], *wanted: str) -> int:
    """How many of the kinds are among the wanted ones."""
    return sum(kind in wanted for kind in kinds)


@lru_cache(maxsize=1)
def _table() -> pd.DataFrame:
    return read_text_table(TABLE)
