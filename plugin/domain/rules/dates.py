# SPDX-License-Identifier: GPL-2.0-or-later
"""The dates of rule tables: a day, a month or a year, read as its first or its last day."""

from __future__ import annotations

import re
from datetime import date, timedelta

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def first_day(text: str) -> date | None:
    """The first day of ``YYYY[-MM[-DD]]``; None when blank or not a date."""
    parts = _date_parts(text)
    return _safe_date(parts[0], parts[1] or 1, parts[2] or 1) if parts else None


def last_day(text: str) -> date | None:
    """The last day of ``YYYY[-MM[-DD]]``; None when blank or not a date."""
    parts = _date_parts(text)
    if not parts:
        return None
    year, month, day = parts
    if day:
        return _safe_date(year, month, day)
    following = _safe_date(year + (month or 12) // 12, (month or 12) % 12 + 1, 1)
    return following - timedelta(days=1) if following and month <= 12 else None


def _date_parts(text: str) -> tuple[int, int, int] | None:
    match = _DATE.fullmatch(text)
    if match is None:
        return None
    return int(match[1]), int(match[2] or 0), int(match[3] or 0)


def _safe_date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
