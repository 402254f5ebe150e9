# SPDX-License-Identifier: GPL-2.0-or-later
"""The figures of the county case of ``make demo`` on the running QGIS, as plain numbers."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
CASE = ROOT / "resources" / "sample" / "county" / "case.json"
STEPS = ("attachfactors", "sinkbaseline", "checkplan")
#: Columns that tell rows of one output apart; all numbers of the row belong to them.
KEYS = {
    "baseline": ("unit",),
    "findings": (
        "finding_key",
        "rule_id",
        "line_type",
        "severity",
        "plan_id",
        "line_id",
        "plan_code",
        "base_code",
    ),
}
#: What differs without the result being another: row numbers, and the residual, which is rounding itself;
#: and texts, which are no figures also where they are not known.
LEFT_OUT = {"fid", "year", "RESIDUAL_HA", "reason", "approver", "document_no", "date", "expiry", "needs"}

Figures = dict[str, dict[str, dict[str, float | None]]]


def _demo() -> tuple[Any, Any, Any]:
    """The rooms of the demo that know the case, its steps and how to read what they wrote."""
    folder = ROOT / ".ci" / "demo"
    if "demo" not in sys.modules:
        spec = importlib.util.spec_from_file_location(
            "demo", folder / "__init__.py", submodule_search_locations=[str(folder)]
        )
        sys.modules["demo"] = importlib.util.module_from_spec(spec)
    return tuple(importlib.import_module(f"demo.{room}") for room in ("case", "steps", "summary"))


def county_figures(folder: Path) -> Figures:
    """Run the case (provider registered) into ``folder``: number outputs by step, rows of both results."""
    import processing

    case, steps, summary = _demo()
    files = steps.output_files(folder)
    figures: Figures = {"totals": {}}
    for step in steps.main_job(case.read_case(CASE), files):
        if step.algorithm in STEPS:
            given = {name: _plain(value) for name, value in step.parameters.items() if value is not None}
            figures["totals"][step.algorithm] = _numbers(
                processing.run(f"dualcarbon:{step.algorithm}", given)
            )
    for output, keys in KEYS.items():
        rows = summary.read_rows(files[output])
        figures[output] = {_key(row, keys): _numbers(row) for row in rows}
        if len(figures[output]) != len(rows):
            raise ValueError(f"the keys {keys} do not tell the rows of {output} apart")
    return figures


def _plain(value: Any) -> Any:
    return str(value) if isinstance(value, Path) else value


def _key(row: dict[str, Any], keys: tuple[str, ...]) -> str:
    return " ".join(str(row[key] or "-") for key in keys)


def _numbers(row: dict[str, Any]) -> dict[str, float | None]:
    """The numbers of a row by column, in the order of their names; what is not known stays None."""
    kept = {k: v for k, v in row.items() if k not in LEFT_OUT and (v is None or isinstance(v, (int, float)))}
    return {name: kept[name] for name in sorted(kept)}
