# SPDX-License-Identifier: GPL-2.0-or-later
"""Names for the ids of a plan check: severities, states, control lines, land-use codes, rules."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from .model import ReportData
from .table import is_missing
from .texts import Texts

#: Status of lines without legal force.
TRIAL_STATUS = ("draft", "standin")


def with_labels(frame: pd.DataFrame, data: ReportData, texts: Texts) -> pd.DataFrame:
    """The frame with ``line``, ``severity_label`` and ``verified_label`` in the report's language."""
    return frame.assign(
        line=line_names(frame, data, texts),
        severity_label=labels(frame, "severity", texts),
        verified_label=[
            None if is_missing(v) else texts(str(v)) if v in ("yes", "no", "partial") else v
            for v in frame["verified"]
        ],
    )


def labels(frame: pd.DataFrame, group: str, texts: Texts) -> list[str | None]:
    """Labels of the ids in the column ``group``."""
    return [None if is_missing(value) else texts.label(group, value) for value in frame[group]]


def line_names(
    frame: pd.DataFrame, data: ReportData, texts: Texts, column: str = "line_type"
) -> list[str | None]:
    """Names of the line types in a column."""
    if column not in frame:
        return [None] * len(frame)
    return [
        None if is_missing(line) else data.line_names.get(line, texts.label("line", line))
        for line in frame[column]
    ]


def code_names(codes: Iterable[object], data: ReportData) -> list[str | None]:
    """Land-use codes with their names: “0703 农村宅基地”."""
    return [
        None if is_missing(code) else f"{code} {data.code_names.get(str(code), '')}".strip() for code in codes
    ]


def rule_names(rules: Iterable[object], data: ReportData) -> list[str | None]:
    """Rule ids with what they say: “PBF-01 永久基本农田上不得规划建设用地。”."""
    return [
        None if is_missing(rule) else f"{rule} {data.rule_texts.get(str(rule), '')}".strip() for rule in rules
    ]
