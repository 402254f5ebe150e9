# SPDX-License-Identifier: GPL-2.0-or-later
"""Build the report: one self-contained HTML page that works offline and prints on A4."""

from __future__ import annotations

import base64
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..domain.profiles import Profile, load_profile
from .charts import Chart, baseline_charts, check_charts, matplotlib_is_there
from .first_sections import section_caveats, section_figures
from .firstpage import (
    NOTES_ON_FIRST_PAGE,
    baseline_figures,
    caveats,
    check_figures,
    trial_note,
    warning_notes,
)
from .model import MAP_PARTS, ReportData
from .page_layout import on_page
from .provenance_tables import Translate
from .section_tables import CHAPTERS as SECTION_CHAPTERS
from .sink_chapters import sink_charts, sink_sentence
from .sink_first import change_figures, outlook_figures, sink_caveats
from .table import Table
from .tables import ReportTables, build_tables
from .texts import Texts

#: Chapters that have charts where these can be drawn.
DRAWN = ("baseline", "change", "projection", "uncertainty", "check")


@dataclass(frozen=True)
class Illustration:
    """A map or chart of the page as a data address."""

    source: str
    caption: str
    alt: str
    note: str = ""
    kind: str = "map"


@dataclass(frozen=True)
class Chapter:
    """One chapter of the report; ``id`` is its anchor and names its texts."""

    id: str
    tables: tuple[Table, ...] = ()
    illustrations: tuple[Illustration, ...] = ()
    sentence: str = ""

    @property
    def is_drawn(self) -> bool:
        """Whether charts belong to the chapter."""
        return self.id in DRAWN

    @property
    def is_empty(self) -> bool:
        """Whether another check found nothing."""
        return self.id in SECTION_CHAPTERS and not self.tables


def keep_english(template: str) -> str:
    """The default translation of notes: none."""
    return template


def build_html(data: ReportData, *, translate: Translate = keep_english) -> str:
    """The report of ``data`` as one HTML text.

    ``translate`` turns the English template of a note into the report's language; the rest of
    the report speaks ``data.language`` by itself. Raises ``InputError`` for an unknown profile.
    """
    texts = Texts(data.language)
    profile = load_profile(data.profile, data.decimals)
    tables = build_tables(data, profile, texts, translate)
    notes = warning_notes(data, translate)
    html: str = (
        _environment(texts)
        .get_template("report.html.j2")
        .render(
            data=data,
            profile_title=profile.titles[data.language],
            figures=[
                baseline_figures(data, profile, texts),
                change_figures(data, profile, texts),
                outlook_figures(data, profile, texts),
                check_figures(data, profile, texts),
                section_figures(data, texts),
            ],
            caveats=[
                *caveats(data, profile, texts),
                *sink_caveats(data, profile, texts),
                *section_caveats(data, texts),
            ],
            trial_note=trial_note(data, texts),
            notes=notes[:NOTES_ON_FIRST_PAGE],
            notes_left=max(len(notes) - NOTES_ON_FIRST_PAGE, 0),
            chapters=_chapters(data, profile, texts, tables),
            no_findings=all(table.id not in ("rules_summary", "findings") for table in tables.check),
            charts_missing=not matplotlib_is_there(),
            area_rules=_stated(data, "area_rule"),
            as_of=_stated(data, "as_of"),
            gwps=_factor_facts(data, "gwp"),
            depths=_factor_facts(data, "soil_depth_cm"),
        )
    )
    return html


def _chapters(data: ReportData, profile: Profile, texts: Texts, tables: ReportTables) -> list[Chapter]:
    chapters = []
    if data.has_baseline:
        pictures = _maps(data, "baseline")
        if matplotlib_is_there():
            pictures += [_picture(chart) for chart in baseline_charts(data, profile, texts)]
        chapters.append(Chapter("baseline", on_page(tables.baseline, texts), tuple(pictures)))
    for name, sink in tables.sink.items():
        pictures = _maps(data, name)
        if matplotlib_is_there():
            pictures += [_picture(chart) for chart in sink_charts(name, data, profile, texts)]
        sentence = sink_sentence(name, data, profile, texts)
        chapters.append(Chapter(name, on_page(sink, texts), tuple(pictures), sentence))
    if data.has_check:
        pictures = _maps(data, "check")
        if matplotlib_is_there():
            pictures += [_picture(chart) for chart in check_charts(data, profile, texts)]
        chapters.append(Chapter("check", on_page(tables.check, texts), tuple(pictures)))
        chapters.append(Chapter("rules", on_page(tables.rules, texts)))
    chapters += [Chapter(name, on_page(section, texts)) for name, section in tables.sections.items()]
    if tables.factors:
        chapters.append(Chapter("factors", on_page(tables.factors, texts)))
    chapters += [Chapter("provenance", on_page(tables.provenance, texts)), Chapter("method")]
    return chapters


def _maps(data: ReportData, part: str) -> list[Illustration]:
    return [
        Illustration(_data_address(item.png, "image/png"), item.caption, item.caption)
        for item in data.maps
        if item.part == part or (item.part not in MAP_PARTS and part == MAP_PARTS[0])
    ]


def _picture(chart: Chart) -> Illustration:
    return Illustration(
        _data_address(chart.svg, "image/svg+xml"), chart.caption, chart.alt, chart.note, "chart"
    )


def _data_address(content: bytes, kind: str) -> str:
    return f"data:{kind};base64,{base64.b64encode(content).decode('ascii')}"


def _stated(data: ReportData, fact: str) -> list[str]:
    values = [
        manifest.get(fact) or manifest.get("parameters", {}).get(fact.upper()) for manifest in data.manifests
    ]
    return list(dict.fromkeys(str(value) for value in values if value))


def _factor_facts(data: ReportData, fact: str) -> list[str]:
    sets = [manifest.get("factor_set") for manifest in data.manifests]
    values = [record.get(fact) for record in sets if isinstance(record, dict)]
    return list(dict.fromkeys(str(value) for value in values if value))


def _environment(texts: Texts) -> Any:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(str(Path(__file__).with_name("templates"))),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(t=texts, label=texts.label, number=_numbering())
    return environment


def _numbering() -> Callable[[str, str], int]:
    """Running numbers of tables and figures; parts of one table share its number."""
    numbers: dict[str, dict[str, int]] = {}

    def number_of(kind: str, name: str) -> int:
        given = numbers.setdefault(kind, {})
        return given.setdefault(name, len(given) + 1)

    return number_of
