# SPDX-License-Identifier: GPL-2.0-or-later
"""The account book (碳账户): accounts by unit, year and item, only added to, balanced by double entry."""

from .balance import differences, require_balance
from .database import Book, GeoPackageBook, PostgresBook
from .items import account_of, breakdown_of, parent_of
from .model import ENTRY_COLUMNS, KEY, Posted, Posting
from .post import post, posting_in
from .read import Filter, pivot, read_entries, read_pivot

__all__ = [
    "ENTRY_COLUMNS",
    "KEY",
    "Book",
    "Filter",
    "GeoPackageBook",
    "Posted",
    "PostgresBook",
    "Posting",
    "account_of",
    "breakdown_of",
    "differences",
    "parent_of",
    "pivot",
    "post",
    "posting_in",
    "read_entries",
    "read_pivot",
    "require_balance",
]
