# SPDX-License-Identifier: GPL-2.0-or-later
"""Entries of a register that are part of others: products of enterprises, enterprises of parks."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace

from ..errors import InputError
from .lines import Line
from .measures import CO2
from .rows import Row


def without_parts(lines: Sequence[Line], rows: Sequence[Row]) -> list[Line]:
    """Lines of a register (one per row) less the emission of the entries that are part of them.

    A part that is in no total (a power plant of a park, flagged as transformation) leaves its whole too.

    Raises ``InputError`` for a whole that the register lacks or that is its own part, and for parts that
    emit more than their whole.
    """
    wholes = {line.enterprise: row.text("part_of") for line, row in zip(lines, rows) if row.text("part_of")}
    _refuse_circles(wholes, lines, rows)
    parts: dict[tuple[str, int], list[Line]] = {}
    for line in lines:
        if line.enterprise in wholes:
            parts.setdefault((wholes[line.enterprise], line.scope), []).append(line)
    return [_less(line, row, parts.get((line.enterprise, line.scope), [])) for line, row in zip(lines, rows)]


def _refuse_circles(wholes: Mapping[str, str], lines: Sequence[Line], rows: Sequence[Row]) -> None:
    known = {line.enterprise for line in lines}
    for line, row in zip(lines, rows):
        seen, name = {line.enterprise}, wholes.get(line.enterprise, "")
        while name:
            if name in seen or name not in known:
                raise InputError(
                    "Table “{table}”, row {row}, column “{column}”: “{whole}” is not in the register of the "
                    "year, or is part of itself. Correct part_of.",
                    **row.at("part_of"),
                    whole=name,
                )
            seen.add(name)
            name = wholes.get(name, "")


def _less(line: Line, row: Row, parts: Sequence[Line]) -> Line:
    if not parts:
        return line
    co2 = math.fsum(part.co2_t for part in parts)
    every = math.fsum(part.emission_tco2e for part in parts)
    # A whole that states CO2 alone holds no more of its parts than their CO2.
    taken = co2 if line.gas == CO2 and not math.isnan(co2) else every
    left = line.emission_tco2e - taken
    if left < 0.0:
        raise InputError(
            "Table “{table}”, row {row}: the entries that are part of “{value}” emit {parts:.10g} t CO2e, "
            "more than its own {whole:.10g} t CO2e. Correct their figures or part_of.",
            **row.at("id"),
            parts=taken,
            whole=line.emission_tco2e,
        )
    return replace(
        line,
        mass_t=left,
        emission_tco2e=left,
        taken_tco2e=taken,
        stated_co2_t=max(0.0, line.stated_co2_t - co2),
    )
