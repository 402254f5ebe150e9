# SPDX-License-Identifier: GPL-2.0-or-later
"""Entries and postings for the tests of the account book."""

from __future__ import annotations

import pandas as pd
from dualcarbon.plugin.domain.account_book import ENTRY_COLUMNS, Posting

TOWN = (("北镇", "baseline/stock", 100.0), ("北镇", "baseline/stock/pool:agb", 40.0))
REST = ("北镇", "baseline/stock/pool:soc", 60.0)


def entries(*rows, year=2023):
    """Rows of (unit, item, value) as entries in tonnes."""
    frame = pd.DataFrame(
        [
            {"unit": unit, "year": year, "item": item, "scope": "", "value": value, "measure": "t C"}
            for unit, item, value in rows
        ],
        columns=list(ENTRY_COLUMNS),
    )
    return frame.assign(tier="1", source="survey")


def posting(frame, number=1, **more):
    return Posting(
        f"run-{number}", f"2026-01-0{number}T00:00:00Z", "dualcarbon:sinkbaseline", "0.1", "{}", frame, **more
    )
