# SPDX-License-Identifier: GPL-2.0-or-later
"""Systems and carriers of one territory: electricity and local photovoltaics counted once (methods.md m)."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from .library import LOCAL_PV
from .lines import Line
from .measures import ELECTRICITY as KWH

MATRIX_COLUMNS = (
    *("unit", "system", "carrier", "scope", "amount", "amount_unit", "co2_t", "emission_tco2e"),
    *("isolated_tco2e", "bias_percent"),
)


@dataclass(frozen=True)
class Node:
    """The grid node of a unit: demand and local photovoltaics (kWh), and emissions (t CO2e).

    ``gross_tco2e`` is what the demand would emit without photovoltaics, ``isolated_tco2e`` what the
    systems would state together if each took off the same photovoltaics for itself.
    """

    demand_kwh: float
    pv_kwh: float
    gross_tco2e: float
    isolated_tco2e: float

    @property
    def share(self) -> float:
        """Share of the demand that the grid supplies: max(0, D − PV)/D."""
        return grid_share(self.demand_kwh, self.pv_kwh)

    @property
    def coupled_tco2e(self) -> float:
        """Emission with photovoltaics netted once, on the grid node."""
        return self.gross_tco2e * self.share

    @property
    def bias(self) -> float:
        """(isolated − coupled)/coupled of isolated accounting; NaN where the grid supplies nothing."""
        coupled = self.coupled_tco2e
        return (self.isolated_tco2e - coupled) / coupled if coupled else math.nan


def grid_share(demand: float, pv: float) -> float:
    """max(0, D − PV)/D; 1 without a demand. EF_grid = EF_th · this share."""
    return max(0.0, demand - pv) / demand if demand > 0 else 1.0


def nodes_of(lines: Sequence[Line]) -> Mapping[str, Node]:
    """The grid node of every unit that has local photovoltaics."""
    of_unit: dict[str, list[Line]] = {}
    for line in lines:
        if line.reason == LOCAL_PV or _is_demand(line):
            of_unit.setdefault(line.unit, []).append(line)
    return {
        unit: _node(found)
        for unit, found in sorted(of_unit.items())
        if any(line.reason == LOCAL_PV for line in found)
    }


def _node(lines: Sequence[Line]) -> Node:
    users = [line for line in lines if _is_demand(line)]
    pv = math.fsum(line.activity for line in lines if line.reason == LOCAL_PV)
    demand = math.fsum(line.activity for line in users)
    isolated = math.fsum(
        _emission(of_system) * grid_share(math.fsum(line.activity for line in of_system), pv)
        for of_system in _by_system(users).values()
    )
    return Node(demand, pv, _emission(users), isolated)


def _is_demand(line: Line) -> bool:
    return line.counted and line.scope == 2 and line.activity_unit == KWH


def _emission(lines: Sequence[Line]) -> float:
    return math.fsum(line.emission_tco2e for line in lines)


def _by_system(lines: Sequence[Line]) -> dict[str, list[Line]]:
    systems: dict[str, list[Line]] = {}
    for line in lines:
        systems.setdefault(line.sector, []).append(line)
    return systems


def net_photovoltaics(lines: Sequence[Line], nodes: Mapping[str, Node]) -> list[Line]:
    """Lines with the electricity of each unit at the factor of its grid node."""
    return [
        line.scaled(nodes[line.unit].share) if line.unit in nodes and _is_demand(line) else line
        for line in lines
    ]


def matrix_of(lines: Sequence[Line], nodes: Mapping[str, Node]) -> pd.DataFrame:
    """System × carrier of the counted lines (netted) and of photovoltaics, one row per cell that is used.

    ``isolated_tco2e``: what the cell would be if its system took off all photovoltaics of the unit;
    ``bias_percent``: (isolated − coupled)/coupled.
    """
    cells: dict[tuple[str, str, str, str, str], list[Line]] = {}
    demands: dict[tuple[str, str], list[float]] = {}
    for line in lines:
        if _is_demand(line):
            demands.setdefault((line.unit, line.sector), []).append(line.activity)
        if line.counted or line.reason == LOCAL_PV:
            carrier = line.carrier or ("electricity" if line.activity_unit == KWH else "none")
            key = (line.unit, line.sector, carrier, str(line.scope), line.activity_unit)
            cells.setdefault(key, []).append(line)
    rows = []
    for key in sorted(cells):
        unit, system, carrier, scope, measure = key
        of_cell = cells[key]
        users = [line for line in of_cell if _is_demand(line)]
        emission = _emission([line for line in of_cell if line.counted])
        isolated = emission
        node = nodes.get(unit)
        if users and node is not None and node.share > 0:
            isolated = emission / node.share * grid_share(math.fsum(demands[unit, system]), node.pv_kwh)
        rows.append(
            (
                *(unit, system, carrier, scope),
                math.fsum(line.activity for line in of_cell),
                measure or None,
                _co2(of_cell),
                emission,
                isolated,
                100.0 * (isolated - emission) / emission if emission else math.nan,
            )
        )
    return pd.DataFrame(rows, columns=list(MATRIX_COLUMNS))


def _co2(lines: Sequence[Line]) -> float:
    known = [line.co2_t for line in lines if line.counted and not math.isnan(line.co2_t)]
    counted = any(line.counted for line in lines)
    return math.fsum(known) if known or not counted else math.nan
