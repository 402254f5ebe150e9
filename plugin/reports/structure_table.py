# SPDX-License-Identifier: GPL-2.0-or-later
"""用地结构调整表: its rows in words, and its classes levelled (调平) to the total of each unit."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from ..domain.errors import InputError
from ..domain.geometry import Rows
from ..domain.profiles import Profile, level_to_total, round_half_up
from ..domain.quantities.structure import CLASS, SET, TOTAL
from .table import Table, is_missing
from .texts import Texts

#: Columns of areas that are levelled, and the one that is their difference.
SIDES = ("base_ha", "plan_ha")
CHANGE = "change_ha"


def worded_structure(frame: pd.DataFrame, texts: Texts) -> pd.DataFrame:
    """The table with a name for the whole plan, and sets of classes told from the classes."""
    if "level" not in frame:
        return frame
    is_set = frame["level"] == SET
    return frame.assign(
        unit=[texts("whole_plan") if is_missing(unit) else unit for unit in frame["unit"]],
        code=frame["code"].where(~is_set, None),
        name=[
            texts("of_which", name=name) if inside else name for name, inside in zip(frame["name"], is_set)
        ],
    )


def level_structure(table: Table, frame: pd.DataFrame, profile: Profile, texts: Texts) -> Table:
    """The table with classes that add up to the total of their unit as printed, the change to plan − base.

    ``frame`` are its rows with ``unit`` and ``level``. Units whose classes do not add up to
    their total, as in a part of the layer, stay as they are rounded.
    """
    if not (profile.level and "level" in frame):
        return table
    cells = table.cells.copy()
    decimals = profile.quantity("area").decimals
    residuals = []
    for unit, rows in frame.groupby(frame["unit"].fillna(""), sort=False).indices.items():
        level = frame["level"].to_numpy()[rows]
        classes, totals = rows[level == CLASS], rows[level == TOTAL]
        for side in (name for name in SIDES if name in cells and len(totals) == 1):
            levelled, residual = _levelled(table, side, classes, totals[0], decimals)
            cells.loc[cells.index[classes], side] = levelled
            if residual:
                header = next(column.header for column in table.columns if column.key == side)
                amount = f"{residual:+.{decimals}f}".replace("-", "−")
                residuals.append(f"{unit} {header} {amount}".strip())
    if {*SIDES, CHANGE} <= set(cells.columns):
        cells[CHANGE] = [
            round_half_up(plan - base, decimals) if not (is_missing(base) or is_missing(plan)) else change
            for base, plan, change in zip(cells["base_ha"], cells["plan_ha"], cells[CHANGE])
        ]
    separator = "；" if texts.language == "zh" else "; "
    note = texts("foot_levelled", residuals=separator.join(residuals)) if residuals else ""
    return replace(table, cells=cells, notes=tuple(filter(None, (*table.notes, note))))


def _levelled(table: Table, side: str, classes: Rows, total: int, decimals: int) -> tuple[list[float], float]:
    """Classes of a unit levelled to its total, with the residual; as they are where they do not add up."""
    parts, whole = table.scaled[side].iloc[classes], table.scaled[side].iloc[total]
    if is_missing(whole) or any(map(is_missing, parts)):
        return list(table.cells[side].iloc[classes]), 0.0
    try:
        levelled, residual = level_to_total([float(part) for part in parts], float(whole), decimals)
    except InputError:
        return list(table.cells[side].iloc[classes]), 0.0
    return list(levelled), residual
