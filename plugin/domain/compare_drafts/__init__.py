# SPDX-License-Identifier: GPL-2.0-or-later
"""Two drafts of one plan compared: where codes change, what that costs in carbon, and what stays."""

from .changes import CHANGE_COLUMNS, DraftChanges, compare_ground
from .compare import Comparison, compare_drafts
from .findings import APPEARED, COMPARED_COLUMNS, STAYED, VANISHED, ComparedFindings, compare_findings
from .remarks import merge_notes, note_changes, note_recut, note_twice

__all__ = [
    "APPEARED",
    "CHANGE_COLUMNS",
    "COMPARED_COLUMNS",
    "STAYED",
    "VANISHED",
    "ComparedFindings",
    "Comparison",
    "DraftChanges",
    "compare_drafts",
    "compare_findings",
    "compare_ground",
    "merge_notes",
    "note_changes",
    "note_recut",
    "note_twice",
]
