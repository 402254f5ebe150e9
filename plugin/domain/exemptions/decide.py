# SPDX-License-Identifier: GPL-2.0-or-later
"""Which findings are exempted on the day of the check, and which exemptions do not help."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from ..errors import InputError
from ..notes import NoteBook
from .model import DECISION_COLUMNS, EXEMPTED, OPEN, Exemption, plain

Matches = dict[int, list[Exemption]]


def apply_exemptions(
    findings: pd.DataFrame,
    exemptions: Sequence[Exemption],
    as_of: date,
    notes: NoteBook,
    *,
    has_ids: bool = True,
) -> pd.DataFrame:
    """The findings with ``state`` and ``DECISION_COLUMNS``.

    A finding is exempted when an exemption with a document number means it and holds on
    ``as_of``; of several the one that lasts longest is stated. Noise, and findings of lines
    that are not legally in force, need none and stay open. A row of a table corrects a
    stored decision of the same document. Noted are exemptions that have expired or are not
    yet valid (their findings are open), that lack a document number, rows of a table that
    meet no finding, and stored decisions that a table does not list. Raises ``InputError``
    for exemptions by parcel where the plan has no business ids (``has_ids``).
    """
    table = findings.assign(state=OPEN, **dict.fromkeys(DECISION_COLUMNS))
    table[list(DECISION_COLUMNS)] = table[list(DECISION_COLUMNS)].astype(object)
    if not exemptions:
        return table
    if not has_ids and any(exemption.plan_id for exemption in exemptions):
        raise InputError(
            "The exemptions name parcels by their id (BSM), but the plan was given without its id field. "
            "Choose the field with the parcel ids (PLAN_ID_FIELD)."
        )
    documented = [exemption for exemption in exemptions if exemption.document_no]
    matches = _match(findings, documented)
    needy = _needs_exemption(findings)
    chosen = {row: _best(found, as_of) for row, found in matches.items() if needy[row]}
    held = {row: exemption for row, exemption in chosen.items() if exemption.is_valid_on(as_of)}
    rows = list(held)
    table.loc[table.index[rows], "state"] = EXEMPTED
    for position, column in enumerate(DECISION_COLUMNS):
        values = pd.Series([held[row].decision()[position] for row in rows], table.index[rows], dtype=object)
        table.loc[values.index, column] = values
    _Remarks(findings["finding_key"].tolist(), as_of, notes).tell(exemptions, matches, chosen, needy)
    return table


def _match(findings: pd.DataFrame, exemptions: Iterable[Exemption]) -> Matches:
    """The exemptions that mean each finding (by position), without stored ones that a table corrects."""
    by_key: dict[str, list[int]] = {}
    by_plan: dict[str, list[int]] = {}
    for row, (key, plan_id) in enumerate(zip(findings["finding_key"], findings["plan_id"])):
        by_key.setdefault(plain(key), []).append(row)
        by_plan.setdefault(plain(plan_id), []).append(row)
    rules = [plain(rule) for rule in findings["rule_id"]]
    matches: Matches = {}
    for exemption in exemptions:
        for row in _rows_meant(exemption, by_key, by_plan, rules):
            matches.setdefault(row, []).append(exemption)
    return {row: _without_corrected(found) for row, found in sorted(matches.items())}


def _rows_meant(
    exemption: Exemption,
    by_key: Mapping[str, Sequence[int]],
    by_plan: Mapping[str, Sequence[int]],
    rules: Sequence[str],
) -> list[int]:
    wanted = {plain(rule) for rule in exemption.rule_ids}
    key, plan_id = plain(exemption.finding_key), plain(exemption.plan_id)
    rows = by_key.get(key, ()) if key else by_plan.get(plan_id, ())
    of_plan = set(by_plan.get(plan_id, ())) if plan_id else set(rows)
    return [row for row in rows if row in of_plan and (not wanted or rules[row] in wanted)]


def _without_corrected(found: list[Exemption]) -> list[Exemption]:
    said = {plain(exemption.document_no) for exemption in found if not exemption.stored}
    return [item for item in found if not (item.stored and plain(item.document_no) in said)]


def _needs_exemption(findings: pd.DataFrame) -> list[bool]:
    # What only informs of a line that is not in force has nothing to be exempted from.
    counts = (findings["severity"] != "noise") & (findings["line_status"] == "legal")
    return [bool(value) for value in counts]


def _best(found: Sequence[Exemption], as_of: date) -> Exemption:
    """The one that holds on the day and lasts longest; without one that holds, the one that ended last."""

    def merit(item: Exemption) -> tuple[bool, bool, date, date, str, str]:
        days = (item.expiry or date.max, item.date or date.min)
        return (item.is_valid_on(as_of), item.is_past_on(as_of), *days, item.document_no, item.reason)

    return max(found, key=merit)


@dataclass(frozen=True)
class _Remarks:
    """What is told about exemptions that do not help."""

    keys: list[str]
    as_of: date
    notes: NoteBook

    def tell(
        self,
        exemptions: Sequence[Exemption],
        matches: Matches,
        chosen: Mapping[int, Exemption],
        needy: Sequence[bool],
    ) -> None:
        self._tell_expired({row: item for row, item in chosen.items() if item.is_past_on(self.as_of)})
        self._tell_early({row: item for row, item in chosen.items() if item.is_early_on(self.as_of)})
        self._tell_undocumented([item for item in exemptions if not item.document_no])
        met = {id(item) for found in matches.values() for item in found}
        tabled = [item for item in exemptions if item.document_no and not item.stored]
        self._tell_idle([item for item in tabled if id(item) not in met])
        if tabled:
            self._tell_on_record(
                {row: item for row, item in chosen.items() if item.stored and item.is_valid_on(self.as_of)}
            )
        needed = {id(item) for row, found in matches.items() if needy[row] for item in found}
        self._tell_needless([item for item in tabled if id(item) in met - needed])

    def _tell_expired(self, open_again: Mapping[int, Exemption]) -> None:
        if open_again:
            self.notes.add(
                "exemption_expired",
                "{count} findings are open: their exemption has expired before {as_of} ({documents}). Have "
                "it renewed, or remedy the conflict.",
                count=len(open_again),
                ids=[self.keys[row] for row in open_again],
                as_of=self.as_of.isoformat(),
                documents=_listed(open_again.values(), lambda item: item.expiry),
            )

    def _tell_early(self, still_open: Mapping[int, Exemption]) -> None:
        if still_open:
            self.notes.add(
                "exemption_not_yet_valid",
                "{count} findings are open: their exemption is not valid yet on {as_of} ({documents}). Check "
                "the date of the check and the date of approval.",
                count=len(still_open),
                ids=[self.keys[row] for row in still_open],
                as_of=self.as_of.isoformat(),
                documents=_listed(still_open.values(), lambda item: item.date),
            )

    def _tell_on_record(self, held: Mapping[int, Exemption]) -> None:
        if held:
            self.notes.add(
                "exemption_on_record",
                "{count} findings are exempted by approvals that the findings store {source} has on record "
                "and the table of exemptions does not list ({documents}). Where one was withdrawn, enter its "
                "expiry in the table.",
                count=len(held),
                ids=[self.keys[row] for row in held],
                source=_sources(held.values()),
                documents=", ".join(sorted({item.document_no for item in held.values()})),
            )

    def _tell_undocumented(self, items: Sequence[Exemption]) -> None:
        if items:
            self.notes.add(
                "exemption_without_document",
                "{count} exemptions of {source} have no document number (批准文号) and exempt nothing. "
                "Fill it in.",
                count=len(items),
                ids=[item.place for item in items],
                source=_sources(items),
            )

    def _tell_idle(self, items: Sequence[Exemption]) -> None:
        if items:
            self.notes.add(
                "exemption_without_finding",
                "{count} exemptions of {source} meet no finding of this check. Check the parcel, the rule "
                "and the finding that they name; where the conflict is gone they are not needed.",
                count=len(items),
                ids=[item.place for item in items],
                source=_sources(items),
            )

    def _tell_needless(self, items: Sequence[Exemption]) -> None:
        if items:
            self.notes.add(
                "exemption_not_needed",
                "{count} exemptions of {source} meet only noise, or findings of lines that are not legally "
                "in force; these need no exemption.",
                count=len(items),
                ids=[item.place for item in items],
                source=_sources(items),
                warning=False,
            )


def _listed(items: Iterable[Exemption], day: Callable[[Exemption], date | None]) -> str:
    return ", ".join(sorted({f"{item.document_no}: {day(item)}" for item in items}))


def _sources(items: Iterable[Exemption]) -> str:
    return ", ".join(sorted({item.source for item in items}))
