# SPDX-License-Identifier: GPL-2.0-or-later
"""What the attributes of a control-line layer must hold: required fields, codes, official area, zones."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

import numpy as np
import pandas as pd
import shapely

from ...paths import RESOURCES
from ..classes import load_classification
from ..geometry import AreaMeasure, Rows
from ..progress import Progress, silent
from ..rules import RulePack
from ..text_tables import read_text_table
from ..topology.steps import areas_in_steps
from .found import Found
from .layers import LineCheckSettings, LineLayer, Texts

TABLE = RESOURCES / "rules" / "line_fields.csv"
CODES = "cn_landsea_2023"
#: Fields with land-and-sea codes, and those with the names of these codes.
CODE_FIELDS = {"YDYHFLDM": "YDYHFLMC", "GHFLDM": "GHFLMC"}
#: Features named in one finding.
NAMED = 20


def check_fields(
    layer: LineLayer,
    law: RulePack,
    settings: LineCheckSettings,
    measure: AreaMeasure,
    language: str,
    progress: Progress = silent,
) -> Iterator[Found]:
    """Observations on one layer; the rule of each stands in the table of kinds."""
    if not layer.official_crs:
        yield _found(layer, "crs", crs=layer.crs)
    for _, wanted in _required().iterrows():
        yield from _check_field(layer, wanted, language)
    for field, name_field in CODE_FIELDS.items():
        if field in layer.fields:
            yield from _check_codes(layer, field, name_field, language)
    yield from _check_zones(layer, law)
    yield from _check_areas(layer, settings, measure, progress)


@lru_cache(maxsize=1)
def _required() -> pd.DataFrame:
    return read_text_table(TABLE)


def text_cells(values: Texts) -> Texts:
    """Cells as text without blanks around; ``""`` for NULL, 12.0 is "12"."""
    return np.array([_text(value) for value in values], dtype=object)


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()


def _found(layer: LineLayer, kind: str, rows: Rows | None = None, **values: object) -> Found:
    """An observation on features of the layer (rows), or on the layer as a whole."""
    names = None if rows is None else [str(name) for name in layer.ids[rows]]
    more = "" if names is None or len(names) <= NAMED else " …"
    return Found(
        rule_id="",
        kind=kind,
        line_a=layer.line.line_type,
        id_a=None if names is None else ";".join(names[:NAMED]) + more,
        trial=layer.is_trial,
        values=values,
    )


def _check_field(layer: LineLayer, wanted: pd.Series, language: str) -> Iterator[Found]:
    field, hint = wanted["field"], wanted["severity"] == "warning"
    if field not in layer.fields:
        yield _found(layer, "missing_hint" if hint else "missing_field", field=field)
        return
    cells = text_cells(layer.fields[field])
    fits = np.array([re.fullmatch(wanted["pattern"], cell) is not None for cell in cells], dtype=bool)
    near = np.array([re.fullmatch(wanted["near_pattern"], cell) is not None for cell in cells], dtype=bool)
    near &= ~fits & (cells != "")
    for kind, rows in (("field_value", ~fits & ~near), ("field_hint", near)):
        here = np.flatnonzero(rows)
        if len(here):
            yield _found(
                layer,
                "field_hint" if hint else kind,
                here,
                field=field,
                count=len(here),
                value=min(cells[here]),
                wanted=wanted[f"wanted_{language}"],
            )
    if wanted["unique"] == "yes":
        yield from _doubled(layer, cells)


def _doubled(layer: LineLayer, cells: Texts) -> Iterator[Found]:
    names, count = np.unique(cells[cells != ""].astype(str), return_counts=True)
    for name, number in zip(names[count > 1], count[count > 1]):
        yield _found(layer, "doubled_id", np.flatnonzero(cells == name), value=str(name), count=int(number))


def _check_codes(layer: LineLayer, field: str, name_field: str, language: str) -> Iterator[Found]:
    known = load_classification(CODES).codes
    cells = text_cells(layer.fields[field])
    for code in sorted(set(cells) - {""} - set(known.index)):
        rows = np.flatnonzero(cells == code)
        yield _found(layer, "unknown_code", rows, field=field, value=code, count=len(rows))
    if name_field not in layer.fields:
        return
    names = text_cells(layer.fields[name_field])
    for code, stated in sorted(set(zip(cells, names))):
        if code in known.index and stated and stated != known.at[code, "name_zh"]:
            rows = np.flatnonzero((cells == code) & (names == stated))
            yield _found(
                layer,
                "code_name",
                rows,
                field=name_field,
                value=code,
                stated=stated,
                wanted=known.at[code, "name_zh"],
                count=len(rows),
            )


def _check_zones(layer: LineLayer, law: RulePack) -> Iterator[Found]:
    if layer.line.zones is None:
        return
    known = set(law.zones.loc[law.zones["line_type"] == layer.line.line_type, "raw_value"])
    cells = text_cells(layer.line.zones)
    for value in sorted(set(cells) - {""} - known):
        rows = np.flatnonzero(cells == value)
        yield _found(layer, "unknown_zone", rows, value=value, count=len(rows))


def _check_areas(
    layer: LineLayer, settings: LineCheckSettings, measure: AreaMeasure, progress: Progress
) -> Iterator[Found]:
    """The official area of each feature against its own on the ellipsoid."""
    field = next((name for name in settings.area_fields if name.upper() in layer.fields), None)
    if field is None:
        return
    polygons = layer.polygons
    stated = pd.to_numeric(pd.Series(layer.fields[field.upper()], dtype=object), errors="coerce")
    rows = np.flatnonzero(~shapely.is_missing(polygons))
    area = areas_in_steps(polygons[rows], measure, progress)
    difference = stated.to_numpy(dtype=np.float64)[rows] - area
    missing = rows[np.isnan(difference)]
    if len(missing):
        yield _found(layer, "area_missing", missing, field=field)
    limit = settings.area_m2 + settings.area_share * area
    for number in np.flatnonzero(np.abs(difference) > limit):
        yield Found(
            rule_id="",
            kind="area_field",
            line_a=layer.line.line_type,
            id_a=str(layer.ids[rows[number]]),
            area_m2=float(area[number]),
            geometry=polygons[rows[number]],
            trial=layer.is_trial,
            values={
                "field": field,
                "stated": f"{area[number] + difference[number]:.2f}",
                "area": f"{area[number]:.2f}",
                "difference": f"{difference[number]:+.2f}",
            },
        )
