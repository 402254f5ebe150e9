# SPDX-License-Identifier: GPL-2.0-or-later
"""The chapters of results beside the baseline: what each is made of and in which order they stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..domain.profiles import Profile
from ..domain.progress import Progress, silent
from .account_chapters import ACCOUNT_CHAPTERS
from .ccus_tables import ccus_tables
from .change_charts import change_charts
from .change_tables import balance_sentence, change_tables
from .charts import Chart
from .hotspot_tables import hotspot_tables
from .model import ReportData
from .projection_chart import projection_charts
from .projection_tables import projection_tables
from .result_chapter import PartOfChapter, ResultChapter, no_charts
from .table import Table
from .texts import Texts
from .uncertainty_tables import improve_first, uncertainty_charts, uncertainty_tables
from .update_tables import update_sentence, update_tables

#: By the anchors of the chapters, in reading order.
SINK_CHAPTERS: Mapping[str, ResultChapter] = {
    "change": ResultChapter(("change", "transitions"), change_tables, change_charts, balance_sentence),
    "update": ResultChapter(("causes",), update_tables, no_charts, update_sentence),
    "projection": ResultChapter(("projection",), projection_tables, projection_charts),
    "uncertainty": ResultChapter(
        ("uncertainty", "ranking"), uncertainty_tables, uncertainty_charts, improve_first
    ),
    "hotspots": ResultChapter(("hotspots", "hotspot_units"), hotspot_tables),
    "ccus": ResultChapter(("ccus",), ccus_tables),
}
RESULT_CHAPTERS: Mapping[str, ResultChapter] = {**ACCOUNT_CHAPTERS, **SINK_CHAPTERS}


def chapters_given(data: ReportData) -> dict[str, ResultChapter]:
    """The chapters for which the report was given a result."""
    return {
        name: chapter
        for name, chapter in RESULT_CHAPTERS.items()
        if any(result in data.sink or result in data.accounts for result in chapter.results)
    }


def result_tables(
    data: ReportData, profile: Profile, texts: Texts, progress: Progress = silent
) -> dict[str, tuple[Table, ...]]:
    """The tables of each chapter; those without rows are left out."""
    given = chapters_given(data)
    tables = {}
    for number, (name, chapter) in enumerate(given.items()):
        made = []
        for table in chapter.tables(data, profile, texts):
            progress(number / len(given))
            made.append(table)
        tables[name] = tuple(table for table in made if len(table.cells))
    return tables


def result_charts(name: str, data: ReportData, profile: Profile, texts: Texts) -> list[Chart]:
    """The figures of a chapter."""
    return RESULT_CHAPTERS[name].charts(data, profile, texts)


def result_sentence(name: str, data: ReportData, profile: Profile, texts: Texts) -> str:
    """What a chapter says in one sentence before its figures and tables; may be empty."""
    return RESULT_CHAPTERS[name].sentence(data, profile, texts)


def parts_of_chapter(name: str, data: ReportData, profile: Profile, texts: Texts) -> Iterable[PartOfChapter]:
    """The parts of a chapter under headings of their own, each made when it is asked for."""
    return RESULT_CHAPTERS[name].parts(data, profile, texts)
