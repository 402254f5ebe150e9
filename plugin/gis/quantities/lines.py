# SPDX-License-Identifier: GPL-2.0-or-later
"""Control lines in, with their official areas where the survey's areas count."""

from __future__ import annotations

import math

import numpy as np
from qgis.core import QgsCoordinateReferenceSystem

from ...domain.areas import WorkPlane
from ...domain.parcel_areas import parcel_areas
from ...domain.plancheck import CheckSettings, ControlLine
from ...domain.quantities import OfficialLine
from ...domain.rules import RulePack
from ...domain.units import M2_PER_HA
from ..plan import read_lines
from ..plan.control_lines import LINES
from ..run import Run
from ..tables import frame_of
from .land import texts_of

#: Line types that indicators are measured by.
MEASURED_LINES = ("pbf", "erl", "udb", "forest", "grassland", "wetland")
#: How a change patch of the boundary enters the expansion multiple (control-lines.md section 2.3).
EXPANSION_KIND = "KZBSHSLX"


def read_official_lines(
    run: Run, pack: RulePack, settings: CheckSettings, plane: WorkPlane, crs: QgsCoordinateReferenceSystem
) -> list[OfficialLine]:
    """The lines that indicators are measured by; areas are official ones under the rule “attribute”."""
    lines = read_lines(run, pack, plane, crs)
    parameters = [name for name in LINES if run.given(name)]
    official = [
        OfficialLine(line, _line_areas(run, name, line, plane) if settings.area_rule == "attribute" else None)
        for name, line in zip(parameters, lines)
    ]
    others = [OfficialLine(line) for line in lines[len(parameters) :]]
    unused = [item.line.layer for item in others if item.line.line_type not in MEASURED_LINES]
    if unused:
        run.notes.add(
            "lines_not_measured",
            "{count} layers of OTHER_LINES give no indicator and are not used here: {layers}. Check them "
            "with checkplan.",
            warning=False,
            count=len(unused),
            layers=", ".join(unused),
        )
    _note_expansion_kinds(run, plane, crs)
    return official + [item for item in others if item.line.line_type in MEASURED_LINES]


def _note_expansion_kinds(run: Run, plane: WorkPlane, crs: QgsCoordinateReferenceSystem) -> None:
    """List what maintenance layers of the boundary declare (KZBSHSLX): no code list of it is known."""
    fields = run.field_names("BOUNDARY") if run.given("BOUNDARY") else []
    field = next((name for name in fields if name.upper() == EXPANSION_KIND), None)
    if field is None:
        return
    layer = run.polygons("BOUNDARY", [field], crs=crs, plane=plane, share=(18, 20))
    area_m2 = plane.ellipsoidal_m2(layer.geometry)
    kinds: dict[str, list[float]] = {}
    for value, area in zip(texts_of(layer.columns[field]), area_m2):
        kinds.setdefault(value or "NULL", []).append(float(area))
    run.notes.add(
        "expansion_kinds",
        "Layer “{layer}” declares in {field} how its patches enter the expansion multiple: {kinds}. What "
        "these values mean is not known here: the planned growth inside the boundary counts. Compare it "
        "with them.",
        count=len(area_m2),
        layer=layer.name,
        field=field,
        kinds=", ".join(
            f"{kind}: {math.fsum(found) / M2_PER_HA:.4f} ha" for kind, found in sorted(kinds.items())
        ),
    )


def _line_areas(run: Run, name: str, line: ControlLine, plane: WorkPlane) -> np.ndarray | None:
    """Official areas of a line's features by the first field of LINE_AREA_FIELD that the layer has."""
    names = {field.upper(): field for field in run.field_names(name)}
    wanted = [field.strip().upper() for field in run.text("LINE_AREA_FIELD").replace("；", ";").split(";")]
    field = next((names[candidate] for candidate in wanted if candidate in names), None)
    if field is None:
        run.notes.add(
            "line_area_measured",
            "Control line “{layer}” has none of the fields of LINE_AREA_FIELD: its area is measured, not the "
            "official one.",
            layer=line.layer,
        )
        return None
    ids = line.ids if line.ids is not None else np.arange(1, len(line.geometry) + 1).astype(object)
    return parcel_areas(
        line.geometry,
        plane,
        "attribute",
        ids=ids,
        layer=line.layer,
        notes=run.notes,
        attribute=list(frame_of(run.open(name).source)[field]),
        attribute_field=field,
        unit=run.text("AREA_UNIT"),
    ).area_m2
