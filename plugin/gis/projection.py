# SPDX-License-Identifier: GPL-2.0-or-later
"""The path of a baseline: its table in, one row per unit and target year out."""

from __future__ import annotations

from ..domain.errors import InputError
from ..domain.factors import POOLS, FactorSet
from ..domain.projection import (
    PATH_COLUMNS,
    AgeTable,
    CurveTable,
    Projection,
    ProjectionSettings,
    base_year,
    baseline_rows,
    parse_ages,
    parse_curves,
    parse_years,
    project,
    stated_years,
)
from .baseline_table import read_baseline
from .run import Run
from .sinks import Column
from .tables import read_table

CURVE = "curve"
_MEANINGS = {
    "stock_tc": "t C at the end of the year",
    "removal_tco2e_a": "t CO2e/a in the year",
    "emission_tco2e_a": "t CO2e/a in the year",
    "net_tco2e_a": "t CO2e/a, emission − removal",
    "cumulative_removal_tco2e": "t CO2e removed since the baseline's year",
}


def project_baseline(run: Run, factors: FactorSet) -> Projection:
    """The path of the baseline table of a run by its parameters."""
    table = read_baseline(run).rows
    start = int(run.number("START_YEAR")) if run.given("START_YEAR") else None
    base = base_year(stated_years(table), start)
    years = parse_years(run.text("YEARS"), base)
    rows = baseline_rows(table, factors)
    curves, ages = _growth(run, factors)
    if ages is not None:
        ages.note_use(rows.frame, run.notes)
    run.record(base_year=base, years=list(years), growth=run.text("GROWTH"))
    if curves is not None:
        run.record(growth_curves=curves.describe())
    settings = ProjectionSettings(base, years, curves, ages, classes=run.given("OUTPUT_CLASSES"))
    return project(rows, factors, settings, notes=run.notes, progress=run.progress(10, 90))


def _growth(run: Run, factors: FactorSet) -> tuple[CurveTable | None, AgeTable | None]:
    """Curves and stand ages as GROWTH asks for them."""
    if run.text("GROWTH") != CURVE:
        unused = [name for name in ("GROWTH_CURVES", "AGES") if run.given(name)]
        if unused:
            run.notes.add(
                "growth_tables_unused",
                "{tables}: not used, because GROWTH is “constant”.",
                tables=", ".join(unused),
            )
        return None, None
    if not run.given("GROWTH_CURVES"):
        raise InputError(
            "GROWTH is “curve”, but GROWTH_CURVES is empty. Fill "
            "resources/factors/growth_curves_template.csv with curves and their sources, or choose GROWTH "
            "“constant”."
        )
    curves = parse_curves(read_table(run, "GROWTH_CURVES"), factors.id)
    return curves, parse_ages(read_table(run, "AGES")) if run.given("AGES") else None


def write_projection(run: Run, result: Projection) -> None:
    """Write the path per unit and, where asked, per unit and class."""
    figures = [Column(name, "float", _meaning(name)) for name in PATH_COLUMNS]
    unit = Column("unit", "text", "statistical unit")
    year = Column("year", "int", "calendar year")
    run.write("OUTPUT", [unit, year, *figures], result.by_unit, share=(90, 95))
    lead = [
        unit,
        Column("carbon_class", "text", "carbon class"),
        Column("method", "text", "method layer of the ground, or factors"),
        Column("accounts_for", "text", "pools and processes that the method answers for"),
        year,
        Column("area_ha", "float", "ha"),
        *(Column(f"{pool}_tc", "float", "t C") for pool in POOLS),
    ]
    if result.by_class is not None:
        run.write("OUTPUT_CLASSES", [*lead, *figures], result.by_class, share=(95, 99))


def _meaning(name: str) -> str:
    return _MEANINGS[name.replace("_low", "").replace("_high", "")]


def projection_outputs(result: Projection) -> dict[str, float]:
    """Number outputs: figures of the last year."""
    last = result.totals.iloc[-1]
    outputs = {
        f"{name}{bound.upper()}": float(last[f"{column}{bound}"])
        for name, column in (
            ("STOCK_END_TC", "stock_tc"),
            ("REMOVAL_END_TCO2E_A", "removal_tco2e_a"),
            ("EMISSION_END_TCO2E_A", "emission_tco2e_a"),
            ("CUMULATIVE_REMOVAL_TCO2E", "cumulative_removal_tco2e"),
        )
        for bound in ("", "_low", "_high")
    }
    return {**outputs, "WEAK_SHARE": result.weak_share}
