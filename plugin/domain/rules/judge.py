# SPDX-License-Identifier: GPL-2.0-or-later
"""The verdict of a rule pack on one planned code at one place of a control line: a table look-up.

Precedence as control-lines.md section 0 states it: the longest matching code wins, at
equal length forbidden before conditional before allowed. Every list speaks for itself,
so a parcel collects all hits; positive lists and rules on activities fill the gaps. A plan
code that is coarser than the codes of a rule is conditional on the finer code. Inside a
closed-world line whatever no rule lists is a finding too; it cites the rule that names the
code though no list decides it, if any.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Optional

from .lookups import (
    ACTIVITY_CODE,
    ANYWHERE,
    BASELINE,
    INSIDE,
    LISTS,
    TRANSITION,
    WHITELIST,
    Rule,
    Verdict,
    rules_at,
)
from .pack import RulePack
from .tokens import (
    ACTIVITY,
    ALLOWED,
    BASE_USE,
    CONDITION,
    CONDITIONAL,
    FINER_CODE,
    FORBIDDEN,
    Match,
    best_match,
)
from .vocabulary import SEVERITIES, code_set

UNLISTED = "unlisted"
LEGAL = "legal"
STATUSES = (LEGAL, "draft", "standin")
#: What can be done about a use that no rule of a line names, in English and Chinese.
UNLISTED_REMEDY = (
    "Change this part to a use that the rules of this line allow, or attach the document that permits it.",
    "将该部分改为本控制线规则允许的用途，或附准许该用途的文件。",
)
#: Rules whose condition does not hold on a parcel (False), or is not known to (None).
Doubts = tuple[tuple[str, Optional[bool]], ...]


@dataclass(frozen=True)
class Question:
    """A planned code over a present one. ``base_given`` tells that present uses are known at all."""

    code: str
    base_code: str | None
    base_given: bool

    @property
    def base_unknown(self) -> bool:
        """Whether present uses are known elsewhere, but not here."""
        return self.base_given and self.base_code is None


@dataclass(frozen=True)
class Answer:
    """What one rule says (None = nothing to report), and whether that lists the code."""

    verdict: Verdict | None
    listed: bool


_SILENT = Answer(None, False)


def judge(
    pack: RulePack,
    line_type: str,
    zone: str,
    place: str,
    code: str,
    base_code: str | None,
    status: str = LEGAL,
    *,
    base_given: bool = False,
    ring: str = "",
    doubts: Doubts = (),
) -> tuple[Verdict, ...]:
    """All verdicts on a planned code, in rule order; empty where it is allowed or not regulated.

    ``zone`` is the zone id of the line feature ("" = none known), ``place`` "inside",
    "outside", "buffer" (then ``ring`` names the rule whose distances made it) or
    "anywhere"; ``base_code`` is the 2023 code of the present use (None = not known) that
    ``existing`` tokens and rules on the present use ask for. The latter speak only with
    ``base_given``: present uses are known, though perhaps not here. ``doubts`` lists the
    rules whose condition does not hold on the parcel (False) or is unknown (None). Under a
    ``status`` other than "legal" every severity is capped at info and no legal basis is given.
    """
    question = Question(code, base_code, base_given)
    return _judge(pack, line_type, zone, place, ring, question, status, doubts)


@lru_cache(maxsize=1 << 16)
def questions_present_use(pack: RulePack, line_type: str, zone: str, base_code: str) -> bool:
    """Whether a rule inside a line has something against a present use, whatever is planned there."""
    question = Question("", base_code, True)
    rules = [rule for rule in rules_at(pack, line_type, zone, INSIDE) if rule.kind == BASELINE]
    return any(_ask_baseline(rule, question).verdict is not None for rule in rules)


@lru_cache(maxsize=1 << 16)
def _judge(
    pack: RulePack,
    line_type: str,
    zone: str,
    place: str,
    ring: str,
    question: Question,
    status: str,
    doubts: Doubts,
) -> tuple[Verdict, ...]:
    doubt = dict(doubts)
    rules = [rule for rule in rules_at(pack, line_type, zone, place, ring) if rule.speaks]
    answers = _without_repeats([(rule, _answer_of(rule, question, doubt)) for rule in rules])
    verdicts = [answer.verdict for answer in answers if answer.verdict is not None]
    listed = any(answer.listed for answer in answers)
    closed = _closed_world_rule(pack, line_type, zone, doubt) if place == INSIDE and not listed else None
    if closed is not None:
        verdicts.append(_unlisted(closed, _cited_rule(pack, line_type, zone, question.code)))
    return tuple(verdict if status == LEGAL else _as_trial(verdict) for verdict in verdicts)


def _without_repeats(answers: list[tuple[Rule, Answer]]) -> list[Answer]:
    """The answers without what the lists of the line settle already.

    A positive list speaks about codes that no other list of the line names there, and an
    activity is asked for where no list questions the code anyway: one ground, one question.
    """
    by_list = [answer for rule, answer in answers if rule.kind in LISTS]
    settled = {
        WHITELIST: any(answer.listed for answer in by_list),
        ACTIVITY_CODE: any(answer.verdict is not None for answer in by_list),
    }
    return [_SILENT if settled.get(rule.kind) else answer for rule, answer in answers]


def _answer_of(rule: Rule, question: Question, doubt: Mapping[str, bool | None]) -> Answer:
    holds = doubt.get(rule.rule_id, True)
    if holds is False:
        return _SILENT
    answer = _ASK[rule.kind](rule, question)
    if holds:
        return answer
    # Nobody knows whether the rule speaks here: it neither breaks nor excuses anything for sure.
    verdict = None if answer.verdict is None else _conditional(rule, CONDITION)
    return Answer(verdict, verdict is not None)


def _ask_list(rule: Rule, question: Question) -> Answer:
    tokens = rule.tokens
    if not rule.closed_world:
        # Leave to stay excuses what the rule names; about what it does not name nobody has to prove it.
        tokens = tuple(pair for pair in tokens if pair[0] != ALLOWED or pair[1].code or question.base_code)
    match = best_match(tokens, question.code, question.base_code)
    return Answer(_verdict_of(rule, match), match is not None)


def _ask_whitelist(rule: Rule, question: Question) -> Answer:
    """A construction use has to be on the list, as it is or under the condition that the list names."""
    if not question.code.startswith(code_set("construction")):
        return _SILENT
    # On a positive list a plain code is enough, whichever column it stands in.
    tokens = [(FORBIDDEN if verdict == FORBIDDEN else CONDITIONAL, token) for verdict, token in rule.tokens]
    match = best_match(tokens, question.code, question.base_code)
    if match is None:
        return Answer(replace(rule.breach, verdict=UNLISTED), False)
    passes = match.verdict == CONDITIONAL and not match.needs
    return Answer(None if passes else _verdict_of(rule, match), True)


def _ask_transition(rule: Rule, question: Question) -> Answer:
    # Without a line nothing but the present use tells that the rule is about this ground at all.
    if not question.base_given or (rule.place == ANYWHERE and question.base_unknown):
        return _SILENT
    match = best_match(rule.tokens, question.code, question.base_code)
    if match is None or match.verdict == ALLOWED:
        return _SILENT
    base = question.base_code
    if base is not None and base.startswith(rule.base_codes):
        return Answer(_verdict_of(rule, match), True)
    coarse = base is not None and any(code.startswith(base) for code in rule.base_codes)
    return Answer(_conditional(rule, BASE_USE), True) if base is None or coarse else _SILENT


def _ask_baseline(rule: Rule, question: Question) -> Answer:
    """The present use itself is asked; what is planned there does not matter and is not listed by it."""
    base = question.base_code
    if base is None:
        return _SILENT
    match = best_match(rule.tokens, base, base)
    if match is not None:
        return Answer(_verdict_of(rule, match), False)
    if not rule.allows():
        return _SILENT
    if any(verdict == ALLOWED and token.code.startswith(base) for verdict, token in rule.tokens):
        return Answer(_conditional(rule, FINER_CODE), False)
    return Answer(replace(rule.breach, verdict=UNLISTED), False)


def _ask_activity(rule: Rule, question: Question) -> Answer:
    # Only a code can point to an activity: that a use has to be an existing one tells nothing about it.
    tokens = [(verdict, token) for verdict, token in rule.tokens if token.code or question.base_code]
    match = best_match(tokens, question.code, question.base_code)
    if match is None or match.verdict == ALLOWED:
        return _SILENT
    return Answer(_conditional(rule, match.needs or ACTIVITY), True)


_ASK: Mapping[str, Callable[[Rule, Question], Answer]] = {
    **dict.fromkeys(LISTS, _ask_list),
    WHITELIST: _ask_whitelist,
    TRANSITION: _ask_transition,
    BASELINE: _ask_baseline,
    ACTIVITY_CODE: _ask_activity,
}


def _verdict_of(rule: Rule, match: Match | None) -> Verdict | None:
    if match is None or match.verdict == ALLOWED:
        return None
    return rule.breach if match.verdict == FORBIDDEN else _conditional(rule, match.needs)


def _conditional(rule: Rule, needs: str) -> Verdict:
    severity = max(rule.breach.severity, "warning", key=SEVERITIES.index)
    return replace(rule.breach, verdict=CONDITIONAL, severity=severity, needs=needs)


def _as_trial(verdict: Verdict) -> Verdict:
    return replace(verdict, severity="info", legal_basis=None)


def _unlisted(closed: Rule, cited: Rule | None) -> Verdict:
    """The closed-world verdict with the law of the cited rule: the closed rule's own is about others."""
    if cited is None:
        remedy_en, remedy_zh = UNLISTED_REMEDY
        law = replace(closed.breach, legal_basis=None, remedy_en=remedy_en, remedy_zh=remedy_zh)
    else:
        law = replace(cited.breach, rule_id=closed.rule_id)
    return replace(law, verdict=UNLISTED, severity="warning")


def _cited_rule(pack: RulePack, line_type: str, zone: str, code: str) -> Rule | None:
    """The rule of the line that names the code though no list decides it: longest code, then rule order."""
    found = []
    for rule in rules_at(pack, line_type, zone, INSIDE):
        match = None if rule.kind in (*LISTS, BASELINE) else best_match(rule.tokens, code, None, coarse=False)
        if match is not None and match.verdict != ALLOWED:
            found.append((match.rank(), rule))
    return min(found, key=lambda pair: pair[0])[1] if found else None


def _closed_world_rule(
    pack: RulePack, line_type: str, zone: str, doubt: Mapping[str, bool | None]
) -> Rule | None:
    """The rule under which an unlisted use is reported: of the zone, else of the line's default zone."""
    for wanted in (zone, str(pack.line_types.at[line_type, "default_zone"])):
        for rule in rules_at(pack, line_type, wanted, INSIDE):
            if rule.closed_world and rule.kind in LISTS and doubt.get(rule.rule_id, True) is not False:
                return rule
    return None
