# SPDX-License-Identifier: GPL-2.0-or-later
"""A plan check's layers in: plan drafts, control lines, land cover, and the job made of them."""

from .control_lines import describe_lines, read_lines
from .draft import DraftLayer, read_draft
from .job import CheckJob, read_check
from .land_cover import read_base
from .settings import read_check_factors, read_settings

__all__ = [
    "CheckJob",
    "DraftLayer",
    "describe_lines",
    "read_base",
    "read_check",
    "read_check_factors",
    "read_draft",
    "read_lines",
    "read_settings",
]
