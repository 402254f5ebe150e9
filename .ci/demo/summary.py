# SPDX-License-Identifier: GPL-2.0-or-later
"""What the demo prints of a case: units, findings by rule, totals, steps."""

from __future__ import annotations

import math
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

from .process import Run
from .tables import format_interval, format_number, format_table

Row = Mapping[str, Any]
M2_PER_HA = 10_000.0
UNIT_HEADER = (
    "unit",
    "area ha",
    "stock t C",
    "95 % interval",
    "removal t CO2e/a",
    "emission t CO2e/a",
    "net t CO2e/a",
)
#: Units printed; the layer holds them all.
UNITS_SHOWN = 25

#: Number outputs worth a line: (step, output, label, decimals).
TOTALS = (
    ("sinkbaseline", "TOTAL_AREA_HA", "area, ha", 2),
    ("sinkbaseline", "TOTAL_STOCK_TC", "carbon stock, t C", 1),
    ("sinkbaseline", "TOTAL_REMOVAL_TCO2E_A", "removal, t CO2e/a", 1),
    ("sinkbaseline", "TOTAL_EMISSION_TCO2E_A", "emission, t CO2e/a", 1),
    ("sinkbaseline", "RESIDUAL_HA", "conservation residual, ha", 9),
    ("attachfactors", "TOTAL_STOCK_TC", "carbon stock of all parcels, t C", 1),
    ("checkplan", "ERRORS", "findings: errors", 0),
    ("checkplan", "WARNINGS", "findings: warnings", 0),
    ("checkplan", "INFOS", "findings: advice, or of lines without legal force", 0),
    ("checkplan", "ERROR_AREA_HA", "area in error (union), ha", 4),
    ("checkplan", "FINDING_AREA_HA", "area of all findings (union), ha", 4),
    ("checkplan", "STOCK_LOSS_TCO2", "stock loss, t CO2", 1),
    ("checkplan", "REMOVAL_FORGONE_TCO2E_A", "removal forgone, t CO2e/a", 1),
    ("checkplan", "CARBON_AT_STAKE_TCO2E", "carbon at stake, t CO2e", 1),
)


def read_rows(file: Path) -> list[dict[str, Any]]:
    """The rows of the one table that a GeoPackage output holds."""
    with closing(sqlite3.connect(file)) as database:
        database.row_factory = sqlite3.Row
        (name,) = database.execute("SELECT table_name FROM gpkg_contents ORDER BY rowid").fetchone()
        quoted = '"' + name.replace('"', '""') + '"'
        return [dict(row) for row in database.execute(f"SELECT * FROM {quoted}")]


def units_table(rows: Iterable[Row]) -> str:
    """Area, stock with interval, removal, emission and net of every unit."""
    rows = list(rows)
    lines = [
        (
            str(row.get("unit") or "whole layer"),
            format_number(row.get("area_ha"), 2),
            format_number(row.get("stock_tc")),
            format_interval(row.get("stock_tc_low"), row.get("stock_tc_high")),
            format_number(row.get("removal_tco2e_a")),
            format_number(row.get("emission_tco2e_a")),
            format_number(row.get("net_tco2e_a")),
        )
        for row in rows[:UNITS_SHOWN]
    ]
    table = format_table(UNIT_HEADER, lines)
    left_out = len(rows) - len(lines)
    return f"{table}\n  … and {left_out} more units" if left_out else table


def rules_table(findings: Iterable[Row]) -> str:
    """Number, area and carbon of the findings by rule; areas are sums, a place may be found twice."""
    groups: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for row in findings:
        groups[str(row["rule_id"]), str(row["line_type"]), str(row["severity"])].append(row)
    if not groups:
        return "  no findings"
    lines = [
        (
            *group,
            str(len(rows)),
            format_number(_sum(rows, "area_m2") / M2_PER_HA, 4),
            format_number(_sum(rows, "carbon_tco2e")),
        )
        for group, rows in sorted(groups.items())
    ]
    header = ("rule", "line", "severity", "findings", "area ha", "carbon t CO2e")
    return format_table(header, lines, left=3)


def totals_table(runs: Mapping[str, Run]) -> str:
    """The number outputs of the steps, with their interval where one is given."""
    lines = []
    for algorithm, output, label, decimals in TOTALS:
        results = runs[algorithm].results if algorithm in runs else {}
        if output not in results:
            continue
        low, high = results.get(f"{output}_LOW"), results.get(f"{output}_HIGH")
        lines.append((label, format_number(results[output], decimals), format_interval(low, high, decimals)))
    return format_table(("total", "value", "95 % interval"), lines)


def steps_table(runs: Mapping[str, Run]) -> str:
    """Seconds and warnings of every step."""
    lines = [(name, f"{run.seconds:.1f}", str(run.warnings)) for name, run in runs.items()]
    total = sum(run.seconds for run in runs.values())
    lines.append(("together", f"{total:.1f}", str(sum(run.warnings for run in runs.values()))))
    return format_table(("step", "seconds", "warnings"), lines)


def _sum(rows: Iterable[Row], column: str) -> float:
    return math.fsum(row[column] for row in rows if row.get(column) is not None)
