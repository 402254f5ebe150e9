# SPDX-License-Identifier: GPL-2.0-or-later
"""Rows that add up the others, as statistics print them: read as data they would count all twice."""

from __future__ import annotations

import re
import unicodedata

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
