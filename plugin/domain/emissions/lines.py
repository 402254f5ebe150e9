# SPDX-License-Identifier: GPL-2.0-or-later
"""Lines of an inventory: what one row of a table emits, and what its interval depends on."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import pandas as pd

from .measures import CH4, CH4_FOSSIL, CO2, CO2E, N2O

#: Scopes that enter the total; scope 3 is kept beside it.
COUNTED = (1, 2)


@dataclass(frozen=True)
class Part:
    """What a line owes to one draw, a factor or an amount (t CO2e).

    ``down`` is how much less it emits at the lower end of the draw, ``up`` how much more at the upper one;
    below 0 where less of the draw emits more, as with the rate at which old waste decays.
    """

    draw: str
    down: float
    up: float


@dataclass(frozen=True)
class Line:
    """What one row emits: tonnes of its gas and t CO2e; NaN in ``mass_t`` where nothing is computed.

    ``activity`` is in base units (electricity in kWh), ``amount`` in the unit of measure of the table;
    ``deposit_year`` is that of waste in a landfill (0: none), ``stated_co2_t`` the CO2 that a register
    states beside its CO2e.
    """

    row: int
    unit: str
    sector: str
    item: str
    name: str
    scope: int
    activity: float
    activity_unit: str
    carrier: str
    factor_id: str
    gas: str
    mass_t: float
    emission_tco2e: float
    parts: tuple[Part, ...]
    interval_known: bool
    grade: str
    weak: bool
    source: str
    split: float = 1.0
    split_source: str = ""
    amount: float = math.nan
    amount_unit: str = ""
    enterprise: str = ""
    contains: tuple[str, ...] = ()
    taken_tco2e: float = 0.0
    reason: str = ""
    deposit_year: int = 0
    stated_co2_t: float = math.nan

    @property
    def co2_t(self) -> float:
        """CO2 alone: 0 of other gases, NaN where CO2e is not told apart or nothing is computed."""
        if not math.isnan(self.stated_co2_t):
            return self.stated_co2_t
        return {CO2: self.mass_t, CO2E: math.nan, "": math.nan}.get(self.gas, 0.0)

    @property
    def ch4_t(self) -> float:
        """Methane; NaN where the line has none of its own."""
        return self.mass_t if self.gas in (CH4, CH4_FOSSIL) else math.nan

    @property
    def n2o_t(self) -> float:
        """Nitrous oxide; NaN where the line has none of its own."""
        return self.mass_t if self.gas == N2O else math.nan

    @property
    def counted(self) -> bool:
        """Whether the line enters the total."""
        return not self.reason and self.scope in COUNTED

    def scaled(self, share: float) -> Line:
        """The line with a share of its emission; its activity stays."""
        parts = tuple(Part(part.draw, part.down * share, part.up * share) for part in self.parts)
        return replace(
            self,
            mass_t=self.mass_t * share,
            emission_tco2e=self.emission_tco2e * share,
            parts=parts,
            stated_co2_t=self.stated_co2_t * share,
        )


@dataclass(frozen=True)
class Total:
    """A sum with its 95 % bounds; NaN where no part has an interval."""

    value: float
    low: float
    high: float


def total_of(lines: Sequence[Line]) -> Total:
    """Sum of lines in t CO2e. One draw moves all lines that use it; draws are added in quadrature."""
    value = math.fsum(line.emission_tco2e for line in lines)
    draws: dict[str, list[Part]] = {}
    for line in lines:
        for part in line.parts:
            draws.setdefault(part.draw, []).append(part)
    sums = [(math.fsum(p.down for p in parts), math.fsum(p.up for p in parts)) for parts in draws.values()]
    return _around(value, sums)


def _around(value: float, widths: Sequence[tuple[float, float]]) -> Total:
    """A value with half-widths of independent draws added in quadrature (IPCC 2006 Vol. 1, eq. 3.2)."""
    if not widths:
        return Total(value, math.nan, math.nan)
    sides = zip(*(_below_and_above(*width) for width in widths))
    down, up = (math.sqrt(math.fsum(width * width for width in side)) for side in sides)
    return Total(value, value - down, value + up)


def _below_and_above(down: float, up: float) -> tuple[float, float]:
    """Half-widths on either side of a value; a draw whose lower end emits more turns them round."""
    return max(down, -up, 0.0), max(up, -down, 0.0)


def co2_total_of(lines: Sequence[Line]) -> Total:
    """Sum of the CO2 of lines; lines of CO2e that is not told apart are left out.

    CO2 that is stated beside CO2e has no interval of its own: the bounds are those of the others.
    """
    alone = total_of([line for line in lines if line.gas == CO2])
    beside = math.fsum(line.stated_co2_t for line in lines if not math.isnan(line.stated_co2_t))
    return Total(alone.value + beside, alone.low + beside, alone.high + beside)


def frame_of(lines: Sequence[Line], year: int) -> pd.DataFrame:
    """Lines as a table with the columns of the inventory."""
    rows = []
    for line in lines:
        total = _around(line.emission_tco2e, [(part.down, part.up) for part in line.parts])
        # Methane has no CO2 for certain; CO2 that is stated beside CO2e has no interval of its own.
        bound = math.nan if line.gas == CO2E else line.co2_t
        co2 = total if line.gas == CO2 else Total(line.co2_t, bound, bound)
        rows.append(
            {
                "unit": line.unit,
                "year": year,
                "sector": line.sector,
                "item": line.item,
                "name": line.name or None,
                "scope": str(line.scope),
                "activity": line.amount,
                "activity_unit": line.amount_unit or None,
                "carrier": line.carrier or None,
                "factor_id": line.factor_id or None,
                "co2_t": co2.value,
                "co2_t_low": co2.low,
                "co2_t_high": co2.high,
                "ch4_t": line.ch4_t,
                "n2o_t": line.n2o_t,
                "emission_tco2e": line.emission_tco2e,
                "emission_tco2e_low": total.low,
                "emission_tco2e_high": total.high,
                "split": line.split if line.split_source else math.nan,
                "split_source": line.split_source or None,
                "deposit_year": line.deposit_year or None,
                "enterprise_id": line.enterprise or None,
                "registered_tco2e": line.taken_tco2e or math.nan,
                "grade": line.grade or None,
                "source": line.source or None,
                "row": line.row,
                "reason": line.reason or None,
            }
        )
    return pd.DataFrame(rows, columns=list(COLUMNS))


COLUMNS = (
    *("unit", "year", "sector", "item", "name", "scope", "activity", "activity_unit", "carrier", "factor_id"),
    *("co2_t", "co2_t_low", "co2_t_high", "ch4_t", "n2o_t"),
    *("emission_tco2e", "emission_tco2e_low", "emission_tco2e_high"),
    *("split", "split_source", "deposit_year", "enterprise_id", "registered_tco2e"),
    *("grade", "source", "row", "reason"),
)
