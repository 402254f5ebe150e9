# SPDX-License-Identifier: GPL-2.0-or-later
"""The rows that tables, charts and totals of a plan check start from: findings, sums by rule and by unit."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd

from ..domain.plancheck.summary import NO_UNIT
from ..domain.stocks import known_sum
from ..domain.units import M2_PER_HA
from .model import ReportData
from .table import is_missing

#: Worst first; the order of every table and chart of findings.
SEVERITIES = ("error", "warning", "info", "noise")
#: State of a finding that an approval covers.
EXEMPTED = "exempted"

MEASURES = ("stock_loss_tco2", "removal_forgone_tco2e_a", "carbon_tco2e")
BOUNDS = tuple(f"{measure}{bound}" for measure in MEASURES for bound in ("_low", "_high"))
SUMS = ("findings", "exempted", "noise", "area_ha", *MEASURES)
_RULE = ("rule_id", "line_type", "severity", "verified", "legal_basis", "remedy")
_TEXTS = (
    *("rule_id", "severity", "state", "unit", "village", "tenure", "line_type", "line_status"),
    *("verified", "legal_basis", "remedy", "reason", "approver", "document_no", "date", "expiry"),
)


def rule_sums(data: ReportData) -> pd.DataFrame:
    """One row per rule, worst first, larger areas first.

    From the summary of the check, where ground counts once within a rule; without a
    summary from the findings, whose areas and carbon are then added up.
    """
    frame = _of_level(data, "rule", whole=True)
    if frame is None:
        frame = _added_up(data, "rule_id")
    frame["rank"] = ranks(frame["severity"])
    order = ["rank", "area_ha", "rule_id"]
    return frame.sort_values(order, ascending=[True, False, True]).reset_index(drop=True)


def unit_sums(data: ReportData) -> pd.DataFrame:
    """One row per unit with the counts of its open findings by severity; see ``rule_sums``."""
    frame = _of_level(data, "total", whole=False)
    if frame is None or frame.empty:
        frame = _added_up(data, "unit")
    findings = finding_rows(data)
    counts = pd.crosstab(_units(findings["unit"]), [findings["state"] == EXEMPTED, findings["severity"]])
    units = _units(frame["unit"])
    for severity in SEVERITIES:
        found = counts[(False, severity)] if (False, severity) in counts else pd.Series(dtype=float)
        known = [float(found.get(unit, 0.0)) for unit in units]
        frame[f"{severity}s"] = known if data.findings is not None else math.nan
    frame["unit"] = [unit or None for unit in units]
    return frame


def _units(names: pd.Series) -> pd.Series:
    """Names of units, empty for the ground outside all of them, which summaries call "–"."""
    return pd.Series(["" if is_missing(name) or name == NO_UNIT else name for name in names], dtype=object)


def finding_rows(data: ReportData) -> pd.DataFrame:
    """The findings with areas in ha and carbon as floats, NaN where not known."""
    frame = pd.DataFrame() if data.findings is None else data.findings.copy()
    frame["area_ha"] = pd.to_numeric(frame["area_m2"]) / M2_PER_HA if "area_m2" in frame else math.nan
    for name in _TEXTS:
        frame[name] = frame[name].astype(object) if name in frame else None
    for name in (*MEASURES, *BOUNDS):
        frame[name] = pd.to_numeric(frame[name]).astype(float) if name in frame else math.nan
    return frame


def whole_plan(data: ReportData) -> pd.DataFrame | None:
    """The summary's row of the whole plan; no row for a clean plan, None without a summary."""
    return _of_level(data, "total", whole=True)


def _of_level(data: ReportData, level: str, *, whole: bool) -> pd.DataFrame | None:
    """The summary's rows of a level, of the whole plan or of its units; areas are those of unions."""
    if data.summary is None or "level" not in data.summary:
        return None
    rows = data.summary[data.summary["level"] == level]
    wanted = [is_missing(unit) == whole for unit in rows["unit"]]
    rows = rows[np.array(wanted, dtype=bool)].reset_index(drop=True)
    return _complete(rows.assign(area_ha=rows["union_ha"]))


def _added_up(data: ReportData, key: str) -> pd.DataFrame:
    findings = finding_rows(data)
    findings["noise"] = (findings["severity"] == "noise").astype(float)
    findings["findings"] = 1.0 - findings["noise"]
    findings["exempted"] = (findings["state"] == EXEMPTED).astype(float)
    findings["rank"] = ranks(findings["severity"])
    findings = findings.sort_values("rank", kind="stable")
    sums = [
        {
            **{name: _first_known(part[name]) for name in (*_RULE, "unit")},
            **{name: known_sum(part[name]) if name in part else math.nan for name in SUMS},
        }
        for _, part in findings.groupby(findings[key].fillna(""), sort=True)
    ]
    return _complete(pd.DataFrame(sums, columns=[*_RULE, "unit", *SUMS]))


def _complete(rows: pd.DataFrame) -> pd.DataFrame:
    for name in (*_RULE, "unit"):
        rows[name] = rows[name].astype(object) if name in rows else None
    for name in (*SUMS, *BOUNDS):
        rows[name] = pd.to_numeric(rows[name]).astype(float) if name in rows else math.nan
    return rows


def ranks(severities: pd.Series) -> list[int]:
    known = {name: rank for rank, name in enumerate(SEVERITIES)}
    return [known.get(name, len(known)) for name in severities]


def _first_known(values: pd.Series) -> object:
    return next((value for value in values if not is_missing(value)), None)
