# SPDX-License-Identifier: GPL-2.0-or-later
"""The repair of a plan draft: the smallest change of use that clears each error."""

from .changes import CHANGE_COLUMNS
from .draft import REPAIR_COLUMNS, RepairedDraft
from .grounds import KINDS
from .identity import IdRule
from .repair import Repair, RepairSettings, repair_plan

__all__ = [
    "CHANGE_COLUMNS",
    "KINDS",
    "REPAIR_COLUMNS",
    "IdRule",
    "Repair",
    "RepairSettings",
    "RepairedDraft",
    "repair_plan",
]
