# SPDX-License-Identifier: GPL-2.0-or-later
"""Exemptions: approvals that let a finding stand, read from a table and applied on the day of the check."""

from .decide import apply_exemptions
from .model import DECISION_COLUMNS, EXEMPTED, OPEN, Exemption
from .table import exemptions_from_frame, unread_columns

__all__ = [
    "DECISION_COLUMNS",
    "EXEMPTED",
    "OPEN",
    "Exemption",
    "apply_exemptions",
    "exemptions_from_frame",
    "unread_columns",
]
