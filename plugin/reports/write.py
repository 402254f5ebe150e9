# SPDX-License-Identifier: GPL-2.0-or-later
"""The report's files: page, workbook, text document and PDF of the same data."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from ..domain.progress import part
from ..gis.run import Run
from ..i18n import translation_into
from .build import build_content
from .documents import write_odt, write_pdf
from .model import ReportData
from .render import render_page
from .xlsx import write_xlsx


def write_report(
    run: Run,
    data: ReportData,
    *,
    page: str,
    workbook: str,
    document: str = "",
    pdf: str = "",
    share: tuple[float, float] = (40.0, 99.0),
) -> None:
    """Write the outputs ``page`` (HTML), ``workbook`` (XLSX), ``document`` (ODT) and ``pdf``, named by their
    parameters: all that are asked for or none, each in the manifest."""
    translate = translation_into("zh_CN" if data.language == "zh" else "en")
    writers: dict[str, Callable[[Path], object]] = {}
    middle = share[0] + 0.6 * (share[1] - share[0])
    building, writing = run.progress(share[0], middle), run.progress(middle, share[1])
    if any(run.given(name) for name in (page, document, pdf)):
        content = build_content(data, translate=translate, progress=part(building, 0.0, 0.5))
    if run.given(page):
        html = render_page(content)
        writers[page] = lambda path: path.write_text(html, encoding="utf-8")
    writing(0.0)
    if run.given(workbook):
        writers[workbook] = lambda path: write_xlsx(data, path, translate=translate, progress=writing)
    if run.given(document):
        writers[document] = lambda path: write_odt(content, path, progress=writing)
    if run.given(pdf):
        writers[pdf] = lambda path: write_pdf(content, path, progress=writing)
    run.write_files(writers, (middle, share[1]))
