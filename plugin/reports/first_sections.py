# SPDX-License-Identifier: GPL-2.0-or-later
"""The first page on the other checks: how many indicators, lines and parcels fail, and by which rules."""

from __future__ import annotations

import pandas as pd

from ..domain.quantities.judgement import FAIL, NO_TARGET, NOT_MEASURED, PASS, WARN
from .firstpage import Caveat, KeyFigure
from .model import ReportData
from .table import is_missing
from .texts import Texts


def section_figures(data: ReportData, texts: Texts) -> list[KeyFigure]:
    """Indicators not met and warned about, errors and warnings of lines and topology."""
    figures = []
    if "quantities" in data.sections:
        results = list(data.sections["quantities"]["result"])
        note = texts("key_indicators_note", passed=results.count(PASS), open=results.count(NOT_MEASURED))
        figures.append(_pair("key_indicators", results.count(FAIL), results.count(WARN), texts, note))
    for section, key in (("lines", "key_lines"), ("topology", "key_topology")):
        frame = data.sections.get(section, pd.DataFrame())
        if "severity" in frame:
            found = list(frame["severity"])
            note = texts("key_findings_note", info=found.count("info"), noise=found.count("noise"))
            figures.append(_pair(key, found.count("error"), found.count("warning"), texts, note))
    return figures


def section_caveats(data: ReportData, texts: Texts) -> list[Caveat]:
    """Indicators that were judged by rules whose text was not read in full."""
    frame = data.sections.get("quantities", pd.DataFrame())
    if not {"verified", "name", "result"} <= set(frame.columns):
        return []
    judged = frame[~frame["result"].isin((NOT_MEASURED, NO_TARGET))]
    weak = [is_missing(state) or state != "yes" for state in judged["verified"]]
    names = list(dict.fromkeys(judged["name"][weak]))
    if not names:
        return []
    separator = "、" if texts.language == "zh" else ", "
    value = texts(
        "caveat_indicators_unverified_value",
        count=len(names),
        total=judged["name"].nunique(),
        names=separator.join(map(str, names)),
    )
    return [Caveat(texts("caveat_indicators_unverified"), value, True)]


def _pair(key: str, errors: int, warnings: int, texts: Texts, note: str) -> KeyFigure:
    return KeyFigure(texts(key), f"{errors:,} / {warnings:,}", texts("unit_count"), note)
