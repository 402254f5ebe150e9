# SPDX-License-Identifier: GPL-2.0-or-later
"""The table of units: which unit of the account book is part of which."""

from __future__ import annotations

import pandas as pd

from ..errors import InputError

COLUMNS = ("unit", "parent")


def parents_of(table: pd.DataFrame) -> dict[str, str]:
    """The unit of which each is part, from a table of texts with ``COLUMNS``; the index numbers its rows.

    Rows without a parent say nothing. Raises ``InputError`` where columns are missing, a unit has
    two parents or is, by way of others, part of itself.
    """
    missing = [name for name in COLUMNS if name not in table.columns]
    if missing:
        raise InputError(
            "The table of units lacks the columns {columns}; it lists each unit with the one it is part of.",
            columns=", ".join(missing),
        )
    parents: dict[str, str] = {}
    for row, unit, parent in zip(table.index, table["unit"], table["parent"]):
        if not (unit and parent):
            continue
        if parents.setdefault(unit, parent) != parent:
            raise InputError(
                "The table of units, row {row}: unit “{unit}” is part of “{one}” and of “{other}”. Leave one "
                "of them.",
                row=row,
                unit=unit,
                one=parents[unit],
                other=parent,
            )
    for unit in parents:
        _refuse_circle(unit, parents)
    return parents


def _refuse_circle(unit: str, parents: dict[str, str]) -> None:
    above, seen = unit, {unit}
    while (above := parents.get(above, "")) and above not in seen:
        seen.add(above)
    if above == unit:
        raise InputError(
            "The table of units makes “{unit}” part of itself. Give every unit the next larger one.",
            unit=unit,
        )
