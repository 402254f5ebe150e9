# SPDX-License-Identifier: GPL-2.0-or-later
"""Account items as paths: ``account/item``, their parts below it, and how parts add up to the whole.

``emission/co2/buildings`` is a part of ``emission/co2``. Parts with a prefix are one of several
ways to break the whole down: ``baseline/stock/pool:agb`` and ``baseline/stock/class:paddy`` each
add up to ``baseline/stock``.
"""

from __future__ import annotations

import re

import pandas as pd

from ..errors import InputError

SEPARATOR, PREFIX = "/", ":"
_PART = r"[A-Za-z0-9_.\-]+(?::[^/\s:][^/:]*)?"
_ITEM = re.compile(rf"{_PART}(?:/{_PART})+")


def require_items(items: pd.Series, table: str) -> None:
    """Refuse items that are no paths (``InputError`` with the first of them)."""
    wrong = [item for item in items.unique() if not _ITEM.fullmatch(str(item))]
    if wrong:
        raise InputError(
            "Table “{table}” has the account item “{item}”. Write items as paths such as "
            "emission/co2/buildings.",
            table=table,
            item=wrong[0],
        )


def account_of(item: str) -> str:
    """The account of an item: what one posting states as a whole for a unit and year."""
    return item.split(SEPARATOR, 1)[0]


def parent_of(item: str) -> str | None:
    """The item of which this one is a part; None for a whole."""
    parts = item.split(SEPARATOR)
    return SEPARATOR.join(parts[:-1]) if len(parts) > 2 else None


def breakdown_of(item: str) -> str:
    """The way of breaking down that an item belongs to (``pool``, ``class``); empty for plain parts."""
    last = item.rsplit(SEPARATOR, 1)[-1]
    return last.split(PREFIX, 1)[0] if PREFIX in last else ""
