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
from .model import MAP_PARTS, SECTIONS, ReportData
from .provenance_tables import Translate
from .section_tables import CHAPTERS as SECTION_CHAPTERS
from .table import Table
from .tables import ReportTables, build_tables
from .texts import Texts

#: Rows of long tables on the page; the workbook holds all.
ROWS_ON_PAGE = 250
ROWS_OF_TABLE = {"findings": 60, "exempted": 60, "noise": 20, "topology": 60, "lines": 60, "comparison": 60}
#: Units beside each other in the table of land-use structure, and how many the page takes at all.
UNITS_BESIDE = 10
UNITS_ON_PAGE = 30

_TABLES_IN_FULL = (
    *("units_stock", "units_flux", "classes", "area_statement", "rules_summary", "check_units"),
    *("control_lines", "rules", "quantities", "runs"),
)


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
                check_figures(data, profile, texts),
                section_figures(data, texts),
            ],
            caveats=[*caveats(data, profile, texts), *section_caveats(data, texts)],
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
        chapters.append(Chapter("baseline", _on_page(tables.baseline, texts), tuple(pictures)))
    if data.has_check:
        pictures = _maps(data, "check")
        if matplotlib_is_there():
            pictures += [_picture(chart) for chart in check_charts(data, profile, texts)]
        chapters.append(Chapter("check", _on_page(tables.check, texts), tuple(pictures)))
        chapters.append(Chapter("rules", _on_page(tables.rules, texts)))
    chapters += [Chapter(name, _on_page(section, texts)) for name, section in tables.sections.items()]
    if tables.factors:
        chapters.append(Chapter("factors", _on_page(tables.factors, texts)))
    chapters += [Chapter("provenance", _on_page(tables.provenance, texts)), Chapter("method")]
    return chapters


def _on_page(tables: tuple[Table, ...], texts: Texts) -> tuple[Table, ...]:
    shown: list[Table] = []
    for table in tables:
        if table.id == "land_structure":
            shown += _structure_on_page(table, texts)
        elif table.id in _TABLES_IN_FULL:
            shown.append(table)
        else:
            limit = ROWS_OF_TABLE.get(table.id, ROWS_ON_PAGE)
            worst = "foot_capped_worst" if table.id in SECTIONS else "foot_capped"
            foot = worst if table.priority else "foot_capped_rows"
            shown.append(table.head(limit, texts(foot, shown=limit, total=len(table.cells))))
    return tuple(shown)


def _structure_on_page(table: Table, texts: Texts) -> list[Table]:
    units = len(table.columns) - 2
    if units <= UNITS_ON_PAGE:
        return table.split(2, UNITS_BESIDE, texts)
    note = texts("foot_structure_in_xlsx", count=units)
    return [
        Table(
            table.id,
            table.title,
            table.columns[:2],
            table.scaled,
            table.cells,
            table.total,
            (note, *table.notes),
        )
    ]


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
