# SPDX-License-Identifier: GPL-2.0-or-later
"""Monitoring and early warning (监测预警): indicators against their paths, trends, and levels."""

from .actuals import actual_values, entries_of_plans, refuse_other_measures
from .changes import STRICT_LINES, Changes, breach_by_unit, breaches_of, changes_inside
from .indicator import Standing, assess_indicator
from .levels import GREEN, NO_LEVEL, RED, YELLOW, Thresholds, level_of, worst
from .rulings import RULE_CODES, codes_of_class
from .targets import Plan, parse_targets
from .trend import Trend, trend_of

__all__ = [
    "GREEN",
    "NO_LEVEL",
    "RED",
    "RULE_CODES",
    "STRICT_LINES",
    "YELLOW",
    "Changes",
    "Plan",
    "Standing",
    "Thresholds",
    "Trend",
    "actual_values",
    "assess_indicator",
    "breach_by_unit",
    "breaches_of",
    "changes_inside",
    "codes_of_class",
    "entries_of_plans",
    "level_of",
    "parse_targets",
    "refuse_other_measures",
    "trend_of",
    "worst",
]
