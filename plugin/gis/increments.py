# SPDX-License-Identifier: GPL-2.0-or-later
"""The yearly increments of the change survey: baseline table and process layer in, new tables out."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from ..domain.errors import InputError
from ..domain.factors import FactorSet
from ..domain.increments import Opening, Update, ground_moves, opening_of, update_baseline
from ..domain.stocks import ACCOUNT_COLUMNS
from .baseline_table import read_baseline
from .increment_processes import ProcessLayer, read_processes
from .run import Run
from .sinks import Column

_BALANCE = ("opening", "additions", "entered", "reductions", "left", "closing")
_CHANGE = ("change_tc", "change_tc_low", "change_tc_high")
_METHOD = (
    Column("method", "text", "method layer of the ground, or factors"),
    Column("accounts_for", "text", "pools and processes that the method answers for"),
)
_BY_UNIT = ("stock_before_tc", *_CHANGE, "changed_ha", "entered_tc", "left_tc")


@dataclass(frozen=True)
class UpdateJob:
    """An update with what the manifest says about the increments."""

    update: Update
    facts: dict[str, Any]
    unmapped_ha: float


def carry_forward(run: Run, factors: FactorSet) -> UpdateJob:
    """The baseline of YEAR from BASELINE and INCREMENTS, by the parameters of the algorithm."""
    opening = _opening_of(run, factors, int(run.number("YEAR")))
    layer = read_processes(run, factors, sorted(set(opening.rows["unit"])))
    flows = ground_moves(layer.processes)
    _note_still(run, layer, flows)
    update = update_baseline(opening, flows, factors, run.notes, run.progress(70, 90))
    return UpdateJob(update, layer.facts, layer.unmapped_ha)


def _opening_of(run: Run, factors: FactorSet, year: int) -> Opening:
    table = read_baseline(run)
    _refuse_other_year(run, table.rows, year, table.layer)
    return opening_of(table.rows, factors, table.layer)


def _refuse_other_year(run: Run, frame: pd.DataFrame, year: int, layer: str) -> None:
    years = sorted(set(frame["year"].dropna().astype(int))) if "year" in frame else []
    if not years:
        run.notes.add(
            "baseline_without_year",
            "Table “{layer}” states no year: it is taken as that of {year}.",
            layer=layer,
            year=year - 1,
        )
    elif years != [year - 1]:
        raise InputError(
            "Table “{layer}” is the baseline of {years}; the increments of {year} need that of {before}. "
            "Update year by year.",
            layer=layer,
            years=", ".join(map(str, years)),
            year=year,
            before=year - 1,
        )


def _note_still(run: Run, layer: ProcessLayer, flows: pd.DataFrame) -> None:
    """Tell of processes that change attributes, but no class of ground."""
    process, ids, area_ha = layer.processes.process, layer.ids, layer.processes.area_ha
    still = ~np.isin(process, flows["process"].to_numpy())
    if still.any():
        rows = np.unique(process[still])
        run.notes.add(
            "attributes_only",
            "{count} processes ({area_ha:.4f} ha) change attributes, but neither the carbon class nor the "
            "unit of their ground: they change no carbon.",
            count=len(rows),
            area_ha=math.fsum(area_ha[still]),
            ids=ids[rows],
            warning=False,
        )


def write_update(run: Run, update: Update) -> None:
    """Write the account per unit, the table of the year, the balance and the causes."""
    year = int(run.number("YEAR"))
    lead = [Column("unit", "text", "statistical unit"), Column("year", "int", "year of the land use")]
    kind = Column("carbon_class", "text", "carbon class")
    amounts = [Column(name, "float") for name in ACCOUNT_COLUMNS]
    by_unit = [*lead, *amounts, *(Column(name, "float") for name in _BY_UNIT)]
    run.write("OUTPUT", by_unit, update.by_unit.assign(year=year), share=(90, 92))
    table = [*lead, kind, *_METHOD, *amounts]
    claims = update.by_class["accounts_for"]
    by_class = update.by_class.assign(year=year, accounts_for=claims.where(claims != "", None))
    run.write("OUTPUT_TABLE", table, by_class, share=(92, 94))
    areas = [f"{name}_ha" for name in _BALANCE if name not in ("entered", "left")]
    stocks = [f"{name}_tc" for name in _BALANCE]
    balance = [*lead, kind, *(Column(name, "float") for name in [*areas, *stocks])]
    run.write("OUTPUT_BALANCE", balance, update.balance.assign(year=year), share=(94, 96))
    texts = ("cause", "cause_name", "basis", "permit", "from_class", "to_class")
    causes = [
        *lead,
        *(Column(name, "text") for name in texts),
        *(Column(name, "float") for name in ("area_ha", *_CHANGE)),
        Column("count", "int", "processes"),
    ]
    run.write("OUTPUT_CAUSES", causes, update.causes.assign(year=year), share=(96, 99))


def update_outputs(job: UpdateJob) -> dict[str, Any]:
    """Number outputs of the update."""
    update, total = job.update, job.update.account.total
    return {
        **{name.upper(): update.change[name] for name in _CHANGE},
        **{f"STOCK_AFTER_TC{end}": total[f"stock_tc{end.lower()}"] for end in ("", "_LOW", "_HIGH")},
        "TOTAL_AREA_HA": total["area_ha"],
        "CHANGED_HA": update.changed_ha,
        "UNMAPPED_AREA_HA": job.unmapped_ha,
        "WEAK_SHARE": float(update.account.shares.loc["stock", "weak_share"]),
    }
