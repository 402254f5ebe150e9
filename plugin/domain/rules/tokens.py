# SPDX-License-Identifier: GPL-2.0-or-later
"""The token grammar of the rule table's code lists (control-lines.md section 0).

A list is separated by ``;``. A token is ``CODE`` (a prefix: ``07`` covers ``0701``),
``CODE(qualifier)`` where the qualifier needs an attribute or a proof, ``existing``
(the land keeps its present use), or one of the markers ``LHA`` (limited human activity)
and ``CONSTR_TEMP`` (temporary construction use), which no land-use code can show.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

FORBIDDEN, CONDITIONAL, ALLOWED = "forbidden", "conditional", "allowed"
#: Decreasing precedence at equal code length.
VERDICTS = (FORBIDDEN, CONDITIONAL, ALLOWED)
EXISTING = "existing"
#: What a plan code must show where a rule tells its finer codes apart.
FINER_CODE = "finer code"
#: What a rule needs that asks for more than the planned code: the present use of the ground, the
#: kind of project, or the facts that its condition asks for.
BASE_USE, ACTIVITY, CONDITION = "base land use", "activity", "condition"
MARKERS = ("LHA", "CONSTR_TEMP")

FULL_WIDTH_SEMICOLON = "\uff1b"

_CODE = re.compile("(?P<code>\\d{2}(?:\\d{2}){0,2})(?:[(\uff08](?P<qualifier>[^()\uff08\uff09]+)[)\uff09])?")
#: A use that stays as it is outranks every code prefix; an unproven one is outranked by all.
_LENGTH_PROVEN, _LENGTH_UNPROVEN = 99, 0


@dataclass(frozen=True)
class Token:
    """One entry of a code list; ``code`` is empty for ``existing`` and for markers."""

    code: str
    qualifier: str = ""
    marker: str = ""


@dataclass(frozen=True)
class Match:
    """How a token meets a land-use code: the longer ``length`` decides, then the verdict.

    ``coarse`` tells that the token speaks about a part of the code only (``0902`` about ``09``).
    """

    length: int
    verdict: str
    needs: str = ""
    coarse: bool = False

    def rank(self) -> tuple[int, int, int]:
        """Sort key: the smallest rank wins; of equal verdicts the one that names a proof."""
        return (-self.length, VERDICTS.index(self.verdict), 0 if self.needs else 1)


def parse_token(text: str) -> Token | None:
    """Read one token; None when it does not follow the grammar."""
    if text == EXISTING:
        return Token("", EXISTING)
    if text in MARKERS:
        return Token("", marker=text)
    match = _CODE.fullmatch(text)
    return Token(match["code"], match["qualifier"] or "") if match else None


def split_list(cell: str) -> list[str]:
    """The tokens of a cell as text; ``;`` may be typed in full width."""
    return [part.strip() for part in cell.replace(FULL_WIDTH_SEMICOLON, ";").split(";") if part.strip()]


def match_token(token: Token, verdict: str, code: str, base_code: str | None) -> Match | None:
    """How ``token`` of a ``verdict`` list meets the planned ``code`` over ``base_code``.

    ``existing`` holds where the present use is of the token's code (a bare ``existing``:
    is the planned use itself); without base information it has to be proven. Any other
    qualifier needs an attribute that a layer does not have, so the match becomes
    conditional on it. A code that is coarser than a token which forbids or asks for proof
    is conditional on the finer code: nobody knows which side of the rule the land is on.
    None when the token does not speak about the code.
    """
    if token.marker:
        return None
    if not code.startswith(token.code):
        return _match_coarse(token, verdict, code, base_code)
    if token.qualifier == EXISTING:
        return _match_existing(token, verdict, code, base_code)
    if token.qualifier:
        return Match(len(token.code), CONDITIONAL, token.qualifier)
    return Match(len(token.code), verdict)


def _match_coarse(token: Token, verdict: str, code: str, base_code: str | None) -> Match | None:
    if verdict == ALLOWED or not token.code.startswith(code):
        return None
    if token.qualifier == EXISTING and base_code is not None and not base_code.startswith(token.code):
        return None
    return Match(len(code), CONDITIONAL, FINER_CODE, coarse=True)


def best_match(
    tokens: Iterable[tuple[str, Token]], code: str, base_code: str | None, *, coarse: bool = True
) -> Match | None:
    """The match that decides among (verdict, token) pairs: the longest code, then the stricter verdict.

    A coarse match only counts where no token names the code itself, and it never makes a
    forbidden use milder.
    """
    found = [match_token(token, verdict, code, base_code) for verdict, token in tokens]
    matches = [match for match in found if match is not None]
    named = min((match for match in matches if not match.coarse), key=Match.rank, default=None)
    unsure = next((match for match in matches if match.coarse), None)
    if unsure is None or not coarse:
        return named
    decided = named is not None and (named.length >= unsure.length or named.verdict == FORBIDDEN)
    return named if decided else unsure


def _match_existing(token: Token, verdict: str, code: str, base_code: str | None) -> Match | None:
    if base_code is None:
        return Match(len(token.code) or _LENGTH_UNPROVEN, CONDITIONAL, EXISTING)
    if not base_code.startswith(token.code or code):
        return None
    return Match(len(token.code) or _LENGTH_PROVEN, verdict)
