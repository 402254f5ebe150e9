# SPDX-License-Identifier: GPL-2.0-or-later
"""Tables of a plan check: area statement, lines, sums per rule and unit, the rules, and what was not run."""

from __future__ import annotations

import pandas as pd

from ..domain.profiles import Profile
from .baseline_tables import quantity_column
from .check_labels import line_names, with_labels
from .check_rows import BOUNDS, SEVERITIES, SUMS, rule_sums, unit_sums, whole_plan
from .model import ReportData
from .table import COUNT, Column, Table, is_missing, make_table
from .texts import Texts

#: The parts of a plan's ground, in the order in which the statement adds them up.
PARTS_OF_PLAN = ("finding", "noise", "twice_planned", "compliant", "not_checkable")
#: Areas below this (1e-6 ha = 0.01 m²) are what floats leave of nothing.
NEGLIGIBLE_HA = 1e-6
#: Quantities of an area beside each other: in mu and in hm².
AREA_OF_WHOLE = ("area_mu", "area")
AREA_OF_PARCEL = ("parcel_area", "parcel_hectares")
#: Who decides the rules that a plan check does not.
BY_HAND = "manual"


def area_statement_table(data: ReportData, profile: Profile, texts: Texts) -> Table:
    """面积平衡表: findings + noise + planned twice + compliant + not checkable = plan, with its residual.

    Empty where no run states these areas.
    """
    totals = data.check_totals
    parts = [(name, totals[f"{name}_area_ha"]) for name in PARTS_OF_PLAN if f"{name}_area_ha" in totals]
    plan_ha = totals.get("plan_area_ha")
    if is_missing(plan_ha) or "compliant_area_ha" not in totals:
        parts = []
    frame = pd.DataFrame(
        {
            "part": [texts(f"ground_{name}") for name, _ in parts],
            "area_ha": [0.0 if abs(area) < NEGLIGIBLE_HA else area for _, area in parts],
        },
        columns=["part", "area_ha"],
    )
    frame["share"] = frame["area_ha"] / plan_ha if plan_ha else None
    frame["hectares"] = frame["area_ha"]
    columns = [
        Column("part", texts("col_ground")),
        *area_columns(profile, texts, AREA_OF_WHOLE),
        quantity_column("share", "share_of_plan", "share", profile, texts),
    ]
    notes = _statement_notes(data, profile, texts) if parts else []
    return make_table(
        "area_statement",
        columns,
        frame,
        profile,
        texts,
        total_label=texts("ground_sum"),
        notes=notes,
    )


def _statement_notes(data: ReportData, profile: Profile, texts: Texts) -> list[str]:
    totals, area, unit = data.check_totals, profile.quantity("area"), profile.unit("area", texts.language)
    plan = texts(
        "foot_statement",
        plan=area.format(totals["plan_area_ha"]),
        unit=unit,
        residual=f"{totals.get('residual_ha', 0.0):.2g}".replace("-", "−"),
    )
    within = [
        texts(f"ground_within_{name}", area=area.format(totals[f"{name}_area_ha"]), unit=unit)
        for name in ("error", "exempted", "multiple")
        if not is_missing(totals.get(f"{name}_area_ha"))
    ]
    separator = "，" if texts.language == "zh" else ", "
    return [plan, texts("foot_statement_within", parts=separator.join(within))]


def area_columns(
    profile: Profile, texts: Texts, quantities: tuple[str, str] = AREA_OF_PARCEL, *, additive: bool = True
) -> list[Column]:
    """Columns of ``area_ha`` and ``hectares`` (the same figure), in mu and in hm² if the profile has mu."""
    known = [name for name in quantities if name in profile.quantities]
    units = {profile.unit(name, texts.language): name for name in known}
    return [
        quantity_column(key, "area", name, profile, texts, additive=additive)
        for key, name in zip(("area_ha", "hectares"), units.values())
    ]


def control_lines_table(data: ReportData, profile: Profile, texts: Texts) -> Table:
    """The control lines of the check: layer, status, document and its date."""
    columns_told = ["line_type", "layer", "status", "document", "dated"]
    frame = pd.DataFrame(list(data.control_lines), columns=columns_told)
    frame["line"] = line_names(frame, data, texts)
    frame["status_label"] = [texts.label("line_status", status) for status in frame["status"]]
    columns = [
        Column("line", texts("col_line"), layout="name"),
        Column("layer", texts("col_layer")),
        Column("status_label", texts("col_line_status"), layout="short"),
        Column("document", texts("col_document")),
        Column("dated", texts("col_dated"), layout="short"),
    ]
    return make_table("control_lines", columns, frame, profile, texts, notes=[texts("foot_line_status")])


def rules_summary_table(data: ReportData, profile: Profile, texts: Texts) -> Table:
    """规则汇总表: findings, area and carbon per rule; one-off and yearly apart."""
    frame = with_labels(rule_sums(data), data, texts)
    columns = [
        Column("rule_id", texts("col_rule"), layout="short"),
        Column("line", texts("col_line"), layout="name"),
        Column("severity_label", texts("col_severity"), layout="short"),
        Column("verified_label", texts("col_verified"), layout="short"),
        Column("findings", texts("col_findings"), COUNT, additive=True),
        *_exempted_column(frame, texts),
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
        *_exempted_column(frame, texts),
        *_sum_columns(data, profile, texts),
    ]
    return _union_table("check_units", columns, frame, data, profile, texts)


def rules_table(data: ReportData, profile: Profile, texts: Texts) -> Table:
    """The rules that were hit: what they say, legal basis and remedy."""
    frame = with_labels(rule_sums(data), data, texts)
    frame["rule_text"] = [data.rule_texts.get(str(rule)) for rule in frame["rule_id"]]
    columns = [
        Column("rule_id", texts("col_rule"), layout="short"),
        Column("line", texts("col_line"), layout="name"),
        Column("severity_label", texts("col_severity"), layout="short"),
        Column("verified_label", texts("col_verified"), layout="short"),
        *([Column("rule_text", texts("col_rule_text"))] if data.rule_texts else []),
        Column("legal_basis", texts("col_legal_basis"), layout="name"),
        Column("remedy", texts("col_remedy")),
    ]
    return make_table("rules", columns, frame, profile, texts, notes=[texts("foot_no_basis")])


def not_run_table(data: ReportData, profile: Profile, texts: Texts) -> Table:
    """Rules of the lines at hand that were not run, with the reason and the tool that checks them."""
    frame = _not_run(data, texts)
    return _open_table("not_run", frame[frame["checked_by"] != BY_HAND], profile, texts)


def manual_table(data: ReportData, profile: Profile, texts: Texts) -> Table:
    """Rules of the lines at hand that people have to check."""
    frame = _not_run(data, texts)
    return _open_table("manual", frame[frame["checked_by"] == BY_HAND], profile, texts)


def _not_run(data: ReportData, texts: Texts) -> pd.DataFrame:
    frame = pd.DataFrame() if data.not_run is None else data.not_run.reset_index(drop=True)
    frame = frame.assign(line=line_names(frame, data, texts))
    for name in ("rule_text", "reason"):
        # A rule pack may speak both languages; the English text stands where it does not.
        local = frame.get(f"{name}_{texts.language}")
        if local is not None:
            frame[name] = [own if is_missing(text) else text for own, text in zip(frame[name], local)]
    if "checked_by" not in frame:
        frame["checked_by"] = None
    return frame


def _open_table(table_id: str, frame: pd.DataFrame, profile: Profile, texts: Texts) -> Table:
    tools = [
        None if is_missing(tool) else " / ".join(texts.label("tool", name) for name in str(tool).split(";"))
        for tool in frame["checked_by"]
    ]
    frame = frame.assign(tool=tools).reset_index(drop=True)
    told = any(tool is not None for tool in tools) and table_id != "manual"
    columns = [
        Column("rule_id", texts("col_rule"), layout="short"),
        Column("line", texts("col_line"), layout="name"),
        Column("rule_text", texts("col_rule_text")),
        *([Column("tool", texts("col_tool"), layout="name")] if told else []),
        Column("reason", texts("col_reason")),
    ]
    return make_table(table_id, columns, frame, profile, texts)


def _exempted_column(frame: pd.DataFrame, texts: Texts) -> list[Column]:
    if not (frame["exempted"] > 0).any():
        return []
    return [Column("exempted", texts("col_exempted"), COUNT, additive=True)]


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
        total={name: value for name, value in total.items() if name in (*SUMS, *BOUNDS)},
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
