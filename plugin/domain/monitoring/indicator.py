# SPDX-License-Identifier: GPL-2.0-or-later
"""One indicator of one unit against its planned path: progress, budget, trend, exhaustion, level."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from .levels import CLOSE, NO_LEVEL, YELLOW, level_of
from .targets import Plan
from .trend import Trend, trend_of


@dataclass(frozen=True)
class Standing:
    """Where an indicator stands in a year.

    ``progress`` = (x_0 − x_t)/(x_0 − x*_t) with x* the path, NaN where the path is not beyond the base in the
    direction of the plan (a plateau, a rise before the peak): there the path is a limit, kept or not.
    ``use`` = Σ actual/Σ allowed over the years that have both; ``expected`` continues the trend to the
    target year; ``years_left`` is how long the rest of the allowance lasts at the present rate. NaN where
    something is not known. Up to the base year there is no ``level``, unless a breach or the trend gives one.
    """

    progress: float
    use: float
    trend: Trend
    expected: float
    years_left: float
    level: str
    reasons: tuple[str, ...]


def assess_indicator(
    plan: Plan, actual: Mapping[int, float], year: int, *, breach_ha: float = 0.0
) -> Standing:
    """The standing of an indicator (values by year) in a year (methods.md k); later values are left out."""
    actual = {when: value for when, value in actual.items() if when <= year}
    trend = trend_of(actual)
    begun = plan.base_year is None or year > plan.base_year
    progress = _progress(plan, actual, year) if begun else math.nan
    use = _use(plan, actual) if plan.is_budget else math.nan
    rises = trend.is_significant() and (trend.slope > 0.0) == plan.falls
    level, reasons = level_of(
        progress,
        use,
        breach_ha=breach_ha,
        rises=rises,
        thresholds=plan.thresholds,
        unknown=YELLOW if begun else NO_LEVEL,
    )
    return Standing(
        progress if math.isfinite(progress) else math.nan,
        use,
        trend,
        _expected(plan, actual, trend, year),
        _years_left(plan, actual, year) if plan.is_budget else math.nan,
        level,
        reasons,
    )


def _progress(plan: Plan, actual: Mapping[int, float], year: int) -> float:
    """Progress of the year; ±infinite where the path is a limit that is kept, or not."""
    planned, reached = plan.path.get(year, math.nan), actual.get(year, math.nan)
    if math.isnan(reached) or math.isnan(planned):
        return math.nan
    if not plan.is_limit_in(year):
        return (plan.base - reached) / (plan.base - planned)
    beyond = reached - planned if plan.falls else planned - reached
    return math.inf if beyond <= CLOSE * abs(planned) else -math.inf


def _use(plan: Plan, actual: Mapping[int, float]) -> float:
    both = [when for when in sorted(actual) if when in plan.path and math.isfinite(actual[when])]
    allowed = math.fsum(plan.path[when] for when in both)
    return math.fsum(actual[when] for when in both) / allowed if allowed else math.nan


def _expected(plan: Plan, actual: Mapping[int, float], trend: Trend, year: int) -> float:
    if plan.target_year is None or year not in actual:
        return math.nan
    return actual[year] + trend.slope * (plan.target_year - year)


def _years_left(plan: Plan, actual: Mapping[int, float], year: int) -> float:
    """Rest of the whole allowance ÷ the present yearly use; 0 once it is used up, NaN for a gap before."""
    rate = actual.get(year, math.nan)
    used = math.fsum(actual.get(when, math.nan) for when in plan.path if when <= year)
    rest = math.fsum(plan.path.values()) - used
    return max(rest, 0.0) / rate if rate > 0.0 else math.nan
