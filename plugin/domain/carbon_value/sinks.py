# SPDX-License-Identifier: GPL-2.0-or-later
"""Physical, inventory and tradable sink of every unit, side by side.

- physical: what the ecosystems of the unit remove by themselves (removal, t CO2e/a); its net flow is
  removal − emission;
- inventory: the net flow on managed land, which alone counts in a national inventory (IPCC 2006
  Guidelines, Vol. 4, Ch. 1: the managed land proxy);
- tradable: certified tonnes of additional projects, less leakage and buffer, less what is sold.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from ..errors import InputError
from ..notes import NoteBook
from ..progress import Progress, silent
from .figures import Figure
from .projects import Credits

REMOVAL, EMISSION = "baseline/removal", "baseline/emission"
MEASURE = "t CO2e/a"
#: A total and two parts.
_FEWEST = 3


@dataclass(frozen=True)
class Flow:
    """Removal of a unit in a year and what is left of it after its emission (t CO2e/a)."""

    unit: str
    removal: Figure
    net_removal: Figure

    @classmethod
    def of(cls, unit: str, removal: Figure, emission: Figure) -> Flow:
        """The flow of a removal and an emission, both positive."""
        return cls(unit, removal, removal.minus(emission))


@dataclass(frozen=True)
class Sinks:
    """The sinks of a unit (t CO2e/a); the inventory sink is unknown without a share of managed land."""

    unit: str
    physical: Figure
    net_removal: Figure
    inventory: Figure
    credits: Credits

    @property
    def tradable(self) -> Figure:
        """Certified tonnes are counted: they have no interval of their own."""
        return Figure.exact(self.credits.tradable)


def flows_of(
    entries: pd.DataFrame,
    year: int,
    parents: Mapping[str, str],
    place: str,
    notes: NoteBook,
    progress: Progress = silent,
) -> list[Flow]:
    """The flows of a year from entries of an account, by unit in order.

    A unit whose parts are all there is left out: it would count them twice. Raises ``InputError``
    where the account has no removal in that year, or a flow twice or in another unit of measure.
    """
    own = entries[entries["item"].isin((REMOVAL, EMISSION))]
    of_year = own[own["year"] == year]
    _refuse_unlike(of_year, place)
    removals = _by_unit(of_year, REMOVAL)
    if not removals:
        raise InputError(
            "“{place}” has no removal (item baseline/removal) in {year}; it has the years {years}. Post a "
            "“Sink baseline” of {year}, or choose another YEAR.",
            place=place,
            year=year,
            years=", ".join(map(str, sorted(set(own["year"])))) or "–",
        )
    emissions = _by_unit(of_year, EMISSION)
    units = {*removals, *emissions}
    kept = smallest_units(units, parents)
    sums = sorted(units - set(kept))
    if sums:
        notes.add(
            "units_of_units",
            "{count} units are made up of others in the account, or are part of one: their tonnes count "
            "once.",
            count=len(sums),
            ids=sums,
            warning=False,
        )
    unknown, flows = Figure(math.nan), []
    for number, unit in enumerate(kept):
        progress(number / len(kept))
        flows.append(Flow.of(unit, removals.get(unit, unknown), emissions.get(unit, unknown)))
    _note_flows(flows, year, notes)
    return flows


def _note_flows(flows: Sequence[Flow], year: int, notes: NoteBook) -> None:
    _note_sum(flows, notes)
    unknown = [flow.unit for flow in flows if not flow.net_removal.is_known]
    if unknown:
        notes.add(
            "net_flow_unknown",
            "{count} units have no removal or no emission in {year}: their net flow is NULL, not 0, and in "
            "no value.",
            count=len(unknown),
            ids=unknown,
            year=year,
        )
    sources = [flow.unit for flow in flows if flow.net_removal.value < 0.0]
    if sources:
        notes.add(
            "net_source",
            "The land of {count} units emits more than it removes: its net flow counts as a cost, without "
            "buffer and leakage.",
            count=len(sources),
            ids=sources,
        )


def _note_sum(flows: Sequence[Flow], notes: NoteBook) -> None:
    """A unit that removes what all others do together: the line of a county beside its towns."""
    known = [flow for flow in flows if flow.removal.value > 0.0]
    if len(known) < _FEWEST:
        return
    largest = max(known, key=lambda flow: flow.removal.value)
    others = math.fsum(flow.removal.value for flow in known if flow is not largest)
    if math.isclose(largest.removal.value, others, rel_tol=1e-9):
        notes.add(
            "unit_is_sum",
            "Unit “{unit}” removes just what all others do together. If it is their total, leave it out, or "
            "post the account with its units to a book: no ground may count twice.",
            ids=[largest.unit],
            unit=largest.unit,
        )


def _refuse_unlike(flows: pd.DataFrame, place: str) -> None:
    wrong = flows[(flows["measure"] != MEASURE) | flows.duplicated(["unit", "item"], keep=False)]
    if len(wrong):
        first = wrong.iloc[0]
        raise InputError(
            "“{place}”, unit “{unit}”: {item} is in {measure}, or occurs twice. Give one entry per unit and "
            "item, in {wanted}.",
            place=place,
            unit=first["unit"],
            item=first["item"],
            measure=first["measure"],
            wanted=MEASURE,
        )


def _by_unit(entries: pd.DataFrame, item: str) -> dict[str, Figure]:
    own = entries[entries["item"] == item]
    columns = (own[name].tolist() for name in ("unit", "value", "low", "high"))
    return {str(unit): Figure(value, low, high) for unit, value, low, high in zip(*columns)}


def smallest_units(units: Collection[str], parents: Mapping[str, str]) -> list[str]:
    """The smallest units that make up all of ``units`` without counting any ground twice.

    A unit gives way to its parts where all of them are there, and stands for them where one is missing.
    """
    parts: dict[str, list[str]] = {}
    for unit, parent in parents.items():
        parts.setdefault(parent, []).append(unit)

    def is_covered(unit: str) -> bool:
        return unit in units or _all_parts(unit)

    def _all_parts(unit: str) -> bool:
        return unit in parts and all(is_covered(part) for part in parts[unit])

    def pick(unit: str) -> list[str]:
        if unit in units and not _all_parts(unit):
            return [unit]
        return [found for part in parts.get(unit, ()) for found in pick(part)]

    tops = {unit for unit in (*units, *parts) if unit not in parents}
    return sorted(found for top in tops for found in pick(top))


def sinks_of(
    flows: Sequence[Flow], credits: Mapping[str, Credits], managed_percent: float | None, notes: NoteBook
) -> list[Sinks]:
    """The three sinks of every unit; ``managed_percent`` is the share of the net flow on managed land.

    Raises ``InputError`` for projects in units that the account does not have.
    """
    strangers = sorted(set(credits) - {flow.unit for flow in flows})
    if strangers:
        raise InputError(
            "PROJECTS has certified tonnes in unit “{unit}”, which is none of the units valued ({count} in "
            "all). Name units as the account does: {units}.",
            unit=strangers[0],
            count=len(strangers),
            units=", ".join(flow.unit for flow in flows[:20]),
        )
    if managed_percent is None:
        notes.add(
            "no_managed_share",
            "The inventory sink is NULL: which share of the net flow lies on managed land is not known. Give "
            "MANAGED_PERCENT from the land survey.",
        )
    share = math.nan if managed_percent is None else managed_percent / 100.0
    made = [
        Sinks(
            flow.unit,
            flow.removal,
            flow.net_removal,
            flow.net_removal.by(lambda tonnes: tonnes * share),
            credits.get(flow.unit, Credits()),
        )
        for flow in flows
    ]
    _note_credits(made, notes)
    return made


def _note_credits(sinks: Sequence[Sinks], notes: NoteBook) -> None:
    if not any(row.credits.certified for row in sinks):
        notes.add(
            "nothing_tradable",
            "There is no certified project: the tradable sink is 0, however large the physical one is.",
            warning=False,
        )
    above = [row.unit for row in sinks if row.credits.certified > row.physical.value]
    if above:
        notes.add(
            "certified_above_physical",
            "In {count} units more tonnes are certified than the land removes in the account: check the "
            "projects, or the baseline.",
            count=len(above),
            ids=above,
        )
