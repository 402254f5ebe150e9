# SPDX-License-Identifier: GPL-2.0-or-later
"""Sums of a sector that hold another one (ports in transport, fishery in farming): counted once."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from ..errors import InputError
from .lines import Line

#: How the column ``contains`` names a sector, apart from ids of enterprises.
SECTOR = "sector:"


def take_off_sectors(lines: Sequence[Line], table: str) -> list[Line]:
    """Lines less the rows of the sectors that their statistic contains (``contains``: ``sector:marine``).

    Taken off are the counted rows of that sector in the same unit, scope and carrier (all carriers where
    the sum names none), in proportion where several sums contain it; from a sum that contains another one
    of these, they leave with that one. Their kWh leave the demand of the sum. Raises ``InputError`` where
    less is left than nothing, and for sectors that contain themselves.
    """
    _refuse_circles(lines, table)
    holders = [n for n, line in enumerate(lines) if line.counted and _sectors_of(line)]
    taken = dict.fromkeys(holders, 0.0)
    amounts = dict.fromkeys(holders, 0.0)
    places: dict[tuple[str, int], list[int]] = {}
    for number in holders:
        places.setdefault((lines[number].unit, lines[number].scope), []).append(number)
    for inner in lines:
        near = places.get((inner.unit, inner.scope), []) if inner.counted else []
        sums = _innermost([number for number in near if _holds(lines[number], inner)], lines)
        whole = math.fsum(lines[number].emission_tco2e for number in sums)
        for number in sums:
            share = lines[number].emission_tco2e / whole if whole else 1.0 / len(sums)
            taken[number] += inner.emission_tco2e * share
            if lines[number].activity_unit == inner.activity_unit:
                amounts[number] += inner.activity * share
    made = list(lines)
    for number in holders:
        made[number] = _less(lines[number], taken[number], amounts[number], table)
    return made


def _sectors_of(line: Line) -> list[str]:
    return [name[len(SECTOR) :] for name in line.contains if name.startswith(SECTOR)]


def _refuse_circles(lines: Sequence[Line], table: str) -> None:
    inside: dict[str, set[str]] = {}
    for line in lines:
        inside.setdefault(line.sector, set()).update(_sectors_of(line))
    for line in lines:
        found = set(_sectors_of(line))
        while more := {deeper for name in found for deeper in inside.get(name, ())} - found:
            found |= more
        if line.sector in found:
            raise InputError(
                "Table “{table}”, row {row}: sector “{sector}” contains itself. Name in contains only the "
                "sectors that the statistic holds beside its own.",
                table=table,
                row=line.row,
                sector=line.sector,
            )


def _holds(line: Line, inner: Line) -> bool:
    known = inner.enterprise and inner.enterprise in line.contains
    return inner.sector in _sectors_of(line) and line.carrier in ("", inner.carrier) and not known


def _innermost(sums: Sequence[int], lines: Sequence[Line]) -> list[int]:
    """Sums that contain no other one of them."""
    return [n for n in sums if not any(_holds(lines[n], lines[other]) for other in sums)]


def _less(line: Line, amount: float, activity: float, table: str) -> Line:
    if amount > line.emission_tco2e * (1.0 + 1e-9):
        raise InputError(
            "Table “{table}”, row {row}: it emits {emission:.10g} t CO2e, but the rows of the sectors that "
            "it contains emit {inner:.10g} t CO2e. Correct the rows, or the column contains.",
            table=table,
            row=line.row,
            emission=line.emission_tco2e,
            inner=amount,
        )
    share = max(0.0, 1.0 - amount / line.emission_tco2e) if line.emission_tco2e else 1.0
    # What is left is no surer than the sum: its half-widths stay.
    return replace(
        line.scaled(share),
        parts=line.parts,
        taken_tco2e=line.taken_tco2e + amount,
        activity=max(0.0, line.activity - activity),
    )
