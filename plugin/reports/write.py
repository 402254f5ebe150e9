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
    outputs = {"OUTPUT": _target(run, "OUTPUT")}
    _replace(outputs["OUTPUT"], lambda path: path.write_text(html, encoding="utf-8"))
    if run.given("OUTPUT_XLSX"):
        outputs["OUTPUT_XLSX"] = _target(run, "OUTPUT_XLSX")
        _replace(outputs["OUTPUT_XLSX"], lambda path: write_xlsx(data, path, translate=translate))
    progress(1.0)
    run.tell()
    return {name: str(path) for name, path in outputs.items()}


def _target(run: Run, name: str) -> Path:
    return Path(run.algorithm.parameterAsFileOutput(run.parameters, name, run.context))


def _replace(path: Path, write: Callable[[Path], object]) -> None:
    # Written beside and renamed, so that a reader never meets half a report.
    partial = path.with_name(f"{path.stem}.part{path.suffix}")
    try:
        write(partial)
        partial.replace(path)
    except OSError as error:
        raise OutputError(
            "“{path}” cannot be written: {reason}. Close programs that hold it and check the rights.",
            path=path,
            reason=error,
        ) from error
    finally:
        partial.unlink(missing_ok=True)
