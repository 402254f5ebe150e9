# SPDX-License-Identifier: GPL-2.0-or-later
"""A baseline carried forward by the increments of the yearly change survey (年度国土变更调查)."""

from .causes import change_causes
from .ground import Processes, ground_moves
from .opening import Opening, opening_of
from .update import Update, update_baseline

__all__ = [
    "Opening",
    "Processes",
    "Update",
    "change_causes",
    "ground_moves",
    "opening_of",
    "update_baseline",
]
