# SPDX-License-Identifier: GPL-2.0-or-later
"""What an inventory notes about landfills: the years of waste that their methane rests on."""

from __future__ import annotations

from collections.abc import Container, Sequence

from ..notes import NoteBook
from .lines import Line
from .remarks import rows_in, sum_of
from .vocabulary import LANDFILL

#: Beginning of library factors that book the methane of waste in its year.
_AT_ONCE = "W-LANDFILL"
#: Years of deposits that the guidelines ask for (IPCC 2006 Vol. 5, ch. 3, section 3.2.1).
YEARS_ASKED = 50


def note_landfills(lines: Sequence[Line], year: int, notes: NoteBook) -> None:
    """The deposits of each landfill, and which years are missing."""
    sites: dict[tuple[str, str], list[Line]] = {}
    for line in lines:
        if line.deposit_year:
            sites.setdefault((line.unit, line.item), []).append(line)
    for (unit, item), deposits in sorted(sites.items()):
        years = {line.deposit_year for line in deposits}
        first = min(years)
        gaps = [str(other) for other in range(first, year) if other not in years]
        notes.add(
            "landfill_years",
            "Unit “{unit}”, landfill “{item}”: {count} rows of waste since {first}; years without a row: "
            "{gaps}. Waste of earlier or missing years is not in the figure; the guidelines ask for {asked} "
            "years of deposits.",
            count=len(deposits),
            ids=rows_in(deposits),
            warning=bool(gaps) or year - first < YEARS_ASKED,
            unit=unit,
            item=item,
            first=first,
            gaps=", ".join(gaps) or "–",
            asked=YEARS_ASKED,
        )
    _note_twice(lines, {unit for unit, _item in sites}, notes)


def _note_twice(lines: Sequence[Line], units: Container[str], notes: NoteBook) -> None:
    """Waste of a unit whose methane is booked at once beside landfills by first-order decay."""
    at_once = [
        line
        for line in lines
        if line.counted
        and line.unit in units
        and (line.factor_id == LANDFILL or line.factor_id.startswith(_AT_ONCE))
    ]
    if at_once:
        notes.add(
            "landfill_twice",
            "{count} rows book the methane of waste in its year ({amount:.10g} t CO2e) beside landfills by "
            "first-order decay in the same unit. Waste of one landfill goes by one of the two.",
            count=len(at_once),
            ids=rows_in(at_once),
            amount=sum_of(at_once),
        )
