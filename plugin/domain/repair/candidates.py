# SPDX-License-Identifier: GPL-2.0-or-later
"""Which uses may stand on ground that breaks a rule today: judged under every line at hand.

A use is *clean* where no rule says anything against it, and *tolerated* where it breaks
nothing and fares no worse under any rule than the planned use does; a clean one comes first.
What rules say of the present use alone, whatever is planned, counts for neither.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from ..rules import ANYWHERE, BASELINE, Doubts, RulePack, judge, rule_of, rules_at
from ..rules.tokens import ALLOWED
from .places import Place

CLEAN, TOLERATED = 0, 1
#: From the worst to the mildest.
_SEVERITIES = ("error", "warning", "info")

Places = tuple[Place, ...]
#: Tier (``CLEAN`` or ``TOLERATED``) of each use that may stand.
Options = Mapping[str, int]


@dataclass(frozen=True)
class Site:
    """What a rule asks of ground: its places, the present use, and doubts about conditions on the parcel."""

    places: Places
    base_code: str | None
    doubts: Doubts = ()


@dataclass(frozen=True)
class Judge:
    """Answers which uses may stand on a site, each distinct question once.

    ``base_given`` tells that present uses are known, at least somewhere.
    """

    pack: RulePack
    base_given: bool
    _options: dict[tuple[Site, str], Options] = field(default_factory=dict)

    def options(self, site: Site, planned: str) -> Options:
        """The uses that may stand in place of the planned one; empty where there is none.

        Candidates are the present use and every code that a rule of the lines there lists as
        allowed at that place.
        """
        key = (site, planned)
        if key not in self._options:
            tiers = {code: self.tier(site, code, planned) for code in self.candidates(site)}
            self._options[key] = {code: tier for code, tier in tiers.items() if tier is not None}
        return self._options[key]

    def objections(self, site: Site, code: str) -> dict[str, int]:
        """Rule → severity (0 is an error) of what the rules have against a code on a site."""
        worst: dict[str, int] = {}
        for place in site.places:
            verdicts = judge(
                self.pack,
                place.line_type,
                place.zone,
                place.where,
                code,
                site.base_code,
                place.status,
                base_given=self.base_given,
                ring=place.ring,
                doubts=site.doubts,
            )
            for verdict in verdicts:
                rank, rule = _SEVERITIES.index(verdict.severity), rule_of(self.pack, verdict.rule_id)
                if rule is None or rule.kind != BASELINE:
                    worst[verdict.rule_id] = min(rank, worst.get(verdict.rule_id, rank))
        return worst

    def candidates(self, site: Site) -> list[str]:
        """The present use and the codes that rules list as allowed there, in the order of the codes.

        Rules that hold anywhere are about a change of use, not about this ground: their lists
        are no proposals.
        """
        named = {code for place in site.places if place.where != ANYWHERE for code in self._allowed(place)}
        return sorted(named | ({site.base_code} if site.base_code is not None else set()))

    def tier(self, site: Site, code: str, planned: str) -> int | None:
        """Whether a use is clean or tolerated in place of the planned one; None where it may not stand."""
        objected = self.objections(site, code)
        if code == planned or not objected:
            return None if code == planned else CLEAN
        before = self.objections(site, planned)
        worse = any(not _no_worse(before.get(rule), rank) for rule, rank in objected.items())
        return None if worse else TOLERATED

    def _allowed(self, place: Place) -> Iterator[str]:
        for rule in rules_at(self.pack, place.line_type, place.zone, place.where, place.ring):
            for verdict, token in rule.tokens:
                if verdict == ALLOWED and token.code:
                    yield token.code


def _no_worse(before: int | None, after: int) -> bool:
    """Whether a rule that objects, though without an error, objected at least as much before."""
    return before is not None and after > 0 and before <= after
