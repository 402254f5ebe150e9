# SPDX-License-Identifier: GPL-2.0-or-later
"""Tables of a joint histogram as transitions: areas by unit, class before and class after."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt
import pandas as pd

from ..change import Transitions
from ..exact_sums import group_sums
from ..units import M2_PER_HA
from .area_table import RasterUnits, sums_of_units
from .codebook import NO_DATA
from .pairs import PairBook
from .polygon_land import BARE
from .tabulate import WHOLE

Objects = npt.NDArray[np.object_]
Rows = npt.NDArray[np.intp]
Floats = npt.NDArray[np.float64]


def slots_of_date(table: pd.DataFrame, slots: Rows) -> pd.DataFrame:
    """Areas by the slot of one date (``slot``, ``area_m2``) from those by pair; ``slots`` as of each pair."""
    return pd.DataFrame({"slot": slots[table["slot"].to_numpy(dtype=np.intp)], "area_m2": table["area_m2"]})


def transitions_of_pairs(
    raster: RasterUnits, book: PairBook, before: Objects, after: Objects, whole: RasterUnits | None = None
) -> Transitions:
    """Areas by unit and pair of values as transitions.

    ``before`` and ``after`` are the carbon classes of the slots of each date (None = no data or
    left out); ``whole`` has all units taken as one, where units overlap.
    """

    def cells(of: RasterUnits) -> pd.DataFrame:
        inside = of.table[of.table["unit"] != WHOLE]
        pair = inside["slot"].to_numpy(dtype=np.intp)
        return cells_of(
            inside["unit"].to_numpy(dtype=np.intp),
            before[book.before[pair]],
            after[book.after[pair]],
            inside["area_m2"].to_numpy(dtype=float),
        )

    return transitions(
        cells(raster),
        raster.area_m2 / M2_PER_HA,
        None if whole is None else cells(whole),
        float(np.max(np.abs(raster.residual_m2), initial=0.0)) / M2_PER_HA,
    )


def transitions_of_land(
    table: pd.DataFrame,
    values: Objects,
    kinds: Objects,
    raster: RasterUnits,
    whole: pd.DataFrame | None,
    *,
    raster_first: bool,
    units_given: bool,
) -> Transitions:
    """Areas by unit, value and kind of polygon (``tabulate_land``) as transitions.

    ``values`` and ``kinds`` are the carbon classes of the slots and of the kinds; without units all
    ground that either date shows is the area of the one unit.
    """

    def cells(of: pd.DataFrame) -> pd.DataFrame:
        cover = values[of["slot"].to_numpy(dtype=np.intp)]
        # BARE is the last position.
        drawn = np.array([*kinds, None], dtype=object)[of["kind"].to_numpy(dtype=np.intp)]
        dates = (cover, drawn) if raster_first else (drawn, cover)
        return cells_of(of["unit"].to_numpy(dtype=np.intp), *dates, of["area_m2"].to_numpy(dtype=float))

    area_m2 = raster.area_m2 if units_given else np.array([math.fsum(table["area_m2"])])
    return transitions(
        cells(table),
        area_m2 / M2_PER_HA,
        None if whole is None else cells(whole),
        float(np.max(np.abs(raster.residual_m2), initial=0.0)) / M2_PER_HA,
    )


def bare_m2(area_m2: Floats, table: pd.DataFrame) -> Floats:
    """Ground of units that neither date shows, m², by a table of ``tabulate_units`` or ``tabulate_land``."""
    shown = table["slot"] != NO_DATA
    if "kind" in table:
        shown |= table["kind"] != BARE
    held = sums_of_units(table[shown], len(area_m2))
    return np.asarray(np.maximum(area_m2 - held, 0.0), dtype=np.float64)


def unmapped_land_m2(table: pd.DataFrame, values: Objects, kinds: Objects) -> float:
    """Ground of a table of ``tabulate_land`` with a value or polygon that has no carbon class, m²."""
    slot, kind = (table[name].to_numpy(dtype=np.intp) for name in ("slot", "kind"))
    known = np.array([name is not None for name in values], dtype=bool)
    drawn = np.array([name is not None for name in kinds] + [True], dtype=bool)
    lost = ((slot != NO_DATA) & ~known[slot]) | ~drawn[kind]
    return math.fsum(table.loc[lost, "area_m2"])


def unmapped_pairs_m2(raster: RasterUnits, book: PairBook, before: Objects, after: Objects) -> float:
    """Ground of the units with a value at a date that has no carbon class, m²."""
    inside = raster.table[raster.table["unit"] != WHOLE]
    pair = inside["slot"].to_numpy(dtype=np.intp)
    lost = np.zeros(len(pair), dtype=bool)
    for slots, classes in ((book.before, before), (book.after, after)):
        known = np.array([name is not None for name in classes], dtype=bool)
        lost |= (slots[pair] != NO_DATA) & ~known[slots[pair]]
    return math.fsum(inside.loc[lost, "area_m2"])


def transitions(
    cells: pd.DataFrame,
    unit_area_ha: npt.NDArray[np.float64],
    whole: pd.DataFrame | None,
    residual_ha: float,
) -> Transitions:
    """Transitions from their cells and the areas of the units."""
    both = cells[cells["from_class"].notna() & cells["to_class"].notna()]
    unit = both["unit"].to_numpy(dtype=np.intp)
    units = pd.DataFrame(
        {
            "unit": np.arange(len(unit_area_ha)),
            "area_ha": unit_area_ha,
            "covered_ha": group_sums(both["area_ha"].to_numpy(float), unit, len(unit_area_ha)),
        }
    )
    return Transitions(cells, units, whole, residual_ha)


def cells_of(
    unit: Rows, from_class: Objects, to_class: Objects, area_m2: npt.NDArray[np.float64]
) -> pd.DataFrame:
    """Areas gathered by unit and classes (None = none), sorted, without ground that has no class at all."""
    sums: dict[tuple[int, str, str], list[float]] = {}
    for number, one, other, area in zip(unit.tolist(), from_class, to_class, area_m2.tolist()):
        if (one is not None or other is not None) and area > 0.0:
            sums.setdefault((number, one or "", other or ""), []).append(area)
    rows = [
        (number, one or None, other or None, math.fsum(areas) / M2_PER_HA)
        for (number, one, other), areas in sorted(sums.items())
    ]
    return pd.DataFrame(rows, columns=["unit", "from_class", "to_class", "area_ha"])
