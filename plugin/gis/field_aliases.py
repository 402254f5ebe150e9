# SPDX-License-Identifier: GPL-2.0-or-later
"""Names of output fields in attribute tables and forms: Chinese aliases; the fields keep their names."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from functools import lru_cache

from qgis.core import QgsVectorLayer

from ..paths import RESOURCES

#: The ends of the names of 95 % bounds.
BOUNDS = {"_low": "下限", "_high": "上限"}


@lru_cache(maxsize=1)
def chinese_names() -> Mapping[str, str]:
    """Field → Chinese name with unit (resources/fields/field_names.csv)."""
    with (RESOURCES / "fields" / "field_names.csv").open(encoding="utf-8", newline="") as stream:
        return {row["field"]: row["name_zh"] for row in csv.DictReader(stream)}


def chinese_name(field: str) -> str:
    """The Chinese name of a field, of a bound that of its figure; empty for a field that is not ours."""
    known = chinese_names().get(field)
    if known is not None:
        return known
    for end, text in BOUNDS.items():
        figure = chinese_names().get(field[: -len(end)]) if field.endswith(end) else None
        if figure is not None:
            return f"{figure}{text}"
    return ""


def set_aliases(layer: QgsVectorLayer, fields: Sequence[str]) -> None:
    """Give those of the layer's fields that are ours (``fields``) their Chinese names."""
    for field in fields:
        name, index = chinese_name(field), layer.fields().lookupField(field)
        if name and index >= 0:
            layer.setFieldAlias(index, name)
