# SPDX-License-Identifier: GPL-2.0-or-later
"""One row of the table of targets: figures, units, direction and kind, or what is wrong with them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..errors import InputError
from ..factors.problems import Problem
from .figures import (
    AMBIGUOUS,
    EQUAL,
    FORMULA,
    OTHER,
    NotReadableError,
    Unit,
    known_units,
    read_direction,
    read_figure,
    unit_of,
)
from .indicators import ADVISORY, BINDING, EXPECTED, Indicator, find_indicator

#: Columns with figures.
VALUES = ("target", "table_value", "text_value")
_BINDING_WORDS = {
    **dict.fromkeys(("binding", "yes", "true", "1", "是", "约束性", "约束", "约"), BINDING),
    **dict.fromkeys(("expected", "no", "false", "0", "否", "预期性", "预期", "预"), EXPECTED),
    **dict.fromkeys(("advisory", "建议性", "建议", "建"), ADVISORY),
}


@dataclass(frozen=True)
class Target:
    """One row of the table of targets; values are in base units (ha, %, m² a head …), NaN where blank.

    ``unit`` is the unit in which the row is written and the result is printed; ``unit_name``
    the town that it holds for ("" = the whole plan); ``row`` its line in the table.
    """

    indicator: Indicator
    direction: str
    target: float
    unit: Unit
    binding: str
    table_value: float
    text_value: float
    unit_name: str
    row: int


def read_row(
    line: int, row: dict[str, str], unit_names: Sequence[str], problems: list[Problem]
) -> Target | None:
    """The target of a row (text by column), or None with what is wrong added to ``problems``."""
    if not row["indicator"]:
        problems.append(Problem(line, "indicator", "the cell is empty."))
        return None
    before = len(problems)
    indicator = find_indicator(row["indicator"]) or _stated_only(row["indicator"])
    if row["unit_name"] and row["unit_name"] not in unit_names:
        problems.append(
            Problem(
                line,
                "unit_name",
                "“{value}” is none of the statistical units: {known}.",
                {"value": row["unit_name"], "known": ", ".join(unit_names) or "–"},
            )
        )
    figures = {name: _figure(line, name, row[name], problems) for name in VALUES}
    unit = _unit(line, row["unit"], [text for _, _, text in figures.values() if text], indicator, problems)
    direction = _direction(line, row["direction"], figures["target"][0], indicator, problems)
    binding = _binding(line, row["binding"], indicator, problems)
    if len(problems) > before or unit is None:
        return None
    problems += _negative(line, figures, unit)
    values = {name: unit.to_base(value) for name, (_, value, _) in figures.items()}
    return Target(
        indicator=indicator,
        direction=direction,
        unit=unit,
        binding=binding,
        unit_name=row["unit_name"],
        row=line,
        **values,
    )


def _figure(line: int, column: str, cell: str, problems: list[Problem]) -> tuple[str, float, str]:
    if cell in ("", "-", "—", "–", "/"):
        return "", math.nan, ""
    try:
        return read_figure(cell)
    except NotReadableError as error:
        problems.append(_not_readable(line, column, cell, error.reason))
        return "", math.nan, ""


def _negative(line: int, figures: dict[str, tuple[str, float, str]], unit: Unit) -> list[Problem]:
    if unit.dimension == OTHER:
        return []
    return [
        Problem(line, name, "{value} is negative.", {"value": value})
        for name, (_, value, _) in figures.items()
        if value < 0.0
    ]


def _not_readable(line: int, column: str, cell: str, reason: str) -> Problem:
    if reason == FORMULA:
        return Problem(
            line,
            column,
            "“{value}” is a formula, not its result; save the table with values.",
            {"value": cell},
        )
    if reason == AMBIGUOUS:
        return Problem(
            line,
            column,
            "“{value}” may mean thousands or a decimal comma; write it with a point or without a sign.",
            {"value": cell},
        )
    return Problem(line, column, "“{value}” is no number.", {"value": cell})


def _unit(
    line: int, cell: str, beside: Sequence[str], indicator: Indicator, problems: list[Problem]
) -> Unit | None:
    """The unit of the column, else the one written beside a figure, else the indicator's own."""
    texts = [cell] if cell else []
    texts += [text for text in beside if text not in texts]
    units = [unit_of(text, indicator.dimension) for text in texts]
    for text, unit in zip(texts, units):
        if unit is None or unit.dimension != indicator.dimension:
            problems.append(
                Problem(
                    line,
                    "unit",
                    "“{value}” is no unit of {indicator}; known are {known}.",
                    {
                        "value": text,
                        "indicator": indicator.name_en,
                        "known": ", ".join(known_units(indicator.dimension)),
                    },
                )
            )
            return None
    if len({unit.name for unit in units if unit}) > 1:
        problems.append(
            Problem(line, "unit", "the row uses several units: {units}.", {"units": ", ".join(texts)})
        )
        return None
    return units[0] if units else indicator.unit


def _direction(line: int, cell: str, beside: str, indicator: Indicator, problems: list[Problem]) -> str:
    written = read_direction(cell) if cell else None
    if cell and written is None:
        problems.append(
            Problem(line, "direction", "“{value}” is no direction; write ≥, ≤ or =.", {"value": cell})
        )
    elif written and beside and written != beside:
        problems.append(
            Problem(line, "direction", "“{value}” contradicts the sign before the target.", {"value": cell})
        )
    direction = written or beside or indicator.direction
    if not direction:
        problems.append(
            Problem(
                line,
                "direction",
                "{indicator} has no usual direction; write ≥, ≤ or =.",
                {"indicator": indicator.name_en},
            )
        )
    return direction or EQUAL


def _binding(line: int, cell: str, indicator: Indicator, problems: list[Problem]) -> str:
    if not cell:
        return indicator.binding
    word = _BINDING_WORDS.get(cell.lower())
    if word is None:
        problems.append(
            Problem(
                line,
                "binding",
                "“{value}” is unknown; write binding (约束性), expected (预期性) or advisory (建议性).",
                {"value": cell},
            )
        )
    return word or indicator.binding


def _stated_only(name: str) -> Indicator:
    """An indicator that the shipped table does not know: its stated value can be judged, nothing else."""
    blank = find_indicator("commute")
    if blank is None:
        raise InputError("The shipped table of indicators is damaged; reinstall the plugin.")
    return replace(
        blank,
        id=name,
        number="",
        name_zh=name,
        name_en=name,
        aliases=(),
        dimension=OTHER,
        unit=Unit("", OTHER, 1.0),
        binding=BINDING,
        verified="",
    )
