# SPDX-License-Identifier: GPL-2.0-or-later
"""Green, yellow, red: what an indicator's progress, budget and breaches amount to (methods.md k)."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

#: Measures that miss a limit by no more than this meet it: decimal figures are rounded in binary.
CLOSE = 1e-9

GREEN, YELLOW, RED = "green", "yellow", "red"
#: Of a year that no path begins in yet.
NO_LEVEL = ""
_ORDER = (GREEN, YELLOW, RED)


@dataclass(frozen=True)
class Thresholds:
    """From which progress and up to which budget use a level holds; defaults of methods.md k."""

    green_progress: float = 0.9
    green_use: float = 1.0
    yellow_progress: float = 0.7
    yellow_use: float = 1.05


def level_of(
    progress: float,
    use: float,
    *,
    breach_ha: float,
    rises: bool,
    thresholds: Thresholds,
    unknown: str = YELLOW,
) -> tuple[str, tuple[str, ...]]:
    """The level, and which of the measures decided it (``progress``, ``use``, ``breach``, ``trend``).

    Green: progress and budget use are both within their limits and no line is breached. Yellow: one
    of them is within its wider limit. Red: neither is, a line is breached, or the trend surely rises.
    A measure that is NaN does not count; without any the level is ``unknown``, since nothing is known.
    """
    reasons = (*(("breach",) if breach_ha > 0.0 else ()), *(("trend",) if rises else ()))
    if reasons:
        return RED, reasons
    done, spent = progress + CLOSE, use - CLOSE
    measures = {
        "progress": (progress, done >= thresholds.green_progress, done >= thresholds.yellow_progress),
        "use": (use, spent <= thresholds.green_use, spent <= thresholds.yellow_use),
    }
    known = {name: found for name, found in measures.items() if not math.isnan(found[0])}
    short = tuple(name for name, (_value, green, _yellow) in known.items() if not green)
    if known and not short:
        return GREEN, ()
    if not known:
        return unknown, ()
    if any(yellow for _value, _green, yellow in known.values()):
        return YELLOW, short
    return RED, short


def worst(levels: Iterable[str]) -> str:
    """The worst of several levels; none where none of them has one."""
    return max((level for level in levels if level in _ORDER), key=_ORDER.index, default=NO_LEVEL)
