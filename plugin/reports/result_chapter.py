# SPDX-License-Identifier: GPL-2.0-or-later
"""What makes a chapter of a report out of results: tables, figures, a sentence, sections."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from ..domain.profiles import Profile
from .charts import Chart
from .model import ReportData
from .table import Table
from .texts import Texts


@dataclass(frozen=True)
class PartOfChapter:
    """A part of a chapter under a heading of its own, such as one unit."""

    title: str
    sentence: str
    charts: tuple[Chart, ...]
    tables: tuple[Table, ...]


def no_charts(_data: ReportData, _profile: Profile, _texts: Texts) -> list[Chart]:
    """For chapters without figures."""
    return []


def no_sentence(_data: ReportData, _profile: Profile, _texts: Texts) -> str:
    """For chapters whose tables say it all."""
    return ""


def no_parts(_data: ReportData, _profile: Profile, _texts: Texts) -> list[PartOfChapter]:
    """For chapters in one piece."""
    return []


@dataclass(frozen=True)
class ResultChapter:
    """The results of which one is needed, and what makes tables, figures, a sentence and parts of them."""

    results: tuple[str, ...]
    tables: Callable[[ReportData, Profile, Texts], Iterable[Table]]
    charts: Callable[[ReportData, Profile, Texts], list[Chart]] = no_charts
    sentence: Callable[[ReportData, Profile, Texts], str] = no_sentence
    parts: Callable[[ReportData, Profile, Texts], Iterable[PartOfChapter]] = no_parts
