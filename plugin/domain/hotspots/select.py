# SPDX-License-Identifier: GPL-2.0-or-later
"""Which parcels of a unit are its hot spots (methods.md g: service hot spots, the top 20 %, as sources)."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd
import shapely

from ..geometry import Floats, Rows
from ..notes import NoteBook
from ..tabulate import CONSERVATION_LIMIT
from .parts import HotspotParcels, UnitParts

#: What the share is a share of: the area of the unit's parcels, or their amount.
AREA, AMOUNT = "area", "amount"
#: Densities that agree in so many digits are equal: parcels of a class have the same factor.
DIGITS = 9
#: The share is reached within this share of it: parts of parcels are measured.
REACHED = CONSERVATION_LIMIT


@dataclass(frozen=True)
class Selection:
    """``parts``: part (row of the parts), parcel, unit, rank, amount, area_ha, density (amount per ha) and
    cumulative_share of the hot spots, by unit and rank. ``units``: unit, parcels, parcel_area_ha, amount,
    hotspots, hotspot_area_ha, hotspot_amount, area_share, amount_share, concentration (share of the amount
    by share of the area) and threshold (density of the last hot spot), one row per unit."""

    parts: pd.DataFrame
    units: pd.DataFrame


def select_hotspots(
    parcels: HotspotParcels, parts: UnitParts, share: float, by: str, notes: NoteBook
) -> Selection:
    """The parts of the highest density that together reach ``share`` (0–1) of the unit's area or amount.

    The part that reaches the share is the last one. Parts without an amount are never hot. Equal
    densities: the larger parcel first, then the smaller id, then the one further west and south;
    the order of the features is no matter. Parcels whose amount is unknown are noted and left out.
    """
    frame = _frame(parcels, parts, notes)
    ends = np.searchsorted(frame["unit_row"].to_numpy(), np.arange(len(parts.units) + 1))
    hot, rows = [], []
    for name, start, end in zip(parts.units.tolist(), ends[:-1], ends[1:]):
        unit = frame.iloc[start:end]
        chosen = _hot_of(unit, share, by)
        hot.append(chosen)
        rows.append(_row_of(name, unit, chosen))
    units = pd.DataFrame(rows)
    _note_units(units, share, by, notes)
    filled = [part for part in hot if len(part)]
    found = pd.concat(filled, ignore_index=True) if filled else _nothing(frame)
    found["unit"] = parts.units[found["unit_row"].to_numpy(dtype=np.intp)]
    columns = ["part", "parcel", "unit", "rank", "amount", "area_ha", "density", "cumulative_share"]
    return Selection(found[columns], units)


def _frame(parcels: HotspotParcels, parts: UnitParts, notes: NoteBook) -> pd.DataFrame:
    """Parts with a known amount, sorted by unit and rank."""
    known = np.isfinite(parcels.amount)
    lacking = ~known & (parcels.measured_m2 > 0.0)
    if lacking.any():
        notes.add(
            "no_amount",
            "Parcels without an amount, in no figure: {count} ({area_ha:.4f} ha).",
            count=int(lacking.sum()),
            area_ha=math.fsum(parcels.area_ha[lacking]),
            ids=parcels.ids[lacking],
        )
    solid = parcels.area_ha > 0.0
    density = np.divide(parcels.amount, parcels.area_ha, out=np.zeros(len(known)), where=solid)
    order = _order_of_parcels(parcels, density)
    place = np.empty(len(order), dtype=np.intp)
    place[order] = np.arange(len(order))
    rows = np.flatnonzero(known[parts.parcel])
    parcel = parts.parcel[rows]
    rows = rows[np.lexsort((place[parcel], parts.unit[rows]))]
    parcel = parts.parcel[rows]
    return pd.DataFrame(
        {
            "part": rows,
            "parcel": parcel,
            "unit_row": parts.unit[rows],
            "amount": parcels.amount[parcel] * parts.share[rows],
            "area_ha": parcels.area_ha[parcel] * parts.share[rows],
            "density": density[parcel],
        }
    )


def _order_of_parcels(parcels: HotspotParcels, density: Floats) -> Rows:
    west, south, east, north = shapely.bounds(parcels.geometry).T
    texts = [str(item) if parcels.business_ids else "" for item in parcels.ids]
    _, name = np.unique(np.array(texts, dtype=object), return_inverse=True)
    keys = (north, east, south, west, name, -_rounded(parcels.area_ha), -_rounded(density))
    return np.asarray(np.lexsort(keys), dtype=np.intp)


def _rounded(values: Floats) -> Floats:
    """Values in ``DIGITS`` significant digits."""
    known = np.nan_to_num(values)
    size = np.where(known != 0.0, np.floor(np.log10(np.abs(np.where(known != 0.0, known, 1.0)))), 0.0)
    scale = np.power(10.0, DIGITS - 1 - size)
    return np.asarray(np.round(known * scale) / scale, dtype=np.float64)


def _hot_of(unit: pd.DataFrame, share: float, by: str) -> pd.DataFrame:
    column = unit["area_ha" if by == AREA else "amount"].to_numpy(float)
    whole = math.fsum(column)
    if whole <= 0.0 or not (unit["amount"] > 0.0).any():
        return _nothing(unit)
    summed = np.cumsum(column)
    before = summed - column
    hot: npt.NDArray[np.bool_] = (before < (1.0 - REACHED) * share * whole) & (
        unit["density"] > 0.0
    ).to_numpy()
    chosen = unit[hot].reset_index(drop=True)
    amount = np.cumsum(chosen["amount"].to_numpy(float)) / math.fsum(unit["amount"])
    return chosen.assign(rank=np.arange(1, len(chosen) + 1), cumulative_share=np.minimum(amount, 1.0))


def _nothing(unit: pd.DataFrame) -> pd.DataFrame:
    return unit.iloc[:0].assign(rank=0, cumulative_share=0.0)


def _row_of(name: object, unit: pd.DataFrame, hot: pd.DataFrame) -> dict[str, object]:
    area_ha, amount = math.fsum(unit["area_ha"]), math.fsum(unit["amount"])
    hot_ha, hot_amount = math.fsum(hot["area_ha"]), math.fsum(hot["amount"])
    area_share = hot_ha / area_ha if area_ha > 0.0 else math.nan
    amount_share = hot_amount / amount if amount > 0.0 else math.nan
    return {
        "unit": name,
        "parcels": int(unit["parcel"].nunique()),
        "parcel_area_ha": area_ha,
        "amount": amount,
        "hotspots": len(hot),
        "hotspot_area_ha": hot_ha,
        "hotspot_amount": hot_amount,
        "area_share": area_share,
        "amount_share": amount_share,
        "concentration": amount_share / area_share if hot_ha > 0.0 else math.nan,
        "threshold": float(hot["density"].iloc[-1]) if len(hot) else math.nan,
    }


def _note_units(units: pd.DataFrame, share: float, by: str, notes: NoteBook) -> None:
    bare = units[units["amount"] <= 0.0]
    if len(bare):
        notes.add(
            "no_hotspots",
            "{count} units have no hot spot: nothing is removed in them ({area_ha:.4f} ha of parcels).",
            count=len(bare),
            area_ha=math.fsum(bare["parcel_area_ha"]),
            ids=bare["unit"],
        )
    reached = units["area_share" if by == AREA else "amount_share"]
    short = units[(reached < (1.0 - REACHED) * share) & (units["hotspots"] > 0)]
    if len(short):
        notes.add(
            "share_not_reached",
            "In {count} units all land that removes anything is less than {share:.1%} of the area: all of "
            "it is hot spot.",
            count=len(short),
            ids=short["unit"],
            share=share,
        )
