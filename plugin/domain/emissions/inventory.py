# SPDX-License-Identifier: GPL-2.0-or-later
"""The emission inventory of a year: activities and register together, each ton counted once."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..notes import NoteBook
from ..progress import Progress, silent
from .activity import STEP, ActivityTable
from .basis import Basis
from .contained_sectors import take_off_sectors
from .coupling import Node, net_photovoltaics, nodes_of
from .emit import line_of
from .landfill import take_recovered
from .landfill_remarks import note_landfills
from .lines import Line, Total, co2_total_of, total_of
from .overlap_remarks import note_overlaps
from .register import Register, replace_registered, take_off_contained
from .register_remarks import note_register
from .remarks import note_chosen, note_lines, note_named, note_table, note_weak
from .sectors import Sectors


@dataclass(frozen=True)
class EmissionInventory:
    """All lines, in the order of the tables, with the totals of those that count (scope 1 and 2)."""

    basis: Basis
    lines: tuple[Line, ...]
    nodes: Mapping[str, Node]
    co2: Total
    emission: Total

    @property
    def booked(self) -> list[Line]:
        """Lines of the account, those of scope 3 included."""
        return [line for line in self.lines if not line.reason]

    @property
    def left_out(self) -> list[Line]:
        """Lines that no total holds, each with its reason."""
        return [line for line in self.lines if line.reason]

    def of_scope(self, scope: int) -> float:
        """t CO2e of a scope."""
        return math.fsum(line.emission_tco2e for line in self.booked if line.scope == scope)

    def share(self, lines: Sequence[Line]) -> float:
        """Share of lines in the total; NaN where it is 0."""
        part = math.fsum(line.emission_tco2e for line in lines)
        return part / self.emission.value if self.emission.value else math.nan

    @property
    def isolated(self) -> float:
        """t CO2e of scope 1 and 2 if every system took off the photovoltaics of its unit for itself."""
        return self.emission.value + self._apart

    @property
    def isolated_bias(self) -> float:
        """(isolated − coupled)/coupled of the electricity of all grid nodes; 0 without photovoltaics."""
        coupled = math.fsum(node.coupled_tco2e for node in self.nodes.values())
        return self._apart / coupled if coupled else (math.nan if self.nodes else 0.0)

    @property
    def _apart(self) -> float:
        return math.fsum(node.isolated_tco2e - node.coupled_tco2e for node in self.nodes.values())

    @property
    def weak_share(self) -> float:
        """Share of the total on factors below grade ``secondary``."""
        return self.share([line for line in self.lines if line.counted and line.weak])

    @property
    def no_interval_share(self) -> float:
        """Share of the total on factors without an interval."""
        return self.share([line for line in self.lines if line.counted and not line.interval_known])


def make_inventory(
    activities: ActivityTable,
    basis: Basis,
    sectors: Sectors,
    notes: NoteBook,
    register: Register | None = None,
    progress: Progress = silent,
) -> EmissionInventory:
    """Emissions of the activities of a year (t CO2, t CO2e), registered enterprises by their own figures.

    E = activity · factor · GWP (rice: · days, IPCC 2006 Vol. 4 eq. 5.1; N2O-N: · 44/28, eq. 11.1); trips
    and landfills by ``formulas``.
    Energy used as raw material, input of transformation and fuel of international voyages are left out, and
    rows of a registered enterprise: all of them stay among the lines with their reason. Sums are freed of
    the enterprises and sectors that they contain. Local photovoltaics lower the factor
    of the grid node of their unit once. Raises ``InputError`` by table and row.
    """
    lines, chosen = [], []
    for count, activity in enumerate(activities.rows):
        if count % STEP == 0:
            progress(count / len(activities.rows))
        line, choice = line_of(activity, basis)
        lines.append(line)
        if choice is not None:
            chosen.append((line, choice))
    lines = take_recovered(lines, activities.rows, basis)
    note_table(activities, notes)
    note_chosen(chosen, basis, notes)
    note_named(lines, basis, {line.row for line, _choice in chosen}, notes)
    if register is not None:
        lines = replace_registered(lines, register, activities.table)
        lines = [*take_off_contained(lines, register, activities.table), *register.lines]
        note_register(lines, register, notes)
    lines = take_off_sectors(lines, activities.table)
    nodes = nodes_of(lines)
    lines = net_photovoltaics(lines, nodes)
    counted = [line for line in lines if line.counted]
    made = EmissionInventory(basis, tuple(lines), nodes, co2_total_of(counted), total_of(counted))
    note_weak(made.lines, made.weak_share, notes)
    note_lines(made.lines, nodes, basis.gwp, made.no_interval_share, notes)
    note_overlaps(made.lines, sectors, notes)
    note_landfills(made.lines, basis.year, notes)
    progress(1.0)
    return made
