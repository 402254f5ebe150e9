# SPDX-License-Identifier: GPL-2.0-or-later
"""What a plan layer tells of its parcels beside their codes: the village, and whose land it is."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from ..layers import PolygonLayer, text_of
from ..run import Run

#: Parameter of each fact, and the fields of survey and plan databases that hold it.
FACTS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "village": ("VILLAGE_FIELD", ("ZLDWMC", "CUNMC", "XZCMC", "村", "村名")),
    "tenure": ("TENURE_FIELD", ("QSXZ", "QSDWMC", "权属", "权属性质")),
}


def fact_fields(run: Run, prefix: str = "PLAN") -> dict[str, str]:
    """The field of each fact: the one chosen, else the first usual one that the layer has."""
    names = {name.upper(): name for name in run.field_names(prefix)}
    fields = {}
    for fact, (parameter, usual) in FACTS.items():
        chosen = run.optional_text(parameter) if run.has(parameter) else None
        found = chosen or next((names[name] for name in usual if name in names), None)
        if found:
            fields[fact] = found
    return fields


def add_facts(frame: pd.DataFrame, layer: PolygonLayer, fields: Mapping[str, str]) -> pd.DataFrame:
    """The frame with a column for each fact, by its ``plan_id``; NULL where parcels of one id disagree."""
    told = frame.copy()
    for fact, field in fields.items():
        values = pd.DataFrame({"id": layer.ids, "value": _texts(layer.columns[field])}).drop_duplicates()
        by_id = values[~values["id"].duplicated(keep=False)].set_index("id")["value"]
        told[fact] = pd.Series(
            [by_id.get(name) for name in frame["plan_id"]], index=frame.index, dtype=object
        )
    return told


def _texts(values: np.ndarray) -> list[str | None]:
    return [None if value is None or not text_of(value) else text_of(value) for value in values]
