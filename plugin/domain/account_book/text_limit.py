# SPDX-License-Identifier: GPL-2.0-or-later
"""How long a text of the book may be: the same in a file and in a database, so that a book can move."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from ..errors import InputError
from .model import FACTS, KEY

#: Bytes in UTF-8. PostgreSQL finds texts by an index whose entries hold 2 704 bytes with their heads
#: (BTMaxItemSize of version 12 and later, pages of 8 kB).
MAX_BYTES = 2_500
_TEXTS = tuple(name for name in (*KEY, *FACTS) if name != "year")
#: Letters of a long text that a sentence shows.
_SHOWN = 40


def refuse_long_texts(entries: pd.DataFrame) -> None:
    """Raise ``InputError`` with the first entry that has a text of more than ``MAX_BYTES``."""
    for name in _TEXTS:
        long = [text for text in entries[name].unique() if _size(text) > MAX_BYTES]
        if long:
            row = entries[entries[name] == long[0]].iloc[0]
            raise InputError(
                "Unit “{unit}”, {year}, item “{item}”: the text in field {field} has {size} bytes, and the "
                "account book takes {limit} at most. Shorten it, for example to the name of the document in "
                "which the rest stands.",
                unit=_shown(row["unit"]),
                year=int(row["year"]),
                item=_shown(row["item"]),
                field=name,
                size=_size(long[0]),
                limit=MAX_BYTES,
            )


def refuse_long_units(parents: Mapping[str, str]) -> None:
    """The same for the names in a table of units."""
    for unit in (*parents, *parents.values()):
        if _size(unit) > MAX_BYTES:
            raise InputError(
                "The table of units: the name of unit “{unit}” has {size} bytes, and the account book takes "
                "{limit} at most. Shorten it, here and in the accounts.",
                unit=_shown(unit),
                size=_size(unit),
                limit=MAX_BYTES,
            )


def _size(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))


def _shown(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
