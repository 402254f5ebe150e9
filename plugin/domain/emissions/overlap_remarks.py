# SPDX-License-Identifier: GPL-2.0-or-later
"""What an inventory notes about sectors that hold one another, and about ways out of the territory."""

from __future__ import annotations

import math
from collections.abc import Sequence

from ..notes import NoteBook
from .contained_sectors import SECTOR
from .lines import Line
from .remarks import rows_in, sum_of
from .sectors import Sectors
from .vocabulary import BUNKERS

#: A total and two parts.
_FEWEST = 3


def note_overlaps(lines: Sequence[Line], sectors: Sectors, notes: NoteBook) -> None:
    """Sectors taken off sums that contain them, sums that may hold another sector, fuel for abroad."""
    freed = [line for line in lines if any(name.startswith(SECTOR) for name in line.contains)]
    if freed:
        notes.add(
            "sector_contained",
            "{count} rows are sums that contain other sectors of the account: {amount:.10g} t CO2e are taken "
            "off them. Column registered_tco2e tells how much.",
            count=len(freed),
            ids=rows_in(freed),
            amount=math.fsum(line.taken_tco2e for line in freed),
        )
    _note_beside(lines, sectors, notes)
    _note_sums(lines, notes)
    abroad = [line for line in lines if line.reason == BUNKERS]
    if abroad:
        notes.add(
            "bunkers",
            "{count} rows are fuel of international voyages ({amount:.10g} t CO2e): a memo item, in no "
            "total.",
            count=len(abroad),
            ids=rows_in(abroad),
            amount=sum_of(abroad),
            warning=False,
        )


def _note_beside(lines: Sequence[Line], sectors: Sectors, notes: NoteBook) -> None:
    """Rows of a sector beside the one whose statistics usually hold it, in unit, scope and carrier."""
    outer = set(sectors.usually_in.values())
    sums = {
        (line.unit, line.scope, line.carrier, line.sector)
        for line in lines
        if line.counted and line.sector in outer and not line.contains
    }
    inner = [
        line
        for line in lines
        if line.counted
        and line.sector in sectors.usually_in
        and (line.unit, line.scope, line.carrier, sectors.usually_in[line.sector]) in sums
    ]
    if inner:
        notes.add(
            "sector_beside_sums",
            "{count} rows ({amount:.10g} t CO2e) of the sectors {sectors} stand beside rows of the same "
            "unit, scope and carrier in a sector whose statistics usually hold them ({outer}). If they do, "
            "write “sector:…” in the column contains of those rows: nothing may count twice.",
            count=len(inner),
            ids=rows_in(inner),
            amount=sum_of(inner),
            sectors=", ".join(sorted({line.sector for line in inner})),
            outer=", ".join(sorted({sectors.usually_in[line.sector] for line in inner})),
        )


def _note_sums(lines: Sequence[Line], notes: NoteBook) -> None:
    """Rows that are the sum of those of all other units: the line of a county beside its towns."""
    alike: dict[tuple[object, ...], list[Line]] = {}
    for line in lines:
        if line.counted and line.activity > 0.0 and not (line.enterprise or line.split_source):
            what = (line.sector, line.item, line.name, line.scope, line.carrier, line.factor_id)
            alike.setdefault((*what, line.activity_unit, line.deposit_year), []).append(line)
    sums = [largest for found in alike.values() if (largest := _sum_among(found)) is not None]
    if sums:
        notes.add(
            "sum_of_units",
            "{count} rows ({amount:.10g} t CO2e) are just the sum of the same rows of all other units. If "
            "they are a total of these, delete them: nothing may count twice.",
            count=len(sums),
            ids=rows_in(sums),
            amount=sum_of(sums),
        )


def _sum_among(lines: Sequence[Line]) -> Line | None:
    if len({line.unit for line in lines}) < _FEWEST or len(lines) < _FEWEST:
        return None
    largest = max(lines, key=lambda line: line.activity)
    others = math.fsum(line.activity for line in lines if line.unit != largest.unit)
    return largest if math.isclose(largest.activity, others, rel_tol=1e-9) else None
