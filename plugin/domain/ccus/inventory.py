# SPDX-License-Identifier: GPL-2.0-or-later
"""What a facility register stores, avoids and removes (methods.md a6)."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from ..notes import NoteBook
from .vocabulary import LOWERING, REMOVING, SHORT_LIVED, WEATHERING

#: Columns that the account adds to every facility. ``…_tco2`` are amounts, ``…_a`` belong to the one year.
RESULTS = (
    "captured_tco2",
    "stored_tco2",
    "stored_after_tco2",
    "avoided_tco2",
    "delayed_tco2",
    "removal_tco2e_a",
    "source_sector_reduction_tco2",
    "leakage_tco2_a",
)
SECTOR_COLUMNS = ("source_sector", "type", "facilities", *RESULTS)


@dataclass(frozen=True)
class Inventory:
    """``facilities``: ``RESULTS``, one row per row of the register; ``sectors``: ``SECTOR_COLUMNS``,
    sorted by sector and type; ``total``: ``RESULTS`` over all rows. All in t CO2.
    """

    facilities: pd.DataFrame
    sectors: pd.DataFrame
    total: dict[str, float]


def inventory_of(register: pd.DataFrame, year: int, notes: NoteBook) -> Inventory:
    """The account of a checked register (``read_register``) in ``year``.

    stored = captured·(1 − l_T); stored_after = stored·(1 − l_S)^t with t = ``year`` − year of the row;
    avoided = stored_after − energy penalty. Fossil CCS and CCU that lasts lower their source sector;
    only BECCS and direct air capture enter removals; CO2 in short-lived products is delayed, never
    stored. Removal, reduction and delay are those of rows of ``year``; leakage is what stores of
    earlier years lose in ``year``.
    """
    age = (year - register["year"]).to_numpy(float)
    captured = register["captured_tco2"].to_numpy(float)
    delivered = captured * (1.0 - register["transport_loss"].to_numpy(float))
    short = (register["permanence_class"] == SHORT_LIVED).to_numpy()
    current = age == 0
    stored = np.where(short, 0.0, delivered)
    kept = 1.0 - register["storage_loss_a"].fillna(0.0).to_numpy(float)
    after = stored * kept**age
    made = pd.DataFrame(
        {
            "captured_tco2": captured,
            "stored_tco2": stored,
            "stored_after_tco2": after,
            "avoided_tco2": after - register["energy_penalty_tco2_a"].to_numpy(float),
            "delayed_tco2": np.where(short & current, delivered, 0.0),
            "removal_tco2e_a": np.where(register["type"].isin(REMOVING) & current, stored, 0.0),
            "source_sector_reduction_tco2": np.where(register["type"].isin(LOWERING) & current, stored, 0.0),
            "leakage_tco2_a": np.where(current, 0.0, stored * kept ** np.maximum(age - 1, 0) - after),
        }
    )
    _note(register, made, current, notes)
    return Inventory(made, _sectors(register, made), _sums(made))


def _sums(made: pd.DataFrame) -> dict[str, float]:
    return {name: math.fsum(made[name]) for name in RESULTS}


def _sectors(register: pd.DataFrame, made: pd.DataFrame) -> pd.DataFrame:
    rows = [
        {"source_sector": sector or None, "type": kind, "facilities": group["facility_id"].nunique()}
        | _sums(made.loc[group.index])
        for (sector, kind), group in register.groupby(["source_sector", "type"], sort=True)
    ]
    return pd.DataFrame(rows, columns=list(SECTOR_COLUMNS))


def _note(
    register: pd.DataFrame, made: pd.DataFrame, current: npt.NDArray[np.bool_], notes: NoteBook
) -> None:
    def ids(rows: pd.Series | npt.NDArray[np.bool_]) -> list[object]:
        return list(register.loc[rows, "facility_id"])

    earlier = ~current
    if earlier.any():
        notes.add(
            "earlier_years",
            "{count} rows of the register are of earlier years: what they stored counts in the store, not in "
            "the removal, reduction and delay of the year of the account.",
            count=int(earlier.sum()),
            ids=ids(earlier),
            warning=False,
        )
    weathering = register["type"] == WEATHERING
    if weathering.any():
        notes.add(
            "weathering_not_removed",
            "{count} facilities of enhanced weathering are listed with {amount:.10g} t CO2, but enter no "
            "removal: only BECCS and direct air capture do.",
            count=int(weathering.sum()),
            ids=ids(weathering),
            amount=math.fsum(made.loc[weathering, "stored_tco2"]),
        )
    delayed = made["delayed_tco2"] > 0
    if delayed.any():
        notes.add(
            "delay_not_storage",
            "{count} facilities put {amount:.10g} t CO2 into short-lived products: this is delay, not "
            "storage, and lowers nothing for good.",
            count=int(delayed.sum()),
            ids=ids(delayed),
            amount=math.fsum(made.loc[delayed, "delayed_tco2"]),
        )
    unverified = (made["removal_tco2e_a"] > 0) & (register["verification"] == "")
    if unverified.any():
        notes.add(
            "removal_unverified",
            "{count} facilities claim a removal of {amount:.10g} t CO2 in the year without a verification. "
            "Name the report or the certificate.",
            count=int(unverified.sum()),
            ids=ids(unverified),
            amount=math.fsum(made.loc[unverified, "removal_tco2e_a"]),
        )
    nowhere = (made["stored_tco2"] > 0) & (register["storage_site"] == "")
    if nowhere.any():
        notes.add(
            "store_not_named",
            "{count} facilities store {amount:.10g} t CO2 and name no storage site.",
            count=int(nowhere.sum()),
            ids=ids(nowhere),
            amount=math.fsum(made.loc[nowhere, "stored_tco2"]),
        )
