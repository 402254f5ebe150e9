# SPDX-License-Identifier: GPL-2.0-or-later
"""Whether control lines are sound by themselves and agree with each other."""

from .check import FINDING_COLUMNS, LineCheck, check_lines
from .layers import LineCheckSettings, LineLayer

__all__ = ["FINDING_COLUMNS", "LineCheck", "LineCheckSettings", "LineLayer", "check_lines"]
