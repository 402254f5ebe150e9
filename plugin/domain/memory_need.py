# SPDX-License-Identifier: GPL-2.0-or-later
"""How much memory a run will need, from counts of its inputs, before any of it is read.

Need = base + Σ over inputs of (features × a + vertices × b + attribute values × c + cells × d +
crossings × e), linear in every count. The rates are not derived: they are measured as the growth of the
resident memory of real runs (QGIS 3.22, two cores) on made-up counties and rasters, rounded up so that the
estimate is not below the measured peak: 10 000 to 200 000 parcels of 5 to 101 vertices, control lines of up
to 10⁶ vertices, rasters of up to 10 000 × 10 000 cells; outputs in memory, which takes more than files.
Growth from the call on, in MB, of some of them (P parcels, V vertices):

    attachfactors     230 000 P, 4.3·10⁶ V   892      soilcarbon    230 000 P, 4.3·10⁶ V   1011
    sinkbaseline      230 000 P, 4.3·10⁶ V   533      sinkbaseline   35 000 P, 3.7·10⁶ V    860
    checktopology     200 000 P, 4.2·10⁶ V   973      checktopology  30 000 P, 3.1·10⁶ V   1030
    stockchange       430 000 P, 8.5·10⁶ V  1340      checkplan     430 000 P, 8.5·10⁶ V   1092
    checkquantities    21 000 P, 10⁶ V of lines 969   checklines     10⁶ V of lines         429

Parcels of many vertices take more for each of them than parcels of few; the rates are those of many.

``tests/benchmarks/memory_need.py`` repeats the measurements and prints estimate ÷ measured.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from .byte_sizes import size_text
from .errors import DualCarbonError
from .notes import NoteBook

#: From this share of the available memory on a run is told to be tight.
TIGHT = 0.5
#: Vertices from which on a feature is a giant.
GIANT = 1_000


class MemoryNeedError(DualCarbonError):
    """A run needs more memory than there is."""


@dataclass(frozen=True)
class Load:
    """What one input brings into memory.

    ``giant_vertices`` are those of the ``vertices`` that belong to features of more than ``GIANT`` of them,
    which overlays cut up; ``values`` are attribute values (features × fields, or the cells of a table),
    ``cells`` the cells of a raster that are in memory at a time and ``cell_bytes`` what they take in its
    type of data, ``crossings`` how often the edges of polygons cross the lines of a raster's grid.
    """

    name: str
    features: float = 0.0
    vertices: float = 0.0
    giant_vertices: float = 0.0
    values: float = 0.0
    cells: float = 0.0
    cell_bytes: float = 0.0
    crossings: float = 0.0


@dataclass(frozen=True)
class Rates:
    """Bytes that a run takes for each of what is counted, and ``base_b`` whatever the inputs are.

    ``giant_b`` comes on top of ``vertex_b``.
    """

    feature_b: float
    vertex_b: float
    giant_b: float = 0.0
    value_b: float = 10.0
    cell_b: float = 14.0
    cell_byte_b: float = 7.0
    crossing_b: float = 160.0
    base_b: float = 80e6

    def of(self, load: Load) -> float:
        """Bytes that one input takes."""
        return math.fsum(
            (
                load.features * self.feature_b,
                load.vertices * self.vertex_b,
                load.giant_vertices * self.giant_b,
                load.values * self.value_b,
                load.cells * self.cell_b,
                load.cell_bytes * self.cell_byte_b,
                load.crossings * self.crossing_b,
            )
        )


@dataclass(frozen=True)
class MemoryNeed:
    """What a run needs (bytes), and the input that takes most of it; None without any input."""

    total_b: float
    heaviest: Load | None
    heaviest_b: float


#: Tools that read tables, or layers of which they keep the attributes only.
READING = Rates(feature_b=600, vertex_b=50, value_b=150)
#: One layer in, one with all its fields and more out.
_ATTACHING = Rates(feature_b=2_300, vertex_b=75, value_b=80)
_METHODS = Rates(feature_b=3_000, vertex_b=75, value_b=80)
#: A layer cut by units, and two dates cut by one another.
_BY_UNITS = Rates(feature_b=600, vertex_b=105, giant_b=100)
_BETWEEN_DATES = Rates(feature_b=1_200, vertex_b=122, giant_b=100)
#: Drafts under control lines.
_CHECKS = Rates(feature_b=1_600, vertex_b=115, giant_b=120)
#: Rates of the tools by their names. Not measured themselves, but taken from a tool that does much the same:
#: projectbaseline, forestcarbon, bluecarbon, downscaleemissions and updatebaseline.
RATES: dict[str, Rates] = {
    **dict.fromkeys(("attachfactors", "translatecodes", "projectbaseline"), _ATTACHING),
    **dict.fromkeys(("soilcarbon", "forestcarbon", "bluecarbon", "downscaleemissions"), _METHODS),
    **dict.fromkeys(("sinkhotspots", "unifyunits"), _BY_UNITS),
    **dict.fromkeys(("stockchange", "updatebaseline"), _BETWEEN_DATES),
    **dict.fromkeys(("checkplan", "comparedrafts"), _CHECKS),
    "sinkbaseline": Rates(feature_b=150, vertex_b=215, giant_b=100),
    "repairplan": Rates(feature_b=2_200, vertex_b=135, giant_b=130),
    "checkquantities": Rates(feature_b=1_500, vertex_b=120, giant_b=850),
    "checklines": Rates(feature_b=1_500, vertex_b=60, giant_b=380),
    "checktopology": Rates(feature_b=2_500, vertex_b=300, giant_b=100),
}


def memory_need(tool: str, loads: Iterable[Load]) -> MemoryNeed:
    """The need of a run of ``tool`` (name without the provider) with these inputs."""
    rates = RATES.get(tool, READING)
    taken = [(rates.of(load), load) for load in loads]
    total_b = math.fsum((rates.base_b, *(bytes_ for bytes_, _ in taken)))
    heaviest_b, heaviest = max(taken, key=lambda pair: pair[0], default=(0.0, None))
    return MemoryNeed(total_b, heaviest, heaviest_b)


def require_room(need: MemoryNeed, available_b: float, notes: NoteBook) -> None:
    """Refuse a run that needs more than is available, and note one that needs more than half of it.

    A run without inputs is left alone. Raises ``MemoryNeedError`` with both figures, the input that weighs
    most and what can be done.
    """
    if need.heaviest is None:
        return
    figures: dict[str, Any] = {
        "need": size_text(need.total_b),
        "available": size_text(available_b),
        "layer": need.heaviest.name,
        "layer_size": size_text(need.heaviest_b),
    }
    if need.total_b > available_b:
        raise MemoryNeedError(
            "This run needs about {need} of memory, but {available} are free; “{layer}” weighs most "
            "({layer_size}). Run it county by county (tool “repeatrun”), on selected features or on a part "
            "of the extent, close other programs, or take a computer with that much. Who knows better says "
            "how much there is in the environment variable DUALCARBON_MEMORY_GB.",
            **figures,
        )
    if need.total_b > TIGHT * available_b:
        notes.add(
            "memory_tight",
            "This run needs about {need} of the {available} of memory that are free; “{layer}” weighs most "
            "({layer_size}).",
            **figures,
        )
