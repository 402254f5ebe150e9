# SPDX-License-Identifier: GPL-2.0-or-later
"""Findings as the table that is copied."""

from __future__ import annotations

from collections.abc import Sequence

from ..table_copy import all_digits
from .model import COLUMNS, FindingModel


def table_of(model: FindingModel, rows: Sequence[int]) -> list[list[str]]:
    """Header and rows as they are shown, areas with all digits."""
    columns = [name for name in COLUMNS if name != "count"]
    names = model.headers()
    return [
        [names[name] for name in columns],
        *([_cell(model, row, name) for name in columns] for row in rows),
    ]


def _cell(model: FindingModel, row: int, name: str) -> str:
    if name == "area_m2":
        return all_digits(model.area_of(row))
    return model.text_of(row, name)
