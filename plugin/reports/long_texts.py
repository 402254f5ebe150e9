# SPDX-License-Identifier: GPL-2.0-or-later
"""Texts that are too long to be set: shortened for reading, and told.

A name of 100 000 characters in a layer would fill hundreds of pages in every table that names it.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any

import pandas as pd

from .content import ReportContent
from .drawing import Drawing
from .table import Column, Table

#: Characters that a text may have over a column of a table, in a cell, and anywhere else.
LONGEST_IN_HEAD, LONGEST_IN_CELL, LONGEST = 100, 300, 2_000
#: Characters of longer texts that a report still bears together: a remark of some pages is printed in full.
BORNE = 50_000


def shortened(content: ReportContent) -> ReportContent:
    """``content`` with texts beyond the longest cut and ended with “…”, where these are more than is borne.

    A note tells how many.
    """
    cut: list[str] = []
    short: ReportContent = _shortened(content, LONGEST, cut)
    if sum(map(len, cut)) <= BORNE:
        return content
    note = content.texts("shortened", count=len(cut), cell=LONGEST_IN_CELL, text=LONGEST)
    return replace(short, notes=(*short.notes, note))


def _shortened(value: Any, longest: int, cut: list[str]) -> Any:
    """A value with the texts in it shortened; the whole texts are added to ``cut``."""
    if isinstance(value, str) and len(value) > longest:
        cut.append(value)
        return value[: longest - 1] + "…"
    if isinstance(value, tuple):
        return tuple(_shortened(item, longest, cut) for item in value)
    if isinstance(value, pd.DataFrame):
        return value.apply(lambda column: column.map(lambda cell: _shortened(cell, longest, cut)))
    if isinstance(value, Column):
        # Its keys are those of the frames.
        return replace(value, header=_shortened(value.header, LONGEST_IN_HEAD, cut))
    if isinstance(value, Table):
        return replace(
            value,
            title=_shortened(value.title, LONGEST_IN_CELL, cut),
            columns=_shortened(value.columns, longest, cut),
            cells=_shortened(value.cells, LONGEST_IN_CELL, cut),
            notes=_shortened(value.notes, longest, cut),
        )
    if is_dataclass(value) and not isinstance(value, Drawing):
        parts = {field.name: getattr(value, field.name) for field in fields(value)}
        return replace(value, **{name: _shortened(part, longest, cut) for name, part in parts.items()})
    return value
