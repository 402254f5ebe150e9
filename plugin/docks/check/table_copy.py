# SPDX-License-Identifier: GPL-2.0-or-later
"""Findings as the table that is copied."""

from __future__ import annotations

from collections.abc import Sequence

from .model import COLUMNS, FindingModel


def table_of(model: FindingModel, rows: Sequence[int]) -> list[list[str]]:
    """Header and rows as they are shown."""
    columns = [name for name in COLUMNS if name != "count"]
    names = model.headers()
    return [
        [names[name] for name in columns],
        *([model.text_of(row, name) for name in columns] for row in rows),
    ]
