# SPDX-License-Identifier: GPL-2.0-or-later
"""The findings of a layer as the dock holds them: a table, and what grouping and filtering ask of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from ...domain.units import M2_PER_HA
from .words import SEVERITIES, STATES, Words

Rows = npt.NDArray[np.intp]
#: Columns by which findings can be grouped.
GROUPS = ("line_type", "rule_id", "severity", "state", "unit")
#: Columns in which the filter box looks, beside the words for line, severity and state.
SEARCHED = (
    "plan_id",
    "rule_id",
    "line_id",
    "unit",
    "plan_code",
    "base_code",
    "remedy",
    "document_no",
    "reason",
)


@dataclass(frozen=True, eq=False)
class Findings:
    """One row per finding (``gis.finding_layers.read_shown``), with the words of the user's language."""

    frame: pd.DataFrame
    words: Words

    def __len__(self) -> int:
        return len(self.frame)

    def prepared(self) -> Findings:
        """These findings with all worked out that a view would have to wait for."""
        for needed in ("area_ha", "columns", "keys", "ranked", "order", "texts"):
            getattr(self, needed)
        return self

    @cached_property
    def area_ha(self) -> npt.NDArray[np.float64]:
        """Area of each finding in ha."""
        return self.frame["area_m2"].to_numpy(dtype=np.float64) / M2_PER_HA

    @cached_property
    def columns(self) -> Mapping[str, list[Any]]:
        """The columns as plain lists: a view asks for one cell at a time."""
        return {name: self.frame[name].tolist() for name in self.frame.columns}

    @cached_property
    def keys(self) -> Mapping[str, int]:
        """Finding key → row."""
        return {key: row for row, key in enumerate(self.columns["finding_key"])}

    @cached_property
    def ranked(self) -> Mapping[str, tuple[Rows, list[Any]]]:
        """For each column of ``GROUPS`` the rank of each row's value, and the values by rank."""
        return {name: self._ranked(name) for name in GROUPS}

    @cached_property
    def order(self) -> Rows:
        """The rows by severity, area and key: worst and largest first, whatever the order of features."""
        keys = np.argsort(self.frame["finding_key"].to_numpy(dtype=str), kind="stable")
        return keys[np.lexsort((-self.area_ha[keys], self.ranked["severity"][0][keys]))]

    def _ranked(self, name: str) -> tuple[Rows, list[Any]]:
        codes, values = pd.factorize(self.frame[name], use_na_sentinel=True)
        known = [None if value is None else value for value in values]
        if (codes < 0).any():
            codes = np.where(codes < 0, len(known), codes)
            known.append(None)
        order = sorted(range(len(known)), key=lambda number: self._place_of(name, known[number]))
        rank = np.empty(len(known), dtype=np.intp)
        rank[order] = np.arange(len(known))
        return rank[codes], [known[number] for number in order]

    def _place_of(self, name: str, value: Any) -> tuple[bool, int, str]:
        known = {"severity": SEVERITIES, "state": STATES}.get(name, ())
        return value is None, known.index(value) if value in known else len(known), str(value)

    @cached_property
    def texts(self) -> list[str]:
        """What the filter box searches, one text per finding, case folded."""
        columns = [self.columns[name] for name in SEARCHED]
        shown = [
            [self.words.of(name, value) for value in self.columns[name]]
            for name in ("line_type", "severity", "state")
        ]
        return [
            "\n".join(str(cell) for cell in cells if cell is not None).casefold()
            for cells in zip(*columns, *shown)
        ]

    def matching(self, text: str, hidden: Mapping[str, frozenset[str]]) -> npt.NDArray[np.bool_]:
        """Which findings hold every word of ``text`` and no hidden value (by column)."""
        keep = np.ones(len(self), dtype=bool)
        for name, values in hidden.items():
            keep &= ~self.frame[name].isin(values).to_numpy(dtype=bool)
        for word in text.casefold().split():
            keep &= np.fromiter((word in cell for cell in self.texts), dtype=bool, count=len(self))
        return keep
