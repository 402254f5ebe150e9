# SPDX-License-Identifier: GPL-2.0-or-later
"""The report's files: page and workbook of the same data."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from ..gis.run import Run
from ..i18n import translation_into
from .build import build_html
from .model import ReportData
from .xlsx import write_xlsx


def write_report(
    run: Run, data: ReportData, *, page: str, workbook: str, share: tuple[float, float] = (40.0, 99.0)
) -> None:
    """Write the outputs ``page`` (HTML) and ``workbook`` (XLSX), each where it is asked for."""
    translate = translation_into("zh_CN" if data.language == "zh" else "en")
    writers: dict[str, Callable[[Path], object]] = {}
    if run.given(page):
        html = build_html(data, translate=translate)
        writers[page] = lambda path: path.write_text(html, encoding="utf-8")
    middle = share[0] + 0.6 * (share[1] - share[0])
    run.progress(middle, share[1])(0.0)
    if run.given(workbook):
        writing = run.progress(middle, share[1])
        writers[workbook] = lambda path: write_xlsx(data, path, translate=translate, progress=writing)
    run.write_files(writers, (middle, share[1]))
