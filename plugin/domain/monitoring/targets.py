# SPDX-License-Identifier: GPL-2.0-or-later
"""The table of targets: base, planned path and target of every indicator of every unit."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from ..errors import InputError
from ..plausible import CALENDAR_YEARS, LARGEST
from .levels import Thresholds

#: Unit, item and scope of a plan, and one of its rows.
_Key = tuple[str, str, str]
_Row = dict[str, Any]

BASE, PATH, TARGET = "base", "path", "target"
ROLES = (BASE, PATH, TARGET)
FALLS, RISES = "falls", "rises"
COLUMNS = ("unit", "item", "role", "year", "value")
_LIMITS = ("green_progress", "green_use", "yellow_progress", "yellow_use")
#: What holds for a plan as a whole.
_ONCE = ("direction", "budget", "measure", *_LIMITS)


@dataclass(frozen=True)
class Plan:
    """What is planned for an item of a unit: ``base``, ``path`` by year and ``target``, with their years."""

    unit: str
    item: str
    scope: str
    base: float
    path: dict[int, float]
    target: float = math.nan
    target_year: int | None = None
    base_year: int | None = None
    falls: bool = True
    is_budget: bool = False
    thresholds: Thresholds = field(default_factory=Thresholds)
    measure: str = ""

    def is_limit_in(self, year: int) -> bool:
        """Whether the path of a year is not beyond the base in the direction of the plan."""
        planned = self.path.get(year, math.nan)
        return planned >= self.base if self.falls else planned <= self.base


def parse_targets(table: pd.DataFrame, name: str) -> list[Plan]:
    """Plans from a table of texts, one row per year and role; the index numbers its rows.

    Columns ``COLUMNS`` and, if wanted, scope, direction (falls, rises), budget (yes, no), measure (the unit
    of measure) and the four limits of the levels; a plan states these once or the same in each row. Raises
    ``InputError`` with the row for words and numbers that do not fit, for a plan without a base or
    path and for two values of one year.
    """
    missing = [column for column in COLUMNS if column not in table.columns]
    if missing:
        raise InputError(
            "Table of targets “{table}” lacks the columns {columns}. Its rows are unit, item, role (base, "
            "path, target), year, value.",
            table=name,
            columns=", ".join(missing),
        )
    if table.empty:
        raise InputError(
            "Table of targets “{table}” has no rows. Write base and path of an item.", table=name
        )
    frame = table.copy()
    for column in ("unit", "item", *_ONCE, "scope"):
        frame[column] = frame[column].fillna("") if column in frame else ""
    _refuse_blank(frame, name)
    frame["number"] = _numbers(frame, "value", name)
    frame["when"] = _numbers(frame, "year", name, whole=True).astype(int)
    for column in _LIMITS:
        stated = frame[column] != ""
        numbers = _numbers(frame[stated], column, name)
        frame[column] = numbers.map(str).reindex(frame.index).fillna("")
    _refuse_words(frame, name)
    # Plain rows: thousands of plans with a dozen rows each are slow as frames.
    columns = ["unit", "item", "scope", "role", "when", "number", *_ONCE]
    groups: dict[tuple[str, str, str], list[_Row]] = {}
    for key, row in zip(
        zip(*(frame[column] for column in columns[:3])), frame[columns[3:]].to_dict("records")
    ):
        groups.setdefault(key, []).append(row)
    return [_plan(key, groups[key], name) for key in sorted(groups)]


def _refuse_blank(frame: pd.DataFrame, name: str) -> None:
    for column in ("unit", "item"):
        bare = frame[column] == ""
        if bare.any():
            raise InputError(
                "Table of targets “{table}”, row {row}: column {column} is empty. Fill it in.",
                table=name,
                row=frame.index[bare][0],
                column=column,
            )


def _numbers(frame: pd.DataFrame, column: str, name: str, *, whole: bool = False) -> pd.Series:
    numbers = pd.to_numeric(frame[column], errors="coerce").astype(float)
    bad = ~(numbers.abs() < LARGEST) | (whole & ((numbers % 1 != 0) | ~numbers.between(*CALENDAR_YEARS)))
    if bad.any():
        raise InputError(
            "Table of targets “{table}”, row {row}: “{value}” in column {column} is no number, or no "
            "calendar year. Correct it.",
            table=name,
            row=frame.index[bad][0],
            value=frame.loc[bad, column].iloc[0],
            column=column,
        )
    return numbers


def _refuse_words(frame: pd.DataFrame, name: str) -> None:
    for column, known in (("role", ROLES), ("direction", (FALLS, RISES, "")), ("budget", ("yes", "no", ""))):
        bad = ~frame[column].isin(known)
        if bad.any():
            raise InputError(
                "Table of targets “{table}”, row {row}: “{value}” in column {column} is none of {known}.",
                table=name,
                row=frame.index[bad][0],
                value=frame.loc[bad, column].iloc[0],
                column=column,
                known=", ".join(filter(None, known)),
            )
    doubled = frame.duplicated(["unit", "item", "scope", "role", "when"])
    if doubled.any():
        row = frame[doubled].iloc[0]
        raise InputError(
            "Table of targets “{table}”, row {row}: unit “{unit}” has two values of “{item}” for {year}.",
            table=name,
            row=frame.index[doubled][0],
            unit=row["unit"],
            item=row["item"],
            year=int(row["when"]),
        )


def _plan(key: _Key, rows: list[_Row], name: str) -> Plan:
    values = {
        role: {int(row["when"]): float(row["number"]) for row in rows if row["role"] == role}
        for role in ROLES
    }
    path, target = dict(sorted(values[PATH].items())), values[TARGET] or values[PATH]
    if len(values[BASE]) != 1 or not path:
        raise InputError(
            "Table of targets “{table}”: “{item}” of unit “{unit}” needs one row with the role base and at "
            "least one with the role path.",
            table=name,
            unit=key[0],
            item=key[1],
        )
    limits = {column: float(value) for column in _LIMITS if (value := _once(rows, column, key, name)) != ""}
    return Plan(
        *key,
        base=next(iter(values[BASE].values())),
        path=path,
        target=target[max(target)],
        target_year=max(target),
        base_year=next(iter(values[BASE])),
        falls=_once(rows, "direction", key, name) != RISES,
        is_budget=_once(rows, "budget", key, name) == "yes",
        thresholds=Thresholds(**limits),
        measure=_once(rows, "measure", key, name),
    )


def _once(rows: list[_Row], column: str, key: _Key, name: str) -> str:
    """What the rows of a plan state in a column; empty where none of them does."""
    stated = list(dict.fromkeys(row[column] for row in rows if row[column] != ""))
    if len(stated) > 1:
        raise InputError(
            "Table of targets “{table}”: the rows of “{item}” of unit “{unit}” state {column} as {values}. "
            "Write it once, or the same in each row.",
            table=name,
            item=key[1],
            unit=key[0],
            column=column,
            values=", ".join(map(str, stated)),
        )
    return str(stated[0]) if stated else ""
