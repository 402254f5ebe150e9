# SPDX-License-Identifier: GPL-2.0-or-later
"""Monitoring of an account book: its entries and the targets in, standings and series out."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..domain.account_book import read_entries
from ..domain.errors import InputError
from ..domain.monitoring import Plan, Standing, assess_indicator, parse_targets
from ..domain.statistical_units import Units, units_of
from ..domain.units import M2_PER_HA
from .account_book import book_of
from .layers import PolygonLayer
from .run import Run
from .sinks import Column
from .tables import frame_of, read_table

#: Lines whose breach is red at once (methods.md k), as the plan check calls them.
STRICT_LINES = ("pbf", "erl")
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
    """``rows``: one per indicator of a unit; ``series``: one per indicator and year with value or plan."""

    rows: pd.DataFrame
    series: pd.DataFrame
    units: Units | None
    layer: PolygonLayer | None

    def count(self, level: str) -> int:
        """How many indicators stand at a level."""
        return int((self.rows["level"] == level).sum())


def monitor(run: Run) -> Monitoring:
    """Hold the entries of the book against the targets by the parameters of the run."""
    year = int(run.number("YEAR"))
    plans = parse_targets(read_table(run, "TARGETS"), run.open("TARGETS").name)
    run.progress(0, 5)(1.0)
    values = _values_of(read_entries(book_of(run.text("STORE"))))
    run.progress(5, 30)(0.0)
    breaches = _breaches(run)
    layer, units = _units(run)
    rows, series = [], []
    for number, plan in enumerate(plans):
        run.progress(30, 80)(number / len(plans))
        actual = values.get((plan.unit, plan.item, plan.scope), {})
        standing = assess_indicator(plan, actual, year, breach_ha=breaches.get(plan.unit, 0.0))
        rows.append(_row(plan, actual, standing, year, breaches.get(plan.unit, 0.0)))
        series.extend(_series(plan, actual, year))
    _note_without_values(run, rows, year)
    _note_strangers(run, {plan.unit for plan in plans}, breaches, units)
    return Monitoring(pd.DataFrame(rows), pd.DataFrame(series), units, layer)


def _values_of(entries: pd.DataFrame) -> dict[tuple[str, str, str], dict[int, float]]:
    """Values by year of every unit, item and scope."""
    values: dict[tuple[str, str, str], dict[int, float]] = {}
    rows = zip(*(entries[name].tolist() for name in ("unit", "item", "scope", "year", "value")))
    for unit, item, scope, year, value in rows:
        values.setdefault((unit, item, scope), {})[year] = value
    return values


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


def _breaches(run: Run) -> dict[str, float]:
    """Area (ha) of open errors in strict lines by unit, from findings of the plan check."""
    if not run.given("FINDINGS"):
        return {}
    given = run.open("FINDINGS")
    missing = [n for n in ("unit", "line_type", "severity", "state", "area_m2") if n not in given.field_names]
    if missing:
        raise InputError(
            "Layer “{layer}” has no field {fields}: it does not hold findings of the plan check.",
            layer=given.name,
            fields=", ".join(missing),
        )
    frame = frame_of(given.source)
    run.manifest.add_input("FINDINGS", layer=given.name, source=given.described, features=len(frame))
    counted = frame[
        frame["line_type"].isin(STRICT_LINES) & (frame["severity"] == "error") & (frame["state"] == "open")
    ]
    areas_m2 = pd.to_numeric(counted["area_m2"], errors="coerce").astype(float)
    bad = ~(areas_m2 >= 0.0)
    if bad.any():
        raise InputError(
            "Layer “{layer}”: {count} open errors in strict lines have no area, the first is row {row}. Make "
            "the findings again.",
            layer=given.name,
            count=int(bad.sum()),
            row=int(counted.index[bad][0]) + 1,
        )
    units = counted["unit"].fillna("").map(str)
    areas = areas_m2.groupby(units).agg(lambda part: math.fsum(part) / M2_PER_HA)
    return {str(unit): float(area) for unit, area in areas.items()}


def _units(run: Run) -> tuple[PolygonLayer | None, Units | None]:
    if not run.given("UNITS"):
        return None, None
    field = run.optional_text("UNIT_FIELD")
    layer = run.polygons("UNITS", [field], share=(5, 25))
    names = layer.columns[field] if field else layer.ids
    return layer, units_of(list(names), layer.geometry, layer.name, run.notes)


def _note_strangers(run: Run, planned: set[str], breaches: dict[str, float], units: Units | None) -> None:
    """Tell of breaches and polygons that meet no unit of the targets, and of units without a polygon."""
    elsewhere = sorted(set(breaches) - planned)
    if elsewhere:
        run.notes.add(
            "breach_elsewhere",
            "Open errors in strict lines ({area_ha:.4f} ha) lie in {count} units that the targets do not "
            "name: they make no indicator red. Add the units to the targets, or give the findings the same "
            "UNITS.",
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
        Column("breach_ha", "float", "open errors in strict lines, ha"),
    ]
    _write(run, "OUTPUT", columns, found.rows, found, (80, 90))
    columns = [
        *texts,
        Column("year", "int"),
        Column("begins", "text", "first day, for the temporal controller"),
        Column("ends", "text", "last day"),
        Column("actual", "float"),
        Column("planned", "float"),
        Column("level", "text"),
    ]
    _write(run, "OUTPUT_SERIES", columns, found.series, found, (90, 98))


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
