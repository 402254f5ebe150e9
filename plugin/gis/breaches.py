# SPDX-License-Identifier: GPL-2.0-or-later
"""Breaches of strict control lines in a monitoring run: findings of the plan check, and observed changes."""

from __future__ import annotations

import numpy as np
import pandas as pd
from qgis.core import QgsWkbTypes

from ..domain.areas import WorkPlane
from ..domain.errors import InputError
from ..domain.monitoring import STRICT_LINES, breach_by_unit, breaches_of
from .layers import PolygonLayer
from .run import Run
from .tables import read_table

FINDINGS = "FINDINGS"
_FIELDS = ("unit", "line_type", "severity", "state", "area_m2")


def breaches_by_unit(run: Run, units: PolygonLayer | None, changes: pd.DataFrame | None) -> dict[str, float]:
    """Area (ha) of open errors and illegal changes in strict lines by unit; shared ground counts once."""
    plane = None if units is None else units.plane
    parts = [] if changes is None else [breaches_of(changes)]
    if run.given(FINDINGS):
        rows, plane = _read_findings(run, units)
        parts.append(rows)
    breaches = [rows for rows in parts if len(rows)]
    if not breaches:
        return {}
    measure = None if plane is None else plane.ellipsoidal_m2
    return breach_by_unit(pd.concat(breaches, ignore_index=True), measure)


def _read_findings(run: Run, units: PolygonLayer | None) -> tuple[pd.DataFrame, WorkPlane | None]:
    """Open errors in strict lines, with their ground where they have one, in the plane that is told."""
    given = run.open(FINDINGS)
    missing = [name for name in _FIELDS if name not in given.field_names]
    if missing:
        raise InputError(
            "Layer “{layer}” has no field {fields}: it does not hold findings of the plan check.",
            layer=given.name,
            fields=", ".join(missing),
        )
    if given.source.wkbType() == QgsWkbTypes.Type.NoGeometry:
        frame, plane = read_table(run, FINDINGS), None
        frame = frame.assign(geometry=np.full(len(frame), None, dtype=object))
    else:
        place = {} if units is None else {"crs": units.crs, "plane": units.plane}
        layer = run.read(given, _FIELDS, share=(60, 62), **place)
        frame, plane = pd.DataFrame({**layer.columns, "geometry": layer.geometry}), layer.plane
        frame.index = pd.RangeIndex(1, len(frame) + 1)
    counted = frame[
        frame["line_type"].isin(STRICT_LINES) & (frame["severity"] == "error") & (frame["state"] == "open")
    ]
    area_m2 = pd.to_numeric(counted["area_m2"], errors="coerce").astype(float)
    bad = ~(area_m2 >= 0.0)
    if bad.any():
        raise InputError(
            "Layer “{layer}”: {count} open errors in strict lines have no area, the first is row {row}. Make "
            "the findings again.",
            layer=given.name,
            count=int(bad.sum()),
            row=int(counted.index[bad][0]),
        )
    unit = counted["unit"].fillna("").map(str)
    return pd.DataFrame({"unit": unit, "area_m2": area_m2, "geometry": counted["geometry"]}), plane
