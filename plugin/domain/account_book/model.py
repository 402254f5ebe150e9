# SPDX-License-Identifier: GPL-2.0-or-later
"""Entries and postings of the account book (碳账户)."""

from __future__ import annotations

from dataclasses import dataclass, field

import pandas as pd

KEY = ("unit", "year", "item", "scope")
FIGURES = ("value", "low", "high")
FACTS = ("measure", "tier", "source")
#: One row of the book: what it is of, the figure with its 95 % interval, its unit of measure, the tier of
#: the method and the source.
ENTRY_COLUMNS = (*KEY, *FIGURES, *FACTS)


@dataclass(frozen=True)
class Posting:
    """One act of booking: ``entries`` (``ENTRY_COLUMNS``) with what made them.

    ``posted_at`` is the moment in UTC (ISO 8601), ``manifest`` the manifest of the run that made the
    account, as text. ``parents`` tells which unit is part of which, where that is to be booked as well.
    """

    posting_id: str
    posted_at: str
    algorithm: str
    plugin_version: str
    manifest: str
    entries: pd.DataFrame
    parents: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Posted:
    """What a posting did: entries added for the first time, superseding an older version, withdrawn because
    the new account no longer has them, and left as they stood because the figure is the same."""

    added: int
    superseded: int
    withdrawn: int
    unchanged: int

    @property
    def written(self) -> int:
        """Rows that the book gained."""
        return self.added + self.superseded + self.withdrawn
