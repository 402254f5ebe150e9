# SPDX-License-Identifier: GPL-2.0-or-later
"""Tables of single findings: 冲突图斑明细表, those exempted with their approval, and noise."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pandas as pd

from ..domain.profiles import Profile
from .baseline_tables import quantity_column
from .check_labels import TRIAL_STATUS, code_names, labels, rule_names, with_labels
from .check_rows import EXEMPTED, finding_rows, ranks
from .check_tables import area_columns
from .model import ReportData
from .table import COUNT, Column, Table, is_missing, make_table
from .texts import Texts

NOISE = "noise"
#: What lists of findings are sorted by; the key of the finding decides last.
LIST_ORDER = ("village", "plan_id", "rule_id", "line_id")


def findings_table(data: ReportData, profile: Profile, texts: Texts) -> Table:
    """冲突图斑明细表: every finding but noise, by village, parcel and rule.

    Where the page has no room for all, the worst and largest have priority.
    """
    frame = _listed(data, texts)
    frame = frame[frame["severity"] != NOISE].reset_index(drop=True)
    frame["number"] = range(1, len(frame) + 1)
    columns = [
        Column("number", texts("col_number"), COUNT),
        *_parcel_columns(frame, texts),
        *_known_columns(frame, {"base_class": "base_code"}, "middle", texts),
        *area_columns(profile, texts),
        replace(quantity_column("share", "share", "share", profile, texts), workbook_only=True),
        Column("rule", texts("col_rule"), layout="wide"),
        Column("line", texts("col_line"), workbook_only=True),
        Column("line_id", texts("col_line_id"), workbook_only=True),
        Column("severity_label", texts("col_severity"), layout="short"),
        Column("verified_label", texts("col_verified"), layout="short", workbook_only=True),
        Column("state_label", texts("col_state"), layout="name"),
        *_carbon_columns(profile, texts),
        Column("remedy", texts("col_remedy"), layout="wide"),
        Column("legal_basis", texts("col_legal_basis"), workbook_only=True),
        Column("needs", texts("col_needs"), workbook_only=True),
        Column("finding_key", "finding_key", workbook_only=True),
    ]
    notes = [texts("foot_not_union"), texts("foot_findings"), texts("foot_missing")]
    return make_table(
        "findings",
        columns,
        frame,
        profile,
        texts,
        total_label=texts("total"),
        notes=notes,
        priority=_worst_first(frame),
    )


def exempted_table(data: ReportData, profile: Profile, texts: Texts) -> Table:
    """Findings that an approval covers, with reason, approver, document, date and expiry."""
    frame = _listed(data, texts)
    frame = frame[frame["state"] == EXEMPTED].reset_index(drop=True)
    columns = [
        *_parcel_columns(frame, texts),
        Column("rule_id", texts("col_rule"), layout="short"),
        Column("severity_label", texts("col_severity"), layout="short"),
        *area_columns(profile, texts),
        Column("reason", texts("col_reason")),
        Column("approver", texts("col_approver")),
        Column("document_no", texts("col_document_no")),
        Column("date", texts("col_dated"), layout="short"),
        Column("expiry", texts("col_expiry"), layout="short"),
    ]
    return make_table(
        "exempted",
        columns,
        frame,
        profile,
        texts,
        total_label=texts("total"),
        notes=[texts("foot_not_union"), texts("foot_exempted")],
    )


def noise_table(data: ReportData, profile: Profile, texts: Texts) -> Table:
    """Overlaps below the tolerances: listed, not counted; the largest have priority."""
    frame = _listed(data, texts)
    frame = frame[frame["severity"] == NOISE].reset_index(drop=True)
    frame["square_metres"] = frame["area_ha"]
    columns = [
        *_parcel_columns(frame, texts),
        Column("rule_id", texts("col_rule"), layout="short"),
        Column("line", texts("col_line"), layout="name"),
        Column("line_id", texts("col_line_id"), layout="short"),
        quantity_column("square_metres", "area", "area_m2", profile, texts),
    ]
    return make_table(
        "noise", columns, frame, profile, texts, notes=[texts("foot_noise")], priority=_worst_first(frame)
    )


def _listed(data: ReportData, texts: Texts) -> pd.DataFrame:
    """The findings in the order of lists, with the names of their ids."""
    frame = finding_rows(data)
    for name in ("plan_id", "plan_code", "base_code", "line_id", "finding_key", "document_no"):
        frame[name] = frame[name].astype(object) if name in frame else None
    order = pd.DataFrame({name: _sortable(frame[name]) for name in LIST_ORDER})
    order["finding_key"] = frame["finding_key"].to_numpy()
    frame = frame.iloc[order.sort_values(list(order.columns), kind="stable").index].reset_index(drop=True)
    frame = with_labels(frame, data, texts)
    frame["severity_label"] = [
        f"{label} · {texts('trial')}" if status in TRIAL_STATUS else label
        for label, status in zip(frame["severity_label"], frame["line_status"])
    ]
    frame["hectares"] = frame["area_ha"]
    frame["plan_class"] = code_names(frame["plan_code"], data)
    frame["base_class"] = code_names(frame["base_code"], data)
    frame["rule"] = rule_names(frame["rule_id"], data)
    if "needs" in frame:
        frame["needs"] = labels(frame, "needs", texts)
    frame["state_label"] = [
        state if is_missing(document) else texts("state_document", state=state, document=document)
        for state, document in zip(labels(frame, "state", texts), frame["document_no"])
    ]
    return frame


def _sortable(values: pd.Series) -> list[tuple[bool, str]]:
    # What is not known comes last.
    return [(is_missing(value), "" if is_missing(value) else str(value)) for value in values]


def _worst_first(frame: pd.DataFrame) -> tuple[int, ...]:
    keys = pd.DataFrame(
        {"exempted": frame["state"] == EXEMPTED, "rank": ranks(frame["severity"]), "area": -frame["area_ha"]}
    )
    return tuple(keys.sort_values(list(keys.columns), kind="stable").index)


def _parcel_columns(frame: pd.DataFrame, texts: Texts) -> list[Column]:
    """Parcel, village, tenure, unit and planned class; what no finding tells has no column."""
    told = {name: name for name in ("village", "tenure", "unit")}
    return [
        Column("plan_id", texts("col_plan_id"), layout="short"),
        *_known_columns(frame, told, "name", texts),
        Column("plan_class", texts("col_plan_code"), layout="middle"),
    ]


def _known_columns(frame: pd.DataFrame, names: Mapping[str, str], layout: str, texts: Texts) -> list[Column]:
    """Text columns (with the texts of their headers) of which at least one finding knows something."""
    return [
        Column(name, texts(f"col_{text}"), layout=layout)
        for name, text in names.items()
        if not all(map(is_missing, frame[name]))
    ]


def _carbon_columns(profile: Profile, texts: Texts) -> list[Column]:
    return [
        Column(
            key,
            profile.header(texts(f"col_{text}"), quantity, texts.language),
            profile.quantity(quantity),
            f"{key}_low",
            f"{key}_high",
            workbook_only=True,
        )
        for key, text, quantity in (
            ("stock_loss_tco2", "stock_loss", "parcel_co2"),
            ("removal_forgone_tco2e_a", "removal_forgone", "parcel_flux"),
        )
    ]
