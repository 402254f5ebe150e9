# SPDX-License-Identifier: GPL-2.0-or-later
"""The verdict of a rule pack on one planned code at one place of a control line: a table look-up.

Precedence as control-lines.md section 0 states it: the longest matching code wins, at
equal length forbidden before conditional before allowed. Every rule speaks for itself,
so a parcel collects all hits. A plan code that is coarser than the codes of a rule is
conditional on the finer code. Inside a closed-world line whatever no rule lists is a
finding too; it cites the rule that names the code though no look-up decides it, if any.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

import pandas as pd

from .checks import CODE_COLUMNS, SEVERITIES
from .pack import RulePack
from .tokens import (
    ALLOWED,
    CONDITIONAL,
    FORBIDDEN,
    VERDICTS,
    Match,
    Token,
    best_match,
    parse_token,
    split_list,
)

#: Kinds of checks that are decided by code, line and place alone.
AUTOMATED = frozenset({"overlay_code"})
INSIDE, OUTSIDE = "inside", "outside"
UNLISTED = "unlisted"
LEGAL = "legal"
#: What can be done about a use that no rule of a line names, in English and Chinese.
UNLISTED_REMEDY = (
    "Change this part to a use that the rules of this line allow, or attach the document that permits it.",
    "将该部分改为本控制线规则允许的用途，或附准许该用途的文件。",
)
STATUSES = (LEGAL, "draft", "standin")


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
class _Rule:
    zone: str
    closed_world: bool
    tokens: tuple[tuple[str, Token], ...]
    forbidden: Verdict  # what a breach of the rule gives; weaker verdicts are derived from it


def judge(
    pack: RulePack,
    line_type: str,
    zone: str,
    place: str,
    code: str,
    base_code: str | None,
    status: str = LEGAL,
) -> tuple[Verdict, ...]:
    """All verdicts on a planned code, in rule order; empty where it is allowed or not regulated.

    ``zone`` is the zone id of the line feature ("" = none known), ``place`` "inside" or
    "outside", ``base_code`` the 2023 code of the land cover (None = not known) that
    ``existing`` tokens ask for. Under a ``status`` other than "legal" every severity is
    capped at info and no legal basis is given.
    """
    return _judge(pack, line_type, zone, place, code, base_code, status)


@lru_cache(maxsize=1 << 16)
def _judge(
    pack: RulePack, line_type: str, zone: str, place: str, code: str, base_code: str | None, status: str
) -> tuple[Verdict, ...]:
    verdicts, listed = [], False
    for rule in _rules_at(pack, line_type, zone, place):
        match = best_match(rule.tokens, code, base_code)
        listed = listed or match is not None
        if match is not None and match.verdict != ALLOWED:
            verdicts.append(_verdict_of(rule, match))
    closed = _closed_world_rule(pack, line_type, zone) if place == INSIDE and not listed else None
    if closed is not None:
        verdicts.append(_unlisted(closed, _cited_rule(pack, line_type, zone, code)))
    return tuple(verdict if status == LEGAL else _as_trial(verdict) for verdict in verdicts)


def _unlisted(closed: _Rule, cited: Verdict | None) -> Verdict:
    """The closed-world verdict with the law of the cited rule: the closed rule's own is about others."""
    if cited is None:
        remedy_en, remedy_zh = UNLISTED_REMEDY
        law = replace(closed.forbidden, legal_basis=None, remedy_en=remedy_en, remedy_zh=remedy_zh)
    else:
        law = replace(cited, rule_id=closed.forbidden.rule_id)
    return replace(law, verdict=UNLISTED, severity="warning")


def _cited_rule(pack: RulePack, line_type: str, zone: str, code: str) -> Verdict | None:
    """The rule of the line that names the code though it is not automated: longest code, then rule order."""
    found = []
    for rule in _compiled(pack, automated=False).get((line_type, INSIDE), ()):
        match = best_match(rule.tokens, code, None, coarse=False) if rule.zone in ("", zone) else None
        if match is not None and match.verdict != ALLOWED:
            found.append((match.rank(), rule.forbidden))
    return min(found, key=lambda pair: pair[0])[1] if found else None


def _verdict_of(rule: _Rule, match: Match) -> Verdict:
    if match.verdict == FORBIDDEN:
        return rule.forbidden
    severity = max(rule.forbidden.severity, "warning", key=SEVERITIES.index)
    return replace(rule.forbidden, verdict=CONDITIONAL, severity=severity, needs=match.needs)


def _as_trial(verdict: Verdict) -> Verdict:
    return replace(verdict, severity="info", legal_basis=None)


def _rules_at(pack: RulePack, line_type: str, zone: str, place: str) -> tuple[_Rule, ...]:
    rules = _compiled(pack).get((line_type, place), ())
    return tuple(rule for rule in rules if rule.zone in ("", zone))


def _closed_world_rule(pack: RulePack, line_type: str, zone: str) -> _Rule | None:
    """The rule under which an unlisted use is reported: of the zone, else of the line's default zone."""
    closed = [rule for rule in _compiled(pack).get((line_type, INSIDE), ()) if rule.closed_world]
    for wanted in (zone, pack.line_types.at[line_type, "default_zone"]):
        for rule in closed:
            if rule.zone in ("", wanted):
                return rule
    return None


@lru_cache(maxsize=16)
def _compiled(pack: RulePack, *, automated: bool = True) -> dict[tuple[str, str], tuple[_Rule, ...]]:
    rules: dict[tuple[str, str], list[_Rule]] = {}
    for _, row in pack.rules.iterrows():
        place = place_of(row)
        if (row["check_type"] in AUTOMATED) == automated and place:
            rules.setdefault((row["line_type"], place), []).append(_compile(row))
    return {key: tuple(found) for key, found in rules.items()}


def place_of(row: pd.Series) -> str:
    """Where a rule applies: "inside", "outside", or "" where the place needs more than the line."""
    where = str(row["where"])
    if where == OUTSIDE:
        return OUTSIDE
    return INSIDE if where == INSIDE or where.startswith("inside ") else ""


def _compile(row: pd.Series) -> _Rule:
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
    return _Rule(row["zone"], row["closed_world"] == "yes", tuple(_tokens_of(row)), breach)


def _tokens_of(row: pd.Series) -> Iterator[tuple[str, Token]]:
    for verdict, column in zip(VERDICTS, CODE_COLUMNS):
        for text in split_list(row[column]):
            token = parse_token(text)
            if token is not None:
                yield verdict, token
