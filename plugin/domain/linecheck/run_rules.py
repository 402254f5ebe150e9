# SPDX-License-Identifier: GPL-2.0-or-later
"""Which rules on control lines themselves run with the lines at hand, and which do not, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pandas as pd

from ..rules import RulePack
from ..topology.kinds import Kinds
from .layers import LineLayer, Texts, gather
from .pairs import PAIR_TYPES, pairs_in_force

COLUMNS = ("rule_id", "line_type", "check_type", "reason", "reason_zh")
LAYER_TYPES = ("topology", "shape")
#: Line types of rules that are no lines.
NO_LINES = ("data", "plan", "carbon")


def rule_of_layer(law: RulePack, line_type: str, check_type: str) -> str:
    """The rule of a check type on layers of a line type; ``""`` where there is none."""
    rules = law.rules
    chosen = (rules["line_type"] == line_type) & (rules["check_type"] == check_type)
    found = rules.index[chosen & (rules["where"] == "layer")]
    return str(found[0]) if len(found) else ""


def rules_not_run(
    layers: Sequence[LineLayer], zones: Sequence[Texts], law: RulePack, kinds: Kinds
) -> pd.DataFrame:
    """Rules that need a line or a zone that is not given, and kinds whose rule is not in force: ``COLUMNS``.

    ``zones`` are the zone ids of each layer's features.
    """
    present = {layer.line.line_type for layer in layers}
    rows = [
        *_absent_pairs(present, law),
        *_unknown_zones(layers, zones, law),
        *_absent_layers(present, law),
        *_not_in_force(kinds),
    ]
    return pd.DataFrame(rows, columns=list(COLUMNS), dtype=object)


def _absent_pairs(present: set[str], law: RulePack) -> Iterator[tuple[str, ...]]:
    pairs = pairs_in_force(law)
    rules = law.rules[law.rules["check_type"].isin(PAIR_TYPES) & (law.rules["where"] == "pair")]
    for rule_id, rule in rules.iterrows():
        if rule["line_type"] in NO_LINES:
            continue
        own = [pair for pair in pairs if pair.rule_id == rule_id]
        for pair in own:
            missing = sorted({pair.line_a, pair.line_b} - present)
            if missing:
                yield (*_head(rule), *_reason(missing, law))
        if not own:
            yield (*_head(rule), "no pair of lines is known for this rule", "本规则未指明控制线")


def _unknown_zones(
    layers: Sequence[LineLayer], zones: Sequence[Texts], law: RulePack
) -> Iterator[tuple[str, ...]]:
    """Pairs that speak about one zone of a line that has features without a zone."""
    for pair in pairs_in_force(law):
        for line_type, zone in ((pair.line_a, pair.zone_a), (pair.line_b, pair.zone_b)):
            unknown = int((gather(layers, zones, line_type).zones == "").sum()) if zone else 0
            if unknown:
                name = law.line_types.loc[line_type]
                yield (
                    *_head(law.rules.loc[pair.rule_id]),
                    "{line}: {count} features without a zone".format(line=name["name_en"], count=unknown),
                    "{line}：{count}个要素未注明分区".format(line=name["name_zh"], count=unknown),
                )


def _absent_layers(present: set[str], law: RulePack) -> Iterator[tuple[str, ...]]:
    rules = law.rules[law.rules["check_type"].isin(LAYER_TYPES) & (law.rules["where"] == "layer")]
    for _, rule in rules.iterrows():
        if rule["line_type"] not in (*present, *NO_LINES):
            yield (*_head(rule), *_reason([rule["line_type"]], law))


def _not_in_force(kinds: Kinds) -> Iterator[tuple[str, ...]]:
    for rule_id in sorted({kinds.rule_id(kind) for kind in kinds.off()}):
        yield rule_id, "data", "data", "the rule is not in force or switched off", "规则未生效或已停用"


def _head(rule: pd.Series) -> tuple[str, str, str]:
    return str(rule["rule_id"]), str(rule["line_type"]), str(rule["check_type"])


def _reason(missing: Sequence[str], law: RulePack) -> tuple[str, str]:
    names = [law.line_types.loc[line] for line in missing]
    return (
        "line not given: {lines}".format(lines=", ".join(str(name["name_en"]) for name in names)),
        "缺少控制线：{lines}".format(lines="、".join(str(name["name_zh"]) for name in names)),
    )
