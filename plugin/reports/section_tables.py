# SPDX-License-Identifier: GPL-2.0-or-later
"""Tables of the other checks: quantities, lines, topology, comparison of drafts, repair.

They show what the outputs hold: the columns named here in this order, under headers in the
report's language; any other column only in the workbook, under its own name.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from ..domain.profiles import Profile, Quantity
from ..domain.units import M2_PER_HA
from .check_labels import code_names, line_names
from .check_rows import ranks
from .model import ReportData
from .structure_table import level_structure, worded_structure
from .table import COUNT, Column, Table, is_missing, make_table
from .texts import Texts

#: Chapter of each section.
CHAPTERS: Mapping[str, tuple[str, ...]] = {
    "quantities": ("structure", "quantities"),
    "lines": ("lines",),
    "topology": ("topology",),
    "comparison": ("comparison", "draft_changes"),
    "repair": ("repair", "replenishment"),
}
#: What of a comparison of drafts is news, in the order in which a page with little room shows it.
NEWS = ("appeared", "vanished")
#: Fields that formats add, and no table shows.
INTERNAL = ("fid",)
#: Ends of the fields that bound a 95 % interval.
BOUNDS = ("_low", "_high")
#: Figures without a unit of the profile: four decimals.
FIGURE = Quantity("figure", 1.0, 4, {"en": "", "zh": ""})


@dataclass(frozen=True)
class Field:
    """A known field of an output: the text of its header and how its values are written.

    ``kind`` is a quantity of the profile, "count", "figure", "line" or "code" (ids with names),
    "label:<group>" (ids with texts), or empty for text. ``layout`` is that of the column.
    """

    name: str
    text: str
    kind: str = ""
    layout: str = ""


_UNIT, _SEVERITY = (
    Field("unit", "unit", layout="name"),
    Field("severity", "severity", "label:severity", "short"),
)
_RULE, _REMEDY, _MESSAGE = (
    Field("rule_id", "rule", layout="short"),
    Field("remedy", "remedy"),
    Field("message", "message"),
)
_PARCEL = Field("plan_id", "plan_id", layout="short")
_CARBON = (
    Field("stock_loss_tco2", "stock_loss", "parcel_co2"),
    Field("removal_forgone_tco2e_a", "removal_forgone", "parcel_flux"),
)
FIELDS: Mapping[str, tuple[Field, ...]] = {
    "structure": (
        _UNIT,
        Field("code", "code", layout="short"),
        Field("name", "class_name"),
        Field("base_ha", "base_area", "area"),
        Field("base_share", "base_share", "share"),
        Field("plan_ha", "plan_area", "area"),
        Field("plan_share", "plan_share", "share"),
        Field("change_ha", "change_area", "area"),
    ),
    "quantities": (
        Field("name", "indicator", layout="name"),
        Field("unit_name", "unit", layout="name"),
        Field("kind", "basis", "label:basis", "short"),
        Field("measured", "measured", "figure"),
        Field("direction", "direction", layout="short"),
        Field("target", "target", "figure"),
        Field("difference", "difference", "figure"),
        Field("unit", "factor_unit", layout="short"),
        Field("binding", "binding", "label:binding", "short"),
        Field("result", "result", "label:result", "short"),
        Field("explanation", "explanation"),
        _REMEDY,
    ),
    "lines": (
        _RULE,
        _SEVERITY,
        Field("kind", "kind", "label:kind"),
        Field("line_a", "line_a", "line"),
        Field("id_a", "id_a", layout="short"),
        Field("line_b", "line_b", "line"),
        Field("id_b", "id_b", layout="short"),
        Field("area_m2", "area", "area_m2"),
        _MESSAGE,
    ),
    "topology": (
        Field("kind", "kind", "label:kind"),
        _SEVERITY,
        Field("ids", "parcels"),
        Field("area_m2", "area", "area_m2"),
        Field("width_m", "width", "figure"),
        Field("noise", "noise_mark", "label:flag", "short"),
        _MESSAGE,
    ),
    "comparison": (
        Field("change", "change", "label:change", "short"),
        _PARCEL,
        _RULE,
        _SEVERITY,
        Field("plan_code", "plan_code", "code"),
        Field("area_m2", "area", "parcel_area"),
        *_CARBON,
        _REMEDY,
    ),
    "draft_changes": (
        Field("kind", "kind", "label:change"),
        Field("id_a", "id_first", layout="short"),
        Field("id_b", "id_second", layout="short"),
        Field("from_code", "code_a", "code"),
        Field("to_code", "code_b", "code"),
        Field("area_ha", "area", "parcel_area"),
        *_CARBON,
    ),
    "repair": (
        _PARCEL,
        Field("part_id", "part", layout="short"),
        Field("rule_ids", "rule"),
        Field("from_code", "from_code", "code"),
        Field("to_code", "to_code", "code"),
        Field("base_code", "base_code", "code"),
        Field("area_ha", "area", "parcel_area"),
        Field("lost_construction_ha", "lost_construction", "parcel_area"),
        Field("carbon_tco2e", "carbon_cost", "parcel_co2e"),
        Field("saved_carbon_tco2e", "saved_carbon", "parcel_co2e"),
        Field("reason", "reason"),
    ),
    "replenishment": (
        Field("order", "number", "count"),
        Field("parcel_id", "plan_id", layout="short"),
        Field("village", "village", layout="name"),
        Field("kind", "restoration", "label:restoration"),
        Field("status", "choice", "label:choice", "short"),
        Field("present_code", "base_code", "code"),
        Field("area_ha", "area", "parcel_area"),
        Field("gain_ha", "gained", "parcel_area"),
        Field("carbon_tco2e", "carbon_cost", "parcel_co2e"),
        Field("reason", "reason"),
    ),
}


def section_tables(data: ReportData, profile: Profile, texts: Texts) -> dict[str, tuple[Table, ...]]:
    """The tables of each chapter for which the report was given a result."""
    chapters = {}
    for chapter, names in CHAPTERS.items():
        given = [name for name in names if name in data.sections]
        if given:
            chapters[chapter] = tuple(_section_table(name, data, profile, texts) for name in given)
    return chapters


def _section_table(name: str, data: ReportData, profile: Profile, texts: Texts) -> Table:
    frame = _in_language(data.sections[name], texts)
    frame = worded_structure(frame, texts) if name == "structure" else frame
    frame = _without_empty_basis(frame) if name == "quantities" else frame
    fields = [field for field in FIELDS[name] if field.name in frame]
    shown = pd.DataFrame({field.name: _values(field, frame, data, texts) for field in fields})
    for bound in _bounds_of(fields, frame):
        shown[bound] = pd.to_numeric(frame[bound]).astype(float)
    columns = [_column(field, shown, profile, texts) for field in fields]
    known = {*shown.columns, *INTERNAL}
    others = {column: f"other_{number}" for number, column in enumerate(frame.columns) if column not in known}
    for column, key in others.items():
        shown[key] = _plain_values(frame[column])
        figure = pd.api.types.is_numeric_dtype(shown[key]) and shown[key].dtype != bool
        columns.append(Column(key, str(column), FIGURE if figure else None, workbook_only=True))
    table = make_table(
        name, columns, shown, profile, texts, notes=[texts("foot_missing")], priority=_worst_first(frame)
    )
    return level_structure(table, frame, profile, texts) if name == "structure" else table


def _without_empty_basis(frame: pd.DataFrame) -> pd.DataFrame:
    """The frame without a basis where nothing is compared: “assigned target” beside no target misleads."""
    if "kind" not in frame:
        return frame
    compared = [not is_missing(target) for target in frame["target"]]
    return frame.assign(kind=frame["kind"].where(compared, None))


def _worst_first(frame: pd.DataFrame) -> tuple[int, ...]:
    """Rows of findings: new ones first, then by severity and area; nothing for tables without severities."""
    if not {"severity", "area_m2"} <= set(frame.columns) or len(frame) == 0:
        return ()
    area = pd.to_numeric(frame["area_m2"]).fillna(0.0)
    changes = frame["change"] if "change" in frame else [""] * len(frame)
    news = [NEWS.index(change) if change in NEWS else len(NEWS) for change in changes]
    keys = pd.DataFrame({"news": news, "rank": ranks(frame["severity"]), "area": -area})
    return tuple(keys.sort_values(list(keys.columns), kind="stable").index)


def _in_language(frame: pd.DataFrame, texts: Texts) -> pd.DataFrame:
    """The frame with texts that it holds in both languages (``name_zh``, ``name_en``) as ``name``."""
    spoken = frame.reset_index(drop=True)
    for column in [name for name in spoken.columns if str(name).endswith(f"_{texts.language}")]:
        spoken[column[: -len(texts.language) - 1]] = spoken[column]
    return spoken.drop(columns=[name for name in spoken.columns if str(name).endswith(("_zh", "_en"))])


def _values(field: Field, frame: pd.DataFrame, data: ReportData, texts: Texts) -> list[object]:
    values = frame[field.name]
    if field.kind == "line":
        return list(line_names(frame, data, texts, field.name))
    if field.kind == "code":
        return list(code_names(values, data))
    if field.kind.startswith("label:"):
        group = field.kind.split(":")[1]
        return [None if is_missing(value) else texts.label(group, _id(value)) for value in values]
    if not field.kind:
        return [None if is_missing(value) else str(value) for value in values]
    figures = pd.to_numeric(values).astype(float)
    return list(figures / M2_PER_HA if field.name.endswith("_m2") else figures)


def _id(value: object) -> str:
    """An id as texts know it: flags are "1" and "0" whatever a check or a format makes of them."""
    if isinstance(value, (bool, int, float)):
        return str(int(value))
    return {"true": "1", "yes": "1", "false": "0", "no": "0"}.get(str(value).lower(), str(value))


def _column(field: Field, frame: pd.DataFrame, profile: Profile, texts: Texts) -> Column:
    title = texts(f"col_{field.text}")
    if not field.kind or field.kind in ("line", "code") or field.kind.startswith("label:"):
        return Column(field.name, title, layout=field.layout)
    if field.kind in ("figure", "count"):
        return Column(field.name, title, FIGURE if field.kind == "figure" else COUNT)
    low, high = (f"{field.name}{end}" if f"{field.name}{end}" in frame else None for end in BOUNDS)
    header = profile.header(title, field.kind, texts.language)
    return Column(field.name, header, profile.quantity(field.kind), low, high)


def _bounds_of(fields: Sequence[Field], frame: pd.DataFrame) -> list[str]:
    """The bounds of intervals that stand beside the known fields."""
    return [name for field in fields for end in BOUNDS if (name := f"{field.name}{end}") in frame]


def _plain_values(values: pd.Series) -> pd.Series:
    plain = [None if is_missing(value) else value for value in values]
    if all(value is None or isinstance(value, (int, float)) for value in plain):
        return pd.Series([math.nan if value is None else float(value) for value in plain], dtype=float)
    return pd.Series([None if value is None else str(value) for value in plain], dtype=object)
