# SPDX-License-Identifier: GPL-2.0-or-later
"""Tables as yearbooks print them: a column for each carrier or sector, its unit of measure in brackets."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pandas as pd

from ..errors import InputError
from .library import carrier_of
from .measures import measure_of
from .sectors import Sectors
from .vocabulary import COLUMNS, word_of

#: ``原煤（吨）``: what is counted, and in which unit of measure.
_HEAD = re.compile(r"(.+?)\s*[(（]([^()（）]+)[)）]\s*")


def long_form(frame: pd.DataFrame, sectors: Sectors, table: str) -> pd.DataFrame:
    """The activity table of a table of texts (index: row numbers) with a column for each carrier or sector.

    Heads are a carrier or a sector with its unit of measure in brackets, as ``原煤（吨）``.
    Empty cells are no rows. A table with a column of amounts stays as it is, and so does one without
    such heads. Raises ``InputError`` where a head says what another column says as well.
    """
    known = {str(name): word_of(str(name), COLUMNS) for name in frame.columns}
    heads = {name: _head(name, sectors) for name in known if known[name] is None}
    wide = {name: head for name, head in heads.items() if head is not None}
    if "amount" in known.values() or not wide:
        return frame
    kept = [name for name in known if name not in wide]
    for name, head in wide.items():
        doubled = next((other for other in kept if known[other] in head), None)
        if doubled is not None:
            raise InputError(
                "Table “{table}”: the head “{head}” and the column “{column}” say the same. Leave out one of "
                "them.",
                table=table,
                head=name,
                column=doubled,
            )
    parts = [
        frame.loc[frame[name].astype(str).str.strip() != "", [*kept, name]]
        .rename(columns={name: "amount"})
        .assign(**head)
        for name, head in wide.items()
    ]
    filled = [part for part in parts if len(part)]
    return pd.concat(filled).sort_index(kind="stable") if filled else frame


def _head(name: str, sectors: Sectors) -> Mapping[str, str] | None:
    """Columns that a head stands for; None for one that is neither a carrier nor a sector with a unit."""
    found = _HEAD.fullmatch(name)
    if found is None or measure_of(found.group(2)) is None:
        return None
    what, unit = found.groups()
    if carrier_of(what) is not None:
        return {"carrier": what, "amount_unit": unit}
    if word_of(what, sectors.names) is not None:
        return {"sector": what, "amount_unit": unit}
    return None
