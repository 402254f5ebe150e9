# SPDX-License-Identifier: GPL-2.0-or-later
"""A run of the plan check into the findings store."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import datetime, timezone
from pathlib import Path

import numpy as np
import pandas as pd
from qgis.core import QgsCoordinateReferenceSystem

from ..domain.exemptions import Exemption
from ..domain.findings_store import (
    StoreCrs,
    StoreRun,
    parcel_tokens,
    rows_of_parcels,
    scope_of,
    update_findings,
)
from ..domain.plancheck import PlanCheck
from .crs import label_of
from .plan import CheckJob
from .run import Run

#: Number from which on GeoPackages count CRSs that no authority knows.
OWN_CRS = 100_000


def update_store(
    run: Run, job: CheckJob, result: PlanCheck, path: str, *, exemptions: Sequence[Exemption]
) -> None:
    """Take the findings of a complete run into the store, all or nothing; noted and recorded in the manifest.

    ``exemptions`` are those that the check applied. Raises ``InputError`` for a store in
    another CRS or version, ``OutputError`` when it cannot be written, ``Cancelled``.
    """
    scope = scope_of(job.plan, job.lines, job.pack, job.settings, result.not_run, job.plane)
    store_run = StoreRun(
        findings=_findings_of(job, result),
        scope=scope,
        decisions=[item for item in exemptions if item.stored],
        as_of=job.settings.as_of,
        run_id=uuid.uuid4().hex,
        seen=_now(),
    )
    counts = update_findings(path, store_run, crs_of_store(job.crs), run.progress(99, 100))
    run.record(store={"file": Path(path).name, "run_id": store_run.run_id, **counts})
    run.notes.add(
        "stored",
        "Findings store {file}: {occurring} findings of this check, {new} of them new; {reopened} reopened, "
        "{exempted} newly exempted, {fixed} fixed.",
        count=counts["occurring"],
        warning=False,
        file=Path(path).name,
        **{name: counts[name] for name in ("occurring", "new", "reopened", "exempted", "fixed")},
    )
    if counts["left_alone"]:
        run.notes.add(
            "stored_left_alone",
            "{count} findings of stand-in or draft lines are known to the store from a line in force; they "
            "were left as they are.",
            count=counts["left_alone"],
            warning=False,
        )
    if counts["beyond"]:
        run.notes.add(
            "stored_beyond",
            "{count} open findings of the store lie beyond this check and were left as they are: of another "
            "plan layer than “{layer}”, of parcels that it does not hold, or of lines and rules that did not "
            "take part.",
            count=counts["beyond"],
            warning=False,
            layer=job.plan.layer,
        )


def crs_of_store(crs: QgsCoordinateReferenceSystem) -> StoreCrs:
    """A CRS as a GeoPackage names it."""
    organization, _, code = crs.authid().partition(":")
    known = code.isdigit() and organization.upper() != "USER"
    wkt = crs.toWkt(QgsCoordinateReferenceSystem.WktVariant.WKT1_GDAL)
    return StoreCrs(
        organization=organization if known else "NONE",
        code=int(code) if known else OWN_CRS,
        name=label_of(crs),
        wkt=wkt,
    )


def _findings_of(job: CheckJob, result: PlanCheck) -> pd.DataFrame:
    """The findings with the plan layer, the token of their parcel, and geometry in the CRS of the plan."""
    table = result.findings.assign(plan_layer=job.plan.layer)
    rows = rows_of_parcels(job.plan, table["plan_id"])
    distinct, where = np.unique(rows, return_inverse=True)
    tokens = np.array(parcel_tokens(job.plan, job.plane, distinct), dtype=object)
    table["parcel"] = tokens[where] if len(rows) else ""
    shapes = job.plane.from_plane(result.findings["geometry"].to_numpy(dtype=object))
    table["geometry"] = pd.Series(list(shapes), index=table.index, dtype=object)
    return table


def _now() -> str:
    return datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%S.%f")[:-3] + "Z"
