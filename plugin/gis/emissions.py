# SPDX-License-Identifier: GPL-2.0-or-later
"""The emission inventory of a run: tables in, the account with its side tables out."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from ..domain.emissions import (
    COLUMNS,
    COMPARED,
    MATRIX_COLUMNS,
    RECONCILED,
    Basis,
    EmissionInventory,
    Register,
    Sectors,
    compared,
    frame_of,
    make_inventory,
    matrix_of,
    only_year,
    read_activities,
    read_register,
    read_splits,
    reconciled,
    require_region,
    sectors_of,
)
from ..domain.emissions.library import potential_sources, potentials
from ..domain.emissions.lines import Total
from ..domain.errors import InputError
from .emission_register import write_register
from .run import Run
from .sinks import Column
from .tables import read_table

_INTEGERS = ("year", "row", "activity_rows", "deposit_year")
_FLOATS = (
    *("activity", "amount", "split", "x", "y", "difference_percent", "bias_percent"),
    *("co2_t", "co2_t_low", "co2_t_high", "ch4_t", "n2o_t"),
)
_MEANINGS = {
    "scope": "1 direct, 2 purchased electricity and heat, 3 elsewhere (in no total)",
    "activity": "amount of the row after the split, in activity_unit",
    "co2_t": "CO2 alone, t CO2; NULL where the factor does not tell it apart",
    "ch4_t": "methane, t CH4",
    "n2o_t": "nitrous oxide, t N2O",
    "split": "share taken of a larger balance, 0–1; NULL = a statistic of the unit",
    "grade": "evidence grade of the weakest figure used",
    "row": "row of the table it comes from",
    "deposit_year": "year in which the waste of a landfill was deposited",
    "registered_tco2e": "taken off for registered enterprises and sectors that the row contains, t CO2e",
    "counted_tco2e": "in the account, after what is part of the entry is taken off, t CO2e",
    "bias_percent": "(isolated − coupled)/coupled, %",
    "difference_tco2e_percent": "difference of CO2e in percent of top-down",
    "co2_unknown_tco2e": "bottom-up rows whose CO2 is not told apart, t CO2e",
    "reason": "why the row is in no total",
    "isolated_tco2e": "if the system took off all photovoltaics of its unit, t CO2e",
    "difference_co2_t": "bottom-up − top-down, t CO2",
    "difference_percent": "difference in percent of the figure compared with",
}


@dataclass(frozen=True)
class EmissionJob:
    """An inventory with what its side tables need."""

    inventory: EmissionInventory
    sectors: Sectors
    register: Register | None
    reconciliation: pd.DataFrame | None


def make_emission_account(run: Run) -> EmissionJob:
    """Read the tables of a run and compute its inventory."""
    _refuse_lonely_outputs(run)
    table, name = read_table(run, "ACTIVITY"), table_name(run, "ACTIVITY")
    basis = Basis(
        year=int(run.number("YEAR")) if run.given("YEAR") else only_year(table, name),
        family=run.text("ELECTRICITY_FAMILY"),
        region=require_region(run.optional_text("REGION") or ""),
        gwp=run.text("GWP"),
    )
    sectors = sectors_of(
        read_table(run, "SECTORS") if run.given("SECTORS") else None, table_name(run, "SECTORS")
    )
    splits = None
    if run.given("SPLIT_KEYS"):
        keys = read_table(run, "SPLIT_KEYS")
        splits = read_splits(keys, year=basis.year, table=table_name(run, "SPLIT_KEYS"))
    activities = read_activities(
        table,
        year=basis.year,
        sectors=sectors,
        table=name,
        splits=splits,
        progress=run.progress(5, 40),
    )
    register = None
    if run.given("REGISTER"):
        entries = read_table(run, "REGISTER")
        register = read_register(entries, year=basis.year, sectors=sectors, table=table_name(run, "REGISTER"))
    inventory = make_inventory(activities, basis, sectors, run.notes, register, run.progress(40, 80))
    reconciliation = None
    if run.given("TOP_DOWN"):
        top_down = read_table(run, "TOP_DOWN")
        held_against = table_name(run, "TOP_DOWN")
        reconciliation = reconciled(top_down, inventory.lines, sectors, held_against, basis.year)
    _record(run, inventory)
    return EmissionJob(inventory, sectors, register, reconciliation)


def _refuse_lonely_outputs(run: Run) -> None:
    for output, table in (("OUTPUT_REGISTER", "REGISTER"), ("OUTPUT_RECONCILIATION", "TOP_DOWN")):
        if run.given(output) and not run.given(table):
            raise InputError(
                "{output} needs the table {table}. Give it, or leave the output out.",
                output=output,
                table=table,
            )


def table_name(run: Run, parameter: str) -> str:
    """The name of a table for sentences: that of its file, or of its layer."""
    value = run.parameters.get(parameter)
    if isinstance(value, str) and Path(value).is_file():
        return Path(value).name
    return run.open(parameter).name if run.given(parameter) else ""


def _record(run: Run, inventory: EmissionInventory) -> None:
    basis = inventory.basis
    run.record(
        gwp={"report": basis.gwp, **potentials(basis.gwp), "sources": dict(potential_sources(basis.gwp))},
        electricity_family=basis.family,
        region=basis.region,
        year=basis.year,
        totals={
            "co2_t": _bounds(inventory.co2),
            "emission_tco2e": _bounds(inventory.emission),
        },
        weak_share=inventory.weak_share,
        no_interval_share=inventory.no_interval_share,
        isolated_tco2e=inventory.isolated,
        isolated_bias=inventory.isolated_bias,
        scopes_tco2e={str(scope): inventory.of_scope(scope) for scope in (1, 2, 3)},
        grid_nodes={
            unit: {
                "demand_kwh": node.demand_kwh,
                "pv_kwh": node.pv_kwh,
                "coupled_tco2e": node.coupled_tco2e,
                "isolated_tco2e": node.isolated_tco2e,
            }
            for unit, node in inventory.nodes.items()
        },
    )


def _bounds(total: Total) -> list[float]:
    return [total.value, total.low, total.high]


def write_emission_account(run: Run, job: EmissionJob) -> None:
    """Write the account, what was left out, the register, the reconciliation and the matrix."""
    inventory, year = job.inventory, job.inventory.basis.year
    columns = [name for name in COLUMNS if name != "reason"]
    run.write("OUTPUT", _shape(columns), frame_of(inventory.booked, year), share=(80, 90))
    if run.given("OUTPUT_EXCLUDED"):
        run.write("OUTPUT_EXCLUDED", _shape(COLUMNS), frame_of(inventory.left_out, year), share=(90, 92))
    if run.given("OUTPUT_REGISTER") and job.register is not None:
        table = compared(job.register, inventory.lines, year)
        write_register(run, _shape(COMPARED), table, [row.line for row in job.register.rows])
    if run.given("OUTPUT_RECONCILIATION") and job.reconciliation is not None:
        run.write("OUTPUT_RECONCILIATION", _shape(RECONCILED), job.reconciliation, share=(94, 96))
    if run.given("OUTPUT_MATRIX"):
        matrix = matrix_of(inventory.lines, inventory.nodes)
        run.write("OUTPUT_MATRIX", _shape(MATRIX_COLUMNS), matrix, share=(96, 99))


def _shape(names: tuple[str, ...] | list[str]) -> list[Column]:
    return [Column(name, _kind(name), _meaning(name)) for name in names]


def _kind(name: str) -> str:
    if name in _INTEGERS:
        return "int"
    return "float" if name in _FLOATS or "tco2e" in name or "co2_t" in name else "text"


def _meaning(name: str) -> str:
    if name in _MEANINGS:
        return _MEANINGS[name]
    return "t CO2e" if "tco2e" in name else "t CO2" if "co2_t" in name else ""
