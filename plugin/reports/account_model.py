# SPDX-License-Identifier: GPL-2.0-or-later
"""What a report knows about the account book beside its entries."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import pandas as pd


@dataclass(frozen=True)
class BookFacts:
    """The book of which the report shows a year, or what a monitoring read of it.

    ``year`` is the year shown, ``year_before`` the one that it is held against. ``parents`` tells which
    unit is part of which, ``measures`` the unit of measure of each item. ``checks`` has one row per kind
    of double entry (``kind``, ``tested``, ``apart``, ``largest``), ``apart`` the sums that do not hold.
    ``entries`` are all that stand in the book, ``superseded`` and ``withdrawn`` the versions that do not.
    """

    name: str = ""
    year: int | None = None
    year_before: int | None = None
    parents: Mapping[str, str] = field(default_factory=dict)
    measures: Mapping[str, str] = field(default_factory=dict)
    checks: pd.DataFrame | None = None
    apart: pd.DataFrame | None = None
    entries: int = 0
    postings: int = 0
    superseded: int = 0
    withdrawn: int = 0
