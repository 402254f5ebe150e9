# SPDX-License-Identifier: GPL-2.0-or-later
"""The content of a report through a template: markup in which every value is escaped."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from .content import Numbering, ReportContent
from .texts import legible


def render_page(content: ReportContent) -> str:
    """One self-contained HTML page that works offline and prints on A4."""
    return render("report.html.j2", content)


def render(template: str, content: ReportContent, **values: Any) -> str:
    """``template`` of the folder ``templates`` filled with ``content`` and ``values``."""
    found = _environment().get_template(template)
    return str(found.render(content=content, t=content.texts, number=Numbering(), **values))


@cache
def _environment() -> Any:
    """Compiles every template once: a PDF is set in hundreds of pieces."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(str(Path(__file__).with_name("templates"))),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_legible,
    )


def _legible(value: object) -> object:
    # Markup, which is a class of its own, has been looked through before.
    return legible(value) if type(value) is str else value
