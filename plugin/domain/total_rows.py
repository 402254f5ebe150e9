# SPDX-License-Identifier: GPL-2.0-or-later
"""Rows that add up the others, as statistics print them: read as data they would count all twice."""

from __future__ import annotations

import re
import unicodedata

import pandas as pd

from .errors import InputError

_CHINESE = "合计|总计|共计|小计|总和|合計|總計|共計|小計|總和"
#: ``合计``, ``全县合计``, ``合计（万吨）``, ``Total:``, ``grand total``.
_TOTAL = re.compile(
    rf"(?:.*(?:{_CHINESE})|(?:{_CHINESE})\(.*\)|(?:(?:grand|sub)[ -]?)?totals?|sum)[:.]?", re.IGNORECASE
)


def is_total(name: str) -> bool:
    """Whether a name of a row says that it is the total of other rows."""
    plain = " ".join(unicodedata.normalize("NFKC", name).split())
    joined = plain if plain.isascii() else plain.replace(" ", "")
    return _TOTAL.fullmatch(joined) is not None


def refuse_totals(names: pd.Series, table: str) -> None:
    """Raise ``InputError`` for the first of the names of rows, by their numbers, that is a total."""
    for row, name in names.items():
        if is_total(str(name)):
            raise InputError(
                "Table “{table}”, row {row}: “{name}” is the total of other rows and would count them twice. "
                "Delete the row.",
                table=table,
                row=row,
                name=name,
            )
