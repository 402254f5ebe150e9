# SPDX-License-Identifier: GPL-2.0-or-later
"""The report's files, complete or not at all."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from ..domain.errors import OutputError
from ..gis.run import Run
from ..i18n import translation_into
from .build import build_html
from .model import ReportData
from .xlsx import write_xlsx


def write_report(run: Run, data: ReportData) -> dict[str, Any]:
    """Write HTML and, if asked for, the workbook; return the paths as outputs."""
    translate = translation_into("zh_CN" if data.language == "zh" else "en")
    progress = run.progress(40, 100)
    html = build_html(data, translate=translate)
    progress(0.6)
    writers: dict[str, Callable[[Path], object]] = {
        "OUTPUT": lambda path: path.write_text(html, encoding="utf-8")
    }
    if run.given("OUTPUT_XLSX"):
        writers["OUTPUT_XLSX"] = lambda path: write_xlsx(data, path, translate=translate)
    files = {name: Path(run.file(name)) for name in writers}
    _write_all(files, writers, lambda: progress(1.0))
    run.tell()
    return {name: str(path) for name, path in files.items()}


def _write_all(
    files: dict[str, Path], writers: dict[str, Callable[[Path], object]], last_look: Callable[[], None]
) -> None:
    # Written beside and renamed together, so that a reader never meets half a report and a
    # cancel leaves none of its files.
    partials = {name: path.with_name(f"{path.stem}.part{path.suffix}") for name, path in files.items()}
    try:
        for name, write in writers.items():
            write(partials[name])
        last_look()
        for name, partial in partials.items():
            partial.replace(files[name])
    except OSError as error:
        raise OutputError(
            "“{path}” cannot be written: {reason}. Close programs that hold it and check the rights.",
            path=", ".join(map(str, files.values())),
            reason=error,
        ) from error
    finally:
        for partial in partials.values():
            partial.unlink(missing_ok=True)
