# SPDX-License-Identifier: GPL-2.0-or-later
"""Tables of the plan check: per rule, per unit, in detail, and the rules themselves."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd

from ..domain.profiles import Profile
from ..domain.stocks import known_sum
from ..domain.units import M2_PER_HA
from .baseline_tables import quantity_column
from .model import ReportData
from .table import COUNT, Column, Table, is_missing, make_table
from .texts import Texts

#: Worst first; the order of every table and chart of findings.
SEVERITIES = ("error", "warning", "info", "noise")

_MEASURES = ("stock_loss_tco2", "removal_forgone_tco2e_a", "carbon_tco2e")
_SUMS = ("findings", "noise", "area_ha", *_MEASURES)
_BOUNDS = tuple(f"{measure}{bound}" for measure in _MEASURES for bound in ("_low", "_high"))
_RULE = ("rule_id", "line_type", "severity", "verified", "legal_basis", "remedy")


def rule_sums(data: ReportData) -> pd.DataFrame:
    """One row per rule, worst first, larger areas first.

    From the summary of the check, where ground counts once within a rule; without a
    summary from the findings, whose areas and carbon are then added up.
    """
    frame = _of_level(data, "rule", whole=True)
    if frame is None:
        frame = _added_up(data, "rule_id")
    frame["rank"] = _ranks(frame["severity"])
    order = ["rank", "area_ha", "rule_id"]
    return frame.sort_values(order, ascending=[True, False, True]).reset_index(drop=True)


def unit_sums(data: ReportData) -> pd.DataFrame:
    """One row per unit with the counts of its findings by severity; see ``rule_sums``."""
    frame = _of_level(data, "total", whole=False)
    if frame is None or frame.empty:
        frame = _added_up(data, "unit")
    findings = finding_rows(data)
    units = [None if is_missing(unit) else unit for unit in findings["unit"]]
    counts = pd.crosstab(pd.Series(units, dtype=object).fillna(""), findings["severity"].to_numpy())
    for severity in SEVERITIES:
        found = counts[severity] if severity in counts else pd.Series(dtype=float)
        known = [float(found.get("" if is_missing(unit) else unit, 0.0)) for unit in frame["unit"]]
        frame[f"{severity}s"] = known if data.findings is not None else math.nan
    return frame


def rules_summary_table(data: ReportData, profile: Profile, texts: Texts) -> Table:
    """规则汇总表: findings, area and carbon per rule; one-off and yearly apart."""
    frame = _labelled(rule_sums(data), data, texts)
    columns = [
        Column("rule_id", texts("col_rule"), layout="short"),
        Column("line", texts("col_line"), layout="name"),
        Column("severity_label", texts("col_severity"), layout="short"),
        Column("verified_label", texts("col_verified"), layout="short"),
        Column("findings", texts("col_findings"), COUNT, additive=True),
        Column("noise", texts("col_noises"), COUNT, additive=True),
        *_sum_columns(data, profile, texts),
    ]
    return _union_table("rules_summary", columns, frame, data, profile, texts)


def check_units_table(data: ReportData, profile: Profile, texts: Texts) -> Table:
    """Findings by severity, area and carbon per unit."""
    frame = unit_sums(data)
    frame["unit"] = [texts("no_unit") if is_missing(unit) else unit for unit in frame["unit"]]
    columns = [
        Column("unit", texts("col_unit"), layout="name"),
        *(Column(f"{name}s", texts(f"col_{name}s"), COUNT, additive=True) for name in SEVERITIES),
        *_sum_columns(data, profile, texts),
    ]
    return _union_table("check_units", columns, frame, data, profile, texts)


def findings_table(data: ReportData, profile: Profile, texts: Texts) -> Table:
    """冲突图斑明细表: every finding, worst first, larger areas first."""
    frame = finding_rows(data)
    frame["rank"] = _ranks(frame["severity"])
    keys = ["rank", "area_ha", *(name for name in ("plan_id", "rule_id", "finding_key") if name in frame)]
    frame = frame.sort_values(keys, ascending=[key != "area_ha" for key in keys], kind="stable")
    frame = _labelled(frame.reset_index(drop=True), data, texts)
    frame["number"] = range(1, len(frame) + 1)
    frame["state_label"] = _labels(frame, "state", texts)
    parcel = {"interval": True}
    columns = [
        Column("number", texts("col_number"), COUNT),
        Column("plan_id", texts("col_plan_id"), layout="short"),
        Column("unit", texts("col_unit"), layout="name"),
        Column("plan_code", texts("col_plan_code"), layout="short"),
        Column("base_code", texts("col_base_code"), layout="short"),
        quantity_column("area_ha", "area", "parcel_area", profile, texts),
        quantity_column("share", "share", "share", profile, texts),
        Column("rule_id", texts("col_rule"), layout="short"),
        Column("line", texts("col_line"), workbook_only=True),
        Column("line_id", texts("col_line_id"), workbook_only=True),
        Column("severity_label", texts("col_severity"), layout="short"),
        Column("verified_label", texts("col_verified"), layout="short"),
        Column("state_label", texts("col_state"), layout="short", workbook_only=True),
        quantity_column("stock_loss_tco2", "stock_loss", "parcel_co2", profile, texts, **parcel),
        quantity_column(
            "removal_forgone_tco2e_a", "removal_forgone", "parcel_flux", profile, texts, **parcel
        ),
        Column("remedy", texts("col_remedy")),
        Column("legal_basis", texts("col_legal_basis"), workbook_only=True),
        Column("finding_key", "finding_key", workbook_only=True),
    ]
    notes = [texts("foot_by_rule", table=texts("table_rules")), texts("foot_missing")]
    return make_table("findings", columns, frame, profile, texts, notes=notes)


def rules_table(data: ReportData, profile: Profile, texts: Texts) -> Table:
    """The rules that were hit, with legal basis and remedy."""
    frame = _labelled(rule_sums(data), data, texts)
    columns = [
        Column("rule_id", texts("col_rule"), layout="short"),
        Column("line", texts("col_line"), layout="name"),
        Column("severity_label", texts("col_severity"), layout="short"),
        Column("verified_label", texts("col_verified"), layout="short"),
        Column("legal_basis", texts("col_legal_basis")),
        Column("remedy", texts("col_remedy")),
    ]
    return make_table("rules", columns, frame, profile, texts, notes=[texts("foot_no_basis")])


def not_run_table(data: ReportData, profile: Profile, texts: Texts) -> Table:
    """Rules of the lines at hand that were not run, with the reason."""
    frame = pd.DataFrame() if data.not_run is None else data.not_run.reset_index(drop=True)
    frame = frame.assign(line=_lines(frame, data, texts))
    for name in ("rule_text", "reason"):
        # A rule pack may speak both languages; the English text stands where it does not.
        local = frame.get(f"{name}_{texts.language}")
        if local is not None:
            frame[name] = [own if is_missing(text) else text for own, text in zip(frame[name], local)]
    columns = [
        Column("rule_id", texts("col_rule"), layout="short"),
        Column("line", texts("col_line"), layout="name"),
        Column("rule_text", texts("col_rule_text")),
        Column("reason", texts("col_reason")),
    ]
    return make_table("not_run", columns, frame, profile, texts)


def finding_rows(data: ReportData) -> pd.DataFrame:
    """The findings with areas in ha and carbon as floats, NaN where not known."""
    frame = pd.DataFrame() if data.findings is None else data.findings.copy()
    frame["area_ha"] = pd.to_numeric(frame["area_m2"]) / M2_PER_HA if "area_m2" in frame else math.nan
    for name in ("rule_id", "severity", "unit", "line_type", "verified", "state", "legal_basis", "remedy"):
        frame[name] = frame[name].astype(object) if name in frame else None
    for name in (*_MEASURES, *_BOUNDS):
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
    findings["rank"] = _ranks(findings["severity"])
    findings = findings.sort_values("rank", kind="stable")
    sums = [
        {
            **{name: _first_known(part[name]) for name in (*_RULE, "unit")},
            **{name: known_sum(part[name]) if name in part else math.nan for name in _SUMS},
        }
        for _, part in findings.groupby(findings[key].fillna(""), sort=True)
    ]
    return _complete(pd.DataFrame(sums, columns=[*_RULE, "unit", *_SUMS]))


def _complete(rows: pd.DataFrame) -> pd.DataFrame:
    for name in (*_RULE, "unit"):
        rows[name] = rows[name].astype(object) if name in rows else None
    for name in (*_SUMS, *_BOUNDS):
        rows[name] = pd.to_numeric(rows[name]).astype(float) if name in rows else math.nan
    return rows


def _union_table(
    table_id: str,
    columns: list[Column],
    frame: pd.DataFrame,
    data: ReportData,
    profile: Profile,
    texts: Texts,
) -> Table:
    whole = whole_plan(data)
    total = {} if whole is None or whole.empty else whole.iloc[0].to_dict()
    note = texts("foot_not_union") if whole is None else texts("foot_union")
    return make_table(
        table_id,
        columns,
        frame,
        profile,
        texts,
        total={name: value for name, value in total.items() if name in (*_SUMS, *_BOUNDS)},
        total_label=texts("total"),
        notes=[note, _horizon_note(data, texts), texts("foot_missing")],
    )


def _sum_columns(data: ReportData, profile: Profile, texts: Texts) -> list[Column]:
    columns = [
        quantity_column("area_ha", "area", "area", profile, texts),
        quantity_column("stock_loss_tco2", "stock_loss", "co2", profile, texts, interval=True),
        quantity_column("removal_forgone_tco2e_a", "removal_forgone", "flux", profile, texts, interval=True),
    ]
    if data.horizon_a is not None:
        title = texts("col_at_stake", horizon=f"{data.horizon_a:g}")
        header = profile.header(title, "co2e", texts.language)
        quantity = profile.quantity("co2e")
        columns.append(Column("carbon_tco2e", header, quantity, "carbon_tco2e_low", "carbon_tco2e_high"))
    return columns


def _horizon_note(data: ReportData, texts: Texts) -> str:
    if data.horizon_a is None:
        return texts("foot_no_horizon")
    return texts("foot_horizon", horizon=f"{data.horizon_a:g}")


def _labelled(frame: pd.DataFrame, data: ReportData, texts: Texts) -> pd.DataFrame:
    return frame.assign(
        line=_lines(frame, data, texts),
        severity_label=_labels(frame, "severity", texts),
        verified_label=[
            None if is_missing(v) else texts(str(v)) if v in ("yes", "no", "partial") else v
            for v in frame["verified"]
        ],
    )


def _labels(frame: pd.DataFrame, group: str, texts: Texts) -> list[str | None]:
    return [None if is_missing(value) else texts.label(group, value) for value in frame[group]]


def _lines(frame: pd.DataFrame, data: ReportData, texts: Texts) -> list[str | None]:
    if "line_type" not in frame:
        return [None] * len(frame)
    return [
        None if is_missing(line) else data.line_names.get(line, texts.label("line", line))
        for line in frame["line_type"]
    ]


def _ranks(severities: pd.Series) -> list[int]:
    known = {name: rank for rank, name in enumerate(SEVERITIES)}
    return [known.get(name, len(known)) for name in severities]


def _first_known(values: pd.Series) -> object:
    return next((value for value in values if not is_missing(value)), None)
