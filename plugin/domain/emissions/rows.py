# SPDX-License-Identifier: GPL-2.0-or-later
"""Cells of a user's table, read with the words that name them in an error: table, row, column, value."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from ..errors import InputError
from ..plausible import CALENDAR_YEARS, LARGEST
from ..total_rows import is_total
from .vocabulary import plain, word_of

#: How the rows of a yearbook begin that are part of the row above.
_OF_WHICH = ("其中", "of which")


@dataclass(frozen=True)
class Row:
    """One row of a table: ``cells`` and ``names`` (the table's own names) by column."""

    table: str
    line: int
    cells: Mapping[str, str]
    names: Mapping[str, str]

    def text(self, column: str) -> str:
        """The text of a cell; empty where the column is missing."""
        return self.cells.get(column, "")

    def at(self, column: str) -> dict[str, object]:
        """The words of an error about a cell."""
        name = self.names.get(column, column)
        return {"table": self.table, "row": self.line, "column": name, "value": self.text(column)}

    def required(self, column: str) -> str:
        """The text of a cell that may not be empty."""
        if not self.text(column):
            raise InputError("Table “{table}”, row {row}: column “{column}” is empty.", **self.at(column))
        return self.text(column)

    def unit(self) -> str:
        """The statistical unit of the row; ``InputError`` for the total row of a yearbook."""
        unit = self.required("unit")
        self.refuse_part("unit")
        self.refuse_total("unit")
        return unit

    def refuse_total(self, column: str) -> None:
        """Raise ``InputError`` for a row that adds up the others, by its name in a column."""
        if is_total(self.text(column)):
            raise InputError(
                "Table “{table}”, row {row}, column “{column}”: “{value}” is the total of other rows and "
                "would count them twice. Delete the row, or name the unit that it is of.",
                **self.at(column),
            )

    def refuse_part(self, column: str) -> None:
        """Raise ``InputError`` for a row “of which” (其中) of a yearbook, which another row holds already."""
        if plain(self.text(column)).startswith(_OF_WHICH):
            raise InputError(
                "Table “{table}”, row {row}, column “{column}”: “{value}” is part of another row and would "
                "count twice. Delete the row, or the one that holds it.",
                **self.at(column),
            )

    def number(self, column: str) -> float:
        """A cell as a number; NaN where it is empty."""
        text = self.text(column)
        if not text:
            return math.nan
        try:
            value = float(text)
        except ValueError:
            value = math.nan
        # float() also takes "1_000", "nan" and "inf".
        if not abs(value) < LARGEST or "_" in text:
            raise InputError(
                "Table “{table}”, row {row}, column “{column}”: “{value}” is no number. Write a decimal "
                "point and no thousands separators, such as 1234.5.",
                **self.at(column),
            )
        return value

    def amount(self, column: str) -> float:
        """A number that is not below 0; NaN where it is empty."""
        value = self.number(column)
        if value < 0:
            raise InputError(
                "Table “{table}”, row {row}, column “{column}”: {value} is below 0. Amounts and factors of "
                "emissions are positive; removals belong to the sink account.",
                **self.at(column),
            )
        return value

    def share(self, column: str) -> float:
        """A number from 0 to 1; NaN where it is empty."""
        value = self.number(column)
        if value < 0 or value > 1:
            raise InputError(
                "Table “{table}”, row {row}, column “{column}”: {value} is no share. Write shares from 0 to "
                "1 (30 % is 0.3).",
                **self.at(column),
            )
        return value

    def year(self, column: str = "year") -> int:
        """A calendar year, written 2022 or 2022年."""
        figures = re.sub("年度?$", "", self.required(column)).strip()
        value = float(figures) if re.fullmatch(r"\d{4}(\.0+)?", figures) else math.nan
        if not value.is_integer() or not CALENDAR_YEARS[0] <= value <= CALENDAR_YEARS[1]:
            raise InputError(
                "Table “{table}”, row {row}, column “{column}”: “{value}” is no calendar year.",
                **self.at(column),
            )
        return int(value)

    def word(self, column: str, words: Mapping[str, tuple[str, ...]]) -> str:
        """A word of a closed list."""
        found = word_of(self.text(column), words)
        if found is None:
            raise InputError(
                "Table “{table}”, row {row}, column “{column}”: “{value}” is not known. Use one of {known}.",
                **self.at(column),
                known=", ".join(words),
            )
        return found

    def bounds(self, low: str, high: str, value: float) -> tuple[float, float]:
        """An interval around a value, both ends or none; NaN where there is none."""
        ends = self.amount(low), self.amount(high)
        if math.isnan(ends[0]) and math.isnan(ends[1]):
            return ends
        if not ends[0] <= value <= ends[1]:
            raise InputError(
                "Table “{table}”, row {row}, column “{column}”: give both bounds of the 95 % interval, with "
                "the value {figure:.10g} between them.",
                **self.at(low),
                figure=value,
            )
        return ends


def rows_of_table(
    frame: pd.DataFrame, table: str, columns: Mapping[str, tuple[str, ...]], required: tuple[str, ...]
) -> tuple[list[Row], list[str]]:
    """The rows of a table of texts whose index holds its row numbers, and its columns that nothing reads.

    Columns are found by their name or another name for it. Raises ``InputError`` for an empty table, a
    missing or a doubled column.
    """
    names: dict[str, str] = {}
    for given in frame.columns:
        found = word_of(str(given), columns)
        if found is None:
            continue
        if found in names:
            raise InputError(
                "Table “{table}”: columns “{first}” and “{second}” both mean “{column}”. Keep one of them.",
                table=table,
                first=names[found],
                second=given,
                column=found,
            )
        names[found] = str(given)
    missing = [name for name in required if name not in names]
    if missing or frame.empty:
        raise InputError(
            "Table “{table}” has no rows, or lacks the columns {columns}. It has: {found}.",
            table=table,
            columns=", ".join(missing) or "–",
            found=", ".join(map(str, frame.columns)),
        )
    read = frame[list(names.values())].to_numpy(dtype=object)
    lines = [int(line) for line in frame.index]
    rows = [
        Row(table, line, {name: str(cell).strip() for name, cell in zip(names, cells)}, names)
        for line, cells in zip(lines, read)
    ]
    return rows, [str(given) for given in frame.columns if str(given) not in names.values() and plain(given)]
