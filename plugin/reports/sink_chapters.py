# SPDX-License-Identifier: GPL-2.0-or-later
"""The chapters of the sink side beside the baseline: what each is made of and in which order they stand."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ..domain.profiles import Profile
from .ccus_tables import ccus_tables
from .change_charts import change_charts
from .change_tables import balance_sentence, change_tables
from .charts import Chart
from .hotspot_tables import hotspot_tables
from .model import ReportData
from .projection_chart import projection_charts
from .projection_tables import projection_tables
from .table import Table
from .texts import Texts
from .uncertainty_tables import improve_first, uncertainty_charts, uncertainty_tables
from .update_tables import update_sentence, update_tables


@dataclass(frozen=True)
class SinkChapter:
    """The results of which one is needed, and what makes tables, figures and a sentence of them."""

    results: tuple[str, ...]
    tables: Callable[[ReportData, Profile, Texts], list[Table]]
    charts: Callable[[ReportData, Profile, Texts], list[Chart]]
    sentence: Callable[[ReportData, Profile, Texts], str]


def no_charts(_data: ReportData, _profile: Profile, _texts: Texts) -> list[Chart]:
    """For chapters without figures."""
    return []


def no_sentence(_data: ReportData, _profile: Profile, _texts: Texts) -> str:
    """For chapters whose tables say it all."""
    return ""


#: By the anchors of the chapters, in reading order.
SINK_CHAPTERS: Mapping[str, SinkChapter] = {
    "change": SinkChapter(("change", "transitions"), change_tables, change_charts, balance_sentence),
    "update": SinkChapter(("causes",), update_tables, no_charts, update_sentence),
    "projection": SinkChapter(("projection",), projection_tables, projection_charts, no_sentence),
    "uncertainty": SinkChapter(
        ("uncertainty", "ranking"), uncertainty_tables, uncertainty_charts, improve_first
    ),
    "hotspots": SinkChapter(("hotspots", "hotspot_units"), hotspot_tables, no_charts, no_sentence),
    "ccus": SinkChapter(("ccus",), ccus_tables, no_charts, no_sentence),
}


def chapters_given(data: ReportData) -> dict[str, SinkChapter]:
    """The chapters for which the report was given a result."""
    return {
        name: chapter
        for name, chapter in SINK_CHAPTERS.items()
        if any(result in data.sink for result in chapter.results)
    }


def sink_tables(data: ReportData, profile: Profile, texts: Texts) -> dict[str, tuple[Table, ...]]:
    """The tables of each chapter; those without rows are left out."""
    return {
        name: tuple(table for table in chapter.tables(data, profile, texts) if len(table.cells))
        for name, chapter in chapters_given(data).items()
    }


def sink_charts(name: str, data: ReportData, profile: Profile, texts: Texts) -> list[Chart]:
    """The figures of a chapter."""
    return SINK_CHAPTERS[name].charts(data, profile, texts)


def sink_sentence(name: str, data: ReportData, profile: Profile, texts: Texts) -> str:
    """What a chapter says in one sentence before its figures and tables; may be empty."""
    return SINK_CHAPTERS[name].sentence(data, profile, texts)
