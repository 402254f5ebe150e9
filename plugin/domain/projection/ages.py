# SPDX-License-Identifier: GPL-2.0-or-later
"""Stand ages of the classes of a baseline, from a table of the user."""

from __future__ import annotations

import math
from dataclasses import dataclass

import pandas as pd

from ..errors import InputError
from ..notes import NoteBook

NEEDED = "carbon_class"
ANY = "*"
#: What shares may be off 1 for rounding in their table, and areas off the class's before it is told.
_ROUNDING, _TOLD = 0.005, 0.01


@dataclass(frozen=True)
class Cohort:
    """A share of a class's ground (0–1) in a unit with its stand age (a; NaN = not stated)."""

    share: float
    age_a: float
    age_group: str


@dataclass(frozen=True)
class AgeTable:
    """Weights and ages by (unit, carbon class); unit ``*`` stands for every unit without rows of its own.

    ``by_area``: the weights are areas (ha), not shares.
    """

    cohorts: dict[tuple[str, str], tuple[Cohort, ...]]
    by_area: bool

    def of(self, unit: str, carbon_class: str) -> tuple[Cohort, ...]:
        """The cohorts of a class in a unit, shares adding up to 1; empty where none is stated."""
        own = self.cohorts.get((unit, carbon_class)) or self.cohorts.get((ANY, carbon_class)) or ()
        whole = math.fsum(cohort.share for cohort in own)
        return tuple(Cohort(cohort.share / whole, cohort.age_a, cohort.age_group) for cohort in own)

    def note_use(self, rows: pd.DataFrame, notes: NoteBook) -> None:
        """Tell of rows that no ground has, and of areas that differ from the baseline's.

        ``rows``: unit, carbon_class and area_ha of the baseline.
        """
        held = set(zip(rows["unit"], rows["carbon_class"])) | {(ANY, name) for name in rows["carbon_class"]}
        unused = [f"{unit} {name}" for unit, name in sorted(self.cohorts) if (unit, name) not in held]
        if unused:
            notes.add(
                "ages_without_ground",
                "AGES: {count} pairs of unit and class have no ground in the baseline and are not used.",
                count=len(unused),
                ids=unused,
            )
        if self.by_area:
            self._note_areas(rows, notes)

    def _note_areas(self, rows: pd.DataFrame, notes: NoteBook) -> None:
        by_pair = rows.groupby(["unit", "carbon_class"])["area_ha"].agg(math.fsum)
        by_class = rows.groupby("carbon_class")["area_ha"].agg(math.fsum)
        off, difference_ha = [], []
        for (unit, name), cohorts in sorted(self.cohorts.items()):
            held = float(by_class.get(name, 0.0) if unit == ANY else by_pair.get((unit, name), 0.0))
            stated = math.fsum(cohort.share for cohort in cohorts)
            if held > 0.0 and abs(stated - held) > _TOLD * held:
                off.append(f"{unit} {name}")
                difference_ha.append(abs(stated - held))
        if off:
            notes.add(
                "ages_other_area",
                "AGES: in {count} pairs of unit and class the areas differ from the baseline by more than 1 "
                "% ({area_ha:.4f} ha in all); they are used as shares.",
                count=len(off),
                area_ha=math.fsum(difference_ha),
                ids=off,
            )


def parse_ages(rows: pd.DataFrame) -> AgeTable:
    """Cohorts from a table of text: unit (optional), carbon_class, age_a and/or age_group, share or area_ha.

    Raises ``InputError`` that names row and column; shares of a class must add up to 1.
    """
    weight = "area_ha" if "area_ha" in rows.columns else "share"
    if NEEDED not in rows.columns or weight not in rows.columns:
        raise InputError(
            "AGES needs the columns carbon_class, share or area_ha, and age_a or age_group; it has "
            "{columns}.",
            columns=", ".join(map(str, rows.columns)),
        )
    found: dict[tuple[str, str], list[Cohort]] = {}
    for line, row in rows.iterrows():
        name = _text(row, NEEDED)
        if not name:
            raise _error(line, NEEDED, "")
        cohort = Cohort(
            _number(row, weight, line), _number(row, "age_a", line, optional=True), _text(row, "age_group")
        )
        if math.isnan(cohort.age_a) and not cohort.age_group:
            raise _error(line, "age_a", "")
        found.setdefault((_text(row, "unit") or ANY, name), []).append(cohort)
    table = {key: tuple(cohorts) for key, cohorts in found.items()}
    for (unit, name), cohorts in table.items():
        _refuse_weights(unit, name, math.fsum(cohort.share for cohort in cohorts), weight)
    return AgeTable(table, weight == "area_ha")


def _refuse_weights(unit: str, name: str, whole: float, weight: str) -> None:
    if whole <= 0.0 or (weight == "share" and abs(whole - 1.0) > _ROUNDING):
        raise InputError(
            "AGES: the {weight} values of class {carbon_class} in unit “{unit}” add up to {whole:g}. Shares "
            "of a class add up to 1, areas to more than 0.",
            weight=weight,
            carbon_class=name,
            unit=unit,
            whole=whole,
        )


def _text(row: pd.Series, column: str) -> str:
    return str(row.get(column) or "").strip()


def _number(row: pd.Series, column: str, line: object, *, optional: bool = False) -> float:
    text = _text(row, column)
    if optional and not text:
        return math.nan
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not (math.isfinite(value) and value >= 0.0):
        raise _error(line, column, text)
    return value


def _error(line: object, column: str, value: str) -> InputError:
    return InputError(
        "AGES, row {row}, column “{column}”: “{value}” cannot be used. A class, an age in years or an age "
        "group, and a share or an area (ha) of 0 or more belong in each row.",
        row=line,
        column=column,
        value=value,
    )
