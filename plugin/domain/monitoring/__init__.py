# SPDX-License-Identifier: GPL-2.0-or-later
"""Monitoring and early warning (监测预警): indicators against their paths, trends, and levels."""

from .indicator import Standing, assess_indicator
from .levels import GREEN, RED, YELLOW, Thresholds, level_of, worst
from .targets import Plan, parse_targets
from .trend import Trend, trend_of

__all__ = [
    "GREEN",
    "RED",
    "YELLOW",
    "Plan",
    "Standing",
    "Thresholds",
    "Trend",
    "assess_indicator",
    "level_of",
    "parse_targets",
    "trend_of",
    "worst",
]
