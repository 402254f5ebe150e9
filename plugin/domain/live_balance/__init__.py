# SPDX-License-Identifier: GPL-2.0-or-later
"""The live balance of a plan draft while it is edited."""

from .balance import BalanceChange, BalanceState, LiveBalance, open_balance
from .carbon import CarbonBalance
from .findings import Conflicts, Finding
from .ground_account import GroundAccount
from .job import BalanceJob
from .plan_book import Edits
from .quantity_figures import QuantityUse
from .quantity_work import QuantityTerms

__all__ = [
    "BalanceChange",
    "BalanceJob",
    "BalanceState",
    "CarbonBalance",
    "Conflicts",
    "Edits",
    "Finding",
    "GroundAccount",
    "LiveBalance",
    "QuantityTerms",
    "QuantityUse",
    "open_balance",
]
