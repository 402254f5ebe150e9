# SPDX-License-Identifier: GPL-2.0-or-later
"""Rules that the check of a plan draft did not decide: who looks after them, and what that takes."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import shapely

from ..rules import (
    ANYWHERE,
    AUTOMATED,
    BUFFER,
    INSIDE,
    ON_PRESENT_USE,
    Rule,
    RulePack,
    checkers_of,
    is_collective,
    line_types_at,
    rule_of,
)
from .lines import BoundLine

NOT_RUN_COLUMNS = (
    "rule_id",
    "line_type",
    "check_type",
    "severity",
    "verified",
    "rule_text",
    "rule_text_zh",
    "reason",
    "reason_zh",
    "checked_by",
    "findings",
)
DATA = "data"
#: Groups of rules that stand beside every line: between the lines, on totals and on the layers.
GROUPS = ("three_lines", "plan", DATA)
MANUAL, CHECKPLAN, CHECKTOPOLOGY = "manual", "checkplan", "checktopology"
DISPATCH, ACTIVITY, TOPOLOGY = "dispatch", "activity", "topology"

BY_HAND = ("check by hand, it needs {needs}", "请人工核查，需要{needs}")
BY_OTHERS = ("checked by {checkers}, it needs {needs}", "由{checkers}核查，需要{needs}")
BY_ACTIVITY = (
    "the code tells only where to look; check by hand, it needs {needs}",
    "地类代码只能指出可疑位置，请人工核查，需要{needs}",
)
NO_ZONES = (
    "the layer has no zone field, so the part of the line that this rule speaks about is unknown",
    "图层没有分区字段，无法确定本规则所指的范围",
)
NO_RING = (
    "no feature of the layer has a distance for this rule; give the zones of the layer and their distances",
    "图层中没有要素适用本规则的控制距离，请给出图层的等级或分区及其距离",
)
NO_POLYGONS = (
    "the layer has no polygons, and this rule speaks about ground inside them",
    "图层没有面要素，而本规则针对面内范围",
)
NO_BASE = (
    "the land cover (BASE) with codes of a land survey is not given, and this rule asks for the present use",
    "未提供带调查地类编码的现状图层（BASE），而本规则需要现状用途",
)
NO_SEA = (
    "the land cover (BASE) shows no sea; if the plan reaches beyond the coast, give one that does",
    "现状图层（BASE）中没有海域；如规划范围涉及海域，请提供包含海域的现状图层",
)
NO_SUBTYPE = (
    "features of the layer have no sub-type, so nobody knows which line they are",
    "图层中有要素没有子类型，无法确定其所属控制线",
)

Reason = tuple[str, str]
#: A rule as the pack holds it: cells as text by column.
Row = Mapping[Hashable, Any]


@dataclass(frozen=True)
class _Scene:
    """What the rules were asked about."""

    bound: Sequence[BoundLine]
    pack: RulePack
    base_given: bool

    def of_type(self, line_type: str, place: str, ring: str = "") -> list[BoundLine]:
        """The bound lines of one type at a place."""
        return [
            item
            for item in self.bound
            if (item.line.line_type, item.place, item.ring) == (line_type, place, ring)
        ]


def rules_not_run(
    bound: Sequence[BoundLine], pack: RulePack, findings: pd.DataFrame, *, base_given: bool
) -> pd.DataFrame:
    """Rules of the lines at hand, and of ``GROUPS``, that codes and places did not decide, with the reason.

    Columns ``NOT_RUN_COLUMNS``, in rule order; ``checked_by`` names the algorithms that
    look after the rule, "checkplan" where this check lacked an input, or "manual";
    ``findings`` counts those that ask for the rule (kinds of activities).
    """
    scene = _Scene(bound, pack, base_given)
    present = {item.line.line_type for item in bound} | set(line_types_at(pack, ANYWHERE))
    parents = {str(pack.line_types.at[line_type, "parent"]) for line_type in present} - {""}
    asked = findings.loc[findings["severity"] != "noise", "rule_id"].value_counts()
    at_hand = pack.rules[pack.rules["line_type"].isin({*present, *parents, *GROUPS})]
    rows = []
    for rule in at_hand.to_dict("records"):
        found = _reason(rule, scene)
        if found is not None:
            reason, checkers = found
            counted = int(asked.get(rule["rule_id"], 0))
            facts = [rule[name] for name in NOT_RUN_COLUMNS[:7]]
            rows.append([*facts, *reason, ";".join(checkers), counted])
    return pd.DataFrame(rows, columns=list(NOT_RUN_COLUMNS), dtype=object)


def _reason(row: Row, scene: _Scene) -> tuple[Reason, tuple[str, ...]] | None:
    """Why a rule was not decided and who looks after it; None for a decided one."""
    kind, rule = row["check_type"], rule_of(scene.pack, str(row["rule_id"]))
    if kind == DISPATCH:
        left = any(is_collective(item.line.line_type) for item in scene.bound)
        return (NO_SUBTYPE, (CHECKPLAN,)) if left else None
    if kind == ACTIVITY:
        return _filled(BY_ACTIVITY if rule and rule.speaks else BY_HAND, row, scene.pack), (MANUAL,)
    checkers = _checkers(row, scene.pack)
    if kind not in AUTOMATED or rule is None or not rule.speaks:
        others = kind not in AUTOMATED and checkers != (MANUAL,)
        return _filled(BY_OTHERS if others else BY_HAND, row, scene.pack), checkers if others else (MANUAL,)
    missing = _missing_input(rule, scene)
    return None if missing is None else (missing, (CHECKPLAN,))


def _missing_input(rule: Rule, scene: _Scene) -> Reason | None:
    if rule.kind in ON_PRESENT_USE and not scene.base_given:
        return NO_BASE
    if rule.place == ANYWHERE:
        return None if scene.of_type(rule.line_type, ANYWHERE) else NO_SEA
    if rule.place not in (INSIDE, BUFFER):
        return None
    inside = scene.of_type(rule.line_type, INSIDE)
    if rule.zone and not _zone_known(rule.zone, inside):
        return NO_ZONES
    if rule.place == BUFFER:
        rings = scene.of_type(rule.line_type, BUFFER, rule.rule_id)
        if _all_missing(rings):
            return NO_RING if any(item.zones_known for item in inside) else NO_ZONES
        return None
    return NO_POLYGONS if _all_missing(inside) else None


def _zone_known(zone: str, items: Iterable[BoundLine]) -> bool:
    return any(item.zones_known or zone in item.zones for item in items)


def _all_missing(items: Iterable[BoundLine]) -> bool:
    return all(bool(shapely.is_missing(item.geometry).all()) for item in items)


def _filled(template: Reason, row: Row, pack: RulePack) -> Reason:
    kind = pack.check_types.loc[row["check_type"]]
    checkers = _checkers(row, pack)
    return (
        template[0].format(needs=kind["needs_en"], checkers=", ".join(checkers)),
        template[1].format(needs=kind["needs_zh"], checkers="、".join(checkers)),
    )


def _checkers(row: Row, pack: RulePack) -> tuple[str, ...]:
    """Who looks after a rule: topology is checked among the lines, or within a layer."""
    checkers = checkers_of(pack, row["check_type"])
    if row["check_type"] != TOPOLOGY:
        return checkers
    return tuple(name for name in checkers if (name == CHECKTOPOLOGY) == (row["line_type"] == DATA))
