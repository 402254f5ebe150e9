# SPDX-License-Identifier: GPL-2.0-or-later
"""Change of land use and carbon stock between two dates: transitions, stock-difference, balances."""

from .account import ChangeAccount, change_account, require_years
from .balance import balance, category_matrix, require_categories
from .change_map import ChangeMap, changed_ground
from .ground import DatedLand, Pieces, split_dates
from .model import Transitions
from .tabulate import transitions_in_units

__all__ = [
    "ChangeAccount",
    "ChangeMap",
    "DatedLand",
    "Pieces",
    "Transitions",
    "balance",
    "category_matrix",
    "change_account",
    "changed_ground",
    "require_categories",
    "require_years",
    "split_dates",
    "transitions_in_units",
]
