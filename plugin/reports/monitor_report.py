# SPDX-License-Identifier: GPL-2.0-or-later
"""The yearly monitoring report of an account book (碳账户监测年报) as outputs of the monitoring itself."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime

import pandas as pd

from ..domain.provenance import to_json
from ..gis.manifests import ShownRun
from ..gis.map_units import UnitShapes
from ..gis.monitoring import Monitoring
from ..gis.report_inputs import ReportInputs
from ..gis.run import Run
from ..gis.software import require
from .account_gather import worst_levels
from .account_maps import LEVEL_LAYER, levels_layer
from .account_model import BookFacts
from .gather import gather, text_of
from .model import ReportData
from .texts import Texts
from .write import write_report

FILES = {"page": "REPORT", "workbook": "REPORT_XLSX", "document": "REPORT_DOCUMENT", "pdf": "REPORT_PDF"}


def require_report(run: Run) -> None:
    """Stop before anything is computed where packages are missing that the report needs."""
    if any(run.given(name) for name in FILES.values()):
        require("jinja2")
    if run.given(FILES["workbook"]):
        require("openpyxl")


def write_monitoring_report(run: Run, found: Monitoring) -> None:
    """Write the report outputs that are asked for; the other outputs have to be written before."""
    if any(run.given(name) for name in FILES.values()):
        write_report(run, _data_of(run, found), **FILES, share=(98.4, 99.0))


def _data_of(run: Run, found: Monitoring) -> ReportData:
    finished = datetime.now().astimezone().isoformat(timespec="seconds")
    # As it would be read back from its file.
    manifest = json.loads(to_json(run.manifest.to_dict(run.notes, finished)))
    inputs = ReportInputs(
        frames={"MONITORING": found.rows, "SERIES": found.series},
        runs={"monitoraccount": ShownRun(manifest, vouched=True)},
        own_run=True,
    )
    if found.units is not None and found.layer is not None:
        units = UnitShapes.of(found.layer, found.units)
        inputs.layers[LEVEL_LAYER] = levels_layer(units, worst_levels(inputs))
    data = gather(run, inputs, run.progress(98.0, 98.4))
    year = int(run.number("YEAR"))
    return replace(
        data,
        title=text_of(run, "TITLE") or Texts(data.language)("title_monitoring"),
        year=year,
        accounts={**data.accounts, **_beside(found)},
        book=BookFacts(name=found.book_name, year=year, year_before=year - 1, measures=found.measures),
    )


def _beside(found: Monitoring) -> dict[str, pd.DataFrame]:
    """The entries behind the standings, and changes of land use inside control lines."""
    if found.changes is None:
        return {"monitored": found.entries}
    return {"monitored": found.entries, "line_changes": found.changes.drop(columns="geometry")}
