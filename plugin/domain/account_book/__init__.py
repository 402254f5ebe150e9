# SPDX-License-Identifier: GPL-2.0-or-later
"""The account book (碳账户): accounts by unit, year and item, only added to, balanced by double entry."""

from .balance import differences, require_balance
from .database import GeoPackageBook, PostgresBook
from .items import account_of, breakdown_of, parent_of
from .model import ENTRY_COLUMNS, KEY, Posted, Posting
from .pivot import BY_ITEM, BY_YEAR, Pivot, read_pivot
from .post import post, posting_in
from .read import Filter, read_entries
from .session import Book

__all__ = [
    "BY_ITEM",
    "BY_YEAR",
    "ENTRY_COLUMNS",
    "KEY",
    "Book",
    "Filter",
    "GeoPackageBook",
    "Pivot",
    "Posted",
    "PostgresBook",
    "Posting",
    "account_of",
    "breakdown_of",
    "differences",
    "parent_of",
    "post",
    "posting_in",
    "read_entries",
    "read_pivot",
    "require_balance",
]
