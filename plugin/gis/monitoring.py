# SPDX-License-Identifier: GPL-2.0-or-later
"""Monitoring of an account book: its entries and the targets in, standings and series out."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..domain.account_book import read_entries
from ..domain.monitoring import (
    NO_LEVEL,
    Plan,
    Standing,
    actual_values,
    assess_indicator,
    entries_of_plans,
    parse_targets,
    refuse_other_measures,
)
from ..domain.statistical_units import Units, units_of
from .account_book import book_of
from .breaches import breaches_by_unit
from .layers import PolygonLayer
from .monitored_changes import find_changes, write_changes
from .run import Run
from .sinks import Column
from .tables import read_table

_FIGURES = ("actual", "planned", "progress", "use", "slope", "expected", "target", "years_left", "p_value")
_MEANINGS = {
    "progress": "(base − actual)/(base − planned); 1 is on the path",
    "use": "sum of actual ÷ sum of planned, for budgets",
    "slope": "trend per year",
    "expected": "trend continued to the target year",
    "years_left": "years for which the rest of the allowance lasts",
    "p_value": "Mann–Kendall, two-sided; empty below eight years",
}


@dataclass(frozen=True)
class Monitoring:
    """``rows``: one per indicator of a unit; ``series``: one per indicator and year with value or plan.

    ``entries`` are those of the book called ``book_name`` that the targets name, of all years, ``measures``
    the unit of measure of every item of it; ``changes`` are those
    of land use inside control lines (``changes_inside``), None where none were given; ``breach_ha`` is the
    area of all breaches.
    """

    rows: pd.DataFrame
    series: pd.DataFrame
    units: Units | None
    layer: PolygonLayer | None
    book_name: str
    entries: pd.DataFrame
    measures: Mapping[str, str]
    changes: pd.DataFrame | None
    breach_ha: float

    def count(self, level: str) -> int:
        """How many indicators stand at a level."""
        return int((self.rows["level"] == level).sum())


def monitor(run: Run) -> Monitoring:
    """Hold the entries of the book against the targets by the parameters of the run."""
    year = int(run.number("YEAR"))
    plans = parse_targets(read_table(run, "TARGETS"), run.open("TARGETS").name)
    run.progress(0, 5)(1.0)
    book = book_of(run.text("STORE"))
    entries = read_entries(book)
    counted = entries_of_plans(entries, plans)
    refuse_other_measures(counted, plans)
    values = actual_values(counted, plans)
    run.progress(5, 30)(0.0)
    layer, units = _units(run)
    changes = find_changes(run, layer, units)
    breaches = breaches_by_unit(run, layer, changes)
    run.record(breach_ha=breaches)
    rows, series = [], []
    for number, plan in enumerate(plans):
        run.progress(62, 80)(number / len(plans))
        actual = values[number]
        standing = assess_indicator(plan, actual, year, breach_ha=breaches.get(plan.unit, 0.0))
        rows.append(_row(plan, actual, standing, year, breaches.get(plan.unit, 0.0)))
        series.extend(_series(plan, actual, year))
    _note_without_values(run, rows, year)
    _note_without_level(run, rows, year)
    _note_limits(run, plans, year)
    _note_strangers(run, {plan.unit for plan in plans}, breaches, units)
    return Monitoring(
        rows=pd.DataFrame(rows),
        series=pd.DataFrame(series),
        units=units,
        layer=layer,
        book_name=book.name,
        entries=counted.drop(columns="plan"),
        measures=measures_of(entries),
        changes=changes,
        breach_ha=math.fsum(breaches.values()),
    )


def measures_of(entries: pd.DataFrame) -> dict[str, str]:
    """The unit of measure of each item; several are named side by side."""
    pairs = entries[["item", "measure"]].drop_duplicates().sort_values(["item", "measure"])
    return {str(item): ", ".join(part["measure"]) for item, part in pairs.groupby("item")}


def _row(
    plan: Plan, actual: dict[int, float], standing: Standing, year: int, breach_ha: float
) -> dict[str, object]:
    return {
        "unit": plan.unit,
        "item": plan.item,
        "scope": plan.scope,
        "year": year,
        "level": standing.level,
        "reasons": ",".join(standing.reasons),
        "actual": actual.get(year, math.nan),
        "planned": plan.path.get(year, math.nan),
        "progress": standing.progress,
        "use": standing.use,
        "slope": standing.trend.slope,
        "expected": standing.expected,
        "target": plan.target,
        "target_year": plan.target_year,
        "years_left": standing.years_left,
        "mk_s": standing.trend.s,
        "p_value": standing.trend.p,
        "breach_ha": breach_ha,
    }


def _series(plan: Plan, actual: dict[int, float], year: int) -> list[dict[str, object]]:
    """Each year by itself, so that the levels can be played."""
    shown = sorted({when for when in actual if when <= year} | set(plan.path))
    return [
        {
            "unit": plan.unit,
            "item": plan.item,
            "scope": plan.scope,
            "year": when,
            "begins": f"{when}-01-01",
            "ends": f"{when}-12-31",
            "actual": actual.get(when, math.nan) if when <= year else math.nan,
            "planned": plan.path.get(when, math.nan),
            "level": assess_indicator(plan, actual, when).level if when in actual and when <= year else "",
        }
        for when in shown
    ]


def _units(run: Run) -> tuple[PolygonLayer | None, Units | None]:
    if not run.given("UNITS"):
        return None, None
    field = run.optional_text("UNIT_FIELD")
    layer = run.polygons("UNITS", [field], share=(15, 25))
    names = layer.columns[field] if field else layer.ids
    return layer, units_of(list(names), layer.geometry, layer.name, run.notes)


def _note_strangers(run: Run, planned: set[str], breaches: dict[str, float], units: Units | None) -> None:
    """Tell of breaches and polygons that meet no unit of the targets, and of units without a polygon."""
    elsewhere = sorted(set(breaches) - planned)
    if elsewhere:
        run.notes.add(
            "breach_elsewhere",
            "Breaches of strict lines ({area_ha:.4f} ha) lie in {count} units that the targets do not name: "
            "they make no indicator red. Add the units to the targets, or give the findings the same UNITS.",
            count=len(elsewhere),
            area_ha=math.fsum(breaches[unit] for unit in elsewhere),
            ids=[unit or "–" for unit in elsewhere],
        )
    undrawn = [] if units is None else sorted(planned - set(units.names))
    if undrawn:
        run.notes.add(
            "units_undrawn",
            "{count} units of the targets have no polygon in UNITS: their rows have no geometry. Choose the "
            "UNIT_FIELD that names units as the account book does.",
            count=len(undrawn),
            ids=undrawn,
        )


def _note_without_values(run: Run, rows: list[dict[str, object]], year: int) -> None:
    bare = [f"{row['unit']} {row['item']}" for row in rows if math.isnan(float(str(row["actual"])))]
    if bare:
        run.notes.add(
            "no_value_of_year",
            "{count} indicators have no entry of {year} in the account book; their level rests on the years "
            "before: {indicators}.",
            count=len(bare),
            year=year,
            indicators=", ".join(bare[:20]),
        )


def _note_without_level(run: Run, rows: list[dict[str, object]], year: int) -> None:
    early = [f"{row['unit']} {row['item']}" for row in rows if row["level"] == NO_LEVEL]
    if early:
        run.notes.add(
            "no_level_yet",
            "{count} indicators have their base in {year} or later and no level yet: {indicators}.",
            count=len(early),
            warning=False,
            year=year,
            indicators=", ".join(early[:20]),
        )


def _note_limits(run: Run, plans: list[Plan], year: int) -> None:
    """Tell of paths that do not lead where the plan does, so that a growing sink is not taken for a limit."""
    limits = [f"{plan.unit} {plan.item}" for plan in plans if plan.is_limit_in(year)]
    if limits:
        run.notes.add(
            "path_is_limit",
            "{count} indicators have a path in {year} that is no better than their base: it is taken as a "
            "limit that is kept or not, without progress: {indicators}. Where more is better, write the "
            "direction rises.",
            count=len(limits),
            warning=False,
            year=year,
            indicators=", ".join(limits[:20]),
        )


def write_monitoring(run: Run, found: Monitoring) -> None:
    """Write the standings and the series, as polygons where the units are given."""
    texts = [Column(name, "text") for name in ("unit", "item", "scope")]
    figures = [Column(name, "float", _MEANINGS.get(name, "in the unit of measure")) for name in _FIGURES]
    columns = [
        *texts,
        Column("year", "int"),
        Column("level", "text", "green, yellow or red"),
        Column("reasons", "text", "what decided the level"),
        *figures,
        Column("target_year", "int"),
        Column("mk_s", "int", "S of Mann–Kendall"),
        Column("breach_ha", "float", "open errors and illegal changes in strict lines, union, ha"),
    ]
    _write(run, "OUTPUT", columns, found.rows, found, (80, 90))
    columns = [
        *texts,
        Column("year", "int"),
        Column("begins", "text", "first day of the year"),
        Column("ends", "text", "last day"),
        Column("actual", "float"),
        Column("planned", "float"),
        Column("level", "text"),
    ]
    _write(run, "OUTPUT_SERIES", columns, found.series, found, (90, 97))
    write_changes(run, found.changes, found.layer, int(run.number("YEAR")))


def _write(
    run: Run,
    name: str,
    columns: list[Column],
    frame: pd.DataFrame,
    found: Monitoring,
    share: tuple[float, float],
) -> None:
    if found.units is None or found.layer is None:
        run.write(name, columns, frame, share=share)
        return
    shapes = dict(zip(found.units.names, found.layer.plane.from_plane(found.units.geometry)))
    geometry = np.empty(len(frame), dtype=object)
    geometry[:] = [shapes.get(unit) for unit in frame["unit"]]
    run.write(name, columns, frame, geometry, found.layer.crs, share=share)
