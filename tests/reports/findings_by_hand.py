# SPDX-License-Identifier: GPL-2.0-or-later
"""Findings written by hand, and the tables of reports made of them."""

from __future__ import annotations

from typing import Any

import pandas as pd
from dualcarbon.plugin.domain.profiles import load_profile
from dualcarbon.plugin.reports.model import ReportData
from dualcarbon.plugin.reports.table import Table
from dualcarbon.plugin.reports.tables import build_tables
from dualcarbon.plugin.reports.texts import Texts

BARE: dict[str, Any] = {
    "finding_key": "k",
    "rule_id": "PBF-01",
    "line_type": "pbf",
    "line_status": "legal",
    "severity": "error",
    "state": "open",
    "plan_id": "p1",
    "line_id": "L1",
    "unit": None,
    "plan_code": "0703",
    "base_code": "0101",
    "area_m2": 10_000.0,
    "share": 0.5,
    "verified": "yes",
    "remedy": "move it",
    "legal_basis": "Art. 35",
}


def findings(*rows: dict[str, Any]) -> pd.DataFrame:
    """One finding per dict, which says what differs from a homestead on a hectare of farmland."""
    return pd.DataFrame([{**BARE, "finding_key": f"k{n}", **row} for n, row in enumerate(rows)], dtype=object)


def report_of(*rows: dict[str, Any], **more: Any) -> ReportData:
    """A report of findings alone, in Chinese and in the county profile unless said otherwise."""
    settings = {
        "title": "t",
        "created": "2026-01-01",
        "profile": "cn_county",
        "findings": findings(*rows) if rows else None,
        "code_names": {"0703": "农村宅基地", "0101": "水田"},
        "rule_texts": {"PBF-01": "永久基本农田上不得规划建设用地。"},
    }
    return ReportData(**{**settings, **more})


def tables_of(data: ReportData) -> dict[str, Table]:
    """The tables of a report by id; those without rows are left out."""
    built = build_tables(
        data, load_profile(data.profile, data.decimals), Texts(data.language), lambda text: text
    )
    return {table.id: table for table in built.all()}


def shown(table: Table) -> list[dict[str, str]]:
    """The rows of a table on the page: header → text."""
    headers = [column.header for column in table.page_columns]
    return [{header: cell.text for header, cell in zip(headers, row)} for row in table.page_rows()]
