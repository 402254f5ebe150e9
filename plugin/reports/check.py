# SPDX-License-Identifier: GPL-2.0-or-later
"""The report of a plan check just computed, the same that ``dualcarbon:report`` makes of its outputs."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

import numpy as np
import pandas as pd
from qgis.core import QgsVectorLayer

from ..domain.plancheck import PlanCheck
from ..domain.progress import Progress
from ..domain.provenance import to_json
from ..gis.manifests import ShownRun
from ..gis.map_layers import memory_layer
from ..gis.plan import CheckJob
from ..gis.plan.parcel_facts import add_facts
from ..gis.report_inputs import MapLine, ReportInputs
from ..gis.run import Run
from ..gis.software import require
from .gather import gather
from .write import write_report

PAGE, WORKBOOK, DOCUMENT, PDF = FILES = ("REPORT", "REPORT_XLSX", "REPORT_DOCUMENT", "REPORT_PDF")


def require_report(run: Run) -> None:
    """Stop before anything is computed where packages are missing that the report needs."""
    if any(run.given(name) for name in (PAGE, DOCUMENT, PDF)):
        require("jinja2")
    if run.given(WORKBOOK):
        require("openpyxl")


def write_check_report(run: Run, job: CheckJob, result: PlanCheck) -> None:
    """Write the outputs REPORT (page), REPORT_XLSX, REPORT_DOCUMENT and REPORT_PDF where they are asked for.

    To be called when the other outputs are written and the facts of the check are recorded,
    before ``run.finish``. The layers of the map are made from the result itself, so that no
    other output is needed.
    """
    if not any(map(run.given, FILES)):
        return
    require_report(run)
    data = gather(run, _inputs_of(run, job, result), run.progress(98.0, 98.4))
    write_report(run, data, page=PAGE, workbook=WORKBOOK, document=DOCUMENT, pdf=PDF, share=(98.4, 99.0))


def _inputs_of(run: Run, job: CheckJob, result: PlanCheck) -> ReportInputs:
    finished = datetime.now().astimezone().isoformat(timespec="seconds")
    # As it would be read back from its file.
    manifest = json.loads(to_json(run.manifest.to_dict(run.notes, finished)))
    findings = add_facts(result.findings, job.draft.layer, job.facts)
    progress = run.progress(97.5, 98.0)

    def layer(name: str, shapes: Any, columns: pd.DataFrame) -> QgsVectorLayer:
        return _layer(job, name, shapes, columns, progress)

    return ReportInputs(
        frames={
            "FINDINGS": _table(findings),
            "PARCELS": _table(result.parcels),
            "SUMMARY": _table(result.summary),
        },
        layers={
            "FINDINGS": layer("findings", findings["geometry"], findings[["severity", "state"]]),
            "PARCELS": layer("parcels", job.plan.geometry, result.parcels[["severity"]]),
        },
        runs={"checkplan": ShownRun(manifest, vouched=True)},
        lines=tuple(
            MapLine(layer(line.layer, line.geometry, pd.DataFrame()), line.layer, line.line_type, line.status)
            for line in job.lines
        ),
        own_run=True,
    )


def _table(frame: pd.DataFrame) -> pd.DataFrame:
    return frame.drop(columns="geometry", errors="ignore")


def _layer(
    job: CheckJob, name: str, shapes: Any, columns: pd.DataFrame, progress: Progress
) -> QgsVectorLayer:
    geometries = np.empty(len(shapes), dtype=object)
    geometries[:] = list(shapes)
    return memory_layer(
        name,
        job.crs,
        job.plane.from_plane(geometries),
        {column: columns[column].tolist() for column in columns},
        progress,
    )
