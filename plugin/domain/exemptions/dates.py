# SPDX-License-Identifier: GPL-2.0-or-later
"""Days as people and spreadsheets write them."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta

#: Day 0 of spreadsheets that count 1900 as a leap year, and the serial numbers taken for days (1954–2119).
_SERIAL_ORIGIN = date(1899, 12, 30)
_SERIAL = re.compile(r"([2-7]\d{4})(?:\.\d+)?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:\.0+)?")
_PARTED = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?")
#: A time of day that a spreadsheet or a database adds.
_TIME = re.compile(r"[T\s]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?$")


def parse_day(text: str) -> date | None:
    """The day that a text means; None when it means none or not surely one.

    Understood are ``2026-01-05``, ``2026/1/5``, ``2026.1.5``, ``2026年1月5日`` and ``20260105``,
    in half- or full-width digits, with or without a time of day, and the serial number of a
    spreadsheet (46027). Day-first dates are not guessed.
    """
    plain = _TIME.sub("", unicodedata.normalize("NFKC", text).strip())
    for pattern in (_PARTED, _COMPACT):
        match = pattern.fullmatch(plain)
        if match is not None:
            return _day_of(int(match[1]), int(match[2]), int(match[3]))
    serial = _SERIAL.fullmatch(plain)
    return _SERIAL_ORIGIN + timedelta(days=int(serial[1])) if serial else None


def _day_of(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
