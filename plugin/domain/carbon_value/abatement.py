# SPDX-License-Identifier: GPL-2.0-or-later
"""The marginal abatement cost curve: linear segments over the tonnes abated, their area and their height."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from ..emissions.rows import Row, rows_of_table
from ..errors import InputError
from ..notes import NoteBook
from ..valuation_methods import area_under
from .prices import price_unit

#: Columns of a curve (resources/factors/abatement_cost_template.csv).
COLUMNS: dict[str, tuple[str, ...]] = {
    "from_tco2e": ("起始减排量", "从"),
    "to_tco2e": ("终止减排量", "至"),
    "cost_from": ("起点边际成本",),
    "cost_to": ("终点边际成本",),
    "unit": ("单位",),
    "year": ("价格年份", "年份"),
    "source": ("来源",),
}
_REQUIRED = ("from_tco2e", "to_tco2e", "cost_from", "cost_to", "unit", "year")
#: Ends and beginnings that differ by no more than this share of the end are the same.
_SAME = 1e-9


@dataclass(frozen=True)
class Segment:
    """Marginal cost (currency per t CO2e) that rises evenly between two amounts (t CO2e a year)."""

    begin: float
    end: float
    cost_begin: float
    cost_end: float

    @property
    def slope(self) -> float:
        """Rise of the marginal cost with each tonne."""
        return (self.cost_end - self.cost_begin) / (self.end - self.begin)


@dataclass(frozen=True)
class AbatementCurve:
    """Segments that follow each other from 0 on; the cost never falls."""

    segments: tuple[Segment, ...]
    currency: str
    year: int
    source: str

    def cost(self, tonnes: float) -> float:
        """∫ MC dq from 0 to ``tonnes`` (methods.md l). Raises ``InputError`` beyond the curve."""
        self._refuse_beyond(tonnes)
        return math.fsum(
            area_under(part.slope, part.cost_begin, min(tonnes, part.end) - part.begin)
            for part in self.segments
            if part.begin < tonnes
        )

    def marginal(self, tonnes: float) -> float:
        """What the last tonne costs; the lower cost where the curve jumps."""
        self._refuse_beyond(tonnes)
        reached = [part for part in self.segments if part.begin < tonnes] or [self.segments[0]]
        return reached[-1].cost_begin + reached[-1].slope * (tonnes - reached[-1].begin)

    def _refuse_beyond(self, tonnes: float) -> None:
        if tonnes > self.segments[-1].end * (1.0 + _SAME):
            raise InputError(
                "MACC ends at {end:.10g} t CO2e a year, but {tonnes:.10g} t CO2e are to be valued. Add the "
                "segments that follow, with their source.",
                end=self.segments[-1].end,
                tonnes=tonnes,
            )


def read_curve(frame: pd.DataFrame, table: str, year: int, notes: NoteBook) -> AbatementCurve:
    """A curve from a table of texts (index: row numbers), one row per segment.

    Raises ``InputError`` by row where segments leave a gap or overlap, where the cost falls, and where
    currency or price year are not the same in all rows; a curve of another year than the account is noted.
    """
    rows, _unread = rows_of_table(frame, table, COLUMNS, _REQUIRED)
    units = [price_unit(row) for row in rows]
    years = [row.year() for row in rows]
    for row, unit, when in zip(rows, units, years):
        if unit[0] != units[0][0] or when != years[0]:
            raise InputError(
                "Table “{table}”, row {row}: the segments of the curve are in different currencies or price "
                "years. Bring them to one.",
                **row.at("unit"),
            )
    made = sorted(
        ((_segment(row, unit[1]), row) for row, unit in zip(rows, units)), key=lambda pair: pair[0].begin
    )
    _refuse_breaks(made)
    if years[0] != year:
        notes.add(
            "curve_of_other_year",
            "MACC is in prices of {price_year}, the account of {year}: it is used as it is, without "
            "conversion to prices of {year}.",
            price_year=years[0],
            year=year,
        )
    source = "; ".join(dict.fromkeys(row.text("source") for row in rows if row.text("source")))
    return AbatementCurve(tuple(segment for segment, _ in made), units[0][0], years[0], source)


def _segment(row: Row, per_tco2: float) -> Segment:
    numbers = [row.number(name) for name in _REQUIRED[:4]]
    for name, number in zip(_REQUIRED, numbers):
        if math.isnan(number):
            row.required(name)
    if not 0.0 <= numbers[0] < numbers[1]:
        raise InputError(
            "Table “{table}”, row {row}, column “{column}”: a segment begins at 0 or above and ends higher.",
            **row.at("to_tco2e"),
        )
    return Segment(numbers[0], numbers[1], numbers[2] * per_tco2, numbers[3] * per_tco2)


def _refuse_breaks(made: Sequence[tuple[Segment, Row]]) -> None:
    end, cost = 0.0, -math.inf
    for segment, row in made:
        if abs(segment.begin - end) > _SAME * max(end, 1.0):
            raise InputError(
                "Table “{table}”, row {row}, column “{column}”: the segment begins at {value}, the one "
                "before ends at {end:.10g}. Segments follow each other from 0 on.",
                **row.at("from_tco2e"),
                end=end,
            )
        if segment.cost_begin < cost or segment.cost_end < segment.cost_begin:
            raise InputError(
                "Table “{table}”, row {row}, column “{column}”: the marginal cost falls there. The curve "
                "lists the cheapest tonnes first.",
                **row.at("cost_from"),
            )
        end, cost = segment.end, segment.cost_end
