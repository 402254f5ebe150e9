# SPDX-License-Identifier: GPL-2.0-or-later
"""The check of a plan draft against control lines, with the carbon at stake."""

from .check import PlanCheck, check_plan
from .findings import FINDING_COLUMNS
from .layers import BaseCover, CheckSettings, ControlLine, PlanDraft
from .parcels import PARCEL_COLUMNS
from .summary import SUMMARY_COLUMNS
from .totals import TOTAL_NAMES

__all__ = [
    "FINDING_COLUMNS",
    "PARCEL_COLUMNS",
    "SUMMARY_COLUMNS",
    "TOTAL_NAMES",
    "BaseCover",
    "CheckSettings",
    "ControlLine",
    "PlanCheck",
    "PlanDraft",
    "check_plan",
]
