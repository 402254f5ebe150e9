# SPDX-License-Identifier: GPL-2.0-or-later
"""Build a report: its content from data, and of that one self-contained HTML page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..domain.profiles import Profile, load_profile
from ..domain.progress import Progress, part, silent
from .account_first import account_caveats, account_figures, monitor_figures, right_figures
from .charts import Chart, baseline_charts, check_charts, matplotlib_is_there
from .content import Chapter, Entry, Illustration, Paragraph, ReportContent
from .first_sections import section_caveats, section_figures
from .firstpage import (
    NOTES_ON_FIRST_PAGE,
    baseline_figures,
    caveats,
    check_figures,
    trial_note,
    warning_notes,
)
from .long_texts import shortened
from .method_entries import method_entries, stated
from .model import MAP_PARTS, ReportData
from .page_layout import on_page
from .provenance_tables import Translate
from .render import render_page
from .result_chapters import parts_of_chapter, result_charts, result_sentence
from .section_tables import CHAPTERS as SECTION_CHAPTERS
from .sink_first import change_figures, outlook_figures, sink_caveats
from .table import Table
from .tables import ReportTables, build_tables
from .texts import Texts

#: Chapters that have charts where these can be drawn.
DRAWN = (
    *("account", "emissions", "monitoring", "rights", "units"),
    *("baseline", "change", "projection", "uncertainty", "check"),
)


def keep_english(template: str) -> str:
    """The default translation of notes: none."""
    return template


def build_html(data: ReportData, *, translate: Translate = keep_english) -> str:
    """The report of ``data`` as one HTML text; ``translate`` and errors as for ``build_content``."""
    return render_page(build_content(data, translate=translate))


def build_content(
    data: ReportData, *, translate: Translate = keep_english, progress: Progress = silent
) -> ReportContent:
    """What the report of ``data`` says.

    ``translate`` turns the English template of a note into the report's language; the rest of
    the report speaks ``data.language`` by itself. Texts too long to be set are shortened.
    Raises ``InputError`` for an unknown profile.
    """
    texts = Texts(data.language)
    profile = load_profile(data.profile, data.decimals)
    tables = build_tables(data, profile, texts, translate, part(progress, 0.0, 0.4))
    progress(0.4)
    notes = warning_notes(data, translate)
    figures = (
        account_figures(data, profile, texts),
        monitor_figures(data, profile, texts),
        right_figures(data, profile, texts),
        baseline_figures(data, profile, texts),
        change_figures(data, profile, texts),
        outlook_figures(data, profile, texts),
        check_figures(data, profile, texts),
        section_figures(data, texts),
    )
    content = ReportContent(
        texts=texts,
        title=data.title,
        facts=_facts(data, profile, texts),
        figures=tuple(tuple(group) for group in figures if group),
        caveats=(
            *account_caveats(data, profile, texts),
            *caveats(data, profile, texts),
            *sink_caveats(data, profile, texts),
            *section_caveats(data, texts),
        ),
        notes=tuple(notes[:NOTES_ON_FIRST_PAGE]),
        notes_left=max(len(notes) - NOTES_ON_FIRST_PAGE, 0),
        chapters=tuple(_chapters(data, profile, texts, tables, part(progress, 0.4, 1.0))),
        trial_note=trial_note(data, texts) if data.trial else "",
        attribution=data.attribution,
    )
    return shortened(content)


def _facts(data: ReportData, profile: Profile, texts: Texts) -> tuple[Entry, ...]:
    facts = (
        ("place", " ".join(part for part in (data.place, data.place_code) if part)),
        ("year", data.year),
        ("producer", data.producer),
        ("created", data.created),
        ("profile", profile.titles[data.language]),
        *(("area_rule", texts.label("area_rule", rule)) for rule in stated(data, "area_rule")),
        *(("as_of", date) for date in stated(data, "as_of")),
    )
    return tuple(Entry(texts(name), str(value)) for name, value in facts if value)


def _chapters(
    data: ReportData, profile: Profile, texts: Texts, tables: ReportTables, progress: Progress
) -> list[Chapter]:
    def chapter(
        name: str, shown: tuple[Table, ...], charts: Sequence[Chart] = (), sentence: str = ""
    ) -> Chapter:
        return Chapter(
            name,
            texts(f"chapter_{name}"),
            _paragraphs(name, shown, sentence, data, texts),
            (*_maps(data, name), *map(Illustration.of_chart, charts)),
            on_page(shown, texts),
        )

    drawn = matplotlib_is_there()
    chapters = []
    if data.has_baseline:
        charts = baseline_charts(data, profile, texts) if drawn else []
        chapters.append(chapter("baseline", tables.baseline, charts))
    for number, (name, shown) in enumerate(tables.results.items()):
        progress(number / len(tables.results))
        charts = result_charts(name, data, profile, texts) if drawn else []
        chapters.append(chapter(name, shown, charts, result_sentence(name, data, profile, texts)))
        for unit in _parts(name, data, profile, texts):
            progress(number / len(tables.results))
            chapters.append(unit)
    if data.has_check:
        chapters.append(chapter("check", tables.check, check_charts(data, profile, texts) if drawn else []))
        chapters.append(chapter("rules", tables.rules))
    chapters += [chapter(name, section) for name, section in tables.sections.items()]
    if tables.factors:
        chapters.append(chapter("factors", tables.factors))
    chapters.append(chapter("provenance", tables.provenance))
    chapters.append(Chapter("method", texts("chapter_method"), entries=method_entries(data, texts)))
    return chapters


def _parts(name: str, data: ReportData, profile: Profile, texts: Texts) -> Iterator[Chapter]:
    """The parts of a chapter under headings of their own, each made when it is asked for."""
    for number, unit in enumerate(parts_of_chapter(name, data, profile, texts), start=1):
        yield Chapter(
            f"{name}-{number}",
            unit.title,
            (Paragraph(unit.sentence, "sentence"),) if unit.sentence else (),
            tuple(map(Illustration.of_chart, unit.charts)),
            on_page(unit.tables, texts),
            level=2,
        )


def _paragraphs(
    name: str, tables: tuple[Table, ...], sentence: str, data: ReportData, texts: Texts
) -> tuple[Paragraph, ...]:
    """What stands between the head of a chapter and its first figure or table."""
    found = [Paragraph(texts(f"{name}_lead"), "lead")]
    if sentence:
        found.append(Paragraph(sentence, "sentence"))
    if name == "provenance" and not data.manifests:
        found.append(Paragraph(texts("no_manifest"), "missing"))
    if name == "check" and all(table.id not in ("rules_summary", "findings") for table in tables):
        found.append(Paragraph(texts("no_findings")))
    if name in SECTION_CHAPTERS and not tables:
        found.append(Paragraph(texts("nothing_found")))
    if name in DRAWN and not matplotlib_is_there():
        found.append(Paragraph(texts("chart_missing"), "missing"))
    return tuple(found)


def _maps(data: ReportData, part: str) -> list[Illustration]:
    return [
        Illustration(item.png, item.caption, item.caption)
        for item in data.maps
        if item.part == part or (item.part not in MAP_PARTS and part == MAP_PARTS[0])
    ]
