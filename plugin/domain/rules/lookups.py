# SPDX-License-Identifier: GPL-2.0-or-later
"""The rules of a pack as look-ups: the place where each speaks, its kind, its code lists read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import pandas as pd

from .checks import CODE_COLUMNS
from .distances import has_rings
from .pack import RulePack
from .tokens import ALLOWED, FORBIDDEN, VERDICTS, Token, parse_token, split_list

#: Kinds of rules that a plan check decides, as far as codes, places and the present use tell.
LISTS = frozenset({"overlay_code", "buffer_code", "conditional"})
WHITELIST, TRANSITION, BASELINE, ACTIVITY_CODE = "whitelist", "transition", "baseline_code", "activity"
AUTOMATED = LISTS | {WHITELIST, TRANSITION, BASELINE, ACTIVITY_CODE}
#: Kinds that ask for the present use of the ground.
ON_PRESENT_USE = frozenset({TRANSITION, BASELINE})

INSIDE, OUTSIDE = "inside", "outside"
#: At a distance from the line, and wherever the plan lies.
BUFFER, ANYWHERE = "buffer", "anywhere"
#: Words of the column ``where`` for ground that no line has to show.
SEA = "sea"
_NO_LINE = (ANYWHERE, SEA)


@dataclass(frozen=True)
class Verdict:
    """What one rule says. ``needs`` is the proof that a conditional use lacks (a qualifier of the rule).

    ``verdict`` is forbidden, conditional or unlisted; a use that a rule allows has none.
    ``legal_basis`` is None under a line that is not legally in force.
    """

    rule_id: str
    verdict: str
    severity: str
    needs: str
    legal_basis: str | None
    remedy_en: str
    remedy_zh: str
    verified: str


@dataclass(frozen=True)
class Rule:
    """One rule, read. ``breach`` is what a breach gives; milder verdicts are derived from it.

    ``base_codes`` are the present uses that a transition starts from; ``at_sea`` tells that
    it speaks about the sea only; a hit not larger than ``min_area_m2`` is noise.
    """

    rule_id: str
    line_type: str
    kind: str
    zone: str
    place: str
    closed_world: bool
    tokens: tuple[tuple[str, Token], ...]
    base_codes: tuple[str, ...]
    at_sea: bool
    min_area_m2: float
    breach: Verdict

    @property
    def speaks(self) -> bool:
        """Whether codes alone can make this rule speak: markers show in no code."""
        return self.kind in AUTOMATED and any(not token.marker for _, token in self.tokens)

    def allows(self) -> bool:
        """Whether the rule lists anything as allowed."""
        return any(verdict == ALLOWED for verdict, _ in self.tokens)


def rules_at(
    pack: RulePack, line_type: str, zone: str | None, place: str, ring: str = ""
) -> tuple[Rule, ...]:
    """The rules that speak at a place of a line, in rule order, in one zone or (None) in any.

    ``ring`` is the rule whose distances made the ground, where the place is a buffer.
    """
    found = _compiled(pack).get((line_type, place), ())
    if zone is not None:
        found = tuple(rule for rule in found if rule.zone in ("", zone))
    return tuple(rule for rule in found if ring in ("", rule.rule_id))


def line_types_at(pack: RulePack, place: str) -> tuple[str, ...]:
    """The line types with a rule that codes can make speak at a place."""
    found = {
        name for (name, where), rules in _compiled(pack).items() if where == place and _any_speaks(rules)
    }
    return tuple(sorted(found))


def rule_of(pack: RulePack, rule_id: str) -> Rule | None:
    """The rule of an id, None where it speaks about no ground of a plan."""
    return _by_id(pack).get(rule_id)


def place_of(row: pd.Series, rings: pd.DataFrame) -> str:
    """Where a rule speaks: inside, outside, at a distance (buffer), anywhere, or "" (no ground of a plan).

    A rule on a distance that has no distances speaks about the ground of the line's polygons.
    """
    where = str(row["where"])
    if where in (INSIDE, BUFFER):
        return BUFFER if has_rings(rings, str(row["rule_id"])) else INSIDE
    return ANYWHERE if where in _NO_LINE else where if where == OUTSIDE else ""


def _any_speaks(rules: tuple[Rule, ...]) -> bool:
    return any(rule.speaks for rule in rules)


@lru_cache(maxsize=16)
def _by_id(pack: RulePack) -> dict[str, Rule]:
    return {rule.rule_id: rule for rules in _compiled(pack).values() for rule in rules}


@lru_cache(maxsize=16)
def _compiled(pack: RulePack) -> dict[tuple[str, str], tuple[Rule, ...]]:
    rules: dict[tuple[str, str], list[Rule]] = {}
    for _, row in pack.rules.iterrows():
        place = place_of(row, pack.rings)
        if place:
            rules.setdefault((row["line_type"], place), []).append(_compile(row, place))
    return {key: tuple(found) for key, found in rules.items()}


def _compile(row: pd.Series, place: str) -> Rule:
    basis = " ".join(part for part in (row["legal_title_zh"], row["doc_no"], row["article"]) if part)
    breach = Verdict(
        rule_id=row["rule_id"],
        verdict=FORBIDDEN,
        severity=row["severity"],
        needs="",
        legal_basis=basis or None,
        remedy_en=row["remedy_en"],
        remedy_zh=row["remedy_zh"],
        verified=row["verified"] or "no",
    )
    return Rule(
        row["rule_id"],
        row["line_type"],
        row["check_type"],
        row["zone"],
        place,
        row["closed_world"] == "yes",
        tuple(_tokens_of(row)),
        tuple(split_list(row["base_codes"])),
        row["where"] == SEA,
        float(row["min_area_m2"] or 0.0),
        breach,
    )


def _tokens_of(row: pd.Series) -> Iterator[tuple[str, Token]]:
    for verdict, column in zip(VERDICTS, CODE_COLUMNS):
        for text in split_list(row[column]):
            token = parse_token(text)
            if token is not None:
                yield verdict, token
