# SPDX-License-Identifier: GPL-2.0-or-later
"""One table of a report: the same rounded and levelled cells for the page and for the workbook."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from ..domain.profiles import MISSING, Profile, Quantity, format_rounded, level_to_total, round_half_up
from ..domain.stocks import known_sum
from .texts import Texts

#: Whole numbers: findings, features, rows.
COUNT = Quantity("count", 1.0, 0, {"en": "", "zh": ""})

_SPACE_IN_UNIT = re.compile(r" (?=[^()（）]*[)）]$)")


@dataclass(frozen=True)
class Column:
    """One column: ``key`` in the frame, ``header`` with its unit, text where ``quantity`` is None.

    ``low`` and ``high`` name the bounds of the 95 % interval, which the page writes beneath the
    value and the workbook in columns of their own. ``additive`` columns are summed and levelled.
    ``layout`` of a text column: ``short`` (never broken), ``name`` and
    ``middle`` (a few characters wide at least), ``wide`` (sentences). The page leaves a nothing
    blank where ``blank_zero`` is set.
    """

    key: str
    header: str
    quantity: Quantity | None = None
    low: str | None = None
    high: str | None = None
    additive: bool = False
    workbook_only: bool = False
    layout: str = ""
    blank_zero: bool = False

    @property
    def page_header(self) -> str:
        """The header with the unit at its end in one piece."""
        return _SPACE_IN_UNIT.sub("\u00a0", self.header)

    @property
    def kind(self) -> str:
        """How the page sets the column: ``number``, or the ``layout`` of a text column."""
        return self.layout if self.quantity is None else "number"

    @property
    def keys(self) -> tuple[str, ...]:
        """The frame columns that this column shows."""
        return tuple(key for key in (self.key, self.low, self.high) if key is not None)


@dataclass(frozen=True)
class Cell:
    """A cell of the page: its text, the interval beneath it, and how it is set."""

    text: str
    interval: str = ""
    numeric: bool = False
    strong: bool = False


@dataclass(frozen=True)
class Table:
    """A finished table: ``scaled`` in output units unrounded, ``cells`` rounded (and levelled)."""

    id: str
    title: str
    columns: tuple[Column, ...]
    scaled: pd.DataFrame
    cells: pd.DataFrame
    total: Mapping[str, Any]
    notes: tuple[str, ...] = ()
    #: Numbers of the rows, those first that stay when the page shows only some.
    priority: tuple[int, ...] = ()

    @property
    def page_columns(self) -> tuple[Column, ...]:
        """The columns that fit the page."""
        return tuple(column for column in self.columns if not column.workbook_only)

    def page_rows(self) -> list[list[Cell]]:
        """The rows of the page."""
        return [
            [self._cell(column, self.scaled.iloc[i], self.cells.iloc[i]) for column in self.page_columns]
            for i in range(len(self.cells))
        ]

    def page_total(self) -> list[Cell]:
        """The total row of the page; empty where the table has none."""
        if not self.total:
            return []
        total = pd.Series({key: self.total.get(key) for column in self.columns for key in column.keys})
        return [self._cell(column, total, total) for column in self.page_columns]

    def head(self, count: int, note: str) -> Table:
        """``count`` rows in their order with ``note`` beneath; the table itself where it is not longer.

        They are those of the highest priority, else the first ones.
        """
        if len(self.cells) <= count:
            return self
        rows = sorted(self.priority[:count]) if self.priority else list(range(count))
        return replace(
            self,
            scaled=self.scaled.iloc[rows],
            cells=self.cells.iloc[rows],
            total={},
            notes=(note, *self.notes),
            priority=(),
        )

    def split(self, fixed: int, per_part: int, texts: Texts) -> list[Table]:
        """Parts that fit the page's width: ``fixed`` leading columns and ``per_part`` of the rest."""
        rest = self.columns[fixed:]
        if len(rest) <= per_part:
            return [self]
        parts = math.ceil(len(rest) / per_part)
        width = math.ceil(len(rest) / parts)
        return [
            replace(
                self,
                title=texts("part_of", title=self.title, part=k + 1, parts=parts),
                columns=self.columns[:fixed] + rest[k * width : (k + 1) * width],
                notes=self.notes if k == parts - 1 else (),
            )
            for k in range(parts)
        ]

    def _cell(self, column: Column, scaled: pd.Series, cells: pd.Series) -> Cell:
        quantity = column.quantity
        value = cells[column.key]
        if quantity is None or isinstance(value, str):
            return Cell(MISSING if is_missing(value) else str(value))
        if column.blank_zero and scaled[column.key] == 0.0:
            return Cell("", numeric=True)
        text = _number(scaled[column.key], cells[column.key], quantity.decimals)
        if column.low is None or column.high is None or text == MISSING:
            return Cell(text, numeric=True)
        low = _number(scaled[column.low], cells[column.low], quantity.decimals)
        high = _number(scaled[column.high], cells[column.high], quantity.decimals)
        interval = f"({MISSING})" if MISSING in (low, high) else f"({low} – {high})"
        return Cell(text, interval, numeric=True)


def is_missing(value: object) -> bool:
    """Whether a cell holds nothing: None, NaN or an empty text."""
    return value is None or value == "" or (isinstance(value, float) and math.isnan(value)) or value is pd.NA


def make_table(
    table_id: str,
    columns: Sequence[Column],
    frame: pd.DataFrame,
    profile: Profile,
    texts: Texts,
    *,
    total: Mapping[str, float] | None = None,
    total_label: str = "",
    whole: str = "",
    notes: Sequence[str] = (),
    priority: Sequence[int] = (),
) -> Table:
    """Scale, round and level ``frame`` (product units) into a table.

    With ``total_label`` a total row is written: additive columns are summed unrounded, the
    others take their value from ``total`` (product units) and stay empty where it has none.
    ``whole`` is the key of the column that the other additive ones add up to: then their totals
    are levelled too, to its total.
    """
    controls = _controls(columns, frame, profile, whole)
    scaled: dict[str, list[Any]] = {}
    cells: dict[str, list[Any]] = {}
    sums: dict[str, Any] = {}
    residuals: list[str] = []
    for column in columns:
        for key in column.keys:
            values = frame[key].tolist() if key in frame else [None] * len(frame)
            if column.quantity is None:
                scaled[key] = cells[key] = [None if is_missing(value) else value for value in values]
                continue
            scaled[key] = [column.quantity.scaled(None if is_missing(value) else value) for value in values]
            if key == column.key and column.additive:
                cells[key], sums[key], residual = _summed(
                    scaled[key], column.quantity.decimals, profile, controls.get(key)
                )
                if residual:
                    amount = f"{residual:+.{column.quantity.decimals}f}".replace("-", "−")
                    residuals.append(f"{column.header} {amount}")
            else:
                cells[key] = [round_half_up(value, column.quantity.decimals) for value in scaled[key]]
                sums[key] = column.quantity.rounded((total or {}).get(key))
    if total_label:
        sums[columns[0].key] = total_label
        notes = [*notes, *_sum_notes(columns, cells, residuals, profile, texts)]
    return Table(
        table_id,
        texts(f"table_{table_id}"),
        tuple(columns),
        pd.DataFrame(scaled, dtype=object),
        pd.DataFrame(cells, dtype=object),
        sums if total_label else {},
        tuple(dict.fromkeys(notes)),
        tuple(priority),
    )


def _controls(
    columns: Sequence[Column], frame: pd.DataFrame, profile: Profile, whole: str
) -> dict[str, float]:
    """The totals of the columns that add up to the column ``whole``, levelled to its total."""
    quantity = next((column.quantity for column in columns if column.key == whole), None)
    if quantity is None or not profile.level:
        return {}
    parts = [column.key for column in columns if column.additive and column.key != whole]
    totals = {key: known_sum([quantity.scaled(value) for value in frame[key]]) for key in (whole, *parts)}
    levelled, _residual = level_to_total([totals[key] for key in parts], totals[whole], quantity.decimals)
    return dict(zip(parts, levelled))


def _summed(
    values: list[float], decimals: int, profile: Profile, control: float | None = None
) -> tuple[list[float], float, float]:
    """Rounded parts, their rounded (or levelled) total, and the residual that levelling spread."""
    whole = known_sum(values)
    if profile.level and not math.isnan(whole):
        levelled, residual = level_to_total(values, whole, decimals, control)
        return list(levelled), round_half_up(whole, decimals) if control is None else control, residual
    return [round_half_up(value, decimals) for value in values], round_half_up(whole, decimals), 0.0


def _sum_notes(
    columns: Sequence[Column],
    cells: Mapping[str, list[Any]],
    residuals: list[str],
    profile: Profile,
    texts: Texts,
) -> list[str]:
    summed = [column for column in columns if column.additive and column.quantity is not COUNT]
    if not summed:
        return []
    if not profile.level:
        notes = [texts("foot_rounded")]
    elif residuals:
        separator = "；" if texts.language == "zh" else "; "
        notes = [texts("foot_levelled", residuals=separator.join(residuals))]
    else:
        notes = [texts("foot_levelled_none")]
    if any(is_missing(value) for column in summed for value in cells[column.key]):
        notes.insert(0, texts("foot_missing"))
    return notes


def _number(scaled: Any, cell: Any, decimals: int) -> str:
    if is_missing(cell):
        return MISSING
    # A figure that rounds to nothing keeps its "< 0.01"; a levelled one shows what it was levelled to.
    return format_rounded(float(scaled), decimals) if cell == 0 else format_rounded(float(cell), decimals)
