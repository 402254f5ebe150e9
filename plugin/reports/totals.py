# SPDX-License-Identifier: GPL-2.0-or-later
"""Totals of the whole: as a run states them, else added up from the tables, without intervals."""

from __future__ import annotations

import math
from collections.abc import Mapping

import pandas as pd

from ..domain.stocks import known_sum
from .baseline_tables import class_rows, unit_rows
from .check_rows import EXEMPTED, finding_rows, rule_sums, whole_plan
from .model import ReportData

_ACCOUNT = ("area_ha", "stock_tc", "removal_tco2e_a", "emission_tco2e_a", "net_tco2e_a")
#: Totals of a check and the columns of findings and summary that add up to them.
_CARBON = {
    "stock_loss_tco2": "stock_loss_tco2",
    "removal_forgone_tco2e_a": "removal_forgone_tco2e_a",
    "carbon_at_stake_tco2e": "carbon_tco2e",
}
#: Algorithms of the sink side that state totals, the chapter of these, and the results that it shows.
_STATED_BY_RUNS = (
    ("stockchange", "chapter_change", ("change", "transitions")),
    ("projectbaseline", "chapter_projection", ("projection",)),
    ("uncertainty", "chapter_uncertainty", ("uncertainty",)),
)


def baseline_is_added_up(data: ReportData) -> bool:
    """Whether no run states the totals of the baseline shown."""
    return data.has_baseline and "area_ha" not in data.baseline_totals


def check_is_added_up(data: ReportData) -> bool:
    """Whether no run states the totals of the plan check shown."""
    return data.has_check and not data.check_totals


def chapters_added_up(data: ReportData) -> list[str]:
    """The chapters whose totals no run states, by the names of their texts."""
    chapters = [
        name
        for name, added_up in (
            ("chapter_baseline", baseline_is_added_up(data)),
            ("chapter_check", check_is_added_up(data)),
        )
        if added_up
    ]
    return chapters + [
        chapter
        for algorithm, chapter, results in _STATED_BY_RUNS
        if any(name in data.sink for name in results) and not data.stated.get(algorithm)
    ]


def baseline_totals(data: ReportData) -> Mapping[str, float]:
    """The totals of the run; without them the sums of the units, else of the classes."""
    if not baseline_is_added_up(data):
        return data.baseline_totals
    frame = class_rows(data) if data.baseline_units is None else unit_rows(data)
    return {name: known_sum(frame[name]) for name in _ACCOUNT}


def check_totals(data: ReportData) -> Mapping[str, float]:
    """The totals of the run; without them those of the summary's whole plan, else sums of the findings.

    The area of errors is then a sum over findings (without these over rules), in which ground
    hit twice counts twice.
    """
    if not check_is_added_up(data):
        return data.check_totals
    findings = finding_rows(data)
    findings = findings[findings["severity"] != "noise"]
    errors = findings if data.findings is not None else rule_sums(data).assign(state=None)
    errors = errors[(errors["severity"] == "error") & (errors["state"] != EXEMPTED)]
    whole = whole_plan(data)
    rows = findings if whole is None else whole
    return {
        "error_area_ha": known_sum(errors["area_ha"]),
        "finding_area_ha": known_sum(rows["area_ha"]),
        **{total: _sum_of(rows, column) for total, column in _CARBON.items()},
    }


def _sum_of(rows: pd.DataFrame, column: str) -> float:
    return known_sum(rows[column]) if column in rows else math.nan
