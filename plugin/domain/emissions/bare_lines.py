# SPDX-License-Identifier: GPL-2.0-or-later
"""What all ways of computing a line share: a line without emission, parts of its interval, units checked."""

from __future__ import annotations

import math

from ..errors import InputError
from .activity import Activity
from .lines import Line, Part


def bare_line(activity: Activity, reason: str = "") -> Line:
    """The line of an activity before anything is computed."""
    return Line(
        row=activity.row.line,
        unit=activity.unit,
        sector=activity.sector,
        item=activity.item,
        name=activity.name,
        scope=activity.scope or 1,
        activity=activity.amount * activity.measure.scale * activity.split,
        activity_unit=activity.measure.kind,
        carrier=activity.carrier.carrier if activity.carrier else "",
        factor_id="",
        gas="",
        mass_t=math.nan,
        emission_tco2e=math.nan,
        parts=(),
        interval_known=False,
        grade="",
        weak=False,
        source="",
        amount=activity.amount * activity.split,
        amount_unit=activity.row.text("amount_unit"),
        split=activity.split,
        split_source=activity.split_source,
        enterprise=activity.enterprise,
        contains=activity.contains,
        reason=reason,
    )


def require_kind(activity: Activity, found: str, wanted: str) -> None:
    """Raise ``InputError`` where an amount does not count what its factor is per."""
    if found != wanted:
        raise InputError(
            "Table “{table}”, row {row}, column “{column}”: an amount in {value} ({found}) does not fit a "
            "factor per {wanted}. Convert the amount, or choose the factor that fits it.",
            **activity.row.at("amount_unit"),
            found=found,
            wanted=wanted,
        )


def part_of(draw: str, value: float, low: float, high: float, rest: float) -> Part | None:
    """Half-widths of a draw; ``rest`` is the emission per unit of it. None without an interval."""
    if math.isnan(low) or math.isnan(high):
        return None
    return Part(draw, (value - low) * rest, (high - value) * rest)


def amount_part(activity: Activity, rest: float) -> Part | None:
    """Half-widths that a line owes to its amount."""
    return part_of(f"row {activity.row.line}", activity.amount, activity.low, activity.high, rest)
