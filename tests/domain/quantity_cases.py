# SPDX-License-Identifier: GPL-2.0-or-later
"""Small plans of rectangles with their base, lines and targets, for the tests of quantities."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import numpy as np
import pandas as pd
import shapely
from dualcarbon.plugin.domain.notes import NoteBook
from dualcarbon.plugin.domain.quantities import (
    CodedLand,
    Measuring,
    OfficialLine,
    QuantityCheck,
    Surroundings,
    Target,
    check_quantities,
    read_targets,
)
from dualcarbon.plugin.domain.rules import load_rule_pack
from plan_cases import PLANE, SETTINGS, array, box, line_of

HOW = Measuring(PLANE, "planar", 1)
Parcel = tuple[str | None, shapely.Geometry]


def land_of(*parcels: Parcel, **changes: object) -> CodedLand:
    """A coded layer from (code, geometry) with ids a01, a02 … and planar areas."""
    geometry = array(shape for _, shape in parcels)
    area = np.nan_to_num(shapely.area(geometry))
    land = CodedLand(
        geometry=geometry,
        ids=array(f"a{number:02d}" for number in range(1, len(parcels) + 1)),
        codes=array(code for code, _ in parcels),
        area_m2=area,
        measured_m2=area,
        layer="land",
    )
    return replace(land, **changes)


def strip(number: float, hectares: float) -> shapely.Polygon:
    """A strip of 100 m height in row ``number`` that holds so many hectares."""
    return box(0, 200 * number, 100 * hectares, 100)


def official(
    line_type: str, *shapes: shapely.Geometry, area_m2: object = None, **changes: object
) -> OfficialLine:
    """A control line of shapes with ids L1, L2 …"""
    named = [(f"L{number}", shape) for number, shape in enumerate(shapes, 1)]
    return OfficialLine(line_of(line_type, *named, **changes), area_m2)


def targets_of(
    *rows: dict[str, str], unit_names: Sequence[str] = (), notes: NoteBook | None = None
) -> list[Target]:
    """Targets from rows of text; the first one stands in line 2."""
    frame = pd.DataFrame(list(rows), dtype=object).fillna("")
    frame.index = pd.RangeIndex(2, len(rows) + 2, name="line")
    book = NoteBook() if notes is None else notes
    return read_targets(frame, table="targets.csv", unit_names=unit_names, notes=book)


def check(
    plan: CodedLand,
    *lines: OfficialLine,
    targets: Sequence[Target] = (),
    as_of: date = SETTINGS.as_of,
    notes: NoteBook | None = None,
    how: Measuring = HOW,
    pack: str = "cn_national",
    **around: object,
) -> QuantityCheck:
    """Run the check with a pack (an id or a path), texts in English."""
    return check_quantities(
        plan,
        lines,
        targets,
        load_rule_pack(pack),
        replace(SETTINGS, as_of=as_of),
        how,
        Surroundings(**around),
        notes=NoteBook() if notes is None else notes,
    )


def row_of(result: QuantityCheck, indicator: str, kind: str = "", unit_name: str | None = None) -> pd.Series:
    """The one row of an indicator."""
    rows = result.rows[result.rows["indicator"] == indicator]
    rows = rows[rows["unit_name"].isna() if unit_name is None else rows["unit_name"] == unit_name]
    rows = rows[rows["kind"] == kind] if kind else rows
    (position,) = rows.index
    return result.rows.loc[position]
