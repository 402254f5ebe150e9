# SPDX-License-Identifier: GPL-2.0-or-later
"""One exemption: which findings it means, who approved it by which document, and from when till when."""

from __future__ import annotations

import datetime
import unicodedata
from dataclasses import dataclass

#: States of a finding in a check; a findings store knows "fixed", too.
OPEN = "open"
EXEMPTED = "exempted"

#: What an exempted finding tells of its approval; dates as ISO text, NULL where nothing is known.
DECISION_COLUMNS = ("reason", "approver", "document_no", "date", "expiry")


@dataclass(frozen=True)
class Exemption:
    """An approval for the findings of one parcel, or for one finding.

    ``plan_id`` is the business id of the parcel ("" = any), ``rule_ids`` the rules meant
    (empty = every rule), ``finding_key`` one finding ("" = all that the others mean); one
    of parcel and key is given. It holds from ``date`` to ``expiry``, both days included;
    None is no limit. ``source`` is the table, ``row`` its line; a decision from a findings
    store has ``stored`` and is not expected to meet a finding of this very run.
    """

    plan_id: str = ""
    rule_ids: tuple[str, ...] = ()
    finding_key: str = ""
    document_no: str = ""
    approver: str = ""
    reason: str = ""
    date: datetime.date | None = None
    expiry: datetime.date | None = None
    source: str = ""
    row: int = 0
    stored: bool = False

    def is_valid_on(self, day: datetime.date) -> bool:
        """Whether the approval holds on a day."""
        return not self.is_early_on(day) and not self.is_past_on(day)

    def is_early_on(self, day: datetime.date) -> bool:
        """Whether a day lies before the approval."""
        return self.date is not None and day < self.date

    def is_past_on(self, day: datetime.date) -> bool:
        """Whether the approval has expired before a day."""
        return self.expiry is not None and day > self.expiry

    def decision(self) -> tuple[str | None, ...]:
        """The values of ``DECISION_COLUMNS``."""
        days = tuple(None if day is None else day.isoformat() for day in (self.date, self.expiry))
        return (self.reason or None, self.approver or None, self.document_no or None, *days)

    @property
    def place(self) -> str:
        """Where it stands, for lists: the line of the table with its parcel or finding."""
        return f"{self.row}: {self.plan_id or self.finding_key}"


def plain(text: object) -> str:
    """An id as it is compared: half-width, without blanks around it, case folded."""
    return unicodedata.normalize("NFKC", str(text)).strip().casefold()
